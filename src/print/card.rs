//! Cards with a name, to fold and put on the table.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Paper;
use crate::text::Dates;

/// All cards of a session.
#[derive(Clone, Debug)]
pub struct Cards {
    pub workshop: String,
    pub start: DateTime<Utc>,
    /// In the order in which they are printed.
    pub people: Vec<Person>,
}

/// Who sits behind the card.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    pub name: String,
    pub department: String,
}

/// As it is read.
#[derive(Serialize)]
pub struct Face {
    workshop: String,
    people: Vec<Person>,
}

impl Paper for Cards {
    const NAME: &'static str = "card";
    type Face = Face;

    fn title(&self, dates: &Dates) -> String {
        let arguments =
            [("workshop", self.workshop.clone().into()), ("moment", dates.moment(self.start).into())];
        dates.words.say(dates.language, "print-card-document", &arguments)
    }

    fn face(&self, _: &Dates) -> Face {
        Face { workshop: self.workshop.clone(), people: self.people.clone() }
    }
}
