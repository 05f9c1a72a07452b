//! What a packet that left held, how a body numbers its papers, and who got what.

use super::{day, issued, people};
use entaku_domain::delivery::{Delivered, Handed, Recipient, Way};
use entaku_domain::id::*;
use entaku_domain::issued::IssuedPacket;
use entaku_domain::paper_set::{SetContents, SetPaper};
use entaku_domain::paper_style::{BodyStyle, NumberStyle};

pub(crate) fn issued_packet() -> IssuedPacket {
    let paper = SetPaper {
        paper: PaperId::from_key("8"),
        number: "資料8".into(),
        title: "題".into(),
        digest: "d".into(),
        pages: vec!["5".into(), "5-2".into()],
    };
    let contents = SetContents { agenda: "a".into(), front: 4, papers: vec![paper], member: None };
    IssuedPacket { id: issued().id, meeting: MeetingId::from_key("m1"), follows: None, contents }
}

pub(crate) fn paper_style() -> BodyStyle {
    BodyStyle { body: BodyId::from_key("zentaikai"), style: NumberStyle::usual("資料第1号") }
}

pub(crate) fn delivered() -> Delivered {
    Delivered {
        id: DeliveryId::from_key("d1"),
        meeting: MeetingId::from_key("m1"),
        recipient: Recipient::Member,
        person: Some(people()[0].id),
        name: None,
        what: Handed::Papers,
        way: Way::Email,
        on: day("2026-05-13"),
        copies: 1,
        issued: Some(issued().id),
        note: Some("PDF".into()),
    }
}
