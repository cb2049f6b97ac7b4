//! My certificates of attendance, and one of them on paper.

use chrono::{DateTime, Utc};
use entity::{certificate, id::CertificateId, person};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::learning::certificate as certificates,
    print::certificate::Certificate,
    web::{
        context::Context,
        pager::{Pager, window},
        print,
        sentence::Sentence,
        view::View,
    },
};

/// My certificates.
#[derive(Serialize)]
pub struct Index {
    rows: Vec<Row>,
    pages: Pager,
}

/// A certificate in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    id: String,
    serial: String,
    name: String,
    workshop: String,
    /// Of the first meeting.
    start: Option<DateTime<Utc>>,
    issued_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
    revoked_reason: Option<String>,
}

impl Row {
    pub(in crate::web) fn new(row: certificate::Model) -> Self {
        Self {
            start: certificates::meetings(&row).first().map(|met| met.start),
            id: row.id.to_string(),
            serial: row.serial,
            name: row.name,
            workshop: row.workshop,
            issued_at: row.issued_at,
            revoked_at: row.revoked_at,
            revoked_reason: row.revoked_reason,
        }
    }

    /// For samples.
    pub(in crate::web) fn sample(revoked: bool) -> Self {
        let at = DateTime::from_timestamp(1_772_700_000, 0).unwrap_or_default();
        Self {
            id: "0190a1b2-0000-7000-8000-000000000002".into(),
            serial: "OV-2026-7KQ4-M2X9-T3HD".into(),
            name: "Fenna de Boer".into(),
            workshop: "Het eerste contact".into(),
            start: Some(at),
            issued_at: at,
            revoked_at: revoked.then_some(at),
            revoked_reason: revoked.then(|| "Was er niet bij.".into()),
        }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "learning/certificate/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("certificate-list-title")
    }

    fn samples() -> Vec<Self> {
        let rows = vec![Row::sample(false), Row::sample(true)];
        vec![Self { rows, pages: Pager::single(2) }, Self { rows: Vec::new(), pages: Pager::single(0) }]
    }
}

/// My certificates, the latest first.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let me = cx.me()?;
    let page = certificates::of_person(cx.db(), me, &window(&cx)?).await?;
    let total = certificates::count_of_person(cx.db(), me).await?;
    let pages = Pager::new(&cx, &page, total);
    cx.page(&Index { rows: page.items.into_iter().map(Row::new).collect(), pages })
}

/// One of mine on paper.
#[handler]
pub async fn pdf(cx: Context, Path(id): Path<CertificateId>) -> poem::Result<Response> {
    let (row, person) = certificates::own(cx.db(), cx.me()?, id).await?;
    paper(&cx, &row, &person).await
}

/// One of somebody else on paper, for planners and for who gave the date.
#[handler]
pub async fn given(cx: Context, Path(id): Path<CertificateId>) -> poem::Result<Response> {
    let (row, person) = certificates::given(cx.db(), cx.actor(), id).await?;
    paper(&cx, &row, &person).await
}

/// In the language of whose it is.
async fn paper(cx: &Context, row: &certificate::Model, person: &person::Model) -> poem::Result<Response> {
    let language = person.language.as_deref().and_then(|code| code.parse().ok()).unwrap_or_default();
    let paper = Certificate::of(row, cx.base_url());
    print::answer(cx, language, &format!("bewijs-{}", row.serial), paper).await
}
