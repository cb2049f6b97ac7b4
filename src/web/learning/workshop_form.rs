//! Writing a workshop, and bringing it into the catalogue or out of it.

use std::sync::Arc;

use entity::{
    core_value::CoreValue,
    id::WorkshopId,
    workshop::{self, ApprovalRule, Cover, Offering, TaughtIn, WorkshopForm, WorkshopState},
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{card::cover, session_choose::Choice, workshop_conditions as conditions, workshop_past::Past};
use crate::{
    domain::{
        change::Change,
        error::{Error, Result},
        learning::{
            audience::{self, Meaning},
            history, prerequisite,
            workshop::{self as workshops, Draft},
        },
    },
    web::{
        answer::Go,
        context::Context,
        form::{Form, Pairs},
        key,
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The field of several ticks.
const MANY: [&str; 3] = ["values", "languages", "prerequisites"];
/// Longer than any description that is read to its end.
const LONG: usize = 20_000;
/// How far back the history goes.
const PAST: u64 = 50;
/// More than any hall holds.
const MOST_SEATS: i32 = 10_000;

/// The form of a workshop.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    values: &'static [CoreValue],
    forms: &'static [WorkshopForm],
    offerings: &'static [Offering],
    languages: &'static [TaughtIn],
    covers: Vec<Picture>,
    /// Workshops that can come first.
    others: Vec<Choice>,
    /// Nothing for a new one.
    saved: Option<Saved>,
}

/// The workshop as it is in the database.
#[derive(Clone, Debug, Serialize)]
pub struct Saved {
    id: String,
    title: String,
    state: WorkshopState,
    /// Markdown.
    description: String,
    /// Parts of the audience that nobody belongs to: shown, not enforced.
    unknown: Vec<String>,
    key: String,
    history: Vec<Past>,
}

/// A picture to choose.
#[derive(Clone, Debug, Serialize)]
struct Picture {
    code: Cover,
    address: &'static str,
}

impl Edit {
    fn of(form: FormView, saved: Option<Saved>, others: Vec<Choice>) -> Self {
        Self {
            form,
            values: CoreValue::ALL,
            forms: WorkshopForm::ALL,
            offerings: Offering::ALL,
            languages: TaughtIn::ALL,
            covers: Cover::ALL.iter().map(|code| Picture { code: *code, address: cover(*code) }).collect(),
            others,
            saved,
        }
    }
}

impl View for Edit {
    const TEMPLATE: &'static str = "desk/workshop/form.html";

    fn title(&self) -> Sentence {
        match &self.saved {
            Some(saved) => Sentence::plain(&*saved.title),
            None => Sentence::new("desk-workshop-new-title"),
        }
    }

    fn samples() -> Vec<Self> {
        let others = || vec![Choice { value: "1".into(), label: "Het eerste contact".into() }];
        let saved = |state: &WorkshopState| Saved {
            id: "1".into(),
            title: "Helder schrijven".into(),
            state: *state,
            description: "## Wat je leert\n\nKorte **zinnen**.".into(),
            unknown: vec!["dromers".into()],
            key: "k".into(),
            history: Past::sample(),
        };
        let wrong = FormView::new().with_all("values", ["vertrouwen"]).wrong("title", "Vul dit in.");
        let states =
            WorkshopState::ALL.iter().map(|state| Self::of(FormView::new(), Some(saved(state)), others()));

        [Self::of(empty(), None, Vec::new()), Self::of(wrong, None, others())]
            .into_iter()
            .chain(states)
            .collect()
    }
}

/// An empty form.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&Edit::of(empty(), None, conditions::choices(&cx, None).await?))
}

/// Writes a new workshop, as a draft.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match write(&cx, &form).await {
        Ok(id) => Ok(to(&cx, id).saying(Sentence::new("desk-workshop-made")).into()),
        Err(error) => {
            let form = cx.again(&form, &MANY, error)?;
            cx.page_as(form.status, &Edit::of(form, None, conditions::choices(&cx, None).await?))
        }
    }
}

async fn write(cx: &Context, form: &Form) -> Result<WorkshopId> {
    let (draft, asked) = (&read(form)?, &conditions::read(form)?);
    let made = |change: Arc<Change>| async move {
        let id = workshops::create(&change, draft).await?;
        prerequisite::set(&change, id, asked).await?;
        Ok(id)
    };
    cx.write_once(form, made).await
}

/// The form of a workshop as it is now, with its description as readers see it.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<WorkshopId>) -> poem::Result<Response> {
    let workshop = workshops::find(cx.db(), id).await?;
    let values = workshops::values_of(cx.db(), vec![id]).await?.remove(&id).unwrap_or_default();
    let saved = saved(&cx, &workshop).await?;
    let form = conditions::filled(&cx, filled(&workshop, &values), &workshop).await?;
    cx.page(&Edit::of(form, Some(saved), conditions::choices(&cx, Some(id)).await?))
}

