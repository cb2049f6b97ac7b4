//! That there is enough to ask about: of every kind one's own and somebody else's, each going on and finished.

use std::collections::BTreeSet;

use super::{
    rule::{self, Kind, Thing},
    world::World,
};

/// What a kind can lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// It is nobody's in particular.
    Owner,
    /// It does not end.
    End,
    /// What is finished has one owner, or none.
    EndedOwner,
}

use Lack::{End, EndedOwner, Owner};

/// Every kind that has no owner or no end, and why.
const LACKS: &[(Kind, Lack, &str)] = &[
    (Kind::Theme, Owner, "the list is everybody's"),
    (Kind::Import, Owner, "only administrators load files, and each sees all"),
    (Kind::Failed, Owner, "whoever sees letters sees all"),
    (Kind::Track, Owner, "planners keep all of them"),
    (Kind::CheckIn, Owner, "whoever is in the room reads it from the screen"),
    (Kind::Period, Owner, "of the whole organisation"),
    (Kind::Poster, Owner, "whoever comes by fills it in"),
    (Kind::FeedbackForm, Owner, "who measures keeps all of them"),
    (Kind::SetUpLink, Owner, "opened before anybody is there"),
    (Kind::SetUpLink, End, "opens nothing as soon as there is an administrator, who is in this world"),
    (Kind::Person, EndedOwner, "who has left is of no department any more, and signs in nowhere"),
    (Kind::Letter, End, "a copy of what has left already"),
    (Kind::Unit, End, "published figures stay"),
    (Kind::Compliment, End, "who is told of it can always be changed"),
    (Kind::Text, Owner, "of the organisation"),
    (Kind::Text, End, "a text of ours, or another in its place"),
    (Kind::ValueText, Owner, "of the organisation"),
    (Kind::ValueText, End, "a text of ours, or another in its place"),
    (Kind::Threshold, Owner, "of the organisation"),
    (Kind::Threshold, End, "a number that holds until there is another"),
    (Kind::Measure, Owner, "of the organisation"),
    (Kind::Measure, End, "an explanation of ours"),
];

/// Whose something is: who may find one thing and not the other.
fn owner(thing: &Thing) -> impl PartialEq + use<> {
    (thing.of, thing.works, thing.givers)
}

fn is_owned(thing: &&Thing) -> bool {
    thing.of.is_some() || !thing.works.is_empty() || !thing.givers.is_empty()
}

/// Whether there is one's own and somebody else's.
fn of_two(things: &[&Thing]) -> bool {
    let mine = things.iter().copied().find(is_owned);
    mine.is_some_and(|mine| things.iter().any(|thing| owner(thing) != owner(mine)))
}

/// What is missing of a kind.
fn lacks(things: &[Thing]) -> Vec<Lack> {
    let there: Vec<_> = things.iter().filter(|thing| thing.there).collect();
    let over: Vec<_> = things.iter().filter(|thing| thing.over).collect();
    let ended = !over.is_empty() && there.iter().any(|thing| !thing.over);
    let ends_for_two = !of_two(&there) || !ended || of_two(&over);
    let missing = [(Owner, !of_two(&there)), (End, !ended), (EndedOwner, !ends_for_two)];
    missing.into_iter().filter_map(|(lack, is)| is.then_some(lack)).collect()
}

#[tokio::test]
async fn of_every_kind_there_is_ones_own_and_anothers_going_on_and_finished() {
    let world = World::new().await;
    let kinds: BTreeSet<_> = rule::RULES.iter().map(|(_, kind, _)| *kind).collect();
    let mut wrong = Vec::new();
    for kind in &kinds {
        let found = lacks(&world.of(*kind));
        for lack in [Owner, End, EndedOwner] {
            let told = LACKS.iter().any(|(of, one, _)| (of, one) == (kind, &lack));
            if told != found.contains(&lack) {
                wrong.push(format!("{kind:?}: {lack:?} is {}", if told { "there" } else { "missing" }));
            }
        }
    }
    let things = world.things.iter().filter(|thing| kinds.contains(&thing.kind)).count();
    println!(
        "{things} things of {} kinds, {} of them finished",
        kinds.len(),
        world.things.iter().filter(|thing| thing.over).count()
    );
    assert!(wrong.is_empty(), "make one in tests/it/permission, or say here why not: {wrong:#?}");
    assert!(things >= 190, "{things}");
}
