//! A view in the frame that all pages share.

use chrono::{DateTime, Utc};
use entity::sign_in::Device;
use http::{StatusCode, header};
use poem::Response;

use super::{
    answer::own_path,
    asset::Addresses,
    context::Context,
    cookie,
    error::Trouble,
    menu,
    row::Allow,
    sentence::Sentence,
    view::{Framed, Shell, View, ViewerCard},
};
use crate::domain::people::person::full_name;

impl Context {
    /// A page.
    ///
    /// # Errors
    /// [`Trouble::Template`] for a template that asks for what the view does not hold.
    pub fn page<V: View>(&self, view: &V) -> poem::Result<Response> {
        self.page_as(StatusCode::OK, view)
    }

    /// A page with another status.
    ///
    /// # Errors
    /// As [`Context::page`].
    pub fn page_as<V: View>(&self, status: StatusCode, view: &V) -> poem::Result<Response> {
        // All has been read; somebody else can use the connection while this is written.
        self.db().rest();
        let html = self.written(view).map_err(Trouble::from)?;
        // Who comes next must not find the pages of who was here.
        let shared = self.shared_until().is_some();
        let mut response = Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
            .header(header::CONTENT_LANGUAGE, self.language().code())
            .header(header::CACHE_CONTROL, if shared { "no-store" } else { "private, no-cache" })
            .body(html);
        if self.flash().is_some() {
            response.headers_mut().append(header::SET_COOKIE, cookie::forget(cookie::FLASH, self.https()));
        }
        Ok(response)
    }

    fn written<V: View>(&self, view: &V) -> Result<String, minijinja::Error> {
        let (templates, language) = (&self.app().templates, self.language());
        let framed = Framed { shell: self.shell(&view.title()), view };
        let html = templates.render(language, V::TEMPLATE, &framed)?;
        if V::PLAIN {
            return Ok(html);
        }
        self.site().frames.round((templates, language), framed.shell, &html)
    }

    /// On a device that others use too: until when the viewer is signed in.
    pub(super) fn shared_until(&self) -> Option<DateTime<Utc>> {
        self.viewer().filter(|viewer| viewer.device == Device::Shared).map(|viewer| viewer.expires_at)
    }

    fn shell(&self, title: &Sentence) -> Shell {
        let viewer = self.viewer().map(|viewer| {
            let name = full_name(&viewer.person);
            let initials = initials(&viewer.person.given_name, &viewer.person.surname);
            ViewerCard { id: viewer.person.id.to_string(), name, initials }
        });
        let path =
            if self.site().holds_secret(self.address()) { "/sign-in" } else { own_path(self.address()) };
        let (requests, extensions) = self.waiting();
        Shell {
            title: self.say(title),
            language: self.language().code(),
            organisation: self.organisation().to_owned(),
            viewer,
            shared: self.shared_until(),
            menu: menu::of(self),
            requests,
            extensions,
            programme: self.may(Allow::Staff),
            flash: self.flash().cloned(),
            path: path.to_owned(),
            request_id: self.request().to_owned(),
            demo: self.demo(),
            assets: Addresses::all(),
        }
    }
}

fn initials(given: &str, surname: &str) -> String {
    [given, surname].into_iter().filter_map(|name| name.chars().next()).flat_map(char::to_uppercase).collect()
}
