//! Promises to residents and their readings.

use std::sync::Arc;

use chrono::NaiveDate;
use poem_openapi::{Enum, Object, OpenApi, param::Path, param::Query, payload::Json};
use uuid::Uuid;

use super::{
    body::{Body, Fields, Read},
    caller::Caller,
    list::{Created, List},
    moment::Moment,
    problem::Problem,
    service::Tag,
};
use crate::domain::{
    change::Change,
    error::{Error, Field, all_well},
    page::Window,
    service::{
        period::Period,
        promise::{self, Direction, Every, Item, PromiseUnit},
        reading::{self, Beside, Figure, Given, Line, ReadingWay, is_kept},
    },
};

/// Something that is promised to residents.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Promise {
    pub id: Uuid,
    pub code: String,
    pub text: String,
    pub text_en: String,
    /// What is measured: the formula.
    pub indicator: String,
    pub indicator_en: String,
    /// What counts and what does not; may be empty.
    pub definition: String,
    pub definition_en: String,
    pub direction: PromiseDirection,
    /// A share from 0 to 1, or in the unit.
    pub target: f64,
    pub unit: FigureUnit,
    pub period: PeriodLength,
    /// Who answers for it; null: the whole organisation.
    pub department_id: Option<Uuid>,
    pub measured_by: String,
    pub data_source: String,
    pub retired_on: Option<NaiveDate>,
}

/// On which side of the target a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum PromiseDirection {
    AtLeast,
    AtMost,
}

/// What the figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum FigureUnit {
    /// From 0 to 1.
    Share,
    Ratio,
    Count,
    /// From 1 to 10.
    Grade,
}

/// How long one period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum PeriodLength {
    Month,
    Quarter,
    Year,
}

/// How a reading came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "kebab-case")]
pub enum ReadingOrigin {
    Form,
    File,
    Api,
    /// Counted here, from call-back requests or grades.
    Counted,
}

impl From<Item> for Promise {
    fn from(item: Item) -> Self {
        let row = item.row;
        Self {
            id: row.id.0,
            code: row.code,
            text: row.text_nl,
            text_en: row.text_en,
            indicator: row.indicator_nl,
            indicator_en: row.indicator_en,
            definition: row.definition_nl,
            definition_en: row.definition_en,
            direction: match row.direction {
                Direction::AtLeast => PromiseDirection::AtLeast,
                Direction::AtMost => PromiseDirection::AtMost,
            },
            target: row.target,
            unit: match row.unit {
                PromiseUnit::Share => FigureUnit::Share,
                PromiseUnit::Ratio => FigureUnit::Ratio,
                PromiseUnit::Count => FigureUnit::Count,
                PromiseUnit::Grade => FigureUnit::Grade,
            },
            period: match row.every {
                Every::Month => PeriodLength::Month,
                Every::Quarter => PeriodLength::Quarter,
                Every::Year => PeriodLength::Year,
            },
            department_id: row.department_id.map(|id| id.0),
            measured_by: row.measured_by,
            data_source: row.data_source,
            retired_on: row.retired_on,
        }
    }
}

/// What was measured over one period.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct Reading {
    pub id: Uuid,
    pub promise_code: String,
    /// As 2026-01, 2026-K1 or 2026.
    pub period: String,
    pub begins_on: NaiveDate,
    /// A share from 0 to 1, or in the unit of the promise.
    pub value: f64,
    /// Of a share: how many were met of all that were due.
    pub met: Option<i32>,
    /// Also how many answers a grade is of.
    pub cases: Option<i32>,
    /// As it was for this period.
    pub target: f64,
    pub kept: bool,
    pub origin: ReadingOrigin,
    /// Why it was corrected, or what there is to know; may be empty.
    pub note: String,
    pub figures: Vec<FigureBeside>,
    pub entered_at: Moment,
}

/// What stands beside a value.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct FigureBeside {
    /// One of abandoned-share, own-term-share, legal-term-share, median-days, p90-days and out-of.
    #[oai(validator(max_length = 40))]
    pub code: String,
    /// A share from 0 to 1, or a number.
    pub value: f64,
}

/// What is entered: `value`, or `met` and `cases` of a share.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct NewReading {
    /// A whole period of the promise that is over: 2026-01, 2026-K1 (or 2026-Q1) or 2026.
    #[oai(validator(max_length = 10))]
    pub period: String,
    pub value: Option<f64>,
    pub met: Option<i32>,
    pub cases: Option<i32>,
    /// Why, when the period has a reading already. No names.
    #[oai(validator(max_length = 400))]
    pub note: Option<String>,
    pub figures: Option<Vec<FigureBeside>>,
}

impl Read for FigureBeside {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (code, value) = (fields.required("code"), fields.required("value"));
        Some(Self { code: code?, value: value? })
    }
}

