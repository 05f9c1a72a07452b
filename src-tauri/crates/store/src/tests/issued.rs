//! The ledger of documents that left the house.

use super::sample::*;
use crate::{Action, Error, Fault, Store, WhyNot};
use entaku_domain::id::*;
use entaku_domain::issued::{Issued, Way};

fn watanabe() -> Vec<PersonId> {
    vec![PersonId::from_key("watanabe")]
}

fn issues(store: &mut Store, key: &str, bytes: &[u8]) -> crate::ChangeId {
    let action = Action::new("issue_document").about("名簿").aside();
    let change = store.change(&me(), action, at(), |tx| {
        let sha256 = tx.add_file(&mut &bytes[..])?;
        tx.put_issued(&Issued { id: IssuedId::from_key(key), sha256, way: Way::Saved, people: watanabe(), ..issued() })
    });
    change.unwrap().change.unwrap()
}

#[test]
fn undo_and_redo_pass_by_what_left() {
    let mut store = full();
    let first = does(&mut store, "set", |tx| tx.put_setting("a", "1"));
    let out = issues(&mut store, "1", b"one");
    assert_eq!(store.undoable().unwrap().undo.unwrap().id, first, "Ctrl+Z takes back what was done before");
    let refused = store.undo(&me(), at(), out);
    assert!(matches!(refused, Err(Error::NotUndoable { why: WhyNot::Final, .. })), "{refused:?}");
    let undone = store.undo(&me(), at(), first).unwrap().change.unwrap();
    assert_eq!(store.setting("a").unwrap(), None);
    issues(&mut store, "2", b"two");
    assert_eq!(store.undoable().unwrap().redo.unwrap().id, undone, "and what may be redone stays");
    store.undo(&me(), at(), undone).unwrap();
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
    assert_eq!(store.issued().unwrap().len(), 3);
    let history = store.history(10).unwrap();
    assert_eq!(history.iter().filter(|c| c.is_aside).count(), 2, "the history tells of it");
}

#[test]
fn what_left_does_not_keep_anything_from_being_undone() {
    let mut store = Store::in_memory().unwrap();
    let person = does(&mut store, "person", |tx| tx.put_person(&people()[1]));
    issues(&mut store, "1", b"names him");
    store.undo(&me(), at(), person).unwrap();
    assert_eq!(store.people().unwrap(), []);
    assert_eq!(store.issued().unwrap()[0].people, watanabe());
}

#[test]
fn exactly_what_left_is_kept_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    issues(&mut store, "1", b"one");
    let kept = store.issued().unwrap().remove(0);
    assert_eq!(store.file(&kept.sha256).unwrap(), b"one");
    let path = folder.path().join("files").join(&kept.sha256);
    std::fs::write(&path, b"two").unwrap();
    let (issued, name) = (kept.id, kept.name);
    assert_eq!(store.integrity_check().unwrap(), [Fault::IssuedDamaged { issued, name: name.clone() }]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(store.integrity_check().unwrap(), [Fault::IssuedMissing { issued, name }]);
}

#[test]
fn an_erasure_tells_what_is_kept_and_may_take_it_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    fill(&mut store);
    issues(&mut store, "2", ISSUED);
    issues(&mut store, "3", b"another");
    let purged = store.purge_person(&me(), Action::new("purge"), at(), PersonId::from_key("watanabe"), "x").unwrap();
    assert_eq!(purged.output.issued.len(), 2);
    assert!(store.history(10).unwrap().iter().all(|c| c.subject.is_none()), "subjects are blank");

    let drop = |store: &mut Store, id| store.drop_issued(&me(), Action::new("drop"), at(), &[id]);
    let done = drop(&mut store, IssuedId::from_key("2")).unwrap();
    assert_eq!(done.output.len(), 2, "the same bytes left twice");
    assert_eq!(done.tags, ["issued"]);
    let left: Vec<bool> = store.issued().unwrap().iter().map(|d| d.kept).collect();
    assert_eq!(left.iter().filter(|kept| **kept).count(), 1);
    assert_eq!(store.integrity_check().unwrap(), []);
    assert_eq!(store.issued_naming(PersonId::from_key("watanabe")).unwrap(), [IssuedId::from_key("3")]);
    let unknown = drop(&mut store, IssuedId::from_key("nothing"));
    assert!(matches!(unknown, Err(Error::NotFound { table: "issued", .. })), "{unknown:?}");
}

#[test]
fn a_file_that_is_a_paper_stays() {
    let mut store = full();
    let paper = store.papers(MeetingId::from_key("m1")).unwrap();
    let of_file = |p: &entaku_domain::paper::Paper| match &p.content {
        entaku_domain::paper::PaperContent::File { sha256, .. } => Some(sha256.clone()),
        _ => None,
    };
    let sha256 = paper.iter().find_map(of_file).unwrap();
    let bytes = store.file(&sha256).unwrap();
    issues(&mut store, "p", &bytes);
    store.drop_issued(&me(), Action::new("drop"), at(), &[IssuedId::from_key("p")]).unwrap();
    assert_eq!(store.file(&sha256).unwrap(), bytes);
}
