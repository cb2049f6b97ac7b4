//! Planning a conversation, and changing it.

use std::collections::HashSet;

use entity::{conversation::ConversationKind, id::*};
use poem::{Response, handler, web::Path};
use serde::Serialize;

use super::{
    choice::Choice,
    conversation_list::{self as lists, address},
};
use crate::{
    domain::{
        dialogue::{
            conversation::{
                self,
                plan::{self, LENGTH, MINUTES, Plan},
            },
            unit::units,
        },
        error::{Error, Result},
        people::{department, person::full_name},
        search,
    },
    web::{
        context::Context,
        form::Form,
        refill::{FormView, Kept},
        sentence::Sentence,
        view::View,
    },
};

/// Teams that are shown to choose from; the others are found by name.
const SHOWN: usize = 30;
/// How long a conversation lasts when nobody says otherwise.
const USUAL: &str = "90";

/// The form.
#[derive(Serialize)]
pub struct Edit {
    form: FormView,
    /// Where it is sent.
    action: String,
    /// Where one comes from.
    back: String,
    fresh: bool,
    kinds: Vec<&'static str>,
    teams: Vec<Choice>,
    /// Whether there are more teams than are shown.
    more: bool,
    /// Who can hold it; empty for who plans for themselves.
    facilitators: Vec<Choice>,
}

impl View for Edit {
    const TEMPLATE: &'static str = "dialogue/conversation/form.html";

    fn title(&self) -> Sentence {
        Sentence::new(if self.fresh { "conversation-new" } else { "conversation-change" })
    }

    fn samples() -> Vec<Self> {
        let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
        let face = |form: FormView, fresh, more| Self {
            form,
            action: "/conversations".into(),
            back: "/conversations".into(),
            fresh,
            kinds: ConversationKind::ALL.iter().map(|kind| kind.code()).collect(),
            teams: vec![choice("1", "Post en archief (Bedrijfsvoering)"), choice("2", "Telefoon en chat")],
            more,
            facilitators: if more { vec![choice("1", "Sem Bakker")] } else { Vec::new() },
        };
        let wrong = FormView::new().wrong("teams", "Vul dit in.").wrong("partner", "Vul dit in.");
        vec![
            face(FormView::new().with_all("teams", ["1"]), true, true),
            face(FormView::new().with("kind", "panel"), false, false),
            face(wrong, true, false),
        ]
    }
}

/// An empty form; with a team in the address that one is chosen.
#[handler]
pub async fn new(cx: Context) -> poem::Result<Response> {
    let form = FormView::new()
        .with("kind", ConversationKind::Team.code())
        .with("minutes", USUAL)
        .with("place", cx.query().search("place"))
        .with_all("teams", cx.query().all("team"))
        .with("facilitator", cx.me()?.to_string());
    cx.page(&view(&cx, None, form, "").await?)
}

/// The form with what is planned.
#[handler]
pub async fn edit(cx: Context, Path(id): Path<ConversationId>) -> poem::Result<Response> {
    let row = lists::line(&cx, id).await?.row;
    let teams = conversation::teams(cx.db(), id).await?;
    let local = row.starts_at.with_timezone(&cx.house().policy.zone);
    let form = FormView::new()
        .with("kind", row.kind.code())
        .with_all("teams", teams.iter().map(|team| team.id.to_string()))
        .with("partner", row.partner.unwrap_or_default())
        .with("serviceArea", row.service_area.unwrap_or_default())
        .with("date", local.date_naive().to_string())
        .with("time", local.format("%H:%M").to_string())
        .with("minutes", row.minutes.to_string())
        .with("place", row.place)
        .with("facilitator", row.facilitator_id.map(|id| id.to_string()).unwrap_or_default());
    cx.page(&view(&cx, Some(id), form, "").await?)
}

/// Plans it.
#[handler]
pub async fn create(cx: Context, form: Form) -> poem::Result<Response> {
    if form.text("step") == "find" {
        return find(&cx, None, &form).await;
    }
    match planned(&cx, &form).await {
        Ok(id) => Ok(cx.go(address(id)).saying(Sentence::new("conversation-planned-said")).into()),
        Err(error) => again(&cx, None, &form, error).await,
    }
}

/// Plans it otherwise.
#[handler]
pub async fn update(cx: Context, Path(id): Path<ConversationId>, form: Form) -> poem::Result<Response> {
    if form.text("step") == "find" {
        return find(&cx, Some(id), &form).await;
    }
    match changed(&cx, id, &form).await {
        Ok(()) => Ok(cx.go(address(id)).saying(Sentence::new("conversation-changed-said")).into()),
        Err(error) => again(&cx, Some(id), &form, error).await,
    }
}

