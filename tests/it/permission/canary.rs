//! What nobody else may read, as words that stand nowhere by chance, and who may.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _, Write as _},
    process::{Command, Stdio},
};

use olievlek::domain::{actor::Scope, learning::guest::Invite};

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
    /// The scopes that show it to a program, beside the one that opens all of these; none: no program reads it.
    pub opened_by: &'static [Scope],
}

/// Every secret. Planners are the programme manager and the administrator.
pub const CANARIES: &[Canary] = &[
    Canary {
        what: "what Fenna needs: she, and who gives that date",
        words: &[NEED],
        seen_by: &[Employee, Trainer, AgencyTrainer],
        opened_by: &[],
    },
    Canary {
        what: "why Sem withdrew: he, and planners",
        words: &[WITHDRAWAL],
        seen_by: &[Facilitator, Manager, Administrator],
        opened_by: &[],
    },
    Canary {
        what: "why a rule was set aside for Noor: she, in her report, and planners",
        words: &[OVERRIDE],
        seen_by: &[Editor, Manager, Administrator],
        opened_by: &[],
    },
    Canary {
        what: "the number of Noor: she, her head, planners",
        words: &[NUMBER_OF_NOOR],
        seen_by: &[Editor, OtherHead, Manager, Administrator],
        opened_by: &[],
    },
    Canary {
        what: "the number of Fenna: she, her head, planners",
        words: &[NUMBER_OF_FENNA],
        seen_by: &[Employee, Head, Manager, Administrator],
        opened_by: &[],
    },
    Canary {
        what: "the address of Noor: she, her head, planners",
        words: &["noor.el.amrani@"],
        seen_by: &[Editor, OtherHead, Manager, Administrator],
        opened_by: &[Scope::PeopleRead],
    },
    Canary {
        what: "the address of Kim: she, and planners",
        words: &["kim@kanarie.example"],
        seen_by: &[Guest, Manager, Administrator],
        opened_by: &[Scope::PeopleRead],
    },
    Canary {
        what: "that Noor takes part: she, her head, who gives the date, planners",
        words: &["Amrani"],
        seen_by: &[Editor, OtherHead, Trainer, AgencyTrainer, Manager, Administrator],
        opened_by: &[Scope::PeopleRead],
    },
    Canary {
        what: "that Kim takes part: she, who gives the date, planners",
        words: &["Laanvogel"],
        seen_by: &[Guest, Trainer, AgencyTrainer, Manager, Administrator],
        opened_by: &[Scope::PeopleRead],
    },
    Canary {
        what: "what a date costs: planners",
        words: &["12.345,67", "12345,67", "12345.67", "12,345.67", "1234567"],
        seen_by: &[Manager, Administrator],
        opened_by: &[Scope::SessionsWrite],
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
        opened_by: &[Scope::SessionsWrite, Scope::EnrolmentsWrite],
    },
    Canary {
        what: "a message to a date: who got it, in their report; planners; the heads who print it for Milan and Bram",
        words: &[MESSAGE],
        seen_by: &[
            Employee,
            Editor,
            SharedDevice,
            QualityOfficer,
            Guest,
            Manager,
            Administrator,
            Head,
            OtherHead,
        ],
        opened_by: &[],
    },
    Canary {
        what: "an idea that nobody answered: the team, who is above it, the programme manager",
        words: &[IDEA],
        seen_by: &[Employee, SharedDevice, Facilitator, Head, Manager],
        opened_by: &[],
    },
    Canary {
        what: "what was noted in a conversation of Sem: he, and the programme manager; no administrator, no head",
        words: &[NOTE],
        seen_by: &[Facilitator, Manager],
        opened_by: &[],
    },
    Canary {
        what: "what somebody said in a conversation of Sem: he, and the programme manager",
        words: &[QUOTE],
        seen_by: &[Facilitator, Manager],
        opened_by: &[],
    },
    Canary {
        what: "a summary that was not released: who holds the conversation, and the programme manager",
        words: &[DRAFT],
        seen_by: &[Facilitator, Manager],
        opened_by: &[],
    },
    Canary {
        what: "what was noted in a conversation of the programme manager: only they",
        words: &[OTHER_NOTE],
        seen_by: &[Manager],
        opened_by: &[],
    },
    Canary {
        what: "a released summary: the team, its head, who held it, and the programme manager",
        words: &[SUMMARY],
        seen_by: &[Employee, SharedDevice, Facilitator, Head, Manager],
        opened_by: &[],
    },
    Canary {
        what: "a released summary of a customer panel: who held it, and who measures the service",
        words: &[SPOKEN],
        seen_by: &[Facilitator, QualityOfficer, Manager, Administrator],
        opened_by: &[],
    },
    Canary {
        what: "that there are figures of permits: its head, planners",
        words: &["kanarie-afdeling"],
        seen_by: &[Head, Manager, Administrator],
        opened_by: &[Scope::AdoptionRead],
    },
    Canary {
        what: "what one resident wrote about permits: who measures; its head only from five on",
        words: &[FEEDBACK],
        seen_by: &[QualityOfficer, Manager, Administrator],
        opened_by: &[],
    },
    Canary {
        what: "a compliment for permits: who works there, its head, who measures",
        words: &[THANKS],
        seen_by: &[Employee, SharedDevice, Facilitator, Head, QualityOfficer, Manager, Administrator],
        opened_by: &[],
    },
    Canary { what: "who was erased", words: &["Gewistevogel", "gewistevogel"], seen_by: &[], opened_by: &[] },
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

impl Canary {
    /// Whether it can be read there.
    pub fn sings(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word))
    }
}

