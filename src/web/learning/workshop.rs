//! One workshop, with its dates to choose from.

use chrono::{DateTime, Utc};
use entity::{
    core_value::CoreValue,
    id::WorkshopId,
    workshop::{self, ApprovalRule, Cover, WorkshopForm, WorkshopState},
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{self, SessionCard},
    evaluation_result,
    session::workshop_address,
    stand::{self, Stand},
};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            agenda, interest as interests,
            prerequisite::{self, Required},
            theme_workshop, workshop as workshops,
        },
        page::Window,
    },
    web::{context::Context, dialogue::theme, form::Form, key, sentence::Sentence, view::View},
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
    /// What must have been followed before.
    required: Vec<First>,
    /// Nothing for a workshop that gets no dates any more.
    interest: Option<Interest>,
    dates: Vec<Date>,
    /// Where its picture is served.
    cover: Option<&'static str>,
    /// Codes of the languages in which it is given.
    languages: Vec<&'static str>,
    /// Who has to agree before there is a place.
    approval: ApprovalRule,
    /// Themes of conversations with which it helps.
    themes: Vec<First>,
    /// Where the results of evaluations are, for who may see them.
    evaluation: Option<String>,
}

/// A workshop that comes first.
#[derive(Clone, Debug, Serialize)]
pub struct First {
    title: String,
    href: String,
}

/// Whether the viewer hears of new dates.
#[derive(Clone, Debug, Serialize)]
pub struct Interest {
    wanted: bool,
    action: String,
    key: String,
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
            required: vec![First { title: "Helder schrijven".into(), href: "/workshops/2".into() }],
            interest: Some(Interest {
                wanted: false,
                action: "/workshops/1/interest".into(),
                key: "0123456789abcdef".into(),
            }),
            dates,
            cover: Some(card::cover(Cover::Conversation)),
            languages: vec!["nl", "en"],
            approval: ApprovalRule::Head,
            themes: vec![First { title: "Terugbellen".into(), href: "/themes/2".into() }],
            evaluation: Some("/desk/evaluations/1".into()),
        };
        let bare = Self {
            cover: None,
            languages: vec!["nl"],
            approval: ApprovalRule::Nobody,
            evaluation: None,
            themes: vec![],
            goals: vec![],
            summary: String::new(),
            description: String::new(),
            retired: true,
            required: vec![],
            interest: None,
            ..full(vec![])
        };
        let mut heard = full(vec![]);
        heard.interest = heard.interest.map(|one| Interest { wanted: true, ..one });
        vec![heard, full(["take", "ask", "queue", "mine", "no"].map(Date::sample).into()), full(vec![]), bare]
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
    let asked = (required(&cx, id).await?, interest(&cx, &workshop).await?);
    let evaluation = evaluation_result::address(&cx, id).await?;
    let themes = themes(&cx, id).await?;
    cx.page(&Show { evaluation, themes, ..view(&cx, workshop, values, (dates, asked)) })
}

async fn themes(cx: &Context, id: WorkshopId) -> Result<Vec<First>> {
    let first = |one: &entity::theme::Model| First {
        href: format!("/themes/{}", one.id),
        title: theme::name(cx, one).to_owned(),
    };
    Ok(theme_workshop::of_workshop(cx.db(), id).await?.iter().map(first).collect())
}

async fn required(cx: &Context, id: WorkshopId) -> Result<Vec<First>> {
    let first = |one: Required| First { href: workshop_address(one.id), title: one.title };
    Ok(prerequisite::of(cx.db(), &[id]).await?.into_iter().map(first).collect())
}

async fn interest(cx: &Context, workshop: &workshop::Model) -> Result<Option<Interest>> {
    if workshop.state != WorkshopState::Published {
        return Ok(None);
    }
    let wanted = interests::has(cx.db(), workshop.id, cx.me()?).await?;
    let action = format!("{}/interest", workshop_address(workshop.id));
    Ok(Some(Interest { wanted, action, key: key::fresh() }))
}

/// Asks to hear of new dates, or no longer.
#[handler]
pub async fn express(cx: Context, Path(id): Path<WorkshopId>, form: Form) -> poem::Result<Response> {
    let wanted = form.text("wanted") == "yes";
    cx.write_once(&form, |change| async move { interests::express(&change, id, wanted).await }).await?;
    let said = if wanted { "interest-said" } else { "interest-said-no" };
    Ok(cx.go(workshop_address(id)).saying(Sentence::new(said)).into())
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

fn view(
    cx: &Context,
    workshop: workshop::Model,
    values: Vec<CoreValue>,
    (dates, (required, interest)): (Vec<Date>, (Vec<First>, Option<Interest>)),
) -> Show {
    Show {
        cover: workshop.cover.map(card::cover),
        approval: workshop.approval,
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
        required,
        interest,
        themes: Vec::new(),
        evaluation: None,
    }
}
