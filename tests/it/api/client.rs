//! A program that talks to the API of a test house.

use entity::{
    id::*,
    workshop::{ApprovalRule, Offering, WorkshopForm, WorkshopState},
};
use olievlek::{
    api,
    app::{self, App},
    config::Config,
    domain::{
        actor::{Actor, Scope},
        learning::workshop::{self, Draft},
        people::api_token::{self, NewToken},
    },
};
use poem::{
    Endpoint as _, EndpointExt as _, Request,
    endpoint::BoxEndpoint,
    http::{HeaderMap, Method, StatusCode, Uri, header},
};
use serde_json::{Value, json};

use crate::house::{TestHouse, world::Named};

/// A house with its named people, a token that may do all, and the API of that house.
pub struct Api {
    pub house: TestHouse,
    pub named: Named,
    pub token: String,
    endpoint: BoxEndpoint<'static>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body of an answer with this status.
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        assert_eq!(self.header("API-Version"), api::VERSION);
        self.json()
    }

    /// The code of a problem with this status.
    pub fn problem(self, status: u16) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        let body = self.expect(status);
        assert_eq!(body["status"], status);
        for member in ["title", "detail"] {
            let said = body[member].as_str().unwrap();
            assert!(!said.is_empty() && !said.contains('⟦'), "{body}");
        }
        for wrong in body["errors"].as_array().into_iter().flatten() {
            assert!(!wrong["detail"].as_str().unwrap().contains('⟦'), "{body}");
        }
        body["code"].as_str().unwrap().to_owned()
    }

    /// The fields that a 400 names.
    pub fn wrong_fields(self) -> Vec<String> {
        let errors = self.json()["errors"].clone();
        assert_eq!(self.problem(400), "invalid");
        let name = |error: &Value| error["field"].as_str().unwrap().to_owned();
        errors.as_array().unwrap().iter().map(name).collect()
    }
}

impl Api {
    pub async fn new() -> Self {
        let house = TestHouse::new().await;
        let named = house.named().await;
        let put_together = App::new(Config::default(), house.db.clone(), house.clock.clone()).unwrap();
        let app = App { house: house.clone(), ..put_together };
        let endpoint = app::endpoint(&app).boxed();
        let mut api = Self { house, named, token: String::new(), endpoint };
        api.token = api.token_of(api.named.administrator, &[Scope::Admin]).await;
        api
    }

    pub async fn token_of(&self, person: PersonId, scopes: &[Scope]) -> String {
        let new = &NewToken { person, scopes: scopes.to_vec(), days: None };
        let operator = &Actor::operator();
        let made = self.house.write(operator, |change| async move { api_token::create(&change, new).await });
        made.await.unwrap()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], "").await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        let json = ("content-type", "application/json");
        self.send(Method::POST, path, &[json], &body.to_string()).await
    }

    /// As the token that may do all, unless a header says otherwise.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let uri: Uri = format!("/api/v1{path}").parse().unwrap();
        let mut request = Request::builder().method(method).uri(uri);
        if !headers.iter().any(|(name, _)| *name == "authorization") {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = match body {
            "" => request.finish(),
            _ => request.body(body.to_owned()),
        };
        let mut response = self.endpoint.get_response(request).await;
        let text = response.take_body().into_string().await.unwrap();
        Answer { status: response.status(), headers: response.headers().clone(), text }
    }

    /// A page of the same house.
    pub async fn page(&self, request: Request) -> String {
        let mut response = self.endpoint.get_response(request).await;
        assert_eq!(response.status(), StatusCode::OK);
        response.take_body().into_string().await.unwrap()
    }

    /// A workshop in the catalogue.
    pub async fn workshop(&self, code: &str) -> String {
        self.workshop_for(code, "iedereen").await
    }

    pub async fn workshop_for(&self, code: &str, audience: &str) -> String {
        let draft = &Draft {
            code: code.into(),
            title: format!("Workshop {code}"),
            summary: "Luisteren en doorvragen.".into(),
            description: String::new(),
            goals: "Je luistert\nJe vraagt door".into(),
            values: vec![entity::core_value::CoreValue::Craft],
            form: WorkshopForm::OnSite,
            duration_minutes: 210,
            parts: 1,
            minimum: Some(6),
            maximum: Some(14),
            audience: audience.into(),
            offering: Offering::Open,
            languages: vec![],
            cover: None,
            approval: ApprovalRule::Nobody,
        };
        let operator = &Actor::operator();
        let made = self.house.write(operator, |change| async move {
            let id = workshop::create(&change, draft).await?;
            workshop::set_state(&change, id, WorkshopState::Published).await?;
            Ok(id)
        });
        made.await.unwrap().to_string()
    }

    /// A session of one meeting on this day of March 2026, from ten to twelve.
    pub async fn session(&self, workshop: &str, day: u32, capacity: u32) -> String {
        let made = self.post("/sessions", &new_session(workshop, day, capacity)).await.expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    pub async fn enrol(&self, session: &str, person: PersonId) -> Answer {
        self.post(&format!("/sessions/{session}/enrolments"), &json!({ "personId": person })).await
    }
}

pub fn new_session(workshop: &str, day: u32, capacity: u32) -> Value {
    let at = |hour: u32| format!("2026-03-{day:02}T{hour:02}:00:00+01:00");
    let meeting = json!({ "start": at(10), "end": at(12), "location": "Raadzaal" });
    json!({ "workshopId": workshop, "capacity": capacity, "meetings": [meeting] })
}
