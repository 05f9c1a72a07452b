//! Prints every document into a folder, with its pages and time, to look at.
//! `cargo run --release -p entaku-press --example look -- <folder>`
#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Instant;

use entaku_documents::*;
use entaku_press::Press;

#[path = "../tests/common/mod.rs"]
mod common;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    for (name, job) in jobs() {
        let start = Instant::now();
        match Press.print(&job, &mut entaku_documents::go_on) {
            Ok(printed) => {
                let time = start.elapsed().as_secs_f64() * 1000.0;
                println!("{name}: {} pages, {} kB, {time:.0} ms", printed.pages.len(), printed.pdf.len() / 1024);
                let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
                std::fs::write(path, printed.pdf).unwrap();
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
}

fn jobs() -> Vec<(&'static str, Job)> {
    let packet = |(packet, files)| Job::Packet { packet: Box::new(packet), files };
    let seating = |shape, members| Job::Seating(common::seating(shape, members));
    let own = |packet| Job::Packet { packet: Box::new(packet), files: Default::default() };
    vec![
        ("roster", Job::Roster(common::roster())),
        ("roster-internal", Job::Roster(common::internal_roster())),
        ("agenda", Job::Agenda(common::agenda())),
        ("seating-square-10", seating(SeatingShape::Square, 10)),
        ("seating-square-19", seating(SeatingShape::Square, 19)),
        ("seating-square-30", seating(SeatingShape::Square, 30)),
        ("seating-horseshoe-10", seating(SeatingShape::Horseshoe, 10)),
        ("seating-horseshoe-19", seating(SeatingShape::Horseshoe, 19)),
        ("seating-horseshoe-30", seating(SeatingShape::Horseshoe, 30)),
        ("seating-school-10", seating(SeatingShape::School, 10)),
        ("seating-school-19", seating(SeatingShape::School, 19)),
        ("seating-school-30", seating(SeatingShape::School, 30)),
        ("text", Job::Text(common::text_paper())),
        ("chart", Job::Chart(common::chart())),
        ("issue-table", Job::IssueTable(common::issue_table(false))),
        ("issue-table-a3", Job::IssueTable(common::issue_table(true))),
        ("issue-cards", Job::IssueCards(common::issue_cards())),
        ("print-plan", Job::PrintPlan(common::print_plan())),
        ("roster changes", Job::RosterChanges(common::roster_changes())),
        ("figures", Job::Figures(common::figures())),
        ("labels-12", Job::AddressLabels(common::address_labels(CellSheet::Labels12, 14, 3))),
        ("labels-24", Job::AddressLabels(common::address_labels(CellSheet::Labels24, 30, 1))),
        ("envelopes", Job::Envelopes(common::envelopes(5))),
        ("plates", Job::NamePlates(common::name_plates(11))),
        ("table-cards", Job::TableCards(common::table_cards(11))),
        ("packet-own", own(common::own_packet())),
        ("packet-mixed", packet(common::mixed_packet(false))),
        ("packet-odd", packet(common::mixed_packet(true))),
    ]
}
