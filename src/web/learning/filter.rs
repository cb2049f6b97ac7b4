//! What of the catalogue is shown: the address says it, so that it can be kept, sent and walked back to.

use chrono::{DateTime, Datelike as _, Months, NaiveDate, NaiveTime, TimeZone as _, Utc};
use entity::{core_value::CoreValue, workshop::WorkshopForm};
use serde::Serialize;

use crate::{
    domain::learning::{agenda, workshop},
    web::{context::Context, form::Pairs, sentence::Sentence},
};

/// How many months ahead one can choose.
const MONTHS: u32 = 12;

/// What the address asks for; what makes no sense there is not asked for.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Dates instead of workshops.
    pub dates: bool,
    pub value: Option<CoreValue>,
    pub form: Option<WorkshopForm>,
    pub search: String,
    pub free: bool,
    /// The first day of a month.
    pub month: Option<NaiveDate>,
}

/// A link that sets one filter and keeps the others.
#[derive(Clone, Debug, Serialize)]
pub struct Chip {
    pub href: String,
    pub current: bool,
    /// The core value, or nothing for all.
    pub value: Option<CoreValue>,
}

/// An answer in a list to choose from.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Wish {
    /// Reads the address. A month or free seats are of dates, so that asking for them shows dates.
    pub fn read(query: &Pairs) -> Self {
        let month = format!("{}-01", query.text("month")).parse().ok();
        let free = query.has("free");
        Self {
            dates: query.text("show") == "dates" || free || month.is_some(),
            value: CoreValue::from_code(query.text("value")),
            form: WorkshopForm::from_code(query.text("form")),
            search: query.search("q"),
            free,
            month,
        }
    }

    /// Whether anything is left out.
    pub fn narrows(&self) -> bool {
        self.value.is_some()
            || self.form.is_some()
            || !self.search.is_empty()
            || self.free
            || self.month.is_some()
    }

    /// As a filter on workshops.
    pub fn workshops(&self) -> workshop::Filter {
        workshop::Filter {
            value: self.value,
            form: self.form,
            search: self.search.clone(),
            ..Default::default()
        }
    }

    /// As a filter on dates to come.
    pub fn sessions(&self, cx: &Context) -> agenda::Filter {
        let start = |month: NaiveDate| day_begins(cx, month);
        let until = self.month.and_then(|month| month.checked_add_months(Months::new(1)));
        agenda::Filter {
            value: self.value,
            form: self.form,
            search: self.search.clone(),
            free: self.free,
            from: Some(self.month.and_then(start).map_or(cx.now(), |at| at.max(cx.now()))),
            until: until.and_then(start),
            ..Default::default()
        }
    }

    /// All values, and each one.
    pub fn values(&self, cx: &Context) -> Vec<Chip> {
        let chip = |value: Option<CoreValue>| Chip {
            href: link(cx, "value", value.map_or("", CoreValue::code)),
            current: self.value == value,
            value,
        };
        std::iter::once(None).chain(CoreValue::ALL.iter().copied().map(Some)).map(chip).collect()
    }

    /// The months to come.
    pub fn months(&self, cx: &Context) -> Vec<Choice> {
        let today = cx.house().policy.day(cx.now());
        let first = today.with_day(1).unwrap_or(today);
        let month = |ahead| {
            let month = first.checked_add_months(Months::new(ahead))?;
            let name = Sentence::new("date-month").with("month", month.month());
            Some(Choice {
                value: month.format("%Y-%m").to_string(),
                label: format!("{} {}", cx.say(&name), month.year()),
                chosen: self.month == Some(month),
            })
        };
        (0..MONTHS).filter_map(month).collect()
    }

    /// The ways in which a workshop is given.
    pub fn forms(&self, cx: &Context) -> Vec<Choice> {
        let key = |form| match form {
            WorkshopForm::OnSite => "workshop-form-on-site",
            WorkshopForm::Online => "workshop-form-online",
            WorkshopForm::Hybrid => "workshop-form-hybrid",
        };
        let form = |form: &WorkshopForm| Choice {
            value: form.code().into(),
            label: cx.say(&Sentence::new(key(*form))),
            chosen: self.form == Some(*form),
        };
        WorkshopForm::ALL.iter().map(form).collect()
    }
}

/// This page with one filter set, from its beginning.
pub fn link(cx: &Context, name: &str, value: &str) -> String {
    let fresh = Pairs::parse(cx.query().with("after", "").as_bytes());
    let query = fresh.with(name, value);
    if query.is_empty() { "/workshops".into() } else { format!("/workshops?{query}") }
}

/// The first moment of a day here.
fn day_begins(cx: &Context, day: NaiveDate) -> Option<DateTime<Utc>> {
    let zone = cx.house().policy.zone;
    zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|at| at.to_utc())
}
