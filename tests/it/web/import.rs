//! Loading files, with a preview.

use entity::{
    department,
    id::ImportId,
    import, import_page,
    role::{self, RoleKind},
};
use olievlek::domain::people::{import::upload as uploads, person};
use poem::http::{Method, StatusCode};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Set};

use crate::{
    house::{
        TestHouse,
        browser::{Browser, Page},
    },
    people::import::cut_off::cut_off,
};

const STAFF: &str = "Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdelingscode\n\
    1001;Lot;;Peters;lot.peters@gemeente.example;VERG\n\
    1002;Bo;;;bo@gemeente.example;VERG\n\
    1003;Mees;de;Wolf;geen adres;VERG\n";

async fn upload(browser: &mut Browser, kind: &str, file: &str) -> Page {
    let part = |name: &str, more: &str, value: &str| {
        format!("--grens\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n")
    };
    let body = part("kind", "", kind) + &part("file", "; filename=\"personeel.csv\"", file) + "--grens--\r\n";
    let headers =
        [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=grens")];
    browser.send(Method::POST, "/import", &headers, body).await
}

#[tokio::test]
async fn a_file_is_previewed_with_its_refused_rows_and_then_applied() {
    let house = TestHouse::new().await;
    house.named().await;
    // Somebody from outside: a staff file lets go of all staff that is not in it.
    let loader = house.external("Ada Berg").await;
    house.grant(loader, RoleKind::Administrator, None).await;
    let mut browser = house.browser_of(loader).await;
    let page = upload(&mut browser, "people", STAFF).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text(".errors"));
    let preview = page.location().to_owned();
    let page = browser.get(&preview).await;
    assert!(page.text("#added-caption").contains('1'));
    assert!(page.text("tbody th").contains("Lot Peters"));
    assert_eq!(
        page.text("section[aria-labelledby=refused] li"),
        "Regel 3: De achternaam ontbreekt.\nRegel 4: “geen adres” is geen e-mailadres."
    );
    let known = async || person::by_email(&house.db.reader, "lot.peters@gemeente.example").await.unwrap();
    assert!(known().await.is_none(), "nothing is written before it is applied");

    let action = format!("{preview}/application");
    let page = browser.post(&action, &[("manyLeave", "yes")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".errors").contains("2 regels kunnen niet"));
    assert!(known().await.is_none());
    let page = browser.post(&action, &[("partial", "yes")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "the brake: everybody else would leave");
    assert_eq!(page.attribute("#partial[checked]", "value"), "yes", "what was ticked is kept");
    let page = browser.post(&action, &[("partial", "yes"), ("manyLeave", "yes")]).await;
    assert_eq!(page.location(), preview);
    assert!(known().await.is_some());
    let page = browser.get(&preview).await;
    assert!(page.text(".flash").contains("1 nieuw"));
    assert!(page.text("#undo ~ ul").contains("Wat dit bestand toevoegde (1), verdwijnt."));
}

#[tokio::test]
async fn whoever_applies_a_file_that_names_nobody_of_the_house_stays_and_hears_it_beforehand() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    house.grant(people.sem, RoleKind::Administrator, None).await;
    let (mut iris, mut sem) =
        (house.browser_of(people.administrator).await, house.browser_of(people.sem).await);
    let file = "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode\n9001;Bo;Bos;bo@gemeente.example;VERG\n;;;;\n9002;;;;\n";
    let preview = upload(&mut iris, "people", file).await.location().to_owned();

    let page = iris.get(&preview).await;
    assert!(
        page.text("main").contains("Jij (Iris de Wit) blijft en houdt toegang, want "),
        "{}",
        page.text("main")
    );
    assert_eq!(page.text("main").matches("houdt toegang").count(), 1, "Sem Bakker may go");
    let other = sem.get(&preview).await;
    assert!(other.text("main").contains("Jij (Sem Bakker) blijft"), "{}", other.text("main"));
    assert!(
        !iris.get(&preview).await.text("main").contains("Sem Bakker) blijft"),
        "each sees what they would do"
    );

    let boxes = [("partial", "yes"), ("manyLeave", "yes")];
    let page = iris.post(&format!("{preview}/application"), &boxes).await;
    assert_eq!(page.location(), preview);
    assert!(iris.get(&preview).await.text(".flash").contains("6 uit dienst"), "and goes on");
    assert_eq!(iris.get("/import").await.status, StatusCode::OK);
    assert_ne!(sem.get("/import").await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_changes_is_shown_with_old_and_new_values_side_by_side() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let tree = "code;naam;soort\nKCC;Contactcentrum;team\n";
    let preview = upload(&mut browser, "departments", tree).await.location().to_owned();

    let page = browser.get(&preview).await;
    assert_eq!(page.text(".changes dt"), "Naam\nSoort");
    assert_eq!(page.text(".changes del"), "Was: Klantcontact\nWas: Afdeling");
    assert_eq!(page.text(".changes ins"), "Wordt: Contactcentrum\nWordt: Team");
}

#[tokio::test]
async fn a_file_that_is_not_what_it_should_be_is_refused_at_its_field() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    for (file, problem) in
        [("", "Kies een bestand."), ("een;twee\n1;2\n", "ontbreekt"), ("PK\u{3}\u{4}xx", "werkmap")]
    {
        let page = upload(&mut browser, "people", file).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text("#file-error").contains(problem), "{problem}: {}", page.text("#file-error"));
    }
}

