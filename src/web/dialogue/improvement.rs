//! One improvement: what was said and done, and the next step for who takes it.

use chrono::NaiveDate;
use entity::{id::*, improvement::Answer};
use http::StatusCode;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::improvement_line::Line;
use crate::{
    domain::{
        dialogue::improvement::{
            self, Seen, Step, TEXT, TITLE,
            board::{self},
            step::{self, Reply},
        },
        error::{Error, Field, Result},
        people::{directory, person::full_name, placement},
    },
    web::{
        context::Context,
        form::Form,
        learning::session_choose::Choice,
        refill::FormView,
        sentence::Sentence,
        service::missed::{self, Missed},
        view::View,
    },
};

/// A larger team is not a list to choose from: one names the person.
const MOST: usize = 60;

/// The page.
#[derive(Serialize)]
pub struct Show {
    line: Line,
    text: String,
    /// Sees whose it is.
    inside: bool,
    version: i32,
    /// The forms of the steps that the viewer can take.
    answer: Option<FormView>,
    agree: Option<FormView>,
    day: Option<FormView>,
    finish: Option<FormView>,
    words: Option<FormView>,
    owners: Vec<Choice>,
    /// The promise whose miss opened it: its address, what it says, and the period.
    missed: Option<Missed>,
    back: &'static str,
}

/// Which form was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Answer,
    Agree,
    Day,
    Finish,
    Words,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/improvement/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.line.title)
    }

    fn samples() -> Vec<Self> {
        let face = |step, inside: bool, answers: bool| {
            let form = |there: bool| there.then(FormView::new);
            Self {
                line: Line::sample(step),
                text: "Nu belt iedereen een ander nummer.\n\nDat kan beter.".into(),
                inside,
                version: 2,
                answer: form(answers && matches!(step, Step::Idea | Step::Later)),
                agree: form(answers && matches!(step, Step::Yes | Step::Agreed)),
                day: form(!answers && inside && step == Step::Agreed),
                finish: form((answers || inside) && step == Step::Agreed),
                words: form(answers),
                owners: vec![Choice { value: "1".into(), label: "Sem Bakker".into() }],
                missed: answers.then(Missed::sample),
                back: "/improvements",
            }
        };
        let wrong = FormView::new().with("answer", "no").wrong("because", "Vul dit in.");
        let mut all: Vec<_> = Step::ALL
            .iter()
            .flat_map(|step| [face(*step, false, false), face(*step, true, false), face(*step, true, true)])
            .collect();
        all.push(Self { answer: Some(wrong), text: String::new(), ..face(Step::Idea, true, true) });
        all
    }
}

/// One improvement.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ImprovementId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, None).await?)
}

async fn view(cx: &Context, id: ImprovementId, sent: Option<(Part, FormView)>) -> Result<Show> {
    let today = cx.house().policy.day(cx.now());
    let seen = improvement::find(cx.db(), cx.actor(), id, today).await?;
    let step = Step::of(&seen.row);
    let owners = if seen.answers && !matches!(step, Step::Done | Step::No) {
        owners(cx, &seen, today).await?
    } else {
        Vec::new()
    };
    let item = board::item(cx.db(), seen.row.clone(), seen.inside, today).await?;
    let line = Line::new(&item.ok_or(Error::Missing("improvement"))?, today);
    let form = |part: Part, there: bool, fresh: FormView| match &sent {
        Some((of, kept)) if *of == part => Some(kept.clone()),
        _ => there.then_some(fresh),
    };
    let row = &seen.row;
    let due = row.due_on.map(|day| day.to_string()).unwrap_or_default();
    let owner = row.owner_id.map(|owner| owner.to_string()).unwrap_or_default();
    let agreed = FormView::new().with("owner", owner).with("due", due.clone());
    let moved = FormView::new().with("due", due);
    let words = FormView::new().with("title", row.title.as_str()).with("text", row.text.as_str());
    let waits = matches!(step, Step::Idea | Step::Later);
    let open = matches!(step, Step::Yes | Step::Agreed);
    Ok(Show {
        text: row.text.clone(),
        inside: seen.inside,
        version: row.version,
        answer: form(Part::Answer, seen.answers && waits, FormView::new()),
        agree: form(Part::Agree, seen.answers && open, agreed),
        day: form(Part::Day, seen.does && !seen.answers && step == Step::Agreed, moved),
        finish: form(Part::Finish, seen.does && (open || waits), FormView::new()),
        words: form(Part::Words, seen.answers, words),
        owners,
        missed: missed::of(cx, id).await?,
        back: back(cx, &seen),
        line,
    })
}

