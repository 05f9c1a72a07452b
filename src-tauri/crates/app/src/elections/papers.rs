//! The papers of an election: ballots (投票用紙), count sheet (開票集計表), record (選出の記録),
//! and who held a body's offices (役員の変遷), the last also as a table.

use super::page::{OfficerTerm, officer_terms};
use super::record::{Told, ToldRound, without_chair};
use super::{election_rule, meeting};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{elections as words, labels};
use entaku_documents::{
    Ballots, CountSheet, CountedVotes, ElectionItem, ElectionPaper, OfficerHistory, OfficerRow, VoteRow,
};
use entaku_domain::body::Body;
use entaku_domain::election::{Candidate, ElectionRecord, Outcome};
use entaku_domain::id::{CandidateId, MeetingId};
use entaku_domain::meeting::Meeting;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet};

/// Lines to be filled in by hand where nobody is known to stand.
const EMPTY_LINES: usize = 8;

impl App {
    /// Ballot papers, one for each member who sits that day.
    ///
    /// # Errors
    /// An unknown meeting or title.
    pub(crate) fn ballots(&self, id: MeetingId, title: &str) -> Result<Ballots> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let count = election_rule(&council, m, title)?.count;
        let open = self.open_election(id, title)?;
        let Outcome { sure, tied } = open.as_ref().map(|(record, _)| record.outcome(count)).unwrap_or_default();
        let runoff = !tied.is_empty();
        // Who is elected already stands no more, and takes a place.
        let choices = if runoff { count - u8::try_from(sure.len()).unwrap_or(0).min(count) } else { count };
        let stands = |c: &&Candidate| !c.declined && (!runoff || tied.contains(&c.id));
        let candidates = open.iter().flat_map(|(_, all)| all.iter().filter(stands));
        let sitting = council.at_meeting(m).iter().filter(|s| s.has_vote()).count();
        Ok(Ballots {
            council: council.council.name.clone(),
            meeting: name(&council, m),
            date: council.council.date_style.day_with_weekday(m.date),
            title: title.to_owned(),
            choices,
            candidates: candidates.filter_map(|c| council.name_of(c.person, m.date)).collect(),
            runoff,
            copies: u32::try_from(sitting).unwrap_or(u32::MAX),
        })
    }

    /// A sheet to count votes on; with the numbers of rounds that were recorded.
    ///
    /// # Errors
    /// An unknown meeting or title.
    pub(crate) fn count_sheet(&self, id: MeetingId, title: &str) -> Result<CountSheet> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let count = election_rule(&council, m, title)?.count;
        let sitting = council.at_meeting(m).iter().filter(|s| s.has_vote()).count();
        let record = self.store().elections_at(id)?.into_iter().rfind(|e| e.title == title);
        let candidates = record.as_ref().map(|e| self.store().candidates_of(e.id)).transpose()?.unwrap_or_default();
        let rounds = match record.filter(|e| !e.rounds.is_empty()) {
            Some(record) => full_rounds(&council, m, &record, &candidates),
            None => vec![to_be_counted(&council, m, &candidates)],
        };
        Ok(CountSheet {
            council: council.council.name.clone(),
            meeting: name(&council, m),
            date: council.council.date_style.day_with_weekday(m.date),
            title: title.to_owned(),
            facts: words::facts(count, sitting),
            rounds,
        })
    }

    /// The record of a meeting's elections, to be kept with its minutes.
    ///
    /// # Errors
    /// An unknown meeting.
    pub(crate) fn election_paper(&self, id: MeetingId) -> Result<ElectionPaper> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let records = self.store().elections_at(id)?;
        let mut items = Vec::new();
        for line in self.election_lines(&council, m)? {
            let record = records.iter().find(|r| Some(r.id.to_string()) == line.id);
            let candidates = record.map(|r| self.store().candidates_of(r.id)).transpose()?.unwrap_or_default();
            items.push(ElectionItem {
                title: line.title,
                sentences: line.sentences,
                rounds: record.map(|r| full_rounds(&council, m, r, &candidates)).unwrap_or_default(),
            });
        }
        let version = council.version(m.body, m.year());
        let without = version.and_then(|v| without_chair(&council, v, m)).filter(|_| !items.is_empty());
        let by = records.iter().find_map(|r| r.presided_by.as_deref());
        let day = council.council.date_style.day_with_weekday(m.date);
        Ok(ElectionPaper {
            council: council.council.name.clone(),
            meeting: name(&council, m),
            date: words::place(&day, &m.place),
            presided: without.map(|title| words::presided(title, by)).unwrap_or_default(),
            items,
        })
    }

    /// The election of a title at a meeting that nobody has won yet.
    fn open_election(&self, id: MeetingId, title: &str) -> Result<Option<(ElectionRecord, Vec<Candidate>)>> {
        for record in self.store().elections_at(id)?.into_iter().filter(|e| e.title == title) {
            let candidates = self.store().candidates_of(record.id)?;
            if candidates.iter().all(|c| c.office.is_none()) {
                return Ok(Some((record, candidates)));
            }
        }
        Ok(None)
    }
}

