//! What was published of how far good service has spread. There is no other way to these figures than what stands in the ledger.

use chrono::NaiveDate;
use entity::id::PeriodId;
use poem_openapi::{Enum, Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{caller::Caller, list::List, problem::Problem, service::Tag};
use crate::domain::{
    adoption::{
        ledger::{self, Level, Line, Side, Trend},
        period::{self, Grain, Period},
    },
    page::Window,
};

/// A closed period: its figures stay as they are.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct AdoptionPeriod {
    pub id: Uuid,
    pub grain: AdoptionGrain,
    pub begins_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// The least number of people behind a figure inside the organisation, behind one for residents, and in a unit.
    pub people: i32,
    pub people_public: i32,
    pub headcount: i32,
}

/// How long periods are.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum AdoptionGrain {
    Quarter,
    HalfYear,
    Year,
}

/// One published figure. Of what has too few people there is none.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct AdoptionCell {
    pub unit_id: Uuid,
    /// `organisation`, `domain`, `department`, `team`, or `rest` for small units put together.
    pub unit_kind: String,
    /// As it was; of units that were put together the name of what they fall under.
    pub unit_name: String,
    /// Null for the whole of units that were put together, and for a department that went.
    pub department_id: Option<Uuid>,
    /// As `reach`, `value-trust`, `on-time`; all are explained in the report.
    pub indicator: String,
    /// The code of a promise or workshop, a channel, a theme, a step of the ladder; else empty.
    pub subject: String,
    pub level: AdoptionLevel,
    /// A share from 0 to 1, a mean, or a number.
    pub value: f64,
    pub side: AdoptionSide,
    /// The 95 % interval.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// How many answers or cases.
    pub band: Option<String>,
    /// Against the period before.
    pub trend: Option<AdoptionTrend>,
    /// Less than 40 % answered.
    pub indicative: bool,
}

/// Who a figure is for.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum AdoptionLevel {
    Internal,
    Public,
}

/// Whether a figure is the value itself or a bound of it.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum AdoptionSide {
    Exact,
    /// Less than the value.
    Below,
    /// More than the value.
    Above,
    /// From the value up to a quarter more.
    Band,
}

/// What may be said against the period before.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum AdoptionTrend {
    Higher,
    Lower,
    NoDifference,
    TooLittle,
}

/// The operations on what was published.
pub struct Adoption;

#[OpenApi(tag = "Tag::Adoption")]
impl Adoption {
    /// The closed periods, the newest first: all of them at once.
    #[oai(path = "/adoption/periods", method = "get", operation_id = "list-periods")]
    async fn periods(&self, caller: Caller) -> Result<Json<List<AdoptionPeriod>>, Problem> {
        let items = period::closed(&caller.house.db.reader).await?.into_iter().map(shape).collect();
        Ok(Json(List { items, next: None }))
    }

    /// Everything that was published of a closed period, by unit.
    #[oai(path = "/adoption/periods/:id/cells", method = "get", operation_id = "list-cells")]
    async fn cells(
        &self,
        caller: Caller,
        id: Path<Uuid>,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<AdoptionCell>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let db = &caller.house.db.reader;
        let period = period::find_closed(db, PeriodId(id.0)).await?;
        Ok(List::of(ledger::page(db, Some(period.id), &window).await?, cell))
    }
}

fn shape(row: Period) -> AdoptionPeriod {
    AdoptionPeriod {
        id: row.id.0,
        grain: match row.grain {
            Grain::Quarter => AdoptionGrain::Quarter,
            Grain::HalfYear => AdoptionGrain::HalfYear,
            Grain::Year => AdoptionGrain::Year,
        },
        begins_on: row.begins_on,
        ends_on: row.ends_on,
        people: row.people,
        people_public: row.people_public,
        headcount: row.headcount,
    }
}

fn cell(line: Line) -> AdoptionCell {
    let (cell, unit) = (&line.cell, line.unit);
    AdoptionCell {
        unit_id: unit.id.0,
        unit_kind: unit.kind.code().to_owned(),
        unit_name: unit.name,
        department_id: unit.department.map(|id| id.0),
        indicator: cell.indicator.code().to_owned(),
        subject: cell.subject.clone(),
        level: match cell.level {
            Level::Internal => AdoptionLevel::Internal,
            Level::Public => AdoptionLevel::Public,
        },
        value: cell.value,
        side: match cell.side {
            Side::Exact => AdoptionSide::Exact,
            Side::Below => AdoptionSide::Below,
            Side::Above => AdoptionSide::Above,
            Side::Band => AdoptionSide::Band,
        },
        low: cell.interval.map(|(low, _)| low),
        high: cell.interval.map(|(_, high)| high),
        band: cell.band.clone(),
        trend: cell.trend.map(|trend| match trend {
            Trend::Higher => AdoptionTrend::Higher,
            Trend::Lower => AdoptionTrend::Lower,
            Trend::NoDifference => AdoptionTrend::NoDifference,
            Trend::TooLittle => AdoptionTrend::TooLittle,
        }),
        indicative: cell.indicative,
    }
}