impl Read for NewReading {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let period = fields.required("period");
        let value = fields.optional("value");
        let (met, cases) = (fields.optional("met"), fields.optional("cases"));
        let note = fields.optional("note");
        let figures = if fields.has("figures") { fields.list("figures").map(Some) } else { Some(None) };
        Some(Self {
            period: period?,
            value: value?,
            met: met?,
            cases: cases?,
            note: note?,
            figures: figures?,
        })
    }
}

fn shape(row: &promise::Promise, line: Line) -> Reading {
    let kept = is_kept(row, &line.row);
    let figures =
        line.beside.iter().map(|(one, value)| FigureBeside { code: one.code().into(), value: *value });
    let figures = figures.collect();
    let reading = line.row;
    Reading {
        id: reading.id.0,
        promise_code: row.code.clone(),
        period: Period::of(row.every, reading.begins_on).code(),
        begins_on: reading.begins_on,
        value: reading.value,
        met: reading.met,
        cases: reading.cases,
        target: reading.target,
        kept,
        origin: match reading.way {
            ReadingWay::Form => ReadingOrigin::Form,
            ReadingWay::File => ReadingOrigin::File,
            ReadingWay::Api => ReadingOrigin::Api,
            ReadingWay::Counted => ReadingOrigin::Counted,
        },
        note: reading.note,
        figures,
        entered_at: reading.entered_at.into(),
    }
}

fn given(row: &promise::Promise, new: &NewReading) -> Result<Given, Error> {
    let mut wrong = Vec::new();
    let period = Period::from_code(row.every, &new.period);
    if period.is_none() {
        wrong.push(Field::new("period", "period-not-whole"));
    }
    let figure = match (new.value, new.met, new.cases) {
        (Some(value), None, cases) => Some(Figure::Value { value, cases }),
        (None, Some(met), Some(cases)) => Some(Figure::Cases { met, cases }),
        (Some(_), Some(_), _) => {
            wrong.push(Field::new("value", "value-or-cases"));
            None
        }
        (None, ..) => {
            wrong.push(Field::new(if new.met.is_some() { "cases" } else { "value" }, "required"));
            None
        }
    };
    let mut beside = Vec::new();
    for one in new.figures.iter().flatten() {
        match Beside::from_code(&one.code) {
            Some(code) if beside.iter().all(|(other, _)| *other != code) => beside.push((code, one.value)),
            _ => wrong.push(Field::new("figures", "not-a-choice")),
        }
    }
    all_well(wrong)?;
    let (Some(period), Some(figure)) = (period, figure) else { return Err(Error::Missing("promise")) };
    let note = new.note.clone().unwrap_or_default();
    let begins_on = period.begins_on;
    Ok(Given { promise: row.id, begins_on, figure, beside, note, way: ReadingWay::Api })
}

/// The operations on promises.
pub struct Promises;

#[OpenApi(tag = "Tag::Promises")]
impl Promises {
    /// The promises to residents that hold, by code.
    #[oai(path = "/promises", method = "get", operation_id = "list-promises")]
    async fn list(
        &self,
        caller: Caller,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Promise>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        Ok(List::of(promise::page(&caller.house.db.reader, false, &window).await?, Promise::from))
    }

    /// The readings of a promise that count, the newest period first.
    #[oai(path = "/promises/:code/readings", method = "get", operation_id = "list-readings")]
    async fn readings(
        &self,
        caller: Caller,
        code: Path<String>,
        limit: Query<Option<u32>>,
        cursor: Query<Option<String>>,
    ) -> Result<Json<List<Reading>>, Problem> {
        let window = Window::new(limit.map(u64::from), cursor.as_deref())?;
        let db = &caller.house.db.reader;
        let row = promise::find(db, &code).await?;
        Ok(List::of(reading::page(db, row.id, &window).await?, |line| shape(&row, line)))
    }

    /// Enters the reading of a period. One that has a reading already is corrected, and needs a `note` that says why.
    #[oai(path = "/promises/:code/readings", method = "post", operation_id = "enter-reading")]
    async fn enter(
        &self,
        caller: Caller,
        code: Path<String>,
        body: Body<NewReading>,
    ) -> Result<Created<Reading>, Problem> {
        let db = &caller.house.db.reader;
        let row = promise::find(db, &code).await?;
        let given = &given(&row, &body.0)?;
        let enter = |change: Arc<Change>| async move { reading::enter(&change, given).await };
        let id = caller.house.write_once(&caller.actor, caller.key.as_ref(), enter).await?;
        let shown = shape(&row, reading::find(db, id).await?);
        Ok(Created::At(Json(shown), format!("/api/v1/promises/{}/readings", row.code)))
    }
}
