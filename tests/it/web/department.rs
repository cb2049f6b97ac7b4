//! A department on a page: its past, and how it changes.

use poem::http::StatusCode;

use crate::house::TestHouse;

#[tokio::test]
async fn an_administrator_merges_two_departments_after_seeing_whom_it_touches() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let (counter, permits) = (people.counter.to_string(), people.permits.to_string());
    let here = format!("/departments/{counter}");

    let page = browser.get(&format!("{here}/merger?into={permits}&from=2026-03-01")).await;
    let said = page.text(".ticks li");
    assert!(said.contains("1 persoon werkt vanaf zondag 1 maart 2026 bij Vergunningen."), "{said}");
    assert!(said.contains("Telefoon en chat valt voortaan onder Vergunningen."), "{said}");
    let page = browser.post(&format!("{here}/merger"), &[("into", &permits), ("from", "2026-03-01")]).await;
    assert_eq!(page.location(), format!("/departments/{permits}"), "{}", page.text(".errors"));

    let page = browser.get(&format!("/departments/{permits}")).await;
    assert!(page.text("section[aria-labelledby=past]").contains("Klantcontact"));
    assert!(browser.get(&here).await.text(".panel--wait").contains("Vergunningen"));
    assert!(!browser.get("/departments").await.text("tbody").contains("Klantcontact"));
}

#[tokio::test]
async fn merging_into_what_lies_below_is_refused_with_a_sentence() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let (action, team) = (format!("/departments/{}/merger", people.counter), people.phone_team.to_string());
    let page = browser.post(&action, &[("into", &team), ("from", "2026-03-01")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".errors").contains("valt zelf onder deze"));
}

#[tokio::test]
async fn who_asks_what_merging_means_without_a_choice_is_told_beside_the_field() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let merger = format!("/departments/{}/merger", people.counter);
    let page = browser.get(&merger).await;
    assert_eq!(page.text(".field__error"), "", "nothing was asked yet");
    assert!(!page.body.contains(&people.phone_team.to_string()), "what lies below it is no choice");
    let page = browser.get(&format!("{merger}?into=&from=2026-03-02")).await;
    assert!(page.text("#into-error").contains("Kies een afdeling om mee samen te voegen."));
    assert_eq!(page.attribute(".errors a", "href"), "#into");
    assert_eq!(page.attribute("#from", "value"), "2026-03-02", "what was typed stays");
    let page = browser.get(&format!("{merger}?into={}&from=morgen", people.permits)).await;
    assert!(page.text("#from-error").contains("Vul een datum in"));
    let page = browser.get(&format!("{merger}?into={}", people.phone_team)).await;
    assert!(page.text("#into-error").contains("valt zelf onder deze"));
}

#[tokio::test]
async fn the_organisation_itself_is_neither_merged_nor_split() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let (whole, part) = (people.organisation.to_string(), people.permits.to_string());
    for (id, offered) in [(&whole, false), (&part, true)] {
        let page = browser.get(&format!("/departments/{id}")).await;
        assert_ne!(page.attribute("form[action$='/name']", "action"), "", "it can be renamed");
        for change in ["merger", "split"] {
            let address = format!("/departments/{id}/{change}");
            let way = page.attribute(&format!("main a[href$='/{change}']"), "href");
            assert_eq!(way, if offered { address.as_str() } else { "" });
            let status = if offered { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(browser.get(&address).await.status, status, "{address}");
        }
    }
    let split = [("name", "Advies"), ("code", "ADV"), ("from", "2026-03-02"), ("teams", part.as_str())];
    for address in [format!("/departments/{whole}/split"), format!("/departments/{whole}/split/preview")] {
        assert_eq!(browser.post(&address, &split).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_department_is_renamed_moved_and_split_from_its_page() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let here = format!("/departments/{}", people.permits);
    let named = browser.post(&format!("{here}/name"), &[("name", "Wonen"), ("from", "2026-03-01")]).await;
    assert_eq!(named.location(), here);
    let early = browser.post(&format!("{here}/name"), &[("name", "Werk"), ("from", "2026-02-01")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (counter, fenna) = (people.counter.to_string(), people.fenna.to_string());
    browser.post(&format!("{here}/parent"), &[("parent", &counter), ("from", "2026-03-02")]).await;
    let split = [("name", "Advies"), ("code", "ADV"), ("from", "2026-03-02"), ("people", &fenna)];
    let page = browser.post(&format!("{here}/split"), &split).await;
    let fresh = browser.get(page.location()).await;
    assert_eq!(fresh.text("h1"), "Advies");
    assert!(fresh.text(".facts").contains("1 persoon"), "{}", fresh.text(".facts"));
    let page = browser.get(&here).await;
    assert_eq!(page.text("h1"), "Wonen");
    assert!(page.text("section[aria-labelledby=past]").contains("Vergunningen"));
    assert!(page.text(".facts").contains("Klantcontact"));
}

#[tokio::test]
async fn the_head_says_how_many_may_be_away_and_changes_nothing_else() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.head).await;
    let here = format!("/departments/{}", people.permits);
    assert_eq!(browser.post(&format!("{here}/cover"), &[("coverLimit", "2")]).await.location(), here);
    let page = browser.get(&here).await;
    assert_eq!(page.attribute("#coverLimit", "value"), "2");
    assert!(!page.body.contains("/merger"));
    let other = format!("/departments/{}/cover", people.counter);
    assert_eq!(browser.post(&other, &[("coverLimit", "2")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_form_leaves_the_other_forms_of_the_page_as_they_were() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let action = format!("/departments/{}/cover", people.permits);
    let page = browser.post(&action, &[("coverLimit", "0")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.attribute("#name", "value"), "Vergunningen");
    assert_eq!(page.attribute("#parent option[selected]", "value"), people.organisation.to_string());
}
