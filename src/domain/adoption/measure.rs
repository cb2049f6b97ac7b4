//! What is measured, as people know it: the twelve indicators of docs/adoption.md, votes in the room beside the pulse, and the
//! ladder. Each has one definition and one page.

use super::{ledger::Indicator, statistics};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// 1.
    Reach,
    /// 2.
    TeamCoverage,
    /// 3, from the pulse.
    Values,
    /// 3, from votes in the room; never added to the pulse.
    Votes,
    /// 4.
    Themes,
    /// 5.
    OnTime,
    /// 6.
    Answered,
    /// 7.
    TrainingReach,
    /// 8.
    Assigned,
    /// 9.
    Useful,
    /// 10.
    Applied,
    /// 11.
    Promises,
    /// 12.
    Grade,
    /// How far departments are.
    Ladder,
}

/// How its value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// From 0 to 1.
    Share,
    /// A grade from 1 to 10.
    Mean,
    Count,
}

impl Measure {
    /// Every one, in the order of the report.
    pub const ALL: [Self; 14] = [
        Self::Reach,
        Self::TeamCoverage,
        Self::Values,
        Self::Votes,
        Self::Themes,
        Self::OnTime,
        Self::Answered,
        Self::TrainingReach,
        Self::Assigned,
        Self::Useful,
        Self::Applied,
        Self::Promises,
        Self::Grade,
        Self::Ladder,
    ];

    /// As in addresses and in the keys of its words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::TeamCoverage => "team-coverage",
            Self::Values => "values",
            Self::Votes => "votes",
            Self::Themes => "themes",
            Self::OnTime => "on-time",
            Self::Answered => "answered",
            Self::TrainingReach => "training-reach",
            Self::Assigned => "assigned",
            Self::Useful => "useful",
            Self::Applied => "applied",
            Self::Promises => "promises",
            Self::Grade => "grade",
            Self::Ladder => "ladder",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The figures that belong to it, in the order in which they are shown.
    #[must_use]
    pub const fn indicators(self) -> &'static [Indicator] {
        match self {
            Self::Reach => &[Indicator::Reach],
            Self::TeamCoverage => &[Indicator::TeamCoverage],
            Self::Values => &[
                Indicator::ValueConnection,
                Indicator::ValueCraft,
                Indicator::ValueTrust,
                Indicator::ValueRenewal,
            ],
            Self::Votes => &[
                Indicator::VoteConnection,
                Indicator::VoteCraft,
                Indicator::VoteTrust,
                Indicator::VoteRenewal,
            ],
            Self::Themes => &[Indicator::ThemeSpread],
            Self::OnTime => &[Indicator::OnTime],
            Self::Answered => &[Indicator::Answered],
            Self::TrainingReach => &[Indicator::TrainingReach],
            Self::Assigned => &[Indicator::Assigned],
            Self::Useful => &[Indicator::Useful],
            Self::Applied => &[Indicator::Applied],
            Self::Promises => &[Indicator::PromisesKept, Indicator::Promise],
            Self::Grade => &[Indicator::Grade, Indicator::GradeHigh, Indicator::GradeLow],
            Self::Ladder => &[Indicator::OilStain],
        }
    }

    /// To which a figure belongs.
    #[must_use]
    pub fn of(indicator: Indicator) -> Self {
        Self::ALL.into_iter().find(|one| one.indicators().contains(&indicator)).unwrap_or(Self::Ladder)
    }

    /// Whether it has one figure a workshop, theme or promise instead of one for the whole.
    #[must_use]
    pub const fn is_split(self) -> bool {
        matches!(self, Self::Themes | Self::Useful)
    }
}

impl Form {
    /// How the value of a figure is read; promises each have their own unit.
    #[must_use]
    pub const fn of(indicator: Indicator) -> Self {
        match indicator {
            Indicator::Grade => Self::Mean,
            Indicator::PromisesKept => Self::Count,
            Indicator::Reach
            | Indicator::TeamCoverage
            | Indicator::ValueConnection
            | Indicator::ValueCraft
            | Indicator::ValueTrust
            | Indicator::ValueRenewal
            | Indicator::VoteConnection
            | Indicator::VoteCraft
            | Indicator::VoteTrust
            | Indicator::VoteRenewal
            | Indicator::ThemeSpread
            | Indicator::OnTime
            | Indicator::Answered
            | Indicator::TrainingReach
            | Indicator::Assigned
            | Indicator::Useful
            | Indicator::Applied
            | Indicator::Promise
            | Indicator::GradeHigh
            | Indicator::GradeLow
            | Indicator::OilStain => Self::Share,
        }
    }
}

/// From so many points on a rise is demonstrable, with as many answers in both periods as lie in the middle of this band, of the
/// highest its least. Nothing where no rise would be.
#[must_use]
pub fn detectable(band: &str) -> Option<u32> {
    let answers = match band {
        "5-9" => 7.0,
        "10-19" => 15.0,
        "20-49" => 35.0,
        "50+" => 50.0,
        _ => return None,
    };
    statistics::detectable(answers)
}
