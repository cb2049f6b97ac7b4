//! Mail addresses.

/// Whether this can be a mail address: one @, something before it, a domain with a dot after it, nothing that could break
/// out of a letter's header.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let ordinary = |c: char| !c.is_whitespace() && !c.is_control() && !"()<>[],;:\\\"".contains(c);
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let labels = || domain.split('.');
    let label = |part: &str| {
        let outer = |c: char| c.is_alphanumeric();
        part.chars().all(|c| outer(c) || c == '-')
            && part.starts_with(outer)
            && part.ends_with(outer)
            && part.len() <= 63
    };
    let dots = |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    !local.is_empty()
        && local.len() <= 64
        && text.len() <= 254
        && local.chars().all(ordinary)
        && dots(local)
        && labels().count() >= 2
        && labels().all(label)
}
