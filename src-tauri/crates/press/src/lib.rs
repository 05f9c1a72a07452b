//! The printing press: documents to PDF, and packets from many papers.
//!
//! Own pages are set by Typst, embedded and without file system, network or
//! clock; pages of foreign PDFs are laid under them by
//! [`foreign`]. Nothing else in Entaku knows either library.

pub mod foreign;

mod images;
mod job;
mod jpeg;
pub mod office;
mod packet;
mod packet_data;
mod pictures;
mod set;
mod uncovered;
mod world;

use std::collections::BTreeMap;

use entaku_documents::{
    FileFacts, Job, PageInfo, PagePart, PageSize, PrintError, Printed, Printer, Progress, SourceFile, Stage, Watch,
};

pub use pictures::{pngs, svgs};

/// The press. It holds nothing: fonts and templates are read once per process.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press;

impl Printer for Press {
    fn print(&self, job: &Job, progress: &mut Watch<'_>) -> Result<Printed, PrintError> {
        let printed = match job {
            Job::Packet { packet, files } => packet::print(packet, files, progress),
            _ => print_single(job, progress),
        };
        // What Typst remembers between jobs is kept for one more job only.
        typst::comemo::evict(1);
        printed
    }

    fn inspect(&self, file: &SourceFile) -> Result<FileFacts, PrintError> {
        packet::facts(file)
    }

    fn reveal(&self, file: &SourceFile) -> Vec<(String, String)> {
        foreign::told(&file.bytes)
    }

    fn convert(&self, file: &SourceFile, progress: &mut Watch<'_>) -> Result<SourceFile, PrintError> {
        office::convert(file, progress)
    }
}

/// Tells how far it has come, and stops where that is no longer wanted.
pub(crate) fn tell(watch: &mut Watch<'_>, progress: Progress) -> Result<(), PrintError> {
    if watch(progress).is_break() { Err(PrintError::Cancelled) } else { Ok(()) }
}

/// Prints one of Entaku's own documents as PDF/UA-1.
fn print_single(job: &Job, progress: &mut Watch<'_>) -> Result<Printed, PrintError> {
    let at = |done| Progress { stage: Stage::Setting, done, total: 1 };
    tell(progress, at(0))?;
    let data = job::data(job)?;
    let document = set::lay_out(data.kind, data.json, Vec::new())?;
    let pdf = set::pdf(data.kind, &document, true)?;
    tell(progress, at(1))?;
    let pages = document.pages().iter().enumerate().map(|(index, page)| PageInfo {
        size: set::size_of(page),
        label: (index + 1).to_string(),
        part: PagePart::Front,
        blank: false,
    });
    let pages = pages.collect();
    Ok(Printed { pdf, pages, uncovered: data.uncovered, repaired: Vec::new(), texts: BTreeMap::new() })
}

/// A3 upright, in points.
const A3: PageSize = PageSize { width_pt: 841.89, height_pt: 1190.551 };

/// A4 upright, in points.
const A4: PageSize = PageSize { width_pt: 595.276, height_pt: 841.89 };
