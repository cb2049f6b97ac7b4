//! Words for people, in every language: the only place where a key becomes a sentence.
//!
//! The sentences lie in `templates/text`, one Fluent file a language, and are compiled in.
mod language;
mod moment;
mod number;
mod placeholder;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, PoisonError, RwLock},
};

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource,
    concurrent::FluentBundle,
    resolver::{ResolverError, errors::ReferenceKind},
};

pub use fluent_bundle::FluentValue as Argument;
pub use language::Language;
pub use moment::Dates;
pub use number::number;
pub use placeholder::{BadText, Pattern, fill};

#[derive(rust_embed::Embed)]
#[folder = "templates/text/"]
struct Files;

/// A file of words that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("templates/text/{language}.ftl: {problem}")]
pub struct BadWords {
    pub language: Language,
    pub problem: String,
}

/// All sentences in every language.
pub struct Words {
    dutch: Vocabulary,
    english: Vocabulary,
    own: RwLock<Arc<Own>>,
}

/// What the organisation says in the stead of ours, by language and key.
pub type Own = BTreeMap<(Language, String), String>;

/// How keys begin that the organisation can say otherwise, everywhere.
const OWN: [&str; 2] = ["value-", "core-value-"];

/// The sentences of one language.
struct Vocabulary {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

impl Words {
    /// The words that are compiled in.
    ///
    /// # Errors
    /// A file that is absent, is not Fluent, or says a key twice.
    pub fn embedded() -> Result<Self, BadWords> {
        let source = |language: Language| {
            let file = Files::get(&format!("{language}.ftl"));
            let file = file.ok_or_else(|| BadWords { language, problem: "no such file".to_owned() })?;
            String::from_utf8(file.data.into_owned())
                .map_err(|error| BadWords { language, problem: error.to_string() })
        };
        Self::new(source(Language::Dutch)?, source(Language::English)?)
    }

    /// Words from two Fluent files.
    ///
    /// # Errors
    /// A text that is not Fluent, or says a key twice.
    pub fn new(dutch: String, english: String) -> Result<Self, BadWords> {
        Ok(Self {
            dutch: Vocabulary::new(Language::Dutch, dutch)?,
            english: Vocabulary::new(Language::English, english)?,
            own: RwLock::default(),
        })
    }

    /// From now on the organisation says this in the stead of ours.
    pub fn say_instead(&self, own: Arc<Own>) {
        let now = self.own.read().unwrap_or_else(PoisonError::into_inner).clone();
        if !Arc::ptr_eq(&now, &own) {
            *self.own.write().unwrap_or_else(PoisonError::into_inner) = own;
        }
    }

    /// Whether the organisation can say it otherwise.
    #[must_use]
    pub fn can_be_own(key: &str) -> bool {
        OWN.iter().any(|start| key.starts_with(start))
    }

    fn own(&self, language: Language, key: &str) -> Option<String> {
        if !Self::can_be_own(key) {
            return None;
        }
        let own = self.own.read().unwrap_or_else(PoisonError::into_inner).clone();
        own.get(&(language, key.to_owned())).cloned()
    }

    /// The sentence of a key in our words, whatever the organisation says.
    pub fn say_ours(&self, language: Language, key: &str) -> String {
        self.vocabulary(language).say(key, &[]).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The sentence of a key. A key that this language lacks is said in Dutch; one that no language has, or an argument
    /// that is not given, leaves the key between ⟦ ⟧ on the page, for the guard on all pages to find.
    pub fn say(&self, language: Language, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        if let Some(said) = self.own(language, key) {
            return said;
        }
        let said = self.vocabulary(language).say(key, arguments);
        said.or_else(|| self.dutch.say(key, arguments)).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// A sentence as somebody can write it anew; nothing when it says different things in different cases, or does not
    /// exist in this language.
    pub fn pattern(&self, language: Language, key: &str) -> Option<Pattern> {
        self.vocabulary(language).pattern(key)
    }

    /// Whether a language has a sentence of its own for a key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.vocabulary(language).keys.contains(key)
    }

    /// Every key of a language, in order.
    pub fn keys(&self, language: Language) -> impl Iterator<Item = &str> {
        self.vocabulary(language).keys.iter().map(String::as_str)
    }

    /// What one language says and another does not: the language that lacks it, and the key.
    pub fn missing(&self) -> Vec<(Language, &str)> {
        let lacking = |language: Language| {
            let all = Language::ALL.into_iter().flat_map(|other| self.keys(other)).collect::<BTreeSet<_>>();
            all.into_iter().filter(move |key| !self.has(language, key)).map(move |key| (language, key))
        };
        Language::ALL.into_iter().flat_map(lacking).collect()
    }

    const fn vocabulary(&self, language: Language) -> &Vocabulary {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }
}

impl Vocabulary {
    fn new(language: Language, source: String) -> Result<Self, BadWords> {
        let wrong = |problem: String| BadWords { language, problem };
        let resource = FluentResource::try_new(source).map_err(|(resource, errors)| {
            let sites: Vec<_> =
                errors.iter().map(|error| at_line(resource.source(), error.pos.start, error)).collect();
            wrong(joined(&sites))
        })?;
        let keys = keys_of(resource.source());
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The marks would end up in subjects, file names and comparisons; both languages run from left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Dutch => |value, _| number::within_sentence(Language::Dutch, value),
            Language::English => |value, _| number::within_sentence(Language::English, value),
        }));
        // NUMBER(), for a sentence that says how many decimals it wants.
        bundle.add_builtins().map_err(|error| wrong(error.to_string()))?;
        bundle.add_resource(resource).map_err(|errors| wrong(joined(&errors)))?;
        Ok(Self { bundle, keys })
    }

    fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            given.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let said: Cow<'_, str> = self.bundle.format_pattern(pattern, Some(&given), &mut errors);
        Some(if errors.is_empty() { said.into_owned() } else { format!("{said} ⟦{key}⟧") })
    }
}

impl Vocabulary {
    /// Says the sentence without any argument: Fluent then names each argument that it lacks.
    fn pattern(&self, key: &str) -> Option<Pattern> {
        let message = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(message, None, &mut errors);
        let lacking = |error: &FluentError| match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
                Some(id.clone())
            }
            _ => None,
        };
        let names: BTreeSet<String> = errors.iter().map(lacking).collect::<Option<_>>()?;
        let text = names.iter().fold(said.clone().into_owned(), |text, name| {
            text.replace(&format!("{{${name}}}"), &format!("{{{name}}}"))
        });
        // An argument that is not said only chooses between sentences.
        names.iter().all(|name| said.contains(&format!("{{${name}}}"))).then_some(Pattern { text, names })
    }
}

/// The keys of a Fluent file: what stands before the first `=` of a line that starts with a letter.
fn keys_of(source: &str) -> BTreeSet<String> {
    let messages = source.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    messages.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().to_owned()).collect()
}

fn joined(problems: &[impl ToString]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn at_line(source: &str, position: usize, error: &impl std::fmt::Display) -> String {
    let before = source.get(..position).unwrap_or(source);
    format!("line {}: {error}", before.matches('\n').count() + 1)
}
