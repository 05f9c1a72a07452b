//! Names whose kanji have a form of their own: 渡邉󠄂 is drawn in that form and
//! stays itself when it is copied from the PDF.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use entaku_documents::*;
use entaku_press::{Press, foreign, pngs};

/// 渡邉 in the usual form, and asking for it by name.
const USUAL: &str = "渡邉";
const USUAL_BY_NAME: &str = "渡邉\u{E0100}";
/// In the form that only the variants font has.
const FORM: &str = "渡邉\u{E0102}";

const NAMES: [&str; 10] =
    [FORM, USUAL, "辻\u{E0100}", "辻", "葛\u{E0100}城", "祐\u{E0100}子", "𠮷田", "髙橋", "﨑山", "德永"];

/// Every document that has pictures, with a name where it shows names.
fn jobs(name: &str) -> Vec<(&'static str, Job)> {
    let name = name.to_owned();
    let mut roster = common::roster();
    roster.groups[0].rows[0].name.clone_from(&name);
    let mut agenda = common::agenda();
    agenda.items[0].presenter.clone_from(&name);
    let mut seating = common::seating(SeatingShape::Square, 1);
    seating.seats[0].name.clone_from(&name);
    seating.seats[2].name = "架空".to_owned();
    let mut chart = common::chart();
    let run = chart.boxes.iter_mut().find_map(|it| it.runs.first_mut()).unwrap();
    run.text.clone_from(&name);
    let mut table = common::issue_table(false);
    table.rows[0].owner.clone_from(&name);
    let mut cards = common::issue_cards();
    cards.sheets[0].row.issue.clone_from(&name);
    let mut plan = common::print_plan();
    plan.rows[0].title.clone_from(&name);
    let mut labels = common::address_labels(CellSheet::Labels12, 1, 1);
    labels.labels[0].name.clone_from(&name);
    let mut envelopes = common::envelopes(1);
    envelopes.envelopes[0].name.clone_from(&name);
    let mut plates = common::name_plates(1);
    plates.plates[0].name.clone_from(&name);
    let mut tents = common::table_cards(1);
    tents.cards[0].name.clone_from(&name);
    vec![
        ("labels", Job::AddressLabels(labels)),
        ("envelopes", Job::Envelopes(envelopes)),
        ("plates", Job::NamePlates(plates)),
        ("table cards", Job::TableCards(tents)),
        ("roster", Job::Roster(roster)),
        ("agenda", Job::Agenda(agenda)),
        ("seating", Job::Seating(seating)),
        ("text", Job::Text(TextPaper::from_markdown("題", &name))),
        ("heading", Job::Text(TextPaper::from_markdown(&name, "本文"))),
        ("bold", Job::Text(TextPaper::from_markdown("題", &format!("**{name}**")))),
        ("chart", Job::Chart(chart)),
        ("issues", Job::IssueTable(table)),
        ("cards", Job::IssueCards(cards)),
        ("plan", Job::PrintPlan(plan)),
    ]
}

#[test]
fn every_document_draws_the_form_asked_for() {
    let pictures = |name| jobs(name).into_iter().map(|(kind, job)| (kind, pngs(&job, 100.0).unwrap()));
    for (((kind, usual), (_, by_name)), (_, form)) in pictures(USUAL).zip(pictures(USUAL_BY_NAME)).zip(pictures(FORM)) {
        assert!(usual == by_name, "{kind} draws the usual form in two ways");
        assert!(usual != form, "{kind} draws the usual form instead of the one asked for");
    }
}

/// The box around all pixels that differ between two pictures of one size, by
/// more than a place rounded otherwise makes out.
fn difference(one: &[u8], other: &[u8]) -> (u32, u32, u32, u32) {
    let [one, other] = [one, other].map(|png| image::load_from_memory(png).unwrap().to_luma8());
    assert_eq!(one.dimensions(), other.dimensions());
    let differing =
        one.enumerate_pixels().filter(|(x, y, pixel)| other.get_pixel(*x, *y).0[0].abs_diff(pixel.0[0]) > 8);
    differing.fold((u32::MAX, u32::MAX, 0, 0), |(left, top, right, bottom), (x, y, _)| {
        (left.min(x), top.min(y), right.max(x), bottom.max(y))
    })
}

/// Nothing but the kanji itself changes: the lines around it stay where they
/// are, in either weight.
#[test]
fn a_form_moves_nothing_else() {
    for text in ["前の文{}後の文\n\n次の段落", "前の文**{}**後の文\n\n次の段落"] {
        let picture = |name: &str| {
            let paper = TextPaper::from_markdown("題", &text.replace("{}", name));
            pngs(&Job::Text(paper), 144.0).unwrap().remove(0)
        };
        let (left, top, right, bottom) = difference(&picture(USUAL), &picture(FORM));
        // A kanji of 10.5 points is 21 pixels wide and high.
        assert!(
            (8..=22).contains(&(right - left)) && (8..=22).contains(&(bottom - top)),
            "{left} {top} {right} {bottom}"
        );
    }
}

#[test]
fn bold_forms_are_bold() {
    let dark = |text: String| {
        let png = pngs(&Job::Text(TextPaper::from_markdown("題", &text)), 144.0).unwrap().remove(0);
        let picture = image::load_from_memory(&png).unwrap().to_luma8();
        picture.pixels().map(|pixel| u64::from(255 - pixel.0[0])).sum::<u64>()
    };
    let form = "邉\u{E0102}".repeat(20);
    assert!(dark(format!("**{form}**")) > dark(form) + 20_000);
}

#[test]
fn a_copied_name_keeps_its_form() {
    let body = NAMES.join("、");
    let paper = TextPaper::from_markdown("題", &format!("{body}\n\n**{body}**"));
    let printed = Press.print(&Job::Text(paper), &mut entaku_documents::go_on).unwrap();
    let text: String = foreign::texts(&printed.pdf).concat().split_whitespace().collect();
    assert_eq!(text.matches(&body).count(), 2, "{text}");
    for (kind, job) in jobs(FORM) {
        let printed = Press.print(&job, &mut entaku_documents::go_on).unwrap();
        let text: String = foreign::texts(&printed.pdf).concat().split_whitespace().collect();
        assert!(text.contains(FORM), "{kind}: {text}");
    }
}

#[test]
fn a_packet_carries_the_variants_font_only_when_needed() {
    let holds_font = |packet: Packet| {
        let job = Job::Packet { packet: Box::new(packet), files: Default::default() };
        let pdf = Press.print(&job, &mut entaku_documents::go_on).unwrap().pdf;
        pdf.windows(15).any(|bytes| bytes == b"EntakuVariantsJ")
    };
    let plain = || Packet { papers: vec![], roster: None, seating: None, ..common::own_packet() };
    assert!(!holds_font(plain()));
    let mut named = plain();
    named.cover.issuer = FORM.to_owned();
    assert!(holds_font(named));
}
