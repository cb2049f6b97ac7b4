//! Compliments: of the own team, and those that the whole organisation may know of.

use chrono::NaiveDate;
use entity::compliment::{Shape, Telling};
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::service::compliment::list::{self, Line, Whose},
    web::{
        context::Context,
        key,
        pager::{self, Pager},
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// Compliments, the newest first.
#[derive(Serialize)]
pub struct Index {
    /// Of the own team only.
    own: bool,
    thanks: Vec<Thank>,
    pages: Pager,
    /// Whether the viewer enters compliments, and sees all of them with who may be told.
    enters: bool,
    tellings: Vec<Telling>,
    key: String,
}

/// A compliment.
#[derive(Clone, Debug, Serialize)]
pub struct Thank {
    id: String,
    shape: Shape,
    asked: bool,
    text: String,
    department: Option<String>,
    received_on: NaiveDate,
    telling: Telling,
}

impl From<Line> for Thank {
    fn from((row, department): Line) -> Self {
        Self {
            id: row.id.to_string(),
            shape: row.shape,
            asked: row.asked,
            text: row.text,
            department,
            received_on: row.received_on,
            telling: row.telling,
        }
    }
}

impl Thank {
    /// For samples.
    pub(super) fn sample(shape: Shape) -> Self {
        Self {
            id: "1".into(),
            shape,
            asked: shape == Shape::Words,
            text: "Voor alle hulp bij de aanvraag.".into(),
            department: (shape != Shape::Cake).then(|| "Vergunningen".into()),
            received_on: NaiveDate::default(),
            telling: Telling::Team,
        }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "service/compliment/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("compliments-title")
    }

    fn samples() -> Vec<Self> {
        let thanks: Vec<_> = Shape::ALL.iter().map(|shape| Thank::sample(*shape)).collect();
        let face = |own, thanks: &[Thank], enters| Self {
            own,
            thanks: thanks.to_vec(),
            pages: Pager::single(thanks.len() as u64),
            enters,
            tellings: Telling::ALL.to_vec(),
            key: "0".into(),
        };
        vec![
            face(false, &thanks, true),
            face(true, &thanks, false),
            face(false, &[], true),
            face(true, &[], false),
        ]
    }
}

/// All that the viewer may read.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let own = cx.query().has("own");
    let whose = if own { Whose::Own } else { Whose::House };
    let asked = (whose, cx.house().policy.day(cx.now()));
    let page = list::page(cx.db(), cx.actor(), asked, &pager::window(&cx)?).await?;
    let total = list::count(cx.db(), cx.actor(), asked).await?;
    let pages = Pager::new(&cx, &page, total);
    cx.page(&Index {
        own,
        thanks: page.items.into_iter().map(Thank::from).collect(),
        pages,
        enters: cx.may(Allow::Measurer),
        tellings: Telling::ALL.to_vec(),
        key: key::fresh(),
    })
}
