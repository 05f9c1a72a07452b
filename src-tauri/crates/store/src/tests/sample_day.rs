//! The day of the meeting and what is paid, for the council with a row in every table.

use super::sample::{FAMILY, GIVEN, day, year};
use crate::{Result, Tx};
use entaku_domain::day::{
    AttendanceTime, Attendee, AttendeeKind, Fixture, FixtureKind, MeetingDay, OutKind, Room, RoomSeat, StepOut,
    TimeOfDay,
};
use entaku_domain::id::*;
use entaku_domain::pay::{
    Bracket, PayException, PayKind, PayLine, PayList, PayRate, PayRule, PayStanding, PayUnit, Reopening, TaxTable,
    Travel, Withheld,
};
use entaku_domain::quorum_course::{QuorumRule, Share};

pub(super) fn fill(tx: &mut Tx<'_>) -> Result<()> {
    let (meeting, body) = (MeetingId::from_key("m1"), BodyId::from_key("zentaikai"));
    let appointment = AppointmentId::from_key("a2");
    tx.put_attendance_time(&time())?;
    tx.replace_step_outs(AttendanceId::from_key("at"), &[out()])?;
    tx.replace_attendees(meeting, &[attendee()])?;
    tx.put_meeting_day(&meeting_day())?;
    tx.put_room(meeting, Some(&room()))?;
    let share = Share::Fraction(3, 4);
    tx.put_body_quorum(body, Some(QuorumRule { share, proxies: true, online: false, without_recused: true }))?;
    tx.put_pay_rule(PayRule { body, kind: PayKind::Pay })?;
    tx.put_pay_rate(&rate())?;
    let note = Some("秘密の辞退".to_owned());
    tx.put_pay_exception(&PayException { appointment, standing: PayStanding::Declined, note })?;
    tx.put_travel(Travel { id: TravelId::from_key("t"), appointment, meeting: Some(meeting), amount: 640 })?;
    tx.put_tax_table(&tax_table())?;
    tx.put_pay_list(&pay_list())?;
    tx.put_report_text(year(2026), "foreword", "はじめに")
}

fn clock(hour: u16, minute: u16) -> Option<TimeOfDay> {
    TimeOfDay::new(hour, minute)
}

pub(super) fn time() -> AttendanceTime {
    AttendanceTime {
        attendance: AttendanceId::from_key("at"),
        came: clock(14, 5),
        left: clock(15, 30),
        note: Some("秘密の通院".to_owned()),
    }
}

pub(super) fn out() -> StepOut {
    StepOut {
        id: StepOutId::from_key("so"),
        attendance: AttendanceId::from_key("at"),
        item: Some(AgendaItemId::from_key("g")),
        kind: OutKind::Recused,
        from: clock(14, 30),
        to: clock(14, 50),
        reason: "秘密の利害".to_owned(),
    }
}

pub(super) fn attendee() -> Attendee {
    Attendee {
        id: AttendeeId::from_key("ae"),
        meeting: MeetingId::from_key("m1"),
        kind: AttendeeKind::Explainer,
        name: format!("{FAMILY}　{GIVEN}"),
        affiliation: "相談支援".to_owned(),
        order: 1,
    }
}

pub(super) fn meeting_day() -> MeetingDay {
    MeetingDay {
        meeting: MeetingId::from_key("m1"),
        opened: clock(14, 0),
        closed: clock(16, 0),
        admitted: Some(3),
        left_early: Some(1),
        refused: None,
        press: Some(1),
    }
}

pub(super) fn room() -> Room {
    let seat = RoomSeat { who: format!("m{}", AppointmentId::from_key("a2")), wheelchair: true };
    let door = Fixture { kind: FixtureKind::Door, x: 10, y: 150 };
    Room { head: vec![seat], fixtures: vec![door], keep_absent: true, ..Room::default() }
}

fn rate() -> PayRate {
    PayRate {
        id: PayRateId::from_key("r"),
        body: BodyId::from_key("zentaikai"),
        from: day("2026-04-01"),
        title: Some("会長".to_owned()),
        unit: PayUnit::Day,
        amount: 11_000,
        half_amount: Some(5_500),
        half_minutes: Some(120),
    }
}

