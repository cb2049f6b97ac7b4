//! Reading a long list page by page.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops where something is not as it says")]

use chrono::{DateTime, TimeDelta, Utc};
use olievlek::domain::{error::Error, page::Window};
use uuid::Uuid;

fn cut(limit: u64, rows: Vec<(u32, Uuid)>) -> olievlek::domain::page::Page<(u32, Uuid)> {
    Window::new(Some(limit), None).unwrap().cut(rows, |row| *row)
}

fn refused_field(limit: Option<u64>, cursor: Option<&str>) -> &'static str {
    match Window::new(limit, cursor) {
        Err(Error::Invalid(fields)) => fields[0].name,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_last_page_has_no_next() {
    let rows = vec![(1, Uuid::now_v7()), (2, Uuid::now_v7())];
    assert_eq!(cut(2, rows.clone()).next, None);
    let first = cut(1, rows);
    assert_eq!(first.items.len(), 1);
    assert!(first.next.is_some());
}

#[test]
fn a_cursor_names_the_last_row_of_its_page() {
    let rows = vec![(7, Uuid::now_v7()), (8, Uuid::now_v7())];
    let next = cut(1, rows.clone()).next;
    let window = Window::new(None, next.as_deref()).unwrap();
    let after = window.after.unwrap();
    assert_eq!((after.key::<u32>().unwrap(), after.id()), rows[0]);
}

#[test]
fn a_moment_survives_its_way_through_a_cursor() {
    let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::microseconds(1_777_777_777_123_456);
    let row = (at, Uuid::now_v7());
    let page = Window::new(Some(1), None).unwrap().cut(vec![row, row], |row| *row);
    let window = Window::new(None, page.next.as_deref()).unwrap();
    assert_eq!(window.after.unwrap().key::<DateTime<Utc>>().unwrap(), at);
}

#[test]
fn a_cursor_that_is_not_ours_is_a_wrong_field() {
    for cursor in ["", "x", "!!", "W10", "WyJhIiwiYiJd"] {
        assert_eq!(refused_field(None, Some(cursor)), "cursor", "{cursor}");
    }
}

#[test]
fn a_page_has_1_to_200_rows() {
    assert_eq!(Window::new(None, None).unwrap().limit, 50);
    assert_eq!(Window::new(Some(200), None).unwrap().limit, 200);
    assert_eq!(refused_field(Some(201), None), "limit");
    assert_eq!(refused_field(Some(0), None), "limit");
}
