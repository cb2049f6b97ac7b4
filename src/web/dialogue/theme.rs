//! What conversations are about: the list for everybody, and one theme with its dilemmas and the workshops that help.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::id::*;
use poem::{Response, handler, web::Path};
use serde::Serialize;

use crate::{
    domain::{
        dialogue::theme::{
            self, Theme, dilemma,
            talk::{self, Talk},
        },
        error::Result,
        learning::{theme_workshop, workshop},
    },
    text::Language,
    web::{
        context::Context, key, learning::session_choose::Choice, refill::FormView, row::Allow,
        sentence::Sentence, view::View,
    },
};

/// The list for everybody.
#[derive(Serialize)]
pub struct Index {
    published: Vec<Line>,
    /// Of the released summaries of the own team and of teams that the viewer heads.
    own: Vec<Line>,
    /// May keep the list, and see the table.
    keeps: bool,
    hears: bool,
}

/// A theme in a list.
#[derive(Clone, Debug, Serialize)]
pub(in crate::web) struct Line {
    pub id: String,
    pub name: String,
    /// In how many conversations it came up; nothing when they are too few to tell.
    pub conversations: Option<u64>,
}

impl Line {
    pub(in crate::web) fn new(cx: &Context, theme: &Theme, conversations: Option<u64>) -> Self {
        Self { id: theme.id.to_string(), name: name(cx, theme).to_owned(), conversations }
    }

    /// For samples.
    pub(in crate::web) fn sample(conversations: Option<u64>) -> Self {
        Self {
            id: "0190a1b2-0000-7000-8000-000000000004".into(),
            name: "Bereikbaar voor elkaar".into(),
            conversations,
        }
    }
}

/// What a theme is called in the language of the viewer.
pub(in crate::web) fn name<'a>(cx: &Context, theme: &'a Theme) -> &'a str {
    match cx.language() {
        Language::Dutch => &theme.name_nl,
        Language::English => &theme.name_en,
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "dialogue/theme/index.html";

    fn title(&self) -> Sentence {
        Sentence::new("themes-title")
    }

    fn samples() -> Vec<Self> {
        let face = |published, own, keeps| Self { published, own, keeps, hears: keeps };
        vec![
            face(vec![Line::sample(Some(4)), Line::sample(None)], vec![Line::sample(Some(1))], false),
            face(vec![], vec![], true),
        ]
    }
}

/// The conversations that were held, read once for all who look in the same moment.
pub(super) async fn talks(cx: &Context) -> Result<Arc<Vec<Talk>>> {
    let read = talk::talks(cx.db());
    cx.house().db.recent.or_read("talks".into(), cx.now(), read).await
}

/// What everybody reads, and what the own teams spoke of.
#[handler]
pub async fn index(cx: Context) -> poem::Result<Response> {
    let today = cx.house().policy.day(cx.now());
    let published = theme::published(cx.db(), &talks(&cx).await?).await?;
    let own = theme::of_teams(cx.db(), cx.actor(), today).await?;
    cx.page(&Index {
        published: published.iter().map(|(row, count)| Line::new(&cx, row, *count)).collect(),
        own: own.iter().map(|(row, count)| Line::new(&cx, row, Some(*count))).collect(),
        keeps: cx.may(Allow::Facilitator),
        hears: cx.may(Allow::Hearer),
    })
}

/// One theme.
#[derive(Serialize)]
pub struct Show {
    id: String,
    name: String,
    conversations: Option<u64>,
    retired_on: Option<NaiveDate>,
    into: Option<Line>,
    parts: Vec<Line>,
    before: Vec<Before>,
    dilemmas: Vec<Dilemma>,
    workshops: Vec<Help>,
    /// The forms of who keeps the list.
    keep: Option<Keep>,
    /// The form of who chooses workshops.
    help: Option<FormView>,
    offered: Vec<Choice>,
}

/// What it was called until a day.
#[derive(Clone, Debug, Serialize)]
struct Before {
    name: String,
    until: NaiveDate,
}

/// A role, and between what it stands.
#[derive(Clone, Debug, Serialize)]
struct Dilemma {
    id: String,
    role: String,
    between: String,
}

/// A workshop that helps.
#[derive(Clone, Debug, Serialize)]
struct Help {
    title: String,
    href: String,
    /// Where a head assigns it.
    assign: Option<String>,
}

impl Help {
    fn sample() -> Self {
        Self {
            title: "Het eerste contact".into(),
            href: "/workshops/1".into(),
            assign: Some("/team/assignments/new?training=workshop%3A1".into()),
        }
    }
}

/// The forms of who keeps the list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Keep {
    pub names: FormView,
    pub merger: FormView,
    pub dilemma: FormView,
    /// What it can become part of.
    pub others: Vec<Choice>,
    pub key: String,
}

/// Which form was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Names,
    Merger,
    Dilemma,
    Help,
}

impl View for Show {
    const TEMPLATE: &'static str = "dialogue/theme/show.html";

    fn title(&self) -> Sentence {
        Sentence::plain(&self.name)
    }

