//! Public forms: making one, printing its code for a poster, and closing it.

use chrono::NaiveDate;
use entity::{
    feedback::Channel,
    id::{DepartmentId, FeedbackFormId},
};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::feedback_new::departments;
use crate::{
    domain::{
        error::Result,
        service::feedback::form::{self, NAME_LENGTH, New},
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, qr::Picture, refill::FormView,
        sentence::Sentence, view::View,
    },
};

/// Every form.
#[derive(Serialize)]
pub struct Index {
    form: FormView,
    forms: Vec<Line>,
    channels: Vec<Channel>,
    departments: Vec<Choice>,
}

/// A form.
#[derive(Clone, Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    channel: Channel,
    department: Option<String>,
    opened_on: NaiveDate,
    closed_on: Option<NaiveDate>,
}

impl Line {
    fn new(row: &form::Form, department: Option<String>) -> Self {
        Self {
            href: format!("/desk/feedback/forms/{}", row.id),
            name: row.name.clone(),
            channel: row.channel,
            department,
            opened_on: row.opened_on,
            closed_on: row.closed_on,
        }
    }

    fn sample(closed: bool) -> Self {
        Self {
            href: "/desk/feedback/forms/1".into(),
            name: "Poster in de hal".into(),
            channel: Channel::Counter,
            department: Some("Klantcontact".into()),
            opened_on: NaiveDate::default(),
            closed_on: closed.then(NaiveDate::default),
        }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "service/feedback/forms.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-forms")
    }

    fn samples() -> Vec<Self> {
        let face = |form, forms| Self {
            form,
            forms,
            channels: Channel::ALL.to_vec(),
            departments: vec![Choice { value: "1".into(), label: "Klantcontact".into() }],
        };
        vec![
            face(FormView::new(), vec![Line::sample(false), Line::sample(true)]),
            face(FormView::new().wrong("name", "Vul een naam in."), vec![]),
        ]
    }
}

/// One form, with its code for a poster.
#[derive(Serialize)]
pub struct Show {
    form: FormView,
    line: Line,
    /// Where residents fill it in.
    href: String,
    /// The same as one says it and types it.
    spoken: String,
    code: Option<Picture>,
}

impl View for Show {
    const TEMPLATE: &'static str = "service/feedback/poster.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-form").with("name", self.line.name.as_str())
    }

    fn samples() -> Vec<Self> {
        let address = "https://olievlek.example/feedback/K7MP4TXA";
        let face = |closed| Self {
            form: FormView::new(),
            line: Line::sample(closed),
            href: "/feedback/K7MP4TXA".into(),
            spoken: "olievlek.example/feedback/K7MP4TXA".into(),
            code: Picture::of(address.into()).filter(|_| !closed),
        };
        vec![face(false), face(true)]
    }
}

/// All of them, and a new one.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    cx.page(&view(&cx, FormView::new().with("channel", Channel::Counter.code())).await?)
}

/// Opens a form, and shows its code.
#[handler]
pub async fn open(cx: Context, form: Form) -> poem::Result<Response> {
    match opened(&cx, &form).await {
        Ok(id) => {
            let there = format!("/desk/feedback/forms/{id}");
            Ok(cx.go(there).saying(Sentence::new("feedback-form-opened")).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

async fn opened(cx: &Context, form: &Form) -> Result<FeedbackFormId> {
    let mut read = form.read();
    let name = read.required("name", NAME_LENGTH);
    let channel = read.choice("channel", Channel::from_code);
    let channel = read.needed("channel", channel);
    let department = read.choice("department", |text| text.parse::<DepartmentId>().ok());
    read.done()?;
    let new = &New { name, channel: channel.unwrap_or(Channel::Counter), department };
    cx.write_once(form, |change| async move { form::open(&change, new).await }).await
}

async fn view(cx: &Context, form: FormView) -> Result<Index> {
    let (tree, rows) = (cx.tree().await?, form::list(cx.db()).await?);
    let name = |id| tree.get(id).map(|department| department.name.clone());
    Ok(Index {
        form,
        forms: rows.iter().map(|row| Line::new(row, row.department_id.and_then(name))).collect(),
        channels: Channel::ALL.to_vec(),
        departments: departments(cx).await?,
    })
}

/// One form.
#[handler]
pub async fn show(cx: Context, Path(id): Path<FeedbackFormId>) -> poem::Result<Response> {
    let row = form::find(cx.db(), id).await?;
    let tree = cx.tree().await?;
    let name = row.department_id.and_then(|id| tree.get(id)).map(|department| department.name.clone());
    let href = format!("/feedback/{}", row.link_key);
    let address = format!("{}{href}", cx.base_url());
    let spoken = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).to_owned();
    let code = Picture::of(address).filter(|_| row.closed_on.is_none());
    cx.page(&Show { form: FormView::new(), line: Line::new(&row, name), href, spoken, code })
}

/// Closes it.
#[handler]
pub async fn close(cx: Context, Path(id): Path<FeedbackFormId>, form: Form) -> poem::Result<Response> {
    cx.write_once(&form, |change| async move { form::close(&change, id).await }).await?;
    Ok(cx.go("/desk/feedback/forms").saying(Sentence::new("feedback-form-closed")).into())
}
