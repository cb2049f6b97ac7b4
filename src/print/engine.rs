//! Typst with our templates and fonts, and nothing else: no file, no network, no clock.

use std::{collections::HashMap, sync::LazyLock};

use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{Unprintable, word};
use crate::template::Files;

/// In the order in which they are tried.
const FONTS: [&str; 3] =
    ["vendor/source-sans-3-regular.otf", "vendor/source-sans-3-bold.otf", "vendor/noto-sans-arabic.ttf"];
/// What is to stand on the paper, beside the template.
const DATA: &str = "print/data.json";
/// Results that so many papers did not need are forgotten, so that memory does not grow with what is printed.
const KEEPS: usize = 2;

static WORKSHOP: LazyLock<Workshop> = LazyLock::new(Workshop::open);

/// What all papers share; made once.
struct Workshop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
}

impl Workshop {
    fn open() -> Self {
        let file = |name: &&str| Files::get(name).map(|file| Bytes::new(file.data.into_owned()));
        let fonts: Vec<_> = FONTS.iter().filter_map(file).flat_map(Font::iter).collect();
        let names: Vec<_> = Files::iter().filter(|name| name.ends_with(".typ")).collect();
        let stem = |name: &str| name.trim_start_matches("print/").trim_end_matches(".typ").to_owned();
        let source = |name: &str| Some((id(name)?, Source::new(id(name)?, word::source(&stem(name)))));
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            sources: names.iter().filter_map(|name| source(name)).collect(),
            fonts,
        }
    }
}

/// One paper that is being set.
struct Desk {
    workshop: &'static Workshop,
    main: FileId,
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.workshop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.workshop.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.workshop.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, asked: FileId) -> FileResult<Bytes> {
        if Some(asked) == id(DATA) {
            return Ok(self.data.clone());
        }
        let ours = Files::get(asked.get().vpath().get_without_slash());
        ours.map(|file| Bytes::new(file.data.into_owned())).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.workshop.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Whether one of our fonts draws this sign.
pub fn has_glyph(sign: char) -> bool {
    WORKSHOP.fonts.iter().any(|font| font.info().coverage.contains(sign.into()))
}

/// Sets a paper: accessible by PDF/UA-1, or not at all.
pub fn pdf(name: &str, data: Vec<u8>) -> Result<Vec<u8>, Unprintable> {
    let main = id(&word::path(name)).ok_or_else(|| Unprintable::Broken(name.to_owned()))?;
    let desk = Desk { workshop: &WORKSHOP, main, data: Bytes::new(data) };
    let document = typst::compile::<PagedDocument>(&desk).output;
    let printed = document.and_then(|document| typst_pdf::pdf(&document, &options()));
    comemo::evict(KEEPS);
    printed.map_err(|errors| Unprintable::Broken(told(&errors)))
}

fn options() -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
    PdfOptions { standards, ..PdfOptions::default() }
}

fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// What is wrong, without what it quotes between backticks: that may be somebody's name.
fn told(errors: &[SourceDiagnostic]) -> String {
    let said = |error: &SourceDiagnostic| error.message.split('`').step_by(2).collect::<Vec<_>>().join("…");
    errors.iter().map(said).collect::<Vec<_>>().join("; ")
}
