//! The screen of feedback: each organisation with what it raised.

use super::{Matter, Source};
use crate::council::App;
use crate::error::Result;
use crate::issues::told::raised_parts;
use crate::proposals::outcome_words;
use crate::text::{feedback as words, labels};
use entaku_domain::FiscalYear;
use entaku_domain::id::OrganizationId;

/// Something that was raised.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FeedbackMatter {
    /// Identifier of the issue.
    pub issue: String,
    /// R8-3.
    pub number: String,
    /// Its title.
    pub title: String,
    /// ISO date.
    pub received_on: String,
    /// Code of the stage that it, or what it became, has.
    pub stage: String,
    /// The same, in Japanese.
    pub stage_label: String,
    /// What it became: number and title of each.
    pub became: Vec<String>,
    /// Identifiers of the issues that were merged into it and that somebody raised: they are told with it.
    pub parts: Vec<String>,
    /// ISO date of the last decision.
    pub decided_on: Option<String>,
    /// Where that was decided.
    pub decided_at: String,
    /// The answers to its proposals.
    pub answers: Vec<String>,
    /// What came of its proposals.
    pub outcomes: Vec<String>,
    /// ISO date on which they were told last.
    pub told_on: Option<String>,
    /// Why nobody is told.
    pub no_feedback: Option<String>,
    /// Whether they are to be told, or told again.
    pub owed: bool,
    /// Whether there is news since they were told.
    pub again: bool,
    /// ISO date by which.
    pub due_on: Option<String>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// An organisation with what it raised.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FeedbackOrganization {
    /// Its identifier; none for what was raised by nobody recorded.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// How many matters it raised.
    pub raised: u32,
    /// Of how many it was told.
    pub told: u32,
    /// How many are still under way.
    pub open: u32,
    /// Of how many it is to be told.
    pub owed: u32,
    /// Each.
    pub matters: Vec<FeedbackMatter>,
}

/// The screen of feedback.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FeedbackPage {
    /// Days after a decision by which whoever raised an issue is told.
    pub days: u16,
    /// Fiscal years in which anything was raised, latest first.
    pub years: Vec<i32>,
    /// The organisations; those who are to be told first.
    pub organizations: Vec<FeedbackOrganization>,
}

impl App {
    /// What partner organisations have raised, in one fiscal year or ever.
    ///
    /// # Errors
    /// Those of the store.
    pub fn feedback_page(&self, year: Option<FiscalYear>) -> Result<FeedbackPage> {
        let council = self.snapshot()?;
        let source = Source::of(&self.store, &council)?;
        let all = source.matters();
        let mut years: Vec<i32> = all.iter().map(|m| m.issue.year.number()).collect();
        years.sort_unstable_by_key(|y| std::cmp::Reverse(*y));
        years.dedup();
        let wanted: Vec<&Matter<'_>> = all.iter().filter(|m| year.is_none_or(|y| m.issue.year == y)).collect();
        let mut raisers: Vec<Option<OrganizationId>> = wanted.iter().map(|m| m.issue.raised_by).collect();
        raisers.sort_unstable();
        raisers.dedup();
        let mut organizations: Vec<FeedbackOrganization> =
            raisers.into_iter().map(|id| self.raised(&source, id, &wanted)).collect();
        organizations.sort_by(|a, b| b.owed.cmp(&a.owed).then_with(|| a.name.cmp(&b.name)));
        Ok(FeedbackPage { days: source.days, years, organizations })
    }

    fn raised(&self, source: &Source<'_>, id: Option<OrganizationId>, all: &[&Matter<'_>]) -> FeedbackOrganization {
        let own: Vec<&&Matter<'_>> = all.iter().filter(|m| m.issue.raised_by == id).collect();
        let count = |test: &dyn Fn(&Matter<'_>) -> bool| {
            u32::try_from(own.iter().filter(|m| test(m)).count()).unwrap_or(u32::MAX)
        };
        let name = id.map_or(words::UNNAMED, |o| source.council.organization_name(o, self.today()));
        FeedbackOrganization {
            id: id.map(|o| o.to_string()),
            name: name.to_owned(),
            raised: count(&|_| true),
            told: count(&|m| m.issue.feedback_on.is_some()),
            open: count(&|m| !m.is_finished()),
            owed: count(&|m| m.owed.is_some()),
            matters: own.iter().map(|m| self.matter_row(source, m)).collect(),
        }
    }

    fn matter_row(&self, source: &Source<'_>, m: &Matter<'_>) -> FeedbackMatter {
        let at = m.decided.and_then(|e| source.council.meetings.iter().find(|x| Some(x.id) == e.meeting));
        let stage = m.now().stage;
        let told = |text: &String| !text.is_empty();
        FeedbackMatter {
            issue: m.issue.id.to_string(),
            number: labels::issue_number(m.issue),
            title: m.issue.title.clone(),
            received_on: m.issue.received_on.to_string(),
            stage: stage.code().to_owned(),
            stage_label: stage.label().to_owned(),
            became: m.became.iter().map(|i| format!("{} {}", labels::issue_number(i), i.title)).collect(),
            parts: raised_parts(&source.ledger, m.issue.id, self.today()).iter().map(|i| i.id.to_string()).collect(),
            decided_on: m.decided.map(|e| e.on.to_string()),
            decided_at: at.map(|x| source.council.meeting_title(x)).unwrap_or_default(),
            answers: m.proposals.iter().filter_map(|p| p.answer.clone()).filter(told).collect(),
            outcomes: m.proposals.iter().map(|p| outcome_words(source.council, p)).filter(told).collect(),
            told_on: m.issue.feedback_on.map(|d| d.to_string()),
            no_feedback: m.issue.no_feedback.clone(),
            owed: m.owed.is_some(),
            again: m.owed.is_some_and(|o| o.again),
            due_on: m.due.map(|d| d.to_string()),
            overdue: m.due.is_some_and(|d| d < self.today()),
        }
    }
}

impl Matter<'_> {
    /// The issue as it goes on: itself, or the last that it became once it is closed.
    pub(crate) fn now(&self) -> &entaku_domain::issue::Issue {
        let closed = self.issue.stage == entaku_domain::issue::Stage::Closed;
        self.became.last().copied().filter(|_| closed).unwrap_or(self.issue)
    }

    /// Whether nothing more is done about it.
    pub(crate) fn is_finished(&self) -> bool {
        self.issue.stage.is_final() && self.became.iter().all(|i| i.stage.is_final())
    }
}
