//! The vote in the room, on the screen of whoever holds the conversation: the code to scan, how many voted, and the result.

use chrono::{DateTime, Utc};
use entity::{core_value::CoreValue, id::ConversationId};
use http::StatusCode;
use poem::{IntoResponse as _, Response, handler, web::Path};
use serde::Serialize;

use super::ballot_result::Shown;
use crate::{
    domain::{
        dialogue::ballot::{
            self, FEWEST, MOST, hand,
            outcome::Counts,
            seen::{self, Standing},
        },
        error::{Field, Result, all_well},
    },
    web::{
        context::Context,
        form::{Form, Pairs},
        qr::Picture,
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The screen.
#[derive(Serialize)]
pub struct Room {
    form: FormView,
    id: String,
    place: String,
    starts_at: DateTime<Utc>,
    off: bool,
    /// `none`, `open`, `few`, `kept` or `gone`.
    state: &'static str,
    /// The code, while the vote is open.
    code: Option<Picture>,
    /// The address as somebody reads it aloud.
    spoken: String,
    votes: u64,
    participants: Option<i32>,
    /// More voted than there were people.
    many: bool,
    result: Option<Shown>,
    /// What this page shows, so that the next question is answered only when that is something else.
    shows: String,
    fewest: i32,
    most: i32,
    values: Vec<CoreValue>,
}

impl View for Room {
    const TEMPLATE: &'static str = "dialogue/ballot/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("ballot-title")
    }

    fn samples() -> Vec<Self> {
        let face = |state: &'static str, result| Self {
            form: FormView::new(),
            id: "1".into(),
            place: "Werf, kantine".into(),
            starts_at: DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default(),
            off: false,
            state,
            code: Picture::of("https://olievlek.example/vote/K7MP4TXA".into()).filter(|_| state == "open"),
            spoken: "olievlek.example/vote/K7MP-4TXA".into(),
            votes: 12,
            participants: Some(9),
            many: state == "open",
            result,
            shows: state.into(),
            fewest: FEWEST,
            most: MOST,
            values: CoreValue::ALL.to_vec(),
        };
        let wrong = FormView::new().with("verbinding-1", "x").wrong("verbinding", "Vul een heel getal in.");
        vec![
            face("none", None),
            Self { form: wrong, ..face("none", None) },
            Self { off: true, ..face("none", None) },
            face("open", None),
            Self { many: false, participants: None, votes: 0, ..face("open", None) },
            face("few", None),
            face("gone", None),
            face("kept", Some(Shown::sample(true))),
            face("kept", Some(Shown::sample(false))),
        ]
    }
}

/// Where the vote of a conversation is.
pub fn address(id: ConversationId) -> String {
    format!("/conversations/{id}/vote")
}

/// In two halves, which is how people read eight signs aloud.
fn spoken(base: &str, key: &str) -> String {
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    let (one, other) = key.split_at_checked(key.len() / 2).unwrap_or((key, ""));
    format!("{host}/vote/{one}-{other}")
}

/// The screen. Asked by itself for what it shows already, it answers that there is nothing new.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    let view = view(&cx, id, FormView::new()).await?;
    if cx.query().text("seen") == view.shows {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    cx.page(&view)
}

async fn view(cx: &Context, id: ConversationId, form: FormView) -> Result<Room> {
    let room = seen::room(cx.db(), cx.actor(), id).await?;
    let many = room.too_many().is_some();
    let key = room.ballot.map(|ballot| ballot.link_key).unwrap_or_default();
    let (state, votes, result) = match room.standing {
        Standing::None => ("none", 0, None),
        Standing::Open { votes } => ("open", votes, None),
        Standing::Few => ("few", 0, None),
        Standing::Gone => ("gone", 0, None),
        Standing::Kept(outcome) => {
            ("kept", u64::try_from(outcome.votes).unwrap_or_default(), Some(Shown::from(outcome)))
        }
    };
    let address = format!("{}/vote/{key}", cx.base_url());
    Ok(Room {
        form,
        id: id.to_string(),
        place: room.conversation.place,
        starts_at: room.conversation.starts_at,
        off: room.conversation.called_off_at.is_some(),
        state,
        code: if state == "open" { Picture::of(address) } else { None },
        spoken: spoken(cx.base_url(), &key),
        votes,
        participants: room.conversation.participants,
        many,
        result,
        shows: format!("{state}-{votes}"),
        fewest: FEWEST,
        most: MOST,
        values: CoreValue::ALL.to_vec(),
    })
}

/// Opens the vote.
#[handler]
pub async fn open(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    let verb = |change: std::sync::Arc<_>| async move { ballot::open(&change, id).await.map(|_| ()) };
    let done = cx.write_once(&form, verb).await;
    answer(&cx, id, &form, done, "ballot-opened-said").await
}

/// Closes it, for good.
#[handler]
pub async fn close(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    let done = cx.write_once(&form, |change| async move { ballot::close(&change, id).await }).await;
    answer(&cx, id, &form, done, "ballot-closed-said").await
}

/// Fills in what was counted on paper.
#[handler]
pub async fn fill_in(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    let done = match counts(&form) {
        Ok(counts) => {
            let counts = &counts;
            cx.write_once(&form, |change| async move { hand::fill_in(&change, id, counts).await }).await
        }
        Err(error) => Err(error),
    };
    answer(&cx, id, &form, done, "ballot-filled-said").await
}

async fn answer(
    cx: &Context,
    id: ConversationId,
    form: &Form,
    done: Result<()>,
    said: &'static str,
) -> poem::Result<Response> {
    match done {
        Ok(()) => Ok(cx.go(address(id)).saying(Sentence::new(said)).into()),
        Err(error) => {
            let form = cx.again(form, &[], error)?;
            cx.page_as(form.status, &view(cx, id, form).await?)
        }
    }
}

/// What was typed, value by value; nothing typed is none.
fn counts(pairs: &Pairs) -> Result<Counts> {
    let (mut counts, mut wrong) = (Counts::default(), Vec::new());
    for (value, scores) in CoreValue::ALL.iter().zip(&mut counts.0) {
        for (score, votes) in (1..).zip(scores) {
            let typed = pairs.text(&format!("{}-{score}", value.code())).to_owned();
            match typed.parse() {
                Ok(number) => *votes = number,
                Err(_) if typed.is_empty() => {}
                Err(_) => wrong.push(Field::new(value.code(), "not-a-number")),
            }
        }
    }
    wrong.dedup();
    all_well(wrong)?;
    Ok(counts)
}
