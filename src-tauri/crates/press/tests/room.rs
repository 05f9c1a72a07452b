//! Room for words: long names, posts, addresses and histories stay on the page
//! and legible; what cannot be shown is said.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::process::Command;

use entaku_documents::*;
use entaku_press::{Press, foreign};

fn print(job: &Job) -> Printed {
    Press.print(job, &mut entaku_documents::go_on).unwrap()
}

/// A word with its left, upper, right and lower edge in points.
type Word = (String, [f64; 4]);

/// The words of a page by poppler; none where it is missing.
fn words(pdf: &[u8], page: usize) -> Option<Vec<Word>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, pdf).unwrap();
    let page = page.to_string();
    let out = Command::new("pdftotext").args(["-bbox", "-f", &page, "-l", &page]).arg(&path).arg("-").output().ok()?;
    let text = String::from_utf8(out.stdout).unwrap();
    let edge = |line: &str, name: &str| -> f64 {
        line.split_once(&format!("{name}=\"")).unwrap().1.split_once('"').unwrap().0.parse().unwrap()
    };
    let lines = text.lines().filter(|line| line.trim_start().starts_with("<word"));
    let word = |line: &str| line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
    Some(lines.map(|l| (word(l), ["xMin", "yMin", "xMax", "yMax"].map(|name| edge(l, name)))).collect())
}

#[test]
fn a_long_post_leaves_the_items_their_room() {
    let mut agenda = common::agenda();
    agenda.items[2].presenter =
        "架空県中央障害保健福祉圏域地域生活支援部会長・基幹相談支援センター主任相談支援専門員".to_owned();
    let printed = print(&Job::Agenda(agenda));
    assert_eq!(printed.pages.len(), 1);
    assert!(foreign::texts(&printed.pdf)[0].contains("各専門部会の活動状況"), "{:?}", foreign::texts(&printed.pdf));
}

#[test]
fn long_latin_runs_break_within_the_page() {
    let source = format!("{}\n\n| 連絡先 | 注 |\n|--|--|\n| {} | a |\n", "A".repeat(2000), "a@example.jp".repeat(20));
    let printed = print(&Job::Text(TextPaper::from_markdown("題", &source)));
    let letters: String = foreign::texts(&printed.pdf).concat().split_whitespace().collect();
    assert!(letters.contains(&"A".repeat(2000)), "nothing may stand between the letters of a copied text");
    let Some(words) = words(&printed.pdf, 1) else { return };
    for (word, [left, _, right, _]) in words {
        assert!(left > 40.0 && right < 555.0, "{word} from {left} to {right}");
    }
}

#[test]
fn an_internal_roster_takes_two_pages() {
    let mut roster = common::internal_roster();
    for row in roster.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.appointed = "令和8年（2026年）4月1日".to_owned();
        row.term_end = "令和10年（2028年）3月31日".to_owned();
        row.note = "再任".to_owned();
    }
    let mut rows = roster.groups.iter().flat_map(|group| group.rows.clone()).collect::<Vec<_>>();
    rows.push(rows[0].clone());
    roster.groups = vec![RosterGroup { label: String::new(), rows }];
    let printed = print(&Job::Roster(roster));
    assert!(printed.pages.len() <= 2);
    let text = foreign::texts(&printed.pdf).concat();
    for whole in ["再任", "令和10年（2028年）", "3月31日", "備考"] {
        assert!(text.contains(whole), "{whole} is broken: {text}");
    }
}

#[test]
fn a_history_is_read_across_not_down() {
    let mut cards = common::issue_cards();
    for step in &mut cards.sheets[0].steps {
        step.date = "令和8年（2026年）5月20日".to_owned();
        step.place = "令和8年度（2026年度）　第1回　地域生活支援部会".to_owned();
        step.text = "事業所への聞き取りの結果を共有し、担い手の確保策を話し合った。".repeat(4);
    }
    assert_eq!(print(&Job::IssueCards(cards)).pages.len(), 2);
}

#[test]
fn days_in_the_table_of_issues_stay_whole() {
    for a3 in [false, true] {
        let mut table = common::issue_table(a3);
        for row in &mut table.rows {
            row.received = "令和8年（2026年）12月30日".to_owned();
            row.due.clone_from(&row.received);
        }
        let text = foreign::texts(&print(&Job::IssueTable(table)).pdf).concat();
        assert_eq!(text.matches("12月30日").count(), 24);
    }
}

#[test]
fn names_on_a_seating_plan_are_legible_and_within_their_desks() {
    for shape in [SeatingShape::Square, SeatingShape::Horseshoe, SeatingShape::School] {
        for members in [10, 19, 30] {
            let mut plan = common::seating(shape, members);
            plan.seats[4].name = "鈴木 一郎（すずき いちろう）".to_owned();
            plan.seats[5].post = "架空市障害者支援協議会地域生活支援部会長".to_owned();
            let Some(words) = words(&print(&Job::Seating(plan)).pdf, 1) else { return };
            for (word, [_, top, _, bottom]) in words {
                assert!(bottom - top > 6.5, "{shape:?} {members}: {word} is {} high", bottom - top);
            }
        }
    }
}

#[test]
fn a_charts_words_keep_clear_of_the_packets_numbers() {
    let mut chart = common::chart();
    let (width, height) = (chart.width, chart.height);
    let mut run = chart.header[0].clone();
    run.text = "右上の日付".to_owned();
    (run.x, run.y, run.width, run.size) = (width - 40.0, 13.0, 30.0, 3.0);
    let mut below = run.clone();
    below.text = "下の凡例".to_owned();
    (below.x, below.y) = (width / 2.0 - 5.0, height - 10.0);
    chart.header.push(run);
    chart.legend.push(below);
    let mut packet = common::own_packet();
    packet.papers = vec![common::paper("資料1", "関係図", None, PaperContent::Own(OwnPaper::Chart(chart)))];
    let printed = print(&Job::Packet { packet: Box::new(packet), files: Default::default() });
    let page = printed.pages.iter().position(|page| page.part == PagePart::Paper(0)).unwrap() + 1;
    let Some(words) = words(&printed.pdf, page) else { return };
    let edges = |text: &str| words.iter().rfind(|(word, _)| word.contains(text)).unwrap().1;
    let (stamp, day) = (edges("資料1"), edges("右上の日付"));
    // Around the number stands its box.
    assert!(stamp[3] + 6.0 < day[1], "{stamp:?} {day:?}");
    let (foot, legend) = (edges("-"), edges("下の凡例"));
    assert!(legend[3] < foot[1] - 2.0, "{legend:?} {foot:?}");
}

#[test]
fn what_cannot_be_shown_is_named() {
    let mut roster = common::roster();
    roster.groups[0].rows[0].name = "髙\u{7}橋".to_owned();
    roster.groups[0].rows[1].name = "山田😀".to_owned();
    roster.groups[1].rows[0].name = "外\u{E000}字".to_owned();
    let printed = print(&Job::Roster(roster.clone()));
    let found: Vec<(&str, Vec<&str>)> = printed
        .uncovered
        .iter()
        .map(|it| (it.text.as_str(), it.missing.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(found, [("髙橋", vec!["U+0007"]), ("山田😀", vec!["😀"]), ("外\u{E000}字", vec!["\u{E000}"])]);
    let packet = Packet { roster: Some(roster), ..common::own_packet() };
    let packed = print(&Job::Packet { packet: Box::new(packet), files: Default::default() });
    assert_eq!(packed.uncovered, printed.uncovered);
    assert!(print(&Job::Roster(common::roster())).uncovered.is_empty());
}
