//! Speed, printed and not judged: `cargo test -p entaku-store speed -- --nocapture --include-ignored`.

use super::sample::*;
use crate::{Access, Store};
use entaku_domain::appointment::Appointment;
use entaku_domain::id::*;
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::{Paper, PaperClass, PaperContent, PaperNumber};
use std::time::Instant;

fn timed<T>(what: &str, f: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let output = f();
    println!("{what}: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    output
}

#[test]
fn ten_thousand_logged_inserts() {
    let mut store = Store::in_memory().unwrap();
    let change = timed("10,000 logged inserts", || {
        does(&mut store, "many", |tx| (0..10_000).try_for_each(|n| tx.put_setting(&format!("k{n}"), "value")))
    });
    timed("undoing them", || store.undo(&me(), at(), change)).unwrap();
    assert_eq!(store.settings().unwrap(), []);
}

#[test]
#[ignore = "takes seconds; run it for the numbers"]
fn thirty_years_open_quickly() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    fill(&mut store);
    timed("writing 30 years", || does(&mut store, "years", thirty_years));
    drop(store);
    let store = timed("opening 30 years, with the first small queries", || {
        let store = Store::open(folder.path(), Access::ReadWrite, at()).unwrap();
        store.council().unwrap();
        store.bodies().unwrap();
        store.meetings_where(None, Some(year(2026))).unwrap();
        store.undoable().unwrap();
        store
    });
    assert_eq!(timed("10,000 appointments", || store.appointments()).unwrap().len(), 10_002);
    assert_eq!(timed("2,000 meetings", || store.meetings()).unwrap().len(), 2_001);
    let one = MeetingId::from_key("m1999");
    assert_eq!(timed("papers of a meeting", || store.papers(one)).unwrap().len(), 10);
}

fn thirty_years(tx: &mut crate::Tx<'_>) -> crate::Result<()> {
    for n in 0..10_000 {
        let id = AppointmentId::from_key(&format!("many{n}"));
        tx.put_appointment(&Appointment { id, ..appointments()[1].clone() })?;
    }
    for n in 0..2_000 {
        let id = MeetingId::from_key(&format!("m{n}x"));
        let id = if n == 1999 { MeetingId::from_key("m1999") } else { id };
        let date = day("1996-04-01") + chrono::Days::new(n * 5);
        tx.put_meeting(&Meeting { id, date, ..meeting() })?;
        for p in 0..10 {
            tx.put_paper(&Paper {
                id: PaperId::from_key(&format!("{n}/{p}")),
                meeting: id,
                number: PaperNumber::new(format!("資料{p}")),
                title: "題".into(),
                class: PaperClass::Sent,
                revision: None,
                closed_reason: None,
                content: PaperContent::Text { markdown: "本文".repeat(200) },
            })?;
        }
    }
    Ok(())
}
