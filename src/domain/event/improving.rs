//! What happened to improvements and themes.

use entity::id::*;
use serde::Serialize;

use super::Event;

/// As [`Event`], of what conversations bring about.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Improving {
    /// Nobody's name: an idea is of a team.
    IdeaRaised {
        improvement: ImprovementId,
        department: Option<DepartmentId>,
    },
    IdeaAnswered {
        improvement: ImprovementId,
        answer: &'static str,
    },
    /// It has an owner and a day, also when one of them changed.
    ImprovementAgreed {
        improvement: ImprovementId,
        moved: bool,
    },
    ImprovementDone {
        improvement: ImprovementId,
        quick: bool,
    },
    /// Its words were written anew.
    ImprovementRewritten {
        improvement: ImprovementId,
    },
    ThemeAdded {
        theme: ThemeId,
    },
    ThemeRenamed {
        theme: ThemeId,
    },
    ThemeMerged {
        theme: ThemeId,
        into: ThemeId,
    },
    /// Or taken into use again.
    ThemeRetired {
        theme: ThemeId,
        retired: bool,
    },
    /// Conversations with a free tag have a theme now.
    TagPromoted {
        theme: ThemeId,
        conversations: u64,
    },
    DilemmasWritten {
        theme: ThemeId,
        dilemmas: usize,
    },
    /// Workshops that help with a theme were chosen.
    HelpChosen {
        theme: ThemeId,
        workshops: usize,
    },
}

impl From<Improving> for Event {
    fn from(event: Improving) -> Self {
        Self::Improving(event)
    }
}
