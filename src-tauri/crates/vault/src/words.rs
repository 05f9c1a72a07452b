//! The words of the cases that must not leave, for the leak check.

use crate::case::Case;
use crate::content::Content;
use entaku_domain::case_guard::PatternKind;
use entaku_domain::case_words::CaseWords;

impl Case {
    /// What points at the person of this case.
    pub fn words(&self) -> CaseWords {
        let (facts, mut words) = (&self.facts, CaseWords::default());
        words.add_name(&facts.name);
        words.add_name(&facts.kana);
        words.add_number(PatternKind::Phone, &facts.phone);
        words.add_number(PatternKind::CaseNumber, &facts.certificate);
        words.add_address(&facts.address);
        if let Some(day) = facts.born_on {
            words.add_birth(day);
        }
        words
    }

    /// Who and what stands around the person: names and facilities that may be known to
    /// everybody for other reasons.
    pub fn surroundings(&self) -> CaseWords {
        let mut words = CaseWords::default();
        self.facts.related.iter().for_each(|name| words.add_name(name));
        self.facts.facilities.iter().for_each(|name| words.add_facility(name));
        words
    }
}

impl Content {
    /// The words of all cases; `known` are names of people and organisations that the
    /// council tells of anyway, which as somebody's surroundings point at nobody.
    pub fn words(&self, known: &[String]) -> CaseWords {
        let (mut own, mut around) = (CaseWords::default(), CaseWords::default());
        for case in &self.cases {
            own.extend(case.words());
            around.extend(case.surroundings());
        }
        own.extend(around.without(known));
        own
    }
}
