//! Tracks: several workshops in an order, assigned as one.

use entity::id::*;
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::session_choose::Choice;
use crate::{
    domain::{
        error::Result,
        learning::{
            track::{self, Draft, MOST_WORKSHOPS, Track},
            workshop,
        },
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// The names of the fields of the workshops, in their order.
const STEPS: [&str; MOST_WORKSHOPS] = [
    "step-1", "step-2", "step-3", "step-4", "step-5", "step-6", "step-7", "step-8", "step-9", "step-10",
    "step-11", "step-12",
];

/// All tracks.
#[derive(Serialize)]
pub struct List {
    tracks: Vec<Line>,
}

#[derive(Clone, Debug, Serialize)]
struct Line {
    id: String,
    title: String,
    summary: String,
    workshops: usize,
    retired: bool,
}

impl View for List {
    const TEMPLATE: &'static str = "desk/track/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("tracks-title")
    }

    fn samples() -> Vec<Self> {
        let line = |retired| Line {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            title: "Basis dienstverlening".into(),
            summary: "Voor wie bewoners spreekt.".into(),
            workshops: 3,
            retired,
        };
        vec![Self { tracks: vec![line(false), line(true)] }, Self { tracks: Vec::new() }]
    }
}

/// One track, or a new one.
#[derive(Serialize)]
pub struct Edit {
    id: Option<String>,
    retired: bool,
    form: FormView,
    steps: Vec<&'static str>,
    workshops: Vec<Choice>,
}

impl View for Edit {
    const TEMPLATE: &'static str = "desk/track/form.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.id.is_some() { "track-edit-title" } else { "track-new-title" })
    }

    fn samples() -> Vec<Self> {
        let face = |id: Option<&str>, retired, form| Self {
            id: id.map(str::to_owned),
            retired,
            form,
            steps: STEPS[..4].to_vec(),
            workshops: vec![Choice { value: "1".into(), label: "Helder schrijven".into() }],
        };
        let wrong = FormView::new().wrong("step-1", "Kies een workshop.");
        vec![
            face(None, false, wrong),
            face(Some("1"), false, FormView::new()),
            face(Some("1"), true, FormView::new()),
        ]
    }
}

/// All tracks.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let rows = track::list(cx.db()).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let (_, steps) = track::named(cx.db(), &ids).await?;
    let line = |row: Track| Line {
        workshops: steps.get(&row.id).map_or(0, Vec::len),
        id: row.id.to_string(),
        title: row.title,
        summary: row.summary,
        retired: row.retired_at.is_some(),
    };
    cx.page(&List { tracks: rows.into_iter().map(line).collect() })
}

/// An empty form.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, None, FormView::new()).await?)
}

/// The form of a track as it is.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<TrackId>) -> poem::Result<Response> {
    let row = track::find(cx.db(), id).await?;
    let form = FormView::new().with("title", row.title.clone()).with("summary", row.summary.clone());
    let steps = track::workshops(cx.db(), id).await?;
    let form = STEPS.iter().zip(&steps).fold(form, |form, (name, one)| form.with(name, one.id.to_string()));
    cx.page(&view(&cx, Some(&row), form).await?)
}

/// Makes a track.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    save(&cx, None, &form).await
}

/// Changes a track.
#[handler]
pub async fn update(cx: Context, Path(id): Path<TrackId>, form: Form) -> poem::Result<Response> {
    let row = track::find(cx.db(), id).await?;
    save(&cx, Some(&row), &form).await
}

/// Takes a track out of use, or into use again.
#[handler]
pub async fn set_state(cx: Context, Path(id): Path<TrackId>, form: Form) -> poem::Result<Response> {
    let retired = form.text("state") == "retired";
    let verb = |change: std::sync::Arc<_>| async move { track::retire(&change, id, retired).await };
    cx.write_once(&form, verb).await?;
    Ok(cx.go("/desk/tracks").saying(Sentence::new("track-saved")).into_response())
}

async fn save(cx: &Context, row: Option<&Track>, form: &Form) -> poem::Result<Response> {
    match write(cx, row.map(|row| row.id), form).await {
        Ok(()) => Ok(cx.go("/desk/tracks").saying(Sentence::new("track-saved")).into_response()),
        Err(error) => {
            let kept = cx.again(form, &[], error)?;
            cx.page_as(kept.status, &view(cx, row, kept).await?)
        }
    }
}

async fn write(cx: &Context, id: Option<TrackId>, form: &Form) -> Result<()> {
    let mut read = form.read();
    let chosen = STEPS.map(|name| read.choice(name, |text| text.parse::<WorkshopId>().ok()));
    let draft = &Draft {
        title: read.required("title", 120),
        summary: read.optional("summary", 600),
        workshops: chosen.into_iter().flatten().collect(),
    };
    read.done()?;
    let verb = |change: std::sync::Arc<_>| async move {
        match id {
            Some(id) => track::update(&change, id, draft).await,
            None => track::create(&change, draft).await.map(|_| ()),
        }
    };
    cx.write_once(form, verb).await
}

async fn view(cx: &Context, row: Option<&Track>, form: FormView) -> Result<Edit> {
    let choice = |one: entity::workshop::Model| Choice { value: one.id.to_string(), label: one.title };
    let workshops = workshop::published(cx.db()).await?.into_iter().map(choice).collect();
    let filled = STEPS.iter().rposition(|name| form.holds(name)).map_or(0, |last| last + 1);
    Ok(Edit {
        id: row.map(|row| row.id.to_string()),
        retired: row.is_some_and(|row| row.retired_at.is_some()),
        steps: STEPS[..STEPS.len().min(filled + 3)].to_vec(),
        form,
        workshops,
    })
}
