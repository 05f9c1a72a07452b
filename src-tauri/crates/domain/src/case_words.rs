//! V21: the words of cases themselves, looked for in a text: a name in any spelling of
//! kana, width and blanks, a telephone with or without hyphens, a birth date in either
//! calendar, an address as it is spoken or in figures.

use crate::Day;
use crate::case_guard::PatternKind;
use crate::era::DateStyle;
use crate::text::{half_width, is_kanji, search_key};
use chrono::Datelike;

/// The words that must not leave. They are kept in memory only, and never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CaseWords(Vec<Word>);

/// A word: what it is, how it was written, and how it is compared.
#[derive(Clone, PartialEq, Eq)]
struct Word {
    kind: PatternKind,
    written: String,
    key: String,
    how: How,
}

/// In which reading of a text a word is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As search does.
    Text,
    /// The same, and not behind another kanji: 田さん is none in 山田さん.
    Alone,
    /// Figures without what stands between them.
    Figures,
    /// An address, its figures joined by hyphens.
    Address,
}

/// What a person of a case is called by.
const TITLES: [&str; 5] = ["さん", "様", "氏", "君", "ちゃん"];

impl CaseWords {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn add(&mut self, kind: PatternKind, written: &str, key: String, how: How, least: usize) {
        if key.chars().count() >= least {
            self.0.push(Word { kind, written: written.trim().to_owned(), key, how });
        }
    }

    /// A person's name or its reading; with a blank in it, its parts with a title, too.
    pub fn add_name(&mut self, name: &str) {
        self.add(PatternKind::Name, name, search_key(name), How::Text, 2);
        let parts: Vec<&str> = name.split_whitespace().collect();
        for part in parts.iter().filter(|_| parts.len() > 1) {
            for title in TITLES {
                let called = format!("{part}{title}");
                self.add(PatternKind::Name, &called, search_key(&called), How::Alone, 2);
            }
        }
    }

    /// A telephone number, or another that is written with hyphens.
    pub fn add_number(&mut self, kind: PatternKind, number: &str) {
        self.add(kind, number, figures(number), How::Figures, 6);
    }

    /// A birth date: 昭和60年5月3日, S60.5.3, 1985年5月3日, 1985/5/3 …
    pub fn add_birth(&mut self, day: Day) {
        let (y, m, d) = (day.year(), day.month(), day.day());
        let era = DateStyle::Era.day(day);
        let mut forms = vec![era.clone(), DateStyle::Western.day(day), format!("{y}/{m}/{d}"), format!("{y}.{m}.{d}")];
        forms.extend([day.to_string(), format!("{y}/{m:02}/{d:02}"), format!("{y}{m:02}{d:02}")]);
        forms.extend(crate::era::Era::of(day).map(|(era, n)| format!("{}{n}.{m}.{d}", era.initial)));
        for form in forms {
            self.add(PatternKind::BirthDate, &era, search_key(&form), How::Text, 6);
        }
    }

    /// An address: all of it, and without its city where it has figures.
    pub fn add_address(&mut self, address: &str) {
        let key = address_key(address);
        let town = key.find(['市', '区', '郡']).map(|at| &key[at + '市'.len_utf8()..]);
        let town = town.filter(|town| town.chars().any(|c| c.is_ascii_digit())).map(str::to_owned);
        self.add(PatternKind::Address, address, key, How::Address, 5);
        if let Some(town) = town {
            self.add(PatternKind::Address, address, town, How::Address, 4);
        }
    }

    /// A facility that a person of a case uses.
    pub fn add_facility(&mut self, name: &str) {
        self.add(PatternKind::Facility, name, search_key(name), How::Text, 2);
    }

    /// These words without those of a name that is known to everybody.
    #[must_use]
    pub fn without(mut self, known: &[String]) -> Self {
        let known: Vec<String> = known.iter().map(|name| search_key(name)).collect();
        self.0.retain(|word| word.how != How::Text || !known.contains(&word.key));
        self
    }

