//! What the records say for each part of a report, before the office writes its own words.

use super::{YearWork, issue_name, meetings_of, stage_on};
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::text::work_plans as words;
use entaku_documents::{ListedColumn, ListedRow, ListedTable};
use entaku_domain::Day;
use entaku_domain::id::BodyId;
use entaku_domain::issue::Issue;
use entaku_domain::meeting::Meeting;
use entaku_domain::work_plan::{ProgressState, ReportKind, ReportPart, Theme};

/// A part as the records have it: in words, and as a table where it is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    pub(super) text: String,
    pub(super) table: Option<ListedTable>,
}

impl Drawn {
    fn lines(lines: Vec<String>) -> Self {
        Self { text: lines.join("\n"), table: None }
    }
}

/// A subcommittee whose report is drawn up.
pub(super) struct Told<'a> {
    pub(super) council: &'a Snapshot,
    pub(super) ledger: &'a Ledger,
    pub(super) work: &'a YearWork,
    /// The year after, as far as it is planned.
    pub(super) next: &'a YearWork,
    pub(super) body: BodyId,
    pub(super) on: Day,
}

impl<'a> Told<'a> {
    /// The year that a kind of report speaks of as planned.
    fn planned(&self, kind: ReportKind) -> &'a YearWork {
        if kind == ReportKind::NextPlan && self.next.has_plan(self.body) { self.next } else { self.work }
    }

    /// What the records say for a part.
    pub(super) fn part(&self, kind: ReportKind, part: ReportPart) -> Drawn {
        let planned = self.planned(kind);
        let plan = planned.plan(self.body);
        match part {
            ReportPart::Theme => Drawn::lines(planned.themes_of(self.body).map(|t| self.theme(t)).collect()),
            ReportPart::Goal => Drawn::lines(plan.map(|p| p.goal.clone()).into_iter().collect()),
            ReportPart::Policy => Drawn::lines(plan.map(|p| p.policy.clone()).into_iter().collect()),
            ReportPart::Held => self.held(),
            ReportPart::Gatherings => self.gatherings(planned),
            ReportPart::Discussed => self.discussed(),
            ReportPart::Schedule => self.schedule(planned),
            ReportPart::Results => self.results(),
            ReportPart::Assessment => self.assessment(),
            ReportPart::Remaining => self.remaining(),
            ReportPart::NextGoal => {
                Drawn::lines(self.next.plan(self.body).map(|p| p.goal.clone()).into_iter().collect())
            }
        }
    }

    /// 移動の支援（R8-3　通院の足）.
    fn theme(&self, theme: &Theme) -> String {
        let issues: Vec<String> = self.issues_of(theme).map(issue_name).collect();
        words::theme(&theme.title, &issues)
    }

    /// The issues of a theme, in its order.
    pub(super) fn issues_of(&self, theme: &'a Theme) -> impl Iterator<Item = &'a Issue> {
        let ledger = self.ledger;
        theme.issues.iter().filter_map(move |id| ledger.issues.iter().find(|i| i.id == *id))
    }

    fn day(&self, on: Day) -> String {
        self.council.council.date_style.day(on)
    }

    fn held(&self) -> Drawn {
        let over = |m: &&Meeting| m.state.is_over() && m.date <= self.on;
        let rows: Vec<Vec<String>> = meetings_of(self.council, self.body, self.work.year)
            .into_iter()
            .filter(over)
            .map(|m| {
                let came = self.work.came.get(&m.id).map(|(came, of)| words::came(*came, *of)).unwrap_or_default();
                vec![self.council.meeting_name(m), self.day(m.date), m.place.clone(), came]
            })
            .collect();
        table(&[(words::MEETING, 18), (words::DAY, 0), (words::PLACE, 16), (words::CAME, 0)], rows)
    }

    fn gatherings(&self, of: &YearWork) -> Drawn {
        let mut rows = Vec::new();
        for gathering in of.gatherings_of(self.body) {
            let days: Vec<String> =
                of.days_of(gathering.id).map(|d| join(&[&self.day(d.on), &d.place, &d.outcome])).collect();
            let name = format!("{}（{}）", gathering.name, gathering.kind.label());
            rows.push(vec![name, gathering.purpose.clone(), gathering.members.clone(), days.join("\n")]);
        }
        let columns = [(words::GATHERING, 14), (words::PURPOSE, 14), (words::TAKE_PART, 12), (words::DAYS, 24)];
        table(&columns, rows)
    }

    /// The steps that issues took in the subcommittee in the year.
    fn discussed(&self) -> Drawn {
        let here: Vec<_> = meetings_of(self.council, self.body, self.work.year).iter().map(|m| m.id).collect();
        let mut lines = Vec::new();
        for issue in &self.ledger.issues {
            let steps = self.ledger.steps_of(issue.id).iter().filter(|e| {
                let ours = e.body == Some(self.body) || e.meeting.is_some_and(|m| here.contains(&m));
                ours && self.work.year.contains(e.on) && e.on <= self.on
            });
            let told: Vec<String> =
                steps.map(|e| format!("・{}", join(&[&self.day(e.on), e.stage.label(), &e.text]))).collect();
            if !told.is_empty() {
                lines.push(issue_name(issue));
                lines.extend(told);
            }
        }
        Drawn::lines(lines)
    }

    fn schedule(&self, of: &YearWork) -> Drawn {
        let carried = of.year == self.work.year;
        let open =
            |s: &&entaku_domain::work_plan::PlanStep| !carried || of.standing(s, self.on) != Some(ProgressState::Done);
        let steps = of.steps_of(self.body).filter(open);
        let rows = steps.map(|s| {
            let time = if carried { String::new() } else { words::time(&s.time, s.due_on.map(|d| self.day(d))) };
            vec![time, s.activity.clone(), s.who.clone()]
        });
        table(&[(words::TIME, 12), (words::ACTIVITY, 36), (words::WHO, 14)], rows.collect())
    }

    /// What was finished in the year, in the words of its records.
    fn results(&self) -> Drawn {
        let done = self.work.steps_of(self.body).filter_map(|step| {
            let said = self.work.said(self.body, Some(step.id));
            let last = said.into_iter().rfind(|p| p.state == ProgressState::Done && p.on <= self.on)?;
            Some(words::done(&step.activity, &self.day(last.on), &last.text))
        });
        Drawn::lines(done.collect())
    }

    fn assessment(&self) -> Drawn {
        let states: Vec<_> = self.work.steps_of(self.body).map(|s| self.work.standing(s, self.on)).collect();
        let count = |state| states.iter().filter(|s| **s == state).count();
        let over = |m: &&Meeting| m.state.is_over() && m.date <= self.on;
        let held = meetings_of(self.council, self.body, self.work.year).into_iter().filter(over).count();
        Drawn::lines(vec![words::assessment(
            held,
            states.len(),
            count(Some(ProgressState::Done)),
            count(Some(ProgressState::Late)),
        )])
    }

    /// Steps that are not finished, and issues that are still open.
    fn remaining(&self) -> Drawn {
        let steps = self.work.steps_of(self.body);
        let open = steps.filter(|s| self.work.standing(s, self.on) != Some(ProgressState::Done));
        let mut lines: Vec<String> = open.map(|s| words::open_step(&s.activity, &s.time)).collect();
        for theme in self.work.themes_of(self.body) {
            for issue in self.issues_of(theme) {
                let stage = stage_on(self.ledger, issue, self.on);
                if !stage.is_final() {
                    lines.push(words::open_issue(&issue_name(issue), stage.label()));
                }
            }
        }
        lines.dedup();
        Drawn::lines(lines)
    }
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join("　")
}

/// Rows as a table and, to be written on, as lines.
fn table(columns: &[(&str, u16)], rows: Vec<Vec<String>>) -> Drawn {
    if rows.is_empty() {
        return Drawn::default();
    }
    let line = |row: &Vec<String>| {
        let filled: Vec<&str> = row.iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
        filled.join("　").replace('\n', "、")
    };
    let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
    // A column in which nothing stands is left out.
    let kept: Vec<usize> =
        (0..columns.len()).filter(|at| rows.iter().any(|r| r.get(*at).is_some_and(|c| !c.is_empty()))).collect();
    let columns = kept.iter().filter_map(|at| columns.get(*at)).map(|(name, share)| ListedColumn::text(name, *share));
    let cells = |row: &Vec<String>| ListedRow::of(kept.iter().filter_map(|at| row.get(*at)).cloned().collect());
    let table = ListedTable { columns: columns.collect(), rows: rows.iter().map(cells).collect(), head: 0, row_mm: 0 };
    Drawn { text, table: Some(table) }
}
