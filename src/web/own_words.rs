//! What the organisation calls its core values, for every page at once: read for everybody, and said wherever our own words would
//! have been.

use entity::core_value::CoreValue;

use super::context::Context;
use crate::{
    domain::{
        dialogue::core_value::{self, Part},
        error::{Error, Result},
    },
    text::Own,
};

/// Sees to it that pages speak in the words of the organisation, as they are now. While the database is away they speak as they did: a page
/// that needs nothing of it is shown all the same.
pub(super) async fn freshen(cx: &Context) {
    let read = async { Ok::<_, Error>(own(core_value::own(cx.db()).await?)) };
    let own: Result<_> = cx.house().db.recent.or_read("core-values".to_owned(), cx.now(), read).await;
    match own {
        Ok(own) => cx.words().say_instead(own),
        Err(error) => tracing::warn!(target: "web", %error, "the names of the core values were not read"),
    }
}

fn own(texts: impl IntoIterator<Item = ((String, String), String)>) -> Own {
    let entry = |((language, key), text): ((String, String), String)| {
        let language = language.parse().ok()?;
        Some(((language, spoken(key)), text))
    };
    texts.into_iter().filter_map(entry).collect()
}

/// Names stand in our words under a key that was there before.
fn spoken(key: String) -> String {
    let named = CoreValue::ALL.iter().find(|value| key == core_value::key(**value, Part::Name));
    named.map_or(key, |value| format!("value-{}", value.code()))
}
