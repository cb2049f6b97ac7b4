//! What a head finds on the first page: how many of the own people are in a hurry, and where they go.

use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        handover,
        learning::{
            agenda,
            duty::{
                list::Moment,
                urgent::{self, Hurry},
            },
            place,
        },
    },
    web::{adoption::home::Standing, context::Context, learning::card::SessionCard, row::Allow},
};

/// What a head has to know first.
#[derive(Default, Serialize)]
pub struct Department {
    /// How many people are too late or nearly; nothing for who heads nobody.
    pub(super) hurry: Option<Hurry>,
    pub(super) attends: Vec<Attended>,
    /// Letters that the viewer has to give to the team.
    pub(super) letters: u64,
    /// How far the department is; nothing before a period was closed.
    pub(super) standing: Option<Standing>,
}

/// A session with how many people of the viewer's departments take part.
#[derive(Serialize)]
pub(super) struct Attended {
    card: SessionCard,
    people: i64,
}

impl Department {
    /// Of who heads one; of others nothing is asked.
    pub(super) async fn of(cx: &Context) -> Result<Self> {
        if !cx.may(Allow::Head) {
            return Ok(Self::default());
        }
        let (now, today) = (cx.now(), cx.house().policy.day(cx.now()));
        // Which dates there are matters only for who has none, which stands on the page of the department.
        let moment = Moment { now, today, open: Vec::new() };
        let hurry = urgent::count(cx.db(), &cx.actor().departments, &moment).await?;
        let letters = handover::count(cx.db(), cx.actor(), (now, today)).await?;
        let standing = Standing::of(cx).await?;
        Ok(Self { hurry: Some(hurry), attends: attends(cx).await?, letters, standing })
    }

    /// For samples.
    pub(super) fn sample(overdue: i64) -> Self {
        let card = SessionCard::sample("Het eerste contact", 2, 4);
        let hurry = Some(Hurry { overdue, soon: 2 * overdue, no_date: 0 });
        let standing = Some(Standing::sample((overdue > 0).then_some(2)));
        Self { hurry, attends: vec![Attended { card, people: 3 }], letters: 1, standing }
    }
}

/// Where the people of a head go.
async fn attends(cx: &Context) -> Result<Vec<Attended>> {
    let today = cx.house().policy.day(cx.now());
    let found = place::of_departments(cx.db(), &cx.actor().departments, today, cx.now()).await?;
    let ids: Vec<_> = found.iter().map(|attended| attended.session_id).collect();
    let items = agenda::of(cx.db(), &ids, cx.now()).await?;
    let attended = |attended: &place::Attended| {
        let card = SessionCard::new(cx, items.get(&attended.session_id)?, None);
        Some(Attended { card, people: attended.people })
    };
    Ok(found.iter().filter_map(attended).collect())
}
