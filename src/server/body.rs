//! A request's body that has to arrive in time.

use std::{
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures_util::{StreamExt as _, stream};
use poem::{Body, Request};
use tokio::{
    sync::oneshot,
    time::{Instant, timeout_at},
};

/// Puts a time limit on the body of a request. The returned future ends when the body is late, so that the answer need
/// not wait for what the handler makes of it; it never ends when the body came in time or was not wanted. Beside it: whether
/// the body was read to its end.
pub(super) fn limit(
    request: &mut Request,
    patience: Duration,
) -> (impl Future<Output = ()> + use<>, Arc<AtomicBool>) {
    let (tell, late) = oneshot::channel();
    let body = request.take_body();
    let read = Arc::new(AtomicBool::new(body.is_empty()));
    if !body.is_empty() {
        let body = body.into_bytes_stream().boxed();
        let deadline = Instant::now() + patience;
        request.set_body(Body::from_bytes_stream(stream::unfold(
            (body, tell, read.clone()),
            move |(mut body, tell, read)| async move {
                let Ok(part) = timeout_at(deadline, body.next()).await else {
                    // The handler is left waiting, and dropped: it must not answer as if the sender had gone.
                    let _ = tell.send(());
                    return pending().await;
                };
                read.store(part.is_none(), Ordering::Relaxed);
                Some((part?, (body, tell, read)))
            },
        )));
    }
    let is_late = async move {
        if late.await.is_err() {
            pending::<()>().await;
        }
    };
    (is_late, read)
}
