//! Lists as files.

use std::collections::BTreeSet;

use entity::{event, import::ImportKind, role::RoleKind};
use olievlek::domain::people::import::{Consent, read::read};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::{house::TestHouse, people::import::load_with};

#[tokio::test]
async fn every_list_is_an_excel_file_and_a_csv_file() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    for path in ["/people", "/departments", "/roles", "/desk/sessions", "/desk/workshops", "/letters"] {
        let page = browser.get(&format!("{path}?file=xlsx")).await;
        assert!(page.header("content-type").contains("spreadsheetml"), "{path}: {}", page.status);
        assert!(page.header("content-disposition").ends_with(".xlsx\""), "{path}");
        let csv = browser.get(&format!("{path}?file=csv")).await;
        let (sheet, text) = (read(&page.bytes).unwrap(), read(&csv.bytes).unwrap());
        assert_eq!(sheet.header, text.header, "{path}");
        assert_eq!(sheet.rows.len(), text.rows.len(), "{path}");
    }
}

#[tokio::test]
async fn people_leave_in_a_file_as_they_were_filtered_and_that_is_recorded() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let page = browser.get("/people?q=boer").await;
    let link = page.attribute("a[download]", "href");
    assert_eq!(link, "/people?q=boer&file=xlsx");

    let table = read(&browser.get(&link).await.bytes).unwrap();

    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].cells[1..4], ["Fenna", "de", "Boer"]);
    assert_eq!(table.rows[0].cells[7], "2020-01-01", "a real date");
    let exported = event::Entity::find().filter(event::Column::Kind.eq("people-exported"));
    let exported = exported.all(&house.db.reader).await.unwrap();
    assert_eq!((exported.len(), exported[0].data["rows"].as_u64()), (1, Some(1)));
}

#[tokio::test]
async fn a_head_takes_out_only_their_own_people_and_an_employee_nobody() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let table = read(&house.browser_of(people.head).await.get("/people?file=csv").await.bytes).unwrap();
    let names: Vec<_> = table.rows.iter().map(|row| row.cell(3)).collect();
    assert_eq!(names, ["Bakker", "Boer", "Smit"]);
    assert_eq!(house.browser_of(people.fenna).await.get("/people?file=csv").await.status, 403);
}

#[tokio::test]
async fn a_name_that_a_spreadsheet_would_run_is_harmless_in_both_files() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.external("=1+1 Kwaad").await;
    let mut browser = house.browser_of(people.administrator).await;
    assert!(browser.get("/people?q=kwaad&file=csv").await.body.contains("'=1+1"));
    let table = read(&browser.get("/people?q=kwaad&file=xlsx").await.bytes).unwrap();
    assert_eq!(table.rows[0].cells[1], "=1+1", "text and no formula");
}

#[tokio::test]
async fn a_long_list_leaves_in_parts_and_every_row_once() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let rows: String = (0..2_345).map(|n| format!("{n};P;Naam{};p{n}@g.example\n", n % 7)).collect();
    let consent = Consent { partial: false, many_leave: true };
    let file = format!("Medewerker;Roepnaam;Achternaam;E-mail\n{rows}");
    load_with(&house, ImportKind::People, file, consent).await.unwrap();
    // A staff file lets go of everybody else.
    let loader = house.external("Ada Berg").await;
    house.grant(loader, RoleKind::Administrator, None).await;
    let mut browser = house.browser_of(loader).await;

    for (path, column) in [("/people?all=yes&file=csv", 4), ("/audit?kind=person-left&file=csv", 3)] {
        let page = browser.get(path).await;
        assert_eq!(page.header("content-type"), "text/csv; charset=utf-8");
        let table = read(&page.bytes).unwrap();
        let distinct: BTreeSet<_> = table.rows.iter().map(|row| row.cells[column].clone()).collect();
        let (count, at_least) = (table.rows.len(), if column == 4 { 2_345 } else { 1 });
        assert!(
            count >= at_least && distinct.len() == count,
            "{path}: {count} rows, {} of them apart",
            distinct.len()
        );
    }
    let exported = event::Entity::find().filter(event::Column::Kind.eq("people-exported"));
    let exported = exported.one(&house.db.reader).await.unwrap().unwrap();
    assert!(exported.data["rows"].as_u64().unwrap() > 2_345, "counted beforehand");
    assert!(people.administrator != loader);
}
