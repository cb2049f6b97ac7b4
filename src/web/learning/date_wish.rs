//! A head asks for a date, and whoever runs the programme answers.

use chrono::{DateTime, NaiveDate, Utc};
use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::session_choose::Choice;
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            date_wish::{self, Answer, Asked, LENGTH, MOST, Wish},
            workshop,
        },
        people::department,
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// Dates that one can answer with.
const DATES: u64 = 30;

/// A wish in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Line {
    href: String,
    workshop: String,
    department: String,
    people: i32,
    from: NaiveDate,
    until: NaiveDate,
    note: String,
    asked_at: DateTime<Utc>,
    answered: bool,
    reply: Option<String>,
    /// The date that was planned.
    session: Option<String>,
}

impl Line {
    pub(super) fn new(asked: &Asked) -> Self {
        let row = &asked.row;
        Self {
            href: format!("/desk/date-wishes/{}", row.id),
            workshop: asked.workshop.title.clone(),
            department: asked.department.name.clone(),
            people: row.people,
            from: row.from_on,
            until: row.until_on,
            note: row.note.clone(),
            asked_at: row.asked_at,
            answered: row.answered_at.is_some(),
            reply: row.reply.clone(),
            session: row.session_id.map(super::card::address),
        }
    }

    /// For samples.
    pub(super) fn sample(kind: &str) -> Self {
        let day = NaiveDate::default();
        Self {
            href: "/desk/date-wishes/0190a1b2-0000-7000-8000-000000000004".into(),
            workshop: "Helder schrijven".into(),
            department: "Vergunningen".into(),
            people: 12,
            from: day,
            until: day,
            note: if kind == "open" { "Liefst in de ochtend.".into() } else { String::new() },
            asked_at: DateTime::UNIX_EPOCH,
            answered: kind != "open",
            reply: (kind == "reply").then(|| "In het najaar komt er een nieuwe reeks.".into()),
            session: (kind == "date").then(|| "/sessions/0190a1b2-0000-7000-8000-000000000001".into()),
        }
    }
}

/// The form of a head.
#[derive(Serialize)]
pub struct New {
    form: FormView,
    workshops: Vec<Choice>,
    departments: Vec<Choice>,
}

impl View for New {
    const TEMPLATE: &'static str = "learning/date_wish/new.html";

    fn title(&self) -> Sentence {
        Sentence::new("date-wish-title")
    }

    fn samples() -> Vec<Self> {
        let face = |form: FormView| Self {
            form,
            workshops: vec![Choice { value: "1".into(), label: "Helder schrijven".into() }],
            departments: vec![Choice { value: "1".into(), label: "Vergunningen".into() }],
        };
        vec![
            face(FormView::new().with("people", "12")),
            face(FormView::new().wrong("people", "Vul een heel getal in.")),
        ]
    }
}

/// The form, with the workshop and the number of people in the address.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let form = FormView::new()
        .with("workshop", cx.query().text("workshop"))
        .with("people", cx.query().text("people"))
        .with("from", cx.house().policy.day(cx.now()).to_string());
    cx.page(&form_of(&cx, form).await?)
}

async fn form_of(cx: &Context, form: FormView) -> Result<New> {
    let workshops = workshop::published(cx.db()).await?;
    let title = |one: entity::workshop::Model| Choice { value: one.id.to_string(), label: one.title };
    let tree = cx.tree().await?;
    let nodes = tree.nodes();
    let mine = nodes.iter().filter(|node| cx.actor().leads(&[node.department.id]));
    let choice = |node: &department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: node.department.name.clone(),
    };
    let departments = mine.map(choice).collect();
    Ok(New { form, workshops: workshops.into_iter().map(title).collect(), departments })
}

/// Asks.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match asked(&cx, &form).await {
        Ok(_) => Ok(cx.go("/team/overview").saying(Sentence::new("date-wish-said")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &form_of(&cx, kept).await?)
        }
    }
}

async fn asked(cx: &Context, form: &Form) -> Result<DateWishId> {
    let mut read = form.read();
    let workshop = read.choice("workshop", |text| text.parse().ok());
    let workshop = read.needed("workshop", workshop);
    let department = read.choice("department", |text| text.parse().ok());
    let department = read.needed("department", department);
    let people = read.number("people", 1, MOST);
    let people = read.needed("people", people);
    let from = read.date("from");
    let from = read.needed("from", from);
    let until = read.date("until");
    let until = read.needed("until", until);
    let note = read.optional("note", LENGTH);
    read.done()?;
    let (Some(workshop), Some(department), Some(people)) = (workshop, department, people) else {
        return Err(Error::Missing("department"));
    };
    let (Some(from), Some(until)) = (from, until) else { return Err(Error::Missing("department")) };
    let wish = &Wish { department, workshop, people, from, until, note };
    cx.write_once(form, |change| async move { date_wish::ask(&change, wish).await }).await
}

/// A wish, for whoever runs the programme.
#[derive(Serialize)]
pub struct Show {
    line: Line,
    form: FormView,
    dates: Vec<Choice>,
    /// Where a date is planned for it.
    plan: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/date_wish/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("date-wish-one").with("workshop", self.line.workshop.as_str())
    }

    fn samples() -> Vec<Self> {
        let face = |kind, dates| Self {
            line: Line::sample(kind),
            form: FormView::new().wrong("reply", "Vul dit in."),
            dates,
            plan: "/desk/sessions/new?workshop=1".into(),
        };
        let date = Choice { value: "1".into(), label: "donderdag 5 maart".into() };
        vec![face("open", vec![date]), face("open", vec![]), face("reply", vec![]), face("date", vec![])]
    }
}

/// One wish with the dates to answer it with.
#[handler]
pub async fn show(cx: Context, Path(id): Path<DateWishId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

async fn view(cx: &Context, id: DateWishId, form: FormView) -> Result<Show> {
    let asked = date_wish::find(cx.db(), id).await?;
    let found = date_wish::dates(cx.db(), asked.row.workshop_id, cx.now(), DATES).await?;
    let date = |row: &entity::session::Model| Choice {
        value: row.id.to_string(),
        label: cx.dates().moment(row.starts_at),
    };
    let query = [("workshop", asked.workshop.id.to_string()), ("audience", asked.department.name.clone())];
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    Ok(Show {
        line: Line::new(&asked),
        form,
        dates: found.iter().map(date).collect(),
        plan: format!("/desk/sessions/new?{query}"),
    })
}

/// Answers with a date or with a sentence.
#[handler]
pub async fn answer(cx: Context, Path(id): Path<DateWishId>, form: Form) -> poem::Result<Response> {
    let given = match form.text("session").parse() {
        Ok(session) => Answer::Date(session),
        Err(_) => Answer::Sentence(form.text("reply").to_owned()),
    };
    let given = &given;
    match cx.write_once(&form, |change| async move { date_wish::answer(&change, id, given).await }).await {
        Ok(()) => Ok(cx.go("/desk/overview").saying(Sentence::new("date-wish-answered")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, id, kept).await?)
        }
    }
}
