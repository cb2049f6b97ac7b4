//! Letters about what people have to follow: what is true when they leave.

use entity::id::*;

use crate::{
    domain::{
        change::House,
        error::Result,
        learning::duty::told,
        people::reader::{self, Reader},
    },
    mail::letter::About,
};

/// What of an assignment somebody still has to follow.
pub(super) async fn left(
    house: &House,
    person: PersonId,
    (assignment, without_date): (AssignmentId, bool),
) -> Result<(Option<Reader>, About)> {
    let (db, now) = (&house.db.reader, house.now());
    let told = told::of_assignment(db, (assignment, person), without_date).await?;
    Ok((reader::of(db, person, now).await?, About::Duty(Box::new(told))))
}

/// Who of these departments is too late, for the head only.
pub(super) async fn late(
    house: &House,
    head: PersonId,
    departments: Vec<DepartmentId>,
) -> Result<(Option<Reader>, About)> {
    let (db, now) = (&house.db.reader, house.now());
    let told = told::late(db, departments, (&house.policy, now)).await?;
    Ok((reader::alone(db, head).await?, About::Duty(Box::new(told))))
}

/// What was said to a wish for more time.
pub(super) async fn more_time(house: &House, id: DutyId) -> Result<(Option<Reader>, About)> {
    let (db, now) = (&house.db.reader, house.now());
    let (person, told) = told::answer(db, id).await?;
    Ok((reader::of(db, person, now).await?, About::Duty(Box::new(told))))
}
