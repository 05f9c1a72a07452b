//! Local issues (地域課題): how far each has come.

mod path;

pub use crate::proposal::Proposal;
pub use path::{IssueFault, NewStep, check_feedback, check_step, issue_faults, next_stages};

use crate::id::{BodyId, IssueEventId, IssueId, MeetingId, OrganizationId};
use crate::{Day, FiscalYear};

coded! {
    /// How far an issue has come (課題の段階, V17).
    Stage {
        Received = "received", "受付";
        Sorting = "sorting", "整理中";
        Theme = "theme", "テーマ案";
        Deliberating = "deliberating", "協議中";
        Reported = "reported", "報告済";
        Approved = "approved", "承認";
        Continued = "continued", "継続";
        Returned = "returned", "差戻し";
        Proposed = "proposed", "提案済";
        Answered = "answered", "回答済";
        Reflected = "reflected", "反映";
        Closed = "closed", "終結";
    }
}

coded! {
    /// Where an issue came from (発生元).
    Inlet {
        CaseReview = "case_review", "地域事例みえるか会議";
        Partner = "partner", "関係団体の課題提起";
        Subcommittee = "subcommittee", "専門部会";
        Plenary = "plenary", "全体会";
        Steering = "steering", "運営会議";
    }
}

coded! {
    /// At what level it can be solved (対応の水準).
    Level {
        Individual = "individual", "個別";
        Subcommittee = "subcommittee", "部会";
        Plenary = "plenary", "全体会";
        City = "city", "市";
        Prefecture = "prefecture", "県";
    }
}

coded! {
    /// How one issue came out of another (課題のつながり).
    LinkKind {
        Split = "split", "分割";
        Merged = "merged", "統合";
        Follows = "follows", "継続";
    }
}

/// A local issue (地域課題). It never holds facts of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its identifier.
    pub id: IssueId,
    /// Year and number within it: 令和8年度 第3号.
    pub year: FiscalYear,
    /// Number within the year.
    pub number: u16,
    /// Short title.
    pub title: String,
    /// The gist (課題の要旨), anonymised.
    pub gist: String,
    /// Background (背景).
    pub background: String,
    /// Present resources (現状の資源).
    pub resources: String,
    /// Measures discussed (対応策).
    pub measures: String,
    /// Field (分野).
    pub field: String,
    /// Level.
    pub level: Level,
    /// Inlet.
    pub inlet: Inlet,
    /// The organisation that raised it.
    pub raised_by: Option<OrganizationId>,
    /// Received on.
    pub received_on: Day,
    /// How far it has come.
    pub stage: Stage,
    /// The body that has it now.
    pub owner: Option<BodyId>,
    /// Wanted by.
    pub due_on: Option<Day>,
    /// Answer given to the one who raised it (フィードバック).
    pub feedback_on: Option<Day>,
    /// Why nobody is answered, where that was decided.
    pub no_feedback: Option<String>,
}

/// A step of an issue (経過).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueEvent {
    /// Its identifier.
    pub id: IssueEventId,
    /// The issue.
    pub issue: IssueId,
    /// The day.
    pub on: Day,
    /// The stage reached.
    pub stage: Stage,
    /// The body that decided.
    pub body: Option<BodyId>,
    /// The meeting where it decided.
    pub meeting: Option<MeetingId>,
    /// What happened, in a sentence.
    pub text: String,
}

/// An issue that came out of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueLink {
    /// The earlier one.
    pub from: IssueId,
    /// The later one.
    pub to: IssueId,
    /// How.
    pub kind: LinkKind,
    /// Why.
    pub reason: String,
}

impl Stage {
    /// Whether nothing more is to be done.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Reflected | Self::Closed)
    }
}
