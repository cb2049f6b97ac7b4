//! Assigning a workshop or a track: who, before when and why; first shown what it would mean.

use entity::id::*;
use poem::{Response, handler};
use serde::Serialize;

use super::{
    assignment::{Room, Shortage, audience},
    session_choose::Choice,
};
use crate::{
    domain::{
        error::{Error, Field, Result},
        learning::{
            assignment::{
                self, Draft, Due, Group, MOST_DAYS, MOST_YEARS, REASON_LENGTH, Subject,
                preview::{self, Preview},
            },
            audience::{self as audiences, Meaning, Rule},
            track, workshop,
        },
        people::{directory, placement},
    },
    web::{context::Context, form::Form, refill::FormView, sentence::Sentence, view::View},
};

/// More lines than anybody types.
const MOST_PEOPLE: usize = 500;

/// The form.
#[derive(Serialize)]
pub struct New {
    base: &'static str,
    form: FormView,
    subjects: Vec<Choice>,
    preview: Option<Shown>,
}

/// What it would mean.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    people: u64,
    steps: Vec<Step>,
}

#[derive(Clone, Debug, Serialize)]
struct Step {
    done: u64,
    placed: u64,
    shortage: Shortage,
}

impl View for New {
    const TEMPLATE: &'static str = "learning/assignment/new.html";

    fn title(&self) -> Sentence {
        Sentence::new("assignment-new-title")
    }

    fn samples() -> Vec<Self> {
        let subject = Choice { value: "workshop:1".into(), label: "Helder schrijven".into() };
        let face = |form, preview| Self {
            base: "/team/assignments",
            form,
            subjects: vec![subject.clone()],
            preview,
        };
        let step = |short| Step { done: 2, placed: 1, shortage: Shortage::sample(short) };
        let shown = Shown { people: 40, steps: vec![step(3), step(0)] };
        let wrong = FormView::new().wrong("who", "Vul in voor wie het is.");
        vec![
            face(FormView::new(), None),
            face(wrong, None),
            face(FormView::new().with("reason", "Nodig"), Some(shown)),
        ]
    }
}

/// The form, with what the address says; for a head for the own departments.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let who = cx.query().text("who");
    let who = if who.is_empty() { audience(&cx, &room).await? } else { who.to_owned() };
    let form = FormView::new()
        .with("who", who)
        .with("training", cx.query().text("training"))
        .with("reason", cx.query().text("reason"));
    cx.page(&view(&cx, &room, form, None).await?)
}

/// Shows what it would mean, and on the second press assigns.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    let room = Room::of(&cx);
    let sure = form.text("step") == "make";
    match act(&cx, &room, &form, sure).await {
        Ok(Done::Made(id)) => {
            Ok(cx.go(format!("{}/{id}", room.base)).saying(Sentence::new("assignment-made")).into())
        }
        Ok(Done::Shown(preview)) => {
            let kept = FormView::new().keeping(&form, &[]).without("step");
            cx.page(&view(&cx, &room, kept, Some(shown(&cx, &preview))).await?)
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, &room, kept, None).await?)
        }
    }
}

enum Done {
    Made(AssignmentId),
    Shown(Box<Preview>),
}

async fn act(cx: &Context, room: &Room, form: &Form, sure: bool) -> Result<Done> {
    let draft = &read(cx, room, form).await?;
    if sure {
        let make = |change: std::sync::Arc<_>| async move { assignment::make(&change, draft).await };
        return Ok(Done::Made(cx.write_once(form, make).await?));
    }
    let at = (&*cx.house().policy, cx.now());
    Ok(Done::Shown(Box::new(preview::preview(cx.db(), cx.actor(), draft, at).await?)))
}

fn shown(_: &Context, preview: &Preview) -> Shown {
    let step = |step: &preview::Step| Step {
        done: step.done,
        placed: step.placed,
        shortage: Shortage::new(&step.workshop.title, step.demand, None),
    };
    Shown { people: preview.people, steps: preview.steps.iter().map(step).collect() }
}

async fn view(cx: &Context, room: &Room, form: FormView, preview: Option<Shown>) -> Result<New> {
    let tracks = track::list(cx.db()).await?.into_iter().filter(|one| one.retired_at.is_none());
    let tracks = tracks.map(|one| Choice {
        value: format!("track:{}", one.id),
        label: cx.say(&Sentence::new("assignment-track-named").with("title", one.title)),
    });
    let workshops = workshop::published(cx.db()).await?.into_iter();
    let workshops = workshops.map(|one| Choice { value: format!("workshop:{}", one.id), label: one.title });
    Ok(New { base: room.base, form, subjects: tracks.chain(workshops).collect(), preview })
}

