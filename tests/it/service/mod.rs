//! Promises to residents, what was measured of them, what residents think, and their thanks.

mod call_back;
mod chart;
pub mod compliment;
pub mod feedback;
mod import;
pub mod promise;
pub mod reading;

use chrono::NaiveDate;
use olievlek::domain::error::{Error, Refusal, Result};

use crate::house::TestHouse;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The fields that are wrong, with why.
fn wrong<T>(result: Result<T>) -> Vec<(&'static str, &'static str)> {
    match result {
        Err(Error::Invalid(fields)) => fields.iter().map(|field| (field.name, field.key)).collect(),
        Err(error) => panic!("{error}"),
        Ok(_) => Vec::new(),
    }
}

fn refused<T>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused(Refusal::NotPossibleNow)) => "not now",
        Err(Error::Refused(_)) => "refused",
        Err(Error::Forbidden) => "forbidden",
        Err(Error::Missing(_)) => "missing",
        Err(Error::Invalid(_) | Error::Broken(_)) => "otherwise",
        Ok(_) => "done",
    }
}

/// A page of the house as somebody reads it.
async fn shown(house: &TestHouse, who: entity::id::PersonId, path: &str) -> String {
    let page = house.browser_of(who).await.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    page.body
}
