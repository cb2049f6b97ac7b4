use entity::import::ImportKind::People;
use olievlek::domain::{
    error::{Error, Refusal},
    people::{import::Consent, person::full_name, placement, role},
};

use super::{by_email, changes, counts, load, load_with, some_departments};
use crate::house::TestHouse;

const HEADER: &str = "Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdelingscode;Leidinggevende;Datum in dienst;Datum uit dienst\n";
const PARTIAL: Consent = Consent { partial: true, many_leave: false };

fn hr(rows: &[&str]) -> String {
    HEADER.to_owned() + &rows.join("\n")
}

#[tokio::test]
async fn every_refused_row_is_named_with_line_and_reason() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let file = hr(&[
        "1;Ank;;Aal;ank@g.example;VERG;;01-01-2020;",
        "2;Bo;;;bo@g.example;VERG;;01-01-2020;",
        "3;Cas;;Cox;cas@g;VERG;;01-01-2020;",
        "4;Dex;;Dam;dex@g.example;NIX;;01-01-2020;",
        "5;Eva;;Eek;eva@g.example;VERG;;31-02-2020;",
        "6;Fay;;Fok;fay@g.example;VERG;;01-01-2020;31-12-2019",
        "1;Gus;;Gal;gus@g.example;VERG;;01-01-2020;",
        "8;Hans;;Haak;ANK@G.example;VERG;;01-01-2020;",
        ";Ina;;Ios;;VERG;;01-01-2020;",
        "10;Job;;Jas;job@g.example;VERG;;01-01-2020;;te veel",
    ]);

    let diff = load_with(&house, People, &file, PARTIAL).await.unwrap();

    let refused: Vec<_> = diff.refused.iter().map(|remark| (remark.line.unwrap(), &*remark.key)).collect();
    let expected = [
        (3, "no-surname"),
        (4, "address-malformed"),
        (5, "department-unknown"),
        (6, "date-impossible"),
        (7, "dates-reversed"),
        (8, "number-twice"),
        (9, "address-twice"),
        (10, "no-number-nor-address"),
        (11, "too-many-cells"),
    ];
    assert_eq!(refused, expected);
    assert_eq!(full_name(&by_email(&house, "ank@g.example").await), "Ank Aal");
    assert!(diff.refused[5].args.contains(&("first".into(), "2".into())));
}

#[tokio::test]
async fn one_refused_row_keeps_the_whole_file_out() {
    let house = TestHouse::new().await;
    some_departments(&house).await;

    let file = hr(&["1;Ank;;Aal;ank@g.example;VERG;;;", "2;Bo;;;bo@g.example;VERG;;;"]);

    assert!(matches!(
        load(&house, People, &file).await,
        Err(Error::Refused(Refusal::ImportRefused { rows: 1 }))
    ));
    let found = olievlek::domain::people::person::by_email(&house.db.reader, "ank@g.example").await.unwrap();
    assert!(found.is_none());
}

#[tokio::test]
async fn padding_other_case_no_address_and_an_unknown_manager_are_fine() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let file = hr(&[" 1 ; Ank ; van  de ; Aal ; ANK@G.Example ; verg ;99;2020-02-01;", "2;Bo;;Bos;;KCC;1;;"]);

    let diff = load(&house, People, &file).await.unwrap();

    assert_eq!(counts(&diff), [2, 0, 0, 0, 0, 0]);
    let ank = by_email(&house, "ank@g.example").await;
    assert_eq!((full_name(&ank).as_str(), ank.manager_id), ("Ank van de Aal", None));
    let warnings: Vec<_> = diff.warnings.iter().map(|remark| (remark.line.unwrap(), &*remark.key)).collect();
    assert_eq!(warnings, [(2, "manager-unknown")]);
    let roles = role::of_person(&house.db.reader, ank.id).await.unwrap();
    assert_eq!(roles.len(), 1, "Bo names Ank");
}

#[tokio::test]
async fn a_file_loaded_twice_changes_nothing() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let file = hr(&["1;Ank;;Aal;ank@g.example;VERG;2;01-01-2020;31-12-2027", "2;Bo;;Bos;;KCC;;;"]);
    load(&house, People, &file).await.unwrap();

    let again = load(&house, People, &file).await.unwrap();

    assert!(again.is_empty());
    assert_eq!(counts(&again), [0, 0, 0, 0, 2, 0]);
}

#[tokio::test]
async fn who_moves_keeps_history_with_the_old_department() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, hr(&["1;Ank;;Aal;ank@g.example;VERG;;01-01-2020;"])).await.unwrap();
    let ank = by_email(&house, "ank@g.example").await.id;
    let before = placement::of_person(&house.db.reader, ank).await.unwrap().remove(0);

    let diff = load(&house, People, hr(&["1;Ank;;Aal;ank@g.example;KCC;;01-01-2020;"])).await.unwrap();

    assert_eq!(counts(&diff), [0, 0, 0, 1, 0, 0]);
    let now = placement::of_person(&house.db.reader, ank).await.unwrap();
    assert_eq!(now.len(), 2);
    assert_eq!(now[0].starts_on.unwrap().to_string(), "2026-03-02");
    assert_eq!((now[1].id, now[1].ends_on.unwrap().to_string()), (before.id, "2026-03-01".into()));
}

