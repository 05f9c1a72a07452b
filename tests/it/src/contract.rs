//! The contract with the window: generated TypeScript and error codes are checked in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Writes a generated file when it is stale, and fails so that it gets committed.
fn ensure_fresh(path: &Path, wanted: &str) {
    let found = fs::read_to_string(path).unwrap_or_default();
    if found.replace("\r\n", "\n") != wanted {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, wanted).unwrap();
        panic!("{} was stale; it has been rewritten, commit it", path.display());
    }
}

#[test]
fn the_typescript_is_fresh() {
    ensure_fresh(&root().join("ui/src/api/generated.ts"), &entaku_desk::typescript());
}

#[test]
fn each_type_has_a_name_of_its_own() {
    assert_eq!(entaku_desk::name_clashes(), Vec::<String>::new());
}

#[test]
fn error_codes_are_only_added() {
    let listed = fs::read_to_string(root().join("tests/golden/error_codes.txt")).unwrap();
    let listed: BTreeSet<&str> = listed.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let source = fs::read_to_string(root().join("src-tauri/crates/app/src/error.rs")).unwrap();
    let codes: BTreeSet<&str> = source
        .lines()
        .filter_map(|line| line.split_once("=> \""))
        .filter_map(|(_, rest)| rest.split_once("\","))
        .map(|(code, _)| code)
        .collect();
    assert_eq!(codes, listed, "an error code was removed, or a new one is not listed");
    assert!(codes.iter().all(|c| c.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')));
}

#[test]
fn every_command_has_a_test() {
    let tests = words_under(&root().join("tests/it/src"));
    for name in entaku_app::commands::NAMES.iter().chain(entaku_desk::NAMES) {
        assert!(tests.contains(&format!("\"{name}\"")), "the command {name} has no test in tests/it");
    }
}

/// Every Rust file of a folder and of those in it.
fn words_under(folder: &Path) -> String {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let words = paths.map(|path| match path.is_dir() {
        true => words_under(&path),
        false => fs::read_to_string(path).unwrap(),
    });
    words.collect()
}
