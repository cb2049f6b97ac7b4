//! A staff file shuts out neither whoever applies it nor the last administrator.

use entity::{id::*, import::ImportKind::People, person, role::RoleKind};
use olievlek::domain::{
    actor::Actor,
    error::{Error, Refusal, Result},
    learning::import::{self, undo},
    people::{
        import::{Consent, Diff, upload},
        person as people, placement,
    },
};
use sea_orm::{ActiveModelTrait as _, Set};

use super::{by_email, counts};
use crate::house::TestHouse;

/// Both boxes ticked.
const ALL: Consent = Consent { partial: true, many_leave: true };
const HEADER: &str =
    "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode;Datum in dienst;Datum uit dienst;Actief\n";
const STRANGER: &str = "9001;Bo;Bos;bo.bos@gemeente.example;VERG;;;\n";
const IRIS: &str = "T-Iris de Wit;Iris;Wit;";

/// A file with these rows, kept and applied.
async fn apply(house: &TestHouse, actor: &Actor, rows: &str) -> Result<(ImportId, Diff)> {
    let file = &format!("{HEADER}{rows}");
    let keep = |change: std::sync::Arc<_>| async move {
        upload::keep(&change, People, "personeel.csv", file.as_bytes()).await
    };
    let id = house.write(actor, keep).await?;
    Ok((id, import::apply(house, actor, id, ALL).await?))
}

async fn person(house: &TestHouse, id: PersonId) -> person::Model {
    people::find(&house.db.reader, id).await.unwrap()
}

async fn works_here(house: &TestHouse, id: PersonId) -> bool {
    let today = house.policy.day(house.now());
    let placed = !placement::departments(&house.db.reader, id, today).await.unwrap().is_empty();
    people::actor(&house.db.reader, id, today).await.is_ok() && placed
}

/// What is told of who stays.
fn kept(diff: &Diff) -> Vec<(&str, &str)> {
    diff.kept.iter().map(|remark| (&*remark.key, remark.args[0].1.as_str())).collect()
}

#[tokio::test]
async fn whoever_applies_a_file_that_names_nobody_of_the_house_stays() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.sem, RoleKind::Administrator, None).await;
    let iris = house.actor(named.administrator).await;

    let (_, diff) = apply(&house, &iris, STRANGER).await.unwrap();

    assert_eq!(kept(&diff), [("keeps-you", "Iris de Wit")]);
    assert_eq!(counts(&diff)[..3], [1, 0, 6], "everybody else left, the other administrator too");
    assert!(works_here(&house, named.administrator).await);
    assert!(!works_here(&house, named.sem).await);
}

#[tokio::test]
async fn the_operator_lets_go_of_administrators_but_not_of_the_last_ones() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.sem, RoleKind::Administrator, None).await;

    let (_, diff) = apply(&house, &Actor::operator(), STRANGER).await.unwrap();

    assert_eq!(kept(&diff), [("keeps-administrators", "Sem Bakker, Iris de Wit")]);
    assert!(works_here(&house, named.administrator).await && works_here(&house, named.sem).await);
    assert!(!works_here(&house, named.fenna).await);

    let rows = STRANGER.to_owned() + "T-Sem Bakker;Sem;Bakker;sem.bakker@gemeente.example;VERG;;;\n";
    let (_, diff) = apply(&house, &Actor::operator(), &rows).await.unwrap();
    assert_eq!(kept(&diff), [], "Sem goes on");
    assert!(!works_here(&house, named.administrator).await);
}

#[tokio::test]
async fn an_administrator_from_outside_is_enough_to_go_on_unless_they_cannot_sign_in() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.trainer, RoleKind::Administrator, None).await;
    let block =
        |at| person::ActiveModel { id: Set(named.trainer), blocked_at: Set(at), ..Default::default() };
    block(Some(house.now())).update(&house.db.writer).await.unwrap();

    let (_, diff) = apply(&house, &Actor::operator(), STRANGER).await.unwrap();
    assert_eq!(kept(&diff), [("keeps-administrator", "Iris de Wit")]);

    block(None).update(&house.db.writer).await.unwrap();
    let (_, diff) = apply(&house, &Actor::operator(), STRANGER).await.unwrap();
    assert_eq!((kept(&diff), diff.left.len()), (Vec::new(), 1));
    assert!(!works_here(&house, named.administrator).await);
}

