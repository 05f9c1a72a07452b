//! Minutes with an entry of each kind, for the council with a row in every table.

use super::sample::{day, year};
use crate::Tx;
use entaku_domain::id::*;
use entaku_domain::minutes::{
    Answered, ApprovalWay, Assignment, Correction, Decision, DecisionKind, Entry, EntryKind, LabelRule, Manner,
    Minutes, MinutesRule, OwnerKind, Role, Speaker, Style,
};

pub(super) fn rule() -> MinutesRule {
    MinutesRule {
        body: BodyId::from_key("zentaikai"),
        style: Style::Full,
        labels: LabelRule::Letter,
        approval: ApprovalWay::Circulation,
        answer_days: 10,
        heading: "「障害」と書く。".into(),
    }
}

pub(super) fn minutes() -> Minutes {
    Minutes {
        other: "その他".into(),
        outline: "概要".into(),
        observers: Some(3),
        letters: vec![PersonId::from_key("watanabe")],
        sent_on: Some(day("2026-07-10")),
        due_on: Some(day("2026-07-24")),
        approved_on: Some(day("2026-10-14")),
        approved_by: Some(ApprovalWay::Meeting),
        approved_at: Some(MeetingId::from_key("m1")),
        reopened: Some("誤記".into()),
        ..Minutes::new(MeetingId::from_key("m1"), &rule())
    }
}

pub(super) fn entries() -> [Entry; 3] {
    let entry = |key: &str, order, kind, speaker, text: &str| Entry {
        id: MinutesEntryId::from_key(key),
        meeting: MeetingId::from_key("m1"),
        item: None,
        order,
        kind,
        speaker,
        text: text.into(),
        closed_reason: None,
        at: None,
    };
    let speaker = Speaker { role: Role::Member, person: Some(PersonId::from_key("watanabe")), name: String::new() };
    let mut speech = entry("e1", 1000, EntryKind::Speech, Some(speaker), "髙﨑の移動支援について。\n二段落目。");
    speech.closed_reason = Some("個人".into());
    speech.at = Some("00:12:34".into());
    speech.item = Some(AgendaItemId::from_key("g"));
    [
        entry("e2", 1000, EntryKind::Decision, None, "承認した。"),
        entry("e3", 2000, EntryKind::Task, None, "調べる。"),
        speech,
    ]
}

pub(super) fn decision() -> Decision {
    Decision {
        entry: MinutesEntryId::from_key("e2"),
        meeting: MeetingId::from_key("m1"),
        body: BodyId::from_key("zentaikai"),
        year: year(2026),
        number: Some(1),
        kind: DecisionKind::Approved,
        manner: Some(Manner::Vote),
        yes: Some(9),
        no: Some(1),
        abstain: Some(0),
        left_room: "﨑山委員".into(),
        told_to: "市長".into(),
    }
}

pub(super) fn task() -> Assignment {
    Assignment {
        entry: MinutesEntryId::from_key("e3"),
        meeting: MeetingId::from_key("m1"),
        owner: OwnerKind::Person,
        person: Some(PersonId::from_key("watanabe")),
        body: None,
        organization: None,
        name: String::new(),
        due_on: Some(day("2026-09-30")),
        done_on: None,
        outcome: String::new(),
    }
}

pub(super) fn correction() -> Correction {
    Correction {
        id: CorrectionId::from_key("c1"),
        meeting: MeetingId::from_key("m1"),
        entry: Some(MinutesEntryId::from_key("e1")),
        person: Some(PersonId::from_key("watanabe")),
        name: String::new(),
        place: "2ページ".into(),
        old: "移動支援".into(),
        new: "移動支援事業".into(),
        accepted: Some(false),
        reason: "録音のとおり".into(),
        received_on: day("2026-07-20"),
    }
}

pub(super) fn answered() -> Answered {
    Answered { meeting: MeetingId::from_key("m1"), appointment: AppointmentId::from_key("a1"), on: day("2026-07-20") }
}

pub(super) fn fill(tx: &mut Tx<'_>) -> crate::Result<()> {
    tx.put_minutes_rule(&rule())?;
    tx.put_minutes(&minutes())?;
    for entry in entries() {
        tx.put_minutes_entry(&entry)?;
    }
    tx.put_decision(&decision())?;
    tx.put_assignment(&task())?;
    tx.put_correction(&correction())?;
    tx.put_minutes_answer(&answered())
}
