//! Events as rows.

use entity::id::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Event;

/// An event as the table keeps it.
#[derive(Debug)]
pub struct Record {
    pub kind: &'static str,
    pub subject: Option<Uuid>,
    pub person: Option<PersonId>,
    pub data: Value,
}

impl Event {
    /// The row of this event.
    #[must_use]
    pub fn record(&self) -> Record {
        let of = |kind, subject: Option<Uuid>, person, data| Record { kind, subject, person, data };
        let about = |kind, person: &PersonId, data| of(kind, Some(person.0), Some(*person), data);
        let workshop = |kind, id: &WorkshopId| of(kind, Some(id.0), None, json!({}));
        let session = |kind, id: &SessionId| of(kind, Some(id.0), None, json!({}));
        let exported = |kind, rows: &usize| of(kind, None, None, json!({ "rows": rows }));
        match self {
            Self::HouseSetUp { person } => about("house-set-up", person, json!({})),
            Self::LinkAsked { person } => of("link-asked", person.map(|id| id.0), *person, json!({})),
            Self::SignedIn { person, sign_in, by } => {
                about("signed-in", person, json!({ "signIn": sign_in, "by": by }))
            }
            Self::SignedOut { person, everywhere } => {
                about("signed-out", person, json!({ "everywhere": everywhere }))
            }
            Self::RoleGranted { person, role, department } => {
                about("role-granted", person, json!({ "role": role, "department": department }))
            }
            Self::RoleRevoked { person, role, department } => {
                about("role-revoked", person, json!({ "role": role, "department": department }))
            }
            Self::TokenMade { person, token, scopes } => {
                of("token-made", Some(token.0), Some(*person), json!({ "scopes": scopes }))
            }
            Self::LanguageChosen { person } => about("language-chosen", person, json!({})),
            Self::Imported { import, kind, counts } => {
                of("imported", Some(import.0), None, json!({ "kind": kind, "counts": counts }))
            }
            Self::PersonLeft { person } => about("person-left", person, json!({})),
            Self::PersonMoved { person, to } => about("person-moved", person, json!({ "to": to })),
            Self::PeopleExported { rows } => exported("people-exported", rows),
            Self::EnrolmentsExported { rows } => exported("enrolments-exported", rows),
            Self::WorkshopMade { workshop: id } => workshop("workshop-made", id),
            Self::WorkshopChanged { workshop: id } => workshop("workshop-changed", id),
            Self::WorkshopPublished { workshop: id } => workshop("workshop-published", id),
            Self::WorkshopRetired { workshop: id } => workshop("workshop-retired", id),
            Self::SessionPlanned { session: id } => session("session-planned", id),
            Self::SessionOpened { session: id } => session("session-opened", id),
            Self::SessionChanged { session: id } => session("session-changed", id),
            Self::MeetingsChanged { session: id, meetings } => {
                of("meetings-changed", Some(id.0), None, json!({ "meetings": meetings }))
            }
            Self::SessionCalledOff { session: id, people } => {
                of("session-called-off", Some(id.0), None, json!({ "people": people }))
            }
            Self::DecisionAsked { session: id } => session("decision-asked", id),
            Self::SessionGoesOn { session: id } => session("session-goes-on", id),
            Self::ClashAccepted { session: id, person, reason } => {
                of("clash-accepted", Some(id.0), Some(*person), json!({ "reason": reason }))
            }
            Self::MessageSent { session: id, to, people } => {
                of("message-sent", Some(id.0), None, json!({ "to": to, "people": people }))
            }
            Self::Drawn { session, requests } => {
                of("drawn", Some(session.0), None, json!({ "requests": requests }))
            }
            Self::CoverLimited { department, limit } => {
                of("cover-limited", Some(department.0), None, json!({ "limit": limit }))
            }
            Self::InterestExpressed { workshop, person, wanted } => {
                of("interest-expressed", Some(workshop.0), Some(*person), json!({ "wanted": wanted }))
            }
            _ => self.enrolment_record(),
        }
    }

    /// The rows about an enrolment: subject is the session, so that its timeline reads in one query.
    fn enrolment_record(&self) -> Record {
        let (kind, enrolment, person, session, more) = match self {
            Self::Enrolled { enrolment, person, session, overridden } => {
                ("enrolled", enrolment, person, session, json!(overridden))
            }
            Self::Queued { enrolment, person, session } => {
                ("queued", enrolment, person, session, Value::Null)
            }
            Self::Requested { enrolment, person, session } => {
                ("requested", enrolment, person, session, Value::Null)
            }
            Self::LotWon { enrolment, person, session } => {
                ("lot-won", enrolment, person, session, Value::Null)
            }
            Self::NeedsStated { enrolment, person, session } => {
                ("needs-stated", enrolment, person, session, Value::Null)
            }
            Self::Offered { enrolment, person, session } => {
                ("offered", enrolment, person, session, Value::Null)
            }
            Self::OfferAccepted { enrolment, person, session } => {
                ("offer-accepted", enrolment, person, session, Value::Null)
            }
            Self::OfferDeclined { enrolment, person, session } => {
                ("offer-declined", enrolment, person, session, Value::Null)
            }
            Self::OfferLapsed { enrolment, person, session } => {
                ("offer-lapsed", enrolment, person, session, Value::Null)
            }
            Self::MovedUp { enrolment, person, session } => {
                ("moved-up", enrolment, person, session, Value::Null)
            }
            Self::Skipped { enrolment, person, session, rule } => {
                ("skipped", enrolment, person, session, json!(rule))
            }
            Self::Withdrawn { enrolment, person, session, ending } => {
                ("withdrawn", enrolment, person, session, json!(ending))
            }
            _ => unreachable!("the other events have their own row"),
        };
        let data = json!({ "enrolment": enrolment, "detail": more });
        Record { kind, subject: Some(session.0), person: Some(*person), data }
    }
}
