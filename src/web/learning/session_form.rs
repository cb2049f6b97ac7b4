//! Planning a session, and changing one.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::{
    id::{SessionId, WorkshopId},
    role::RoleKind,
    session::SessionState,
    workshop,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    session_choose::{Choice, Choose},
    session_fields::{Row, filled, rows, shown, trainer_fields},
    session_plan::{self as plan, Given, TRAINERS},
};
use crate::{
    domain::{
        change::Change,
        error::{Error, Refusal, Result},
        learning::{
            draw,
            session::{self, Details, MeetingPlan, Plan},
            workshop as workshops,
        },
        people::{
            external,
            person::{Person, full_name},
            role,
        },
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The form of a session.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    /// Nothing for a new one.
    id: Option<String>,
    workshop: About,
    /// Of a session that exists: these are not moved here.
    fixed: Vec<Fixed>,
    rows: Vec<Row>,
    trainers: Vec<&'static str>,
    /// Who may be meant: address or number, and name.
    known: Vec<Choice>,
    /// When its places were drawn; the moment of the draw is not changed any more.
    drawn_at: Option<DateTime<Utc>>,
    /// Whether it is not open yet.
    planned: bool,
    /// Whether a trainer is somewhere else at that time.
    clash: bool,
}

/// What of the workshop helps with filling in.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    id: String,
    title: String,
    minutes: i32,
    parts: i32,
    audience: String,
}

/// A meeting that stays.
#[derive(Clone, Debug, Serialize)]
pub struct Fixed {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    location: String,
}

impl View for Edit {
    const TEMPLATE: &'static str = "desk/session/form.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.id.is_some() { "desk-session-edit-title" } else { "desk-session-new-title" })
    }

    fn samples() -> Vec<Self> {
        let about = || About {
            id: "1".into(),
            title: "Helder schrijven".into(),
            minutes: 180,
            parts: 2,
            audience: "iedereen".into(),
        };
        let sample = |form: FormView, id: Option<&str>, rows: Vec<Row>| Self {
            form,
            id: id.map(str::to_owned),
            workshop: about(),
            fixed: id
                .map(|_| Fixed {
                    start: DateTime::UNIX_EPOCH,
                    end: DateTime::UNIX_EPOCH,
                    location: "Zaal 2".into(),
                })
                .into_iter()
                .collect(),
            rows,
            trainers: TRAINERS[..2].to_vec(),
            known: vec![Choice { value: "tess.vos@gemeente.example".into(), label: "Tess Vos".into() }],
            drawn_at: None,
            planned: true,
            clash: id.is_some(),
        };
        let typed = Pairs::parse(b"date-1=2026-10-25&start-1=2:30&end-1=2:45");
        let wrong = FormView::new().keeping(&typed, &[]).wrong("start-1", "Deze tijd komt twee keer voor.");
        let zone = chrono_tz::Europe::Amsterdam;
        vec![
            sample(FormView::new().with("state", "open"), None, rows(&Pairs::default(), 2, zone)),
            sample(wrong, None, rows(&typed, 1, zone)),
            sample(FormView::new().with("state", "planned"), Some("1"), Vec::new()),
        ]
    }
}

/// An empty form, filled from its workshop; without a workshop the question which.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let Ok(id) = cx.query().text("workshop").parse::<WorkshopId>() else {
        let choice =
            |workshop: workshop::Model| Choice { value: workshop.id.to_string(), label: workshop.title };
        let workshops = workshops::published(cx.db()).await?.into_iter().map(choice).collect();
        return cx.page(&Choose { workshops });
    };
    let workshop = workshops::find(cx.db(), id).await?;
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let form = FormView::new()
        .with("state", "open")
        .with("capacity", number(workshop.maximum))
        .with("minimum", number(workshop.minimum))
        .with("audience", cx.query().search("audience"))
        .with("targetedFirst", if cx.query().has("audience") { "yes" } else { "" });
    let parts = usize::try_from(workshop.parts).unwrap_or(1);
    cx.page(&fresh(&cx, form, &workshop, rows(&Pairs::default(), parts, cx.house().policy.zone)).await?)
}

/// Plans the session, or adds a row to the form.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    let id = form.text("workshop").parse().map_err(|_| Error::Missing("workshop"))?;
    let workshop = workshops::find(cx.db(), id).await?;
    let zone = cx.house().policy.zone;
    if form.has("more") {
        let kept = FormView::new().keeping(&form, &[]);
        let rows = rows(&form, shown(&form) + usize::from(form.text("more") == "meeting"), zone);
        return cx.page(&fresh(&cx, kept, &workshop, rows).await?);
    }
    match plan_it(&cx, &form, id).await {
        Ok(id) => {
            Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-session-planned")).into())
        }
        Err(error) => {
            let clash = is_clash(&form, &error);
            let kept = cx.again(&form, &[], error)?;
            let rows = rows(&form, shown(&form), zone);
            cx.page_as(kept.status, &Edit { clash, ..fresh(&cx, kept, &workshop, rows).await? })
        }
    }
}

