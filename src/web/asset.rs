//! Styles, scripts, symbols and fonts, under names that change with their content and may be kept for ever.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use poem::{
    Response, handler,
    http::{StatusCode, header},
    web::Path,
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::template::Files;

/// What is served: the path in `templates/`, and its kind.
const SERVED: [(&str, &str); 16] = [
    ("cover/conversation.svg", "image/svg+xml"),
    ("cover/growth.svg", "image/svg+xml"),
    ("cover/letter.svg", "image/svg+xml"),
    ("cover/path.svg", "image/svg+xml"),
    ("cover/table.svg", "image/svg+xml"),
    ("cover/window.svg", "image/svg+xml"),
    ("script/app.js", "text/javascript; charset=utf-8"),
    ("script/offline.js", "text/javascript; charset=utf-8"),
    ("script/register.js", "text/javascript; charset=utf-8"),
    ("script/notes.js", "text/javascript; charset=utf-8"),
    ("style/favicon.svg", "image/svg+xml"),
    ("style/glyphs.svg", "image/svg+xml"),
    ("vendor/htmx.js", "text/javascript; charset=utf-8"),
    ("vendor/icons.svg", "image/svg+xml"),
    ("vendor/source-sans-3-latin-ext.woff2", "font/woff2"),
    ("vendor/source-sans-3-latin.woff2", "font/woff2"),
];
/// The name under which the whole stylesheet is known.
pub const STYLE: &str = "style/app.css";

static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::gather);

struct Asset {
    kind: &'static str,
    content: Cow<'static, [u8]>,
}

struct Assets {
    /// By the last part of the address.
    files: HashMap<String, Asset>,
    /// Path in `templates/` to address.
    addresses: HashMap<&'static str, String>,
}

/// The addresses that the layout needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Addresses {
    pub css: &'static str,
    pub script: &'static str,
    pub register: &'static str,
    pub notes: &'static str,
    pub offline: &'static str,
    pub htmx: &'static str,
    pub icons: &'static str,
    pub font: &'static str,
    pub favicon: &'static str,
}

impl Addresses {
    /// The addresses of what is compiled in.
    pub fn all() -> Self {
        Self {
            css: address(STYLE),
            script: address("script/app.js"),
            register: address("script/register.js"),
            notes: address("script/notes.js"),
            offline: address("script/offline.js"),
            htmx: address("vendor/htmx.js"),
            icons: address("vendor/icons.svg"),
            font: address("vendor/source-sans-3-latin.woff2"),
            favicon: address("style/favicon.svg"),
        }
    }
}

/// Where a file of `templates/` is served; `#` for one that is not.
pub fn address(name: &str) -> &'static str {
    ASSETS.addresses.get(name).map_or("#", String::as_str)
}

impl Assets {
    fn gather() -> Self {
        let mut assets = Self { files: HashMap::new(), addresses: HashMap::new() };
        for (name, kind) in SERVED {
            if let Some(file) = Files::get(name) {
                assets.add(name, kind, file.data);
            }
        }
        let style = assets.style();
        assets.add(STYLE, "text/css; charset=utf-8", Cow::Owned(style.into_bytes()));
        assets
    }

    fn add(&mut self, name: &'static str, kind: &'static str, content: Cow<'static, [u8]>) {
        let hash: String =
            Sha256::digest(&content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let file = name.rsplit('/').next().unwrap_or(name);
        let (stem, ending) = file.split_once('.').unwrap_or((file, "bin"));
        let file = format!("{stem}.{hash}.{ending}");
        self.addresses.insert(name, format!("/assets/{file}"));
        self.files.insert(file, Asset { kind, content });
    }

    /// The files of `style/index.txt`, in that order, as one; `url("asset:NAME")` becomes the address of that file.
    fn style(&self) -> String {
        let read = |name: &str| {
            Files::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
        };
        let index = read("style/index.txt");
        let names = index.lines().map(str::trim).filter(|line| !line.is_empty());
        let whole: String = names.map(|name| read(&format!("style/{name}"))).collect();
        self.addresses.iter().fold(whole, |style, (name, address)| {
            name.strip_prefix("vendor/")
                .map_or(style.clone(), |name| style.replace(&format!("asset:{name}"), address))
        })
    }
}

/// A service worker serves only pages below its own address, unless its answer says which.
const REGISTERS: &str = "/desk/meetings/";

/// One file. Its name changes with its content, so that a browser never has to ask again.
#[handler]
pub fn show(Path(name): Path<String>) -> Response {
    let Some(asset) = ASSETS.files.get(&name) else {
        return StatusCode::NOT_FOUND.into();
    };
    let answer = if name.starts_with("offline.") {
        Response::builder().header("service-worker-allowed", REGISTERS)
    } else {
        Response::builder()
    };
    answer
        .header(header::CONTENT_TYPE, asset.kind)
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .body(match &asset.content {
            Cow::Borrowed(content) => poem::Body::from(*content),
            Cow::Owned(content) => poem::Body::from(content.clone()),
        })
}
