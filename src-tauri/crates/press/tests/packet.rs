//! The packet: sizes, labels, odd starts, what the public edition lacks, and
//! files that cannot be papers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::collections::BTreeMap;

use entaku_documents::*;
use entaku_press::{Press, foreign};

fn print(packet: Packet, files: BTreeMap<String, SourceFile>) -> Result<Printed, PrintError> {
    Press.print(&Job::Packet { packet: Box::new(packet), files }, &mut entaku_documents::go_on)
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

/// What a reader's table of contents shows at its first level.
fn top_bookmarks(packet: Packet) -> Vec<String> {
    let printed = print(packet, BTreeMap::new()).unwrap();
    let outline = foreign::inspect(&printed.pdf, "packet").unwrap().outline;
    outline.into_iter().filter(|entry| entry.level == 0).map(|entry| entry.title).collect()
}

#[test]
fn an_item_has_one_bookmark_and_other_classes_their_own() {
    let mut packet = common::own_packet();
    let text = || PaperContent::Own(OwnPaper::Text(TextPaper::from_markdown("題", "本文")));
    let paper = |number: &str, item, class| Paper { class, ..common::paper(number, "題", item, text()) };
    packet.papers = vec![
        paper("資料1", Some(2), PaperClass::Beforehand),
        paper("資料2", Some(3), PaperClass::Beforehand),
        paper("資料3", Some(3), PaperClass::Beforehand),
        paper("資料4", None, PaperClass::Beforehand),
        paper("当日資料1", Some(2), PaperClass::OnTheDay),
        paper("当日資料2", Some(5), PaperClass::OnTheDay),
        paper("参考資料1", Some(3), PaperClass::Reference),
        paper("参考資料2", Some(0), PaperClass::Reference),
    ];
    let item = |at: usize| packet.agenda.items[at].heading();
    let (first, second) = (item(2), item(3));
    let found = top_bookmarks(packet.clone());
    let papers = [first.as_str(), &second, "事前送付資料", "当日配付資料", "参考資料"];
    assert_eq!(found[found.len() - 5..], papers);
    packet.papers.swap(0, 1);
    packet.papers.swap(2, 1);
    packet.papers.swap(3, 2);
    packet.papers[1].item = Some(2);
    packet.papers[2].item = Some(3);
    let again = format!("{second}（続き）");
    assert!(top_bookmarks(packet).contains(&again));
}

#[test]
fn what_pdf_ua_forbids_does_not_stop_a_packet() {
    let mut packet = common::own_packet();
    packet.agenda.items[2].title = "\u{3000}".to_owned();
    packet.agenda.items[2].number = String::new();
    let deep = "> ".repeat(60) + "深い";
    let source = format!("# \n\n> ### 三\n\n- ## 二\n\n{deep}\n\n{}項\n", "- ".repeat(60));
    for (at, title) in ["", " ", "題"].iter().enumerate() {
        packet.papers[at + 1].title = (*title).to_owned();
        packet.papers[at + 1].number = if at == 0 { String::new() } else { format!("資料{at}") };
        let paper = OwnPaper::Text(TextPaper::from_markdown(*title, &source));
        packet.papers[at + 1].content = PaperContent::Own(paper);
    }
    let printed = print(packet, BTreeMap::new()).unwrap();
    assert!(foreign::texts(&printed.pdf).concat().contains("深い"));
}

/// Whatever PDF/UA would say of it, a text is printed.
#[test]
fn a_skipped_heading_costs_the_claim_only() {
    let heading =
        |level| Block::Heading { level, spans: vec![Span { text: "見出し".to_owned(), ..Span::default() }] };
    let paper = TextPaper { title: "題".to_owned(), byline: vec![], blocks: vec![heading(1), heading(4)] };
    let printed = Press.print(&Job::Text(paper), &mut entaku_documents::go_on).unwrap();
    assert!(!printed.pdf.windows(13).any(|window| window == b"pdfuaid:part>" || window == b"pdfuaid:part="));
}

#[test]
fn a_closed_meeting_has_no_empty_table() {
    let mut packet = common::own_packet();
    packet.cover = common::cover(Audience::Public);
    packet.agenda.items.clear();
    packet.papers.clear();
    packet.omitted = "会議は非公開です。".to_owned();
    packet.agenda.notes = vec![packet.omitted.clone()];
    let printed = print(packet, BTreeMap::new()).unwrap();
    let texts = foreign::texts(&printed.pdf);
    assert!(!texts[1].contains("項目"), "{}", texts[1]);
    for page in &texts[1..3] {
        assert_eq!(page.matches("会議は非公開です。").count(), 1, "{page}");
    }
}

#[test]
fn the_title_names_the_edition() {
    for (audience, words) in [(Audience::Members, "会議資料（委員用）"), (Audience::Public, "会議資料（公表用）")]
    {
        let packet = Packet { cover: common::cover(audience), ..common::own_packet() };
        let pdf = print(packet, BTreeMap::new()).unwrap().pdf;
        assert!(pdf.windows(words.len()).any(|window| window == words.as_bytes()), "{words}");
    }
}

#[test]
fn the_texts_of_foreign_pages_are_handed_out() {
    let printed = mixed(false);
    assert_eq!(printed.texts.keys().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(printed.texts["a"], ["Foreign page 1", "Foreign page 2", "Foreign page 3"]);
    let (packet, _) = common::mixed_packet(false);
    assert!(packet.text_with(&printed.texts).contains("（2／3ページ）\nForeign page 2\n"));
}

#[test]
fn a_repaired_file_is_named() {
    let mut bytes = common::pdf(&[(595, 842, 0)]);
    let table = bytes.windows(5).rposition(|window| window == b"xref\n").unwrap();
    bytes.truncate(table);
    let source = SourceFile { name: "直した.pdf".to_owned(), bytes: bytes.clone() };
    assert!(Press.inspect(&source).unwrap().repaired);
    let mut packet = common::own_packet();
    packet.papers.push(common::paper("参考資料9", "直した資料", None, common::file("x")));
    let printed = print(packet, common::files(vec![("x", "直した.pdf", bytes)])).unwrap();
    let (paper, file) = ("参考資料9".to_owned(), "直した.pdf".to_owned());
    assert_eq!(printed.repaired, [RepairedFile { paper, file }]);
    assert!(mixed(false).repaired.is_empty());
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
    assert!(texts[0].contains("公表用"));
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
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("空.pdf", vec![], "empty"),
        ("文章.pdf", "ただの文章です。".into(), "not a PDF"),
        ("切れた.png", common::png(50, 50)[..300].to_vec(), "damaged"),
        ("切れた.jpg", b"\xFF\xD8\xFF\xE0\0\x04\0\0".to_vec(), "damaged"),
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