#[tokio::test]
async fn a_file_that_was_applied_is_not_applied_again() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let preview =
        upload(&mut browser, "departments", "code;naam\nICT;Automatisering\n").await.location().to_owned();
    let action = format!("{preview}/application");
    assert_eq!(browser.post(&action, &[]).await.location(), preview);
    assert_eq!(browser.post(&action, &[]).await.location(), "/import");
    assert!(browser.get("/import").await.text(".flash--warn").contains("al verwerkt"));
    assert_eq!(browser.get("/import").await.text("aside .badge"), "Verwerkt");
}

#[tokio::test]
async fn a_file_is_undone_on_its_page_or_the_page_says_why_not() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let preview =
        upload(&mut browser, "departments", "code;naam\nICT;Automatisering\n").await.location().to_owned();
    browser.post(&format!("{preview}/application"), &[]).await;
    let undoing = format!("{preview}/undoing");
    let team = department::Entity::find().filter(department::Column::Code.eq("ICT"));
    let team = team.one(&house.db.reader).await.unwrap().unwrap().id;
    house.grant(people.noor, RoleKind::DepartmentHead, Some(team)).await;

    assert!(
        browser.get(&preview).await.text(".panel--wait").contains("Automatisering heeft een leidinggevende")
    );
    let page = browser.post(&undoing, &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(
        page.text(".errors").contains("Automatisering heeft een leidinggevende"),
        "{}",
        page.text(".errors")
    );

    role::Entity::delete_many()
        .filter(role::Column::DepartmentId.eq(team))
        .exec(&house.db.writer)
        .await
        .unwrap();
    assert_eq!(browser.post(&undoing, &[]).await.location(), preview);
    assert!(browser.get(&preview).await.text("main").contains("Teruggedraaid op"));
    let list = browser.get("/import").await;
    assert_eq!(list.text("aside .badge"), "Teruggedraaid");
    assert!(list.text("aside small").contains("door "), "it says who did it");
}

#[tokio::test]
async fn a_file_that_is_being_applied_shows_how_far_it_is_and_asks_again_by_itself() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let preview =
        upload(&mut browser, "departments", "code;naam\nICT;Automatisering\n").await.location().to_owned();
    let id: ImportId = preview.rsplit('/').next().unwrap().parse().unwrap();
    let far = import::ActiveModel {
        id: Set(id),
        moved_at: Set(Some(house.now())),
        total: Set(200_000),
        done: Set(12_000),
        ..Default::default()
    };
    import::Entity::update(far).exec(&house.db.writer).await.unwrap();

    let page = browser.get(&preview).await;
    assert_eq!(page.header("refresh"), "2");
    assert_eq!(page.text("label[for=progress]"), "12.000 van 200.000 regels");
    assert_eq!(page.attribute("progress", "value"), "12000");
    browser.post(&format!("{preview}/application"), &[]).await;
    assert!(browser.get("/import").await.text(".flash--warn").contains("al een bestand"), "one at a time");

    house.at("2026-03-02T12:00");
    let page = browser.get(&preview).await;
    assert!(
        page.text(".panel--wait").contains("onderbroken"),
        "it says that it stopped: {}",
        page.text("main")
    );
    assert_eq!(browser.post(&format!("{preview}/application"), &[]).await.location(), preview);
    assert!(browser.get(&preview).await.text("main").contains("Terugdraaien"), "and is done again");
}

