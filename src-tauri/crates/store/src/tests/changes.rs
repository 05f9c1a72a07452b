//! The one door: log, undo, redo, and that nothing else gets in.

use super::sample::*;
use crate::{Action, ChangeId, Error, Store, WhyNot};
use entaku_domain::id::*;
use proptest::prelude::*;

fn set(store: &mut Store, key: &str, value: &str) -> ChangeId {
    does(store, "set", |tx| tx.put_setting(key, value))
}

#[test]
fn undo_restores_everything_and_redo_brings_it_back() {
    let mut store = Store::in_memory().unwrap();
    let empty = dump(&store);
    fill(&mut store);
    let filled = dump(&store);
    assert_ne!(filled, empty);
    let fill = store.undoable().unwrap().undo.unwrap().id;
    let undone = store.undo(&me(), at(), fill).unwrap();
    assert_eq!(dump(&store), empty);
    assert_eq!(store.undoable().unwrap().redo.unwrap().id, undone.change.unwrap());
    store.undo(&me(), at(), undone.change.unwrap()).unwrap();
    assert_eq!(dump(&store), filled);
}

#[test]
fn what_changes_nothing_is_no_change() {
    let mut store = full();
    let first = set(&mut store, "paper", "A4");
    let before = (dump(&store), store.history(9).unwrap());
    let done = store.change(&me(), Action::new("again"), at(), |tx| tx.put_setting("paper", "A4")).unwrap();
    assert_eq!((done.change, done.tags.len()), (None, 0));
    assert_eq!((dump(&store), store.history(9).unwrap()), before, "nothing of it is logged");
    assert_eq!(store.undoable().unwrap().undo.unwrap().id, first, "undo still means what was done before");
    let noted = store.change(&me(), Action::new("printed").aside(), at(), |_| Ok::<_, Error>(())).unwrap();
    assert!(noted.change.is_some(), "what happened outside stays on record");
    let last = store.change(&me(), Action::new("sent").last(), at(), |_| Ok::<_, Error>(())).unwrap();
    assert!(last.change.is_some());
}

#[test]
fn a_change_tells_what_to_reload() {
    let mut store = full();
    let done = store
        .change(&me(), Action::new("edit"), at(), |tx| {
            tx.remove_agenda_item(AgendaItemId::from_key("g"))?;
            tx.remove_affiliation(AffiliationId::from_key("a"))?;
            tx.put_setting("paper", "A3")
        })
        .unwrap();
    assert_eq!(
        done.tags,
        ["agenda", "attendance", "issue", "minutes", "office", "person"],
        "a setting put as it was is no change"
    );
    for table in crate::log::tables(&store.db).unwrap() {
        assert!(crate::log::tag(&table).is_some(), "{table} has no tag");
    }
}

#[test]
fn a_write_outside_a_change_is_refused() {
    let store = full();
    let before = dump(&store);
    for table in crate::log::tables(&store.db).unwrap() {
        let error = Error::from(store.db.execute(&format!("delete from \"{table}\""), []).unwrap_err());
        assert!(matches!(error, Error::OutsideChange), "{table}: {error}");
    }
    let insert = store.db.execute("insert into setting (id, value) values ('a', 'b')", []).unwrap_err();
    assert!(matches!(Error::from(insert), Error::OutsideChange));
    let update = store.db.execute("update person set family = 'x'", []).unwrap_err();
    assert!(matches!(Error::from(update), Error::OutsideChange));
    assert!(store.db.execute("delete from change", []).is_err());
    assert!(store.db.execute("delete from change_row", []).is_err());
    assert_eq!(dump(&store), before);
}

