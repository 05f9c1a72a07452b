//! The council's own evaluation of a year (所掌⑶): figures counted from the records beside
//! last year's, and what the council says of each field.

mod count;
pub mod paper;

use crate::answers::Choice;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::people::all_right;
use crate::plans::PlanBook;
use crate::snapshot::Snapshot;
use crate::text::evaluation as words;
use crate::turnout::{Turnout, TurnoutAsk};
use crate::work_plans::YearWork;
use count::Year;
use entaku_domain::evaluation::{Evaluation, EvaluationField, Judgement};
use entaku_domain::text::check_text;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// A figure of the evaluation, beside last year's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvaluationFigure {
    /// What is counted.
    pub label: String,
    /// This year.
    pub value: String,
    /// Last year; empty where there was none.
    pub last: String,
}

/// A field of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvaluationRow {
    /// A code.
    pub field: String,
    /// In Japanese.
    pub label: String,
    /// Its figures.
    pub figures: Vec<EvaluationFigure>,
    /// `as_planned`, `mostly`, `improve`, `not_done`.
    pub judgement: Option<String>,
    /// In Japanese.
    pub judgement_label: String,
    /// What went well.
    pub good: String,
    /// What is to change.
    pub change: String,
    /// Next year's measures.
    pub measures: String,
    /// Last year's judgement, in Japanese.
    pub last_judgement: String,
    /// The measures that last year was to be followed by.
    pub last_measures: String,
}

/// The evaluation of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvaluationPage {
    /// The fiscal year.
    pub year: i32,
    /// ISO date up to which it is counted: the year's last day, or today.
    pub until: String,
    /// Its fields.
    pub fields: Vec<EvaluationRow>,
    /// The ways of judging.
    pub judgements: Vec<Choice>,
    /// How it was counted.
    pub notes: Vec<String>,
}

/// What the council says of a field.
#[derive(Debug, Clone)]
pub struct SetEvaluation {
    /// The year.
    pub year: FiscalYear,
    /// The field.
    pub field: EvaluationField,
    /// How it went.
    pub judgement: Option<Judgement>,
    /// What went well.
    pub good: String,
    /// What is to change.
    pub change: String,
    /// Next year's measures.
    pub measures: String,
}

impl App {
    /// The evaluation of a year.
    ///
    /// # Errors
    /// [`AppError::NothingInYear`].
    pub fn evaluation(&self, year: FiscalYear) -> Result<EvaluationPage> {
        let council = self.snapshot()?;
        if council.bodies_in(year).next().is_none() {
            return Err(AppError::NothingInYear(year.number()));
        }
        let (ledger, book) = (Ledger::load(&self.store)?, PlanBook::load(&self.store)?);
        let this = self.counted(&council, &ledger, &book, year)?;
        let before = year.plus(-1);
        let last = Some(before).filter(|y| council.bodies_in(*y).next().is_some());
        let last = last.map(|y| self.counted(&council, &ledger, &book, y)).transpose()?;
        let said = self.store.evaluations()?;
        let of = |year: FiscalYear, field| said.iter().find(|e| e.year == year && e.field == field);
        let row = |field: &EvaluationField| {
            let (own, earlier) = (of(year, *field), of(before, *field));
            let figures = this.figures(*field);
            let old = last.as_ref().map(|l| l.figures(*field)).unwrap_or_default();
            row(*field, own, earlier, figures, &old)
        };
        Ok(EvaluationPage {
            year: year.number(),
            until: this.until.to_string(),
            fields: EvaluationField::ALL.iter().map(row).collect(),
            judgements: Judgement::ALL
                .iter()
                .map(|j| Choice { value: j.code().to_owned(), label: j.label().to_owned() })
                .collect(),
            notes: words::NOTES.iter().map(|n| (*n).to_owned()).collect(),
        })
    }

    /// Says how a field of a year went; nothing said at all takes it away (「協議会の評価の記入」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for the texts.
    pub fn set_evaluation(&mut self, ask: &SetEvaluation) -> Result<Written<()>> {
        let texts = [("good", &ask.good), ("change", &ask.change), ("measures", &ask.measures)];
        all_right(texts.map(|(field, text)| check_text(field, text)))?;
        let trimmed = |text: &str| text.trim().to_owned();
        let new = Evaluation {
            year: ask.year,
            field: ask.field,
            judgement: ask.judgement,
            good: trimmed(&ask.good),
            change: trimmed(&ask.change),
            measures: trimmed(&ask.measures),
        };
        let silent = new.judgement.is_none() && [&new.good, &new.change, &new.measures].iter().all(|t| t.is_empty());
        let known = self.store.evaluations()?.iter().any(|e| e.year == new.year && e.field == new.field);
        let style = self.snapshot()?.council.date_style;
        let subject = words::subject(&style.fiscal_year(ask.year), ask.field.label());
        self.change(Action::new("set_evaluation").about(subject), Vec::new(), |tx| {
            match (silent, known) {
                (false, _) => tx.put_evaluation(&new)?,
                (true, true) => tx.remove_evaluation(new.year, new.field)?,
                (true, false) => {}
            }
            Ok(())
        })
    }

    /// What is counted of a year, up to its last day or today.
    fn counted<'a>(
        &self,
        council: &'a Snapshot,
        ledger: &'a Ledger,
        book: &'a PlanBook,
        year: FiscalYear,
    ) -> Result<Year<'a>> {
        let until: Day = year.last_day().min(self.today()).max(year.first_day());
        let turnout: Turnout = self.turnout(&TurnoutAsk { from: year.first_day(), to: year.last_day(), body: None })?;
        let work = YearWork::load(&self.store, council, year)?;
        Ok(Year { council, ledger, book, turnout, work, year, until })
    }
}

fn row(
    field: EvaluationField,
    own: Option<&Evaluation>,
    earlier: Option<&Evaluation>,
    figures: Vec<(String, String)>,
    old: &[(String, String)],
) -> EvaluationRow {
    let text = |of: fn(&Evaluation) -> &String| own.map(|e| of(e).clone()).unwrap_or_default();
    let judged = |e: Option<&Evaluation>| e.and_then(|e| e.judgement).map(Judgement::label).unwrap_or_default();
    let last = |label: &str| old.iter().find(|(l, _)| l == label).map(|(_, v)| v.clone()).unwrap_or_default();
    EvaluationRow {
        field: field.code().to_owned(),
        label: field.label().to_owned(),
        figures: figures
            .into_iter()
            .map(|(label, value)| EvaluationFigure { last: last(&label), label, value })
            .collect(),
        judgement: own.and_then(|e| e.judgement).map(|j| j.code().to_owned()),
        judgement_label: judged(own).to_owned(),
        good: text(|e| &e.good),
        change: text(|e| &e.change),
        measures: text(|e| &e.measures),
        last_judgement: judged(earlier).to_owned(),
        last_measures: earlier.map(|e| e.measures.clone()).unwrap_or_default(),
    }
}
