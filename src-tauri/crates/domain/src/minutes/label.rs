//! How those who speak are called in the minutes (発言者の表記): by name, post, organisation
//! or letter, namesakes told apart, in the words of the body's rule.

use super::{LabelRule, Role, Speaker};
use crate::id::PersonId;
use crate::person::PersonName;
use crate::short_name::short_names;

/// The word for a member.
const MEMBER: &str = "委員";
/// The word for who stands in for one.
const PROXY: &str = "代理";
/// The word for the office.
const SECRETARIAT: &str = "事務局";
/// The word for a guest whose name is not told.
const GUEST: &str = "説明者";

/// How a member may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// By name.
    ByName,
    /// By the organisation alone: so they chose for what is public.
    ByOrganization,
    /// As a member, no more.
    Unnamed,
}

/// Somebody who speaks, with what is known of them on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaking {
    /// Who.
    pub speaker: Speaker,
    /// The member's name.
    pub name: PersonName,
    /// The office that they hold, 会長.
    pub title: Option<String>,
    /// Their organisation; empty where none is known.
    pub organization: String,
    /// Their post; empty where none is known.
    pub post: String,
    /// How they may be called.
    pub called: Called,
}

/// A member by whom others are told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The name.
    pub name: PersonName,
    /// The organisation; empty where none is known.
    pub organization: String,
    /// The post; empty where none is known.
    pub post: String,
}

/// A label for each of those who speak, in their order. `members` are all who
/// sit on the body and may be named, so that namesakes are told apart even where only one of
/// them speaks: by the given name, its reading, and where these are the same, too, by the
/// organisation or the post; `letters` says who is 委員Ａ, who 委員Ｂ.
pub fn labels(rule: LabelRule, speaking: &[Speaking], members: &[Peer], letters: &[PersonId]) -> Vec<String> {
    speaking.iter().map(|who| label(rule, who, members, letters)).collect()
}

fn label(rule: LabelRule, who: &Speaking, members: &[Peer], letters: &[PersonId]) -> String {
    match who.speaker.role {
        Role::Member => member(rule, who, members, letters),
        Role::Proxy => format!("{}{PROXY}", member(rule, who, members, letters)),
        Role::Secretariat if rule == LabelRule::Name && !who.speaker.name.is_empty() => {
            format!("{SECRETARIAT}（{}）", post_alone(&who.speaker.name))
        }
        Role::Secretariat => SECRETARIAT.to_owned(),
        Role::Guest if who.speaker.name.is_empty() => GUEST.to_owned(),
        Role::Guest => who.speaker.name.clone(),
    }
}

/// 障害福祉課長　木谷 修: the post alone, which is how such minutes call officials.
fn post_alone(name: &str) -> &str {
    name.split('　').next().unwrap_or(name)
}

fn member(rule: LabelRule, who: &Speaking, members: &[Peer], letters: &[PersonId]) -> String {
    let title = who.title.as_deref();
    match (rule, who.called) {
        (LabelRule::Letter, _) => title.map_or_else(|| lettered(who, letters), str::to_owned),
        (LabelRule::Post, _) | (_, Called::Unnamed) => title.unwrap_or(MEMBER).to_owned(),
        (LabelRule::Organization, _) | (_, Called::ByOrganization) => match (title, who.organization.as_str()) {
            (Some(title), _) => title.to_owned(),
            (None, "") => MEMBER.to_owned(),
            (None, organization) => organization.to_owned(),
        },
        (LabelRule::Name, Called::ByName) => format!("{}{}", short(who, members), title.unwrap_or(MEMBER)),
    }
}

fn lettered(who: &Speaking, letters: &[PersonId]) -> String {
    let place = who.speaker.person.and_then(|person| letters.iter().position(|p| *p == person));
    place.map_or_else(|| MEMBER.to_owned(), |at| format!("{MEMBER}{}", letter(at)))
}

