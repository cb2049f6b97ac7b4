//! Certificates of attendance of the person of the token.

use entity::{certificate, id::CertificateId};
use poem::web::Data;
use poem_openapi::{Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{
    caller::Caller,
    list::List,
    moment::Moment,
    problem::Problem,
    service::{Base, Tag},
};
use crate::domain::{
    error::{Error, Result as Read},
    learning::certificate as certificates,
    page::Window,
};

/// A certificate of attendance.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Certificate {
    pub id: Uuid,
    pub enrolment_id: Uuid,
    /// The number that is printed on it.
    pub serial: String,
    /// The title of the workshop, as it is printed.
    pub workshop: String,
    /// The name of the person, as it is printed.
    pub name: String,
    /// How long the meetings were together, in minutes.
    pub minutes: i32,
    pub issued_at: Moment,
    /// Since when it counts no more; null: it counts.
    pub revoked_at: Option<Moment>,
    /// Where anybody sees whether it is genuine.
    pub verify_url: String,
}

fn shape(base: &str, row: certificate::Model) -> Certificate {
    Certificate {
        id: row.id.0,
        enrolment_id: row.enrolment_id.0,
        verify_url: format!("{base}/verify/{}", row.serial),
        serial: row.serial,
        workshop: row.workshop,
        name: row.name,
        minutes: row.minutes,
        issued_at: row.issued_at.into(),
        revoked_at: row.revoked_at.map(Into::into),
    }
}

/// The operations.
pub struct Certificates;

#[OpenApi(tag = "Tag::Enrolments")]
impl Certificates {
    /// The certificates of attendance of the person of the token, the latest first; also those that were withdrawn.
    #[oai(path = "/certificates", method = "get", operation_id = "list-certificates")]
    async fn list(
        &self,
        caller: Caller,
        base: Data<&Base>,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Certificate>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let page = certificates::of_person(&caller.house.db.reader, me(&caller)?, &window).await?;
        Ok(List::of(page, |row| shape(&base.0.0, row)))
    }

    /// One certificate of the person of the token.
    #[oai(path = "/certificates/:id", method = "get", operation_id = "show-certificate")]
    async fn show(
        &self,
        caller: Caller,
        base: Data<&Base>,
        id: Path<Uuid>,
    ) -> Result<Json<Certificate>, Problem> {
        let me = me(&caller)?;
        let (row, _) = certificates::own(&caller.house.db.reader, me, CertificateId(id.0)).await?;
        Ok(Json(shape(&base.0.0, row)))
    }
}

fn me(caller: &Caller) -> Read<entity::id::PersonId> {
    caller.actor.person.ok_or(Error::Missing("certificate"))
}
