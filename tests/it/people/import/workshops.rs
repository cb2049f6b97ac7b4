use entity::import::ImportKind::Workshops;
use olievlek::domain::{
    learning::workshop::{self, Filter},
    page::Window,
    people::import::Consent,
};

use super::{changes, counts, load, load_with};
use crate::house::TestHouse;

const HEADER: &str = "code;titel;kernwaarden;vorm;duur_minuten;dagdelen;min_deelnemers;max_deelnemers;doelgroep;aanbod;leerdoelen\n";

#[tokio::test]
async fn a_workshop_from_a_file_is_published_with_values_goals_and_form() {
    let house = TestHouse::new().await;
    let file = HEADER.to_owned()
        + "W1;Taal;vertrouwen, vakmanschap;hybride;150;2;6;12;iedereen;gericht;Je leest|Je schrijft\n";

    load(&house, Workshops, &file).await.unwrap();

    let item = workshop::list(&house.db.reader, &Filter::default(), &Window::default())
        .await
        .unwrap()
        .items
        .remove(0);
    assert_eq!(
        item.values.iter().map(|value| value.code()).collect::<Vec<_>>(),
        ["vakmanschap", "vertrouwen"]
    );
    let found = item.workshop;
    assert_eq!(
        [found.state.code(), found.form.code(), found.offering.code()],
        ["published", "hybrid", "targeted"]
    );
    assert_eq!(
        (found.duration_minutes, found.parts, found.minimum, found.maximum),
        (150, 2, Some(6), Some(12))
    );
    assert_eq!(found.goals, "Je leest\nJe schrijft");
    assert!(load(&house, Workshops, &file).await.unwrap().is_empty());
    let renamed = load(&house, Workshops, "code;titel\nw1;Heldere taal\n").await.unwrap();
    assert_eq!(changes(&renamed.changed), ["title: Taal -> Heldere taal"]);
}

#[tokio::test]
async fn a_workshop_that_changes_shows_short_fields_from_old_to_new_and_only_names_long_texts() {
    let house = TestHouse::new().await;
    let header = "code;titel;samenvatting;beschrijving;kernwaarden;vorm;duur_minuten;max_deelnemers;doelgroep;aanbod;leerdoelen\n";
    let before = "W1;Taal;Kort;Een lang verhaal.;vertrouwen;online;90;;iedereen;vrij;Je leest\n";
    let after = "W1;Taal;Korter;Een ander verhaal.;vakmanschap,vernieuwing;hybride;120;12;schrijvers;gericht;Je schrijft\n";
    load(&house, Workshops, header.to_owned() + before).await.unwrap();

    let diff = load(&house, Workshops, header.to_owned() + after).await.unwrap();

    let expected = [
        "summary: Kort -> Korter",
        "description changed",
        "goals changed",
        "values: vertrouwen -> vakmanschap, vernieuwing",
        "form: online -> hybrid",
        "durationMinutes: 90 -> 120",
        "maximum: nothing -> 12",
        "audience: iedereen -> schrijvers",
        "offering: open -> targeted",
    ];
    assert_eq!(changes(&diff.changed), expected);
}

#[tokio::test]
async fn a_wrong_row_of_the_catalogue_is_named_with_its_reason() {
    let house = TestHouse::new().await;
    let row = |code: &str, value: &str, form: &str, minutes: &str, offering: &str| {
        format!("{code};Titel;{value};{form};{minutes};1;2;10;iedereen;{offering};\n")
    };
    let file = HEADER.to_owned()
        + &row("W1", "vertrouwen", "online", "90", "vrij")
        + &row("", "vertrouwen", "online", "90", "vrij")
        + &row("W3", "moed", "online", "90", "vrij")
        + &row("W4", "vertrouwen", "in de tuin", "90", "vrij")
        + &row("W5", "vertrouwen", "online", "anderhalf uur", "vrij")
        + &row("W6", "vertrouwen", "online", "90", "soms")
        + &row("w1", "vertrouwen", "online", "90", "vrij")
        + &row("W8", "vertrouwen", "online", "0", "vrij");

    let diff =
        load_with(&house, Workshops, file, Consent { partial: true, many_leave: false }).await.unwrap();

    assert_eq!(counts(&diff)[0], 1);
    let refused: Vec<_> = diff.refused.iter().map(|remark| (remark.line.unwrap(), &*remark.key)).collect();
    let expected = [
        (3, "no-code"),
        (4, "value-unknown"),
        (5, "form-unknown"),
        (6, "number-malformed"),
        (7, "offering-unknown"),
        (8, "code-twice"),
        (9, "field-wrong"),
    ];
    assert_eq!(refused, expected);
}

#[tokio::test]
async fn languages_and_picture_come_from_a_file_that_has_them_and_stay_with_one_that_has_not() {
    let house = TestHouse::new().await;
    let found = async || {
        let page = workshop::list(&house.db.reader, &Filter::default(), &Window::default()).await.unwrap();
        let row = page.items.into_iter().next().unwrap().workshop;
        (row.languages, row.cover.map(entity::workshop::Cover::code))
    };
    let file = "code;titel;talen;plaatje\nW1;Taal;Engels, nl;Gesprek\n";
    load(&house, Workshops, file).await.unwrap();
    assert_eq!(found().await, ("nl,en".into(), Some("conversation")));
    assert!(load(&house, Workshops, file).await.unwrap().is_empty(), "a second time nothing changes");

    load(&house, Workshops, "code;titel\nW1;Heldere taal\n").await.unwrap();
    assert_eq!(found().await, ("nl,en".into(), Some("conversation")));

    let diff = load(&house, Workshops, "code;titel;talen;plaatje\nW1;Heldere taal;;\n").await.unwrap();
    assert_eq!(changes(&diff.changed), ["languages: nl, en -> nl", "cover: conversation -> nothing"]);
    assert_eq!(found().await, ("nl".into(), None));

    let wrong = "code;titel;talen;plaatje\nW1;Taal;Klingon;\nW2;Taal;;Draak\n";
    let some = Consent { partial: true, many_leave: false };
    let diff = load_with(&house, Workshops, wrong, some).await.unwrap();
    assert_eq!(
        diff.refused.iter().map(|one| &*one.key).collect::<Vec<_>>(),
        ["language-unknown", "cover-unknown"]
    );
}
