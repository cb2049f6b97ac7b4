//! A sheet with real dates, a heading that stays in sight, and filters. Texts are stored as texts: none can be a formula.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Table};

/// The widest column that fits itself to its contents, in pixels.
const WIDEST: u32 = 400;

pub(super) fn write(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.name)?;
    let heading = Format::new().set_bold();
    for (column, name) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, name, &heading)?;
    }
    let (date, moment) =
        (Format::new().set_num_format("dd-mm-yyyy"), Format::new().set_num_format("dd-mm-yyyy hh:mm"));
    for (line, row) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(row) {
            put(sheet, (line, column), cell, (&date, &moment))?;
        }
    }
    let (last_row, last_column) =
        (u32::try_from(table.rows.len()).unwrap_or(u32::MAX), table.columns.len().max(1) - 1);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, u16::try_from(last_column).unwrap_or(u16::MAX))?;
    sheet.set_autofit_max_width(WIDEST).autofit();
    book.save_to_buffer()
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    (date, moment): (&Format, &Format),
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => sheet.write_string(row, column, text)?,
        Cell::Number(number) => sheet.write_number(row, column, *number as f64)?,
        Cell::Date(value) => sheet.write_datetime_with_format(row, column, value, date)?,
        Cell::Moment(value) => sheet.write_datetime_with_format(row, column, value, moment)?,
    };
    Ok(())
}
