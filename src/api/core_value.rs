//! The core values, as the organisation says them.

use entity::core_value::CoreValue as Value;
use poem::web::Data;
use poem_openapi::{Object, OpenApi, payload::Json};

use super::{
    caller::Caller,
    choice::{CoreValue, Language},
    list::List,
    problem::Problem,
    service::Tag,
};
use crate::{
    app::App,
    domain::{
        dialogue::core_value::{self, Part, key},
        page::Page,
    },
    text,
};

/// What is said of a core value in one language.
#[derive(Debug, Object)]
pub struct CoreValueText {
    pub language: Language,
    pub name: String,
    /// One sentence.
    pub meaning: String,
    /// What one does then.
    pub behaviours: Vec<String>,
}

/// A core value.
#[derive(Debug, Object)]
pub struct CoreValueItem {
    pub value: CoreValue,
    /// In every language.
    pub texts: Vec<CoreValueText>,
}

/// The operations on core values.
pub struct CoreValues;

#[OpenApi(tag = "Tag::Catalogue")]
impl CoreValues {
    /// The four core values, in the words of the organisation.
    #[oai(path = "/core-values", method = "get", operation_id = "list-core-values")]
    async fn list(&self, caller: Caller, app: Data<&App>) -> Result<Json<List<CoreValueItem>>, Problem> {
        let own = core_value::own(&caller.house.db.reader).await?;
        let say = |language: text::Language, value: Value, part: Part| {
            let own = own.get(&(language.code().to_owned(), key(value, part)));
            own.cloned().unwrap_or_else(|| match part {
                Part::Name => app.words.say_ours(language, &format!("value-{}", value.code())),
                Part::Meaning | Part::Behaviours => app.words.say_ours(language, &key(value, part)),
            })
        };
        let in_language = |value: Value, language: text::Language| CoreValueText {
            language: match language {
                text::Language::Dutch => Language::Dutch,
                text::Language::English => Language::English,
            },
            name: say(language, value, Part::Name),
            meaning: say(language, value, Part::Meaning),
            behaviours: say(language, value, Part::Behaviours).lines().map(str::to_owned).collect(),
        };
        let item = |value: Value| CoreValueItem {
            value: value.into(),
            texts: text::Language::ALL.map(|language| in_language(value, language)).into(),
        };
        Ok(List::of(Page { items: Value::ALL.to_vec(), next: None }, item))
    }
}
