//! What stands in plans, hearings, working together, the council's own evaluation, and
//! figures for others: `planning.toml`.

use super::keys::{Keys, collect};
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::evaluation::{
    Disability, Evaluation, EvaluationField, Judgement, LivedExperience, Standing, SurveyFigure,
};
use entaku_domain::hearing::{Hearing, HearingOpinion, PlanRevision, RevisionKind, Treatment};
use entaku_domain::id::{
    CooperationId, HearingId, HearingOpinionId, IssueId, LawId, PlanId, PlanItemId, PlanRevisionId,
};
use entaku_domain::plan::{Cooperation, CooperationKind, IssuePlanItem, PlanItem};
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "planning.toml";

/// `planning.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    item: Vec<ItemRow>,
    law: Vec<LawsRow>,
    revision: Vec<RevisionRow>,
    hearing: Vec<HearingRow>,
    opinion: Vec<OpinionRow>,
    cooperation: Vec<CooperationRow>,
    evaluation: Vec<EvaluationRow>,
    experience: Vec<ExperienceRow>,
    figure: Vec<FigureRow>,
}

/// The same as the domain's nouns.
#[derive(Debug)]
pub(super) struct Planning {
    pub(super) items: Vec<PlanItem>,
    pub(super) touches: Vec<IssuePlanItem>,
    pub(super) laws: Vec<(PlanId, Vec<LawId>)>,
    pub(super) revisions: Vec<PlanRevision>,
    pub(super) hearings: Vec<Hearing>,
    pub(super) opinions: Vec<HearingOpinion>,
    pub(super) cooperations: Vec<Cooperation>,
    pub(super) evaluations: Vec<Evaluation>,
    pub(super) experiences: Vec<LivedExperience>,
    pub(super) figures: Vec<SurveyFigure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemRow {
    key: String,
    plan: String,
    number: String,
    title: String,
    target: String,
    from: i32,
    to: Option<i32>,
    #[serde(default)]
    issues: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LawsRow {
    plan: String,
    laws: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RevisionRow {
    key: String,
    plan: String,
    kind: String,
    #[serde(default)]
    text: String,
    due: Option<Date>,
    decided: Option<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HearingRow {
    key: String,
    revision: String,
    asked_by: String,
    asked: Option<Date>,
    due: Option<Date>,
    meeting: Option<String>,
    given: Option<Date>,
    answered: Option<Date>,
    note: String,
    laws: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpinionRow {
    hearing: String,
    item: Option<String>,
    text: String,
    #[serde(default)]
    answer: String,
    treatment: Option<String>,
    #[serde(default)]
    issues: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CooperationRow {
    on: Date,
    kind: String,
    body: Option<String>,
    #[serde(default)]
    partner: String,
    text: String,
    papers: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EvaluationRow {
    year: i32,
    field: String,
    judgement: String,
    good: String,
    change: String,
    measures: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExperienceRow {
    person: String,
    standing: String,
    kinds: Vec<String>,
    may_tell: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureRow {
    year: i32,
    key: String,
    value: String,
    note: String,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

/// The keys that rows of this file have for each other.
struct Own<'a> {
    keys: &'a Keys,
    items: BTreeSet<String>,
    revisions: BTreeSet<String>,
    hearings: BTreeSet<String>,
}

impl Own<'_> {
    fn item(&self, place: Place<'_>, key: &str) -> Result<PlanItemId> {
        place.must(self.items.contains(key), format_args!("no item {key:?}"))?;
        Ok(PlanItemId::from_key(key))
    }

    fn laws(&self, place: Place<'_>, laws: &[String]) -> Result<Vec<LawId>> {
        let one = |law: &String| {
            place.must(self.keys.laws.contains(law), format_args!("no law {law:?}"))?;
            Ok(LawId::from_key(law))
        };
        laws.iter().map(one).collect()
    }

    fn issues(&self, place: Place<'_>, issues: &[String]) -> Result<Vec<IssueId>> {
        issues.iter().map(|issue| self.keys.issue(place, issue)).collect()
    }
}

impl File {
    /// Everything in the file.
    pub(super) fn planning(&self, keys: &Keys) -> Result<Planning> {
        let own = Own {
            keys,
            items: collect(FILE, self.item.iter().map(|r| &r.key))?,
            revisions: collect(FILE, self.revision.iter().map(|r| &r.key))?,
            hearings: collect(FILE, self.hearing.iter().map(|r| &r.key))?,
        };
        let mut touches = Vec::new();
        for row in &self.item {
            let item = PlanItemId::from_key(&row.key);
            let issues = own.issues(Place { file: FILE, key: &row.key }, &row.issues)?;
            touches.extend(issues.into_iter().map(|issue| IssuePlanItem { issue, item }));
        }
        let laws = |row: &LawsRow| {
            let place = Place { file: FILE, key: &row.plan };
            Ok((keys.plan(place, &row.plan)?, own.laws(place, &row.laws)?))
        };
        Ok(Planning {
            items: (1..).zip(&self.item).map(|(order, row)| row.item(&own, order)).collect::<Result<_>>()?,
            touches,
            laws: self.law.iter().map(laws).collect::<Result<_>>()?,
            revisions: self.revision.iter().map(|row| row.revision(&own)).collect::<Result<_>>()?,
            hearings: self.hearing.iter().map(|row| row.hearing(&own)).collect::<Result<_>>()?,
            opinions: (1..).zip(&self.opinion).map(|(n, row)| row.opinion(&own, n)).collect::<Result<_>>()?,
            cooperations: self.cooperation.iter().map(|row| row.cooperation(keys)).collect::<Result<_>>()?,
            evaluations: self.evaluation.iter().map(EvaluationRow::evaluation).collect::<Result<_>>()?,
            experiences: self.experience.iter().map(|row| row.experience(keys)).collect::<Result<_>>()?,
            figures: self.figure.iter().map(FigureRow::figure).collect::<Result<_>>()?,
        })
    }
}

impl ItemRow {
    fn item(&self, own: &Own<'_>, order: i64) -> Result<PlanItem> {
        let place = Place { file: FILE, key: &self.key };
        Ok(PlanItem {
            id: PlanItemId::from_key(&self.key),
            plan: own.keys.plan(place, &self.plan)?,
            number: self.number.clone(),
            title: self.title.clone(),
            target: self.target.clone(),
            from_year: place.year(self.from)?,
            to_year: self.to.map(|year| place.year(year)).transpose()?,
            order,
        })
    }
}

impl RevisionRow {
    fn revision(&self, own: &Own<'_>) -> Result<PlanRevision> {
        let place = Place { file: FILE, key: &self.key };
        Ok(PlanRevision {
            id: PlanRevisionId::from_key(&self.key),
            plan: own.keys.plan(place, &self.plan)?,
            kind: place.term(RevisionKind::ALL, RevisionKind::label, &self.kind)?,
            text: self.text.clone(),
            due_on: day(self.due),
            decided_on: day(self.decided),
        })
    }
}

impl HearingRow {
    fn hearing(&self, own: &Own<'_>) -> Result<Hearing> {
        let place = Place { file: FILE, key: &self.key };
        place.must(own.revisions.contains(&self.revision), format_args!("no revision {:?}", self.revision))?;
        Ok(Hearing {
            id: HearingId::from_key(&self.key),
            revision: PlanRevisionId::from_key(&self.revision),
            asked_by: self.asked_by.clone(),
            asked_on: day(self.asked),
            due_on: day(self.due),
            meeting: self.meeting.as_ref().map(|m| own.keys.meeting(place, m)).transpose()?,
            given_on: day(self.given),
            answered_on: day(self.answered),
            note: self.note.clone(),
            laws: own.laws(place, &self.laws)?,
        })
    }
}

impl OpinionRow {
    fn opinion(&self, own: &Own<'_>, order: i64) -> Result<HearingOpinion> {
        let place = Place { file: FILE, key: &self.text };
        place.must(own.hearings.contains(&self.hearing), format_args!("no hearing {:?}", self.hearing))?;
        let treatment = self.treatment.as_ref().map(|word| place.term(Treatment::ALL, Treatment::label, word));
        Ok(HearingOpinion {
            id: HearingOpinionId::from_key(&format!("{}/{order}", self.hearing)),
            hearing: HearingId::from_key(&self.hearing),
            item: self.item.as_ref().map(|key| own.item(place, key)).transpose()?,
            text: self.text.clone(),
            answer: self.answer.clone(),
            treatment: treatment.transpose()?,
            order,
            issues: own.issues(place, &self.issues)?,
        })
    }
}

impl CooperationRow {
    fn cooperation(&self, keys: &Keys) -> Result<Cooperation> {
        let place = Place { file: FILE, key: &self.text };
        Ok(Cooperation {
            id: CooperationId::from_key(&format!("{}/{}", self.on.0, self.kind)),
            on: self.on.0,
            kind: place.term(CooperationKind::ALL, CooperationKind::label, &self.kind)?,
            body: self.body.as_ref().map(|key| keys.body(place, key)).transpose()?,
            partner: self.partner.clone(),
            text: self.text.clone(),
            papers: self.papers.clone(),
        })
    }
}

impl EvaluationRow {
    fn evaluation(&self) -> Result<Evaluation> {
        let place = Place { file: FILE, key: &self.field };
        Ok(Evaluation {
            year: place.year(self.year)?,
            field: place.term(EvaluationField::ALL, EvaluationField::label, &self.field)?,
            judgement: Some(place.term(Judgement::ALL, Judgement::label, &self.judgement)?),
            good: self.good.clone(),
            change: self.change.clone(),
            measures: self.measures.clone(),
        })
    }
}

impl ExperienceRow {
    fn experience(&self, keys: &Keys) -> Result<LivedExperience> {
        let place = Place { file: FILE, key: &self.person };
        let kind = |word: &String| place.term(Disability::ALL, Disability::label, word);
        Ok(LivedExperience {
            person: keys.person(place, &self.person)?,
            standing: place.term(Standing::ALL, Standing::label, &self.standing)?,
            kinds: self.kinds.iter().map(kind).collect::<Result<_>>()?,
            may_tell: self.may_tell,
        })
    }
}

impl FigureRow {
    fn figure(&self) -> Result<SurveyFigure> {
        Ok(SurveyFigure {
            year: Place { file: FILE, key: &self.key }.year(self.year)?,
            key: self.key.clone(),
            value: self.value.clone(),
            note: self.note.clone(),
        })
    }
}