fn back(cx: &Context, seen: &Seen) -> &'static str {
    match seen.row.department_id {
        Some(team) if cx.actor().leads(&[team]) => "/team/improvements",
        _ if seen.inside && !cx.actor().may_hear_all() => "/improvements/mine",
        _ => "/improvements",
    }
}

/// Who could do it: whoever looks, and the people of the team.
async fn owners(cx: &Context, seen: &Seen, today: NaiveDate) -> Result<Vec<Choice>> {
    let mut people = match seen.row.department_id {
        Some(team) => placement::people_of(cx.db(), team, today).await?,
        None => Vec::new(),
    };
    if people.len() > MOST {
        people.clear();
    }
    if let Some(viewer) = cx.viewer().map(|viewer| &viewer.person)
        && people.iter().all(|one| one.id != viewer.id)
    {
        people.insert(0, viewer.clone());
    }
    Ok(people.iter().map(|one| Choice { value: one.id.to_string(), label: full_name(one) }).collect())
}

/// Finds it for who may take this step, before anything of the form is read.
async fn open(cx: &Context, id: ImprovementId, may: impl Fn(&Seen) -> bool) -> Result<()> {
    let today = cx.house().policy.day(cx.now());
    let seen = improvement::find(cx.db(), cx.actor(), id, today).await?;
    if may(&seen) { Ok(()) } else { Err(Error::Missing("improvement")) }
}

/// To the page with what was done, or the form given back.
async fn done(
    cx: &Context,
    id: ImprovementId,
    (form, part): (&Form, Part),
    result: Result<&'static str>,
) -> poem::Result<Response> {
    match result {
        Ok(said) => Ok(cx.go(format!("/improvements/{id}")).saying(Sentence::new(said)).into()),
        Err(error) => {
            let kept = cx.again(form, &[], error)?;
            let status = kept.status;
            // Somebody else may have taken the step: then there is no form for it any more, but what was typed is kept.
            let status = if status == StatusCode::OK { StatusCode::CONFLICT } else { status };
            cx.page_as(status, &view(cx, id, Some((part, kept))).await?)
        }
    }
}

/// Answers; with an owner and a day it is agreed on at once.
#[handler]
pub async fn give_answer(cx: Context, Path(id): Path<ImprovementId>, form: Form) -> poem::Result<Response> {
    open(&cx, id, |seen| seen.answers).await?;
    let result = answered(&cx, id, &form).await;
    done(&cx, id, (&form, Part::Answer), result).await
}

async fn answered(cx: &Context, id: ImprovementId, form: &Form) -> Result<&'static str> {
    let mut read = form.read();
    let version = version(form);
    let answer = read.choice("answer", Answer::from_code);
    let answer = read.needed("answer", answer);
    let reason = match answer {
        Some(Answer::No | Answer::Later) => read.required("because", TEXT),
        Some(Answer::Yes) | None => String::new(),
    };
    let with_owner =
        answer == Some(Answer::Yes) && ["owner", "other", "due"].iter().any(|name| form.has(name));
    let due = if with_owner { read.date("due") } else { None };
    let due = if with_owner { read.needed("due", due) } else { None };
    read.done()?;
    let owner = if with_owner { Some(owner(cx, form).await?) } else { None };
    let reply = &match answer {
        Some(Answer::No) => Reply::No(reason),
        Some(Answer::Later) => Reply::Later(reason),
        Some(Answer::Yes) | None => Reply::Yes,
    };
    let agreed = owner.zip(due);
    let write = |change: std::sync::Arc<_>| async move {
        match agreed {
            Some(agreed) => step::agree(&change, id, version, agreed).await,
            None => step::answer(&change, id, version, reply).await,
        }
    };
    cx.write_once(form, write).await?;
    Ok("improvement-said-answered")
}

