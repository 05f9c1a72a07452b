//! What a subcommittee (専門部会) sets out to do in a fiscal year, how far it has come, who met
//! besides its own meetings (作業部会・研修会等), and what it reports.

use crate::id::{BodyId, GatheringDayId, GatheringId, IssueId, MeetingId, PlanStepId, ProgressId, ThemeId};
use crate::{Day, FiscalYear};

coded! {
    /// How far a step has come (進捗).
    ProgressState {
        OnTime = "on_time", "予定どおり";
        Late = "late", "遅れ";
        Done = "done", "完了";
    }
}

coded! {
    /// What meets besides the subcommittee itself (作業部会・研修会等の種類).
    GatheringKind {
        WorkingGroup = "working_group", "作業部会";
        Training = "training", "研修会";
        Exchange = "exchange", "交流会・見学会";
        Other = "other", "その他";
    }
}

coded! {
    /// What a subcommittee hands in (部会の報告の種類).
    ReportKind {
        Activity = "activity", "活動報告";
        NextPlan = "next_plan", "次年度活動計画（案）";
        Evaluation = "evaluation", "評価結果及び次年度目標";
    }
}

coded! {
    /// How far a report has come (報告の状態).
    ReportState {
        Draft = "draft", "下書き";
        Submitted = "submitted", "提出済み";
        Reported = "reported", "報告済み";
    }
}

coded! {
    /// A part of a report (報告の項目).
    ReportPart {
        Theme = "theme", "テーマ";
        Goal = "goal", "目標";
        Held = "held", "開催状況";
        Gatherings = "gatherings", "作業部会・研修会等";
        Discussed = "discussed", "協議した内容";
        Policy = "policy", "対応策・方針";
        Schedule = "schedule", "活動の予定";
        Results = "results", "成果";
        Assessment = "assessment", "評価";
        Remaining = "remaining", "残された課題";
        NextGoal = "next_goal", "次年度の目標";
    }
}

impl ReportKind {
    /// The parts of such a report, in order.
    pub const fn parts(self) -> &'static [ReportPart] {
        use ReportPart as P;
        match self {
            Self::Activity => &[P::Theme, P::Held, P::Gatherings, P::Discussed, P::Policy, P::Results, P::Remaining],
            Self::NextPlan => &[P::Theme, P::Goal, P::Policy, P::Schedule, P::Gatherings],
            Self::Evaluation => &[P::Goal, P::Results, P::Assessment, P::Remaining, P::NextGoal],
        }
    }
}

/// The plan of a subcommittee for a fiscal year (活動計画).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkPlan {
    /// The subcommittee.
    pub body: BodyId,
    /// The fiscal year.
    pub year: FiscalYear,
    /// What is to be reached (目標).
    pub goal: String,
    /// How (対応策・方針).
    pub policy: String,
    /// A note for the office (備考).
    pub note: String,
}

/// A theme of the year (テーマ), with the issues that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its identifier.
    pub id: ThemeId,
    /// The subcommittee.
    pub body: BodyId,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Its place.
    pub order: i64,
    /// What it is called.
    pub title: String,
    /// The issues, in the office's order.
    pub issues: Vec<IssueId>,
}

/// What is to be done when, and by whom (計画の行).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// Its identifier.
    pub id: PlanStepId,
    /// The subcommittee.
    pub body: BodyId,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Its place.
    pub order: i64,
    /// When, in words: 6月, 上半期.
    pub time: String,
    /// The day by which it is to be done; none where nobody set one.
    pub due_on: Option<Day>,
    /// What.
    pub activity: String,
    /// Who.
    pub who: String,
}

/// How far it has come on a day (進捗の記録).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Its identifier.
    pub id: ProgressId,
    /// The subcommittee.
    pub body: BodyId,
    /// The fiscal year.
    pub year: FiscalYear,
    /// The step that it is about; the plan as a whole where none.
    pub step: Option<PlanStepId>,
    /// The day.
    pub on: Day,
    /// How far.
    pub state: ProgressState,
    /// In words.
    pub text: String,
}

/// A working group, a training and the like (作業部会・研修会等).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// Its identifier.
    pub id: GatheringId,
    /// The subcommittee that set it up.
    pub body: BodyId,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Its place.
    pub order: i64,
    /// What it is.
    pub kind: GatheringKind,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Who takes part, in words.
    pub members: String,
}

/// A day on which it met, or is to meet (作業部会・研修会等の日).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheringDay {
    /// Its identifier.
    pub id: GatheringDayId,
    /// What met.
    pub gathering: GatheringId,
    /// The day.
    pub on: Day,
    /// Where.
    pub place: String,
    /// What came of it; empty before.
    pub outcome: String,
}

