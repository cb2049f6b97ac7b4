//! The pulse for who asks it: how many answered by this morning, of the whole organisation and never of a department; what came
//! before; and the form to ask the next.

use chrono::NaiveDate;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::{
        adoption::{
            period::{self, Period},
            pulse::{self, LASTS, Pulse},
        },
        error::Result,
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, refill::FormView, row::Allow,
        sentence::Sentence, view::View,
    },
};

/// How long people can answer when nobody says otherwise: three weeks.
const USUAL: i64 = 21;

/// Every pulse there was, and the form for the next.
#[derive(Serialize)]
pub struct Show {
    form: FormView,
    pulses: Vec<Line>,
    /// Whether the viewer asks the pulse.
    asks: bool,
    /// Periods without a pulse.
    periods: Vec<Choice>,
    least: i64,
    most: i64,
}

/// One time that everybody was asked.
#[derive(Clone, Debug, Serialize)]
struct Line {
    /// `planned`, `open` or `over`.
    state: &'static str,
    opens_on: NaiveDate,
    closes_on: NaiveDate,
    from: NaiveDate,
    until: NaiveDate,
    invited: i32,
    counted: i32,
    sifted_on: NaiveDate,
}

impl Line {
    fn new((pulse, period): &(Pulse, Period), today: NaiveDate) -> Self {
        let state = match pulse.asked_on {
            _ if pulse.closed_on.is_some() || pulse.closes_on < today => "over",
            Some(_) => "open",
            None => "planned",
        };
        Self {
            state,
            opens_on: pulse.opens_on,
            closes_on: pulse.closes_on,
            from: period.begins_on,
            until: period.ends_on,
            invited: pulse.invited,
            counted: pulse.counted,
            sifted_on: pulse.sifted_on,
        }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "adoption/pulse/desk.html";

    fn title(&self) -> Sentence {
        Sentence::new("pulse-desk")
    }

    fn samples() -> Vec<Self> {
        let day = NaiveDate::default();
        let line = |state| Line {
            state,
            opens_on: day,
            closes_on: day,
            from: day,
            until: day,
            invited: 640,
            counted: 312,
            sifted_on: day,
        };
        let face = |form, lines: &[&'static str], asks, periods| Self {
            form,
            pulses: lines.iter().map(|state| line(*state)).collect(),
            asks,
            periods,
            least: *LASTS.start(),
            most: *LASTS.end(),
        };
        let periods = vec![Choice { value: "1".into(), label: "1 januari – 30 juni 2026".into() }];
        vec![
            face(FormView::new(), &["planned", "open", "over"], true, vec![]),
            face(FormView::new().wrong("closes", "Kies een latere dag."), &["over"], true, periods.clone()),
            face(FormView::new(), &[], true, periods),
            face(FormView::new(), &[], false, vec![]),
        ]
    }
}

/// How it stands.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let opens = cx.house().policy.day(cx.now()) + chrono::TimeDelta::days(7);
    let closes = opens + chrono::TimeDelta::days(USUAL - 1);
    let form = FormView::new().with("opens", opens.to_string()).with("closes", closes.to_string());
    cx.page(&view(&cx, form).await?)
}

/// Asks the next.
#[handler]
pub async fn ask(cx: Context, form: Form) -> poem::Result<Response> {
    match asked(&cx, &form).await {
        Ok(()) => Ok(cx.go("/desk/pulse").saying(Sentence::new("pulse-asked")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn asked(cx: &Context, form: &Form) -> Result<()> {
    let mut read = form.read();
    let period = read.choice("period", |text| text.parse().ok());
    let period = read.needed("period", period);
    let (opens, closes) = (read.date("opens"), read.date("closes"));
    let (opens, closes) = (read.needed("opens", opens), read.needed("closes", closes));
    read.done()?;
    let (Some(period), Some(opens), Some(closes)) = (period, opens, closes) else { return Ok(()) };
    let verb = |change: std::sync::Arc<_>| async move {
        pulse::ask(&change, period, (opens, closes)).await.map(|_| ())
    };
    cx.write_once(form, verb).await
}

async fn view(cx: &Context, form: FormView) -> Result<Show> {
    let today = cx.house().policy.day(cx.now());
    let all = pulse::list(cx.db()).await?;
    let asks = cx.may(Allow::Publisher);
    let open = if asks { period::open(cx.db()).await? } else { Vec::new() };
    let dates = cx.dates();
    let free = open.iter().filter(|one| all.iter().all(|(_, period)| period.id != one.id));
    let choice = |one: &Period| Choice {
        value: one.id.to_string(),
        label: format!("{} – {}", dates.date_year(one.begins_on), dates.date_year(one.ends_on)),
    };
    Ok(Show {
        form,
        pulses: all.iter().map(|one| Line::new(one, today)).collect(),
        asks,
        periods: free.map(choice).collect(),
        least: *LASTS.start(),
        most: *LASTS.end(),
    })
}
