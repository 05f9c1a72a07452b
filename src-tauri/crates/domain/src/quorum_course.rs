//! The quorum through a meeting (定足数の推移, V16): who is there at each moment, from
//! the times of coming and leaving, and when it falls short.

use crate::day::{OutKind, TimeOfDay};
use crate::id::BodyId;
use crate::meeting::Presence;
use crate::quorum::Quorum;

/// How many of the members make a quorum (定足数の割合・人数).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// 過半数.
    MoreThanHalf,
    /// 半数以上.
    HalfOrMore,
    /// At least so many of so many parts (３分の２以上).
    Fraction(u8, u8),
    /// At least so many people (○人以上).
    Number(u16),
}

/// What a body's rules say of its quorum (定足数の定め).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuorumRule {
    /// How many.
    pub share: Share,
    /// Whether one who stands in counts (代理出席を数える).
    pub proxies: bool,
    /// Whether one on a screen counts (オンライン出席を数える).
    pub online: bool,
    /// Whether one who is recused is left out of the members, too (除斥の委員を総数から除く).
    pub without_recused: bool,
}

/// A body's own rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyQuorum {
    /// The body.
    pub body: BodyId,
    /// Its rule.
    pub rule: QuorumRule,
}

/// A member who counts, and how long they were there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Whether they came; none where nothing is recorded.
    pub presence: Option<Presence>,
    /// After the opening.
    pub came: Option<TimeOfDay>,
    /// Before the end.
    pub left: Option<TimeOfDay>,
    /// Out of the room: why, from, back at.
    pub outs: Vec<(OutKind, TimeOfDay, Option<TimeOfDay>)>,
}

/// How it stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Members of whom it is counted; vacant seats are none.
    pub members: usize,
    /// Members there.
    pub present: usize,
    /// Of whom on a screen.
    pub online: usize,
    /// Of whom by somebody who stands in.
    pub proxies: usize,
    /// How many it takes.
    pub needed: usize,
}

/// A moment at which somebody comes or goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// When; none for the opening.
    pub at: Option<TimeOfDay>,
    /// Who comes, by their place in the list.
    pub came: Vec<usize>,
    /// Who goes.
    pub gone: Vec<usize>,
    /// How it stands from then on.
    pub standing: Standing,
}

impl Share {
    /// How many of so many members it takes.
    pub fn needed(self, members: usize) -> usize {
        match self {
            Self::MoreThanHalf => Quorum::MoreThanHalf.needed(members),
            Self::HalfOrMore => Quorum::HalfOrMore.needed(members),
            Self::Fraction(parts, of) => (members * usize::from(parts)).div_ceil(usize::from(of).max(1)),
            Self::Number(people) => usize::from(people),
        }
    }

    /// 過半数, ３分の２以上, 5人以上.
    pub fn label(self) -> String {
        match self {
            Self::MoreThanHalf => Quorum::MoreThanHalf.label().to_owned(),
            Self::HalfOrMore => Quorum::HalfOrMore.label().to_owned(),
            Self::Fraction(2, 3) => Quorum::TwoThirds.label().to_owned(),
            Self::Fraction(parts, of) => format!("{of}分の{parts}以上"),
            Self::Number(people) => format!("{people}人以上"),
        }
    }

    /// Its code, as it is stored: `more_than_half`, `half_or_more`, `2/3`, `5`.
    pub fn code(self) -> String {
        match self {
            Self::MoreThanHalf => Quorum::MoreThanHalf.code().to_owned(),
            Self::HalfOrMore => Quorum::HalfOrMore.code().to_owned(),
            Self::Fraction(parts, of) => format!("{parts}/{of}"),
            Self::Number(people) => people.to_string(),
        }
    }

    /// Reads a code; none for a fraction above the whole or of nothing, and for nobody.
    pub fn from_code(code: &str) -> Option<Self> {
        match Quorum::from_code(code) {
            Ok(Quorum::MoreThanHalf) => return Some(Self::MoreThanHalf),
            Ok(Quorum::HalfOrMore) => return Some(Self::HalfOrMore),
            Ok(Quorum::TwoThirds) => return Some(Self::Fraction(2, 3)),
            Err(_) => {}
        }
        if let Some((parts, of)) = code.split_once('/') {
            let (parts, of): (u8, u8) = (parts.parse().ok()?, of.parse().ok()?);
            return (parts > 0 && parts <= of).then_some(Self::Fraction(parts, of));
        }
        code.parse().ok().filter(|n| *n > 0).map(Self::Number)
    }
}

