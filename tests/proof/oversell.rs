//! The last seat is sold once. The control takes the condition out of the UPDATE, in its own SQL, and oversells: so the
//! posts really are simultaneous.

use std::{sync::Arc, time::Duration};

use entity::{id::*, session};
use futures_util::future::join_all;
use olievlek::{
    app::{self, App},
    config::Config,
    domain::actor::Actor,
};
use poem::{Endpoint as _, Request, http::Method};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, sea_query::Expr};
use serde_json::json;

use crate::rig::{figure, round, town::Town};

const POSTS: usize = 1000;
const SEATS: i32 = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_posts_at_once_never_sell_a_seat_twice() {
    let town = Arc::new(Town::new(POSTS).await);
    let sessions = round(1, 50);
    let (mut sold, mut worst) = (0, 0);
    for n in 0..sessions {
        let session = town.session(n, Some(SEATS)).await;
        race(&town, session).await;
        let (seated, counted) = seats(&town, session).await;
        assert_eq!(seated, counted, "the counter of the session is right");
        sold += seated;
        worst = Ord::max(worst, seated - SEATS);
    }
    let control = town.session(sessions, Some(SEATS)).await;
    let oversold = without_the_condition(&town, control).await - SEATS;
    figure(
        "seats oversold, 1000 posts at once on 20 seats",
        town.engine(),
        &format!("{worst} ({sold} sold in {sessions} sessions); without the condition {oversold}"),
        "0; more than 0",
    );
    assert_eq!((sold, worst), (SEATS * i32::try_from(sessions).unwrap(), 0));
    assert!(oversold > 0, "the control shows that the posts are simultaneous");
}

/// Everybody wants the same session, through the API. Who is told "later" comes again under the same key.
async fn race(town: &Arc<Town>, session: SessionId) {
    let app = App::new(Config::default(), town.house.db.clone(), town.house.clock.clone()).unwrap();
    let site = Arc::new(app::endpoint(&app));
    let posts = town.people.iter().map(|person| {
        let (town, site, person) = (town.clone(), site.clone(), *person);
        tokio::spawn(async move {
            loop {
                let answer = site.get_response(wish(&town, session, person)).await;
                match answer.status().as_u16() {
                    201 => break,
                    503 => tokio::time::sleep(Duration::from_millis(rand::random_range(500..2000))).await,
                    other => panic!("{other}"),
                }
            }
        })
    });
    for post in join_all(posts).await {
        post.unwrap();
    }
}

fn wish(town: &Town, session: SessionId, person: PersonId) -> Request {
    Request::builder()
        .method(Method::POST)
        .uri_str(format!("/api/v1/sessions/{session}/enrolments"))
        .header("authorization", format!("Bearer {}", town.token))
        .header("content-type", "application/json")
        .header("idempotency-key", format!("{session} {person}"))
        .body(json!({ "personId": person }).to_string())
}

/// Who has a seat, and what the session says of it.
async fn seats(town: &Town, id: SessionId) -> (i32, i32) {
    let rows = entity::enrolment::Entity::find().filter(entity::enrolment::Column::SessionId.eq(id));
    let rows = rows.all(&town.house.db.reader).await.unwrap();
    let seated = rows.iter().filter(|row| row.status.seated()).count();
    (i32::try_from(seated).unwrap(), row(town, id).await.taken)
}

async fn row(town: &Town, id: SessionId) -> session::Model {
    session::Entity::find_by_id(id).one(&town.house.db.reader).await.unwrap().unwrap()
}

/// Looks first whether there is a seat, then takes it without a condition; gives how many were taken.
async fn without_the_condition(town: &Arc<Town>, id: SessionId) -> i32 {
    let takes = (0..POSTS).map(|_| {
        let town = town.clone();
        tokio::spawn(async move {
            let seen = row(&town, id).await;
            if Some(seen.taken) >= seen.capacity {
                return;
            }
            let house = Actor::house();
            let take = town.house.write(&house, |change| async move {
                session::Entity::update_many()
                    .col_expr(session::Column::Taken, Expr::col(session::Column::Taken).add(1))
                    .filter(session::Column::Id.eq(id))
                    .exec(change.db())
                    .await?;
                Ok(())
            });
            take.await.unwrap();
        })
    });
    for take in join_all(takes).await {
        take.unwrap();
    }
    row(town, id).await.taken
}
