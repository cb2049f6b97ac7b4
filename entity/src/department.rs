//! A node of the one department tree: the organisation, a domain, a department or a team.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// What kind of node this is.
    DepartmentKind {
        Organisation = "organisation",
        Domain = "domain",
        Department = "department",
        Team = "team",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "department")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DepartmentId,
    /// Short code of the HR system, unique.
    #[sea_orm(unique)]
    pub code: String,
    pub name: String,
    pub parent_id: Option<DepartmentId>,
    pub kind: DepartmentKind,
    /// Where its costs are booked, as the finance system writes it.
    pub cost_centre: Option<String>,
    /// At most so many of the people placed here are away at the same time. Nothing: no such rule.
    pub cover_limit: Option<i32>,
    /// First day; nothing when unknown.
    pub begins_on: Option<Date>,
    /// Last day, when it was merged into another.
    pub ends_on: Option<Date>,
    /// The department it was merged into.
    pub successor_id: Option<DepartmentId>,
    #[sea_orm(self_ref, relation_enum = "Parent", from = "parent_id", to = "id")]
    pub parent: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
