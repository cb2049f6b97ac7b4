//! Every public function, type, trait and constant of `src` says what it is. Fields and variants may speak for
//! themselves, which is why this is not the compiler's own `missing_docs`.
use std::{fs, path::Path};

use syn::{Attribute, ImplItem, Item, TraitItem, Visibility};

#[test]
fn what_is_public_says_what_it_is() {
    let mut bare = Vec::new();
    visit(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut bare);
    assert!(bare.is_empty(), "without a docstring:\n{}", bare.join("\n"));
}

fn visit(folder: &Path, bare: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            visit(&path, bare);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source =
                syn::parse_file(&fs::read_to_string(&path).expect("a source file")).expect("valid Rust");
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&path).display().to_string();
            if !documented(&source.attrs) {
                bare.push(format!("{name}: the file"));
            }
            bare.extend(source.items.iter().flat_map(undocumented).map(|item| format!("{name}: {item}")));
        }
    }
}

/// The names of public things in this item that have no docstring.
fn undocumented(item: &Item) -> Vec<String> {
    let of = |open: &Visibility, attributes: &[Attribute], name: String| {
        if matches!(open, Visibility::Public(_)) && !documented(attributes) { vec![name] } else { vec![] }
    };
    match item {
        Item::Const(it) => of(&it.vis, &it.attrs, it.ident.to_string()),
        Item::Enum(it) => of(&it.vis, &it.attrs, it.ident.to_string()),
        Item::Fn(it) => of(&it.vis, &it.attrs, it.sig.ident.to_string()),
        Item::Static(it) => of(&it.vis, &it.attrs, it.ident.to_string()),
        Item::Struct(it) => of(&it.vis, &it.attrs, it.ident.to_string()),
        Item::Type(it) => of(&it.vis, &it.attrs, it.ident.to_string()),
        Item::Trait(it) => {
            let own = of(&it.vis, &it.attrs, it.ident.to_string());
            let inner = it.items.iter().filter_map(|item| match item {
                TraitItem::Fn(method) if !documented(&method.attrs) => {
                    Some(format!("{}::{}", it.ident, method.sig.ident))
                }
                _ => None,
            });
            own.into_iter().chain(inner).collect()
        }
        Item::Impl(it) if it.trait_.is_none() => it
            .items
            .iter()
            .filter_map(|item| match item {
                ImplItem::Fn(method) => Some(of(&method.vis, &method.attrs, method.sig.ident.to_string())),
                _ => None,
            })
            .flatten()
            .collect(),
        _ => vec![],
    }
}

fn documented(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}
