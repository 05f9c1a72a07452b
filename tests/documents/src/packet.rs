//! The packet of the sample's October plenary, for members and for the public.

use crate::{golden, tools};
use entaku_app::issues::Ledger;
use entaku_app::{meetings, packet};
use entaku_documents::{Audience, Job, Packet, PacketOptions, PagePart, Printed, Printer};
use entaku_domain::FiscalYear;
use entaku_press::Press;
use entaku_support::sample;

fn printed(audience: Audience, odd_page_start: bool) -> (Packet, Printed) {
    let app = sample();
    let council = app.snapshot().unwrap();
    let ledger = Ledger::load(app.store()).unwrap();
    let meeting = meetings::find(&council, "全体会", FiscalYear::new(2026).unwrap(), 2).unwrap().id;
    let file = app.meeting_file(&council, meeting).unwrap();
    let job = packet::packet(
        &council,
        &ledger,
        &file,
        audience,
        PacketOptions { odd_page_start, ..PacketOptions::default() },
    )
    .unwrap();
    let packet = job.packet.clone();
    let printed = Press
        .print(&Job::Packet { packet: Box::new(job.packet), files: job.files }, &mut entaku_documents::go_on)
        .unwrap();
    (packet, printed)
}

#[test]
fn for_members() {
    let (packet, printed) = printed(Audience::Members, true);
    golden::text("packet_words.txt", &packet.text());
    golden::text("packet_pages.txt", &pages(&packet, &printed));
    golden::text("packet_front.txt", &tools::text(&printed.pdf, Some((1, 5))));
    for page in [1, 2, 3, 4, 5] {
        golden::picture(&format!("packet_{page}.png"), &tools::picture(&printed.pdf, page, 24));
    }
    let facts = tools::facts(&printed.pdf);
    assert!(facts.contains("Tagged:          yes"), "{facts}");
    assert!(facts.contains(&format!("Pages:           {}", printed.pages.len())), "{facts}");
}

/// Every page with its label, size and paper: what a reader's side bar shows.
fn pages(packet: &Packet, printed: &Printed) -> String {
    let line = |page: &entaku_documents::PageInfo| {
        let part = match page.part {
            PagePart::Front => "front".to_owned(),
            PagePart::Paper(at) => packet.papers[at].number.clone(),
        };
        let blank = if page.blank { " blank" } else { "" };
        format!("{} {:.0}x{:.0} {part}{blank}\n", page.label, page.size.width_pt, page.size.height_pt)
    };
    printed.pages.iter().map(line).collect()
}

#[test]
fn every_paper_starts_on_an_odd_page_and_carries_its_number() {
    let (packet, printed) = printed(Audience::Members, true);
    for (at, paper) in packet.papers.iter().enumerate() {
        let first = printed.pages.iter().position(|p| p.part == PagePart::Paper(at)).unwrap() + 1;
        assert_eq!(first % 2, 1, "{} starts on page {first}", paper.number);
        let text = tools::text(&printed.pdf, Some((first, first)));
        assert!(text.contains(&paper.number), "{} is not stamped on page {first}", paper.number);
    }
}

#[test]
fn a_foreign_page_keeps_its_text_its_stamp_and_its_form() {
    let (packet, printed) = printed(Audience::Members, false);
    let all = tools::text(&printed.pdf, None);
    for words in ["外出に関する実態調査", "地域交流のつどい", "情報の届け方についてのアンケート"]
    {
        assert!(all.replace(['\n', ' '], "").contains(words), "{words} was lost");
    }
    let flyer = packet.papers.iter().position(|p| p.number == "当日資料2").unwrap();
    let page = printed.pages.iter().position(|p| p.part == PagePart::Paper(flyer)).unwrap() + 1;
    let shown = tools::picture(&printed.pdf, page, 72);
    let (w, h) = shown.dimensions();
    let corner = image::imageops::crop_imm(&shown, w * 7 / 10, h / 10, w / 5, h / 8).to_image();
    assert!(corner.pixels().any(|p| p.0[0] < 140), "the stamp on the flyer vanished");
}

#[test]
fn for_the_public() {
    let (packet, printed) = printed(Audience::Public, false);
    let text = tools::text(&printed.pdf, None);
    assert!(
        !packet.omitted.is_empty() && text.replace('\n', "").contains("非公開のため掲載していません"),
        "the line on what is left out"
    );
    assert!(packet.papers.iter().all(|p| p.number != "資料6"), "the closed paper is in the public edition");
    golden::text("packet_public_words.txt", &packet.text());
}
