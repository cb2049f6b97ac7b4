//! Letters about improvements: what is true when they leave.

use entity::id::PersonId;

use crate::{
    domain::{
        change::House,
        dialogue::improvement::told,
        error::{Error, Result},
        people::reader::{self, Reader},
        task::Letter,
    },
    mail::letter::About,
};

/// To whom, and what there is to tell; whoever has no address of their own hears it through somebody else.
pub(super) async fn told(house: &House, letter: Letter) -> Result<(Option<Reader>, About)> {
    let (db, today) = (&house.db.reader, house.policy.day(house.now()));
    let (person, told) = match letter {
        Letter::IdeaAnswered { person, improvement } | Letter::ImprovementDone { person, improvement } => {
            (person, told::news(db, improvement, today).await?)
        }
        Letter::ImprovementOwned { person, improvement } => {
            (person, told::to_do(db, person, &[improvement], today).await?)
        }
        Letter::ImprovementsToDo { person, improvements } => {
            (person, told::to_do(db, person, &improvements, today).await?)
        }
        Letter::IdeasToAnswer { person, ideas } => (person, told::to_answer(db, &ideas, today).await?),
        // Nobody asks about any other.
        _ => return Err(Error::Missing("letter")),
    };
    Ok((reader_of(house, person).await?, About::Improvement(Box::new(told))))
}

async fn reader_of(house: &House, person: PersonId) -> Result<Option<Reader>> {
    reader::of(&house.db.reader, person, house.now()).await
}
