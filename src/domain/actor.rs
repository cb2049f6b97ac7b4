//! Who acts, and what they may do. Every permission of the house is a predicate here.

use entity::{event::ActorKind, id::*, role::RoleKind};

/// Somebody who does something: a signed-in person, a token on behalf of one, the operator of the machine, or
/// the house itself (jobs).
#[derive(Clone, Debug)]
pub struct Actor {
    pub kind: ActorKind,
    pub person: Option<PersonId>,
    pub roles: Vec<RoleKind>,
    /// The departments this person heads, with all below them.
    pub departments: Vec<DepartmentId>,
    /// For a token: what it may do. Nothing for all others.
    pub scopes: Option<Vec<Scope>>,
    /// Comes from outside: an agency's trainer, a guest.
    pub outside: bool,
    /// On a device that others use too, where a code lets one in that somebody else printed.
    pub shared: bool,
}

/// What a token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    CatalogueRead,
    PeopleRead,
    SessionsWrite,
    EnrolmentsWrite,
    AssignmentsWrite,
    AttendanceWrite,
    ReadingsWrite,
    AdoptionRead,
    /// All of these.
    Admin,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 9] = [
        Self::CatalogueRead,
        Self::PeopleRead,
        Self::SessionsWrite,
        Self::EnrolmentsWrite,
        Self::AssignmentsWrite,
        Self::AttendanceWrite,
        Self::ReadingsWrite,
        Self::AdoptionRead,
        Self::Admin,
    ];

    /// The code, as in `token create --scope`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CatalogueRead => "catalogue:read",
            Self::PeopleRead => "people:read",
            Self::SessionsWrite => "sessions:write",
            Self::EnrolmentsWrite => "enrolments:write",
            Self::AssignmentsWrite => "assignments:write",
            Self::AttendanceWrite => "attendance:write",
            Self::ReadingsWrite => "readings:write",
            Self::AdoptionRead => "adoption:read",
            Self::Admin => "admin",
        }
    }

    /// The scope with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

impl Actor {
    /// The house itself: jobs.
    #[must_use]
    pub const fn house() -> Self {
        Self::of_kind(ActorKind::House)
    }

    /// Whoever runs the command line on the machine.
    #[must_use]
    pub const fn operator() -> Self {
        Self::of_kind(ActorKind::Operator)
    }

    /// Somebody of whom nothing is known, and who may do nothing.
    #[must_use]
    pub const fn nobody() -> Self {
        Self::of_kind(ActorKind::Person)
    }

    /// A person without any role.
    #[must_use]
    pub fn employee(person: PersonId) -> Self {
        Self { person: Some(person), ..Self::nobody() }
    }

    const fn of_kind(kind: ActorKind) -> Self {
        Self {
            kind,
            person: None,
            roles: Vec::new(),
            departments: Vec::new(),
            scopes: None,
            outside: false,
            shared: false,
        }
    }

    /// Whether this person has the role (a token has none: it has scopes).
    #[must_use]
    pub fn is(&self, role: RoleKind) -> bool {
        self.roles.contains(&role)
    }

