//! `import`: tells what a file would change, and changes it.

use std::{
    io::{IsTerminal as _, Write as _, stderr, stdin},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, ValueEnum};
use entity::{id::ImportId, import::ImportKind};

use super::{Outcome, measure, open, problem::Problem, say};
use crate::{
    app::App,
    config::Config,
    domain::{
        actor::Actor,
        change::Change,
        error::{Error, Refusal},
        learning::import,
        people::import::{Brake, Changed, Consent, Diff, Entry, Remark, Shown, upload},
    },
    text::{Argument, Language},
};

#[derive(Debug, Args)]
pub(super) struct Import {
    /// What the file holds
    what: What,
    /// Excel workbook (.xlsx, its first sheet), or CSV with , ; or tab, in UTF-8 or Windows-1252; to undo: the number that
    /// the import ended with
    file: PathBuf,
    /// Tell what would change, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Do not ask. Without a terminal only this writes a file that lets go of more than a tenth of the staff; how many of how
    /// many leave is then told on standard error before it is written
    #[arg(long)]
    pub(super) yes: bool,
    /// Write the good rows though others are refused
    #[arg(long)]
    pub(super) partial: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Departments,
    People,
    Workshops,
    /// Promises to residents: code, belofte, indicator, richting, doel, eenheid, periode, afdeling
    Promises,
    /// What was measured: code, periode, waarde (or gehaald and totaal), toelichting
    Readings,
    /// Puts back what the last import of its kind changed, while nothing depends on it
    Undo,
}

impl Import {
    pub(super) async fn run(self, config: Config) -> Outcome {
        match self.what {
            What::Departments => self.load(config, ImportKind::Departments).await,
            What::People => self.load(config, ImportKind::People).await,
            What::Workshops => self.load(config, ImportKind::Workshops).await,
            What::Promises => measure::promises(self, config).await,
            What::Readings => measure::readings(self, config).await,
            What::Undo => self.undo(config).await,
        }
    }

    async fn load(self, config: Config, kind: ImportKind) -> Outcome {
        let bytes = self.content()?;
        let app = open::open(config).await?;
        let plan = import::plan(&app.house, &Actor::operator(), kind, &bytes).await;
        let plan = plan.map_err(|error| Problem::of(&app, &error))?;
        let diff = plan.diff();
        print(&app, diff)?;
        let refused = !diff.refused.is_empty();
        let done = if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        if self.dry_run {
            say("Nothing was written: this was a dry run.")?;
            return Ok(done);
        }
        if refused && !self.partial {
            let rows = diff.refused.len();
            return Err(Problem::of(&app, &Refusal::ImportRefused { rows }.into())
                .and("To write the other rows, run this again with --partial."));
        }
        if !self.anything(&app, (kind, &bytes), diff).await? {
            say("Nothing changes.")?;
            return Ok(done);
        }
        let Some(consent) = self.consent(&app, diff)? else {
            say("Nothing was written.")?;
            return Ok(ExitCode::FAILURE);
        };
        let id =
            self.apply(&app, (kind, &bytes), consent).await.map_err(|error| Problem::of(&app, &error))?;
        say(&format!("Written. To put it back: olievlek import undo {id}"))?;
        Ok(done)
    }

    /// Whether there is anything to write. While an import of this kind is cut off there is, whatever the file says: it may
    /// have stored last days and managers without acting upon them.
    async fn anything(
        &self,
        app: &App,
        (kind, bytes): (ImportKind, &[u8]),
        diff: &Diff,
    ) -> Result<bool, Problem> {
        let cut_off = upload::cut_off(&app.house.db.reader, kind).await;
        let cut_off = cut_off.map_err(|error| Problem::of(app, &error))?;
        if let Some(row) = cut_off.as_ref().filter(|row| upload::holds(row, bytes)) {
            let (done, total) =
                (spaced(row.done.unsigned_abs().into()), spaced(row.total.unsigned_abs().into()));
            say(&format!(
                "Going on with an import of this file that was cut off after {done} of {total} rows."
            ))?;
        }
        Ok(cut_off.is_some() || !diff.is_empty())
    }

