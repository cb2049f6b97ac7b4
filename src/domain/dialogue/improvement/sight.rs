//! Who sees an improvement, and from which step. The team, the heads above it, who held the conversation it came from, who does
//! it and the programme manager see all of it; everybody else what got an answer that is a yes or a no.

use chrono::NaiveDate;
use entity::{conversation, id::*, improvement, placement};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

use super::{Answer, Improvement};
use crate::domain::{actor::Actor, dialogue::conversation as conversations, people::placement as placements};

/// Fewer people than this and a team is not named to others: it would be known who said it.
pub(super) const LEAST: u64 = 10;

/// A person of the house who asks for themselves: no token, nobody from outside.
pub(super) fn insider(actor: &Actor) -> Option<PersonId> {
    actor.person.filter(|_| actor.scopes.is_none() && !actor.is_outsider())
}

/// What somebody sees from the first step on (a filter).
pub(super) fn inside(actor: &Actor, today: NaiveDate) -> Condition {
    if actor.may_hear_all() {
        return Condition::all();
    }
    mine(actor, today).add(improvement::Column::DepartmentId.is_in(actor.departments.iter().copied()))
}

/// What is of the own team, what somebody does, and what came up in the conversations that they held (a filter).
pub(super) fn mine(actor: &Actor, today: NaiveDate) -> Condition {
    let nothing = Condition::any().add(improvement::Column::Id.is_null());
    let Some(person) = insider(actor) else { return nothing };
    let heard = conversation::Entity::find()
        .select_only()
        .column(conversation::Column::Id)
        .filter(conversations::open_to(actor))
        .into_query();
    nothing
        .add(improvement::Column::DepartmentId.in_subquery(placements::of_somebody(person, today)))
        .add(improvement::Column::OwnerId.eq(person))
        .add_option(actor.may_facilitate().then(|| improvement::Column::ConversationId.in_subquery(heard)))
}

/// What everybody in the house may read (a filter).
pub(super) fn published() -> Condition {
    Condition::all().add(improvement::Column::Answer.is_in([Answer::Yes, Answer::No]))
}

/// Whose team is large enough to be named to everybody (a filter): it has a tenth person.
pub(super) fn named(today: NaiveDate) -> Condition {
    let tenth = placement::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(
            Expr::col((placement::Entity, placement::Column::DepartmentId))
                .eq(Expr::col((improvement::Entity, improvement::Column::DepartmentId))),
        )
        .filter(placements::on(today))
        .limit(1)
        .offset(LEAST - 1)
        .into_query();
    Condition::all().add(Expr::exists(tenth))
}

/// Whether somebody answers it: a head above the team, or the programme manager.
pub(super) fn answers(actor: &Actor, row: &Improvement) -> bool {
    actor.may_hear_all() || row.department_id.is_some_and(|team| actor.leads(&[team]))
}

/// Whether somebody does it.
pub(super) fn owns(actor: &Actor, row: &Improvement) -> bool {
    insider(actor).is_some_and(|person| row.owner_id == Some(person))
}
