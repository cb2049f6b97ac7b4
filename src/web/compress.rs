//! Makes text answers smaller, except those that hold a secret: their length would tell of it.

use http::{HeaderMap, HeaderValue, header};
use poem::{
    IntoResponse as _, Response,
    web::{Compress, CompressionAlgo, CompressionLevel},
};

use super::row::Secret;

/// Smaller, when the browser takes it and it is text.
pub fn shrink(asked: &HeaderMap, response: Response) -> Response {
    let text = ["text/", "image/svg", "application/json", "application/problem+json"];
    let kind = response.content_type().unwrap_or_default();
    let worth = text.iter().any(|start| kind.starts_with(start))
        && !response.headers().contains_key(header::CONTENT_ENCODING);
    if !worth || response.data::<Secret>().is_some() {
        return response;
    }
    let mut response = if takes_gzip(asked) {
        Compress::new(response, CompressionAlgo::GZIP).with_quality(CompressionLevel::Fastest).into_response()
    } else {
        response
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let line = asked.get(header::ACCEPT_ENCODING).and_then(|line| line.to_str().ok()).unwrap_or_default();
    line.split(',').any(|coding| {
        let (coding, weight) = coding.split_once(';').unwrap_or((coding, ""));
        coding.trim().eq_ignore_ascii_case("gzip") && !weight.replace(' ', "").starts_with("q=0")
    })
}
