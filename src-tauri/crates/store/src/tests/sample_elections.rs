//! An election with a candidate, for the council with a row in every table.

use super::sample::{FAMILY, GIVEN};
use entaku_domain::election::{Candidate, ElectionRecord, Entry, Round, Votes};
use entaku_domain::id::*;
use entaku_domain::office::Method;

pub(super) fn fill(tx: &mut crate::Tx<'_>) -> crate::Result<()> {
    tx.put_election(&election())?;
    tx.put_candidate(&candidate())
}

pub(super) fn election() -> ElectionRecord {
    let votes = vec![Votes { candidate: CandidateId::from_key("c"), votes: 9 }];
    ElectionRecord {
        id: ElectionId::from_key("e"),
        body: BodyId::from_key("zentaikai"),
        title: "会長".into(),
        meeting: MeetingId::from_key("m1"),
        item: Some(AgendaItemId::from_key("g")),
        method: Method::MutualElection,
        manner: None,
        named_by: None,
        presided_by: Some(format!("{FAMILY}　{GIVEN}")),
        acclaimed: false,
        rounds: vec![Round { runoff: false, voters: 10, blank: 1, invalid: 0, votes }],
        by_lot: true,
        lot_drawn_by: Some(format!("{FAMILY}{GIVEN}")),
        note: None,
    }
}

pub(super) fn candidate() -> Candidate {
    Candidate {
        id: CandidateId::from_key("c"),
        election: ElectionId::from_key("e"),
        person: PersonId::from_key("watanabe"),
        order: 1,
        entry: Some(Entry::Recommended),
        proposer: Some(format!("{FAMILY} {GIVEN}")),
        declined: false,
        office: Some(OfficeId::from_key("o")),
    }
}
