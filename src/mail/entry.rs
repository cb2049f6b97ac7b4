//! The calendar entry of a conversation, and who stands in any entry.

use super::{Stationery, letter::Matter, one_line};
use crate::{
    domain::{dialogue::conversation::Talk, people::person::full_name},
    ical::{self, Event, Party},
};

/// The entry of a conversation: one for each person, whose number is the version of the conversation.
pub(super) fn of_talk(
    stationery: &Stationery,
    matter: &Matter,
    (talk, sequence): (&Talk, i32),
    title: &str,
) -> Option<Event> {
    if matter.reader.by_hand() {
        return None;
    }
    Some(Event {
        uid: ical::uid(matter.reader.person.id, talk.row.id, stationery.from.email.domain()),
        sequence: u32::try_from(sequence).unwrap_or_default(),
        method: matter.method(),
        stamp: matter.asked_at,
        start: talk.row.starts_at,
        end: talk.ends_at(),
        summary: one_line(title),
        location: Some(talk.row.place.clone()).filter(|place| !place.is_empty()),
        url: None,
        description: Some(talk.teams.join(", ")).filter(|teams| !teams.is_empty()),
        organiser: organiser(stationery),
        attendee: attendee(matter),
    })
}

/// The organisation, by its mailbox.
pub(super) fn organiser(stationery: &Stationery) -> Party {
    Party { name: stationery.organisation.clone(), address: stationery.from.email.to_string() }
}

/// Whose calendar it is.
pub(super) fn attendee(matter: &Matter) -> Party {
    Party { name: full_name(&matter.reader.person), address: matter.reader.address.clone() }
}
