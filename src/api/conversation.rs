//! Conversations: planning one, and how far the round of them is. What is said in them is in no operation.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::id::{DepartmentId, PersonId};
use poem_openapi::{Object, OpenApi, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    choice::{ConversationKind, TeamState},
    list::{Created, List},
    moment::Moment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::Change,
    dialogue::{
        conversation::plan::{self, Plan},
        coverage::{self, Team},
    },
    error::Error,
    page::Page,
};

/// A conversation that is to be planned.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewConversation {
    pub kind: ConversationKind,
    /// The teams it is with; may be left out when it is with a party from outside.
    pub team_ids: Option<Vec<Uuid>>,
    /// Who comes from outside; for a round table or a panel.
    pub partner: Option<String>,
    /// Which services it is about; for a round table or a panel.
    pub service_area: Option<String>,
    pub start: Moment,
    #[oai(validator(minimum(value = "15"), maximum(value = "480")))]
    pub minutes: i32,
    pub place: String,
    /// Who holds it: a facilitator, or who runs the programme.
    pub facilitator_id: Uuid,
}

impl Read for NewConversation {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (kind, team_ids) = (fields.required("kind"), fields.optional("teamIds"));
        let (partner, service_area) = (fields.optional("partner"), fields.optional("serviceArea"));
        let (start, minutes) = (fields.required("start"), fields.required("minutes"));
        let (place, facilitator_id) = (fields.required("place"), fields.required("facilitatorId"));
        Some(Self {
            kind: kind?,
            team_ids: team_ids?,
            partner: partner?,
            service_area: service_area?,
            start: start?,
            minutes: minutes?,
            place: place?,
            facilitator_id: facilitator_id?,
        })
    }
}

impl From<NewConversation> for Plan {
    fn from(new: NewConversation) -> Self {
        Self {
            kind: new.kind.into(),
            teams: new.team_ids.unwrap_or_default().into_iter().map(DepartmentId).collect(),
            partner: new.partner.unwrap_or_default(),
            service_area: new.service_area.unwrap_or_default(),
            starts_at: new.start.0,
            minutes: new.minutes,
            place: new.place,
            facilitator: Some(PersonId(new.facilitator_id)),
        }
    }
}

/// A conversation that was planned.
#[derive(Debug, Object)]
pub struct Planned {
    pub id: Uuid,
}

/// How it is with one team in the round of conversations.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct TeamCoverage {
    pub department_id: Uuid,
    pub name: String,
    pub state: TeamState,
    /// The last conversation ever; null: there was none.
    pub last_held_on: Option<NaiveDate>,
    /// When the next is planned; null: none is.
    pub planned_at: Option<Moment>,
}

impl From<Team> for TeamCoverage {
    fn from(team: Team) -> Self {
        Self {
            department_id: team.id.0,
            state: match (team.spoken, team.planned) {
                (true, _) => TeamState::Spoken,
                (false, Some(_)) => TeamState::Planned,
                (false, None) => TeamState::NotYet,
            },
            name: team.name,
            last_held_on: team.last,
            planned_at: team.planned.map(Into::into),
        }
    }
}

/// The operations on conversations.
pub struct Conversations;

#[OpenApi(tag = "Tag::Conversations")]
impl Conversations {
    /// Plan a conversation. Whoever works in its teams gets a letter with a calendar entry.
    #[oai(path = "/conversations", method = "post", operation_id = "plan-conversation")]
    async fn create(&self, caller: Caller, body: Body<NewConversation>) -> Result<Created<Planned>, Problem> {
        let draft = &Plan::from(body.0);
        let made = |change: Arc<Change>| async move { plan::plan(&change, draft).await };
        let made = caller.house.write_once(&caller.actor, caller.key.as_ref(), made).await;
        let id = made.map_err(as_in_the_body)?;
        Ok(Created::At(Json(Planned { id: id.0 }), format!("/conversations/{id}")))
    }

    /// How far the round of conversations is: every team, in the order of the tree.
    #[oai(path = "/conversations/coverage", method = "get", operation_id = "show-coverage")]
    async fn coverage(&self, caller: Caller) -> Result<Json<List<TeamCoverage>>, Problem> {
        let today = caller.house.policy.day(caller.house.now());
        let found = coverage::of(&caller.house.db.reader, today).await?;
        Ok(List::of(Page { items: found.teams, next: None }, TeamCoverage::from))
    }
}

/// Fields have the name that they have here.
fn as_in_the_body(mut error: Error) -> Error {
    if let Error::Invalid(fields) = &mut error {
        for field in fields {
            match field.name {
                "teams" => field.name = "teamIds",
                "facilitator" => field.name = "facilitatorId",
                _ => {}
            }
        }
    }
    error
}
