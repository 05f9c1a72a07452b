//! The record of an election in sentences (選出の記録), built from what is known of it.

use crate::snapshot::Snapshot;
use crate::text::elections as words;
use entaku_domain::body::BodyVersion;
use entaku_domain::election::{Candidate, ElectionRecord, Entry, Round};
use entaku_domain::id::{BodyId, CandidateId, PersonId};
use entaku_domain::meeting::Meeting;
use entaku_domain::office::{Method, Office};

/// An election as it is told.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// 会長.
    pub title: String,
    /// How.
    pub method: Method,
    /// How, in words.
    pub manner: Option<String>,
    /// Who named the officer.
    pub named_by: Option<String>,
    /// Whether nobody objected.
    pub acclaimed: bool,
    /// Those who stood.
    pub candidates: Vec<ToldCandidate>,
    /// The rounds.
    pub rounds: Vec<ToldRound>,
    /// Whether a lot decided.
    pub by_lot: bool,
    /// Who drew it.
    pub lot_drawn_by: Option<String>,
    /// What else is kept.
    pub note: Option<String>,
}

/// Somebody who stood.
#[derive(Debug, Clone)]
pub(crate) struct ToldCandidate {
    /// 髙橋委員.
    pub name: String,
    /// How they came to stand.
    pub entry: Option<Entry>,
    /// Who proposed them.
    pub proposer: Option<String>,
    /// Whether they declined.
    pub declined: bool,
    /// Whether they were elected.
    pub elected: bool,
}

/// A round of voting.
#[derive(Debug, Clone)]
pub(crate) struct ToldRound {
    /// The round.
    pub round: Round,
    /// Names with votes, in order.
    pub votes: Vec<(String, u16)>,
}

impl Told {
    /// An election with those who stood and who of them is elected.
    pub(crate) fn of(
        council: &Snapshot,
        meeting: &Meeting,
        record: &ElectionRecord,
        candidates: &[Candidate],
        elected: &[CandidateId],
    ) -> Self {
        let name = |person| member(council, record.body, meeting, person);
        let named =
            |id: CandidateId| candidates.iter().find(|c| c.id == id).map(|c| name(c.person)).unwrap_or_default();
        let round = |r: &Round| ToldRound {
            round: r.clone(),
            votes: r.votes.iter().map(|v| (named(v.candidate), v.votes)).collect(),
        };
        let candidate = |c: &Candidate| ToldCandidate {
            name: name(c.person),
            entry: c.entry,
            proposer: c.proposer.clone(),
            declined: c.declined,
            elected: elected.contains(&c.id),
        };
        Self {
            title: record.title.clone(),
            method: record.method,
            manner: record.manner.clone(),
            named_by: record.named_by.clone(),
            acclaimed: record.acclaimed,
            candidates: candidates.iter().map(candidate).collect(),
            rounds: record.rounds.iter().map(round).collect(),
            by_lot: record.by_lot,
            lot_drawn_by: record.lot_drawn_by.clone(),
            note: record.note.clone(),
        }
    }

    /// An office of which nothing but the result is known.
    pub(crate) fn result(council: &Snapshot, meeting: &Meeting, office: &Office) -> Self {
        let elected = ToldCandidate {
            name: member(council, office.body, meeting, office.person),
            entry: None,
            proposer: None,
            declined: false,
            elected: true,
        };
        Self {
            title: office.title.clone(),
            method: office.method,
            manner: None,
            named_by: None,
            acclaimed: false,
            candidates: vec![elected],
            rounds: Vec::new(),
            by_lot: false,
            lot_drawn_by: None,
            note: None,
        }
    }

    /// The record, sentence by sentence.
    pub(crate) fn sentences(&self) -> Vec<String> {
        let mut said: Vec<String> = self.candidates.iter().flat_map(words::stood).collect();
        said.extend(self.rounds.iter().map(words::round));
        if self.by_lot {
            said.push(words::lot(self.rounds.last().is_some(), self.lot_drawn_by.as_deref()));
        }
        said.push(words::outcome(self));
        said.extend(self.note.clone().filter(|note| !note.trim().is_empty()));
        said
    }
}

/// 髙橋委員; the full name where two members share the family name.
pub(crate) fn member(council: &Snapshot, body: BodyId, meeting: &Meeting, person: PersonId) -> String {
    let Some(person) = council.person(person) else { return String::new() };
    let name = person.name_on(meeting.date);
    let sittings = council.sittings(body, meeting.date);
    let others = sittings.iter().filter_map(|s| s.person).filter(|p| p.id != person.id);
    let shared = others.map(|p| p.name_on(meeting.date)).any(|other| other.family == name.family);
    words::member(&if shared { name.full() } else { name.family.clone() })
}

/// The title of the one who presides, where nobody held it when the meeting began: until
/// then the secretariat presides, or somebody who is named. Whose office ends the day before
/// while they are still a member has handed it on at this very meeting, and presided so far.
pub(crate) fn without_chair<'a>(council: &Snapshot, version: &'a BodyVersion, meeting: &Meeting) -> Option<&'a str> {
    let title = &version.officers.iter().find(|o| o.presides)?.title;
    let on = meeting.date;
    let begins = |o: &Office| {
        let appointment = council.appointment(o.appointment);
        let handed_on = o.end == on.pred_opt() && appointment.is_some_and(|a| a.is_open_on(on));
        o.is_held_on(on, appointment) || handed_on
    };
    let mut chairs = council.offices.iter().filter(|o| o.body == version.body && &o.title == title && o.start < on);
    (!chairs.any(begins)).then_some(title.as_str())
}
