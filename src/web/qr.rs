//! An address as a code that phones read.

use fast_qr::QRBuilder;
use serde::Serialize;

/// A code as a picture: squares on a side, and the path that fills the dark ones.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    side: usize,
    path: String,
    /// The same as an address.
    address: String,
}

impl Picture {
    /// Of an address; nothing when it is too long to be read from a screen.
    #[must_use]
    pub fn of(address: String) -> Option<Self> {
        let code = QRBuilder::new(address.as_str()).build().ok()?;
        let dark = |(row, column): &(usize, usize)| code[*row][*column].value();
        let squares = (0..code.size).flat_map(|row| (0..code.size).map(move |column| (row, column)));
        let path = squares.filter(dark).map(|(row, column)| format!("M{column} {row}h1v1h-1z")).collect();
        Some(Self { side: code.size, path, address })
    }
}
