//! Entering what a resident said on the telephone or on paper: again and again, without touching a mouse.

use entity::{
    feedback::{Channel, FeedbackWay},
    id::DepartmentId,
};
use poem::{Response, handler};
use serde::Serialize;

use super::feedback_public::{Questions, said};
use crate::{
    domain::{
        error::Result,
        people::department,
        service::feedback::{self, Entry},
    },
    web::{
        context::Context, form::Form, learning::session_choose::Choice, refill::FormView, sentence::Sentence,
        view::View,
    },
};

/// The ways in which a colleague hears it.
const WAYS: [FeedbackWay; 2] = [FeedbackWay::Colleague, FeedbackWay::Paper];

/// The form.
#[derive(Serialize)]
pub struct New {
    form: FormView,
    channels: Vec<Channel>,
    ways: Vec<FeedbackWay>,
    departments: Vec<Choice>,
    questions: Questions,
}

impl View for New {
    const TEMPLATE: &'static str = "service/feedback/new.html";

    fn title(&self) -> Sentence {
        Sentence::new("feedback-new")
    }

    fn samples() -> Vec<Self> {
        let face = |form| Self {
            form,
            channels: Channel::ALL.to_vec(),
            ways: WAYS.to_vec(),
            departments: vec![Choice { value: "1".into(), label: "Klantcontact".into() }],
            questions: Questions::default(),
        };
        vec![
            face(FormView::new().with("channel", "telephone").with("way", "colleague")),
            face(FormView::new().wrong("grade", "Vul iets in.")),
        ]
    }
}

/// The form. After one was entered it stands as it was, without what the resident said.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now()).to_string();
    let or = |name: &str, usual: &str| {
        let kept = cx.query().text(name);
        if kept.is_empty() { usual.to_owned() } else { kept.to_owned() }
    };
    let form = FormView::new()
        .with("channel", or("channel", Channel::Telephone.code()))
        .with("way", or("way", FeedbackWay::Colleague.code()))
        .with("receivedOn", or("receivedOn", &today))
        .with("department", or("department", ""));
    cx.page(&view(&cx, form).await?)
}

/// Enters it, and shows the form again.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    match entered(&cx, &form).await {
        Ok(()) => {
            let kept = ["channel", "way", "receivedOn", "department"].map(|name| (name, form.text(name)));
            let query = serde_urlencoded::to_string(kept).unwrap_or_default();
            let again = format!("/desk/feedback/new?{query}");
            Ok(cx.go(again).saying(Sentence::new("feedback-entered")).into())
        }
        Err(error) => {
            let kept = cx.again(&form, &[], error)?;
            cx.page_as(kept.status, &view(&cx, kept).await?)
        }
    }
}

/// Not under the key of the form: nothing is kept of who entered what.
async fn entered(cx: &Context, form: &Form) -> Result<()> {
    let mut read = form.read();
    let channel = read.choice("channel", Channel::from_code);
    let channel = read.needed("channel", channel);
    let way = read.choice("way", FeedbackWay::from_code).filter(|way| WAYS.contains(way));
    let day = read.date("receivedOn");
    let day = read.needed("receivedOn", day);
    let department = read.choice("department", |text| text.parse::<DepartmentId>().ok());
    read.done()?;
    let said = said(form)?;
    let (Some(channel), Some(received_on)) = (channel, day) else { return Ok(()) };
    let way = way.unwrap_or(FeedbackWay::Colleague);
    let entry = &Entry { channel, said, department, received_on, way };
    cx.write(|change| async move { feedback::enter(&change, entry).await.map(|_| ()) }).await
}

async fn view(cx: &Context, form: FormView) -> Result<New> {
    Ok(New {
        form,
        channels: Channel::ALL.to_vec(),
        ways: WAYS.to_vec(),
        departments: departments(cx).await?,
        questions: Questions::default(),
    })
}

/// The tree to choose from.
pub(super) async fn departments(cx: &Context) -> Result<Vec<Choice>> {
    let tree = cx.tree().await?;
    let choice = |node: &department::Node<'_>| Choice {
        value: node.department.id.to_string(),
        label: format!("{}{}", "– ".repeat(node.depth), node.department.name),
    };
    Ok(tree.nodes().iter().map(choice).collect())
}
