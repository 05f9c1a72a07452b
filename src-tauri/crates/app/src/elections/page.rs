//! What a meeting's elections are (役員の選出), what there is to choose from, and who held
//! a body's offices across all terms (役員の変遷).

use super::record::{Told, member, without_chair};
use super::{held, meeting};
use crate::answers::Choice;
use crate::commands::{CandidateForm, ElectionForm, RoundForm};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::members::choices::{PersonChoice, person_choice};
use crate::snapshot::Snapshot;
use crate::text::elections as words;
use entaku_domain::Day;
use entaku_domain::agenda::ItemKind;
use entaku_domain::body::{BodyVersion, OfficerRule};
use entaku_domain::election::{Candidate, ElectionRecord};
use entaku_domain::id::{BodyId, CandidateId, MeetingId};
use entaku_domain::meeting::Meeting;
use entaku_domain::office::{Method, Office, wants_election};

/// The elections of a meeting, and what there is to choose from.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct MeetingElections {
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// The meeting's day, ISO.
    pub date: String,
    /// Whether its result can be recorded: it is not called off, and its day has come.
    pub may_elect: bool,
    /// Who presides until there is a chair, in a sentence; none where there is one.
    pub without_chair: Option<String>,
    /// The offices that the rules name.
    pub titles: Vec<ElectionTitle>,
    /// Who sits that day.
    pub members: Vec<PersonChoice>,
    /// Items of the agenda under which officers are elected.
    pub items: Vec<Choice>,
    /// Its elections, and offices of which nothing but the result is known.
    pub elections: Vec<ElectionLine>,
    /// The record for the minutes, sentence by sentence.
    pub record: Vec<String>,
}

/// An office that may be elected.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ElectionTitle {
    /// 会長.
    pub title: String,
    /// How many.
    pub count: u8,
    /// How chosen, as the rules say.
    pub rule: Option<String>,
    /// The way that the rules want, a code; empty where they are silent.
    pub method: String,
    /// Who names, as the rules say: 会長; empty where nobody does.
    pub named_by: String,
    /// Who holds it on the day before the meeting, or since an earlier one.
    pub holders: Vec<String>,
    /// Whether it lacks a holder that day.
    pub vacant: bool,
}

/// An election, decided or not.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ElectionLine {
    /// Its identifier; none where only the office is known.
    pub id: Option<String>,
    /// 会長.
    pub title: String,
    /// Whether nobody is elected yet.
    pub open: bool,
    /// Its record, sentence by sentence.
    pub sentences: Vec<String>,
    /// Those who are elected.
    pub elected: Vec<ElectedOne>,
    /// What was entered, to go on with where it is open.
    pub form: Option<ElectionForm>,
}

/// Somebody who was elected.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ElectedOne {
    /// The office.
    pub office: String,
    /// The person's identifier.
    pub person: String,
    /// Their name.
    pub name: String,
}

/// An office over some days.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OfficerTerm {
    /// 会長.
    pub title: String,
    /// The person's identifier.
    pub person: String,
    /// Their name.
    pub name: String,
    /// Organisation and post on the first day.
    pub affiliation: String,
    /// First day, ISO.
    pub start: String,
    /// Last day, ISO.
    pub end: Option<String>,
    /// How chosen, in Japanese.
    pub method: String,
    /// The meeting's identifier.
    pub meeting: Option<String>,
    /// Its title.
    pub meeting_title: Option<String>,
    /// Whether it is held today.
    pub now: bool,
}

