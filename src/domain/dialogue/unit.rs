//! With whom a conversation is held: the departments in which people work together, the leaves of the tree.

use std::collections::HashSet;

use entity::department::DepartmentKind;

use crate::domain::people::department::{Department, Tree};

/// The teams, and the departments that have none, in the order of the tree.
#[must_use]
pub fn units(tree: &Tree) -> Vec<&Department> {
    let nodes = tree.nodes();
    let above: HashSet<_> = nodes.iter().filter_map(|node| node.department.parent_id).collect();
    let is_unit = |one: &&Department| one.kind == DepartmentKind::Team || !above.contains(&one.id);
    nodes.iter().map(|node| node.department).filter(is_unit).collect()
}
