//! A bundle task: prints the next few certificates and keeps them. Letters wait no longer than that takes, and what was printed
//! is not lost with a worker.

use entity::id::BundleId;

use super::{Post, worker::Done};
use crate::{
    domain::{
        actor::Actor,
        change::House,
        error::Result,
        learning::bundle::{self, Open, Printed},
    },
    print::{Unprintable, certificate::Certificate},
};

/// So many are printed in one task.
const SLICE: u64 = 5;

/// Does the next slice.
pub(super) async fn perform(house: &House, post: &Post, id: BundleId) -> Result<Done> {
    let mut printed = Vec::new();
    for open in bundle::next(&house.db.reader, id, SLICE).await? {
        match print(post, &open).await {
            Ok(one) => printed.push(one),
            Err(Unprintable::Busy) => return Ok(Done::Again(Unprintable::Busy.to_string())),
            // The page says so, and asks to try again: there is nothing for the owner of the queue to solve.
            Err(why @ (Unprintable::NotBuiltIn | Unprintable::Broken(_))) => {
                tracing::error!(%id, %why, "certificates were not printed");
                house
                    .write(&Actor::house(), |change| async move { bundle::give_up(&change, id).await })
                    .await?;
                return Ok(Done::Nothing);
            }
        }
    }
    let printed = &printed;
    house.write(&Actor::house(), |change| async move { bundle::keep(&change, id, printed).await }).await?;
    Ok(Done::Nothing)
}

async fn print(post: &Post, open: &Open) -> std::result::Result<Printed, Unprintable> {
    let row = &open.certificate;
    let language = open.language.as_deref().and_then(|code| code.parse().ok()).unwrap_or_default();
    let paper = Certificate::of(row, &post.stationery.base_url);
    Ok(Printed {
        certificate: row.id,
        name: format!("{} {}.pdf", row.name.replace(['/', '\\', ':'], " "), row.serial),
        content: post.press.print(language, paper).await?,
    })
}
