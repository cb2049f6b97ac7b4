//! Who comes to the door: somebody of every role there is.

/// Somebody of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Visitor,
    /// Fenna, of permits.
    Employee,
    /// Milan, of permits, without a mail address: came in with a code on a device that others use too.
    SharedDevice,
    /// Sem, of permits.
    Facilitator,
    /// Noor, of the counter.
    Editor,
    /// Daan, of the phone team, below the counter.
    QualityOfficer,
    /// Hanna heads permits.
    Head,
    /// Wout heads the counter and what lies below.
    OtherHead,
    /// Lotte, of the counter.
    Trainer,
    /// Kim, invited to one session.
    Guest,
    /// Tess, of an agency.
    AgencyTrainer,
    Manager,
    Administrator,
}

/// Everybody.
pub const CAST: [Role; 13] = [
    Role::Visitor,
    Role::Employee,
    Role::SharedDevice,
    Role::Facilitator,
    Role::Editor,
    Role::QualityOfficer,
    Role::Head,
    Role::OtherHead,
    Role::Trainer,
    Role::Guest,
    Role::AgencyTrainer,
    Role::Manager,
    Role::Administrator,
];

impl Role {
    pub fn signed_in(self) -> bool {
        self != Self::Visitor
    }

    /// Comes from outside, and finds only what is theirs.
    pub fn outside(self) -> bool {
        matches!(self, Self::Guest | Self::AgencyTrainer)
    }

    /// Runs the programme.
    pub fn plans(self) -> bool {
        matches!(self, Self::Manager | Self::Administrator)
    }

    /// Heads this department, or one above it.
    pub fn heads(self, department: &str) -> bool {
        match self {
            Self::Head => department == "permits",
            Self::OtherHead => matches!(department, "counter" | "phone"),
            _ => false,
        }
    }

    /// Works in this department.
    pub fn works(self, department: &str) -> bool {
        match self {
            Self::Employee | Self::SharedDevice | Self::Facilitator | Self::Head => department == "permits",
            Self::Editor | Self::OtherHead | Self::Trainer => department == "counter",
            Self::QualityOfficer => department == "phone",
            Self::Visitor | Self::Guest | Self::AgencyTrainer | Self::Manager | Self::Administrator => false,
        }
    }

    /// The word for it in the table of gates.
    pub fn post(self) -> &'static str {
        match self {
            Self::Head | Self::OtherHead => "head",
            Self::Trainer => "trainer",
            Self::Facilitator => "facilitator",
            Self::QualityOfficer => "quality",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
            _ => "",
        }
    }
}