fn tax_table() -> TaxTable {
    TaxTable {
        id: TaxTableId::from_key("tt"),
        from: day("2026-01-01"),
        source: "通達".to_owned(),
        free: 10_000,
        brackets: vec![Bracket { from: 0, amount: 0, share: 3_063 }],
    }
}

pub(super) fn pay_list() -> PayList {
    let appointment = AppointmentId::from_key("a2");
    let line = PayLine {
        appointment,
        meeting: MeetingId::from_key("m1"),
        name: "ある　委員".to_owned(),
        affiliation: String::new(),
        meeting_title: "第1回全体会".to_owned(),
        on: day("2026-06-24"),
        basis: "日額".to_owned(),
        fee: 9_000,
        travel: 640,
        difference: false,
    };
    PayList {
        id: PayListId::from_key("p"),
        title: "6月分".to_owned(),
        from: day("2026-06-01"),
        to: day("2026-06-30"),
        body: Some(BodyId::from_key("zentaikai")),
        withheld: vec![Withheld { appointment, amount: 275 }],
        closed_on: Some(day("2026-07-10")),
        lines: vec![line],
        reopened: vec![Reopening { on: day("2026-07-08"), closed_on: day("2026-07-05"), reason: "誤り".to_owned() }],
    }
}

#[test]
fn everything_comes_back_as_it_was_written() {
    let store = super::sample::full();
    let meeting = MeetingId::from_key("m1");
    assert_eq!(store.attendance_times(meeting).unwrap(), [time()]);
    assert_eq!(store.step_outs(meeting).unwrap(), [out()]);
    assert_eq!(store.attendees(meeting).unwrap(), [attendee()]);
    assert_eq!(store.meeting_day(meeting).unwrap(), Some(meeting_day()));
    assert_eq!(store.room(meeting).unwrap(), Some(room()));
    assert_eq!(store.body_quorums().unwrap()[0].rule.share, Share::Fraction(3, 4));
    assert_eq!(store.pay_rates().unwrap(), [rate()]);
    assert_eq!(store.tax_tables().unwrap(), [tax_table()]);
    assert_eq!(store.pay_list(pay_list().id).unwrap(), Some(pay_list()));
    assert_eq!(store.report_texts(year(2026)).unwrap(), [("foreword".to_owned(), "はじめに".to_owned())]);
}

#[test]
fn what_stands_beside_an_attendance_and_an_item_goes_with_it() {
    let mut store = super::sample::full();
    super::sample::does(&mut store, "item", |tx| tx.remove_agenda_item(AgendaItemId::from_key("g")));
    assert_eq!(store.step_outs(MeetingId::from_key("m1")).unwrap()[0].item, None);
    super::sample::does(&mut store, "attendance", |tx| tx.remove_attendance(AttendanceId::from_key("at")));
    assert_eq!(store.attendance_times(MeetingId::from_key("m1")).unwrap(), []);
    assert_eq!(store.step_outs(MeetingId::from_key("m1")).unwrap(), []);
    assert_eq!(store.integrity_check().unwrap(), []);
}

#[test]
fn what_is_noted_of_a_persons_coming_and_pay_goes_with_their_data() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = crate::Store::create(folder.path(), super::sample::at()).unwrap();
    super::sample::fill(&mut store);
    let notes = ["秘密の通院", "秘密の利害", "秘密の辞退"];
    let left = || {
        let bytes = std::fs::read(folder.path().join(crate::FILE_NAME)).unwrap();
        notes.map(|note| bytes.windows(note.len()).any(|w| w == note.as_bytes()))
    };
    assert_eq!(left(), [true; 3]);
    let (who, action) = (PersonId::from_key("takahashi"), crate::Action::new("purge"));
    store.purge_person(&super::sample::me(), action, super::sample::at(), who, "（抹消済）").unwrap();
    assert_eq!(store.attendance_times(MeetingId::from_key("m1")).unwrap()[0].came, clock(14, 5), "the fact stays");
    assert_eq!(store.integrity_check().unwrap(), []);
    drop(store);
    assert_eq!(left(), [false; 3]);
}
