//! `t("key", name=value)`: the only way for a template to say something.
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use minijinja::{
    Environment, Error, ErrorKind, HtmlEscape, State,
    value::{Kwargs, Value},
};

use crate::text::{Argument, Language, Words, fill};

/// Keys of sentences that hold tags; their arguments are escaped before the sentence is said.
const WITH_TAGS: &str = "-html";

pub(super) fn add(environment: &mut Environment<'static>, language: Language, words: &Arc<Words>) {
    let (spoken, tagged) = (Arc::clone(words), Arc::clone(words));
    let plain = plain(words, language);
    environment.add_function("t", move |state: &State<'_, '_>, key: &str, given: Kwargs| {
        if key.ends_with(WITH_TAGS) {
            return Err(refused(format!("{key} holds tags: say it with t_html")));
        }
        if let Some(text) = own(state, key) {
            return written(&text, &given).map(Value::from);
        }
        match plain.get(key).filter(|_| given.args().next().is_none()) {
            Some(text) => Ok(text.clone()),
            None => say(&spoken, language, key, &given, Value::to_string).map(Value::from),
        }
    });
    environment.add_function("t_html", move |key: &str, given: Kwargs| {
        if !key.ends_with(WITH_TAGS) {
            return Err(refused(format!(
                "{key} holds no tags: say it with t, or end its key in {WITH_TAGS}"
            )));
        }
        say(&tagged, language, key, &given, escaped).map(Value::from_safe_string)
    });
}

/// The sentences that are always the same, made once: a page says dozens of them. Those without a sign that HTML escapes
/// need not be looked through again.
fn plain(words: &Words, language: Language) -> HashMap<String, Value> {
    let value = |text: String| {
        let same = HtmlEscape(&text).to_string() == text;
        if same { Value::from_safe_string(text) } else { Value::from(text) }
    };
    let fixed = |key: &str| words.pattern(language, key).filter(|said| said.names.is_empty());
    let keys = words.keys(language).filter(|key| !Words::can_be_own(key));
    keys.filter_map(|key| Some((key.to_owned(), value(fixed(key)?.text)))).collect()
}

/// What the organisation says instead, where the letter brings it along as `wording`.
fn own(state: &State<'_, '_>, key: &str) -> Option<String> {
    let text = state.lookup("wording")?.get_item(&Value::from(key)).ok()?;
    text.as_str().map(str::to_owned)
}

/// A text of the organisation with everything filled in.
fn written(text: &str, given: &Kwargs) -> Result<String, Error> {
    let names: Vec<&str> = given.args().collect();
    let values = names.into_iter().map(|name| Ok((name, given.get::<Value>(name)?.to_string())));
    let values = values.collect::<Result<BTreeMap<_, _>, Error>>()?;
    Ok(fill(text, |name| values.get(name).cloned()))
}

fn say(
    words: &Words,
    language: Language,
    key: &str,
    given: &Kwargs,
    written: impl Fn(&Value) -> String,
) -> Result<String, Error> {
    let mut arguments = Vec::new();
    for name in given.args() {
        let value: Value = given.get(name)?;
        if value.is_undefined() || value.is_none() {
            return Err(Error::new(ErrorKind::UndefinedError, format!("{name} in t(\"{key}\")")));
        }
        // Numbers stay numbers, for plurals; what is no finite number would end the process in the plural rules.
        let number = if value.is_number() { f64::try_from(value.clone()).ok() } else { None };
        let argument = number.filter(|number| number.is_finite()).map(Argument::from);
        arguments.push((name, argument.unwrap_or_else(|| written(&value).into())));
    }
    Ok(words.say(language, key, &arguments))
}

fn escaped(value: &Value) -> String {
    let text = value.to_string();
    if value.is_safe() { text } else { HtmlEscape(&text).to_string() }
}

fn refused(why: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, why)
}