fn name(council: &Snapshot, m: &Meeting) -> String {
    council.meeting_title(m)
}

/// Rounds that were counted, with full names.
fn full_rounds(
    council: &Snapshot,
    m: &Meeting,
    record: &ElectionRecord,
    candidates: &[Candidate],
) -> Vec<CountedVotes> {
    let full = |id: CandidateId| {
        let candidate = candidates.iter().find(|c| c.id == id);
        candidate.and_then(|c| council.name_of(c.person, m.date)).unwrap_or_default()
    };
    let told = Told::of(council, m, record, candidates, &[]).rounds;
    let counted = |(at, ToldRound { round, .. }): (usize, ToldRound)| CountedVotes {
        label: words::round_label(at + 1, round.runoff),
        rows: round.votes.iter().map(|v| VoteRow { name: full(v.candidate), votes: Some(v.votes) }).collect(),
        blank: Some(round.blank),
        invalid: Some(round.invalid),
        voters: Some(round.voters),
    };
    told.into_iter().enumerate().map(counted).collect()
}

/// A round that is yet to be counted.
fn to_be_counted(council: &Snapshot, m: &Meeting, candidates: &[Candidate]) -> CountedVotes {
    let standing = candidates.iter().filter(|c| !c.declined).filter_map(|c| council.name_of(c.person, m.date));
    let mut rows: Vec<VoteRow> = standing.map(|name| VoteRow { name, votes: None }).collect();
    if rows.is_empty() {
        rows.resize(EMPTY_LINES, VoteRow { name: String::new(), votes: None });
    }
    CountedVotes { label: words::round_label(1, false), rows, blank: None, invalid: None, voters: None }
}

/// Who held a body's offices, as a document.
pub(crate) fn history(council: &Snapshot, body: &Body, today: Day) -> OfficerHistory {
    let style = council.council.date_style;
    let shown = |iso: &str| iso.parse::<Day>().map(|d| style.day(d)).unwrap_or_default();
    let row = |term: OfficerTerm| OfficerRow {
        from: shown(&term.start),
        to: term.end.as_deref().map(shown).unwrap_or_default(),
        elected: words::elected_at(&term.method, term.meeting_title.as_deref()),
        title: term.title,
        name: term.name,
        affiliation: term.affiliation,
    };
    OfficerHistory {
        council: council.council.name.clone(),
        title: words::history_title(council.body_name(body.id, FiscalYear::of(today))),
        as_of: labels::as_of(&council.council, today),
        rows: officer_terms(council, body.id, today).into_iter().map(row).collect(),
    }
}

/// The same as a table.
pub(crate) fn history_sheet(council: &Snapshot, body: &Body, today: Day) -> Sheet {
    let day = |iso: Option<&str>| iso.and_then(|d| d.parse().ok()).map_or(Cell::Empty, Cell::Date);
    let row = |term: OfficerTerm| {
        vec![
            Cell::from(term.title.as_str()),
            Cell::from(term.name.as_str()),
            Cell::from(term.affiliation.as_str()),
            day(Some(&term.start)),
            day(term.end.as_deref()),
            Cell::from(term.method.as_str()),
            Cell::from(term.meeting_title.unwrap_or_default()),
        ]
    };
    let kinds = [
        (10, Kind::Text),
        (18, Kind::Text),
        (36, Kind::Text),
        (18, Kind::Date),
        (18, Kind::Date),
        (14, Kind::Text),
        (28, Kind::Text),
    ];
    let columns = words::HISTORY_COLUMNS.iter().zip(kinds);
    let title = words::history_title(council.body_name(body.id, FiscalYear::of(today)));
    Sheet {
        name: words::HISTORY.to_owned(),
        title: vec![format!("{}　{title}", council.council.name), labels::as_of(&council.council, today)],
        columns: columns.map(|(name, (width, kind))| Column { name: (*name).to_owned(), width, kind }).collect(),
        rows: officer_terms(council, body.id, today).into_iter().map(row).collect(),
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: today,
    }
}
