//! The municipality in which there is a thing of every kind that an address can name, and everybody in it who finds forms.

use std::collections::{BTreeMap, BTreeSet};

use olievlek::web;
use poem::http::{Method, StatusCode};
use scraper::{Html, Selector};

use super::{
    Siege, more,
    sheet::{Sheet, forms, walk},
};
use crate::{
    house::browser::{Browser, Page},
    permission::{
        cast::Role,
        gate,
        rule::{self, Kind},
        world::World,
    },
};

/// Who looks for forms; between them they find all.
const SEEKERS: [Role; 6] =
    [Role::Manager, Role::Administrator, Role::Facilitator, Role::Head, Role::Employee, Role::Visitor];

/// The forms of one row: who finds them on which page.
pub type Forms = BTreeMap<&'static str, Vec<Found>>;

/// A form that somebody found.
#[derive(Clone, Debug)]
pub struct Found {
    pub role: Role,
    pub page: String,
    pub sheet: Sheet,
}

/// The municipality, with a browser of everybody.
pub struct Town {
    pub world: World,
    browsers: BTreeMap<Role, Browser>,
}

impl Town {
    pub async fn new() -> Self {
        let mut world = World::new().await;
        more::make(&mut world).await;
        let mut browsers = BTreeMap::new();
        for role in SEEKERS {
            browsers.insert(role, world.browser(role).await);
        }
        Self { world, browsers }
    }

    pub async fn get(&mut self, role: Role, address: &str) -> Page {
        self.browsers.get_mut(&role).expect("a browser").get(address).await
    }

    /// Sends a form, and comes in again when that signed somebody out.
    pub async fn post(&mut self, role: Role, address: &str, fields: &[(&str, &str)]) -> Page {
        let browser = self.browsers.get_mut(&role).expect("a browser");
        let page = browser.post(address, fields).await;
        if role != Role::Visitor && !browser.cookies.contains_key("olievlek") {
            self.browsers.insert(role, self.world.browser(role).await);
        }
        page
    }

    /// Every page about everything, shown to everybody who may see it, with the files that it offers; gives the forms.
    pub async fn look(&mut self, siege: &mut Siege) -> Forms {
        let (mut all, mut files) = (Forms::new(), BTreeSet::new());
        for row in web::sitemap().iter().filter(|row| row.method == Method::GET && !row.demo) {
            for (role, address) in self.addresses(&row.method, row.path) {
                let page = self.get(role, &address).await;
                siege.look(&address, &page);
                if page.status.is_server_error() {
                    siege.hit(format!("{address}: {}", page.status));
                }
                for sheet in forms(&page).into_iter().filter(|sheet| sheet.post) {
                    let found = all.entry(sheet.row()).or_default();
                    let known =
                        |one: &Found| one.sheet.action == sheet.action && one.sheet.free == sheet.free;
                    if found.len() < 30 && !found.iter().any(known) {
                        found.push(Found { role, page: address.clone(), sheet });
                    }
                }
                files.extend(offered(&page).into_iter().map(|file| (role, file)));
            }
        }
        for (role, file) in files {
            siege.look(&file, &self.get(role, &file).await);
        }
        all
    }

    /// What came into the house meanwhile: found by following links.
    pub async fn walk(&mut self, siege: &mut Siege) {
        for (role, most) in [(Role::Manager, 8), (Role::Administrator, 2)] {
            let browser = self.browsers.get_mut(&role).expect("a browser");
            walk(browser, most, |address, page| {
                siege.look(address, page);
                if page.status.is_server_error() {
                    siege.hit(format!("{address}: {}", page.status));
                }
            })
            .await;
        }
    }

    /// Who may ask for a row, about what. What a programme manager sees, an administrator is not asked again.
    fn addresses(&self, method: &Method, path: &'static str) -> Vec<(Role, String)> {
        let admitted = SEEKERS.into_iter().filter(|role| gate::admits(gate::of(method, path), *role));
        let roles: Vec<_> = admitted.collect();
        let own = ["/people", "/departments"].iter().any(|start| path.starts_with(start));
        let twice = |role: &Role| *role == Role::Administrator && roles.contains(&Role::Manager) && !own;
        let named = rule::of(path);
        let mut all = Vec::new();
        for role in roles.iter().copied().filter(|role| !twice(role)) {
            match named {
                None => {
                    all.push((role, path.to_owned()));
                    if path == "/desk/sessions/new" {
                        let workshop = &self.world.of(Kind::Workshop)[0].ids[0];
                        all.push((role, format!("{path}?workshop={workshop}")));
                    }
                }
                Some((kind, rule)) => {
                    let things =
                        self.world.things.iter().filter(|thing| thing.kind == kind && rule(role, thing));
                    all.extend(things.map(|thing| (role, address(path, &thing.ids))));
                }
            }
        }
        all
    }
}

/// A row with what a thing is called in it.
fn address(path: &str, ids: &[String]) -> String {
    let mut ids = ids.iter();
    let part =
        |part: &str| if part.starts_with(':') { ids.next().expect("an id").clone() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The files that a page offers.
fn offered(page: &Page) -> Vec<String> {
    if page.status != StatusCode::OK {
        return vec![];
    }
    let html = Html::parse_document(&page.body);
    let links = Selector::parse("a[href*='file=']").expect("a selector");
    html.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}