#[tokio::test]
async fn whoever_changes_is_shown_from_old_to_new_with_departments_managers_and_days_by_name() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let bo = "2;Bo;;Bos;;KCC;;;";
    load(&house, People, hr(&["1;Ank;;Aal;ank@g.example;VERG;2;01-01-2020;", bo, "3;Cas;;Cox;;KCC;;;"]))
        .await
        .unwrap();

    let file =
        hr(&["1;Anke;;Aal;;KCC;4;01-02-2020;31-12-2027", bo, "3;Cas;;Cox;;KCC;;;", "4;Dex;van;Dam;;KCC;;;"]);
    let diff = load(&house, People, file).await.unwrap();

    let expected = [
        "name: Ank Aal -> Anke Aal",
        "email: ank@g.example -> nothing",
        "managerId: Bo Bos -> Dex van Dam",
        "employedFrom: 2020-01-01 -> 2020-02-01",
        "employedUntil: nothing -> 2027-12-31",
    ];
    assert_eq!(changes(&diff.changed), expected);
    assert_eq!(changes(&diff.moved), ["departmentId: Vergunningen -> Klantcontact"]);
}

#[tokio::test]
async fn a_name_that_is_only_written_in_other_columns_changes_without_two_equal_values() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, hr(&["1;Ank;;De Aal;;VERG;;;"])).await.unwrap();

    let diff = load(&house, People, hr(&["1;Ank;De;Aal;;VERG;;;"])).await.unwrap();

    assert_eq!(changes(&diff.changed), ["name changed"]);
}

#[tokio::test]
async fn who_gets_a_first_department_is_shown_with_it() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, hr(&["1;Ank;;Aal;;;;;"])).await.unwrap();

    let diff = load(&house, People, hr(&["1;Ank;;Aal;;VERG;;;"])).await.unwrap();

    assert_eq!(changes(&diff.changed), ["departmentId: nothing -> Vergunningen"]);
}

#[tokio::test]
async fn two_people_can_swap_addresses() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, hr(&["1;Ank;;Aal;a@g.example;VERG;;;", "2;Bo;;Bos;b@g.example;VERG;;;"]))
        .await
        .unwrap();

    let diff = load(&house, People, hr(&["1;Ank;;Aal;b@g.example;VERG;;;", "2;Bo;;Bos;a@g.example;VERG;;;"]))
        .await
        .unwrap();

    assert_eq!(counts(&diff), [0, 2, 0, 0, 0, 0]);
    assert_eq!(by_email(&house, "a@g.example").await.given_name, "Bo");
}

#[tokio::test]
async fn the_address_book_recognises_who_the_staff_file_brought_and_leaves_the_rest() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(
        &house,
        People,
        hr(&["1;Ank;van de;Aal;a@g.example;VERG;2;01-01-2020;", "2;Bo;;Bos;b@g.example;KCC;;;"]),
    )
    .await
    .unwrap();
    let book = "displayName,surname,mail,givenName,userType,jobTitle,department,accountEnabled,employeeId\n\
        Ank van de Aal,van de Aal,A@g.example,Ank,Member,Adviseur,vergunningen,True,\n\
        Bo Bos,Bos,b@g.example,Bo,Member,,Klantcontact,False,2\n\
        Kim Klein,Klein,kim@bureau.example,Kim,Guest,Trainer,,True,\n";

    let diff = load(&house, People, book).await.unwrap();

    assert_eq!(counts(&diff), [1, 2, 0, 0, 0, 0]);
    assert_eq!(
        (changes(&diff.changed[..1]), changes(&diff.changed[1..])),
        (vec!["jobTitle: nothing -> Adviseur".to_owned()], vec!["blocked: allowed -> blocked".to_owned()])
    );
    let (ank, bo) = (by_email(&house, "a@g.example").await, by_email(&house, "b@g.example").await);
    assert_eq!((ank.employee_number.as_deref(), ank.manager_id), (Some("1"), Some(bo.id)));
    assert!(ank.employed_from.is_some());
    assert_eq!(bo.blocked_at, Some(house.now()));
    assert_eq!(by_email(&house, "kim@bureau.example").await.kind.code(), "external");

    let opened = load(&house, People, book.replace("False", "True")).await.unwrap();
    assert_eq!(changes(&opened.changed), ["blocked: blocked -> allowed"]);
    assert!(by_email(&house, "b@g.example").await.blocked_at.is_none());
}

#[tokio::test]
async fn whoever_is_named_as_manager_heads_that_department_until_nobody_says_so() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    let file = [
        "1;Ank;;Aal;a@g.example;VERG;2;;",
        "2;Bo;;Bos;b@g.example;KCC;;;",
        "3;Cas;;Cox;c@g.example;VERG;4;;",
        "4;Dex;;Dam;d@g.example;KCC;;;",
    ];
    load(&house, People, hr(&file)).await.unwrap();
    let (bo, dex) = (by_email(&house, "b@g.example").await.id, by_email(&house, "d@g.example").await.id);
    let vergunningen = house.actor(bo).await.departments;
    assert_eq!((vergunningen.len(), &house.actor(dex).await.departments), (1, &vergunningen));

    load(&house, People, hr(&file).replace("VERG;4", "VERG;2")).await.unwrap();

    assert!(house.actor(bo).await.is_head());
    assert!(!house.actor(dex).await.is_head());
}

#[tokio::test]
async fn a_head_whom_a_person_appointed_stays_head() {
    let house = TestHouse::new().await;
    some_departments(&house).await;
    load(&house, People, hr(&["1;Ank;;Aal;a@g.example;VERG;2;;", "2;Bo;;Bos;b@g.example;KCC;;;"]))
        .await
        .unwrap();
    let bo = by_email(&house, "b@g.example").await.id;
    let department = house.actor(bo).await.departments[0];
    house.grant(bo, entity::role::RoleKind::DepartmentHead, Some(department)).await;

    load(&house, People, hr(&["1;Ank;;Aal;a@g.example;VERG;;;", "2;Bo;;Bos;b@g.example;KCC;;;"]))
        .await
        .unwrap();

    assert!(house.actor(bo).await.is_head());
}
