//! The periods over which a promise is measured: whole months, quarters or years.

use chrono::{Datelike as _, Months, NaiveDate};
use entity::promise::Every;

/// One period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub begins_on: NaiveDate,
    months: u32,
}

impl Period {
    /// The period of this length that a day lies in.
    #[must_use]
    pub fn of(every: Every, day: NaiveDate) -> Self {
        let months = length(every);
        let first = day.month0() / months * months + 1;
        let begins_on = day.with_day(1).and_then(|day| day.with_month(first)).unwrap_or(day);
        Self { begins_on, months }
    }

    /// From `2026-01`, `2026-K1` (or `2026-Q1`) or `2026`; nothing for a code of another length.
    #[must_use]
    pub fn from_code(every: Every, code: &str) -> Option<Self> {
        let code = code.trim().to_uppercase();
        let (year, rest) = code.split_once('-').unwrap_or((&code, ""));
        let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
        let month = match every {
            Every::Year => rest.is_empty().then_some(1),
            Every::Quarter => {
                let number: u32 = rest.strip_prefix(['K', 'Q'])?.parse().ok()?;
                (1..=4).contains(&number).then_some(3 * number - 2)
            }
            Every::Month => rest.parse().ok().filter(|_| rest.len() <= 2),
        };
        Some(Self { begins_on: NaiveDate::from_ymd_opt(year, month?, 1)?, months: length(every) })
    }

    /// As in files and in the API: `2026-01`, `2026-K1` or `2026`.
    #[must_use]
    pub fn code(&self) -> String {
        let year = self.begins_on.year();
        match self.months {
            1 => format!("{year}-{:02}", self.begins_on.month()),
            3 => format!("{year}-K{}", self.quarter()),
            _ => year.to_string(),
        }
    }

    /// From 1 to 4.
    #[must_use]
    pub fn quarter(&self) -> u32 {
        self.begins_on.month0() / 3 + 1
    }

    /// The first day after it.
    #[must_use]
    pub fn after(&self) -> NaiveDate {
        self.begins_on.checked_add_months(Months::new(self.months)).unwrap_or(NaiveDate::MAX)
    }

    /// The last day.
    #[must_use]
    pub fn ends_on(&self) -> NaiveDate {
        self.after().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The one before.
    #[must_use]
    pub fn before(&self) -> Self {
        let begins_on = self.begins_on.checked_sub_months(Months::new(self.months));
        Self { begins_on: begins_on.unwrap_or(NaiveDate::MIN), ..*self }
    }
}

const fn length(every: Every) -> u32 {
    match every {
        Every::Month => 1,
        Every::Quarter => 3,
        Every::Year => 12,
    }
}
