//! The two calendars of working days. Open to everybody: they tell nothing about anybody.

use chrono::NaiveDate;
use poem::{Request, web::Data};
use poem_openapi::{Object, OpenApi, param::Query, payload::Json};

use super::{
    choice,
    moment::Moment,
    problem::{Problem, Wrong},
    sentence::Speaker,
    service::Tag,
};
use crate::{
    app::App,
    domain::working_day::{Calendar, Holiday, HolidayName, YEARS},
};

/// The longest term that is counted, in working days: ten years.
pub(super) const LONGEST: u32 = 2_600;

/// The last day to answer.
#[derive(Debug, Object)]
pub struct Due {
    pub due: NaiveDate,
}

/// A day on which the calendar is closed, in a weekend too.
#[derive(Debug, Object)]
pub struct ClosedDay {
    pub date: NaiveDate,
    /// In the language of the request.
    pub name: String,
}

/// The days on which a calendar is closed in a year.
#[derive(Debug, Object)]
#[oai(rename_all = "camelCase")]
pub struct ClosedDays {
    /// The holidays that return every year, in order.
    pub items: Vec<ClosedDay>,
    /// Days that a decree made equal to a holiday in this year only.
    pub decree_days: Vec<ClosedDay>,
}

/// The operations on working days.
pub struct WorkingDays;

#[OpenApi(tag = "Tag::Calendar")]
impl WorkingDays {
    /// The last day to answer what arrived at a moment.
    #[oai(path = "/calendar/due", method = "get", operation_id = "find-due")]
    async fn due(
        &self,
        app: Data<&App>,
        /// When it arrived.
        from: Query<Moment>,
        #[oai(name = "workingDays")] working_days: Query<u32>,
        calendar: Query<choice::Calendar>,
    ) -> Result<Json<Due>, Problem> {
        if working_days.0 > LONGEST {
            return Err(Wrong::new("workingDays", "working-days").with("max", LONGEST).into());
        }
        let due = house_calendar(&app).due(from.0.0, working_days.0, calendar.0.into());
        Ok(Json(Due { due: due.ok_or_else(|| outside("from"))? }))
    }

    /// The closed days of a year.
    #[oai(path = "/calendar/holidays", method = "get", operation_id = "list-holidays")]
    async fn holidays(
        &self,
        app: Data<&App>,
        request: &Request,
        year: Query<i32>,
        calendar: Query<choice::Calendar>,
    ) -> Result<Json<ClosedDays>, Problem> {
        if !YEARS.contains(&year.0) {
            return Err(outside("year").into());
        }
        let speaker = Speaker::of(&app, request.headers());
        let closed = house_calendar(&app).holidays(year.0, calendar.0.into());
        let (decreed, yearly): (Vec<Holiday>, Vec<Holiday>) =
            closed.into_iter().partition(|day| day.name == HolidayName::DecreeDay);
        let shape = |days: Vec<Holiday>| {
            let say = |day: Holiday| ClosedDay { date: day.date, name: speaker.say(day.name.key(), &[]) };
            days.into_iter().map(say).collect()
        };
        Ok(Json(ClosedDays { items: shape(yearly), decree_days: shape(decreed) }))
    }
}

fn house_calendar(app: &App) -> Calendar {
    let policy = &app.house.policy;
    Calendar::new(policy.calendar.clone(), policy.zone)
}

fn outside(field: &str) -> Wrong {
    Wrong::new(field, "year").with("first", YEARS.start()).with("last", YEARS.end())
}
