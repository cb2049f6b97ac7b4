//! Who sees what: every topic of the house, who may look at it and who may change it, which data of people it holds and how
//! long those stay. It is read from the rows that are served, so that it cannot say anything else than what the house does;
//! whoever runs the programme prints it for the works council.

use std::collections::BTreeMap;

use poem::{Response, handler};
use serde::Serialize;

use super::{
    post::{Post, Reach},
    topic::{self, AREAS, TOPICS, Topic},
};
use crate::{
    domain::{policy::Retention, privacy::retention::Kind},
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        row::Row,
        sentence::Sentence,
        view::View,
    },
};

/// The page.
#[derive(Serialize)]
pub struct Permissions {
    areas: Vec<Area>,
    files: Files,
}

/// A heading with its topics.
#[derive(Clone, Debug, Serialize)]
struct Area {
    code: &'static str,
    topics: Vec<Shown>,
}

/// A topic and who gets how far with it.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    code: &'static str,
    personal: bool,
    lines: Vec<Line>,
    stays: Vec<Stay>,
}

/// Posts that get equally far.
#[derive(Clone, Debug, Serialize)]
struct Line {
    /// Keys of their words.
    posts: Vec<String>,
    look: &'static str,
    change: &'static str,
}

/// How long something stays.
#[derive(Clone, Debug, Serialize)]
struct Stay {
    kind: &'static str,
    days: i64,
}

impl View for Permissions {
    const TEMPLATE: &'static str = "privacy/permissions.html";

    fn title(&self) -> Sentence {
        Sentence::new("permissions-title")
    }

    fn samples() -> Vec<Self> {
        let rows = crate::web::sitemap();
        vec![Self {
            areas: areas(&rows.iter().collect::<Vec<_>>(), &Retention::default()),
            files: Files::sample(),
        }]
    }
}

/// Who sees what.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let rows: Vec<_> = cx.rows().collect();
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &rows), format).await;
    }
    let areas = areas(&rows, &cx.house().policy.retention);
    cx.page(&Permissions { areas, files: Files::of(&cx) })
}

/// How far every post gets with a topic: looking and changing. Without rows a topic is not there.
fn reaches(topic: &Topic, rows: &[&Row]) -> Option<Vec<(Post, Reach, Reach)>> {
    let about = |row: &&&Row| topic::of(row.path).is_some_and(|found| found.code == topic.code);
    let rows: Vec<_> = rows.iter().filter(about).collect();
    let most = |post: Post, reads: bool| {
        let of = rows.iter().filter(|row| row.method.is_safe() == reads);
        of.map(|row| post.reach(row.allow)).max().unwrap_or(Reach::Nothing)
    };
    (!rows.is_empty()).then(|| Post::all().map(|post| (post, most(post, true), most(post, false))).collect())
}

fn areas(rows: &[&Row], schedule: &Retention) -> Vec<Area> {
    let shown = |topic: &Topic| {
        let stay = |kind: &Kind| Stay { kind: kind.code(), days: kind.stays(schedule).num_days() };
        Some(Shown {
            code: topic.code,
            personal: topic.personal,
            lines: lines(reaches(topic, rows)?),
            stays: topic.stays.iter().map(stay).collect(),
        })
    };
    let area = |code: &'static str| Area {
        code,
        topics: TOPICS.iter().filter(|topic| topic.area == code).filter_map(shown).collect(),
    };
    AREAS.into_iter().map(area).collect()
}

/// Who gets equally far stands on one line; who gets nowhere on none.
fn lines(reaches: Vec<(Post, Reach, Reach)>) -> Vec<Line> {
    let mut groups: BTreeMap<(Reach, Reach), Vec<String>> = BTreeMap::new();
    for (post, look, change) in reaches {
        groups.entry((look, change)).or_default().push(post.key());
    }
    groups.remove(&(Reach::Nothing, Reach::Nothing));
    let line = |((look, change), posts): ((Reach, Reach), Vec<String>)| Line {
        posts,
        look: look.code(),
        change: change.code(),
    };
    groups.into_iter().rev().map(line).collect()
}

const COLUMNS: [&str; 7] = [
    "permissions-area",
    "permissions-topic",
    "permissions-post",
    "permissions-look",
    "permissions-change",
    "permissions-what",
    "permissions-data",
];

/// One row for every topic and post, also for who gets nowhere: one can filter.
fn file(cx: &Context, rows: &[&Row]) -> Table {
    let say = |key: &str| cx.words().say(cx.language(), key, &[]);
    let mut cells = Vec::new();
    for topic in TOPICS {
        let key = format!("permissions-on-{}", topic.code);
        let data = if topic.personal { say(&format!("{key}-data")) } else { String::new() };
        for (post, look, change) in reaches(topic, rows).unwrap_or_default() {
            cells.push(vec![
                say(&format!("permissions-area-{}", topic.area)).into(),
                say(&format!("{key}-title")).into(),
                say(&post.key()).into(),
                say(&format!("permissions-reach-{}", look.code())).into(),
                say(&format!("permissions-reach-{}", change.code())).into(),
                say(&key).into(),
                data.as_str().into(),
            ]);
        }
    }
    download::table(cx, "permissions-title", &COLUMNS, cells)
}
