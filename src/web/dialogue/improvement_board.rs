//! The boards: "you said, we did". Of the house, of the own team, and of the teams that somebody heads.

use chrono::NaiveDate;
use entity::id::DepartmentId;
use poem::{Response, handler};
use serde::Serialize;

use super::improvement_line::Line;
use crate::{
    domain::{
        dialogue::improvement::{
            Step,
            board::{self, Board, Filter, Item, Work},
        },
        error::Result,
        page::{Page, Window},
        people::department,
    },
    table::{Cell, Table},
    web::{
        context::Context,
        download::{self, Files},
        learning::session_choose::Choice,
        pager::{self, Pager},
        refill::FormView,
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// What somebody does, on top of the own board.
const OWN: u64 = 10;

/// A board.
#[derive(Serialize)]
pub struct Show {
    board: &'static str,
    base: &'static str,
    /// Whether the viewer heads teams, and has a board of them.
    heads: bool,
    sections: Vec<Section>,
    /// One for each step that there is.
    steps: Vec<Chip>,
    /// What waits, for who answers.
    work: Vec<Chip>,
    all: Chip,
    quick: Chip,
    form: FormView,
    departments: Vec<Choice>,
    /// What the viewer does.
    own: Vec<Line>,
    pages: Pager,
    files: Files,
}

/// Improvements at one step.
#[derive(Clone, Debug, Serialize)]
struct Section {
    step: Step,
    lines: Vec<Line>,
}

/// A way to look at it.
#[derive(Clone, Debug, Serialize)]
struct Chip {
    code: &'static str,
    href: String,
    count: u64,
    current: bool,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/improvement/board.html";

    fn title(&self) -> Sentence {
        Sentence::new("improvements-title")
    }

    fn samples() -> Vec<Self> {
        let chip = |code: &'static str, current| Chip {
            code,
            href: format!("/improvements?step={code}"),
            count: 3,
            current,
        };
        let face = |board, base, heads, full: bool| Self {
            board,
            base,
            heads,
            sections: Step::ALL
                .iter()
                .filter(|_| full)
                .map(|step| Section { step: *step, lines: vec![Line::sample(*step)] })
                .collect(),
            steps: Step::ALL.iter().filter(|_| full).map(|step| chip(step.code(), false)).collect(),
            work: Work::ALL.iter().filter(|_| heads).map(|work| chip(work.code(), false)).collect(),
            all: chip("", true),
            quick: chip("quick", false),
            form: FormView::new(),
            departments: vec![Choice { value: "1".into(), label: "Vergunningen".into() }],
            own: if board == "mine" { vec![Line::sample(Step::Agreed)] } else { vec![] },
            pages: Pager::single(if full { 12 } else { 0 }),
            files: Files::sample(),
        };
        vec![
            face("house", "/improvements", false, true),
            face("mine", "/improvements/mine", true, true),
            face("team", "/team/improvements", true, true),
            face("house", "/improvements", false, false),
        ]
    }
}

/// Of the house.
#[handler]
pub async fn house(cx: Context) -> poem::Result<Response> {
    show(&cx, Board::House).await
}

/// Of the own team.
#[handler]
pub async fn mine(cx: Context) -> poem::Result<Response> {
    show(&cx, Board::Mine).await
}

/// Of the teams that the viewer heads.
#[handler]
pub async fn team(cx: Context) -> poem::Result<Response> {
    show(&cx, Board::Team).await
}

async fn show(cx: &Context, which: Board) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let filter = asked(cx, which);
    if let Some(format) = download::asked(cx) {
        let read = |window: Window| {
            let filter = &filter;
            async move { board::list(cx.db(), cx.actor(), filter, &window, today).await }
        };
        let items = download::whole(read).await?;
        return download::answer(file(cx, &items, which), format).await;
    }
    cx.page(&view(cx, &filter, today).await?)
}

fn asked(cx: &Context, board: Board) -> Filter {
    let query = cx.query();
    Filter {
        step: Step::from_code(query.text("step")),
        quick: query.has("quick"),
        department: query.text("department").parse::<DepartmentId>().ok(),
        work: Work::from_code(query.text("work")).filter(|_| works(cx, board)),
        ..Filter::of(board)
    }
}

/// Whether the viewer answers what stands on this board.
fn works(cx: &Context, board: Board) -> bool {
    board == Board::Team || (board == Board::House && cx.may(Allow::Hearer))
}

