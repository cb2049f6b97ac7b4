//! How the viewer stands towards a session, in words and with the next step.

use entity::{enrolment, workshop::ApprovalRule};
use serde::Serialize;

use super::{
    card::{self, Badge, Seats},
    session::workshop_address,
};
use crate::{
    domain::{
        error::{Error, Refusal, Result},
        learning::{
            agenda::Item,
            draw,
            rule::Replaced,
            standing::{self, Looker, Standing},
        },
    },
    web::{context::Context, error, key, sentence::Sentence},
};

/// What the viewer can do with a session.
#[derive(Clone, Debug, Serialize)]
pub struct Stand {
    /// `take` a place, `ask` whoever has to agree, join the `queue`, take part in the `draw`, have it as `mine`, or `no`.
    pub kind: &'static str,
    pub mine: Option<Mine>,
    pub no: Option<No>,
    /// The key of the form.
    pub key: String,
}

/// What the viewer has already.
#[derive(Clone, Debug, Serialize)]
pub struct Mine {
    pub href: String,
    pub badge: Badge,
}

/// Why there is no place for the viewer, with the session or workshop that stands in the way.
#[derive(Clone, Debug, Serialize)]
pub struct No {
    pub text: String,
    pub href: Option<String>,
    /// What the way there is called.
    pub link: String,
}

impl Stand {
    /// How the viewer stands towards this session; `leaves` for who would give up a place for it, and was agreed to before.
    pub fn new(cx: &Context, item: &Item, standing: Standing, leaves: bool) -> Self {
        let Standing { enrolment, barrier } = standing;
        if let Some(row) = enrolment {
            let mine = Some(Mine::new(cx, &row, draw::collects(&item.session)));
            return Self { kind: "mine", mine, no: None, key: String::new() };
        }
        let no = barrier.map(|refusal| No::new(cx, &refusal));
        let kind = match &no {
            Some(_) => "no",
            None if draw::collects(&item.session) => "draw",
            None if !leaves && item.workshop.approval != ApprovalRule::Nobody => "ask",
            None if Seats::from(&item.session).free() => "take",
            None => "queue",
        };
        Self { kind, mine: None, no, key: key::fresh() }
    }

    /// For samples.
    pub fn sample(kind: &'static str) -> Self {
        let badge = Badge { kind: "ok", text: "Je hebt een plek".into() };
        let mine = Mine { href: "/enrolments/0190a1b2-0000-7000-8000-000000000002".into(), badge };
        let no = No {
            text: "Je hebt op dat moment al iets anders.".into(),
            href: Some(sample_address()),
            link: "Bekijk die datum".into(),
        };
        Self {
            kind,
            mine: (kind == "mine").then_some(mine),
            no: (kind == "no").then_some(no),
            key: "0123456789abcdef".into(),
        }
    }
}

fn sample_address() -> String {
    "/sessions/0190a1b2-0000-7000-8000-000000000003".into()
}

impl Mine {
    fn new(cx: &Context, row: &enrolment::Model, drawn: bool) -> Self {
        Self { href: format!("/enrolments/{}", row.id), badge: Badge::of_enrolment(cx, row, drawn) }
    }
}

impl No {
    /// The sentence of a refusal, said to the person it is about.
    pub fn new(cx: &Context, refusal: &Refusal) -> Self {
        let moment = refusal.moment().map(|at| cx.dates().moment(at)).unwrap_or_default();
        let key = match refusal {
            Refusal::EnrolmentClosed => "place-no-closed",
            Refusal::EnrolmentNotOpen { .. } => "place-no-not-open",
            Refusal::SessionCalledOff => "place-no-called-off",
            Refusal::AlreadyEnrolled => "place-no-already",
            Refusal::AlreadyInWorkshop { .. } => "place-no-elsewhere",
            Refusal::Overlaps { as_trainer: false, .. } => "place-no-overlap",
            Refusal::Overlaps { as_trainer: true, .. } => "place-no-training",
            Refusal::NotInAudience { .. } => "place-no-audience",
            Refusal::NotEmployed => "place-no-employed",
            Refusal::NeedsFirst { .. } => "place-no-needs-first",
            Refusal::TeamAway { .. } => "place-no-team-away",
            Refusal::AlreadyFollowed => "place-no-already-followed",
            other => return Self { text: error::refusal(cx, other), href: None, link: String::new() },
        };
        let sentence = refusal
            .args()
            .into_iter()
            .map(|(name, value)| (name, if name == "audience" { card::audience(cx, &value) } else { value }))
            .fold(Sentence::new(key).with("moment", moment), |sentence, (name, value)| {
                sentence.with(name, value)
            });
        let (href, link) = match refusal {
            Refusal::NeedsFirst { workshop, .. } => (Some(workshop_address(*workshop)), "session-first"),
            other => (other.session().map(card::address), "session-other"),
        };
        Self { text: cx.say(&sentence), href, link: cx.say(&Sentence::new(link)) }
    }
}

/// How the viewer stands towards these sessions, in their order.
///
/// # Errors
/// When the database fails, or nobody is signed in.
pub async fn of_viewer(cx: &Context, items: &[Item]) -> Result<Vec<Stand>> {
    of_leaver(cx, items, None).await
}

/// As [`of_viewer`], for somebody who would give up a place for one of these.
///
/// # Errors
/// As [`of_viewer`].
pub async fn of_leaver(cx: &Context, items: &[Item], leaving: Option<Replaced>) -> Result<Vec<Stand>> {
    let viewer = cx.viewer().ok_or(Error::Forbidden)?;
    let looker = Looker {
        person: &viewer.person,
        now: cx.now(),
        policy: &cx.house().policy,
        leaving,
        gives: viewer.gives,
    };
    let mut found = standing::standings(cx.db(), &looker, items).await?;
    let stand = |item: &Item| {
        Stand::new(cx, item, found.remove(&item.session.id).unwrap_or_default(), leaving.is_some())
    };
    Ok(items.iter().map(stand).collect())
}
