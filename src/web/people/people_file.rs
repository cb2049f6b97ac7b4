//! People as a file. That they left the house is recorded.

use std::sync::Arc;

use futures_util::FutureExt as _;
use poem::Response;

use crate::{
    domain::people::{
        department::Tree,
        directory::{self, Entry, Filter},
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
    tree: Tree,
    format: Format,
) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let count = directory::count(cx.db(), cx.actor(), filter, today).await?;
    download::note_rows(cx, usize::try_from(count).unwrap_or(usize::MAX)).await?;
    let table = download::table(cx, "people-title", &COLUMNS, Vec::new());
    let (cx, filter, tree) = (cx.clone(), filter.clone(), Arc::new(tree));
    let read = move |window| {
        let (cx, filter, tree) = (cx.clone(), filter.clone(), tree.clone());
        async move {
            let page = directory::list(cx.db(), cx.actor(), &filter, &window, today).await?;
            Ok(page.map(|entry| row(entry, &tree)))
        }
        .boxed()
    };
    download::stream(table, format, read).await
}

fn row(entry: Entry, tree: &Tree) -> Vec<Cell> {
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
}
