//! How the last pull of a promise from another system went. Only numbers: nothing of a task or a case is kept.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// Why nothing came in.
    Failure {
        /// The settings name no such system.
        NotConnected = "not-connected",
        /// No connection, or none that can be trusted.
        Unreachable = "unreachable",
        /// No whole answer in time.
        Late = "late",
        /// The token or the secret is not good enough.
        Refused = "refused",
        /// It sent us to another address, which is not followed.
        Moved = "moved",
        /// There is no such thing at this address.
        NotThere = "not-there",
        /// It says that it failed, or that it does not know the question.
        Broken = "broken",
        /// An answer is larger than any honest one.
        TooLarge = "too-large",
        /// More pages than any honest list has.
        TooMany = "too-many",
        /// The answer has another shape.
        Unreadable = "unreadable",
        /// The next page would be at another address.
        Elsewhere = "elsewhere",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "promise_pull")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub promise_id: PromiseId,
    /// The last that came in whole; what follows is of that one.
    pub pulled_at: Option<DateTimeUtc>,
    /// First and last day that it counted.
    pub from_day: Option<Date>,
    pub until_day: Option<Date>,
    /// What was read; of those: what counts, what of that is of no department that the house knows, what is not due yet, and what
    /// could not be used.
    pub seen: i32,
    pub counted: i32,
    pub unknown: i32,
    pub to_come: i32,
    pub unusable: i32,
    /// The last that failed, and why; stays when a later one succeeds.
    pub failed_at: Option<DateTimeUtc>,
    pub failure: Option<Failure>,
    #[sea_orm(belongs_to, from = "promise_id", to = "id", on_delete = "Cascade")]
    pub promise: BelongsTo<super::promise::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
