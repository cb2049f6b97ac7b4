//! What learning holds of somebody, and what of it goes when they are erased.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    approval, assignment, assignment_group, attendance, certificate, deputy, digest, duty,
    enrolment::{self, EnrolmentStatus},
    guest, held_seat,
    id::*,
    interest, invitation, meeting, need, reminder_choice, session, trainer, workshop,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, JoinType, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _,
    sea_query::{Expr, SelectStatement},
};

use super::{attendance::past, bundle, certificate as certificates_of, date_wish, evaluation};
use crate::domain::{
    change::Change,
    error::Result,
    holding::{Holding, Known, Word},
};

/// Everything. What somebody needs to take part is told in `own` reports only: nobody but the trainers of that session may
/// read it; for others it says that there is something.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId, own: bool) -> Result<Vec<Holding>> {
    let dates = Dates::of(db).await?;
    let rows = enrolment::Entity::find().filter(enrolment::Column::PersonId.eq(person));
    let rows = rows.order_by_asc(enrolment::Column::CreatedAt).all(db).await?;
    let needs = need::Entity::find().filter(need::Column::EnrolmentId.is_in(rows.iter().map(|row| row.id)));
    let needs = needs.all(db).await?;
    let of: HashMap<_, _> = rows.iter().map(|row| (row.id, row.session_id)).collect();
    let needs = Holding::new("needs", needs, |row| {
        let date = dates.named(of.get(&row.enrolment_id).copied());
        if own { date.with("access", row.access).with("diet", row.diet) } else { date }
    });
    Ok(vec![
        approvals(db, person, &dates).await?,
        decisions(db, person, &dates).await?,
        deputies(db, person).await?,
        holds(db, person, &dates).await?,
        date_wish::held(db, person).await?,
        enrolments(&dates, rows),
        needs,
        interests(db, person, &dates).await?,
        attendances(db, person, &dates).await?,
        certificates(db, person).await?,
        evaluation::keeping::held(db, person, own).await?,
        invitations(db, person, &dates).await?,
        trainings(db, person, &dates).await?,
        guests(db, person, &dates).await?,
        reminders(db, person).await?,
        duties(db, person, &dates).await?,
    ])
}

/// Whether something is still to come: a living place, or a session to give.
///
/// # Errors
/// When the database fails.
pub async fn has_future(db: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<bool> {
    let coming = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::EndsAt.gt(now))
        .filter(session::Column::State.ne(session::SessionState::CalledOff))
        .into_query();
    let places = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person))
        .filter(enrolment::in_status(&EnrolmentStatus::ALIVE))
        .filter(enrolment::Column::SessionId.in_subquery(coming.clone()));
    let gives = trainer::Entity::find()
        .filter(trainer::Column::PersonId.eq(person))
        .filter(trainer::Column::SessionId.in_subquery(coming));
    Ok(places.count(db).await? + gives.count(db).await? > 0)
}

/// Throws away what is about the person and no statistics: needs, deputies, interests, invitations, and every text. Enrolments stay,
/// and so does who gave a session.
///
/// # Errors
/// When the database fails.
pub async fn forget(change: &Change, person: PersonId) -> Result<()> {
    let db = change.db();
    let own = Condition::all().add(enrolment::Column::PersonId.eq(person));
    let places = enrolment::Entity::find().select_only().column(enrolment::Column::Id).filter(own.clone());
    forget_decisions(change, person, places.clone().into_query()).await?;
    need::Entity::delete_many()
        .filter(need::Column::EnrolmentId.in_subquery(places.clone().into_query()))
        .exec(db)
        .await?;
    attendance::Entity::update_many()
        .col_expr(attendance::Column::Reason, Expr::value(Option::<String>::None))
        .filter(attendance::Column::EnrolmentId.in_subquery(places.into_query()))
        .exec(db)
        .await?;
    interest::Entity::delete_many().filter(interest::Column::PersonId.eq(person)).exec(db).await?;
    invitation::Entity::delete_many().filter(invitation::Column::PersonId.eq(person)).exec(db).await?;
    reminder_choice::Entity::delete_by_id(person).exec(db).await?;
    guest::Entity::delete_many().filter(guest::Column::PersonId.eq(person)).exec(db).await?;
    certificates_of::forget(change, person).await?;
    bundle::forget(change, person).await?;
    evaluation::keeping::forget(change, person).await?;
    let nothing = || Expr::value(Option::<String>::None);
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::WithdrawalReason, nothing())
        .col_expr(enrolment::Column::OverrideReason, nothing())
        .filter(own)
        .exec(db)
        .await?;
    forget_assignments(change, person).await
}

