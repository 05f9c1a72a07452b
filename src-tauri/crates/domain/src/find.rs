//! The key under which the window's search finds a text: wider than
//! [`crate::text::search_key`], since a name is typed as the keyboard gives it.
//! Keys are for comparing alone; nothing shown ever goes through here.

use crate::text::search_key;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Characters that stand for one another in names, the first of each being the one that all become.
const SAME: [&str; 57] = [
    "高髙",
    "崎﨑嵜碕",
    "吉𠮷",
    "徳德",
    "辺邉邊",
    "沢澤",
    "浜濱濵",
    "斉齊斎齋",
    "広廣",
    "島嶋嶌",
    "国國",
    "桜櫻",
    "滝瀧",
    "真眞",
    "恵惠",
    "栄榮",
    "蔵藏",
    "竜龍",
    "条條",
    "会會",
    "学學",
    "実實",
    "寿壽",
    "万萬",
    "与與",
    "礼禮",
    "峰峯",
    "曽曾",
    "静靜",
    "槙槇",
    "祐祐",
    "神神",
    "福福",
    "都都",
    "隆隆",
    "塚塚",
    "晴晴",
    "朗朗",
    "羽羽",
    "精精",
    "諸諸",
    "逸逸",
    "飯飯",
    "館館舘",
    "鶴鶴",
    "郎郞",
    "猪猪",
    "益益",
    "靖靖",
    "祥祥",
    "黒黑",
    "横橫",
    "弥彌",
    "塩鹽",
    "桑桒",
    "けゖ",
    "かゕ",
];

/// Half-width katakana from U+FF66 on, in full width.
const WIDE: &str =
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// The key of a text: as [`search_key`], and half-width kana, old and new forms
/// of kanji and small ヶ make no difference.
pub fn find_key(text: &str) -> String {
    search_key(&wide_kana(text)).chars().map(common).collect()
}

/// What each other form becomes.
static FORMS: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let pairs = SAME.iter().filter_map(|row| row.chars().next().map(|first| (first, row.chars().skip(1))));
    pairs.flat_map(|(first, others)| others.map(move |other| (other, first))).collect()
});

fn common(c: char) -> char {
    let is_plain = c.is_ascii() || matches!(c, 'ぁ'..='ん');
    if is_plain { c } else { FORMS.get(&c).copied().unwrap_or(c) }
}

/// Half-width katakana with its voicing marks, in full width.
pub(crate) fn wide_kana(text: &str) -> String {
    let mut wide: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars() {
        let voiced = match c {
            '\u{ff9e}' | '\u{309b}' | '\u{3099}' => wide.last().copied().and_then(|last| marked(last, 1)),
            '\u{ff9f}' | '\u{309c}' | '\u{309a}' => wide.last().copied().and_then(|last| marked(last, 2)),
            _ => None,
        };
        match (voiced, wide.last_mut()) {
            (Some(voiced), Some(last)) => *last = voiced,
            _ => wide.push(full(c)),
        }
    }
    wide.into_iter().collect()
}

fn full(c: char) -> char {
    let place = (c as usize).checked_sub(0xff66).filter(|at| *at < 0x38);
    place.and_then(|at| WIDE.chars().nth(at)).unwrap_or(c)
}

/// ガ for カ and a voicing mark (1), パ for ハ and the other one (2).
fn marked(c: char, mark: u32) -> Option<char> {
    let plain = match mark {
        1 if c == 'ウ' => return Some('ヴ'),
        1 => "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ",
        _ => "ハヒフヘホはひふへほ",
    };
    plain.contains(c).then(|| char::from_u32(c as u32 + mark)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_a_name_is_typed_it_is_found() {
        for (a, b) in [
            ("髙橋", "高橋"),
            ("﨑山", "崎山"),
            ("𠮷田", "吉田"),
            ("渡邉󠄂", "渡辺"),
            ("渡邊", "渡邉"),
            ("辻󠄀", "辻"),
            ("齋藤", "斉藤"),
            ("ﾀｶﾊｼ", "たかはし"),
            ("ﾜﾀﾅﾍﾞ ｶﾞﾊﾟ", "ワタナベガパ"),
            ("ｳﾞｧﾝ", "ヴァン"),
            ("茅ヶ崎", "茅ケ﨑"),
            ("ＡＢＣ", "abc"),
            ("神神", "神神"),
            ("か\u{3099}", "ガ"),
            ("第１回", "第1回"),
        ] {
            assert_eq!(find_key(a), find_key(b), "{a} {b}");
        }
        assert_ne!(find_key("かき"), find_key("がき"));
    }

    #[test]
    fn no_character_stands_in_two_rows() {
        let all: Vec<char> = SAME.iter().flat_map(|row| row.chars()).collect();
        let once: std::collections::BTreeSet<char> = all.iter().copied().collect();
        assert_eq!(all.len(), once.len());
        assert!(SAME.iter().all(|row| row.chars().count() > 1));
    }
}
