//! Papers' files beside the database.

use super::sample::*;
use crate::{Error, Fault, Store};
use entaku_domain::id::PaperId;
use std::fs;

const PDF: &[u8] = b"%PDF-1.7 sample";

#[test]
fn a_file_is_kept_once_under_its_hash() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path(), at()).unwrap();
    let name = store.add_file(&mut &PDF[..]).unwrap();
    assert_eq!(store.add_file(&mut &PDF[..]).unwrap(), name);
    assert_eq!(store.file(&name).unwrap(), PDF);
    assert_eq!(name.len(), 64);
    let kept: Vec<_> = fs::read_dir(folder.path().join("files")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(kept, [name.as_str()], "no temporary file is left");
    let empty = store.add_file(&mut &b""[..]).unwrap();
    assert_eq!(empty, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn a_missing_or_damaged_file_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    fill(&mut store);
    assert_eq!(store.integrity_check().unwrap(), []);
    let name = store.add_file(&mut &PDF[..]).unwrap();
    let path = folder.path().join("files").join(&name);
    let (paper, title) = (PaperId::from_key("8"), "計画.pdf".to_owned());

    fs::write(&path, b"%PDF-1.7 Sample").unwrap();
    assert!(matches!(store.file(&name), Err(Error::FileDamaged { sha256 }) if sha256 == name));
    assert_eq!(store.integrity_check().unwrap(), [Fault::FileDamaged { paper, name: title.clone() }]);

    fs::remove_file(&path).unwrap();
    assert!(matches!(store.file(&name), Err(Error::FileMissing { sha256 }) if sha256 == name));
    assert_eq!(store.integrity_check().unwrap(), [Fault::FileMissing { paper, name: title }]);

    store.add_file(&mut &PDF[..]).unwrap();
    assert_eq!(store.integrity_check().unwrap(), [], "keeping it again heals it");
}

#[test]
fn only_hashes_are_looked_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path(), at()).unwrap();
    for name in ["../council.entaku", "", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"] {
        assert!(matches!(store.file(name), Err(Error::FileMissing { .. })), "{name}");
    }
}

/// Content that cannot be read to its end.
struct Broken(u8);

impl std::io::Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0 += 1;
        if self.0 > 3 { Err(std::io::ErrorKind::StorageFull.into()) } else { Ok(buffer.len()) }
    }
}

#[test]
fn half_a_file_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path(), at()).unwrap();
    assert!(store.add_file(&mut Broken(0)).is_err());
    assert_eq!(fs::read_dir(folder.path().join("files")).unwrap().count(), 0);
}
