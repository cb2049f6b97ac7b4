//! The list of all settings.

/// One setting as the documentation shows it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// As in the environment. In the file it is in lower case without `OLIEVLEK_`, a calendar one in the table `[calendar]`.
    pub name: &'static str,
    /// Empty when there is none.
    pub default: &'static str,
    pub meaning: &'static str,
}

const fn setting(name: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting { name, default, meaning }
}

/// Every setting there is; `docs/configuration.md` shows the same list.
pub const SETTINGS: &[Setting] = &[
    setting(
        "OLIEVLEK_DATABASE_URL",
        "sqlite://data/olievlek.db",
        "`sqlite://FILE` or `postgres://USER:PASSWORD@HOST/NAME`",
    ),
    setting(
        "OLIEVLEK_POSTGRES_BIN",
        "",
        "folder with `pg_dump`, `pg_restore` and `psql`, for backups of PostgreSQL; unset: where the system looks for programs",
    ),
    setting("OLIEVLEK_LISTEN", "127.0.0.1:8080", "address and port"),
    setting(
        "OLIEVLEK_WATCH_LISTEN",
        "",
        "address and port where `work` answers `/health` and `/metrics`; unset: nowhere (`serve` has them beside its pages)",
    ),
    setting(
        "OLIEVLEK_BASE_URL",
        "",
        "how people reach it, for links in letters; unset: `http://` and the listen address; `https` keeps cookies to encrypted connections",
    ),
    setting(
        "OLIEVLEK_SMTP_URL",
        "",
        "`smtp://HOST:PORT` or `smtps://HOST:PORT`, with user and password where needed; unset: letters go to the folder below",
    ),
    setting("OLIEVLEK_MAIL_DIR", "data/mail", "folder for letters as `.eml` while no SMTP is set"),
    setting(
        "OLIEVLEK_MAIL_FROM",
        "Olievlek <olievlek@localhost>",
        "sender of letters and organiser of invitations: a mailbox of the organisation, not of a person",
    ),
    setting("OLIEVLEK_ORGANISATION", "Gemeente", "the name on pages and in letters, at most 100 characters"),
    setting(
        "OLIEVLEK_TIME_ZONE",
        "Europe/Amsterdam",
        "zone of the IANA list in which times are shown and typed",
    ),
    setting(
        "OLIEVLEK_TRUSTED_PROXIES",
        "",
        "addresses or networks of proxies whose `X-Forwarded-For` is believed, separated by commas; unset: nobody's",
    ),
    setting("OLIEVLEK_LOG", "info", "what is logged: a level, or a list like `info,olievlek=debug`"),
    setting("OLIEVLEK_OFFER_HOURS", "24", "how many hours an offer from the waiting list stands"),
    setting(
        "OLIEVLEK_SHORT_NOTICE_HOURS",
        "48",
        "within this many hours before the start, people are placed from the waiting list without an offer",
    ),
    setting(
        "OLIEVLEK_HELD_PERCENT",
        "50",
        "how much of the seats of a date heads may hold for their teams together, in hundredths",
    ),
    setting(
        "OLIEVLEK_CALENDAR_DECREE_DAYS",
        "2026-01-02,2026-05-15,2027-05-07,2028-04-28,2028-05-26",
        "days made equal to a holiday by royal decree, separated by commas",
    ),
    setting(
        "OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_GOOD_FRIDAY",
        "false",
        "whether the organisation is closed on Good Friday",
    ),
    setting(
        "OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_LIBERATION_DAY",
        "false",
        "whether the organisation is closed on 5 May",
    ),
    setting(
        "OLIEVLEK_CALENDAR_SERVICE_CLOSED_ON_DECREE_DAYS",
        "false",
        "whether the organisation is closed on the days of the royal decree",
    ),
    setting(
        "OLIEVLEK_CALENDAR_CLOSING_TIME",
        "17:00",
        "what arrives later than this counts as arrived on the next opening day",
    ),
    setting(
        "OLIEVLEK_OPEN_KLANT_URL",
        "",
        "where Open Klant is, with its API: `https://HOST/klantinteracties/api/v1`; unset: it is not asked",
    ),
    setting("OLIEVLEK_OPEN_KLANT_TOKEN", "", "the token of Open Klant; it needs to read and no more"),
    setting(
        "OLIEVLEK_OPEN_ZAAK_URL",
        "",
        "where Open Zaak is, with its API: `https://HOST/zaken/api/v1`; unset: it is not asked",
    ),
    setting("OLIEVLEK_OPEN_ZAAK_CLIENT_ID", "", "as which application Open Zaak knows the house"),
    setting("OLIEVLEK_OPEN_ZAAK_CLIENT_SECRET", "", "the secret of that application"),
    setting(
        "OLIEVLEK_OPEN_ZAAK_KINDS",
        "",
        "which cases are permits: the addresses of their zaaktypen, each version that still counts, separated by commas",
    ),
    setting(
        "OLIEVLEK_RETENTION_ANSWERS",
        "1",
        "for how many days stay answers that are kept for a second press of the same button",
    ),
    setting(
        "OLIEVLEK_RETENTION_LINKS",
        "1",
        "for how many days stay links to sign in with, after they lapsed",
    ),
    setting("OLIEVLEK_RETENTION_UPLOADS", "1", "for how many days stay the content of an uploaded file"),
    setting(
        "OLIEVLEK_RETENTION_BUNDLES",
        "1",
        "for how many days stay certificates that were printed together, for whoever asked to fetch them",
    ),
    setting(
        "OLIEVLEK_RETENTION_UNDOING",
        "30",
        "for how many days stay what an import found before it wrote, so that it can be undone",
    ),
    setting(
        "OLIEVLEK_RETENTION_NEEDS",
        "14",
        "for how many days stay what somebody needs to take part, after the session or after the place was given up",
    ),
    setting(
        "OLIEVLEK_RETENTION_DEPUTIES",
        "365",
        "for how many days stays who stood in for a head, after the last day",
    ),
    setting("OLIEVLEK_RETENTION_LETTERS", "30", "for how many days stay copies of letters that were sent"),
    setting(
        "OLIEVLEK_RETENTION_LEAVERS",
        "730",
        "for how many days stay people who left, after their last day; then they are erased and only counted",
    ),
    setting(
        "OLIEVLEK_RETENTION_EVALUATIONS",
        "1095",
        "for how many days stay what people answered about workshops, after it was first shown; nobody knows whose it is",
    ),
    setting(
        "OLIEVLEK_RETENTION_VOTES",
        "730",
        "for how many days stays what came of a vote in a room, after the conversation was held; nobody knows whose votes they were",
    ),
    setting(
        "OLIEVLEK_RETENTION_PULSES",
        "1095",
        "for how many days stays what people answered to the pulse, after its last day; nobody knows whose it is",
    ),
    setting(
        "OLIEVLEK_RETENTION_FEEDBACK",
        "1095",
        "for how many days stays what residents said of the service, after it came in; nobody knows who they were",
    ),
    setting(
        "OLIEVLEK_RETENTION_NOTES",
        "730",
        "for how many days stay notes and quotes of a conversation, and who read them, after the day it was held",
    ),
    setting("OLIEVLEK_RETENTION_EVENTS", "1095", "for how many days stay the log; it goes by whole seals"),
];
