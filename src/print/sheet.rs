//! The sheet on which people sign that they are there. What they need, and what they eat, is on no paper that goes round.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Paper;
use crate::text::Dates;

/// Lines without a name, for who comes in.
const BLANKS: usize = 5;

/// The sheet of one meeting.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub workshop: String,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub place: String,
    pub trainers: Vec<String>,
    /// In the order of the sheet.
    pub people: Vec<Signer>,
}

/// Somebody who signs.
#[derive(Clone, Debug, Serialize)]
pub struct Signer {
    pub name: String,
    pub department: String,
}

/// As it is read.
#[derive(Serialize)]
pub struct Face {
    workshop: String,
    when: String,
    place: String,
    trainers: Vec<String>,
    people: Vec<Signer>,
    blanks: usize,
}

impl Paper for Sheet {
    const NAME: &'static str = "sheet";
    type Face = Face;

    fn title(&self, dates: &Dates) -> String {
        let arguments =
            [("workshop", self.workshop.clone().into()), ("moment", dates.moment(self.start).into())];
        dates.words.say(dates.language, "print-sheet-document", &arguments)
    }

    fn face(&self, dates: &Dates) -> Face {
        Face {
            workshop: self.workshop.clone(),
            when: dates.period(self.start, self.end),
            place: self.place.clone(),
            trainers: self.trainers.clone(),
            people: self.people.clone(),
            blanks: BLANKS,
        }
    }
}
