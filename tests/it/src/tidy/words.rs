//! What may not stand in the program's text, and where Japanese may.

use super::source::{SOURCES, Source, lines_with, product_outside};
use super::{EXCEPTIONS, FILES, none, root};

#[test]
fn each_file_says_what_it_is_for() {
    let silent = SOURCES.iter().filter(|s| !s.text.starts_with("//!"));
    none("a file opens with //!", silent.map(|s| s.path.clone()).collect());
}

#[test]
fn nothing_is_left_open_or_left_to_panic() {
    let words = ["todo!", "unimplemented!", "unreachable!", "dbg!", "panic!", ".unwrap()", ".unwrap_err()", ".expect("];
    let found = product_outside(&[]).flat_map(|s| uses(s, &words)).collect();
    none("not in the program", found);
    let ignored = SOURCES.iter().flat_map(|s| {
        let lines = lines_with(&s.whole.code, "#[ignore");
        lines.into_iter().map(|line| format!("{}:{line}", s.path))
    });
    none("no test is ignored", ignored.collect());
}

#[test]
fn the_program_builds_for_windows() {
    let words = ["std::os::unix", "std::os::linux", "libc::", "nix::"];
    // What a system does its own way stands in a file with its name, beside the other's.
    let is_own =
        |path: &str| path.strip_suffix("unix.rs").is_some_and(|p| root().join(format!("{p}windows.rs")).exists());
    let shared = || product_outside(&[]).filter(move |s| !is_own(&s.path));
    let code = shared().flat_map(|s| uses(s, &words));
    let paths = shared().flat_map(|s| {
        let unix =
            |text: &str| ["\"/tmp", "\"/dev/", "\"/usr/", "\"/etc/", "\"/proc/"].iter().any(|p| text.starts_with(p));
        let strings = s.product.strings.iter().filter(move |(_, text)| unix(text));
        strings.map(|(line, text)| format!("{}:{line}: {text}", s.path))
    });
    none("no call and no path of Unix alone", code.chain(paths).collect());
}

#[test]
fn the_clock_is_passed_in() {
    let words = ["SystemTime::now", "Utc::now", "Local::now"];
    let found = product_outside(&["cli", ""]).flat_map(|s| uses(s, &words));
    none("only the edge of the program reads the clock", found.collect());
}

#[test]
fn heavy_libraries_stay_at_home() {
    let homes: [(&[&str], &'static str); 5] = [
        (
            &["typst::", "typst_pdf::", "typst_svg::", "typst_render::", "typst_layout::", "qpdf::", "hayro_syntax::"],
            "press",
        ),
        (&["rusqlite::", "rusqlite_migration::"], "store"),
        (&["elkrs::"], "chart"),
        (&["rust_xlsxwriter::", "csv::"], "sheets"),
        (&["tauri::"], ""),
    ];
    let found = homes.iter().flat_map(|(words, home)| product_outside(&[home]).flat_map(|s| uses(s, words)));
    none("a heavy library is used by one crate", found.collect());
}

#[test]
fn sql_stays_in_the_store() {
    let sql = ["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA ", "ALTER TABLE "];
    let others = product_outside(&["store"]);
    let support = SOURCES.iter().filter(|s| s.path.starts_with("tests/support/"));
    let found = others.chain(support).flat_map(|s| {
        let speaks = |text: &str| sql.iter().any(|word| text.contains(word));
        let strings = s.product.strings.iter().filter(move |(_, text)| speaks(text));
        strings.map(|(line, text)| format!("{}:{line}: {text}", s.path))
    });
    none("SQL is spoken in the store alone", found.collect());
    let files = FILES.iter().filter(|path| path.ends_with(".sql") && path.starts_with("src-tauri/"));
    let strayed = files.filter(|path| !path.starts_with("src-tauri/crates/store/"));
    none("SQL files stand in the store", strayed.cloned().collect());
}

#[test]
fn japanese_has_its_homes() {
    let allowed = |path: &str| {
        EXCEPTIONS.japanese.keys().any(|home| path == home || home.ends_with('/') && path.starts_with(home.as_str()))
    };
    let found = product_outside(&[]).filter(|s| !allowed(&s.path)).flat_map(|s| {
        let strings = s.product.strings.iter().filter(|(_, text)| is_japanese(text));
        strings.map(|(line, text)| format!("{}:{line}: {text}", s.path))
    });
    none("Japanese stands in text.rs and the templates", found.collect());
}

#[test]
fn the_homes_of_japanese_are_lived_in() {
    let lived = |home: &str| {
        let inside = |s: &&Source| s.path == home || home.ends_with('/') && s.path.starts_with(home);
        let mut strings = SOURCES.iter().filter(inside).flat_map(|s| &s.product.strings);
        strings.any(|(_, text)| is_japanese(text))
    };
    let empty = EXCEPTIONS.japanese.keys().filter(|home| !lived(home));
    none("take it off tidy.toml", empty.cloned().collect());
}

/// Kana or kanji; punctuation and the long-vowel mark alone are not language.
fn is_japanese(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
            || matches!(c, '\u{20000}'..='\u{3FFFF}')
    })
}

/// Where the product code of `source` has one of `words`.
fn uses(source: &Source, words: &[&str]) -> Vec<String> {
    let of = |word: &&str| {
        let lines = lines_with(&source.product.code, word);
        let at = |line| format!("{}:{line}: {word}", source.path);
        lines.into_iter().map(at).collect::<Vec<_>>()
    };
    words.iter().flat_map(of).collect()
}