#[tokio::test]
async fn a_row_that_would_shut_out_whoever_applies_it_changes_the_rest() {
    for shut_out in [
        "iris.wit@gemeente.example;VERG;;01-03-2026;",
        "iris.wit@gemeente.example;VERG;01-01-2027;;",
        "iris.wit@gemeente.example;VERG;;;nee",
        ";VERG;;;",
    ] {
        let house = TestHouse::new().await;
        let named = house.named().await;
        let iris = house.actor(named.administrator).await;
        // Somebody new asks for the address that Iris keeps or gives up.
        let new = "9001;Bo;Bos;iris.de.wit@gemeente.example;VERG;;;\n";

        let (_, diff) = apply(&house, &iris, &format!("{IRIS}{shut_out}\n{new}")).await.unwrap();

        assert_eq!(kept(&diff), [("keeps-you", "Iris de Wit")], "{shut_out}");
        let after = person(&house, named.administrator).await;
        assert_eq!((after.surname.as_str(), after.employed_until, after.blocked_at), ("Wit", None, None));
        assert!(after.email.is_some(), "{shut_out}");
        assert!(works_here(&house, named.administrator).await, "{shut_out}");
        let moved =
            placement::departments(&house.db.reader, named.administrator, "2026-03-02".parse().unwrap());
        assert_eq!(moved.await.unwrap(), [named.permits], "{shut_out}");
    }
}

#[tokio::test]
async fn the_last_day_of_the_last_administrator_is_written_when_it_is_to_come_and_warned_of() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    let row = format!("{IRIS}iris.de.wit@gemeente.example;VERG;;30-06-2026;\n");

    let (_, diff) = apply(&house, &iris, &row).await.unwrap();

    let warned = &diff.warnings[0];
    assert_eq!((&*warned.key, warned.line), ("last-administrator-leaves", Some(2)));
    assert_eq!(warned.args[0].1, "30-06-2026");
    let after = person(&house, named.administrator).await;
    assert_eq!((kept(&diff), after.employed_until), (Vec::new(), "2026-06-30".parse().ok()));

    house.grant(named.trainer, RoleKind::Administrator, None).await;
    let (_, diff) = apply(&house, &iris, &row).await.unwrap();
    assert!(diff.warnings.is_empty(), "Tess goes on");
}

#[tokio::test]
async fn undoing_an_import_takes_access_from_nobody_who_administers_by_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let operator = Actor::operator();
    let sem = |until: &str| {
        format!(
            "T-Sem Bakker;Sem;Bakker;sem.bakker@gemeente.example;VERG;;{until};\n{IRIS}iris.de.wit@gemeente.example;VERG;;;\n"
        )
    };
    apply(&house, &operator, &sem("01-03-2026")).await.unwrap();
    house.pass(chrono::TimeDelta::minutes(1));
    let (back, _) = apply(&house, &operator, &sem("")).await.unwrap();
    house.grant(named.sem, RoleKind::Administrator, None).await;
    let undone = async |actor: &Actor| {
        house.write(actor, |change| async move { undo::undo(&change, back).await }).await
    };
    let by_sem = undone(&house.actor(named.sem).await).await;
    assert!(matches!(by_sem, Err(Error::Refused(Refusal::ShutsYouOut))), "{by_sem:?}");

    let iris = by_email(&house, "iris.de.wit@gemeente.example").await;
    let gone =
        person::ActiveModel { id: Set(iris.id), blocked_at: Set(Some(house.now())), ..Default::default() };
    gone.update(&house.db.writer).await.unwrap();
    let by_operator = undone(&operator).await;
    assert!(matches!(by_operator, Err(Error::Refused(Refusal::LastAdministrator))), "{by_operator:?}");
    assert!(works_here(&house, named.sem).await);
}

#[tokio::test]
async fn nobody_ends_the_employment_of_the_last_administrator() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let day = "2026-03-01".parse().unwrap();
    let leave = async |people: &[PersonId]| {
        let verb = |change: std::sync::Arc<_>| async move { people::leave(&change, people, day).await };
        house.write(&Actor::operator(), verb).await
    };
    let refused = leave(&[named.fenna, named.administrator]).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::LastAdministrator))), "{refused:?}");
    assert!(works_here(&house, named.fenna).await);
    house.grant(named.sem, RoleKind::Administrator, None).await;
    let both = leave(&[named.sem, named.administrator]).await;
    assert!(matches!(both, Err(Error::Refused(Refusal::LastAdministrator))), "{both:?}");
    leave(&[named.fenna, named.administrator]).await.unwrap();
}
