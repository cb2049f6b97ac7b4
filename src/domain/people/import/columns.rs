//! Which column of a file holds what: recognised by its header, in Dutch or English, whatever the order.

use super::read::Table;
use crate::domain::error::{Field, Result};

/// A column by the names it goes by, written as `plain` leaves them.
pub type Names = &'static [&'static str];

pub(super) const CODE: Names = &["code", "afdelingscode", "departmentcode"];
pub(super) const NAME: Names = &["naam", "name", "afdeling", "department", "omschrijving"];
pub(super) const PARENT: Names =
    &["bovenliggend", "bovenliggende", "bovenliggendecode", "parent", "parentcode"];
pub(super) const KIND: Names = &["soort", "kind", "type", "niveau"];

pub(super) const COST_CENTRE: Names = &["kostenplaats", "kostenplaatscode", "costcentre", "costcenter"];

pub(super) const NUMBER: Names = &[
    "medewerker",
    "medewerkernummer",
    "personeelsnummer",
    "personeelsnr",
    "employeeid",
    "employeenumber",
    "employeeno",
];
pub(super) const GIVEN_NAME: Names = &["roepnaam", "voornaam", "givenname", "firstname"];
pub(super) const PREFIX: Names =
    &["tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "prefix", "surnameprefix"];
pub(super) const SURNAME: Names = &["achternaam", "surname", "lastname", "familyname", "geslachtsnaam"];
pub(super) const WHOLE_NAME: Names = &["displayname", "weergavenaam", "naam", "name", "fullname"];
pub(super) const EMAIL: Names =
    &["emailwerk", "werkemail", "email", "mail", "emailadres", "emailaddress", "mailadres"];
pub(super) const DEPARTMENT_CODE: Names =
    &["afdelingscode", "afdelingcode", "departmentcode", "departmentid", "orgcode"];
pub(super) const DEPARTMENT: Names = &["afdeling", "afdelingsnaam", "department", "departmentname"];
pub(super) const JOB_TITLE: Names = &["functie", "functienaam", "functietitel", "jobtitle", "title"];
pub(super) const MANAGER: Names =
    &["leidinggevende", "leidinggevendenummer", "manager", "managerid", "managernumber"];
pub(super) const EMPLOYED_FROM: Names =
    &["datumindienst", "indienst", "indienstdatum", "employedfrom", "hiredate", "employeehiredate"];
pub(super) const EMPLOYED_UNTIL: Names =
    &["datumuitdienst", "uitdienst", "uitdienstdatum", "employeduntil", "enddate", "employeeleavedatetime"];
pub(super) const ENABLED: Names = &["accountenabled", "actief", "enabled"];
pub(super) const USER_TYPE: Names = &["usertype"];

/// The place of a column that the file may lack.
#[must_use]
pub fn find(table: &Table, names: Names) -> Option<usize> {
    let header: Vec<String> = table.header.iter().map(|title| plain(title)).collect();
    names.iter().find_map(|name| header.iter().position(|title| title == name))
}

/// The place of a column that the file must have.
///
/// # Errors
/// Field `file` with the name that is missing.
pub fn require(table: &Table, names: Names) -> Result<usize> {
    find(table, names).ok_or_else(|| missing(names).into())
}

/// Says that one of these columns is needed.
#[must_use]
pub fn missing(names: Names) -> Field {
    Field::new("file", "file-column-missing").with("column", names.first().unwrap_or(&""))
}

/// "E-mail werk" and "e_mail_werk" are the same column.
fn plain(title: &str) -> String {
    crate::domain::search::fold(title).chars().filter(|c| c.is_alphanumeric()).collect()
}
