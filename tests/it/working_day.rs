//! The two calendars: holidays of three years, and due dates around them.
use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Europe::Amsterdam;
use olievlek::domain::working_day::{Calendar, CalendarPolicy, HolidayName, Kind, easter_sunday};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("a moment with an offset")
}

fn calendar() -> Calendar {
    Calendar::new(CalendarPolicy::default(), Amsterdam)
}

fn due(from: &str, working_days: u32, kind: Kind) -> String {
    calendar().due(moment(from), working_days, kind).expect("a year we know").to_string()
}

fn days(year: i32, kind: Kind, with_decree_days: bool) -> Vec<String> {
    calendar()
        .holidays(year, kind)
        .iter()
        .filter(|holiday| with_decree_days || holiday.name != HolidayName::DecreeDay)
        .map(|holiday| holiday.date.format("%-d/%-m").to_string())
        .collect()
}

const YEARS: [(i32, &str); 3] = [
    (2026, "1/1 3/4 6/4 27/4 5/5 14/5 25/5 25/12 26/12"),
    (2027, "1/1 26/3 29/3 27/4 5/5 6/5 17/5 25/12 26/12"),
    (2028, "1/1 14/4 17/4 27/4 5/5 25/5 5/6 25/12 26/12"),
];

#[test]
fn the_law_closes_nine_days_a_year() {
    for (year, expected) in YEARS {
        assert_eq!(days(year, Kind::Statutory, false).join(" "), expected);
    }
}

#[test]
fn a_decree_closes_days_between_two_free_days() {
    assert_eq!(
        days(2026, Kind::Statutory, true).join(" "),
        "1/1 2/1 3/4 6/4 27/4 5/5 14/5 15/5 25/5 25/12 26/12"
    );
    assert!(days(2027, Kind::Statutory, true).contains(&"7/5".to_owned()));
    assert!(days(2028, Kind::Statutory, true).join(" ").contains("27/4 28/4 5/5 25/5 26/5"));
}

#[test]
fn the_organisation_is_open_on_good_friday_liberation_day_and_decree_days() {
    for (year, expected) in [
        (2026, "1/1 6/4 27/4 14/5 25/5 25/12 26/12"),
        (2027, "1/1 29/3 27/4 6/5 17/5 25/12 26/12"),
        (2028, "1/1 17/4 27/4 25/5 5/6 25/12 26/12"),
    ] {
        assert_eq!(days(year, Kind::Service, true).join(" "), expected);
    }
}

#[test]
fn an_organisation_may_close_on_each_of_those_days() {
    let policy = CalendarPolicy {
        service_closed_on_good_friday: true,
        service_closed_on_liberation_day: true,
        service_closed_on_decree_days: true,
        ..CalendarPolicy::default()
    };
    let calendar = Calendar::new(policy, Amsterdam);
    assert_eq!(calendar.holidays(2026, Kind::Service), calendar.holidays(2026, Kind::Statutory));
    assert!(!calendar.is_working_day(date("2026-05-15"), Kind::Service));
}

#[test]
fn two_holidays_on_one_day_are_one_closed_day() {
    // In 2016 Ascension Day fell on Liberation Day, on which the organisation is open.
    assert_eq!(days(2016, Kind::Statutory, true).iter().filter(|day| *day == "5/5").count(), 1);
    assert!(!calendar().is_working_day(date("2016-05-05"), Kind::Service));
}

#[test]
fn kings_day_moves_to_saturday_when_it_would_be_a_sunday() {
    let names: Vec<_> = calendar().holidays(2031, Kind::Service);
    assert!(names.iter().any(|day| day.date == date("2031-04-26") && day.name == HolidayName::KingsDay));
}

#[test]
fn easter_is_known_for_its_earliest_latest_and_corrected_years() {
    let expected = [
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "1981-04-19",
        "1954-04-18",
        "2000-04-23",
        "2100-03-28",
        "1818-03-22",
    ];
    for text in expected {
        let easter = date(text);
        assert_eq!(easter_sunday(chrono::Datelike::year(&easter)), Some(easter));
    }
}

#[test]
fn a_call_before_kings_day_is_due_the_day_after_it() {
    assert_eq!(due("2026-04-23T16:30:00+02:00", 2, Kind::Service), "2026-04-28");
}

#[test]
fn a_call_after_closing_time_counts_from_the_next_opening_day() {
    for (from, expected) in [
        ("2026-04-20T17:00:00+02:00", "2026-04-22"),
        ("2026-04-20T17:00:01+02:00", "2026-04-23"),
        ("2026-04-23T17:30:00+02:00", "2026-04-29"),
        ("2026-04-24T18:00:00+02:00", "2026-04-30"),
    ] {
        assert_eq!(due(from, 2, Kind::Service), expected, "{from}");
    }
}

