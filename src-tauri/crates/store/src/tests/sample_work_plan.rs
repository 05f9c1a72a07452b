//! A subcommittee's plan and report, for the council with a row in every table.

use super::sample::{at, day, full, me, year};
use crate::{Action, Result, Tx};
use entaku_domain::id::*;
use entaku_domain::work_plan::*;

pub(super) fn fill(tx: &mut Tx<'_>) -> Result<()> {
    tx.put_work_plan(&plan())?;
    tx.put_theme(&theme())?;
    tx.put_plan_step(&step())?;
    tx.put_progress(&progress())?;
    tx.put_gathering(&gathering(), &[gathering_day()])?;
    tx.put_sub_report(&report(), &[report_text()])
}

fn body() -> BodyId {
    BodyId::from_key("bukai")
}

fn plan() -> WorkPlan {
    let (goal, policy, note) = ("通院の足を確保する".to_owned(), "実態を調べる".to_owned(), "要確認".to_owned());
    WorkPlan { body: body(), year: year(2026), goal, policy, note }
}

fn theme() -> Theme {
    let issues = vec![IssueId::from_key("i2"), IssueId::from_key("i1")];
    Theme {
        id: ThemeId::from_key("t"), body: body(), year: year(2026), order: 1, title: "移動の支援".into(), issues
    }
}

fn step() -> PlanStep {
    PlanStep {
        id: PlanStepId::from_key("s"),
        body: body(),
        year: year(2026),
        order: 1,
        time: "上半期".into(),
        due_on: Some(day("2026-09-30")),
        activity: "事業所への聞き取り".into(),
        who: "作業部会".into(),
    }
}

fn progress() -> Progress {
    Progress {
        id: ProgressId::from_key("p"),
        body: body(),
        year: year(2026),
        step: Some(step().id),
        on: day("2026-08-01"),
        state: ProgressState::Late,
        text: "３か所のうち１か所".into(),
    }
}

fn gathering() -> Gathering {
    Gathering {
        id: GatheringId::from_key("g"),
        body: body(),
        year: year(2026),
        order: 1,
        kind: GatheringKind::WorkingGroup,
        name: "移動支援作業部会".into(),
        purpose: "聞き取りの設計".into(),
        members: "部会員３人".into(),
    }
}

fn gathering_day() -> GatheringDay {
    GatheringDay {
        id: GatheringDayId::from_key("d"),
        gathering: gathering().id,
        on: day("2026-07-01"),
        place: "第２会議室".into(),
        outcome: "調査票を決めた".into(),
    }
}

fn report() -> SubReport {
    let meeting = Some(MeetingId::from_key("m1"));
    SubReport {
        body: body(),
        year: year(2026),
        kind: ReportKind::Activity,
        submitted_at: meeting,
        reported_at: meeting,
    }
}

fn report_text() -> ReportText {
    ReportText { report: report().key(), part: ReportPart::Results, text: "調査票ができた".into() }
}

#[test]
fn plans_and_reports_come_back() {
    let store = full();
    let of = year(2026);
    assert_eq!(store.work_plans(of).unwrap(), [plan()]);
    assert_eq!(store.themes(of).unwrap(), [theme()]);
    assert_eq!(store.theme(theme().id).unwrap(), Some(theme()));
    assert_eq!(store.plan_steps(of).unwrap(), [step()]);
    assert_eq!(store.plan_step(step().id).unwrap(), Some(step()));
    assert_eq!(store.progress_of(of).unwrap(), [progress()]);
    assert_eq!(store.progress(progress().id).unwrap(), Some(progress()));
    assert_eq!(store.gatherings(of).unwrap(), [gathering()]);
    assert_eq!(store.gathering(gathering().id).unwrap(), Some(gathering()));
    assert_eq!(store.gathering_days(of).unwrap(), [gathering_day()]);
    assert_eq!(store.sub_reports(of).unwrap(), [report()]);
    assert_eq!(store.sub_reports_at(MeetingId::from_key("m1")).unwrap(), [report()]);
    assert_eq!(store.report_parts(of).unwrap(), [report_text()]);
    assert!(store.work_plans(year(2025)).unwrap().is_empty());
}

#[test]
fn what_is_removed_takes_with_it_what_says_nothing_alone() {
    let mut store = full();
    let before = store.dump();
    let remove = |tx: &mut Tx<'_>| -> Result<()> {
        tx.remove_sub_report(&report())?;
        tx.remove_gathering(gathering().id)?;
        tx.remove_plan_step(step().id)?;
        tx.remove_theme(theme().id)?;
        tx.remove_work_plan(body(), year(2026))
    };
    let done = store.change(&me(), Action::new("remove"), at(), remove).unwrap();
    assert_eq!(done.tags, ["work_plan"]);
    assert!(store.progress_of(year(2026)).unwrap().is_empty());
    store.undo(&me(), at(), done.change.unwrap()).unwrap();
    assert_eq!(store.dump().unwrap(), before.unwrap());
}