    fn samples() -> Vec<Self> {
        let choice = || Choice { value: "1".into(), label: "Terugbellen".into() };
        let keep = Keep {
            names: FormView::new().with("nl", "Bereikbaar").with("en", "Within reach"),
            merger: FormView::new().wrong("into", "Kies een van de mogelijkheden."),
            dilemma: FormView::new(),
            others: vec![choice()],
            key: "k".into(),
        };
        let full = |keep: Option<Keep>| Self {
            id: "0190a1b2-0000-7000-8000-000000000004".into(),
            name: "Bereikbaar voor elkaar".into(),
            conversations: Some(4),
            retired_on: None,
            into: None,
            parts: vec![Line::sample(None)],
            before: vec![Before { name: "Bereikbaarheid".into(), until: NaiveDate::default() }],
            dilemmas: vec![Dilemma {
                id: "1".into(),
                role: "Vergunningverlener".into(),
                between: "meedenken en onpartijdig blijven".into(),
            }],
            workshops: vec![Help::sample()],
            help: keep.is_some().then(|| FormView::new().with_all("workshops", ["1"])),
            offered: vec![choice()],
            keep,
        };
        let bare = Self {
            conversations: None,
            retired_on: Some(NaiveDate::default()),
            into: Some(Line::sample(None)),
            parts: vec![],
            before: vec![],
            dilemmas: vec![],
            workshops: vec![],
            ..full(None)
        };
        vec![full(Some(keep)), full(None), bare]
    }
}

/// One theme.
#[handler]
pub async fn show(cx: Context, Path(id): Path<ThemeId>) -> poem::Result<Response> {
    cx.page(&view(&cx, id, None).await?)
}

pub(super) async fn view(cx: &Context, id: ThemeId, sent: Option<(Part, FormView)>) -> Result<Show> {
    let today = cx.house().policy.day(cx.now());
    let talks = talks(cx).await?;
    let whole = theme::find(cx.db(), cx.actor(), id, (&talks, today)).await?;
    let helps = theme_workshop::of_theme(cx.db(), id).await?;
    let kept = |part: Part| sent.as_ref().filter(|(of, _)| *of == part).map(|(_, form)| form.clone());
    let (help, offered) = if cx.may(Allow::Hearer) {
        let ticked = helps.iter().map(|one| one.id.to_string());
        let form = kept(Part::Help).unwrap_or_else(|| FormView::new().with_all("workshops", ticked));
        let all = workshop::published(cx.db()).await?;
        let choice = |one: entity::workshop::Model| Choice { value: one.id.to_string(), label: one.title };
        (Some(form), all.into_iter().map(choice).collect())
    } else {
        (None, Vec::new())
    };
    let helps = helps.iter().map(|one| Help {
        title: one.title.clone(),
        href: format!("/workshops/{}", one.id),
        assign: cx.may(Allow::Head).then(|| assign(cx, one.id, &whole.theme, None)),
    });
    Ok(Show {
        id: id.to_string(),
        name: name(cx, &whole.theme).to_owned(),
        conversations: talk::published(&talks).get(&id).copied(),
        retired_on: whole.theme.retired_on,
        into: whole.into.as_ref().map(|one| Line::new(cx, one, None)),
        parts: whole.parts.iter().map(|one| Line::new(cx, one, None)).collect(),
        before: before(cx, &whole),
        dilemmas: dilemmas(cx, id).await?,
        workshops: helps.collect(),
        keep: keep(cx, &whole.theme, kept).await?,
        help,
        offered,
    })
}

/// What it was called, the newest first.
fn before(cx: &Context, whole: &theme::Whole) -> Vec<Before> {
    let name = |row: &entity::theme_version::Model| match cx.language() {
        Language::Dutch => row.name_nl.clone(),
        Language::English => row.name_en.clone(),
    };
    whole.versions.iter().map(|row| Before { name: name(row), until: row.until_on }).collect()
}

async fn dilemmas(cx: &Context, id: ThemeId) -> Result<Vec<Dilemma>> {
    let dilemma = |row: dilemma::Dilemma| {
        let (role, between) = match cx.language() {
            Language::Dutch => (row.role_nl, row.between_nl),
            Language::English => (row.role_en, row.between_en),
        };
        Dilemma { id: row.id.to_string(), role, between }
    };
    Ok(dilemma::of(cx.db(), id).await?.into_iter().map(dilemma).collect())
}

async fn keep(cx: &Context, theme: &Theme, kept: impl Fn(Part) -> Option<FormView>) -> Result<Option<Keep>> {
    if !cx.may(Allow::Facilitator) {
        return Ok(None);
    }
    let others = theme::choices(cx.db()).await?;
    let others = others.iter().filter(|one| one.id != theme.id);
    let choice = |one: &Theme| Choice { value: one.id.to_string(), label: name(cx, one).to_owned() };
    let names = || FormView::new().with("nl", theme.name_nl.as_str()).with("en", theme.name_en.as_str());
    Ok(Some(Keep {
        names: kept(Part::Names).unwrap_or_else(names),
        merger: kept(Part::Merger).unwrap_or_default(),
        dilemma: kept(Part::Dilemma).unwrap_or_default(),
        others: others.map(choice).collect(),
        key: key::fresh(),
    }))
}

/// Where a head assigns a workshop because of a theme, with the form filled in.
pub(in crate::web) fn assign(
    cx: &Context,
    workshop: WorkshopId,
    theme: &Theme,
    who: Option<String>,
) -> String {
    let reason = Sentence::new("theme-reason").with("theme", name(cx, theme));
    let mut query = vec![("training", format!("workshop:{workshop}")), ("reason", cx.say(&reason))];
    query.extend(who.map(|who| ("who", who)));
    format!("/team/assignments/new?{}", serde_urlencoded::to_string(query).unwrap_or_default())
}
