//! The token of the ZGW APIs: a JWT, signed with HS256 by who asks.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac as _};
use serde::Serialize;
use sha2::Sha256;

use super::{Failure, Secret};

#[derive(Serialize)]
struct Head {
    typ: &'static str,
    alg: &'static str,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    iat: i64,
    client_id: &'a str,
    user_id: &'a str,
    user_representation: &'a str,
}

/// Of this client, from this moment on. Who reads there is named as this program, and as no person.
pub(super) fn signed(client_id: &str, secret: &Secret, at: DateTime<Utc>) -> Result<String, Failure> {
    let claims = Claims {
        iss: client_id,
        iat: at.timestamp(),
        client_id,
        user_id: "olievlek",
        user_representation: "Olievlek",
    };
    sign(&claims, secret).ok_or(Failure::Refused)
}

fn sign(claims: &Claims<'_>, secret: &Secret) -> Option<String> {
    let head = serde_json::to_vec(&Head { typ: "JWT", alg: "HS256" }).ok()?;
    let parts = [head, serde_json::to_vec(claims).ok()?];
    let text = parts.map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.open().as_bytes()).ok()?;
    mac.update(text.as_bytes());
    Some(format!("{text}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that Open Zaak's documentation works out.
    const EXAMPLE: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJkb2NzIiwiaWF0IjoxNjAyODU3MzAxLCJjbGllbnRfaWQiOiJkb2NzIiwidXNlcl9pZCI6ImRvY3NAZXhhbXBsZS5jb20iLCJ1c2VyX3JlcHJlc2VudGF0aW9uIjoiRG9jdW1lbnRhdGlvbiBFeGFtcGxlIn0.DZu7E780xG4zqRiT8ZhrBeMudz45301wNVDT0ra-Iyw";

    #[test]
    fn a_token_is_signed_as_the_documentation_of_open_zaak_signs_it() {
        let claims = Claims {
            iss: "docs",
            iat: 1_602_857_301,
            client_id: "docs",
            user_id: "docs@example.com",
            user_representation: "Documentation Example",
        };
        let secret = Secret::read("example-secret").expect("a secret");
        assert_eq!(sign(&claims, &secret).as_deref(), Some(EXAMPLE));
    }
}
