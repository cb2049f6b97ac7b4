//! Pages of text, and what machines ask for: the security address, the sitemap of a demonstration.

use chrono::{Months, SecondsFormat};
use entity::role::RoleKind;
use poem::{Response, handler, http::header};
use serde::Serialize;

use super::{context::Context, row::Row, sentence::Sentence, view::View};
use crate::domain::actor::Actor;

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum About {
    Accessibility,
    Privacy,
    Source,
}

/// A page of text.
#[derive(Serialize)]
pub struct Text {
    about: About,
    /// Where to write to.
    contact: String,
}

impl View for Text {
    const TEMPLATE: &'static str = "home/text.html";

    fn title(&self) -> Sentence {
        Sentence::new(match self.about {
            About::Accessibility => "accessibility-title",
            About::Privacy => "privacy-title",
            About::Source => "source-title",
        })
    }

    fn samples() -> Vec<Self> {
        [About::Accessibility, About::Privacy, About::Source]
            .map(|about| Self { about, contact: "leren@gemeente.example".into() })
            .into()
    }
}

fn text(cx: &Context, about: About) -> poem::Result<Response> {
    cx.page(&Text { about, contact: cx.mailbox() })
}

/// How accessible this is, and where to say that it is not.
#[handler]
pub fn accessibility(cx: Context) -> poem::Result<Response> {
    text(&cx, About::Accessibility)
}

/// What is kept about people, and why.
#[handler]
pub fn privacy(cx: Context) -> poem::Result<Response> {
    text(&cx, About::Privacy)
}

/// Where the source is.
#[handler]
pub fn source(cx: Context) -> poem::Result<Response> {
    text(&cx, About::Source)
}

/// Where to report a weakness (RFC 9116).
#[handler]
pub fn security(cx: Context) -> Response {
    let until = cx.now().checked_add_months(Months::new(6)).unwrap_or_else(|| cx.now());
    let until = until.to_rfc3339_opts(SecondsFormat::Secs, true);
    let body = format!("Contact: mailto:{}\nExpires: {until}\nPreferred-Languages: nl, en\n", cx.mailbox());
    Response::builder().content_type("text/plain; charset=utf-8").body(body)
}

/// A page that browser tests visit.
#[derive(Serialize)]
struct Stop {
    path: &'static str,
    roles: Vec<&'static str>,
}

/// Every page with who may ask for it; `:name` stands for what differs in its address.
#[handler]
pub fn sitemap(cx: Context) -> Response {
    let rows = cx.rows().filter(|row| row.method.is_safe());
    let stops: Vec<_> = rows.map(|row| Stop { path: row.path, roles: roles(row) }).collect();
    let body = serde_json::to_vec(&stops).unwrap_or_default();
    Response::builder().header(header::CONTENT_TYPE, "application/json").body(body)
}

/// `visitor`, `employee`, and the roles that may ask.
fn roles(row: &Row) -> Vec<&'static str> {
    let visitor = row.allow.admits(None, true).then_some("visitor");
    let as_role = |role: Option<RoleKind>| {
        let actor =
            Actor { roles: role.into_iter().collect(), ..Actor::employee(entity::id::PersonId::new()) };
        row.allow.permits(&actor, true).then(|| role.map_or("employee", RoleKind::code))
    };
    let others = std::iter::once(None).chain(RoleKind::ALL.iter().copied().map(Some)).filter_map(as_role);
    visitor.into_iter().chain(others).collect()
}
