//! A text as a Word file: the least that OOXML asks for, a heading and paragraphs, so that somebody can go on writing in it.

use std::io::{Cursor, Write as _};

use ::zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};
use minijinja::HtmlEscape;

use crate::text::Language;

/// What it is, for browsers.
pub const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const STYLE_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The file.
///
/// # Errors
/// Never for a text that fits in memory.
pub fn write(language: Language, title: &str, paragraphs: &[String]) -> Result<Vec<u8>, ZipError> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("word/_rels/document.xml.rels", STYLE_RELATIONS.to_owned()),
        ("word/styles.xml", styles(language)),
        ("word/document.xml", document(title, paragraphs)),
    ] {
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(text.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

fn document(title: &str, paragraphs: &[String]) -> String {
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text));
    let heading = format!(r#"<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{}</w:p>"#, run(title));
    let body: String = paragraphs.iter().map(|text| format!("<w:p>{}</w:p>", run(text))).collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="{SPACE}"><w:body>{heading}{body}</w:body></w:document>"#
    )
}

/// A heading that Word knows as one, and the language in which it is spelled.
fn styles(language: Language) -> String {
    let code = match language {
        Language::Dutch => "nl-NL",
        Language::English => "en-GB",
    };
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="{code}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>"#
    )
}

/// Without what XML cannot hold.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|sign| !sign.is_control()).collect();
    HtmlEscape(&text).to_string()
}