/// Ａ to Ｚ, then ＡＡ, ＡＢ …: the place counts from 0.
pub fn letter(place: usize) -> String {
    let mut rest = place;
    let mut found = Vec::new();
    loop {
        let at = u32::try_from(rest % 26).unwrap_or_default();
        found.extend(char::from_u32(0xff21 + at));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    found.iter().rev().collect()
}

/// The short name among all members.
fn short(who: &Speaking, members: &[Peer]) -> String {
    let name = &who.name;
    let twins: Vec<&Peer> = members.iter().filter(|m| same(&m.name, name)).collect();
    if let Some(mark) = apart(&who.organization, &who.post, &twins) {
        return format!("{}（{mark}）", name.family);
    }
    let mut all: Vec<PersonName> = members.iter().map(|m| m.name.clone()).collect();
    let place = all.iter().position(|other| other == name).unwrap_or_else(|| {
        all.push(name.clone());
        all.len() - 1
    });
    short_names(&all).into_iter().nth(place).unwrap_or_else(|| name.family.clone())
}

/// Whether two are written and read alike.
fn same(one: &PersonName, other: &PersonName) -> bool {
    one.family == other.family && one.given == other.given && one.kana() == other.kana()
}

/// What tells one of several namesakes apart: the organisation, or the post where they come
/// from the same one; none where there is only one of the name, or nothing tells.
pub fn apart<'a>(organization: &'a str, post: &'a str, twins: &[&Peer]) -> Option<&'a str> {
    if twins.len() < 2 {
        return None;
    }
    let alone =
        |own: &&str, of: fn(&Peer) -> &str| !own.is_empty() && twins.iter().filter(|t| of(t) == *own).count() <= 1;
    let by_organization = Some(organization).filter(|own| alone(own, |t| &t.organization));
    by_organization.or_else(|| Some(post).filter(|own| alone(own, |t| &t.post)))
}

#[cfg(test)]
mod tests {
    //! Labels as councils print them: 吉野（孝）委員, 会長, 事務局, 委員Ａ.
    use super::*;

    fn name(family: &str, given: &str) -> PersonName {
        PersonName { family: family.into(), given: given.into(), ..PersonName::default() }
    }

    fn who(family: &str, given: &str, title: Option<&str>) -> Speaking {
        Speaking {
            speaker: Speaker {
                role: Role::Member,
                person: Some(PersonId::from_key(&format!("{family}{given}"))),
                name: String::new(),
            },
            name: name(family, given),
            title: title.map(str::to_owned),
            organization: format!("{family}の会"),
            post: "理事".to_owned(),
            called: Called::ByName,
        }
    }

    fn peer(family: &str, given: &str) -> Peer {
        Peer { name: name(family, given), organization: format!("{family}の会"), post: "理事".to_owned() }
    }

    fn office(role: Role, text: &str) -> Speaking {
        let speaker = Speaker { role, person: None, name: text.to_owned() };
        Speaking { speaker, organization: String::new(), title: None, ..who("", "", None) }
    }

    fn all() -> Vec<Speaking> {
        vec![
            who("髙橋", "美咲子", Some("会長")),
            who("吉野", "孝", None),
            who("渡邉󠄂", "宗一郎", None),
            office(Role::Secretariat, "障害福祉課長　木谷　修"),
            office(Role::Secretariat, ""),
            office(Role::Guest, "鎌倉養護学校　山田教諭"),
        ]
    }

    #[test]
    fn each_rule_calls_people_its_way() {
        let (speaking, members) = (all(), vec![peer("吉野", "孝"), peer("吉野", "眞"), peer("髙橋", "美咲子")]);
        let letters = [PersonId::from_key("吉野孝"), PersonId::from_key("渡邉󠄂宗一郎")];
        let of = |rule| labels(rule, &speaking, &members, &letters);
        let guest = "鎌倉養護学校　山田教諭";
        assert_eq!(
            of(LabelRule::Name),
            ["髙橋会長", "吉野（孝）委員", "渡邉󠄂委員", "事務局（障害福祉課長）", "事務局", guest]
        );
        assert_eq!(of(LabelRule::Post), ["会長", "委員", "委員", "事務局", "事務局", guest]);
        assert_eq!(of(LabelRule::Organization), ["会長", "吉野の会", "渡邉󠄂の会", "事務局", "事務局", guest]);
        assert_eq!(of(LabelRule::Letter), ["会長", "委員Ａ", "委員Ｂ", "事務局", "事務局", guest]);
    }

    #[test]
    fn v26_a_member_is_called_as_they_chose() {
        let members = [peer("吉野", "孝")];
        let of = |rule, called| {
            let speaking = [Speaking { called, ..who("吉野", "孝", None) }];
            labels(rule, &speaking, &members, &[]).concat()
        };
        assert_eq!(of(LabelRule::Name, Called::ByOrganization), "吉野の会");
        assert_eq!(of(LabelRule::Name, Called::Unnamed), "委員");
        assert_eq!(of(LabelRule::Organization, Called::Unnamed), "委員");
        let proxy = Speaking {
            speaker: Speaker { role: Role::Proxy, ..who("吉野", "孝", None).speaker },
            ..who("吉野", "孝", None)
        };
        assert_eq!(labels(LabelRule::Name, &[proxy], &members, &[]), ["吉野委員代理"]);
    }

    #[test]
    fn namesakes_are_told_apart_by_where_they_come_from() {
        let of = |organization: &str, post: &str| Peer {
            organization: organization.to_owned(),
            post: post.to_owned(),
            ..peer("鈴木", "一郎")
        };
        let called = |one: &Peer, all: &[Peer]| {
            let (organization, post) = (one.organization.clone(), one.post.clone());
            labels(LabelRule::Name, &[Speaking { organization, post, ..who("鈴木", "一郎", None) }], all, &[]).concat()
        };
        let (union, school) = (of("育成会", "会長"), of("養護学校", "教諭"));
        assert_eq!(called(&union, &[union.clone(), school.clone()]), "鈴木（育成会）委員");
        assert_eq!(called(&school, &[union.clone(), school.clone()]), "鈴木（養護学校）委員");
        let head = of("育成会", "事務局長");
        assert_eq!(called(&head, &[union.clone(), head.clone()]), "鈴木（事務局長）委員");
        assert_eq!(called(&union, std::slice::from_ref(&union)), "鈴木委員");
    }

    #[test]
    fn letters_go_on_after_z() {
        let of = |place| letter(place);
        assert_eq!((of(0), of(25), of(26), of(27), of(51), of(52)), {
            let text = |t: &str| t.to_owned();
            (text("Ａ"), text("Ｚ"), text("ＡＡ"), text("ＡＢ"), text("ＡＺ"), text("ＢＡ"))
        });
    }
}
