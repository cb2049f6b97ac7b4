//! One workshop, with its dates to choose from.

use chrono::{DateTime, Utc};
use entity::{
    id::WorkshopId,
    workshop::{self, Cover, WorkshopForm, WorkshopState},
    workshop_value::CoreValue,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{self, SessionCard},
    stand::{self, Stand},
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{agenda, workshop as workshops},
        page::Window,
    },
    web::{context::Context, sentence::Sentence, view::View},
};

/// A workshop: its dates first, then what it is about.
#[derive(Serialize)]
pub struct Show {
    title: String,
    summary: String,
    /// Markdown.
    description: String,
    goals: Vec<String>,
    values: Vec<CoreValue>,
    form: WorkshopForm,
    length: String,
    audience: String,
    retired: bool,
    dates: Vec<Date>,
    /// Where its picture is served.
    cover: Option<&'static str>,
    /// Codes of the languages in which it is given.
    languages: Vec<&'static str>,
}

/// A date to choose.
#[derive(Clone, Debug, Serialize)]
pub struct Date {
    pub card: SessionCard,
    /// Where a place is asked.
    pub action: String,
    pub stand: Stand,
    /// Until when one can enrol, when that is before the start.
    pub closes: Option<DateTime<Utc>>,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/workshop/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.title)
    }

    fn samples() -> Vec<Self> {
        let date = |kind| Date::sample(kind);
        let full = |dates: Vec<Date>| Self {
            title: "Het eerste contact".into(),
            summary: "Wat iemand in de eerste minuut merkt.".into(),
            description: "# Wat je doet\n\nJe oefent met **echte** gesprekken.".into(),
            goals: vec!["Je vraagt door.".into(), "Je zegt wat er gebeurt.".into()],
            values: vec![CoreValue::Connection],
            form: WorkshopForm::OnSite,
            length: "3 uur".into(),
            audience: "iedereen".into(),
            retired: false,
            dates,
            cover: Some(card::cover(Cover::Conversation)),
            languages: vec!["nl", "en"],
        };
        let bare = Self {
            cover: None,
            languages: vec!["nl"],
            goals: vec![],
            summary: String::new(),
            description: String::new(),
            retired: true,
            ..full(vec![])
        };
        vec![full(["take", "queue", "mine", "no"].map(date).into()), full(vec![]), bare]
    }
}

impl Date {
    /// For samples.
    pub fn sample(kind: &'static str) -> Self {
        let card = SessionCard::sample("Het eerste contact", 1, 12);
        Self { action: format!("{}/enrolments", card.href), card, stand: Stand::sample(kind), closes: None }
    }
}

/// One workshop.
#[handler]
pub async fn show(cx: Context, Path(id): Path<WorkshopId>) -> poem::Result<Response> {
    let workshop = workshops::find(cx.db(), id).await?;
    if workshop.state == WorkshopState::Draft && !cx.actor().may_plan() {
        return Err(Error::Missing("workshop").into());
    }
    let values = workshops::values_of(cx.db(), vec![id]).await?.remove(&id).unwrap_or_default();
    let dates = dates(&cx, id).await?;
    cx.page(&view(&cx, workshop, values, dates))
}

/// The dates to come, each with how the viewer stands towards it.
async fn dates(cx: &Context, id: WorkshopId) -> Result<Vec<Date>> {
    let filter = agenda::Filter { workshop: Some(id), from: Some(cx.now()), ..Default::default() };
    let items = agenda::list(cx.db(), &filter, &Window::default(), cx.now()).await?.items;
    let stands = stand::of_viewer(cx, &items).await?;
    let date = |(item, stand): (&agenda::Item, Stand)| {
        let card = SessionCard::new(cx, item, None);
        Date {
            action: format!("{}/enrolments", card.href),
            card,
            stand,
            closes: item.session.enrolment_closes,
        }
    };
    Ok(items.iter().zip(stands).map(date).collect())
}

fn view(cx: &Context, workshop: workshop::Model, values: Vec<CoreValue>, dates: Vec<Date>) -> Show {
    Show {
        cover: workshop.cover.map(card::cover),
        languages: workshops::languages(&workshop).iter().map(|one| one.code()).collect(),
        length: card::length(cx, workshop.duration_minutes, workshop.parts),
        goals: workshop
            .goals
            .lines()
            .map(str::trim)
            .filter(|goal| !goal.is_empty())
            .map(str::to_owned)
            .collect(),
        title: workshop.title,
        summary: workshop.summary,
        description: workshop.description,
        values,
        form: workshop.form,
        audience: card::audience(cx, &workshop.audience),
        retired: workshop.state == WorkshopState::Retired,
        dates,
    }
}
