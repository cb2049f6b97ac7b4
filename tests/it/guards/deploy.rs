//! What comes with the program for its operator agrees with the program.

use olievlek::web::sitemap;

const PROXY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/nginx.conf"));
const ADVICE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operations.md"));

/// The beginnings of addresses that the proxy of the example keeps out of its logs.
fn unlogged() -> Vec<String> {
    let place =
        PROXY.split_once("location ~ ^/(").and_then(|(_, rest)| rest.split_once(")/ {")).expect("a place");
    let inside = place.1.split('}').next().unwrap_or_default();
    assert!(inside.contains("access_log off;") && inside.contains("error_log") && inside.contains(" crit;"));
    place.0.split('|').map(|part| format!("/{part}/")).collect()
}

#[test]
fn the_proxy_of_the_example_logs_nobody_who_answers_or_votes() {
    let unlogged = unlogged();
    let rows: Vec<_> = sitemap().into_iter().filter(|row| row.unnamed).collect();
    assert!(rows.len() > 8, "the rows were read");
    // The list of colleagues to answer for names no answer and holds no secret.
    let secret = rows.iter().filter(|row| row.path.contains(':'));
    let logged: Vec<_> = secret
        .filter(|row| !unlogged.iter().any(|part| row.path.starts_with(part)))
        .map(|row| row.path)
        .collect();
    assert!(logged.is_empty(), "deploy/nginx.conf logs {logged:?}");
    let unsaid: Vec<_> = unlogged.iter().filter(|part| !ADVICE.contains(&format!("`{part}`"))).collect();
    assert!(unsaid.is_empty(), "docs/operations.md does not tell of {unsaid:?}");
}
