//! What is counted of a year: meetings, attendance, issues and how long they took,
//! proposals, feedback, subcommittees, hearings.

use crate::issues::Ledger;
use crate::plans::PlanBook;
use crate::snapshot::Snapshot;
use crate::text::evaluation as words;
use crate::turnout::Turnout;
use crate::work_plans::YearWork;
use entaku_domain::evaluation::{EvaluationField, median_and_longest};
use entaku_domain::id::BodyId;
use entaku_domain::issue::{Inlet, Issue, IssueEvent, Stage};
use entaku_domain::plan::CooperationKind;
use entaku_domain::{Day, FiscalYear};

/// A year that is counted.
pub(super) struct Year<'a> {
    pub council: &'a Snapshot,
    pub ledger: &'a Ledger,
    pub book: &'a PlanBook,
    pub turnout: Turnout,
    pub work: YearWork,
    pub year: FiscalYear,
    /// The year's last day, or today.
    pub until: Day,
}

type Figures = Vec<(String, String)>;

impl Year<'_> {
    /// The figures of a field, each with what it is.
    pub(super) fn figures(&self, field: EvaluationField) -> Figures {
        match field {
            EvaluationField::Meetings => self.meetings(),
            EvaluationField::Attendance => self.attendance(),
            EvaluationField::Issues => self.issues(),
            EvaluationField::Proposals => self.proposals(),
            EvaluationField::Feedback => self.feedback(),
            EvaluationField::Subcommittees => self.subcommittees(),
            EvaluationField::Plans => self.plans(),
            EvaluationField::Whole => self.whole(),
        }
    }

    fn within(&self, on: Day) -> bool {
        self.year.contains(on) && on <= self.until
    }

    fn meetings(&self) -> Figures {
        let row = |h: &crate::turnout::HeldRow| (h.body.clone(), words::held(h.held, h.planned, h.cancelled));
        self.turnout.held.iter().map(row).collect()
    }

    fn attendance(&self) -> Figures {
        let row = |r: &crate::turnout::TurnoutRow| {
            let rate = r.rate.clone().unwrap_or_default();
            (r.name.clone(), words::attended(&rate, r.present, r.meetings))
        };
        self.turnout.bodies.iter().map(row).collect()
    }

    /// Received by inlet; the stages reached at the end; how long it took to come so far.
    fn issues(&self) -> Figures {
        let received = |i: &&Issue| self.within(i.received_on);
        let mut found =
            vec![(words::RECEIVED.to_owned(), words::cases(self.ledger.issues.iter().filter(received).count()))];
        for inlet in Inlet::ALL {
            let n = self.ledger.issues.iter().filter(received).filter(|i| i.inlet == *inlet).count();
            if n > 0 {
                found.push((words::of_inlet(inlet.label()), words::cases(n)));
            }
        }
        for stage in Stage::ALL {
            let n = self.ledger.issues.iter().filter(|i| self.stage_at_end(i) == Some(*stage)).count();
            if n > 0 {
                found.push((words::at_stage(stage.label()), words::cases(n)));
            }
        }
        for (label, stage) in words::SPANS.iter().zip([Stage::Reported, Stage::Approved, Stage::Answered]) {
            found.push((
                (*label).to_owned(),
                words::span(median_and_longest(&self.days_to(stage)), self.days_to(stage).len()),
            ));
        }
        found
    }

    /// The stage of an issue on the last day; none before it was received, and none when it
    /// was finished in an earlier year.
    fn stage_at_end(&self, issue: &Issue) -> Option<Stage> {
        if issue.received_on > self.until {
            return None;
        }
        let last = self.ledger.steps_of(issue.id).iter().rfind(|e| e.on <= self.until);
        let stage = last.map_or(Stage::Received, |e| e.stage);
        let ended_before = stage.is_final() && last.is_some_and(|e| e.on < self.year.first_day());
        (!ended_before).then_some(stage)
    }

    /// Days from the receipt to the first step to a stage, of the issues that took it in the year.
    fn days_to(&self, stage: Stage) -> Vec<i64> {
        let first = |i: &Issue| self.ledger.steps_of(i.id).iter().find(|e| e.stage == stage).map(|e| e.on);
        let found = self.ledger.issues.iter().filter_map(|i| Some((i.received_on, first(i)?)));
        found.filter(|(_, on)| self.within(*on)).map(|(from, to)| (to - from).num_days().max(0)).collect()
    }

    fn proposals(&self) -> Figures {
        let approved = |id| self.council.meetings.iter().find(|m| Some(m.id) == id).map(|m| m.date);
        let all = &self.ledger.proposals;
        let count = |on: &dyn Fn(&entaku_domain::issue::Proposal) -> Option<Day>| {
            words::cases(all.iter().filter(|p| on(p).is_some_and(|d| self.within(d))).count())
        };
        let waits = |p: &&entaku_domain::issue::Proposal| {
            let open = |on: Option<Day>| on.is_none_or(|d| d > self.until);
            p.delivered_on.is_some_and(|d| d <= self.until) && open(p.answered_on) && open(p.outcome_on)
        };
        vec![
            (words::APPROVED.to_owned(), count(&|p| approved(p.approved_at))),
            (words::DELIVERED.to_owned(), count(&|p| p.delivered_on)),
            (words::ANSWERED.to_owned(), count(&|p| p.answered_on)),
            (words::WAITING.to_owned(), words::cases(all.iter().filter(waits).count())),
        ]
    }

    /// V18: who raised an issue hears of it once the council has decided.
    fn feedback(&self) -> Figures {
        let raised = |i: &&Issue| i.owes_feedback();
        let given = |i: &&Issue| i.feedback_on.is_some_and(|d| self.within(d));
        let owed =
            |i: &&Issue| self.decided(i) && i.no_feedback.is_none() && i.feedback_on.is_none_or(|d| d > self.until);
        let issues = || self.ledger.issues.iter().filter(raised);
        let days: Vec<i64> =
            issues().filter(given).filter_map(|i| Some((i.feedback_on? - i.received_on).num_days().max(0))).collect();
        vec![
            (words::RAISED.to_owned(), words::cases(issues().filter(|i| self.within(i.received_on)).count())),
            (words::TOLD.to_owned(), words::cases(issues().filter(given).count())),
            (words::OWED.to_owned(), words::cases(issues().filter(owed).count())),
            (words::TOLD_AFTER.to_owned(), words::span(median_and_longest(&days), days.len())),
        ]
    }

    /// Whether the council had decided on an issue by the last day.
    fn decided(&self, issue: &Issue) -> bool {
        use Stage::{Answered, Approved, Closed, Continued, Proposed, Reflected, Returned};
        let decided = [Approved, Continued, Returned, Proposed, Answered, Reflected, Closed];
        self.stage_by_end(issue).is_some_and(|s| decided.contains(&s))
    }

    fn stage_by_end(&self, issue: &Issue) -> Option<Stage> {
        self.ledger.steps_of(issue.id).iter().rfind(|e| e.on <= self.until).map(|e| e.stage)
    }

    /// Of each subcommittee its meetings, the issues on which it took a step, and what it
    /// planned and did.
    fn subcommittees(&self) -> Figures {
        let mut found = Vec::new();
        for body in self.council.subcommittees(self.year) {
            let name = self.council.body_name(body.id, self.year).to_owned();
            let held = self.council.meetings_of(body.id).filter(|m| self.within(m.date) && m.state.is_over()).count();
            let own = |e: &&IssueEvent| e.body == Some(body.id) && self.within(e.on);
            let mut dealt: Vec<_> = self.ledger.events.iter().filter(own).map(|e| e.issue).collect();
            dealt.sort_unstable();
            dealt.dedup();
            let owns = self.ledger.issues.iter().filter(|i| i.owner == Some(body.id) && i.received_on <= self.until);
            let open = owns.filter(|i| self.stage_by_end(i).is_some_and(|s| !s.is_final())).count();
            found.push((name.clone(), words::subcommittee(held, dealt.len(), open)));
            found.extend(self.planned(body.id, &name));
        }
        found
    }

    /// What a subcommittee planned for the year, and how far it came.
    fn planned(&self, body: BodyId, name: &str) -> Figures {
        let came = self.work.came_to(body, self.until);
        let mut found = Vec::new();
        if !came.themes.is_empty() {
            found.push((words::of_body(name, words::THEMES), came.themes.join("、")));
        }
        if came.steps > 0 {
            found.push((words::of_body(name, words::STEPS), words::steps(came.steps, came.done, came.late)));
        }
        if came.gatherings > 0 {
            found.push((words::of_body(name, words::GATHERINGS), words::gatherings(came.gatherings, came.held)));
        }
        found
    }

    fn plans(&self) -> Figures {
        let book = self.book;
        let given: Vec<_> = book.hearings.iter().filter(|h| h.given_on.is_some_and(|d| self.within(d))).collect();
        let opinions: Vec<_> = book.opinions.iter().filter(|o| given.iter().any(|h| h.id == o.hearing)).collect();
        let answered = opinions.iter().filter(|o| o.treatment.is_some() || !o.answer.is_empty()).count();
        let lacking = book.revisions.iter().filter(|r| r.decided_on.is_some_and(|d| self.within(d)));
        let lacking = lacking.filter(|r| !book.faults(self.council, r).is_empty()).count();
        let mut found = vec![
            (words::HEARINGS.to_owned(), words::cases(given.len())),
            (words::OPINIONS.to_owned(), words::answered(opinions.len(), answered)),
            (words::LACKING.to_owned(), words::cases(lacking)),
        ];
        for kind in CooperationKind::ALL {
            let n = book.cooperations.iter().filter(|c| c.kind == *kind && self.within(c.on)).count();
            found.push((words::together(kind.label()), words::times(n)));
        }
        found
    }

    fn whole(&self) -> Figures {
        let held: u32 = self.turnout.held.iter().map(|h| h.held).sum();
        let open = self.ledger.issues.iter().filter(|i| self.stage_at_end(i).is_some_and(|s| !s.is_final())).count();
        let ended = |e: &&IssueEvent| e.stage.is_final() && self.within(e.on);
        let mut done: Vec<_> = self.ledger.events.iter().filter(ended).map(|e| e.issue).collect();
        done.sort_unstable();
        done.dedup();
        vec![
            (words::ALL_MEETINGS.to_owned(), words::times(usize::try_from(held).unwrap_or_default())),
            (words::OPEN.to_owned(), words::cases(open)),
            (words::FINISHED.to_owned(), words::cases(done.len())),
        ]
    }
}
