//! A backup on disk: the copy, and beside it a text file in the format of `sha256sum`, which says what it is.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

use super::problem::Problem;
use crate::config::Config;

/// Read at once.
const PART: usize = 1024 * 1024;
/// Only its owner may read what holds everything of everybody.
const MODE: u32 = 0o600;

/// The two databases, by how a copy of each begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// That of the settings.
    pub(super) fn of(config: &Config) -> Self {
        if config.database_url.starts_with("sqlite:") { Self::Sqlite } else { Self::Postgres }
    }

    /// That of a copy; nothing when it is none.
    pub(super) fn of_copy(copy: &Path) -> io::Result<Option<Self>> {
        let mut start = Vec::new();
        File::open(copy)?.take(16).read_to_end(&mut start)?;
        Ok(match start.as_slice() {
            start if start.starts_with(b"SQLite format 3\0") => Some(Self::Sqlite),
            start if start.starts_with(b"PGDMP") => Some(Self::Postgres),
            _ => None,
        })
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A copy under a passing name, which goes when nobody finishes it.
pub(super) struct Unfinished {
    path: PathBuf,
    finished: bool,
}

impl Unfinished {
    /// An empty file that only its owner can read, beside the one that it will be.
    pub(super) fn beside(file: &Path, ending: &str) -> Result<Self, Problem> {
        let path = with_ending(file, ending);
        let made = OpenOptions::new().write(true).create_new(true).mode(MODE).open(&path);
        made.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Problem::new(format!(
                "{} is there: somebody else is at it, or it was broken off. In that case remove it and try again.",
                path.display()
            )),
            _ => cannot_write(&path, &error),
        })?;
        Ok(Self { path, finished: false })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, when all of it is on the disk.
    pub(super) fn finish(mut self, file: &Path) -> io::Result<()> {
        File::open(&self.path)?.sync_all()?;
        fs::rename(&self.path, file)?;
        self.finished = true;
        File::open(folder(file))?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// What a whole file comes to: SHA-256 in hexadecimal.
pub(super) fn sum(path: &Path) -> io::Result<String> {
    let (mut file, mut hasher) = (File::open(path)?, Sha256::new());
    let mut part = vec![0; PART];
    loop {
        let read = file.read(&mut part)?;
        let Some(bytes) = part.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Writes the text beside a copy. What a machine needs is the last line; the others are for people.
pub(super) fn write_sum(file: &Path, sum: &str, about: &[(&str, &str)]) -> Result<(), Problem> {
    let path = sum_file(file);
    let name = file.file_name().unwrap_or_default().display();
    let about: String = about.iter().map(|(name, value)| format!("# {name}: {value}\n")).collect();
    let written = OpenOptions::new().write(true).create(true).truncate(true).mode(MODE).open(&path);
    let written = written.and_then(|mut out| {
        writeln!(out, "{about}{sum}  {name}")?;
        out.sync_all()
    });
    written.map_err(|error| cannot_write(&path, &error))
}

/// The sum that was written when the copy was made.
pub(super) fn written_sum(file: &Path) -> Result<String, Problem> {
    let path = sum_file(file);
    let text = fs::read_to_string(&path).map_err(|error| {
        Problem::new(format!(
            "{} cannot be read: {error}. Without it nobody can tell whether the backup is whole.",
            path.display()
        ))
    })?;
    let line = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    Ok(line.split_whitespace().next().unwrap_or_default().to_owned())
}

/// `FILE.sha256`.
pub(super) fn sum_file(file: &Path) -> PathBuf {
    with_ending(file, "sha256")
}

pub(super) fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}

pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Problem {
    Problem::new(format!("{} cannot be written: {error}.", path.display()))
}

fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
