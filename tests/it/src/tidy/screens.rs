//! The rules of the house for the window's screens.

use super::{FILES, none, read};

/// How long a file of the screens may be.
const FILE_LIMIT: usize = 400;

#[test]
fn japanese_of_the_screens_stands_in_its_home() {
    // Tests need names to try.
    let home = |path: &str| path.starts_with("ui/src/text/") || path.ends_with(".test.ts");
    let found = sources().filter(|path| !home(path)).flat_map(|path| {
        let text = without_comments(&read(path));
        let lines: Vec<String> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.chars().any(is_japanese))
            .map(|(number, line)| format!("{path}:{}: {}", number + 1, line.trim()))
            .collect();
        lines
    });
    none("Japanese of the screens stands in ui/src/text/", found.collect());
}

#[test]
fn files_of_the_screens_are_read_in_one_sitting() {
    let long = sources().filter_map(|path| {
        let lines = read(path).lines().count();
        (lines > FILE_LIMIT).then(|| format!("{path}: {lines} lines"))
    });
    none("a file of the screens has at most 400 lines", long.collect());
}

#[test]
fn each_file_of_the_screens_says_what_it_is_for() {
    let silent = sources().filter(|path| {
        let text = read(path);
        !path.ends_with(".test.ts") && !["//", "<!--", "/*"].iter().any(|opening| text.starts_with(opening))
    });
    none("a file of the screens opens with a comment", silent.cloned().collect());
}

#[test]
fn screens_take_nothing_from_a_network() {
    let words = ["https://", "fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon"];
    let home = "ui/src/api/http.ts";
    let found = sources().filter(|path| *path != home && !path.ends_with(".test.ts")).flat_map(|path| {
        let text = without_comments(&read(path));
        words.iter().filter(|word| text.contains(**word)).map(|word| format!("{path}: {word}")).collect::<Vec<_>>()
    });
    none("no network but in the tests' transport", found.collect());
}

/// The screens' files that somebody wrote, tests but for their words included.
fn sources() -> impl Iterator<Item = &'static String> {
    FILES.iter().filter(|path| {
        path.starts_with("ui/src/")
            && [".ts", ".svelte", ".css"].iter().any(|end| path.ends_with(end))
            && *path != "ui/src/api/generated.ts"
    })
}

/// Kana and kanji, ideographs of all planes.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The text without its comments, lines kept: a comment may name a Japanese term.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = [("<!--", "-->"), ("/*", "*/"), ("//", "\n")].iter().find_map(|(opens, closes)| {
            // Not the slashes of an address.
            let begins = rest.starts_with(opens) && !(*opens == "//" && out.ends_with(':'));
            begins.then(|| {
                rest.find(closes).map_or(rest.len(), |at| if *closes == "\n" { at } else { at + closes.len() })
            })
        });
        let taken = end.unwrap_or(c.len_utf8());
        let (here, after) = rest.split_at(taken);
        match end {
            Some(_) => out.extend(here.chars().filter(|c| *c == '\n')),
            None => out.push(c),
        }
        rest = after;
    }
    out
}

#[test]
fn comments_are_no_words_of_the_screens() {
    let text = "// 委員\nconst a = 1; /* 会議\n*/ <!-- 課題 --> b = \"資\" // 料\n\"http://x\"";
    assert_eq!(without_comments(text), "\nconst a = 1; \n  b = \"資\" \n\"http://x\"");
    assert!(is_japanese('𠮷') && is_japanese('の') && !is_japanese('é'));
}
