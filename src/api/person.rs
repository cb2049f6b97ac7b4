//! People: who works here.

use chrono::NaiveDate;
use poem_openapi::{Object, OpenApi, param::Query, payload::Json};
use uuid::Uuid;

use super::{caller::Caller, list::List, problem::Problem, service::Tag};
use crate::domain::{
    page::Window,
    people::{
        directory::{self, Entry, Filter},
        person::full_name,
    },
};

/// A person: staff, or from outside.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Person {
    pub id: Uuid,
    pub name: String,
    /// Null for who has none.
    pub email: Option<String>,
    /// Where this person works today.
    pub department_id: Option<Uuid>,
    /// The last day, when it is known.
    pub employed_until: Option<NaiveDate>,
}

impl From<Entry> for Person {
    fn from(Entry { person, departments }: Entry) -> Self {
        Self {
            id: person.id.0,
            name: full_name(&person),
            department_id: departments.first().map(|id| id.0),
            employed_until: person.employed_until,
            email: person.email,
        }
    }
}

/// The operations on people.
pub struct People;

#[OpenApi(tag = "Tag::People")]
impl People {
    /// People by surname, also those who left.
    #[oai(path = "/people", method = "get", operation_id = "list-people")]
    async fn list(
        &self,
        caller: Caller,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
        /// Exactly this mail address, in any case.
        email: Query<Option<String>>,
    ) -> Result<Json<List<Person>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let filter = Filter { email: email.0, all: true, ..Filter::default() };
        let house = &caller.house;
        let today = house.policy.day(house.now());
        let page = directory::list(&house.db.reader, &caller.actor, &filter, &window, today).await?;
        Ok(List::of(page, Person::from))
    }
}
