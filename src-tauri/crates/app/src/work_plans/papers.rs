//! Reports and the sheet of progress as papers of a meeting, in one step.

use super::paper::{self, Work};
use super::{YearWork, refused};
use crate::council::{App, Written};
use crate::error::Result;
use crate::issues::Ledger;
use crate::publication::Edition;
use crate::snapshot::Snapshot;
use crate::text::work_plans as words;
use entaku_documents::ListedPaper;
use entaku_domain::id::{BodyId, MeetingId, PaperId};
use entaku_domain::paper::{Handling, Paper, PaperClass, PaperContent, PaperNumber};
use entaku_domain::work_plan::{PlanFault as Fault, ReportKind};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// What becomes papers of a meeting.
#[derive(Debug, Clone)]
pub struct AddSubPapers {
    /// The meeting.
    pub meeting: MeetingId,
    /// The year that is told of.
    pub year: FiscalYear,
    /// The sheet of progress.
    pub sheet: bool,
    /// Reports of this kind; none where none.
    pub kind: Option<ReportKind>,
    /// All reports in one paper instead of one for each subcommittee.
    pub joint: bool,
}

impl App {
    /// What papers are made of: a year's work and the next year's.
    pub(crate) fn work(&self, council: &Snapshot, year: FiscalYear) -> Result<Work> {
        let this = YearWork::load(&self.store, council, year)?;
        Ok(Work { this, next: YearWork::load(&self.store, council, year.plus(1))? })
    }

    /// A report of one subcommittee, or of all in one paper.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownBody`], [`crate::AppError::NothingInYear`];
    /// [`crate::AppError::Personal`] for a public edition that may point at a person (V21).
    pub fn sub_report_paper(
        &self,
        body: Option<&str>,
        year: FiscalYear,
        kind: ReportKind,
        edition: Edition,
    ) -> Result<ListedPaper> {
        let council = self.snapshot()?;
        let body = body.map(|b| self.subcommittee(&council, b, year)).transpose()?;
        let work = self.work(&council, year)?;
        paper::sub_reports(&council, &Ledger::load(&self.store)?, &work, body, kind, self.today(), edition)
    }

    /// The sheet of progress of a year on a day.
    ///
    /// # Errors
    /// As [`App::sub_report_paper`].
    pub fn progress_sheet(&self, year: FiscalYear, on: Day, edition: Edition) -> Result<ListedPaper> {
        let council = self.snapshot()?;
        let work = self.work(&council, year)?;
        paper::progress_sheet(&council, &Ledger::load(&self.store)?, &work, on, edition)
    }

    /// Makes reports and the sheet of progress papers of a meeting, each with the next number
    /// (「部会の報告・進捗管理表を会議資料に追加」). What is one already is left as it is.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] where nothing is to be added.
    pub fn add_sub_papers(&mut self, ask: &AddSubPapers) -> Result<Written<Vec<PaperId>>> {
        let meeting = self.known_meeting(ask.meeting)?;
        let council = self.snapshot()?;
        let there = self.store.papers(ask.meeting)?;
        let wanted = contents(&council, ask);
        let wanted: Vec<PaperContent> = wanted.into_iter().filter(|c| !there.iter().any(|p| p.content == *c)).collect();
        if wanted.is_empty() {
            return Err(refused(Fault::NothingToAdd));
        }
        let numbering = self.style_of(&council, meeting.body)?;
        let mut numbers: Vec<(PaperClass, PaperNumber)> = there.iter().map(|p| (p.class, p.number.clone())).collect();
        let mut papers = Vec::new();
        for content in wanted {
            let number = PaperNumber::new(numbering.next(PaperClass::Sent, &numbers));
            numbers.push((PaperClass::Sent, number.clone()));
            papers.push(Paper {
                id: PaperId::new(uuid::Uuid::nil()),
                meeting: ask.meeting,
                number,
                title: title(&council, &content),
                class: PaperClass::Sent,
                revision: None,
                closed_reason: None,
                content,
                handling: Handling::default(),
            });
        }
        let action = Action::new("add_sub_papers").about(council.meeting_title(&meeting));
        self.change(action, Vec::new(), |tx| {
            let mut made = Vec::new();
            for paper in papers {
                let id = PaperId::new(tx.new_id());
                tx.put_paper(&Paper { id, ..paper })?;
                made.push(id);
            }
            Ok(made)
        })
    }
}

fn contents(council: &Snapshot, ask: &AddSubPapers) -> Vec<PaperContent> {
    let year = ask.year;
    let mut found: Vec<PaperContent> = ask.sheet.then_some(PaperContent::ProgressSheet { year }).into_iter().collect();
    let Some(kind) = ask.kind else { return found };
    if ask.joint {
        found.push(PaperContent::SubReports { year, kind, body: None });
    } else {
        let each = council.subcommittees(year).map(|b| PaperContent::SubReports { year, kind, body: Some(b.id) });
        found.extend(each);
    }
    found
}

/// What such a paper is called.
pub(crate) fn title(council: &Snapshot, content: &PaperContent) -> String {
    let name = |body: &BodyId, year: FiscalYear| council.body_name(*body, year).to_owned();
    let (year, kind, body) = match content {
        PaperContent::ProgressSheet { year } => (*year, None, None),
        PaperContent::SubReports { year, kind, body } => (*year, Some(*kind), body.as_ref().map(|b| name(b, *year))),
        _ => return String::new(),
    };
    let style = council.council.date_style;
    words::paper_title(kind, body.as_deref(), &style.fiscal_year(year), &style.fiscal_year(year.plus(1)))
}
