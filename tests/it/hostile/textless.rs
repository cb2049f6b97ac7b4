//! Where no text of an attacker can be, and why. Each list is held exactly: what takes a text must not stand here.

/// Rows that write and take no text.
pub const ROWS: &[(&str, &[&str])] = &[];

/// Columns of text that nobody types into.
pub const COLUMNS: &[(&str, &[&str])] = &[];
