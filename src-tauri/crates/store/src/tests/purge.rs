//! The lawful way out: after a purge nothing of the person is left in the file.

use super::sample::*;
use crate::{Access, Action, Error, FILE_NAME, Store, WhyNot};
use entaku_domain::id::*;
use entaku_domain::person::{Person, Publication};
use entaku_domain::selection::Nomination;
use std::fs;

const GONE: &str = "（抹消済）";

fn purged(store: &mut Store) -> crate::Done<crate::Purged> {
    store.purge_person(&me(), Action::new("purge"), at(), PersonId::from_key("watanabe"), GONE).unwrap()
}

/// A council in a file whose log knows much of the person.
fn with_history(folder: &std::path::Path) -> Store {
    let mut store = Store::create(folder, at()).unwrap();
    fill(&mut store);
    let about = Action::new("edit_person").about(format!("{FAMILY}　{GIVEN}"));
    let person = Person { contact: Some("電話09000000000".into()), ..people()[1].clone() };
    store.change(&me(), about, at(), |tx| tx.put_person(&person)).unwrap();
    does(&mut store, "route", |tx| {
        let mut appointment = appointments()[1].clone();
        appointment.letter_number = None;
        tx.put_appointment(&appointment)
    });
    does(&mut store, "remove", |tx| tx.remove_affiliation(AffiliationId::from_key("a")));
    store
}

#[test]
fn nothing_of_the_person_is_left_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = with_history(folder.path());
    let file = folder.path().join(FILE_NAME);
    let personal = [
        GIVEN,
        "そういちろう",
        "電話09000000000",
        "秘密の院長職",
        "Watanabe S.",
        "秘密の推薦",
        "秘密の退任",
        "developmental",
    ];
    let bytes = fs::read(&file).unwrap();
    for text in personal {
        assert!(holds(&bytes, text), "{text} is there before");
    }
    let done = purged(&mut store);
    assert_eq!(done.output, crate::Purged::default());
    assert_eq!(store.integrity_check().unwrap(), []);
    drop(store);
    let bytes = fs::read(&file).unwrap();
    for text in personal {
        assert!(!holds(&bytes, text), "{text} is left");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "council and files, no journal");
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

#[test]
fn facts_stay_and_the_rest_is_blank() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = with_history(folder.path());
    let history = store.history(10).unwrap();
    let done = purged(&mut store);
    assert_eq!(
        done.tags,
        ["address", "agenda", "appointment", "attendance", "nomination", "office", "person", "reply", "survey"]
    );
    let person = store.person(PersonId::from_key("watanabe")).unwrap().unwrap();
    assert_eq!((person.name.full().as_str(), person.publication), (GONE, Publication::Hidden));
    assert_eq!((person.contact, person.needs.len(), person.name.latin), (None, 0, None));
    assert_eq!(store.appointments().unwrap().len(), 2);
    assert_eq!(store.offices().unwrap(), [office()]);
    assert_eq!(store.attendance(MeetingId::from_key("m1")).unwrap()[0].proxy.as_deref(), Some(GONE));
    assert_eq!(store.agenda_item(AgendaItemId::from_key("g")).unwrap().unwrap().presenter.as_deref(), Some(GONE));

    let now = store.history(10).unwrap();
    let facts = |c: &crate::Change| (c.id, c.at, c.actor.clone(), c.action.clone());
    assert_eq!(now[1..].iter().map(facts).collect::<Vec<_>>(), history.iter().map(facts).collect::<Vec<_>>());
    assert!(now.iter().all(|c| c.subject.is_none()));
    assert!(now[0].is_final);
    for change in &now {
        let outcome = store.undo(&me(), at(), change.id);
        assert!(
            matches!(outcome, Err(Error::NotUndoable { why: WhyNot::Purged, .. })),
            "{} {outcome:?}",
            change.action
        );
    }
    assert_eq!(store.undoable().unwrap().undo, None);
}

#[test]
fn other_texts_that_hold_the_name_are_reported() {
    let mut store = full();
    does(&mut store, "step", |tx| {
        let text = format!("{FAMILY}{GIVEN}委員から報告");
        tx.put_issue_event(&entaku_domain::issue::IssueEvent { text, ..issue_event() })
    });
    let found = purged(&mut store).output;
    assert_eq!(found.mentions.len(), 1);
    assert_eq!((found.mentions[0].table.as_str(), found.mentions[0].column.as_str()), ("issue_event", "text"));
    assert_eq!(found.logged_mentions, 1);
}

#[test]
fn an_unknown_person_is_not_purged() {
    let mut store = full();
    let outcome = store.purge_person(&me(), Action::new("purge"), at(), PersonId::from_key("nobody"), GONE);
    assert!(matches!(outcome, Err(Error::NotFound { table: "person", .. })));
}

