//! Secrets that are shown once and kept as their SHA-256.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

/// A secret of 256 bits, and what the database may know of it. A guess cannot be tried against a stolen hash: there are
/// too many, so that a slow hash as for passwords would only cost time.
pub struct Secret {
    /// For its owner only; letters, digits, `-` and `_`.
    pub plain: String,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

/// A new secret.
#[must_use]
pub fn fresh() -> Secret {
    let plain = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    Secret { hash: hash(&plain), plain }
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn hash(plain: impl AsRef<[u8]>) -> String {
    Sha256::digest(plain).iter().map(|byte| format!("{byte:02x}")).collect()
}
