use entity::role::RoleKind;
use olievlek::domain::{
    error::{Error, Refusal},
    people::{department, role},
};

use crate::house::TestHouse;

#[tokio::test]
async fn a_head_sees_the_department_and_all_below_it() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    house.grant(named.noor, RoleKind::DepartmentHead, Some(named.counter)).await;

    let noor = house.actor(named.noor).await;

    assert!(noor.is_head());
    assert!(noor.departments.contains(&named.counter) && noor.departments.contains(&named.phone_team));
    assert!(!noor.departments.contains(&named.permits));
    assert_eq!(noor.departments.len(), 2);
}

#[tokio::test]
async fn the_last_administrator_keeps_the_role() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    let grants = role::of_person(&house.db.reader, named.administrator).await.unwrap();
    let id = grants[0].id;

    let refused = house
        .write(&iris, |change| async move { role::revoke(&change, named.administrator, id).await })
        .await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::LastAdministrator))));

    house.grant(named.sem, RoleKind::Administrator, None).await;
    house
        .write(&iris, |change| async move { role::revoke(&change, named.administrator, id).await })
        .await
        .unwrap();
    assert!(house.actor(named.administrator).await.roles.is_empty());
}

#[tokio::test]
async fn an_employee_gives_nobody_a_role() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let fenna = house.actor(named.fenna).await;
    let new = role::NewGrant { person: named.fenna, role: RoleKind::Administrator, department: None };

    let answer = house.write(&fenna, |change| async move { role::grant(&change, new).await }).await;

    assert!(matches!(answer, Err(Error::Forbidden)));
}

#[tokio::test]
async fn every_grant_says_who_gave_it_and_when() {
    let house = TestHouse::new().await;
    let named = house.named().await;
    let iris = house.actor(named.administrator).await;
    let new = role::NewGrant { person: named.sem, role: RoleKind::Editor, department: None };
    house.write(&iris, |change| async move { role::grant(&change, new).await }).await.unwrap();

    let grants = role::grants(&house.db.reader).await.unwrap();

    let editor = grants.iter().find(|grant| grant.role == RoleKind::Editor).unwrap();
    assert_eq!(editor.granted_by, Some(named.administrator));
    assert_eq!(editor.granted_at, house.now());
    assert_eq!(editor.person.id, named.sem);
}

#[tokio::test]
async fn the_tree_reads_from_the_top_down() {
    let house = TestHouse::new().await;
    house.named().await;

    let tree = department::tree(&house.db.reader).await.unwrap();

    let lines: Vec<_> = tree.nodes().iter().map(|node| (node.depth, node.department.code.clone())).collect();
    let expected =
        [(0, "GEM"), (1, "KCC"), (2, "TEL"), (1, "VERG")].map(|(depth, code)| (depth, code.to_owned()));
    assert_eq!(lines, expected);
}
