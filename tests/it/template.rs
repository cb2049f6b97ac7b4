//! Templates: escaping, words, dates and addresses.
use std::sync::Arc;

use chrono_tz::Europe::Amsterdam;
use minijinja::{Value, context};
use olievlek::{
    template::{Setting, Templates},
    text::{Language, Words},
};

fn setting() -> Setting {
    Setting {
        zone: Amsterdam,
        now: || "2026-11-02T09:41:00Z".parse().expect("a moment"),
        icons_url: "/assets/icons.svg".into(),
        glyphs_url: "/assets/glyphs.svg".into(),
    }
}

fn words() -> Arc<Words> {
    let dutch = "hello = Dag { $name }\nseats = { $n ->\n    [one] één plek\n   *[other] { $n } plekken\n}\n\
        see-html = Zie <a href=\"{ $href }\">{ $title }</a>\n";
    let dates = std::fs::read_to_string("templates/text/nl.ftl").expect("the Dutch words");
    let english = std::fs::read_to_string("templates/text/en.ftl").expect("the English words");
    Arc::new(
        Words::new(format!("{dates}\n{dutch}"), format!("{english}\nhello = Hello {{ $name }}\n"))
            .expect("words"),
    )
}

/// Render a source under a name, as the house would.
fn try_render(
    language: Language,
    name: &str,
    source: &str,
    value: &Value,
) -> Result<String, minijinja::Error> {
    let mut templates = Templates::new(&words(), &setting());
    templates.add(name, source)?;
    templates.render(language, name, value)
}

fn page(source: &str, value: Value) -> String {
    try_render(Language::Dutch, "page.html", source, &value).expect("a page")
}

const HOSTILE: &str = "<script>alert('1')</script>\" onload=\"x & y";

#[test]
fn every_template_of_the_house_is_well_formed() {
    let words = Arc::new(Words::embedded().expect("the words of the house"));
    let templates = Templates::new(&words, &setting());
    assert!(Templates::names().count() > 200);
    for name in Templates::names() {
        let template = templates.environment(Language::Dutch).get_template(&name);
        assert!(template.is_ok(), "{name}: {:?}", template.err());
    }
}

#[test]
fn what_people_typed_is_escaped_in_every_kind_of_file_but_plain_text() {
    for name in ["page.html", "part/menu.htm", "feed.xml", "picture.svg", "noending"] {
        let page =
            try_render(Language::Dutch, name, "{{ it }}", &context! { it => HOSTILE }).expect("a page");
        assert!(!page.contains(['<', '>', '"', '\'']), "{name}: {page}");
        assert!(page.contains("&amp; y"), "{name}: {page}");
    }
    let letter = try_render(Language::Dutch, "letter/body.txt", "{{ it }}", &context! { it => HOSTILE });
    assert_eq!(letter.expect("a letter"), HOSTILE);
}

#[test]
fn what_people_typed_is_escaped_within_a_sentence() {
    let said = page("{{ t('hello', name=it) }}", context! { it => HOSTILE });
    assert!(said.starts_with("Dag &lt;script&gt;") && !said.contains(['<', '"']), "{said}");
    // A string that was made safe elsewhere is no licence for a whole sentence.
    let said = page("{{ t('hello', name=it|safe) }}", context! { it => "<b>" });
    assert_eq!(said, "Dag &lt;b&gt;");
}

#[test]
fn a_sentence_with_tags_escapes_what_people_typed_only() {
    let source = "{{ t_html('see-html', href=href|url, title=it) }}";
    let said = page(source, context! { it => "Lezen & <schrijven>", href => "/workshops/7?a=1&b=2" });
    assert_eq!(said, "Zie <a href=\"/workshops/7?a=1&amp;b=2\">Lezen &amp; &lt;schrijven&gt;</a>");
}

#[test]
fn a_sentence_with_tags_and_one_without_are_not_confused() {
    for source in ["{{ t('see-html', href='/', title='x') }}", "{{ t_html('hello', name='x') }}"] {
        assert!(try_render(Language::Dutch, "page.html", source, &context! {}).is_err(), "{source}");
    }
}

#[test]
fn a_sentence_counts_in_the_language_of_its_reader() {
    assert_eq!(
        page("{{ t('seats', n=1) }}, {{ t('seats', n=12000) }}", context! {}),
        "één plek, 12.000 plekken"
    );
    let english = try_render(Language::English, "page.html", "{{ t('hello', name='Noor') }}", &context! {});
    assert_eq!(english.expect("a page"), "Hello Noor");
}

#[test]
fn what_is_not_there_is_an_error_and_never_an_empty_place() {
    for source in [
        "{{ nothing }}",
        "{{ it.nothing }}",
        "{{ t('hello', name=nothing) }}",
        "{{ nothing|date }}",
        "{{ nothing|url }}",
    ] {
        let value = context! { it => context! { a => 1 } };
        assert!(try_render(Language::Dutch, "page.html", source, &value).is_err(), "{source}");
    }
    assert_eq!(page("{{ t('nowhere') }}", context! {}), "⟦nowhere⟧");
}