/// Writes a workshop anew.
#[handler]
pub async fn update(cx: Context, Path(id): Path<WorkshopId>, form: Form) -> poem::Result<Response> {
    let workshop = workshops::find(cx.db(), id).await?;
    match rewrite(&cx, id, &form).await {
        Ok(()) => Ok(to(&cx, id).saying(Sentence::new("desk-workshop-changed")).into()),
        Err(error) => {
            let form = cx.again(&form, &MANY, error)?;
            let (saved, others) = (saved(&cx, &workshop).await?, conditions::choices(&cx, Some(id)).await?);
            cx.page_as(form.status, &Edit::of(form, Some(saved), others))
        }
    }
}

async fn rewrite(cx: &Context, id: WorkshopId, form: &Form) -> Result<()> {
    let (draft, asked) = (&read(form)?, &conditions::read(form)?);
    let rewritten = |change: Arc<Change>| async move {
        workshops::rewrite(&change, id, draft).await?;
        prerequisite::set(&change, id, asked).await
    };
    cx.write_once(form, rewritten).await
}

/// Publishes, retires, or takes back to draft.
#[handler]
pub async fn set_state(cx: Context, Path(id): Path<WorkshopId>, form: Form) -> poem::Result<Response> {
    let state = WorkshopState::from_code(form.text("state")).ok_or(Error::Missing("workshop state"))?;
    cx.write_once(&form, |change| async move { workshops::set_state(&change, id, state).await }).await?;
    let said = match state {
        WorkshopState::Draft => "desk-workshop-drafted",
        WorkshopState::Published => "desk-workshop-published",
        WorkshopState::Retired => "desk-workshop-retired",
    };
    Ok(to(&cx, id).saying(Sentence::new(said)).into())
}

fn to(cx: &Context, id: WorkshopId) -> Go {
    cx.go(format!("/desk/workshops/{id}/edit"))
}

async fn saved(cx: &Context, workshop: &workshop::Model) -> Result<Saved> {
    let unknown = match audience::resolve(cx.db(), &workshop.audience).await? {
        Meaning::Unknown(parts) => parts,
        Meaning::Everyone | Meaning::Only(_) => Vec::new(),
    };
    Ok(Saved {
        id: workshop.id.to_string(),
        title: workshop.title.clone(),
        state: workshop.state,
        description: workshop.description.clone(),
        unknown,
        key: key::fresh(),
        history: history::of_workshop(cx.db(), workshop.id, PAST).await?.into_iter().map(Past::new).collect(),
    })
}

fn read(form: &Pairs) -> Result<Draft> {
    let mut read = form.read();
    let (code, title) = (read.required("code", 20), read.required("title", 120));
    let (kind, offering) =
        (read.choice("form", WorkshopForm::from_code), read.choice("offering", Offering::from_code));
    let (duration, parts) = (read.number("duration", 1, 24 * 60), read.number("parts", 1, 20));
    let (kind, offering) = (read.needed("form", kind), read.needed("offering", offering));
    let (duration, parts) = (read.needed("duration", duration), read.needed("parts", parts));
    let draft = Draft {
        code,
        title,
        summary: read.optional("summary", 400),
        description: read.optional("description", LONG),
        goals: read.optional("goals", LONG),
        values: read.choices("values", CoreValue::from_code),
        form: kind.unwrap_or(WorkshopForm::OnSite),
        duration_minutes: duration.unwrap_or(1),
        parts: parts.unwrap_or(1),
        minimum: read.number("minimum", 0, MOST_SEATS),
        maximum: read.number("maximum", 0, MOST_SEATS),
        audience: read.optional("audience", 400),
        offering: offering.unwrap_or(Offering::Open),
        languages: read.choices("languages", TaughtIn::from_code),
        cover: read.choice("cover", Cover::from_code),
        approval: read.choice("approval", ApprovalRule::from_code).unwrap_or(ApprovalRule::Nobody),
    };
    read.done()?;
    Ok(draft)
}

fn empty() -> FormView {
    FormView::new()
        .with("form", WorkshopForm::OnSite.code())
        .with("offering", Offering::Open.code())
        .with("parts", "1")
        .with("repeatable", "yes")
        .with("approval", ApprovalRule::Nobody.code())
        .with_all("languages", [TaughtIn::Dutch.code()])
}

fn filled(workshop: &workshop::Model, values: &[CoreValue]) -> FormView {
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    FormView::new()
        .with("code", &*workshop.code)
        .with("title", &*workshop.title)
        .with("summary", &*workshop.summary)
        .with("description", &*workshop.description)
        .with("goals", &*workshop.goals)
        .with_all("values", values.iter().map(|value| value.code()))
        .with("form", workshop.form.code())
        .with("duration", workshop.duration_minutes.to_string())
        .with("parts", workshop.parts.to_string())
        .with("minimum", number(workshop.minimum))
        .with("maximum", number(workshop.maximum))
        .with("audience", &*workshop.audience)
        .with("offering", workshop.offering.code())
        .with_all("languages", workshops::languages(workshop).iter().map(|one| one.code()))
        .with("cover", workshop.cover.map_or("", Cover::code))
        .with("approval", workshop.approval.code())
}