    /// Takes in the words of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// What of them a text holds, each once, as it was written in the case.
    pub fn found_in(&self, text: &str) -> Vec<(PatternKind, String)> {
        if self.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let (key, numbers, address) = (search_key(text), figures(text), address_key(text));
        let mut found: Vec<(PatternKind, String)> = Vec::new();
        for word in &self.0 {
            let is_there = match word.how {
                How::Text => key.contains(&word.key),
                How::Alone => key.match_indices(&word.key).any(|(at, _)| !key[..at].ends_with(is_kanji)),
                How::Figures => numbers.split(' ').any(|run| run.contains(&word.key)),
                How::Address => address.match_indices(&word.key).any(|(at, _)| ends_whole(&address, at, &word.key)),
            };
            let told = (word.kind, word.written.clone());
            if is_there && !found.contains(&told) {
                found.push(told);
            }
        }
        found
    }
}

impl std::fmt::Debug for CaseWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CaseWords({})", self.0.len())
    }
}

/// 御成町18-1 does not stand in 御成町18-10.
fn ends_whole(text: &str, at: usize, key: &str) -> bool {
    let goes_on = text[at + key.len()..].starts_with(|c: char| c.is_ascii_digit());
    !(key.ends_with(|c: char| c.is_ascii_digit()) && goes_on)
}

/// Figures, joined where only hyphens, brackets or dots stand between them; a blank elsewhere.
fn figures(text: &str) -> String {
    let mut out = String::new();
    for c in half_width(text).chars() {
        match c {
            '0'..='9' => out.push(c),
            '-' | '(' | ')' | '.' | '\u{2212}' | '\u{2010}' | '\u{2015}' | 'ー' => {}
            _ if out.ends_with(' ') || out.is_empty() => {}
            _ => out.push(' '),
        }
    }
    out.trim_end().to_owned()
}

/// An address with its figures joined: 御成町18番10号 and 御成町１８－１０ are one.
fn address_key(text: &str) -> String {
    let mut key = search_key(text).replace('ー', "-");
    for (spoken, figure) in
        [("一丁目", "1丁目"), ("二丁目", "2丁目"), ("三丁目", "3丁目"), ("四丁目", "4丁目"), ("五丁目", "5丁目")]
    {
        key = key.replace(spoken, figure);
    }
    for word in ["丁目", "番地の", "番地", "番", "号"] {
        key = key.replace(word, "-");
    }
    while key.contains("--") {
        key = key.replace("--", "-");
    }
    key.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    //! Planted words, each as somebody else might write it.
    use super::*;

    fn planted() -> CaseWords {
        let mut words = CaseWords::default();
        words.add_name("𠮷田　はなこ");
        words.add_name("よしだ　ハナコ");
        words.add_number(PatternKind::Phone, "0467-00-1234");
        words.add_number(PatternKind::CaseNumber, "1414000123");
        words.add_address("鎌倉市御成町一丁目18番10号");
        words.add_facility("ひなた作業所");
        if let Some(day) = Day::from_ymd_opt(1985, 5, 3) {
            words.add_birth(day);
        }
        words
    }

    #[test]
    fn v21_words_of_a_case_are_found_however_they_are_written() {
        let words = planted();
        for (text, kind) in [
            ("吉田はなこの件", PatternKind::Name),
            ("ヨシダはなこ", PatternKind::Name),
            ("はなこさんの希望", PatternKind::Name),
            ("吉田様より", PatternKind::Name),
            ("電話０４６７（００）１２３４", PatternKind::Phone),
            ("0467001234", PatternKind::Phone),
            ("1414-000123", PatternKind::CaseNumber),
            ("御成町1-18-10に住む", PatternKind::Address),
            ("神奈川県鎌倉市御成町１丁目１８番地１０", PatternKind::Address),
            ("昭和６０年５月３日に生まれ", PatternKind::BirthDate),
            ("1985/05/03", PatternKind::BirthDate),
            ("S60.5.3", PatternKind::BirthDate),
            ("ひなた 作業所に通う", PatternKind::Facility),
        ] {
            assert!(words.found_in(text).iter().any(|(k, _)| *k == kind), "{text}: {:?}", words.found_in(text));
        }
    }

    #[test]
    fn v21_other_words_are_left_alone() {
        let words = planted();
        for text in ["山吉田さん", "御成町1-18-100", "令和8年5月3日", "1234", "作業所の職員", ""] {
            assert_eq!(words.found_in(text), [], "{text}");
        }
        assert_eq!(words.clone().without(&["𠮷田はなこ".to_owned()]).found_in("吉田はなこ"), []);
        assert!(!format!("{words:?}").contains("田"));
    }
}
