//! How long a file and a function may be. Exceptions are listed with their
//! exact length, so that the list can only shrink.

use std::collections::BTreeMap;

use super::source::{SOURCES, closing};
use super::{EXCEPTIONS, none};

const FILE_LIMIT: usize = 500;
const FUNCTION_LIMIT: usize = 60;

#[test]
fn files_are_read_in_one_sitting() {
    let lengths = SOURCES.iter().map(|s| (s.path.clone(), s.text.lines().count()));
    let breaches = breaches(lengths, FILE_LIMIT, &EXCEPTIONS.long_files);
    none("a file has at most 500 lines", breaches);
}

#[test]
fn functions_fit_in_the_head() {
    let lengths = SOURCES.iter().flat_map(|source| {
        let functions = functions(&source.whole.code).into_iter();
        functions.map(|(name, length)| (format!("{}::{name}", source.path), length))
    });
    let breaches = breaches(lengths, FUNCTION_LIMIT, &EXCEPTIONS.long_functions);
    none("a function has at most 60 lines", breaches);
}

fn breaches(
    lengths: impl Iterator<Item = (String, usize)>,
    limit: usize,
    listed: &BTreeMap<String, usize>,
) -> Vec<String> {
    let long: BTreeMap<_, _> = lengths.filter(|(_, length)| *length > limit).collect();
    let stale = listed.iter().filter(|(name, _)| !long.contains_key(*name));
    let stale = stale.map(|(name, _)| format!("{name} is short now: take it off tidy.toml"));
    long.iter()
        .filter_map(|(name, length)| match listed.get(name) {
            Some(allowed) if allowed == length => None,
            Some(allowed) if length < allowed => Some(format!("{name} has shrunk: lower it to {length} in tidy.toml")),
            _ => Some(format!("{name}: {length} lines")),
        })
        .chain(stale)
        .collect()
}

/// Name and number of lines of each function with a body.
fn functions(code: &str) -> Vec<(String, usize)> {
    let named = |at: usize| {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            return None;
        }
        let item = &code[at..];
        let name: String = item[3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let open = body(item)?;
        let whole = &item[..open + closing(&item[open..])];
        (!name.is_empty()).then(|| (name, whole.lines().count()))
    };
    let starts = code.match_indices("fn ");
    starts.filter_map(|(at, _)| named(at)).collect()
}

/// Where a function's body opens; none when it has none. A `;` inside an array
/// type is not the end.
fn body(item: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, c) in item.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(at),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[test]
fn functions_are_counted() {
    let code = "trait T { fn a(&self);\n fn b(x: [u8; 2]) -> u8 {\n  1\n } }\nfn c() {}\n";
    assert_eq!(functions(code), [("b".to_owned(), 3), ("c".to_owned(), 1)]);
}

#[test]
fn exceptions_may_only_shrink() {
    let listed = BTreeMap::from([("a".to_owned(), 70), ("b".to_owned(), 70)]);
    let lengths = |a, b| [("a".to_owned(), a), ("b".to_owned(), b)].into_iter();
    assert!(breaches(lengths(70, 70), 60, &listed).is_empty());
    assert_eq!(breaches(lengths(71, 65), 60, &listed).len(), 2);
    assert_eq!(breaches(lengths(60, 70), 60, &listed).len(), 1);
}
