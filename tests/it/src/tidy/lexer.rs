//! Tells Rust's code, comments and strings apart: as much of a lexer as the
//! rules of the house need.

/// A source text taken apart. Line breaks stay where they are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The code, with strings, characters and comments blanked.
    pub(super) code: String,
    /// Each string literal with its line, counted from 1.
    pub(super) strings: Vec<(usize, String)>,
}

/// Takes `text` apart.
pub(super) fn parts(text: &str) -> Parts {
    let mut parts = Parts::default();
    let mut rest = text;
    let mut word_before = false;
    while let Some(c) = rest.chars().next() {
        let (length, kind) = match token(rest, word_before) {
            Some(found) => found,
            None => (c.len_utf8(), Kind::Code),
        };
        let (taken, after) = rest.split_at(length);
        if kind == Kind::String {
            let line = parts.code.matches('\n').count() + 1;
            parts.strings.push((line, taken.to_owned()));
        }
        match kind {
            Kind::Code => parts.code.push_str(taken),
            Kind::String | Kind::Blank => parts.code.extend(taken.chars().map(blank)),
        }
        word_before = kind == Kind::Code && (c.is_alphanumeric() || c == '_');
        rest = after;
    }
    parts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    String,
    Blank,
}

fn blank(c: char) -> char {
    if c == '\n' { c } else { ' ' }
}

/// A comment, string or character at the start of `rest`, and its length.
fn token(rest: &str, word_before: bool) -> Option<(usize, Kind)> {
    if rest.starts_with("//") {
        return Some((rest.find('\n').unwrap_or(rest.len()), Kind::Blank));
    }
    if rest.starts_with("/*") {
        return Some((block_comment(rest), Kind::Blank));
    }
    if rest.starts_with('"') {
        return Some((quoted(rest), Kind::String));
    }
    if rest.starts_with('\'') {
        return character(rest).map(|length| (length, Kind::Blank));
    }
    if !word_before {
        return raw_string(rest).map(|length| (length, Kind::String));
    }
    None
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `'a'`, `'\n'`, `'\u{3042}'`; none for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        chars.next();
        return chars.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
    }
    let (at, second) = chars.next()?;
    (second == '\'').then_some(at + 1)
}

fn raw_string(rest: &str) -> Option<usize> {
    let after = ["br", "cr", "r"].iter().find_map(|p| rest.strip_prefix(p))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let start = rest.len() - body.len();
    Some(body.find(&close).map_or(rest.len(), |at| start + at + close.len()))
}

#[test]
fn takes_rust_apart() {
    let source = r##"let a = "x\"y"; // "no"
let b = r#"raw " { "#; /* { /* " */ } */ let c = '"'; let d: &'static str = b"z";
for r in '{'..='\'' { let 字 = "字"; }"##;
    let found = parts(source);
    let strings: Vec<_> = found.strings.iter().map(|(n, s)| (*n, s.as_str())).collect();
    assert_eq!(strings, [(1, r#""x\"y""#), (2, r##"r#"raw " { "#"##), (2, "\"z\""), (3, "\"字\"")]);
    assert_eq!(found.code.lines().count(), 3);
    assert_eq!(found.code.matches('{').count(), 1);
    assert!(found.code.contains("&'static str"));
}
