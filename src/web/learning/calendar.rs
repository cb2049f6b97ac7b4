//! My calendar: a secret address for calendar programs, and when I want to be reminded.

use chrono::{DateTime, Utc};
use entity::person;
use http::header;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::card::address;
use crate::{
    domain::{
        error::{Error, Field, Result},
        learning::{
            feed::{self, Entry},
            reminder::{self, Reminder},
        },
        people::calendar_address,
    },
    ical,
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// My calendar.
#[derive(Serialize)]
pub struct Calendar {
    /// Since when there is an address.
    since: Option<DateTime<Utc>>,
    /// The address itself, only right after it was made.
    fresh: Option<String>,
    reminders: &'static [Reminder],
    form: FormView,
}

impl View for Calendar {
    const TEMPLATE: &'static str = "learning/calendar/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("calendar-title")
    }

    fn samples() -> Vec<Self> {
        let sample = |since, fresh: Option<&str>| Self {
            since,
            fresh: fresh.map(str::to_owned),
            reminders: Reminder::ALL,
            form: FormView::new().with("reminder", Reminder::TwoDays.code()),
        };
        let since = Some(DateTime::UNIX_EPOCH);
        let address = "https://leren.gemeente.example/calendar/k3Jq0aYw.ics";
        vec![sample(None, None), sample(since, None), sample(since, Some(address))]
    }
}

/// My calendar.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, None).await?)
}

/// Makes an address, and shows it this once; an earlier one stops.
#[handler]
pub async fn make(cx: Context) -> poem::Result<Response> {
    let secret = cx.write(|change| async move { calendar_address::make(&change).await }).await?;
    let fresh = format!("{}/calendar/{secret}.ics", cx.base_url().trim_end_matches('/'));
    cx.page(&view(&cx, Some(fresh)).await?)
}

/// Ends the address.
#[handler]
pub async fn end(cx: Context) -> poem::Result<Response> {
    cx.write(|change| async move { calendar_address::end(&change).await }).await?;
    Ok(cx.go("/me/calendar").saying(Sentence::new("calendar-said-ended")).into())
}

/// Chooses when I am reminded.
#[handler]
pub async fn remind(cx: Context, form: Form) -> poem::Result<Response> {
    let chosen = Reminder::from_code(form.text("reminder"));
    let chosen = chosen.ok_or_else(|| Error::from(Field::new("reminder", "not-a-choice")))?;
    cx.write_once(&form, |change| async move { reminder::choose(&change, chosen).await }).await?;
    Ok(cx.go("/me/calendar").saying(Sentence::new("calendar-said-reminder")).into())
}

async fn view(cx: &Context, fresh: Option<String>) -> Result<Calendar> {
    let me = cx.me()?;
    let chosen = reminder::of(cx.db(), me).await?;
    Ok(Calendar {
        since: calendar_address::since(cx.db(), me).await?,
        fresh,
        reminders: Reminder::ALL,
        form: FormView::new().with("reminder", chosen.code()),
    })
}

/// The calendar itself, for whoever has its address.
#[handler]
pub async fn read(cx: Context, Path(name): Path<String>) -> poem::Result<Response> {
    let secret = name.strip_suffix(".ics").ok_or(Error::Missing("calendar"))?;
    let owner = calendar_address::owner(cx.db(), secret, cx.house().policy.day(cx.now())).await?;
    let entries = feed::of(cx.db(), owner.id, cx.now()).await?;
    let meetings: Vec<_> = entries.into_iter().map(|entry| meeting(&cx, &owner, entry)).collect();
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(ical::feed(cx.organisation(), &meetings, cx.now())))
}

fn meeting(cx: &Context, owner: &person::Model, entry: Entry) -> ical::Meeting {
    let Entry { meeting, title, sequence } = entry;
    let domain = cx.app().config.mail_from.email.domain();
    let place = [Some(meeting.location), meeting.link];
    ical::Meeting {
        uid: ical::uid(owner.id, meeting.id, domain),
        sequence: u32::try_from(sequence).unwrap_or_default(),
        start: meeting.starts_at,
        end: meeting.ends_at,
        summary: title,
        location: place.into_iter().flatten().find(|place| !place.trim().is_empty()),
        url: format!("{}{}", cx.base_url().trim_end_matches('/'), address(meeting.session_id)),
    }
}
