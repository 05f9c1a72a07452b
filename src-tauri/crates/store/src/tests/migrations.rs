//! From every older version to the present one.

use super::sample::*;
use crate::migrations::{STEPS, Step, migrate};
use crate::{Access, Error, FILE_NAME, Store, WhyNot};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// SHA-256 of each released step. A line is added with a step and never changed.
const PINS: &[&str] = &[
    "b5c4d5c2f690f9b7bd322063073e730ceec2538dfd9045fee2fc3f2c8734d377",
    "1dc2818cd17ea9cdb3555a0b0e9032aa5afd0efa4fa32d426e01f7eb74b8b1a9",
    "79b4b762e1bc36bfe33602f9ad635bf04b801bd4b3d5b7db2a8d663d1a530a60",
    "f8e1ea16762009410624888d9bd0c653d3850a5da7a5c553c2bfc9ca8dbef4e0",
    "8900488ce349edd78f226819270e52e0a3e9618780887ee01cb13cb27d686a38",
    "0cefe257dc30b5cf7ed35f8da6a226b9c52ee930e972bdaa766fa72bcbddf9a2",
    "f37b6a2186a71214287efbf166f7d0e76b8b8ecb05012cf57699b77878e66016",
    "d5dc89954aeca74d45ffe32df20c04cb9d95418f45afb0d1de77249c543554b8",
    "e755d7b9cad0fd80549d83cdfbf34f3ff0bd5f6e93410821648cbcb8c3813ca4",
    "e452af272001088fffb5b1c6b411dcd059534a580872ffd0cd08a1dd2723860c",
    "1d754dfee038eda0e04490551788e148684a4d3d1b5b4ae941ad844b15fc6efb",
    "ee46a8de1412926597019e159dcad0888667102c097d6d485924851a61d15b0c",
    "591573e5daccae9dc2d5d558fe1cabadba400025e820d8e2a57c1c523e3558a3",
    "886804108df35f0debe35444030443f63bfd667782dfb18c74b6c8e348c2bb99",
    "4ec527d918062b821e9ae28312385e1fe9da510a7f43b4cb099494dc42455ddb",
    "fbfa63ddaaeb6402fd908877c46e259e18edb520aa56414496f01186f5dd1de8",
    "276079c049d743ffb6fdd84efeaa54719f9415fd74703b5ee987571c4f62926e",
    "ce7d8fe4b3efc953f11fcd50e16aa9fdf4cce620264b5985dab5121969a71585",
    "e5843ebd6a8ed3ff11f5f4b68bf3dcf8606c579afcca5e5fc4952d8267583bf0",
    "ad54360ff6eeafbc7cd391ed9c619da7f1bf290fe5c76c33d5d0d8ebfdecc438",
    "155423db114a368308a376059fdfdd0c4b8fd1c9fdcdf73df616215d74439d18",
    "14435440aeea1f8b848798b80af67158066618369e3b275706edb01e9bebc80a",
];

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/db").join(name)
}

fn text_of(name: &str) -> String {
    fs::read_to_string(fixture(name)).unwrap().replace("\r\n", "\n")
}

/// A folder with the council of version 1.
fn version_one() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let db = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    db.execute_batch(&text_of("v1.sql")).unwrap();
    folder
}

fn schema(db: &Connection) -> String {
    let sql = "select sql || ';' from sqlite_master where sql is not null and name not like 'log\\_%' escape '\\'
               order by type desc, name";
    let lines = db.prepare(sql).unwrap().query_map([], |r| r.get(0)).unwrap().collect::<Result<Vec<String>, _>>();
    lines.unwrap().join("\n") + "\n"
}

#[test]
fn released_steps_are_never_edited() {
    for (n, (step, pin)) in STEPS.iter().zip(PINS).enumerate() {
        let text = step.sql.replace("\r\n", "\n");
        let found: String = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(found, *pin, "step {}", n + 1);
    }
    assert_eq!(STEPS.len(), PINS.len());
}

/// `tests/fixtures/db/schema.sql` is the whole schema, to be read; written anew with `ENTAKU_BLESS=1`.
#[test]
fn the_schema_is_as_recorded() {
    let found = schema(&Store::in_memory().unwrap().db);
    if std::env::var_os("ENTAKU_BLESS").is_some() {
        fs::write(fixture("schema.sql"), &found).unwrap();
    }
    assert_eq!(found, text_of("schema.sql"));
}

#[test]
fn version_one_is_backed_up_and_brought_up_to_date() {
    let folder = version_one();
    let mut store = Store::open(folder.path(), Access::ReadWrite, at()).unwrap();
    assert_eq!(schema(&store.db), text_of("schema.sql"));
    assert_eq!(store.integrity_check().unwrap(), []);

    let names: Vec<String> = store.people().unwrap().iter().map(|p| p.name.full()).collect();
    assert_eq!(names, ["髙橋　美咲", "渡邉\u{e0102}　宗一郎"]);
    assert_eq!(store.people_matching("わたなべ").unwrap().len(), 1, "search keys are filled");
    assert_eq!(store.organizations_matching("円卓").unwrap().len(), 1);
    assert_eq!(store.issues_matching("移動").unwrap().len(), 1);
    assert_eq!(store.appointments().unwrap().len(), 1);

    let backups = store.backups().unwrap();
    let names: Vec<_> = backups.iter().map(|p| p.file_name().unwrap()).collect();
    assert_eq!(names, ["council-v1-20260401T090000Z.entaku"]);
    let backup = Connection::open(&backups[0]).unwrap();
    assert_eq!(backup.query_row("pragma user_version", [], |r| r.get::<_, i64>(0)).unwrap(), 1);
    assert_eq!(backup.query_row("select count(*) from person", [], |r| r.get::<_, i64>(0)).unwrap(), 2);

    let history = store.history(5).unwrap();
    assert_eq!((history[0].action.as_str(), history[0].is_final, history[0].at), ("migrate", true, at()));
    assert_eq!(store.undoable().unwrap().undo, None);
    let refused = store.undo(&me(), at(), history[1].id);
    assert!(matches!(refused, Err(Error::NotUndoable { why: WhyNot::OtherVersion, .. })), "{refused:?}");

    let person = store.people().unwrap()[0].clone();
    does(&mut store, "edit", |tx| {
        tx.put_person(&entaku_domain::person::Person { contact: Some("x".into()), ..person })
    });
    assert_eq!(store.rows_of(store.history(1).unwrap()[0].id).unwrap().len(), 1, "the log goes on");
}

