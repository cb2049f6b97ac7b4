//! For whom a thing exists. Everybody else gets the same answer as for a thing that is not there. These few sentences are the
//! promise of the house; they know nothing of its code.

use super::cast::Role;

/// What an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Workshop,
    Session,
    Meeting,
    Enrolment,
    Certificate,
    /// The number of a certificate; one that is not known says so, and not that there is none.
    Serial,
    /// A wish for a place about which somebody decides.
    Request,
    /// Who decides in the stead of a head.
    Deputy,
    /// Seats held for a department.
    Hold,
    DateWish,
    Improvement,
    /// A conversation: of Sem, who holds it.
    Conversation,
    Theme,
    Guest,
    Person,
    Role,
    Browser,
    Department,
    Plan,
    Import,
    Letter,
    /// A letter that is printed for somebody without an address.
    Handover,
    /// A letter that was given up.
    Failed,
    Text,
    SignInLink,
    SetUpLink,
    Calendar,
    /// The code on a trainer's screen.
    CheckIn,
    /// The link with which somebody answers.
    Evaluation,
    Assignment,
    Duty,
    Track,
    /// The address of a vote, on a screen in the room.
    Vote,
    /// What is said of a core value in one language.
    ValueText,
    /// Notes that somebody was asked to read.
    Coding,
    /// A promise to residents, by its code.
    Promise,
    /// A period over which adoption is reported.
    Period,
    /// A threshold of adoption.
    Threshold,
    /// What is measured, with its definition.
    Measure,
    /// A department of which figures were published.
    Unit,
    /// The link with which somebody answers the pulse.
    Pulse,
    /// Somebody who is asked it.
    Asked,
    /// The address of a form on a poster.
    Poster,
    FeedbackForm,
    Compliment,
}

/// One thing of the world, with all that decides who may see it.
#[derive(Clone, Debug)]
pub struct Thing {
    pub kind: Kind,
    /// For the reader of a failure.
    pub name: &'static str,
    /// What stands in the place of the parameters of an address.
    pub ids: Vec<String>,
    pub there: bool,
    /// Whose it is.
    pub of: Option<Role>,
    /// Where whoever it is about works today: `permits`, `counter`, `phone`; empty for nowhere.
    pub works: &'static str,
    /// For everybody who works here: not still being planned.
    pub public: bool,
    /// Finished: held, decided, closed, answered, called off, gone.
    pub over: bool,
    /// Who gives the session.
    pub givers: &'static [Role],
    /// Who comes from outside and was invited to it, or has a place.
    pub invited: &'static [Role],
}

/// For whom it exists, among those who may ask at all.
pub type Rule = fn(Role, &Thing) -> bool;

fn anybody(_: Role, thing: &Thing) -> bool {
    thing.there
}

/// What is still a draft is for planners.
fn published(role: Role, thing: &Thing) -> bool {
    thing.there && (thing.public || role.plans())
}

/// A session: planned ones for planners and for who gives them; for outsiders only what they give or were invited to.
fn seen(role: Role, thing: &Thing) -> bool {
    let gives = thing.givers.contains(&role);
    let public = thing.public && (!role.outside() || thing.invited.contains(&role));
    thing.there && (role.plans() || gives || public)
}

/// The list of a session: planners and the trainers who give it.
fn kept(role: Role, thing: &Thing) -> bool {
    thing.there && (role.plans() || thing.givers.contains(&role))
}

fn own(role: Role, thing: &Thing) -> bool {
    thing.there && thing.of == Some(role)
}

/// Something of somebody whom the viewer heads today.
fn of_the_team(role: Role, thing: &Thing) -> bool {
    thing.there && role.heads(thing.works)
}

/// Acting for somebody: themselves, their head, planners.
fn served(role: Role, thing: &Thing) -> bool {
    own(role, thing) || of_the_team(role, thing) || (thing.there && role.plans())
}

/// A code for a shared device: heads for their people, administrators for all.
fn printed(role: Role, thing: &Thing) -> bool {
    thing.there && (role == Role::Administrator || role.heads(thing.works))
}

/// Fenna asks to be enrolled by her head: only her head finds her.
fn head_of_fenna(role: Role, thing: &Thing) -> bool {
    seen(role, thing) && role.heads("permits")
}

