//! The log: who did what when, with filters, and whether it still is as it was sealed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{event::ActorKind, id::PersonId};
use futures_util::FutureExt as _;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        page::Page,
        privacy::{
            audit::{self, Entry, Filter},
            seal::{self, Verdict},
        },
    },
    table::{Cell, Format},
    web::{
        context::Context,
        download::{self, Files},
        form::Pairs,
        pager::{self, Pager},
        people::person::Choice,
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

const COLUMNS: [&str; 6] = [
    "audit-column-at",
    "audit-column-what",
    "audit-column-actor",
    "audit-column-person",
    "audit-column-subject",
    "audit-column-data",
];

/// The log, newest first.
#[derive(Serialize)]
pub struct List {
    form: FormView,
    kinds: Vec<Choice>,
    events: Vec<Line>,
    pages: Pager,
    files: Files,
    chain: Chain,
}

/// One event.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    at: DateTime<Utc>,
    what: String,
    actor: String,
    actor_id: Option<String>,
    person: String,
    person_id: Option<String>,
    subject: String,
    data: String,
}

/// What is known of the seals.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Chain {
    /// The newest: number, moment, hash.
    head: Option<(i32, DateTime<Utc>, String)>,
    verdict: Option<Found>,
}

/// What looking through the whole chain gave.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    links: u64,
    events: u64,
    emptied: u64,
    broken: Option<(i32, &'static str)>,
    well_until: Option<DateTime<Utc>>,
}

