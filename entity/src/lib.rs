//! The tables, one a file. Knows sea-orm only; rules live in the `domain` room of the main crate.
#![allow(
    clippy::disallowed_methods,
    reason = "the macro of sea-orm writes nested saves that begin a transaction; nobody calls them"
)]

pub mod id;

pub mod api_token;
pub mod calendar_feed;
pub mod department;
pub mod department_version;
pub mod import;
pub mod import_page;
pub mod import_trace;
pub mod password;
pub mod person;
pub mod person_word;
pub mod placement;
pub mod reminder_choice;
pub mod reorganisation;
pub mod role;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_in_link;
pub mod sign_in_try;

pub mod ballot;
pub mod ballot_tally;
pub mod conversation;
pub mod conversation_look;
pub mod conversation_note;
pub mod conversation_round;
pub mod conversation_tag;
pub mod conversation_team;
pub mod conversation_theme;
pub mod conversation_value;
pub mod core_value;
pub mod improvement;
pub mod quote;
pub mod theme;
pub mod theme_coding;
pub mod theme_coding_theme;
pub mod theme_dilemma;
pub mod theme_version;
pub mod theme_workshop;
pub mod vote;

pub mod approval;
pub mod attendance;
pub mod audience;
pub mod bundle;
pub mod bundle_part;
pub mod certificate;
pub mod deputy;
pub mod enrolment;
pub mod evaluation;
pub mod evaluation_answer;
pub mod evaluation_invitation;
pub mod evaluation_remark;
pub mod guest;
pub mod held_seat;
pub mod interest;
pub mod invitation;
pub mod meeting;
pub mod need;
pub mod prerequisite;
pub mod session;
pub mod trainer;
pub mod workshop;
pub mod workshop_value;

pub mod assignment;
pub mod assignment_group;
pub mod date_wish;
pub mod digest;
pub mod duty;
pub mod track;
pub mod track_workshop;

pub mod event;
pub mod handover;
pub mod idempotency;
pub mod lease;
pub mod letter;
pub mod retention;
pub mod seal;
pub mod task;
pub mod wording;

/// Declares an enum that is stored as text: `name => "stored"`. Serialises to the same text, and `ALL` lists its values.
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::EnumIter, sea_orm::DeriveActiveEnum, serde::Serialize, serde::Deserialize)]
        #[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
        pub enum $name {
            $($(#[$vdoc])* #[sea_orm(string_value = $text)] #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored text, also used in addresses and in the API.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value with this code, if there is one.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use text_enum;

pub mod call_back_day;
pub mod compliment;
pub mod contact_volume;
pub mod feedback;
pub mod feedback_form;
pub mod promise;
pub mod promise_improvement;
pub mod promise_pull;
pub mod reading;
pub mod reading_figure;

pub mod adoption_cell;
pub mod adoption_period;
pub mod adoption_rule;
pub mod adoption_set;
pub mod adoption_tick;
pub mod adoption_unit;
pub mod pulse;
pub mod pulse_answer;
pub mod pulse_invitation;
