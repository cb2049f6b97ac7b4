//! Every metric there is. `docs/operations.md` shows the same list, and the dashboard uses no other.
//!
//! Labels come from closed lists: a label that a visitor could choose would grow without end.

/// What a metric counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only rises, from the start of the process.
    Counter,
    /// What is so now.
    Gauge,
    /// How many took how long.
    Histogram,
}

impl Kind {
    /// As Prometheus writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Gauge => "gauge",
            Self::Histogram => "histogram",
        }
    }
}

/// One metric as the documentation shows it.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    pub name: &'static str,
    pub kind: Kind,
    /// Names of its labels, separated by commas.
    pub labels: &'static str,
    pub meaning: &'static str,
}

const fn metric(name: &'static str, kind: Kind, labels: &'static str, meaning: &'static str) -> Metric {
    Metric { name, kind, labels, meaning }
}

/// 1, with what runs here.
pub const BUILD: &str = "olievlek_build_info";
/// When the process began.
pub const STARTED: &str = "olievlek_start_time_seconds";
/// Whether a part is in order.
pub const READY: &str = "olievlek_ready";
/// Answers.
pub const REQUESTS: &str = "olievlek_http_requests_total";
/// How long answers took.
pub const REQUEST_SECONDS: &str = "olievlek_http_request_seconds";
/// Statements that the database was given.
pub const STATEMENTS: &str = "olievlek_database_statements_total";
/// Connections that were one too many.
pub const TURNED_AWAY: &str = "olievlek_http_turned_away_total";
/// Tasks that were tried.
pub const TASKS: &str = "olievlek_tasks_total";
/// Tasks that are due.
pub const TASKS_WAITING: &str = "olievlek_tasks_waiting";
/// Tasks that were given up.
pub const TASKS_FAILED: &str = "olievlek_tasks_failed";
/// How late the oldest task is.
pub const TASK_OLDEST: &str = "olievlek_task_oldest_seconds";
/// Duties that failed.
pub const DUTY_FAILURES: &str = "olievlek_duty_failures_total";
/// When a duty last succeeded.
pub const DUTY_SUCCESS: &str = "olievlek_duty_last_success_time_seconds";
/// Whether this process leads the schedule.
pub const LEADS: &str = "olievlek_schedule_leads";
/// Open connections to the database.
pub const CONNECTIONS: &str = "olievlek_database_connections";
/// How many there may be.
pub const CONNECTIONS_MOST: &str = "olievlek_database_connections_max";
/// Tries to come in.
pub const SIGN_INS: &str = "olievlek_sign_ins_total";
/// When the last backup was made.
pub const BACKUP: &str = "olievlek_backup_last_time_seconds";
/// When the log was sealed last.
pub const SEALED: &str = "olievlek_seal_last_time_seconds";
/// Whether the log is as it was sealed.
pub const SEAL_INTACT: &str = "olievlek_seal_intact";
/// When that was looked at.
pub const SEAL_CHECKED: &str = "olievlek_seal_checked_time_seconds";

/// All of them.
pub const METRICS: &[Metric] = &[
    metric(BUILD, Kind::Gauge, "version, database", "always 1; which version runs on which database"),
    metric(STARTED, Kind::Gauge, "", "when the process began, in seconds since 1970"),
    metric(READY, Kind::Gauge, "part", "1 when `database`, `migrations` or `disk` is in order, else 0"),
    metric(
        REQUESTS,
        Kind::Counter,
        "class, method, status",
        "answers; class is `page`, `api`, `asset` or `watch`",
    ),
    metric(REQUEST_SECONDS, Kind::Histogram, "class", "how long answers took"),
    metric(
        STATEMENTS,
        Kind::Counter,
        "by",
        "statements that the database was given, by who reads and by changes",
    ),
    metric(TURNED_AWAY, Kind::Counter, "", "connections refused because there were too many"),
    metric(
        TASKS,
        Kind::Counter,
        "kind, outcome",
        "tasks tried by this process; outcome is `done`, `again` or `given-up`",
    ),
    metric(TASKS_WAITING, Kind::Gauge, "kind", "tasks that are due and not done, of all processes"),
    metric(
        TASKS_FAILED,
        Kind::Gauge,
        "kind",
        "tasks that were given up and wait for somebody to look; of kind `letter`: mail that did not leave; of kind `bundle`: certificates that could not be kept",
    ),
    metric(TASK_OLDEST, Kind::Gauge, "kind", "for how long the oldest task has been due; 0 when none is"),
    metric(DUTY_FAILURES, Kind::Counter, "duty", "times that something of the schedule failed"),
    metric(
        DUTY_SUCCESS,
        Kind::Gauge,
        "duty",
        "when something of the schedule last succeeded here, in seconds since 1970; only from the process that leads",
    ),
    metric(LEADS, Kind::Gauge, "", "1 in the one process that does the schedule"),
    metric(CONNECTIONS, Kind::Gauge, "pool, state", "connections to the database; state is `used` or `idle`"),
    metric(CONNECTIONS_MOST, Kind::Gauge, "pool", "how many connections there may be"),
    metric(
        SIGN_INS,
        Kind::Counter,
        "way, outcome",
        "tries to come in; way is `link`, `code`, `password`, `set-up` or `persona`, outcome `in`, `refused`, `slowed` or `failed`",
    ),
    metric(
        BACKUP,
        Kind::Gauge,
        "",
        "when the last `olievlek backup` was made, in seconds since 1970; 0 when never",
    ),
    metric(SEALED, Kind::Gauge, "", "when the log was sealed last, in seconds since 1970; 0 when never"),
    metric(
        SEAL_INTACT,
        Kind::Gauge,
        "",
        "1 when the log was as it was sealed, 0 when not; looked at once a day by the process that leads",
    ),
    metric(SEAL_CHECKED, Kind::Gauge, "", "when that was looked at, in seconds since 1970"),
];
