//! The closed days of a year, and the reason for each.
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Why a day is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayName {
    NewYearsDay,
    GoodFriday,
    EasterMonday,
    KingsDay,
    AscensionDay,
    LiberationDay,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
    /// Made equal to a holiday by royal decree, usually a Friday or Monday between two free days.
    DecreeDay,
}

impl HolidayName {
    pub const ALL: [Self; 10] = [
        Self::NewYearsDay,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::AscensionDay,
        Self::LiberationDay,
        Self::WhitMonday,
        Self::ChristmasDay,
        Self::BoxingDay,
        Self::DecreeDay,
    ];

    /// The key of its name in the lists of words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYearsDay => "holiday-new-years-day",
            Self::GoodFriday => "holiday-good-friday",
            Self::EasterMonday => "holiday-easter-monday",
            Self::KingsDay => "holiday-kings-day",
            Self::AscensionDay => "holiday-ascension-day",
            Self::LiberationDay => "holiday-liberation-day",
            Self::WhitMonday => "holiday-whit-monday",
            Self::ChristmasDay => "holiday-christmas-day",
            Self::BoxingDay => "holiday-boxing-day",
            Self::DecreeDay => "holiday-decree-day",
        }
    }

    /// The proper name that the Dutch law gives it, for machines that read our calendar.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::NewYearsDay => "Nieuwjaarsdag",
            Self::GoodFriday => "Goede Vrijdag",
            Self::EasterMonday => "Tweede Paasdag",
            Self::KingsDay => "Koningsdag",
            Self::AscensionDay => "Hemelvaartsdag",
            Self::LiberationDay => "Bevrijdingsdag",
            Self::WhitMonday => "Tweede Pinksterdag",
            Self::ChristmasDay => "Eerste Kerstdag",
            Self::BoxingDay => "Tweede Kerstdag",
            Self::DecreeDay => "Gelijkgestelde dag",
        }
    }
}

/// A day on which a calendar is closed for another reason than the weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Holiday {
    pub date: NaiveDate,
    pub name: HolidayName,
}

/// The holidays of article 3 of the Algemene termijnenwet, without decree days, unsorted.
/// Empty for a year that has no date at all.
pub(super) fn of_the_law(year: i32) -> Vec<Holiday> {
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let from_easter = |days: i64| {
        let easter = easter_sunday(year)?;
        let distance = Days::new(days.unsigned_abs());
        if days < 0 { easter.checked_sub_days(distance) } else { easter.checked_add_days(distance) }
    };
    [
        (HolidayName::NewYearsDay, fixed(1, 1)),
        (HolidayName::GoodFriday, from_easter(-2)),
        (HolidayName::EasterMonday, from_easter(1)),
        (HolidayName::KingsDay, kings_day(year)),
        (HolidayName::AscensionDay, from_easter(39)),
        (HolidayName::LiberationDay, fixed(5, 5)),
        (HolidayName::WhitMonday, from_easter(50)),
        (HolidayName::ChristmasDay, fixed(12, 25)),
        (HolidayName::BoxingDay, fixed(12, 26)),
    ]
    .into_iter()
    .filter_map(|(name, date)| date.map(|date| Holiday { date, name }))
    .collect()
}

/// 27 April; the day before when that is a Sunday.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 4, 27)?;
    if day.weekday() == Weekday::Sun { day.pred_opt() } else { Some(day) }
}

/// Easter Sunday of a Gregorian year.
///
/// Follows the definition instead of a table: the Sunday after the first church full moon on or after 21 March.
/// The age of that moon is the epact of the Gregorian reform (Christophorus Clavius, *Explicatio*, 1603):
/// the golden number of the 19-year moon cycle, minus the solar correction (three leap days dropped in four centuries),
/// plus the lunar correction (eight days in 2500 years, counted from 1800).
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let cycle_year = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let dropped_leap_days = century - century.div_euclid(4);
    let moon_correction = (8 * century + 13).div_euclid(25);
    let days_to_full_moon = (19 * cycle_year + dropped_leap_days - moon_correction + 15).rem_euclid(30);
    // The reform moves the two latest full moons a day forward, so that Easter is never after 25 April
    // and the same moon does not occur twice in one cycle.
    let late = days_to_full_moon == 29 || (days_to_full_moon == 28 && cycle_year > 10);
    let days_to_full_moon = days_to_full_moon - i32::from(late);
    let full_moon = NaiveDate::from_ymd_opt(year, 3, 21)?
        .checked_add_days(Days::new(u64::from(days_to_full_moon.unsigned_abs())))?;
    let days_to_sunday = 7 - full_moon.weekday().num_days_from_sunday();
    full_moon.checked_add_days(Days::new(u64::from(days_to_sunday)))
}
