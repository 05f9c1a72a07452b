//! A replacement (差替え資料): only what has changed since a set left, stamped with its day,
//! with page numbers that fit into that set, and the list of corrections as its first page.

use super::PacketJob;
use super::set::{IssuedSet, SetDraft};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::papers as words;
use entaku_documents::{
    Audience, CorrectionRow, Corrections, Front, Job, Packet, PagePart, Printed, Printer, SourceFile, Watch,
};
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::id::{IssuedId, PaperId};
use entaku_domain::paper::Paper;
use entaku_domain::paper_fault::PaperFault;
use entaku_domain::paper_set::{ChangeKind, SetChange, SetContents, SetPaper, changes, fit, page_ranges};
use entaku_domain::violation::Violation;
use std::collections::BTreeMap;

/// The set that is mended: what readers have, and when they got it.
#[derive(Debug, Clone)]
pub struct Mended {
    /// Its line in the ledger.
    pub id: IssuedId,
    /// The day on which it left.
    pub on: Day,
    /// What readers have.
    pub contents: SetContents,
}

/// A replacement that is to be printed.
#[derive(Debug)]
pub struct Replacement {
    packet: Packet,
    files: BTreeMap<String, SourceFile>,
    mended: Mended,
    draft: SetDraft,
    now: Vec<SetPaper>,
    changes: Vec<SetChange>,
    /// For each paper of the packet, its place in the present set.
    places: Vec<usize>,
}

/// Makes a replacement of a packet as it stands now.
///
/// # Errors
/// [`AppError::Rules`] where nothing has changed.
pub fn replacement(
    council: &Snapshot,
    papers: &[Paper],
    job: PacketJob,
    mended: Mended,
    today: Day,
) -> Result<Replacement> {
    let now = job.set.bound();
    let changes = changes(&mended.contents.papers, &now);
    let agenda = mended.contents.agenda != job.set.agenda;
    if changes.is_empty() && !agenda {
        return Err(AppError::Rules(vec![Violation::Paper(PaperFault::NothingChanged)]));
    }
    let style = council.council.date_style;
    let mut packet = job.packet;
    let mut places = Vec::new();
    let all = std::mem::take(&mut packet.papers);
    for (paper, set) in all.into_iter().zip(&job.set.papers) {
        let Some(change) = changes.iter().find(|c| c.paper == set.paper && printed_kind(c.kind)) else { continue };
        let mut paper = paper;
        paper.marks.stamps.insert(0, words::stamp(change.kind, &DateStyle::Era.day(today)));
        places.extend(change.now);
        packet.papers.push(paper);
    }
    // A paper whose copies are numbered now is no longer bound, and yet not withdrawn.
    let apart: Vec<PaperId> = job.set.papers.iter().filter(|p| p.digest.is_empty()).map(|p| p.paper).collect();
    let list = Corrections {
        council: packet.cover.council.clone(),
        meeting: packet.cover.meeting.clone(),
        date: packet.cover.date.clone(),
        made_on: style.day(today),
        mends: words::mends(&style.day(mended.on), audience_label(packet.cover.audience)),
        issuer: packet.cover.issuer.clone(),
        addressee: packet.cover.addressee.clone(),
        rows: rows(&changes, &mended.contents.papers, &now, papers, &apart, agenda),
        with_agenda: agenda,
        notes: words::correction_notes(
            changes.iter().any(|c| c.kind == ChangeKind::Withdrawn && !apart.contains(&c.paper)),
        ),
    };
    (packet.roster, packet.seating, packet.front) = (None, None, Front::Corrections(Box::new(list)));
    Ok(Replacement { packet, files: job.files, mended, draft: job.set, now, changes, places })
}

/// Whether a change is bound into the replacement: a withdrawn paper and another number are told alone.
const fn printed_kind(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::Replaced | ChangeKind::Added)
}

fn audience_label(audience: Audience) -> &'static str {
    audience.label()
}

