//! What the town has more of than one, because a text that is taken uses it up.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{id::*, workshop::ApprovalRule};
use olievlek::domain::learning::{
    date_wish::{self, Wish},
    session::Plan,
};

use crate::{
    dialogue::improvement::{agrees, idea, raises},
    house::moment,
    learning,
    permission::{
        cast::Role,
        rule::{Kind, Thing},
        world::{World, thing},
    },
};

/// Days of March on which there is a date of which people say why they give their place back.
const SOON: [u32; 6] = [3, 4, 5, 6, 9, 10];

pub async fn make(world: &mut World) {
    for day in SOON {
        places(world, day).await;
    }
    for at in 1..=12 {
        request(world, at).await;
    }
    for at in 1..=4 {
        improvements(world, at).await;
        wish(world, at).await;
    }
}

/// Three places of a date, and somebody who waits for one.
async fn places(world: &mut World, day: u32) {
    let workshop = learning::workshop(&world.house, &format!("SOON{day}")).await;
    let plan = learning::plan(workshop, &format!("2026-03-{day:02}T10:00"), Some(3));
    let late = Plan { withdraw_until: Some(moment("2026-03-01T10:00")), ..plan };
    let session = learning::plan_session(&world.house, late).await.expect("a date");
    // Another one, to which one can go instead.
    let instead = learning::plan(workshop, &format!("2026-06-{day:02}T10:00"), Some(20));
    learning::plan_session(&world.house, instead).await.expect("another date");
    for (role, works) in [
        (Role::Employee, "permits"),
        (Role::Facilitator, "permits"),
        (Role::QualityOfficer, "phone"),
        (Role::Editor, "counter"),
    ] {
        let place = learning::enrol(&world.house, session, world.people[&role]).await.expect("a place");
        world.place("a place soon", &place, (Some(role), works));
    }
}

async fn request(world: &mut World, at: u32) {
    let (code, rule) = (format!("VRAAG{at}"), ApprovalRule::Head);
    let workshop = learning::workshop_with(&world.house, (&code, "iedereen"), rule).await;
    let plan = learning::plan(workshop, &format!("2026-05-{at:02}T10:00"), Some(4));
    let session = learning::plan_session(&world.house, plan).await.expect("a date");
    let asked =
        learning::enrol(&world.house, session, world.people[&Role::Employee]).await.expect("a request");
    let request = thing(Kind::Request, "another request", vec![asked.id.to_string()]);
    world.add(Thing { of: Some(Role::Employee), works: "permits", ..request });
}

async fn improvements(world: &mut World, at: u32) {
    let (permits, fenna) = (world.named.permits, world.people[&Role::Employee]);
    let mut add = |id: ImprovementId| {
        let one = thing(Kind::Improvement, "another improvement", vec![id.to_string()]);
        world.things.push(Thing { works: "permits", ..one });
    };
    let house = &world.house;
    let open = raises(house, fenna, &idea(permits, &format!("Open {at}"))).await.expect("an idea");
    let agreed = raises(house, fenna, &idea(permits, &format!("Doen {at}"))).await.expect("an idea");
    agrees(house, world.named.manager, agreed, (fenna, "2026-06-01")).await.expect("agreed");
    add(open);
    add(agreed);
}

async fn wish(world: &mut World, at: u32) {
    let workshop = learning::workshop(&world.house, &format!("WENS{at}")).await;
    let day = NaiveDate::from_ymd_opt(2026, 11, at).expect("a day");
    let department = world.named.permits;
    let wish = &Wish { department, workshop, people: 4, from: day, until: day, note: String::new() };
    let hanna = world.house.actor(world.named.head).await;
    let ask = |change: Arc<_>| async move { date_wish::ask(&change, wish).await };
    let id = world.house.write(&hanna, ask).await.expect("a wish for a date");
    let one = thing(Kind::DateWish, "another wish for a date", vec![id.to_string()]);
    world.add(Thing { works: "permits", ..one });
}