/// A report of a subcommittee for a fiscal year (部会の報告).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubReport {
    /// The subcommittee.
    pub body: BodyId,
    /// The fiscal year that it is written in; 次年度活動計画 is for the one after.
    pub year: FiscalYear,
    /// What it is.
    pub kind: ReportKind,
    /// The meeting of the steering body that it was handed in to (提出).
    pub submitted_at: Option<MeetingId>,
    /// The meeting of the plenary that it was reported to (報告).
    pub reported_at: Option<MeetingId>,
}

impl SubReport {
    /// Its identifier: what it is.
    pub fn key(&self) -> String {
        format!("{}/{}/{}", self.body, self.year.number(), self.kind.code())
    }

    /// How far it has come.
    pub const fn state(&self) -> ReportState {
        match (self.reported_at, self.submitted_at) {
            (Some(_), _) => ReportState::Reported,
            (None, Some(_)) => ReportState::Submitted,
            (None, None) => ReportState::Draft,
        }
    }
}

/// What the office has written for a part of a report; parts without one are drawn from the
/// records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportText {
    /// The report, by [`SubReport::key`].
    pub report: String,
    /// The part.
    pub part: ReportPart,
    /// The text; lines are paragraphs.
    pub text: String,
}

/// What the rules object to in a plan or a report of a subcommittee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFault {
    /// The body is no subcommittee of the year.
    NotSubcommittee {
        /** Its name. */
        name: String,
    },
    /// A day outside the plan's year.
    OtherYear,
    /// Handed in to a meeting that is none of the steering body.
    NotSteering,
    /// Reported to a meeting that is none of the plenary.
    NotPlenary,
    /// Reported without having been handed in.
    NotSubmitted,
    /// A meeting that does not take place.
    MeetingOff,
    /// The text of a report that was handed in.
    Settled,
    /// A step of another plan.
    StepElsewhere,
    /// There is a plan already.
    PlanThere,
    /// Nothing is planned in the year before.
    NothingToTake,
    /// All of it is a paper of the meeting already, or nothing was chosen.
    NothingToAdd,
}

impl PlanFault {
    /// The field of the form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::OtherYear => "due_on",
            Self::NotSteering => "submitted_at",
            Self::NotPlenary | Self::NotSubmitted => "reported_at",
            Self::StepElsewhere => "step",
            Self::NotSubcommittee { .. } => "body",
            _ => return None,
        })
    }
}

/// How a step stands on a day: the last word on it, and late by itself where its day is past.
/// `said` are the step's own entries, in any order.
pub fn standing(due_on: Option<Day>, said: &[&Progress], on: Day) -> Option<ProgressState> {
    let last = said.iter().filter(|p| p.on <= on).max_by_key(|p| (p.on, p.id)).map(|p| p.state);
    match last {
        Some(ProgressState::Done) => Some(ProgressState::Done),
        _ if due_on.is_some_and(|due| due < on) => Some(ProgressState::Late),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn said(on: &str, state: ProgressState) -> Progress {
        Progress {
            id: ProgressId::from_key(on),
            body: BodyId::from_key("b"),
            year: FiscalYear::new(2026).unwrap(),
            step: None,
            on: on.parse().unwrap(),
            state,
            text: String::new(),
        }
    }

    #[test]
    fn a_step_is_late_by_itself_and_done_only_by_word() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (early, late) = (said("2026-06-10", ProgressState::OnTime), said("2026-09-01", ProgressState::Done));
        let due = Some(day("2026-08-31"));
        let at = |said: &[&Progress], on: &str| standing(due, said, day(on));
        assert_eq!(at(&[], "2026-06-01"), None);
        assert_eq!(at(&[&early], "2026-08-31"), Some(ProgressState::OnTime));
        assert_eq!(at(&[&early], "2026-09-01"), Some(ProgressState::Late));
        assert_eq!(at(&[&late, &early], "2026-09-01"), Some(ProgressState::Done));
        assert_eq!(
            at(&[&late, &early], "2026-08-01"),
            Some(ProgressState::OnTime),
            "what comes later is not known yet"
        );
        assert_eq!(standing(None, &[], day("2030-01-01")), None);
    }

    #[test]
    fn a_report_goes_from_draft_to_the_plenary() {
        let meeting = Some(MeetingId::from_key("m"));
        let kind = ReportKind::Activity;
        let body = BodyId::from_key("b");
        let year = FiscalYear::new(2026).unwrap();
        let report = SubReport { body, year, kind, submitted_at: None, reported_at: None };
        assert_eq!(report.state(), ReportState::Draft);
        assert_eq!(SubReport { submitted_at: meeting, ..report.clone() }.state(), ReportState::Submitted);
        assert_eq!(SubReport { reported_at: meeting, ..report }.state(), ReportState::Reported);
    }
}
