//! A document that has been read and waits to be printed, and what comes of it.

use super::ask::Format;
use super::meeting::{Bound, Plan};
use super::mending::Mending;
use crate::error::{AppError, Result};
use crate::files;
use crate::packet::set::IssuedSet;
use crate::text::printing as words;
use entaku_documents::{
    Audience, Job, Letters, ListedPaper, Minutes, PagePart, Printed, Printer, ProposalPaper, Scenario, SheetCount,
    Watch,
};
use entaku_sheets::{Cell, Fallback, Sheet};

/// A document that waits to be printed. It needs no council any more.
#[derive(Debug)]
pub struct Ready {
    /// Its file's name, without ending.
    pub name: String,
    /// What the reading noticed, in words.
    pub notices: Vec<String>,
    kind: &'static str,
    audience: Option<Audience>,
    work: Work,
    svg: Option<String>,
    sheet: Option<Box<Sheet>>,
    letters: Option<Box<Letters>>,
    minutes: Option<Box<Minutes>>,
    report: Option<Box<ListedPaper>>,
    proposal: Option<Box<ProposalPaper>>,
    ics: Option<String>,
    script: Option<Box<Scenario>>,
}

/// What is to be printed.
#[derive(Debug)]
enum Work {
    /// One of our own documents, with its words for the ear.
    Own { job: Box<Job>, text: String },
    /// A packet, whose words are known once its papers' files have been read.
    Packet(Box<Bound>),
    /// A replacement, printed twice: to count its pages, and with the numbers that fit.
    Replacement(Box<Mending>),
    /// A print plan, for which packets are printed to be counted.
    Plan(Box<Plan>),
    /// Nothing: it leaves as a table alone.
    Table,
}

/// A document that has been printed.
#[derive(Debug)]
pub struct Finished {
    /// Its file's name, without ending.
    pub name: String,
    /// As printed.
    pub printed: Printed,
    /// Its words for the ear, in reading order.
    pub text: String,
    /// What the reading and the printing noticed, in words.
    pub notices: Vec<String>,
    /// The pages of each paper of a packet, the pages before them first.
    pub papers: Vec<PaperPages>,
    /// Its kind, as the ledger of issued documents keeps it.
    pub kind: &'static str,
    /// For whom it is made; none where it has no editions.
    pub audience: Option<Audience>,
    /// What a packet holds, to be kept with the ledger when it leaves.
    pub set: Option<IssuedSet>,
    svg: Option<String>,
    sheet: Option<Box<Sheet>>,
    letters: Option<Box<Letters>>,
    minutes: Option<Box<Minutes>>,
    report: Option<Box<ListedPaper>>,
    proposal: Option<Box<ProposalPaper>>,
    ics: Option<String>,
    script: Option<Box<Scenario>>,
}

/// How many pages and sheets a paper of a packet takes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperPages {
    /// Its number; empty for the pages before the papers.
    pub number: String,
    /// Pages with something on them.
    pub pages: u32,
    /// A4 sheets, printed on both sides.
    pub a4: u32,
    /// A3 sheets, printed on both sides.
    pub a3: u32,
    /// Sheets of other sizes.
    pub other: u32,
}

impl PaperPages {
    pub(super) fn of(number: String, printed: &Printed, part: &PagePart) -> Self {
        let SheetCount { a4, a3, other } = printed.sheets_of(part, true);
        Self { number, pages: printed.pages_of(part), a4, a3, other }
    }
}

/// A document as a file.
#[derive(Debug)]
pub struct Exported {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What was changed on the way, in words.
    pub notices: Vec<String>,
}

impl Ready {
    pub(super) fn of(name: String, job: Job, text: String) -> Self {
        Self::new(name, Work::Own { job: Box::new(job), text })
    }

    pub(super) fn packet(name: String, bound: Bound, notices: Vec<String>) -> Self {
        Self { notices, ..Self::new(name, Work::Packet(Box::new(bound))) }
    }

    pub(super) fn replacement(name: String, mending: Mending, notices: Vec<String>) -> Self {
        Self { notices, ..Self::new(name, Work::Replacement(Box::new(mending))) }
    }

    pub(super) fn plan(name: String, plan: Plan) -> Self {
        Self::new(name, Work::Plan(Box::new(plan)))
    }

    pub(super) fn table(name: String, sheet: Sheet) -> Self {
        Self::new(name, Work::Table).with_sheet(sheet)
    }

    const fn new(name: String, work: Work) -> Self {
        Self {
            name,
            notices: Vec::new(),
            kind: "",
            audience: None,
            work,
            svg: None,
            sheet: None,
            letters: None,
            minutes: None,
            report: None,
            proposal: None,
            ics: None,
            script: None,
        }
    }