#[test]
fn backups_that_still_know_the_person_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = with_history(folder.path());
    fs::create_dir(folder.path().join("backup")).unwrap();
    let backup = folder.path().join("backup/council-v1-20260401T090000Z.entaku");
    store.copy_to(&backup).unwrap();
    assert_eq!(purged(&mut store).output.backups, [backup]);
    drop(store);
    assert!(Store::open(folder.path(), Access::ReadWrite, at()).is_ok());
}

#[test]
fn what_may_mean_a_namesake_is_left_to_people() {
    let mut store = full();
    does(&mut store, "namesake", |tx| {
        tx.put_person(&Person { id: PersonId::from_key("other"), ..people()[1].clone() })
    });
    let found = purged(&mut store).output;
    let columns: Vec<&str> = found.mentions.iter().map(|m| m.column.as_str()).collect();
    assert_eq!(columns, ["presenter", "route", "proxy", "name", "presided_by", "lot_drawn_by", "proposer"]);
    let other = store.person(PersonId::from_key("other")).unwrap().unwrap();
    assert_eq!(other.name, people()[1].name);
}

#[test]
fn a_purge_may_be_repeated() {
    let mut store = full();
    purged(&mut store);
    let state = dump(&store);
    assert_eq!(purged(&mut store).output, crate::Purged::default());
    assert_eq!(dump(&store), state);
}

/// 渡邉 was 旧川 once; that name stands as a presenter and in the history.
fn renamed(store: &mut Store) {
    let old = Person {
        name: entaku_domain::person::PersonName {
            family: "旧川".into(),
            given: "杏子".into(),
            ..people()[1].name.clone()
        },
        ..people()[1].clone()
    };
    does(store, "add_person", |tx| tx.put_person(&old));
    let item = store.agenda_item(AgendaItemId::from_key("g")).unwrap().unwrap();
    let presented = entaku_domain::agenda::AgendaItem { presenter: Some("旧川　杏子".into()), ..item };
    let about = Action::new("edit_agenda").about("旧川　杏子");
    store.change(&me(), about, at(), |tx| tx.put_agenda_item(&presented)).unwrap();
    does(store, "update_person", |tx| tx.put_person(&people()[1]));
}

#[test]
fn a_name_of_earlier_days_goes_too() {
    let mut store = full();
    renamed(&mut store);
    let titled = entaku_domain::agenda::AgendaItem {
        title: "旧川杏子委員の報告".into(),
        ..store.agenda_item(AgendaItemId::from_key("g")).unwrap().unwrap()
    };
    does(&mut store, "edit_agenda", |tx| tx.put_agenda_item(&titled));
    let found = purged(&mut store).output;
    let item = store.agenda_item(AgendaItemId::from_key("g")).unwrap().unwrap();
    assert_eq!(item.presenter.as_deref(), Some(GONE));
    let columns: Vec<&str> = found.mentions.iter().map(|m| m.column.as_str()).collect();
    assert_eq!(columns, ["title"], "what is more than a name is reported");
    let subjects: Vec<_> = store.history(50).unwrap().into_iter().filter_map(|c| c.subject).collect();
    assert!(subjects.iter().all(|s| !s.contains("旧川")), "{subjects:?}");
}

#[test]
fn the_name_leaves_the_history_of_other_things() {
    let mut store = full();
    let name = format!("{FAMILY}{GIVEN}さんの通院");
    let titled = |tx: &mut crate::Tx<'_>, title: &str| {
        let item = tx.agenda_item(AgendaItemId::from_key("g"))?.unwrap();
        tx.put_agenda_item(&entaku_domain::agenda::AgendaItem { title: title.into(), ..item })
    };
    let about = Action::new("edit_agenda").about(&name);
    store.change(&me(), about, at(), |tx| titled(tx, "別の題")).unwrap();
    assert!(store.history(9).unwrap().iter().any(|c| c.subject.as_deref() == Some(name.as_str())));
    purged(&mut store);
    assert!(store.history(9).unwrap().iter().all(|c| c.subject.is_none()));
}

#[test]
fn a_subject_that_may_mean_a_namesake_is_counted() {
    let name = format!("{FAMILY}　{GIVEN}");
    let logged = |is_named: bool| {
        let mut store = full();
        does(&mut store, "namesake", |tx| {
            tx.put_person(&Person { id: PersonId::from_key("other"), ..people()[1].clone() })
        });
        let about = if is_named { Action::new("set").about(&name) } else { Action::new("set") };
        store.change(&me(), about, at(), |tx| tx.put_setting("a", "b")).unwrap();
        let count = purged(&mut store).output.logged_mentions;
        (count, store.history(9).unwrap().iter().any(|c| c.subject.as_deref() == Some(name.as_str())))
    };
    let (without, with) = (logged(false), logged(true));
    assert_eq!(with, (without.0 + 1, true));
}

