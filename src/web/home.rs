//! The first page: for visitors what this is, for who is signed in what awaits them, the most urgent first. What a trainer and
//! a head find there are parts of their own.

mod head;
mod improvement;
mod papers;
mod trainer;

use poem::{Response, handler};
use serde::Serialize;

use self::{head::Department, improvement::Improvements, trainer::Gives};
use super::{
    adoption::pulse_home,
    context::Context,
    dialogue::Fresh,
    dialogue::ballot_home::OpenVote,
    learning::{
        card::SessionCard,
        certificate,
        duties::{self, Mine},
        evaluation_home::Evaluations,
        place::Row,
    },
    menu,
    sentence::Sentence,
    service::compliment_home::Thanks,
    view::{MenuEntry, View},
};
use crate::domain::{
    error::Result,
    learning::{agenda, duty::list::State, place},
    letter,
    page::Window,
};

/// Cards in one part of the page; the rest is a click away.
const FEW: u64 = 6;

/// For who is not signed in: what this is, what is coming, and how to come in.
#[derive(Serialize)]
pub struct Welcome {
    dates: Vec<SessionCard>,
}

impl View for Welcome {
    const TEMPLATE: &'static str = "home/welcome.html";

    fn title(&self) -> Sentence {
        Sentence::new("home-welcome-title")
    }

    fn samples() -> Vec<Self> {
        let card = SessionCard { trainers: vec![], ..SessionCard::sample("Het eerste contact", 2, 4) };
        vec![Self { dates: vec![] }, Self { dates: vec![card] }]
    }
}

/// What awaits somebody.
#[derive(Serialize)]
pub struct Home {
    name: String,
    /// The viewer is who loads the staff, and nobody has.
    unstaffed: bool,
    /// What to do or where to be first.
    next: Option<Row>,
    /// What the viewer still has to follow.
    duties: Vec<Mine>,
    offers: Vec<Row>,
    coming: Vec<Row>,
    waiting: Vec<Row>,
    /// Dates with free seats, for who has no place yet.
    free: Vec<SessionCard>,
    /// What the viewer gives.
    gives: Gives,
    /// Whom the viewer heads.
    department: Department,
    /// Sessions of which somebody has to say whether they go on.
    decide: Vec<SessionCard>,
    /// Sessions that need a look.
    attention: Vec<SessionCard>,
    /// What the viewer runs.
    desk: Vec<MenuEntry>,
    failed_letters: usize,
    evaluations: Evaluations,
    /// That the viewer can say what they think of the core values.
    pulse: Option<pulse_home::Waiting>,
    /// What the own team was thanked for.
    thanks: Thanks,
    /// Votes of the viewer that are open.
    votes: Vec<OpenVote>,
    /// Summaries of conversations that are new.
    summaries: Fresh,
    /// The last certificates of the viewer.
    papers: Vec<certificate::Row>,
    improvements: Improvements,
}

impl Home {
    /// For samples: nothing awaits.
    fn bare() -> Self {
        Self {
            name: "Fenna".into(),
            unstaffed: false,
            next: None,
            duties: vec![],
            offers: vec![],
            coming: vec![],
            waiting: vec![],
            free: vec![SessionCard::sample("Het eerste contact", 3, 4)],
            gives: Gives::default(),
            department: Department::default(),
            decide: vec![],
            attention: vec![],
            desk: vec![],
            failed_letters: 0,
            evaluations: Evaluations::default(),
            pulse: None,
            thanks: Thanks::default(),
            votes: vec![],
            summaries: Fresh::default(),
            papers: vec![],
            improvements: Improvements::default(),
        }
    }
}

impl View for Home {
    const TEMPLATE: &'static str = "home/home.html";

    fn title(&self) -> Sentence {
        Sentence::new("menu-home")
    }

    fn samples() -> Vec<Self> {
        let card = |days| SessionCard::sample("Het eerste contact", days, 4);
        let bare = Self::bare;
        let employee = Self {
            next: Some(Row::sample("offered")),
            offers: vec![Row::sample("offered")],
            coming: vec![Row::sample("confirmed")],
            waiting: vec![Row::sample("waiting")],
            duties: vec![Mine::sample(State::NoDate), Mine::sample(State::Enrolled)],
            papers: vec![certificate::Row::sample(false)],
            free: vec![],
            ..bare()
        };
        let everything = Self {
            next: Some(Row::sample("confirmed")),
            coming: vec![Row::sample("confirmed"), Row::sample("confirmed")],
            gives: Gives::sample(true),
            department: Department::sample(2),
            attention: vec![card(4)],
            desk: vec![MenuEntry { label: "Mensen".into(), href: "/people", current: false, waiting: 0 }],
            failed_letters: 2,
            evaluations: Evaluations::sample(),
            pulse: Some(pulse_home::Waiting::sample()),
            thanks: Thanks::sample(),
            votes: OpenVote::sample(),
            improvements: Improvements::sample(),
            summaries: Fresh::sample(),
            ..bare()
        };
        let trainer = Self { gives: Gives::sample(false), free: vec![], ..bare() };
        let head = Self { department: Department::sample(0), free: vec![], ..bare() };
        let manager = Self { decide: vec![card(2)], attention: vec![card(4)], free: vec![], ..bare() };
        let first = Self { unstaffed: true, free: vec![], ..bare() };
        vec![bare(), first, employee, everything, trainer, head, manager]
    }
}

