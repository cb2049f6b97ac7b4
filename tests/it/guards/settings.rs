//! docs/configuration.md lists the settings that the program reads, with the same defaults and words.
use olievlek::config::SETTINGS;

const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md"));

#[test]
fn the_documentation_lists_the_settings_that_are_read() {
    let documented: Vec<_> =
        PAGE.lines().filter(|line| line.starts_with("| `OLIEVLEK_")).map(cells).collect();
    let read: Vec<_> =
        SETTINGS.iter().map(|setting| row(setting.name, setting.default, setting.meaning)).collect();
    assert_eq!(documented, read);
}

const ASSESSMENT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data-protection.md"));

#[test]
fn the_retention_schedule_is_that_of_the_settings() {
    let documented: Vec<_> = ASSESSMENT
        .lines()
        .filter(|line| line.starts_with("| `OLIEVLEK_RETENTION_"))
        .map(|line| cells(line).into_iter().take(2).collect::<Vec<_>>())
        .collect();
    let kept = SETTINGS.iter().filter(|setting| setting.name.starts_with("OLIEVLEK_RETENTION_"));
    let kept: Vec<_> =
        kept.map(|setting| vec![format!("`{}`", setting.name), setting.default.into()]).collect();
    assert_eq!(documented, kept);
}

fn row(name: &str, default: &str, meaning: &str) -> Vec<String> {
    let default = if default.is_empty() { "unset".to_owned() } else { format!("`{default}`") };
    vec![format!("`{name}`"), default, meaning.to_owned()]
}

/// The first three cells of a row; the fourth, what is refused, is for people.
fn cells(line: &str) -> Vec<String> {
    line.split('|').skip(1).take(3).map(|cell| cell.trim().to_owned()).collect()
}
