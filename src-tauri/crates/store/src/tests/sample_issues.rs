//! Issues with their way, for the council with a row in every table.

use super::sample::{agenda_item, day, year};
use entaku_domain::id::{BodyId, IssueEventId, IssueId, IssueTaskId, MeetingId, OrganizationId};
use entaku_domain::issue::{Inlet, Issue, IssueEvent, IssueLink, IssueTask, Level, LinkKind, Source, Stage, StepKind};
use entaku_domain::minutes::OwnerKind;

pub(super) fn issues() -> [Issue; 2] {
    let issue = |key: &str, number| Issue {
        id: IssueId::from_key(key),
        year: year(2026),
        number,
        title: "移動の支援".into(),
        gist: "通院の足".into(),
        background: String::new(),
        resources: String::new(),
        measures: String::new(),
        field: "移動".into(),
        level: Level::City,
        inlet: Inlet::CaseReview,
        raised_by: Some(OrganizationId::from_key("clinic")),
        source: source(),
        received_on: day("2026-05-01"),
        stage: Stage::Sorting,
        owner: Some(BodyId::from_key("bukai")),
        due_on: None,
        feedback_on: None,
        no_feedback: None,
    };
    [issue("i1", 1), issue("i2", 2)]
}

fn source() -> Source {
    Source {
        raised_on: Some(day("2026-04-20")),
        brought_by: "相談員".into(),
        paper_text: "要望書".into(),
        meeting: Some(MeetingId::from_key("m1")),
        ..Source::default()
    }
}

pub(super) fn issue_task() -> IssueTask {
    IssueTask {
        id: IssueTaskId::from_key("t"),
        issue: IssueId::from_key("i1"),
        event: Some(IssueEventId::from_key("e")),
        text: "実態を調べる".into(),
        owner: OwnerKind::Body,
        person: None,
        body: Some(BodyId::from_key("bukai")),
        organization: None,
        name: String::new(),
        due_on: Some(day("2026-06-30")),
        done_on: None,
        outcome: String::new(),
    }
}

pub(super) fn issue_event() -> IssueEvent {
    IssueEvent {
        id: IssueEventId::from_key("e"),
        issue: IssueId::from_key("i1"),
        on: day("2026-05-02"),
        stage: Stage::Sorting,
        body: Some(BodyId::from_key("bukai")),
        meeting: Some(MeetingId::from_key("m1")),
        text: "整理を始めた".into(),
        kind: StepKind::SortingRequest,
        item: Some(agenda_item().id),
        entry: None,
        to: Some(BodyId::from_key("bukai")),
        due_on: Some(day("2026-06-30")),
    }
}

pub(super) fn issue_link() -> IssueLink {
    IssueLink {
        from: IssueId::from_key("i1"),
        to: IssueId::from_key("i2"),
        kind: LinkKind::Split,
        reason: "分ける".into(),
    }
}
