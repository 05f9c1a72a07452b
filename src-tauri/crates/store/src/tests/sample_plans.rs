//! Plans, hearings, evaluation, figures and work given to others, for the council with a row in every table.

use super::sample::{at, day, full, law, me, plan, proposal, year};
use crate::{Action, Result, Tx};
use entaku_domain::consignment::Consignment;
use entaku_domain::evaluation::{
    Disability, Evaluation, EvaluationField, Judgement, LivedExperience, Standing, SurveyFigure,
};
use entaku_domain::hearing::{Hearing, HearingOpinion, PlanRevision, RevisionKind, Treatment};
use entaku_domain::id::*;
use entaku_domain::plan::{Cooperation, CooperationKind, IssuePlanItem, PlanItem, PlanLaw};
use entaku_domain::proposal::Proposal;

pub(super) fn fill(tx: &mut Tx<'_>) -> Result<()> {
    tx.put_plan_item(&item())?;
    tx.put_issue_plan_item(touch())?;
    tx.put_plan_laws(plan().id, &[law().id])?;
    tx.put_plan_revision(&revision())?;
    tx.put_hearing(&hearing())?;
    tx.put_hearing_opinion(&opinion())?;
    tx.put_cooperation(&cooperation())?;
    tx.put_evaluation(&evaluation())?;
    tx.put_lived_experience(&experience())?;
    tx.put_survey_figure(&figure())?;
    tx.put_consignment(&consignment())
}

fn consignment() -> Consignment {
    let kept = "4379105aca40fc3c6b7c72756ef978e1b496091ba2016679b64b2aeff0ddf116";
    Consignment {
        id: ConsignmentId::from_key("given"),
        given_on: day("2026-10-01"),
        given_to: "社会福祉法人".into(),
        note: String::new(),
        base: kept.into(),
        package: kept.into(),
        rows: 12,
        taken_on: None,
    }
}

pub(super) fn item() -> PlanItem {
    PlanItem {
        id: PlanItemId::from_key("item"),
        plan: plan().id,
        number: "2-(3)".into(),
        title: "短期入所".into(),
        target: "月 40人日".into(),
        from_year: year(2024),
        to_year: None,
        order: 1,
    }
}

fn touch() -> IssuePlanItem {
    IssuePlanItem { issue: IssueId::from_key("i1"), item: item().id }
}

fn revision() -> PlanRevision {
    PlanRevision {
        id: PlanRevisionId::from_key("r"),
        plan: plan().id,
        kind: RevisionKind::Made,
        text: String::new(),
        due_on: Some(day("2027-03-20")),
        decided_on: None,
    }
}

fn hearing() -> Hearing {
    Hearing {
        id: HearingId::from_key("h"),
        revision: revision().id,
        asked_by: "市長".into(),
        asked_on: Some(day("2026-09-01")),
        due_on: Some(day("2026-11-30")),
        meeting: Some(MeetingId::from_key("m1")),
        given_on: None,
        answered_on: None,
        note: "素案".into(),
        laws: vec![law().id],
    }
}

fn opinion() -> HearingOpinion {
    HearingOpinion {
        id: HearingOpinionId::from_key("o"),
        hearing: hearing().id,
        item: Some(item().id),
        text: "見込量を増やすこと。".into(),
        answer: "反映します。".into(),
        treatment: Some(Treatment::Adopted),
        order: 1,
        issues: vec![IssueId::from_key("i1")],
    }
}

fn cooperation() -> Cooperation {
    Cooperation {
        id: CooperationId::from_key("c"),
        on: day("2026-08-03"),
        kind: CooperationKind::Exchange,
        body: Some(BodyId::from_key("bukai")),
        partner: "推進委員会".into(),
        text: "進み具合".into(),
        papers: "資料1".into(),
    }
}

fn evaluation() -> Evaluation {
    Evaluation {
        year: year(2025),
        field: EvaluationField::Meetings,
        judgement: Some(Judgement::Mostly),
        good: "予定どおり".into(),
        change: "日程".into(),
        measures: "早く決める".into(),
    }
}

fn experience() -> LivedExperience {
    LivedExperience {
        person: PersonId::from_key("watanabe"),
        standing: Standing::Family,
        kinds: vec![Disability::Developmental, Disability::Intellectual],
        may_tell: true,
    }
}

fn figure() -> SurveyFigure {
    SurveyFigure { year: year(2025), key: "users".into(), value: "1,234".into(), note: "年度末".into() }
}

#[test]
fn plans_and_what_belongs_to_them_come_back() {
    let store = full();
    assert_eq!(store.consignments().unwrap(), [consignment()]);
    assert_eq!(store.plan_items().unwrap(), [item()]);
    assert_eq!(store.plan_item(item().id).unwrap(), Some(item()));
    assert_eq!(store.issue_plan_items().unwrap(), [touch()]);
    assert_eq!(store.plan_items_of(touch().issue).unwrap(), [touch()]);
    assert_eq!(store.plan_laws().unwrap(), [PlanLaw { plan: plan().id, law: law().id }]);
    assert_eq!(store.plan_revisions().unwrap(), [revision()]);
    assert_eq!(store.hearings().unwrap(), [hearing()]);
    assert_eq!(store.hearing(hearing().id).unwrap(), Some(hearing()));
    assert_eq!(store.hearing_opinions().unwrap(), [opinion()]);
    assert_eq!(store.hearing_opinion(opinion().id).unwrap(), Some(opinion()));
    assert_eq!(store.cooperations().unwrap(), [cooperation()]);
    assert_eq!(store.evaluations().unwrap(), [evaluation()]);
    assert_eq!(store.lived_experiences().unwrap(), [experience()]);
    assert_eq!(store.survey_figures(year(2025)).unwrap(), [figure()]);
    assert_eq!(store.survey_figures(year(2026)).unwrap(), []);
}

#[test]
fn what_is_removed_takes_its_rows_along_and_comes_back() {
    let mut store = full();
    let done = store
        .change(&me(), Action::new("remove"), at(), |tx| {
            tx.put_proposal(&Proposal { plan_item: None, ..proposal() })?;
            tx.remove_hearing(hearing().id)?;
            tx.remove_plan_item(item().id)
        })
        .unwrap();
    assert_eq!((store.hearings().unwrap(), store.hearing_opinions().unwrap()), (vec![], vec![]));
    assert_eq!((store.issue_plan_items().unwrap(), store.plan_items().unwrap()), (vec![], vec![]));
    store.undo(&me(), at(), done.change.unwrap()).unwrap();
    assert_eq!((store.hearings().unwrap(), store.hearing_opinions().unwrap()), (vec![hearing()], vec![opinion()]));
}
