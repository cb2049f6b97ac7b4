//! For every operation of the API a thing that it can be done to, and bodies that fit.

use chrono::TimeDelta;
use entity::{id::*, role::RoleKind, workshop::ApprovalRule};
use olievlek::domain::learning::track;
use serde_json::{Value, json};

use super::body::{self, Known};
use crate::{
    api::client::{Api, new_session},
    dialogue::improvement::{agrees, idea, raises},
    house::START,
    learning::{self, certificate::certified},
    service::promise::{draft, made},
};

/// A house in which every operation can be done.
pub struct Stage {
    pub api: Api,
    workshop: String,
    /// For a workshop to which a head has to agree.
    asking: SessionId,
    /// With room for many.
    pub session: String,
    /// Of a date that is over.
    meeting: String,
    there: String,
    track: String,
    certificate: String,
    improvement: String,
    period: String,
    assignment: String,
    people: usize,
}

/// Where an operation is done, and with what.
pub struct Fit {
    pub address: String,
    /// Nothing for an operation without a body. Together they have every field that there is.
    pub bodies: Vec<Value>,
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

impl Stage {
    pub async fn new() -> Self {
        let api = Api::new().await;
        api.house.grant(api.named.sem, RoleKind::Facilitator, None).await;
        api.house.at("2026-02-23T09:00");
        let workshop = api.workshop("W1").await;
        let over = api.session(&workshop, 1, 20).await;
        let there = id(&api.enrol(&over, api.named.administrator).await.expect(201));
        let meeting = api.get(&format!("/sessions/{over}")).await.expect(200)["meetings"][0].clone();
        api.house.at(START);
        let session = api.session(&workshop, 20, 5_000).await;
        api.enrol(&session, api.named.sem).await.expect(201);
        let of_head = learning::workshop_with(&api.house, ("VRAAG", "iedereen"), ApprovalRule::Head).await;
        let plan = learning::plan(of_head, "2026-04-21T10:00", Some(5_000));
        let asking = learning::plan_session(&api.house, plan).await.expect("a session");
        let improvement = improvement(&api).await;
        let place = there.parse().expect("an id");
        let certificate = certified(&api.house, over.parse().expect("an id"), &[place]).await[0].id;
        let figures = api.house.published(&api.named, ("2025-07-01", [1, 2]), vec![]).await;
        made(&api.house, &draft("N01")).await;
        let assignment = assignment(&api, &workshop).await;
        let (certificate, period, meeting) =
            (certificate.to_string(), figures.period.to_string(), id(&meeting));
        let track = track_of(&api, &workshop).await;
        let people = 0;
        Self {
            api,
            workshop,
            asking,
            session,
            meeting,
            there,
            track,
            certificate,
            improvement,
            period,
            assignment,
            people,
        }
    }

    /// Somebody who has no place anywhere.
    async fn somebody(&mut self) -> PersonId {
        self.people += 1;
        self.api.house.employee(&format!("Iemand Nieuw{}", self.people), self.api.named.permits).await
    }

    async fn session(&self) -> String {
        self.api.session(&self.workshop, 20, 20).await
    }

    async fn enrolment(&mut self) -> String {
        let person = self.somebody().await;
        id(&self.api.enrol(&self.session, person).await.expect(201))
    }

    async fn request(&mut self) -> String {
        let person = self.somebody().await;
        learning::enrol(&self.api.house, self.asking, person).await.expect("a request").id.to_string()
    }

    /// A place that is offered to whoever is next.
    async fn offer(&mut self) -> String {
        let session = self.api.session(&self.workshop, 20, 1).await;
        let (first, second) = (self.somebody().await, self.somebody().await);
        let first = id(&self.api.enrol(&session, first).await.expect(201));
        let second = id(&self.api.enrol(&session, second).await.expect(201));
        self.api.post(&format!("/enrolments/{first}/withdrawal"), &json!({})).await.expect(200);
        second
    }

    /// A thing for an operation, made anew when it can be used once, and bodies that fit it.
    pub async fn fit(&mut self, operation: &str, path: &str) -> Fit {
        let thing = self.thing(operation).await;
        let bodies = match operation {
            "plan-session" => vec![body::of_session(&self.workshop, self.api.named.trainer)],
            "move-session" => vec![self.new_meetings(&thing).await],
            "enrol" => vec![json!({ "personId": self.somebody().await, "shortNotice": true })],
            "enrol-many" => {
                self.somebody().await;
                let mail = format!("iemand.nieuw{}@gemeente.example", self.people);
                vec![json!({ "people": [mail], "shortNotice": true })]
            }
            "swap" => {
                vec![json!({ "sessionId": self.session().await, "reason": "Iets", "shortNotice": true })]
            }
            _ => body::plain(operation, &self.known()),
        };
        let address = path.replace("{id}", &thing).replace("{code}", "N01");
        Fit { address, bodies }
    }

    fn known(&self) -> Known<'_> {
        let in_nine_days = (self.api.house.now() + TimeDelta::days(9)).to_rfc3339();
        Known {
            named: &self.api.named,
            workshop: &self.workshop,
            track: &self.track,
            there: &self.there,
            in_nine_days,
        }
    }

    async fn thing(&mut self, operation: &str) -> String {
        match operation {
            "show-workshop" | "show-evaluation" => self.workshop.clone(),
            "move-session" | "call-off" | "go-ahead" | "hold-seats" => self.session().await,
            "release-seats" => {
                let path = format!("/sessions/{}/held-seats", self.session().await);
                let hold = json!({ "departmentId": self.api.named.permits, "seats": 1 });
                id(&self.api.post(&path, &hold).await.expect(201))
            }
            "show-enrolment" => self.there.clone(),
            "withdraw" | "swap" => self.enrolment().await,
            "grant-request" | "decline-request" => self.request().await,
            "accept" => self.offer().await,
            "show-certificate" => self.certificate.clone(),
            "show-attendance" | "mark-attendance" | "close-register" => self.meeting.clone(),
            "show-assignment" | "show-progress" => self.assignment.clone(),
            "show-improvement" => self.improvement.clone(),
            "list-cells" => self.period.clone(),
            _ => self.session.clone(),
        }
    }

    async fn new_meetings(&self, session: &str) -> Value {
        let shown = self.api.get(&format!("/sessions/{session}")).await.expect(200);
        let mut meeting = new_session(&self.workshop, 24, 1)["meetings"][0].clone();
        meeting["id"] = shown["meetings"][0]["id"].clone();
        meeting["link"] = json!("https://elders.example");
        json!({ "meetings": [meeting] })
    }
}

async fn track_of(api: &Api, workshop: &str) -> String {
    let workshops = vec![workshop.parse().expect("an id")];
    let wanted = &track::Draft { title: "Basis".into(), summary: String::new(), workshops };
    let make = |change: std::sync::Arc<_>| async move { track::create(&change, wanted).await };
    let operator = &olievlek::domain::actor::Actor::operator();
    api.house.write(operator, make).await.expect("a track").to_string()
}

/// One that was agreed, because others are shown to nobody but the team.
async fn improvement(api: &Api) -> String {
    let idea = idea(api.named.permits, "Iets");
    let id = raises(&api.house, api.named.fenna, &idea).await.expect("an idea");
    agrees(&api.house, api.named.manager, id, (api.named.fenna, "2026-06-01")).await.expect("agreed");
    id.to_string()
}

async fn assignment(api: &Api, workshop: &str) -> String {
    let body = json!({
        "workshopId": workshop, "personIds": [api.named.noor], "dueOn": "2026-06-01", "reason": "Nodig",
    });
    id(&api.post("/assignments", &body).await.expect(201))
}
