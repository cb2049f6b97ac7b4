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

/// A sentence for every figure, and the names of those that cannot be shown.
fn sentences(cx: &Context, groups: &[Group], own: bool) -> (Vec<String>, Vec<String>) {
    let (mut told, mut few) = (Vec::new(), Vec::new());
    for group in groups {
        for line in &group.lines {
            let name = if group.lines.len() > 1 {
                format!("{}: {}", group.name, line.name)
            } else {
                group.name.clone()
            };
            let figure = if own { &line.own } else { &line.figure };
            match figure {
                Some(figure) => told.push(sentence(cx, &name, figure)),
                None if !line.split => few.push(name),
                None => {}
            }
        }
    }
    (told, few)
}

fn sentence(cx: &Context, name: &str, figure: &super::figure::Figure) -> String {
    let mut text = format!("{name}: {}", figure.value);
    if let Some(interval) = &figure.interval {
        text += &format!(" ({})", cx.say(&Sentence::new("spread-interval").with("range", interval.clone())));
    }
    if let Some(trend) = figure.trend {
        text += &format!(", {}", cx.words().say(cx.language(), &format!("spread-trend-{trend}"), &[]));
    }
    if figure.indicative {
        text += &format!(", {}", cx.say(&Sentence::new("spread-indicative")));
    }
    text + "."
}
