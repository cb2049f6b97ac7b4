//! The conversations of whoever holds them; of all for the programme manager.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{conversation::ConversationKind, id::DepartmentId};
use poem::{Response, handler};
use serde::Serialize;

use super::choice::Choice;
use crate::{
    domain::{
        dialogue::{
            conversation::list::{self, Filter, Which},
            unit::units,
        },
        error::Result,
        people::department,
    },
    web::{
        context::Context,
        pager::{self, Pager},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The list.
#[derive(Serialize)]
pub struct List {
    which: &'static str,
    all: Vec<&'static str>,
    filter: FormView,
    departments: Vec<Choice>,
    rows: Vec<Line>,
    pages: Pager,
    /// Whether those of others are in it.
    everybody: bool,
    narrowed: bool,
}

/// A conversation in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Line {
    id: String,
    kind: ConversationKind,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    place: String,
    teams: Vec<String>,
    partner: Option<String>,
    facilitator: Option<String>,
    participants: Option<i32>,
    released: bool,
}

impl Line {
    pub(super) fn new(line: &list::Line) -> Self {
        let row = &line.row;
        Self {
            id: row.id.to_string(),
            kind: row.kind,
            start: row.starts_at,
            end: row.starts_at + TimeDelta::minutes(row.minutes.into()),
            place: row.place.clone(),
            teams: line.teams.clone(),
            partner: row.partner.clone(),
            facilitator: line.facilitator.clone(),
            participants: row.participants,
            released: row.released_at.is_some(),
        }
    }

    /// For samples.
    pub(super) fn sample(kind: ConversationKind, held: bool) -> Self {
        let start = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        Self {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            kind,
            start,
            end: start + TimeDelta::minutes(90),
            place: "Postkamer".into(),
            teams: vec!["Post en archief".into(), "Receptie".into()],
            partner: (kind != ConversationKind::Team).then(|| "Klantenpanel".into()),
            facilitator: Some("Sem Bakker".into()),
            participants: held.then_some(12),
            released: held,
        }
    }
}

impl View for List {
    const TEMPLATE: &'static str = "dialogue/conversation/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("menu-conversations")
    }

    fn samples() -> Vec<Self> {
        let face = |which: Which, rows: Vec<Line>, everybody| Self {
            which: which.code(),
            all: Which::ALL.map(Which::code).into(),
            filter: FormView::new().with("department", "1"),
            departments: vec![Choice { value: "1".into(), label: "Klantcontact".into() }],
            pages: Pager::single(rows.len() as u64),
            rows,
            everybody,
            narrowed: everybody,
        };
        let line = Line::sample;
        vec![
            face(Which::ToCome, vec![line(ConversationKind::Team, false)], true),
            face(Which::Held, vec![line(ConversationKind::Panel, true)], false),
            face(Which::ToRecord, vec![line(ConversationKind::RoundTable, false)], true),
            face(Which::ToCome, vec![], true),
            face(Which::ToRecord, vec![], false),
            face(Which::Held, vec![], false),
        ]
    }
}

/// What is to come unless the address says otherwise.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let which = Which::from_code(cx.query().text("which")).unwrap_or_default();
    let department: Option<DepartmentId> = cx.query().text("department").parse().ok();
    let tree = department::tree(cx.db()).await?;
    let teams = department.map(|id| tree.below(id).into_iter().collect());
    let filter = Filter { which, teams };
    let window = pager::window(&cx)?;
    let page = list::page(cx.db(), cx.actor(), &filter, &window, cx.now()).await?;
    let total = list::count(cx.db(), cx.actor(), &filter, cx.now()).await?;
    cx.page(&List {
        which: which.code(),
        all: Which::ALL.map(Which::code).into(),
        filter: FormView::new().keeping(cx.query(), &[]),
        departments: above(&tree),
        rows: page.items.iter().map(Line::new).collect(),
        pages: Pager::new(&cx, &page, total),
        everybody: cx.actor().may_hear_all(),
        narrowed: department.is_some(),
    })
}

/// The departments that stand above a team, to choose from; those at the top hold everything.
fn above(tree: &department::Tree) -> Vec<Choice> {
    let parents: std::collections::HashSet<_> =
        units(tree).iter().filter_map(|unit| unit.parent_id).collect();
    let choice = |node: department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: node.department.name.clone(),
    };
    tree.nodes().into_iter().filter(|node| parents.contains(&node.department.id)).map(choice).collect()
}

/// Where a conversation is.
pub(super) fn address(id: entity::id::ConversationId) -> String {
    format!("/conversations/{id}")
}

/// One conversation in a line; for pages about it.
///
/// # Errors
/// [`crate::domain::error::Error::Missing`] for who may not open its record.
pub(super) async fn line(cx: &Context, id: entity::id::ConversationId) -> Result<list::Line> {
    list::one(cx.db(), cx.actor(), id).await
}
