//! How many sheets and copies a printed packet takes (印刷・部数表).

use super::MeetingFile;
use crate::snapshot::Snapshot;
use crate::text::labels::{self, Outside};
use entaku_documents::{Packet, PageInfo, PagePart, PaperClass, PrintPlan, PrintRow, Printed, Recipients, SheetCount};

/// The plan for a printed members' edition. The audience and the press get the
/// public edition, and nothing of this one, which has names that they may not
/// read (V26): `public` is that edition as printed, none where it could not be made.
pub fn print_plan(
    council: &Snapshot,
    file: &MeetingFile,
    packet: &Packet,
    printed: &Printed,
    public: Option<&Printed>,
    duplex: bool,
) -> PrintPlan {
    let copies = file.meeting.copies;
    let all = [copies.members, copies.secretariat, copies.audience, copies.press, copies.spare];
    let inside = [copies.members, copies.secretariat, 0, 0, copies.spare];
    let row = |pages: Vec<&PageInfo>, number: &str, title: &str, class: Option<PaperClass>| PrintRow {
        number: number.to_owned(),
        title: title.to_owned(),
        class,
        pages: u32::try_from(pages.iter().filter(|p| !p.blank).count()).unwrap_or(u32::MAX),
        sheets: SheetCount::of(pages.into_iter().map(|p| p.size), duplex),
        copies: inside.to_vec(),
        apart: false,
    };
    let of = |part: PagePart| printed.pages.iter().filter(|p| p.part == part).collect();
    let mut rows = vec![row(of(PagePart::Front), "", labels::FRONT_PAGES, None)];
    rows.extend(
        packet
            .papers
            .iter()
            .enumerate()
            .map(|(at, p)| row(of(PagePart::Paper(at)), &p.number, &p.title, Some(p.class))),
    );
    let outside = outside(file, public);
    if let Some(public) = public.filter(|_| outside == Outside::Counted) {
        rows.push(PrintRow {
            copies: vec![0, 0, copies.audience, copies.press, 0],
            apart: true,
            ..row(public.pages.iter().collect(), "", labels::PUBLIC_EDITION, None)
        });
    }
    PrintPlan {
        council: packet.cover.council.clone(),
        meeting: packet.cover.meeting.clone(),
        date: council.council.date_style.day_with_weekday(file.meeting.date),
        duplex,
        recipients: labels::RECIPIENTS
            .iter()
            .zip(all)
            .map(|(label, copies)| Recipients { label: (*label).to_owned(), copies })
            .collect(),
        notes: notes(file, duplex, outside),
        rows,
    }
}

/// What is said under the plan: papers whose copies are numbered are printed by themselves.
fn notes(file: &MeetingFile, duplex: bool, outside: Outside) -> Vec<String> {
    let apart = file.papers.iter().filter(|p| p.handling.collect && p.handling.copy_numbers);
    let apart: Vec<String> = apart.map(|p| p.number.to_string()).collect();
    let mut notes = labels::print_plan_notes(duplex, outside);
    notes.extend((!apart.is_empty()).then(|| labels::numbered_apart(&apart, file.meeting.copies.members)));
    notes
}

fn outside(file: &MeetingFile, public: Option<&Printed>) -> Outside {
    match (file.meeting.copies.audience + file.meeting.copies.press, public) {
        (0, _) => Outside::Nobody,
        (_, Some(_)) => Outside::Counted,
        (_, None) => Outside::Uncounted,
    }
}
