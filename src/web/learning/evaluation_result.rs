//! What people answered about a workshop, for whoever runs the programme and whoever gives it.

use entity::id::WorkshopId;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        error::Result,
        learning::evaluation::{
            FEWEST,
            result::{self, Part, Results, Share},
        },
    },
    table::{Cell, Table},
    web::{
        context::Context,
        download::{self, Files},
        sentence::Sentence,
        view::View,
    },
};

/// The results of a workshop, all its runs together.
#[derive(Serialize)]
pub struct Show {
    workshop: String,
    parts: Vec<Shown>,
    fewest: usize,
    files: Files,
}

/// One kind of evaluation.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    kind: &'static str,
    invited: i64,
    answered: i64,
    /// How many of them are shown; 0 when there are too few.
    shown: i64,
    /// How many answers are wanted still.
    missing: i64,
    questions: Vec<Question>,
    /// From the lowest to the highest share that applied it.
    band: Option<(Piece, Piece)>,
    /// Nothing when there are too few, or they are not for the viewer.
    remarks: Option<Vec<String>>,
}

#[derive(Clone, Debug, Serialize)]
struct Question {
    name: &'static str,
    /// Those who said 4 or 5, or yes.
    good: Option<Piece>,
    options: Vec<Opted>,
}

#[derive(Clone, Debug, Serialize)]
struct Opted {
    code: String,
    share: Piece,
}

/// A share: `few` and `most` hide what would tell of everybody what they said; the picture does too.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Piece {
    pub(super) word: &'static str,
    pub(super) percent: i64,
}

impl From<Share> for Piece {
    fn from(share: Share) -> Self {
        match share {
            Share::Percent(percent) => Self { word: "percent", percent },
            Share::Few => Self { word: "few", percent: 5 },
            Share::Most => Self { word: "most", percent: 95 },
        }
    }
}

impl View for Show {
    const TEMPLATE: &'static str = "learning/evaluation/result.html";

    fn title(&self) -> Sentence {
        Sentence::new("evaluation-results").with("workshop", self.workshop.as_str())
    }

    #[expect(clippy::too_many_lines, reason = "a sample of every kind")]
    fn samples() -> Vec<Self> {
        let piece = |percent| Piece { word: "percent", percent };
        let few = Piece::from(Share::Few);
        let scores = |name| Question {
            name,
            good: Some(Piece::from(Share::Most)),
            options: (1..=5)
                .map(|at| Opted { code: at.to_string(), share: if at == 5 { piece(60) } else { few } })
                .collect(),
        };
        let option = |code: &str| Opted { code: code.into(), share: piece(33) };
        let after = Shown {
            kind: "after-closing",
            invited: 14,
            answered: 9,
            shown: 6,
            missing: 0,
            questions: ["useful", "clear", "recommend"].map(scores).into(),
            band: None,
            remarks: Some(["Meer oefenen.", "Fijn tempo."].map(Into::into).into()),
        };
        let later = Shown {
            kind: "after-twelve-weeks",
            questions: vec![
                Question {
                    name: "applied",
                    good: Some(piece(40)),
                    options: vec![option("yes"), option("no-occasion")],
                },
                Question { name: "helped", good: None, options: vec![option("helped-time")] },
                Question { name: "hindered", good: None, options: vec![option("hindered-rules")] },
            ],
            band: Some((piece(25), piece(70))),
            remarks: None,
            ..after.clone()
        };
        let nothing =
            Shown { answered: 2, shown: 0, missing: 3, questions: vec![], remarks: None, ..after.clone() };
        let unasked =
            Shown { kind: "after-twelve-weeks", invited: 0, answered: 0, missing: 5, ..nothing.clone() };
        let page = |parts| Self {
            workshop: "Helder schrijven".into(),
            parts,
            fewest: FEWEST,
            files: Files::sample(),
        };
        vec![page(vec![after, later]), page(vec![nothing, unasked])]
    }
}