/// What this answer tells to somebody who may not read it.
pub fn told(role: Role, text: &str) -> impl Iterator<Item = &'static str> {
    let sings = CANARIES.iter().filter(move |canary| !canary.seen_by.contains(&role) && canary.sings(text));
    sings.map(|canary| canary.what).collect::<Vec<_>>().into_iter()
}

/// What somebody may read and never met: a secret that is kept nowhere is not kept from anybody either.
pub fn unheard(role: Role, heard: &BTreeSet<&'static str>) -> Vec<String> {
    let of_theirs = CANARIES.iter().filter(|canary| canary.seen_by.contains(&role));
    let silent = of_theirs.filter(|canary| !heard.contains(canary.what));
    silent.map(|canary| format!("{role:?} never read {}", canary.what)).collect()
}

/// All that an answer says, a paper read and a file unpacked, an address too.
pub fn text(page: &Page) -> String {
    let kind = page.header("content-type");
    let body = if page.bytes.starts_with(b"PK") {
        unpacked(&page.bytes)
    } else if kind.contains("pdf") && page.bytes.starts_with(b"%PDF") {
        read(&page.bytes)
    } else {
        page.body.clone()
    };
    format!("{body}\n{}", page.location())
}

/// What is in a workbook or a bundle; a paper in it is read too.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut all = String::new();
    for at in 0..archive.len() {
        let (mut part, mut inside) = (archive.by_index(at).expect("a part"), Vec::new());
        part.read_to_end(&mut inside).expect("its bytes");
        all.push_str(&part.name().expect("its name"));
        let text = match inside.starts_with(b"%PDF") {
            true => read(&inside),
            false => String::from_utf8_lossy(&inside).into_owned(),
        };
        all.push_str(&text);
    }
    all
}

/// What a paper says, by the program with which `bin/check` reads papers: letters in it are numbers of drawings. Also without
/// the ends of lines, which fall within words.
fn read(paper: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext, which bin/check tools installs");
    reader.stdin.take().expect("its entrance").write_all(paper).expect("the paper");
    let said = reader.wait_with_output().expect("what it says");
    assert!(said.status.success(), "pdftotext reads it");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    format!("{said}{}", said.replace('\n', ""))
}
