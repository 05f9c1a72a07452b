//! What holds for every day, name and reading, however it is written: it reads back
//! the same, and nothing that is typed makes the program stop.

use super::*;
use crate::Day;
use crate::era::{DateStyle, Era, parse_day, weekday};
use chrono::{Datelike, Days};
use proptest::prelude::*;
use proptest::sample::select;

/// Letters of names that break careless programs, each with what belongs to it.
const LETTERS: &[&str] = &[
    "髙",
    "橋",
    "﨑",
    "山",
    "𠮷",
    "田",
    "邉\u{e0102}",
    "邊\u{e0107}",
    "辻\u{e0100}",
    "葛\u{e0100}",
    "德",
    "々",
    "ヶ",
    "ノ",
    "さ",
    "く",
    "ら",
    "ー",
    "神",
    "\u{fa19}",
    "𡈽",
    "か\u{3099}",
    "\u{e000}",
    "é",
    "e\u{301}",
    "#",
    "{",
    "〆",
];

/// What belongs to the letter before it.
const BELONGING: [&str; 4] = ["\u{e0102}", "\u{e0100}", "\u{3099}", "\u{301}"];

/// Those of [`LETTERS`] that are none of a foreign keyboard's.
fn japanese() -> Vec<&'static str> {
    LETTERS.iter().copied().filter(|letter| !letter.is_ascii()).collect()
}

/// What stands between 姓 and 名.
const BETWEEN: &[&str] = &[" ", "　", "  ", "　　", " 　", "\u{a0}", "\t"];

/// Hiragana with a half-width form, which has its voicing mark apart.
const HALF: &[(&str, &str)] = &[
    ("あ", "ｱ"),
    ("い", "ｲ"),
    ("う", "ｳ"),
    ("え", "ｴ"),
    ("お", "ｵ"),
    ("か", "ｶ"),
    ("が", "ｶﾞ"),
    ("き", "ｷ"),
    ("ぎ", "ｷﾞ"),
    ("く", "ｸ"),
    ("ぐ", "ｸﾞ"),
    ("け", "ｹ"),
    ("げ", "ｹﾞ"),
    ("こ", "ｺ"),
    ("ご", "ｺﾞ"),
    ("さ", "ｻ"),
    ("ざ", "ｻﾞ"),
    ("し", "ｼ"),
    ("じ", "ｼﾞ"),
    ("す", "ｽ"),
    ("ず", "ｽﾞ"),
    ("せ", "ｾ"),
    ("ぜ", "ｾﾞ"),
    ("そ", "ｿ"),
    ("ぞ", "ｿﾞ"),
    ("た", "ﾀ"),
    ("だ", "ﾀﾞ"),
    ("ち", "ﾁ"),
    ("ぢ", "ﾁﾞ"),
    ("つ", "ﾂ"),
    ("づ", "ﾂﾞ"),
    ("て", "ﾃ"),
    ("で", "ﾃﾞ"),
    ("と", "ﾄ"),
    ("ど", "ﾄﾞ"),
    ("な", "ﾅ"),
    ("に", "ﾆ"),
    ("ぬ", "ﾇ"),
    ("ね", "ﾈ"),
    ("の", "ﾉ"),
    ("は", "ﾊ"),
    ("ば", "ﾊﾞ"),
    ("ぱ", "ﾊﾟ"),
    ("ひ", "ﾋ"),
    ("び", "ﾋﾞ"),
    ("ぴ", "ﾋﾟ"),
    ("ふ", "ﾌ"),
    ("ぶ", "ﾌﾞ"),
    ("ぷ", "ﾌﾟ"),
    ("へ", "ﾍ"),
    ("べ", "ﾍﾞ"),
    ("ぺ", "ﾍﾟ"),
    ("ほ", "ﾎ"),
    ("ぼ", "ﾎﾞ"),
    ("ぽ", "ﾎﾟ"),
    ("ま", "ﾏ"),
    ("み", "ﾐ"),
    ("む", "ﾑ"),
    ("め", "ﾒ"),
    ("も", "ﾓ"),
    ("や", "ﾔ"),
    ("ゆ", "ﾕ"),
    ("よ", "ﾖ"),
    ("ら", "ﾗ"),
    ("り", "ﾘ"),
    ("る", "ﾙ"),
    ("れ", "ﾚ"),
    ("ろ", "ﾛ"),
    ("わ", "ﾜ"),
    ("を", "ｦ"),
    ("ん", "ﾝ"),
    ("ゔ", "ｳﾞ"),
    ("ぁ", "ｧ"),
    ("ぃ", "ｨ"),
    ("ぅ", "ｩ"),
    ("ぇ", "ｪ"),
    ("ぉ", "ｫ"),
    ("っ", "ｯ"),
    ("ゃ", "ｬ"),
    ("ゅ", "ｭ"),
    ("ょ", "ｮ"),
    ("ー", "ｰ"),
    ("・", "･"),
];

