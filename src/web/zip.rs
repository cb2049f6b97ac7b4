//! Many files as one, written while it is fetched: a file at a time is read and sent, so that the memory it takes is that of a few
//! certificates, however many there are.

use std::io::{self, Write};

use ::zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};
use entity::id::{BundleId, CertificateId};
use futures_util::stream;
use poem::Body;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::{db::Reader, domain::learning::bundle};

/// So many files, and pieces of the answer, wait for who is slower.
const AHEAD: usize = 2;
/// Bytes of a piece, about.
const PIECE: usize = 64 * 1024;

/// The files of a bundle, in this order. They are deflated although a PDF hardly gets smaller: not every program opens a file
/// that is stored as it is when its size stands behind it. When the database fails, or the
/// archive cannot be written, the answer breaks off, so that nobody takes part of it for the whole.
pub fn streamed(db: Reader, id: BundleId, names: Vec<(CertificateId, String)>) -> Body {
    let (files, read) = channel(AHEAD);
    let (pieces, answer) = channel(AHEAD);
    tokio::spawn(read_all(db, id, names, files));
    tokio::task::spawn_blocking(move || {
        if let Err(error) = write_all(read, &pieces) {
            // Whoever fetches it may have gone.
            let _ = pieces.blocking_send(Err(io::Error::other(error)));
        }
    });
    let next =
        |mut answer: Receiver<io::Result<Vec<u8>>>| async move { Some((answer.recv().await?, answer)) };
    Body::from_bytes_stream(stream::unfold(answer, next))
}

type File = io::Result<(String, Vec<u8>)>;

async fn read_all(db: Reader, id: BundleId, names: Vec<(CertificateId, String)>, files: Sender<File>) {
    for (certificate, name) in names {
        let file = match bundle::content(&db, id, certificate).await {
            Ok(Some(content)) => Ok((name, content)),
            // One that went meanwhile is left out: it is of somebody who was erased.
            Ok(None) => continue,
            Err(error) => Err(io::Error::other(error.to_string())),
        };
        let failed = file.is_err();
        if files.send(file).await.is_err() || failed {
            return;
        }
    }
}

fn write_all(mut read: Receiver<File>, pieces: &Sender<io::Result<Vec<u8>>>) -> Result<(), ZipError> {
    let mut zip = ZipWriter::new_stream(Pieces { pieces, held: Vec::with_capacity(PIECE) });
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    while let Some(file) = read.blocking_recv() {
        let (name, content) = file?;
        zip.start_file(name, deflated)?;
        zip.write_all(&content)?;
    }
    zip.finish()?.into_inner().flush()?;
    Ok(())
}

/// Sends on what is written, in pieces.
struct Pieces<'a> {
    pieces: &'a Sender<io::Result<Vec<u8>>>,
    held: Vec<u8>,
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::take(&mut self.held);
        if piece.is_empty() {
            return Ok(());
        }
        self.pieces.blocking_send(Ok(piece)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
