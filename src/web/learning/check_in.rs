//! Checking in: the code on the trainer's screen, and what opens on the phone of who scans it.

use chrono::{DateTime, Utc};
use entity::{attendance::Mark, id::MeetingId, session::SessionState};
use http::{HeaderValue, header};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{register::address, session_facts::Facts};
use crate::{
    domain::{
        error::{Error, Result},
        learning::{
            attendance::{
                self,
                check_in::{self, Standing, TURN},
            },
            session,
        },
    },
    web::{context::Context, form::Form, qr::Picture, refill::FormView, sentence::Sentence, view::View},
};

/// The trainer's screen.
#[derive(Serialize)]
pub struct Screen {
    form: FormView,
    id: String,
    session: Facts,
    start: DateTime<Utc>,
    /// The picture of the code; nothing while nobody checks in.
    code: Option<Picture>,
    there: usize,
    expected: usize,
}

impl View for Screen {
    const TEMPLATE: &'static str = "desk/session/check_in.html";

    fn title(&self) -> Sentence {
        Sentence::new("check-in-screen-title")
    }

    fn samples() -> Vec<Self> {
        let sample = |code| Self {
            form: FormView::new(),
            id: "1".into(),
            session: Facts::sample(SessionState::Open),
            start: DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default(),
            code,
            there: 7,
            expected: 12,
        };
        let wrong = FormView::new().wrong("", "Presentie noteren kan vanaf 9.45 uur.");
        vec![
            sample(Picture::of("https://olievlek.example/check-in/AAAA".into())),
            sample(None),
            Self { form: wrong, ..sample(None) },
        ]
    }
}

/// What who scanned the code sees.
#[derive(Serialize)]
pub struct Here {
    form: FormView,
    code: String,
    /// The workshop.
    course: String,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    location: String,
    stand: Stand,
    seen: Option<Mark>,
    /// When they were marked, or when the register opens.
    at: Option<DateTime<Utc>>,
}

/// [`Standing`] as a template gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Stand {
    Expected,
    Marked,
    NotOnTheList,
    TooEarly,
    Closed,
    Old,
}

impl View for Here {
    const TEMPLATE: &'static str = "learning/check_in/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("check-in-title")
    }

    fn samples() -> Vec<Self> {
        let at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        let sample = |stand: Stand, seen| Self {
            form: FormView::new(),
            code: "AAAA".into(),
            course: "Helder schrijven".into(),
            start: at,
            end: at,
            location: "Raadhuis, zaal 2".into(),
            stand,
            seen,
            at: Some(at),
        };
        let others = [Stand::Expected, Stand::NotOnTheList, Stand::TooEarly, Stand::Closed, Stand::Old];
        let marked = [Mark::Present, Mark::Absent].map(|mark| sample(Stand::Marked, Some(mark)));
        others.map(|stand| sample(stand, None)).into_iter().chain(marked).collect()
    }
}

/// The screen, which asks for a new code by itself.
#[handler]
pub async fn screen(cx: Context, Path(id): Path<MeetingId>) -> poem::Result<Response> {
    let view = view(&cx, id, FormView::new()).await?;
    let again = view.code.is_some().then(|| HeaderValue::from(until_next(cx.now())));
    let mut response = cx.page(&view)?;
    if let Some(again) = again {
        response.headers_mut().insert(header::REFRESH, again);
    }
    Ok(response)
}

/// Seconds until the code on the screen is another one.
fn until_next(now: DateTime<Utc>) -> i64 {
    TURN - now.timestamp().rem_euclid(TURN)
}

/// Opens or ends checking in.
#[handler]
pub async fn set(cx: Context, Path(id): Path<MeetingId>, form: Form) -> poem::Result<Response> {
    let open = form.has("open");
    match cx.write_once(&form, |change| async move { check_in::set(&change, id, open).await }).await {
        Ok(()) if open => Ok(cx.go(format!("/desk/meetings/{id}/check-in")).into()),
        Ok(()) => Ok(cx.go(address(id)).saying(Sentence::new("check-in-ended-said")).into()),
        Err(error) => {
            let form = cx.again(&form, &[], error)?;
            cx.page_as(form.status, &view(&cx, id, form).await?)
        }
    }
}

async fn view(cx: &Context, id: MeetingId, form: FormView) -> Result<Screen> {
    let register = attendance::register(cx.db(), cx.actor(), id).await?;
    let details = session::details(cx.db(), register.meeting.session_id, cx.now()).await?;
    let address = |code: String| format!("{}/check-in/{code}", cx.base_url());
    let is_there =
        |line: &&attendance::Line| line.held.as_ref().is_some_and(|held| held.mark == Mark::Present);
    Ok(Screen {
        form,
        id: id.to_string(),
        session: Facts::new(&details, cx.now()),
        start: register.meeting.starts_at,
        code: check_in::code(&register.meeting, cx.now()).map(address).and_then(Picture::of),
        there: register.lines.iter().filter(is_there).count(),
        expected: register.lines.len(),
    })
}

/// Shows who scanned a code what it is for. Opening changes nothing: phones open what they see by themselves.
#[handler]
pub async fn show(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    let (meeting, standing) = check_in::standing(cx.db(), &code, cx.me()?, cx.now()).await?;
    let details = session::details(cx.db(), meeting.session_id, cx.now()).await?;
    let (stand, seen, at) = match standing {
        Standing::Expected => (Stand::Expected, None, None),
        Standing::Marked(mark, at) => (Stand::Marked, Some(mark), Some(at)),
        Standing::NotOnTheList => (Stand::NotOnTheList, None, None),
        Standing::TooEarly(at) => (Stand::TooEarly, None, Some(at)),
        Standing::Closed => (Stand::Closed, None, None),
        Standing::Old => (Stand::Old, None, None),
    };
    cx.page(&Here {
        form: FormView::new(),
        code,
        course: details.workshop.title,
        start: meeting.starts_at,
        end: meeting.ends_at,
        location: meeting.location,
        stand,
        seen,
        at,
    })
}

/// Says that they are here; the page then says how it stands.
#[handler]
pub async fn say(cx: Context, Path(code): Path<String>) -> poem::Result<Response> {
    let known = &code;
    let checked = cx.write(|change| async move { check_in::check_in(&change, known).await }).await;
    match checked {
        Ok(_) => Ok(cx.go(format!("/check-in/{code}")).into()),
        Err(Error::Refused(no)) => {
            let said = Sentence::plain(crate::web::error::refusal(&cx, &no));
            Ok(cx.go("/").warning(said).into())
        }
        Err(other) => Err(other.into()),
    }
}