#[derive(Debug, thiserror::Error)]
enum Caller {
    #[error("own")]
    Own,
    #[error(transparent)]
    Store(#[from] Error),
}

#[test]
fn an_error_leaves_no_trace() {
    let mut store = full();
    let (before, history) = (dump(&store), store.history(10).unwrap());
    let outcome = store.change(&me(), Action::new("fails"), at(), |tx| {
        tx.put_setting("a", "b")?;
        tx.remove_office(OfficeId::from_key("o"))?;
        Err::<(), _>(Caller::Own)
    });
    assert!(matches!(outcome, Err(Caller::Own)));
    let dangling = store.change(&me(), Action::new("fails"), at(), |tx| {
        tx.remove_meeting(MeetingId::from_key("m1"))?;
        Ok::<_, Caller>(())
    });
    assert!(matches!(dangling, Err(Caller::Store(Error::BrokenReference { .. }))));
    assert_eq!((dump(&store), store.history(10).unwrap()), (before, history));
    set(&mut store, "still", "works");
}

#[test]
fn a_panic_leaves_no_trace() {
    let mut store = full();
    let before = dump(&store);
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        does(&mut store, "panics", |tx| {
            tx.put_setting("a", "b")?;
            panic!("on purpose")
        })
    }));
    assert!(caught.is_err());
    assert_eq!(dump(&store), before);
    set(&mut store, "still", "works");
}

#[test]
fn what_was_changed_later_is_not_undone() {
    let mut store = Store::in_memory().unwrap();
    let first = set(&mut store, "a", "1");
    let other = set(&mut store, "b", "1");
    let second = set(&mut store, "a", "2");
    match store.undo(&me(), at(), first) {
        Err(Error::ChangedLater { change, action, at: when }) => {
            assert_eq!((change, action.as_str(), when), (second, "set", at()));
        }
        other => panic!("{other:?}"),
    }
    store.undo(&me(), at(), other).unwrap();
    store.undo(&me(), at(), second).unwrap();
    store.undo(&me(), at(), first).unwrap();
    assert_eq!(store.settings().unwrap(), []);
}

#[test]
fn what_later_records_rest_on_is_not_undone() {
    let mut store = Store::in_memory().unwrap();
    let person = does(&mut store, "person", |tx| tx.put_person(&people()[1]));
    let place = does(&mut store, "place", |tx| {
        tx.put_organization(&organization())?;
        tx.put_affiliation(&affiliation())
    });
    let before = dump(&store);
    let refused = store.undo(&me(), at(), person);
    assert!(matches!(refused, Err(Error::ChangedLater { change, .. }) if change == place), "{refused:?}");
    assert_eq!(dump(&store), before);
}

#[test]
fn ctrl_z_goes_back_step_by_step_and_forth_again() {
    let mut store = Store::in_memory().unwrap();
    for value in ["1", "2", "3"] {
        let action = Action::new("set").about(value);
        store.change(&me(), action, at(), |tx| tx.put_setting("a", value)).unwrap();
    }
    let step = |store: &mut Store, back: bool| {
        let next = store.undoable().unwrap();
        let change = if back { next.undo } else { next.redo }.unwrap();
        store.undo(&me(), at(), change.id).unwrap();
        (store.setting("a").unwrap(), change.subject.unwrap())
    };
    assert_eq!(step(&mut store, true), (Some("2".into()), "3".into()));
    assert_eq!(step(&mut store, true), (Some("1".into()), "2".into()));
    assert_eq!(step(&mut store, false), (Some("2".into()), "2".into()));
    assert_eq!(step(&mut store, true), (Some("1".into()), "2".into()));
    assert_eq!(step(&mut store, true), (None, "1".into()));
    assert_eq!(store.undoable().unwrap().undo, None);
    for value in ["1", "2", "3"] {
        assert_eq!(step(&mut store, false).0.as_deref(), Some(value));
    }
    assert_eq!(store.undoable().unwrap().redo, None);
    step(&mut store, true);
    set(&mut store, "b", "1");
    assert_eq!(store.undoable().unwrap().redo, None, "a new change ends what may be redone");
}

#[test]
fn a_final_change_is_a_wall() {
    let mut store = Store::in_memory().unwrap();
    set(&mut store, "a", "1");
    let letter = store
        .change(&me(), Action::new("issue").last(), at(), |tx| tx.put_setting("letter", "1"))
        .unwrap()
        .change
        .unwrap();
    let refused = store.undo(&me(), at(), letter);
    assert!(matches!(refused, Err(Error::NotUndoable { change, why: WhyNot::Final }) if change == letter));
    assert_eq!(store.undoable().unwrap().undo, None);
    assert!(matches!(store.undo(&me(), at(), ChangeId(99)), Err(Error::NoChange(ChangeId(99)))));
}