impl App {
    /// The elections of a meeting, and what there is to choose from.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; a year in which the body does not exist.
    pub fn meeting_elections(&self, id: MeetingId) -> Result<MeetingElections> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let version = council.version(m.body, m.year()).ok_or(AppError::NothingInYear(m.year().number()))?;
        let sittings = council.at_meeting(m);
        let without = without_chair(&council, version, m);
        let elections = self.election_lines(&council, m)?;
        Ok(MeetingElections {
            body: council.body_by_id(m.body).map(|b| b.key.clone()).unwrap_or_default(),
            body_name: version.name.clone(),
            date: m.date.to_string(),
            may_elect: m.state.takes_place() && m.date <= self.today(),
            without_chair: without.map(words::presides),
            titles: version.officers.iter().map(|rule| title(&council, version, rule, m)).collect(),
            members: sittings
                .iter()
                .filter(|s| s.has_vote())
                .filter_map(|s| s.person)
                .map(|p| person_choice(&council, p, m.date))
                .collect(),
            items: self.election_items(id)?,
            record: self.election_record(&council, m)?,
            elections,
        })
    }

    /// The record of a meeting's elections for its minutes, sentence by sentence.
    pub(crate) fn election_record(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<String>> {
        let lines = self.election_lines(council, m)?;
        let records = self.store().elections_at(m.id)?;
        let mut said = Vec::new();
        let version = council.version(m.body, m.year());
        if let Some(title) = version.and_then(|v| without_chair(council, v, m)).filter(|_| !lines.is_empty()) {
            let by = records.iter().find_map(|r| r.presided_by.as_deref());
            said.push(words::presided(title, by));
        }
        said.extend(lines.into_iter().flat_map(|line| line.sentences));
        Ok(said)
    }

    pub(crate) fn election_lines(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<ElectionLine>> {
        let mut lines = Vec::new();
        let mut told = Vec::new();
        for record in self.store().elections_at(m.id)? {
            let candidates = self.store().candidates_of(record.id)?;
            told.extend(candidates.iter().filter_map(|c| c.office));
            lines.push(line(council, m, &record, &candidates));
        }
        let untold = council.offices.iter().filter(|o| o.elected_at == Some(m.id) && !told.contains(&o.id));
        lines.extend(untold.map(|o| ElectionLine {
            id: None,
            title: o.title.clone(),
            open: false,
            sentences: Told::result(council, m, o).sentences(),
            elected: vec![elected(council, o)],
            form: None,
        }));
        let rank = |title: &str| {
            let version = council.version(m.body, m.year());
            version.and_then(|v| v.officers.iter().position(|o| o.title == title)).unwrap_or(usize::MAX)
        };
        lines.sort_by_key(|line| rank(&line.title));
        Ok(lines)
    }

    fn election_items(&self, meeting: MeetingId) -> Result<Vec<Choice>> {
        let items = self.store().agenda(meeting)?.into_iter().filter(|i| i.kind == ItemKind::Election);
        Ok(items.map(|i| Choice { value: i.id.to_string(), label: i.title }).collect())
    }

    /// Who held a body's offices, by office in the order of its rules, latest first.
    ///
    /// # Errors
    /// An unknown body.
    pub fn officer_history(&self, body: &str) -> Result<Vec<OfficerTerm>> {
        let council = self.snapshot()?;
        let body = council.body(body)?.id;
        Ok(officer_terms(&council, body, self.today()))
    }
}

/// Who held a body's offices, by office in the order of its rules, latest first.
pub(crate) fn officer_terms(council: &Snapshot, body: BodyId, today: Day) -> Vec<OfficerTerm> {
    let mut offices: Vec<&Office> = council.offices.iter().filter(|o| o.body == body).collect();
    let rules = council.latest(body).map(|v| v.officers.as_slice()).unwrap_or_default();
    let rank = |title: &str| rules.iter().position(|r| r.title == title).unwrap_or(usize::MAX);
    offices.sort_by_key(|o| (rank(&o.title), o.title.clone(), std::cmp::Reverse((o.start, o.id))));
    offices.into_iter().map(|o| term(council, o, today)).collect()
}

fn term(council: &Snapshot, o: &Office, today: Day) -> OfficerTerm {
    let appointment = council.appointment(o.appointment);
    let at = o.elected_at.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    OfficerTerm {
        title: o.title.clone(),
        person: o.person.to_string(),
        name: council.name_of(o.person, o.start).unwrap_or_default(),
        affiliation: council.affiliation_text(o.person, o.start),
        start: o.start.to_string(),
        end: o.last_day(appointment).map(|d| d.to_string()),
        method: words::way(o.method).to_owned(),
        meeting: at.map(|m| m.id.to_string()),
        meeting_title: at.map(|m| council.meeting_title(m)),
        now: o.is_held_on(today, appointment),
    }
}

fn title(council: &Snapshot, version: &BodyVersion, rule: &OfficerRule, m: &Meeting) -> ElectionTitle {
    let text = rule.method.as_deref().unwrap_or_default();
    let method = if wants_election(Some(text)) {
        Method::MutualElection.code()
    } else if text.contains(words::NAMING) {
        Method::Nomination.code()
    } else {
        ""
    };
    let holds = held(council, &council.offices, version.body, &rule.title, m.date);
    let holders: Vec<String> =
        holds.filter(|o| o.start < m.date).map(|o| member(council, version.body, m, o.person)).collect();
    ElectionTitle {
        title: rule.title.clone(),
        count: rule.count,
        rule: rule.method.clone(),
        method: method.to_owned(),
        named_by: text
            .split_once(words::NAMING)
            .map(|(by, _)| by.trim_end_matches('の').to_owned())
            .unwrap_or_default(),
        vacant: held(council, &council.offices, version.body, &rule.title, m.date).count() < usize::from(rule.count),
        holders,
    }
}

fn line(council: &Snapshot, m: &Meeting, record: &ElectionRecord, candidates: &[Candidate]) -> ElectionLine {
    let chosen: Vec<&Candidate> = candidates.iter().filter(|c| c.office.is_some()).collect();
    let ids: Vec<CandidateId> = chosen.iter().map(|c| c.id).collect();
    let offices = chosen.iter().filter_map(|c| council.offices.iter().find(|o| Some(o.id) == c.office));
    ElectionLine {
        id: Some(record.id.to_string()),
        title: record.title.clone(),
        open: chosen.is_empty(),
        sentences: Told::of(council, m, record, candidates, &ids).sentences(),
        elected: offices.map(|o| elected(council, o)).collect(),
        form: chosen.is_empty().then(|| form(council, record, candidates)),
    }
}

fn elected(council: &Snapshot, o: &Office) -> ElectedOne {
    ElectedOne {
        office: o.id.to_string(),
        person: o.person.to_string(),
        name: council.name_of(o.person, o.start).unwrap_or_default(),
    }
}

/// What was entered, as the form has it.
fn form(council: &Snapshot, record: &ElectionRecord, candidates: &[Candidate]) -> ElectionForm {
    let round = |r: &entaku_domain::election::Round| RoundForm {
        runoff: r.runoff,
        voters: r.voters,
        blank: r.blank,
        invalid: r.invalid,
        votes: candidates.iter().map(|c| r.of(c.id)).collect(),
    };
    let candidate = |c: &Candidate| CandidateForm {
        person: c.person.to_string(),
        entry: c.entry.map(|e| e.code().to_owned()),
        proposer: c.proposer.clone(),
        declined: c.declined,
        elected: c.office.is_some(),
    };
    ElectionForm {
        election: Some(record.id.to_string()),
        body: council.body_by_id(record.body).map(|b| b.key.clone()).unwrap_or_default(),
        title: record.title.clone(),
        meeting: record.meeting.to_string(),
        item: record.item.map(|i| i.to_string()),
        method: record.method.code().to_owned(),
        manner: record.manner.clone(),
        named_by: record.named_by.clone(),
        presided_by: record.presided_by.clone(),
        acclaimed: record.acclaimed,
        candidates: candidates.iter().map(candidate).collect(),
        rounds: record.rounds.iter().map(round).collect(),
        by_lot: record.by_lot,
        lot_drawn_by: record.lot_drawn_by.clone(),
        note: record.note.clone(),
        replaces: false,
        predecessors: Vec::new(),
        ends_other: false,
    }
}
