//! One published figure of a unit in a closed period. Never computed again.

use sea_orm::entity::prelude::*;

use crate::{adoption_set::Level, id::*};

crate::text_enum! {
    /// What is measured; the numbers are those of docs/adoption.md.
    Indicator {
        /// 1: people in conversations of people.
        Reach = "reach",
        /// 2: teams with a conversation and an agreed action.
        TeamCoverage = "team-coverage",
        /// 3: answers 4 and 5 to the first value, as the next three.
        ValueConnection = "value-connection",
        ValueCraft = "value-craft",
        ValueTrust = "value-trust",
        ValueRenewal = "value-renewal",
        /// The same from votes in the room, as the next three; never added to the pulse.
        VoteConnection = "vote-connection",
        VoteCraft = "vote-craft",
        VoteTrust = "vote-trust",
        VoteRenewal = "vote-renewal",
        /// 4: departments with a theme.
        ThemeSpread = "theme-spread",
        /// 5: improvements done in time.
        OnTime = "on-time",
        /// 6: ideas answered within twenty working days.
        Answered = "answered",
        /// 7: people with a completed training.
        TrainingReach = "training-reach",
        /// 8: completed of what was assigned.
        Assigned = "assigned",
        /// 9: of use in one's work.
        Useful = "useful",
        /// 10: applied after three months.
        Applied = "applied",
        /// 11: the figure of one promise.
        Promise = "promise",
        /// 11: how many promises were kept.
        PromisesKept = "promises-kept",
        /// 12: the mean grade of residents.
        Grade = "grade",
        /// 12: the share of 8 and more.
        GradeHigh = "grade-high",
        /// 12: the share of 5 and less.
        GradeLow = "grade-low",
        /// The share of staff in departments at this step of the ladder or further; the subject is the step.
        OilStain = "oil-stain",
    }
}

crate::text_enum! {
    /// Whether a figure is the value itself or a bound of it.
    Side {
        Exact = "exact",
        /// Less than the value.
        Below = "below",
        /// More than the value.
        Above = "above",
        /// From the value up to a quarter more.
        Band = "band",
    }
}

crate::text_enum! {
    /// What may be said against the period before.
    Trend {
        Higher = "higher",
        Lower = "lower",
        /// No demonstrable difference.
        NoDifference = "no-difference",
        /// Too little data.
        TooLittle = "too-little",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_cell")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CellId,
    pub period_id: PeriodId,
    #[sea_orm(unique_key = "adoption_cell_of")]
    pub unit_id: UnitId,
    #[sea_orm(unique_key = "adoption_cell_of")]
    pub indicator: Indicator,
    /// What it is about where the indicator has several: the code of a promise or workshop, a channel, a theme; else empty.
    #[sea_orm(unique_key = "adoption_cell_of")]
    pub subject: String,
    #[sea_orm(unique_key = "adoption_cell_of")]
    pub level: Level,
    /// The set of answers behind it; nothing where it counts work and not answers.
    pub set_id: Option<PublishedSetId>,
    /// As shown: a share from 0 to 1 in whole hundredths, a mean to a tenth, a count.
    pub value: f64,
    /// Whether the figure is the value itself or a bound of it.
    pub side: Side,
    /// The 95 % interval, rounded as the value.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// How many answers or cases, as shown: "5-9", "10-19", "20-49", "50+".
    pub band: Option<String>,
    /// Against the period before; nothing where there is none or where no test belongs to it.
    pub trend: Option<Trend>,
    /// Less than 40 % answered.
    pub indicative: bool,
    /// What the figure was made of, for the test of the next period: the numerator, the denominator and how many could have answered. Never shown as they are.
    pub positive: Option<f64>,
    pub total: Option<f64>,
    pub population: Option<f64>,
    /// The variance, where the figure is a mean.
    pub spread: Option<f64>,
    #[sea_orm(belongs_to, from = "period_id", to = "id", on_delete = "Cascade")]
    pub period: BelongsTo<super::adoption_period::Entity>,
    #[sea_orm(belongs_to, from = "unit_id", to = "id", on_delete = "Cascade")]
    pub unit: BelongsTo<super::adoption_unit::Entity>,
    #[sea_orm(belongs_to, from = "set_id", to = "id")]
    pub set: BelongsTo<Option<super::adoption_set::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
