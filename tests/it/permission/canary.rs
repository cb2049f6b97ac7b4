//! What nobody else may read, as words that stand nowhere by chance, and who may.

use olievlek::domain::learning::guest::Invite;

use super::{cast::Role, scene::renumber};
use crate::house::{TestHouse, browser::Page, world::Named};

pub const NEED: &str = "kanarie-nood";
pub const WITHDRAWAL: &str = "kanarie-afmeldreden";
pub const OVERRIDE: &str = "kanarie-voorrang";
pub const MESSAGE: &str = "kanarie-bericht";
pub const IDEA: &str = "kanarie-idee";
pub const LINK: &str = "https://kanarie-vergadering.example/1";
pub const COST_CENTS: i64 = 1_234_567;
pub const NOTE: &str = "kanarie-notitie";
pub const OTHER_NOTE: &str = "kanarie-andermans-notitie";
pub const QUOTE: &str = "kanarie-citaat";
pub const DRAFT: &str = "kanarie-conceptsamenvatting";
pub const SUMMARY: &str = "kanarie-samenvatting";
pub const SPOKEN: &str = "kanarie-panel";
pub const FEEDBACK: &str = "kanarie-reactie";
pub const THANKS: &str = "kanarie-compliment";
pub const ERASED: &str = "Piet Gewistevogel";
/// The number with which Milan comes in.
pub const MILAN: &str = "T-Milan Post";
const NUMBER_OF_NOOR: &str = "kanarie-nr-noor";
const NUMBER_OF_FENNA: &str = "kanarie-nr-fenna";

use Role::*;

/// A secret of the house: what stands for it, and who may read it.
pub struct Canary {
    pub what: &'static str,
    pub words: &'static [&'static str],
    pub seen_by: &'static [Role],
}

/// Every secret. Planners are the programme manager and the administrator.
pub const CANARIES: &[Canary] = &[
    Canary {
        what: "what Fenna needs: she, and who gives that date",
        words: &[NEED],
        seen_by: &[Employee, Trainer, AgencyTrainer],
    },
    Canary {
        what: "why Sem withdrew: he, and planners",
        words: &[WITHDRAWAL],
        seen_by: &[Facilitator, Manager, Administrator],
    },
    Canary {
        what: "why a rule was set aside for Noor: she, in her report, and planners",
        words: &[OVERRIDE],
        seen_by: &[Editor, Manager, Administrator],
    },
    Canary {
        what: "the number of Noor: she, her head, planners",
        words: &[NUMBER_OF_NOOR],
        seen_by: &[Editor, OtherHead, Manager, Administrator],
    },
    Canary {
        what: "the number of Fenna: she, her head, planners",
        words: &[NUMBER_OF_FENNA],
        seen_by: &[Employee, Head, Manager, Administrator],
    },
    Canary {
        what: "the address of Noor: she, her head, planners",
        words: &["noor.el.amrani@"],
        seen_by: &[Editor, OtherHead, Manager, Administrator],
    },
    Canary {
        what: "the address of Kim: she, and planners",
        words: &["kim@kanarie.example"],
        seen_by: &[Guest, Manager, Administrator],
    },
    Canary {
        what: "that Noor takes part: she, her head, who gives the date, planners",
        words: &["Amrani"],
        seen_by: &[Editor, OtherHead, Trainer, AgencyTrainer, Manager, Administrator],
    },
    Canary {
        what: "that Kim takes part: she, who gives the date, planners",
        words: &["Laanvogel"],
        seen_by: &[Guest, Trainer, AgencyTrainer, Manager, Administrator],
    },
    Canary {
        what: "what a date costs: planners",
        words: &["12.345,67", "12345,67", "12345.67", "12,345.67", "1234567"],
        seen_by: &[Manager, Administrator],
    },
    Canary {
        what: "the link of a meeting: who takes part or did, who gives it, planners; and the head who prints the letter for Milan",
        words: &["kanarie-vergadering"],
        seen_by: &[
            Employee,
            Facilitator,
            Editor,
            SharedDevice,
            Guest,
            Trainer,
            AgencyTrainer,
            Manager,
            Administrator,
            Head,
        ],
    },
    Canary {
        what: "a message to a date: who got it, in their report; planners; the head who prints it for Milan",
        words: &[MESSAGE],
        seen_by: &[Employee, Editor, SharedDevice, QualityOfficer, Guest, Manager, Administrator, Head],
    },
    Canary {
        what: "an idea that nobody answered: the team, who is above it, the programme manager",
        words: &[IDEA],
        seen_by: &[Employee, SharedDevice, Facilitator, Head, Manager],
    },
    Canary {
        what: "what was noted in a conversation of Sem: he, and the programme manager; no administrator, no head",
        words: &[NOTE, QUOTE, DRAFT],
        seen_by: &[Facilitator, Manager],
    },
    Canary {
        what: "what was noted in a conversation of the programme manager: only they",
        words: &[OTHER_NOTE],
        seen_by: &[Manager],
    },
    Canary {
        what: "a released summary: the team, its head, who held it, and the programme manager",
        words: &[SUMMARY],
        seen_by: &[Employee, SharedDevice, Facilitator, Head, Manager],
    },
    Canary {
        what: "a released summary of a customer panel: who held it, and who measures the service",
        words: &[SPOKEN],
        seen_by: &[Facilitator, QualityOfficer, Manager, Administrator],
    },
    Canary {
        what: "that there are figures of permits: its head, planners",
        words: &["kanarie-afdeling"],
        seen_by: &[Head, Manager, Administrator],
    },
    Canary {
        what: "what one resident wrote about permits: who measures; its head only from five on",
        words: &[FEEDBACK],
        seen_by: &[QualityOfficer, Manager, Administrator],
    },
    Canary {
        what: "a compliment for permits: who works there, its head, who measures",
        words: &[THANKS],
        seen_by: &[Employee, SharedDevice, Facilitator, Head, QualityOfficer, Manager, Administrator],
    },
    Canary { what: "who was erased", words: &["Gewistevogel", "gewistevogel"], seen_by: &[] },
];

/// The guest.
pub fn guest() -> Invite {
    Invite {
        session: entity::id::SessionId::new(),
        name: "Kim Laanvogel".into(),
        email: "kim@kanarie.example".into(),
        agency: Some("Woningstichting".into()),
        override_reason: None,
    }
}

/// Gives people what only some may read.
pub async fn mark(house: &TestHouse, named: &Named) {
    renumber(house, named.noor, NUMBER_OF_NOOR).await;
    renumber(house, named.fenna, NUMBER_OF_FENNA).await;
}

/// What this answer tells to somebody who may not read it.
pub fn told(role: Role, text: &str) -> impl Iterator<Item = &'static str> {
    let sings = move |canary: &&Canary| {
        !canary.seen_by.contains(&role) && canary.words.iter().any(|word| text.contains(word))
    };
    CANARIES.iter().filter(sings).map(|canary| canary.what).collect::<Vec<_>>().into_iter()
}

/// All that an answer says, a workbook unpacked, an address too.
pub fn text(page: &Page) -> String {
    let body = if page.header("content-type").contains("spreadsheetml") {
        unpacked(&page.bytes)
    } else {
        page.body.clone()
    };
    format!("{body}\n{}", page.location())
}

fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        std::io::Read::read_to_string(&mut part, &mut all).expect("text");
    }
    all
}
