//! What goes round every request: a number, a line in the log, security headers; and round pages: who asks, whether
//! the request is forged, and an error page for whatever goes wrong inside.

use std::{panic::AssertUnwindSafe, sync::Arc};

use futures_util::FutureExt as _;
use http::{HeaderName, HeaderValue, header};
use poem::{Endpoint, IntoResponse as _, Request, Response};

use super::{
    Site, compress,
    context::Context,
    error::{self, Trouble},
    forgery, header as headers,
    log::{self, Trail},
    own_words, proxy,
    row::Secret,
};
use crate::app::App;

/// The outermost layer, round pages, files and the API.
pub struct Outer<E> {
    pub(super) app: App,
    pub(super) inner: E,
}

impl<E: Endpoint> Endpoint for Outer<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let config = &self.app.config;
        let trail = Trail::start(proxy::client(&request, &config.trusted_proxies));
        let (method, asked) = (request.method().clone(), request.headers().clone());
        let class = log::class(request.uri().path());
        request.set_data(trail.clone());
        let called = AssertUnwindSafe(self.inner.get_response(request)).catch_unwind().await;
        let response = called.unwrap_or_else(|_| Trouble::Panicked.as_plain());
        let mut response = compress::shrink(&asked, response);
        headers::secure(response.headers_mut(), config.is_secure());
        if let Ok(number) = HeaderValue::from_str(trail.request()) {
            response.headers_mut().insert(HeaderName::from_static("x-request-id"), number);
        }
        trail.end((&method, class), response.status());
        Ok(response)
    }
}

/// The layer round pages.
pub(super) struct Pages<E> {
    pub(super) site: Arc<Site>,
    pub(super) inner: E,
}

impl<E: Endpoint> Endpoint for Pages<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let (cx, known) = Context::open(&self.site, &request).await;
        request.set_data(cx.clone());
        cx.note_seen().await;
        let known = match known {
            Ok(()) => cx.count_waiting().await,
            unknown => unknown,
        };
        if request.method().is_safe() {
            own_words::freshen(&cx).await;
        }
        if !request.method().is_safe() {
            // A form may still be on its way, slowly, and must hold no connection until it is here.
            cx.db().rest();
        }
        let checked = known.map_err(poem::Error::from).and_then(|()| {
            Ok(forgery::check(request.method(), request.headers(), &self.site.app.config.base_url)?)
        });
        let answered = match checked {
            Ok(()) => AssertUnwindSafe(self.inner.call(request))
                .catch_unwind()
                .await
                .unwrap_or_else(|_| Err(Trouble::Panicked.into())),
            Err(error) => Err(error),
        };
        cx.db().leave();
        let mut response =
            answered.map_or_else(|error| error::page(&cx, &error), poem::IntoResponse::into_response);
        if response.data::<Secret>().is_some() {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        Ok(response.into_response())
    }
}
