//! The order of a roster (名簿の並び).

use crate::appointment::MemberKind;
use crate::id::ColumnSetId;
use crate::person::PersonName;

coded! {
    /// How a roster is ordered.
    RosterOrder {
        ByCategory = "category", "区分順";
        BySyllabary = "syllabary", "五十音順";
    }
}

/// Columns of a roster, saved under a name (名簿の欄の組合せ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSet {
    /// Its identifier.
    pub id: ColumnSetId,
    /// Its name, 「推薦団体への照会用」.
    pub name: String,
    /// Codes of the columns from left to right.
    pub columns: Vec<String>,
}

/// What a roster line is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortKey {
    /// Place of the body.
    pub body: i64,
    /// Regular members first.
    pub kind: MemberKind,
    /// The category's number.
    pub category: Option<u8>,
    /// Place of the seat.
    pub seat: i64,
    /// The reading of the person's name; none for a vacant seat.
    pub reading: Option<Reading>,
}

/// A reading in 五十音順: voiced marks and small kana count only after all else is
/// equal. Made once for each line, for it takes longer than comparing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    plain: String,
    kana: String,
}

impl Reading {
    /// The reading of a name.
    pub fn of(name: &PersonName) -> Self {
        let kana = crate::text::search_key(&name.kana());
        Self { plain: kana.chars().map(plain).collect(), kana }
    }
}

/// The order of two lines.
pub fn compare(order: RosterOrder, a: &SortKey, b: &SortKey) -> std::cmp::Ordering {
    let head = a.body.cmp(&b.body);
    match order {
        RosterOrder::ByCategory => head
            .then(a.kind.cmp(&b.kind))
            .then(a.category.is_none().cmp(&b.category.is_none()))
            .then(a.category.cmp(&b.category))
            .then(a.seat.cmp(&b.seat)),
        RosterOrder::BySyllabary => {
            head.then(a.reading.is_none().cmp(&b.reading.is_none())).then_with(|| a.reading.cmp(&b.reading))
        }
    }
}

/// A kana without its voiced mark, and in full size.
fn plain(c: char) -> char {
    const MARKED: &str = "がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほぱはぴひぷふぺへぽほぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゔう";
    let mut pairs = MARKED.chars();
    while let (Some(marked), Some(base)) = (pairs.next(), pairs.next()) {
        if marked == c {
            return base;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    //! 五十音順 as in a Japanese list of names.
    use super::*;

    fn key(kana: &str, category: u8) -> SortKey {
        let name = PersonName { family_kana: kana.into(), ..PersonName::default() };
        SortKey {
            body: 1,
            kind: MemberKind::Regular,
            category: Some(category),
            seat: 0,
            reading: Some(Reading::of(&name)),
        }
    }

    #[test]
    fn kana_order_ignores_marks_first() {
        let mut list = [
            key("ふじた", 1),
            key("はら", 2),
            key("ばば", 3),
            key("ハヤシ", 4),
            key("はなだ", 5),
            key("ぐえん", 6),
            key("くどう", 7),
        ];
        list.sort_by(|a, b| compare(RosterOrder::BySyllabary, a, b));
        let order: Vec<u8> = list.iter().filter_map(|k| k.category).collect();
        assert_eq!(order, [6, 7, 5, 3, 4, 2, 1]);
    }

    #[test]
    fn vacant_seats_come_last_by_syllabary_and_in_place_by_category() {
        let vacant = SortKey { reading: None, ..key("", 1) };
        assert!(compare(RosterOrder::BySyllabary, &vacant, &key("わだ", 7)).is_gt());
        assert!(compare(RosterOrder::ByCategory, &vacant, &key("わだ", 7)).is_lt());
    }
}
