//! Who may take part: everyone, or certain departments, job profiles or people from outside.
//!
//! A text such as "ICT, post" is enforced only when every part of it is a department, a job title or a known word; a
//! text with an unknown part is shown and never enforced, because half a rule would shut out the wrong people.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{
    audience::{self, AudienceKind},
    department,
    id::*,
    person::{self, PersonKind},
};
use sea_orm::{
    ActiveEnum as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, FromQueryResult,
    QueryFilter as _, QuerySelect as _, Set, Statement,
    sea_query::{Expr, ExprTrait as _, Func},
};

use crate::domain::{
    change::Change,
    error::{Field, Result},
};

/// One way to belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Works in this department or below it.
    Department(DepartmentId),
    /// Has this job title.
    JobProfile(String),
    /// Comes from outside.
    External,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// "iedereen", or nothing at all.
    Everyone,
    /// Only these.
    Only(Vec<Rule>),
    /// Some parts are unknown: shown, not enforced.
    Unknown(Vec<String>),
}

/// Whose audience it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    Workshop(WorkshopId),
    Session(SessionId),
}

/// Reads a text: parts separated by commas, each a code or name of a department, a job title, or a known word.
///
/// # Errors
/// When the database fails.
pub async fn resolve(db: &impl ConnectionTrait, text: &str) -> Result<Meaning> {
    let parts: Vec<String> =
        text.split(',').map(|p| p.trim().to_lowercase()).filter(|p| !p.is_empty()).collect();
    let word = |part: &String, words: &[&str]| words.contains(&part.as_str());
    if parts.is_empty() || parts.iter().any(|p| word(p, &["iedereen", "everyone"])) {
        return Ok(Meaning::Everyone);
    }
    let mut departments = department::Entity::find()
        .filter(lower_in(department::Column::Code, &parts).or(lower_in(department::Column::Name, &parts)))
        .all(db)
        .await?;
    // One that was merged means the one it became part of, unless another bears its name now.
    departments.sort_by_key(|one| one.ends_on.is_some());
    let titles: Vec<String> = person::Entity::find()
        .select_only()
        .column(person::Column::JobTitle)
        .distinct()
        .filter(lower_in(person::Column::JobTitle, &parts))
        .into_tuple()
        .all(db)
        .await?;
    let (mut rules, mut unknown) = (Vec::new(), Vec::new());
    for part in parts {
        let found =
            departments.iter().find(|d| d.code.to_lowercase() == part || d.name.to_lowercase() == part);
        if let Some(department) = found {
            rules.push(Rule::Department(department.successor_id.unwrap_or(department.id)));
        } else if titles.iter().any(|t| t.to_lowercase() == part) {
            rules.push(Rule::JobProfile(part));
        } else if word(&part, &["externen", "externals"]) {
            rules.push(Rule::External);
        } else {
            unknown.push(part);
        }
    }
    Ok(if unknown.is_empty() { Meaning::Only(rules) } else { Meaning::Unknown(unknown) })
}

fn lower_in<C: sea_orm::sea_query::IntoColumnRef>(column: C, parts: &[String]) -> Expr {
    Expr::from(Func::lower(Expr::col(column))).is_in(parts.iter().cloned())
}