async fn read(cx: &Context, room: &Room, form: &Form) -> Result<Draft> {
    let mut read = form.read();
    let subject = read.choice("training", subject);
    let subject = read.needed("training", subject);
    let (due_on, days) = (read.date("dueOn"), read.number("dueDays", 1, MOST_DAYS));
    let due = match (due_on, days) {
        (Some(day), None) => Some(Due::On(day)),
        (None, Some(days)) => Some(Due::After(days)),
        (Some(_), Some(_)) => {
            read.refuse(Field::new("dueOn", "day-or-days"));
            None
        }
        (None, None) => {
            if !form.has("dueOn") && !form.has("dueDays") {
                read.refuse(Field::new("dueOn", "required"));
            }
            None
        }
    };
    let reason = read.required("reason", REASON_LENGTH);
    let repeat_years = read.number("repeatYears", 1, MOST_YEARS);
    let mut groups = Vec::new();
    for found in [by_text(cx, room, form.text("who")).await, by_name(cx, room, form.text("people")).await] {
        match found {
            Ok(found) => groups.extend(found),
            Err(Error::Invalid(problems)) => problems.into_iter().for_each(|problem| read.refuse(problem)),
            Err(error) => return Err(error),
        }
    }
    let given = (subject, due);
    read.done()?;
    match given {
        (Some(subject), Some(due)) => Ok(Draft { subject, groups, due, reason, repeat_years }),
        _ => Err(Field::new("training", "required").into()),
    }
}

fn subject(code: &str) -> Option<Subject> {
    let (kind, id) = code.split_once(':')?;
    match kind {
        "workshop" => id.parse().ok().map(Subject::Workshop),
        "track" => id.parse().ok().map(Subject::Track),
        _ => None,
    }
}

/// Departments and job titles; "iedereen" for the own people of a head, or for all.
async fn by_text(cx: &Context, room: &Room, text: &str) -> Result<Vec<Group>> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let tree = cx.tree().await?;
    let tops: Vec<DepartmentId> = match &room.departments {
        Some(own) => {
            let top = |id: &&DepartmentId| {
                tree.get(**id).and_then(|one| one.parent_id).is_none_or(|parent| !own.contains(&parent))
            };
            own.iter().filter(top).copied().collect()
        }
        None => tree.nodes().iter().filter(|node| node.depth == 0).map(|node| node.department.id).collect(),
    };
    let rules = match audiences::resolve(cx.db(), text).await? {
        Meaning::Everyone => return Ok(tops.into_iter().map(Group::Department).collect()),
        Meaning::Unknown(parts) => {
            return Err(Field::new("who", "audience-unknown").with("parts", parts.join(", ")).into());
        }
        Meaning::Only(rules) => rules,
    };
    let mut groups = Vec::new();
    for rule in rules {
        match rule {
            Rule::Department(id) => groups.push(Group::Department(id)),
            Rule::External => return Err(Field::new("who", "not-a-choice").into()),
            Rule::JobProfile(title) if room.departments.is_none() => {
                groups.push(Group::JobProfile { title, within: None });
            }
            Rule::JobProfile(title) => {
                groups.extend(
                    tops.iter().map(|id| Group::JobProfile { title: title.clone(), within: Some(*id) }),
                );
            }
        }
    }
    Ok(groups)
}

/// People by mail address or number. For a head nobody exists but the own people.
async fn by_name(cx: &Context, room: &Room, text: &str) -> Result<Vec<Group>> {
    let handles: Vec<String> = text
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '<' | '>' | '"'))
        .filter(|word| word.contains(|sign: char| sign == '@' || sign.is_ascii_digit()))
        .map(str::to_owned)
        .collect();
    if handles.len() > MOST_PEOPLE {
        return Err(Field::new("people", "too-many-lines").with("max", MOST_PEOPLE).into());
    }
    if handles.is_empty() {
        let nobody = text.trim().is_empty();
        return if nobody { Ok(Vec::new()) } else { Err(Field::new("people", "unknown-person").into()) };
    }
    let mut found = directory::by_handles(cx.db(), &handles).await?;
    if let Some(own) = &room.departments {
        let ids: Vec<_> = found.iter().map(|person| person.id).collect();
        let works = placement::of_people(cx.db(), &ids, cx.house().policy.day(cx.now())).await?;
        found.retain(|person| works.get(&person.id).is_some_and(|at| at.iter().any(|id| own.contains(id))));
    }
    let known = |handle: &&String| {
        let is =
            |text: &Option<String>| text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case(handle));
        found.iter().any(|one| is(&one.email) || is(&one.employee_number) || one.id.to_string() == **handle)
    };
    let unknown: Vec<_> = handles.iter().filter(|handle| !known(handle)).cloned().collect();
    if !unknown.is_empty() {
        return Err(Field::new("people", "people-unknown").with("parts", unknown.join(", ")).into());
    }
    Ok(found.into_iter().map(|person| Group::Person(person.id)).collect())
}
