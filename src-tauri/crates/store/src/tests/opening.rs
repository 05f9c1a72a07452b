//! Opening what is there, and what is not a council.

use super::sample::*;
use crate::{Access, Action, Error, FILE_NAME, Fault, Store};
use std::fs;
use std::path::Path;

fn created() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fill(&mut Store::create(folder.path(), at()).unwrap());
    let file = folder.path().join(FILE_NAME);
    (folder, file)
}

fn open(path: &Path) -> crate::Result<Store> {
    Store::open(path, Access::ReadWrite, at())
}

fn settles(store: &mut Store) -> crate::Result<()> {
    store.change(&me(), Action::new("set"), at(), |tx| tx.put_setting("a", "b")).map(|_| ())
}

#[test]
fn a_council_is_created_once_and_opened_by_folder_or_file() {
    let (folder, file) = created();
    assert_eq!(dump(&open(folder.path()).unwrap()), dump(&full()));
    let store = open(&file).unwrap();
    assert_eq!((store.access(), store.path()), (Access::ReadWrite, Some(file.as_path())));
    let before = fs::read(&file).unwrap();
    assert!(matches!(Store::create(folder.path(), at()), Err(Error::AlreadyThere { path }) if path == file));
    assert_eq!(fs::read(&file).unwrap(), before);
    let named = folder.path().join("deep/er/自立支援 協議会.entaku");
    assert_eq!(Store::create(&named, at()).unwrap().path(), Some(named.as_path()));
    let entries = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(entries, 3, "council, files, deep; nothing temporary");
    assert!(matches!(open(&folder.path().join("none")), Err(Error::NoCouncil { .. })));
}

#[test]
fn the_journal_is_fit_for_a_network_share() {
    let (_folder, file) = created();
    let store = open(&file).unwrap();
    let ask =
        |pragma: &str| store.db.query_row(&format!("pragma {pragma}"), [], |r| r.get::<_, rusqlite::types::Value>(0));
    assert_eq!(ask("journal_mode").unwrap(), "delete".to_owned().into());
    for (pragma, value) in [("foreign_keys", 1), ("secure_delete", 1), ("synchronous", 2)] {
        assert_eq!(ask(pragma).unwrap(), value.into(), "{pragma}");
    }
}

#[test]
fn tables_are_strict_and_without_blobs_or_cascades() {
    let store = Store::in_memory().unwrap();
    for table in crate::log::tables(&store.db).unwrap() {
        let sql: String =
            store.db.query_row("select sql from sqlite_master where name = ?1", [&table], |r| r.get(0)).unwrap();
        let sql = sql.to_lowercase();
        assert!(sql.ends_with("strict"), "{table}");
        assert!(!sql.contains("cascade") && !sql.contains(" blob") && !sql.contains(" real"), "{table}");
        assert_eq!(sql.matches("references").count(), sql.matches("deferrable initially deferred").count(), "{table}");
    }
}

#[test]
fn what_is_no_council_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE_NAME);
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).unwrap().execute_batch("create table t (a); insert into t values (1)").unwrap();
    for content in [b"not a database, but a text that is long enough ".repeat(40), fs::read(&other).unwrap(), vec![]] {
        fs::write(&file, &content).unwrap();
        for access in [Access::ReadWrite, Access::ReadOnly] {
            let outcome = Store::open(&file, access, at());
            assert!(matches!(&outcome, Err(Error::NotACouncil { path }) if *path == file), "{outcome:?}");
        }
        assert_eq!(fs::read(&file).unwrap(), content);
    }
}

