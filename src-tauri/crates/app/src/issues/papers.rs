//! The documents of an issue's steps: the item of the agenda under which it was dealt with, its
//! papers by number, and the minutes.

use super::Ledger;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::issue_views as words;
use entaku_documents::Audience;
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::{IssueId, MeetingId, PaperId};
use entaku_domain::issue::{Issue, IssueEvent, IssueTask, Stage};
use entaku_domain::letter::{LetterKind, LetterNumber};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::paper::Paper;
use entaku_domain::proposal::{Feedback, Proposal};
use entaku_store::Store;
use std::collections::{BTreeMap, BTreeSet};

/// Agendas and papers of the meetings that dealt with issues, what is to be done, who was told,
/// and the letters that left; empty where they were not read.
#[derive(Debug, Default)]
pub struct StepPapers {
    items: BTreeMap<MeetingId, Vec<AgendaItem>>,
    papers: BTreeMap<PaperId, Paper>,
    tasks: Vec<IssueTask>,
    tellings: Vec<Feedback>,
    letters: Vec<LetterNumber>,
}

impl Ledger {
    /// Reads the agendas and papers of the meetings that its steps name, and what else stands on
    /// history sheets.
    ///
    /// # Errors
    /// Those of the store.
    pub fn with_papers(self, store: &Store) -> Result<Self> {
        let named = self.events.iter().filter_map(|e| e.meeting);
        let meetings: BTreeSet<MeetingId> = named.chain(self.issues.iter().filter_map(|i| i.source.meeting)).collect();
        let mut known = StepPapers {
            tasks: store.all_issue_tasks()?,
            tellings: store.feedback()?,
            letters: store.letter_numbers()?,
            ..StepPapers::default()
        };
        for meeting in meetings {
            known.items.insert(meeting, store.agenda(meeting)?);
            known.papers.extend(store.papers(meeting)?.into_iter().map(|p| (p.id, p)));
        }
        Ok(Self { papers: known, ..self })
    }

    /// The item under which a step was taken: the one that it names, else the one on its issue.
    fn item_of(&self, event: &IssueEvent) -> Option<&AgendaItem> {
        let items = self.papers.items.get(&event.meeting?)?;
        let named = event.item.and_then(|id| items.iter().find(|i| i.id == id));
        named.or_else(|| items.iter().find(|i| i.issue == Some(event.issue)))
    }
}

/// What is to be done of an issue.
pub(super) fn tasks(ledger: &Ledger, issue: IssueId) -> impl Iterator<Item = &IssueTask> {
    ledger.papers.tasks.iter().filter(move |t| t.issue == issue)
}

/// Each time that somebody was told of an issue, by day.
pub(super) fn tellings(ledger: &Ledger) -> &[Feedback] {
    &ledger.papers.tellings
}

/// The number of the letter with which a proposal was sent.
pub(super) fn letter_of<'a>(ledger: &'a Ledger, proposal: &Proposal) -> Option<&'a str> {
    let goes_with = |l: &&LetterNumber| l.kind == LetterKind::ProposalDelivery && l.proposal == Some(proposal.id);
    ledger.papers.letters.iter().find(goes_with).map(|l| l.text.as_str())
}

/// The number of the letter by which an organisation was told on a day.
pub(super) fn letter_to<'a>(ledger: &'a Ledger, told: &Feedback) -> Option<&'a str> {
    let by =
        |l: &&LetterNumber| l.kind == LetterKind::Feedback && l.on == told.on && l.organization == told.organization;
    ledger.papers.letters.iter().filter(|_| told.organization.is_some()).find(by).map(|l| l.text.as_str())
}

/// The paper by which an issue was brought, in words; empty where it is closed to the readers.
pub(super) fn source_paper(ledger: &Ledger, issue: &Issue, audience: Audience) -> String {
    let paper = issue.source.paper.and_then(|id| ledger.papers.papers.get(&id));
    match paper.filter(|p| is_open(p.closed_reason.as_ref(), audience)) {
        Some(paper) => words::paper(&paper.number.to_string(), &paper.title),
        None => issue.source.paper_text.clone(),
    }
}

/// The title of the item under which a step was taken; none where that is closed to the readers.
pub(super) fn item_title<'a>(ledger: &'a Ledger, event: &IssueEvent, audience: Audience) -> Option<&'a str> {
    let item = ledger.item_of(event)?;
    is_open(item.closed_reason.as_ref(), audience).then_some(item.title.as_str())
}

/// The documents of a step, as they are spoken of.
pub(super) fn documents(
    council: &Snapshot,
    ledger: &Ledger,
    issue: &Issue,
    event: &IssueEvent,
    audience: Audience,
) -> Vec<String> {
    let readable = |id: &PaperId| ledger.papers.papers.get(id).filter(|p| is_open(p.closed_reason.as_ref(), audience));
    let item = ledger.item_of(event).filter(|i| is_open(i.closed_reason.as_ref(), audience));
    let brought = issue.source.paper.filter(|_| event.stage == Stage::Received);
    let papers = brought.iter().chain(item.iter().flat_map(|i| &i.papers)).filter_map(readable);
    let mut told: Vec<String> = papers.map(|p| p.number.to_string()).collect();
    if event.stage == Stage::Received && !issue.source.paper_text.is_empty() {
        told.insert(0, issue.source.paper_text.clone());
    }
    let held = event.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    told.extend(held.filter(|m| has_minutes(m, audience)).map(|_| words::MINUTES.to_owned()));
    told.dedup();
    told
}

/// Whether a meeting's minutes are final, and open to the readers.
fn has_minutes(meeting: &Meeting, audience: Audience) -> bool {
    meeting.state == MeetingState::Approved && is_open(meeting.closed_reason.as_ref(), audience)
}

fn is_open(closed: Option<&String>, audience: Audience) -> bool {
    closed.is_none() || audience != Audience::Public
}
