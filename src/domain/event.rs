//! What happened, as a closed list. Audit log, notices and timelines read events; an anonymous answer leaves none.

mod assigning;
mod record;

use chrono::NaiveDate;
use entity::{attendance::Mark, id::*, import::ImportKind, role::RoleKind};
use serde::Serialize;
use serde_json::Value;

pub use assigning::Assigning;
pub use record::{FREE_TEXTS, Record};

/// Something that happened. Holds ids and codes, never names, addresses or notes.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Event {
    HouseSetUp {
        person: PersonId,
    },
    /// Nobody when the address is unknown.
    LinkAsked {
        person: Option<PersonId>,
    },
    SignedIn {
        person: PersonId,
        sign_in: SignInId,
        by: &'static str,
    },
    SignedOut {
        person: PersonId,
        everywhere: bool,
    },
    RoleGranted {
        person: PersonId,
        role: RoleKind,
        department: Option<DepartmentId>,
    },
    RoleRevoked {
        person: PersonId,
        role: RoleKind,
        department: Option<DepartmentId>,
    },
    TokenMade {
        person: PersonId,
        token: ApiTokenId,
        scopes: String,
    },
    LanguageChosen {
        person: PersonId,
    },
    ReminderChosen {
        person: PersonId,
    },
    CalendarAddress {
        person: PersonId,
        /// Made or renewed; otherwise ended.
        works: bool,
    },
    Imported {
        import: ImportId,
        kind: ImportKind,
        counts: Value,
    },
    ImportUndone {
        import: ImportId,
        kind: ImportKind,
    },
    PersonLeft {
        person: PersonId,
    },
    /// Somebody from outside.
    ExternalAdded {
        person: PersonId,
    },
    ExternalChanged {
        person: PersonId,
    },
    PersonMoved {
        person: PersonId,
        to: DepartmentId,
    },
    /// A letter was given by hand, or after a mistake was not.
    LetterHandedOver {
        person: PersonId,
        letter: LetterId,
        given: bool,
    },
    /// A code to sign in with was printed for somebody; otherwise it was ended.
    SignInCode {
        person: PersonId,
        works: bool,
    },
    DepartmentRenamed {
        department: DepartmentId,
        from: NaiveDate,
    },
    DepartmentMoved {
        department: DepartmentId,
        to: Option<DepartmentId>,
        from: NaiveDate,
    },
    DepartmentMerged {
        department: DepartmentId,
        into: DepartmentId,
        from: NaiveDate,
    },
    DepartmentSplit {
        department: DepartmentId,
        into: DepartmentId,
        from: NaiveDate,
    },
    ReorganisationPlanned {
        department: DepartmentId,
        what: &'static str,
        from: NaiveDate,
    },
    ReorganisationDropped {
        department: DepartmentId,
        what: &'static str,
        from: NaiveDate,
    },
    CostCentreSet {
        department: DepartmentId,
        code: Option<String>,
    },
    PeopleExported {
        rows: usize,
    },
    EnrolmentsExported {
        rows: usize,
    },
    WorkshopMade {
        workshop: WorkshopId,
    },
    /// Old and new of each field that changed; of long texts only that they did.
    WorkshopChanged {
        workshop: WorkshopId,
        changes: Value,
    },
    WorkshopPublished {
        workshop: WorkshopId,
    },
    WorkshopRetired {
        workshop: WorkshopId,
    },
    /// Texts of letters were written anew, or set back to ours.
    WordingChanged {
        keys: Vec<String>,
        language: &'static str,
    },
    SessionPlanned {
        session: SessionId,
    },
    SessionOpened {
        session: SessionId,
    },
    SessionChanged {
        session: SessionId,
    },
    /// Meetings were moved, added or cancelled: old and new of each.
    MeetingsChanged {
        session: SessionId,
        meetings: Value,
    },
    SessionCalledOff {
        session: SessionId,
        people: usize,
    },
    /// The planners were asked whether the session goes on with too few people.
    DecisionAsked {
        session: SessionId,
    },
    SessionGoesOn {
        session: SessionId,
    },
    /// A trainer was asked although there is something else at that time.
    ClashAccepted {
        session: SessionId,
        person: PersonId,
        reason: String,
    },
    /// Somebody was marked present, partly there, absent or excused; also a correction.
    AttendanceMarked {
        session: SessionId,
        meeting: MeetingId,
        enrolment: EnrolmentId,
        person: PersonId,
        mark: Mark,
    },
    MessageSent {
        session: SessionId,
        to: &'static str,
        people: usize,
    },
    Enrolled {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
        overridden: bool,
    },
    Queued {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    GuestInvited {
        person: PersonId,
        session: SessionId,
    },
    /// The invitation was taken back.
    GuestUninvited {
        person: PersonId,
        session: SessionId,
    },
    /// Asked for a place in a draw.
    Requested {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    Drawn {
        session: SessionId,
        requests: usize,
    },
    /// Got a place in the draw.
    LotWon {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    /// What somebody needs was written down or taken back; not what it is.
    NeedsStated {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    CoverLimited {
        department: DepartmentId,
        limit: Option<i32>,
    },
    InterestExpressed {
        workshop: WorkshopId,
        person: PersonId,
        wanted: bool,
    },
    Offered {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    OfferAccepted {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    OfferDeclined {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    OfferLapsed {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    MovedUp {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
    },
    Skipped {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
        rule: &'static str,
    },
    Withdrawn {
        enrolment: EnrolmentId,
        person: PersonId,
        session: SessionId,
        ending: &'static str,
    },
    /// The log was taken out as a file.
    LogExported {
        rows: usize,
    },
    /// Somebody read the page or letter of another person; once a day.
    PersonSeen {
        person: PersonId,
        what: &'static str,
    },
    /// Trainers read what participants need; once a day each.
    NeedsSeen {
        person: PersonId,
        session: SessionId,
    },
    /// Everything that is held of somebody was brought together.
    AccessReported {
        person: PersonId,
    },
    PersonErased {
        person: PersonId,
        why: &'static str,
    },
    /// A copy of the whole database was made.
    BackupMade {
        bytes: u64,
    },
    /// Events that were kept long enough went.
    LogShortened {
        events: u64,
    },
    /// What groups have to follow.
    #[serde(untagged)]
    Assigning(Assigning),
}
