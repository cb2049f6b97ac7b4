//! Words, dates and numbers in both languages.
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Amsterdam;
use olievlek::{
    domain::working_day::HolidayName,
    text::{Dates, Language, Words, number},
};

fn words() -> Words {
    Words::embedded().expect("the words of the house")
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn dates(language: Language) -> Dates {
    Dates { words: Arc::new(words()), language, zone: Amsterdam, year: 2026 }
}

#[test]
fn every_sentence_is_said_in_both_languages() {
    assert_eq!(words().missing(), []);
}

#[test]
fn a_period_reads_as_people_say_it() {
    let (start, end) = (moment("2026-12-03T08:30:00Z"), moment("2026-12-03T11:30:00Z"));
    let said = |language| dates(language).period(start, end);
    assert_eq!(said(Language::Dutch), "donderdag 3 december, 9.30–12.30 uur");
    assert_eq!(said(Language::English), "Thursday 3 December, 9:30–12:30");
}

#[test]
fn a_period_over_midnight_names_both_days() {
    let (start, end) = (moment("2026-07-31T20:00:00Z"), moment("2026-07-31T22:05:00Z"));
    let said = |language| dates(language).period(start, end);
    assert_eq!(said(Language::Dutch), "vrijdag 31 juli, 22.00 uur tot zaterdag 1 augustus, 0.05 uur");
    assert_eq!(said(Language::English), "Friday 31 July, 22:00 to Saturday 1 August, 0:05");
}

#[test]
fn the_year_is_named_when_it_is_not_this_one() {
    let dutch = dates(Language::Dutch);
    assert_eq!(dutch.moment(moment("2027-01-14T08:30:00Z")), "donderdag 14 januari 2027, 9.30 uur");
    // Half an hour before midnight in London is the new year in Amsterdam.
    assert_eq!(dutch.moment(moment("2026-12-31T23:30:00Z")), "vrijdag 1 januari 2027, 0.30 uur");
    assert_eq!(
        dutch.date_year(NaiveDate::from_ymd_opt(2026, 12, 3).expect("a day")),
        "donderdag 3 december 2026"
    );
}

#[test]
fn every_month_and_weekday_has_its_name() {
    let days: Vec<_> = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2026, month, month)).collect();
    let said = |language| days.iter().map(|day| dates(language).date(*day)).collect::<Vec<_>>().join(", ");
    assert_eq!(
        said(Language::Dutch),
        "donderdag 1 januari, maandag 2 februari, dinsdag 3 maart, zaterdag 4 april, dinsdag 5 mei, zaterdag 6 juni, \
         dinsdag 7 juli, zaterdag 8 augustus, woensdag 9 september, zaterdag 10 oktober, woensdag 11 november, \
         zaterdag 12 december"
    );
    assert_eq!(
        said(Language::English),
        "Thursday 1 January, Monday 2 February, Tuesday 3 March, Saturday 4 April, Tuesday 5 May, Saturday 6 June, \
         Tuesday 7 July, Saturday 8 August, Wednesday 9 September, Saturday 10 October, Wednesday 11 November, \
         Saturday 12 December"
    );
}

#[test]
fn a_number_has_the_signs_of_its_language() {
    for (value, decimals, dutch, english) in [
        (0.0, None, "0", "0"),
        (7.25, None, "7,25", "7.25"),
        (7.25, Some(1), "7,2", "7.2"),
        (8.0, Some(1), "8,0", "8.0"),
        (2026.0, None, "2026", "2026"),
        (12_345.0, None, "12.345", "12,345"),
        (-1_234_567.5, None, "-1.234.567,5", "-1,234,567.5"),
    ] {
        assert_eq!(number(Language::Dutch, value, decimals), dutch);
        assert_eq!(number(Language::English, value, decimals), english);
    }
}

#[test]
fn a_number_in_a_sentence_has_the_signs_of_its_language() {
    let words = Words::new(
        "grade = Een { $grade } van { $count }, { NUMBER($grade, minimumFractionDigits: 2) }".into(),
        "grade = A { $grade } of { $count }".into(),
    )
    .expect("words");
    let arguments = [("grade", 7.5.into()), ("count", 10_000.into())];
    assert_eq!(words.say(Language::Dutch, "grade", &arguments), "Een 7,5 van 10.000, 7,50");
    assert_eq!(words.say(Language::English, "grade", &arguments), "A 7.5 of 10,000");
}

#[test]
fn what_english_lacks_is_said_in_dutch_and_shown_to_the_guard() {
    let words = Words::new(
        "a = Dag { $name }\nb =\n    { $n ->\n        [one] één\n       *[other] meer\n    }".into(),
        "a = Hello { $name }".into(),
    )
    .expect("words");
    assert_eq!(words.say(Language::English, "b", &[("n", 1.into())]), "één");
    assert_eq!(words.missing(), [(Language::English, "b")]);
}

#[test]
fn a_sentence_without_its_key_or_argument_is_marked() {
    let words = Words::new("a = Dag { $name }".into(), "a = Hello { $name }".into()).expect("words");
    assert_eq!(words.say(Language::Dutch, "nowhere", &[]), "⟦nowhere⟧");
    assert!(words.say(Language::Dutch, "a", &[]).ends_with("⟦a⟧"));
    assert_eq!(words.say(Language::Dutch, "a", &[("name", "Noor".into())]), "Dag Noor");
}

#[test]
fn a_bad_file_of_words_is_refused_with_its_line() {
    let refused = |dutch: &str| Words::new(dutch.into(), String::new()).err().expect("refused").to_string();
    assert!(refused("a = Dag\nb = { }\n").contains("nl.ftl: line 2"), "{}", refused("a = Dag\nb = { }\n"));
    assert!(refused("a = Dag\na = Hoi\n").contains('a'));
}

#[test]
fn a_browser_gets_the_language_it_prefers() {
    for (header, expected) in [
        ("", Language::Dutch),
        ("nl-NL,nl;q=0.9,en;q=0.8", Language::Dutch),
        ("en-GB,en;q=0.9,nl;q=0.8", Language::English),
        ("de, EN;q=0.7, nl;q=0.3", Language::English),
        ("de,fr;q=0.5", Language::Dutch),
        ("nl;q=0, en;q=0.1", Language::English),
        ("en;q=oops, *", Language::Dutch),
        ("en;q=0.5,nl;q=0.5", Language::English),
    ] {
        assert_eq!(Language::from_accept(header), expected, "{header}");
    }
}

#[test]
fn a_holiday_has_the_same_name_on_pages_and_in_the_law() {
    let words = words();
    for name in HolidayName::ALL {
        assert_eq!(words.say(Language::Dutch, name.key(), &[]), name.dutch());
        assert!(words.has(Language::English, name.key()));
    }
}
