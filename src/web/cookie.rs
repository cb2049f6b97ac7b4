//! The three cookies of the house: who is signed in, one message for the next page, the chosen language.

use std::time::Duration;

use http::{HeaderMap, HeaderValue, header};

/// One message for the next page.
pub const FLASH: &str = "flash";
/// The language of a visitor.
pub const LANGUAGE: &str = "language";

/// The name of the cookie of a signed-in browser. `__Host-` makes browsers refuse it from a neighbouring site, but
/// needs https, which a demonstration on a local network does not have.
pub const fn sign_in(https: bool) -> &'static str {
    if https { "__Host-olievlek" } else { "olievlek" }
}

/// The value of a cookie that came with a request.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(given, _)| *given == name).map(|(_, value)| value)
}

/// A `Set-Cookie` line that no script can read and no other site can send along with a form.
/// `value` must be of letters, digits, `-` and `_`; anything else sets an empty cookie.
pub fn set(name: &str, value: &str, lasts: Duration, https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{secure}", lasts.as_secs());
    HeaderValue::try_from(line).unwrap_or_else(|_| HeaderValue::from_static("unreadable=; Max-Age=0"))
}

/// As [`set`], for a device that others use too: it goes when the window is closed.
pub fn passing(name: &str, value: &str, https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::try_from(line).unwrap_or_else(|_| HeaderValue::from_static("unreadable=; Max-Age=0"))
}

/// A `Set-Cookie` line that takes a cookie away.
pub fn forget(name: &str, https: bool) -> HeaderValue {
    set(name, "", Duration::ZERO, https)
}
