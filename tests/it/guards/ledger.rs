//! What people answered is shown by one door only.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).expect("a folder");
    entries.flat_map(|entry| sources(&entry.expect("an entry").path())).collect()
}

/// Files of the program below these, with their text.
fn texts(folders: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = folders.iter().flat_map(|folder| sources(&root.join(folder)));
    let text = |file: PathBuf| {
        let name = file.strip_prefix(root).expect("below the root").display().to_string();
        (name, fs::read_to_string(&file).unwrap_or_default())
    };
    files.filter(|file| file.extension().is_some_and(|end| end == "rs")).map(text).collect()
}

#[test]
fn nothing_but_the_ledger_reads_or_writes_its_tables() {
    for (file, text) in texts(&["src"]) {
        let ledger = file.starts_with("src/domain/adoption/ledger");
        for table in ["adoption_cell", "adoption_set"] {
            let opens = [format!("{table}::Entity"), format!("{table} as"), format!("{table}::Model {{")];
            let opens = opens.iter().any(|word| text.contains(word.as_str()));
            assert!(ledger || !opens, "{file} opens {table}: figures come from domain::adoption::ledger");
        }
    }
}

#[test]
fn no_page_file_or_program_takes_an_opinion_from_elsewhere() {
    // Tables of what people answered. Results of workshops are a working list of learning, with its own rule.
    let tables = ["pulse_answer::Entity", "ballot_tally::Entity", "evaluation_answer::Entity"];
    for (file, text) in texts(&["src/web", "src/api", "src/command", "src/print", "src/mail", "src/job"]) {
        for table in tables {
            assert!(!text.contains(table), "{file} reads {table}");
        }
        for word in ["pulse::answers", "evaluation::figure", "adoption::indicator"] {
            assert!(!text.contains(word), "{file} takes a figure from {word}");
        }
    }
}