/// Another record of 渡邉, which becomes theirs; nothing else is touched.
fn merged(store: &mut Store, from: &str, to: &str) {
    let (from, to) = (PersonId::from_key(from), PersonId::from_key(to));
    does(store, "merge_people", |tx| {
        tx.repoint_person(from, to)?;
        tx.remove_person(from)
    });
}

/// 旧川杏子 with what is only known of her.
fn entered(store: &mut Store, key: &str) {
    let name =
        entaku_domain::person::PersonName {
            family: "旧川".into(), given: "杏子".into(), ..people()[1].name.clone()
        };
    let (id, contact) = (PersonId::from_key(key), Some("電話0311112222".to_owned()));
    let person = Person { id, name, contact, former_names: Vec::new(), ..people()[1].clone() };
    let about = Action::new("add_person").about("旧川　杏子");
    store.change(&me(), about, at(), |tx| tx.put_person(&person)).unwrap();
}

/// Whether anything of 旧川杏子 is in the file.
fn tells(folder: &std::path::Path) -> bool {
    let bytes = fs::read(folder.join(FILE_NAME)).unwrap();
    ["旧川", "電話0311112222"].iter().any(|text| holds(&bytes, text))
}

#[test]
fn a_record_that_became_the_persons_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = with_history(folder.path());
    entered(&mut store, "third");
    entered(&mut store, "second");
    merged(&mut store, "third", "second");
    merged(&mut store, "second", "watanabe");
    let last = store.undoable().unwrap().undo.unwrap().id;
    let undone = store.undo(&me(), at(), last).unwrap().change.unwrap();
    store.undo(&me(), at(), undone).unwrap();
    assert!(tells(folder.path()), "it is there before");
    assert_eq!(purged(&mut store).output, crate::Purged::default());
    assert_eq!(store.integrity_check().unwrap(), []);
    drop(store);
    assert!(!tells(folder.path()), "something is left");
}

#[test]
fn a_record_that_stands_again_is_not_the_persons() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = with_history(folder.path());
    entered(&mut store, "second");
    merged(&mut store, "second", "watanabe");
    let last = store.undoable().unwrap().undo.unwrap().id;
    store.undo(&me(), at(), last).unwrap();
    purged(&mut store);
    let second = store.person(PersonId::from_key("second")).unwrap().unwrap();
    assert_eq!((second.name.family.as_str(), second.contact.as_deref()), ("旧川", Some("電話0311112222")));
}

#[test]
fn whom_only_the_log_knows_can_be_purged() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = with_history(folder.path());
    entered(&mut store, "second");
    let last = store.undoable().unwrap().undo.unwrap().id;
    store.undo(&me(), at(), last).unwrap();
    assert!(tells(folder.path()), "the log knows them");
    let state = dump(&store);
    let found =
        store.purge_person(&me(), Action::new("purge"), at(), PersonId::from_key("second"), GONE).unwrap().output;
    assert_eq!((found, dump(&store)), (crate::Purged::default(), state));
    drop(store);
    assert!(!tells(folder.path()), "something is left");
}

#[test]
fn why_somebody_was_an_exception_and_what_was_noted_before_they_were_named_goes_too() {
    let mut store = full();
    let early = |note: &str| Nomination { person: None, note: Some(note.into()), ..nomination() };
    does(&mut store, "note", |tx| tx.put_nomination(&early("秘密の打診")));
    does(&mut store, "name", |tx| tx.put_nomination(&nomination()));
    let own = PersonId::from_key("watanabe").to_string();
    let left = |store: &Store| {
        let live = store.appointments().unwrap().iter().filter(|a| a.exception.is_some()).count();
        let logged = store.db.query_row(
            "select count(*) from change_row where tbl = 'appointment' and instr(ifnull(before, '') || after, ?1) > 0
                and instr(ifnull(before, '') || after, '後任が決まらないため') > 0",
            [&own],
            |r| r.get::<_, u32>(0),
        );
        let noted = store.db.query_row(
            "select count(*) from change_row where instr(ifnull(before, '') || ifnull(after, ''), '秘密の打診') > 0",
            [],
            |r| r.get::<_, u32>(0),
        );
        (live, logged.unwrap(), noted.unwrap())
    };
    assert_eq!(left(&store), (2, 1, 2));
    purged(&mut store);
    assert_eq!(left(&store), (1, 0, 0), "only the other member's reason is left");
}
