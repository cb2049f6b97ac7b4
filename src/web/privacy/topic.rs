//! What the rows of the sitemap are about, in the words of the page of permissions. A row without a topic fails a guard.

use crate::domain::privacy::retention::Kind;

/// A subject that people would recognise.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// Code: `permissions-on-<code>` says what there is to see, with `-title`, and `-data` where it is about people.
    pub code: &'static str,
    /// Heading under which it stands.
    pub area: &'static str,
    /// How its addresses begin; the longest that fits a row counts.
    pub starts: &'static [&'static str],
    /// Whether it holds data of people.
    pub personal: bool,
    /// Of what in it the schedule says how long it stays.
    pub stays: &'static [Kind],
}

const fn topic(area: &'static str, code: &'static str, starts: &'static [&'static str]) -> Topic {
    Topic { code, area, starts, personal: false, stays: &[] }
}

impl Topic {
    const fn about_people(self, stays: &'static [Kind]) -> Self {
        Self { personal: true, stays, ..self }
    }
}

/// The headings, in the order of the page.
pub const AREAS: [&str; 8] =
    ["dialogue", "adoption", "service", "learning", "desk", "people", "letters", "house"];

/// Every topic, in the order of the page.
pub const TOPICS: &[Topic] = &[
    topic("dialogue", "vote", &["/vote", "/conversations/:id/vote"]).about_people(&[Kind::Votes]),
    topic("dialogue", "core-value", &["/core-values", "/desk/core-values"]),
    topic("dialogue", "coding", &["/themes/coding"]).about_people(&[]),
    topic("dialogue", "improvement", &["/improvements"]).about_people(&[Kind::Leavers]),
    topic("dialogue", "team-improvement", &["/team/improvements"]).about_people(&[Kind::Leavers]),
    topic("dialogue", "raised", &["/conversations/:id/improvements"]),
    topic("dialogue", "theme", &["/themes"]),
    topic("dialogue", "theme-table", &["/themes/table"]),
    topic("dialogue", "conversation", &["/conversations", "/conversations/:id"])
        .about_people(&[Kind::Leavers]),
    topic("dialogue", "record", &["/conversations/:id/record", "/conversations/:id/notes"])
        .about_people(&[Kind::Notes]),
    topic("dialogue", "coverage", &["/conversations/coverage", "/conversations/rounds"]),
    topic("dialogue", "summary", &["/summaries", "/conversations/:id/summary"]),
    topic("adoption", "spread", &["/adoption"]),
    topic("adoption", "spread-unit", &["/adoption/units", "/adoption/paragraph"]),
    topic("learning", "catalogue", &["/workshops", "/search"]),
    topic("learning", "session", &["/sessions"]),
    topic("learning", "place", &["/places", "/enrolments"]).about_people(&[Kind::Leavers]),
    topic("learning", "need", &["/enrolments/:id/needs"]).about_people(&[Kind::Needs]),
    topic("learning", "certificate", &["/certificates"]).about_people(&[Kind::Leavers]),
    topic("learning", "verify", &["/verify"]).about_people(&[Kind::Leavers]),
    topic("learning", "evaluation", &["/evaluations"]).about_people(&[Kind::Evaluations]),
    topic("desk", "evaluations", &["/desk/evaluations"]).about_people(&[Kind::Evaluations]),
    topic("learning", "calendar", &["/me/calendar", "/me/reminder"]).about_people(&[]),
    topic("learning", "feed", &["/calendar"]).about_people(&[]),
    topic("learning", "team", &["/team", "/sessions/:id/team"]).about_people(&[Kind::Leavers]),
    topic("learning", "team-overview", &["/team/overview"]).about_people(&[Kind::Leavers]),
    topic("learning", "date-wish", &["/team/date-wishes", "/desk/date-wishes"])
        .about_people(&[Kind::Leavers]),
    topic("learning", "duty", &["/duties"]).about_people(&[Kind::Leavers]),
    topic("learning", "assignment", &["/team/assignments", "/team/duties", "/team/extensions"])
        .about_people(&[Kind::Leavers]),
    topic("desk", "assignments", &["/desk/assignments", "/desk/duties", "/desk/extensions"])
        .about_people(&[Kind::Leavers]),
    topic("desk", "track", &["/desk/tracks"]),
    topic("learning", "handover", &["/team/letters"]).about_people(&[Kind::Letters]),
    topic("learning", "approval", &["/approvals"]).about_people(&[Kind::Leavers]),
    topic("learning", "deputy", &["/team/deputies"]).about_people(&[Kind::Leavers]),
    topic("learning", "hold", &["/held-seats", "/sessions/:id/held-seats"]).about_people(&[Kind::Leavers]),
    topic("desk", "programme", &["/desk/overview", "/desk/costs", "/desk/turnout"]),
    topic("desk", "period", &["/desk/adoption/periods"]),
    topic("desk", "rule", &["/desk/adoption/rules"]),
    topic("desk", "list", &["/desk/sessions"]),
    topic(
        "desk",
        "participant",
        &[
            "/desk/sessions/:id",
            "/desk/sessions/:id/enrolments",
            "/desk/sessions/:id/participants",
            "/desk/sessions/:id/cards",
            "/desk/enrolments",
        ],
    )
    .about_people(&[Kind::Needs, Kind::Leavers]),
    topic(
        "desk",
        "planning",
        &[
            "/desk/sessions/new",
            "/desk/sessions/:id/edit",
            "/desk/sessions/:id/meetings",
            "/desk/sessions/:id/copy",
            "/desk/sessions/:id/calling-off",
            "/desk/sessions/:id/decision",
        ],
    ),
    topic("desk", "bulk", &["/desk/sessions/:id/bulk"]).about_people(&[Kind::Leavers]),
    topic("desk", "guest", &["/desk/sessions/:id/guests"]).about_people(&[Kind::Leavers]),
    topic("desk", "message", &["/desk/sessions/:id/message"]).about_people(&[Kind::Letters]),
    topic("desk", "register", &["/desk/meetings"]).about_people(&[Kind::Leavers]),
    topic("desk", "walk-in", &["/desk/meetings/:id/walk-ins"]).about_people(&[Kind::Leavers]),
    topic("learning", "check-in", &["/check-in"]).about_people(&[Kind::Leavers]),
    topic("desk", "paper", &["/desk/sessions/:id/certificates", "/desk/certificates"])
        .about_people(&[Kind::Bundles, Kind::Leavers]),
    topic("desk", "workshop", &["/desk/workshops"]),
    topic("service", "promise", &["/promises", "/desk/promises"]).about_people(&[Kind::Leavers]),
    topic("service", "feedback-public", &["/feedback"]).about_people(&[Kind::Feedback]),
    topic("service", "feedback", &["/desk/feedback"]).about_people(&[Kind::Feedback]),
    topic("service", "spoken", &["/desk/feedback/spoken"]),
    topic("service", "team-feedback", &["/team/feedback"]).about_people(&[Kind::Feedback]),
    topic("service", "contacts", &["/desk/contacts"]).about_people(&[Kind::Leavers]),
    topic("service", "compliment", &["/compliments"]).about_people(&[Kind::Leavers]),
    topic("service", "compliment-new", &["/desk/compliments"]).about_people(&[Kind::Leavers]),
    topic("adoption", "pulse", &["/pulse"]).about_people(&[Kind::Pulses]),
    topic("adoption", "pulse-desk", &["/desk/pulse"]).about_people(&[Kind::Pulses]),
    topic("people", "sign-in", &["/sign-in", "/set-up", "/demo", "/sign-out", "/language"])
        .about_people(&[Kind::Links]),
    topic("people", "account", &["/me"]).about_people(&[Kind::Links, Kind::Leavers]),
    topic("people", "person", &["/people", "/externals"]).about_people(&[Kind::Leavers]),
    topic("people", "code", &["/people/:id/sign-in-code", "/sign-in-code"]).about_people(&[Kind::Links]),
    topic("people", "role", &["/roles", "/people/:id/roles", "/people/:person/roles"]).about_people(&[]),
    topic("people", "department", &["/departments"]).about_people(&[]),
    topic("people", "import", &["/import"]).about_people(&[Kind::Uploads, Kind::Undoing]),
    topic("letters", "letter", &["/letters"]).about_people(&[Kind::Letters]),
    topic("letters", "wording", &["/letters/texts"]),
    topic("house", "report", &["/me/report"]).about_people(&[]),
    topic("house", "report-of", &["/people/:id/report"]).about_people(&[]),
    topic("house", "erasure", &["/people/:id/erasure"]).about_people(&[]),
    topic("house", "audit", &["/audit"]).about_people(&[Kind::Events]),
    topic("house", "permission", &["/permissions"]),
    topic(
        "house",
        "plain",
        &["/privacy", "/accessibility", "/source", "/api", "/.well-known", "/demo/sitemap"],
    ),
    topic("house", "home", &[]),
];

/// What a row is about; the front page is about itself, and nothing for a row that nobody named.
#[must_use]
pub fn of(path: &str) -> Option<&'static Topic> {
    if path == "/" {
        return TOPICS.iter().find(|topic| topic.code == "home");
    }
    let fits = |start: &str| {
        path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    let longest =
        |topic: &&Topic| topic.starts.iter().filter(|start| fits(start)).map(|start| start.len()).max();
    TOPICS.iter().filter(|topic| longest(topic).is_some()).max_by_key(longest)
}
