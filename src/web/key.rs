//! The hidden key of a form: sending the same form twice does its work once.

use rand::TryRngCore as _;
use sha2::{Digest as _, Sha256};

use super::form::Form;
use crate::domain::{actor::Actor, change::RequestKey};

/// A key for a form that is given out: 128 random bits in hexadecimal.
pub fn fresh() -> String {
    let mut bytes = [0; 16];
    // Without randomness the key is empty, and the form works without this help.
    rand::rngs::OsRng.try_fill_bytes(&mut bytes).map_or_else(|_| String::new(), |()| hex(&bytes))
}

impl Form {
    /// Names this request by who sends it and the form's key; nothing for a form without a key.
    pub(super) fn request_key(&self, actor: &Actor) -> Option<RequestKey> {
        let key = self.text("key");
        let person = actor.person.filter(|_| !key.is_empty())?;
        let hash = Sha256::new().chain_update(person.to_string()).chain_update(key).finalize();
        Some(RequestKey { hash: hex(&hash), fingerprint: self.fingerprint.clone() })
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
