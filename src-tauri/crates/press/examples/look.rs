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
        match Press.print(&job, &mut |_| {}) {
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
    let own = |packet| Job::Packet { packet: Box::new(packet), files: Default::default() };
    vec![
        ("roster", Job::Roster(common::roster())),
        ("roster-internal", Job::Roster(common::internal_roster())),
        ("agenda", Job::Agenda(common::agenda())),
        ("seating-square", Job::Seating(common::seating(SeatingShape::Square, 16))),
        ("seating-horseshoe", Job::Seating(common::seating(SeatingShape::Horseshoe, 24))),
        ("seating-school", Job::Seating(common::seating(SeatingShape::School, 30))),
        ("text", Job::Text(common::text_paper())),
        ("chart", Job::Chart(common::chart())),
        ("issue-table", Job::IssueTable(common::issue_table(false))),
        ("issue-table-a3", Job::IssueTable(common::issue_table(true))),
        ("issue-cards", Job::IssueCards(common::issue_cards())),
        ("print-plan", Job::PrintPlan(common::print_plan())),
        ("packet-own", own(common::own_packet())),
        ("packet-mixed", packet(common::mixed_packet(false))),
        ("packet-odd", packet(common::mixed_packet(true))),
    ]
}
