//! Dialogue: conversations with their teams, notes and quotes, themes, votes in the room, and improvements.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tool::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for made in [
            round(),
            conversation(),
            team(),
            value(),
            note(),
            tag(),
            look(),
            quote(),
            theme(),
            theme_version(),
            conversation_theme(),
            dilemma(),
            theme_workshop(),
            coding(),
            coding_theme(),
            ballot(),
            vote(),
            tally(),
            improvement(),
        ] {
            manager.create_table(made).await?;
        }
        run(
            manager,
            &[
                r#"CREATE INDEX "conversation_facilitator" ON "conversation" ("facilitator_id", "starts_at")"#,
                r#"CREATE INDEX "conversation_starts" ON "conversation" ("starts_at", "id")"#,
                r#"CREATE INDEX "conversation_held" ON "conversation" ("held_on")"#,
                r#"CREATE INDEX "conversation_team_of" ON "conversation_team" ("department_id", "conversation_id")"#,
                r#"CREATE UNIQUE INDEX "conversation_note_of" ON "conversation_note" ("conversation_id", "topic")"#,
                r#"CREATE INDEX "conversation_look_of" ON "conversation_look" ("conversation_id", "looked_at")"#,
                r#"CREATE INDEX "conversation_look_person" ON "conversation_look" ("person_id") WHERE "person_id" IS NOT NULL"#,
                r#"CREATE INDEX "quote_of" ON "quote" ("conversation_id")"#,
                r#"CREATE INDEX "theme_version_of" ON "theme_version" ("theme_id", "until_on")"#,
                r#"CREATE INDEX "conversation_theme_of" ON "conversation_theme" ("theme_id", "conversation_id")"#,
                r#"CREATE INDEX "conversation_tag_of" ON "conversation_tag" ("tag")"#,
                r#"CREATE INDEX "theme_dilemma_of" ON "theme_dilemma" ("theme_id")"#,
                r#"CREATE INDEX "theme_workshop_of" ON "theme_workshop" ("workshop_id")"#,
                r#"CREATE UNIQUE INDEX "theme_coding_of" ON "theme_coding" ("conversation_id")"#,
                r#"CREATE INDEX "theme_coding_asked" ON "theme_coding" ("asked_at", "id")"#,
                r#"CREATE INDEX "theme_coding_coder" ON "theme_coding" ("coder_id") WHERE "coder_id" IS NOT NULL"#,
                r#"CREATE UNIQUE INDEX "ballot_of" ON "ballot" ("conversation_id")"#,
                r#"CREATE UNIQUE INDEX "ballot_key" ON "ballot" ("link_key")"#,
                r#"CREATE INDEX "ballot_open" ON "ballot" ("opened_at") WHERE "closed_at" IS NULL"#,
                r#"CREATE INDEX "vote_of" ON "vote" ("ballot_id")"#,
                r#"CREATE INDEX "improvement_department" ON "improvement" ("department_id", "raised_on")"#,
                r#"CREATE INDEX "improvement_conversation" ON "improvement" ("conversation_id")"#,
                r#"CREATE INDEX "improvement_raised" ON "improvement" ("raised_on", "id")"#,
                r#"CREATE INDEX "improvement_open" ON "improvement" ("answer_by", "id") WHERE "answer" IS NULL"#,
                r#"CREATE INDEX "improvement_due" ON "improvement" ("due_on", "id") WHERE "due_on" IS NOT NULL AND "done_on" IS NULL"#,
                r#"CREATE INDEX "improvement_owner" ON "improvement" ("owner_id") WHERE "owner_id" IS NOT NULL"#,
            ],
        )
        .await
    }
}

fn round() -> TableCreateStatement {
    table("conversation_round", vec![date("begins_on").primary_key().take(), string("name")])
}

fn conversation() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("kind"),
        moment("starts_at"),
        integer("minutes"),
        string("place"),
        string_null("partner"),
        string_null("service_area"),
        uuid_null("facilitator_id"),
        moment_null("called_off_at"),
        date_null("held_on"),
        integer_null("participants"),
        integer_null("lasted"),
        integer("version"),
        text("summary"),
        moment_null("released_at"),
        moment_null("corrected_at"),
        date_null("erased_on"),
    ];
    table("conversation", columns).foreign_key(&mut refers("conversation", "facilitator_id", "person")).take()
}

fn team() -> TableCreateStatement {
    pair("conversation_team", uuid("conversation_id"), uuid("department_id"))
        .foreign_key(&mut owned("conversation_team", "conversation_id", "conversation"))
        .foreign_key(&mut owned("conversation_team", "department_id", "department"))
        .take()
}

fn value() -> TableCreateStatement {
    pair("conversation_value", uuid("conversation_id"), string("value"))
        .foreign_key(&mut owned("conversation_value", "conversation_id", "conversation"))
        .take()
}

fn note() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("conversation_id"),
        string("topic"),
        text("text"),
        integer("version"),
        uuid_null("saved_by"),
        moment("saved_at"),
    ];
    table("conversation_note", columns)
        .foreign_key(&mut owned("conversation_note", "conversation_id", "conversation"))
        .take()
}

