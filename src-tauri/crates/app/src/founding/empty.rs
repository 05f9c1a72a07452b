//! A council with nothing but its name, its plenary and its secretariat.

use super::{Content, Founding};
use crate::text::founding as words;
use entaku_domain::Certainty;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyKind, BodyText, BodyVersion, TextKind, Verb};
use entaku_domain::council::Council;
use entaku_domain::id::{BodyId, BodyVersionId};
use entaku_domain::meeting::Numbering;
use entaku_domain::service::Limits;
use entaku_domain::term::{ReplacementRule, TermRule};

pub(super) fn content(ask: &Founding, year: FiscalYear) -> Content {
    let secretariat = ask.secretariat().cloned().unwrap_or_default();
    let says = (!secretariat.is_empty()).then(|| BodyText {
        kind: TextKind::Summary,
        mark: String::new(),
        text: secretariat.clone(),
        certainty: Certainty::Stated,
    });
    let bodies = [
        body("zentaikai", BodyKind::Plenary, words::PLENARY, Verb::Commission, None, year),
        body("jimukyoku", BodyKind::Secretariat, words::SECRETARIAT, Verb::ExOfficio, says, year),
    ];
    let (bodies, versions) = bodies.into_iter().zip(1..).map(|((b, v), order)| (Body { order, ..b }, v)).unzip();
    Content {
        council: council(ask, secretariat),
        organizations: Vec::new(),
        posts: Vec::new(),
        bodies,
        versions,
        plans: Vec::new(),
        laws: Vec::new(),
        flows: Vec::new(),
        seats: Vec::new(),
    }
}

fn council(ask: &Founding, secretariat: String) -> Council {
    Council {
        name: ask.name.clone(),
        municipality: ask.municipality.clone(),
        purposes: Vec::new(),
        philosophy_source: String::new(),
        philosophy: String::new(),
        legal_basis: words::LEGAL_BASIS.to_owned(),
        secretariat,
        consignment: None,
        power: String::new(),
        date_style: ask.date_style,
        numbering: Numbering::PerYear,
        answers: ask.all_answers(),
        notice: None,
    }
}

fn body(
    key: &str,
    kind: BodyKind,
    name: &str,
    verb: Verb,
    says: Option<BodyText>,
    year: FiscalYear,
) -> (Body, BodyVersion) {
    let id = BodyId::from_key(key);
    let body = Body {
        id,
        key: key.to_owned(),
        kind,
        parent: None,
        from_year: year,
        to_year: None,
        order: 0,
        resolution: None,
    };
    let version = BodyVersion {
        id: BodyVersionId::from_key(&format!("{key}/{}", year.number())),
        body: id,
        from_year: year,
        name: name.to_owned(),
        note: None,
        frequency: None,
        term_rule: if kind == BodyKind::Plenary { TermRule::Undecided } else { TermRule::NoTerm },
        replacement: ReplacementRule::Ask,
        limits: Limits::default(),
        verb,
        texts: says.into_iter().collect(),
        categories: Vec::new(),
        officers: Vec::new(),
    };
    (body, version)
}
