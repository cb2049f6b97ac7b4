//! Voting, on a phone in the room: one page behind the address on the screen. Whoever is signed in is not noted, and the only thing
//! that a phone keeps is that it voted here.

use std::time::Duration;

use entity::{core_value::CoreValue, id::VoteId};
use http::{HeaderMap, StatusCode};
use poem::{IntoResponse as _, Request, Response, handler, web::Path};
use serde::Serialize;

use super::ballot_result::Shown;
use crate::{
    domain::{
        actor::Actor,
        dialogue::ballot::{
            self, Cast, FEWEST, SCORES, Scores,
            seen::{self, Standing},
        },
        error::{Error, Field, Refusal, Result},
        secret,
    },
    web::{
        context::Context,
        cookie,
        form::{Form, Pairs},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// That this phone voted, and in which ballot: nothing of who or what.
const VOTED: &str = "voted";
/// A vote lasts a day at most.
const LASTS: Duration = Duration::from_secs(24 * 3600);

/// The four questions, or how it stands.
#[derive(Serialize)]
pub struct Vote {
    form: FormView,
    key: String,
    /// `open`, `voted`, `again` (sent anew from a phone that voted), `full`, `few`, `kept`, `over` or `unknown`.
    state: &'static str,
    values: Vec<CoreValue>,
    scores: Vec<i32>,
    result: Option<Shown>,
    fewest: i32,
}

impl View for Vote {
    const TEMPLATE: &'static str = "dialogue/ballot/vote.html";
    const PLAIN: bool = true;

    fn title(&self) -> Sentence {
        Sentence::new(match self.state {
            "open" => "vote-title",
            "voted" => "vote-thanks",
            "again" => "vote-already",
            "kept" => "vote-result",
            "few" => "vote-few",
            "full" => "vote-full",
            "over" => "vote-over",
            _ => "vote-unknown",
        })
    }

    fn samples() -> Vec<Self> {
        let face = |state, form, result| Self { result, ..Self::bare("K7MP4TXA", state, form) };
        let wrong = FormView::new().with("verbinding", "4").wrong("vertrouwen", "Kies een antwoord.");
        vec![
            face("open", FormView::new().with("vote", "1"), None),
            face("open", wrong.with("vote", "1").with("again", "1"), None),
            face("voted", FormView::new(), None),
            face("again", FormView::new(), None),
            face("full", FormView::new(), None),
            face("few", FormView::new(), None),
            face("kept", FormView::new(), Some(Shown::sample(true))),
            face("over", FormView::new(), None),
            face("unknown", FormView::new(), None),
        ]
    }
}

impl Vote {
    fn bare(key: &str, state: &'static str, form: FormView) -> Self {
        Self {
            form,
            key: key.to_owned(),
            state,
            values: CoreValue::ALL.to_vec(),
            scores: SCORES.collect(),
            result: None,
            fewest: FEWEST,
        }
    }

    fn status(&self) -> StatusCode {
        match self.state {
            "unknown" => StatusCode::NOT_FOUND,
            "over" => StatusCode::GONE,
            _ => self.form.status,
        }
    }
}

/// The questions, or the result once it is there.
#[handler]
pub async fn show(cx: Context, Path(key): Path<String>, request: &Request) -> poem::Result<Response> {
    let form = FormView::new().with("vote", VoteId::by_chance().to_string());
    let form = if cx.query().has("again") { form.with("again", "1") } else { form };
    let view = view(&cx, &key, form, request.headers()).await?;
    if cx.query().has("seen") && cx.query().text("seen") == view.state {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    cx.page_as(view.status(), &view)
}

async fn view(cx: &Context, key: &str, form: FormView, headers: &HeaderMap) -> Result<Vote> {
    let policy = &cx.house().policy;
    let found = seen::phone(cx.db(), key, (policy, policy.day(cx.now()))).await;
    let (ballot, standing) = match found {
        Ok(found) => found,
        Err(Error::Missing(_)) => return Ok(Vote::bare(key, "unknown", form)),
        Err(error) => return Err(error),
    };
    let (state, result) = match standing {
        Standing::Open { .. } if voted(headers, key) && !form.holds("again") => ("voted", None),
        Standing::Open { .. } => ("open", None),
        Standing::Few => ("few", None),
        Standing::Kept(outcome) => ("kept", Some(Shown::from(outcome))),
        Standing::None | Standing::Gone => ("over", None),
    };
    Ok(Vote { result, ..Vote::bare(&ballot.link_key, state, form) })
}

/// What a phone keeps: a hash of the address, the same on every phone.
fn stamp(key: &str) -> String {
    secret::hash(format!("voted {}", ballot::plain(key))).chars().take(16).collect()
}

fn voted(headers: &HeaderMap, key: &str) -> bool {
    cookie::read(headers, VOTED).is_some_and(|value| value == stamp(key))
}

/// Takes the vote. The same page sent twice counts once; another page of a phone that voted is told so, unless it is for a colleague.
#[handler]
pub async fn give(
    cx: Context,
    Path(key): Path<String>,
    request: &Request,
    form: Form,
) -> poem::Result<Response> {
    let headers = request.headers();
    match send(&cx, &key, &form, headers).await {
        Ok(Sent::Cast(Cast::Counted)) => {
            let kept = cookie::set(VOTED, &stamp(&key), LASTS, cx.https());
            Ok(cx.go(format!("/vote/{key}")).with_cookie(kept).into())
        }
        Ok(Sent::Cast(Cast::Over)) => Ok(cx.go(format!("/vote/{key}")).into()),
        Ok(Sent::Cast(Cast::Full)) => cx.page(&Vote::bare(&key, "full", FormView::new())),
        Ok(Sent::Before) => cx.page(&Vote::bare(&key, "again", FormView::new())),
        Err(Error::Missing(_)) => {
            let unknown = Vote::bare(&key, "unknown", FormView::new());
            cx.page_as(unknown.status(), &unknown)
        }
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            let view = view(&cx, &key, form, headers).await?;
            cx.page_as(view.status(), &view)
        }
    }
}

enum Sent {
    Cast(Cast),
    /// This phone voted already.
    Before,
}

/// As nobody: whoever is signed in stands nowhere near their vote. And not under the key of a form, which would be kept with the time
/// and a digest of what was voted.
async fn send(cx: &Context, key: &str, form: &Form, headers: &HeaderMap) -> Result<Sent> {
    let (id, scores) = read(cx, form)?;
    if voted(headers, key) && !form.has("again") {
        let cast = ballot::standing_of(cx.db(), key, id).await?;
        return Ok(cast.map_or(Sent::Before, Sent::Cast));
    }
    let cast = |change: std::sync::Arc<_>| async move { ballot::cast(&change, key, id, scores).await };
    Ok(Sent::Cast(cx.house().write(&Actor::nobody(), cast).await?))
}

fn read(cx: &Context, pairs: &Pairs) -> Result<(VoteId, Scores)> {
    let scores = scores(cx, pairs)?;
    // A page that was made by hand; ours always bring one.
    let id = pairs.text("vote").parse().map_err(|_| Refusal::NotPossibleNow)?;
    Ok((id, scores))
}

/// One score for each core value.
///
/// # Errors
/// A field with the code of each value that has none.
pub(in crate::web) fn scores(cx: &Context, pairs: &Pairs) -> Result<Scores> {
    let mut read = pairs.read();
    let score = |code: &str| code.parse().ok().filter(|score| SCORES.contains(score));
    let mut scores = [0; CoreValue::ALL.len()];
    for (value, given) in CoreValue::ALL.iter().zip(&mut scores) {
        let score = read.choice(value.code(), score);
        if score.is_none() && !pairs.has(value.code()) {
            let name = cx.words().say(cx.language(), &format!("value-{}", value.code()), &[]);
            read.refuse(Field::new(value.code(), "score-needed").with("value", name));
        }
        *given = score.unwrap_or_default();
    }
    read.done()?;
    Ok(scores)
}
