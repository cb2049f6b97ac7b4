//! Letters as .eml files, for a house without a mail server. Whoever reads the folder sees whole letters only.

use std::path::PathBuf;

use entity::id::TaskId;
use lettre::Message;
use tokio::{fs, io::AsyncWriteExt as _};

use super::Outcome;

/// A folder that fills with letters.
#[derive(Clone, Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    pub(super) async fn deliver(&self, id: TaskId, letter: &Message) -> Outcome {
        match self.write(id, &letter.formatted()).await {
            Ok(()) => Outcome::Sent,
            Err(error) => Outcome::Later(format!("{}: {error}", self.0.display())),
        }
    }

    /// Written whole under another name, forced to disk, then renamed. A second attempt replaces the first.
    async fn write(&self, id: TaskId, letter: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(&self.0).await?;
        let draft = self.0.join(format!("{id}.part"));
        let mut file = fs::File::create(&draft).await?;
        file.write_all(letter).await?;
        file.sync_all().await?;
        drop(file);
        fs::rename(&draft, self.0.join(format!("{id}.eml"))).await?;
        // The new name is on disk only when the folder is.
        fs::File::open(&self.0).await?.sync_all().await
    }
}
