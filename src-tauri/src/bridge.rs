//! The one command that the pages may call. It passes a call on to the desk, off
//! the window's own thread. Arguments come as JSON; with a file, the body is the
//! file, and name and arguments (percent-encoded JSON) stand in headers.

use crate::begin::Begun;
use crate::work::Work;
use entaku_app::{AppError, WireError};
use entaku_desk::{Answer, Desk};
use serde_json::Value;
use tauri::State;
use tauri::async_runtime::spawn_blocking;
use tauri::http::HeaderMap;
use tauri::ipc::{InvokeBody, InvokeResponseBody, Request, Response};

/// The one call that is the window's own: whether something typed is not saved.
const UNSAVED: &str = "unsaved";

/// Carries out a call. A panic inside is told like any other error; the place
/// is in the log, and what the call had begun to write is taken back.
#[tauri::command]
pub(crate) async fn bridge(
    desk: State<'_, Desk>,
    begun: State<'_, Begun>,
    work: State<'_, Work>,
    request: Request<'_>,
) -> Result<Response, WireError> {
    let Call { name, args, bytes } = Call::read(request.headers(), request.body()).map_err(|e| e.to_wire())?;
    if name == UNSAVED {
        work.set_unsaved(args.get("is").and_then(Value::as_bool).unwrap_or_default());
        return Ok(Response::new(InvokeResponseBody::Json(Value::Null.to_string())));
    }
    let (desk, begun, running) = (desk.inner().clone(), begun.inner().clone(), work.begin());
    let carry_out = move || {
        let _running = running;
        begun.wait();
        desk.call(&name, args, bytes)
    };
    let carried_out = spawn_blocking(carry_out).await;
    match carried_out.unwrap_or_else(|_| Err(AppError::Internal.to_wire()))? {
        Answer::Json(value) => Ok(Response::new(InvokeResponseBody::Json(value.to_string()))),
        Answer::Bytes(bytes) => Ok(Response::new(bytes)),
    }
}

/// A call as it comes over the bridge.
#[derive(Debug, PartialEq)]
struct Call {
    name: String,
    args: Value,
    bytes: Option<Vec<u8>>,
}

impl Call {
    fn read(headers: &HeaderMap, body: &InvokeBody) -> Result<Self, AppError> {
        match body {
            InvokeBody::Json(call) => {
                let name = call.get("name").and_then(Value::as_str).ok_or_else(|| bad("name"))?;
                let args = call.get("args").cloned().unwrap_or_else(nothing);
                Ok(Self { name: name.to_owned(), args, bytes: None })
            }
            InvokeBody::Raw(bytes) => {
                let header = |key| headers.get(key).and_then(|value| value.to_str().ok()).ok_or_else(|| bad(key));
                let args = percent_decoded(header("args")?.as_bytes());
                let args = serde_json::from_slice(&args).map_err(|e| AppError::BadRequest(e.to_string()))?;
                Ok(Self { name: header("name")?.to_owned(), args, bytes: Some(bytes.clone()) })
            }
        }
    }
}

fn nothing() -> Value {
    Value::Object(serde_json::Map::new())
}

fn bad(part: &str) -> AppError {
    AppError::BadRequest(format!("a call without {part}"))
}

/// As `encodeURIComponent` wrote it; what is no escape stays as it is.
fn percent_decoded(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|h| std::str::from_utf8(h).ok());
        rest = match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                &tail[2..]
            }
            None => {
                out.push(*first);
                tail
            }
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_call_comes_as_json() {
        let body = InvokeBody::Json(json!({"name": "list_people", "args": {"a": 1}}));
        let call = Call::read(&HeaderMap::new(), &body).unwrap();
        assert_eq!(call, Call { name: "list_people".to_owned(), args: json!({"a": 1}), bytes: None });
    }

    #[test]
    fn a_file_brings_its_call_in_headers() {
        let mut headers = HeaderMap::new();
        headers.insert("name", "add_paper".parse().unwrap());
        headers.insert("args", "%7B%22title%22%3A%22%F0%A0%AE%B7%22%7D".parse().unwrap());
        let call = Call::read(&headers, &InvokeBody::Raw(vec![1, 2])).unwrap();
        assert_eq!(call.args, json!({"title": "𠮷"}));
        assert_eq!(call.bytes, Some(vec![1, 2]));
    }

    #[test]
    fn a_call_without_a_name_is_refused() {
        for body in [InvokeBody::Json(json!({})), InvokeBody::Raw(Vec::new())] {
            assert!(Call::read(&HeaderMap::new(), &body).is_err());
        }
    }

    #[test]
    fn what_is_no_escape_stays() {
        assert_eq!(percent_decoded(b"100%25 %zz %e3%81%82%"), "100% %zz あ%".as_bytes());
    }
}
