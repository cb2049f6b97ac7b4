//! Writing a compared tree.

use std::sync::Arc;

use entity::department;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, sea_query::OnConflict};

use super::{SLICE, department_rows::remember, departments::Plan, run::Run, trace};
use crate::domain::{
    change::Change,
    error::{Error, Result},
};

/// Writes the plan, in one transaction: there are some hundreds of departments at most.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may import; when the database fails.
pub(in crate::domain) async fn departments(run: &Run<'_>, plan: &Plan) -> Result<()> {
    let import = run.import;
    let all = |change: Arc<Change>| async move {
        let ids: Vec<_> = plan.rows.iter().map(|row| row.id.0).collect();
        let before = trace::departments(change.db(), &ids).await?;
        write_rows(&change, plan).await?;
        trace::keep(&change, import, &before, &trace::departments(change.db(), &ids).await?).await
    };
    run.slice(plan.rows.len(), all).await
}

async fn write_rows(change: &Change, plan: &Plan) -> Result<()> {
    if !change.actor.may_import() {
        return Err(Error::Forbidden);
    }
    for slice in plan.rows.chunks(SLICE) {
        use department::Column::{Code, CostCentre, Id, Kind, Name, ParentId};
        let mut again = OnConflict::column(Id);
        again.update_columns([Code, Name, ParentId, Kind, CostCentre]);
        let rows = slice.iter().map(|row| row.clone().into_active_model().reset_all());
        remember(change, slice).await?;
        department::Entity::insert_many(rows).on_conflict(again).exec_without_returning(change.db()).await?;
    }
    Ok(())
}
