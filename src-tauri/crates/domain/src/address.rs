//! Addresses (住所・送付先) of people and organisations, and how what is sent
//! reaches them. They are for the secretariat alone: no edition of a document
//! that others read has them (V26).

use crate::Day;
use crate::id::{AddressId, OrganizationId, PersonId};
use crate::text::half_width;

coded! {
    /// Where an address is (住所の区分).
    AddressKind {
        Home = "home", "自宅";
        Work = "work", "勤務先";
        Office = "office", "所在地";
        Other = "other", "その他";
    }
}

coded! {
    /// How somebody wants to get what is sent (届け方).
    Delivery {
        Post = "post", "郵送";
        Hand = "hand", "手渡し";
        Email = "email", "電子メール";
        OfficeMail = "office_mail", "庁内便（逓送）";
    }
}

/// Whose address it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressOf {
    /// A person's.
    Person(PersonId),
    /// An organisation's.
    Organization(OrganizationId),
}

/// A postal address with telephone and e-mail, over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its identifier.
    pub id: AddressId,
    /// Whose it is.
    pub of: AddressOf,
    /// Where it is.
    pub kind: AddressKind,
    /// 248-0012; empty when unknown.
    pub postal_code: String,
    /// The address as it is written on an envelope, line by line; none where only
    /// telephone or e-mail are known.
    pub lines: Vec<String>,
    /// Telephone.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Whether letters go here.
    pub for_letters: bool,
    /// A note of the secretariat's.
    pub note: Option<String>,
    /// First day; none when unknown.
    pub from: Option<Day>,
    /// Last day; none while it lasts.
    pub to: Option<Day>,
    /// Order within the owner's addresses.
    pub order: i64,
}

impl Address {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether a letter can be sent there.
    pub fn is_postal(&self) -> bool {
        !self.lines.is_empty()
    }
}

/// Of somebody's addresses the one to which letters go on a day: the one that is
/// marked for it, else the first with a postal address.
pub fn for_letters<'a>(addresses: impl IntoIterator<Item = &'a Address>, on: Day) -> Option<&'a Address> {
    let usable = addresses.into_iter().filter(|a| a.is_postal() && a.holds_on(on));
    usable.min_by_key(|a| (!a.for_letters, a.order, a.id))
}

/// A postal code as typed (〒２４８００１２, 248-0012), in the form in which it is
/// kept: 248-0012.
pub fn parse_postal_code(typed: &str) -> Option<String> {
    let plain = half_width(typed).replace(['〒', '-', '−', '‐', '―', 'ー', ' '], "");
    let is_code = plain.len() == 7 && plain.bytes().all(|b| b.is_ascii_digit());
    is_code.then(|| format!("{}-{}", &plain[..3], &plain[3..]))
}

/// Whether a text may be an e-mail address: one @ with something at either side.
pub fn is_email(text: &str) -> bool {
    let odd = |c: char| !c.is_ascii_graphic() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')');
    match text.split_once('@') {
        Some((name, host)) => !name.is_empty() && !host.is_empty() && !host.contains('@') && !text.contains(odd),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn postal_codes_are_read_however_they_are_typed() {
        for typed in ["248-0012", "2480012", "〒248-0012", "〒２４８－００１２", "248 0012", "２４８ー００１２"]
        {
            assert_eq!(parse_postal_code(typed).as_deref(), Some("248-0012"), "{typed}");
        }
        for typed in ["", "248-001", "248-00123", "24a-0012", "二四八-〇〇一二"] {
            assert_eq!(parse_postal_code(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_email_is_told() {
        assert!(is_email("p01@example.invalid"));
        for typed in ["p01", "@example.invalid", "p01@", "a@b@c", "Ａ@example.invalid", "a b@example.invalid", "a@b,c"]
        {
            assert!(!is_email(typed), "{typed}");
        }
    }

    #[test]
    fn letters_go_where_they_are_to_go_on_the_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let address = |key: &str, for_letters, order| Address {
            id: AddressId::from_key(key),
            of: AddressOf::Person(PersonId::from_key("p")),
            kind: AddressKind::Home,
            postal_code: "248-0012".into(),
            lines: vec!["架空市1-2-3".into()],
            telephone: None,
            email: None,
            for_letters,
            note: None,
            from: None,
            to: None,
            order,
        };
        let old = Address { to: Some(day("2026-03-31")), ..address("old", true, 1) };
        let home = Address { from: Some(day("2026-04-01")), ..address("home", false, 2) };
        let work = address("work", false, 3);
        let only_mail = Address { lines: vec![], ..address("mail", true, 0) };
        let all = [work, home, old, only_mail];
        let id = |on: &str| for_letters(&all, day(on)).map(|a| a.id);
        assert_eq!(id("2026-03-31"), Some(AddressId::from_key("old")));
        assert_eq!(id("2026-04-01"), Some(AddressId::from_key("home")));
        assert!(for_letters(&all[3..], day("2026-04-01")).is_none());
    }
}