#[test]
fn a_newer_file_is_refused_and_untouched() {
    let (_folder, file) = created();
    let db = rusqlite::Connection::open(&file).unwrap();
    db.pragma_update(None, "user_version", 77).unwrap();
    drop(db);
    let before = fs::read(&file).unwrap();
    match open(&file) {
        Err(Error::Newer { found, known, .. }) => assert_eq!((found, known), (77, crate::migrations::STEPS.len())),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_damaged_file_says_so() {
    let (_folder, file) = created();
    let whole = fs::read(&file).unwrap();

    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let truncated = open(&file).and_then(|s| s.integrity_check());
    assert!(is_damage(&truncated), "{truncated:?}");

    let mut garbled = whole.clone();
    for page in garbled.chunks_mut(4096).skip(1) {
        page[..64].fill(0xee);
    }
    fs::write(&file, &garbled).unwrap();
    let read = open(&file).and_then(|s| s.people());
    assert!(matches!(read, Err(Error::Damaged { .. })), "{read:?}");
    assert!(is_damage(&open(&file).and_then(|s| s.integrity_check())));
}

fn is_damage(outcome: &crate::Result<Vec<Fault>>) -> bool {
    match outcome {
        Err(Error::Damaged { .. }) => true,
        Ok(faults) => matches!(faults.first(), Some(Fault::Database(_))),
        Err(_) => false,
    }
}

#[test]
fn read_only_reads_and_refuses_to_write() {
    let (folder, file) = created();
    let before = fs::read(&file).unwrap();
    let mut store = Store::open(folder.path(), Access::ReadOnly, at()).unwrap();
    assert_eq!(dump(&store), dump(&full()));
    assert!(matches!(settles(&mut store), Err(Error::ReadOnly)));
    assert!(matches!(store.add_file(&mut &b"x"[..]), Err(Error::ReadOnly)));
    assert_eq!(fs::read(&file).unwrap(), before);
}

/// A share that goes away while the council is open takes no journal any more.
/// (Windows does not let an open folder be renamed; then there is nothing to see.)
#[test]
fn a_folder_that_takes_no_journal_is_read_only() {
    let (folder, file) = created();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    fs::rename(&file, inner.join(FILE_NAME)).unwrap();
    let mut store = open(&inner).unwrap();
    if fs::rename(&inner, folder.path().join("elsewhere")).is_ok() {
        let outcome = settles(&mut store);
        assert!(matches!(outcome, Err(Error::ReadOnly)), "{outcome:?}");
    }
}

#[test]
fn a_locked_folder_is_opened_read_only() {
    let (folder, file) = created();
    let lock = |readonly| {
        for path in [&file, &folder.path().to_owned()] {
            let mut permissions = fs::metadata(path).unwrap().permissions();
            permissions.set_readonly(readonly);
            fs::set_permissions(path, permissions).unwrap();
        }
    };
    lock(true);
    let held = fs::File::options().append(true).open(&file).is_err();
    let outcome = open(&file).map(|mut store| (store.access(), settles(&mut store)));
    lock(false);
    match outcome.unwrap() {
        (Access::ReadOnly, Err(Error::ReadOnly)) if held => {}
        // An administrator writes nevertheless.
        (Access::ReadWrite, Ok(())) if !held => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_process_that_writes_is_named() {
    let (_folder, file) = created();
    let mut store = open(&file).unwrap();
    let other = rusqlite::Connection::open(&file).unwrap();
    other.execute_batch("begin immediate").unwrap();
    store.db.busy_timeout(std::time::Duration::from_millis(20)).unwrap();
    assert!(matches!(settles(&mut store), Err(Error::InUse)));
    assert_eq!(store.people().unwrap().len(), 2, "reading goes on");
    other.execute_batch("rollback").unwrap();
    settles(&mut store).unwrap();
}

#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    let (_folder, file) = created();
    let mut store = open(&file).unwrap();
    let before = dump(&store);
    let pages: i64 = store.db.query_row("pragma page_count", [], |r| r.get(0)).unwrap();
    store.db.execute_batch(&format!("pragma max_page_count = {pages}")).unwrap();
    let outcome = store.change(&me(), Action::new("big"), at(), |tx| tx.put_setting("a", &"x".repeat(100_000)));
    assert!(matches!(outcome, Err(Error::DiskFull)));
    assert_eq!(dump(&store), before);
    assert_eq!(store.integrity_check().unwrap(), []);
}

#[test]
fn a_copy_is_complete_and_never_overwrites() {
    let (folder, file) = created();
    let store = open(&file).unwrap();
    let copy = folder.path().join("写し.entaku");
    store.copy_to(&copy).unwrap();
    assert_eq!(dump(&open(&copy).unwrap()), dump(&store));
    assert!(matches!(store.copy_to(&copy), Err(Error::AlreadyThere { .. })));
}
