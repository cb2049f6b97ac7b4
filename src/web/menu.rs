//! The menu of each person: the rows of this list that exist and that they may ask for.

use super::{
    context::Context,
    row::Allow,
    sentence::Sentence,
    view::{MenuEntry, MenuPart},
};

/// Words, address, who sees it.
const ENTRIES: [(&str, &str, Allow); 29] = [
    ("menu-home", "/", Allow::SignedIn),
    ("menu-workshops", "/workshops", Allow::Staff),
    ("menu-places", "/places", Allow::SignedIn),
    ("menu-improvements", "/improvements", Allow::Staff),
    ("promises-title", "/promises", Allow::Staff),
    ("core-values-title", "/core-values", Allow::Staff),
    ("spread-title", "/adoption", Allow::Staff),
    ("menu-themes", "/themes", Allow::Facilitator),
    ("coding-title", "/themes/coding", Allow::Facilitator),
    ("approval-title", "/approvals", Allow::Decider),
    ("menu-team-overview", "/team/overview", Allow::Head),
    ("menu-team", "/team", Allow::Head),
    ("menu-team-assignments", "/team/assignments", Allow::Head),
    ("menu-summaries", "/summaries", Allow::OwnStaff),
    ("menu-conversations", "/conversations", Allow::Facilitator),
    ("menu-coverage", "/conversations/coverage", Allow::RoundViewer),
    ("menu-programme", "/desk/overview", Allow::Planner),
    ("menu-sessions", "/desk/sessions", Allow::Trainer),
    ("menu-evaluations", "/desk/evaluations", Allow::Trainer),
    ("menu-catalogue", "/desk/workshops", Allow::Planner),
    ("menu-assignments", "/desk/assignments", Allow::Planner),
    ("menu-feedback", "/desk/feedback", Allow::Measurer),
    ("periods-title", "/desk/adoption/periods", Allow::Publisher),
    ("menu-people", "/people", Allow::PeopleViewer),
    ("menu-roles", "/roles", Allow::Granter),
    ("menu-imports", "/import", Allow::Importer),
    ("menu-letters", "/letters", Allow::LetterViewer),
    ("menu-permissions", "/permissions", Allow::Overseer),
    ("menu-audit", "/audit", Allow::Auditor),
];

/// Pages that are reached from a line of the menu and have another address: its beginning, and that line.
const BELOW: [(&str, &str); 25] = [
    ("/sessions", "/workshops"),
    ("/enrolments", "/places"),
    ("/duties", "/places"),
    ("/team/duties", "/team/assignments"),
    ("/desk/duties", "/desk/assignments"),
    ("/team/extensions", "/team/assignments"),
    ("/desk/extensions", "/desk/assignments"),
    ("/desk/tracks", "/desk/assignments"),
    ("/desk/core-values", "/core-values"),
    ("/desk/costs", "/desk/overview"),
    ("/desk/adoption/rules", "/desk/adoption/periods"),
    ("/desk/date-wishes", "/desk/overview"),
    ("/team/date-wishes", "/team/overview"),
    ("/desk/turnout", "/desk/overview"),
    ("/desk/meetings", "/desk/sessions"),
    ("/desk/enrolments", "/desk/sessions"),
    ("/desk/pulse", "/desk/feedback"),
    ("/desk/contacts", "/desk/feedback"),
    ("/desk/compliments", "/desk/feedback"),
    ("/team/feedback", "/team/overview"),
    ("/held-seats", "/workshops"),
    ("/team/improvements", "/improvements"),
    ("/desk/promises", "/promises"),
    ("/departments", "/people"),
    ("/externals", "/people"),
];

/// Lines of which one opens a heading when the menu is long. What is in none is for everybody, and always in sight.
const GROUPS: [(&str, &[&str]); 5] = [
    ("menu-group-team", &["/approvals", "/team/overview", "/team", "/team/assignments"]),
    (
        "menu-group-talk",
        &[
            "/summaries",
            "/conversations",
            "/conversations/coverage",
            "/themes",
            "/themes/coding",
            "/core-values",
            "/adoption",
        ],
    ),
    (
        "menu-group-desk",
        &[
            "/desk/overview",
            "/desk/sessions",
            "/desk/evaluations",
            "/desk/workshops",
            "/desk/assignments",
            "/desk/feedback",
            "/desk/adoption/periods",
        ],
    ),
    ("menu-group-people", &["/people", "/roles", "/import"]),
    ("menu-group-oversight", &["/letters", "/permissions", "/audit"]),
];
/// So many lines fit beside each other.
const FIT: usize = 7;

/// The menu of whoever asks; empty for visitors.
pub(super) fn of(cx: &Context) -> Vec<MenuPart> {
    let entries = entries(cx);
    let short = entries.len() <= FIT;
    let group = |entry: &MenuEntry| GROUPS.iter().position(|(_, of)| of.contains(&entry.href));
    let mut parts: Vec<(Option<usize>, Vec<MenuEntry>)> = Vec::new();
    for entry in entries {
        let group = group(&entry).filter(|_| !short);
        match parts.iter_mut().find(|(of, _)| group.is_some() && *of == group) {
            Some((_, lines)) => lines.push(entry),
            None => parts.push((group, vec![entry])),
        }
    }
    let part = |(group, entries): (Option<usize>, Vec<MenuEntry>)| MenuPart {
        // A heading over one line is a press too many.
        heading: group.filter(|_| entries.len() > 1).map(|of| cx.say(&Sentence::new(GROUPS[of].0))),
        current: entries.iter().any(|entry| entry.current),
        waiting: entries.iter().map(|entry| entry.waiting).sum(),
        entries,
    };
    parts.into_iter().map(part).collect()
}

fn entries(cx: &Context) -> Vec<MenuEntry> {
    let here = cx.address().split('?').next().unwrap_or("/");
    let within = |rest: &str| rest.is_empty() || rest.starts_with('/');
    let under = |start: &str| here == start || (start != "/" && here.strip_prefix(start).is_some_and(within));
    let leads = |href: &str| under(href) || BELOW.iter().any(|(start, of)| *of == href && under(start));
    // A line that lies below another one, as the trainings of the team do, is the only one that is lit.
    let deeper = |href: &str| {
        let below =
            |other: &str| other.strip_prefix(href).is_some_and(|rest| href != "/" && rest.starts_with('/'));
        ENTRIES.iter().any(|(_, other, _)| below(other) && leads(other))
    };
    let is_here = |href: &str| leads(href) && !deeper(href);
    // Whoever decides about nobody may look, and finds nothing.
    let decides = |href: &str| href != "/approvals" || cx.decides();
    let seen = ENTRIES.into_iter().filter(|(_, href, allow)| {
        cx.viewer().is_some() && cx.may(*allow) && cx.site().has(href) && decides(href)
    });
    let (requests, extensions) = cx.waiting();
    let waiting = |href: &str| match href {
        "/approvals" => requests,
        "/team/assignments" | "/desk/assignments" => extensions,
        _ => 0,
    };
    seen.map(|(key, href, _)| MenuEntry {
        label: cx.say(&Sentence::new(key)),
        href,
        current: is_here(href),
        waiting: waiting(href),
    })
    .collect()
}

/// The lines of the menu beyond what every employee has.
pub(super) fn desk(cx: &Context) -> Vec<MenuEntry> {
    let common = ["/", "/workshops", "/places", "/core-values", "/improvements", "/promises", "/adoption"];
    entries(cx).into_iter().filter(|entry| !common.contains(&entry.href)).collect()
}
