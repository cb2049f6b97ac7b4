//! What each room may know, read from its source. See docs/architecture.md.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A room or file, and the words that may not stand in its code.
const RULES: &[(&str, &[&str])] = &[
    (
        "src/domain",
        &[
            "poem::",
            "poem_openapi",
            "minijinja",
            "lettre",
            "typst",
            "crate::web",
            "crate::api",
            "crate::mail",
            "crate::print",
            "crate::job",
            "crate::outside",
            "crate::app",
            "crate::config",
            "crate::template",
        ],
    ),
    (
        "src/web",
        &["crate::api", "crate::mail", "crate::job", "crate::outside", "sea_orm::", "lettre", "typst"],
    ),
    (
        "src/api",
        &[
            "crate::web",
            "crate::mail",
            "crate::job",
            "crate::print",
            "crate::outside",
            "sea_orm::",
            "minijinja",
            "lettre",
        ],
    ),
    (
        "src/mail",
        &["crate::web", "crate::api", "crate::job", "crate::outside", "crate::print", "sea_orm::", "poem::"],
    ),
    (
        "src/print",
        &[
            "crate::web",
            "crate::api",
            "crate::job",
            "crate::mail",
            "sea_orm::",
            "poem::",
            "minijinja",
            "lettre",
        ],
    ),
    (
        "src/outside",
        &[
            "crate::web",
            "crate::api",
            "crate::job",
            "crate::mail",
            "crate::print",
            "crate::domain",
            "crate::config",
            "crate::db",
            "sea_orm::",
            "poem::",
            "minijinja",
            "lettre",
        ],
    ),
    ("src/job", &["crate::web", "crate::api", "sea_orm::", "poem::", "minijinja", "typst"]),
    ("src/domain/people", &["domain::learning", "super::learning", "super::super::learning"]),
    ("src/domain/dialogue", &["domain::learning", "super::learning", "super::super::learning"]),
    ("src/domain/people", RIGHT_OF_LEARNING),
    ("src/domain/dialogue", RIGHT_OF_LEARNING),
    ("src/domain/learning", RIGHT_OF_LEARNING),
    (
        "src/domain/service",
        &["domain::reorganisation", "domain::adoption", "super::adoption", "super::super::adoption"],
    ),
    ("entity/src", &["olievlek", "migration::", "poem", "minijinja", "lettre"]),
    ("migration/src", &["olievlek", "entity::", "poem", "minijinja", "lettre"]),
];

/// The areas that those before them do not know.
const RIGHT_OF_LEARNING: &[&str] = &[
    "domain::service",
    "super::service",
    "super::super::service",
    "domain::adoption",
    "super::adoption",
    "super::super::adoption",
    "domain::reorganisation",
];

/// Rooms that may use sea-orm.
const SQL: &[&str] = &["src/domain", "src/db.rs", "src/db", "entity/src", "migration/src"];

fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let mut files: Vec<PathBuf> =
        entries.flat_map(|entry| sources(&entry.expect("an entry").path())).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "rs"));
    files
}

/// The lines of code of a file, without comments, with their numbers.
fn code(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).expect("a source file");
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim().to_owned()));
    lines.filter(|(_, line)| !line.starts_with("//")).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_room_knows_what_it_should_not() {
    let mut wrong = Vec::new();
    for (room, forbidden) in RULES {
        for file in sources(&root().join(room)) {
            for (number, line) in code(&file) {
                for word in forbidden.iter().filter(|word| line.contains(*word)) {
                    wrong.push(format!("{}:{number}: {room} may not know {word}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sql_is_spoken_in_the_domain_only() {
    let allowed = |file: &Path| SQL.iter().any(|room| file.starts_with(root().join(room)));
    let files = sources(&root().join("src"));
    assert!(files.len() > 40, "the source was read");
    let wrong: Vec<String> = files
        .iter()
        .filter(|file| !allowed(file))
        .filter(|file| code(file).iter().any(|(_, line)| line.contains("sea_orm")))
        .map(|file| file.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "sea_orm outside its rooms: {wrong:?}");
}

#[test]
fn no_source_file_has_more_than_300_lines_of_code() {
    let mut files = sources(&root().join("src"));
    files.extend(sources(&root().join("entity/src")));
    files.extend(sources(&root().join("migration/src")));
    let long = |file: &PathBuf| code(file).iter().filter(|(_, line)| !line.is_empty()).count();
    let wrong: Vec<_> =
        files.iter().map(|file| (long(file), file)).filter(|(lines, _)| *lines > 300).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
