//! One date of a workshop: when, where, with whom, and a place to take.

use chrono::{DateTime, Utc};
use entity::{
    enrolment::EnrolmentStatus,
    id::{SessionId, WorkshopId},
    meeting,
    workshop::ApprovalRule,
};
use minijinja::Value;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    card::{Span, address, first_period},
    held_seats,
    session_round::{Round, withdraw_until, written},
    stand::{No, Stand},
    team_choice::Choice,
};
use crate::{
    domain::{
        error::{Error, Refusal, Result},
        learning::{
            agenda::Item,
            draw,
            known::{self, Known},
            standing::{self, Looker, Standing},
        },
    },
    web::{context::Context, refill::FormView, sentence::Sentence, view::View},
};

/// A session.
#[derive(Serialize)]
pub struct Show {
    title: String,
    /// Where the workshop is shown.
    workshop: String,
    /// Where a place is asked.
    action: String,
    period: Span,
    /// The viewer gives this session.
    trains: bool,
    /// How many wait.
    waiting: i32,
    /// When the places are drawn, as long as they are not.
    draw_at: Option<DateTime<Utc>>,
    /// Until when one withdraws without a reason.
    withdraw_until: DateTime<Utc>,
    /// That moment has passed: from now on a reason is asked.
    withdraw_late: bool,
    /// Until when somebody who waits gets an offer. Nothing: from now on people are placed directly.
    offers_until: Option<DateTime<Utc>>,
    stand: Stand,
    /// A wish for a place was just refused.
    refused: bool,
    form: FormView,
    /// For a head: enrolling somebody of the team.
    pub(super) team: Option<Choice>,
    /// Seats that the viewer holds.
    held: Vec<held_seats::Line>,
    /// Where the viewer holds seats; empty for who cannot.
    hold: String,
    /// Who has to agree before there is a place.
    approval: ApprovalRule,
    /// What everybody sees, written.
    about: Option<Value>,
    facts: Option<Value>,
    /// Of a sample: what is to be written.
    round: Option<Round>,
}

/// One date of the session.
#[derive(Clone, Debug, Serialize)]
pub struct Meeting {
    pub period: Span,
    pub location: String,
    /// Only for who takes part, gives it or plans it.
    pub link: Option<String>,
    pub online: bool,
}

impl Meeting {
    /// With its link when the viewer may follow it.
    pub fn new(row: &meeting::Model, inside: bool) -> Self {
        Self {
            period: Span { start: row.starts_at, end: row.ends_at },
            location: row.location.clone(),
            link: row.link.clone().filter(|_| inside),
            online: row.link.is_some(),
        }
    }

    /// For samples.
    pub fn sample(days: i64, link: bool) -> Self {
        Self {
            period: Span::sample(days),
            location: if link { String::new() } else { "Stadhuis, zaal 2.14".into() },
            link: link.then(|| "https://vergadering.example/1".into()),
            online: link,
        }
    }
}

/// The id in samples.
const SAMPLE: &str = "0190a1b2-0000-7000-8000-000000000001";

impl Show {
    fn sample(kind: &'static str, called_off: bool) -> Self {
        Self {
            title: "Het eerste contact".into(),
            workshop: format!("/workshops/{SAMPLE}"),
            action: format!("/sessions/{SAMPLE}/enrolments"),
            period: Span::sample(0),
            trains: kind == "mine",
            waiting: 2,
            draw_at: (kind == "draw").then(|| Span::sample(-9).start),
            withdraw_until: Span::sample(-1).start,
            withdraw_late: called_off,
            offers_until: (!called_off).then(|| Span::sample(-2).start),
            stand: Stand::sample(kind),
            refused: called_off,
            form: FormView::new().with("short-notice", "yes"),
            team: (kind == "take").then(|| Choice::sample(&["Sem Bakker", "Noor el Amrani"], false)),
            held: vec![],
            hold: String::new(),
            approval: ApprovalRule::Nobody,
            about: None,
            facts: None,
            round: Some(Round::sample(kind, called_off)),
        }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/session/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.title)
    }

    fn samples() -> Vec<Self> {
        let sample = Self::sample;
        let asks = |approval| Self {
            approval,
            held: vec![held_seats::Line::sample()],
            hold: format!("/sessions/{SAMPLE}/held-seats"),
            ..sample("ask", false)
        };
        let late = |kind| Self { withdraw_late: true, offers_until: None, ..sample(kind, false) };
        vec![
            asks(ApprovalRule::Head),
            asks(ApprovalRule::HeadThenManager),
            sample("take", false),
            sample("queue", false),
            sample("draw", false),
            sample("mine", false),
            sample("no", true),
            late("take"),
            late("queue"),
            Self { team: Some(Choice::sample(&["Sem Bakker"], true)), ..sample("queue", false) },
            Self { team: Some(Choice::sample(&[], false)), ..sample("queue", false) },
        ]
    }
}

