//! What a planner sends.

use entity::id::{PersonId, WorkshopId};
use poem_openapi::Object;
use uuid::Uuid;

use crate::{
    api::{
        body::{Fields, Read},
        moment::Moment,
    },
    domain::learning::session::{MeetingPlan, Plan},
};

/// A session to be planned. It is open at once.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewSession {
    pub workshop_id: Uuid,
    /// Left out: no limit. 0: no places.
    #[oai(validator(minimum(value = "0")))]
    pub capacity: Option<i32>,
    #[oai(validator(min_items = 1))]
    pub meetings: Vec<NewMeeting>,
    /// Fewest participants that it needs.
    #[oai(validator(minimum(value = "0")))]
    pub minimum: Option<i32>,
    pub trainer_ids: Option<Vec<Uuid>>,
    /// Left out: at once.
    pub enrolment_opens: Option<Moment>,
    /// Left out: at the start.
    pub enrolment_closes: Option<Moment>,
    /// For whom: job profiles or departments, separated by commas. Left out: as the workshop says.
    pub audience: Option<String>,
    /// When planners are asked whether it goes on with fewer than the minimum. Left out: they are not asked.
    pub decide_by: Option<Moment>,
    /// Until then places are asked for, and then drawn by lot. Left out: in order of asking.
    pub draw_at: Option<Moment>,
    /// What it costs, in cents of a euro.
    #[oai(validator(minimum(value = "0")))]
    pub cost_cents: Option<i64>,
    /// Why a trainer who is somewhere else at that time gives it all the same.
    pub clash_reason: Option<String>,
    /// Whether people to whom the workshop was assigned wait before the others. Left out: no.
    pub targeted_first: Option<bool>,
}

/// A date to be planned.
#[derive(Debug, Object)]
pub struct NewMeeting {
    pub start: Moment,
    /// After the start.
    pub end: Moment,
    /// Room or address.
    pub location: String,
    /// Where to take part online; https.
    pub link: Option<String>,
}

impl Read for NewSession {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let workshop_id = fields.required("workshopId");
        let capacity = fields.optional("capacity");
        let meetings = fields.list("meetings");
        let minimum = fields.optional("minimum");
        let trainer_ids = fields.optional("trainerIds");
        let enrolment_opens = fields.optional("enrolmentOpens");
        let enrolment_closes = fields.optional("enrolmentCloses");
        let audience = fields.optional("audience");
        let decide_by = fields.optional("decideBy");
        let draw_at = fields.optional("drawAt");
        let cost_cents = fields.optional("costCents");
        let clash_reason = fields.optional("clashReason");
        let targeted_first = fields.optional("targetedFirst");
        Some(Self {
            workshop_id: workshop_id?,
            capacity: capacity?,
            meetings: meetings?,
            minimum: minimum?,
            trainer_ids: trainer_ids?,
            enrolment_opens: enrolment_opens?,
            enrolment_closes: enrolment_closes?,
            audience: audience?,
            decide_by: decide_by?,
            draw_at: draw_at?,
            cost_cents: cost_cents?,
            clash_reason: clash_reason?,
            targeted_first: targeted_first?,
        })
    }
}

impl Read for NewMeeting {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (start, end) = (fields.required("start"), fields.required("end"));
        let (location, link) = (fields.required("location"), fields.optional("link"));
        Some(Self { start: start?, end: end?, location: location?, link: link? })
    }
}

impl NewSession {
    /// The plan of the domain.
    pub fn plan(self) -> Plan {
        let meeting = |new: NewMeeting| MeetingPlan {
            starts_at: new.start.0,
            ends_at: new.end.0,
            location: new.location,
            link: new.link,
        };
        Plan {
            workshop: WorkshopId(self.workshop_id),
            capacity: self.capacity,
            minimum: self.minimum,
            meetings: self.meetings.into_iter().map(meeting).collect(),
            trainers: self.trainer_ids.unwrap_or_default().into_iter().map(PersonId).collect(),
            enrolment_opens: self.enrolment_opens.map(|at| at.0),
            enrolment_closes: self.enrolment_closes.map(|at| at.0),
            withdraw_until: None,
            audience: self.audience,
            open: true,
            decide_by: self.decide_by.map(|at| at.0),
            cost_cents: self.cost_cents,
            clash_reason: self.clash_reason,
            targeted_first: self.targeted_first.unwrap_or(false),
        }
    }
}
