//! What a form names that is of somebody else: a person, a department, a place, a request. It does nothing, just as when there is
//! no such thing; the same form about what is theirs does something.

use entity::{duty, event, id::AssignmentId};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::{
    canary,
    cast::Role,
    rule::{Kind, Thing},
    world::World,
};
use crate::learning;

/// A form, and the field that says about whom or what.
#[derive(Clone)]
struct Case {
    who: Role,
    path: String,
    fields: Vec<(&'static str, String)>,
    field: &'static str,
    own: String,
    foreign: String,
}

impl Case {
    async fn send(&self, world: &World, about: &str) -> (u16, u64, String) {
        let mut fields: Vec<_> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push((self.field, about));
        let before = written(world).await;
        let page = world.browser(self.who).await.post(&self.path, &fields).await;
        // Coming in is written down too.
        let came_in = u64::from(self.who != Role::Visitor);
        (page.status.as_u16(), written(world).await - before - came_in, canary::text(&page))
    }
}

async fn written(world: &World) -> u64 {
    event::Entity::find().count(&world.house.db.reader).await.expect("the events")
}

/// A form that Hanna sends.
fn head(
    path: String,
    fields: Vec<(&'static str, String)>,
    field: &'static str,
    own: &str,
    foreign: &str,
) -> Case {
    Case { who: Role::Head, path, fields, field, own: own.to_owned(), foreign: foreign.to_owned() }
}

fn text(value: &str) -> String {
    value.to_owned()
}

impl World {
    fn named(&self, kind: Kind, name: &str) -> String {
        let found = |thing: &&Thing| thing.kind == kind && thing.name == name;
        self.things.iter().find(found).unwrap_or_else(|| panic!("no {name}")).ids[0].clone()
    }

    /// What Hanna, who heads permits, can be asked to do for who is not of permits.
    fn of_a_head(&self, date: &str, duty: &str) -> Vec<Case> {
        let (permits, counter) = (self.named.permits.to_string(), self.named.counter.to_string());
        let assigned = self.named(Kind::Assignment, "an assignment to permits");
        let workshop = self.named(Kind::Workshop, "a workshop");
        let due = [("training", format!("workshop:{workshop}")), ("dueOn", text("2026-10-01"))];
        let assign = due.into_iter().chain([("reason", text("Nieuw")), ("step", text("make"))]).collect();
        let wish = vec![
            ("workshop", workshop),
            ("people", text("4")),
            ("from", text("2026-04-01")),
            ("until", text("2026-05-01")),
        ];
        let date = vec![("session", text(date))];
        let others = self.named(Kind::Duty, "what Noor has to follow");
        let [asked, of_noor] = ["a request of Fenna", "a request of Noor"];
        let [asked, of_noor] = [asked, of_noor].map(|name| self.named(Kind::Request, name));
        vec![
            head(text("/team/date-wishes"), wish, "department", &permits, &counter),
            head(
                text("/team/assignments"),
                assign,
                "people",
                "sem.bakker@gemeente.example",
                "daan.van.der.velde@gemeente.example",
            ),
            head(format!("/team/assignments/{assigned}/enrolments"), date, "duty", duty, &others),
            head(text("/approvals"), vec![], "grant", &asked, &of_noor),
        ]
    }

    /// The same for who comes to a date, and seats in it.
    fn of_a_head_in_dates(&self) -> Vec<Case> {
        let (sem, daan) = (self.named.sem.to_string(), self.named.daan.to_string());
        let (permits, counter) = (self.named.permits.to_string(), self.named.counter.to_string());
        let other = self.named(Kind::Session, "an open date of nobody here");
        let hold = self.named(Kind::Hold, "a seat held by Hanna");
        let seat = vec![("seats", text("1")), ("days", text("7"))];
        vec![
            head(format!("/sessions/{other}/team"), vec![], "person", &sem, &daan),
            head(format!("/sessions/{other}/held-seats"), seat, "department", &permits, &counter),
            head(
                format!("/held-seats/{hold}/names"),
                vec![],
                "person",
                &self.people[&Role::Employee].to_string(),
                &daan,
            ),
        ]
    }

    /// What Hanna herself has to follow, as all of permits.
    async fn of_hanna(&self) -> String {
        let assigned: AssignmentId =
            self.named(Kind::Assignment, "an assignment to permits").parse().expect("an id");
        let all = duty::Entity::find().filter(duty::Column::PersonId.eq(self.named.head));
        let of_it = all.filter(duty::Column::AssignmentId.eq(assigned)).one(&self.house.db.reader).await;
        of_it.expect("duties").expect("a duty").id.to_string()
    }

    /// What a trainer, a participant and a facilitator can be asked about somebody else's.
    fn of_others(&self, date: &str) -> Vec<Case> {
        let over = self.named(Kind::Meeting, "a date that is over");
        let mark = vec![("mark", "present".to_owned())];
        let [past, noor, fenna] = ["Fenna's place, past", "Noor's place", "Fenna's place"]
            .map(|name| self.named(Kind::Enrolment, name));
        let planned = self.named(Kind::Session, "a date that is still planned");
        let idea = vec![("title", "Beter".to_owned())];
        vec![
            Case {
                who: Role::AgencyTrainer,
                path: format!("/desk/meetings/{over}/marks"),
                fields: mark,
                field: "enrolment",
                own: past,
                foreign: noor,
            },
            Case {
                who: Role::Employee,
                path: format!("/enrolments/{fenna}/swap"),
                fields: vec![],
                field: "session",
                own: date.to_owned(),
                foreign: planned,
            },
            Case {
                who: Role::Employee,
                path: "/improvements".into(),
                fields: idea,
                field: "department",
                own: self.named.permits.to_string(),
                foreign: self.named.counter.to_string(),
            },
        ]
    }
}

#[tokio::test]
async fn a_form_that_names_what_is_of_somebody_else_does_nothing() {
    let world = World::new().await;
    let workshop = world.named(Kind::Workshop, "a workshop").parse().expect("an id");
    let plan = learning::plan(workshop, "2026-04-28T10:00", Some(4));
    let date = learning::plan_session(&world.house, plan).await.expect("another date").to_string();
    let (mut wrong, mut count) = (Vec::new(), 0);
    let of_a_head = [world.of_a_head_in_dates(), world.of_a_head(&date, &world.of_hanna().await)].concat();
    for case in of_a_head.into_iter().chain(world.of_others(&date)) {
        let (status, changed, text) = case.send(&world, &case.foreign).await;
        let told: Vec<_> = canary::told(case.who, &text).collect();
        if changed > 0 || !told.is_empty() || status == 303 || status >= 500 {
            wrong.push(format!(
                "{} with the {} of another: {status}, {changed} changes, {told:?}",
                case.path, case.field
            ));
        }
        let (status, changed, _) = case.send(&world, &case.own).await;
        if changed == 0 {
            wrong.push(format!("{} with a {} of their own: {status}, nothing", case.path, case.field));
        }
        count += 2;
    }
    println!("{count} forms");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 20, "{count}");
}
