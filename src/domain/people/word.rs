//! The words by which somebody is found: name, number, agency and mail address, in an index. Whoever writes one of those
//! calls `keep` in the same change; with a person who goes, the database takes the words.

use entity::{id::PersonId, person_word};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, sea_query::SelectStatement,
};

use super::person::Person;
use crate::domain::{change::Change, error::Result, search};

/// Keeps the words of these people as they are now: two statements, however many they are.
///
/// # Errors
/// When the database fails.
pub(in crate::domain) async fn keep<'a>(
    change: &Change,
    people: impl IntoIterator<Item = &'a Person>,
) -> Result<()> {
    let (mut ids, mut rows): (Vec<PersonId>, _) = (Vec::new(), Vec::new());
    for person in people {
        ids.push(person.id);
        let surname = || Set(person.surname.clone());
        let row = |word| person_word::ActiveModel {
            person_id: Set(person.id),
            word: Set(word),
            surname: surname(),
        };
        rows.extend(search::words(&known_by(person)).into_iter().map(row));
    }
    let theirs = person_word::Column::PersonId.is_in(ids);
    person_word::Entity::delete_many().filter(theirs).exec(change.db()).await?;
    if !rows.is_empty() {
        person_word::Entity::insert_many(rows).exec_without_returning(change.db()).await?;
    }
    Ok(())
}

/// Staff is looked for by number, who comes from outside by agency.
fn known_by(person: &Person) -> String {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = person.employee_number.clone().unwrap_or_else(|| or_empty(&person.agency));
    [&*person.given_name, &*person.prefix, &*person.surname, &*number, &*or_empty(&person.email)].join(" ")
}

/// Who has a word that begins like this, for a filter on people; somebody with two such words twice.
pub(super) fn beginning(text: &str) -> SelectStatement {
    use person_word::Column::{PersonId, Word};
    let found = person_word::Entity::find().select_only().column(PersonId);
    found.filter(Word.gte(text)).filter(Word.lt(search::behind(text))).into_query()
}
