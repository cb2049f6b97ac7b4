//! One department: how far it is, its figures beside those of the organisation, and what lies below it. Heads find their own, whoever
//! runs the programme all; for others it does not exist.

use std::str::FromStr as _;

use entity::id::DepartmentId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    file,
    ladder::{self, Rung, Tick, Warm},
    line::{Group, groups},
    read,
    when::{self, When},
};
use crate::{
    domain::{
        adoption::{
            ledger::{self, Level, Unit},
            measure::Measure,
            period::Period,
            report::{self, Organisation, Story},
        },
        error::{Error, Result},
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
    name: String,
    when: When,
    lines: Vec<String>,
    step: Option<i32>,
    ticks: Vec<Tick>,
    groups: Vec<Group>,
    /// What lies right below it, as far as it was published.
    ladder: Vec<Rung>,
    pulse: Vec<Warm>,
    votes: Vec<Warm>,
    /// The unit above it that the viewer may see too.
    above: Option<(String, String)>,
    files: Files,
    paragraph: String,
    /// This page without its period.
    here: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "adoption/report/unit.html";

    fn title(&self) -> Sentence {
        Sentence::plain(self.name.clone())
    }

    fn samples() -> Vec<Self> {
        let face = |step, above| Self {
            name: "Burgerzaken".into(),
            when: When::sample(),
            lines: vec!["De afdeling staat nu op stap 2. Dat was stap 1.".into()],
            step,
            ticks: Rung::samples().remove(2).ticks,
            groups: Group::samples(),
            ladder: Rung::samples(),
            pulse: Warm::samples(),
            votes: Warm::samples(),
            above,
            files: Files::sample(),
            paragraph: "/adoption/paragraph?period=2026-h1".into(),
            here: "/adoption/units/0190a1b2-0000-7000-8000-000000000001".into(),
        };
        let bare = Self {
            ticks: vec![],
            ladder: vec![],
            pulse: vec![],
            votes: vec![],
            ..face(None, Some(("Gemeente".into(), "/adoption".into())))
        };
        vec![face(Some(2), None), bare]
    }
}

/// The department over the period in the address.
#[handler]
pub async fn show(cx: Context, Path(id): Path<String>) -> poem::Result<Response> {
    let department = may_see(&cx, &id)?;
    let house = read::organisation(&cx).await?;
    let period = when::asked(&cx, &house.periods).ok_or(Error::Missing("adoption_period"))?;
    let unit = report::find(cx.db(), period.id, department).await?;
    let story = report::story(cx.db(), department).await?;
    if let Some(format) = download::asked(&cx) {
        return file::of_unit(&cx, (&house, period), (&unit, &story), format).await;
    }
    cx.page(&view(&cx, (&house, period), &unit, &story).await?)
}

/// The department of this address, for who may see it.
///
/// # Errors
/// [`Error::Missing`] for everybody else, as when there is none.
pub fn may_see(cx: &Context, id: &str) -> Result<DepartmentId> {
    let id = DepartmentId::from_str(id).map_err(|_| Error::Missing("department"))?;
    let own = cx.actor().leads(&[id]);
    if own || cx.may(Allow::AdoptionViewer) { Ok(id) } else { Err(Error::Missing("department")) }
}

async fn view(
    cx: &Context,
    (house, period): (&Organisation, &Period),
    unit: &Unit,
    story: &Story,
) -> Result<Show> {
    let below = report::below(cx.db(), unit.id).await?;
    let ids: Vec<_> = below.iter().chain([unit]).map(|unit| unit.id).collect();
    let ticks = report::ticks(cx.db(), &ids).await?;
    let wanted = [Measure::Values.indicators(), Measure::Votes.indicators()].concat();
    let cells = ledger::cells_about(cx.db(), &ids, Level::Internal, &wanted).await?;
    let code = when::code(period);
    let nothing = ladder::Before::new();
    let warm = |measure| {
        let one = |unit| Warm::new(cx, (unit, None), &cells, (measure, &code));
        below.iter().map(one).collect::<Vec<_>>()
    };
    Ok(Show {
        name: ladder::name(cx, unit),
        when: When::new(cx, &house.periods, period),
        lines: moved(cx, house, period, (unit, story)),
        step: unit.step,
        ticks: ladder::ticks(&ticks, unit.id),
        groups: groups(cx, house, period.id, Some((unit, &story.cells))),
        ladder: below
            .iter()
            .filter_map(|unit| Rung::new(cx, unit, None, (&ticks, &nothing, &code)))
            .collect(),
        pulse: warm(Measure::Values),
        votes: warm(Measure::Votes),
        above: above(cx, unit, &code).await?,
        files: Files::of(cx),
        here: cx.address().split('?').next().unwrap_or("/adoption").to_owned(),
        paragraph: format!("/adoption/paragraph?period={code}{}", named(unit)),
    })
}

fn named(unit: &Unit) -> String {
    unit.department.map_or_else(String::new, |id| format!("&unit={id}"))
}

/// Against the period before, in words.
pub fn moved(
    cx: &Context,
    house: &Organisation,
    period: &Period,
    (unit, story): (&Unit, &Story),
) -> Vec<String> {
    let Some(step) = unit.step else { return Vec::new() };
    let before = house.before(period);
    let earlier = before.and_then(|before| story.units.iter().find(|one| one.period == before.id));
    let was = earlier.and_then(|unit| unit.step);
    let sentence = match was {
        None => Sentence::new("spread-step-now").with("step", step),
        Some(was) if was == step => Sentence::new("spread-step-same").with("step", step),
        Some(was) => Sentence::new("spread-step-moved").with("step", step).with("was", was),
    };
    vec![cx.say(&sentence)]
}

/// The unit above, where the viewer may see it.
async fn above(cx: &Context, unit: &Unit, period: &str) -> Result<Option<(String, String)>> {
    let Some(parent) = unit.parent else { return Ok(None) };
    let found = report::by_id(cx.db(), parent).await?;
    let seen = |unit: &Unit| {
        unit.department.is_some_and(|id| cx.may(Allow::AdoptionViewer) || cx.actor().leads(&[id]))
    };
    let link = |unit: Unit| Some((ladder::name(cx, &unit), ladder::href(&unit, period)?));
    Ok(found.filter(seen).and_then(link))
}
