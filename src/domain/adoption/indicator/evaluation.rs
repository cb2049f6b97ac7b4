//! 9 and 10: of use in one's work, per workshop; and applied after three months, of all workshops together. Both were shown per workshop
//! before, in parts of whole nights of at least five answers.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use entity::{
    evaluation::EvaluationKind as Kind,
    evaluation_answer::{self as answer, Applied},
    id::*,
    workshop,
};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::Scope;
use crate::domain::{
    adoption::{
        disclosure::{Atom, Partition},
        ledger::{Answers, Claim, Draft, Family, Figure, Level, Opinion},
        statistics::Share,
    },
    error::Result,
    learning::evaluation::figure,
};

/// The answers of each workshop, and how many of them are "yes".
#[derive(Default)]
struct Found {
    workshops: Vec<WorkshopId>,
    answers: Answers,
    good: Vec<f64>,
    of: Vec<f64>,
}

/// Both, of the whole organisation.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    useful(scope, draft).await?;
    applied(scope, draft).await
}

async fn useful<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let found = found(scope, Kind::AfterClosing).await?;
    let codes: Vec<(WorkshopId, String)> = workshop::Entity::find()
        .select_only()
        .columns([workshop::Column::Id, workshop::Column::Code])
        .filter(workshop::Column::Id.is_in(found.workshops.iter().copied()))
        .into_tuple()
        .all(scope.db)
        .await?;
    let codes: BTreeMap<_, _> = codes.into_iter().collect();
    for level in [Level::Internal, Level::Public] {
        let mut partition = Partition::apart(draft.least(level), &found.answers.atoms);
        for (member, workshop) in found.workshops.iter().enumerate() {
            let Some(subject) = codes.get(workshop) else { continue };
            let claim = Claim { family: Family::Usefulness, subject, level };
            let set = draft.accept((&found.answers, &mut partition), &claim, whole(scope), vec![member]);
            let share = Share::new(found.good[member], found.of[member]);
            if let Some(set) = set {
                draft.answered(&set, Opinion::Useful, &Figure::people(share, share.of, None));
            }
        }
    }
    Ok(())
}

async fn applied<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    let found = found(scope, Kind::AfterTwelveWeeks).await?;
    let days = scope.period.begins_on..=scope.period.ends_on;
    let Some(told) = figure::applied(scope.db, &days).await? else { return Ok(()) };
    let share = Share::new(found.good.iter().sum(), found.of.iter().sum());
    // As if nobody who was silent applied it, and as if all did.
    let part = |part: i64| if told.invited > 0 { ratio(part, told.invited) } else { share.value() };
    let (low, high) = told.band();
    let figure = Figure::people(share, share.of, Some(ratio(told.invited, 1))).between(part(low), part(high));
    for level in [Level::Internal, Level::Public] {
        let mut partition = Partition::apart(draft.least(level), &found.answers.atoms);
        let claim = Claim { family: Family::Use, subject: "", level };
        let all = (0..found.workshops.len()).collect();
        if let Some(set) = draft.accept((&found.answers, &mut partition), &claim, whole(scope), all) {
            draft.answered(&set, Opinion::Applied, &figure);
        }
    }
    Ok(())
}

fn whole<C>(scope: &Scope<'_, C>) -> (usize, UnitId, u64) {
    let top = &scope.units.nodes[0];
    (0, top.id, top.headcount)
}

#[expect(clippy::cast_precision_loss, reason = "there are not so many people")]
fn ratio(part: i64, of: i64) -> f64 {
    part as f64 / of as f64
}

/// What was first shown in the period.
async fn found<C: ConnectionTrait>(scope: &Scope<'_, C>, kind: Kind) -> Result<Found> {
    use answer::Column as Of;
    type Row = (WorkshopId, EvaluationAnswerId, Option<NaiveDate>, Option<i32>, Option<Applied>);
    let mut rows: Vec<Row> = answer::Entity::find()
        .select_only()
        .columns([Of::WorkshopId, Of::Id, Of::ReleasedOn, Of::Useful, Of::Applied])
        .filter(Of::Kind.eq(kind))
        .filter(Of::ReleasedOn.between(scope.period.begins_on, scope.period.ends_on))
        .into_tuple()
        .all(scope.db)
        .await?;
    rows.sort_by_key(|(workshop, id, ..)| (*workshop, *id));
    let mut found = Found::default();
    let mut nights = BTreeMap::new();
    for (workshop, id, night, useful, applied) in rows {
        if found.workshops.last() != Some(&workshop) {
            found.workshops.push(workshop);
            found.answers.atoms.push(Atom::new());
            found.answers.at.push(0);
            found.answers.ids.push(Vec::new());
            found.good.push(0.0);
            found.of.push(0.0);
        }
        let at = found.workshops.len() - 1;
        let next = u32::try_from(nights.len()).unwrap_or(u32::MAX);
        let night = *nights.entry((workshop, night.map(|day| day.num_days_from_ce()))).or_insert(next);
        *found.answers.atoms[at].entry(night).or_default() += 1;
        found.answers.ids[at].push(id.0);
        found.of[at] += 1.0;
        found.good[at] += f64::from(u8::from(useful >= Some(4) || applied == Some(Applied::Yes)));
    }
    Ok(found)
}
