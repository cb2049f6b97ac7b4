//! What residents think of the service, from other systems. What came in is not read here: grades are published with a period.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::{feedback::FeedbackWay, id::DepartmentId};
use poem_openapi::{Object, OpenApi, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    choice::Channel,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::Change,
    service::feedback::{self, Entry, Said},
};

/// What a resident said: at least one of grade, effort and text. Without what leads to a resident; mail addresses, telephone
/// numbers, citizen service numbers and account numbers are taken out of the text.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewFeedback {
    pub channel: Channel,
    #[oai(validator(minimum(value = "1"), maximum(value = "10")))]
    pub grade: Option<i32>,
    /// How much effort it took, from very little to very much.
    #[oai(validator(minimum(value = "1"), maximum(value = "5")))]
    pub effort: Option<i32>,
    #[oai(validator(max_length = 1000))]
    pub text: Option<String>,
    /// What it is about; null where that is not known.
    pub department_id: Option<Uuid>,
    /// Today when left out.
    pub received_on: Option<NaiveDate>,
}

/// That it was kept. It has no address: nobody finds it again.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Kept {
    /// The day with which it stands.
    pub received_on: NaiveDate,
}

impl Read for NewFeedback {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (channel, grade, effort) =
            (fields.required("channel"), fields.optional("grade"), fields.optional("effort"));
        let (text, department, received_on) =
            (fields.optional("text"), fields.optional("departmentId"), fields.optional("receivedOn"));
        Some(Self {
            channel: channel?,
            grade: grade?,
            effort: effort?,
            text: text?,
            department_id: department?,
            received_on: received_on?,
        })
    }
}

/// The operations on feedback.
pub struct Feedback;

#[OpenApi(tag = "Tag::Service")]
impl Feedback {
    /// Keep what a resident thinks of the service.
    #[oai(path = "/feedback", method = "post", operation_id = "enter-feedback")]
    async fn enter(&self, caller: Caller, body: Body<NewFeedback>) -> Result<Json<Kept>, Problem> {
        let today = caller.house.policy.day(caller.house.now());
        let new = body.0;
        let said = Said { grade: new.grade, effort: new.effort, text: new.text.unwrap_or_default() };
        let entry = &Entry {
            channel: new.channel.into(),
            said,
            department: new.department_id.map(DepartmentId),
            received_on: new.received_on.unwrap_or(today),
            way: FeedbackWay::File,
        };
        let enter = |change: Arc<Change>| async move { feedback::enter(&change, entry).await.map(|_| ()) };
        caller.house.write_once(&caller.actor, caller.key.as_ref(), enter).await?;
        Ok(Json(Kept { received_on: entry.received_on }))
    }
}
