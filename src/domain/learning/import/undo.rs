//! Undoing an import while nothing depends on it: all of it or nothing, in one transaction. Here, because places, audiences
//! and sessions are of learning.

use entity::{
    department, enrolment, event,
    id::*,
    import::{self, ImportKind},
    import_trace, person, workshop,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _, QueryTrait as _, Statement,
};
use uuid::Uuid;

use super::workshops;
use crate::domain::{
    change::Change,
    error::{Error, Refusal, Result},
    people::{
        administration,
        import::{
            SLICE,
            trace::{self, Trace},
            undo::{self, Undoing},
            upload,
        },
        person::{find, full_name},
    },
};

/// What undoing would do.
#[derive(Clone, Debug)]
pub struct Effect {
    /// What the import made, and goes.
    pub removed: usize,
    /// What is put back as it was.
    pub restored: usize,
    /// Places that leavers gave up. These do not come back: others have them by now.
    pub lost: u64,
}

/// Something that would be left hanging: the table, its column, what it is called in the sentence, and which rows of it.
struct Use {
    table: &'static str,
    column: &'static str,
    by: &'static str,
    only: &'static str,
}

const fn used(table: &'static str, column: &'static str, by: &'static str) -> Use {
    Use { table, column, by, only: "" }
}

/// What may depend on somebody whom an import made.
const OF_PEOPLE: [Use; 7] = [
    used("enrolment", "person_id", "enrolment"),
    used("trainer", "person_id", "trainer"),
    used("guest", "person_id", "guest"),
    Use { only: r#"AND "t"."source" <> 'import'"#, ..used("role", "person_id", "role") },
    used("api_token", "person_id", "token"),
    used("sign_in", "person_id", "sign-in"),
    used("interest", "person_id", "interest"),
];

/// What may depend on a department.
const OF_DEPARTMENTS: [Use; 6] = [
    used("placement", "department_id", "people"),
    used("role", "department_id", "head"),
    used("audience", "department_id", "audience"),
    Use {
        only: r#"AND NOT EXISTS (SELECT 1 FROM "import_trace" "j" WHERE "j"."import_id" = $1
            AND "j"."subject_id" = "t"."id")"#,
        ..used("department", "parent_id", "below")
    },
    used("reorganisation", "department_id", "reorganisation"),
    used("reorganisation", "other_id", "reorganisation"),
];

/// What may depend on a workshop.
const OF_WORKSHOPS: [Use; 4] = [
    used("session", "workshop_id", "session"),
    used("interest", "workshop_id", "interest"),
    used("prerequisite", "workshop_id", "prerequisite"),
    used("prerequisite", "required_id", "prerequisite"),
];

/// Undoes an import.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; as [`undo::ready`]; [`Refusal::ImportInUse`] when something depends on
/// it or was changed since; [`Refusal::LastAdministrator`] and [`Refusal::ShutsYouOut`] when it would take away the access that
/// somebody has by it.
pub async fn undo(change: &Change, id: ImportId) -> Result<()> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    let undoing = undo::ready(change.db(), id).await?;
    undo::hold(change, &undoing).await?;
    if let Some(refusal) = hindrance(change.db(), &undoing).await? {
        return Err(refusal.into());
    }
    match undoing.import.kind {
        ImportKind::People => put_people_back(change, &undoing).await?,
        ImportKind::Departments => undo::departments(change, &undoing).await?,
        ImportKind::Workshops => workshops::put_back(change, &undoing).await?,
    }
    upload::undone(change, &undoing.import).await
}

/// Somebody may have had no access before the import, and administer the house or undo it by now.
async fn put_people_back(change: &Change, undoing: &Undoing) -> Result<()> {
    let (administered, comes_in) = (administration::goes_on(change).await?, comes_in(change).await?);
    undo::people(change, undoing).await?;
    administration::still_goes_on(change, administered).await?;
    if comes_in && !self::comes_in(change).await? { Err(Refusal::ShutsYouOut.into()) } else { Ok(()) }
}

/// Whether whoever acts could sign in.
async fn comes_in(change: &Change) -> Result<bool> {
    let Some(id) = change.actor.person else { return Ok(false) };
    Ok(administration::can_sign_in(&find(change.db(), id).await?, change.policy.day(change.now)))
}

/// What undoing would do; every row is looked at.
///
/// # Errors
/// As [`undo()`].
pub async fn effect(db: &impl ConnectionTrait, id: ImportId) -> Result<Effect> {
    let undoing = undo::ready(db, id).await?;
    if let Some(refusal) = hindrance(db, &undoing).await? {
        return Err(refusal.into());
    }
    counted(db, &undoing.import).await
}

/// What undoing would do, as far as counting tells: that a row was changed by hand since is only found by [`effect`] and
/// by undoing itself.
///
/// # Errors
/// As [`undo()`].
pub async fn outlook(db: &impl ConnectionTrait, id: ImportId) -> Result<Effect> {
    let import = undo::allowed(db, id).await?;
    if let Some(refusal) = in_use(db, &import).await? {
        return Err(refusal.into());
    }
    counted(db, &import).await
}

async fn counted(db: &impl ConnectionTrait, import: &import::Model) -> Result<Effect> {
    let (removed, restored) = trace::counts(db, import.id).await?;
    Ok(Effect { removed, restored, lost: lost(db, import).await? })
}

