//! How large a body may be and how long it may take, counted while it arrives: a length that is announced proves
//! nothing, and a chunked body announces none.

use std::time::Duration;

use poem::{Request, error::ReadBodyError};

use super::error::Trouble;

/// What a form may hold.
pub const FORM: usize = 1024 * 1024;
/// What an uploaded file may hold, with the form round it.
pub const UPLOAD: usize = 10 * 1024 * 1024;
/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes in the whole body, at most `most` bytes of it.
///
/// # Errors
/// [`Trouble::TooLarge`], [`Trouble::TooSlow`], or [`Trouble::Unreadable`] when the connection broke.
pub async fn take_in(request: &mut Request, most: usize) -> Result<(), Trouble> {
    let body = request.take_body();
    let arrived =
        tokio::time::timeout(PATIENCE, body.into_bytes_limit(most)).await.map_err(|_| Trouble::TooSlow)?;
    request.set_body(arrived.map_err(|error| match error {
        ReadBodyError::PayloadTooLarge => Trouble::TooLarge,
        _ => Trouble::Unreadable,
    })?);
    Ok(())
}