/// Why their requests were decided so, and for whom they stood in.
async fn forget_decisions(change: &Change, person: PersonId, places: SelectStatement) -> Result<()> {
    approval::Entity::update_many()
        .col_expr(approval::Column::Reason, Expr::value(Option::<String>::None))
        .filter(approval::Column::EnrolmentId.in_subquery(places))
        .exec(change.db())
        .await?;
    let named =
        Condition::any().add(deputy::Column::HeadId.eq(person)).add(deputy::Column::PersonId.eq(person));
    deputy::Entity::delete_many().filter(named).exec(change.db()).await?;
    Ok(())
}

/// What was assigned to them by name, and that they assigned something.
async fn forget_assignments(change: &Change, person: PersonId) -> Result<()> {
    let db = change.db();
    let named = assignment_group::Entity::delete_many().filter(assignment_group::Column::PersonId.eq(person));
    named.exec(db).await?;
    digest::Entity::delete_by_id(person).exec(db).await?;
    date_wish::forget(change, person).await?;
    assignment::Entity::update_many()
        .col_expr(assignment::Column::MadeBy, Expr::value(Option::<PersonId>::None))
        .filter(assignment::Column::MadeBy.eq(person))
        .exec(db)
        .await?;
    let nothing = || Expr::value(Option::<String>::None);
    duty::Entity::update_many()
        .col_expr(duty::Column::ExemptReason, nothing())
        .col_expr(duty::Column::AskedReason, nothing())
        .col_expr(duty::Column::EndedAt, Expr::value(Some(change.now)))
        .filter(duty::Column::PersonId.eq(person))
        .exec(db)
        .await?;
    Ok(())
}

/// The ids of somebody's enrolments: what waits to be mailed names them.
///
/// # Errors
/// When the database fails.
pub async fn enrolment_ids(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<EnrolmentId>> {
    let ids = enrolment::Entity::find().select_only().column(enrolment::Column::Id);
    Ok(ids.filter(enrolment::Column::PersonId.eq(person)).into_tuple().all(db).await?)
}

/// Titles and starts, read once for a whole report.
struct Dates {
    sessions: HashMap<SessionId, (WorkshopId, DateTime<Utc>)>,
    titles: HashMap<WorkshopId, String>,
}

impl Dates {
    async fn of(db: &impl ConnectionTrait) -> Result<Self> {
        let sessions = session::Entity::find().all(db).await?;
        let workshops = workshop::Entity::find().all(db).await?;
        Ok(Self {
            sessions: sessions.into_iter().map(|row| (row.id, (row.workshop_id, row.starts_at))).collect(),
            titles: workshops.into_iter().map(|row| (row.id, row.title)).collect(),
        })
    }

    fn title(&self, id: WorkshopId) -> Option<String> {
        self.titles.get(&id).cloned()
    }

    /// A row that begins with which date of which workshop.
    fn named(&self, id: Option<SessionId>) -> Known {
        let date = id.and_then(|id| self.sessions.get(&id));
        Known::default()
            .with("workshop", date.and_then(|(workshop, _)| self.title(*workshop)))
            .with("startsAt", date.map(|(_, starts)| *starts))
    }
}

fn enrolments(dates: &Dates, rows: Vec<enrolment::Model>) -> Holding {
    Holding::new("enrolments", rows, |row| {
        dates
            .named(Some(row.session_id))
            .with("status", Word::new("held-code-", row.status.code()))
            .with("origin", Word::new("held-code-", row.origin.code()))
            .with("createdAt", row.created_at)
            .with("endedAt", row.ended_at)
            .with("ending", row.ending.map(|ending| Word::new("held-code-", ending.code())))
            .with("withdrawalReason", row.withdrawal_reason)
            .with("overrideReason", row.override_reason)
            .with("outcome", row.outcome.map(|outcome| Word::new("outcome-", outcome.code())))
    })
}

async fn approvals(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = approval::Entity::find().find_also_related(enrolment::Entity);
    let rows = rows.filter(enrolment::Column::PersonId.eq(person)).order_by_asc(approval::Column::AskedAt);
    Ok(Holding::new("approvals", rows.all(db).await?, |(row, asked)| {
        dates
            .named(asked.map(|asked| asked.session_id))
            .with("step", Word::new("held-code-", row.step.code()))
            .with("state", Word::new("held-code-", row.state.code()))
            .with("askedAt", row.asked_at)
            .with("decidedAt", row.decided_at)
            .with("reason", row.reason)
    }))
}

/// Whom it was about is not told: the copy may not touch the rights of others.
async fn decisions(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = approval::Entity::find().find_also_related(enrolment::Entity);
    let rows = rows.filter(approval::Column::DecidedBy.eq(person)).order_by_asc(approval::Column::AskedAt);
    Ok(Holding::new("decisions", rows.all(db).await?, |(row, asked)| {
        dates
            .named(asked.map(|asked| asked.session_id))
            .with("state", Word::new("held-code-", row.state.code()))
            .with("decidedAt", row.decided_at)
    }))
}

async fn deputies(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let own =
        Condition::any().add(deputy::Column::HeadId.eq(person)).add(deputy::Column::PersonId.eq(person));
    let rows = deputy::Entity::find().filter(own).order_by_asc(deputy::Column::NamedAt).all(db).await?;
    Ok(Holding::new("deputies", rows, |row| {
        let part = if row.person_id == person { "deputy" } else { "is-replaced" };
        Known::default()
            .with("standsIn", Word::new("held-code-", part))
            .with("until", row.until)
            .with("endedAt", row.ended_at)
    }))
}

async fn holds(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = held_seat::Entity::find().filter(held_seat::Column::HeldBy.eq(person));
    let rows = rows.order_by_asc(held_seat::Column::HeldAt).all(db).await?;
    Ok(Holding::new("holds", rows, |row| {
        dates
            .named(Some(row.session_id))
            .with("seats", i64::from(row.seats))
            .with("heldAt", row.held_at)
            .with("endedAt", row.ended_at)
    }))
}

async fn interests(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = interest::Entity::find().filter(interest::Column::PersonId.eq(person)).all(db).await?;
    Ok(Holding::new("interests", rows, |row| {
        Known::default().with("workshop", dates.title(row.workshop_id)).with("createdAt", row.created_at)
    }))
}

async fn invitations(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person));
    let rows = rows.find_also_related(meeting::Entity).all(db).await?;
    Ok(Holding::new("invitations", rows, |(row, meeting)| {
        dates
            .named(meeting.map(|meeting| meeting.session_id))
            .with("sequence", i64::from(row.sequence))
            .with("cancelledAt", row.cancelled_at)
    }))
}

