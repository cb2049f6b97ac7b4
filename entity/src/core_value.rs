//! The core values that conversations and workshops are about.

use sea_orm::entity::prelude::*;

crate::text_enum! {
    /// The four core values.
    CoreValue {
        Connection = "verbinding",
        Craft = "vakmanschap",
        Trust = "vertrouwen",
        Renewal = "vernieuwing",
    }
}