#[test]
fn an_older_file_is_not_read_without_bringing_it_up_to_date() {
    let folder = version_one();
    let outcome = Store::open(folder.path(), Access::ReadOnly, at());
    assert!(matches!(outcome, Err(Error::OlderReadOnly { found: 1, .. })), "{outcome:?}");
}

/// All steps, and some more.
fn and_then(more: &[&'static str]) -> &'static [Step] {
    let more = more.iter().map(|sql| Step { sql, fill: None });
    STEPS.iter().copied().chain(more).collect::<Vec<_>>().leak()
}

const RENAMED: &str = "create table setting_new (id text primary key not null, value text not null, note text) strict;
    insert into setting_new (id, value) select id, value from setting;
    drop table setting;
    alter table setting_new rename to setting;
    create table extra (id text primary key not null) strict;";

/// The file's next version, tried before there is one: rows stay, new tables are logged.
#[test]
fn a_table_can_be_rebuilt() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    fill(&mut store);
    drop(store);
    let mut store = Store::open_with(folder.path(), Access::ReadWrite, at(), and_then(&[RENAMED])).unwrap();
    assert_eq!(store.setting("paper").unwrap().as_deref(), Some("A3"));
    assert!(store.db.execute("insert into extra values ('a')", []).is_err(), "outside a change");
    does(&mut store, "extra", |tx| Ok(tx.db.execute("insert into extra values ('a')", []).map(|_| ())?));
    drop(store);
    let outcome = Store::open(folder.path(), Access::ReadWrite, at());
    let known_then = STEPS.len();
    assert!(
        matches!(outcome, Err(Error::Newer { found, known, .. }) if (found, known) == (known_then + 1, known_then))
    );
}

const FAILING: [&str; 2] = ["update person set family = 'x'; delete from setting;", "create table broken ("];
const DANGLING: [&str; 1] = ["delete from person;"];

#[test]
fn a_migration_that_fails_changes_nothing() {
    for steps in [and_then(&FAILING), and_then(&DANGLING)] {
        let folder = version_one();
        let file = folder.path().join(FILE_NAME);
        let before = fs::read(&file).unwrap();
        let outcome = Store::open_with(folder.path(), Access::ReadWrite, at(), steps);
        assert!(matches!(outcome, Err(Error::Migration(_))), "{outcome:?}");
        assert_eq!(fs::read(&file).unwrap(), before);
        assert!(Store::open(folder.path(), Access::ReadWrite, at()).is_ok());
    }
}

/// A step that stops the process while half of it has reached the disk: a copy
/// of the files at that moment is what a crash leaves behind.
#[test]
fn a_migration_killed_in_the_middle_is_rolled_back() {
    let folder = version_one();
    let mut db = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    let before = people_of(&db);
    db.execute_batch("pragma cache_size = 1; pragma cache_spill = 1;").unwrap();
    let transaction = db.transaction().unwrap();
    transaction.execute_batch(STEPS[1].sql).unwrap();
    let taken_off = crate::log::uninstall(&transaction).unwrap();
    transaction.execute_batch(&taken_off).unwrap();
    let writes = "update person set family = 'half';
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)
        insert into setting select 'half' || i, hex(zeroblob(2000)) from n";
    transaction.execute_batch(writes).unwrap();

    let crashed = tempfile::tempdir().unwrap();
    for name in [FILE_NAME.to_owned(), format!("{FILE_NAME}-journal")] {
        fs::copy(folder.path().join(&name), crashed.path().join(&name)).unwrap();
    }
    let on_disk = fs::read(crashed.path().join(FILE_NAME)).unwrap();
    assert!(on_disk.windows(4).any(|w| w == b"half"), "half of it has reached the disk");
    let store = Store::open(crashed.path(), Access::ReadWrite, at()).unwrap();
    assert_eq!(people_of(&store.db), before);
    assert_eq!(store.integrity_check().unwrap(), []);
    drop(transaction);
}

fn people_of(db: &Connection) -> Vec<String> {
    let mut statement = db.prepare("select family from person order by id").unwrap();
    statement.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn an_empty_database_takes_all_steps() {
    let mut db = Connection::open_in_memory().unwrap();
    migrate(&mut db, 0, STEPS, at()).unwrap();
    assert_eq!(db.query_row("pragma user_version", [], |r| r.get::<_, i64>(0)).unwrap(), STEPS.len() as i64);
    assert_eq!(db.query_row("select count(*) from change", [], |r| r.get::<_, i64>(0)).unwrap(), 0);
}
