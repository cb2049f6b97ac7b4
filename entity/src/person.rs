//! A person: staff from the HR file, or someone from outside.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// Staff comes and goes with the HR file; an external person does not.
    PersonKind {
        Staff = "staff",
        External = "external",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    pub kind: PersonKind,
    /// The number in the HR system.
    #[sea_orm(unique)]
    pub employee_number: Option<String>,
    pub given_name: String,
    /// Tussenvoegsel, such as "van der"; empty when there is none. Names sort on `surname` without it.
    pub prefix: String,
    pub surname: String,
    /// In lower case.
    #[sea_orm(unique)]
    pub email: Option<String>,
    pub job_title: String,
    pub manager_id: Option<PersonId>,
    pub employed_from: Option<Date>,
    /// The last day of employment.
    pub employed_until: Option<Date>,
    /// Since when this account may not sign in.
    pub blocked_at: Option<DateTimeUtc>,
    /// Chosen language, `nl` or `en`; nothing means the default.
    pub language: Option<String>,
    /// Since when letters bounce: nothing is mailed there until the address changes.
    pub bounced_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    /// Where somebody from outside comes from.
    pub agency: Option<String>,
    /// Since when nothing is left of this person but the row.
    pub erased_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
