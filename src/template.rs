//! Pages and letters from the templates that are compiled in, with one environment a language.
//!
//! Each environment knows its words, its way of writing dates and the time zone, so that no template looks for them in
//! its context. Everything is escaped except in names that end in `.txt`; what is not defined is an error.
mod filter;
mod markup;
mod symbol;
mod words;

use std::{borrow::Cow, sync::Arc};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, value::Serde};
use serde::Serialize;

use crate::text::{Language, Words};

/// All that lies in `templates/`: templates, styles, scripts and words.
#[derive(rust_embed::Embed)]
#[folder = "templates/"]
pub struct Files;

/// What templates need to know of the house.
#[derive(Clone, Debug)]
pub struct Setting {
    pub zone: Tz,
    /// For the current year, which dates leave out.
    pub now: fn() -> DateTime<Utc>,
    /// Where the sprite of icons is served.
    pub icons_url: String,
    /// Where the sprite of the values' glyphs is served.
    pub glyphs_url: String,
}

/// All templates, in every language.
pub struct Templates {
    dutch: Environment<'static>,
    english: Environment<'static>,
}

impl Templates {
    /// The templates that are compiled in. One that is not well formed is an error when it is asked for.
    #[must_use]
    pub fn new(words: &Arc<Words>, setting: &Setting) -> Self {
        let environment = |language| environment(language, words, setting);
        Self { dutch: environment(Language::Dutch), english: environment(Language::English) }
    }

    /// The name of every template.
    pub fn names() -> impl Iterator<Item = Cow<'static, str>> {
        Files::iter().filter(|name| is_template(name))
    }

    /// Add a template, or replace the one of that name.
    ///
    /// # Errors
    /// A template that is not well formed.
    pub fn add(&mut self, name: &str, source: &str) -> Result<(), Error> {
        for environment in [&mut self.dutch, &mut self.english] {
            environment.add_template_owned(name.to_owned(), source.to_owned())?;
        }
        Ok(())
    }

    /// A page or letter.
    ///
    /// # Errors
    /// No template of that name, or one that asks for what `value` does not hold.
    pub fn render<V: Serialize>(&self, language: Language, name: &str, value: &V) -> Result<String, Error> {
        self.environment(language).get_template(name)?.render(Serde(value))
    }

    /// The environment of one language, for the guards.
    pub const fn environment(&self, language: Language) -> &Environment<'static> {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }
}

/// Styles, scripts and vendored files lie beside the templates and are served as they are.
fn is_template(name: &str) -> bool {
    let served = ["style/", "script/", "vendor/", "text/"].iter().any(|folder| name.starts_with(folder));
    !served && [".html", ".txt"].iter().any(|ending| name.ends_with(ending))
}

fn source(name: &str) -> Result<Option<String>, Error> {
    let Some(file) = Files::get(name).filter(|_| is_template(name)) else { return Ok(None) };
    let source = String::from_utf8(file.data.into_owned());
    source.map(Some).map_err(|e| Error::new(ErrorKind::SyntaxError, name.to_owned()).with_source(e))
}

fn environment(language: Language, words: &Arc<Words>, setting: &Setting) -> Environment<'static> {
    let mut environment = Environment::new();
    // Read when a page first needs it: nobody pays for the pages that nobody looks at.
    environment.set_loader(source);
    // Not by a list of endings that are escaped: a new kind of file would silently be unsafe.
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".txt") { AutoEscape::None } else { AutoEscape::Html }
    });
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_global("icons_url", setting.icons_url.as_str());
    environment.add_global("glyphs_url", setting.glyphs_url.as_str());
    words::add(&mut environment, language, words);
    filter::add(&mut environment, language, words, setting);
    markup::add(&mut environment);
    symbol::add(&mut environment, language, words, setting);
    environment
}
