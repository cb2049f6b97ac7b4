//! Second coders: what somebody was asked to read, and for the programme manager the draw and how far two agree.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::id::{CodingId, PersonId, ThemeId};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        dialogue::coding::{self, Asked, MOST, Reading, Sample, Theme, kappa},
        error::Result,
        people::person::{self, full_name},
        privacy::audit,
    },
    text::Language,
    web::{
        context::Context,
        form::{Form, Pairs},
        pager::{self, Pager},
        refill::FormView,
        row::Allow,
        sentence::Sentence,
        view::View,
    },
};

/// What waits for the viewer, and what the programme manager finds.
#[derive(Serialize)]
pub struct Index {
    waiting: Vec<Line>,
    /// Nothing for who is asked only.
    desk: Option<Desk>,
}

/// A conversation of a sample.
#[derive(Clone, Debug, Serialize)]
struct Line {
    href: String,
    starts_at: DateTime<Utc>,
    place: String,
    /// Who reads it; empty in one's own list, and for who was erased.
    coder: String,
    seed: i32,
    done_on: Option<NaiveDate>,
}

/// The draw, and what came of it.
#[derive(Clone, Debug, Serialize)]
struct Desk {
    form: FormView,
    coders: Vec<Choice>,
    most: i32,
    fewest: u32,
    rows: Vec<Line>,
    pages: Pager,
    themes: Vec<Agreement>,
}

/// Somebody, or a theme, to choose.
#[derive(Clone, Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

/// How far two agree on a theme.
#[derive(Clone, Debug, Serialize)]
struct Agreement {
    theme: String,
    both: u32,
    first: u32,
    second: u32,
    neither: u32,
    n: u32,
    /// Nothing when chance explains all, or when there are too few.
    kappa: Option<f64>,
    grade: &'static str,
}

impl View for Index {
    const TEMPLATE: &'static str = "dialogue/coding/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("coding-title")
    }

    fn samples() -> Vec<Self> {
        let line = |done: bool| Line {
            href: "/themes/coding/1".into(),
            starts_at: DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default(),
            place: "Werf, kantine".into(),
            coder: "Sem Bakker".into(),
            seed: 4711,
            done_on: done.then(NaiveDate::default),
        };
        let agreement = |kappa: Option<f64>, grade| Agreement {
            theme: "Terugbellen".into(),
            both: 6,
            first: 1,
            second: 2,
            neither: 5,
            n: 14,
            kappa,
            grade,
        };
        let desk = |rows: Vec<Line>, themes| Desk {
            form: FormView::new().with("seed", "4711"),
            coders: vec![Choice { value: "1".into(), label: "Sem Bakker".into() }],
            most: MOST,
            fewest: kappa::FEWEST,
            pages: Pager::single(rows.len() as u64),
            rows,
            themes,
        };
        let graded = vec![agreement(Some(0.57), "moderate"), agreement(None, "undefined")];
        let wrong = FormView::new().wrong("number", "Vul een heel getal in.");
        vec![
            Self { waiting: vec![line(false)], desk: None },
            Self { waiting: vec![], desk: Some(desk(vec![line(true), line(false)], graded)) },
            Self { waiting: vec![], desk: Some(Desk { form: wrong, ..desk(vec![], vec![]) }) },
            Self { waiting: vec![], desk: None },
        ]
    }
}

/// The notes of a conversation, and the themes to choose from.
#[derive(Serialize)]
pub struct Show {
    form: FormView,
    id: String,
    starts_at: DateTime<Utc>,
    notes: Vec<Note>,
    themes: Vec<Choice>,
}

#[derive(Clone, Debug, Serialize)]
struct Note {
    topic: &'static str,
    text: String,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/coding/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("coding-read-title")
    }

    fn samples() -> Vec<Self> {
        let note = |topic| Note { topic, text: "Terugbellen lukt vaak niet.".into() };
        let theme = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
        vec![Self {
            form: FormView::new().with_all("themes", ["1"]),
            id: "1".into(),
            starts_at: DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default(),
            notes: ["serving", "needs", "other", "vertrouwen"].map(note).into(),
            themes: vec![theme("1", "Terugbellen"), theme("2", "Gunnen")],
        }]
    }
}

impl Line {
    fn new(asked: &Asked, coder: String) -> Self {
        Self {
            href: format!("/themes/coding/{}", asked.row.id),
            starts_at: asked.conversation.starts_at,
            place: asked.conversation.place.clone(),
            coder,
            seed: asked.row.seed,
            done_on: asked.row.done_on,
        }
    }
}

fn named(cx: &Context, theme: &Theme) -> String {
    match cx.language() {
        Language::Dutch => theme.name_nl.clone(),
        Language::English => theme.name_en.clone(),
    }
}

/// What waits for the viewer; for the programme manager the whole.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    // A number that nobody chose; whoever wants to draw again what was drawn before types that one.
    let seed = rand::random_range(1..1_000_000).to_string();
    cx.page(&view(&cx, FormView::new().with("number", "8").with("seed", seed)).await?)
}

