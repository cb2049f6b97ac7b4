use entity::import::ImportKind;
use olievlek::domain::{
    error::{Error, Refusal},
    people::{department, import::Consent},
};

use super::{changes, counts, load, load_with};
use crate::house::TestHouse;

#[tokio::test]
async fn a_department_that_moves_is_shown_with_the_names_of_both_departments_above_it() {
    let house = TestHouse::new().await;
    let tree = "code;naam;bovenliggend;soort\nA;Alfa;;domein\nB;Beta;;domein\nC;Gamma;A;afdeling\n";
    load(&house, ImportKind::Departments, tree).await.unwrap();

    let diff = load(&house, ImportKind::Departments, tree.replace("Gamma;A;afdeling", "Gamma;B;team"))
        .await
        .unwrap();

    assert_eq!(changes(&diff.changed), ["parentId: Alfa -> Beta", "kind: department -> team"]);
}

#[tokio::test]
async fn a_parent_may_come_later_in_the_file() {
    let house = TestHouse::new().await;
    let file = "code;naam;bovenliggend;soort\nTEL;Telefoon;kcc;team\nKCC;Klantcontact;GEM;afdeling\nGEM;Gemeente;;organisatie\n";

    let diff = load(&house, ImportKind::Departments, file).await.unwrap();

    assert_eq!(counts(&diff), [3, 0, 0, 0, 0, 0]);
    let tree = department::tree(&house.db.reader).await.unwrap();
    let codes: Vec<_> = tree.nodes().iter().map(|node| (node.depth, node.department.code.clone())).collect();
    assert_eq!(codes, [(0, "GEM".into()), (1, "KCC".into()), (2, "TEL".into())]);
    let again = load(&house, ImportKind::Departments, file).await.unwrap();
    assert_eq!(counts(&again), [0, 0, 0, 0, 3, 0]);
}

#[tokio::test]
async fn departments_in_a_circle_and_those_below_an_unknown_one_are_refused() {
    let house = TestHouse::new().await;
    let file = "code;naam;bovenliggend;soort\nA;A;B;team\nB;B;A;team\nC;C;A;team\nD;D;X;team\nE;E;D;team\nF;F;;team\n;G;;team\nH;;;team\nF;nog een;;team\nI;I;;clan\n";

    let refused = load(&house, ImportKind::Departments, file).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::ImportRefused { rows: 9 }))));
    assert!(department::list(&house.db.reader).await.unwrap().is_empty());

    let consent = Consent { partial: true, ..Consent::default() };
    let diff = load_with(&house, ImportKind::Departments, file, consent).await.unwrap();
    let refused: Vec<_> = diff.refused.iter().map(|remark| (remark.line.unwrap(), &*remark.key)).collect();
    assert_eq!(
        refused,
        [
            (2, "parent-circle"),
            (3, "parent-circle"),
            (4, "parent-unknown"),
            (5, "parent-unknown"),
            (6, "parent-unknown"),
            (8, "no-code"),
            (9, "no-name"),
            (10, "code-twice"),
            (11, "kind-unknown"),
        ]
    );
    assert_eq!(department::list(&house.db.reader).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_department_cannot_be_put_below_its_own_team_by_a_later_file() {
    let house = TestHouse::new().await;
    load(&house, ImportKind::Departments, "code;naam;bovenliggend\nKCC;Klantcontact;\nTEL;Telefoon;KCC\n")
        .await
        .unwrap();

    let refused =
        load(&house, ImportKind::Departments, "code;naam;bovenliggend\nKCC;Klantcontact;TEL\n").await;

    assert!(matches!(refused, Err(Error::Refused(Refusal::ImportRefused { rows: 1 }))));
}

#[tokio::test]
async fn a_file_without_kinds_and_parents_leaves_them_as_they_are() {
    let house = TestHouse::new().await;
    load(
        &house,
        ImportKind::Departments,
        "code;naam;bovenliggend;soort\nGEM;Gemeente;;organisatie\nKCC;KCC;GEM;domein\n",
    )
    .await
    .unwrap();

    let diff = load(&house, ImportKind::Departments, "code;naam\nkcc;Klantcontact\n").await.unwrap();

    assert_eq!(diff.changed[0].fields[0].field, "name");
    let all = department::list(&house.db.reader).await.unwrap();
    let kcc = all.iter().find(|department| department.code == "KCC").unwrap();
    assert!(kcc.parent_id.is_some());
    assert_eq!((kcc.name.as_str(), kcc.kind.code()), ("Klantcontact", "domain"));
}
