//! Feedback (報告・フィードバック): what became of what partner organisations have raised,
//! who is to be told by when, and the yearly overview (V18).

mod overview;
mod page;
mod write;

use crate::error::Result;
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::text::{feedback as words, labels};
use chrono::TimeDelta;
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::id::IssueId;
use entaku_domain::issue::{Issue, IssueEvent};
use entaku_domain::proposal::{Feedback, Owed, Proposal, descendants, is_decision, owed};
use entaku_store::Store;
pub use overview::FeedbackPaper;
pub use page::{FeedbackMatter, FeedbackOrganization, FeedbackPage};

/// Days after a decision by which whoever raised an issue is told, until the office says otherwise.
pub(crate) const USUAL_DAYS: u16 = 30;
/// Where the office's own number of days is kept.
const DAYS_KEY: &str = "feedback_days";
/// More days than this are a slip of the hand.
const MOST_DAYS: u16 = 365;

/// What feedback is read from.
pub(crate) struct Source<'c> {
    council: &'c Snapshot,
    ledger: Ledger,
    told: Vec<Feedback>,
    days: u16,
}

/// An issue that a partner has raised, and what became of it.
pub(crate) struct Matter<'a> {
    /// The issue.
    pub(crate) issue: &'a Issue,
    /// What it became by splitting, merging or following.
    pub(crate) became: Vec<&'a Issue>,
    /// The last decision on it or on what it became.
    pub(crate) decided: Option<&'a IssueEvent>,
    /// The proposals on it or on what it became.
    pub(crate) proposals: Vec<&'a Proposal>,
    /// The days on which they were told.
    pub(crate) told: Vec<&'a Feedback>,
    /// What is owed.
    pub(crate) owed: Option<Owed>,
    /// By when.
    pub(crate) due: Option<Day>,
}

/// The days after a decision that the office has set, or the usual ones.
pub(crate) fn days(store: &Store) -> Result<u16> {
    Ok(store.setting(DAYS_KEY)?.and_then(|text| text.parse().ok()).unwrap_or(USUAL_DAYS))
}

impl<'c> Source<'c> {
    pub(crate) fn of(store: &Store, council: &'c Snapshot) -> Result<Self> {
        Ok(Self { council, ledger: Ledger::load(store)?, told: store.feedback()?, days: days(store)? })
    }

    /// Everything that partners have raised, in the order of the ledger.
    pub(crate) fn matters(&self) -> Vec<Matter<'_>> {
        self.ledger.issues.iter().filter(|i| i.owes_feedback()).map(|i| self.matter(i)).collect()
    }

    fn matter<'a>(&'a self, issue: &'a Issue) -> Matter<'a> {
        let became = descendants(issue.id, &self.ledger.links);
        let mut events: Vec<&IssueEvent> = self.ledger.steps_of(issue.id).iter().collect();
        events.extend(became.iter().flat_map(|id| self.ledger.steps_of(*id)));
        events.sort_by_key(|e| (e.on, e.id));
        let owed = owed(issue, &events);
        let concerns = |p: &&Proposal| p.issues.iter().any(|id| *id == issue.id || became.contains(id));
        Matter {
            issue,
            became: became.iter().filter_map(|id| self.issue(*id)).collect(),
            decided: events.iter().rfind(|e| is_decision(e.stage)).copied(),
            proposals: self.ledger.proposals.iter().filter(concerns).collect(),
            told: self.told.iter().filter(|f| f.issue == issue.id).collect(),
            owed,
            due: owed.map(|o| self.due(o.since)),
        }
    }

    /// So many days after a decision; on a closed day the open one before.
    fn due(&self, decided: Day) -> Day {
        let counted = decided.checked_add_signed(TimeDelta::days(i64::from(self.days))).unwrap_or(decided);
        self.council.calendar.open_by(counted)
    }

    fn issue(&self, id: IssueId) -> Option<&Issue> {
        self.ledger.issues.iter().find(|i| i.id == id)
    }
}

/// What a letter says of one matter, line by line.
pub(crate) fn lines(council: &Snapshot, matter: &Matter<'_>, style: DateStyle) -> Vec<String> {
    let issue = matter.issue;
    let mut lines = vec![
        words::heading(&labels::issue_number(issue), &issue.title),
        words::received(&style.day(issue.received_on)),
    ];
    for other in &matter.became {
        lines.push(words::became(&labels::issue_number(other), &other.title));
    }
    lines.push(words::how_far(matter.now().stage.label()));
    if let Some(event) = matter.decided {
        let at = council.meetings.iter().find(|m| Some(m.id) == event.meeting);
        let place = at.map(|m| council.meeting_title(m)).unwrap_or_default();
        lines.push(words::decided(&style.day(event.on), &place, event.stage.label()));
    }
    for proposal in &matter.proposals {
        lines.extend(of_proposal(council, proposal, style));
    }
    lines
}

/// What a letter says of a proposal on a matter; nothing while it is a draft.
fn of_proposal(council: &Snapshot, p: &Proposal, style: DateStyle) -> Vec<String> {
    let number = labels::proposal_number(p);
    let mut lines = Vec::new();
    if let Some(on) = p.delivered_on {
        lines.push(words::proposed(&style.day(on), &p.addressee, &number));
    }
    if let (Some(on), Some(answer)) = (p.answered_on, &p.answer) {
        lines.push(words::answered(&style.day(on), answer));
    }
    if let Some(on) = p.outcome_on {
        // What never left the council is told by its number.
        let number = if p.delivered_on.is_none() { number.as_str() } else { "" };
        lines.push(words::measure(number, &style.day(on), &crate::proposals::outcome_words(council, p)));
    }
    lines
}
