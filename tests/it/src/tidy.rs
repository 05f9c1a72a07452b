//! The rules of the house, read from `git ls-files` and `cargo metadata`. What
//! is allowed beyond them stands in `tests/it/tidy.toml`, which may only shrink.

mod documents;
mod house;
mod lexer;
mod screens;
mod size;
mod source;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde::Deserialize;

/// The exceptions, by rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    /// Paths (or folders, with a slash at the end) whose strings may be
    /// Japanese, with the reason.
    japanese: BTreeMap<String, String>,
    /// Files above the limit and their length in lines.
    long_files: BTreeMap<String, usize>,
    /// Functions above the limit, as `path::name`, and their length.
    long_functions: BTreeMap<String, usize>,
}

static EXCEPTIONS: LazyLock<Exceptions> = LazyLock::new(|| toml::from_str(&read("tests/it/tidy.toml")).unwrap());

/// Every file of the project, new ones included, by its path from the root.
static FILES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is needed to list the project's files");
    assert!(listed.status.success(), "git ls-files failed");
    String::from_utf8(listed.stdout)
        .unwrap()
        .split_terminator('\0')
        .filter(|path| root().join(path).is_file())
        .map(str::to_owned)
        .collect()
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Fails with the breaches, one per line.
fn none(rule: &str, breaches: Vec<String>) {
    const SHOWN: usize = 40;
    let more = breaches.len().saturating_sub(SHOWN);
    let shown = breaches.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>();
    assert!(breaches.is_empty(), "{rule}:\n  {}\n  (and {more} more)\n", shown.join("\n  "));
}