    pub(super) fn known_as(self, kind: &'static str, audience: Option<Audience>) -> Self {
        Self { kind, audience, ..self }
    }

    /// Its kind, as the ledger of issued documents keeps it.
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// For whom it is made; none where it has no editions.
    pub const fn audience(&self) -> Option<Audience> {
        self.audience
    }

    /// What it says, as far as that is known before it is printed.
    pub fn words(&self) -> String {
        let cells = || self.sheet.iter().flat_map(|s| s.rows.iter().flatten());
        match &self.work {
            Work::Own { text, .. } => text.clone(),
            _ => cells()
                .filter_map(|c| if let Cell::Text(t) = c { Some(t.as_str()) } else { None })
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }

    pub(super) fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_deref()
    }

    pub(super) fn ics(&self) -> Option<&str> {
        self.ics.as_deref()
    }

    /// The words for the ear of one of our own documents.
    pub(super) fn own_text(&self) -> &str {
        if let Work::Own { text, .. } = &self.work { text } else { "" }
    }

    pub(super) fn with_svg(self, svg: String) -> Self {
        Self { svg: Some(svg), ..self }
    }

    pub(super) fn with_sheet(self, sheet: Sheet) -> Self {
        Self { sheet: Some(Box::new(sheet)), ..self }
    }

    /// With its days for a calendar program.
    pub(super) fn with_ics(self, ics: String) -> Self {
        Self { ics: Some(ics), ..self }
    }

    /// With letters that can be edited in Word.
    pub(super) fn with_letters(self, letters: Letters) -> Self {
        Self { letters: Some(Box::new(letters)), ..self }
    }

    /// With a report that can be edited in Word.
    pub(super) fn with_report(self, report: ListedPaper) -> Self {
        Self { report: Some(Box::new(report)), ..self }
    }

    /// With a proposal that can be edited in Word.
    pub(super) fn with_proposal(self, proposal: ProposalPaper) -> Self {
        Self { proposal: Some(Box::new(proposal)), ..self }
    }

    /// With minutes that can be edited in Word.
    pub(super) fn with_minutes(self, minutes: Minutes) -> Self {
        Self { minutes: Some(Box::new(minutes)), ..self }
    }

    /// With a script that can be edited in Word.
    pub(super) fn with_script(self, script: Scenario) -> Self {
        Self { script: Some(Box::new(script)), ..self }
    }

    pub(super) fn noticing(mut self, notice: &str) -> Self {
        self.notices.push(notice.to_owned());
        self
    }

    /// Prints it.
    ///
    /// # Errors
    /// Those of the printer, and [`AppError::Personal`] for words of a file from
    /// outside that may point at a person (V26).
    pub fn print(self, printer: &dyn Printer, watch: &mut Watch<'_>) -> Result<Finished> {
        let Self {
            name,
            mut notices,
            kind,
            audience,
            work,
            svg,
            sheet,
            letters,
            minutes,
            report,
            proposal,
            ics,
            script,
        } = self;
        let (mut papers, mut set) = (Vec::new(), None);
        let (printed, text) = match work {
            Work::Own { job, text } => (printer.print(&job, watch)?, text),
            Work::Packet(bound) => {
                let printed = bound.print(printer, watch)?;
                let text = bound.text(&printed);
                papers = bound.papers(&printed);
                set = bound.set(&printed);
                (printed, text)
            }
            Work::Replacement(mending) => {
                let (printed, text, mended) = mending.print(printer, watch)?;
                set = Some(mended);
                (printed, text)
            }
            Work::Plan(plan) => plan.print(printer, watch)?,
            Work::Table => return Err(AppError::BadRequest(format!("{kind} is not printed"))),
        };
        notices.extend(words::unseen(&printed));
        Ok(Finished {
            name,
            printed,
            text,
            notices,
            papers,
            kind,
            audience,
            set,
            svg,
            sheet,
            letters,
            minutes,
            report,
            proposal,
            ics,
            script,
        })
    }

    /// Makes the file of a form that need not be printed; none for a PDF, and for
    /// the words of what is read from files.
    ///
    /// # Errors
    /// Those of [`Finished::export`].
    pub fn export(&self, format: Format, fallback: Fallback) -> Option<Result<Exported>> {
        let text = match &self.work {
            Work::Own { text, .. } => Some(text.as_str()),
            Work::Packet(_) | Work::Replacement(_) | Work::Plan(_) | Work::Table => None,
        };
        let parts = Parts {
            name: &self.name,
            pdf: None,
            text,
            svg: self.svg.as_deref(),
            sheet: self.sheet.as_deref(),
            letters: self.letters.as_deref(),
            minutes: self.minutes.as_deref(),
            report: self.report.as_deref(),
            proposal: self.proposal.as_deref(),
            ics: self.ics.as_deref(),
            script: self.script.as_deref(),
        };
        parts.export(format, fallback).transpose()
    }
}

