//! The report: what everybody sees, what a head sees beside it, and what whoever runs the programme sees.

use entity::role::RoleKind;
use scraper::{Html, Selector};

use super::told::*;
use crate::dialogue::improvement;

#[tokio::test]
async fn before_the_first_period_is_closed_the_report_says_so() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let page = house.browser_of(people.fenna).await.get("/adoption").await;
    assert_eq!(page.status, 200);
    assert!(page.text("main").contains("Er is nog geen periode afgesloten"), "{}", page.text("main"));
}

#[tokio::test]
async fn an_employee_sees_the_organisation_and_no_department() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let page = house.browser_of(people.fenna).await.get("/adoption").await;
    let text = page.text("main");
    assert!(text.contains("Hoger dan in de eerste helft van 2025: Vertrouwen."), "{text}");
    assert!(text.contains("Geen aantoonbaar verschil met de eerste helft van 2025: Vakmanschap."), "{text}");
    assert!(text.contains("63\u{a0}%") || text.contains("63 %"), "{text}");
    assert!(text.contains("tussen 53–85 %"), "{text}");
    for word in ["kanarie-afdeling", "Klantcontact", "De ladder per afdeling", "72 %", "stap 0 of 1"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[tokio::test]
async fn a_head_sees_the_own_department_beside_the_organisation_and_no_other() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let page = house.browser_of(people.head).await.get("/adoption").await;
    let row = page.text("#values tr:nth-of-type(4)");
    assert!(row.contains("72 %") && row.contains("63 %") && row.contains("te weinig gegevens"), "{row}");
    let text = page.text("main");
    assert!(text.contains("kanarie-afdeling") && !text.contains("Klantcontact"), "{text}");
    assert!(page.body.contains(&format!("/adoption/units/{}", people.permits)));
    assert!(!page.body.contains(&people.counter.to_string()));
}

#[tokio::test]
async fn who_heads_several_departments_chooses_which_stands_beside_the_organisation() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.head, RoleKind::DepartmentHead, Some(people.phone_team)).await;
    two_periods(&house, &people).await;
    let mut head = house.browser_of(people.head).await;
    let first = head.get("/adoption").await;
    assert!(first.text("#values tr:nth-of-type(4)").contains("72 %"));
    let link = first.attribute("main a[href*='beside=']", "href");
    assert!(link.contains(&people.phone_team.to_string()), "{link}");
    let other = head.get(&link).await;
    assert!(other.text("#values tr:nth-of-type(4)").contains("88 %"), "{}", other.text("#values"));
    let kept = people.phone_team.to_string();
    assert_eq!(
        other.attribute("form input[name=beside]", "value"),
        kept,
        "another period, the same department"
    );
    assert!(other.attribute("main a[href*='report.pdf']", "href").contains(&kept), "and so does the paper");
    for strange in [people.counter.to_string(), "kwaad".into()] {
        let page = head.get(&format!("/adoption?beside={strange}")).await;
        assert!(
            page.text("#values tr:nth-of-type(4)").contains("72 %"),
            "what somebody does not head: the first"
        );
    }
}

#[tokio::test]
async fn the_report_says_what_was_done_in_its_period() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.at("2025-08-04T10:00");
    let idea = improvement::idea(people.permits, "Minder wachten");
    let idea = improvement::raises(&house, people.fenna, &idea).await.expect("raised");
    improvement::finishes(&house, people.head, idea).await.expect("done");
    house.at("2026-03-02T09:00");
    two_periods(&house, &people).await;
    let mut daan = house.browser_of(people.daan).await;
    let page = daan.get("/adoption").await;
    assert!(page.text("[aria-labelledby=improvements-heading]").contains("Minder wachten"));
    assert!(page.body.contains(&format!("/improvements/{idea}")));
    assert!(!daan.get("/adoption?period=2025-h1").await.body.contains("Minder wachten"));
}

#[tokio::test]
async fn whoever_runs_the_programme_sees_all_departments_in_the_order_of_the_tree_and_where_it_stands_still()
{
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let page = house.browser_of(people.manager).await.get("/adoption").await;
    let text = page.text("main");
    assert!(
        text.contains("Verder op de ladder dan in de vorige periode: Vergunningen kanarie-afdeling."),
        "{text}"
    );
    assert!(
        text.contains("Bij 1 afdeling staat het nog aan het begin (stap 0 of 1): Klantcontact."),
        "{text}"
    );
    let ladder = page.text("section[aria-labelledby='ladder-heading'] tbody th");
    assert_eq!(ladder, "Vergunningen kanarie-afdeling\nKlantcontact");
    let heat = page.text("section[aria-labelledby='heat-heading'] .table:first-of-type tbody th");
    assert!(
        heat.starts_with("Vergunningen kanarie-afdeling\nKlantcontact\nOverige onderdelen van Gemeente"),
        "{heat}"
    );
    assert!(!text.contains("Telefoon en chat"), "a team is on the page of its department");
    // Votes are a family of their own.
    assert!(page.text("section[aria-labelledby='heat-heading'] .table:nth-of-type(2)").contains("83 %"));
}

