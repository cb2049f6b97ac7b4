//! Hostile requests, from tables of our own: what is typed, uploaded, put into addresses and headers, and stored to be
//! shown to somebody else. A hit is a text that became more than a text; an answer of 5xx is as bad.
//!
//! Every kind of attack is a module and counts for itself, because tests run in processes of their own. Each must send
//! at least what stands here.

#![allow(clippy::print_stdout, reason = "the figures are read from what a test prints")]

pub mod calendar;
pub mod hit;

mod address;
mod body;
mod form;
mod kept;
mod letter;
mod log;
mod more;
mod operation;
mod query;
mod row;
mod sheet;
mod socket;
mod stage;
mod text;
mod textless;
mod town;
mod upload;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use crate::house::browser::Page;
use text::{Kind, Text};

/// What each kind sends at least.
const FORMS: usize = 450;
const ROWS: usize = 1_000;
const QUERIES: usize = 800;
const OPERATIONS: usize = 4_000;
const ADDRESSES: usize = 1_000;
const SOCKETS: usize = 150;
const UPLOADS: usize = 120;
const _: () = assert!(FORMS + ROWS + QUERIES + OPERATIONS + ADDRESSES + SOCKETS + UPLOADS >= 5_000);

/// How many texts one field gets: all of them when there is time, else so many that over the fields all come by.
fn texts_a_field(usual: usize) -> usize {
    if crate::fuzz::long() { text::all().len() } else { usual }
}

/// One kind of attack, and what came of it.
pub struct Siege {
    kind: &'static str,
    sent: usize,
    /// How often a text of each kind was sent, and which texts were.
    thrown: BTreeMap<Kind, usize>,
    texts: BTreeSet<usize>,
    /// Answers that are no refusal: the text went on into the house.
    taken: usize,
    /// Answers of 5xx.
    broken: Vec<String>,
    hits: Vec<String>,
    log: log::Log,
}

impl Siege {
    pub fn of(kind: &'static str) -> Self {
        Self {
            kind,
            sent: 0,
            thrown: BTreeMap::new(),
            texts: BTreeSet::new(),
            taken: 0,
            broken: Vec::new(),
            hits: Vec::new(),
            log: log::Log::start(),
        }
    }

    /// Notes that a text of the tables was sent.
    pub fn threw(&mut self, text: &Text) {
        *self.thrown.entry(text.kind).or_default() += 1;
        self.texts.insert(text.at);
    }

    /// As [`Siege::judge`], of a request with a text of the tables in it.
    pub fn judge_text(&mut self, text: &Text, what: &str, page: &Page) {
        self.threw(text);
        self.judge(what, page);
    }

    /// Looks at the answer to one request. `what` names the request in what is said of it.
    pub fn judge(&mut self, what: &str, page: &Page) {
        self.sent += 1;
        self.taken += usize::from(page.status.is_success() || page.status.is_redirection());
        if page.status.is_server_error() {
            self.broken.push(format!("{what}: {}", page.status));
        }
        self.look(what, page);
    }

    /// Looks at an answer that is no answer to an attack: a page that shows what was stored.
    pub fn look(&mut self, what: &str, page: &Page) {
        let mut found = hit::all(page);
        if what.starts_with("/letters/") {
            // A page that shows a letter has one frame of its own, and the letter in it one base and one style.
            for own in ["<iframe>", "<base>", "<style>"] {
                if let Some(at) = found.iter().position(|hit| hit == own) {
                    found.remove(at);
                }
            }
        }
        self.hits.extend(found.into_iter().map(|hit| format!("{what}: {hit}")));
    }

    /// Notes a hit that only its kind can see.
    pub fn hit(&mut self, what: String) {
        self.hits.push(what);
    }

    /// Says what came of it. Every text of the tables has to have been sent, and of each kind so many.
    pub fn end(mut self, least: usize, of_each_kind: usize) {
        let lines = self.log.lines();
        self.hits.extend(self.log.strangers());
        println!("FIGURE hostile texts | {} | {:?}, {lines} lines of log", self.kind, self.thrown);
        println!(
            "FIGURE hostile requests | {} | {} sent, {} of them taken, {} hits, {} × 5xx",
            self.kind,
            self.sent,
            self.taken,
            self.hits.len(),
            self.broken.len()
        );
        let first = |all: &[String]| all.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
        assert!(self.hits.is_empty(), "hits:\n{}", first(&self.hits));
        assert!(self.broken.is_empty(), "answers of 5xx:\n{}", first(&self.broken));
        assert!(self.sent >= least, "only {} sent", self.sent);
        assert!(
            lines >= self.sent,
            "only {lines} lines of log: what was it that nothing strange was found in?"
        );
        let unsent: Vec<_> = text::all().into_iter().filter(|text| !self.texts.contains(&text.at)).collect();
        assert!(unsent.is_empty(), "never sent: {unsent:?}");
        let few = self.thrown.iter().filter(|(_, times)| **times < of_each_kind).collect::<Vec<_>>();
        assert!(few.is_empty(), "fewer than {of_each_kind}: {few:?}");
    }
}
