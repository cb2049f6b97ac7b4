//! The frame round a page is the same for all who see the same menu, but for a title, a name and an address: it is written
//! once, with marks where those come, and filled for each page.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use minijinja::{Error, HtmlEscape};
use serde::Serialize;

use super::{Shell, ViewerCard};
use crate::{template::Templates, text::Language};

/// More frames than menus, languages and lit lines make; above it all are written anew.
const MOST: usize = 300;
const TEMPLATE: &str = "layout/frame.html";
/// Signs that no text has (Unicode keeps them free for private use), each for one part.
const TITLE: char = '\u{e000}';
const NAME: char = '\u{e001}';
const INITIALS: char = '\u{e002}';
const PATH: char = '\u{e003}';
const CONTENT: char = '\u{e004}';
const MARKS: [char; 5] = [TITLE, NAME, INITIALS, PATH, CONTENT];

/// The frames that were written, by what stands in them.
#[derive(Default)]
pub struct Frames(Mutex<HashMap<Shell, Arc<str>>>);

#[derive(Serialize)]
struct Marked<'a> {
    shell: &'a Shell,
    content: char,
}

impl Frames {
    /// A page in its frame. `content`: what the page wrote, HTML.
    ///
    /// # Errors
    /// When the template of the frame asks for what the shell does not hold.
    pub fn round(
        &self,
        (templates, language): (&Templates, Language),
        shell: Shell,
        content: &str,
    ) -> Result<String, Error> {
        let (own, shell) = Own::of(shell);
        let known = self.kept().get(&shell).cloned();
        let frame = match known {
            Some(known) => known,
            None => {
                let marked = Marked { shell: &shell, content: CONTENT };
                let frame = Arc::from(templates.render(language, TEMPLATE, &marked)?);
                self.keep(shell, &frame);
                frame
            }
        };
        Ok(own.fill(&frame, content))
    }

    fn keep(&self, shell: Shell, frame: &Arc<str>) {
        let mut kept = self.kept();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(shell, frame.clone());
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Shell, Arc<str>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What of a frame is this page's and this viewer's own.
struct Own {
    title: String,
    viewer: Option<ViewerCard>,
    path: String,
}

impl Own {
    /// Takes what is own out of a shell, and puts marks there.
    fn of(shell: Shell) -> (Self, Shell) {
        let marked = ViewerCard { id: String::new(), name: NAME.into(), initials: INITIALS.into() };
        let key = Shell {
            title: TITLE.into(),
            viewer: shell.viewer.is_some().then_some(marked),
            path: PATH.into(),
            flash: None,
            request_id: String::new(),
            requests: 0,
            extensions: 0,
            ..shell
        };
        (Self { title: shell.title, viewer: shell.viewer, path: shell.path }, key)
    }

    fn fill(&self, frame: &str, content: &str) -> String {
        let mut page = String::with_capacity(frame.len() + content.len() + 200);
        let mut rest = frame;
        while let Some(at) = rest.find(MARKS) {
            let (before, after) = rest.split_at(at);
            page.push_str(before);
            let mut signs = after.chars();
            match signs.next() {
                Some(CONTENT) => page.push_str(content),
                Some(mark) => page.push_str(&HtmlEscape(self.text(mark)).to_string()),
                None => {}
            }
            rest = signs.as_str();
        }
        page.push_str(rest);
        page
    }

    fn text(&self, mark: char) -> &str {
        let viewer = |part: fn(&ViewerCard) -> &String| self.viewer.as_ref().map_or("", |card| part(card));
        match mark {
            TITLE => &self.title,
            NAME => viewer(|card| &card.name),
            INITIALS => viewer(|card| &card.initials),
            _ => &self.path,
        }
    }
}