async fn attendances(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    Ok(Holding::new("attendance", past::of_person(db, person).await?, |(row, meeting)| {
        dates
            .named(meeting.as_ref().map(|meeting| meeting.session_id))
            .with("meetingAt", meeting.map(|meeting| meeting.starts_at))
            .with("mark", Word::new("register-mark-", row.mark.code()))
            .with("source", Word::new("held-code-", row.source.code()))
            .with("reason", row.reason)
            .with("markedAt", row.marked_at)
            .with("replacedAt", row.replaced_at)
    }))
}

async fn certificates(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let rows = certificate::Entity::find()
        .join(JoinType::InnerJoin, certificate::Relation::Enrolment.def())
        .filter(enrolment::Column::PersonId.eq(person))
        .order_by_asc(certificate::Column::IssuedAt)
        .all(db)
        .await?;
    Ok(Holding::new("certificates", rows, |row| {
        Known::default()
            .with("workshop", row.workshop)
            .with("serial", row.serial)
            .with("name", row.name)
            .with("issuedAt", row.issued_at)
            .with("revokedAt", row.revoked_at)
            .with("revokedReason", row.revoked_reason)
    }))
}

async fn trainings(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = trainer::Entity::find().filter(trainer::Column::PersonId.eq(person)).all(db).await?;
    Ok(Holding::new("trainings", rows, |row| dates.named(Some(row.session_id))))
}

async fn guests(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = guest::Entity::find().filter(guest::Column::PersonId.eq(person)).all(db).await?;
    Ok(Holding::new("guest", rows, |row| dates.named(Some(row.session_id)).with("invitedAt", row.invited_at)))
}

async fn duties(db: &impl ConnectionTrait, person: PersonId, dates: &Dates) -> Result<Holding> {
    let rows = duty::Entity::find().filter(duty::Column::PersonId.eq(person));
    let rows = rows.find_also_related(assignment::Entity).order_by_asc(duty::Column::Since).all(db).await?;
    Ok(Holding::new("duties", rows, |(row, assignment)| {
        Known::default()
            .with("workshop", dates.title(row.workshop_id))
            .with("reason", assignment.map(|one| one.reason))
            .with("since", row.since)
            .with("dueOn", row.due_on)
            .with("doneOn", row.done_on)
            .with("exemptedAt", row.exempted_at)
            .with("exemptReason", row.exempt_reason)
            .with("askedAt", row.asked_at)
            .with("askedUntil", row.asked_until)
            .with("askedReason", row.asked_reason)
            .with("answer", row.answer.map(|answer| Word::new("held-code-", answer.code())))
            .with("endedAt", row.ended_at)
            .with("ending", row.ending.map(|ending| Word::new("held-code-", ending.code())))
    }))
}

async fn reminders(db: &impl ConnectionTrait, person: PersonId) -> Result<Holding> {
    let row = reminder_choice::Entity::find_by_id(person).one(db).await?;
    Ok(Holding::new("reminder", row, |row| {
        Known::default().with("choice", Word::new("calendar-reminder-", row.reminder.code()))
    }))
}
