//! The words of the cases that must not leave, for the leak check.

use crate::case::Case;
use crate::content::Content;
use entaku_domain::case_guard::{PatternKind, find_personal};
use entaku_domain::case_words::CaseWords;
use entaku_domain::violation::Violation;

/// Something in a text that points at a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: PatternKind,
    /// The words: of the case as written there, of others as found.
    pub found: String,
    /// Whether it is a word of this case, or only looks like one.
    pub certain: bool,
}

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

    /// What in a text points at a person: words of this case, then what else looks like one.
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        let mut own = self.words();
        own.extend(self.surroundings());
        let mut marks: Vec<Mark> =
            own.found_in(text).into_iter().map(|(kind, found)| Mark { kind, found, certain: true }).collect();
        for violation in find_personal(text, &[]) {
            let Violation::PersonalPattern { kind, found } = violation else { continue };
            if !marks.iter().any(|m| m.kind == kind && (m.found.contains(&found) || found.contains(&m.found))) {
                marks.push(Mark { kind, found, certain: false });
            }
        }
        marks
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
