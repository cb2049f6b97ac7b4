//! Making, changing and retiring promises.

use entity::{id::*, promise};
use sea_orm::{ActiveModelTrait as _, DbErr, EntityTrait as _, IntoActiveModel as _, QuerySelect as _, Set};
use serde_json::{Value, json};

use super::{Draft, Origin, Promise, PromiseUnit};
use crate::domain::{
    change::Change,
    error::{Error, Field, Refusal, Result, all_well, is_duplicate},
    event::Measuring,
    people::department as departments,
};

/// What a code may be long, in characters.
pub const CODE: usize = 16;
/// What a text, an indicator and the like may be long, in characters.
pub const LINE: usize = 200;
/// What a definition may be long, in characters.
pub const TEXT: usize = 1_000;
/// No target is further from nothing.
const MOST: f64 = 1_000_000.0;
/// So many rows fit in one statement.
const AT_ONCE: usize = 100;

/// Makes a promise.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; field by field what is wrong; [`Error::Missing`] for a department that there is
/// not; [`Refusal::Taken`] for a code that another promise has.
pub async fn make(change: &Change, draft: &Draft) -> Result<PromiseId> {
    let made = make_all(change, std::slice::from_ref(draft)).await?;
    made.first().copied().ok_or(Error::Missing("promise"))
}

/// As [`make`], many at once.
///
/// # Errors
/// As [`make`].
pub async fn make_all(change: &Change, drafts: &[Draft]) -> Result<Vec<PromiseId>> {
    allowed(change, drafts).await?;
    let rows: Vec<_> = drafts.iter().map(|draft| fresh(draft).into_active_model().reset_all()).collect();
    let codes = drafts.iter().map(|draft| code_of(&draft.code));
    let taken = |error: DbErr| match is_duplicate(&error) {
        true => Refusal::Taken { value: codes.clone().collect::<Vec<_>>().join(", ") }.into(),
        false => Error::from(error),
    };
    for part in rows.chunks(AT_ONCE) {
        let insert = promise::Entity::insert_many(part.to_vec());
        insert.exec_without_returning(change.db()).await.map_err(&taken)?;
    }
    let made: Vec<PromiseId> = rows.iter().map(|row| *row.id.as_ref()).collect();
    let events = made
        .iter()
        .zip(codes.clone())
        .map(|(promise, code)| Measuring::PromiseMade { promise: *promise, code });
    change.record_all(events.map(Into::into)).await?;
    Ok(made)
}

fn fresh(draft: &Draft) -> Promise {
    let base = Promise {
        id: PromiseId::new(),
        code: code_of(&draft.code),
        text_nl: String::new(),
        text_en: String::new(),
        indicator_nl: String::new(),
        indicator_en: String::new(),
        direction: draft.direction,
        target: draft.target,
        unit: draft.unit,
        every: draft.every,
        origin: draft.origin,
        department_id: None,
        measured_by: String::new(),
        data_source: String::new(),
        definition_nl: String::new(),
        definition_en: String::new(),
        retired_on: None,
        version: 0,
    };
    written(base, draft)
}

/// The row as the draft has it; its code, and what its readings depend on, stay.
fn written(row: Promise, draft: &Draft) -> Promise {
    // Who knows no English text leaves the field empty: readers then get the Dutch one.
    let or = |text: &str, other: &str| if text.trim().is_empty() { line(other) } else { line(text) };
    Promise {
        text_nl: line(&draft.text_nl),
        text_en: or(&draft.text_en, &draft.text_nl),
        indicator_nl: line(&draft.indicator_nl),
        indicator_en: or(&draft.indicator_en, &draft.indicator_nl),
        direction: draft.direction,
        target: draft.target,
        origin: draft.origin,
        department_id: draft.department,
        measured_by: line(&draft.measured_by),
        data_source: line(&draft.data_source),
        definition_nl: draft.definition_nl.trim().to_owned(),
        definition_en: match draft.definition_en.trim() {
            "" => draft.definition_nl.trim().to_owned(),
            text => text.to_owned(),
        },
        version: row.version + 1,
        ..row
    }
}

/// Codes are kept in capitals, so that two that differ by case only cannot be.
fn code_of(code: &str) -> String {
    code.trim().to_uppercase()
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn allowed(change: &Change, drafts: &[Draft]) -> Result<()> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    for draft in drafts {
        checked(draft)?;
    }
    let living = departments::list(change.db()).await?;
    let known = |draft: &Draft| draft.department.is_none_or(|id| living.iter().any(|one| one.id == id));
    if drafts.iter().all(known) { Ok(()) } else { Err(Error::Missing("department")) }
}

/// Whether a draft is a promise that can be measured.
///
/// # Errors
/// Field by field: `code`, `textNl`, `indicatorNl` and the others, and `target`.
pub fn checked(draft: &Draft) -> Result<()> {
    let code = draft.code.trim();
    let mut wrong = Vec::new();
    let signs = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    if code.is_empty() {
        wrong.push(Field::new("code", "required"));
    } else if code.len() > CODE || !code.chars().all(signs) {
        wrong.push(Field::new("code", "promise-code").with("max", CODE));
    }
    for (name, text) in [("textNl", &draft.text_nl), ("indicatorNl", &draft.indicator_nl)] {
        if text.trim().is_empty() {
            wrong.push(Field::new(name, "required"));
        }
    }
    let short = [
        ("textNl", &draft.text_nl),
        ("textEn", &draft.text_en),
        ("indicatorNl", &draft.indicator_nl),
        ("indicatorEn", &draft.indicator_en),
        ("measuredBy", &draft.measured_by),
        ("dataSource", &draft.data_source),
    ];
    let long = [("definitionNl", &draft.definition_nl), ("definitionEn", &draft.definition_en)];
    let sized = short.map(|one| (one, LINE)).into_iter().chain(long.map(|one| (one, TEXT)));
    for ((name, text), most) in sized {
        if text.trim().chars().count() > most {
            wrong.push(Field::new(name, "too-long").with("max", most));
        }
    }
    wrong.extend(target(draft));
    if !fits(draft.origin, draft.unit) {
        wrong.push(Field::new("origin", "origin-unit"));
    }
    all_well(wrong)
}

