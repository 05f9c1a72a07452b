//! Names and readings as rosters write them. A name without a space is divided
//! only where something says where: its reading, or the same surname elsewhere.

use super::surnames::is_common;
use crate::find::{find_key, wide_kana};
use crate::text::is_variation_selector;

/// A name in its two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameSplit<'a> {
    /// Both parts, and nothing is open.
    Sure(&'a str, &'a str),
    /// Both parts, by surnames alone: somebody should look.
    Guessed(&'a str, &'a str),
    /// Where it divides is not to be told.
    Whole(&'a str),
}

/// A reading in hiragana.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// It, with the spaces that it had.
    pub kana: String,
    /// Whether something else than kana stands in it.
    pub odd: bool,
}

/// What stands in brackets behind a name, as namesakes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bracketed<'a> {
    /// The name.
    pub name: &'a str,
    /// What stands in brackets behind it; empty where nothing.
    pub note: &'a str,
}

/// A reading in hiragana, from half-width or full-width katakana.
#[must_use]
pub fn read_kana(text: &str) -> Reading {
    let kana: String = wide_kana(text.trim()).chars().map(hiragana).collect();
    let fine = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー' | '・' | 'ゝ' | 'ゞ') || c.is_whitespace();
    Reading { odd: !kana.chars().all(fine), kana }
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        'ヽ' => 'ゝ',
        'ヾ' => 'ゞ',
        '･' => '・',
        'ｰ' | '－' | '-' | '‐' | '―' | '−' | '–' | '—' | '─' => 'ー',
        '\u{3000}' => ' ',
        c => c,
    }
}

/// The name and what stands in brackets behind it.
#[must_use]
pub fn bracketed(text: &str) -> Bracketed<'_> {
    let text = text.trim();
    let inner = text.strip_suffix(['）', ')']).and_then(|rest| {
        let open = rest.rfind(['（', '('])?;
        let mark = rest[open..].chars().next()?.len_utf8();
        Some((rest[..open].trim_end(), rest[open + mark..].trim()))
    });
    match inner {
        Some((name, note)) if !name.is_empty() => Bracketed { name, note },
        _ => Bracketed { name: text, note: "" },
    }
}

/// The two parts of a text that has a space in it. Where letters are spaced out to
/// fill a column (「林　　　健」 is not, 「佐 藤　太 郎」 is), the widest space divides;
/// where no space is wider than the others (「佐 藤 太 郎」), nothing is divided by them.
#[must_use]
pub fn apart(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(char::is_whitespace).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [_] | [] => None,
        [family, given] => Some((family.to_owned(), given.to_owned())),
        _ if closed_up(text).is_some() => None,
        _ => Some(widest(text).unwrap_or_else(|| (parts[0].to_owned(), parts[1..].join("　")))),
    }
}

/// A name whose letters are all spaced out alike (「佐 藤 太 郎」), without the spaces.
/// None where its spaces say something, or there are none.
#[must_use]
pub fn closed_up(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let alike = parts.len() > 2 && parts.iter().all(|part| is_single(part) && !part.is_ascii());
    (alike && widest(text.trim()).is_none()).then(|| parts.concat())
}

/// Whether a text is one letter, with what belongs to it.
fn is_single(text: &str) -> bool {
    text.chars().filter(|c| !follows(*c)).count() == 1
}

/// Whether a character belongs to the one before it: it chooses its form, or is a mark on it.
fn follows(c: char) -> bool {
    is_variation_selector(c) || matches!(c, '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' | '\u{300}'..='\u{36f}')
}

/// Divided at the one widest space, where all pieces are single letters.
fn widest(text: &str) -> Option<(String, String)> {
    let mut gaps: Vec<(usize, usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let width = if c == '\u{3000}' { 2 } else { 1 };
        match gaps.last_mut().filter(|(_, end, _)| *end == at) {
            Some(gap) => (gap.1, gap.2) = (at + c.len_utf8(), gap.2 + width),
            None => gaps.push((at, at + c.len_utf8(), width)),
        }
    }
    let most = gaps.iter().map(|gap| gap.2).max()?;
    let mut wide = gaps.iter().filter(|gap| gap.2 == most);
    let (start, end, _) = *wide.next()?;
    let spaced = |part: &str| part.split_whitespace().all(is_single);
    let joined = |part: &str| part.split_whitespace().collect::<String>();
    let (family, given) = (&text[..start], &text[end..]);
    (wide.next().is_none() && spaced(family) && spaced(given)).then(|| (joined(family), joined(given)))
}

/// Divides a name without spaces. `kana` are the two parts of its reading, where it
/// has them; `is_known` tells whether a surname (folded) is known with a reading, or,
/// with an empty reading, at all.
#[must_use]
pub fn split_name<'a>(
    name: &'a str,
    kana: Option<(&str, &str)>,
    is_known: &dyn Fn(&str, &str) -> bool,
) -> NameSplit<'a> {
    let name = name.trim();
    let cuts = cuts(name);
    if let Some((family_kana, given_kana)) = kana {
        let (family_kana, given_kana) = (find_key(family_kana), find_key(given_kana));
        let agrees = |at: &usize| {
            let (family, given) = (find_key(&name[..*at]), find_key(&name[*at..]));
            is_known(&family, &family_kana)
                || is_common(&family, &family_kana)
                || family == family_kana
                || given == given_kana
        };
        if let Some(at) = cuts.iter().rev().find(|at| agrees(at)) {
            return NameSplit::Sure(&name[..*at], &name[*at..]);
        }
        if let [at] = cuts[..] {
            return NameSplit::Sure(&name[..at], &name[at..]);
        }
    }
    match cuts.iter().rev().find(|at| is_known(&find_key(&name[..**at]), "")) {
        Some(at) => NameSplit::Guessed(&name[..*at], &name[*at..]),
        None => NameSplit::Whole(name),
    }
}

/// Where a name may be divided: between letters, never before what belongs to one.
fn cuts(name: &str) -> Vec<usize> {
    name.char_indices().skip(1).filter(|(_, c)| !follows(*c) && !c.is_whitespace()).map(|(at, _)| at).collect()
}

/// Divides a reading without a space, where the surname's reading is known.
#[must_use]
pub fn split_kana<'a>(
    family: &str,
    kana: &'a str,
    is_known: &dyn Fn(&str, &str) -> bool,
) -> Option<(&'a str, &'a str)> {
    let family = find_key(family);
    let at = cuts(kana).into_iter().rev().find(|at| {
        let reading = find_key(&kana[..*at]);
        is_known(&family, &reading) || is_common(&family, &reading) || family == reading
    })?;
    Some((&kana[..at], &kana[at..]))
}

/// Divides a name and its reading, neither of which has a space, by a surname that is
/// known or common with the beginning of the reading.
#[must_use]
pub fn split_both(name: &str, kana: &str, is_known: &dyn Fn(&str, &str) -> bool) -> Option<(usize, usize)> {
    let readings: Vec<(usize, String)> = cuts(kana).into_iter().map(|at| (at, find_key(&kana[..at]))).collect();
    cuts(name).into_iter().rev().find_map(|at| {
        let family = find_key(&name[..at]);
        let fits = |reading: &str| is_known(&family, reading) || is_common(&family, reading) || family == reading;
        readings.iter().rev().find(|(_, reading)| fits(reading)).map(|(kana_at, _)| (at, *kana_at))
    })
}

/// The surnames that a name without a space may have: every place where it may divide.
#[must_use]
pub fn possible_families(name: &str) -> Vec<&str> {
    cuts(name).into_iter().map(|at| &name[..at]).collect()
}
