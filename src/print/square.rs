//! The square that a phone reads.

use fast_qr::{ECL, QRBuilder};

/// Light cells round the square, without which phones do not find it.
const MARGIN: usize = 4;

/// The square of an address as SVG: one cell is one unit. Nothing for an address that is too long.
pub fn svg(address: &str) -> Option<String> {
    let square = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let cells = (0..square.size).flat_map(|y| (0..square.size).map(move |x| (x, y)));
    let dark = cells.filter(|(x, y)| square[*y][*x].value());
    let path: String = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN)).collect();
    let side = square.size + 2 * MARGIN;
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{path}"/></svg>"##
    ))
}
