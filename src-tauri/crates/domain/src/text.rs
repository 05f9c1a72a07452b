//! Text from people: what is accepted, and how it is compared.
//!
//! Names are never Unicode-normalised (V22): a compatibility ideograph such as
//! U+FA19 would become another character. Only search keys are folded.

use crate::violation::Violation;

/// The longest name of a person, body or organisation, in characters.
pub const NAME_LIMIT: usize = 200;
/// The longest running text (a duty, a gist), in characters.
pub const TEXT_LIMIT: usize = 20_000;

/// Checks a name: not empty, no control character, not longer than [`NAME_LIMIT`].
///
/// # Errors
/// The [`Violation`] that says what is wrong with it.
pub fn check_name(field: &'static str, name: &str) -> Result<(), Violation> {
    if name.trim().is_empty() {
        return Err(Violation::TextEmpty { field });
    }
    check_line(field, name, NAME_LIMIT)
}

/// Checks a line that may be empty: a place, a note, a reason.
///
/// # Errors
/// The [`Violation`] that says what is wrong with it.
pub fn check_note(field: &'static str, text: &str) -> Result<(), Violation> {
    check_line(field, text, NAME_LIMIT)
}

/// Checks running text: line breaks are fine, other control characters are not.
///
/// # Errors
/// The [`Violation`] that says what is wrong with it.
pub fn check_text(field: &'static str, text: &str) -> Result<(), Violation> {
    check_line(field, &text.replace(['\n', '\r', '\t'], ""), TEXT_LIMIT)
}

fn check_line(field: &'static str, text: &str, limit: usize) -> Result<(), Violation> {
    if let Some(found) = text.chars().find(|c| is_forbidden(*c)) {
        return Err(Violation::TextControl { field, code_point: found as u32 });
    }
    let length = text.chars().count();
    if length > limit {
        return Err(Violation::TextTooLong { field, length, limit });
    }
    Ok(())
}

/// A time of day as typed (9:30, ９：３０), in the form in which it is kept: 09:30.
pub fn parse_time(typed: &str) -> Option<String> {
    let typed = half_width(typed);
    let (hour, minute) = typed.trim().split_once(':')?;
    let figures = |part: &str, range: std::ops::RangeInclusive<usize>| {
        let digits = part.bytes().all(|b| b.is_ascii_digit()) && range.contains(&part.len());
        part.parse::<u8>().ok().filter(|_| digits)
    };
    let (hour, minute) = (figures(hour, 1..=2)?, figures(minute, 2..=2)?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// Control characters, and the marks that silently turn the direction of a line.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

/// Private-use characters (外字), which other computers show as something else (V22).
pub fn private_use(text: &str) -> Vec<char> {
    text.chars()
        .filter(|c| matches!(*c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'))
        .collect()
}

/// Full-width ASCII, and the full-width space, as half width.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            _ => c,
        })
        .collect()
}

/// The key under which text is found: width (of kana too), case, kana (katakana as hiragana),
/// spaces, variation selectors and the pairs 〜/～ and −/－ make no difference.
pub fn search_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in half_width(text).chars().filter(|c| !c.is_whitespace() && !is_variation_selector(*c)) {
        let marked = match c {
            '\u{ff9e}' | '\u{3099}' => key.chars().next_back().and_then(voiced),
            '\u{ff9f}' | '\u{309a}' => key.chars().next_back().and_then(half_voiced),
            _ => None,
        };
        if let Some(whole) = marked {
            key.pop();
            key.push(whole);
        } else {
            key.extend(fold(full_kana(c)).to_lowercase());
        }
    }
    key
}

/// Katakana of half width in full width, without its marks.
fn full_kana(c: char) -> char {
    const KANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    match c {
        '\u{ff61}'..='\u{ff9f}' => KANA.chars().nth(c as usize - 0xff61).unwrap_or(c),
        _ => c,
    }
}

/// A hiragana with ゛, where there is one.
fn voiced(c: char) -> Option<char> {
    match c {
        'う' => Some('ゔ'),
        'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'ち' | 'つ' | 'て' | 'と'
        | 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ' => char::from_u32(c as u32 + 1),
        _ => None,
    }
}

