//! The quorum (定足数, V16): only where the office has set a rule.

coded! {
    /// How many members make a quorum (定足数の定め).
    Quorum {
        MoreThanHalf = "more_than_half", "過半数";
        HalfOrMore = "half_or_more", "半数以上";
        TwoThirds = "two_thirds", "３分の２以上";
    }
}

/// Words of a clause on votes, which need a majority of their own.
const VOTES: [&str; 10] =
    ["議決", "可否", "議事", "決する", "決し", "決定", "出席委員", "出席者の", "出席した委員の", "賛成"];

/// Words of a clause on what it takes for a meeting to be held.
const HELD: [&str; 9] = ["定足数", "成立", "開く", "開き", "開け", "開催", "開会", "出席", "流会"];

/// Where the words on holding a meeting end, though the sentence may run on to its votes.
const ENDS: [&str; 6] =
    ["出席がなければ", "出席しなければ", "出席で成立し", "出席で開き", "出席をもって成立し", "出席により成立し"];

/// Words that say there is no such rule.
const NONE: [&str; 13] = [
    "なし",
    "無し",
    "定めず",
    "定めない",
    "定めていな",
    "定めはな",
    "定めがな",
    "定めもな",
    "設けず",
    "設けない",
    "設けていな",
    "ありません",
    "特にない",
];

impl Quorum {
    /// Reads the office's answer, which says in words what the rules say of the
    /// quorum and of votes; none where it names no such number, or says that
    /// there is none.
    pub fn read(answer: &str) -> Option<Self> {
        let mut answer = crate::text::half_width(answer).replace("議事を開", "会議を開");
        for end in ENDS {
            answer = answer.replace(end, &format!("{end}、"));
        }
        let mut named = Vec::new();
        let mut others = Vec::new();
        for sentence in answer.split(['。', ';', '\n']) {
            if says_none(sentence) {
                return None;
            }
            let mut of_votes = false;
            for clause in sentence.split(['、', ',', '・']) {
                let says = |words: &[&str]| words.iter().any(|w| clause.contains(w));
                // 「議決は、過半数」: what is said goes on about what was named before.
                of_votes = says(&VOTES) || of_votes && !says(&HELD);
                if !of_votes {
                    if says(&HELD) { named.push(clause) } else { others.push(clause) }
                }
            }
        }
        named.into_iter().chain(others).find_map(Self::in_clause)
    }

    fn in_clause(clause: &str) -> Option<Self> {
        let says = |words: &[&str]| words.iter().any(|w| clause.contains(w));
        if says(&["3分の2", "三分の二", "2/3"]) {
            Some(Self::TwoThirds)
        } else if says(&["過半数"]) {
            Some(Self::MoreThanHalf)
        } else if says(&["半数以上", "2分の1以上", "二分の一以上", "1/2以上"]) {
            Some(Self::HalfOrMore)
        } else {
            None
        }
    }

    /// How many of so many members it takes.
    pub const fn needed(self, members: usize) -> usize {
        match self {
            Self::MoreThanHalf => members / 2 + 1,
            Self::HalfOrMore => members.div_ceil(2),
            Self::TwoThirds => (members * 2).div_ceil(3),
        }
    }
}

/// Whether a sentence says that there is no quorum, before it names a number.
fn says_none(sentence: &str) -> bool {
    let Some(at) = sentence.find("定足数") else { return false };
    let after = &sentence[at..];
    let none = NONE.iter().filter_map(|word| after.find(word)).min();
    let clauses = after.split_inclusive(['、', ',', '・']);
    let mut from = 0;
    let mut number = None;
    for clause in clauses {
        if number.is_none() && Quorum::in_clause(clause).is_some() {
            number = Some(from);
        }
        from += clause.len();
    }
    none.is_some_and(|none| number.is_none_or(|number| none < number))
}

#[cfg(test)]
mod tests {
    //! V16's worked examples.
    use super::*;

    #[test]
    fn v16_a_quorum_is_counted_of_those_who_sit() {
        assert_eq!((Quorum::MoreThanHalf.needed(18), Quorum::HalfOrMore.needed(18)), (10, 9));
        assert_eq!((Quorum::MoreThanHalf.needed(17), Quorum::HalfOrMore.needed(17)), (9, 9));
        assert_eq!(Quorum::MoreThanHalf.needed(29), 15);
        assert_eq!(Quorum::TwoThirds.needed(17), 12);
    }

    #[test]
    fn v16_the_answer_is_read_in_words() {
        for (answer, rule) in [
            ("過半数", Some(Quorum::MoreThanHalf)),
            ("委員の半数以上の出席、議決は出席委員の過半数", Some(Quorum::HalfOrMore)),
            ("議決は過半数、定足数は２分の１以上", Some(Quorum::HalfOrMore)),
            ("定足数は定めず、議決は過半数", None),
            ("委員の３分の２以上", Some(Quorum::TwoThirds)),
            ("会長が定める", None),
            ("議事は出席委員の過半数で決し、会議は委員の半数以上の出席で開く", Some(Quorum::HalfOrMore)),
            ("定足数の定めはない。議事は出席委員の過半数で決する", None),
            ("議決は出席委員の３分の２以上、定足数は過半数", Some(Quorum::MoreThanHalf)),
            ("定足数は、定めていない", None),
            ("定足数なし", None),
            ("議決は、過半数による", None),
            ("議事は、出席した委員の過半数で決する", None),
            ("会議は、委員の半数以上が出席しなければ議事を開き議決することができない", Some(Quorum::HalfOrMore)),
            (
                "委員の過半数の出席がなければ会議を開くことができない。議事は出席者の３分の２以上で決する",
                Some(Quorum::MoreThanHalf),
            ),
            ("委員の過半数の出席で成立し出席者の３分の２以上で決する", Some(Quorum::MoreThanHalf)),
            ("可否同数のときは会長が決する。会議は半数以上で成立する", Some(Quorum::HalfOrMore)),
            ("定足数は半数以上、議決の定めなし", Some(Quorum::HalfOrMore)),
        ] {
            assert_eq!(Quorum::read(answer), rule, "{answer}");
        }
    }
}
