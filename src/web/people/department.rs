//! The tree of departments.

use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::people::department::{self, Node},
    web::{context::Context, sentence::Sentence, view::View},
};

/// The tree, from the top down.
#[derive(Serialize)]
pub struct List {
    departments: Vec<Line>,
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
        vec![Self { departments: all }, Self { departments: Vec::new() }]
    }
}

/// The tree.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let tree = department::tree(cx.db()).await?;
    let line = |node: Node<'_>| Line {
        id: node.department.id.to_string(),
        code: node.department.code.clone(),
        name: node.department.name.clone(),
        kind: node.department.kind.code(),
        depth: node.depth,
    };
    cx.page(&List { departments: tree.nodes().into_iter().map(line).collect() })
}
