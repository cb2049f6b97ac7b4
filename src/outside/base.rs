//! Where another system is, and what still is that system.

use std::net::IpAddr;

use http::{Uri, uri::Scheme};

/// The address under which all that is asked of a system lies. Encrypted, unless it is on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    uri: Uri,
    /// Without a slash at the end.
    path: String,
}

impl Base {
    /// Nothing for another scheme, an address without a host, one with a user or a query, and for `http` to another machine.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let uri: Uri = text.trim_end_matches('/').parse().ok()?;
        let secure = uri.scheme() == Some(&Scheme::HTTPS);
        let host = uri.host().filter(|host| !host.is_empty())?;
        let plain = uri.scheme() == Some(&Scheme::HTTP) && is_here(host);
        let user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
        if !(secure || plain) || user || uri.query().is_some() || text.contains('#') {
            return None;
        }
        let path = uri.path().trim_end_matches('/').to_owned();
        Some(Self { uri, path })
    }

    /// What lies under it: `/internetaken?page=1`.
    pub(super) fn under(&self, path: &str) -> Option<Uri> {
        let mut parts = self.uri.clone().into_parts();
        parts.path_and_query = Some(format!("{}{path}", self.path).parse().ok()?);
        Uri::from_parts(parts).ok()
    }

    /// Whether an address is of the same scheme, host and port.
    #[must_use]
    pub fn is_of(&self, uri: &Uri) -> bool {
        let host = |uri: &Uri| uri.host().unwrap_or_default().to_ascii_lowercase();
        let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
        plain
            && uri.scheme() == self.uri.scheme()
            && host(uri) == host(&self.uri)
            && port(uri) == port(&self.uri)
    }

    /// Whether nobody else can listen on the way.
    pub(super) fn is_secure(&self) -> bool {
        self.uri.scheme() == Some(&Scheme::HTTPS)
    }
}

fn port(uri: &Uri) -> u16 {
    let usual = if uri.scheme() == Some(&Scheme::HTTPS) { 443 } else { 80 };
    uri.port_u16().unwrap_or(usual)
}

/// Whether a host is this machine.
fn is_here(host: &str) -> bool {
    let bare = host.trim_matches(['[', ']']);
    host.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
