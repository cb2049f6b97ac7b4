//! Whether a request that changes something comes from one of our own pages.

use http::{HeaderMap, Method, header};

use super::error::Trouble;

/// Refuses what another site sent. Browsers tell so in `Sec-Fetch-Site` (on https and this machine) or in `Origin`;
/// whoever tells neither is no browser of today, and may go on only without our cookies.
///
/// # Errors
/// [`Trouble::Forged`].
pub fn check(method: &Method, headers: &HeaderMap, base_url: &str) -> Result<(), Trouble> {
    if method.is_safe() {
        return Ok(());
    }
    let text =
        |name| headers.get(name).map(|value: &http::HeaderValue| value.to_str().unwrap_or("unreadable"));
    let ours = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => is_ours(origin, text("host"), base_url),
        (None, None) => !headers.contains_key(header::COOKIE),
    };
    if ours { Ok(()) } else { Err(Trouble::Forged) }
}

/// The address that is set, or the one the browser itself asked for: a demonstration has several.
fn is_ours(origin: &str, host: Option<&str>, base_url: &str) -> bool {
    let authority = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    origin == base_url.trim_end_matches('/') || (authority.is_some() && authority == host)
}
