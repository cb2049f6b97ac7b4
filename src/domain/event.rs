//! What happened, as a closed list. Audit log, notices and timelines read events; an anonymous answer leaves none.

mod assigning;
mod improving;
mod publishing;
mod record;
mod talking;
mod voting;

use chrono::NaiveDate;
use entity::{attendance::Mark, enrolment::Outcome, id::*, import::ImportKind, role::RoleKind};
use serde::Serialize;
use serde_json::Value;

pub use assigning::Assigning;
pub use improving::Improving;
pub use publishing::Publishing;
pub use record::{FREE_TEXTS, Record};
pub use talking::Talking;
pub use voting::Voting;

/// What was seen of somebody at a meeting.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Marked {
    pub session: SessionId,
    pub meeting: MeetingId,
    pub enrolment: EnrolmentId,
    pub person: PersonId,
    pub mark: Mark,
    pub reason: Option<String>,
}

/// Something that happened. Holds ids and codes, never names, addresses or notes.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Event {
    /// The first administrator took the house into use.
    HouseSetUp { person: PersonId },
    /// Nobody when the address is unknown.
    LinkAsked { person: Option<PersonId> },
    /// By a link, a password, a code or a persona.
    SignedIn { person: PersonId, sign_in: SignInId, by: &'static str },
    /// In this browser, or in all.
    SignedOut { person: PersonId, everywhere: bool },
    /// A role was given.
    RoleGranted { person: PersonId, role: RoleKind, department: Option<DepartmentId> },
    /// A role was taken.
    RoleRevoked { person: PersonId, role: RoleKind, department: Option<DepartmentId> },
    /// The operator made a token for a program.
    TokenMade { person: PersonId, token: ApiTokenId, scopes: String },
    /// Chose the language of pages and letters.
    LanguageChosen { person: PersonId },
    /// Chose when to be reminded.
    ReminderChosen { person: PersonId },
    /// It was made or renewed, or no longer works.
    CalendarAddress { person: PersonId, works: bool },
    /// A file was applied.
    Imported { import: ImportId, kind: ImportKind, counts: Value },
    /// A file was undone.
    ImportUndone { import: ImportId, kind: ImportKind },
    /// Does not work here any more.
    PersonLeft { person: PersonId },
    /// Somebody from outside.
    ExternalAdded { person: PersonId },
    /// What is known of somebody from outside was changed.
    ExternalChanged { person: PersonId },
    /// Works in another department.
    PersonMoved { person: PersonId, to: DepartmentId },
    /// A letter was given by hand, or after a mistake was not.
    LetterHandedOver { person: PersonId, letter: LetterId, given: bool },
    /// A code to sign in with was printed for somebody; otherwise it was ended.
    SignInCode { person: PersonId, works: bool },
    /// Has another name from a day on.
    DepartmentRenamed { department: DepartmentId, from: NaiveDate },
    /// Stands elsewhere in the tree from a day on.
    DepartmentMoved { department: DepartmentId, to: Option<DepartmentId>, from: NaiveDate },
    /// Became part of another.
    DepartmentMerged { department: DepartmentId, into: DepartmentId, from: NaiveDate },
    /// Gave people to a new one.
    DepartmentSplit { department: DepartmentId, into: DepartmentId, from: NaiveDate },
    /// A change of the tree is to come.
    ReorganisationPlanned { department: DepartmentId, what: &'static str, from: NaiveDate },
    /// A change of the tree will not come.
    ReorganisationDropped { department: DepartmentId, what: &'static str, from: NaiveDate },
    /// Its costs go elsewhere.
    CostCentreSet { department: DepartmentId, code: Option<String> },
    /// People were taken out as a file.
    PeopleExported { rows: usize },
    /// Enrolments were taken out as a file.
    EnrolmentsExported { rows: usize },
    /// A workshop was described.
    WorkshopMade { workshop: WorkshopId },
    /// Old and new of each field that changed; of long texts only that they did.
    WorkshopChanged { workshop: WorkshopId, changes: Value },
    /// It stands in the catalogue.
    WorkshopPublished { workshop: WorkshopId },
    /// It is no longer given.
    WorkshopRetired { workshop: WorkshopId },
    /// Texts of letters were written anew, or set back to ours.
    WordingChanged { keys: Vec<String>, language: &'static str },
    /// A session was planned.
    SessionPlanned { session: SessionId },
    /// Enrolment was opened.
    SessionOpened { session: SessionId },
    /// What was planned is otherwise, but for its meetings.
    SessionChanged { session: SessionId },
    /// Meetings were moved, added or cancelled: old and new of each.
    MeetingsChanged { session: SessionId, meetings: Value },
    /// It does not take place, and so many people were told.
    SessionCalledOff { session: SessionId, people: usize },
    /// The planners were asked whether the session goes on with too few people.
    DecisionAsked { session: SessionId },
    /// It goes on with fewer people.
    SessionGoesOn { session: SessionId },
    /// A trainer was asked although there is something else at that time.
    ClashAccepted { session: SessionId, person: PersonId, reason: String },
    /// Somebody was marked present, partly there, absent or excused; also a correction, with a reason once the register had
    /// closed.
    AttendanceMarked(Marked),
    /// The register of a meeting was closed; so many had no mark and became absent.
    RegisterClosed { session: SessionId, meeting: MeetingId, absent: usize },
    /// What came of a place, by the rule of attendance; also when a correction changed it.
    OutcomeKnown { enrolment: EnrolmentId, person: PersonId, session: SessionId, outcome: Outcome },
    /// Came in without a place, and was let in.
    WalkedIn { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// People may check in by the code on the screen, or no longer.
    CheckInSet { session: SessionId, meeting: MeetingId, open: bool },
    /// Also when one that was withdrawn counts again.
    CertificateIssued { session: SessionId, enrolment: EnrolmentId, person: PersonId },
    /// A correction took it away, or staff took back the place.
    CertificateRevoked { session: SessionId, enrolment: EnrolmentId, person: PersonId },
    /// People of a session are asked what they think of it. Nothing is noted of who answers.
    EvaluationOpened { session: SessionId, round: &'static str, invited: usize },
    /// Somebody wrote to the people of a session.
    MessageSent { session: SessionId, to: &'static str, people: usize },
    /// The place is certain.
    Enrolled { enrolment: EnrolmentId, person: PersonId, session: SessionId, overridden: bool },
    /// Joined the queue.
    Queued { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// Somebody from outside was invited.
    GuestInvited { person: PersonId, session: SessionId },
    /// The invitation was taken back.
    GuestUninvited { person: PersonId, session: SessionId },
    /// Asked for a place in a draw.
    Requested { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// The draw was held.
    Drawn { session: SessionId, requests: usize },
    /// Got a place in the draw.
    LotWon { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// What somebody needs was written down or taken back; not what it is.
    NeedsStated { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// So many of a team may be away at the same time.
    CoverLimited { department: DepartmentId, limit: Option<i32> },
    /// Wants to hear of new dates, or no longer.
    InterestExpressed { workshop: WorkshopId, person: PersonId, wanted: bool },
    /// A place is held for the first in line.
    Offered { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// Took the place that was offered.
    OfferAccepted { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// Turned the offer down.
    OfferDeclined { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// Did not answer the offer in time.
    OfferLapsed { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// Placed from the queue.
    MovedUp { enrolment: EnrolmentId, person: PersonId, session: SessionId },
    /// A rule kept the first in line from a place.
    Skipped { enrolment: EnrolmentId, person: PersonId, session: SessionId, rule: &'static str },
    /// The place was given back, or taken.
    Withdrawn { enrolment: EnrolmentId, person: PersonId, session: SessionId, ending: &'static str },
    /// Asked for a place about which somebody decides.
    ApprovalAsked { enrolment: EnrolmentId, person: PersonId, session: SessionId, step: &'static str },
    /// Whoever decides this step says yes.
    ApprovalGranted { enrolment: EnrolmentId, person: PersonId, session: SessionId, step: &'static str },
    /// A head said who decides in their stead, that day included.
    DeputyNamed { person: PersonId, head: PersonId, until: NaiveDate },
    /// No longer decides in their stead.
    DeputyEnded { person: PersonId, head: PersonId },
    /// Seats are kept for a department.
    SeatsHeld { session: SessionId, department: DepartmentId, seats: i32 },
    /// A held seat became the place of somebody.
    SeatNamed { session: SessionId, department: DepartmentId, person: PersonId },
    /// `lapsed`: by themselves, or because the session does not take place.
    SeatsReleased { session: SessionId, department: DepartmentId, seats: i32, lapsed: bool },
    /// The log was taken out as a file.
    LogExported { rows: usize },
    /// Somebody read the page or letter of another person; once a day.
    PersonSeen { person: PersonId, what: &'static str },
    /// Trainers read what participants need; once a day each.
    NeedsSeen { person: PersonId, session: SessionId },
    /// Everything that is held of somebody was brought together.
    AccessReported { person: PersonId },
    /// What said who somebody was is gone.
    PersonErased { person: PersonId, why: &'static str },
    /// A copy of the whole database was made.
    BackupMade { bytes: u64 },
    /// Events that were kept long enough went.
    LogShortened { events: u64 },
    /// What groups have to follow.
    #[serde(untagged)]
    Assigning(Assigning),
    /// Votes in a room, and second coders.
    #[serde(untagged)]
    Voting(Voting),
    /// Of periods and thresholds of adoption.
    #[serde(untagged)]
    Publishing(Publishing),
    /// What conversations bring about.
    #[serde(untagged)]
    Improving(Improving),
    /// Conversations.
    #[serde(untagged)]
    Talking(Talking),
}
