//! Many people at once into one session.

use std::sync::Arc;

use entity::{enrolment::Origin, id::SessionId};
use poem_openapi::{Object, OpenApi, param::Path, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    enrolment::Enrolment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::{Change, RequestKey},
    error::Error,
    learning::{
        bulk::{self, Meant},
        enrolment::{self, TakePlace},
        session,
    },
    secret,
};

/// Who is to be enrolled.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewEnrolments {
    /// Of each person the mail address, the employee number or the id. At most 500.
    #[oai(validator(min_items = 1, max_items = 500))]
    pub people: Vec<String>,
    /// As for one enrolment. Left out: yes.
    pub short_notice: Option<bool>,
}

/// What became of each, in the order in which they were sent. Who was refused stops nobody else.
#[derive(Debug, Object)]
pub struct BulkResult {
    pub items: Vec<BulkItem>,
}

/// What became of one.
#[derive(Debug, Object)]
pub struct BulkItem {
    /// As it was sent.
    pub person: String,
    /// Null when there is none.
    pub enrolment: Option<Enrolment>,
    /// Why not, for programs: `unknown`, `named-twice`, or the code of a rule. Null when there is an enrolment.
    pub code: Option<String>,
}

impl Read for NewEnrolments {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (people, short_notice) = (fields.required("people"), fields.optional("shortNotice"));
        Some(Self { people: people?, short_notice: short_notice? })
    }
}

/// The operation.
pub struct Bulk;

#[OpenApi(tag = "Tag::Enrolments")]
impl Bulk {
    /// Take places for many people at once.
    #[oai(path = "/sessions/:id/enrolments/bulk", method = "post", operation_id = "enrol-many")]
    async fn create(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        body: Body<NewEnrolments>,
    ) -> Result<Json<BulkResult>, Problem> {
        let (session, db) = (SessionId(id.0), &caller.house.db.reader);
        session::details(db, session, caller.house.now()).await?;
        let lines = bulk::meant(db, session, &body.0.people).await?;
        // The key is of the whole list: with another list it is refused before anybody gets a place.
        caller.house.write_once(&caller.actor, caller.key.as_ref(), |_| async { Ok(()) }).await?;
        let mut items = Vec::with_capacity(lines.len());
        for line in lines {
            let wish = |person| TakePlace {
                session,
                person,
                origin: Origin::Api,
                short_notice: body.0.short_notice.unwrap_or(true),
                override_reason: None,
            };
            let (enrolment, code) = match &line.meant {
                Meant::Nobody => (None, Some("unknown")),
                Meant::Again(_) => (None, Some("named-twice")),
                Meant::Somebody(person) | Meant::Here(person) => place(&caller, wish(person.id)).await?,
            };
            items.push(BulkItem { person: line.text, enrolment, code: code.map(str::to_owned) });
        }
        Ok(Json(BulkResult { items }))
    }
}

/// One change a person. Sent again under the same key, whoever got a place gets the same answer.
async fn place(
    caller: &Caller,
    wish: TakePlace,
) -> Result<(Option<Enrolment>, Option<&'static str>), Problem> {
    let own = caller.key.as_ref().map(|key| RequestKey {
        hash: secret::hash(format!("{} {}", key.hash, wish.person)),
        fingerprint: key.fingerprint.clone(),
    });
    let wish = &wish;
    let taken = |change: Arc<Change>| async move { enrolment::take_place(&change, wish).await };
    match caller.house.write_once(&caller.actor, own.as_ref(), taken).await {
        Ok(placement) => Ok((Some(placement.into()), None)),
        Err(Error::Refused(no)) => Ok((None, Some(no.code()))),
        Err(error) => Err(error.into()),
    }
}
