//! Ways in that lie about, on paper or in a guest's letter: whoever finds one comes to the person's own places. When the
//! person comes to more, they end.

use entity::{
    id::PersonId,
    sign_in::{self, Device},
    sign_in_code,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, sea_query::ExprTrait as _};

use super::{guest_link, sign_in::end};
use crate::domain::{change::Change, error::Result, event::Event};

/// Ends the printed code of somebody, unused links in guests' letters, and the browsers where either was used.
///
/// # Errors
/// When the database fails.
pub async fn end_all(change: &Change, person: PersonId) -> Result<()> {
    guest_link::end(change, person, None).await?;
    let code = sign_in_code::Entity::delete_by_id(person).exec(change.db()).await?;
    if code.rows_affected > 0 {
        change.record(Event::SignInCode { person, works: false }).await?;
    }
    let borrowed = sign_in::Column::Device.ne(Device::Own);
    end(change, sign_in::Column::PersonId.eq(person).and(borrowed)).await
}
