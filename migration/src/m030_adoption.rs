//! Adoption: periods, the units and figures that were published of them, the ledger, and the pulse.

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
            adoption_period(),
            adoption_unit(),
            adoption_tick(),
            adoption_set(),
            adoption_cell(),
            adoption_rule(),
            pulse(),
            pulse_invitation(),
            pulse_answer(),
        ] {
            manager.create_table(made).await?;
        }
        run(
            manager,
            &[
                r#"CREATE UNIQUE INDEX "adoption_period_begins" ON "adoption_period" ("begins_on")"#,
                r#"CREATE UNIQUE INDEX "adoption_set_of" ON "adoption_set" ("family", "unit_id", "subject", "level")"#,
                r#"CREATE UNIQUE INDEX "adoption_cell_of" ON "adoption_cell" ("unit_id", "indicator", "subject", "level")"#,
                r#"CREATE UNIQUE INDEX "pulse_of" ON "pulse" ("period_id")"#,
                r#"CREATE UNIQUE INDEX "pulse_invitation_of" ON "pulse_invitation" ("pulse_id", "person_id")"#,
                r#"CREATE INDEX "adoption_unit_period" ON "adoption_unit" ("period_id", "position")"#,
                r#"CREATE INDEX "adoption_unit_department" ON "adoption_unit" ("department_id", "period_id")"#,
                r#"CREATE INDEX "adoption_unit_parent" ON "adoption_unit" ("parent_id")"#,
                r#"CREATE INDEX "adoption_cell_period" ON "adoption_cell" ("period_id", "indicator", "level")"#,
                r#"CREATE INDEX "adoption_cell_set" ON "adoption_cell" ("set_id") WHERE "set_id" IS NOT NULL"#,
                r#"CREATE INDEX "adoption_set_period" ON "adoption_set" ("period_id", "family")"#,
                r#"CREATE INDEX "adoption_rule_name" ON "adoption_rule" ("name", "set_at")"#,
                r#"CREATE INDEX "pulse_running" ON "pulse" ("opens_on") WHERE "closed_on" IS NULL"#,
                r#"CREATE INDEX "pulse_invitation_person" ON "pulse_invitation" ("person_id")"#,
                r#"CREATE INDEX "pulse_answer_of" ON "pulse_answer" ("pulse_id", "department_id")"#,
            ],
        )
        .await
    }
}

fn adoption_period() -> TableCreateStatement {
    let columns = vec![
        id(),
        string("grain"),
        date("begins_on"),
        date("ends_on"),
        moment_null("closing_at"),
        integer("done"),
        integer("total"),
        moment_null("closed_at"),
        uuid_null("closed_by"),
        integer("people"),
        integer("people_public"),
        integer("headcount"),
    ];
    table("adoption_period", columns)
        .foreign_key(&mut refers("adoption_period", "closed_by", "person"))
        .take()
}

fn adoption_unit() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("period_id"),
        uuid_null("department_id"),
        uuid_null("parent_id"),
        string("kind"),
        string("name"),
        integer("position"),
        integer("headcount"),
        integer_null("step"),
    ];
    table("adoption_unit", columns)
        .foreign_key(&mut owned("adoption_unit", "period_id", "adoption_period"))
        .foreign_key(&mut refers("adoption_unit", "department_id", "department"))
        .foreign_key(&mut owned("adoption_unit", "parent_id", "adoption_unit"))
        .take()
}

fn adoption_tick() -> TableCreateStatement {
    let columns = vec![uuid("unit_id"), string("condition"), boolean("met")];
    table("adoption_tick", columns)
        .primary_key(Index::create().col("unit_id").col("condition"))
        .foreign_key(&mut owned("adoption_tick", "unit_id", "adoption_unit"))
        .take()
}

fn adoption_set() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("period_id"),
        string("family"),
        uuid("unit_id"),
        string("subject"),
        string("level"),
        integer("persons"),
        integer("least"),
        date("published_on"),
        string("hash"),
    ];
    table("adoption_set", columns)
        .foreign_key(&mut owned("adoption_set", "period_id", "adoption_period"))
        .foreign_key(&mut owned("adoption_set", "unit_id", "adoption_unit"))
        .take()
}

fn adoption_cell() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("period_id"),
        uuid("unit_id"),
        string("indicator"),
        string("subject"),
        string("level"),
        uuid_null("set_id"),
        double("value"),
        string("side"),
        double_null("low"),
        double_null("high"),
        string_null("band"),
        string_null("trend"),
        boolean("indicative"),
        double_null("positive"),
        double_null("total"),
        double_null("population"),
        double_null("spread"),
    ];
    table("adoption_cell", columns)
        .foreign_key(&mut owned("adoption_cell", "period_id", "adoption_period"))
        .foreign_key(&mut owned("adoption_cell", "unit_id", "adoption_unit"))
        .foreign_key(&mut refers("adoption_cell", "set_id", "adoption_set"))
        .take()
}

fn adoption_rule() -> TableCreateStatement {
    let columns = vec![id(), string("name"), string("value"), moment("set_at"), uuid_null("set_by")];
    table("adoption_rule", columns).foreign_key(&mut refers("adoption_rule", "set_by", "person")).take()
}

fn pulse() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("period_id"),
        date("opens_on"),
        date("closes_on"),
        string("link_key"),
        integer("invited"),
        integer("answered"),
        integer("counted"),
        date("sifted_on"),
        date_null("asked_on"),
        date_null("reminded_on"),
        date_null("closed_on"),
    ];
    table("pulse", columns).foreign_key(&mut owned("pulse", "period_id", "adoption_period")).take()
}

fn pulse_invitation() -> TableCreateStatement {
    let columns = vec![id(), uuid("pulse_id"), uuid("person_id"), boolean("answered")];
    table("pulse_invitation", columns)
        .foreign_key(&mut owned("pulse_invitation", "pulse_id", "pulse"))
        .foreign_key(&mut owned("pulse_invitation", "person_id", "person"))
        .take()
}

fn pulse_answer() -> TableCreateStatement {
    let columns = vec![
        id(),
        uuid("pulse_id"),
        uuid("department_id"),
        integer("connection"),
        integer("craft"),
        integer("trust"),
        integer("renewal"),
    ];
    table("pulse_answer", columns)
        .foreign_key(&mut owned("pulse_answer", "pulse_id", "pulse"))
        .foreign_key(&mut owned("pulse_answer", "department_id", "department"))
        .take()
}