/// The same form with the teams that were looked for.
async fn find(cx: &Context, id: Option<ConversationId>, form: &Form) -> poem::Result<Response> {
    let kept = FormView::new().keeping(form, &["teams"]).without("step");
    cx.page(&view(cx, id, kept, form.text("search")).await?)
}

async fn again(
    cx: &Context,
    id: Option<ConversationId>,
    form: &Form,
    error: Error,
) -> poem::Result<Response> {
    let kept = cx.again(form, &["teams"], error)?;
    cx.page_as(kept.status, &view(cx, id, kept, form.text("search")).await?)
}

async fn planned(cx: &Context, form: &Form) -> Result<ConversationId> {
    let plan = &read(cx, form)?;
    cx.write_once(form, |change| async move { plan::plan(&change, plan).await }).await
}

async fn changed(cx: &Context, id: ConversationId, form: &Form) -> Result<()> {
    lists::line(cx, id).await?;
    let plan = &read(cx, form)?;
    cx.write_once(form, |change| async move { plan::replan(&change, id, plan).await }).await
}

fn read(cx: &Context, form: &Form) -> Result<Plan> {
    let mut read = form.read();
    let kind = read.choice("kind", ConversationKind::from_code);
    let kind = read.needed("kind", kind);
    let teams = read.choices("teams", |text| text.parse().ok());
    let (partner, service_area) = (read.optional("partner", LENGTH), read.optional("serviceArea", LENGTH));
    let starts_at = read.moment("date", "time", cx.house().policy.zone);
    for name in ["date", "time"] {
        if !form.has(name) {
            read.needed::<()>(name, None);
        }
    }
    let minutes = read.number("minutes", MINUTES.0, MINUTES.1);
    let minutes = read.needed("minutes", minutes);
    let place = read.required("place", LENGTH);
    let facilitator = read.choice("facilitator", |text| text.parse().ok());
    read.done()?;
    let (Some(kind), Some(starts_at), Some(minutes)) = (kind, starts_at, minutes) else {
        return Err(Error::Missing("conversation"));
    };
    Ok(Plan { kind, teams, partner, service_area, starts_at, minutes, place, facilitator })
}

async fn view(cx: &Context, id: Option<ConversationId>, form: FormView, search: &str) -> Result<Edit> {
    if let Some(id) = id {
        lists::line(cx, id).await?;
    }
    let (teams, more) = choices(cx, &form, search).await?;
    let facilitators = match cx.actor().may_hear_all() {
        true => plan::facilitators(cx.db()).await?,
        false => Vec::new(),
    };
    let person = |one: &entity::person::Model| Choice { value: one.id.to_string(), label: full_name(one) };
    let here = id.map_or_else(|| "/conversations".to_owned(), address);
    Ok(Edit {
        form,
        action: here.clone(),
        back: here,
        fresh: id.is_none(),
        kinds: ConversationKind::ALL.iter().map(|kind| kind.code()).collect(),
        teams,
        more,
        facilitators: facilitators.iter().map(person).collect(),
    })
}

/// What is chosen, then what was looked for; and whether there is more.
async fn choices(cx: &Context, form: &FormView, text: &str) -> Result<(Vec<Choice>, bool)> {
    let tree = department::tree(cx.db()).await?;
    let all = units(&tree);
    let chosen: HashSet<String> = match form.values.get("teams") {
        Some(Kept::Many(all)) => all.iter().cloned().collect(),
        Some(Kept::One(_)) | None => HashSet::new(),
    };
    let words: Vec<_> = search::beginnings(text).into_iter().collect();
    let named = |unit: &&&department::Department| {
        let known = search::words(&unit.name);
        words.iter().all(|word| known.iter().any(|one| one.starts_with(word.as_str())))
    };
    let (mine, others): (Vec<_>, Vec<_>) = all.iter().partition(|unit| chosen.contains(&unit.id.to_string()));
    let found: Vec<_> = others.iter().filter(named).collect();
    let more = all.len() > SHOWN;
    let choice = |unit: &department::Department| {
        let above = unit.parent_id.and_then(|id| tree.get(id)).map(|one| one.name.as_str());
        let label = above.map_or_else(|| unit.name.clone(), |above| format!("{} ({above})", unit.name));
        Choice { value: unit.id.to_string(), label }
    };
    let shown = found.into_iter().take(SHOWN).map(|unit| choice(unit));
    Ok((mine.iter().map(|unit| choice(unit)).chain(shown).collect(), more))
}
