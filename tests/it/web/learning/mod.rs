//! What employees do with workshops, dates and places, in a browser.

mod assignment;
mod calendar;
mod catalogue;
mod draw;
mod home;
mod overview;
mod place;
mod session;
mod swap;
mod team;
mod wish;

use entity::id::*;

use crate::house::{
    TestHouse,
    browser::{Browser, Page},
};

/// Presses the first button that goes to an address ending like this, with all hidden fields of its form.
pub(super) async fn press(
    browser: &mut Browser,
    page: &Page,
    action_ends: &str,
    typed: &[(&str, &str)],
) -> Page {
    let form = format!("form[action$='{action_ends}']");
    let action = page.attribute(&form, "action");
    assert_ne!(action, "", "no button to {action_ends} in {}", page.text("main"));
    let key = page.attribute(&format!("{form} input[name=key]"), "value");
    let mut fields = vec![("key", key.as_str())];
    if !page.attribute(&format!("{form} [name=short-notice]"), "value").is_empty() {
        fields.push(("short-notice", "yes"));
    }
    fields.extend_from_slice(typed);
    browser.post(&action, &fields).await
}

/// Follows where an answer leads.
async fn follow(browser: &mut Browser, page: &Page) -> Page {
    assert_eq!(page.status.as_u16(), 303, "{}", page.text("main"));
    browser.get(page.location()).await
}

/// One seat, taken by Fenna; Sem waits for it.
async fn full(house: &TestHouse) -> (crate::house::world::Named, SessionId, EnrolmentId, EnrolmentId) {
    use crate::learning::{enrol, session_of};
    let people = house.named().await;
    let session = session_of(house, "A", 1).await;
    let fenna = enrol(house, session, people.fenna).await.expect("a place").id;
    let sem = enrol(house, session, people.sem).await.expect("a wait").id;
    (people, session, fenna, sem)
}
