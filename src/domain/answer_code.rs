//! Codes of links with which somebody answers without signing in: whoever gave their name to come in would not believe that the
//! answer is anonymous.
//!
//! A code is what is asked (16 bytes), an invitation (16) and the first 16 bytes of an HMAC-SHA256 over both with the key of what is
//! asked (RFC 2104), in base64url. It is computed when a letter leaves or a page is shown, and kept nowhere.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use uuid::Uuid;

const ID_BYTES: usize = 16;
const SIGNED_BYTES: usize = 2 * ID_BYTES;
const MAC_BYTES: usize = 16;

/// A key for the links of one time that people are asked.
pub(super) fn fresh_key() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// The code of an invitation; nothing once the key is gone.
pub(super) fn code(key: &str, asked: Uuid, invitation: Uuid) -> Option<String> {
    let mut code = [*asked.as_bytes(), *invitation.as_bytes()].concat();
    let mac = mac(key, &code)?.finalize().into_bytes();
    code.extend(mac.into_iter().take(MAC_BYTES));
    Some(BASE64_URL_SAFE_NO_PAD.encode(code))
}

/// A code in its parts.
pub(super) struct Code {
    pub(super) asked: Uuid,
    pub(super) invitation: Uuid,
    signed: Vec<u8>,
    tag: Vec<u8>,
}

impl Code {
    /// Nothing for what has not the shape of a code.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut signed = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
        if signed.len() != SIGNED_BYTES + MAC_BYTES {
            return None;
        }
        let tag = signed.split_off(SIGNED_BYTES);
        let (asked, invitation) = signed.split_at(ID_BYTES);
        let (asked, invitation) = (Uuid::from_slice(asked).ok()?, Uuid::from_slice(invitation).ok()?);
        Some(Self { asked, invitation, signed, tag })
    }

    /// Whether we gave it. In constant time.
    pub(super) fn is_signed_with(&self, key: &str) -> bool {
        mac(key, &self.signed).is_some_and(|mac| mac.verify_truncated_left(&self.tag).is_ok())
    }
}

fn mac(key: &str, signed: &[u8]) -> Option<Hmac<Sha256>> {
    if key.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(signed);
    Some(mac)
}
