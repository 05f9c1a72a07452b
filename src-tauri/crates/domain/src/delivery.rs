//! Who got what of a meeting, when and how (配付の記録).

use crate::Day;
use crate::address::Delivery;
use crate::id::{DeliveryId, IssuedId, MeetingId, PersonId};
use std::collections::BTreeSet;

coded! {
    /// Who gets something (配付先).
    Recipient {
        Member = "member", "委員";
        Secretariat = "secretariat", "事務局";
        Audience = "audience", "傍聴";
        Press = "press", "報道";
        Other = "other", "その他";
    }
}

coded! {
    /// What is handed over (配付物).
    Handed {
        Notice = "notice", "開催通知";
        Papers = "papers", "会議資料";
        OnTheDay = "on_the_day", "当日配付資料";
        Replacement = "replacement", "差替え資料";
        Minutes = "minutes", "会議録";
        Other = "other", "その他";
    }
}

coded! {
    /// How it reaches them (届け方).
    Way {
        Post = "post", "郵送";
        Email = "email", "電子メール";
        Hand = "hand", "手渡し";
        OfficeMail = "office_mail", "庁内便（逓送）";
        OnTheDay = "on_the_day", "当日配付";
    }
}

/// Something that somebody got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// Its identifier.
    pub id: DeliveryId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Who, by kind.
    pub recipient: Recipient,
    /// The member.
    pub person: Option<PersonId>,
    /// Who, in words, where it is no member: 市政記者クラブ.
    pub name: Option<String>,
    /// What.
    pub what: Handed,
    /// How.
    pub way: Way,
    /// The day on which it was sent or handed over.
    pub on: Day,
    /// Copies.
    pub copies: u32,
    /// The line of the ledger of issued documents: exactly what it was.
    pub issued: Option<IssuedId>,
    /// What else is to be known.
    pub note: Option<String>,
}

impl Delivered {
    /// Whether this is the same thing to the same one on the same day.
    pub fn repeats(&self, other: &Self) -> bool {
        self.meeting == other.meeting
            && self.recipient == other.recipient
            && self.person == other.person
            && self.name == other.name
            && self.what == other.what
            && self.on == other.on
            && self.issued == other.issued
    }
}

impl From<Delivery> for Way {
    fn from(wanted: Delivery) -> Self {
        match wanted {
            Delivery::Post => Self::Post,
            Delivery::Hand => Self::Hand,
            Delivery::Email => Self::Email,
            Delivery::OfficeMail => Self::OfficeMail,
        }
    }
}

/// The members who have not got something yet. A replacement counts by the line of the
/// ledger that it is: who got an earlier one still lacks this one.
pub fn lacking(members: &[PersonId], what: Handed, issued: Option<IssuedId>, all: &[Delivered]) -> Vec<PersonId> {
    let counts =
        |d: &&Delivered| d.what == what && (what != Handed::Replacement || issued.is_none_or(|i| d.issued == Some(i)));
    let have: BTreeSet<PersonId> = all.iter().filter(counts).filter_map(|d| d.person).collect();
    members.iter().copied().filter(|m| !have.contains(m)).collect()
}

#[cfg(test)]
mod tests {
    //! Who still lacks what.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn got(who: &str, what: Handed, issued: Option<&str>) -> Delivered {
        Delivered {
            id: DeliveryId::from_key(who),
            meeting: MeetingId::from_key("m"),
            recipient: Recipient::Member,
            person: Some(PersonId::from_key(who)),
            name: None,
            what,
            way: Way::Post,
            on: "2026-10-07".parse().unwrap(),
            copies: 1,
            issued: issued.map(IssuedId::from_key),
            note: None,
        }
    }

    #[test]
    fn what_one_has_is_counted_by_its_kind() {
        let members = ["a", "b", "c"].map(PersonId::from_key);
        let all =
            [got("a", Handed::Papers, None), got("b", Handed::Notice, None), got("c", Handed::Papers, Some("i1"))];
        assert_eq!(lacking(&members, Handed::Papers, None, &all), [members[1]]);
        assert_eq!(lacking(&members, Handed::Notice, None, &all), [members[0], members[2]]);
        assert_eq!(lacking(&members, Handed::Minutes, None, &all), members);
    }

    #[test]
    fn an_earlier_replacement_is_not_this_one() {
        let members = ["a", "b"].map(PersonId::from_key);
        let all = [got("a", Handed::Replacement, Some("i1")), got("b", Handed::Replacement, Some("i2"))];
        assert_eq!(lacking(&members, Handed::Replacement, Some(IssuedId::from_key("i2")), &all), [members[0]]);
        assert!(lacking(&members, Handed::Replacement, None, &all).is_empty());
    }
}
