//! The packet: sizes, labels, odd starts, what the public edition lacks, and
//! files that cannot be papers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::collections::BTreeMap;

use entaku_documents::*;
use entaku_press::{Press, foreign};

fn print(packet: Packet, files: BTreeMap<String, SourceFile>) -> Result<Printed, PrintError> {
    Press.print(&Job::Packet { packet: Box::new(packet), files }, &mut |_| {})
}

fn mixed(odd: bool) -> Printed {
    let (packet, files) = common::mixed_packet(odd);
    print(packet, files).unwrap()
}

fn pages_of(printed: &Printed, paper: usize) -> Vec<(usize, PageInfo)> {
    let own = |page: &PageInfo| page.part == PagePart::Paper(paper) && !page.blank;
    let pages = printed.pages.iter().cloned().enumerate();
    pages.filter(|(_, page)| own(page)).collect()
}

fn sizes(pages: &[(usize, PageInfo)]) -> Vec<(i64, i64)> {
    let whole = |page: &PageInfo| (page.size.width_pt.round() as i64, page.size.height_pt.round() as i64);
    pages.iter().map(|(_, page)| whole(page)).collect()
}

#[test]
fn foreign_pages_keep_their_size_as_seen() {
    let printed = mixed(false);
    assert_eq!(sizes(&pages_of(&printed, 2)), [(595, 842), (595, 842), (842, 595)]);
    assert_eq!(sizes(&pages_of(&printed, 5)), [(1191, 842), (420, 595), (612, 792), (298, 420)]);
    let read = foreign::inspect(&printed.pdf, "packet").unwrap();
    assert_eq!(read.pages.len(), printed.pages.len());
    for (page, info) in read.pages.iter().zip(&printed.pages) {
        assert!((page.width_pt - info.size.width_pt).abs() < 1.0, "{info:?}");
        assert!((page.height_pt - info.size.height_pt).abs() < 1.0, "{info:?}");
    }
}

#[test]
fn one_sequence_of_numbers_runs_through() {
    let printed = mixed(true);
    for (index, page) in printed.pages.iter().enumerate() {
        assert_eq!(page.label, (index + 1).to_string());
    }
    let texts = foreign::texts(&printed.pdf);
    for (index, text) in texts.iter().enumerate().skip(1) {
        let text: String = text.split_whitespace().collect();
        assert!(text.contains(&format!("-{}-", index + 1)), "page {}: {text}", index + 1);
    }
}

#[test]
fn every_page_of_a_paper_carries_its_number() {
    let printed = mixed(false);
    let texts = foreign::texts(&printed.pdf);
    let stamps: Vec<String> =
        pages_of(&printed, 2).iter().map(|(index, _)| texts[*index].split_whitespace().collect::<String>()).collect();
    assert!(stamps[0].contains("資料2-2"), "{}", stamps[0]);
    assert!(stamps[1].contains("資料2-2（2/3）"), "{}", stamps[1]);
    assert!(stamps[2].contains("資料2-2（3/3）"), "{}", stamps[2]);
    assert!(stamps.iter().all(|text| text.contains("Foreignpage")), "{stamps:?}");
}

#[test]
fn papers_start_on_odd_pages_when_asked() {
    let printed = mixed(true);
    let (packet, _) = common::mixed_packet(true);
    let mut bound = 0;
    for paper in 0..packet.papers.len() {
        if let Some((index, _)) = pages_of(&printed, paper).first() {
            assert_eq!(index % 2, 0, "paper {paper} starts on page {}", index + 1);
            bound += 1;
        }
    }
    assert_eq!(bound, packet.papers.len() - 1);
    assert!(printed.pages.iter().any(|page| page.blank));
    let texts = foreign::texts(&printed.pdf);
    for (index, page) in printed.pages.iter().enumerate() {
        assert_eq!(page.blank, texts[index].contains("（白紙）"), "page {}", index + 1);
        // The back of a sheet is as large as its front.
        if page.blank && page.part != PagePart::Front {
            assert_eq!(page.size, printed.pages[index - 1].size, "page {}", index + 1);
        }
    }
    assert!(!mixed(false).pages.iter().any(|page| page.blank));
}

