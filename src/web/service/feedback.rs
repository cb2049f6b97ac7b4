//! What residents wrote, and how much came in: for who measures, and for heads what is about their departments. No grade stands
//! here, and nothing made of grades: those figures are published with a period.

use chrono::NaiveDate;
use entity::{feedback::Channel, id::DepartmentId};
use poem::{Response, handler};
use serde::Serialize;

use super::feedback_new::departments;
use crate::{
    domain::{
        page::Page,
        people::department::Tree,
        service::feedback::list::{self, FEWEST, Filter, Line},
    },
    web::{
        context::Context,
        learning::session_choose::Choice,
        pager::{self, Pager},
        refill::FormView,
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// Everything that came in.
#[derive(Serialize)]
pub struct Desk {
    form: FormView,
    channels: Vec<Channel>,
    departments: Vec<Choice>,
    received: Vec<Received>,
    total: u64,
    lines: Vec<Said>,
    pages: Pager,
    /// Whether the viewer finds the pulse.
    pulse: bool,
}

/// How much came in by a channel.
#[derive(Clone, Debug, Serialize)]
struct Received {
    channel: Channel,
    count: u64,
}

/// What somebody wrote.
#[derive(Clone, Debug, Serialize)]
struct Said {
    channel: Channel,
    department: Option<String>,
    received_on: NaiveDate,
    text: String,
}

impl Said {
    fn new(line: Line, tree: &Tree) -> Self {
        let name = |id| tree.get(id).map(|department| department.name.clone());
        Self {
            channel: line.channel,
            department: line.department.and_then(name),
            received_on: line.received_on,
            text: line.text,
        }
    }

    fn sample() -> Self {
        Self {
            channel: Channel::Counter,
            department: Some("Klantcontact".into()),
            received_on: NaiveDate::default(),
            text: "Ik werd snel geholpen.".into(),
        }
    }
}

impl View for Desk {
    const TEMPLATE: &'static str = "service/feedback/desk.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-desk")
    }

    fn samples() -> Vec<Self> {
        let received = |count| Channel::ALL.iter().map(move |channel| Received { channel: *channel, count });
        let face = |form, full: bool| Self {
            form,
            channels: Channel::ALL.to_vec(),
            departments: vec![Choice { value: "1".into(), label: "Klantcontact".into() }],
            received: received(if full { 12 } else { 0 }).collect(),
            total: if full { 84 } else { 0 },
            lines: if full { vec![Said::sample()] } else { vec![] },
            pages: Pager::single(full.into()),
            pulse: full,
        };
        let wrong = FormView::new().with("from", "gisteren").wrong("from", "Vul een datum in.");
        vec![face(FormView::new(), true), face(FormView::new(), false), face(wrong, false)]
    }
}

/// What was said about the departments of a head.
#[derive(Serialize)]
pub struct Team {
    /// Nothing as long as it is too little.
    lines: Option<Vec<Said>>,
    pages: Pager,
    fewest: u64,
}

impl View for Team {
    const TEMPLATE: &'static str = "service/feedback/team.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-team")
    }

    fn samples() -> Vec<Self> {
        let face = |lines, total| Self { lines, pages: Pager::single(total), fewest: FEWEST };
        vec![face(Some(vec![Said::sample(); 5]), 5), face(None, 0)]
    }
}

/// For who measures.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let query = cx.query();
    let mut read = query.read();
    let (from, until) = (read.date("from"), read.date("until"));
    let mut form = FormView::new().keeping(query, &[]);
    if let Err(error) = read.done() {
        form = cx.noting(form, error)?;
    }
    let chosen: Option<DepartmentId> = query.text("department").parse().ok();
    let tree = cx.tree().await?;
    let filter = Filter {
        channel: Channel::from_code(query.text("channel")),
        departments: chosen.map(|id| tree.below(id).into_iter().collect()),
        from,
        until,
    };
    let page = list::texts(cx.db(), cx.actor(), &filter, &pager::window(&cx)?).await?;
    let written = list::count(cx.db(), &filter).await?;
    let received = list::received(cx.db(), &filter).await?;
    let (lines, pages) = shown(&cx, page, written, &tree);
    cx.page(&Desk {
        form,
        channels: Channel::ALL.to_vec(),
        departments: departments(&cx).await?,
        total: received.iter().map(|(_, count)| count).sum(),
        received: received.into_iter().map(|(channel, count)| Received { channel, count }).collect(),
        lines,
        pages,
        pulse: cx.may(Allow::AnswerTaker),
    })
}

/// For heads.
#[handler]
pub async fn of_team(cx: Context) -> poem::Result<Response> {
    let found = list::of_head(cx.db(), cx.actor(), &pager::window(&cx)?).await?;
    let tree = cx.tree().await?;
    let (lines, pages) = match found {
        Some((page, total)) => {
            let (lines, pages) = shown(&cx, page, total, &tree);
            (Some(lines), pages)
        }
        None => (None, Pager::single(0)),
    };
    cx.page(&Team { lines, pages, fewest: FEWEST })
}

fn shown(cx: &Context, page: Page<Line>, total: u64, tree: &Tree) -> (Vec<Said>, Pager) {
    let pages = Pager::new(cx, &page, total);
    (page.items.into_iter().map(|line| Said::new(line, tree)).collect(), pages)
}
