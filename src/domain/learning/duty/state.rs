//! Where a duty stands: derived from its row and from the places of that person in the workshop, by the database, so that a
//! list can be filtered and counted by it.
//!
//! The first that holds: done; exempt; attended (was at a meeting, and the registers are still open: also after the day);
//! overdue (the day has passed); enrolled (has, gets or waits for a place); no-date (there is a date to choose); assigned.

use chrono::NaiveDate;
use entity::{
    attendance::{self, Mark},
    duty,
    enrolment::{self, EnrolmentStatus},
    id::*,
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
    Select,
    sea_query::{CaseStatement, Expr, ExprTrait as _, SelectStatement},
};

/// What [`standing`] is called where it is joined, and its columns.
pub(super) const STANDING: &str = "standing";
pub(super) const SEATED_AT: &str = "seated";
const ATTENDED: &str = "attended";
/// A place of these is certain, or offered.
const SEATED: [EnrolmentStatus; 2] = [EnrolmentStatus::Confirmed, EnrolmentStatus::Offered];

/// Where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// There is no date yet that one could choose.
    Assigned,
    /// There are dates, and none was chosen.
    NoDate,
    /// Has, gets or waits for a place.
    Enrolled,
    /// Was there; the registers are still open.
    Attended,
    Done,
    Overdue,
    Exempt,
}

impl State {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 7] = [
        Self::Assigned,
        Self::NoDate,
        Self::Enrolled,
        Self::Attended,
        Self::Done,
        Self::Overdue,
        Self::Exempt,
    ];

    /// The code, in addresses and in the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::NoDate => "no-date",
            Self::Enrolled => "enrolled",
            Self::Attended => "attended",
            Self::Done => "done",
            Self::Overdue => "overdue",
            Self::Exempt => "exempt",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The code of where a duty stands, as a column of a query on duties. `open`: the workshops of which one can choose a date.
pub(super) fn column(today: NaiveDate, open: &[WorkshopId]) -> Expr {
    coded((attended(), enrolled(&EnrolmentStatus::ALIVE)), today, open)
}

/// The same, of a query that is joined with [`standing`]: for many duties at once.
pub(super) fn joined(today: NaiveDate, open: &[WorkshopId]) -> Expr {
    let enrolled = Expr::col((STANDING, enrolment::Column::PersonId)).is_not_null();
    coded((Expr::col((STANDING, ATTENDED)).eq(1), enrolled), today, open)
}

fn coded((attended, enrolled): (Expr, Expr), today: NaiveDate, open: &[WorkshopId]) -> Expr {
    let code = |state: State| Expr::Constant(state.code().into());
    let choosable = Expr::col((duty::Entity, duty::Column::WorkshopId)).is_in(open.iter().copied());
    CaseStatement::new()
        .case(Condition::all().add(duty::Column::DoneOn.is_not_null()), code(State::Done))
        .case(Condition::all().add(duty::Column::ExemptedAt.is_not_null()), code(State::Exempt))
        .case(Condition::all().add(attended), code(State::Attended))
        .case(Condition::all().add(duty::Column::DueOn.lt(today)), code(State::Overdue))
        .case(Condition::all().add(enrolled), code(State::Enrolled))
        .case(Condition::all().add(choosable), code(State::NoDate))
        .finally(code(State::Assigned))
        .into()
}

/// Has a place with one of these statuses, of which the outcome is not known.
pub(in crate::domain) fn enrolled(statuses: &[EnrolmentStatus]) -> Expr {
    Expr::exists(place().filter(enrolment::in_status(statuses)).into_query())
}

/// Has a place that is certain or offered.
pub(super) fn seated() -> Expr {
    enrolled(&SEATED)
}

/// Was at a meeting of a session whose registers are still open.
pub(super) fn attended() -> Expr {
    Expr::exists(place().filter(marked()).into_query())
}

/// The places of these people of which nothing came yet, a row a person and workshop; with 1 in [`SEATED_AT`] for a place that
/// is certain or offered, and in [`ATTENDED`] for who was there.
pub(super) fn standing(people: SelectStatement) -> SelectStatement {
    let most = |which: Condition| {
        let flag =
            CaseStatement::new().case(which, Expr::Constant(1.into())).finally(Expr::Constant(0.into()));
        Expr::expr(flag).max()
    };
    enrolment::Entity::find()
        .select_only()
        .columns([enrolment::Column::PersonId, enrolment::Column::WorkshopId])
        .expr_as(most(Condition::all().add(enrolment::in_status(&SEATED))), SEATED_AT)
        .expr_as(most(marked()), ATTENDED)
        .filter(enrolment::Column::PersonId.in_subquery(people))
        .filter(enrolment::Column::Outcome.is_null())
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .group_by(enrolment::Column::PersonId)
        .group_by(enrolment::Column::WorkshopId)
        .into_query()
}

/// A certain place with a mark of presence that holds.
fn marked() -> Condition {
    let there = attendance::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(
            Expr::col((attendance::Entity, attendance::Column::EnrolmentId))
                .eq(Expr::col((enrolment::Entity, enrolment::Column::Id))),
        )
        .filter(attendance::Column::ReplacedAt.is_null())
        .filter(attendance::Column::Mark.is_in([Mark::Present, Mark::Partly]));
    Condition::all()
        .add(enrolment::in_status(&[EnrolmentStatus::Confirmed]))
        .add(Expr::exists(there.into_query()))
}

/// The places of that person in the workshop of which nothing came yet.
fn place() -> Select<enrolment::Entity> {
    let of = |column: enrolment::Column, duty: duty::Column| {
        Expr::col((enrolment::Entity, column)).eq(Expr::col((duty::Entity, duty)))
    };
    enrolment::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(of(enrolment::Column::PersonId, duty::Column::PersonId))
        .filter(of(enrolment::Column::WorkshopId, duty::Column::WorkshopId))
        .filter(enrolment::Column::Outcome.is_null())
}
