//! The record of a conversation, on a tablet in the room: confidential, so each reading is written down and shown.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{conversation_note::NoteTopic, core_value::CoreValue, id::*, quote::Sharing};
use http::StatusCode;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    choice::Choice,
    conversation_list::{Line, address},
    record_fields as fields,
};
use crate::{
    domain::{
        change::Change,
        dialogue::{
            conversation::{
                list, naming,
                note::Noted,
                record::{self, Kept, Record},
                reference::Theme,
            },
            theme,
        },
        error::Result,
    },
    text::Language,
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// The page.
#[derive(Serialize)]
pub struct Show {
    id: String,
    line: Line,
    form: FormView,
    topics: Vec<Topic>,
    values: Vec<CoreValue>,
    themes: Vec<Choice>,
    sharings: Vec<&'static str>,
    quotes: Vec<usize>,
    looks: Vec<Look>,
    /// Other facts were written meanwhile; those stand there.
    overtaken: bool,
    erased_on: Option<NaiveDate>,
    called_off: bool,
}

/// A heading with its note.
#[derive(Clone, Debug, Serialize)]
struct Topic {
    code: &'static str,
    saved_at: Option<DateTime<Utc>>,
    /// Colleagues that the note names.
    names: Vec<String>,
    /// What somebody else wrote meanwhile, and stands there.
    there: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Look {
    who: Option<String>,
    at: DateTime<Utc>,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/conversation/record.html";

    fn title(&self) -> Sentence {
        Sentence::new("record-title")
    }

    fn samples() -> Vec<Self> {
        let at = DateTime::from_timestamp(1_772_700_000, 0);
        let topic = |code, there: Option<&str>| Topic {
            code,
            saved_at: at,
            names: if code == "serving" { vec!["Fenna".into()] } else { Vec::new() },
            there: there.map(str::to_owned),
        };
        let face = |form: FormView, there| Self {
            id: "0190a1b2-0000-7000-8000-000000000001".into(),
            line: Line::sample(entity::conversation::ConversationKind::Team, true),
            quotes: (0..fields::lines(&form)).collect(),
            form,
            topics: NoteTopic::ALL.iter().copied().map(|one| topic(one.code(), there)).collect(),
            values: CoreValue::ALL.into(),
            themes: vec![Choice { value: "1".into(), label: "Terugbellen".into() }],
            sharings: Sharing::ALL.iter().map(|one| one.code()).collect(),
            looks: vec![Look { who: Some("Ruben Kok".into()), at: at.unwrap_or_default() }],
            overtaken: false,
            erased_on: None,
            called_off: false,
        };
        let bare = || face(FormView::new(), None);
        vec![
            face(FormView::new().with("note-serving", "Fenna belde terug.").with("quote-0", "Samen."), None),
            Self { overtaken: true, ..face(FormView::new(), Some("Wat er stond.")) },
            face(FormView::new().wrong("participants", "Vul dit in."), None),
            Self { looks: vec![Look { who: None, at: at.unwrap_or_default() }], themes: vec![], ..bare() },
            Self { erased_on: Some(NaiveDate::default()), ..bare() },
            Self { called_off: true, ..bare() },
        ]
    }
}

/// Opens the record, and writes down that it was opened.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    let record = opened(&cx, id).await?;
    let form = fields::filled(&record);
    cx.page(&view(&cx, record, form, &[]).await?)
}

/// Keeps what was sent. What was overtaken is shown beside what stands there, and nothing that was typed is lost.
#[handler]
pub async fn keep(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    let Kept { overtaken, notes } = match kept(&cx, id, &form).await {
        Ok(kept) => kept,
        Err(error) => {
            let again = cx.again(&form, &["values", "themes"], error)?;
            return cx.page_as(again.status, &view(&cx, opened(&cx, id).await?, again, &[]).await?);
        }
    };
    if !overtaken && notes.iter().all(|noted| matches!(noted, Noted::Saved { .. })) {
        let said = Sentence::new("record-kept").with("time", cx.dates().clock(cx.now()));
        return Ok(cx.go(format!("{}/record", address(id))).saying(said).into());
    }
    let record = opened(&cx, id).await?;
    let typed = FormView::new().keeping(&form, &["values", "themes"]);
    let typed = fields::overtaken(typed, &record, &notes);
    let shown = Show { overtaken, ..view(&cx, record, typed, &notes).await? };
    cx.page_as(StatusCode::CONFLICT, &shown)
}

/// Without a key: a second press finds on its version that it is there already, and no answer is kept that would hold a note.
async fn kept(cx: &Context, id: ConversationId, form: &Form) -> Result<Kept> {
    // Whoever may not open it hears nothing of its fields.
    super::conversation_list::line(cx, id).await?;
    let facts = &fields::facts(form)?;
    let verb =
        |change: Arc<Change>| async move { record::keep(&change, id, facts, fields::notes(form)).await };
    cx.write(verb).await
}

async fn opened(cx: &Context, id: ConversationId) -> Result<Record> {
    cx.write(|change| async move { record::open(&change, id).await }).await
}

async fn view(cx: &Context, record: Record, form: FormView, notes: &[Noted]) -> Result<Show> {
    let row = &record.row;
    let day = row.held_on.unwrap_or_else(|| cx.house().policy.day(row.starts_at));
    let teams: Vec<_> = record.teams.iter().map(|team| team.id).collect();
    let texts: Vec<_> =
        NoteTopic::ALL.iter().map(|topic| form.text(&format!("note-{}", topic.code()))).collect();
    let names = naming::names(cx.db(), (&teams, day), &texts).await?;
    let topic = |(topic, names): (NoteTopic, Vec<String>)| Topic {
        code: topic.code(),
        saved_at: record.notes.iter().find(|note| note.topic == topic).map(|note| note.saved_at),
        names,
        there: there(notes, topic),
    };
    let topics = NoteTopic::ALL.iter().copied().zip(names).map(topic).collect();
    Ok(Show {
        id: row.id.to_string(),
        topics,
        values: CoreValue::ALL.into(),
        themes: themes(cx, &record).await?,
        sharings: Sharing::ALL.iter().map(|one| one.code()).collect(),
        quotes: (0..fields::lines(&form)).collect(),
        form,
        looks: record.looks.iter().map(|look| Look { who: look.who.clone(), at: look.at }).collect(),
        overtaken: false,
        erased_on: row.erased_on,
        called_off: row.called_off_at.is_some(),
        line: Line::new(&list::Line {
            row: row.clone(),
            teams: record.teams.iter().map(|team| team.name.clone()).collect(),
            facilitator: record.facilitator.clone(),
        }),
    })
}

fn there(notes: &[Noted], wanted: NoteTopic) -> Option<String> {
    notes.iter().find_map(|noted| match noted {
        Noted::Overtaken { topic, text, .. } if *topic == wanted => Some(text.clone()),
        _ => None,
    })
}

/// Those that one can give, and those it has: one may have been retired since.
async fn themes(cx: &Context, record: &Record) -> Result<Vec<Choice>> {
    let mut themes = theme::choices(cx.db()).await?;
    let gone = record.themes.iter().map(|(theme, _)| theme);
    let gone: Vec<_> = gone.filter(|theme| themes.iter().all(|one| one.id != theme.id)).cloned().collect();
    themes.extend(gone);
    Ok(themes
        .into_iter()
        .map(|theme| Choice { value: theme.id.to_string(), label: name(cx, theme) })
        .collect())
}

/// A theme in the language of whoever reads.
pub(super) fn name(cx: &Context, theme: Theme) -> String {
    match cx.language() {
        Language::Dutch => theme.name_nl,
        Language::English => theme.name_en,
    }
}