/// A hiragana with ゜, where there is one.
fn half_voiced(c: char) -> Option<char> {
    matches!(c, 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ').then(|| char::from_u32(c as u32 + 2)).flatten()
}

fn fold(c: char) -> char {
    match c {
        '\u{30a1}'..='\u{30f6}' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        '\u{301c}' => '~',
        '\u{2212}' | '\u{2010}' | '\u{2015}' | '\u{2014}' => '-',
        '髙' => '高',
        '﨑' => '崎',
        '𠮷' => '吉',
        '德' => '徳',
        '邉' | '邊' => '辺',
        _ => c,
    }
}

/// Whether a character is a kanji, or belongs to one (々, a variation selector).
pub fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '々')
        || is_variation_selector(c)
}

/// Whether a character only chooses a glyph of the one before it.
pub fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    //! V22's part that concerns the domain.
    use super::*;

    #[test]
    fn kana_of_half_width_is_found_as_the_full() {
        for (typed, written) in [
            ("ｸﾞﾙｰﾌﾟﾎｰﾑ", "グループホーム"),
            ("ｳﾞｧﾍﾞﾋﾟｯ", "ヴァベピッ"),
            ("ﾃﾞｲｻｰﾋﾞｽ ｱﾝﾄﾞ", "デイサービスアンド"),
            ("か\u{3099}は\u{309a}", "がぱ"),
            ("｢ﾐﾎﾝ｣｡", "「ミホン」。"),
        ] {
            assert_eq!(search_key(typed), search_key(written), "{typed}");
            assert_eq!(search_key(&search_key(typed)), search_key(typed), "{typed}");
        }
        assert_eq!(search_key("ｱﾟﾞ"), "あ゜゛", "a mark that fits nothing stays by itself");
    }

    #[test]
    fn names_are_checked() {
        assert_eq!(check_name("name", "渡邉󠄂 花子"), Ok(()));
        assert_eq!(check_name("name", "#panic(\"x\")"), Ok(()));
        assert_eq!(check_name("name", " 　"), Err(Violation::TextEmpty { field: "name" }));
        assert_eq!(check_name("name", "山\u{7}田"), Err(Violation::TextControl { field: "name", code_point: 7 }));
        assert_eq!(
            check_name("name", "山\u{202e}田"),
            Err(Violation::TextControl { field: "name", code_point: 0x202e })
        );
        assert_eq!(
            check_name("name", &"山".repeat(500)),
            Err(Violation::TextTooLong { field: "name", length: 500, limit: NAME_LIMIT })
        );
        assert_eq!(check_note("place", ""), Ok(()));
        assert_eq!(
            check_note("reason", "個人\u{1b}[31m"),
            Err(Violation::TextControl { field: "reason", code_point: 0x1b })
        );
        assert_eq!(check_note("place", "一階\n二階"), Err(Violation::TextControl { field: "place", code_point: 0xa }));
        assert_eq!(check_text("gist", "一行目\n二行目"), Ok(()));
    }

    #[test]
    fn times_are_kept_in_one_form() {
        for (typed, kept) in [
            ("14:00", Some("14:00")),
            ("9:30", Some("09:30")),
            ("００：１０", Some("00:10")),
            (" 23:59 ", Some("23:59")),
            ("24:00", None),
            ("99:99\u{1b}[31m", None),
            ("12:5", None),
            ("12:+5", None),
            ("+9:30", None),
            ("1400", None),
            ("", None),
        ] {
            assert_eq!(parse_time(typed).as_deref(), kept, "{typed:?}");
        }
    }

    #[test]
    fn v22_names_keep_their_characters_and_keys_fold() {
        assert_eq!(private_use("山\u{e000}田"), ['\u{e000}']);
        assert!(private_use("髙﨑𠮷德").is_empty());
        for (a, b) in [
            ("タカハシ", "たかはし"),
            ("髙橋", "高橋"),
            ("ＡＢＣ", "abc"),
            ("渡邉󠄂", "渡邉"),
            ("山田 太郎", "山田　太郎"),
            ("１〜３", "1～3"),
        ] {
            assert_eq!(search_key(a), search_key(b), "{a} {b}");
        }
    }
}
