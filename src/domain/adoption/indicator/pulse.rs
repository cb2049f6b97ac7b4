//! 3: the four values, as everybody was asked. Only answers to all four count, so that the sets of all four are the same.

use entity::{id::*, pulse, pulse_answer as answer};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _,
};

use super::{
    Scope,
    answer::{Source, publish},
};
use crate::domain::{
    adoption::{
        disclosure::Atom,
        ledger::{Answers, Draft, Family, Opinion},
    },
    error::Result,
};

const SOURCE: Source =
    Source { family: Family::Pulse, opinion: Opinion::Value, apart: false, everybody: true };

/// The shares of every unit.
pub(super) async fn add<C: ConnectionTrait>(scope: &Scope<'_, C>, draft: &mut Draft) -> Result<()> {
    use answer::Column::{Connection, Craft, DepartmentId as Department, Id, Renewal, Trust};
    type Row = (PulseAnswerId, DepartmentId, i32, i32, i32, i32);
    let rows: Vec<Row> = answer::Entity::find()
        .select_only()
        .columns([Id, Department, Connection, Craft, Trust, Renewal])
        .join(JoinType::InnerJoin, answer::Relation::Pulse.def())
        .filter(pulse::Column::PeriodId.eq(scope.period.id))
        .order_by_asc(Id)
        .into_tuple()
        .all(scope.db)
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let many = scope.units.nodes.len();
    let mut answers =
        Answers { atoms: vec![Atom::new(); many], at: (0..many).collect(), ids: vec![Vec::new(); many] };
    let (mut good, mut of) = (vec![[0.0; 4]; many], scope.none());
    for (id, department, connection, craft, trust, renewal) in rows {
        let at = scope.units.at(department);
        *answers.atoms[at].entry(0).or_default() += 1;
        answers.ids[at].push(id.0);
        of[at] += 1.0;
        for (sum, score) in good[at].iter_mut().zip([connection, craft, trust, renewal]) {
            *sum += f64::from(u8::from(score >= 4));
        }
    }
    publish(scope, draft, &SOURCE, (&answers, &(good, of)));
    Ok(())
}
