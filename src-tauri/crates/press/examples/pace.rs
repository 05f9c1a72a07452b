//! Times packets of 100 and 500 pages, most of them foreign; each packet is
//! printed as the first of the process and once more.
//! `cargo run --release -p entaku-press --example pace`
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::time::Instant;

use entaku_documents::*;
use entaku_press::Press;

#[path = "../tests/common/mod.rs"]
mod common;

fn main() {
    let (name, own, foreign) = match std::env::args().nth(1).as_deref() {
        Some("500") => ("500 pages", 26, 400),
        _ => ("100 pages", 17, 30),
    };
    let job = packet(own, foreign);
    for round in ["first", "again"] {
        let start = Instant::now();
        let mut last = (Stage::Reading, start);
        let printed = Press
            .print(&job, &mut |step| {
                if step.stage != last.0 {
                    println!("  {:?} took {:.0} ms", last.0, last.1.elapsed().as_secs_f64() * 1000.0);
                    last = (step.stage, Instant::now());
                }
                go_on(step)
            })
            .unwrap();
        println!("  {:?} took {:.0} ms", last.0, last.1.elapsed().as_secs_f64() * 1000.0);
        let time = start.elapsed().as_secs_f64();
        println!("{name}, {round}: {} pages, {} kB, {time:.3} s", printed.pages.len(), printed.pdf.len() / 1024);
    }
}

fn packet(own: usize, foreign: usize) -> Job {
    let mut packet = common::own_packet();
    let mut files: BTreeMap<String, SourceFile> = BTreeMap::new();
    for index in 0..own {
        let content = PaperContent::Own(OwnPaper::Text(common::long_text(4)));
        packet.papers.push(common::paper(&format!("資料{}", index + 10), "素案の概要", Some(3), content));
    }
    for index in 0..foreign / 10 {
        let id = format!("f{index}");
        let bytes = common::pdf(&[(595, 842, 0); 10]);
        files.insert(id.clone(), SourceFile { name: format!("{id}.pdf"), bytes });
        packet.papers.push(common::paper(&format!("参考資料{}", index + 2), "添付資料", None, common::file(&id)));
    }
    Job::Packet { packet: Box::new(packet), files }
}
