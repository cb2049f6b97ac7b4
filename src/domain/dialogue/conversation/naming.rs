//! Whether a note names a colleague: notes name nobody, and whoever writes one is told when it does. Nothing of this is kept.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use entity::{id::*, person, person_word};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};

use crate::domain::{
    error::Result,
    people::{person::employed_on, placement},
    search,
};

/// Pairs of capitals in one text that are looked up; a text with more of them is a list of something else.
const MOST_PAIRS: usize = 60;
/// People with such a name who are read. Common surnames have more; who has both names is among the first.
const MOST_PEOPLE: u64 = 500;
/// Shorter words are initials.
const SHORTEST: usize = 2;

/// The words in each text that name somebody: a given or family name of whoever works in these teams on that day, or a given
/// name followed by a family name of anybody here. In the order of the alphabet, as they were written. At most two statements.
///
/// # Errors
/// When the database fails.
pub async fn names(
    db: &impl ConnectionTrait,
    (teams, day): (&[DepartmentId], NaiveDate),
    texts: &[&str],
) -> Result<Vec<Vec<String>>> {
    let words: Vec<_> = texts.iter().map(|text| capitals(text)).collect();
    if words.iter().all(Vec::is_empty) {
        return Ok(vec![Vec::new(); texts.len()]);
    }
    let team = of_team(db, teams, day).await?;
    let known = whole(db, words.iter().flat_map(|text| pairs(text))).await?;
    let found = |text: &Vec<Word<'_>>| {
        let mut found: BTreeSet<String> = text
            .iter()
            .filter(|word| team.contains(&search::fold(word.text)))
            .map(|word| word.text.to_owned())
            .collect();
        let named = pairs(text).filter(|(given, family)| known.contains(&folded(given, family)));
        found.extend(named.map(|(given, family)| format!("{given} {family}")));
        found.into_iter().collect()
    };
    Ok(words.iter().map(found).collect())
}

/// A word with a capital, and whether it could be the family name of the one before it.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    follows: bool,
}

/// The words with a capital. Between a given and a family name stand at most small words: "van der", "el".
fn capitals(text: &str) -> Vec<Word<'_>> {
    let (mut words, mut follows, mut end) = (Vec::new(), false, 0);
    for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let begin = word.as_ptr() as usize - text.as_ptr() as usize;
        let between = text.get(end..begin).unwrap_or_default();
        follows &= between.chars().all(|sign| sign == ' ' || sign == '\'' || sign == '’' || sign == '-');
        end = begin + word.len();
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if capital && word.chars().count() >= SHORTEST {
            words.push(Word { text: word, follows });
            follows = true;
        } else if word.chars().count() > 4 || capital {
            follows = false;
        }
    }
    words
}

fn pairs<'a>(words: &'a [Word<'a>]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let pair = |two: &'a [Word<'a>]| two[1].follows.then_some((two[0].text, two[1].text));
    words.windows(2).filter_map(pair).take(MOST_PAIRS)
}

fn folded(given: &str, family: &str) -> (String, String) {
    (search::fold(given), search::fold(family))
}

/// The names of whoever works in these teams, without the small words in them.
async fn of_team(
    db: &impl ConnectionTrait,
    teams: &[DepartmentId],
    day: NaiveDate,
) -> Result<HashSet<String>> {
    if teams.is_empty() {
        return Ok(HashSet::new());
    }
    let there = person::Column::Id.in_subquery(placement::in_departments(teams, day));
    let people =
        person::Entity::find().select_only().columns([person::Column::GivenName, person::Column::Surname]);
    let people: Vec<(String, String)> =
        people.filter(there).filter(employed_on(day)).into_tuple().all(db).await?;
    let words = people.iter().flat_map(|(given, surname)| [given, surname]).flat_map(|name| capitals(name));
    Ok(words.map(|word| search::fold(word.text)).collect())
}

/// Those of the pairs that are a given and a family name of one person.
async fn whole<'a>(
    db: &impl ConnectionTrait,
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<HashSet<(String, String)>> {
    let asked: HashSet<_> = pairs.map(|(given, family)| folded(given, family)).take(MOST_PAIRS).collect();
    if asked.is_empty() {
        return Ok(asked);
    }
    let with = |words: Vec<String>| {
        let of = person_word::Entity::find().select_only().column(person_word::Column::PersonId);
        of.filter(person_word::Column::Word.is_in(words)).into_query()
    };
    let (given, family): (Vec<_>, Vec<_>) = asked.iter().cloned().unzip();
    let people: Vec<(String, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::GivenName, person::Column::Surname])
        .filter(person::Column::Id.in_subquery(with(given)))
        .filter(person::Column::Id.in_subquery(with(family)))
        .limit(MOST_PEOPLE)
        .into_tuple()
        .all(db)
        .await?;
    let mut known = HashSet::new();
    for (given, surname) in &people {
        for family in capitals(surname) {
            known.extend(capitals(given).iter().map(|one| folded(one.text, family.text)));
        }
    }
    known.retain(|pair| asked.contains(pair));
    Ok(known)
}
