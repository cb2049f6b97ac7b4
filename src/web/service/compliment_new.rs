//! Entering a compliment, and changing who may be told.

use entity::{
    compliment::{Shape, Telling},
    feedback::Channel,
    id::{ComplimentId, DepartmentId},
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::feedback_new::departments;
use crate::{
    domain::{
        error::{Error, Result},
        service::{
            compliment::{self, LENGTH},
            feedback::mask::LEFT_OUT,
        },
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// The form.
#[derive(Serialize)]
pub struct New {
    form: FormView,
    shapes: Vec<Shape>,
    tellings: Vec<Telling>,
    channels: Vec<Channel>,
    departments: Vec<Choice>,
    left_out: &'static str,
}

impl View for New {
    const TEMPLATE: &'static str = "service/compliment/new.html";

    fn title(&self) -> Sentence {
        Sentence::new("compliment-new")
    }

    fn samples() -> Vec<Self> {
        let face = |form| Self {
            form,
            departments: vec![Choice { value: "1".into(), label: "Vergunningen".into() }],
            ..Self::bare(FormView::new())
        };
        vec![face(FormView::new()), face(FormView::new().wrong("text", "Vul dit in."))]
    }
}

impl New {
    fn bare(form: FormView) -> Self {
        Self {
            form,
            shapes: Shape::ALL.to_vec(),
            tellings: Telling::ALL.to_vec(),
            channels: Channel::ALL.to_vec(),
            departments: Vec::new(),
            left_out: LEFT_OUT,
        }
    }
}

/// The form.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let form = FormView::new()
        .with("shape", Shape::Words.code())
        .with("telling", Telling::Team.code())
        .with("receivedOn", cx.house().policy.day(cx.now()).to_string());
    cx.page(&view(&cx, form).await?)
}

/// Enters it.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match entered(&cx, &form).await {
        Ok(_) => Ok(cx.go("/compliments").saying(Sentence::new("compliment-entered")).into()),
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn entered(cx: &Context, form: &Form) -> Result<ComplimentId> {
    // In the order of the form, so that mistakes are told in that order.
    let mut read = form.read();
    let text = read.required("text", LENGTH);
    let shape = read.choice("shape", Shape::from_code);
    let shape = read.needed("shape", shape);
    let asked = read.ticked("asked");
    let department = read.choice("department", |text| text.parse::<DepartmentId>().ok());
    let telling = read.choice("telling", Telling::from_code);
    let telling = read.needed("telling", telling);
    let channel = read.choice("channel", Channel::from_code);
    let day = read.date("receivedOn");
    let day = read.needed("receivedOn", day);
    read.done()?;
    // Reading has said what is wrong where something is not there.
    let ((shape, telling), received_on) = shape.zip(telling).zip(day).ok_or(Error::Forbidden)?;
    let entry = &compliment::New { shape, asked, text, channel, department, received_on, telling };
    cx.write_once(form, |change| async move { compliment::enter(&change, entry).await }).await
}

async fn view(cx: &Context, form: FormView) -> Result<New> {
    Ok(New { departments: departments(cx).await?, ..New::bare(form) })
}

/// Changes who may be told.
#[handler]
pub async fn tell(cx: Context, Path(id): Path<ComplimentId>, form: Form) -> poem::Result<Response> {
    compliment::find(cx.db(), id).await?;
    let mut read = form.read();
    let telling = read.choice("telling", Telling::from_code);
    let telling = read.needed("telling", telling);
    read.done()?;
    let telling = telling.ok_or(Error::Forbidden)?;
    cx.write_once(&form, |change| async move { compliment::tell(&change, id, telling).await }).await?;
    Ok(cx.go("/compliments").saying(Sentence::new("compliment-told")).into())
}
