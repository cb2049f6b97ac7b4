//! Many files as one, written beside the requests while they are read.

use std::io::{Cursor, Write as _};

use ::zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};
use entity::id::{BundleId, CertificateId};

use super::{context::Context, error::Trouble};
use crate::domain::learning::bundle;

/// The files of a bundle. A PDF is compressed already, and is stored as it is.
///
/// # Errors
/// When the database fails.
pub async fn written(
    cx: &Context,
    id: BundleId,
    names: Vec<(CertificateId, String)>,
) -> poem::Result<Vec<u8>> {
    let (files, mut read) = tokio::sync::mpsc::channel::<(String, Vec<u8>)>(2);
    let writing = tokio::task::spawn_blocking(move || {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        while let Some((name, content)) = read.blocking_recv() {
            zip.start_file(name, stored)?;
            zip.write_all(&content)?;
        }
        Ok::<_, ZipError>(zip.finish()?.into_inner())
    });
    for (certificate, name) in names {
        // One that went meanwhile is left out: it is of somebody who was erased.
        if let Some(content) = bundle::content(cx.db(), id, certificate).await? {
            // It fails when writing has failed, which is told below.
            let _ = files.send((name, content)).await;
        }
    }
    drop(files);
    Ok(writing.await.ok().and_then(Result::ok).ok_or(Trouble::Panicked)?)
}