/// How many of one's own are shown: more than one draw asks.
const OWN: u64 = 100;

async fn view(cx: &Context, form: FormView) -> Result<Index> {
    let waiting = coding::waiting(cx.db(), cx.actor(), OWN).await?;
    let waiting = waiting.iter().map(|one| Line::new(one, String::new())).collect();
    let desk = if cx.may(Allow::Hearer) { Some(desk(cx, form).await?) } else { None };
    Ok(Index { waiting, desk })
}

async fn desk(cx: &Context, form: FormView) -> Result<Desk> {
    let page = coding::list(cx.db(), cx.actor(), &pager::window(cx)?).await?;
    let people: Vec<PersonId> = page.items.iter().filter_map(|one| one.row.coder_id).collect();
    let names = audit::names(cx.db(), &people).await?;
    let coder = |one: &Asked| one.row.coder_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    let rows = page.items.iter().map(|one| Line::new(one, coder(one))).collect();
    let coders = coding::coders(cx.db(), cx.house().policy.day(cx.now())).await?;
    let choice = |one: &person::Person| Choice { value: one.id.to_string(), label: full_name(one) };
    let agreement = |one: kappa::Agreement| Agreement {
        theme: named(cx, &one.theme),
        both: one.table.both,
        first: one.table.first,
        second: one.table.second,
        neither: one.table.neither,
        n: one.table.n(),
        kappa: one.table.kappa().filter(|_| one.table.n() >= kappa::FEWEST),
        grade: one.table.grade().code(),
    };
    let themes = kappa::of_themes(cx.db(), cx.actor()).await?;
    Ok(Desk {
        form,
        coders: coders.iter().map(choice).collect(),
        most: MOST,
        fewest: kappa::FEWEST,
        rows,
        pages: Pager::new(cx, &page, coding::count(cx.db()).await?),
        themes: themes.into_iter().map(agreement).collect(),
    })
}

/// Draws a sample.
#[handler]
pub async fn draw(cx: Context, form: Form) -> poem::Result<Response> {
    let drawn = match sample(&form) {
        Ok(sample) => {
            let sample = &sample;
            cx.write_once(&form, |change| async move { coding::draw(&change, sample).await }).await
        }
        Err(error) => Err(error),
    };
    match drawn {
        Ok(count) => {
            let said = Sentence::new("coding-drawn-said").with("count", count);
            Ok(cx.go("/themes/coding").saying(said).into())
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &view(&cx, form).await?)
        }
    }
}

fn sample(pairs: &Pairs) -> Result<Sample> {
    let mut read = pairs.read();
    let number = read.number("number", 1, MOST);
    let number = read.needed("number", number);
    let seed = read.number("seed", 0, i32::MAX);
    let seed = read.needed("seed", seed);
    let coder = read.choice("coder", |code| code.parse().ok());
    let coder = read.needed("coder", coder);
    read.done()?;
    // Reading has said what is wrong where something is not there.
    let whole = number.zip(seed).zip(coder).map(|((number, seed), coder)| Sample { number, seed, coder });
    whole.ok_or(crate::domain::error::Error::Forbidden)
}

/// Opens the notes of one, and notes that they were opened.
#[handler]
pub async fn show(cx: Context, Path(id): Path<CodingId>) -> poem::Result<Response> {
    cx.page(&reading(&cx, id, FormView::new()).await?)
}

async fn reading(cx: &Context, id: CodingId, form: FormView) -> Result<Show> {
    let Reading { conversation, mut notes, themes } =
        cx.write(|change| async move { coding::read(&change, id).await }).await?;
    notes.sort_by_key(|note| {
        entity::conversation_note::NoteTopic::ALL.iter().position(|one| *one == note.topic)
    });
    Ok(Show {
        form,
        id: id.to_string(),
        starts_at: conversation.starts_at,
        notes: notes.into_iter().map(|note| Note { topic: note.topic.code(), text: note.text }).collect(),
        themes: themes
            .iter()
            .map(|theme| Choice { value: theme.id.to_string(), label: named(cx, theme) })
            .collect(),
    })
}

/// Gives the themes.
#[handler]
pub async fn give(cx: Context, Path(id): Path<CodingId>, form: Form) -> poem::Result<Response> {
    let mut read = form.read();
    let chosen: Vec<ThemeId> = read.choices("themes", |code| code.parse().ok());
    let given = match read.done() {
        Ok(()) => {
            let chosen = &chosen;
            let verb = |change: Arc<_>| async move { coding::give(&change, id, chosen).await };
            cx.write_once(&form, verb).await
        }
        Err(error) => Err(error),
    };
    match given {
        Ok(()) => Ok(cx.go("/themes/coding").saying(Sentence::new("coding-given-said")).into()),
        Err(error) => {
            let form = cx.again(&form, &["themes"], error)?;
            cx.page_as(form.status, &reading(&cx, id, form).await?)
        }
    }
}
