//! The routes. `POST /api/call/<name>` takes the arguments as its JSON body; with a
//! file, the body is the file and the arguments stand percent-encoded in the
//! header `args`. An error is status 422 with the error as JSON.

use crate::queue::Queue;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event as Told, KeepAlive, Sse};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{get, post};
use entaku_desk::{Answer, Desk};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};
use tower_http::services::ServeDir;

/// A paper has 100 MB at most; a larger one must reach the core to be refused.
const BODY_LIMIT: usize = 120_000_000;

#[derive(Clone)]
struct Room {
    desk: Desk,
    queue: Arc<Queue>,
}

pub(crate) fn router(desk: Desk, queue: Arc<Queue>, ui: &std::path::Path) -> Router {
    Router::new()
        .route("/api/call/{name}", post(call))
        .route("/api/events", get(events))
        .route("/api/answers", post(answers))
        .route("/api/asked", get(asked))
        .route("/api/opened", get(opened))
        .fallback_service(ServeDir::new(ui))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(Room { desk, queue })
}

async fn call(State(room): State<Room>, Path(name): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let (args, file) = match arguments(&headers, &body) {
        Ok(parts) => parts,
        Err(problem) => return (StatusCode::BAD_REQUEST, problem).into_response(),
    };
    match tokio::task::spawn_blocking(move || room.desk.call(&name, args, file)).await {
        Ok(Ok(Answer::Json(value))) => Json(value).into_response(),
        Ok(Ok(Answer::Bytes(bytes))) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Ok(Err(error)) => (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response(),
        Err(lost) => (StatusCode::INTERNAL_SERVER_ERROR, lost.to_string()).into_response(),
    }
}

fn arguments(headers: &HeaderMap, body: &Bytes) -> Result<(Value, Option<Vec<u8>>), String> {
    let parse = |text: &[u8]| serde_json::from_slice(text).map_err(|e| e.to_string());
    match headers.get("args") {
        Some(encoded) => Ok((parse(&percent_decoded(encoded.as_bytes()))?, Some(body.to_vec()))),
        None if body.is_empty() => Ok((json!({}), None)),
        None => Ok((parse(body)?, None)),
    }
}

fn percent_decoded(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &tail[2..];
            }
            None => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    out
}

async fn events(State(room): State<Room>) -> Sse<impl Stream<Item = Result<Told, Infallible>>> {
    let told = BroadcastStream::new(room.queue.listen())
        .filter_map(|event| event.ok().and_then(|e| Told::default().json_data(e).ok()).map(Ok));
    Sse::new(told).keep_alive(KeepAlive::default())
}

async fn answers(State(room): State<Room>, Json(given): Json<Vec<Option<PathBuf>>>) -> StatusCode {
    room.queue.answer(given);
    StatusCode::NO_CONTENT
}

async fn asked(State(room): State<Room>) -> Json<Vec<String>> {
    Json(room.queue.asked())
}

async fn opened(State(room): State<Room>) -> Json<Vec<PathBuf>> {
    Json(room.queue.opened())
}
