//! The record of an election of officers (役員の選出の記録): who stood, how many votes each
//! round gave, how a tie was broken. What it creates is an [`crate::office::Office`] (V8).

use crate::election_fault::ElectionFault as Fault;
use crate::id::{AgendaItemId, BodyId, CandidateId, ElectionId, MeetingId, OfficeId, PersonId};
use crate::office::Method;
use serde::{Deserialize, Serialize};

coded! {
    /// How somebody came to stand (候補となった経緯).
    Entry {
        Volunteered = "volunteered", "立候補";
        Recommended = "recommended", "推薦";
    }
}

/// An election at a meeting (役員の選出), decided or not yet (継続).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElectionRecord {
    /// Its identifier.
    pub id: ElectionId,
    /// The body.
    pub body: BodyId,
    /// 会長, 副会長, 部会長.
    pub title: String,
    /// The meeting at which it was held.
    pub meeting: MeetingId,
    /// The item of its agenda, where one is linked.
    pub item: Option<AgendaItemId>,
    /// How.
    pub method: Method,
    /// How, in words, where it is another way.
    pub manner: Option<String>,
    /// Who named the officer (指名した者).
    pub named_by: Option<String>,
    /// Who presided until there was a chair (仮議長); the secretariat where none.
    pub presided_by: Option<String>,
    /// Whether nobody objected (異議なし).
    pub acclaimed: bool,
    /// The rounds of voting, in order.
    pub rounds: Vec<Round>,
    /// Whether a lot decided (くじ).
    pub by_lot: bool,
    /// Who drew it.
    pub lot_drawn_by: Option<String>,
    /// What else is to be kept in the record.
    pub note: Option<String>,
}

/// Somebody who stood, or was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its identifier.
    pub id: CandidateId,
    /// The election.
    pub election: ElectionId,
    /// Who.
    pub person: PersonId,
    /// Place in the list.
    pub order: i64,
    /// 立候補 or 推薦, where the record says.
    pub entry: Option<Entry>,
    /// Who proposed them (推薦した者).
    pub proposer: Option<String>,
    /// Whether they declined (辞退).
    pub declined: bool,
    /// The office, where elected.
    pub office: Option<OfficeId>,
}

/// A round of voting (投票).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Whether it is a runoff (決選投票).
    pub runoff: bool,
    /// Papers cast (投票総数).
    pub voters: u16,
    /// Blank papers (白票).
    pub blank: u16,
    /// Invalid papers (無効).
    pub invalid: u16,
    /// Votes for those who stood in this round.
    pub votes: Vec<Votes>,
}

/// Votes for one candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// The candidate.
    pub candidate: CandidateId,
    /// How many.
    pub votes: u16,
}

impl Round {
    /// The votes of a candidate; none where they did not stand in this round.
    pub fn of(&self, candidate: CandidateId) -> Option<u16> {
        self.votes.iter().find(|v| v.candidate == candidate).map(|v| v.votes)
    }

    /// All papers, as added up.
    pub fn sum(&self) -> u32 {
        self.votes.iter().map(|v| u32::from(v.votes)).sum::<u32>() + u32::from(self.blank) + u32::from(self.invalid)
    }

    /// Whom the votes elect to so many places, and who is equal for the last of them.
    fn outcome(&self, places: usize) -> Outcome {
        let mut votes: Vec<u16> = self.votes.iter().map(|v| v.votes).collect();
        votes.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
        let last = places.checked_sub(1).and_then(|at| votes.get(at));
        let tie = last.filter(|last| votes.get(places) == Some(last));
        let of = |wanted: &dyn Fn(u16) -> bool| {
            self.votes.iter().filter(|v| wanted(v.votes)).map(|v| v.candidate).collect::<Vec<_>>()
        };
        let least = last.or_else(|| votes.last().filter(|_| places > 0));
        match (tie, least) {
            (Some(tie), _) => Outcome { sure: of(&|n| n > *tie), tied: of(&|n| n == *tie) },
            (None, Some(least)) => Outcome { sure: of(&|n| n >= *least), tied: Vec::new() },
            (None, None) => Outcome::default(),
        }
    }

    /// Those with the most votes.
    pub fn leaders(&self) -> Vec<CandidateId> {
        let most = self.votes.iter().map(|v| v.votes).max();
        self.votes.iter().filter(|v| Some(v.votes) == most).map(|v| v.candidate).collect()
    }
}

/// How far votes decide who is elected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Those whom the votes elect.
    pub sure: Vec<CandidateId>,
    /// Those with the same votes for the last places (同数); nobody where the votes decide.
    pub tied: Vec<CandidateId>,
}

