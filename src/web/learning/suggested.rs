//! For a head: workshops for what the own teams spoke of. Included by the page of a released summary and by that of the department.

use serde::Serialize;

use crate::{
    domain::learning::suggestion::Suggestion,
    web::{context::Context, dialogue::theme},
};

/// A workshop for teams, because of a theme: the argument of the macro in `templates/learning/suggestion/part.html`.
#[derive(Clone, Debug, Serialize)]
pub(in crate::web) struct Suggested {
    theme: String,
    workshop: String,
    href: String,
    teams: String,
    /// The form to assign it with, filled in.
    assign: String,
}

impl Suggested {
    pub(in crate::web) fn new(cx: &Context, one: &Suggestion) -> Self {
        let teams = one.teams.iter().map(|team| team.name.as_str()).collect::<Vec<_>>().join(", ");
        Self {
            theme: theme::name(cx, &one.theme).to_owned(),
            workshop: one.workshop.title.clone(),
            href: format!("/workshops/{}", one.workshop.id),
            assign: theme::assign(cx, one.workshop.id, &one.theme, Some(teams.clone())),
            teams,
        }
    }

    /// For samples.
    pub(in crate::web) fn sample() -> Self {
        Self {
            theme: "Terugbellen".into(),
            workshop: "Het eerste contact".into(),
            href: "/workshops/1".into(),
            teams: "Vergunningen".into(),
            assign: "/team/assignments/new?training=workshop%3A1".into(),
        }
    }
}
