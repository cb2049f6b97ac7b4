//! A service promise to residents: what is measured, the target, and who answers for it.

use sea_orm::entity::prelude::*;

use crate::id::*;

crate::text_enum! {
    /// On which side of the target a promise is kept.
    Direction {
        AtLeast = "at-least",
        AtMost = "at-most",
    }
}

crate::text_enum! {
    /// What the figure of a promise is.
    PromiseUnit {
        /// Cases on time of all that were due, from 0 to 1.
        Share = "share",
        /// A number divided by another of the same kind, as a term by the legal term.
        Ratio = "ratio",
        /// How many there are.
        Count = "count",
        /// A grade from 1 to 10.
        Grade = "grade",
    }
}

crate::text_enum! {
    /// How long one period of a promise is.
    Every {
        Month = "month",
        Quarter = "quarter",
        Year = "year",
    }
}

crate::text_enum! {
    /// Where the readings of a promise come from.
    Origin {
        /// By form, file or the API.
        Entered = "entered",
        /// Counted from call-back requests.
        CallBacks = "call-backs",
        /// Counted from the grades that residents gave.
        Grades = "grades",
        /// Counted from the internal tasks of Open Klant, every night.
        OpenKlant = "open-klant",
        /// Measured on the cases of Open Zaak, every night.
        OpenZaak = "open-zaak",
    }
}

impl Origin {
    /// Whether it counts call-back requests, by file or from another system.
    #[must_use]
    pub const fn counts_call_backs(self) -> bool {
        matches!(self, Self::CallBacks | Self::OpenKlant)
    }

    /// Whether it is fetched from another system.
    #[must_use]
    pub const fn is_pulled(self) -> bool {
        matches!(self, Self::OpenKlant | Self::OpenZaak)
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "promise")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PromiseId,
    /// Short, unique, as in files and addresses: "N01".
    #[sea_orm(unique_key = "promise_code")]
    pub code: String,
    /// What residents read.
    pub text_nl: String,
    pub text_en: String,
    /// What is measured, in one line.
    pub indicator_nl: String,
    pub indicator_en: String,
    pub direction: Direction,
    /// A share from 0 to 1, or in the unit of the promise.
    pub target: f64,
    pub unit: PromiseUnit,
    /// How long one period of it is.
    pub every: Every,
    /// Where its readings come from.
    pub origin: Origin,
    /// Who answers for it; nothing: the whole organisation.
    pub department_id: Option<DepartmentId>,
    /// Who measures, and in what system; both may be empty.
    pub measured_by: String,
    pub data_source: String,
    /// Printed beside every figure.
    #[sea_orm(column_type = "Text")]
    pub definition_nl: String,
    #[sea_orm(column_type = "Text")]
    pub definition_en: String,
    /// Since when it is no promise any more; its readings stay.
    pub retired_on: Option<Date>,
    /// Goes up by one with each change, so that two who change at once see it.
    pub version: i32,
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
