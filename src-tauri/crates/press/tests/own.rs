//! Every own document: PDF/UA-1, names shown as they are, the same bytes twice.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use entaku_documents::*;
use entaku_press::{Press, foreign};

fn print(job: &Job) -> Printed {
    Press.print(job, &mut entaku_documents::go_on).unwrap()
}

fn has(pdf: &[u8], mark: &[u8]) -> bool {
    pdf.windows(mark.len()).any(|window| window == mark)
}

/// The text of all pages without the spaces between letters.
fn text_of(pdf: &[u8]) -> String {
    foreign::texts(pdf).concat().split_whitespace().collect()
}

fn jobs() -> Vec<(&'static str, Job)> {
    vec![
        ("roster", Job::Roster(common::roster())),
        ("internal roster", Job::Roster(common::internal_roster())),
        ("agenda", Job::Agenda(common::agenda())),
        ("square", Job::Seating(common::seating(SeatingShape::Square, 16))),
        ("horseshoe", Job::Seating(common::seating(SeatingShape::Horseshoe, 24))),
        ("school", Job::Seating(common::seating(SeatingShape::School, 30))),
        ("text", Job::Text(common::text_paper())),
        ("chart", Job::Chart(common::chart())),
        ("issues", Job::IssueTable(common::issue_table(true))),
        ("cards", Job::IssueCards(common::issue_cards())),
        ("plan", Job::PrintPlan(common::print_plan())),
        ("roster changes", Job::RosterChanges(common::roster_changes())),
        ("figures", Job::Figures(common::figures())),
        ("labels", Job::AddressLabels(common::address_labels(CellSheet::Labels12, 14, 3))),
        ("small labels", Job::AddressLabels(common::address_labels(CellSheet::Labels24, 30, 1))),
        ("envelopes", Job::Envelopes(common::envelopes(4))),
        ("plates", Job::NamePlates(common::name_plates(11))),
        ("table cards", Job::TableCards(common::table_cards(5))),
        ("packet", Job::Packet { packet: Box::new(common::own_packet()), files: Default::default() }),
    ]
}

#[test]
fn every_own_document_claims_pdf_ua() {
    for (name, job) in jobs() {
        let pdf = print(&job).pdf;
        assert!(has(&pdf, b"pdfuaid:part"), "{name} makes no claim");
        assert!(has(&pdf, b"/StructTreeRoot"), "{name} is not tagged");
    }
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    for (name, job) in jobs() {
        assert!(print(&job).pdf == print(&job).pdf, "{name} differs");
    }
}

#[test]
fn hostile_names_are_shown_as_they_are() {
    let names = ["#panic(\"x\")", "*a*$x$<b>", "[#eval(1)]", "@ref//x", "\\u{41}", "資料`x`~--'q'"];
    let mut roster = common::roster();
    let rows = &mut roster.groups[1].rows;
    for (row, name) in rows.iter_mut().zip(names) {
        row.affiliation = name.to_owned();
    }
    roster.title = names[0].to_owned();
    let text = text_of(&print(&Job::Roster(roster)).pdf);
    for name in &names[..5] {
        assert!(text.contains(name), "{name} is not in {text}");
    }
    let paper = TextPaper::from_markdown(names[0], "#panic(\"x\") <b>x</b> $x$");
    let text = text_of(&print(&Job::Text(paper)).pdf);
    assert!(text.contains("#panic(\"x\")<b>x</b>$x$"), "{text}");
}

#[test]
fn control_characters_and_long_names_do_not_stop_the_press() {
    let mut roster = common::roster();
    roster.groups[0].rows[0].name = "髙\u{7}橋\u{0}\u{1b}[31m".to_owned();
    roster.groups[0].rows[1].name = "﨑".repeat(500);
    roster.groups[1].rows[0].name = "a".repeat(500);
    roster.groups[1].rows[1].name = String::new();
    let printed = print(&Job::Roster(roster));
    assert!(text_of(&printed.pdf).contains("髙橋[31m"));
}

#[test]
fn a_character_without_a_glyph_loses_the_claim_only() {
    let mut roster = common::roster();
    roster.groups[0].rows[0].name = "\u{1F980}".to_owned();
    let pdf = print(&Job::Roster(roster)).pdf;
    assert!(!has(&pdf, b"pdfuaid:part"));
    assert!(has(&pdf, b"/StructTreeRoot"));
}

#[test]
fn hard_names_come_out() {
    let text = text_of(&print(&Job::Roster(common::roster())).pdf);
    for name in ["髙橋", "﨑山", "𠮷田", "渡邉", "辻", "德永", "マリア・サントス"] {
        assert!(text.contains(name), "{name} is not in {text}");
    }
}

#[test]
fn empty_documents_print() {
    let roster = Roster { groups: vec![], footers: vec![], ..common::roster() };
    print(&Job::Roster(roster));
    print(&Job::Text(TextPaper::from_markdown("題", "")));
    print(&Job::IssueTable(IssueTable { rows: vec![], ..common::issue_table(false) }));
    print(&Job::IssueCards(IssueCards { sheets: vec![], ..common::issue_cards() }));
    print(&Job::PrintPlan(PrintPlan { rows: vec![], recipients: vec![], ..common::print_plan() }));
    print(&Job::Agenda(Agenda { items: vec![], ..common::agenda() }));
}

#[test]
fn pictures_of_documents() {
    let job = Job::Chart(common::chart());
    let svg = entaku_press::svgs(&job).unwrap();
    assert!(svg[0].starts_with("<svg"));
    let png = entaku_press::pngs(&job, 30.0).unwrap();
    assert!(png[0].starts_with(b"\x89PNG"));
}
