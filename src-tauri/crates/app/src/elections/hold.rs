//! Recording an election with those who stood, the votes and the lot (役員の選出の記録); one
//! that is not decided yet is kept open (継続).

use super::record::Told;
use super::{Judgement, NewOffice, RecordElection, handover, judge, meeting, rule_of};
use crate::answers::Choice;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::members::preview::Problem;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text;
use entaku_domain::Day;
use entaku_domain::body::OfficerRule;
use entaku_domain::election::{Candidate, ElectionRecord, Entry, Judged, Round, Votes, check_record};
use entaku_domain::election_fault::ElectionFault;
use entaku_domain::handover::Handover;
use entaku_domain::id::{AgendaItemId, CandidateId, ElectionId, MeetingId, OfficeId, PersonId};
use entaku_domain::meeting::Meeting;
use entaku_domain::office::{Method, Office};
use entaku_domain::text::{check_name, check_text};
use entaku_domain::violation::{Severity, Violation, forbids};
use entaku_store::{Action, Tx};

/// An election as it was held.
#[derive(Debug, Clone)]
pub struct HoldElection {
    /// The open one that goes on; a new one where none.
    pub election: Option<ElectionId>,
    /// The body, by handle or name.
    pub body: String,
    /// 会長, 副会長, 部会長.
    pub title: String,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item of its agenda.
    pub item: Option<AgendaItemId>,
    /// How.
    pub method: Method,
    /// How, in words.
    pub manner: Option<String>,
    /// Who named the officer.
    pub named_by: Option<String>,
    /// Who presided until there was a chair.
    pub presided_by: Option<String>,
    /// Whether nobody objected.
    pub acclaimed: bool,
    /// Those who stood.
    pub candidates: Vec<Stands>,
    /// The rounds of voting.
    pub rounds: Vec<CountedRound>,
    /// Whether a lot decided.
    pub by_lot: bool,
    /// Who drew it.
    pub lot_drawn_by: Option<String>,
    /// What else is to be kept in the record.
    pub note: Option<String>,
    /// Whether present holders hand the office on where it is full.
    pub replaces: bool,
    /// Who of several holders hands it on.
    pub predecessors: Vec<PersonId>,
    /// Whether other offices of those elected in the same body end for it.
    pub ends_other: bool,
}

/// Somebody who stood.
#[derive(Debug, Clone)]
pub struct Stands {
    /// Who.
    pub person: PersonId,
    /// How they came to stand.
    pub entry: Option<Entry>,
    /// Who proposed them.
    pub proposer: Option<String>,
    /// Whether they declined.
    pub declined: bool,
    /// Whether they were elected.
    pub elected: bool,
}

/// A round as counted.
#[derive(Debug, Clone)]
pub struct CountedRound {
    /// Whether it is a runoff.
    pub runoff: bool,
    /// Papers cast.
    pub voters: u16,
    /// Blank papers.
    pub blank: u16,
    /// Invalid papers.
    pub invalid: u16,
    /// Votes in the order of those who stood; none for one who did not stand in this round.
    pub votes: Vec<Option<u16>>,
}

/// An election that was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its identifier.
    pub election: ElectionId,
    /// The offices that it gave.
    pub offices: Vec<OfficeId>,
}

/// An election as it would be recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ElectionPreview {
    /// The record, sentence by sentence.
    pub sentences: Vec<String>,
    /// What forbids it as it stands.
    pub problems: Vec<Problem>,
    /// What the rules notice without forbidding it.
    pub notices: Vec<String>,
    /// Who leads in the last round, by place in the list of those who stood.
    pub leaders: Vec<u32>,
    /// Of whom the predecessors are to be chosen; nobody where it goes without saying.
    pub predecessors: Vec<Choice>,
    /// How many of them.
    pub predecessors_needed: u32,
    /// Other offices in the body that those elected hold and may give up for it, in words.
    pub other_offices: Vec<String>,
}

/// An election that was read and judged.
struct Planned<'a> {
    meeting: &'a Meeting,
    found: Vec<Violation>,
    offices: Vec<(usize, NewOffice)>,
    handover: Handover,
}

