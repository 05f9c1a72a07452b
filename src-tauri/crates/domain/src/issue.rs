//! Local issues (地域課題): how far each has come.

mod decision;
mod lineage;
mod path;

pub use crate::proposal::Proposal;
pub use decision::{inlet_of, stage_by_decision};
pub use lineage::{Lineage, Steps, passed_on, stage_of_merged, stage_of_part};
#[cfg(test)]
pub(crate) use path::tests;
pub use path::{IssueFault, NewStep, check_feedback, check_step, issue_faults, next_stages};

use crate::id::{
    AgendaItemId, BodyId, IssueEventId, IssueId, IssueTaskId, MeetingId, MinutesEntryId, OrganizationId, PaperId,
    PersonId,
};
use crate::minutes::OwnerKind;
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

coded! {
    /// What kind of step it is (経過の種類, V17).
    StepKind {
        Ordinary = "ordinary", "経過";
        SortingRequest = "sorting_request", "課題整理依頼";
        DeliberationRequest = "deliberation_request", "協議依頼";
        Reopened = "reopened", "再開";
        Split = "split", "分割";
        Merged = "merged", "統合";
        CarriedOn = "carried_on", "引継ぎ";
    }
}

/// How an issue came in (課題提起・発見・依頼): who brought it, by what, where it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// When it was brought, where that is not the day on which it was received.
    pub raised_on: Option<Day>,
    /// Who brought it, in the words of the one who took it in; inside only.
    pub brought_by: String,
    /// The paper of a meeting by which it was brought.
    pub paper: Option<PaperId>,
    /// The paper by which it was brought, where it is none of a meeting.
    pub paper_text: String,
    /// The meeting that asked for it, or where it was found.
    pub meeting: Option<MeetingId>,
    /// The item of that meeting's agenda.
    pub item: Option<AgendaItemId>,
    /// The entry of that meeting's minutes.
    pub entry: Option<MinutesEntryId>,
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
    /// How it came in.
    pub source: Source,
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
    /// What kind of step it is.
    pub kind: StepKind,
    /// The item of that meeting's agenda.
    pub item: Option<AgendaItemId>,
    /// The entry of that meeting's minutes that says it.
    pub entry: Option<MinutesEntryId>,
    /// The body that has the issue from then on, and is asked where the step is a request.
    pub to: Option<BodyId>,
    /// By when that body is asked to answer.
    pub due_on: Option<Day>,
}

impl IssueEvent {
    /// A step of which only the day and the stage are known.
    pub fn new(id: IssueEventId, issue: IssueId, on: Day, stage: Stage) -> Self {
        Self {
            id,
            issue,
            on,
            stage,
            body: None,
            meeting: None,
            text: String::new(),
            kind: StepKind::Ordinary,
            item: None,
            entry: None,
            to: None,
            due_on: None,
        }
    }
}

/// Who is to do what about an issue, and by when (課題の対応).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueTask {
    /// Its identifier.
    pub id: IssueTaskId,
    /// The issue.
    pub issue: IssueId,
    /// The step that left it; none where it was added by itself.
    pub event: Option<IssueEventId>,
    /// What is to be done.
    pub text: String,
    /// Who, by kind.
    pub owner: OwnerKind,
    /// The member.
    pub person: Option<PersonId>,
    /// The body.
    pub body: Option<BodyId>,
    /// The organisation.
    pub organization: Option<OrganizationId>,
    /// A name of who is none of these.
    pub name: String,
    /// By when.
    pub due_on: Option<Day>,
    /// When it was done; open where none.
    pub done_on: Option<Day>,
    /// What came of it.
    pub outcome: String,
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