/// A template, and what it says in Dutch and in English.
const DATES: [(&str, &str, &str); 11] = [
    ("{{ m|period }}", "donderdag 3 december, 9.30–12.30 uur", "Thursday 3 December, 9:30–12:30"),
    (
        "{{ m.start|period(m.end) }}",
        "donderdag 3 december, 9.30–12.30 uur",
        "Thursday 3 December, 9:30–12:30",
    ),
    ("{{ m.start|date }}", "donderdag 3 december", "Thursday 3 December"),
    ("{{ m.day|date }}", "donderdag 14 januari 2027", "Thursday 14 January 2027"),
    ("{{ m.start|date_year }}", "donderdag 3 december 2026", "Thursday 3 December 2026"),
    ("{{ m.start|time }}", "9.30 uur", "9:30"),
    ("{{ m.start|clock }}", "9.30", "9:30"),
    ("{{ m.start|moment }}", "donderdag 3 december, 9.30 uur", "Thursday 3 December, 9:30"),
    ("{{ m.day|tile_weekday }} {{ m.day|tile_day }} {{ m.day|tile_month }}", "do 14 jan", "Thu 14 Jan"),
    ("{{ '2026-12-03T23:30:00Z'|tile_iso }}", "2026-12-04", "2026-12-04"),
    ("{{ 7.25|number }} {{ 12345|number(1) }}", "7,25 12.345,0", "7.25 12,345.0"),
];

#[test]
fn dates_and_numbers_read_as_people_say_them() {
    let meeting =
        context! { start => "2026-12-03T08:30:00Z", end => "2026-12-03T11:30:00Z", day => "2027-01-14" };
    for (source, dutch, english) in DATES {
        let said =
            |language| try_render(language, "a.txt", source, &context! { m => &meeting }).expect("a text");
        assert_eq!(
            (said(Language::Dutch).as_str(), said(Language::English).as_str()),
            (dutch, english),
            "{source}"
        );
    }
    assert!(try_render(Language::Dutch, "a.txt", "{{ 'morgen'|date }}", &context! {}).is_err());
}

#[test]
fn an_address_from_outside_leads_only_where_it_says() {
    for address in [
        "/sessions/7",
        "/",
        "https://waterlanden.example/a",
        "HTTP://a.example",
        "mailto:leren@waterlanden.example",
    ] {
        assert_eq!(page("{{ it|url }}", context! { it => address }), address);
    }
    for address in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//elders.example",
        "/\\elders.example",
        "\\\\elders.example",
        "/\t/elders.example",
        "elders.example",
        "",
        "vbscript:x",
        "\u{1}javascript:alert(1)",
        "ftp://a",
        "#top",
    ] {
        assert_eq!(page("{{ it|url }}", context! { it => address }), "#", "{address:?}");
    }
    assert_eq!(page("{{ it|url }}", context! { it => "/\"><script>" }), "/&quot;&gt;&lt;script&gt;");
    let letter = try_render(Language::Dutch, "a.txt", "{{ '/a?b=1&c=2'|url }}", &context! {});
    assert_eq!(letter.expect("a letter"), "/a?b=1&c=2");
}

#[test]
fn a_description_keeps_its_markup_and_loses_its_scripts() {
    let text = "# Doel\n\nLeren **luisteren**, zie [de gids](https://a.example \"x\").\n\n1. een\n2. twee\n\n\
        <script>alert(1)</script><img src=x onerror=alert(1)><p style=\"color:red\" id=\"content\" onclick=\"x\">hoi</p>\n\n\
        [kwaad](javascript:alert(1)) ![spion](https://spion.example/x.png)";
    let html = page("{{ it|markdown }}", context! { it => text });
    for kept in [
        "<h3>Doel</h3>",
        "<strong>luisteren</strong>",
        "href=\"https://a.example\"",
        "<ol>",
        "<p>hoi</p>",
        "noopener",
    ] {
        assert!(html.contains(kept), "{kept} in {html}");
    }
    for lost in ["script", "<img", "onerror", "style", "id=", "onclick", "<h1"] {
        assert!(!html.contains(lost), "{lost} in {html}");
    }
}

#[test]
fn plain_text_keeps_its_paragraphs() {
    let html = page("{{ it|paragraphs }}", context! { it => "Een & <twee>\r\ndrie\r\n\r\n\r\nvier\n" });
    assert_eq!(html, "<p>Een &amp; &lt;twee&gt;<br>drie</p><p>vier</p>");
}

#[test]
fn initials_skip_what_stands_between() {
    let initials = |name: &str| page("{{ it|initials }}", context! { it => name });
    assert_eq!(["Noor van den Bakker", "élise", "  ", "a b"].map(initials), ["NB", "É", "", "AB"]);
}

#[test]
fn every_template_knows_where_the_symbols_are() {
    assert_eq!(
        page("{{ icons_url|url }} {{ glyphs_url|url }}", context! {}),
        "/assets/icons.svg /assets/glyphs.svg"
    );
}