#[test]
fn bookmarks_per_item_and_paper() {
    let (packet, files) = common::mixed_packet(false);
    let printed = print(packet, files).unwrap();
    let outline = foreign::inspect(&printed.pdf, "packet").unwrap().outline;
    let at = |title: &str| {
        outline
            .iter()
            .find(|entry| entry.title == title)
            .unwrap_or_else(|| panic!("{title} is not in {:?}", outline.iter().map(|e| &e.title).collect::<Vec<_>>()))
    };
    let item = at("⑴　各専門部会の活動状況について");
    let paper = at("資料2-2　精神保健福祉部会 活動報告");
    assert_eq!((item.level, paper.level), (0, 1));
    assert_eq!(paper.page, Some(pages_of(&printed, 2)[0].0));
    assert_eq!(at("参考資料").level, 0);
    assert_eq!(at("令和8年度 第2回 全体会　次第").page, Some(1));
}

#[test]
fn the_list_of_papers_names_the_right_pages() {
    let printed = mixed(false);
    let text: String = foreign::texts(&printed.pdf)[2].split_whitespace().collect();
    let first = pages_of(&printed, 5)[0].0 + 1;
    assert!(text.contains(&format!("資料3-2計画（素案）本文4{first}")), "{text}");
    assert!(text.contains("資料5当日配付の補足資料2別に配付"), "{text}");
}

#[test]
fn the_public_edition_says_what_it_leaves_out() {
    let mut packet = common::own_packet();
    packet.cover = common::cover(Audience::Public);
    packet.papers.remove(4);
    packet.omitted = "議事⑶及び資料4は非公開のため、掲載していません。".to_owned();
    let printed = print(packet, BTreeMap::new()).unwrap();
    let texts = foreign::texts(&printed.pdf);
    assert!(texts[0].contains("公開用"));
    assert!(texts[2].contains("資料4は非公開"), "{}", texts[2]);
}

#[test]
fn a_meeting_without_papers_prints() {
    let packet = Packet { papers: vec![], roster: None, seating: None, ..common::own_packet() };
    assert_eq!(print(packet, BTreeMap::new()).unwrap().pages.len(), 3);
}

fn refusal(name: &str, bytes: Vec<u8>) -> PrintError {
    let mut packet = common::own_packet();
    packet.papers.push(common::paper("参考資料9", "壊れた資料", None, common::file("x")));
    print(packet, common::files(vec![("x", name, bytes)])).unwrap_err()
}

#[test]
fn a_file_that_cannot_be_a_paper_is_named() {
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("空.pdf", vec![], "empty"),
        ("文章.pdf", "ただの文章です。".into(), "not a PDF"),
        ("切れた.png", common::png(50, 50)[..300].to_vec(), "damaged"),
        ("切れた.pdf", b"%PDF-1.7\n1 0 obj\n<<".to_vec(), ""),
        ("頁なし.pdf", common::pdf(&[]), ""),
    ];
    for (name, bytes, words) in cases {
        match refusal(name, bytes) {
            PrintError::File { paper, file, reason } => {
                assert_eq!((paper.as_str(), file.as_str()), ("参考資料9", name));
                assert!(reason.to_string().contains(words), "{name}: {reason}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn a_missing_file_is_named() {
    let mut packet = common::own_packet();
    packet.papers.push(common::paper("資料9", "ない資料", None, common::file("x")));
    let error = print(packet, BTreeMap::new()).unwrap_err();
    assert_eq!(error, PrintError::FileMissing { paper: "資料9".to_owned(), file: "x".to_owned() });
}

#[test]
fn the_same_packet_gives_the_same_bytes() {
    assert!(mixed(true).pdf == mixed(true).pdf);
}

#[test]
fn facts_of_files() {
    let facts = |name: &str, bytes| Press.inspect(&SourceFile { name: name.to_owned(), bytes }).unwrap();
    let pdf = facts("a.bin", common::pdf(&[(595, 842, 90), (420, 595, 0)]));
    assert_eq!(pdf.kind, FileKind::Pdf);
    assert_eq!(pdf.pages[0], PageSize { width_pt: 842.0, height_pt: 595.0 });
    let png = facts("b.pdf", common::png(30, 20));
    assert_eq!(png.kind, FileKind::Png);
    assert!(png.pages[0].width_pt > png.pages[0].height_pt);
}
