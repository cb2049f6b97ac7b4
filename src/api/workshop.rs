//! Workshops: what one can learn.

use entity::{id::WorkshopId, workshop::WorkshopState as State};
use poem_openapi::{Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{
    caller::Caller,
    choice::{Approval, CoreValue, Cover, Language, Offering, WorkshopForm, WorkshopState},
    list::List,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    error::Error,
    learning::workshop::{self, Filter, Item, languages},
    page::Window,
};

/// Something one can learn: an entry of the catalogue.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Workshop {
    pub id: Uuid,
    /// Short and unique.
    pub code: String,
    pub title: String,
    pub summary: String,
    /// Markdown.
    pub description: String,
    /// What one can do afterwards.
    pub goals: Vec<String>,
    pub values: Vec<CoreValue>,
    pub form: WorkshopForm,
    /// Of all meetings together.
    pub duration_minutes: i32,
    /// How many meetings a session usually has.
    pub parts: i32,
    /// Fewest participants that a session usually needs.
    pub minimum: Option<i32>,
    /// Most participants that a session usually has.
    pub maximum: Option<i32>,
    pub offering: Offering,
    /// For whom, as its author wrote it.
    pub audience: String,
    /// In which languages it is given.
    pub languages: Vec<Language>,
    /// The picture on its card; null: none.
    pub cover: Option<Cover>,
    /// Who has to agree before somebody gets a place: until then an enrolment is `requested` and takes no seat.
    pub approval: Approval,
    pub state: WorkshopState,
}

impl From<Item> for Workshop {
    fn from(Item { workshop, values }: Item) -> Self {
        Self {
            languages: languages(&workshop).into_iter().map(Into::into).collect(),
            cover: workshop.cover.map(Into::into),
            approval: workshop.approval.into(),
            id: workshop.id.0,
            code: workshop.code,
            title: workshop.title,
            summary: workshop.summary,
            description: workshop.description,
            goals: workshop.goals.lines().map(str::to_owned).collect(),
            values: values.into_iter().map(Into::into).collect(),
            form: workshop.form.into(),
            duration_minutes: workshop.duration_minutes,
            parts: workshop.parts,
            minimum: workshop.minimum,
            maximum: workshop.maximum,
            offering: workshop.offering.into(),
            audience: workshop.audience,
            state: workshop.state.into(),
        }
    }
}

/// The operations on the catalogue.
pub struct Workshops;

#[OpenApi(tag = "Tag::Catalogue")]
impl Workshops {
    /// The catalogue, by title.
    #[oai(path = "/workshops", method = "get", operation_id = "list-workshops")]
    #[allow(clippy::too_many_arguments, reason = "each is a parameter of the address")]
    async fn list(
        &self,
        caller: Caller,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
        value: Query<Option<CoreValue>>,
        form: Query<Option<WorkshopForm>>,
        offering: Query<Option<Offering>>,
        search: Query<Option<String>>,
    ) -> Result<Json<List<Workshop>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let filter = Filter {
            value: value.map(Into::into),
            form: form.map(Into::into),
            offering: offering.map(Into::into),
            search: search.0.unwrap_or_default(),
            all_states: caller.actor.may_plan(),
            state: None,
        };
        Ok(List::of(workshop::list(&caller.house.db.reader, &filter, &window).await?, Workshop::from))
    }

    /// One workshop.
    #[oai(path = "/workshops/:id", method = "get", operation_id = "show-workshop")]
    async fn show(&self, caller: Caller, id: Path<Uuid>) -> Result<Json<Workshop>, Problem> {
        let db = &caller.house.db.reader;
        let workshop = workshop::find(db, WorkshopId(id.0)).await?;
        if workshop.state == State::Draft && !caller.actor.may_plan() {
            return Err(Error::Missing("workshop").into());
        }
        let values =
            workshop::values_of(db, vec![workshop.id]).await?.remove(&workshop.id).unwrap_or_default();
        Ok(Json(Item { workshop, values }.into()))
    }
}
