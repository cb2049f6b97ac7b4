//! The page of permissions speaks of every row, in both languages, and says no more and no less than what the rows let through.

use std::collections::BTreeSet;

use olievlek::{
    text::{Language, Words},
    web::{
        self,
        privacy::{
            post::Post,
            topic::{self, AREAS, TOPICS},
        },
    },
};

#[test]
fn every_row_of_the_sitemap_has_a_topic_and_every_topic_a_row() {
    let rows = web::sitemap();
    for row in &rows {
        assert!(
            topic::of(row.path).is_some(),
            "{} {} has no topic: name it in src/web/privacy/topic.rs, for whoever reads who sees what",
            row.method,
            row.path
        );
    }
    let used: BTreeSet<_> = rows.iter().filter_map(|row| Some(topic::of(row.path)?.code)).collect();
    let unused: Vec<_> = TOPICS.iter().map(|topic| topic.code).filter(|code| !used.contains(code)).collect();
    assert!(unused.is_empty(), "nothing is about {unused:?}");
    assert!(TOPICS.iter().all(|topic| AREAS.contains(&topic.area)), "an area without a heading");
    for start in TOPICS.iter().flat_map(|topic| topic.starts) {
        assert!(rows.iter().any(|row| row.path.starts_with(start)), "nothing begins with {start}");
    }
}

#[test]
fn every_topic_post_and_reach_has_its_words() {
    let words = Words::embedded().expect("words");
    let mut keys: Vec<String> = Post::all().map(Post::key).collect();
    keys.extend(AREAS.map(|area| format!("permissions-area-{area}")));
    for reach in ["nothing", "own", "invited", "given", "stands-in", "team", "everything"] {
        keys.push(format!("permissions-reach-{reach}"));
    }
    for topic in TOPICS {
        keys.extend(["", "-title"].map(|end| format!("permissions-on-{}{end}", topic.code)));
        keys.extend(topic.personal.then(|| format!("permissions-on-{}-data", topic.code)));
    }
    let silent: Vec<_> =
        keys.iter().filter(|key| Language::ALL.iter().any(|language| !words.has(*language, key))).collect();
    assert!(silent.is_empty(), "no sentence for {silent:?}");
}
