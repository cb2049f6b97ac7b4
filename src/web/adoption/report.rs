//! The report: is it spreading, where not, and what changed. Everybody sees the organisation, a head the own department beside it,
//! and whoever runs the programme all departments in the order of the tree.

use poem::{Response, handler};
use serde::Serialize;

use super::{
    chart::Stain,
    departments::{self, Side},
    file, ladder,
    line::{Group, groups},
    read, said, subject,
    when::{self, When},
};
use crate::{
    domain::{
        adoption::{ledger::Unit, measure::Measure, period::Period, report},
        dialogue::improvement::board::Item,
        error::Result,
    },
    web::{
        context::Context,
        download::{self, Files},
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// The page.
#[derive(Serialize)]
pub struct Show {
    /// Nothing: no period was closed yet.
    when: Option<When>,
    /// What changed, and where it stands still.
    lines: Vec<String>,
    stain: Option<Stain>,
    groups: Vec<Group>,
    /// What the viewer heads, and the one that stands beside the organisation.
    own: Vec<Headed>,
    beside: Option<Beside>,
    departments: Option<Side>,
    themes: Vec<subject::Line>,
    promises: Vec<subject::Line>,
    /// What was done in the period, the last first.
    improvements: Vec<Improved>,
    files: Files,
    paper: String,
    /// Where a text for a board proposal is, for heads and whoever sees all.
    paragraph: Option<String>,
    /// Where the first period is closed, for whoever may.
    closing: Option<&'static str>,
}

/// An improvement that was done.
#[derive(Clone, Debug, Serialize)]
struct Improved {
    id: String,
    title: String,
    effect: Option<String>,
    team: Option<String>,
}

/// The department beside the organisation.
#[derive(Clone, Debug, Serialize)]
struct Beside {
    name: String,
    /// As the address names it; nothing for who heads no other.
    named: Option<String>,
}

/// A department that the viewer heads.
#[derive(Clone, Debug, Serialize)]
struct Headed {
    name: String,
    href: Option<String>,
    step: Option<i32>,
    /// Puts this one beside the organisation instead.
    choose: Option<String>,
}

impl Improved {
    fn new(item: &Item) -> Self {
        let row = &item.row;
        let (id, title, effect) = (row.id.to_string(), row.title.clone(), row.effect.clone());
        Self { id, title, effect, team: item.team.clone() }
    }

    fn samples() -> Vec<Self> {
        let improved = |effect: Option<&str>| Self {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            title: "De lange meldtekst is weg".into(),
            effect: effect.map(Into::into),
            team: effect.map(|_| "Klantcontact".into()),
        };
        vec![improved(Some("Wie belt, hoort weer een mens.")), improved(None)]
    }
}

impl Headed {
    fn samples() -> Vec<Self> {
        let page = "/adoption/units/0190a1b2-0000-7000-8000-000000000001?period=2026-h1";
        let choose = "/adoption?period=2026-h1&beside=0190a1b2-0000-7000-8000-000000000002";
        let first = Self { name: "Burgerzaken".into(), href: Some(page.into()), step: Some(2), choose: None };
        let other = Self { name: "Ruimte".into(), href: None, step: None, choose: Some(choose.into()) };
        vec![first, other]
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "adoption/report/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("spread-title")
    }

    fn samples() -> Vec<Self> {
        let empty = || Self {
            when: None,
            lines: vec![],
            stain: None,
            groups: vec![],
            own: vec![],
            beside: None,
            departments: None,
            themes: vec![],
            promises: vec![],
            improvements: vec![],
            files: Files::sample(),
            paper: "/adoption/report.pdf?period=2026-h1".into(),
            paragraph: None,
            closing: None,
        };
        let staff = || Self {
            when: Some(When::sample()),
            lines: vec!["Hoger dan in de vorige periode: gespreksbereik.".into()],
            stain: Some(Stain::sample()),
            groups: Group::samples(),
            themes: subject::Line::samples(),
            promises: subject::Line::samples(),
            improvements: Improved::samples(),
            ..empty()
        };
        let paragraph = || Some("/adoption/paragraph?period=2026-h1".into());
        let head = Self {
            own: Headed::samples(),
            beside: Some(Beside { name: "Burgerzaken".into(), named: Some("1".into()) }),
            paragraph: paragraph(),
            ..staff()
        };
        let all = Self { departments: Some(Side::sample()), paragraph: paragraph(), ..staff() };
        vec![empty(), staff(), head, all]
    }
}

/// The report over the period in the address; over the newest when it names none.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let house = read::organisation(&cx).await?;
    let Some(period) = when::asked(&cx, &house.periods) else { return cx.page(&empty(&cx)) };
    if let Some(format) = download::asked(&cx) {
        return file::answer(&cx, &house, period, format).await;
    }
    cx.page(&view(&cx, &house, period).await?)
}

async fn view(cx: &Context, house: &report::Organisation, period: &Period) -> Result<Show> {
    let own = read::own(cx, period).await?;
    let all = read::departments(cx, period).await?;
    let mut lines = said::changed(cx, house, period);
    let mut side = None;
    if let Some(all) = &all {
        let before = departments::before(cx, house, period).await?;
        lines.extend(said::standing(cx, all, &before));
        side = Some(departments::side(cx, all, (period, &before)).await?);
    }
    let done = read::improvements(cx, period).await?;
    let code = when::code(period);
    let beside = own.as_ref().and_then(|own| Some((own.beside()?, own.cells())));
    let (headed, stands) = own.as_ref().map_or_else(Default::default, |own| heads(cx, own, &code));
    let of_named = stands.iter().find_map(|one| one.named.as_ref()).map(|id| format!("&beside={id}"));
    let of_named = of_named.unwrap_or_default();
    Ok(Show {
        when: Some(When::new(cx, &house.periods, period)),
        stain: said::stain(cx, house, period),
        groups: groups(cx, house, period.id, beside),
        themes: subject::of(cx, house, period, Measure::Themes).await?,
        promises: subject::of(cx, house, period, Measure::Promises).await?,
        improvements: done.iter().map(Improved::new).collect(),
        beside: stands,
        own: headed,
        departments: side,
        lines,
        files: Files::of(cx),
        paper: format!("/adoption/report.pdf?period={code}{of_named}"),
        paragraph: cx.may(Allow::ReportViewer).then(|| format!("/adoption/paragraph?period={code}")),
        closing: None,
    })
}

/// What a head heads, each with the way to put it beside the organisation, and the one that stands there.
fn heads(cx: &Context, own: &read::Own, code: &str) -> (Vec<Headed>, Option<Beside>) {
    let chosen = own.beside();
    let other = |unit: &Unit| {
        let id = unit.department.filter(|_| Some(unit.id) != chosen.map(|unit| unit.id))?;
        Some(format!("/adoption?period={code}&beside={id}"))
    };
    let headed = |unit: &Unit| Headed {
        name: ladder::name(cx, unit),
        href: ladder::href(unit, code),
        step: unit.step,
        choose: other(unit),
    };
    let named = chosen.and_then(|unit| unit.department).filter(|_| own.units.len() > 1);
    let named = named.map(|id| id.to_string());
    let stands = chosen.map(|unit| Beside { name: ladder::name(cx, unit), named });
    (own.units.iter().map(headed).collect(), stands)
}

/// Before the first period is closed.
fn empty(cx: &Context) -> Show {
    const CLOSING: &str = "/desk/adoption/periods";
    Show {
        when: None,
        lines: Vec::new(),
        stain: None,
        groups: Vec::new(),
        own: Vec::new(),
        beside: None,
        departments: None,
        themes: Vec::new(),
        promises: Vec::new(),
        improvements: Vec::new(),
        files: Files::of(cx),
        paper: String::new(),
        paragraph: None,
        closing: (cx.may(Allow::Publisher) && cx.site().has(CLOSING)).then_some(CLOSING),
    }
}
