//! The certificate of attendance, as it was issued.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Paper;
use crate::{domain::learning::certificate, text::Dates};

/// What it says.
#[derive(Clone, Debug)]
pub struct Certificate {
    pub organisation: String,
    pub name: String,
    pub workshop: String,
    /// Begin and end of every meeting.
    pub meetings: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    pub minutes: i64,
    pub trainers: Vec<String>,
    pub issued_at: DateTime<Utc>,
    pub serial: String,
    /// Where one sees that it is genuine.
    pub address: String,
}

impl Certificate {
    /// The paper of a certificate that was issued; `base` is where browsers reach the house.
    pub fn of(row: &entity::certificate::Model, base: &str) -> Self {
        let meetings = certificate::meetings(row).into_iter().map(|met| (met.start, met.end));
        Self {
            organisation: row.organisation.clone(),
            name: row.name.clone(),
            workshop: row.workshop.clone(),
            meetings: meetings.collect(),
            minutes: row.minutes.into(),
            trainers: certificate::trainers(row).into_iter().map(|gave| gave.name).collect(),
            issued_at: row.issued_at,
            serial: row.serial.clone(),
            address: format!("{base}/verify/{}", row.serial),
        }
    }
}

/// As it is read.
#[derive(Serialize)]
pub struct Face {
    organisation: String,
    name: String,
    workshop: String,
    days: Vec<String>,
    hours: String,
    trainers: Vec<String>,
    issued: String,
    serial: String,
    address: String,
    /// SVG; nothing when there is no square.
    square: Option<String>,
}

impl Paper for Certificate {
    const NAME: &'static str = "certificate";
    type Face = Face;

    fn title(&self, dates: &Dates) -> String {
        let arguments = [("name", self.name.clone().into()), ("workshop", self.workshop.clone().into())];
        dates.words.say(dates.language, "print-certificate-document", &arguments)
    }

    fn face(&self, dates: &Dates) -> Face {
        let mut days: Vec<_> = self.meetings.iter().map(|(start, _)| dates.day(*start)).collect();
        days.dedup();
        Face {
            organisation: self.organisation.clone(),
            name: self.name.clone(),
            workshop: self.workshop.clone(),
            days: days.into_iter().map(|day| dates.date_year(day)).collect(),
            hours: hours(dates, self.minutes),
            trainers: self.trainers.clone(),
            issued: dates.date_year(dates.day(self.issued_at)),
            serial: self.serial.clone(),
            address: self.address.clone(),
            square: square(&self.address),
        }
    }
}

/// `4,5 uur`, to the quarter of an hour.
fn hours(dates: &Dates, minutes: i64) -> String {
    let quarters = i32::try_from((minutes + 7) / 15).unwrap_or_default();
    let hours = f64::from(quarters) / 4.0;
    dates.words.say(dates.language, "print-certificate-hours", &[("hours", hours.into())])
}

#[cfg(feature = "print")]
fn square(address: &str) -> Option<String> {
    super::square::svg(address)
}

#[cfg(not(feature = "print"))]
const fn square(_: &str) -> Option<String> {
    None
}