impl App {
    /// Records an election (「役員の選出の記録」): with whoever is elected the office begins
    /// on the day of the meeting (V8, V9); with nobody elected it is kept open.
    ///
    /// # Errors
    /// [`AppError::Rules`] with everything that forbids it; unknown body, meeting, title, election.
    pub fn hold_election(&mut self, ask: &HoldElection) -> Result<Written<Held>> {
        let council = self.snapshot()?;
        let old = self.going_on(ask.election)?;
        let planned = self.plan_election(&council, ask)?;
        if forbids(&planned.found) {
            return Err(AppError::Rules(planned.found));
        }
        let body = council.body(&ask.body)?.id;
        let subject = format!("{}　{}", council.body_name(body, planned.meeting.year()), ask.title);
        let Planned { found, offices, .. } = planned;
        self.change(Action::new("hold_election").about(subject), found, |tx| {
            let id = old.as_ref().map_or_else(|| ElectionId::new(tx.new_id()), |(record, _)| record.id);
            for gone in old.iter().flat_map(|(_, candidates)| candidates) {
                tx.remove_candidate(gone.id)?;
            }
            let ids: Vec<CandidateId> = ask.candidates.iter().map(|_| CandidateId::new(tx.new_id())).collect();
            let given = give(tx, offices)?;
            tx.put_election(&ask.record(id, body, &ids))?;
            for (at, candidate) in ask.candidates(id, &ids).into_iter().enumerate() {
                let office = given.iter().find(|(of, _)| *of == at).map(|(_, office)| *office);
                tx.put_candidate(&Candidate { office, ..candidate })?;
            }
            Ok(Held { election: id, offices: given.into_iter().map(|(_, office)| office).collect() })
        })
    }

    /// What an election would be recorded as. Writes nothing.
    ///
    /// # Errors
    /// Unknown body, meeting, title, election.
    pub fn election_preview(&self, ask: &HoldElection) -> Result<ElectionPreview> {
        let council = self.snapshot()?;
        self.going_on(ask.election)?;
        let planned = match self.plan_election(&council, ask) {
            Err(AppError::Rules(found)) => {
                return Ok(ElectionPreview { problems: problems(found), ..ElectionPreview::default() });
            }
            other => other?,
        };
        let (id, ids) = ask.unwritten();
        let record = ask.record(id, council.body(&ask.body)?.id, &ids);
        let candidates = ask.candidates(id, &ids);
        let elected: Vec<CandidateId> = ask.elected().filter_map(|at| ids.get(at).copied()).collect();
        let told = Told::of(&council, planned.meeting, &record, &candidates, &elected);
        let leaders = record.rounds.last().map(Round::leaders).unwrap_or_default();
        let (wrong, noticed): (Vec<_>, Vec<_>) =
            planned.found.into_iter().partition(|v| v.severity() == Severity::Error);
        let style = council.council.date_style;
        Ok(ElectionPreview {
            sentences: told.sentences(),
            problems: problems(wrong),
            notices: noticed.iter().map(|v| text::violation(style, v)).collect(),
            leaders: (0..).zip(&ids).filter(|(_, id)| leaders.contains(id)).map(|(at, _)| at).collect(),
            predecessors: planned
                .handover
                .open
                .iter()
                .map(|person| holder(&council, *person, planned.meeting))
                .collect(),
            predecessors_needed: u32::try_from(planned.handover.needed).unwrap_or(u32::MAX),
            other_offices: also_held(&council, ask, planned.meeting)?,
        })
    }

    /// Takes away an election that is not decided (「役員の選出の記録の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for one that gave an office.
    pub fn remove_election(&mut self, id: ElectionId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let unknown = || AppError::UnknownRecord(id.to_string());
        let (record, _) = self.going_on(Some(id))?.ok_or_else(unknown)?;
        let year = meeting(&council, record.meeting)?.year();
        let subject = format!("{}　{}", council.body_name(record.body, year), record.title);
        self.change(Action::new("remove_election").about(subject), Vec::new(), |tx| Ok(tx.remove_election(id)?))
    }