    /// Whether a token has the scope; false for everybody without a token.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.scopes.as_ref().is_some_and(|all| all.contains(&scope) || all.contains(&Scope::Admin))
    }

    fn trusted(&self) -> bool {
        matches!(self.kind, ActorKind::House | ActorKind::Operator)
    }

    fn runs_programme(&self) -> bool {
        self.is(RoleKind::ProgrammeManager) || self.is(RoleKind::Administrator)
    }

    /// Plan, change and call off sessions; see their participants; write the catalogue.
    #[must_use]
    pub fn may_plan(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::SessionsWrite)
    }

    /// Track attendance anywhere; trainers do so in the sessions they give.
    #[must_use]
    pub fn may_track_anywhere(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::AttendanceWrite)
    }

    /// Enrol and withdraw anybody, and set rules aside with a reason.
    #[must_use]
    pub fn may_enrol_anyone(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::EnrolmentsWrite)
    }

    /// Follow the link of any meeting: who plans it, and who gives people places. Who takes part or gives it follows that one.
    #[must_use]
    pub fn may_follow_links(&self) -> bool {
        self.may_plan() || self.may_enrol_anyone()
    }

    /// Assign workshops to anybody, and see what became of it.
    #[must_use]
    pub fn may_assign_anyone(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::AssignmentsWrite)
    }

    /// Assign workshops to somebody: a head within the departments they head.
    #[must_use]
    pub fn may_assign(&self) -> bool {
        self.may_assign_anyone() || (self.scopes.is_none() && !self.departments.is_empty())
    }

    /// Enrol and withdraw this person.
    #[must_use]
    pub fn may_enrol(&self, person: PersonId) -> bool {
        self.may_enrol_anyone() || (self.scopes.is_none() && self.person == Some(person))
    }

    /// Add people from outside, change them, and invite them to sessions.
    #[must_use]
    pub fn may_invite(&self) -> bool {
        self.trusted() || self.runs_programme()
    }

    /// Comes from outside and has no work in the house itself: what they take part in, were invited to or give is all there
    /// is for them. Who was given more, an interim head for example, sees what that role needs.
    #[must_use]
    pub fn is_outsider(&self) -> bool {
        let of_the_house = |role: &RoleKind| match role {
            RoleKind::Trainer | RoleKind::Facilitator => false,
            RoleKind::DepartmentHead
            | RoleKind::Editor
            | RoleKind::QualityOfficer
            | RoleKind::ProgrammeManager
            | RoleKind::Administrator => true,
        };
        self.outside && !self.roles.iter().any(of_the_house)
    }

    /// Heads one of these departments, or one above it.
    #[must_use]
    pub fn leads(&self, departments: &[DepartmentId]) -> bool {
        self.scopes.is_none() && departments.iter().any(|id| self.departments.contains(id))
    }

    /// See who works here.
    #[must_use]
    pub fn may_see_people(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::PeopleRead)
    }

    /// Load files into the house.
    #[must_use]
    pub fn may_import(&self) -> bool {
        self.trusted() || self.is(RoleKind::Administrator)
    }

    /// Give and take roles.
    #[must_use]
    pub fn may_grant(&self) -> bool {
        self.trusted() || self.is(RoleKind::Administrator)
    }

    /// Read the log, make access reports of others, erase people.
    #[must_use]
    pub fn may_audit(&self) -> bool {
        self.trusted() || self.is(RoleKind::Administrator)
    }

    /// See which letters left the house.
    #[must_use]
    pub fn may_see_letters(&self) -> bool {
        self.trusted() || self.runs_programme()
    }

    /// See what people answered about workshops, as far as anybody may; trainers see that of what they give.
    #[must_use]
    pub fn may_see_evaluations(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::AdoptionRead)
    }

    /// See who may see what: whoever runs the programme answers for it to the people in it.
    #[must_use]
    pub fn may_oversee(&self) -> bool {
        self.trusted() || self.runs_programme()
    }

    /// Plan and hold conversations. Whoever holds one reads what was noted in it.
    #[must_use]
    pub fn may_facilitate(&self) -> bool {
        self.is(RoleKind::Facilitator) || self.may_hear_all()
    }

    /// Plan conversations: who holds them, and a token for who is named to hold it.
    #[must_use]
    pub fn may_arrange(&self) -> bool {
        self.may_facilitate() || self.has(Scope::SessionsWrite)
    }

    /// Read what was noted in every conversation: the programme manager, no administrator and no token.
    #[must_use]
    pub fn may_hear_all(&self) -> bool {
        self.is(RoleKind::ProgrammeManager)
    }

    /// Enter readings of promises, grades and compliments, and see them all.
    #[must_use]
    pub fn may_measure(&self) -> bool {
        self.trusted()
            || self.runs_programme()
            || self.is(RoleKind::QualityOfficer)
            || self.has(Scope::ReadingsWrite)
    }

    /// See what was published of every department; heads see that of their own, everybody that of the organisation.
    #[must_use]
    pub fn may_see_adoption(&self) -> bool {
        self.trusted() || self.runs_programme() || self.has(Scope::AdoptionRead)
    }

    /// Begin and close periods, ask the pulse, and raise thresholds.
    #[must_use]
    pub fn may_publish(&self) -> bool {
        self.trusted() || self.is(RoleKind::ProgrammeManager)
    }

    /// Enter what a colleague answers to the pulse on the telephone: people, no administrator and no token.
    #[must_use]
    pub fn may_take_answers(&self) -> bool {
        self.scopes.is_none() && (self.is(RoleKind::ProgrammeManager) || self.is(RoleKind::QualityOfficer))
    }

    /// Heads at least one department.
    #[must_use]
    pub fn is_head(&self) -> bool {
        self.is(RoleKind::DepartmentHead)
    }
}
