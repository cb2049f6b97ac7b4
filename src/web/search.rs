//! One search over workshops, dates and people: a few of each, and the way to all of them.

use chrono::{DateTime, Utc};
use poem::{Response, handler};
use serde::Serialize;

use super::{context::Context, refill::FormView, row::Allow, sentence::Sentence, view::View};
use crate::domain::{
    error::Result,
    learning::{agenda, workshop},
    page::Window,
    people::{directory, person::full_name},
};

/// Of each kind so many are shown.
const MOST: u64 = 8;

/// What was found.
#[derive(Serialize)]
pub struct Search {
    form: FormView,
    asked: bool,
    /// Empty ones are left out.
    groups: Vec<Group>,
}

/// What was found of one kind.
#[derive(Serialize)]
pub struct Group {
    /// `workshops`, `sessions` or `people`.
    what: &'static str,
    count: u64,
    /// The whole list with the same words.
    all: String,
    hits: Vec<Hit>,
}

/// One that was found.
#[derive(Clone, Debug, Serialize)]
struct Hit {
    href: String,
    name: String,
    about: String,
    starts_at: Option<DateTime<Utc>>,
}

impl View for Search {
    const TEMPLATE: &'static str = "search/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("search-title")
    }

    fn samples() -> Vec<Self> {
        let hit = |starts_at| Hit {
            href: "/workshops/1".into(),
            name: "Helder schrijven".into(),
            about: "Brieven die iedereen begrijpt".into(),
            starts_at,
        };
        let group =
            |what, count, at| Group { what, count, all: "/workshops?q=helder".into(), hits: vec![hit(at)] };
        let search = |asked, groups| Self { form: FormView::new().with("q", "helder"), asked, groups };
        let now = Some(DateTime::UNIX_EPOCH);
        vec![
            search(
                true,
                vec![group("workshops", 1, None), group("sessions", 12, now), group("people", 1, None)],
            ),
            search(true, Vec::new()),
            search(false, Vec::new()),
        ]
    }
}

/// Searches what the viewer may see.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let words = cx.query().search("q");
    let asked = !words.is_empty();
    let mut groups = Vec::new();
    if asked {
        groups.push(workshops(&cx, &words).await?);
        groups.push(sessions(&cx, &words).await?);
        if cx.may(Allow::PeopleViewer) {
            groups.push(people(&cx, &words).await?);
        }
    }
    groups.retain(|group| group.count > 0);
    cx.page(&Search { form: FormView::new().keeping(cx.query(), &[]), asked, groups })
}

async fn workshops(cx: &Context, words: &str) -> Result<Group> {
    let filter = workshop::Filter { search: words.to_owned(), ..Default::default() };
    let page = workshop::list(cx.db(), &filter, &first()).await?;
    let hit = |item: workshop::Item| Hit {
        href: format!("/workshops/{}", item.workshop.id),
        name: item.workshop.title,
        about: item.workshop.summary,
        starts_at: None,
    };
    let all = address("/workshops", &[("q", words)]);
    let count = workshop::count(cx.db(), &filter).await?;
    Ok(Group { what: "workshops", count, all, hits: page.items.into_iter().map(hit).collect() })
}

async fn sessions(cx: &Context, words: &str) -> Result<Group> {
    let now = cx.now();
    let filter = agenda::Filter { search: words.to_owned(), from: Some(now), ..Default::default() };
    let page = agenda::list(cx.db(), &filter, &first(), now).await?;
    let hit = |item: agenda::Item| Hit {
        href: format!("/sessions/{}", item.session.id),
        name: item.workshop.title,
        about: item.meetings.first().map(|meeting| meeting.location.clone()).unwrap_or_default(),
        starts_at: Some(item.session.starts_at),
    };
    let all = address("/workshops", &[("show", "dates"), ("q", words)]);
    let count = agenda::count(cx.db(), &filter, now).await?;
    Ok(Group { what: "sessions", count, all, hits: page.items.into_iter().map(hit).collect() })
}

async fn people(cx: &Context, words: &str) -> Result<Group> {
    let today = cx.house().policy.day(cx.now());
    let filter = directory::Filter { search: words.to_owned(), ..Default::default() };
    let page = directory::list(cx.db(), cx.actor(), &filter, &first(), today).await?;
    let hit = |entry: directory::Entry| Hit {
        href: format!("/people/{}", entry.person.id),
        name: full_name(&entry.person),
        about: entry.person.job_title,
        starts_at: None,
    };
    let count = directory::count_for_page(cx.db(), cx.actor(), &filter, today).await?;
    let all = address("/people", &[("q", words)]);
    Ok(Group { what: "people", count, all, hits: page.items.into_iter().map(hit).collect() })
}

const fn first() -> Window {
    Window { limit: MOST, after: None }
}

fn address(path: &str, query: &[(&str, &str)]) -> String {
    format!("{path}?{}", serde_urlencoded::to_string(query).unwrap_or_default())
}
