//! What kinds of figures there are: of work that was done, and of what people answered.

use super::Indicator;

/// What is counted of work done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Reach,
    TeamCoverage,
    ThemeSpread,
    OnTime,
    Answered,
    TrainingReach,
    Assigned,
    Promise,
    PromisesKept,
    OilStain,
}

/// What people answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opinion {
    /// One of the four values, in their order, asked of everybody.
    Value(usize),
    /// The same from votes in the room.
    Vote(usize),
    Useful,
    Applied,
    Grade,
    GradeHigh,
    GradeLow,
}

impl From<Work> for Indicator {
    fn from(work: Work) -> Self {
        match work {
            Work::Reach => Self::Reach,
            Work::TeamCoverage => Self::TeamCoverage,
            Work::ThemeSpread => Self::ThemeSpread,
            Work::OnTime => Self::OnTime,
            Work::Answered => Self::Answered,
            Work::TrainingReach => Self::TrainingReach,
            Work::Assigned => Self::Assigned,
            Work::Promise => Self::Promise,
            Work::PromisesKept => Self::PromisesKept,
            Work::OilStain => Self::OilStain,
        }
    }
}

impl From<Opinion> for Indicator {
    fn from(opinion: Opinion) -> Self {
        const VALUES: [Indicator; 4] = [
            Indicator::ValueConnection,
            Indicator::ValueCraft,
            Indicator::ValueTrust,
            Indicator::ValueRenewal,
        ];
        const VOTES: [Indicator; 4] =
            [Indicator::VoteConnection, Indicator::VoteCraft, Indicator::VoteTrust, Indicator::VoteRenewal];
        match opinion {
            Opinion::Value(number) => VALUES[number % 4],
            Opinion::Vote(number) => VOTES[number % 4],
            Opinion::Useful => Self::Useful,
            Opinion::Applied => Self::Applied,
            Opinion::Grade => Self::Grade,
            Opinion::GradeHigh => Self::GradeHigh,
            Opinion::GradeLow => Self::GradeLow,
        }
    }
}