impl From<Quorum> for QuorumRule {
    /// The rule that the office's answer names: a proxy is no member, a screen is attendance.
    fn from(rule: Quorum) -> Self {
        let share = match rule {
            Quorum::MoreThanHalf => Share::MoreThanHalf,
            Quorum::HalfOrMore => Share::HalfOrMore,
            Quorum::TwoThirds => Share::Fraction(2, 3),
        };
        Self { share, proxies: false, online: true, without_recused: false }
    }
}

impl Standing {
    /// Whether the quorum is met.
    pub const fn met(&self) -> bool {
        self.present >= self.needed
    }
}

impl Stay {
    /// Whether they are there at a moment; at the opening where none.
    fn is_there(&self, at: Option<TimeOfDay>) -> bool {
        let come = self.presence.is_some_and(|p| p.is_there() || p == Presence::Proxy);
        // Late without a time: not there at the opening, there at the first moment after it.
        let late = self.presence == Some(Presence::Late) && self.came.is_none();
        let arrived = match at {
            None => self.came.is_none() && !late,
            Some(at) => self.came.is_none_or(|came| came <= at),
        };
        let gone = at.is_some_and(|at| self.left.is_some_and(|left| left <= at));
        come && arrived && !gone && self.out(at).is_none()
    }

    /// Why they are out of the room at a moment.
    fn out(&self, at: Option<TimeOfDay>) -> Option<OutKind> {
        let at = at?;
        let is_out =
            |(_, from, to): &&(OutKind, TimeOfDay, Option<TimeOfDay>)| *from <= at && to.is_none_or(|back| at < back);
        self.outs.iter().find(is_out).map(|(kind, ..)| *kind)
    }

    fn counts(&self, rule: QuorumRule, at: Option<TimeOfDay>) -> bool {
        let way = match self.presence {
            Some(Presence::Proxy) => rule.proxies,
            Some(Presence::Online) => rule.online,
            _ => true,
        };
        way && self.is_there(at)
    }
}

/// How the quorum stands at a moment; at the opening where none.
pub fn standing(rule: QuorumRule, stays: &[Stay], at: Option<TimeOfDay>) -> Standing {
    let recused = stays.iter().filter(|s| s.out(at) == Some(OutKind::Recused)).count();
    let members = stays.len() - if rule.without_recused { recused } else { 0 };
    let there: Vec<&Stay> = stays.iter().filter(|s| s.counts(rule, at)).collect();
    let of = |presence| there.iter().filter(|s| s.presence == Some(presence)).count();
    Standing {
        members,
        present: there.len(),
        online: of(Presence::Online),
        proxies: of(Presence::Proxy),
        needed: rule.share.needed(members),
    }
}

/// The quorum from the opening on: a turn for every moment at which who counts changes.
pub fn course(rule: QuorumRule, stays: &[Stay]) -> Vec<Turn> {
    let mut moments: Vec<TimeOfDay> = stays
        .iter()
        .flat_map(|s| s.came.into_iter().chain(s.left).chain(s.outs.iter().flat_map(|o| [Some(o.1), o.2]).flatten()))
        .collect();
    moments.sort_unstable();
    moments.dedup();
    let there = |at: Option<TimeOfDay>| stays.iter().map(|s| s.counts(rule, at)).collect::<Vec<bool>>();
    let mut before = there(None);
    let mut turns = vec![Turn { at: None, came: Vec::new(), gone: Vec::new(), standing: standing(rule, stays, None) }];
    for at in moments.into_iter().map(Some) {
        let now = there(at);
        let which = |was: bool| (0..stays.len()).filter(|i| before[*i] == was && now[*i] != was).collect::<Vec<_>>();
        let (came, gone, standing) = (which(false), which(true), standing(rule, stays, at));
        if !came.is_empty() || !gone.is_empty() {
            turns.push(Turn { at, came, gone, standing });
        }
        before = now;
    }
    turns
}

/// The turns at which the quorum was met before and is not any more.
pub fn falls(turns: &[Turn]) -> impl Iterator<Item = &Turn> {
    turns.windows(2).filter(|pair| pair[0].standing.met() && !pair[1].standing.met()).map(|pair| &pair[1])
}

