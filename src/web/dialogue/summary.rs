//! The summary of a conversation: written by whoever held it, read by its team and the heads above it.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{core_value::CoreValue, id::*};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    ballot_result::Shown,
    choice::Choice,
    conversation_list::{self as lists, Line, address},
    record::name,
};
use crate::{
    domain::{
        dialogue::{
            ballot,
            conversation::{
                self, naming, reference,
                summary::{self, Draft, LENGTH, Summary},
            },
        },
        error::{Error, Result},
        learning::suggestion,
    },
    web::{
        context::Context, form::Form, learning::suggested::Suggested, refill::FormView, row::Allow,
        sentence::Sentence, view::View,
    },
};

/// What the team and its heads read.
#[derive(Serialize)]
pub struct Show {
    line: Line,
    held_on: NaiveDate,
    participants: i32,
    values: Vec<CoreValue>,
    /// Paragraphs.
    text: Vec<String>,
    themes: Vec<String>,
    quotes: Vec<String>,
    released_at: Option<DateTime<Utc>>,
    corrected_at: Option<DateTime<Utc>>,
    /// What the vote in the room gave: for who works in one of the teams, never for a head.
    vote: Option<Shown>,
    /// Workshops for what was spoken of: for the head.
    suggestions: Vec<Suggested>,
    /// Where the improvements of these teams stand, for who works there or heads them.
    board: Option<&'static str>,
    /// Whether the viewer may open the record.
    holds: bool,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/summary/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("summary-title")
    }

    fn samples() -> Vec<Self> {
        let at = DateTime::from_timestamp(1_772_700_000, 0);
        let face = |kind, full: bool| Self {
            line: Line::sample(kind, true),
            held_on: NaiveDate::default(),
            participants: 9,
            values: if full { CoreValue::ALL.into() } else { Vec::new() },
            text: vec!["We spraken over terugbellen.".into(), "Dat kan beter.".into()],
            themes: if full { vec!["Terugbellen".into()] } else { Vec::new() },
            quotes: if full { vec!["Samen komen we verder.".into()] } else { Vec::new() },
            released_at: at,
            corrected_at: at.filter(|_| !full),
            vote: full.then(|| Shown::sample(true)),
            suggestions: if full { vec![Suggested::sample()] } else { Vec::new() },
            board: full.then_some("/improvements/mine"),
            holds: !full,
        };
        use entity::conversation::ConversationKind::{Panel, Team};
        vec![face(Team, true), face(Panel, false)]
    }
}

/// A released summary; there is none for who is not of the team or heads it.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let Summary { line, values, themes, quotes, own } = summary::read(cx.db(), cx.actor(), id, today).await?;
    let suggestions = suggestion::of(cx.db(), cx.actor(), id).await?;
    let row = &line.row;
    let (Some(held_on), Some(participants)) = (row.held_on, row.participants) else {
        return Err(Error::Missing("conversation").into());
    };
    let paragraphs = row.summary.split('\n').map(str::trim).filter(|part| !part.is_empty());
    let mine = row.facilitator_id == Some(cx.me()?) && cx.may(Allow::Facilitator);
    cx.page(&Show {
        line: Line::new(&line),
        held_on,
        participants,
        values,
        text: paragraphs.map(str::to_owned).collect(),
        themes: themes.into_iter().map(|theme| name(&cx, theme)).collect(),
        quotes,
        released_at: row.released_at,
        corrected_at: row.corrected_at,
        vote: ballot::result_for_team(cx.db(), cx.actor(), id, today).await?.map(Shown::from),
        suggestions: suggestions.iter().map(|one| Suggested::new(&cx, one)).collect(),
        board: if own {
            Some("/improvements/mine")
        } else {
            cx.may(Allow::Head).then_some("/team/improvements")
        },
        holds: mine || cx.may(Allow::Hearer),
    })
}

/// The form of whoever held it.
#[derive(Serialize)]
pub struct Edit {
    line: Line,
    form: FormView,
    themes: Vec<Choice>,
    most: usize,
    held: bool,
    released: bool,
    /// Colleagues that it names.
    names: Vec<String>,
}

impl View for Edit {
    const TEMPLATE: &'static str = "dialogue/summary/edit.html";

    fn title(&self) -> Sentence {
        Sentence::new("summary-edit")
    }

    fn samples() -> Vec<Self> {
        let face = |form, held, released| Self {
            line: Line::sample(entity::conversation::ConversationKind::Team, held),
            form,
            themes: if held {
                vec![Choice { value: "1".into(), label: "Terugbellen".into() }]
            } else {
                vec![]
            },
            most: LENGTH,
            held,
            released,
            names: if released { vec!["Fenna".into()] } else { vec![] },
        };
        vec![
            face(FormView::new().with("summary", "Goed gesprek."), true, false),
            face(FormView::new().wrong("summary", "Vul dit in."), true, true),
            face(FormView::new(), false, false),
        ]
    }
}

/// The form with what was written.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    let row = lists::line(&cx, id).await?.row;
    let named = reference::given(cx.db(), id).await?.into_iter().filter(|(_, named)| *named);
    let form = FormView::new()
        .with("summary", row.summary)
        .with("version", row.version.to_string())
        .with_all("themes", named.map(|(theme, _)| theme.id.to_string()));
    cx.page(&editing(&cx, id, form).await?)
}

/// Writes it down for later, or releases it.
#[handler]
pub async fn write(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    let release = form.text("step") == "release";
    match written(&cx, id, &form, release).await {
        Ok(()) if release => {
            let said = Sentence::new("summary-released-said");
            Ok(cx.go(format!("{}/summary", address(id))).saying(said).into())
        }
        Ok(()) => {
            let said = Sentence::new("summary-written-said");
            Ok(cx.go(format!("{}/summary/edit", address(id))).saying(said).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &["themes"], error)?;
            cx.page_as(kept.status, &editing(&cx, id, kept).await?)
        }
    }
}

async fn written(cx: &Context, id: ConversationId, form: &Form, release: bool) -> Result<()> {
    lists::line(cx, id).await?;
    let mut read = form.read();
    let text = read.optional("summary", LENGTH);
    let themes = read.choices("themes", |text| text.parse().ok());
    let version = read.number("version", 0, i32::MAX);
    read.done()?;
    let draft = &Draft { text, themes, version: version.unwrap_or_default() };
    cx.write_once(form, |change| async move {
        match release {
            true => summary::release(&change, id, draft).await,
            false => summary::write(&change, id, draft).await,
        }
    })
    .await
}

async fn editing(cx: &Context, id: ConversationId, form: FormView) -> Result<Edit> {
    let line = lists::line(cx, id).await?;
    let row = &line.row;
    let given = reference::given(cx.db(), id).await?.into_iter().map(|(theme, _)| theme);
    let choice = |theme: reference::Theme| Choice { value: theme.id.to_string(), label: name(cx, theme) };
    let teams: Vec<_> = conversation::teams(cx.db(), id).await?.into_iter().map(|team| team.id).collect();
    let day = row.held_on.unwrap_or_else(|| cx.house().policy.day(row.starts_at));
    let names = naming::names(cx.db(), (&teams, day), &[form.text("summary")]).await?;
    Ok(Edit {
        themes: given.map(choice).collect(),
        most: LENGTH,
        held: row.held_on.is_some(),
        released: row.released_at.is_some(),
        names: names.into_iter().flatten().collect(),
        // Refused because somebody wrote meanwhile: the next press goes on from what stands there.
        form: form.with("version", row.version.to_string()),
        line: Line::new(&line),
    })
}
