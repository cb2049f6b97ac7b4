//! Letting somebody in who has no place.

use entity::{
    id::{MeetingId, PersonId},
    session::SessionState,
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{participant_line::Offices, register::address, session_facts::Facts};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            attendance::{self, walk_in},
            session,
        },
        people::person::{self, Person, full_name},
    },
    web::{context::Context, form::Form, key, refill::FormView, sentence::Sentence, view::View},
};

/// Looking for who came in.
#[derive(Serialize)]
pub struct WalkIn {
    form: FormView,
    id: String,
    session: Facts,
    /// Somebody from outside names people whole.
    whole: bool,
    text: String,
    /// The search says too little.
    short: bool,
    found: Vec<Found>,
    more: bool,
}

/// Somebody who could have come in.
#[derive(Clone, Debug, Serialize)]
struct Found {
    id: String,
    key: String,
    name: String,
    departments: Vec<String>,
    /// Is on the list already.
    here: bool,
}

impl View for WalkIn {
    const TEMPLATE: &'static str = "desk/session/walk_in.html";

    fn title(&self) -> Sentence {
        Sentence::new("walk-in-title")
    }

    fn samples() -> Vec<Self> {
        let found = |name: &str, here| Found {
            id: name.replace(' ', "-"),
            key: name.replace(' ', "-"),
            name: name.into(),
            departments: vec!["Vergunningen".into()],
            here,
        };
        let sample = |text: &str, found: Vec<Found>| Self {
            form: FormView::new(),
            id: "1".into(),
            session: Facts::sample(SessionState::Open),
            whole: false,
            text: text.into(),
            short: false,
            more: found.len() > 1,
            found,
        };
        vec![
            sample("", Vec::new()),
            Self { whole: true, ..sample("", Vec::new()) },
            Self { short: true, ..sample("de", Vec::new()) },
            sample("qqq", Vec::new()),
            sample("fen", vec![found("Fenna de Boer", false), found("Sem Bakker", true)]),
            Self { form: FormView::new().wrong("", "Dit kan nu niet."), ..sample("", Vec::new()) },
        ]
    }
}

/// Looks for somebody; for who does not keep the register, it does not exist.
#[handler]
pub async fn search(cx: Context, Path(id): Path<MeetingId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, FormView::new()).await?)
}

/// Lets somebody in.
#[handler]
pub async fn let_in(cx: Context, Path(id): Path<MeetingId>, form: Form) -> poem::Result<Response> {
    match entered(&cx, id, &form).await {
        Ok(who) => {
            let said = Sentence::new("walk-in-said").with("name", full_name(&who));
            Ok(cx.go(address(id)).saying(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &view(&cx, id, form).await?)
        }
    }
}

async fn entered(cx: &Context, id: MeetingId, form: &Form) -> Result<Person> {
    let person: PersonId = form.text("person").parse().map_err(|_| Error::Missing("person"))?;
    cx.write_once(form, |change| async move { walk_in::let_in(&change, id, person).await }).await?;
    person::find(cx.db(), person).await
}

async fn view(cx: &Context, id: MeetingId, form: FormView) -> Result<WalkIn> {
    let text = cx.query().search("search");
    let today = cx.house().policy.day(cx.now());
    let mut people = walk_in::search(cx.db(), cx.actor(), id, &text, (cx.now(), today)).await?;
    let more = people.len() as u64 > walk_in::MOST_FOUND;
    people.truncate(usize::try_from(walk_in::MOST_FOUND).unwrap_or(usize::MAX));
    let register = attendance::register(cx.db(), cx.actor(), id).await?;
    let here: Vec<_> = register.lines.iter().map(|line| line.person.id).collect();
    let details = session::details(cx.db(), register.meeting.session_id, cx.now()).await?;
    let ids: Vec<_> = people.iter().map(|entry| entry.person.id).collect();
    let offices = Offices::of(cx, &ids).await?;
    let found = |person: &Person| Found {
        id: person.id.to_string(),
        key: key::fresh(),
        name: full_name(person),
        departments: offices.home_of(person),
        here: here.contains(&person.id),
    };
    let whole = cx.actor().is_outsider();
    Ok(WalkIn {
        form,
        id: id.to_string(),
        session: Facts::new(&details, cx.now()),
        whole,
        short: !whole && !text.is_empty() && walk_in::says_too_little(&text),
        found: people.iter().map(|entry| found(&entry.person)).collect(),
        more,
        text,
    })
}