#[test]
fn a_call_on_a_closed_day_counts_from_the_next_opening_day() {
    for (from, expected) in [
        ("2026-04-25T10:00:00+02:00", "2026-04-30"), // Saturday before King's Day
        ("2026-04-27T10:00:00+02:00", "2026-04-30"), // King's Day itself
        ("2026-04-05T23:00:00+02:00", "2026-04-09"), // Easter Sunday, late
        ("2026-12-24T20:00:00+01:00", "2026-12-30"), // Christmas Eve, late
    ] {
        assert_eq!(due(from, 2, Kind::Service), expected, "{from}");
    }
}

#[test]
fn a_term_of_law_counts_from_the_day_of_receipt_at_any_hour() {
    for (from, expected) in [
        ("2026-04-23T16:30:00+02:00", "2026-04-28"),
        ("2026-04-23T23:30:00+02:00", "2026-04-28"),
        ("2026-04-25T10:00:00+02:00", "2026-04-29"), // Saturday is day 0
        ("2026-04-02T12:00:00+02:00", "2026-04-08"), // over Good Friday and Easter Monday
        ("2026-05-13T12:00:00+02:00", "2026-05-19"), // over Ascension Day and a decree day
        ("2027-05-04T12:00:00+02:00", "2027-05-11"), // over four closed days
    ] {
        assert_eq!(due(from, 2, Kind::Statutory), expected, "{from}");
    }
}

#[test]
fn the_organisation_is_open_on_good_friday_so_a_call_is_due_sooner_than_a_term() {
    assert_eq!(due("2026-04-02T12:00:00+02:00", 2, Kind::Service), "2026-04-07");
    assert_eq!(due("2026-04-02T12:00:00+02:00", 2, Kind::Statutory), "2026-04-08");
}

#[test]
fn the_clock_of_the_organisation_decides_which_day_it_is() {
    assert_eq!(due("2026-04-20T22:30:00Z", 1, Kind::Statutory), "2026-04-22");
    assert_eq!(due("2026-04-20T14:59:00Z", 1, Kind::Service), "2026-04-21");
    assert_eq!(due("2026-04-20T15:01:00Z", 1, Kind::Service), "2026-04-22");
    assert_eq!(due("2026-01-20T15:59:00Z", 1, Kind::Service), "2026-01-21");
}

#[test]
fn no_working_days_means_today_or_the_first_working_day() {
    assert_eq!(due("2026-04-20T10:00:00+02:00", 0, Kind::Service), "2026-04-20");
    assert_eq!(due("2026-04-25T10:00:00+02:00", 0, Kind::Service), "2026-04-28");
    assert_eq!(due("2026-04-25T10:00:00+02:00", 0, Kind::Statutory), "2026-04-28");
}

#[test]
fn a_reminder_goes_out_two_opening_days_before() {
    let before =
        |text| calendar().working_days_before(date(text), 2, Kind::Service).map(|day| day.to_string());
    assert_eq!(before("2026-12-03").as_deref(), Some("2026-12-01"));
    assert_eq!(before("2026-04-28").as_deref(), Some("2026-04-23"));
    assert_eq!(before("2026-04-07").as_deref(), Some("2026-04-02"));
}

#[test]
fn a_due_date_beyond_the_calendar_is_no_date() {
    assert_eq!(calendar().due(DateTime::<chrono::Utc>::MAX_UTC, 1, Kind::Service), None);
    assert_eq!(calendar().due(DateTime::<chrono::Utc>::MIN_UTC, 1, Kind::Service), None);
    assert_eq!(calendar().due(moment("2026-04-23T16:30:00+02:00"), u32::MAX, Kind::Service), None);
    assert_eq!(calendar().working_days_before(date("2026-04-23"), u32::MAX, Kind::Service), None);
}

#[test]
fn a_setting_that_is_left_out_has_its_default() {
    let read = |text| serde_json::from_str::<CalendarPolicy>(text);
    let policy = read(r#"{ "closing_time": "16:30", "decree_days": [] }"#).expect("a policy");
    assert_eq!(policy.closing_time.to_string(), "16:30:00");
    assert!(policy.decree_days.is_empty());
    assert_eq!(read("{}").expect("a policy"), CalendarPolicy::default());
    assert!(read(r#"{ "closing_tme": "16:30" }"#).is_err());
}
