//! Symbols as functions and not as macros: a template that imports macros makes all of them anew for every page, and
//! nearly every part shows a symbol. A symbol is decoration; the words beside it say what it means.

use std::{fmt::Write as _, sync::Arc};

use minijinja::{Environment, HtmlEscape, value::Value};

use super::Setting;
use crate::text::{Language, Words};

/// `icon(name)`; `glyph(value)` for a core value and `mark()` for our own; `core_values(values)` with their names;
/// `seat_map(capacity, free)`.
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
    environment.add_function("seat_map", |capacity: u32, free: u32| {
        Value::from_safe_string(seat_map(capacity, free.min(capacity)))
    });
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

/// Up to this many seats are drawn one by one, in rows of at most sixteen; more as a bar.
const COUNTED: u32 = 48;
const ROW: u32 = 16;
/// The side of the square that one seat gets.
const PITCH: u32 = 13;

/// How full it is, as a picture; the sentence beside it says it in words. Nothing for nobody.
fn seat_map(capacity: u32, free: u32) -> String {
    let taken = capacity - free;
    if capacity == 0 {
        return String::new();
    }
    if capacity > COUNTED {
        let filled = u64::from(taken) * 206 / u64::from(capacity);
        return format!(
            r#"<svg width="208" height="12" viewBox="0 0 208 12" aria-hidden="true" focusable="false"><rect x="1" y="1" width="206" height="10" rx="5" class="free"/><rect x="1" y="1" width="{filled}" height="10" rx="5"/></svg>"#
        );
    }
    let rows = capacity.div_ceil(ROW);
    let across = capacity.div_ceil(rows);
    let (width, height) = (across * PITCH, rows * PITCH);
    let mut map = format!(
        r#"<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">"#
    );
    for seat in 0..capacity {
        let (x, y) = (seat % across * PITCH + 6, seat / across * PITCH + 6);
        let look = if seat < taken { r#"r="4.5""# } else { r#"r="4" class="free""# };
        let _ = write!(map, r#"<circle cx="{x}" cy="{y}" {look}/>"#);
    }
    map.push_str("</svg>");
    map
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
