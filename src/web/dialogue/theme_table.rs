//! Theme by department, for who reads every conversation.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::*;
use poem::{Response, handler};
use serde::Serialize;

use super::theme::{name, talks};
use crate::{
    domain::{
        dialogue::theme::{self, talk},
        error::Result,
        people::department,
    },
    table::{Cell, Table},
    web::{
        context::Context,
        download::{self, Files},
        sentence::Sentence,
        view::View,
    },
};

/// The table.
#[derive(Serialize)]
pub struct Show {
    departments: Vec<String>,
    rows: Vec<Row>,
    files: Files,
}

/// A theme, with in how many conversations of each department.
#[derive(Clone, Debug, Serialize)]
struct Row {
    id: String,
    name: String,
    counts: Vec<Count>,
}

/// One number, under its department.
#[derive(Clone, Debug, Serialize)]
struct Count {
    department: String,
    count: u64,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/theme/table.html";

    fn title(&self) -> Sentence {
        Sentence::new("themes-table-title")
    }

    fn samples() -> Vec<Self> {
        let row = Row {
            id: "1".into(),
            name: "Bereikbaar voor elkaar".into(),
            counts: vec![
                Count { department: "Vergunningen".into(), count: 2 },
                Count { department: "Burgerzaken".into(), count: 0 },
            ],
        };
        let departments = vec!["Vergunningen".into(), "Burgerzaken".into()];
        vec![
            Self { departments, rows: vec![row], files: Files::sample() },
            Self { departments: vec![], rows: vec![], files: Files::sample() },
        ]
    }
}

/// All themes that came up, by all departments that spoke of one.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let table = of(&cx).await?;
    match download::asked(&cx) {
        Some(format) => download::answer(file(&cx, &table), format).await,
        None => cx.page(&table),
    }
}

async fn of(cx: &Context) -> Result<Show> {
    let tree = department::tree_ever(cx.db()).await?;
    let cells: BTreeMap<(ThemeId, DepartmentId), u64> = talk::by_office(&talks(cx).await?, &tree);
    let offices: BTreeSet<DepartmentId> = cells.keys().map(|(_, office)| *office).collect();
    let themes: BTreeSet<ThemeId> = cells.keys().map(|(theme, _)| *theme).collect();
    let offices = theme::offices(cx.db(), &offices.into_iter().collect::<Vec<_>>()).await?;
    let themes = theme::of(cx.db(), &themes.into_iter().collect::<Vec<_>>()).await?;
    let row = |one: &theme::Theme| Row {
        id: one.id.to_string(),
        name: name(cx, one).to_owned(),
        counts: offices
            .iter()
            .map(|(id, office)| Count {
                department: office.clone(),
                count: cells.get(&(one.id, *id)).copied().unwrap_or_default(),
            })
            .collect(),
    };
    let departments = offices.iter().map(|(_, name)| name.clone()).collect();
    Ok(Show { departments, rows: themes.iter().map(row).collect(), files: Files::of(cx) })
}

fn file(cx: &Context, shown: &Show) -> Table {
    let mut table = download::table(cx, "themes-table-title", &["theme"], Vec::new());
    table.columns.extend(shown.departments.iter().cloned());
    let row = |row: &Row| {
        std::iter::once(Cell::from(row.name.as_str()))
            .chain(row.counts.iter().map(|one| one.count.into()))
            .collect()
    };
    table.rows = shown.rows.iter().map(row).collect();
    table
}
