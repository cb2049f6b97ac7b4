//! Work that is asked for inside a change and done after it, by the job room.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{approval::Step, id::*, meeting};
use serde::{Deserialize, Serialize};

/// What is to be done. Stored as JSON: a variant that changes shape needs a new name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Task {
    /// Write and mail a letter.
    Letter(Letter),
    /// Print the next certificates of a bundle.
    Bundle { bundle: BundleId },
    /// Make the figures of a period.
    Closing { period: PeriodId },
    /// Ask another system for the figures of a promise.
    Pull { promise: PromiseId },
}

/// The calendar entry a letter carries. Its number is taken when the letter is asked for, so that a second
/// attempt says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub meeting: MeetingId,
    pub sequence: i32,
}

/// When and where a meeting is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub location: String,
    pub link: Option<String>,
}

impl From<&meeting::Model> for Slot {
    fn from(row: &meeting::Model) -> Self {
        Self {
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            location: row.location.clone(),
            link: row.link.clone(),
        }
    }
}

/// What the reader of a letter knows of a meeting; nothing of one that is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Was {
    pub meeting: MeetingId,
    pub slot: Option<Slot>,
}

/// Which letter, and about what. It is rendered when it leaves, from what is true then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "kebab-case")]
pub enum Letter {
    /// A link to come in with. The secret is blanked as soon as the letter has left.
    SignIn { person: PersonId, secret: String },
    /// The place is certain; one letter for each meeting, with its calendar entry.
    Confirmed { enrolment: EnrolmentId, entry: Entry },
    /// On the waiting list, at this position.
    Waiting { enrolment: EnrolmentId },
    /// Takes part in a draw at a moment.
    Requested { enrolment: EnrolmentId },
    /// Got a place in the draw; one letter for each meeting.
    LotWon { enrolment: EnrolmentId, entry: Entry },
    /// Waits after the draw, at this position.
    LotLost { enrolment: EnrolmentId },
    /// A date was planned of a workshop that this person wanted to hear of.
    DatePlanned { workshop: WorkshopId, person: PersonId },
    /// A place is held until a deadline.
    Offer { enrolment: EnrolmentId },
    /// Placed from the waiting list at short notice; one letter for each meeting.
    MovedUp { enrolment: EnrolmentId, entry: Entry },
    /// The place was given back; cancels the calendar entry of this meeting, if there was one.
    Withdrawn { enrolment: EnrolmentId, entry: Option<Entry> },
    /// It ended without a place: turned down, an offer that lapsed, or a queue that closed.
    Declined { enrolment: EnrolmentId },
    /// Two working days before the start.
    Reminder { enrolment: EnrolmentId },
    /// A trainer is asked for a meeting.
    TrainerInvited { person: PersonId, entry: Entry },
    /// A trainer is no longer asked for a meeting.
    TrainerReleased { person: PersonId, entry: Entry },
    /// Meetings were moved or added. With a calendar entry it is about that meeting alone.
    Changed { person: PersonId, session: SessionId, entry: Option<Entry>, before: Vec<Was> },
    /// One meeting does not take place; takes it out of the calendar.
    Cancelled { person: PersonId, session: SessionId, entry: Option<Entry>, before: Vec<Was> },
    /// The session does not take place; one letter for each meeting in the calendar.
    CalledOff { enrolment: EnrolmentId, entry: Option<Entry> },
    /// Too few people: a planner is asked whether it goes on.
    GoOrNot { person: PersonId, session: SessionId },
    /// Somebody with a place did not show up.
    Missed { enrolment: EnrolmentId },
    /// Somebody from outside is invited. The secret of the link is blanked as soon as the letter has left; without one the usual way in
    /// is asked.
    GuestInvited { enrolment: EnrolmentId, secret: Option<String> },
    /// Somebody decides about the wish for a place.
    Asked { enrolment: EnrolmentId },
    /// Whoever decides agreed, and there is a place; one letter for each meeting.
    Granted { enrolment: EnrolmentId, entry: Entry },
    /// Whoever decides is asked about a request; `person` reads it.
    ApprovalAsked { person: PersonId, enrolment: EnrolmentId, step: Step },
    /// Nobody has decided for some days.
    ApprovalReminder { person: PersonId, enrolment: EnrolmentId, step: Step },
    /// Nobody decided in time, or there is nothing to decide any more; `person` should have.
    ApprovalOver { person: PersonId, enrolment: EnrolmentId },
    /// Stands in for a head, that day included.
    DeputyNamed { person: PersonId, head: PersonId, until: NaiveDate },
    /// Seats that `person` holds come free soon.
    HoldEnding { person: PersonId, hold: HeldSeatId },
    /// What a planner wants to tell.
    Message { person: PersonId, session: SessionId, subject: String, text: String },
    /// A certificate of attendance is ready.
    Certified { enrolment: EnrolmentId },
    /// What somebody thinks of a session that has closed.
    Evaluation { invitation: EvaluationInvitationId },
    /// What somebody did with a session, twelve weeks later.
    EvaluationLater { invitation: EvaluationInvitationId },
    /// Has not answered yet; no copy is kept, or it would tell who did.
    EvaluationReminder { invitation: EvaluationInvitationId },
    /// What this person thinks of the core values.
    Pulse { invitation: PulseInvitationId },
    /// Has not answered yet; no copy is kept, or it would tell who did.
    PulseReminder { invitation: PulseInvitationId },
    /// A certificate of attendance counts no more.
    CertificateRevoked { enrolment: EnrolmentId },
    /// The register of a meeting that this trainer gave is still to be closed.
    RegisterOpen { person: PersonId, meeting: MeetingId },
    /// Nobody has closed it for days; who runs the programme reads it.
    RegisterLate { person: PersonId, meeting: MeetingId },
    /// A workshop or track has to be followed before a day.
    Assigned { assignment: AssignmentId, person: PersonId },
    /// No date was chosen yet of what has to be followed.
    NoDate { assignment: AssignmentId, person: PersonId },
    /// A head is told, once a week, who of these departments is too late.
    Overdue { person: PersonId, departments: Vec<DepartmentId> },
    /// What was said to a wish for more time.
    MoreTime { duty: DutyId },
    /// What was said to an idea of this person's team.
    IdeaAnswered { person: PersonId, improvement: ImprovementId },
    /// Something that this person's team raised was done.
    ImprovementDone { person: PersonId, improvement: ImprovementId },
    /// This person sees to an improvement from now on.
    ImprovementOwned { person: PersonId, improvement: ImprovementId },
    /// Ideas that this person has to answer soon, or should have.
    IdeasToAnswer { person: PersonId, ideas: Vec<ImprovementId> },
    /// Improvements that this person has to do soon, or should have.
    ImprovementsToDo { person: PersonId, improvements: Vec<ImprovementId> },
    /// A conversation with the team of this person is planned; `sequence` is that of its calendar entry.
    ConversationPlanned { person: PersonId, conversation: ConversationId, sequence: i32 },
    /// It has another time or place.
    ConversationMoved { person: PersonId, conversation: ConversationId, sequence: i32 },
    /// It does not take place, or no longer with their team.
    ConversationCalledOff { person: PersonId, conversation: ConversationId, sequence: i32 },
    /// Its summary can be read.
    ConversationSummary { person: PersonId, conversation: ConversationId },
}

