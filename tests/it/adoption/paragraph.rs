//! The text for a board proposal.

use super::told::*;

#[tokio::test]
async fn a_text_is_made_of_published_figures_and_says_which_cannot_be_shown() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut head = house.browser_of(people.head).await;
    let text = head.get(&format!("/adoption/paragraph?unit={}", people.permits)).await.text("article");
    assert!(text.contains("Vergunningen kanarie-afdeling over de tweede helft van 2025"), "{text}");
    assert!(text.contains("Vertrouwen 72 % (tussen 53–85 %, te weinig gegevens)"), "{text}");
    assert!(text.contains("Te weinig antwoorden om te tonen: Gespreksbereik"), "{text}");
    assert!(text.contains("vastgesteld op zaterdag 10 januari 2026"), "{text}");
    let whole = head.get("/adoption/paragraph").await.text("article");
    assert!(whole.contains("Gespreksbereik: 36 %.") && !whole.contains("72 %"), "{whole}");
    assert_eq!(house.browser_of(people.fenna).await.get("/adoption/paragraph").await.status, 403);
}

#[tokio::test]
async fn it_comes_as_markdown_and_for_a_word_processor() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    two_periods(&house, &people).await;
    let mut browser = house.browser_of(people.manager).await;
    let plain = browser.get("/adoption/paragraph?file=md").await;
    assert!(plain.body.starts_with("## Dienstverlening\n\n"), "{}", plain.body);
    let word = browser.get("/adoption/paragraph?file=docx").await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(word.bytes)).expect("a zip");
    let mut document = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the text");
    std::io::Read::read_to_string(&mut part, &mut document).expect("text");
    assert!(document.contains("Heading1") && document.contains("Gespreksbereik: 36"), "{document}");
}
