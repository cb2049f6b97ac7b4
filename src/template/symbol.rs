//! Symbols as functions and not as macros: a template that imports macros makes all of them anew for every page, and
//! nearly every part shows a symbol. A symbol is decoration; the words beside it say what it means.

use std::sync::Arc;

use minijinja::{Environment, HtmlEscape, value::Value};

use super::Setting;
use crate::text::{Language, Words};

/// `icon(name)`; `glyph(value)` for a core value and `mark()` for our own; `core_values(values)` with their names.
pub(super) fn add(
    environment: &mut Environment<'static>,
    language: Language,
    words: &Arc<Words>,
    setting: &Setting,
) {
    let (icons, glyphs) = (setting.icons_url.clone(), setting.glyphs_url.clone());
    environment.add_function("icon", move |name: &str| {
        symbol("class=\"icon\" ", &format!("{icons}#{}", HtmlEscape(name)))
    });
    let url = glyphs.clone();
    environment.add_function("mark", move || symbol("", &format!("{url}#olievlek")));
    let url = glyphs.clone();
    environment.add_function("glyph", move |value: &str| Value::from_safe_string(glyph(&url, value)));
    let words = Arc::clone(words);
    environment.add_function("core_values", move |values: Vec<String>| {
        let one = |value: &String| {
            let name = words.say(language, &format!("value-{value}"), &[]);
            format!("<span class=\"value\">{}{}</span>", glyph(&glyphs, value), HtmlEscape(&name))
        };
        let all: String = values.iter().map(one).collect();
        Value::from_safe_string(format!("<span class=\"values\">{all}</span>"))
    });
}

fn symbol(class: &str, target: &str) -> Value {
    Value::from_safe_string(format!(
        "<svg {class}aria-hidden=\"true\" focusable=\"false\"><use href=\"{target}\"></use></svg>"
    ))
}

fn glyph(url: &str, value: &str) -> String {
    let value = HtmlEscape(value);
    format!(
        "<svg class=\"glyph glyph--{value}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{url}#v-{value}\"></use></svg>"
    )
}
