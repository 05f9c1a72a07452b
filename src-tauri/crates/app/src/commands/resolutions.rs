//! What set a body up, and rules of term as the forms have them.

use super::bad_code;
use super::meetings::meeting;
use super::members::filled_text as filled;
use crate::bodies::Decided;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::term::TermRule;
use serde::Deserialize;
use ts_rs::TS;

/// What set a body up: a meeting, or words; neither where it is not known.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolutionForm {
    /// Handle or name of the body.
    pub body: String,
    /// Identifier of the plenary's meeting.
    pub meeting: Option<String>,
    /// Instead, of one from before the records: what is known of it.
    pub earlier: Option<String>,
}

pub(super) fn set_resolution(app: &mut App, args: ResolutionForm) -> Result<Written<()>> {
    let ask = match (filled(args.meeting), args.earlier) {
        (Some(id), None) => Decided::At(meeting(&id)?),
        (None, Some(note)) => Decided::Earlier(note),
        (None, None) => Decided::Unknown,
        _ => return Err(AppError::BadRequest("a meeting, or words, not both".to_owned())),
    };
    app.set_resolution(&args.body, &ask)
}

/// What stands before the handle of a body whose term is followed.
const AS_BODY: &str = "as_body:";

/// A rule as the forms have it: another body by its handle.
pub(super) fn rule_code(council: &Snapshot, rule: TermRule) -> String {
    match rule {
        TermRule::AsBody(id) => {
            format!("{AS_BODY}{}", council.body_by_id(id).map(|b| b.key.as_str()).unwrap_or_default())
        }
        other => other.code(),
    }
}

pub(super) fn read_rule(council: &Snapshot, code: &str) -> Result<TermRule> {
    match code.strip_prefix(AS_BODY) {
        Some(body) => Ok(TermRule::AsBody(council.body(body)?.id)),
        None => TermRule::from_code(code).map_err(bad_code),
    }
}
