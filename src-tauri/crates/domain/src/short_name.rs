//! Short names that tell namesakes apart: 吉野（孝）委員.

use crate::person::PersonName;

/// The short name of each person of a list: the family name, with the given
/// name's first character in brackets where the family name occurs twice, the
/// whole given name where that is not enough, and the full name with its reading,
/// if there is one, where even the names are the same.
pub fn short_names(names: &[PersonName]) -> Vec<String> {
    names.iter().map(|name| short_name(name, names)).collect()
}

fn short_name(name: &PersonName, all: &[PersonName]) -> String {
    let namesakes: Vec<&PersonName> = all.iter().filter(|other| other.family == name.family).collect();
    if namesakes.len() < 2 || name.given.is_empty() {
        return name.family.clone();
    }
    let initial = first_character(&name.given);
    if namesakes.iter().filter(|other| first_character(&other.given) == initial).count() == 1 {
        return format!("{}（{initial}）", name.family);
    }
    if namesakes.iter().filter(|other| other.given == name.given).count() == 1 {
        return format!("{}（{}）", name.family, name.given);
    }
    if name.kana().is_empty() {
        return format!("{}（{}）", name.family, name.given);
    }
    format!("{}（{}・{}）", name.family, name.given, name.kana().replace('　', " "))
}

/// The first character with the variation selector that belongs to it.
fn first_character(text: &str) -> &str {
    let end = text
        .char_indices()
        .skip(1)
        .find(|(_, c)| !crate::text::is_variation_selector(*c))
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    //! Namesakes as councils print them.
    use super::*;

    fn name(family: &str, given: &str, kana: &str) -> PersonName {
        PersonName { family: family.into(), given: given.into(), family_kana: kana.into(), ..PersonName::default() }
    }

    #[test]
    fn namesakes_are_told_apart() {
        let names = [
            name("吉野", "孝", ""),
            name("吉野", "眞", ""),
            name("渡邉󠄂", "花子", ""),
            name("鈴木", "一郎", "すずき"),
            name("鈴木", "一男", "すずき"),
            name("佐藤", "薫", "さとう"),
            name("佐藤", "薫", "さふじ"),
            name("葛󠄀城", "祐󠄀子", ""),
            name("葛󠄀城", "良", ""),
        ];
        let expected = [
            "吉野（孝）",
            "吉野（眞）",
            "渡邉󠄂",
            "鈴木（一郎）",
            "鈴木（一男）",
            "佐藤（薫・さとう）",
            "佐藤（薫・さふじ）",
            "葛󠄀城（祐󠄀）",
            "葛󠄀城（良）",
        ];
        assert_eq!(short_names(&names), expected);
    }
}
