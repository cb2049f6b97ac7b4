//! Which workshops were evaluated, with one figure each: all for whoever runs the programme, their own for trainers.

use poem::{Response, handler};
use serde::Serialize;

use super::evaluation_result::{Piece, results_address};
use crate::{
    domain::learning::evaluation::{FEWEST, list},
    web::{
        context::Context,
        pager::{self, Pager},
        sentence::Sentence,
        view::View,
    },
};

/// The workshops.
#[derive(Serialize)]
pub struct List {
    rows: Vec<Line>,
    fewest: usize,
    pages: Pager,
}

#[derive(Clone, Debug, Serialize)]
struct Line {
    href: String,
    title: String,
    invited: i64,
    answered: i64,
    /// Nothing with too few answers.
    useful: Option<Piece>,
    applied: Option<Piece>,
}

impl View for List {
    const TEMPLATE: &'static str = "learning/evaluation/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("menu-evaluations")
    }

    fn samples() -> Vec<Self> {
        let piece = Piece { word: "percent", percent: 75 };
        let full = Line {
            href: "/desk/evaluations/1".into(),
            title: "Helder schrijven".into(),
            invited: 24,
            answered: 12,
            useful: Some(piece),
            applied: Some(piece),
        };
        let little = Line { title: "Het eerste contact".into(), useful: None, applied: None, ..full.clone() };
        let page = |rows: Vec<Line>| Self { pages: Pager::single(rows.len() as u64), rows, fewest: FEWEST };
        vec![page(vec![full, little]), page(vec![])]
    }
}

impl From<list::Line> for Line {
    fn from(one: list::Line) -> Self {
        Self {
            href: results_address(one.id),
            title: one.title,
            invited: one.invited,
            answered: one.answered,
            useful: one.useful.map(Piece::from),
            applied: one.applied.map(Piece::from),
        }
    }
}

/// The workshops, by title.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let page = list::list(cx.db(), cx.actor(), &pager::window(&cx)?).await?;
    let pages = Pager::new(&cx, &page, list::count(cx.db(), cx.actor()).await?);
    cx.page(&List { rows: page.items.into_iter().map(Line::from).collect(), fewest: FEWEST, pages })
}