fn tag() -> TableCreateStatement {
    pair("conversation_tag", uuid("conversation_id"), string("tag"))
        .foreign_key(&mut owned("conversation_tag", "conversation_id", "conversation"))
        .take()
}

fn look() -> TableCreateStatement {
    let columns = vec![id(), uuid("conversation_id"), uuid_null("person_id"), moment("looked_at")];
    table("conversation_look", columns)
        .foreign_key(&mut owned("conversation_look", "conversation_id", "conversation"))
        .foreign_key(&mut refers("conversation_look", "person_id", "person"))
        .take()
}

fn quote() -> TableCreateStatement {
    let columns = vec![id(), uuid("conversation_id"), text("text"), string("sharing")];
    table("quote", columns).foreign_key(&mut owned("quote", "conversation_id", "conversation")).take()
}

fn theme() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("name_nl"),
        string("name_en"),
        uuid_null("merged_into_id"),
        date_null("retired_on"),
    ];
    table("theme", columns).foreign_key(&mut refers("theme", "merged_into_id", "theme")).take()
}

fn theme_version() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("theme_id"),
        string("name_nl"),
        string("name_en"),
        date("until_on"),
        uuid_null("changed_by"),
    ];
    table("theme_version", columns).foreign_key(&mut owned("theme_version", "theme_id", "theme")).take()
}

fn conversation_theme() -> TableCreateStatement {
    pair("conversation_theme", uuid("conversation_id"), uuid("theme_id"))
        .col(boolean("in_summary"))
        .foreign_key(&mut owned("conversation_theme", "conversation_id", "conversation"))
        .foreign_key(&mut owned("conversation_theme", "theme_id", "theme"))
        .take()
}

fn dilemma() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("theme_id"),
        string("role_nl"),
        string("role_en"),
        string("between_nl"),
        string("between_en"),
    ];
    table("theme_dilemma", columns).foreign_key(&mut owned("theme_dilemma", "theme_id", "theme")).take()
}

fn theme_workshop() -> TableCreateStatement {
    pair("theme_workshop", uuid("theme_id"), uuid("workshop_id"))
        .foreign_key(&mut owned("theme_workshop", "theme_id", "theme"))
        .foreign_key(&mut owned("theme_workshop", "workshop_id", "workshop"))
        .take()
}

fn coding() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("conversation_id"),
        uuid_null("coder_id"),
        integer("seed"),
        moment("asked_at"),
        date_null("done_on"),
    ];
    table("theme_coding", columns)
        .foreign_key(&mut owned("theme_coding", "conversation_id", "conversation"))
        .foreign_key(&mut refers("theme_coding", "coder_id", "person"))
        .take()
}

fn coding_theme() -> TableCreateStatement {
    pair("theme_coding_theme", uuid("coding_id"), uuid("theme_id"))
        .foreign_key(&mut owned("theme_coding_theme", "coding_id", "theme_coding"))
        .foreign_key(&mut owned("theme_coding_theme", "theme_id", "theme"))
        .take()
}

fn ballot() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("conversation_id"),
        string("link_key"),
        moment_null("opened_at"),
        moment_null("closed_at"),
        boolean("by_hand"),
        integer_null("votes"),
    ];
    table("ballot", columns).foreign_key(&mut owned("ballot", "conversation_id", "conversation")).take()
}

fn vote() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("ballot_id"),
        integer("connection"),
        integer("craft"),
        integer("trust"),
        integer("renewal"),
    ];
    table("vote", columns).foreign_key(&mut owned("vote", "ballot_id", "ballot")).take()
}

fn tally() -> TableCreateStatement {
    let columns = vec![uuid("ballot_id"), string("value"), integer("score"), integer("votes")];
    table("ballot_tally", columns)
        .primary_key(Index::create().col("ballot_id").col("value").col("score"))
        .foreign_key(&mut owned("ballot_tally", "ballot_id", "ballot"))
        .take()
}

fn improvement() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid_null("conversation_id"),
        uuid_null("department_id"),
        string("title"),
        text("text"),
        date("raised_on"),
        uuid_null("raised_by"),
        date("answer_by"),
        date("quick_until"),
        string_null("answer"),
        text_null("because"),
        date_null("answered_on"),
        date_null("first_answered_on"),
        uuid_null("answered_by"),
        uuid_null("owner_id"),
        date_null("due_on"),
        date_null("first_due_on"),
        date_null("done_on"),
        text_null("effect"),
        date_null("told_on"),
        date_null("reminded_on"),
        integer("version"),
    ];
    table("improvement", columns)
        .foreign_key(&mut refers("improvement", "conversation_id", "conversation"))
        .foreign_key(&mut refers("improvement", "department_id", "department"))
        .foreign_key(&mut refers("improvement", "owner_id", "person"))
        .take()
}

/// A table that only joins two.
fn pair(name: &'static str, one: ColumnDef, other: ColumnDef) -> TableCreateStatement {
    let names = [one.get_column_name(), other.get_column_name()];
    let mut key = Index::create();
    for name in names {
        key.col(Alias::new(name));
    }
    table(name, vec![one, other]).primary_key(&mut key).take()
}
