//! The project's Rust files, taken apart, and which of their lines are tests.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::lexer::{Parts, parts};
use super::{FILES, read};

/// A Rust file of the project.
pub(super) struct Source {
    /// Its path from the root.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
    /// Its code and strings, tests included.
    pub(super) whole: Parts,
    /// The same without `#[cfg(test)]` blocks; empty for a test file.
    pub(super) product: Parts,
}

/// Every Rust file.
pub(super) static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let mut sources: Vec<Source> =
        FILES.iter().filter(|path| path.ends_with(".rs")).map(|path| take_apart(path)).collect();
    let tests: BTreeSet<String> = sources.iter().flat_map(test_modules).collect();
    for source in &mut sources {
        let under = |module: &String| source.path.starts_with(&format!("{module}/"));
        let is = |module: &String| source.path == format!("{module}.rs");
        if tests.iter().any(|module| under(module) || is(module)) {
            source.product = Parts::default();
        }
    }
    sources
});

impl Source {
    /// Whether it becomes part of the program (and is no test).
    pub(super) fn is_product(&self) -> bool {
        self.path.starts_with("src-tauri/") && !self.path.contains("/tests/") && !self.path.contains("/examples/")
    }

    /// The crate's folder name for a file under `src-tauri/crates/`.
    pub(super) fn krate(&self) -> &str {
        let inside = self.path.strip_prefix("src-tauri/crates/").unwrap_or("");
        inside.split('/').next().unwrap_or("")
    }
}

/// The product sources outside the crates named.
pub(super) fn product_outside(crates: &[&'static str]) -> impl Iterator<Item = &'static Source> + use<> {
    let crates = crates.to_vec();
    SOURCES.iter().filter(move |s| s.is_product() && !crates.contains(&s.krate()))
}

/// The lines of `code` that contain `pattern` as a whole word, from 1.
pub(super) fn lines_with(code: &str, pattern: &str) -> Vec<usize> {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let starts_as_word = word(pattern.chars().next());
    code.lines()
        .enumerate()
        .filter(|(_, line)| {
            line.match_indices(pattern).any(|(at, _)| !(starts_as_word && word(line[..at].chars().next_back())))
        })
        .map(|(number, _)| number + 1)
        .collect()
}

fn take_apart(path: &str) -> Source {
    let text = read(path);
    let whole = parts(&text);
    let product = without_tests(&whole);
    Source { path: path.to_owned(), text, whole, product }
}

/// Blanks every `#[cfg(test)]` item that has a body.
fn without_tests(whole: &Parts) -> Parts {
    let mut code = whole.code.clone();
    let mut blanked = Vec::new();
    for (start, _) in whole.code.match_indices("#[cfg(test)]") {
        let item = &whole.code[start..];
        let end = match item.find(['{', ';']) {
            Some(at) if item[at..].starts_with('{') => at + closing(&item[at..]),
            Some(at) => at + 1,
            None => item.len(),
        };
        let range = start..start + end;
        let spaces: String = code[range.clone()]
            .chars()
            .flat_map(|c| std::iter::repeat_n(if c == '\n' { c } else { ' ' }, c.len_utf8()))
            .collect();
        code.replace_range(range.clone(), &spaces);
        let line = |at: usize| whole.code[..at].matches('\n').count() + 1;
        blanked.push(line(range.start)..=line(range.end));
    }
    let strings = whole.strings.iter();
    let strings = strings.filter(|(line, _)| !blanked.iter().any(|range| range.contains(line)));
    Parts { code, strings: strings.cloned().collect() }
}

/// Length of the block that `code` begins with, both braces included.
pub(super) fn closing(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// The paths (without `.rs`) of the modules that `source` declares for tests
/// alone.
fn test_modules(source: &Source) -> Vec<String> {
    let code = &source.whole.code;
    let folder = source.path.trim_end_matches(".rs");
    let folder = ["/lib", "/main", "/mod"].iter().find_map(|end| folder.strip_suffix(end)).unwrap_or(folder);
    code.match_indices("#[cfg(test)]")
        .filter_map(|(start, _)| {
            let item = &code[start..];
            let declared = item[..item.find(['{', ';'])?].split_whitespace().rev();
            let mut words = declared.take(2);
            let (name, keyword) = (words.next()?, words.next()?);
            (keyword == "mod").then(|| format!("{folder}/{name}"))
        })
        .collect()
}

#[test]
fn tests_are_told_from_the_program() {
    let source = "fn a() {}\n#[cfg(test)]\nmod t {\n fn b() { \"s\" }\n}\nfn c() { \"p\" }\n";
    let product = without_tests(&parts(source));
    assert!(!product.code.contains("fn b"));
    assert!(product.code.contains("fn c"));
    assert_eq!(product.strings, [(6, "\"p\"".to_owned())]);
    assert_eq!(lines_with("a.unwrap()\nmy_todo!()\ntodo!()", "todo!"), [3]);
    assert_eq!(lines_with("a.unwrap()", ".unwrap()"), [1]);
}
