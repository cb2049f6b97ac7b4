//! Where a demo keeps its database and its letters.

use std::{
    fs, io,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
};

use crate::config::Config;

/// Marks a folder that a demo may empty.
const MARK: &str = "olievlek-demo";
const DATABASE: &str = "olievlek.db";
const MAIL: &str = "mail";
/// What the fictional municipality is called, unless a setting says otherwise.
const ORGANISATION: &str = "Gemeente Voorbeeld";

/// A folder for one demo at a time; a temporary one goes when this is dropped.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    temporary: bool,
}

/// A folder that a demo may not use.
#[derive(Debug, thiserror::Error)]
pub enum Taken {
    #[error("{0} holds a database that is not a demo's; choose another folder for --data.")]
    Real(PathBuf),
    #[error("{folder} cannot be used: {error}.")]
    Unusable { folder: PathBuf, error: io::Error },
}

impl Place {
    /// A folder of one's own, or a temporary one that only this account can read.
    ///
    /// # Errors
    /// [`Taken::Real`] for a folder with a database that no demo made.
    pub fn take(folder: Option<PathBuf>) -> Result<Self, Taken> {
        let temporary = folder.is_none();
        let folder = folder.unwrap_or_else(|| {
            std::env::temp_dir().join(format!(
                "olievlek-demo-{}-{:08x}",
                std::process::id(),
                rand::random::<u32>()
            ))
        });
        if folder.join(DATABASE).exists() && !folder.join(MARK).exists() {
            return Err(Taken::Real(folder));
        }
        let made = fs::DirBuilder::new().recursive(!temporary).mode(0o700).create(&folder);
        let marked = made.and_then(|()| {
            fs::write(folder.join(MARK), "Made by `olievlek demo`, which empties this folder.\n")
        });
        match marked {
            Ok(()) => Ok(Self { folder, temporary }),
            Err(error) => Err(Taken::Unusable { folder, error }),
        }
    }

    /// Points the settings here and names the municipality. Nothing of a demo leaves the machine: letters become files.
    pub fn settle(&self, config: &mut Config) {
        config.database_url = format!("sqlite://{}", self.folder.join(DATABASE).display());
        config.mail_dir = self.folder.join(MAIL);
        config.smtp_url = None;
        if config.organisation == Config::default().organisation {
            ORGANISATION.clone_into(&mut config.organisation);
        }
    }

    /// Removes what an earlier demo left; only for who holds the lock of the database.
    ///
    /// # Errors
    /// When something cannot be removed.
    pub fn clear(&self) -> io::Result<()> {
        for name in [DATABASE.to_owned(), format!("{DATABASE}-wal"), format!("{DATABASE}-shm")] {
            or_absent(fs::remove_file(self.folder.join(name)))?;
        }
        or_absent(fs::remove_dir_all(self.folder.join(MAIL)))
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.temporary {
            // What cannot be removed now, the system removes with its other temporary files.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn or_absent(done: io::Result<()>) -> io::Result<()> {
    done.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
