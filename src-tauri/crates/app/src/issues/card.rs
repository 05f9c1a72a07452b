//! The history sheet of an issue (課題カルテ): how it came in, its way with the documents of each
//! step, what was told to those who raised it, what is to be done, and its proposals.

use super::{Ledger, links, papers, place, row, told};
use crate::proposals::{outcome_words, proposal_row};
use crate::snapshot::Snapshot;
use crate::text::{issue_views as words, labels};
use entaku_documents::{Audience, IssueSheet, IssueStep};
use entaku_domain::Day;
use entaku_domain::id::IssueId;
use entaku_domain::issue::{Issue, IssueEvent, IssueTask, Lineage};
use entaku_domain::proposal::{Feedback, Outcome, Proposal};

/// The sheet of an issue as of a day.
pub(super) fn sheet(council: &Snapshot, ledger: &Ledger, issue: &Issue, on: Day, audience: Audience) -> IssueSheet {
    let maker = Maker { council, ledger, issue, on, audience };
    let proposals = ledger.proposals_on(issue.id).into_iter();
    IssueSheet {
        row: row(council, ledger, issue, on),
        source: maker.source(),
        tasks: maker.tasks(),
        steps: maker.history(),
        links: links(ledger, issue).collect(),
        proposals: proposals.map(|p| maker.proposal(p)).collect(),
    }
}

struct Maker<'a> {
    council: &'a Snapshot,
    ledger: &'a Ledger,
    issue: &'a Issue,
    on: Day,
    audience: Audience,
}