async fn view(cx: &Context, filter: &Filter, today: NaiveDate) -> Result<Show> {
    let (db, actor) = (cx.db(), cx.actor());
    let page = board::list(db, actor, filter, &pager::window(cx)?, today).await?;
    let counts = board::counts(db, actor, filter, today).await?;
    let count = |step: Step| counts.get(&step).copied().unwrap_or_default();
    let whole: u64 = counts.values().sum();
    let total = filter.step.map_or(whole, count);
    let own = Filter { owner: actor.person, work: Some(Work::Due), ..Filter::of(Board::Mine) };
    let own = match filter.board {
        Board::Mine => board::list(db, actor, &own, &Window { limit: OWN, after: None }, today).await?.items,
        Board::House | Board::Team => Vec::new(),
    };
    let (code, base) = names(filter.board);
    let plain = filter.step.is_none() && !filter.quick && filter.work.is_none();
    let chip = |name: &str, code: &'static str, count: u64, current: bool| Chip {
        code,
        href: address(cx, base, name, code),
        count,
        current,
    };
    let step = |step: &Step| chip("step", step.code(), count(*step), filter.step == Some(*step));
    let seen = |step: &&Step| count(**step) > 0 || filter.step == Some(**step);
    let work = |work: Work| chip("work", work.code(), 0, filter.work == Some(work));
    Ok(Show {
        board: code,
        base,
        heads: cx.may(Allow::Head),
        sections: sections(&page, today),
        steps: Step::ALL.iter().filter(seen).map(step).collect(),
        work: if works(cx, filter.board) { Work::ALL.map(work).to_vec() } else { Vec::new() },
        all: chip("", "", whole, plain),
        quick: chip("quick", "yes", 0, filter.quick),
        form: FormView::new().with("department", cx.query().text("department")),
        departments: departments(cx, filter.board).await?,
        own: own.iter().map(|item| Line::new(item, today)).collect(),
        pages: Pager::new(cx, &page, total),
        files: Files::of(cx),
    })
}

const fn names(board: Board) -> (&'static str, &'static str) {
    match board {
        Board::House => ("house", "/improvements"),
        Board::Mine => ("mine", "/improvements/mine"),
        Board::Team => ("team", "/team/improvements"),
    }
}

/// The same board looked at in one other way; the department stays.
fn address(cx: &Context, base: &str, name: &str, value: &str) -> String {
    let kept = [("department", cx.query().text("department")), (name, value)];
    let kept: Vec<_> = kept.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let query = serde_urlencoded::to_string(kept).unwrap_or_default();
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}

/// By step, each in the order of the list.
fn sections(page: &Page<Item>, today: NaiveDate) -> Vec<Section> {
    let lines: Vec<_> = page.items.iter().map(|item| Line::new(item, today)).collect();
    let of = |step: &Step| Section {
        step: *step,
        lines: lines.iter().filter(|line| line.step == *step).cloned().collect(),
    };
    Step::ALL.iter().map(of).filter(|section| !section.lines.is_empty()).collect()
}

/// The departments to choose from: on the board of the house all, on that of a head the own.
async fn departments(cx: &Context, board: Board) -> Result<Vec<Choice>> {
    if board == Board::Mine {
        return Ok(Vec::new());
    }
    let tree = department::tree(cx.db()).await?;
    let nodes = tree.nodes();
    let own = nodes.iter().filter(|node| board == Board::House || cx.actor().leads(&[node.department.id]));
    let choice = |node: &department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: format!("{}{}", "– ".repeat(node.depth), node.department.name),
    };
    let all: Vec<_> = own.map(choice).collect();
    Ok(if all.len() > 1 { all } else { Vec::new() })
}

/// The last two are for who sees all of it.
const COLUMNS: [&str; 13] = [
    "improvement-title",
    "improvement-text",
    "improvement-team",
    "improvement-step",
    "improvement-raised",
    "improvement-answered",
    "improvement-because",
    "improvement-due",
    "improvement-done",
    "improvement-effect",
    "improvement-quick",
    "improvement-owner",
    "improvement-answer-by",
];
/// How many others see.
const OPEN: usize = 11;

/// What one sees, and not more.
fn file(cx: &Context, items: &[Item], board: Board) -> Table {
    let open = board != Board::House || cx.actor().may_hear_all();
    let columns = if open { COLUMNS.as_slice() } else { COLUMNS.split_at(OPEN).0 };
    let say = |key: String| cx.words().say(cx.language(), &key, &[]);
    let row = |item: &Item| {
        let row = &item.row;
        let line = Line::new(item, row.answer_by);
        let quick = if line.quick { say("improvement-quick".into()) } else { String::new() };
        let mut cells: Vec<Cell> = vec![
            row.title.as_str().into(),
            row.text.as_str().into(),
            item.team.clone().into(),
            say(format!("improvement-step-{}", line.step.code())).into(),
            row.raised_on.into(),
            row.answered_on.into(),
            row.because.clone().into(),
            row.due_on.into(),
            row.done_on.into(),
            row.effect.clone().into(),
            quick.into(),
        ];
        if open {
            cells.extend([Cell::from(item.owner.clone()), row.answer_by.into()]);
        }
        cells
    };
    download::table(cx, "improvements-title", columns, items.iter().map(row).collect())
}
