//! Departments: the tree of the organisation.

use poem_openapi::{Object, OpenApi, param::Query, payload::Json};
use uuid::Uuid;

use super::{caller::Caller, choice::DepartmentKind, list::List, problem::Problem, service::Tag};
use crate::domain::{page::Window, people::department};

/// A node of the tree.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Department {
    pub id: Uuid,
    /// Of the HR system; unique.
    pub code: String,
    pub name: String,
    /// Null at the top.
    pub parent_id: Option<Uuid>,
    pub kind: DepartmentKind,
    /// Where its costs are booked.
    pub cost_centre: Option<String>,
}

impl From<department::Department> for Department {
    fn from(row: department::Department) -> Self {
        Self {
            id: row.id.0,
            code: row.code,
            name: row.name,
            parent_id: row.parent_id.map(|id| id.0),
            kind: row.kind.into(),
            cost_centre: row.cost_centre,
        }
    }
}

/// The operations on departments.
pub struct Departments;

#[OpenApi(tag = "Tag::People")]
impl Departments {
    /// All departments, by name.
    #[oai(path = "/departments", method = "get", operation_id = "list-departments")]
    async fn list(
        &self,
        caller: Caller,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Department>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let page = department::page(&caller.house.db.reader, &window).await?;
        Ok(List::of(page, Department::from))
    }
}