/// One session.
#[handler]
pub async fn show(cx: Context, Path(id): Path<SessionId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id).await?)
}

/// The session, with why a wish for a place could not be granted.
///
/// # Errors
/// As [`view`].
pub async fn refused(cx: &Context, id: SessionId, no: &Refusal) -> poem::Result<Show> {
    let mut view = view(cx, id).await?;
    if view.stand.kind != "mine" {
        view.stand = Stand { kind: "no", no: Some(No::new(cx, no)), ..view.stand };
    }
    Ok(Show { refused: true, ..view })
}

/// The session with what was typed and what is wrong with it.
///
/// # Errors
/// As [`view`].
pub async fn again(cx: &Context, id: SessionId, form: FormView) -> poem::Result<Show> {
    Ok(Show { form, ..view(cx, id).await? })
}

/// What the page of a session shows to this viewer.
///
/// # Errors
/// [`Error::Missing`] when there is none, and just so for one that the viewer may not see.
pub async fn view(cx: &Context, id: SessionId) -> poem::Result<Show> {
    let known = known::find(cx.house(), cx.actor(), id).await?;
    let item = &known.item;
    let trains = item.trainers.iter().any(|trainer| Some(trainer.id) == cx.actor().person);
    let standing = standing_of(cx, &known).await?;
    let seated = standing.enrolment.as_ref().is_some_and(|row| row.status == EnrolmentStatus::Confirmed);
    let inside = seated || trains || cx.actor().may_follow_links();
    let team = Choice::of(cx, item).await?;
    let held = held_seats::Line::of(cx, &item.session).await?;
    let hold = held_seats::may_hold(cx, item).then(|| format!("{}/held-seats", address(id)));
    let hold = hold.unwrap_or_default();
    let round = written(cx, &known, inside).await?;
    let (about, facts) = (Some(round.about.clone()), Some(round.facts.clone()));
    Ok(Show { team, held, hold, about, facts, ..shown(cx, item, standing, trains) })
}

async fn standing_of(cx: &Context, Known { item, asks }: &Known) -> Result<Standing> {
    let viewer = cx.viewer().ok_or(Error::Forbidden)?;
    let looker = Looker {
        person: &viewer.person,
        now: cx.now(),
        policy: &cx.house().policy,
        leaving: None,
        gives: viewer.gives,
    };
    let mut found = standing::standings_by(cx.db(), &looker, std::slice::from_ref(item), asks).await?;
    Ok(found.remove(&item.session.id).unwrap_or_default())
}

fn shown(cx: &Context, item: &Item, standing: Standing, trains: bool) -> Show {
    let stand = Stand::new(cx, item, standing, false);
    let Item { session, workshop, .. } = item;
    let withdraw_until = withdraw_until(item);
    let offers_until = session.starts_at - cx.house().policy.short_notice;
    Show {
        workshop: workshop_address(workshop.id),
        action: format!("{}/enrolments", address(session.id)),
        title: workshop.title.clone(),
        period: first_period(item),
        trains,
        waiting: session.waiting,
        draw_at: session.draw_at.filter(|_| draw::collects(session)),
        withdraw_until,
        withdraw_late: withdraw_until < cx.now(),
        offers_until: (offers_until > cx.now()).then_some(offers_until),
        form: FormView::new().with("short-notice", "yes"),
        refused: false,
        team: None,
        held: Vec::new(),
        hold: String::new(),
        approval: workshop.approval,
        about: None,
        facts: None,
        round: None,
        stand,
    }
}

/// Where a workshop is shown.
pub fn workshop_address(id: WorkshopId) -> String {
    format!("/workshops/{id}")
}