impl Finished {
    /// The forms in which it can leave.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats = vec![Format::Pdf];
        let written = self.letters.is_some() || self.minutes.is_some();
        let words = written || self.script.is_some() || self.report.is_some() || self.proposal.is_some();
        formats.extend(words.then_some(Format::Docx));
        formats.push(Format::Txt);
        formats.extend(self.svg.as_ref().map(|_| Format::Svg));
        if self.sheet.is_some() {
            formats.extend([Format::Xlsx, Format::Csv, Format::CsvCp932]);
        }
        formats.extend(self.ics.as_ref().map(|_| Format::Ics));
        formats
    }

    /// Makes the file of a form.
    ///
    /// # Errors
    /// [`AppError::Sheet`] for characters that Shift_JIS does not have, unless they
    /// may be replaced; [`AppError::BadRequest`] for a form that the document does not have.
    pub fn export(&self, format: Format, fallback: Fallback) -> Result<Exported> {
        let parts = Parts {
            name: &self.name,
            pdf: Some(&self.printed.pdf),
            text: Some(&self.text),
            svg: self.svg.as_deref(),
            sheet: self.sheet.as_deref(),
            letters: self.letters.as_deref(),
            minutes: self.minutes.as_deref(),
            report: self.report.as_deref(),
            proposal: self.proposal.as_deref(),
            ics: self.ics.as_deref(),
            script: self.script.as_deref(),
        };
        let made = parts.export(format, fallback)?;
        made.ok_or_else(|| AppError::BadRequest(format!("no {format:?} of {}", self.name)))
    }

    /// Sheets of paper that it takes, printed on both sides or on one.
    pub fn sheets(&self, duplex: bool) -> SheetCount {
        let parts = self.printed.pages.iter().map(|page| &page.part);
        let mut seen: Vec<&PagePart> = Vec::new();
        parts.for_each(|part| {
            if !seen.contains(&part) {
                seen.push(part)
            }
        });
        let counts = seen.into_iter().map(|part| self.printed.sheets_of(part, duplex));
        counts.fold(SheetCount::default(), SheetCount::plus)
    }

    pub(super) fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_deref()
    }

    pub(super) fn ics(&self) -> Option<&str> {
        self.ics.as_deref()
    }

    /// The bytes that it holds in memory.
    pub fn size(&self) -> usize {
        self.printed.pdf.len() + self.text.len() + self.svg.as_ref().map_or(0, String::len)
    }
}

/// What the forms are made of.
struct Parts<'a> {
    name: &'a str,
    pdf: Option<&'a [u8]>,
    text: Option<&'a str>,
    svg: Option<&'a str>,
    sheet: Option<&'a Sheet>,
    letters: Option<&'a Letters>,
    minutes: Option<&'a Minutes>,
    report: Option<&'a ListedPaper>,
    proposal: Option<&'a ProposalPaper>,
    ics: Option<&'a str>,
    script: Option<&'a Scenario>,
}

impl Parts<'_> {
    fn export(&self, format: Format, fallback: Fallback) -> Result<Option<Exported>> {
        let mut notices = Vec::new();
        let bytes = match format {
            Format::Pdf => self.pdf.map(<[u8]>::to_vec),
            Format::Txt => self.text.map(files::text),
            Format::Docx if self.proposal.is_some() => self.proposal.map(entaku_word::proposal_docx).transpose()?,
            Format::Docx => match (self.letters, self.minutes, self.script) {
                (Some(letters), ..) => Some(entaku_word::docx(letters)?),
                (None, Some(minutes), _) => Some(entaku_word::minutes(minutes)?),
                (None, None, Some(script)) => Some(entaku_word::scenario(script)?),
                (None, None, None) => self.report.map(entaku_word::listed_docx).transpose()?,
            },
            Format::Ics => self.ics.map(|ics| ics.as_bytes().to_vec()),
            Format::Svg => self.svg.map(|svg| svg.as_bytes().to_vec()),
            Format::Xlsx => self.sheet.map(entaku_sheets::xlsx).transpose()?,
            Format::Csv => self.sheet.map(entaku_sheets::csv_utf8).transpose()?,
            Format::CsvCp932 => match self.sheet {
                Some(sheet) => {
                    let csv = super::lost::csv(sheet, fallback)?;
                    notices = csv.replaced.iter().map(words::replaced).collect();
                    Some(csv.bytes)
                }
                None => None,
            },
        };
        let name = files::safe_name(&format!("{}{}", self.name, format.ending()));
        Ok(bytes.map(|bytes| Exported { name, bytes, notices }))
    }
}
