//! Every sample of every page, in every language: well-formed, labelled, and without a link that leads nowhere.

use std::{collections::BTreeSet, sync::Arc};

use olievlek::{
    template::{Files, Setting, Templates},
    text::{Language, Words},
    web::{
        self,
        asset::{self, Addresses},
        view::{Flash, Framed, Frames, MenuEntry, MenuPart, Sample, Shell, Undo, ViewerCard, samples},
    },
};
use scraper::{ElementRef, Html, Selector};

/// Served beside the sitemap.
const BESIDE: [&str; 2] = ["/api/v1/", "/assets/"];

fn house() -> (Arc<Words>, Templates) {
    let words = Arc::new(Words::embedded().expect("words"));
    let setting = Setting {
        zone: chrono_tz::Europe::Amsterdam,
        now: || "2026-11-02T08:41:00Z".parse().expect("a moment"),
        icons_url: asset::address("vendor/icons.svg").into(),
        glyphs_url: asset::address("style/glyphs.svg").into(),
    };
    let templates = Templates::new(&words, &setting);
    (words, templates)
}

fn line(label: &str, href: &'static str, current: bool) -> MenuEntry {
    MenuEntry { label: label.into(), href, current, waiting: 2 }
}

fn shell(title: String, language: Language) -> Shell {
    Shell {
        title,
        language: language.code(),
        organisation: "Gemeente <Waterlanden>".into(),
        viewer: Some(ViewerCard {
            id: "0190a1b2-0000-7000-8000-000000000002".into(),
            name: "Hanna Smit".into(),
            initials: "HS".into(),
        }),
        shared: Some("2026-11-02T10:41:00Z".parse().expect("a moment")),
        requests: 2,
        extensions: 1,
        menu: vec![
            MenuPart { heading: None, entries: vec![line("Start", "/", true)], current: true, waiting: 0 },
            MenuPart {
                heading: Some("Mijn team".into()),
                entries: vec![line("Aanvragen", "/approvals", false), line("Mensen", "/team", false)],
                current: false,
                waiting: 2,
            },
        ],
        programme: true,
        flash: Some(Flash {
            kind: "ok",
            text: "Gelukt".into(),
            undo: Some(Undo {
                action: "/sessions/1/enrolments".into(),
                key: "k".into(),
                person: Some("1".into()),
            }),
        }),
        path: "/people?q=a&b=<c>".into(),
        request_id: "0123456789ab".into(),
        demo: false,
        assets: Addresses::all(),
    }
}

#[test]
fn every_page_is_whole_in_every_language() {
    let ((words, templates), frames) = (house(), Frames::default());
    let mut wrong = Vec::new();
    for sample in samples() {
        for language in Language::ALL {
            let shell = shell(sample.title.say(&words, language), language);
            let framed = Framed { shell, view: &sample.value };
            let written = templates.render(language, sample.template, &framed).and_then(|html| {
                let frame = |html: &String| frames.round((&templates, language), framed.shell, html);
                if sample.plain { Ok(html) } else { frame(&html) }
            });
            let html = match written {
                Ok(html) => html,
                Err(error) => {
                    wrong.push(format!("{} ({language}): {error:#}", sample.template));
                    continue;
                }
            };
            wrong.extend(
                problems(&html)
                    .into_iter()
                    .map(|problem| format!("{} ({language}): {problem}", sample.template)),
            );
        }
    }
    let wrong: BTreeSet<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_template_of_a_page_has_a_sample() {
    let shown: BTreeSet<_> = samples().iter().map(|sample: &Sample| sample.template).collect();
    let shared = ["layout/", "part/", "letter/", "print/", "style/", "script/", "text/", "vendor/"];
    let extends = |name: &str| {
        Files::get(name).is_some_and(|file| String::from_utf8_lossy(&file.data).contains("{%- extends"))
    };
    let all = Files::iter()
        .filter(|name| name.ends_with(".html") && !shared.iter().any(|folder| name.starts_with(folder)));
    let bare: Vec<_> = all.filter(|name| extends(name) && !shown.contains(name.as_ref())).collect();
    assert!(bare.is_empty(), "no view in web/view.rs shows {bare:?}");
}

fn problems(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut found = of_the_frame(html, &page);
    found.extend(of_ids(&page));
    found.extend(
        all(&page, "input:not([type=hidden]), select, textarea")
            .into_iter()
            .filter(|one| !labelled(&page, *one))
            .map(|one| format!("no label: {}", one.html())),
    );
    found.extend(
        all(&page, "button, a")
            .into_iter()
            .filter(|one| !speaks(*one))
            .map(|one| format!("says nothing: {}", one.html())),
    );
    found.extend(dead_links(&page));
    found
}

fn of_the_frame(html: &str, page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    if all(page, "h1").len() != 1 {
        found.push(format!("{} h1", all(page, "h1").len()));
    }
    if html.contains('⟦') {
        let at = html.split('⟦').nth(1).and_then(|rest| rest.split('⟧').next()).unwrap_or_default();
        found.push(format!("no words for {at}"));
    }
    if all(page, "[style]").len() + all(page, "style").len() + all(page, "script:not([src])").len() > 0 {
        found.push("styles or scripts inline".into());
    }
    found
}

fn of_ids(page: &Html) -> Vec<String> {
    let (mut found, mut ids) = (Vec::new(), BTreeSet::new());
    found.extend(
        all(page, "[id]")
            .iter()
            .filter_map(|one| one.attr("id"))
            .filter(|id| !ids.insert(*id))
            .map(|id| format!("id {id} twice")),
    );
    for pointer in ["aria-describedby", "aria-labelledby", "for"] {
        let named = all(page, &format!("[{pointer}]"));
        let targets = named.iter().flat_map(|one| one.attr(pointer).unwrap_or_default().split(' '));
        found.extend(
            targets
                .filter(|id| !ids.contains(id))
                .map(|id| format!("{pointer} points at {id}, which is not there")),
        );
    }
    found
}

fn labelled(page: &Html, control: ElementRef<'_>) -> bool {
    let own = control.attr("aria-label").is_some() || control.attr("aria-labelledby").is_some();
    let within = control.ancestors().filter_map(ElementRef::wrap).any(|up| up.value().name() == "label");
    own || within || control.attr("id").is_some_and(|id| !all(page, &format!("label[for='{id}']")).is_empty())
}

fn speaks(element: ElementRef<'_>) -> bool {
    element.text().any(|text| !text.trim().is_empty()) || element.attr("aria-label").is_some()
}

fn dead_links(page: &Html) -> Vec<String> {
    let rows = web::sitemap();
    let leads = |address: &str, method: &str| {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let served = BESIDE
            .iter()
            .any(|beside| path == *beside || (beside.ends_with('/') && path.starts_with(beside)));
        served || rows.iter().any(|row| row.method.as_str() == method && fits(row.path, path))
    };
    let links = all(page, "a[href], link[href]")
        .into_iter()
        .filter_map(|one| one.attr("href"))
        .map(|href| (href, "GET"));
    let forms = all(page, "form[action]").into_iter().filter_map(|one| {
        let method = if one.attr("method") == Some("post") { "POST" } else { "GET" };
        one.attr("action").map(|action| (action, method))
    });
    let inner = links.chain(forms).filter(|(address, _)| address.starts_with('/') || address.is_empty());
    inner
        .filter(|(address, method)| !leads(address, method))
        .map(|(address, method)| format!("{method} {address} leads nowhere"))
        .collect()
}

fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern
            .iter()
            .zip(&path)
            .all(|(one, other)| one == other || (one.starts_with(':') && !other.is_empty()))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}