/// The letters of which no copy is kept.
pub const UNTRACED: [&str; 2] = [EVALUATION_REMINDER, PULSE_REMINDER];
const EVALUATION_REMINDER: &str = "evaluation-reminder";
const PULSE_REMINDER: &str = "pulse-reminder";

impl Letter {
    /// The name of its template folder.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a line a letter")]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SignIn { .. } => "sign-in",
            Self::Confirmed { .. } => "confirmed",
            Self::Waiting { .. } => "waiting",
            Self::Requested { .. } => "requested",
            Self::LotWon { .. } => "lot-won",
            Self::LotLost { .. } => "lot-lost",
            Self::DatePlanned { .. } => "date-planned",
            Self::Offer { .. } => "offer",
            Self::MovedUp { .. } => "moved-up",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Declined { .. } => "declined",
            Self::Reminder { .. } => "reminder",
            Self::TrainerInvited { .. } => "trainer-invited",
            Self::TrainerReleased { .. } => "trainer-released",
            Self::Changed { .. } => "changed",
            Self::Cancelled { .. } => "cancelled",
            Self::CalledOff { .. } => "called-off",
            Self::GoOrNot { .. } => "go-or-not",
            Self::Missed { .. } => "missed",
            Self::GuestInvited { .. } => "guest-invited",
            Self::Asked { .. } => "asked",
            Self::Granted { .. } => "granted",
            Self::ApprovalAsked { .. } => "approval-asked",
            Self::ApprovalReminder { .. } => "approval-reminder",
            Self::ApprovalOver { .. } => "approval-over",
            Self::DeputyNamed { .. } => "deputy-named",
            Self::HoldEnding { .. } => "hold-ending",
            Self::Message { .. } => "message",
            Self::Certified { .. } => "certified",
            Self::Evaluation { .. } => "evaluation",
            Self::EvaluationLater { .. } => "evaluation-later",
            Self::EvaluationReminder { .. } => EVALUATION_REMINDER,
            Self::Pulse { .. } => "pulse",
            Self::PulseReminder { .. } => PULSE_REMINDER,
            Self::CertificateRevoked { .. } => "certificate-revoked",
            Self::RegisterOpen { .. } => "register-open",
            Self::RegisterLate { .. } => "register-late",
            Self::Assigned { .. } => "assigned",
            Self::NoDate { .. } => "no-date",
            Self::Overdue { .. } => "overdue",
            Self::MoreTime { .. } => "more-time",
            Self::IdeaAnswered { .. } => "idea-answered",
            Self::ImprovementDone { .. } => "improvement-done",
            Self::ImprovementOwned { .. } => "improvement-owned",
            Self::IdeasToAnswer { .. } => "ideas-to-answer",
            Self::ImprovementsToDo { .. } => "improvements-to-do",
            Self::ConversationPlanned { .. } => "conversation-planned",
            Self::ConversationMoved { .. } => "conversation-moved",
            Self::ConversationCalledOff { .. } => "conversation-called-off",
            Self::ConversationSummary { .. } => "conversation-summary",
        }
    }
}

impl Task {
    /// Every code there is.
    pub const KINDS: [&str; 4] = ["letter", "bundle", "closing", Self::PULL];
    /// What waits for another system, and has a worker of its own.
    pub const PULL: &str = "pull";

    /// The code in the column `kind`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Letter(_) => "letter",
            Self::Bundle { .. } => "bundle",
            Self::Closing { .. } => "closing",
            Self::Pull { .. } => "pull",
        }
    }
}

impl From<Letter> for Task {
    fn from(letter: Letter) -> Self {
        Self::Letter(letter)
    }
}