/// Replaces the audience of a workshop or session by what the text means.
///
/// # Errors
/// When the database fails.
pub async fn set(change: &Change, owner: Owner, text: &str) -> Result<Meaning> {
    let meaning = resolve(change.db(), text).await?;
    audience::Entity::delete_many().filter(of(owner)).exec(change.db()).await?;
    if let Meaning::Only(rules) = &meaning {
        let rows = rules.iter().map(|rule| row(owner, rule));
        audience::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(meaning)
}

/// As [`set`], for a text written by a person: an unknown part is refused.
///
/// # Errors
/// [`crate::domain::error::Error::Invalid`] with the unknown parts.
pub async fn set_strictly(change: &Change, owner: Owner, text: &str) -> Result<()> {
    match set(change, owner, text).await? {
        Meaning::Unknown(parts) => {
            Err(Field::new("audience", "audience-unknown").with("parts", parts.join(", ")).into())
        }
        _ => Ok(()),
    }
}

fn of(owner: Owner) -> Condition {
    match owner {
        Owner::Workshop(id) => Condition::all().add(audience::Column::WorkshopId.eq(id)),
        Owner::Session(id) => Condition::all().add(audience::Column::SessionId.eq(id)),
    }
}

fn row(owner: Owner, rule: &Rule) -> audience::ActiveModel {
    let (workshop, session) = match owner {
        Owner::Workshop(id) => (Some(id), None),
        Owner::Session(id) => (None, Some(id)),
    };
    let (kind, department, profile) = match rule {
        Rule::Department(id) => (AudienceKind::Department, Some(*id), None),
        Rule::JobProfile(title) => (AudienceKind::JobProfile, None, Some(title.clone())),
        Rule::External => (AudienceKind::External, None, None),
    };
    audience::ActiveModel {
        id: Set(AudienceId::new()),
        workshop_id: Set(workshop),
        session_id: Set(session),
        kind: Set(kind),
        department_id: Set(department),
        job_profile: Set(profile),
    }
}

/// Whether this person belongs. A session's own audience goes before the workshop's; no rows mean everyone.
///
/// # Errors
/// When the database fails.
pub async fn admits(
    db: &impl ConnectionTrait,
    owner: Owner,
    person: &person::Model,
    day: NaiveDate,
) -> Result<bool> {
    Ok(barring(db, &rules(db, &[owner]).await?, person, day).await?.is_empty())
}

/// What these owners ask; the same for whoever looks.
///
/// # Errors
/// When the database fails.
pub async fn rules(db: &impl ConnectionTrait, owners: &[Owner]) -> Result<Vec<audience::Model>> {
    if owners.is_empty() {
        return Ok(Vec::new());
    }
    let any = owners.iter().fold(Condition::any(), |any, owner| any.add(of(*owner)));
    Ok(audience::Entity::find().filter(any).all(db).await?)
}

/// Of whose [`rules`] these are, those whose audience this person is not in.
///
/// # Errors
/// When the database fails.
pub async fn barring(
    db: &impl ConnectionTrait,
    rules: &[audience::Model],
    person: &person::Model,
    day: NaiveDate,
) -> Result<HashSet<Owner>> {
    let by_department = rules.iter().any(|rule| rule.kind == AudienceKind::Department);
    let works_in = if by_department { works_in(db, person.id, day).await? } else { HashSet::new() };
    let title = person.job_title.to_lowercase();
    let fits = |rule: &audience::Model| match rule.kind {
        AudienceKind::JobProfile => rule.job_profile.as_deref() == Some(title.as_str()),
        AudienceKind::External => person.kind == PersonKind::External,
        AudienceKind::Department => rule.department_id.is_some_and(|id| works_in.contains(&id)),
    };
    let mut belongs: HashMap<Owner, bool> = HashMap::new();
    for rule in rules {
        if let Some(owner) = owner_of(rule) {
            *belongs.entry(owner).or_default() |= fits(rule);
        }
    }
    Ok(belongs.into_iter().filter_map(|(owner, belongs)| (!belongs).then_some(owner)).collect())
}

fn owner_of(rule: &audience::Model) -> Option<Owner> {
    rule.session_id.map(Owner::Session).or(rule.workshop_id.map(Owner::Workshop))
}

/// The departments a person works in on a day, with all above them.
async fn works_in(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<HashSet<DepartmentId>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: DepartmentId,
    }
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        r#"WITH RECURSIVE up(id, parent_id) AS (
             SELECT d.id, d.parent_id FROM department d JOIN placement p ON p.department_id = d.id
              WHERE p.person_id = $1 AND (p.starts_on IS NULL OR p.starts_on <= $2) AND (p.ends_on IS NULL OR p.ends_on >= $2)
             UNION SELECT d.id, d.parent_id FROM department d JOIN up ON d.id = up.parent_id)
           SELECT id FROM up"#,
        [person.into(), day.into()],
    );
    let rows = Row::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The stored word of a kind, for showing.
#[must_use]
pub fn kind_code(kind: AudienceKind) -> String {
    kind.to_value()
}
