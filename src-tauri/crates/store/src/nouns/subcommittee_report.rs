//! What subcommittees report, with the texts that the office has written.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, maybe, text, year};
use entaku_domain::FiscalYear;
use entaku_domain::id::{BodyId, MeetingId};
use entaku_domain::work_plan::{ReportKind, ReportPart, ReportText, SubReport};
use rusqlite::types::Value;

impl Row for SubReport {
    const TABLE: &'static str = "subcommittee_report";
    const COLUMNS: &'static [&'static str] = &["id", "body", "year", "kind", "submitted_at", "reported_at"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            body: c.parse(BodyId::parse)?,
            year: c.year()?,
            kind: c.parse(ReportKind::from_code)?,
            submitted_at: c.maybe(MeetingId::parse)?,
            reported_at: c.maybe(MeetingId::parse)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.key()),
            text(self.body),
            year(self.year),
            text(self.kind.code()),
            maybe(self.submitted_at),
            maybe(self.reported_at),
        ])
    }
}

impl Row for ReportText {
    const TABLE: &'static str = "subcommittee_text";
    const COLUMNS: &'static [&'static str] = &["id", "report", "part", "text"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { report: c.text()?, part: c.parse(ReportPart::from_code)?, text: c.text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let (report, part) = (&self.report, self.part.code());
        Ok(vec![text(format_args!("{report}/{part}")), text(report), text(part), text(&self.text)])
    }
}

impl Records {
    /// The reports of a fiscal year.
    pub fn sub_reports(&self, year: FiscalYear) -> Result<Vec<SubReport>> {
        self.list("where year = ?1 order by body, kind", [year.number()])
    }

    /// The reports that a meeting has had.
    pub fn sub_reports_at(&self, meeting: MeetingId) -> Result<Vec<SubReport>> {
        self.list("where submitted_at = ?1 or reported_at = ?1 order by id", [meeting.to_string()])
    }

    /// What is written for the parts of a fiscal year's reports.
    pub fn report_parts(&self, year: FiscalYear) -> Result<Vec<ReportText>> {
        let of_year = "where report in (select id from subcommittee_report where year = ?1) order by id";
        self.list(of_year, [year.number()])
    }
}

impl Tx<'_> {
    /// Writes a report, with exactly these texts.
    pub fn put_sub_report(&mut self, report: &SubReport, texts: &[ReportText]) -> Result<()> {
        self.put(report)?;
        self.replace("report", report.key(), texts)
    }

    /// Writes a report, and leaves its texts as they are.
    pub fn put_sub_report_state(&mut self, report: &SubReport) -> Result<()> {
        self.put(report)
    }

    /// Removes a report with its texts.
    pub fn remove_sub_report(&mut self, report: &SubReport) -> Result<()> {
        self.replace::<ReportText>("report", report.key(), &[])?;
        self.remove("subcommittee_report", report.key())
    }
}