impl Maker<'_> {
    fn day(&self, day: Day) -> String {
        self.council.council.date_style.day(day)
    }

    /// Who brought it, when, by which paper, at which meeting. A person who did is told inside only.
    fn source(&self) -> String {
        let source = &self.issue.source;
        let body = self.issue.raised_by.map(|o| self.council.organization_name(o, self.on)).unwrap_or_default();
        let person = if self.audience == Audience::Internal { source.brought_by.as_str() } else { "" };
        let meeting = self.council.meetings.iter().find(|m| Some(m.id) == source.meeting);
        let meeting = meeting.map(|m| self.council.meeting_title(m)).unwrap_or_default();
        let raised = source.raised_on.map(|d| self.day(d)).unwrap_or_default();
        let paper = papers::source_paper(self.ledger, self.issue, self.audience);
        // The organisation alone stands in the row above already.
        if [person, &raised, &meeting, &paper].iter().all(|fact| fact.is_empty()) {
            return String::new();
        }
        words::source(&[body, person].map(str::trim).join(" "), &[&raised, &meeting, &paper])
    }

    /// The steps, and between them each time that somebody was told, and each proposal that
    /// came to nothing, by day.
    fn history(&self) -> Vec<IssueStep> {
        let steps = self.ledger.steps_of(self.issue.id).iter().map(|e| (e.on, self.step(e)));
        let mut all: Vec<(Day, IssueStep)> = steps.chain(self.tellings()).chain(self.withdrawals()).collect();
        all.retain(|(day, _)| *day <= self.on);
        all.sort_by_key(|(day, _)| *day);
        all.into_iter().map(|(_, step)| step).collect()
    }

    fn step(&self, e: &IssueEvent) -> IssueStep {
        let mut documents = papers::documents(self.council, self.ledger, self.issue, e, self.audience);
        let sent = |p: &&&Proposal| e.stage == entaku_domain::issue::Stage::Proposed && p.delivered_on == Some(e.on);
        for proposal in self.ledger.proposals_on(self.issue.id).iter().filter(sent) {
            documents.push(labels::proposal_number(proposal));
            documents.extend(papers::letter_of(self.ledger, proposal).map(words::letter));
        }
        IssueStep {
            date: self.day(e.on),
            place: words::place(&place(self.council, e), papers::item_title(self.ledger, e, self.audience)),
            state: e.stage.label().to_owned(),
            text: told(self.council, e),
            documents,
        }
    }

    /// Each day on which those who raised it, or what was merged into it, were told.
    fn tellings(&self) -> Vec<(Day, IssueStep)> {
        let parts = Lineage::new(&self.ledger.links).parts(self.issue.id);
        let about = |id: IssueId| id == self.issue.id || parts.contains(&id);
        let mut days: Vec<(Day, Vec<&Feedback>)> = Vec::new();
        let number = |id: IssueId| self.ledger.issues.iter().find(|i| i.id == id).map(|i| (i.year, i.number));
        let all = papers::tellings(self.ledger);
        let mut told: Vec<&Feedback> = all.iter().filter(|f| about(f.issue)).collect();
        told.sort_by_key(|f| (f.on, number(f.issue)));
        for f in told {
            match days.iter_mut().find(|(day, _)| *day == f.on) {
                Some((_, told)) => told.push(f),
                None => days.push((f.on, vec![f])),
            }
        }
        days.into_iter().map(|(day, told)| (day, self.telling(day, &told))).collect()
    }

    fn telling(&self, day: Day, told: &[&Feedback]) -> IssueStep {
        let name = |f: &&Feedback| f.organization.map(|o| self.council.organization_name(o, day).to_owned());
        let mut whom: Vec<String> = Vec::new();
        for name in told.iter().filter_map(name) {
            if !whom.contains(&name) {
                whom.push(name);
            }
        }
        let stage = told.iter().find(|f| f.issue == self.issue.id).or(told.first()).map(|f| f.stage.label());
        let letters = told.iter().filter_map(|f| papers::letter_to(self.ledger, f)).map(words::letter);
        let mut documents: Vec<String> = letters.collect();
        documents.dedup();
        IssueStep {
            date: self.day(day),
            place: whom.join("、"),
            state: words::TOLD.to_owned(),
            text: words::telling(stage.unwrap_or_default()),
            documents,
        }
    }

    /// Proposals that were declined or withdrawn: no step of the issue says so.
    fn withdrawals(&self) -> Vec<(Day, IssueStep)> {
        let nothing = |p: &&Proposal| p.outcome.is_some_and(|o| !Outcome::is_taken_up(o));
        let ended = self.ledger.proposals_on(self.issue.id).into_iter().filter(nothing);
        let step = |p: &Proposal| {
            let on = p.outcome_on?;
            let what = p.outcome.map(Outcome::label).unwrap_or_default();
            let text = words::came_to_nothing(&labels::proposal_number(p), &p.title, &p.measure);
            let date = self.day(on);
            Some((on, IssueStep { date, state: what.to_owned(), text, ..IssueStep::default() }))
        };
        ended.filter_map(step).collect()
    }

    /// What is to be done; in public nobody's work is told.
    fn tasks(&self) -> Vec<String> {
        if self.audience == Audience::Public {
            return Vec::new();
        }
        let since = |t: &&IssueTask| {
            let step = self.ledger.steps_of(self.issue.id).iter().find(|e| Some(e.id) == t.event);
            step.is_none_or(|e| e.on <= self.on)
        };
        let line = |t: &IssueTask| {
            let who = super::who(self.council, t, self.on);
            let done = t.done_on.filter(|d| *d <= self.on).map(|d| self.day(d));
            words::task(&who, &t.text, t.due_on.map(|d| self.day(d)).as_deref(), done.as_deref(), &t.outcome)
        };
        papers::tasks(self.ledger, self.issue.id).filter(since).map(line).collect()
    }

    /// A proposal in a line, with what happened to it by that day.
    fn proposal(&self, p: &Proposal) -> String {
        let by = |day: Option<Day>| day.filter(|d| *d <= self.on);
        let then = Proposal {
            approved_on: by(p.approved_on),
            delivered_on: by(p.delivered_on),
            answered_on: by(p.answered_on),
            outcome: p.outcome.filter(|_| by(p.outcome_on).is_some()),
            outcome_on: by(p.outcome_on),
            ..p.clone()
        };
        let row = proposal_row(self.council, self.ledger, &then, self.on);
        let state = if then.outcome.is_some() { outcome_words(self.council, &then) } else { row.state_label };
        let days = [then.delivered_on, then.answered_on, then.outcome_on].map(|day| day.map(|d| self.day(d)));
        words::proposal_line(&row.number, &p.title, &p.addressee, &state, &days)
    }
}
