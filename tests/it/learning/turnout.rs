//! No-shows and late cancellations of departments: numbers, bands, and nothing.

use entity::attendance::Mark;
use olievlek::domain::learning::{
    attendance::{self, closing},
    period::Period,
    session::Plan,
    turnout::{self, Band, Counts, Line, Shown, total},
};

use super::*;

/// The register of the first meeting is closed when it is over: present is who is named, and nobody else.
pub async fn close_with(house: &TestHouse, session: SessionId, there: &[PersonId]) {
    let details = sessions::details(&house.db.reader, session, house.now()).await.expect("the session");
    let meeting = &details.meetings[0];
    house.pass(meeting.ends_at - house.now() + chrono::TimeDelta::minutes(5));
    let register = attendance::register(&house.db.reader, &Actor::house(), meeting.id).await;
    let lines = register.expect("a register").lines;
    let present = lines.iter().filter(|line| there.contains(&line.person.id));
    let marks: Vec<_> = present.map(|line| (line.enrolment.id, Mark::Present)).collect();
    let marks = &marks;
    house
        .write(&Actor::house(), |change| async move {
            attendance::mark(&change, meeting.id, marks).await?;
            closing::close(&change, meeting.id).await
        })
        .await
        .expect("a closed register");
}

async fn cancel_late(house: &TestHouse, place: &Placement) {
    let late = |change: std::sync::Arc<_>| async move { withdraw(&change, place.id, Some("Ziek")).await };
    house.write(&Actor::employee(place.person_id), late).await.expect("a late cancellation");
}

async fn of_year(house: &TestHouse) -> Vec<Line> {
    let period = Period::of(2026, None).expect("a year");
    let at = (&*house.policy, house.now());
    turnout::of_period(&house.db.reader, &period, at).await.expect("a turnout")
}

fn shown(lines: &[Line], department: DepartmentId) -> Option<Shown> {
    lines.iter().find(|line| line.department == department).map(|line| line.shown)
}

/// Permits with twenty people, of whom five had a place and one cancelled late; the counter with six, who all had one; and one of
/// the phone team.
pub async fn world(house: &TestHouse) -> crate::house::world::Named {
    let people = house.named().await;
    let (mut permits, mut counter) = (vec![people.fenna, people.sem], vec![people.noor]);
    for number in 0..17 {
        permits.push(house.employee(&format!("Nummer{number} Velden"), people.permits).await);
    }
    for number in 0..5 {
        counter.push(house.employee(&format!("Nummer{number} Balie"), people.counter).await);
    }
    let workshop = workshop(house, "A").await;
    let wanted = Plan {
        withdraw_until: Some(moment("2026-03-10T10:00")),
        ..plan(workshop, "2026-04-01T10:00", Some(20))
    };
    let session = plan_session(house, wanted).await.expect("a session");
    let mut places = Vec::new();
    for person in permits.iter().take(6).chain(&counter).chain([&people.daan]) {
        places.push(enrol(house, session, *person).await.expect("a place"));
    }
    house.at("2026-03-20T10:00");
    cancel_late(house, &places[5]).await;
    // One of permits does not come, and four of the counter; Daan does.
    let there = [&permits[1..5], &counter[4..], &[people.daan]].concat();
    close_with(house, session, &there).await;
    people
}

#[tokio::test]
async fn a_large_department_shows_numbers_a_small_one_a_band_and_one_person_nothing() {
    let house = TestHouse::new().await;
    let people = world(&house).await;
    let lines = of_year(&house).await;
    let counts = Counts { people: 6, places: 5, no_shows: 1, late: 1 };
    assert_eq!(shown(&lines, people.permits), Some(Shown::Numbers(counts)));
    assert_eq!((counts.no_show_share(), counts.late_share()), (20, 17));
    assert_eq!(shown(&lines, people.counter), Some(Shown::Bands(Band::High, Band::Lowest)));
    assert_eq!(shown(&lines, people.phone_team), Some(Shown::TooFew));
}

#[tokio::test]
async fn nothing_that_is_hidden_is_in_a_total() {
    let house = TestHouse::new().await;
    world(&house).await;
    let lines = of_year(&house).await;
    assert_eq!(total(&lines), Counts { people: 6, places: 5, no_shows: 1, late: 1 });
}

#[test]
fn whether_a_department_shows_numbers_depends_on_its_people_and_on_who_had_a_place() {
    let counts = |people| Counts { people, places: 8, no_shows: 2, late: 8 };
    assert_eq!(counts(4).shown(500), Shown::TooFew);
    assert_eq!(counts(5).shown(20), Shown::Numbers(counts(5)));
    assert_eq!(counts(5).shown(19), Shown::Bands(Band::Low, Band::High));
    let bands = |no_shows| Counts { people: 5, places: 8, no_shows, late: 0 }.shown(5);
    for (no_shows, band) in
        [(0, Band::Lowest), (1, Band::Lowest), (4, Band::High), (6, Band::Highest), (8, Band::Highest)]
    {
        assert_eq!(bands(no_shows), Shown::Bands(band, Band::Lowest));
    }
    let nobody = Counts { people: 5, places: 0, no_shows: 0, late: 5 };
    assert_eq!(nobody.shown(5), Shown::Bands(Band::Lowest, Band::Highest));
}
