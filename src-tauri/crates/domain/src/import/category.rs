//! Categories of members as rosters write them: ⑴, (1), 1号, １, ①, or their text.

use crate::body::Category;
use crate::text::{half_width, search_key};

/// What a cell says of the category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CategoryReading {
    /// This one.
    Found(u8),
    /// None that the body has.
    Unknown,
    /// The number says one, the text another.
    Conflict {
        /** By its number. */
        number: u8,
        /** By its text. */
        text: u8,
    },
}

/// Reads the category that a cell names.
#[must_use]
pub fn read_category(written: &str, categories: &[Category]) -> CategoryReading {
    let (number, rest) = numbered(written.trim());
    let number = number.filter(|n| categories.iter().any(|c| c.number == *n));
    let text = by_text(rest, categories).or_else(|| by_text(written, categories));
    match (number, text) {
        (Some(number), Some(text)) if number != text => CategoryReading::Conflict { number, text },
        (_, Some(found)) | (Some(found), None) => CategoryReading::Found(found),
        (None, None) => CategoryReading::Unknown,
    }
}

fn by_text(written: &str, categories: &[Category]) -> Option<u8> {
    let key = plain(written);
    if key.is_empty() {
        return None;
    }
    let same = categories.iter().find(|c| plain(&c.text) == key);
    let mut begun = categories.iter().filter(|c| key.chars().count() >= 4 && plain(&c.text).contains(&key));
    same.or_else(|| begun.next().filter(|_| begun.next().is_none())).map(|c| c.number)
}

/// Without commas and points, which are set by taste.
fn plain(text: &str) -> String {
    search_key(text).chars().filter(|c| !matches!(c, '、' | ',' | '，' | '・' | '。')).collect()
}

/// The number at the beginning, and what follows it.
fn numbered(text: &str) -> (Option<u8>, &str) {
    let Some(first) = text.chars().next() else { return (None, text) };
    let listed = match first {
        '\u{2474}'..='\u{2487}' => Some(first as u32 - 0x2473),
        '\u{2460}'..='\u{2473}' => Some(first as u32 - 0x245f),
        '\u{2776}'..='\u{277f}' => Some(first as u32 - 0x2775),
        '\u{2160}'..='\u{216b}' => Some(first as u32 - 0x215f),
        _ => None,
    };
    if let Some(number) = listed {
        return (u8::try_from(number).ok(), text[first.len_utf8()..].trim_start());
    }
    let rest = text.strip_prefix('第').unwrap_or(text);
    let rest = rest.trim_start_matches(['(', '（']);
    let digits =
        rest.chars().take_while(|c| half_width(&c.to_string()).parse::<u8>().is_ok()).map(char::len_utf8).sum();
    let (figure, after) = rest.split_at(digits);
    let number = half_width(figure).parse().ok();
    let after = after.trim_start_matches([')', '）', '.', '．', '号', '：', ':', ' ', '　']);
    if number.is_some() { (number, after) } else { (None, text) }
}
