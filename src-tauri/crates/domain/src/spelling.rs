//! House spelling (表記): where a text writes 障がい although the office writes 障害, or the
//! other way round. Names of bodies, organisations, plans and laws stay as they are.

/// The two ways.
pub const WAYS: [&str; 2] = ["障害", "障がい"];

/// Statutory words that keep their spelling whatever the house writes.
const STATUTORY: [&str; 14] = [
    "障害者の日常生活及び社会生活を総合的に支援するための法律",
    "障害を理由とする差別の解消の推進に関する法律",
    "障害者総合支援法",
    "障害者基本法",
    "障害者差別解消法",
    "障害者雇用促進法",
    "障害者虐待防止法",
    "障害者自立支援法",
    "障害者権利条約",
    "障害者基本計画",
    "障害福祉計画",
    "障害児福祉計画",
    "障害支援区分",
    "身体障害者手帳",
];

/// Words that hold the sound and mean something else.
const OTHER: [&str; 3] = ["障害物", "障害競走", "通信障害"];

/// A place where the other spelling stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// Where it begins, in characters.
    pub start: usize,
    /// What stands there.
    pub found: &'static str,
    /// What the house writes.
    pub house: &'static str,
}

/// The house's way in the office's own words; none where they name neither, or both.
pub fn house(answer: &str) -> Option<&'static str> {
    let [kanji, kana] = WAYS;
    match (answer.contains(kanji), answer.contains(kana)) {
        (true, false) => Some(kanji),
        (false, true) => Some(kana),
        _ => None,
    }
}

/// Every place where a text spells otherwise than the house, outside of proper names.
pub fn other_spellings(text: &str, house: &'static str, names: &[String]) -> Vec<Spelled> {
    let Some(found) = WAYS.into_iter().find(|way| *way != house) else { return Vec::new() };
    let kept = kept(text, found, names);
    let outside = |at: &usize| !kept.iter().any(|(from, to)| (*from..*to).contains(at));
    let hits = text.match_indices(found).map(|(at, _)| at).filter(outside);
    hits.map(|at| Spelled { start: text[..at].chars().count(), found, house }).collect()
}

/// A text as the house spells it, outside of proper names.
pub fn respelled(text: &str, house: &'static str, names: &[String]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for spelled in other_spellings(text, house, names).into_iter().rev() {
        let end = spelled.start + spelled.found.chars().count();
        chars.splice(spelled.start..end, house.chars());
    }
    chars.into_iter().collect()
}

/// Where names stand that hold the word, as bytes from and to.
fn kept(text: &str, word: &str, names: &[String]) -> Vec<(usize, usize)> {
    let fixed = STATUTORY.iter().chain(&OTHER).copied();
    let own = names.iter().map(String::as_str);
    let all = fixed.chain(own).filter(|name| name.contains(word) && *name != word);
    all.flat_map(|name| text.match_indices(name).map(|(at, found)| (at, at + found.len()))).collect()
}

#[cfg(test)]
mod tests {
    //! Kamakura writes 障害, the prefecture 障がい.
    use super::*;

    #[test]
    fn the_other_spelling_is_found_outside_of_names() {
        let names = ["かながわ障がい者計画".to_owned(), "鎌倉市障害者支援協議会".to_owned()];
        let text = "障がいのある方と、かながわ障がい者計画について。障害者の障がい。";
        let places = |house| other_spellings(text, house, &names).into_iter().map(|s| s.start).collect::<Vec<_>>();
        assert_eq!(places("障害"), [0, 28]);
        assert_eq!(places("障がい"), [24]);
        assert_eq!(respelled(text, "障害", &names), "障害のある方と、かながわ障がい者計画について。障害者の障害。");
        let law = "障害者総合支援法と障害者基本法、鎌倉市障害者支援協議会、障害物、障害者の声";
        assert_eq!(respelled(law, "障がい", &names), law.replace("障害者の声", "障がい者の声"));
    }

    #[test]
    fn the_office_says_which() {
        assert_eq!(house("障害"), Some("障害"));
        assert_eq!(house("「障がい」と書く"), Some("障がい"));
        assert_eq!(house("障害と障がいの併用"), None);
        assert_eq!(house("未定"), None);
    }
}
