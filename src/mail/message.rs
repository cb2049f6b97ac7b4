//! A letter as it goes over the line (RFC 5322, and RFC 6047 for its calendar entry).

use lettre::{
    Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{
    Stationery,
    letter::{BadLetter, Matter},
    one_line,
};
use crate::domain::{letter::Copy, people::person::full_name};

/// mixed(alternative(text, html, calendar), invite.ics): some programs look for the one, some for the other.
pub(super) fn build(stationery: &Stationery, matter: &Matter, copy: &Copy) -> Result<Message, BadLetter> {
    let from = &stationery.from;
    let sender = from.name.clone().unwrap_or_else(|| stationery.organisation.clone());
    let reader = full_name(&matter.reader.reader);
    let letter = Message::builder()
        .from(Mailbox::new(Some(one_line(&sender)), from.email.clone()))
        .to(Mailbox::new(Some(one_line(&reader)), copy.address.parse()?))
        .subject(one_line(&copy.subject))
        .date(matter.now.into())
        // The same at every attempt, so that a second arrival is recognised as one.
        .message_id(Some(format!("<{}@{}>", matter.id, from.email.domain())))
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    let bodies = MultiPart::alternative_plain_html(copy.text.clone(), copy.html.clone());
    let Some(ics) = &copy.calendar else {
        return Ok(letter.multipart(bodies)?);
    };
    let kind = format!("text/calendar; charset=utf-8; method={}", matter.method().name());
    let part = SinglePart::builder().content_type(ContentType::parse(&kind)?).body(ics.clone());
    let file =
        Attachment::new("invite.ics".to_owned()).body(ics.clone(), ContentType::parse("application/ics")?);
    Ok(letter.multipart(MultiPart::mixed().multipart(bodies.singlepart(part)).singlepart(file))?)
}
