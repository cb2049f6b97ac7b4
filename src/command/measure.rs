//! `import promises` and `import readings`: what the file would do is printed, and then done in one piece.

use std::{
    io::{IsTerminal as _, stdin},
    process::ExitCode,
    sync::Arc,
};

use super::{
    Outcome,
    import::{Import, ask, sentence, told},
    open,
    problem::Problem,
    say,
};
use crate::{
    app::App,
    config::Config,
    domain::{
        actor::Actor,
        change::Change,
        error::Refusal,
        people::import::read,
        service::import::{self, Sheet},
    },
};

/// Promises.
pub(super) async fn promises(asked: Import, config: Config) -> Outcome {
    let bytes = asked.content()?;
    let app = open::open(config).await?;
    let wrong = |error| Problem::of(&app, &error);
    let table = read::read(&bytes).map_err(wrong)?;
    let found = &import::promises(&app.house.db.reader, &table).await.map_err(wrong)?;
    let write = |change: Arc<Change>| async move { import::write_promises(&change, found).await };
    match allowed(&app, &asked, &found.sheet)? {
        Go::Stop(code) => Ok(code),
        Go::On(code) => {
            app.house.write(&Actor::operator(), write).await.map_err(wrong)?;
            say("Written.")?;
            Ok(code)
        }
    }
}

/// Readings.
pub(super) async fn readings(asked: Import, config: Config) -> Outcome {
    let bytes = asked.content()?;
    let app = open::open(config).await?;
    let wrong = |error| Problem::of(&app, &error);
    let table = read::read(&bytes).map_err(wrong)?;
    let today = app.house.policy.day(app.house.now());
    let found = &import::readings(&app.house.db.reader, &table, None, today).await.map_err(wrong)?;
    let write = |change: Arc<Change>| async move { import::write_readings(&change, &found.given).await };
    match allowed(&app, &asked, &found.sheet)? {
        Go::Stop(code) => Ok(code),
        Go::On(code) => {
            app.house.write(&Actor::operator(), write).await.map_err(wrong)?;
            say("Written.")?;
            Ok(code)
        }
    }
}

/// Whether to write; and what the program ends with.
enum Go {
    On(ExitCode),
    Stop(ExitCode),
}

fn allowed(app: &App, asked: &Import, sheet: &Sheet) -> Result<Go, Problem> {
    print(app, sheet)?;
    let refused = !sheet.refused.is_empty();
    let done = if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    if asked.dry_run {
        say("Nothing was written: this was a dry run.")?;
        return Ok(Go::Stop(done));
    }
    if refused && !asked.partial {
        let rows = sheet.refused.len();
        return Err(Problem::of(app, &Refusal::ImportRefused { rows }.into())
            .and("To write the other rows, run this again with --partial."));
    }
    if sheet.is_empty() {
        say("Nothing changes.")?;
        return Ok(Go::Stop(done));
    }
    if !asked.yes && stdin().is_terminal() && !ask()? {
        say("Nothing was written.")?;
        return Ok(Go::Stop(ExitCode::FAILURE));
    }
    Ok(Go::On(done))
}

fn print(app: &App, sheet: &Sheet) -> std::io::Result<()> {
    for (what, entries) in [("added", &sheet.added), ("changed", &sheet.changed)] {
        entries.iter().try_for_each(|entry| say(&told(what, entry)))?;
    }
    sheet.refused.iter().try_for_each(|remark| {
        let line = remark.line.map_or_else(String::new, |line| format!(", line {line}"));
        say(&format!("refused{line}: {}", sentence(app, remark)))
    })?;
    let (added, changed, unchanged) = (sheet.added.len(), sheet.changed.len(), sheet.unchanged);
    let refused = sheet.refused.len();
    say(&format!("added {added}, changed {changed}, unchanged {unchanged}, refused {refused}"))
}
