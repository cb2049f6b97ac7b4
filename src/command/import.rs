//! `import`: tells what a file would change, and changes it.

use std::{
    io::{IsTerminal as _, Write as _, stderr, stdin},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use entity::import::ImportKind;

use super::{Outcome, open, problem::Problem, say};
use crate::{
    app::App,
    config::Config,
    domain::{
        actor::Actor,
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
    /// Excel workbook (.xlsx, its first sheet), or CSV with , ; or tab, in UTF-8 or Windows-1252
    file: PathBuf,
    /// Tell what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask. Without a terminal only this writes a file that lets go of more than a tenth of the staff
    #[arg(long)]
    yes: bool,
    /// Write the good rows though others are refused
    #[arg(long)]
    partial: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Departments,
    People,
    Workshops,
}

impl Import {
    pub(super) async fn run(self, config: Config) -> Outcome {
        let bytes = self.content()?;
        let app = open::open(config).await?;
        let plan =
            import::plan(&app.house, self.kind(), &bytes).await.map_err(|error| Problem::of(&app, &error))?;
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
        if diff.is_empty() {
            say("Nothing changes.")?;
            return Ok(done);
        }
        let Some(consent) = self.consent(&app, diff)? else {
            say("Nothing was written.")?;
            return Ok(ExitCode::FAILURE);
        };
        self.apply(&app, &bytes, consent).await.map_err(|error| Problem::of(&app, &error))?;
        say("Written.")?;
        Ok(done)
    }

    const fn kind(&self) -> ImportKind {
        match self.what {
            What::Departments => ImportKind::Departments,
            What::People => ImportKind::People,
            What::Workshops => ImportKind::Workshops,
        }
    }

    fn content(&self) -> Result<Vec<u8>, Problem> {
        std::fs::read(&self.file)
            .map_err(|error| Problem::new(format!("{} cannot be read: {error}.", self.file.display())))
    }

    /// A person at a terminal is asked, and hears beforehand that many would leave. A script that came this far meant it,
    /// but not that: nobody saw the numbers. Nothing when the answer is no.
    fn consent(&self, app: &App, diff: &Diff) -> Result<Option<Consent>, Problem> {
        let brake =
            diff.brake.map(|Brake { gone, of }| Problem::of(app, &Refusal::ImportBrake { gone, of }.into()));
        let asked = !self.yes && stdin().is_terminal();
        match brake {
            Some(brake) if asked => brake.say(),
            Some(brake) if !self.yes => {
                return Err(
                    brake.and("Nothing was written. To write it all the same, run this again with --yes.")
                );
            }
            _ => {}
        }
        let agreed = !asked || ask()?;
        Ok(agreed.then_some(Consent { partial: self.partial, many_leave: self.yes || diff.brake.is_some() }))
    }

    async fn apply(&self, app: &App, bytes: &[u8], consent: Consent) -> Result<Diff, Error> {
        let (operator, kind) = (Actor::operator(), self.kind());
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name.as_str();
        let kept = app
            .house
            .write(&operator, |change| async move { upload::keep(&change, kind, name, bytes).await });
        let id = kept.await?;
        import::apply(&app.house, &operator, id, consent).await
    }
}

/// Asks on standard error, because the answer of the program may go to a file.
fn ask() -> std::io::Result<bool> {
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
    for (what, remarks) in [("refused", &diff.refused), ("warning", &diff.warnings)] {
        remarks.iter().try_for_each(|remark| {
            say(&format!("{what}, line {}: {}", remark.line, sentence(app, remark)))
        })?;
    }
    let counts = lists.map(|(what, entries)| format!("{what} {}", entries.len())).join(", ");
    let (unchanged, refused, warnings) = (diff.unchanged, diff.refused.len(), diff.warnings.len());
    say(&format!("{counts}, unchanged {unchanged}, refused {refused}, warnings {warnings}"))
}

fn told(what: &str, entry: &Entry) -> String {
    let line = entry.line.map_or_else(String::new, |line| format!(", line {line}"));
    let fields: Vec<String> = entry.fields.iter().map(changed).collect();
    let fields = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join("; ")) };
    format!("{what}{line}: {} {}{fields}", entry.key, entry.name)
}

fn changed(one: &Changed) -> String {
    let field = one.field;
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

fn sentence(app: &App, remark: &Remark) -> String {
    let arguments: Vec<_> =
        remark.args.iter().map(|(name, value)| (*name, Argument::from(value.as_str()))).collect();
    app.words.say(Language::English, &format!("import-{}", remark.key), &arguments)
}