/// A request: the head of who asks, who stands in for that head (Lotte, for Hanna), and planners.
fn decided(role: Role, thing: &Thing) -> bool {
    let stands_in = role == Role::Trainer && thing.works == "permits";
    thing.there && (role.heads(thing.works) || role.plans() || stands_in)
}

/// An improvement: with a yes or a no for everybody who works here; before that for the team, who is above it, who does it, and
/// the programme manager.
fn improved(role: Role, thing: &Thing) -> bool {
    let inside = role.works(thing.works) || role == Role::Manager || role.heads(thing.works);
    thing.there && (thing.public || inside || thing.of == Some(role))
}

/// Answering one: who is above the team, and the programme manager.
fn answered(role: Role, thing: &Thing) -> bool {
    thing.there && (role == Role::Manager || role.heads(thing.works))
}

/// Doing one, or moving its day: who answers, and who does it.
fn owned(role: Role, thing: &Thing) -> bool {
    answered(role, thing) || own(role, thing)
}

/// A theme: who keeps the list, and everybody once enough spoke of it.
fn themed(role: Role, thing: &Thing) -> bool {
    thing.there && (thing.public || matches!(role, Role::Facilitator | Role::Manager))
}

/// Held seats: the head of the department, and planners.
fn held(role: Role, thing: &Thing) -> bool {
    thing.there && (role.heads(thing.works) || role.plans())
}

/// A conversation: whoever holds it, and the programme manager; nobody else, no administrator either.
fn heard(role: Role, thing: &Thing) -> bool {
    thing.there && (role == Role::Manager || thing.of == Some(role))
}

/// A released summary: whoever works in the team, heads it, or holds the conversation; without a team it was held with an outside
/// party, and who measures the service reads it too.
fn summed_up(role: Role, thing: &Thing) -> bool {
    let of_team = match role {
        Role::Employee | Role::SharedDevice | Role::Facilitator | Role::Head => thing.works == "permits",
        Role::Editor | Role::OtherHead | Role::Trainer => thing.works == "counter",
        Role::QualityOfficer => thing.works == "phone",
        _ => false,
    };
    let measures = matches!(role, Role::QualityOfficer | Role::Manager | Role::Administrator);
    let of_service = thing.works.is_empty() && measures;
    thing.there && thing.public && (of_team || of_service || role.heads(thing.works) || heard(role, thing))
}

/// The organisation itself is neither merged nor split.
fn below_the_top(role: Role, thing: &Thing) -> bool {
    living(role, thing) && !thing.works.is_empty()
}

/// What became part of another department is still shown, and changes no more.
fn living(_: Role, thing: &Thing) -> bool {
    thing.there && !thing.over
}

/// More time is asked for what is still to be followed.
fn own_and_open(role: Role, thing: &Thing) -> bool {
    own(role, thing) && !thing.over
}

/// Of the letters here only the one to Fenna comes with dates.
fn dated(_: Role, thing: &Thing) -> bool {
    own(Role::Employee, thing)
}

