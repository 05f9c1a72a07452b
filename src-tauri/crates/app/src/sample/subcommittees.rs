//! Plans, progress and reports of subcommittees: `subcommittees.toml`.

use super::keys::Keys;
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::id::{BodyId, GatheringDayId, GatheringId, PlanStepId, ProgressId, ThemeId};
use entaku_domain::work_plan::{
    Gathering, GatheringDay, GatheringKind, PlanStep, Progress, ProgressState, ReportKind, ReportPart, ReportText,
    SubReport, Theme, WorkPlan,
};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "subcommittees.toml";

/// What the file says, as the domain's nouns.
#[derive(Debug, Default)]
pub(super) struct Subcommittees {
    pub(super) plans: Vec<WorkPlan>,
    pub(super) themes: Vec<Theme>,
    pub(super) steps: Vec<PlanStep>,
    pub(super) progress: Vec<Progress>,
    pub(super) gatherings: Vec<(Gathering, Vec<GatheringDay>)>,
    pub(super) reports: Vec<(SubReport, Vec<ReportText>)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    plan: Vec<PlanRow>,
    report: Vec<ReportRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanRow {
    body: String,
    year: i32,
    goal: String,
    policy: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    theme: Vec<ThemeRow>,
    #[serde(default)]
    step: Vec<StepRow>,
    #[serde(default)]
    said: Vec<SaidRow>,
    #[serde(default)]
    gathering: Vec<GatheringRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeRow {
    title: String,
    issues: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepRow {
    time: String,
    due: Option<Date>,
    activity: String,
    who: String,
    #[serde(default)]
    said: Vec<SaidRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SaidRow {
    on: Date,
    state: String,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GatheringRow {
    kind: String,
    name: String,
    purpose: String,
    members: String,
    day: Vec<DayRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DayRow {
    on: Date,
    place: String,
    #[serde(default)]
    outcome: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportRow {
    body: String,
    year: i32,
    kind: String,
    submitted: Option<String>,
    reported: Option<String>,
    text: BTreeMap<String, String>,
}

/// Reads the file.
pub(super) fn read(keys: &Keys) -> Result<Subcommittees> {
    let file: File = parse(FILE)?;
    let mut all = Subcommittees::default();
    file.plan.iter().try_for_each(|row| row.put(keys, &mut all))?;
    file.report.iter().try_for_each(|row| row.put(keys, &mut all))?;
    Ok(all)
}

/// A body and a year, with what names their rows.
#[derive(Clone, Copy)]
struct Of<'a> {
    place: Place<'a>,
    body: BodyId,
    year: FiscalYear,
    key: &'a str,
}

fn of<'a>(keys: &Keys, key: &'a str, year: i32) -> Result<Of<'a>> {
    let place = Place { file: FILE, key };
    let body = keys.body(place, key)?;
    let year = FiscalYear::new(year).ok_or_else(|| place.wrong("no fiscal year"))?;
    Ok(Of { place, body, year, key })
}

impl PlanRow {
    fn put(&self, keys: &Keys, all: &mut Subcommittees) -> Result<()> {
        let of = of(keys, &self.body, self.year)?;
        let Of { place, body, year, .. } = of;
        let (goal, policy, note) = (self.goal.clone(), self.policy.clone(), self.note.clone());
        all.plans.push(WorkPlan { body, year, goal, policy, note });
        for (order, row) in (1..).zip(&self.theme) {
            let id = ThemeId::from_key(&of.id(&row.title));
            let issues = row.issues.iter().map(|i| keys.issue(place, i)).collect::<Result<_>>()?;
            all.themes.push(Theme { id, body, year, order, title: row.title.clone(), issues });
        }
        for (order, row) in (1..).zip(&self.step) {
            let id = PlanStepId::from_key(&of.id(&row.activity));
            let (time, activity, who) = (row.time.clone(), row.activity.clone(), row.who.clone());
            all.steps.push(PlanStep { id, body, year, order, time, due_on: day(row.due), activity, who });
            row.said.iter().try_for_each(|s| s.put(of, Some(id), all))?;
        }
        self.said.iter().try_for_each(|s| s.put(of, None, all))?;
        for (order, row) in (1..).zip(&self.gathering) {
            all.gatherings.push(row.read(of, order)?);
        }
        Ok(())
    }
}

impl Of<'_> {
    fn id(&self, what: &str) -> String {
        format!("{}/{}/{what}", self.key, self.year.number())
    }
}

impl SaidRow {
    fn put(&self, of: Of<'_>, step: Option<PlanStepId>, all: &mut Subcommittees) -> Result<()> {
        let on = self.on.0;
        let about = step.map(|s| s.to_string()).unwrap_or_default();
        all.progress.push(Progress {
            id: ProgressId::from_key(&of.id(&format!("{about}/{on}"))),
            body: of.body,
            year: of.year,
            step,
            on,
            state: of.place.term(ProgressState::ALL, ProgressState::label, &self.state)?,
            text: self.text.clone(),
        });
        Ok(())
    }
}

impl GatheringRow {
    fn read(&self, of: Of<'_>, order: i64) -> Result<(Gathering, Vec<GatheringDay>)> {
        let gathering = Gathering {
            id: GatheringId::from_key(&of.id(&self.name)),
            body: of.body,
            year: of.year,
            order,
            kind: of.place.term(GatheringKind::ALL, GatheringKind::label, &self.kind)?,
            name: self.name.clone(),
            purpose: self.purpose.clone(),
            members: self.members.clone(),
        };
        let day = |row: &DayRow| GatheringDay {
            id: GatheringDayId::from_key(&of.id(&format!("{}/{}", self.name, row.on.0))),
            gathering: gathering.id,
            on: row.on.0,
            place: row.place.clone(),
            outcome: row.outcome.clone(),
        };
        let days = self.day.iter().map(day).collect();
        Ok((gathering, days))
    }
}

impl ReportRow {
    fn put(&self, keys: &Keys, all: &mut Subcommittees) -> Result<()> {
        let Of { place, body, year, .. } = of(keys, &self.body, self.year)?;
        let meeting = |key: &Option<String>| key.as_deref().map(|k| keys.meeting(place, k)).transpose();
        let kind = place.term(ReportKind::ALL, ReportKind::label, &self.kind)?;
        let (submitted_at, reported_at) = (meeting(&self.submitted)?, meeting(&self.reported)?);
        let report = SubReport { body, year, kind, submitted_at, reported_at };
        let text = |(part, text): (&String, &String)| {
            let part = ReportPart::from_code(part).map_err(|e| place.wrong(e))?;
            place.must(kind.parts().contains(&part), "a part that such a report does not have")?;
            Ok(ReportText { report: report.key(), part, text: text.clone() })
        };
        let texts = self.text.iter().map(text).collect::<Result<_>>()?;
        all.reports.push((report, texts));
        Ok(())
    }
}