#[test]
fn history_tells_who_did_what_to_which_rows() {
    let mut store = Store::in_memory().unwrap();
    set(&mut store, "a", "1");
    let second = set(&mut store, "a", "2");
    let undone = store.undo(&me(), at(), second).unwrap().change.unwrap();
    let history = store.history(2).unwrap();
    assert_eq!(history.iter().map(|c| c.id).collect::<Vec<_>>(), [undone, second]);
    assert_eq!((history[0].action.as_str(), history[0].undoes), ("undo", Some(second)));
    assert_eq!((history[1].actor.as_str(), history[1].undone_by), ("事務局", Some(undone)));
    let rows = store.rows_of(second).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].before.as_ref().unwrap()["value"], "1");
    assert_eq!(rows[0].after.as_ref().unwrap()["value"], "2");
    assert_eq!(store.history_of("setting", "a").unwrap().len(), 3);
}

#[test]
fn new_identifiers_are_in_order_and_carry_the_time() {
    let mut store = Store::in_memory().unwrap();
    let ids = store
        .change(&me(), Action::new("ids"), at(), |tx| {
            Ok::<_, Error>((0..5000).map(|_| tx.new_id()).collect::<Vec<_>>())
        })
        .unwrap()
        .output;
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    let (seconds, _) = ids[0].get_timestamp().unwrap().to_unix();
    assert_eq!(i64::try_from(seconds).unwrap(), at().timestamp());
}

/// One of the things that a random sequence does.
fn random_step(tx: &mut crate::Tx<'_>, kind: u8, n: u8) -> crate::Result<()> {
    let key = format!("k{}", n % 4);
    match kind {
        0 => tx.put_setting(&key, &n.to_string()),
        1 => tx.remove_setting(&key).or(Ok(())),
        2 => {
            let mut person = people()[usize::from(n % 2)].clone();
            person.contact = (n > 80).then(|| format!("\"{n}\" \\ 𠮷\n"));
            tx.put_person(&person)
        }
        3 => {
            let mut item = agenda_item();
            item.papers =
                (8..15).filter(|p| n >> (p - 8) & 1 == 1).map(|p| PaperId::from_key(&p.to_string())).collect();
            tx.put_agenda_item(&item)
        }
        4 => tx.remove_agenda_item(agenda_item().id).or(Ok(())),
        5 => tx.remove_affiliation(affiliation().id).or(Ok(())),
        _ => tx.put_affiliation(&affiliation()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// After any changes, undoing them one by one passes through every state
    /// again, and redoing them does, too.
    #[test]
    fn any_sequence_can_be_undone_and_redone(
        changes in prop::collection::vec(prop::collection::vec((0_u8..7, any::<u8>()), 1..5), 1..8)
    ) {
        let mut store = full();
        let mut states = vec![dump(&store)];
        for steps in &changes {
            let work = |tx: &mut crate::Tx<'_>| steps.iter().try_for_each(|(kind, n)| random_step(tx, *kind, *n));
            let done = store.change(&me(), Action::new("random"), at(), work).unwrap();
            let state = dump(&store);
            if done.change.is_some() {
                states.push(state);
            } else {
                prop_assert_eq!(states.last(), Some(&state));
            }
        }
        for state in states.iter().rev().skip(1) {
            let next = store.undoable().unwrap().undo.unwrap();
            store.undo(&me(), at(), next.id).unwrap();
            prop_assert_eq!(&dump(&store), state);
        }
        for state in states.iter().skip(1) {
            let next = store.undoable().unwrap().redo.unwrap();
            store.undo(&me(), at(), next.id).unwrap();
            prop_assert_eq!(&dump(&store), state);
        }
        prop_assert_eq!(store.integrity_check().unwrap(), vec![]);
    }
}
