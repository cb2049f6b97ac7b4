//! What sessions cost each cost centre over a period, and what of it was for no-shows and late cancellations.

use chrono::NaiveDate;
use poem::{Response, handler};
use serde::Serialize;

use crate::{
    domain::learning::{
        cost::{self, Costs, Payer},
        period::Period,
    },
    table::{Cell, Table},
    web::{
        context::Context,
        download::{self, Files},
        refill::FormView,
        sentence::Sentence,
        view::View,
    },
};

/// The page.
#[derive(Serialize)]
pub struct Show {
    form: FormView,
    from: NaiveDate,
    until: NaiveDate,
    rows: Vec<Row>,
    /// Everything in euros; of no-shows and late cancellations only what is shown above.
    total: f64,
    no_show: f64,
    late: f64,
    /// Cost centres that are too small to tell what no-shows cost.
    small: usize,
    sessions: usize,
    /// Sessions of which no cost is known.
    without: usize,
    files: Files,
}

/// What one pays, in euros.
#[derive(Clone, Debug, Serialize)]
struct Row {
    payer: String,
    total: f64,
    /// Nothing for a cost centre with few people, and for the programme.
    no_show: Option<f64>,
    late: Option<f64>,
    programme: bool,
}

impl Row {
    fn new(cx: &Context, line: &cost::Line) -> Self {
        Self {
            payer: name(cx, &line.payer),
            total: euros(line.total),
            no_show: line.missed.map(|(no_show, _)| euros(no_show)),
            late: line.missed.map(|(_, late)| euros(late)),
            programme: line.payer == Payer::Programme,
        }
    }

    fn sample(payer: &str, missed: Option<f64>) -> Self {
        Self { payer: payer.into(), total: 750.5, no_show: missed, late: missed, programme: missed.is_none() }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "desk/overview/cost.html";

    fn title(&self) -> Sentence {
        Sentence::new("cost-title")
    }

    fn samples() -> Vec<Self> {
        let day = NaiveDate::default();
        let form = || FormView::new().with("from", "2026-01-01").with("until", "2026-03-02");
        let small = Row { programme: false, ..Row::sample("4200", None) };
        let face = |rows: Vec<Row>, without| Self {
            form: form(),
            from: day,
            until: day,
            rows,
            total: 2_251.5,
            no_show: 62.5,
            late: 0.0,
            small: 1,
            sessions: 3,
            without,
            files: Files::sample(),
        };
        let rows = vec![Row::sample("4100", Some(62.5)), small, Row::sample("Het programma", None)];
        vec![face(rows, 2), face(vec![], 0)]
    }
}

/// Costs of the period in the address; of this year so far when it names none.
#[handler]
pub async fn show(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let mut read = cx.query().read();
    let year = Period::this_year(today);
    let period =
        Period::new(read.date("from").unwrap_or(year.from), read.date("until").unwrap_or(year.until));
    let costs = cost::of_period(cx.db(), &period, (&cx.house().policy, cx.now())).await?;
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &costs), format).await;
    }
    let sum = |part: fn(&cost::Line) -> i64| euros(costs.lines.iter().map(part).sum());
    let small = |line: &&cost::Line| line.missed.is_none() && line.payer != Payer::Programme;
    cx.page(&Show {
        form: FormView::new().with("from", period.from.to_string()).with("until", period.until.to_string()),
        from: period.from,
        until: period.until,
        total: sum(|line| line.total),
        no_show: sum(|line| line.missed.unwrap_or_default().0),
        late: sum(|line| line.missed.unwrap_or_default().1),
        small: costs.lines.iter().filter(small).count(),
        rows: costs.lines.iter().map(|line| Row::new(&cx, line)).collect(),
        sessions: costs.sessions,
        without: costs.without,
        files: Files::of(&cx),
    })
}

/// In cents: files add up.
fn file(cx: &Context, costs: &Costs) -> Table {
    let columns = ["file-column-cost-centre", "cost-total", "cost-no-show", "cost-late"];
    let row = |line: &cost::Line| {
        let missed =
            |part: fn((i64, i64)) -> i64| line.missed.map_or(Cell::Empty, |two| Cell::Euro(part(two)));
        vec![name(cx, &line.payer).into(), Cell::Euro(line.total), missed(|two| two.0), missed(|two| two.1)]
    };
    download::table(cx, "cost-title", &columns, costs.lines.iter().map(row).collect())
}

fn name(cx: &Context, payer: &Payer) -> String {
    match payer {
        Payer::Centre(code) => code.clone(),
        Payer::Nowhere => cx.say(&Sentence::new("cost-nowhere")),
        Payer::Programme => cx.say(&Sentence::new("cost-programme")),
    }
}

/// For pages. A municipality's costs stay far below what this holds exactly.
fn euros(cents: i64) -> f64 {
    cents as f64 / 100.0
}