/// What stands in the way.
async fn hindrance(db: &impl ConnectionTrait, undoing: &Undoing) -> Result<Option<Refusal>> {
    let kind = undoing.import.kind;
    if let Some(refusal) = in_use(db, &undoing.import).await? {
        return Ok(Some(refusal));
    }
    // Nobody changes by hand what a staff file made of somebody new, but for people from outside.
    let changeable = |one: &&Trace| kind != ImportKind::People || one.before.is_some();
    let traces: Vec<_> = undoing.traces.iter().filter(changeable).collect();
    for slice in traces.chunks(SLICE) {
        let ids: Vec<_> = slice.iter().map(|one| one.subject_id).collect();
        let now = match kind {
            ImportKind::People => trace::people(db, &ids).await?,
            ImportKind::Departments => trace::departments(db, &ids).await?,
            ImportKind::Workshops => workshops::as_now(db, &ids).await?,
        };
        if let Some(id) = trace::changed_since(slice, &now) {
            let name = name(db, kind, id).await?;
            return Ok(Some(Refusal::ImportInUse { name, by: "changed", more: 0 }));
        }
    }
    Ok(None)
}

/// What depends on what the import made, or was noted as changed since.
async fn in_use(db: &impl ConnectionTrait, import: &import::Model) -> Result<Option<Refusal>> {
    let uses: &[Use] = match import.kind {
        ImportKind::People => &OF_PEOPLE,
        ImportKind::Departments => &OF_DEPARTMENTS,
        ImportKind::Workshops => &OF_WORKSHOPS,
    };
    for one in uses {
        if let Some((first, more)) = held(db, import.id, one).await? {
            let name = name(db, import.kind, first).await?;
            return Ok(Some(Refusal::ImportInUse { name, by: one.by, more }));
        }
    }
    let changed = changed_by_hand(db, import).await?;
    Ok(changed.map(|name| Refusal::ImportInUse { name, by: "changed", more: 0 }))
}

/// What the log tells was changed since and is not seen on the rows alone: a department that moved, merged or split may no
/// longer take back who and what was in it, and somebody from outside was kept by hand.
async fn changed_by_hand(db: &impl ConnectionTrait, import: &import::Model) -> Result<Option<String>> {
    let since = event::Column::At.gte(import.started_at.unwrap_or_default());
    let events = event::Entity::find().filter(since);
    if import.kind != ImportKind::Workshops {
        let tree = ["department-moved", "department-merged", "department-split"];
        let moved = events.clone().filter(event::Column::Kind.is_in(tree)).one(db).await?;
        if let Some(id) = moved.and_then(|event| event.subject_id) {
            return Ok(Some(name(db, ImportKind::Departments, id).await?));
        }
    }
    let of = import_trace::Column::ImportId.eq(import.id);
    let made = import_trace::Entity::find().filter(of).select_only().column(import_trace::Column::SubjectId);
    let kept = event::Column::Kind.eq("external-changed");
    let kept = events.filter(kept).filter(event::Column::PersonId.in_subquery(made.into_query()));
    match kept.one(db).await?.and_then(|event| event.person_id) {
        Some(person) => Ok(Some(name(db, ImportKind::People, person.0).await?)),
        None => Ok(None),
    }
}

/// The first of what the import made that is held by rows of this table, and how many more are.
async fn held(db: &impl ConnectionTrait, import: ImportId, one: &Use) -> Result<Option<(Uuid, usize)>> {
    #[derive(FromQueryResult)]
    struct Held {
        id: Uuid,
        many: i64,
    }
    let Use { table, column, only, .. } = one;
    let sql = format!(
        r#"SELECT "h"."id" AS "id", COUNT(*) OVER () AS "many" FROM (
            SELECT DISTINCT "i"."subject_id" AS "id" FROM "import_trace" "i" JOIN "{table}" "t" ON "t"."{column}" = "i"."subject_id"
            WHERE "i"."import_id" = $1 AND "i"."before" IS NULL {only}) "h" ORDER BY "h"."id" LIMIT 1"#
    );
    let ask = Statement::from_sql_and_values(db.get_database_backend(), sql, [import.0.into()]);
    let held = Held::find_by_statement(ask).one(db).await?;
    Ok(held.map(|held| (held.id, usize::try_from(held.many - 1).unwrap_or_default())))
}

/// What it is called; the sentence does without when it is no more.
async fn name(db: &impl ConnectionTrait, kind: ImportKind, id: Uuid) -> Result<String> {
    let name = match kind {
        ImportKind::People => person::Entity::find_by_id(PersonId(id)).one(db).await?.as_ref().map(full_name),
        ImportKind::Departments => {
            department::Entity::find_by_id(DepartmentId(id)).one(db).await?.map(|row| row.name)
        }
        ImportKind::Workshops => {
            workshop::Entity::find_by_id(WorkshopId(id)).one(db).await?.map(|row| row.title)
        }
    };
    Ok(name.unwrap_or_default())
}

/// Places that leavers of this import gave up.
async fn lost(db: &impl ConnectionTrait, import: &import::Model) -> Result<u64> {
    let people = import_trace::Entity::find()
        .select_only()
        .column(import_trace::Column::SubjectId)
        .filter(import_trace::Column::ImportId.eq(import.id));
    let given_up = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.in_subquery(people.into_query()))
        .filter(enrolment::Column::Ending.eq(enrolment::Ending::LeftOrganisation))
        .filter(enrolment::Column::EndedAt.gte(import.started_at));
    Ok(given_up.count(db).await?)
}
