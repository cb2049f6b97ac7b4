//! The posts of the house, as the page of permissions names them, and how far each of them gets.

use entity::{id::PersonId, role::RoleKind};

use crate::{domain::actor::Actor, web::row::Allow};

/// How far somebody gets with what a page is about. The order is that of less to more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Nothing,
    /// What is theirs.
    Own,
    /// The dates to which they were invited or that they give.
    Invited,
    /// The dates that they give.
    Given,
    /// The requests about which they decide for a head, for as long as the head said.
    StandsIn,
    /// The people of the departments that they head.
    Team,
    Everything,
}

impl Reach {
    /// Code, in the key of its word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Own => "own",
            Self::Invited => "invited",
            Self::Given => "given",
            Self::StandsIn => "stands-in",
            Self::Team => "team",
            Self::Everything => "everything",
        }
    }
}

/// A post: nobody signed in, a guest from outside, an employee, and the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {
    Visitor,
    Guest,
    Employee,
    Holder(RoleKind),
}

impl Post {
    /// Every post, from few rights to many.
    pub fn all() -> impl Iterator<Item = Self> {
        let holders = RoleKind::ALL.iter().copied().map(Self::Holder);
        [Self::Visitor, Self::Guest, Self::Employee].into_iter().chain(holders)
    }

    /// Key of its word.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Visitor => "permissions-visitor".into(),
            Self::Guest => "permissions-guest".into(),
            Self::Employee => "permissions-employee".into(),
            Self::Holder(role) => format!("role-{}", role.code()),
        }
    }

    /// Somebody of it, of whom nothing else is known.
    fn actor(self) -> Option<Actor> {
        let employee = || Actor::employee(PersonId::new());
        match self {
            Self::Visitor => None,
            Self::Guest => Some(Actor { outside: true, ..employee() }),
            Self::Employee => Some(employee()),
            Self::Holder(role) => Some(Actor { roles: vec![role], ..employee() }),
        }
    }

    /// How far this post gets with a row that is for these.
    #[must_use]
    pub fn reach(self, allow: Allow) -> Reach {
        let actor = self.actor();
        match &actor {
            Some(actor) if allow.permits(actor, false) => within(allow, actor),
            None if allow.admits(None, false) => Reach::Everything,
            _ => Reach::Nothing,
        }
    }
}

/// What of it somebody gets who may ask; what nothing here makes narrower is everything.
fn within(allow: Allow, actor: &Actor) -> Reach {
    match allow {
        Allow::Own | Allow::OwnStaff | Allow::Coder => Reach::Own,
        Allow::Facilitator if !actor.may_hear_all() => Reach::Own,
        Allow::Answerer | Allow::Doer if actor.is_head() => Reach::Team,
        Allow::Doer if !actor.may_hear_all() => Reach::Own,
        Allow::SignedIn if actor.is_outsider() => Reach::Invited,
        Allow::Giver if !actor.may_plan() => Reach::Given,
        Allow::Decider if !actor.may_enrol_anyone() && !actor.is_head() => Reach::StandsIn,
        Allow::Decider | Allow::Holder if !actor.may_enrol_anyone() => Reach::Team,
        Allow::Head => Reach::Team,
        Allow::RoundViewer if !actor.may_facilitate() => Reach::Team,
        Allow::ReportViewer if !actor.may_see_adoption() => Reach::Team,
        Allow::PeopleViewer if !actor.may_see_people() => Reach::Team,
        Allow::CodePrinter if !actor.may_grant() => Reach::Team,
        _ => Reach::Everything,
    }
}
