//! Heads from the staff file: whoever the people of a department name as manager heads it. Several managers: all of them.

use std::collections::HashSet;

use entity::{
    id::*,
    role::{self, RoleKind, RoleSource},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, FromQueryResult,
    QueryFilter as _, Statement,
};

use crate::domain::{change::Change, error::Result, event::Event};

/// Gives the role to who is named and has it not, takes back what a file once gave and no longer says. What people gave
/// stays.
pub async fn refresh(change: &Change) -> Result<()> {
    let named = named(change).await?;
    let kind = role::Column::Kind.eq(RoleKind::DepartmentHead);
    let heads = role::Entity::find().filter(kind).all(change.db()).await?;
    let pair = |row: &role::Model| row.department_id.map(|department| (row.person_id, department));
    let holds = |row: &&role::Model| pair(row).is_some_and(|pair| named.contains(&pair));
    let old: Vec<_> = heads.iter().filter(|row| row.source == RoleSource::Import && !holds(row)).collect();
    let has: HashSet<_> = heads.iter().filter_map(pair).collect();
    let mut fresh: Vec<_> = named.difference(&has).copied().collect();
    fresh.sort_unstable();
    revoke(change, &old).await?;
    give(change, &fresh).await
}

async fn revoke(change: &Change, old: &[&role::Model]) -> Result<()> {
    if !old.is_empty() {
        let ids = old.iter().map(|row| row.id);
        role::Entity::delete_many().filter(role::Column::Id.is_in(ids)).exec(change.db()).await?;
    }
    let role = RoleKind::DepartmentHead;
    let event = |row: &&role::Model| Event::RoleRevoked {
        person: row.person_id,
        role,
        department: row.department_id,
    };
    change.record_all(old.iter().map(event)).await
}

async fn give(change: &Change, fresh: &[(PersonId, DepartmentId)]) -> Result<()> {
    if !fresh.is_empty() {
        let rows = fresh.iter().map(|(person, department)| row(change, *person, *department));
        role::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    let role = RoleKind::DepartmentHead;
    let event = |(person, department): &(PersonId, DepartmentId)| Event::RoleGranted {
        person: *person,
        role,
        department: Some(*department),
    };
    change.record_all(fresh.iter().map(event)).await
}

/// Who is named by somebody who works in a department, or is about to, and has not left.
async fn named(change: &Change) -> Result<HashSet<(PersonId, DepartmentId)>> {
    #[derive(FromQueryResult)]
    struct Named {
        manager_id: PersonId,
        department_id: DepartmentId,
    }
    let sql = r#"SELECT DISTINCT "p"."manager_id", "w"."department_id" FROM "person" "p"
        JOIN "placement" "w" ON "w"."person_id" = "p"."id" AND ("w"."ends_on" IS NULL OR "w"."ends_on" >= $1)
        JOIN "person" "m" ON "m"."id" = "p"."manager_id" AND ("m"."employed_until" IS NULL OR "m"."employed_until" >= $1)
        WHERE "p"."kind" = 'staff' AND ("p"."employed_until" IS NULL OR "p"."employed_until" >= $1)"#;
    let today = change.policy.day(change.now);
    let ask = Statement::from_sql_and_values(change.db().get_database_backend(), sql, [today.into()]);
    let rows = Named::find_by_statement(ask).all(change.db()).await?;
    Ok(rows.into_iter().map(|row| (row.manager_id, row.department_id)).collect())
}

fn row(change: &Change, person: PersonId, department: DepartmentId) -> role::ActiveModel {
    role::ActiveModel {
        id: Set(RoleId::new()),
        person_id: Set(person),
        kind: Set(RoleKind::DepartmentHead),
        department_id: Set(Some(department)),
        source: Set(RoleSource::Import),
        granted_by: Set(None),
        granted_at: Set(change.now),
    }
}