    /// The open election of that identifier, with those who stood.
    fn going_on(&self, id: Option<ElectionId>) -> Result<Option<(ElectionRecord, Vec<Candidate>)>> {
        let Some(id) = id else { return Ok(None) };
        let record = self.store().election(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let candidates = self.store().candidates_of(id)?;
        if candidates.iter().any(|c| c.office.is_some()) {
            return Err(AppError::Rules(vec![Violation::Election(ElectionFault::Finished)]));
        }
        Ok(Some((record, candidates)))
    }

    fn plan_election<'a>(&self, council: &'a Snapshot, ask: &HoldElection) -> Result<Planned<'a>> {
        ask.check_texts()?;
        let meeting = meeting(council, ask.meeting)?;
        let rule = rule_of(council, council.body(&ask.body)?.id, meeting.year(), &ask.title)?;
        let mut found: Vec<Violation> =
            self.faults(council, ask, meeting, rule)?.into_iter().map(Violation::Election).collect();
        if !meeting.state.takes_place() {
            found.push(Violation::MeetingCancelled { on: meeting.date });
        }
        let elected: Vec<PersonId> =
            ask.elected().filter_map(|at| ask.candidates.get(at)).map(|stands| stands.person).collect();
        let handover = handover(council, &ask.of_one(PersonId::new(uuid::Uuid::nil())), &elected)?;
        let offices = match handover.fault {
            Some(fault) => {
                found.push(Violation::Election(fault));
                Vec::new()
            }
            None => offices(council, self.today(), ask, &handover.ended, &mut found)?,
        };
        Ok(Planned { meeting, found, offices, handover })
    }

    fn faults(
        &self,
        council: &Snapshot,
        ask: &HoldElection,
        meeting: &Meeting,
        rule: &OfficerRule,
    ) -> Result<Vec<ElectionFault>> {
        let body = council.body(&ask.body)?.id;
        let (id, ids) = ask.unwritten();
        let (record, candidates) = (ask.record(id, body, &ids), ask.candidates(id, &ids));
        let elected: Vec<CandidateId> = ask.elected().filter_map(|at| ids.get(at).copied()).collect();
        let members = council.sittings(body, meeting.date).iter().filter(|s| s.has_vote()).count();
        let judged = Judged { record: &record, candidates: &candidates, elected: &elected, count: rule.count, members };
        Ok(check_record(&judged))
    }
}

/// One of several holders, to choose.
fn holder(council: &Snapshot, person: PersonId, meeting: &Meeting) -> Choice {
    Choice { value: person.to_string(), label: council.name_of(person, meeting.date).unwrap_or_default() }
}

/// 髙橋　美咲子（副会長）: what else those elected hold in the body since before that day.
fn also_held(council: &Snapshot, ask: &HoldElection, meeting: &Meeting) -> Result<Vec<String>> {
    let (body, on) = (council.body(&ask.body)?.id, meeting.date);
    let elected: Vec<PersonId> = ask.elected().filter_map(|at| ask.candidates.get(at)).map(|s| s.person).collect();
    let other = |o: &&Office| o.body == body && o.title != ask.title && o.start < on && elected.contains(&o.person);
    let held = council.offices.iter().filter(other).filter(|o| o.is_held_on(on, council.appointment(o.appointment)));
    let named = |o: &Office| text::elections::with_office(&council.name_of(o.person, on).unwrap_or_default(), &o.title);
    Ok(held.map(named).collect())
}

/// The offices of those who are elected, one after another, each beside those before it.
fn offices(
    council: &Snapshot,
    today: Day,
    ask: &HoldElection,
    replaced: &[Option<OfficeId>],
    found: &mut Vec<Violation>,
) -> Result<Vec<(usize, NewOffice)>> {
    let (mut there, mut given) = (council.offices.clone(), Vec::new());
    for (at, replaced) in ask.elected().zip(replaced) {
        let Some(stands) = ask.candidates.get(at) else { continue };
        let one = ask.of_one(stands.person);
        let Judgement { found: said, new } = judge(council, today, &there, &one, *replaced)?;
        said.into_iter().for_each(|v| {
            if !found.contains(&v) {
                found.push(v);
            }
        });
        let Some(new) = new else { continue };
        for ended in &new.ended {
            there.iter_mut().filter(|o| o.id == ended.id).for_each(|o| o.end = ended.end);
        }
        there.push(Office { id: OfficeId::from_key(&format!("new/{at}")), ..new.office.clone() });
        given.push((at, new));
    }
    Ok(given)
}

