//! One row of a staff file. Both formats (HR system, address book) become the same record.

use chrono::NaiveDate;
use entity::id::DepartmentId;

use super::{
    columns::{self, *},
    diff::Remark,
    known::Departments,
    read::{Row, Table},
};
use crate::domain::{
    error::Result,
    people::{
        name::{self, Name},
        person::is_address,
    },
};

/// What a row says. `None` means that the file has no such column, so that nothing changes.
#[derive(Clone, Debug)]
pub struct PersonRow {
    pub line: u64,
    pub number: Option<String>,
    pub name: Name,
    /// In lower case; nobody is recognised by an empty one.
    pub email: Option<Option<String>>,
    pub job_title: Option<String>,
    pub department: Option<Option<DepartmentId>>,
    /// Number or address, in lower case.
    pub manager: Option<String>,
    pub employed_from: Option<Option<NaiveDate>>,
    pub employed_until: Option<Option<NaiveDate>>,
    pub enabled: Option<bool>,
    /// A guest in the address book comes from outside.
    pub external: bool,
}

/// Where the file has what.
pub struct Places {
    number: Option<usize>,
    given_name: Option<usize>,
    prefix: Option<usize>,
    surname: Option<usize>,
    whole_name: Option<usize>,
    email: Option<usize>,
    department_code: Option<usize>,
    department: Option<usize>,
    job_title: Option<usize>,
    pub manager: Option<usize>,
    from: Option<usize>,
    until: Option<usize>,
    enabled: Option<usize>,
    user_type: Option<usize>,
}

impl Places {
    /// Recognises the columns.
    ///
    /// # Errors
    /// Field `file` when there is no name, or nothing to recognise somebody by.
    pub fn of(table: &Table) -> Result<Self> {
        let find = |names| columns::find(table, names);
        let places = Self {
            number: find(NUMBER),
            given_name: find(GIVEN_NAME),
            prefix: find(PREFIX),
            surname: find(SURNAME),
            whole_name: find(WHOLE_NAME),
            email: find(EMAIL),
            department_code: find(DEPARTMENT_CODE),
            department: find(DEPARTMENT),
            job_title: find(JOB_TITLE),
            manager: find(MANAGER),
            from: find(EMPLOYED_FROM),
            until: find(EMPLOYED_UNTIL),
            enabled: find(ENABLED),
            user_type: find(USER_TYPE),
        };
        places.surname.or(places.whole_name).ok_or_else(|| columns::missing(SURNAME))?;
        places.number.or(places.email).ok_or_else(|| columns::missing(NUMBER))?;
        Ok(places)
    }

    /// Number and address as they stand in a row, well or not: whoever is mentioned has not left.
    #[must_use]
    pub fn mentions(&self, row: &Row) -> [String; 2] {
        [self.number, self.email].map(|at| at.map_or_else(String::new, |at| row.cell(at).to_lowercase()))
    }

    /// Reads a row.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn read(
        &self,
        row: &Row,
        departments: &Departments,
        width: usize,
    ) -> std::result::Result<PersonRow, Remark> {
        if row.overflows(width) {
            return Err(Remark::new(row.line, "too-many-cells"));
        }
        let text = |at: Option<usize>| at.map(|at| row.cell(at).to_owned());
        let number = text(self.number).filter(|number| !number.is_empty());
        let email = self.email_of(row)?;
        if number.is_none() && email.clone().flatten().is_none() {
            return Err(Remark::new(row.line, "no-number-nor-address"));
        }
        let (employed_from, employed_until) = self.employment(row)?;
        Ok(PersonRow {
            line: row.line,
            number,
            name: self.name_of(row)?,
            email,
            job_title: text(self.job_title),
            department: self.department_of(row, departments)?,
            manager: text(self.manager).map(|manager| manager.to_lowercase()),
            employed_from,
            employed_until,
            enabled: text(self.enabled).and_then(|word| yes_or_no(&word)),
            external: text(self.user_type).is_some_and(|word| word.eq_ignore_ascii_case("guest")),
        })
    }

    fn name_of(&self, row: &Row) -> std::result::Result<Name, Remark> {
        let cell = |at: Option<usize>| at.map_or("", |at| row.cell(at));
        let name = match (self.surname, self.prefix) {
            (Some(surname), Some(_)) if !cell(self.prefix).is_empty() => {
                let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                let (prefix, surname) = (words(cell(self.prefix)), words(row.cell(surname)));
                Name { given_name: cell(self.given_name).into(), prefix, surname }
            }
            (Some(surname), _) => {
                let (prefix, surname) = name::split_surname(row.cell(surname));
                Name { given_name: cell(self.given_name).into(), prefix, surname }
            }
            (None, _) => name::split(cell(self.whole_name)),
        };
        if name.surname.is_empty() { Err(Remark::new(row.line, "no-surname")) } else { Ok(name) }
    }

    fn email_of(&self, row: &Row) -> std::result::Result<Option<Option<String>>, Remark> {
        let Some(at) = self.email else { return Ok(None) };
        let email = row.cell(at).to_lowercase();
        match email.as_str() {
            "" => Ok(Some(None)),
            _ if is_address(&email) => Ok(Some(Some(email))),
            _ => Err(Remark::new(row.line, "address-malformed").with("address", row.cell(at))),
        }
    }

    /// The code goes before the name, because names are spelled in many ways.
    fn department_of(
        &self,
        row: &Row,
        departments: &Departments,
    ) -> std::result::Result<Option<Option<DepartmentId>>, Remark> {
        let cell = |at: Option<usize>| at.map_or("", |at| row.cell(at));
        let (code, name) = (cell(self.department_code), cell(self.department));
        let word = if code.is_empty() { name } else { code };
        if word.is_empty() {
            return Ok(self.department_code.or(self.department).map(|_| None));
        }
        let found = if code.is_empty() { departments.by_name(name) } else { departments.by_code(code) };
        let unknown = || match departments.merged(word) {
            Some(into) => Remark::new(row.line, "code-merged").with("code", word).with("into", into),
            None => Remark::new(row.line, "department-unknown").with("department", word),
        };
        found.map(|id| Some(Some(id))).ok_or_else(unknown)
    }

    #[allow(clippy::type_complexity, reason = "two optional cells in two optional columns is what it is")]
    fn employment(
        &self,
        row: &Row,
    ) -> std::result::Result<(Option<Option<NaiveDate>>, Option<Option<NaiveDate>>), Remark> {
        let date = |at: Option<usize>| at.map(|at| date_of(row, row.cell(at))).transpose();
        let (from, until) = (date(self.from)?, date(self.until)?);
        match (from.flatten(), until.flatten()) {
            (Some(first), Some(last)) if first > last => Err(Remark::new(row.line, "dates-reversed")),
            _ => Ok((from, until)),
        }
    }
}

/// dd-mm-yyyy or yyyy-mm-dd; also with slashes or points, and with a time after it, as directories export dates.
fn date_of(row: &Row, text: &str) -> std::result::Result<Option<NaiveDate>, Remark> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    if day.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let date = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => ymd(year, month, day),
        [day, month, year] if year.len() == 4 => ymd(year, month, day),
        _ => None,
    };
    date.map(Some).ok_or_else(|| Remark::new(row.line, "date-impossible").with("date", text))
}

fn ymd(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let number = |text: &str| text.parse::<u32>().ok();
    let year = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

fn yes_or_no(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "true" | "waar" | "ja" | "yes" | "1" => Some(true),
        "false" | "onwaar" | "nee" | "no" | "0" => Some(false),
        _ => None,
    }
}
