//! Letters for people of the team without a mail address: to print, to give, and to note that they were given.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::id::LetterId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::team::moment;
use crate::{
    domain::{
        error::Result,
        handover::{self, Handover},
        people::person::{self, full_name},
        privacy::seen::{self, What},
    },
    web::{
        context::Context,
        form::Form,
        key,
        pager::{self, Pager},
        sentence::Sentence,
        view::View,
    },
};

/// How many that were given are shown: to take a mistake back.
const GIVEN: u64 = 20;

/// The letters of a team.
#[derive(Serialize)]
pub struct Letters {
    letters: Vec<Paper>,
    pages: Pager,
    given: Vec<Given>,
    key: String,
}

/// A letter to be given.
#[derive(Clone, Debug, Serialize)]
struct Paper {
    id: String,
    name: String,
    subject: String,
    text: String,
    asked_at: DateTime<Utc>,
}

/// A letter that was given.
#[derive(Clone, Debug, Serialize)]
struct Given {
    id: String,
    name: String,
    subject: String,
    at: Option<DateTime<Utc>>,
    by: Option<String>,
}

impl View for Letters {
    const TEMPLATE: &'static str = "learning/team/letters.html";

    fn title(&self) -> Sentence {
        Sentence::new("team-letters")
    }

    fn samples() -> Vec<Self> {
        let paper = |id: &str| Paper {
            id: id.into(),
            name: "Sem Bakker".into(),
            subject: "Je hebt een plek: Helder schrijven".into(),
            text: "Dag Sem,\n\nWat leuk dat je meedoet.\nhttps://leren.gemeente.example/sessions/1".into(),
            asked_at: DateTime::UNIX_EPOCH,
        };
        let given = |by: Option<&str>| Given {
            id: "3".into(),
            name: "Noor el Amrani".into(),
            subject: "Je staat op de wachtlijst: Helder schrijven".into(),
            at: Some(DateTime::UNIX_EPOCH),
            by: by.map(Into::into),
        };
        let letters = |letters: Vec<Paper>, given: Vec<Given>| Self {
            pages: Pager::single(letters.len() as u64),
            letters,
            given,
            key: "k".into(),
        };
        vec![
            letters(vec![paper("1"), paper("2")], vec![given(Some("Hanna Smit")), given(None)]),
            letters(Vec::new(), Vec::new()),
        ]
    }
}

/// The letters to give, whole, so that one press prints them all; and those that were given.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let moment = moment(&cx);
    let page = handover::list(cx.db(), cx.actor(), &pager::window(&cx)?, moment).await?;
    let total = handover::count(cx.db(), cx.actor(), moment).await?;
    let people: HashSet<_> = page.items.iter().map(|one| one.person.id).collect();
    for person in people {
        seen::note(cx.house(), cx.actor(), person, What::Letter).await?;
    }
    let pages = Pager::new(&cx, &page, total);
    let given = given(&cx, handover::given(cx.db(), cx.actor(), moment.1, GIVEN).await?).await?;
    cx.page(&Letters {
        letters: page.items.into_iter().map(paper).collect(),
        pages,
        given,
        key: key::fresh(),
    })
}

fn paper(one: Handover) -> Paper {
    Paper {
        id: one.letter.id.to_string(),
        name: full_name(&one.person),
        subject: one.letter.subject,
        text: one.row.text,
        asked_at: one.row.asked_at,
    }
}

async fn given(cx: &Context, all: Vec<Handover>) -> Result<Vec<Given>> {
    let mut given = Vec::new();
    for one in all {
        let by = match one.row.handed_by {
            Some(id) => Some(full_name(&person::find(cx.db(), id).await?)),
            None => None,
        };
        let (id, name) = (one.letter.id.to_string(), full_name(&one.person));
        given.push(Given { id, name, subject: one.letter.subject, at: one.row.handed_at, by });
    }
    Ok(given)
}

/// The letter was given.
#[handler]
pub async fn hand_over(cx: Context, Path(id): Path<LetterId>, form: Form) -> poem::Result<Response> {
    note(&cx, id, &form, true).await
}

/// It was not, after all.
#[handler]
pub async fn take_back(cx: Context, Path(id): Path<LetterId>, form: Form) -> poem::Result<Response> {
    note(&cx, id, &form, false).await
}

async fn note(cx: &Context, id: LetterId, form: &Form, given: bool) -> poem::Result<Response> {
    cx.write_once(form, |change| async move { handover::hand_over(&change, id, given).await }).await?;
    let said = Sentence::new(if given { "team-letters-said-given" } else { "team-letters-said-back" });
    Ok(cx.go("/team/letters").saying(said).into())
}
