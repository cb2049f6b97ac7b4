//! One list of what a file would change, a page at a time.

use entity::{id::ImportId, import};
use serde::Serialize;

use super::{
    import::Counts,
    import_preview::{Group, Remarks},
};
use crate::{
    domain::{
        error::{Error, Result},
        people::import::comparison::{self, List, ROWS, Rows},
    },
    web::{context::Context, pager::Pager, sentence::Sentence, view::View},
};

/// A page of one list.
#[derive(Serialize)]
pub struct Page {
    id: String,
    file: String,
    /// Who is added, changed or leaves.
    group: Option<Group>,
    /// What is said about rows; `refused` or `warnings`.
    remarks: Option<(&'static str, Remarks)>,
    pages: Pager,
}

impl View for Page {
    const TEMPLATE: &'static str = "people/import/page.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&*self.file)
    }

    fn samples() -> Vec<Self> {
        let pages = || Pager {
            previous: Some("/import/1?list=added".into()),
            next: Some("/import/1?list=added&page=3".into()),
            first: 51,
            last: 100,
            total: 140,
        };
        let page = |group, remarks| Self {
            id: "1".into(),
            file: "personeel.csv".into(),
            group,
            remarks,
            pages: pages(),
        };
        vec![
            page(Some(Group::sample("added")), None),
            page(Some(Group::sample("changed")), None),
            page(None, Some(("refused", Remarks::sample(2)))),
            page(None, Some(("warnings", Remarks::sample(1)))),
        ]
    }
}

/// The list and the page that the address asks for; nothing for the page of the file itself.
pub(super) fn asked(cx: &Context) -> Result<Option<(List, i32)>> {
    let Some(code) = cx.query().all("list").next() else { return Ok(None) };
    let list = List::from_code(code).ok_or(Error::Missing("list"))?;
    let number = cx.query().all("page").next().map_or(Some(1), |page| page.parse().ok());
    Ok(Some((list, number.filter(|number| *number > 0).ok_or(Error::Missing("page"))?)))
}

impl Page {
    pub(super) async fn new(cx: &Context, row: &import::Model, (list, number): (List, i32)) -> Result<Self> {
        let total = Counts::new(&row.counts).of(list);
        let rows = comparison::page(cx.db(), row.id, list, number).await?;
        let (shown, group, remarks) = match rows {
            Rows::Entries(rows) => (rows.len(), Some(Group::new(list, total, rows)), None),
            Rows::Remarks(rows) => (rows.len(), None, Some((list.code(), Remarks::new(cx, total, &rows)))),
        };
        Ok(Self {
            id: row.id.to_string(),
            file: row.file_name.clone(),
            group,
            remarks,
            pages: pager((row.id, list, number), shown as u64, total),
        })
    }
}

fn pager((id, list, number): (ImportId, List, i32), shown: u64, total: u64) -> Pager {
    let before = (u64::from(number.unsigned_abs()) - 1) * ROWS as u64;
    let link = |number: i32| format!("/import/{id}?list={}&page={number}", list.code());
    Pager {
        previous: (number > 1).then(|| link(number - 1)),
        next: (before + shown < total && shown > 0).then(|| link(number + 1)),
        first: if shown == 0 { 0 } else { before + 1 },
        last: before + shown,
        total,
    }
}
