//! Organisation and post in one cell, as rosters print them.

use crate::text::search_key;

/// Ends of words that name a post rather than an organisation.
const POSTS: &[&str] = &[
    "長",
    "員",
    "理事",
    "監事",
    "代表",
    "主任",
    "主査",
    "主事",
    "主幹",
    "係",
    "教授",
    "講師",
    "医師",
    "弁護士",
    "士",
    "師",
    "顧問",
    "担当",
    "管理者",
    "マネージャー",
    "マネジャー",
    "リーダー",
    "コーディネーター",
    "補佐",
    "役",
    "主",
];

/// The longest word that is taken for a post, in characters.
const POST_LENGTH: usize = 14;

/// Organisation and post out of one text, parted at a blank: where a known
/// organisation ends, else before a last word that names a post; else all of it is
/// the organisation's name.
#[must_use]
pub fn split_affiliation(text: &str, is_known: &dyn Fn(&str) -> bool) -> (String, Option<String>) {
    let text = text.trim();
    // A wide blank parts, where there is one: a narrow one then belongs to a name.
    let wide = text.contains('\u{3000}');
    let parts = |c: char| if wide { c == '\u{3000}' } else { c.is_whitespace() };
    let blanks: Vec<usize> = text.char_indices().filter(|(_, c)| parts(*c)).map(|(at, _)| at).collect();
    let parted = |at: &usize| (text[..*at].trim_end().to_owned(), Some(text[*at..].trim_start().to_owned()));
    if is_known(&search_key(text)) {
        return (text.to_owned(), None);
    }
    if let Some(at) = blanks.iter().rev().find(|at| is_known(&search_key(&text[..**at]))) {
        return parted(at);
    }
    let last = blanks.last().filter(|at| is_post(text[**at..].trim_start()));
    last.map_or_else(|| (text.to_owned(), None), parted)
}

fn is_post(word: &str) -> bool {
    word.chars().count() <= POST_LENGTH && POSTS.iter().any(|end| word.ends_with(end))
}