impl From<Part> for Shown {
    fn from(part: Part) -> Self {
        let band = part.band().map(|(low, high)| (low.into(), high.into()));
        let shown = part.released.as_ref().map_or(0, result::Released::answers);
        Self {
            kind: "",
            invited: part.invited,
            answered: part.answered,
            shown,
            missing: part.missing(),
            questions: part.released.as_ref().map(questions).unwrap_or_default(),
            band,
            remarks: part.remarks,
        }
    }
}

fn questions(released: &result::Released) -> Vec<Question> {
    let all = released.answers();
    let one = |question: &result::Question| Question {
        name: question.name,
        good: match question.name {
            "applied" => Some(Share::of(released.count("applied", "yes"), all).into()),
            "helped" | "hindered" => None,
            name => Some(Share::of(released.good(name), all).into()),
        },
        options: question
            .options
            .iter()
            .map(|(code, count)| Opted { code: code.clone(), share: Share::of(*count, all).into() })
            .collect(),
    };
    released.questions().iter().map(one).collect()
}

/// The results.
#[handler]
pub async fn show(cx: Context, Path(id): Path<WorkshopId>) -> poem::Result<Response> {
    let results = result::of(cx.db(), cx.actor(), id).await?;
    let workshop = results.workshop.title.clone();
    let parts = parts(results);
    if let Some(format) = download::asked(&cx) {
        return download::answer(file(&cx, &parts), format).await;
    }
    cx.page(&Show { workshop, parts, fewest: FEWEST, files: Files::of(&cx) })
}

fn parts(results: Results) -> Vec<Shown> {
    vec![
        Shown { kind: "after-closing", ..results.after_closing.into() },
        Shown { kind: "after-twelve-weeks", ..results.after_twelve_weeks.into() },
    ]
}

const COLUMNS: [&str; 7] = [
    "evaluation-column-when",
    "evaluation-invited",
    "evaluation-answered-count",
    "evaluation-shown",
    "evaluation-column-question",
    "evaluation-column-answer",
    "evaluation-column-share",
];

/// The same as on the page, and no more: what people wrote is read there only.
fn file(cx: &Context, parts: &[Shown]) -> Table {
    let say = |key: String| cx.words().say(cx.language(), &key, &[]);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for part in parts {
        let head = || -> Vec<Cell> {
            let when = say(format!("evaluation-kind-{}", part.kind));
            vec![when.into(), part.invited.into(), part.answered.into(), part.shown.into()]
        };
        if part.questions.is_empty() {
            rows.push([head(), vec![Cell::Empty, Cell::Empty, Cell::Empty]].concat());
        }
        for question in &part.questions {
            for option in &question.options {
                let asked = say(format!("evaluation-{}", question.name));
                let answer = label(cx, option);
                rows.push(
                    [head(), vec![asked.into(), answer.into(), share(cx, option.share).into()]].concat(),
                );
            }
        }
    }
    download::table(cx, "evaluation-file", &COLUMNS, rows)
}

fn label(cx: &Context, option: &Opted) -> String {
    if option.code.parse::<i32>().is_ok() {
        return option.code.clone();
    }
    cx.words().say(cx.language(), &format!("evaluation-option-{}", option.code), &[])
}

fn share(cx: &Context, share: Piece) -> String {
    let percent = crate::text::Argument::from(f64::from(i32::try_from(share.percent).unwrap_or_default()));
    cx.words().say(cx.language(), &format!("evaluation-share-{}", share.word), &[("percent", percent)])
}

/// Where the results of a workshop are, when they are for the viewer.
///
/// # Errors
/// When the database fails.
pub(super) async fn address(cx: &Context, id: WorkshopId) -> Result<Option<String>> {
    let gives = match cx.viewer().filter(|viewer| viewer.gives) {
        Some(viewer) => {
            crate::domain::learning::evaluation::mine::gives(cx.db(), id, viewer.person.id).await?
        }
        None => false,
    };
    Ok((gives || cx.actor().may_see_evaluations()).then(|| results_address(id)))
}

/// Where the results of a workshop are.
pub fn results_address(id: WorkshopId) -> String {
    format!("/desk/evaluations/{id}")
}
