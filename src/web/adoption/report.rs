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
        adoption::{measure::Measure, period::Period, report},
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
    /// What the viewer heads; the first stands beside the organisation.
    own: Vec<Headed>,
    departments: Option<Side>,
    themes: Vec<subject::Line>,
    promises: Vec<subject::Line>,
    files: Files,
    paper: String,
    /// Where a text for a board proposal is, for heads and whoever sees all.
    paragraph: Option<String>,
    /// Where the first period is closed, for whoever may.
    closing: Option<&'static str>,
}

/// A department that the viewer heads.
#[derive(Clone, Debug, Serialize)]
struct Headed {
    name: String,
    href: Option<String>,
    step: Option<i32>,
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
            departments: None,
            themes: vec![],
            promises: vec![],
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
            ..empty()
        };
        let headed = |href: Option<&str>, step| Headed {
            name: "Burgerzaken".into(),
            href: href.map(Into::into),
            step,
        };
        let page = Some("/adoption/units/0190a1b2-0000-7000-8000-000000000001?period=2026-h1");
        let paragraph = || Some("/adoption/paragraph?period=2026-h1".into());
        let head =
            Self { own: vec![headed(page, Some(2)), headed(None, None)], paragraph: paragraph(), ..staff() };
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
    let code = when::code(period);
    let beside = own.as_ref().and_then(|own| Some((own.first()?, own.cells())));
    let headed =
        |unit: &_| Headed { name: ladder::name(cx, unit), href: ladder::href(unit, &code), step: unit.step };
    Ok(Show {
        when: Some(When::new(cx, &house.periods, period)),
        stain: said::stain(cx, house, period),
        groups: groups(cx, house, period.id, beside),
        themes: subject::of(cx, house, period, Measure::Themes).await?,
        promises: subject::of(cx, house, period, Measure::Promises).await?,
        own: own.iter().flat_map(|own| &own.units).map(headed).collect(),
        departments: side,
        lines,
        files: Files::of(cx),
        paper: format!("/adoption/report.pdf?period={code}"),
        paragraph: cx.may(Allow::ReportViewer).then(|| format!("/adoption/paragraph?period={code}")),
        closing: None,
    })
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
        departments: None,
        themes: Vec::new(),
        promises: Vec::new(),
        files: Files::of(cx),
        paper: String::new(),
        paragraph: None,
        closing: (cx.may(Allow::Publisher) && cx.site().has(CLOSING)).then_some(CLOSING),
    }
}