/// A day between 1868 and 2200, as far as days are taken.
fn any_day() -> impl Strategy<Value = Day> {
    let first = Day::from_ymd_opt(1868, 1, 25).unwrap_or_default();
    (0_u64..121_000).prop_map(move |n| first.checked_add_days(Days::new(n)).unwrap_or_default())
}

/// Half width as full width: figures, Latin letters and marks.
fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c })
        .collect()
}

/// A number in kanji, as laws write it.
fn kanji(n: i32) -> String {
    let figure = |n: i32| "〇一二三四五六七八九".chars().nth(usize::try_from(n).unwrap_or_default()).unwrap_or('〇');
    if n > 99 {
        return n.to_string().chars().map(|c| figure(c.to_digit(10).map_or(0, |d| d as i32))).collect();
    }
    let tens = match n / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", figure(tens)),
    };
    if n % 10 == 0 { tens } else { format!("{tens}{}", figure(n % 10)) }
}

/// Every form in which a day may be typed.
fn forms(day: Day) -> Vec<String> {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let mut forms = vec![
        format!("{y}/{m}/{d}"),
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}.{m}.{d}"),
        format!("{y}{m:02}{d:02}"),
        format!("{y}年{m}月{d}日"),
        format!("{y} 年 {m} 月 {d} 日"),
        format!("{y}/{m}/{d} 0:00:00"),
        format!("{}年{}月{}日", kanji(y), kanji(m as i32), kanji(d as i32)),
        DateStyle::Western.day_with_weekday(day),
    ];
    if let Some((era, year)) = Era::of(day) {
        let (name, initial) = (era.name, era.initial);
        let short: String = name.chars().take(1).collect();
        let written = if year == 1 { "元".to_owned() } else { year.to_string() };
        let square = [("令和", "㋿"), ("平成", "㍻"), ("昭和", "㍼"), ("大正", "㍽"), ("明治", "㍾")];
        let square = square.iter().find(|(era, _)| *era == name).map_or("", |(_, square)| square);
        let law = if year == 1 { "元".to_owned() } else { kanji(year) };
        forms.extend([
            format!("{initial}{year}.{m}.{d}"),
            format!("{initial}{year:02}.{m:02}.{d:02}"),
            format!("{}{year}/{m}/{d}", initial.to_ascii_lowercase()),
            format!("{initial}{written}.{m}.{d}"),
            format!("{initial}{written}-{m}-{d}"),
            format!("{short}{written}.{m}.{d}"),
            // Two figures for the year; no era has had a hundred.
            if year < 100 { format!("{initial}{year:02}{m:02}{d:02}") } else { format!("{initial}{year}.{m}.{d}") },
            format!("{name}{written}年{m}月{d}日"),
            format!("{name}{year}年{m:02}月{d:02}日"),
            format!("{name} {written}年 {m}月 {d}日"),
            format!("{name}{written}年{m}月{d}日付け"),
            format!("{name}{written}年{m}月{d}日（{}）", weekday(day)),
            format!("{name}{written}年{m}月{d}日（{}曜日）", weekday(day)),
            format!("{square}{written}年{m}月{d}日"),
            format!("{name}{law}年{}月{}日", kanji(m as i32), kanji(d as i32)),
            DateStyle::Era.day(day),
        ]);
    }
    forms
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_day_reads_back_in_whatever_form(day in any_day(), blank in select(vec!["", " ", "　"])) {
        for form in forms(day) {
            for form in [form.clone(), wide(&form), format!("{blank}{form}{blank}")] {
                prop_assert_eq!(read_day(&form, false), Some(day), "{}", form);
            }
        }
    }

    /// Excel's counts are told apart from days in figures: both calendars, with the time of day.
    #[test]
    fn a_count_of_days_reads_back(day in any_day(), part in 0.0..0.99_f64) {
        for (first, from_1904) in [((1899, 12, 30), false), ((1904, 1, 1), true)] {
            let first = Day::from_ymd_opt(first.0, first.1, first.2).unwrap_or_default();
            let count = (day - first).num_days() as f64;
            if (10_000.0..=109_000.0).contains(&count) {
                prop_assert_eq!(serial_day(count + part, from_1904), Some(day));
                if count < 99_999.0 {
                    prop_assert_eq!(read_day(&count.to_string(), from_1904), Some(day));
                }
            }
        }
    }

    /// The two ends of a term in every pair of forms that has a mark between them.
    #[test]
    fn a_term_reads_back(start in any_day(), years in 0_u64..9, at in 0_usize..100) {
        let end = start.checked_add_days(Days::new(years * 365 + 30)).unwrap_or(start);
        prop_assume!(parse_day(&end.to_string()).is_some());
        let (from, to) = (forms(start), forms(end));
        let (from, to) = (&from[at % from.len()], &to[at % to.len()]);
        let (from, to) = (from.trim_end_matches("付け"), to.trim_end_matches("付け"));
        for text in [format!("{from}～{to}"), format!("{from} 〜 {to}"), format!("{from}から\n{to}まで"), format!("{from}－{to}")] {
            prop_assert_eq!(read_term(&text, false), Some((Some(start), Some(end))), "{}", text);
        }
        prop_assert_eq!(read_term(&format!("{to}まで"), false), Some((None, Some(end))));
    }

    /// Whatever is typed, there is an answer.
    #[test]
    fn nonsense_has_an_answer(text in any::<String>(), number in any::<f64>()) {
        let _ = (read_day(&text, false), read_term(&text, true), serial_day(number, true), serial_day(number, false));
        let _ = (apart(&text), closed_up(&text), possible_families(&text), read_kana(&text), bracketed(&text));
        let _ = (recognise_heading(&text), split_affiliation(&text, &|_| false), read_category(&text, &[]));
        let _ = crate::era::parse_fiscal_year(&text);
    }

    /// The same for what looks like a day, a term or a category and is none.
    #[test]
    fn almost_days_have_an_answer(text in "[RHSTM令平昭大明㋿㍻]{0,2}[和成]?[0-9０-９元十一二九〇]{0,12}[年.／/-]{0,2}[0-9十三]{0,10}[月./-]?[0-9]{0,3}[日から～-]{0,3}[（(]?[月火)）第号⑴①Ⅰ]{0,2}") {
        if let Some(day) = read_day(&text, false) {
            prop_assert!((1868..=2205).contains(&day.year()));
        }
        let _ = (read_term(&text, false), crate::era::parse_fiscal_year(&text));
        let _ = (read_category(&text, &[]), split_affiliation(&text, &|_| true));
    }

    /// A space, of whatever kind, divides a name, and no character of it is lost.
    #[test]
    fn spaces_divide_and_letters_survive(
        family in prop::collection::vec(select(LETTERS), 2..6),
        given in prop::collection::vec(select(LETTERS), 2..6),
        between in select(BETWEEN),
        around in select(vec!["", " ", "　"]),
    ) {
        let (family, given) = (family.concat(), given.concat());
        let text = format!("{around}{family}{between}{given}{around}");
        prop_assert_eq!(apart(&text), Some((family, given)));
    }

    /// Letters that are spaced out to fill a column: the wider space divides.
    #[test]
    fn spaced_letters_close_up(
        family in prop::collection::vec(select(japanese()), 1..4),
        given in prop::collection::vec(select(japanese()), 1..4),
    ) {
        let text = format!("{}　　{}", family.join(" "), given.join(" "));
        prop_assert_eq!(apart(&text), Some((family.concat(), given.concat())));
        if family.len() + given.len() > 2 {
            let even: Vec<&str> = family.iter().chain(&given).copied().collect();
            prop_assert_eq!(closed_up(&even.join("　")), Some(even.concat()));
        }
    }

    /// Without a space, a name that is registered is divided where it is, to the character.
    #[test]
    fn a_known_surname_divides(
        family in prop::collection::vec(select(LETTERS), 1..4),
        given in prop::collection::vec(select(LETTERS), 1..4),
    ) {
        let (family, given) = (family.concat(), given.concat());
        let name = format!("{family}{given}");
        let key = crate::find::find_key(&family);
        let known = |found: &str, _: &str| found == key;
        let divided = split_name(&name, None, &known);
        // A given name may begin with what makes the surname the same key again.
        let NameSplit::Guessed(first, second) = divided else { return Err(TestCaseError::fail(format!("{name} {divided:?}"))) };
        prop_assert_eq!(format!("{first}{second}"), name.clone());
        prop_assert_eq!(crate::find::find_key(first), key);
        for first in possible_families(&name) {
            let rest = name.strip_prefix(first).unwrap_or(BELONGING[0]);
            prop_assert!(!BELONGING.iter().any(|mark| rest.starts_with(mark)), "{}", first);
        }
    }

    /// A reading in hiragana, katakana, half-width katakana, or with its marks apart.
    #[test]
    fn readings_read_back(kana in prop::collection::vec(select(HALF), 1..12), space in select(vec!["", " ", "　"])) {
        let plain: String = kana.iter().map(|(full, _)| *full).collect();
        let half: String = kana.iter().map(|(_, half)| *half).collect();
        let katakana: String =
            plain.chars().map(|c| if matches!(c, 'ぁ'..='ゖ') { char::from_u32(c as u32 + 0x60).unwrap_or(c) } else { c }).collect();
        let apart_marks = |mark: [char; 2]| half.replace('ﾞ', &mark[0].to_string()).replace('ﾟ', &mark[1].to_string());
        let combining = apart_marks(['\u{3099}', '\u{309a}']);
        let spacing = apart_marks(['゛', '゜']);
        for written in [&plain, &half, &katakana, &combining, &spacing] {
            let text = format!("{space}{written}{space}{written}");
            let expected = format!("{plain}{}{plain}", space.replace('　', " "));
            prop_assert_eq!(read_kana(&text), Reading { kana: expected, odd: false }, "{}", text);
        }
    }
}
