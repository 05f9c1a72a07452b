//! Tests of the plain-text versions, Markdown, places and sheets.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use crate::*;

#[test]
fn placeholder() {
    assert_eq!(Audience::Members.label(), "委員用");
}