/// The first page.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    if cx.viewer().is_none() {
        return cx.page(&Welcome { dates: welcome(&cx).await? });
    }
    cx.page(&home(&cx).await?)
}

/// The first dates to come. Who gives them is for colleagues.
async fn welcome(cx: &Context) -> Result<Vec<SessionCard>> {
    let cards = cards(cx, agenda::Filter::default()).await?;
    Ok(cards.into_iter().map(|card| SessionCard { trainers: Vec::new(), ..card }).collect())
}

async fn home(cx: &Context) -> Result<Home> {
    let (me, actor) = (cx.me()?, cx.actor());
    let rows: Vec<Row> =
        place::coming(cx.db(), me, cx.now()).await?.iter().map(|place| Row::new(cx, place)).collect();
    let those = |state: &str| -> Vec<Row> { rows.iter().filter(|row| row.state == state).cloned().collect() };
    let (offers, coming, waiting) = (those("offered"), those("confirmed"), those("waiting"));
    let free = agenda::Filter { free: true, open: Some(true), ..Default::default() };
    let gives = Gives::of(cx, me).await?;
    let attention = agenda::Filter { attention: true, ..Default::default() };
    let attention = if actor.may_plan() { cards(cx, attention).await? } else { Vec::new() };
    Ok(Home {
        name: cx.viewer().map_or_else(String::new, |viewer| viewer.person.given_name.clone()),
        unstaffed: actor.may_import() && cx.tree().await?.is_empty(),
        next: offers.first().or(coming.first()).cloned(),
        duties: if actor.is_outsider() { Vec::new() } else { to_follow(cx).await? },
        department: Department::of(cx).await?,
        free: if !actor.is_outsider() && rows.is_empty() && gives.is_empty() && attention.is_empty() {
            cards(cx, free).await?
        } else {
            Vec::new()
        },
        failed_letters: if actor.may_see_letters() { letter::failed(cx.db(), 100).await?.len() } else { 0 },
        papers: papers::last(cx).await?,
        improvements: Improvements::of(cx).await?,
        evaluations: Evaluations::of(cx).await?,
        pulse: pulse_home::Waiting::of(cx).await?,
        thanks: Thanks::of(cx).await?,
        votes: OpenVote::of(cx).await?,
        summaries: Fresh::of(cx).await?,
        desk: menu::desk(cx),
        offers,
        coming,
        waiting,
        gives,
        decide: decide(cx).await?,
        attention,
    })
}

/// What is still to be followed, the most urgent first.
async fn to_follow(cx: &Context) -> Result<Vec<Mine>> {
    let open = duties::mine(cx).await?.into_iter().filter(|one| !matches!(one.state, "done" | "exempt"));
    Ok(open.take(usize::try_from(FEW).unwrap_or(usize::MAX)).collect())
}

/// What awaits a decision, each leading to the page where it is made.
async fn decide(cx: &Context) -> Result<Vec<SessionCard>> {
    if !cx.actor().may_plan() {
        return Ok(Vec::new());
    }
    let undecided = agenda::Filter { undecided: true, ..Default::default() };
    let cards = cards(cx, undecided).await?;
    let leads = |card: SessionCard| SessionCard { href: format!("/desk{}/decision", card.href), ..card };
    Ok(cards.into_iter().map(leads).collect())
}

/// The first sessions to come that a filter finds.
async fn cards(cx: &Context, filter: agenda::Filter) -> Result<Vec<SessionCard>> {
    first(cx, agenda::Filter { from: Some(cx.now()), ..filter }).await
}

async fn first(cx: &Context, filter: agenda::Filter) -> Result<Vec<SessionCard>> {
    let window = Window { limit: FEW, after: None };
    let page = agenda::list(cx.db(), &filter, &window, cx.now()).await?;
    Ok(page.items.iter().map(|item| SessionCard::new(cx, item, None)).collect())
}