#[tokio::test]
async fn what_cannot_be_shown_says_the_same_everywhere() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut browser = house.browser_of(people.manager).await;
    let page = browser.get("/adoption").await;
    // The counter, of which too few answered, has the text four times in each family.
    let few =
        page.text("section[aria-labelledby='heat-heading'] .table:first-of-type tr:nth-of-type(2) .few");
    assert_eq!(few, [TOO_FEW; 4].join("\n"));
    let unit = browser.get(&format!("/adoption/units/{}", people.counter)).await;
    assert!(unit.text("#values tr:nth-of-type(4)").contains(TOO_FEW));
    let one = browser.get("/adoption/indicators/values").await;
    assert!(one.text("section[aria-labelledby='units-heading']").contains(TOO_FEW));
    let csv = browser.get("/adoption?file=csv").await;
    let line = format!("2025-h2;Klantcontact;Kernwaarden, uit de vragenlijst;Vertrouwen;{TOO_FEW};");
    assert!(csv.body.contains(&line), "{}", csv.body);
    let text = browser.get(&format!("/adoption/paragraph?unit={}", people.counter)).await;
    assert!(text.text("article").to_lowercase().contains(TOO_FEW), "{}", text.text("article"));
}

#[tokio::test]
async fn every_picture_has_a_sentence_and_its_numbers_in_a_table() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let page = house.browser_of(people.fenna).await.get("/adoption").await;
    let html = Html::parse_document(&page.body);
    let all = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).map(|one| one.html()).collect::<Vec<_>>()
    };
    let pictures = all("main svg:not([aria-hidden])");
    assert!(pictures.len() >= 3, "the oil stain and small lines: {}", pictures.len());
    for picture in pictures {
        assert!(picture.contains("role=\"img\"") && (picture.contains("aria-label")), "{picture}");
    }
    let text = page.text("figure");
    assert!(text.contains("60 % in een afdeling die in gesprek is of verder"), "{text}");
    assert_eq!(page.text("figure table tbody tr").lines().count(), 2, "two periods");
    assert!(page.text("figure table tbody tr:first-of-type").contains("40 %"));
}

#[tokio::test]
async fn the_period_in_the_address_is_shown_and_an_unknown_one_is_the_newest() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut browser = house.browser_of(people.fenna).await;
    let early = browser.get("/adoption?period=2025-h1").await.text("main");
    assert!(early.contains("21 %") && early.contains("Dit is de eerste periode"), "{early}");
    let newest = browser.get("/adoption?period=2031-q9").await.text("main");
    assert!(newest.contains("36 %"), "{newest}");
}

#[tokio::test]
async fn a_workbook_has_figures_on_the_first_sheet_and_definitions_on_the_second() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let file = house.browser_of(people.fenna).await.get("/adoption?file=xlsx").await;
    let mut book: calamine::Xlsx<_> =
        calamine::Reader::new(std::io::Cursor::new(file.bytes)).expect("a workbook");
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names, ["Hoe het gaat", "Definities"]);
    let figures = calamine::Reader::worksheet_range(&mut book, &names[0]).expect("figures");
    assert!(figures.rows().any(|row| row.iter().any(|cell| *cell == 0.63)), "a real number");
    assert!(!figures.rows().any(|row| row.iter().any(|cell| cell.to_string().contains("kanarie"))));
    let meaning = calamine::Reader::worksheet_range(&mut book, &names[1]).expect("definitions");
    assert_eq!(meaning.rows().count(), 15, "a heading and fourteen");
}

#[cfg(feature = "print")]
#[tokio::test]
async fn the_report_is_a_paper_too() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut browser = house.browser_of(people.manager).await;
    let paper = browser.get("/adoption/report.pdf").await;
    assert_eq!((paper.status.as_u16(), paper.header("content-type")), (200, "application/pdf"));
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-papers");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("report.pdf"), &paper.bytes).unwrap();
    assert!(paper.bytes.starts_with(b"%PDF-"));
}