impl ElectionRecord {
    /// What the rounds decide where so many are elected. A tie is one for the last place: the
    /// first of two places may be sure while the second is not. A runoff (決選投票) decides
    /// only the places that are left.
    pub fn outcome(&self, count: u8) -> Outcome {
        let mut found = Outcome::default();
        for round in &self.rounds {
            let again = found.sure.iter().any(|id| round.of(*id).is_some());
            if !round.runoff || again {
                found.sure.clear();
            }
            let Outcome { sure, tied } = round.outcome(usize::from(count).saturating_sub(found.sure.len()));
            found.sure.extend(sure);
            found.tied = tied;
        }
        found
    }
}

/// What is to be known to judge a record.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// The record.
    pub record: &'a ElectionRecord,
    /// Those who stood.
    pub candidates: &'a [Candidate],
    /// Those of them who are elected.
    pub elected: &'a [CandidateId],
    /// How many the office has.
    pub count: u8,
    /// How many members the body has that day.
    pub members: usize,
}

/// V8: everything that is wrong with the record of an election.
pub fn check_record(it: &Judged<'_>) -> Vec<Fault> {
    let mut found = candidates(it);
    for (at, round) in it.record.rounds.iter().enumerate() {
        found.extend(check_round(it, at + 1, round));
    }
    let known = |v: &Votes, before: &Round| before.of(v.candidate).is_some();
    let pairs = it.record.rounds.iter().zip(it.record.rounds.iter().skip(1));
    if pairs.clone().any(|(before, next)| next.runoff && !next.votes.iter().all(|v| known(v, before))) {
        found.push(Fault::RunoffOutsider);
    }
    found.extend(said(it));
    if !it.elected.is_empty() {
        found.extend(result(it));
    }
    found
}

fn candidates(it: &Judged<'_>) -> Vec<Fault> {
    let mut found = Vec::new();
    let people: std::collections::BTreeSet<PersonId> = it.candidates.iter().map(|c| c.person).collect();
    if people.len() < it.candidates.len() {
        found.push(Fault::CandidateTwice);
    }
    if it.elected.len() > usize::from(it.count) {
        found.push(Fault::TooMany { count: it.count });
    }
    if it.candidates.iter().any(|c| c.declined && it.elected.contains(&c.id)) {
        found.push(Fault::DeclinedElected);
    }
    found
}

fn check_round(it: &Judged<'_>, round: usize, of: &Round) -> Vec<Fault> {
    let mut found = Vec::new();
    if of.votes.is_empty() {
        found.push(Fault::EmptyRound { round });
    }
    if of.sum() != u32::from(of.voters) {
        found.push(Fault::DoesNotAddUp { round, sum: of.sum(), voters: of.voters });
    }
    if usize::from(of.voters) > it.members {
        found.push(Fault::MoreThanMembers { round, voters: of.voters, members: it.members });
    }
    found
}

/// What the record should say of how it was decided.
fn said(it: &Judged<'_>) -> Option<Fault> {
    let record = it.record;
    match record.method {
        Method::Nomination if record.named_by.is_none() => Some(Fault::NamerMissing),
        Method::Other if record.manner.is_none() => Some(Fault::MannerMissing),
        Method::MutualElection if it.elected.is_empty() => None,
        Method::MutualElection if !record.acclaimed && record.rounds.is_empty() && !record.by_lot => {
            Some(Fault::HowMissing)
        }
        _ => None,
    }
}

/// Whether the votes of the last round, or a lot, give the result.
fn result(it: &Judged<'_>) -> Option<Fault> {
    let record = it.record;
    let last = record.rounds.last()?;
    let stands = |id: CandidateId| it.candidates.iter().any(|c| c.id == id && !c.declined);
    let among = |elected: bool| {
        let of = last.votes.iter().filter(move |v| it.elected.contains(&v.candidate) == elected);
        of.filter(|v| stands(v.candidate)).map(|v| v.votes)
    };
    let (least, most) = (among(true).min()?, among(false).max());
    match most.map(|most| (least.cmp(&most), most)) {
        Some((std::cmp::Ordering::Less, most)) => Some(Fault::NotFirst { votes: least, most }),
        Some((std::cmp::Ordering::Equal, _)) => (!record.by_lot).then_some(Fault::Tie { votes: least }),
        _ => record.by_lot.then_some(Fault::LotWithoutTie),
    }
}

#[cfg(test)]
mod tests;
