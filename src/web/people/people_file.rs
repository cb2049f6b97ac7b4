//! People as a file. That they left the house is recorded.

use poem::Response;

use crate::{
    domain::{
        error::Result,
        people::{
            department::Tree,
            directory::{self, Entry, Filter},
        },
    },
    table::{Cell, Format},
    web::{context::Context, download},
};

const COLUMNS: [&str; 9] = [
    "import-column-employeeNumber",
    "file-column-given-name",
    "file-column-prefix",
    "file-column-surname",
    "import-column-email",
    "import-column-departmentId",
    "import-column-jobTitle",
    "import-column-employedFrom",
    "import-column-employedUntil",
];

/// The people whom the filter finds and the viewer may see.
pub(super) async fn answer(
    cx: &Context,
    filter: &Filter,
    tree: &Tree,
    format: Format,
) -> poem::Result<Response> {
    let rows = rows(cx, filter, tree).await?;
    let table = download::table(cx, "people-title", &COLUMNS, rows);
    download::note(cx, &table).await?;
    download::answer(table, format).await
}

async fn rows(cx: &Context, filter: &Filter, tree: &Tree) -> Result<Vec<Vec<Cell>>> {
    let today = cx.house().policy.day(cx.now());
    let read = |window| async move { directory::list(cx.db(), cx.actor(), filter, &window, today).await };
    let row = |entry: Entry| {
        let names: Vec<_> =
            entry.departments.iter().filter_map(|id| Some(tree.get(*id)?.name.as_str())).collect();
        let person = entry.person;
        vec![
            person.employee_number.into(),
            person.given_name.into(),
            person.prefix.into(),
            person.surname.into(),
            person.email.into(),
            names.join(", ").into(),
            person.job_title.into(),
            person.employed_from.into(),
            person.employed_until.into(),
        ]
    };
    Ok(download::whole(read).await?.into_iter().map(row).collect())
}