#[cfg(test)]
mod tests {
    //! V15, V16: worked examples.
    #![allow(clippy::unwrap_used)]
    use super::*;

    const RULE: QuorumRule =
        QuorumRule { share: Share::MoreThanHalf, proxies: false, online: true, without_recused: false };

    fn time(text: &str) -> TimeOfDay {
        TimeOfDay::read(text).unwrap()
    }

    fn stay(presence: Presence) -> Stay {
        Stay { presence: Some(presence), came: None, left: None, outs: Vec::new() }
    }

    fn all(present: usize, absent: usize) -> Vec<Stay> {
        let there = std::iter::repeat_n(stay(Presence::Present), present);
        there.chain(std::iter::repeat_n(stay(Presence::Absent), absent)).collect()
    }

    #[test]
    fn v16_what_it_takes() {
        for (share, members, needed) in [
            (Share::MoreThanHalf, 18, 10),
            (Share::HalfOrMore, 18, 9),
            (Share::MoreThanHalf, 17, 9),
            (Share::HalfOrMore, 17, 9),
            (Share::MoreThanHalf, 29, 15),
            (Share::Fraction(2, 3), 17, 12),
            (Share::Fraction(3, 4), 17, 13),
            (Share::Number(5), 17, 5),
            (Share::MoreThanHalf, 1, 1),
            (Share::HalfOrMore, 60, 30),
            (Share::MoreThanHalf, 60, 31),
        ] {
            assert_eq!(share.needed(members), needed, "{share:?} of {members}");
            assert_eq!(Share::from_code(&share.code()), Some(share));
        }
        for code in ["0", "0/3", "4/3", "1/0", "x", "", "-1"] {
            assert_eq!(Share::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn v16_shinjuku_29_members_21_present() {
        let found = standing(RULE, &all(21, 8), None);
        assert_eq!((found.needed, found.present, found.met()), (15, 21, true));
    }

    #[test]
    fn v16_proxies_and_screens_count_as_the_office_has_set() {
        let mut stays = all(7, 8);
        stays.extend([stay(Presence::Proxy), stay(Presence::Online)]);
        let with = |proxies, online| standing(QuorumRule { proxies, online, ..RULE }, &stays, None).present;
        assert_eq!((with(false, true), with(true, true), with(false, false)), (8, 9, 7));
        let met = |proxies| standing(QuorumRule { proxies, ..RULE }, &stays, None).met();
        assert!(!met(false) && met(true), "17 members, 9 needed");
    }

    #[test]
    fn v16_it_is_told_when_it_falls_short_and_through_whom() {
        let mut stays = all(9, 8);
        stays[0] = Stay { presence: Some(Presence::Late), came: Some(time("14:10")), ..stays[0].clone() };
        stays[1] = Stay { presence: Some(Presence::LeftEarly), left: Some(time("15:20")), ..stays[1].clone() };
        let turns = course(RULE, &stays);
        let told: Vec<_> =
            turns.iter().map(|t| (t.at.map(|a| a.to_string()), t.standing.present, t.standing.met())).collect();
        let at = |text: &str| Some(text.to_owned());
        assert_eq!(told, [(None, 8, false), (at("14:10"), 9, true), (at("15:20"), 8, false)]);
        let fallen: Vec<_> = falls(&turns).collect();
        assert_eq!((fallen.len(), fallen[0].at, &fallen[0].gone[..]), (1, Some(time("15:20")), &[1_usize][..]));
    }

    #[test]
    fn v16_who_is_recused_from_an_item_is_not_there_for_it() {
        let mut stays = all(10, 8);
        stays[0].outs = vec![(OutKind::Recused, time("14:30"), Some(time("14:50")))];
        let during = Some(time("14:40"));
        let found = standing(RULE, &stays, during);
        assert_eq!((found.members, found.needed, found.present), (18, 10, 9));
        let found = standing(QuorumRule { without_recused: true, ..RULE }, &stays, during);
        assert_eq!((found.members, found.needed, found.present), (17, 9, 9));
        assert_eq!(standing(RULE, &stays, Some(time("14:50"))).present, 10, "back again");
    }

    #[test]
    fn v16_late_without_a_time_is_not_there_at_the_opening() {
        let stays = [stay(Presence::Late), stay(Presence::Present)];
        assert_eq!(standing(RULE, &stays, None).present, 1);
        assert_eq!(standing(RULE, &stays, Some(time("14:00"))).present, 2);
    }
}
