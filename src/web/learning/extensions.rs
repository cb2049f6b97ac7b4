//! Wishes for more time that wait for an answer: of a head's own people, and for the programme of everybody.

use chrono::NaiveDate;
use poem::{Response, handler};
use serde::Serialize;

use super::{assignment::Room, assignment_line::Person, participant_line::Offices};
use crate::{
    domain::learning::duty::list::{self as duties, Filter, Line, Moment, State},
    web::{
        context::Context,
        key,
        pager::{self, Pager},
        sentence::Sentence,
        view::View,
    },
};

/// What waits.
#[derive(Serialize)]
pub struct Index {
    base: &'static str,
    duties: &'static str,
    wishes: Vec<Wish>,
    pages: Pager,
    /// The key of the buttons.
    key: String,
}

/// One wish.
#[derive(Clone, Debug, Serialize)]
struct Wish {
    line: Person,
    until: Option<NaiveDate>,
    reason: Option<String>,
    /// It is the viewer's own: somebody else answers it.
    own: bool,
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/duty/extensions.html";

    fn title(&self) -> Sentence {
        Sentence::new("extensions-title")
    }

    fn samples() -> Vec<Self> {
        let wish = |own| Wish {
            line: Person::sample(if own { State::Overdue } else { State::Enrolled }),
            until: Some(NaiveDate::default()),
            reason: Some("Ik ben lang weg.".into()),
            own,
        };
        let face = |wishes: Vec<Wish>| Self {
            base: "/team/assignments",
            duties: "/team/duties",
            pages: Pager::single(wishes.len() as u64),
            wishes,
            key: "k".into(),
        };
        vec![face(vec![wish(false), wish(true)]), face(vec![])]
    }
}

/// What waits, by surname.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let moment = Moment { now: cx.now(), today: cx.house().policy.day(cx.now()), open: Vec::new() };
    let filter = Filter { asks: true, ..room.filter() };
    let page = duties::list(cx.db(), &filter, &pager::window(&cx)?, &moment).await?;
    let total = duties::count(cx.db(), &filter, &moment).await?;
    let people: Vec<_> = page.items.iter().map(|line| line.person.id).collect();
    let offices = Offices::of(&cx, &people).await?;
    let wish = |line: &Line| Wish {
        line: Person::new(line, &offices),
        until: line.duty.asked_until,
        reason: line.duty.asked_reason.clone(),
        own: cx.actor().person == Some(line.person.id),
    };
    let wishes = page.items.iter().map(wish).collect();
    let pages = Pager::new(&cx, &page, total);
    cx.page(&Index { base: room.base, duties: room.duties, wishes, pages, key: key::fresh() })
}
