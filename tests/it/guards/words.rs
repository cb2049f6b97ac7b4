//! Every key that a template or the program names is said in every language.

use std::{collections::BTreeSet, fs, path::Path};

use entity::{
    core_value::CoreValue,
    department::DepartmentKind,
    person::PersonKind,
    workshop::{Offering, WorkshopForm},
};
use olievlek::{
    domain::error::Refusal,
    text::{Language, Words},
};

#[test]
fn every_sentence_is_there_in_every_language() {
    let words = Words::embedded().expect("words");
    assert!(words.missing().is_empty(), "one language lacks {:?}", words.missing());
}

#[test]
fn every_key_that_is_named_has_a_sentence() {
    let words = Words::embedded().expect("words");
    let mut named = BTreeSet::new();
    visit(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")), &mut |name, text| {
        if [".html", ".txt", ".typ"].iter().any(|ending| name.ends_with(ending)) {
            named.extend(after(text, &["t(\"", "t_html(\"", "t('", "t_html('"]));
        }
    });
    visit(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut |name, text| {
        if name.ends_with(".rs") {
            named.extend(after(text, &["Sentence::new(\""]));
            named.extend(problems(text).into_iter().map(|key| format!("problem-{key}")));
        }
    });
    named.insert(format!("refusal-{}", Refusal::SessionFull.code()));
    let codes = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/error/refusal.rs"))
        .expect("the list of refusals");
    let list = codes
        .split("const fn code(")
        .nth(1)
        .and_then(|rest| rest.split("\n    }").next())
        .expect("the codes");
    named.extend(after(list, &["=> \""]).into_iter().map(|code| format!("refusal-{code}")));
    let silent: Vec<_> =
        named.iter().filter(|key| Language::ALL.iter().any(|language| !words.has(*language, key))).collect();
    assert!(silent.is_empty(), "no sentence for {silent:#?}");
}

#[test]
fn every_choice_that_a_file_can_change_has_a_word() {
    let words = Words::embedded().expect("words");
    let codes = [
        CoreValue::ALL.iter().map(|one| one.code()).collect::<Vec<_>>(),
        WorkshopForm::ALL.iter().map(|one| one.code()).collect(),
        Offering::ALL.iter().map(|one| one.code()).collect(),
        DepartmentKind::ALL.iter().map(|one| one.code()).collect(),
        PersonKind::ALL.iter().map(|one| one.code()).collect(),
        vec!["allowed", "blocked"],
    ];
    for code in codes.concat() {
        let key = format!("import-choice-{code}");
        assert!(words.has(Language::Dutch, &key) && words.has(Language::English, &key), "no word for {key}");
    }
}

#[test]
fn every_kind_of_event_has_a_sentence_in_the_log() {
    let words = Words::embedded().expect("words");
    let sources = [
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/event.rs")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/event/assigning.rs")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/event/voting.rs")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/event/improving.rs")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/event/talking.rs")),
    ];
    let items = sources.iter().flat_map(|source| syn::parse_file(source).expect("valid Rust").items);
    let events = items.filter_map(|item| match item {
        syn::Item::Enum(list) => Some(list.variants),
        _ => None,
    });
    // One that only holds others is none itself.
    let events = events.flatten().filter(|event| !matches!(event.fields, syn::Fields::Unnamed(_)));
    let kind = |name: String| {
        let dashed = name
            .chars()
            .flat_map(|sign| sign.is_uppercase().then_some('-').into_iter().chain(sign.to_lowercase()));
        dashed.collect::<String>()
    };
    let keys: Vec<_> = events.map(|event| format!("event{}", kind(event.ident.to_string()))).collect();
    assert!(keys.len() > 40, "the list was read");
    let silent: Vec<_> =
        keys.iter().filter(|key| Language::ALL.iter().any(|language| !words.has(*language, key))).collect();
    assert!(silent.is_empty(), "no sentence for {silent:#?}");
}

/// The literals that follow one of the openings; not those that are only the beginning of a key.
fn after(text: &str, openings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for opening in openings {
        let quote = if opening.ends_with('\'') { '\'' } else { '"' };
        for (at, _) in text.match_indices(opening) {
            let (head, rest) = (text.split_at(at).0, text.split_at(at + opening.len()).1);
            let before = head.chars().next_back();
            let Some((key, tail)) = rest.split_once(quote) else { continue };
            let part_of_a_name = before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
            if !part_of_a_name && !tail.trim_start().starts_with('~') {
                found.push(key.to_owned());
            }
        }
    }
    found
}

/// The keys of `Field::new("name", "key")`.
fn problems(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, opening) in text.match_indices("Field::new(") {
        let rest = text.split_at(at + opening.len()).1;
        let mut depth = 1;
        let end = rest.find(|sign| {
            depth += match sign {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        let call = rest.split_at(end.unwrap_or(0)).0;
        // Everything after the first comma: the key, or the keys of a condition.
        let Some((_, keys)) = call.split_once(',') else { continue };
        found.extend(keys.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

fn visit(folder: &Path, see: &mut impl FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            visit(&path, see);
        } else if let Ok(text) = fs::read_to_string(&path) {
            see(&path.to_string_lossy(), &text);
        }
    }
}