/// A file of so many departments.
fn tree(departments: u32, name: &str) -> String {
    let rows = (1..=departments).map(|n| format!("D{n};{name} {n}\n"));
    "code;naam\n".to_owned() + &rows.collect::<String>()
}

#[tokio::test]
async fn a_long_list_of_changes_is_shown_fifty_rows_at_a_time() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let preview = upload(&mut browser, "departments", &tree(120, "Team")).await.location().to_owned();

    let page = browser.get(&preview).await;
    assert!(page.text("#added-caption").contains("120"));
    assert_eq!(page.text("tbody tr").lines().count(), 50);
    let next = page.attribute("main details a", "href");
    assert_eq!(page.text("main details a"), "En nog 70.");
    let page = browser.get(&next).await;
    let names = page.text("tbody th");
    assert!(names.starts_with("Team 51\n") && names.ends_with("Team 100"), "{names}");
    assert!(page.text(".pager p").contains("51"), "{}", page.text(".pager"));
    let last = page.attribute(".pager [rel=next]", "href");
    let page = browser.get(&last).await;
    assert_eq!(page.text("tbody th").lines().count(), 20);
    assert!(page.attribute(".pager [rel=prev]", "href").ends_with("page=2"));
    for nonsense in ["?list=added&page=0", "?list=all"] {
        assert_eq!(browser.get(&format!("{preview}{nonsense}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn looking_at_a_file_again_does_not_read_it_until_some_minutes_have_passed() {
    let house = TestHouse::new().await;
    let people = house.named().await;
    let mut browser = house.browser_of(people.administrator).await;
    let preview = upload(&mut browser, "departments", &tree(3, "Team")).await.location().to_owned();
    let id: ImportId = preview.rsplit('/').next().unwrap().parse().unwrap();
    let other = tree(2, "Groep").into_bytes();
    let other = import::ActiveModel { id: Set(id), content: Set(Some(other)), ..Default::default() };
    import::Entity::update(other).exec(&house.db.writer).await.unwrap();

    assert!(browser.get(&preview).await.text("tbody th").starts_with("Team 1\nTeam 2\nTeam 3"));
    house.pass(chrono::TimeDelta::minutes(11));
    assert_eq!(browser.get(&preview).await.text("tbody th"), "Groep 1\nGroep 2", "and shorter than it was");

    browser.post(&format!("{preview}/application"), &[]).await;
    assert_eq!(
        import_page::Entity::find().count(&house.db.reader).await.unwrap(),
        0,
        "kept no longer than the file"
    );
}

#[tokio::test]
async fn what_a_cut_off_file_left_undone_can_be_applied_though_no_row_changes() {
    let house = TestHouse::new().await;
    house.named().await;
    // Somebody from outside stays, whoever is not in the file.
    let loader = house.external("Ada Berg").await;
    house.grant(loader, RoleKind::Administrator, None).await;
    let mut browser = house.browser_of(loader).await;
    let file = "Medewerker;Roepnaam;Achternaam;E-mail;Afdelingscode;Leidinggevende\n\
        T-Bo;Bo;Bos;bo@gemeente.example;VERG;T-Em\nT-Em;Em;Maas;em@gemeente.example;VERG;\n";
    let preview = upload(&mut browser, "people", file).await.location().to_owned();
    let id: ImportId = preview.rsplit('/').next().unwrap().parse().unwrap();
    // After both rows and those who leave, before the heads.
    let rows = uploads::one(&house.db.reader, id).await.unwrap().counts;
    let rows = rows["added"].as_u64().unwrap() + rows["left"].as_u64().unwrap();
    cut_off(&house, id, rows).await;
    house.pass(chrono::TimeDelta::minutes(2));
    let heads = async || {
        let imported = role::Column::Source.eq(role::RoleSource::Import);
        role::Entity::find().filter(imported).count(&house.db.reader).await.unwrap()
    };
    assert_eq!(heads().await, 0);

    let page = browser.get(&preview).await;
    assert!(page.text(".panel--wait").contains("wie leidinggeeft"), "{}", page.text("main"));
    browser.post(&format!("{preview}/application"), &[]).await;
    assert_eq!(heads().await, 1);
}
