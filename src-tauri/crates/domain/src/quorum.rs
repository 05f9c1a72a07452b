//! The quorum (定足数, V16): only where the office has set a rule.

coded! {
    /// How many members make a quorum (定足数の定め).
    Quorum {
        MoreThanHalf = "more_than_half", "過半数";
        HalfOrMore = "half_or_more", "半数以上";
        TwoThirds = "two_thirds", "３分の２以上";
    }
}

impl Quorum {
    /// Reads the office's answer, which says in words what the rules say of the
    /// quorum and of votes; none where it names no such number.
    pub fn read(answer: &str) -> Option<Self> {
        let answer = crate::text::half_width(answer);
        let clauses: Vec<&str> = answer.split(['、', '。', ',', '，', '・', ';', '\n']).collect();
        let named = clauses.iter().filter(|c| c.contains("定足数") || c.contains("出席") || c.contains("成立"));
        let others = clauses.iter().filter(|c| !c.contains("議決") && !c.contains("可否"));
        named.chain(others).find_map(|clause| Self::in_clause(clause))
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
        ] {
            assert_eq!(Quorum::read(answer), rule, "{answer}");
        }
    }
}
