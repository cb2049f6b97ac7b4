//! The tree of departments.

use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::people::department::{self, Node, Tree},
    table::Table,
    web::{
        context::Context,
        download::{self, Files},
        sentence::Sentence,
        view::View,
    },
};

/// The tree, from the top down.
#[derive(Serialize)]
pub struct List {
    departments: Vec<Line>,
    files: Files,
}

/// A department and how far below the top it lies.
#[derive(Serialize)]
struct Line {
    id: String,
    code: String,
    name: String,
    kind: &'static str,
    depth: usize,
}

impl View for List {
    const TEMPLATE: &'static str = "people/department/list.html";

    fn title(&self) -> Sentence {
        Sentence::new("departments-title")
    }

    fn samples() -> Vec<Self> {
        let line = |(depth, kind): (usize, &entity::department::DepartmentKind)| Line {
            id: format!("d-{depth}"),
            code: "KCC".into(),
            name: "Klantcontact".into(),
            kind: kind.code(),
            depth,
        };
        let all = entity::department::DepartmentKind::ALL.iter().enumerate().map(line).collect();
        let list = |departments| Self { departments, files: Files::sample() };
        vec![list(all), list(Vec::new())]
    }
}

/// The tree.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let tree = department::tree(cx.db()).await?;
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &tree), format).await;
    }
    let line = |node: Node<'_>| Line {
        id: node.department.id.to_string(),
        code: node.department.code.clone(),
        name: node.department.name.clone(),
        kind: node.department.kind.code(),
        depth: node.depth,
    };
    let departments = tree.nodes().into_iter().map(line).collect();
    cx.page(&List { departments, files: Files::of(&cx) })
}

/// The tree in the columns of an import.
fn file(cx: &Context, tree: &Tree) -> Table {
    let columns = [
        "department-code",
        "department-name",
        "file-column-parent",
        "department-kind",
        "file-column-cost-centre",
    ];
    let row = |node: Node<'_>| {
        let one = node.department;
        let parent = one.parent_id.and_then(|id| tree.get(id)).map(|parent| parent.code.as_str());
        vec![
            one.code.as_str().into(),
            one.name.as_str().into(),
            parent.into(),
            cx.say(&Sentence::new(super::department_room::kind(one.kind))).into(),
            one.cost_centre.as_deref().into(),
        ]
    };
    download::table(cx, "departments-title", &columns, tree.nodes().into_iter().map(row).collect())
}