/// Writes the offices, each with its place in the list of those who stood.
fn give(tx: &mut Tx<'_>, offices: Vec<(usize, NewOffice)>) -> Result<Vec<(usize, OfficeId)>> {
    let mut given = Vec::new();
    for (at, NewOffice { office, ended }) in offices {
        ended.iter().try_for_each(|held| tx.put_office(held))?;
        let id = OfficeId::new(tx.new_id());
        tx.put_office(&Office { id, ..office })?;
        given.push((at, id));
    }
    Ok(given)
}

fn problems(found: Vec<Violation>) -> Vec<Problem> {
    found
        .into_iter()
        .map(|v| {
            let wire = AppError::Rules(vec![v]).to_wire();
            Problem { message: wire.message, hint: wire.hint, field: wire.field }
        })
        .collect()
}

impl HoldElection {
    /// The election of one person, who need not stand.
    fn of_one(&self, person: PersonId) -> RecordElection {
        RecordElection {
            body: self.body.clone(),
            title: self.title.clone(),
            person,
            meeting: self.meeting,
            method: self.method,
            replaces: self.replaces,
            predecessors: self.predecessors.clone(),
            ends_other: self.ends_other,
        }
    }

    /// Places of those who are elected.
    fn elected(&self) -> impl Iterator<Item = usize> {
        self.candidates.iter().enumerate().filter(|(_, c)| c.elected).map(|(at, _)| at)
    }

    fn check_texts(&self) -> Result<()> {
        let names = [
            ("manner", &self.manner),
            ("named_by", &self.named_by),
            ("presided_by", &self.presided_by),
            ("lot_drawn_by", &self.lot_drawn_by),
        ];
        let proposers = self.candidates.iter().map(|c| ("proposer", &c.proposer));
        all_right(names.into_iter().chain(proposers).filter_map(|(f, t)| Some(check_name(f, t.as_ref()?))))?;
        all_right(self.note.iter().map(|note| check_text("note", note)))
    }

    /// Identifiers for what is only looked at.
    fn unwritten(&self) -> (ElectionId, Vec<CandidateId>) {
        let ids = (0..self.candidates.len()).map(|at| CandidateId::from_key(&at.to_string())).collect();
        (ElectionId::from_key("unwritten"), ids)
    }

    fn record(&self, id: ElectionId, body: entaku_domain::id::BodyId, ids: &[CandidateId]) -> ElectionRecord {
        let round = |r: &CountedRound| Round {
            runoff: r.runoff,
            voters: r.voters,
            blank: r.blank,
            invalid: r.invalid,
            votes: ids
                .iter()
                .zip(&r.votes)
                .filter_map(|(id, votes)| votes.map(|votes| Votes { candidate: *id, votes }))
                .collect(),
        };
        ElectionRecord {
            id,
            body,
            title: self.title.clone(),
            meeting: self.meeting,
            item: self.item,
            method: self.method,
            manner: self.manner.clone(),
            named_by: self.named_by.clone(),
            presided_by: self.presided_by.clone(),
            acclaimed: self.acclaimed,
            rounds: self.rounds.iter().map(round).collect(),
            by_lot: self.by_lot,
            lot_drawn_by: self.lot_drawn_by.clone(),
            note: self.note.clone(),
        }
    }

    fn candidates(&self, election: ElectionId, ids: &[CandidateId]) -> Vec<Candidate> {
        let candidate = |(order, (stands, id)): (i64, (&Stands, &CandidateId))| Candidate {
            id: *id,
            election,
            person: stands.person,
            order,
            entry: stands.entry,
            proposer: stands.proposer.clone(),
            declined: stands.declined,
            office: None,
        };
        (1..).zip(self.candidates.iter().zip(ids)).map(candidate).collect()
    }
}
