//! How many contacts there were by each channel in a month.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Months, NaiveDate};
use entity::feedback::Channel;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        error::{Error, Field, Result},
        service::contact_volume::{self, MOST},
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// Months on the page.
const SHOWN: u32 = 12;

/// The last months, and the form.
#[derive(Serialize)]
pub struct Show {
    form: FormView,
    channels: Vec<Channel>,
    months: Vec<Month>,
    choices: Vec<Choice>,
}

/// What was counted in a month, a number for each channel.
#[derive(Clone, Debug, Serialize)]
struct Month {
    name: String,
    contacts: Vec<Option<i32>>,
}

impl View for Show {
    const TEMPLATE: &'static str = "service/contact/show.html";

    fn title(&self) -> Sentence {
        Sentence::new("contacts-title")
    }

    fn samples() -> Vec<Self> {
        let month = Month { name: "februari 2026".into(), contacts: vec![Some(1200), None, Some(0)] };
        let face = |form, months| Self {
            form,
            channels: Channel::ALL.iter().copied().take(3).collect(),
            months,
            choices: vec![Choice { value: "2026-02-01".into(), label: "februari 2026".into() }],
        };
        vec![
            face(FormView::new(), vec![month]),
            face(FormView::new().wrong("chat", "Vul een heel getal in."), vec![]),
        ]
    }
}

/// The last months.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let last = months(&cx).into_iter().nth(1).unwrap_or_default();
    cx.page(&view(&cx, FormView::new().with("month", last.to_string())).await?)
}

/// Writes the numbers of a month; what is left empty stays as it was.
#[handler]
pub async fn write(cx: Context, form: Form) -> poem::Result<Response> {
    match written(&cx, &form).await {
        Ok(()) => Ok(cx.go("/desk/contacts").saying(Sentence::new("contacts-written")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn written(cx: &Context, form: &Form) -> Result<()> {
    let mut read = form.read();
    let month = read.date("month");
    let month = read.needed("month", month);
    let mut counted = BTreeMap::new();
    for channel in Channel::ALL {
        counted.extend(read.number(channel.code(), 0, MOST).map(|contacts| (*channel, contacts)));
    }
    read.done()?;
    if counted.is_empty() {
        return Err(Field::new(Channel::Counter.code(), "required").into());
    }
    let month = month.ok_or(Error::Forbidden)?;
    let counted = &counted;
    let verb =
        |change: std::sync::Arc<_>| async move { contact_volume::write(&change, month, counted).await };
    cx.write_once(form, verb).await
}

/// The first day of this month and of those before, the newest first.
fn months(cx: &Context) -> Vec<NaiveDate> {
    let today = cx.house().policy.day(cx.now());
    let this = today.with_day(1).unwrap_or(today);
    (0..SHOWN).filter_map(|ago| this.checked_sub_months(Months::new(ago))).collect()
}

async fn view(cx: &Context, form: FormView) -> Result<Show> {
    let all = months(cx);
    let (until, from) = (all.first().copied().unwrap_or_default(), all.last().copied().unwrap_or_default());
    let rows = contact_volume::between(cx.db(), from, until).await?;
    let of = |begins_on: NaiveDate, channel: &Channel| {
        let found = rows.iter().find(|(one, month, _)| one == channel && *month == begins_on);
        found.map(|(.., contacts)| *contacts)
    };
    let month = |begins_on: &NaiveDate| Month {
        name: name(cx, *begins_on),
        contacts: Channel::ALL.iter().map(|channel| of(*begins_on, channel)).collect(),
    };
    let counted = all.iter().map(month).filter(|month| month.contacts.iter().any(Option::is_some)).collect();
    let choice = |day: &NaiveDate| Choice { value: day.to_string(), label: name(cx, *day) };
    Ok(Show {
        form,
        channels: Channel::ALL.to_vec(),
        months: counted,
        choices: all.iter().map(choice).collect(),
    })
}

/// A month as one says it.
fn name(cx: &Context, day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or("contacts-month-1");
    cx.say(&Sentence::new(month).with("year", day.year().to_string()))
}

const MONTHS: [&str; 12] = [
    "contacts-month-1",
    "contacts-month-2",
    "contacts-month-3",
    "contacts-month-4",
    "contacts-month-5",
    "contacts-month-6",
    "contacts-month-7",
    "contacts-month-8",
    "contacts-month-9",
    "contacts-month-10",
    "contacts-month-11",
    "contacts-month-12",
];