impl From<Verdict> for Found {
    fn from(verdict: Verdict) -> Self {
        Self {
            links: verdict.links,
            events: verdict.events,
            emptied: verdict.emptied,
            broken: verdict.broken.as_ref().map(|link| (link.number, link.why.code())),
            well_until: verdict.broken.and_then(|link| link.well_until),
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "privacy/audit.html";

    fn title(&self) -> Sentence {
        Sentence::new("audit-title")
    }

    fn samples() -> Vec<Self> {
        let at: DateTime<Utc> = "2026-11-02T08:41:00Z".parse().unwrap_or_default();
        let line = |actor_id: Option<&str>| Line {
            at,
            what: "Er is een rol gegeven".into(),
            actor: "Iris <de Wit>".into(),
            actor_id: actor_id.map(Into::into),
            person: "Hanna Smit".into(),
            person_id: actor_id.map(Into::into),
            subject: String::new(),
            data: "role: trainer".into(),
        };
        let found = |broken, well_until| Found { links: 2, events: 12, emptied: 1, broken, well_until };
        let chain = |verdict| Chain { head: Some((3, at, "ab12".into())), verdict };
        let sample = |events: Vec<Line>, chain| Self {
            form: FormView::new().with("person", "hanna.smit@gemeente.example").wrong("actor", "Niemand."),
            kinds: vec![Choice { value: "role-granted".into(), label: "Er is een rol gegeven".into() }],
            pages: Pager::single(events.len() as u64),
            events,
            files: Files::sample(),
            chain,
        };
        vec![
            sample(vec![line(Some("0196")), line(None)], chain(None)),
            sample(Vec::new(), Chain::default()),
            sample(Vec::new(), chain(Some(found(None, None)))),
            sample(Vec::new(), chain(Some(found(Some((3, "changed")), Some(at))))),
            sample(Vec::new(), chain(Some(found(Some((1, "link-gone")), None)))),
        ]
    }
}

/// The log, or its file, as the address filters it.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let (filter, form) = asked(&cx).await?;
    let query = (&filter, &*cx.house().policy);
    if let Some(format) = download::asked(&cx) {
        return file(&cx, filter, format).await;
    }
    let page = audit::list(cx.db(), cx.actor(), query, &pager::window(&cx)?).await?;
    let total = audit::count(cx.db(), cx.actor(), query).await?;
    let kinds = audit::kinds(cx.db()).await?;
    cx.page(&List {
        form,
        kinds: kinds.into_iter().map(|kind| Choice { label: what(&cx, &kind), value: kind }).collect(),
        events: lines(&cx, &page.items).await?,
        pages: Pager::new(&cx, &page, total),
        files: Files::of(&cx),
        chain: chain(&cx).await?,
    })
}

/// The filter in the address. Somebody who is not found is said so, and nobody's events are shown.
async fn asked(cx: &Context) -> Result<(Filter, FormView)> {
    let query = cx.query();
    let mut form = FormView::new().keeping(query, &[]);
    let mut people = [None, None];
    for (name, found) in ["person", "actor"].into_iter().zip(&mut people) {
        *found = person(cx, query, name).await?;
        if found == &Some(NOBODY) {
            form = form.wrong(name, &cx.say(&Sentence::new("audit-nobody")));
        }
    }
    let [person, actor] = people;
    let day = |name| query.text(name).parse().ok();
    let kind = Some(query.text("kind").to_owned()).filter(|kind| !kind.is_empty());
    Ok((Filter { kind, person, actor, from: day("from"), until: day("until") }, form))
}

/// No person has this id.
const NOBODY: PersonId = PersonId(uuid::Uuid::nil());

/// Whom an address, number or id names.
async fn person(cx: &Context, query: &Pairs, name: &str) -> Result<Option<PersonId>> {
    let handle = query.search(name);
    if handle.is_empty() {
        return Ok(None);
    }
    if let Ok(id) = handle.parse() {
        return Ok(Some(id));
    }
    let found = crate::domain::people::directory::by_handles(cx.db(), &[handle]).await?;
    Ok(Some(found.first().map_or(NOBODY, |person| person.id)))
}

async fn chain(cx: &Context) -> Result<Chain> {
    if cx.query().has("check") {
        let verdict = seal::verify(cx.db()).await?;
        let head = verdict.head.clone().map(|link| (link.number, link.sealed_at, link.hash));
        return Ok(Chain { head, verdict: Some(verdict.into()) });
    }
    let head = seal::newest(cx.db()).await?.map(|link| (link.number, link.sealed_at, link.hash));
    Ok(Chain { head, verdict: None })
}

/// Events with the names of people in them.
pub(super) async fn lines(cx: &Context, events: &[Entry]) -> Result<Vec<Line>> {
    let people: Vec<_> =
        events.iter().flat_map(|event| [event.actor_id, event.person_id]).flatten().collect();
    let names = audit::names(cx.db(), &people).await?;
    Ok(events.iter().map(|event| line(cx, &names, event)).collect())
}

fn line(cx: &Context, names: &HashMap<PersonId, String>, event: &Entry) -> Line {
    let name = |id: Option<PersonId>| id.and_then(|id| names.get(&id)).cloned();
    let known = |id: Option<PersonId>| id.filter(|id| names.contains_key(id)).map(|id| id.to_string());
    let capacity = cx.say(&Sentence::new(match event.actor_kind {
        ActorKind::Person => "audit-by-somebody",
        ActorKind::Token => "audit-by-token",
        ActorKind::Operator => "audit-by-operator",
        ActorKind::House => "audit-by-house",
    }));
    let actor = match (name(event.actor_id), event.actor_kind) {
        (Some(name), ActorKind::Token) => format!("{name} ({capacity})"),
        (Some(name), ActorKind::Person | ActorKind::Operator | ActorKind::House) => name,
        (None, _) => capacity,
    };
    Line {
        at: event.at,
        what: what(cx, &event.kind),
        actor,
        actor_id: known(event.actor_id),
        person: name(event.person_id).unwrap_or_default(),
        person_id: known(event.person_id),
        subject: event.subject_id.map(|id| id.to_string()).unwrap_or_default(),
        data: data(&event.data),
    }
}

/// The sentence of a kind of event; the kind itself for one that the house no longer knows.
pub(super) fn what(cx: &Context, kind: &str) -> String {
    let key = format!("event-{kind}");
    if cx.words().has(cx.language(), &key) {
        cx.words().say(cx.language(), &key, &[])
    } else {
        kind.to_owned()
    }
}

/// `name: value` of each, separated by commas.
fn data(data: &serde_json::Value) -> String {
    let plain = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = data.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    fields.map(|(name, value)| format!("{name}: {}", plain(value))).collect::<Vec<_>>().join(", ")
}

/// The log as a file; that it was taken is in the log as well.
async fn file(cx: &Context, filter: Filter, format: Format) -> poem::Result<Response> {
    let count = audit::count(cx.db(), cx.actor(), (&filter, &cx.house().policy)).await?;
    let rows = usize::try_from(count).unwrap_or(usize::MAX);
    cx.write(|change| async move { audit::note_export(&change, rows).await }).await?;
    let table = download::table(cx, "audit-title", &COLUMNS, Vec::new());
    let cx = cx.clone();
    let read = move |window| {
        let (cx, filter) = (cx.clone(), filter.clone());
        async move {
            let policy = &*cx.house().policy;
            let page = audit::list(cx.db(), cx.actor(), (&filter, policy), &window).await?;
            let items = lines(&cx, &page.items).await?.into_iter().map(|line| row(&cx, line)).collect();
            Ok(Page { items, next: page.next })
        }
        .boxed()
    };
    download::stream(table, format, read).await
}

fn row(cx: &Context, line: Line) -> Vec<Cell> {
    let at = download::here(cx, line.at).into();
    let texts = [line.what, line.actor, line.person, line.subject, line.data];
    std::iter::once(at).chain(texts.map(Into::into)).collect()
}