    async fn undo(self, config: Config) -> Outcome {
        let number = self.file.to_string_lossy();
        let id: ImportId = number.parse().map_err(|_| Problem::new(format!("{number} is no import.")))?;
        let app = open::open(config).await?;
        let wrong = |error| Problem::of(&app, &error);
        let effect = import::undo::effect(&app.house.db.reader, id).await.map_err(wrong)?;
        let import::undo::Effect { removed, restored, lost } = effect;
        say(&format!("removed {removed}, restored {restored}, places that do not come back {lost}"))?;
        if self.dry_run {
            say("Nothing was written: this was a dry run.")?;
            return Ok(ExitCode::SUCCESS);
        }
        if !self.yes && stdin().is_terminal() && !ask()? {
            say("Nothing was written.")?;
            return Ok(ExitCode::FAILURE);
        }
        let undone = |change: Arc<Change>| async move { import::undo::undo(&change, id).await };
        app.house.write(&Actor::operator(), undone).await.map_err(wrong)?;
        say("Undone.")?;
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn content(&self) -> Result<Vec<u8>, Problem> {
        std::fs::read(&self.file)
            .map_err(|error| Problem::new(format!("{} cannot be read: {error}.", self.file.display())))
    }

    /// Whoever writes it hears beforehand that many would leave. A person at a terminal is asked; a script that came this far
    /// meant it, but not that: nobody saw the numbers, unless it says so with `--yes`. Nothing when the answer is no.
    fn consent(&self, app: &App, diff: &Diff) -> Result<Option<Consent>, Problem> {
        let asked = !self.yes && stdin().is_terminal();
        if let Some(Brake { gone, of }) = diff.brake {
            let brake = Problem::of(app, &Refusal::ImportBrake { gone, of }.into());
            match (asked, self.yes) {
                (true, _) => brake.say(),
                (false, true) => {
                    let (gone, of) = (spaced(gone as u64), spaced(of as u64));
                    Problem::new(format!(
                        "{gone} of the {of} employees leave by this file: --yes confirms it."
                    ))
                    .say();
                }
                (false, false) => {
                    let advice = "Nothing was written. To write it all the same, run this again with --yes.";
                    return Err(brake.and(advice));
                }
            }
        }
        let agreed = !asked || ask()?;
        Ok(agreed.then_some(Consent { partial: self.partial, many_leave: self.yes || diff.brake.is_some() }))
    }

    async fn apply(
        &self,
        app: &App,
        (kind, bytes): (ImportKind, &[u8]),
        consent: Consent,
    ) -> Result<ImportId, Error> {
        let operator = Actor::operator();
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name.as_str();
        let kept = app
            .house
            .write(&operator, |change| async move { upload::keep(&change, kind, name, bytes).await });
        let id = kept.await?;
        import::apply_telling(&app.house, &operator, (id, consent), &tell).await.map(|_| id)
    }
}

/// How far it is, on one line of a terminal that is written over.
fn tell(done: u64, total: u64) {
    let mut terminal = stderr();
    if terminal.is_terminal() {
        let end = if done == total { "\n" } else { "" };
        // Nobody is left to hear that nobody hears.
        let _ = write!(terminal, "\r{} of {} rows{end}", spaced(done), spaced(total));
        let _ = terminal.flush();
    }
}

/// With a space before each three digits.
fn spaced(number: u64) -> String {
    let digits = number.to_string();
    let from_behind = |(at, digit): (usize, char)| {
        let space = at > 0 && (digits.len() - at).is_multiple_of(3);
        space.then_some(' ').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(from_behind).collect()
}

/// Asks on standard error, because the answer of the program may go to a file.
pub(super) fn ask() -> std::io::Result<bool> {
    write!(stderr(), "Write this? [y/N] ")?;
    stderr().flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(["y", "yes", "j", "ja"].contains(&answer.trim().to_lowercase().as_str()))
}

/// One line for whoever comes, changes or goes, for every refused row, and the counts.
fn print(app: &App, diff: &Diff) -> std::io::Result<()> {
    let lists =
        [("added", &diff.added), ("changed", &diff.changed), ("moved", &diff.moved), ("left", &diff.left)];
    for (what, entries) in lists {
        entries.iter().try_for_each(|entry| say(&told(what, entry)))?;
    }
    for (what, remarks) in [("refused", &diff.refused), ("warning", &diff.warnings), ("kept", &diff.kept)] {
        remarks.iter().try_for_each(|remark| {
            let line = remark.line.map_or_else(String::new, |line| format!(", line {line}"));
            say(&format!("{what}{line}: {}", sentence(app, remark)))
        })?;
    }
    let counts = lists.map(|(what, entries)| format!("{what} {}", entries.len())).join(", ");
    let (unchanged, refused, warnings) = (diff.unchanged, diff.refused.len(), diff.warnings.len());
    say(&format!("{counts}, unchanged {unchanged}, refused {refused}, warnings {warnings}"))
}

pub(super) fn told(what: &str, entry: &Entry) -> String {
    let line = entry.line.map_or_else(String::new, |line| format!(", line {line}"));
    let fields: Vec<String> = entry.fields.iter().map(changed).collect();
    let fields = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join("; ")) };
    format!("{what}{line}: {} {}{fields}", entry.key, entry.name)
}

fn changed(one: &Changed) -> String {
    let field = &one.field;
    one.values.as_ref().map_or_else(
        || format!("{field} changed"),
        |(old, new)| format!("{field}: {} -> {}", value(old), value(new)),
    )
}

fn value(shown: &Shown) -> String {
    match shown {
        Shown::Nothing => "(empty)".to_owned(),
        Shown::Text(text) => text.clone(),
        Shown::Day(day) => day.to_string(),
        Shown::Choice(codes) => codes.join(", "),
    }
}

pub(super) fn sentence(app: &App, remark: &Remark) -> String {
    let arguments: Vec<_> =
        remark.args.iter().map(|(name, value)| (&**name, Argument::from(value.as_str()))).collect();
    app.words.say(Language::English, &format!("import-{}", remark.key), &arguments)
}
