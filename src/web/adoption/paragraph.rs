//! The text "dienstverlening" for a board proposal, from published figures: to copy, and as a file for a word processor.

use poem::{Response, handler};
use serde::Serialize;

use super::{
    docx,
    line::{Group, groups},
    read, said, unit,
    when::{self, When},
};
use crate::{
    domain::{
        adoption::{
            ledger::Unit,
            period::Period,
            report::{self, Organisation, Story},
        },
        error::{Error, Result},
    },
    web::{context::Context, print, sentence::Sentence, view::View},
};

/// The page.
#[derive(Serialize)]
pub struct Show {
    when: When,
    /// The department of the address, by id; empty for the organisation.
    unit: String,
    name: String,
    paragraphs: Vec<String>,
    markdown: String,
    word: String,
    back: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "adoption/report/paragraph.html";

    fn title(&self) -> Sentence {
        Sentence::new("spread-paragraph-title")
    }

    fn samples() -> Vec<Self> {
        let face = |unit: &str| Self {
            when: When::sample(),
            unit: unit.into(),
            name: "Burgerzaken".into(),
            paragraphs: vec!["Burgerzaken staat op stap 2.".into(), "Het gespreksbereik is 63 %.".into()],
            markdown: "/adoption/paragraph?file=md".into(),
            word: "/adoption/paragraph?file=docx".into(),
            back: "/adoption?period=2026-h1".into(),
        };
        vec![face(""), face("0190a1b2-0000-7000-8000-000000000001")]
    }
}

/// What the text is about.
struct About<'a> {
    house: &'a Organisation,
    period: &'a Period,
    /// Nothing for the organisation.
    unit: Option<(Unit, Story)>,
}

/// The text for the department and period in the address.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let house = read::organisation(&cx).await?;
    let period = when::asked(&cx, &house.periods).ok_or(Error::Missing("adoption_period"))?;
    let asked = cx.query().text("unit").to_owned();
    let about = About { house: &house, period, unit: department(&cx, &asked, period).await? };
    let paragraphs = text(&cx, &about);
    let title = cx.say(&Sentence::new("spread-paragraph-heading"));
    let code = when::code(period);
    let file = format!("{}-{code}", title.to_lowercase());
    match cx.query().text("file") {
        "md" => {
            let body = format!("## {title}\n\n{}\n", paragraphs.join("\n\n"));
            Ok(print::file(&file, "md", "text/markdown; charset=utf-8", body))
        }
        "docx" => {
            let body = docx::write(cx.language(), &title, &paragraphs).map_err(|_| Error::Missing("docx"))?;
            Ok(print::file(&file, "docx", docx::KIND, body))
        }
        _ => cx.page(&view(&cx, &about, paragraphs, &asked)),
    }
}

fn view(cx: &Context, about: &About<'_>, paragraphs: Vec<String>, asked: &str) -> Show {
    let code = when::code(about.period);
    let unit = if about.unit.is_some() { asked } else { "" };
    let file = |kind| format!("/adoption/paragraph?period={code}&unit={unit}&file={kind}");
    Show {
        when: When::new(cx, &about.house.periods, about.period),
        unit: unit.to_owned(),
        name: name(cx, about),
        paragraphs,
        markdown: file("md"),
        word: file("docx"),
        back: match about.unit {
            Some(_) => format!("/adoption/units/{unit}?period={code}"),
            None => format!("/adoption?period={code}"),
        },
    }
}

async fn department(cx: &Context, asked: &str, period: &Period) -> Result<Option<(Unit, Story)>> {
    if asked.is_empty() {
        return Ok(None);
    }
    let id = unit::may_see(cx, asked)?;
    let found = report::find(cx.db(), period.id, id).await?;
    Ok(Some((found, report::story(cx.db(), id).await?)))
}

fn name(cx: &Context, about: &About<'_>) -> String {
    about.unit.as_ref().map_or_else(|| cx.organisation().to_owned(), |(unit, _)| unit.name.clone())
}

/// Where it stands, every figure in a sentence, what cannot be shown, and how it was measured.
fn text(cx: &Context, about: &About<'_>) -> Vec<String> {
    let (house, period) = (about.house, about.period);
    let begin = Sentence::new("spread-paragraph-begin")
        .with("name", name(cx, about))
        .with("period", when::name(cx, period));
    let mut first = vec![cx.say(&begin)];
    match &about.unit {
        Some((unit, story)) => first.extend(unit::moved(cx, house, period, (unit, story))),
        None => first.extend(said::stain(cx, house, period).map(|stain| stain.sentence)),
    }
    let beside = about.unit.as_ref().map(|(unit, story)| (unit, story.cells.as_slice()));
    let groups = groups(cx, house, period.id, beside);
    let own = about.unit.is_some();
    let (told, few) = sentences(cx, &groups, own);
    let mut all = vec![first.join(" ")];
    all.extend((!told.is_empty()).then(|| told.join(" ")));
    all.extend(
        (!few.is_empty())
            .then(|| cx.say(&Sentence::new("spread-paragraph-few").with("what", said::list(cx, &few)))),
    );
    let closed = period.closed_at.map(|at| cx.dates().date_year(cx.dates().day(at))).unwrap_or_default();
    all.push(cx.say(&Sentence::new("spread-paragraph-end").with("date", closed)));
    all
}

/// A sentence for every group of figures, and the names of those that cannot be shown.
fn sentences(cx: &Context, groups: &[Group], own: bool) -> (Vec<String>, Vec<String>) {
    let (mut told, mut few) = (Vec::new(), Vec::new());
    for group in groups {
        let (mut said, mut hidden) = (Vec::new(), Vec::new());
        let many = group.lines.len() > 1;
        for line in &group.lines {
            match if own { &line.own } else { &line.figure } {
                Some(figure) if many => said.push(format!("{} {}", line.name, in_words(cx, figure))),
                Some(figure) => said.push(in_words(cx, figure)),
                None if !line.split => hidden.push(line.name.clone()),
                None => {}
            }
        }
        if !said.is_empty() {
            told.push(format!("{}: {}.", group.name, said.join("; ")));
            few.extend(hidden.into_iter().map(|name| format!("{}: {name}", group.name)));
        } else if !hidden.is_empty() {
            few.push(group.name.clone());
        }
    }
    (told, few)
}

/// "63 % (between 53 and 71 %, higher, an indication)".
fn in_words(cx: &Context, figure: &super::figure::Figure) -> String {
    let interval = figure.interval.as_ref();
    let interval =
        interval.map(|range| cx.say(&Sentence::new("spread-interval").with("range", range.clone())));
    let trend =
        figure.trend.map(|trend| cx.words().say(cx.language(), &format!("spread-trend-{trend}"), &[]));
    let indicative = figure.indicative.then(|| cx.say(&Sentence::new("spread-indicative")));
    let beside: Vec<_> = [interval, trend, indicative].into_iter().flatten().collect();
    if beside.is_empty() { figure.value.clone() } else { format!("{} ({})", figure.value, beside.join(", ")) }
}