fn rows(
    changes: &[SetChange],
    was: &[SetPaper],
    now: &[SetPaper],
    papers: &[Paper],
    apart: &[PaperId],
    agenda: bool,
) -> Vec<CorrectionRow> {
    let note = |id: PaperId| papers.iter().find(|p| p.id == id).and_then(|p| p.handling.revision_note.clone());
    let first = agenda.then(|| CorrectionRow {
        kind: ChangeKind::Replaced.label().to_owned(),
        number: String::new(),
        title: words::AGENDA.to_owned(),
        what: words::AGENDA_CHANGED.to_owned(),
        out: words::AGENDA.to_owned(),
        put_in: words::AGENDA.to_owned(),
    });
    let row = |change: &SetChange| {
        let (old, new) = (change.was.and_then(|i| was.get(i)), change.now.and_then(|i| now.get(i)));
        let told = new.or(old);
        let renamed = old.zip(new).filter(|(o, n)| o.number != n.number || o.title != n.title);
        let numbered = apart.contains(&change.paper).then(|| words::NUMBERED.to_owned());
        let what = numbered
            .or_else(|| note(change.paper))
            .or_else(|| renamed.map(|(o, _)| words::was_called(&o.number, &o.title)));
        CorrectionRow {
            kind: change.kind.label().to_owned(),
            number: told.map(|p| p.number.clone()).unwrap_or_default(),
            title: told.map(|p| p.title.clone()).unwrap_or_default(),
            what: what.unwrap_or_default(),
            out: old.filter(|_| change.kind != ChangeKind::Renamed).map(|p| ranges(&p.pages)).unwrap_or_default(),
            put_in: String::new(),
        }
    };
    first.into_iter().chain(changes.iter().map(row)).collect()
}

/// 5～7、10.
fn ranges(pages: &[String]) -> String {
    let range =
        |(first, last): &(String, String)| if first == last { first.clone() } else { format!("{first}～{last}") };
    page_ranges(pages).iter().map(range).collect::<Vec<_>>().join("、")
}

impl Replacement {
    /// The packet as it is bound.
    pub fn packet(&self) -> &Packet {
        &self.packet
    }

    /// Prints it: once to count its pages, and once with the numbers that fit.
    ///
    /// # Errors
    /// Those of the printer.
    pub fn print(mut self, printer: &dyn Printer, watch: &mut Watch<'_>) -> Result<(Printed, Packet, IssuedSet)> {
        let job = |packet: &Packet, files: &BTreeMap<_, _>| Job::Packet {
            packet: Box::new(packet.clone()),
            files: files.clone(),
        };
        if !self.packet.papers.is_empty() {
            let counted = printer.print(&job(&self.packet, &self.files), watch)?;
            self.fit(&counted);
        }
        let printed = printer.print(&job(&self.packet, &self.files), watch)?;
        let contents = SetContents {
            agenda: self.draft.agenda.clone(),
            front: self.mended.contents.front,
            papers: self.now,
            member: self.draft.member,
        };
        let set = IssuedSet { meeting: self.draft.meeting, follows: Some(self.mended.id), contents };
        Ok((printed, self.packet, set))
    }

    /// Gives the pages their numbers, and tells them in the list.
    fn fit(&mut self, counted: &Printed) {
        let was = &self.mended.contents.papers;
        let old = |paper: &SetPaper| was.iter().find(|p| p.paper == paper.paper).map_or(0, |p| p.pages.len());
        let mut lengths: Vec<usize> = self.now.iter().map(old).collect();
        for (at, place) in self.places.iter().enumerate() {
            lengths[*place] = usize::try_from(counted.pages_of(&PagePart::Paper(at))).unwrap_or(usize::MAX);
        }
        let labels = fit(self.mended.contents.front, was, &self.now, &lengths);
        for (paper, pages) in self.now.iter_mut().zip(&labels) {
            paper.pages.clone_from(pages);
        }
        for (paper, place) in self.packet.papers.iter_mut().zip(&self.places) {
            paper.marks.labels.clone_from(&labels[*place]);
        }
        let Front::Corrections(list) = &mut self.packet.front else { return };
        if labels.iter().flatten().any(|label| label.contains('-')) {
            list.notes.push(words::BRANCHES.to_owned());
        }
        let skip = usize::from(list.with_agenda);
        for (row, change) in list.rows.iter_mut().skip(skip).zip(&self.changes) {
            if let Some(pages) = change.now.filter(|_| printed_kind(change.kind)).map(|i| &labels[i]) {
                row.put_in = ranges(pages);
            }
        }
    }
}
