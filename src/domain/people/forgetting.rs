//! A person without who it was: what people throws away of them, and what is left.

use entity::{
    api_token, calendar_feed, id::*, import, import::ImportKind, password, person, role, sign_in,
    sign_in_code, sign_in_link,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, Set,
    sea_query::Expr,
};

use super::{administration, import::upload, person::Person, word};
use crate::domain::{change::Change, error::Result};

/// What stands where a name was.
pub const MARK: &str = "verwijderd persoon";

/// Takes name, number and address from the row and from what people are found by, and with it every role, browser, link, token and password. Files that were
/// loaded cannot be undone any more: what they keep for that would bring the person back.
///
/// # Errors
/// [`crate::domain::error::Refusal::LastAdministrator`] when nobody else could administer the house.
pub async fn forget(change: &Change, person: Person) -> Result<()> {
    let id = person.id;
    administration::goes_on_without(change, &[id]).await?;
    let_go(change, id).await?;
    mark(change, &person).await
}

/// Takes what belongs to the person, and what names them elsewhere.
async fn let_go(change: &Change, id: PersonId) -> Result<()> {
    let db = change.db();
    role::Entity::delete_many().filter(role::Column::PersonId.eq(id)).exec(db).await?;
    sign_in::Entity::delete_many().filter(sign_in::Column::PersonId.eq(id)).exec(db).await?;
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::PersonId.eq(id)).exec(db).await?;
    api_token::Entity::delete_many().filter(api_token::Column::PersonId.eq(id)).exec(db).await?;
    calendar_feed::Entity::delete_by_id(id).exec(db).await?;
    sign_in_code::Entity::delete_by_id(id).exec(db).await?;
    password::Entity::delete_many().filter(password::Column::PersonId.eq(id)).exec(db).await?;
    person::Entity::update_many()
        .col_expr(person::Column::ManagerId, Expr::value(Option::<PersonId>::None))
        .filter(person::Column::ManagerId.eq(id))
        .exec(db)
        .await?;
    let staff = Condition::all().add(import::Column::Kind.eq(ImportKind::People));
    upload::empty(change, staff.clone()).await?;
    upload::forget(change, staff).await?;
    Ok(())
}

async fn mark(change: &Change, person: &Person) -> Result<()> {
    let marked = person::ActiveModel {
        id: Set(person.id),
        employee_number: Set(None),
        given_name: Set(String::new()),
        prefix: Set(String::new()),
        surname: Set(MARK.into()),
        email: Set(None),
        job_title: Set(String::new()),
        manager_id: Set(None),
        employed_from: Set(None),
        // Somebody from outside has no last day; nobody comes in with what is left of them.
        employed_until: Set(person.employed_until.or_else(|| change.policy.day(change.now).pred_opt())),
        blocked_at: Set(Some(change.now)),
        language: Set(None),
        bounced_at: Set(None),
        agency: Set(None),
        erased_at: Set(Some(change.now)),
        ..Default::default()
    };
    word::keep(change, [&marked.update(change.db()).await?]).await
}
