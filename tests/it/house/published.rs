//! A closed period with figures, put where the report reads them. Nobody may write them like this but tests of what shows them.

use chrono::{NaiveDate, TimeDelta};
use entity::{
    adoption_cell::{self, Indicator, Side},
    adoption_period::{self, Grain},
    adoption_set::{self, Family, Level},
    adoption_tick,
    adoption_unit::{self, UnitKind},
    id::*,
};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};

use super::{TestHouse, world::Named};

/// Where units of the named world stand in [`Figures::units`].
pub const ORGANISATION: usize = 0;
pub const PERMITS: usize = 1;
pub const COUNTER: usize = 2;
pub const PHONE: usize = 3;
/// What was put together below the organisation.
pub const REST: usize = 4;

/// A closed half-year.
pub struct Figures {
    pub period: PeriodId,
    pub units: [UnitId; 5],
}

/// A figure of a unit: 20 to 49 answers, compared with nothing.
pub fn cell(unit: usize, indicator: Indicator, value: f64) -> (usize, adoption_cell::Model) {
    let model = adoption_cell::Model {
        id: CellId::new(),
        period_id: PeriodId::new(),
        unit_id: UnitId::new(),
        indicator,
        subject: String::new(),
        level: Level::Internal,
        set_id: None,
        value,
        side: Side::Exact,
        low: None,
        high: None,
        band: Some("20-49".into()),
        trend: None,
        indicative: false,
        positive: Some(1.0),
        total: Some(37.0),
        population: Some(43.0),
        spread: None,
    };
    (unit, model)
}

/// The same with a subject.
pub fn about(unit: usize, indicator: Indicator, subject: &str, value: f64) -> (usize, adoption_cell::Model) {
    let (unit, model) = cell(unit, indicator, value);
    (unit, adoption_cell::Model { subject: subject.into(), ..model })
}

impl TestHouse {
    /// A half-year of the named world that was closed ten days after its end, with the steps of permits and of the counter.
    pub async fn published(
        &self,
        named: &Named,
        (begins, steps): (&str, [i32; 2]),
        cells: Vec<(usize, adoption_cell::Model)>,
    ) -> Figures {
        let period = self.period(begins).await;
        let figures = Figures { period, units: std::array::from_fn(|_| UnitId::new()) };
        self.units(named, &figures, steps).await;
        let place = |(unit, model): (usize, adoption_cell::Model)| {
            let unit_id = figures.units[unit];
            adoption_cell::Model { period_id: period, unit_id, ..model }.into_active_model().reset_all()
        };
        if !cells.is_empty() {
            let rows = cells.into_iter().map(place);
            adoption_cell::Entity::insert_many(rows).exec_without_returning(&self.db.writer).await.unwrap();
        }
        // What tests write at the side is a write too.
        self.db.recent.forget();
        figures
    }

    async fn period(&self, begins: &str) -> PeriodId {
        let begins_on: NaiveDate = begins.parse().expect("a day");
        let ends_on = begins_on + chrono::Months::new(6) - TimeDelta::days(1);
        let closed_at = (ends_on + TimeDelta::days(10)).and_hms_opt(9, 0, 0).expect("a time").and_utc();
        let row = adoption_period::Model {
            id: PeriodId::new(),
            grain: Grain::HalfYear,
            begins_on,
            ends_on,
            closing_at: Some(closed_at),
            done: 5,
            total: 5,
            closed_at: Some(closed_at),
            closed_by: None,
            people: 5,
            people_public: 10,
            headcount: 10,
        };
        let id = row.id;
        let row = row.into_active_model().reset_all();
        adoption_period::Entity::insert(row).exec_without_returning(&self.db.writer).await.unwrap();
        id
    }

    async fn units(&self, named: &Named, figures: &Figures, [permits, counter]: [i32; 2]) {
        let top = Some(figures.units[ORGANISATION]);
        let rows = [
            (Some(named.organisation), None, UnitKind::Organisation, "Gemeente", None),
            (Some(named.permits), top, UnitKind::Department, "Vergunningen kanarie-afdeling", Some(permits)),
            (Some(named.counter), top, UnitKind::Department, "Klantcontact", Some(counter)),
            (Some(named.phone_team), Some(figures.units[COUNTER]), UnitKind::Team, "Telefoon en chat", None),
            (None, top, UnitKind::Rest, "Gemeente", None),
        ];
        let rows = (0..).zip(figures.units).zip(rows).map(|((position, id), row)| {
            let (department_id, parent_id, kind, name, step) = row;
            let period_id = figures.period;
            let name = name.into();
            let headcount = 43;
            adoption_unit::Model {
                id,
                period_id,
                department_id,
                parent_id,
                kind,
                name,
                position,
                headcount,
                step,
            }
            .into_active_model()
            .reset_all()
        });
        adoption_unit::Entity::insert_many(rows).exec_without_returning(&self.db.writer).await.unwrap();
        let conditions = ["talking", "action-done", "ideas-answered", "learning", "applying", "noticed"];
        let ticks = [(PERMITS, permits), (COUNTER, counter)].into_iter().flat_map(|(unit, step)| {
            (1..).zip(conditions).map(move |(at, condition)| adoption_tick::Model {
                unit_id: figures.units[unit],
                condition: condition.into(),
                met: at <= step,
            })
        });
        let ticks = ticks.map(|tick| tick.into_active_model().reset_all());
        adoption_tick::Entity::insert_many(ticks).exec_without_returning(&self.db.writer).await.unwrap();
    }

    /// A line of the ledger: of what figures were published.
    pub async fn entered(&self, figures: &Figures, unit: usize, family: Family) {
        let row = adoption_set::Model {
            id: PublishedSetId::new(),
            period_id: figures.period,
            family,
            unit_id: figures.units[unit],
            subject: String::new(),
            level: Level::Internal,
            persons: 4321,
            least: 5,
            published_on: NaiveDate::from_ymd_opt(2026, 1, 10).expect("a day"),
            hash: "0123456789abcdef".repeat(4),
        };
        let row = row.into_active_model().reset_all();
        adoption_set::Entity::insert(row).exec_without_returning(&self.db.writer).await.unwrap();
    }
}
