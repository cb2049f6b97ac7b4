//! A sheet with real dates, a heading that stays in sight, and filters. Texts are stored as texts: none can be a formula.
//! Rows go to a nameless file as they come, so that memory does not grow with the list.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Table};

/// The widest column that fits itself to its contents, in signs.
const WIDEST: usize = 56;
/// What the button of the filter takes of a heading, in signs.
const BUTTON: usize = 3;

/// A workbook of one sheet that is being written.
pub struct Book {
    book: Workbook,
    sheet: Worksheet,
    date: Format,
    moment: Format,
    euro: Format,
    share: Format,
    widths: Vec<usize>,
    lines: u32,
}

pub(super) fn write(table: &Table) -> Result<Vec<u8>, XlsxError> {
    write_all(std::slice::from_ref(table))
}

pub(super) fn write_all(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for table in tables {
        let mut sheet = Book::within(book, table)?;
        sheet.add(&table.rows)?;
        book = sheet.end()?;
    }
    book.save_to_buffer()
}

impl Book {
    /// With the name and the heading of a table, whose rows are not written.
    ///
    /// # Errors
    /// When the folder for files of a moment cannot be written.
    pub fn new(table: &Table) -> Result<Self, XlsxError> {
        Self::within(Workbook::new(), table)
    }

    fn within(mut book: Workbook, table: &Table) -> Result<Self, XlsxError> {
        let mut sheet = book.new_worksheet_with_constant_memory()?;
        sheet.set_name(&table.name)?;
        let heading = Format::new().set_bold();
        for (column, name) in (0..).zip(&table.columns) {
            sheet.write_string_with_format(0, column, name, &heading)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(Self {
            book,
            sheet,
            date: Format::new().set_num_format("dd-mm-yyyy"),
            moment: Format::new().set_num_format("dd-mm-yyyy hh:mm"),
            euro: Format::new().set_num_format("#,##0.00"),
            share: Format::new().set_num_format("0%"),
            widths: table.columns.iter().map(|name| name.chars().count() + BUTTON).collect(),
            lines: 0,
        })
    }

    /// The next rows.
    ///
    /// # Errors
    /// When there are more than a sheet holds, or a text is too long for a cell.
    pub fn add(&mut self, rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
        for row in rows {
            self.lines += 1;
            for (column, cell) in (0..).zip(row) {
                let width = self.put((self.lines, column), cell)?;
                if let Some(widest) = self.widths.get_mut(usize::from(column)) {
                    *widest = width.max(*widest);
                }
            }
        }
        Ok(())
    }

    /// The whole file.
    ///
    /// # Errors
    /// When the file of a moment cannot be read.
    pub fn finish(self) -> Result<Vec<u8>, XlsxError> {
        self.end()?.save_to_buffer()
    }

    fn end(mut self) -> Result<Workbook, XlsxError> {
        let last = u16::try_from(self.widths.len().max(1) - 1).unwrap_or(u16::MAX);
        self.sheet.autofilter(0, 0, self.lines, last)?;
        for (column, width) in (0..).zip(&self.widths) {
            self.sheet.set_column_width(column, (*width).min(WIDEST) as f64 + 1.0)?;
        }
        self.book.push_worksheet(self.sheet);
        Ok(self.book)
    }

    /// Writes one cell; gives how many signs it is wide.
    fn put(&mut self, (row, column): (u32, u16), cell: &Cell) -> Result<usize, XlsxError> {
        let sheet = &mut self.sheet;
        match cell {
            Cell::Empty => return Ok(0),
            Cell::Text(text) => sheet.write_string(row, column, text)?,
            Cell::Number(number) => sheet.write_number(row, column, *number as f64)?,
            Cell::Decimal(value) => sheet.write_number(row, column, *value)?,
            Cell::Euro(cents) => {
                sheet.write_number_with_format(row, column, *cents as f64 / 100.0, &self.euro)?
            }
            Cell::Share(share) => sheet.write_number_with_format(row, column, *share, &self.share)?,
            Cell::Date(value) => sheet.write_datetime_with_format(row, column, value, &self.date)?,
            Cell::Moment(value) => sheet.write_datetime_with_format(row, column, value, &self.moment)?,
        };
        Ok(match cell {
            Cell::Text(text) => text.chars().count(),
            Cell::Moment(_) => 16,
            _ => 10,
        })
    }
}
