//! What of somebody who kept the list of themes goes when they are erased.

use entity::{id::*, theme_version};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};

use crate::domain::{change::Change, error::Result};

/// That they renamed a theme.
pub(in crate::domain) async fn forget(change: &Change, person: PersonId) -> Result<()> {
    theme_version::Entity::update_many()
        .col_expr(theme_version::Column::ChangedBy, Expr::value(Option::<PersonId>::None))
        .filter(theme_version::Column::ChangedBy.eq(person))
        .exec(change.db())
        .await?;
    Ok(())
}