/// Agrees on who does it and by when.
#[handler]
pub async fn agree(cx: Context, Path(id): Path<ImprovementId>, form: Form) -> poem::Result<Response> {
    open(&cx, id, |seen| seen.answers).await?;
    let result = agreed(&cx, id, &form).await;
    done(&cx, id, (&form, Part::Agree), result).await
}

async fn agreed(cx: &Context, id: ImprovementId, form: &Form) -> Result<&'static str> {
    let version = version(form);
    let due = due(form)?;
    let owner = owner(cx, form).await?;
    let write =
        |change: std::sync::Arc<_>| async move { step::agree(&change, id, version, (owner, due)).await };
    cx.write_once(form, write).await?;
    Ok("improvement-said-agreed")
}

/// Moves the day.
#[handler]
pub async fn move_day(cx: Context, Path(id): Path<ImprovementId>, form: Form) -> poem::Result<Response> {
    open(&cx, id, |seen| seen.does).await?;
    let result = moved(&cx, id, &form).await;
    done(&cx, id, (&form, Part::Day), result).await
}

async fn moved(cx: &Context, id: ImprovementId, form: &Form) -> Result<&'static str> {
    let (version, due) = (version(form), due(form)?);
    let write = |change: std::sync::Arc<_>| async move { step::move_day(&change, id, version, due).await };
    cx.write_once(form, write).await?;
    Ok("improvement-said-moved")
}

/// It is done.
#[handler]
pub async fn finish(cx: Context, Path(id): Path<ImprovementId>, form: Form) -> poem::Result<Response> {
    open(&cx, id, |seen| seen.does).await?;
    let (version, effect) = (version(&form), &form.text("effect").to_owned());
    let write = |change: std::sync::Arc<_>| async move { step::finish(&change, id, version, effect).await };
    let result = cx.write_once(&form, write).await.map(|()| "improvement-said-done");
    done(&cx, id, (&form, Part::Finish), result).await
}

/// Writes its words anew.
#[handler]
pub async fn rewrite(cx: Context, Path(id): Path<ImprovementId>, form: Form) -> poem::Result<Response> {
    open(&cx, id, |seen| seen.answers).await?;
    let result = rewritten(&cx, id, &form).await;
    done(&cx, id, (&form, Part::Words), result).await
}

async fn rewritten(cx: &Context, id: ImprovementId, form: &Form) -> Result<&'static str> {
    let mut read = form.read();
    let (title, text) = (&read.required("title", TITLE), &read.optional("text", TEXT));
    read.done()?;
    let version = version(form);
    let write =
        |change: std::sync::Arc<_>| async move { step::rewrite(&change, id, version, (title, text)).await };
    cx.write_once(form, write).await?;
    Ok("improvement-said-rewritten")
}

/// The version that the viewer saw; none for a form that does not say, which is then never the newest.
fn version(form: &Form) -> i32 {
    form.text("version").parse().unwrap_or_default()
}

fn due(form: &Form) -> Result<NaiveDate> {
    let mut read = form.read();
    let due = read.date("due");
    let due = read.needed("due", due);
    read.done()?;
    due.ok_or_else(|| Field::new("due", "required").into())
}

/// Who was chosen, or named by mail address or number.
async fn owner(cx: &Context, form: &Form) -> Result<PersonId> {
    let other = form.text("other");
    if other.is_empty() {
        let chosen = form.text("owner").parse();
        return chosen.map_err(|_| Field::new("owner", "required").into());
    }
    let found = directory::by_handles(cx.db(), &[other.to_owned()]).await?;
    let found = found.first().map(|person| person.id);
    found.ok_or_else(|| Field::new("other", "deputy-unknown").into())
}