/// Whether what is fetched can be a figure of this unit.
const fn fits(origin: Origin, unit: PromiseUnit) -> bool {
    match origin {
        Origin::Entered | Origin::CallBacks | Origin::Grades => true,
        Origin::OpenKlant => matches!(unit, PromiseUnit::Share),
        Origin::OpenZaak => matches!(unit, PromiseUnit::Ratio),
    }
}

fn target(draft: &Draft) -> Option<Field> {
    let wrong = |key| Some(Field::new("target", key));
    match draft.unit {
        _ if !draft.target.is_finite() => wrong("not-a-decimal"),
        PromiseUnit::Share if !(0.0..=1.0).contains(&draft.target) => wrong("not-a-share"),
        PromiseUnit::Grade if !(1.0..=10.0).contains(&draft.target) => wrong("not-a-grade"),
        PromiseUnit::Ratio | PromiseUnit::Count if !(0.0..=MOST).contains(&draft.target) => {
            wrong("not-a-figure")
        }
        PromiseUnit::Count if draft.target.fract() != 0.0 => wrong("not-a-number"),
        PromiseUnit::Share | PromiseUnit::Ratio | PromiseUnit::Count | PromiseUnit::Grade => None,
    }
}

/// Writes a promise anew. Its code, unit and period stay: readings are of them. The target of readings that there are stays too.
///
/// # Errors
/// As [`make`]; [`Error::Missing`]; [`Refusal::NotPossibleNow`] when somebody else changed it meanwhile; fields `unit` and `every`
/// when they are otherwise.
pub async fn rewrite(change: &Change, id: PromiseId, version: i32, draft: &Draft) -> Result<()> {
    let row = promise::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let row = row.ok_or(Error::Missing("promise"))?;
    if change.actor.may_measure() && row.version != version {
        return Err(Refusal::NotPossibleNow.into());
    }
    rewrite_all(change, &[(row, draft.clone())]).await
}

/// As [`rewrite`], of promises that were just read.
///
/// # Errors
/// As [`rewrite`].
pub async fn rewrite_all(change: &Change, all: &[(Promise, Draft)]) -> Result<()> {
    let drafts: Vec<_> = all.iter().map(|(_, draft)| draft.clone()).collect();
    allowed(change, &drafts).await?;
    let mut events = Vec::new();
    for (row, draft) in all {
        let mut wrong = Vec::new();
        if draft.unit != row.unit {
            wrong.push(Field::new("unit", "promise-fixed"));
        }
        if draft.every != row.every {
            wrong.push(Field::new("every", "promise-fixed"));
        }
        all_well(wrong)?;
        let after = written(row.clone(), draft);
        let changes = changes(row, &after);
        after.into_active_model().reset_all().update(change.db()).await?;
        events.push(Measuring::PromiseChanged { promise: row.id, code: row.code.clone(), changes }.into());
    }
    change.record_all(events).await
}

/// Old and new of what is short; of texts only that they changed.
fn changes(before: &Promise, after: &Promise) -> Value {
    let mut changes = json!({});
    if before.target.to_bits() != after.target.to_bits() {
        changes["target"] = json!([before.target, after.target]);
    }
    if before.direction != after.direction {
        changes["direction"] = json!([before.direction.code(), after.direction.code()]);
    }
    if before.origin != after.origin {
        changes["origin"] = json!([before.origin.code(), after.origin.code()]);
    }
    if before.department_id != after.department_id {
        changes["departmentId"] = json!([before.department_id, after.department_id]);
    }
    let texts = |row: &Promise| {
        let Promise { text_nl, text_en, indicator_nl, indicator_en, .. } = row.clone();
        let Promise { measured_by, data_source, definition_nl, definition_en, .. } = row.clone();
        [text_nl, text_en, indicator_nl, indicator_en, measured_by, data_source, definition_nl, definition_en]
    };
    if texts(before) != texts(after) {
        changes["texts"] = json!(true);
    }
    changes
}

/// Says that it is no promise any more, or that it is one again; its readings stay.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor measures; [`Error::Missing`].
pub async fn retire(change: &Change, id: PromiseId, retired: bool) -> Result<()> {
    if !change.actor.may_measure() {
        return Err(Error::Forbidden);
    }
    let row = promise::Entity::find_by_id(id).lock_exclusive().one(change.db()).await?;
    let row = row.ok_or(Error::Missing("promise"))?;
    if row.retired_on.is_some() == retired {
        return Ok(());
    }
    let version = row.version + 1;
    let mut row = row.into_active_model();
    row.retired_on = Set(retired.then(|| change.policy.day(change.now)));
    row.version = Set(version);
    row.update(change.db()).await?;
    change.record(Measuring::PromiseRetired { promise: id, retired }.into()).await
}