async fn plan_it(cx: &Context, form: &Form, workshop: WorkshopId) -> Result<SessionId> {
    let plan = plan::read(cx, form, Given { workshop, meetings: None }).await?;
    let (plan, draw_at) = (&plan, plan::read_draw(cx, form)?);
    let planned = |change: Arc<Change>| async move {
        let id = session::plan(&change, plan).await?;
        draw::set(&change, id, draw_at).await?;
        Ok(id)
    };
    cx.write_once(form, planned).await
}

/// The form of a session as it is now.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    let form = filled(&details, cx.house().policy.zone);
    cx.page(&existing(&cx, form, &details).await?)
}

/// Changes a session.
#[handler]
pub async fn update(cx: Context, Path(id): Path<SessionId>, form: Form) -> poem::Result<Response> {
    let details = session::details(cx.db(), id, cx.now()).await?;
    if form.has("more") {
        return cx.page(&existing(&cx, FormView::new().keeping(&form, &[]), &details).await?);
    }
    match change_it(&cx, &form, &details).await {
        Ok(()) => {
            Ok(cx.go(format!("/desk/sessions/{id}")).saying(Sentence::new("desk-session-changed")).into())
        }
        Err(error) => {
            let clash = is_clash(&form, &error);
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &Edit { clash, ..existing(&cx, kept, &details).await? })
        }
    }
}

async fn change_it(cx: &Context, form: &Form, details: &Details) -> Result<()> {
    let meeting = |row: &entity::meeting::Model| MeetingPlan {
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        location: row.location.clone(),
        link: row.link.clone(),
    };
    let meetings = Some(details.meetings.iter().map(meeting).collect());
    let plan: Plan = plan::read(cx, form, Given { workshop: details.workshop.id, meetings }).await?;
    let (plan, id) = (&plan, details.session.id);
    let draw_at = if details.session.drawn_at.is_some() { None } else { Some(plan::read_draw(cx, form)?) };
    let changed = |change: Arc<Change>| async move {
        if let Some(at) = draw_at {
            draw::set(&change, id, at).await?;
        }
        session::change(&change, id, plan).await
    };
    cx.write_once(form, changed).await
}

/// Whether a reason is asked for a trainer who is somewhere else, or was given.
fn is_clash(form: &Form, error: &Error) -> bool {
    matches!(error, Error::Refused(Refusal::TrainerBusy { .. })) || form.has("clashReason")
}

async fn fresh(cx: &Context, form: FormView, workshop: &workshop::Model, rows: Vec<Row>) -> Result<Edit> {
    let trainers = trainer_fields(&form);
    Ok(Edit {
        form,
        id: None,
        workshop: about(workshop),
        fixed: Vec::new(),
        rows,
        trainers,
        known: known(cx).await?,
        drawn_at: None,
        planned: true,
        clash: false,
    })
}

async fn existing(cx: &Context, form: FormView, details: &Details) -> Result<Edit> {
    let fixed = |row: &entity::meeting::Model| Fixed {
        start: row.starts_at,
        end: row.ends_at,
        location: row.location.clone(),
    };
    Ok(Edit {
        trainers: trainer_fields(&form),
        form,
        id: Some(details.session.id.to_string()),
        workshop: about(&details.workshop),
        fixed: details.meetings.iter().map(fixed).collect(),
        rows: Vec::new(),
        known: known(cx).await?,
        drawn_at: details.session.drawn_at,
        planned: details.session.state == SessionState::Planned,
        clash: false,
    })
}

fn about(workshop: &workshop::Model) -> About {
    About {
        id: workshop.id.to_string(),
        title: workshop.title.clone(),
        minutes: workshop.duration_minutes,
        parts: workshop.parts,
        audience: workshop.audience.clone(),
    }
}

/// Who may be meant: those with the role, and those who come from an agency.
async fn known(cx: &Context) -> Result<Vec<Choice>> {
    let today = cx.house().policy.day(cx.now());
    let grants = role::grants(cx.db()).await?.into_iter().filter(|grant| grant.role == RoleKind::Trainer);
    let mut people: Vec<_> = grants.map(|grant| grant.person).collect();
    for person in external::from_agencies(cx.db(), today).await? {
        if people.iter().all(|other| other.id != person.id) {
            people.push(person);
        }
    }
    let label = |person: &Person| match &person.agency {
        Some(agency) => format!("{} ({agency})", full_name(person)),
        None => full_name(person),
    };
    Ok(people.iter().map(|person| Choice { value: plan::handle(person), label: label(person) }).collect())
}