/// The rule of every address that names something, by how it begins; the longest counts, and a method comes before none.
pub const RULES: &[(&str, Kind, Rule)] = &[
    ("/workshops/:id", Kind::Workshop, published),
    ("/sessions/:id", Kind::Session, seen),
    ("/sessions/:id/team", Kind::Session, head_of_fenna),
    ("/sessions/:id/held-seats", Kind::Session, seen),
    ("/approvals/:id", Kind::Request, decided),
    ("/team/deputies/:id", Kind::Deputy, own),
    ("/held-seats/:id", Kind::Hold, held),
    ("/desk/date-wishes/:id", Kind::DateWish, anybody),
    ("/improvements/:id", Kind::Improvement, improved),
    ("/improvements/:id/answer", Kind::Improvement, answered),
    ("/improvements/:id/agreement", Kind::Improvement, answered),
    ("/improvements/:id/day", Kind::Improvement, owned),
    ("/improvements/:id/completion", Kind::Improvement, owned),
    ("/improvements/:id/words", Kind::Improvement, answered),
    ("/conversations/:id/improvements", Kind::Conversation, heard),
    ("/themes/:id", Kind::Theme, themed),
    ("/enrolments/:id", Kind::Enrolment, own),
    ("/certificates/:id", Kind::Certificate, own),
    ("/desk/certificates/:id", Kind::Certificate, kept),
    ("/verify/:serial", Kind::Serial, anybody),
    ("/team/enrolments/:id", Kind::Enrolment, of_the_team),
    ("/team/letters/:id", Kind::Handover, of_the_team),
    ("/duties/:id", Kind::Duty, own_and_open),
    ("/team/duties/:id", Kind::Duty, of_the_team),
    ("/desk/duties/:id", Kind::Duty, anybody),
    ("/team/assignments/:id", Kind::Assignment, of_the_team),
    ("/desk/assignments/:id", Kind::Assignment, anybody),
    ("/desk/tracks/:id", Kind::Track, anybody),
    ("/desk/workshops/:id", Kind::Workshop, anybody),
    ("/desk/evaluations/:id", Kind::Workshop, kept),
    ("/desk/sessions/:id", Kind::Session, kept),
    ("/desk/sessions/:id/guests/:person", Kind::Guest, anybody),
    ("/desk/meetings/:id", Kind::Meeting, kept),
    ("/desk/enrolments/:id", Kind::Enrolment, anybody),
    ("/externals/:id", Kind::Person, |_, thing| thing.there && thing.of.is_some_and(Role::outside)),
    ("/people/:id", Kind::Person, served),
    ("/people/:id/sign-in-code", Kind::Person, printed),
    ("/sign-in-code/:id", Kind::Person, printed),
    ("/people/:person/roles/:id", Kind::Role, anybody),
    ("/me/browsers/:id", Kind::Browser, own),
    ("/departments/:id", Kind::Department, anybody),
    ("/departments/:id/cover", Kind::Department, served),
    ("/departments/:id/cost-centre", Kind::Department, living),
    ("/departments/:id/merger", Kind::Department, below_the_top),
    ("/departments/:id/split", Kind::Department, below_the_top),
    ("/departments/:id/plans/:plan", Kind::Plan, anybody),
    ("/import/:id", Kind::Import, anybody),
    ("/letters/:id", Kind::Letter, anybody),
    ("/letters/:id/calendar", Kind::Letter, dated),
    ("/letters/:id/retry", Kind::Failed, anybody),
    ("/letters/texts/:kind/:language", Kind::Text, anybody),
    ("/sign-in/link/:secret", Kind::SignInLink, anybody),
    ("/set-up/:secret", Kind::SetUpLink, anybody),
    ("/calendar/:secret", Kind::Calendar, anybody),
    ("/check-in/:code", Kind::CheckIn, anybody),
    ("/evaluations/:code", Kind::Evaluation, anybody),
    ("/pulse/:code", Kind::Pulse, anybody),
    ("/desk/pulse/colleagues/:id", Kind::Asked, anybody),
    ("/feedback/:key", Kind::Poster, anybody),
    ("/desk/feedback/forms/:id", Kind::FeedbackForm, anybody),
    ("/desk/compliments/:id", Kind::Compliment, anybody),
    ("/conversations/:id", Kind::Conversation, heard),
    ("/vote/:key", Kind::Vote, anybody),
    ("/desk/core-values/:value/:language", Kind::ValueText, anybody),
    ("/desk/adoption/periods/:id", Kind::Period, anybody),
    ("/desk/adoption/rules/:name", Kind::Threshold, anybody),
    ("/themes/coding/:id", Kind::Coding, own),
    ("/promises/:code", Kind::Promise, anybody),
    ("/desk/promises/:code", Kind::Promise, anybody),
    ("/adoption/indicators/:code", Kind::Measure, anybody),
    ("/adoption/units/:id", Kind::Unit, held),
    ("/conversations/:id/summary", Kind::Conversation, summed_up),
    ("/conversations/:id/summary/edit", Kind::Conversation, heard),
];

/// The rule of an address; nothing when it names nothing.
///
/// # Panics
/// When it names something that has no rule.
pub fn of(path: &str) -> Option<(Kind, Rule)> {
    if !path.contains(':') {
        return None;
    }
    let covers = |start: &&(&str, Kind, Rule)| {
        let rest = path.strip_prefix(start.0);
        rest.is_some_and(|rest| (rest.is_empty() || rest.starts_with('/')) && !rest.contains(':'))
    };
    let found = RULES.iter().filter(covers).max_by_key(|(start, ..)| start.len());
    let (_, kind, rule) = found.unwrap_or_else(|| {
        panic!("{path} names something new: say in tests/it/permission/rule.rs for whom it exists")
    });
    Some((*kind, *rule))
}
