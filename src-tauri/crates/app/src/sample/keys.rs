//! The sample's keys: what one row calls another. A key that no row has is an error at the place where it is used.

use super::source::Place;
use crate::error::Result;
use entaku_domain::id::{AppointmentId, BodyId, IssueId, MeetingId, OrganizationId, PersonId, PlanId, PostId, SeatId};
use std::collections::BTreeSet;

/// All keys, by noun.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub(super) bodies: BTreeSet<String>,
    pub(super) plans: BTreeSet<String>,
    pub(super) laws: BTreeSet<String>,
    pub(super) organizations: BTreeSet<String>,
    pub(super) posts: BTreeSet<String>,
    pub(super) people: BTreeSet<String>,
    pub(super) seats: BTreeSet<String>,
    pub(super) appointments: BTreeSet<String>,
    pub(super) meetings: BTreeSet<String>,
    pub(super) issues: BTreeSet<String>,
}

/// The keys of some rows of a file, each once.
pub(super) fn collect<'a>(file: &'static str, rows: impl Iterator<Item = &'a String>) -> Result<BTreeSet<String>> {
    let mut keys = BTreeSet::new();
    for key in rows {
        Place { file, key }.must(keys.insert(key.clone()), "the key stands twice")?;
    }
    Ok(keys)
}

macro_rules! resolve {
    ($($name:ident: $set:ident -> $id:ident, $noun:literal;)+) => {
        impl Keys {$(
            #[doc = concat!("The identifier of the ", $noun, " with a key.")]
            pub(super) fn $name(&self, place: Place<'_>, key: &str) -> Result<$id> {
                place.must(self.$set.contains(key), format_args!(concat!("no ", $noun, " {:?}"), key))?;
                Ok($id::from_key(key))
            }
        )+}
    };
}

resolve! {
    body: bodies -> BodyId, "body";
    plan: plans -> PlanId, "plan";
    organization: organizations -> OrganizationId, "organisation";
    post: posts -> PostId, "post";
    person: people -> PersonId, "person";
    seat: seats -> SeatId, "seat";
    appointment: appointments -> AppointmentId, "appointment";
    meeting: meetings -> MeetingId, "meeting";
    issue: issues -> IssueId, "issue";
}
