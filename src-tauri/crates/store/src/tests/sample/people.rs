//! People and organisations of the council that has a row in every table.

use super::{FAMILY, GIVEN, day};
use entaku_domain::address::{Address, AddressKind, AddressOf, Delivery};
use entaku_domain::id::*;
use entaku_domain::person::{
    Affiliation, DatedName, FormerName, Gender, Organization, Person, PersonName, Post, Publication, Representative,
    TwoPeople,
};
use entaku_domain::substitute::Substitute;

pub(crate) fn organization() -> Organization {
    Organization {
        id: OrganizationId::from_key("clinic"),
        names: vec![
            DatedName { name: "旧医院".into(), from: None, to: Some(day("2020-03-31")) },
            DatedName { name: "円卓クリニック".into(), from: Some(day("2020-04-01")), to: None },
        ],
        kana: "えんたくくりにっく".into(),
        delivery: Some(Delivery::OfficeMail),
    }
}

pub(crate) fn representative() -> Representative {
    let id = RepresentativeId::from_key("clinic");
    let organization = OrganizationId::from_key("clinic");
    let (post, name, to) = ("理事長".into(), "円山　一".into(), Some(day("2024-03-31")));
    Representative { id, organization, post, name, title: None, from: Some(day("2020-04-01")), to }
}

pub(crate) fn post() -> Post {
    let organization = Some(OrganizationId::from_key("clinic"));
    Post { id: PostId::from_key("post"), name: "課長".into(), organization }
}

pub(crate) fn people() -> [Person; 2] {
    let person = |key: &str, family: &str, given: &str, kana: [&str; 2]| Person {
        id: PersonId::from_key(key),
        name: PersonName {
            family: family.into(),
            given: given.into(),
            family_kana: kana[0].into(),
            given_kana: kana[1].into(),
            latin: (key == "watanabe").then(|| "Watanabe S.".into()),
        },
        glyph_note: Some("異体字".into()),
        letter_title: "様".into(),
        publication: Publication::Name,
        needs: vec!["手話通訳".into()],
        contact: Some("p01@example.invalid".into()),
        gender: Some(Gender::Male),
        former_names: vec![FormerName {
            name: PersonName { family: format!("旧{family}"), given: given.into(), ..PersonName::default() },
            to: day("2015-03-31"),
        }],
        delivery: Some(Delivery::Post),
    };
    [
        person("takahashi", "髙橋", "美咲", ["たかはし", "みさき"]),
        person("watanabe", FAMILY, GIVEN, ["わたなべ", "そういちろう"]),
    ]
}

pub(crate) fn affiliation() -> Affiliation {
    Affiliation {
        id: AffiliationId::from_key("a"),
        person: PersonId::from_key("watanabe"),
        organization: Some(OrganizationId::from_key("clinic")),
        post: Some("秘密の院長職".into()),
        from: Some(day("2019-04-01")),
        to: None,
    }
}

pub(crate) fn addresses() -> [Address; 2] {
    let address = |key: &str, of, kind, order| Address {
        id: AddressId::from_key(key),
        of,
        kind,
        postal_code: "000-0001".into(),
        lines: vec!["秘密の町1-2-3".into(), "円卓荘101".into()],
        telephone: Some("000-0000-9999".into()),
        email: Some("himitsu@example.invalid".into()),
        for_letters: true,
        note: Some("午前は不在".into()),
        from: Some(day("2019-04-01")),
        to: None,
        order,
    };
    [
        address("home", AddressOf::Person(PersonId::from_key("watanabe")), AddressKind::Home, 1),
        address("main", AddressOf::Organization(OrganizationId::from_key("clinic")), AddressKind::Office, 2),
    ]
}

pub(crate) fn substitute() -> Substitute {
    Substitute {
        id: SubstituteId::from_key("sub"),
        seat: SeatId::from_key("s1"),
        member: Some(PersonId::from_key("watanabe")),
        person: PersonId::from_key("takahashi"),
        from: Some(day("2026-04-01")),
        to: None,
    }
}

pub(crate) fn distinct() -> TwoPeople {
    let [one, other] = people().map(|p| p.id);
    TwoPeople::new(other, one)
}
