//! Tests of the plain-text versions, Markdown, places and sheets.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use crate::*;

fn span(text: &str) -> Span {
    Span { text: text.to_owned(), ..Span::default() }
}

fn blocks(source: &str) -> Vec<Block> {
    TextPaper::from_markdown("題", source).blocks
}

#[test]
fn markdown_becomes_blocks() {
    let found = blocks("# 見出し\n\n本文の**強調**と*傍点*。\n\n---\n");
    let strong = Span { strong: true, ..span("強調") };
    let emphasis = Span { emphasis: true, ..span("傍点") };
    assert_eq!(
        found,
        [
            Block::Heading { level: 1, spans: vec![span("見出し")] },
            Block::Paragraph { spans: vec![span("本文の"), strong, span("と"), emphasis, span("。")] },
            Block::Rule,
        ]
    );
}

#[test]
fn lists_keep_their_numbers_and_depth() {
    let found = blocks("3. 三\n   - 子\n4. 四\n");
    let item = |text: &str| Block::Paragraph { spans: vec![span(text)] };
    let child = Block::List { start: None, items: vec![vec![item("子")]] };
    assert_eq!(found, [Block::List { start: Some(3), items: vec![vec![item("三"), child], vec![item("四")]] }]);
}

#[test]
fn tables_keep_alignment_and_pad_short_rows() {
    let found = blocks("| 左 | 中 | 右 |\n|:--|:-:|--:|\n| a | b | c |\n| d |\n");
    let Block::Table { align, header, rows } = &found[0] else { panic!("{found:?}") };
    assert_eq!(align, &[Align::Left, Align::Center, Align::Right]);
    assert_eq!(header.len(), 3);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.len() == 3));
}

#[test]
fn markup_of_other_languages_stays_text() {
    let hostile = "#panic(\"x\") $x$ <b>太字</b> #eval(1) @ref <label>";
    let text: String = match &blocks(hostile)[0] {
        Block::Paragraph { spans } => spans.iter().map(|span| span.text.as_str()).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(text, hostile);
    let html = blocks("<script>alert(1)</script>\n");
    assert_eq!(html, [Block::Paragraph { spans: vec![span("<script>alert(1)</script>")] }]);
}

#[test]
fn hard_names_stay_as_they_are() {
    let names = "髙橋、﨑山、𠮷田、渡邉\u{E0102}、辻\u{E0100}、德永、神\u{FA19}";
    assert_eq!(blocks(names), [Block::Paragraph { spans: vec![span(names)] }]);
}

#[test]
fn line_ends_join_japanese_without_a_space() {
    assert_eq!(blocks("日本語の\n続き"), [Block::Paragraph { spans: vec![span("日本語の続き")] }]);
    assert_eq!(blocks("Maria\nSantos"), [Block::Paragraph { spans: vec![span("Maria Santos")] }]);
    assert_eq!(blocks("一行目  \n二行目"), [Block::Paragraph { spans: vec![span("一行目\n二行目")] }]);
}

#[test]
fn heading_levels_never_skip_going_down() {
    let levels: Vec<u8> = blocks("### 三\n\n###### 六\n\n# 一\n\n## 二\n")
        .iter()
        .map(|block| match block {
            Block::Heading { level, .. } => *level,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(levels, [1, 2, 1, 2]);
}

fn headings(blocks: &[Block]) -> Vec<u8> {
    let of = |block: &Block| match block {
        Block::Heading { level, .. } => vec![*level],
        Block::Quote { blocks } => headings(blocks),
        Block::List { items, .. } => items.iter().flat_map(|item| headings(item)).collect(),
        _ => vec![],
    };
    blocks.iter().flat_map(of).collect()
}

#[test]
fn headings_within_quotes_and_lists_do_not_skip_either() {
    assert_eq!(headings(&blocks("# 一\n\n> ### 三\n\n- ## 二\n\n###### 六\n")), [1, 2, 2, 3]);
    assert_eq!(headings(&blocks("> ### 三\n")), [1]);
}

#[test]
fn headings_without_words_are_left_out() {
    for source in ["# \n", "##\n", "# \u{3000}\n", "# \u{7}\n", "# \u{200B}\n", "> # \n"] {
        assert_eq!(headings(&blocks(source)), [0; 0], "{source:?}");
    }
}

fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match block {
        Block::Quote { blocks } => 1 + depth(blocks),
        Block::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
        _ => 0,
    };
    blocks.iter().map(inner).max().unwrap_or(0)
}

#[test]
fn deep_nesting_goes_on_flat_and_loses_no_word() {
    let list: String = (0..60).map(|n| format!("{}- 項{n:02}\n", "  ".repeat(n))).collect();
    let quotes = format!("{}項00", "> ".repeat(50_000));
    let stars = format!("{}項00{}", "*a **".repeat(500), "** *".repeat(500));
    for (source, words) in [(list, 60), (quotes, 1), (stars, 1)] {
        let paper = TextPaper::from_markdown("題", &source);
        assert!(depth(&paper.blocks) <= 8);
        let text = paper.text();
        for word in 0..words {
            assert!(text.contains(&format!("項{word:02}")), "{word}");
        }
        assert!(!text.contains("項10項11"), "items must not run together");
    }
}

#[test]
fn rows_of_tables_are_heard_with_their_headings() {
    let text = TextPaper::from_markdown("題", "|  | 数 | 備考 |\n|--|--|--|\n| 甲 | 3 | |\n").text();
    assert_eq!(text, "題\n\n・甲\n　数：3\n");
}

#[test]
fn a_packets_text_quotes_files_from_outside() {
    let paper = |file: &str| Paper {
        number: "資料1".to_owned(),
        title: "添付".to_owned(),
        class: PaperClass::Beforehand,
        item: None,
        revised: false,
        content: PaperContent::File { file: file.to_owned() },
        marks: Marks::default(),
    };
    let cover = Cover {
        council: "架空協議会".to_owned(),
        meeting: String::new(),
        date: String::new(),
        time: String::new(),
        place: String::new(),
        audience: Audience::Members,
        issuer: String::new(),
        notes: vec![],
        addressee: String::new(),
    };
    let packet = Packet {
        cover,
        agenda: agenda(),
        roster: None,
        seating: None,
        papers: vec![paper("a"), paper("b"), paper("c")],
        omitted: String::new(),
        options: PacketOptions::default(),
        front: Front::Whole,
        classes: vec![],
        agenda_number: String::new(),
    };
    let texts = [("a", vec!["本文一".to_owned(), " ".to_owned()]), ("b", vec![String::new()])];
    let text = packet.text_with(&texts.map(|(id, pages)| (id.to_owned(), pages)).into());
    assert!(text.contains("（1／2ページ）\n本文一\n\n（2／2ページ）\n（画像のページです。"), "{text}");
    assert!(text.contains("（画像の資料です。"), "{text}");
    assert!(text.contains("（添付のファイルです。"), "{text}");
}

#[test]
fn text_of_a_paper_reads_in_order() {
    let paper = TextPaper::from_markdown(
        "報告",
        "## 一\n\n本文。\n\n1. 甲\n   - 乙\n2. 丙\n\n| 回 | 日 |\n|--|--|\n| 1 | 6月 |\n",
    );
    let expected = "報告\n\n一\n\n本文。\n\n1. 甲\n　・乙\n2. 丙\n\n・回：1\n　日：6月\n";
    assert_eq!(paper.text(), expected);
}

fn agenda() -> Agenda {
    let item = |number: &str, depth, title: &str, minutes| AgendaItem {
        number: number.to_owned(),
        depth,
        title: title.to_owned(),
        minutes,
        ..AgendaItem::default()
    };
    let mut items =
        vec![item("1", 0, "開会", Some(5)), item("2", 0, "議事", None), item("⑴", 1, "計画について", Some(40))];
    items[2].kind = "協議".to_owned();
    items[2].papers = vec!["資料1-1".to_owned(), "資料1-2".to_owned()];
    items[2].presenter = "事務局".to_owned();
    items[2].closed = true;
    Agenda {
        each_paper: false,
        council: "架空協議会".to_owned(),
        meeting: "令和8年度 第2回 全体会".to_owned(),
        date: "令和8年10月14日（水）".to_owned(),
        place: String::new(),
        items,
        notes: vec![],
    }
}

#[test]
fn agenda_runs_its_clock_over_midnight_and_sums() {
    let mut agenda = agenda();
    agenda.run_clock(chrono::NaiveTime::from_hms_opt(23, 58, 0).unwrap());
    let clocks: Vec<&str> = agenda.items.iter().map(|item| item.clock.as_str()).collect();
    assert_eq!(clocks, ["23:58", "0:03", "0:03"]);
    assert_eq!(agenda.total_minutes(), 45);
}

#[test]
fn agenda_text_names_papers_and_closed_items() {
    let expected = "架空協議会\n令和8年度 第2回 全体会　次第\n\n日時　令和8年10月14日（水）\n\n\
        1　開会　5分\n2　議事\n　⑴　［協議］　計画について（非公開）　【資料1-1、資料1-2】　説明：事務局　40分\n\n\
        所要時間　計45分\n";
    assert_eq!(agenda().text(), expected);
}

#[test]
fn roster_text_numbers_members_through_their_groups() {
    let row = |name: &str, office: &str| RosterRow {
        name: name.to_owned(),
        office: office.to_owned(),
        kana: "ふり".to_owned(),
        ..RosterRow::default()
    };
    let group = |label: &str, rows| RosterGroup { label: label.to_owned(), rows };
    let roster = Roster {
        council: "架空協議会".to_owned(),
        title: "委員名簿".to_owned(),
        as_of: "令和8年10月14日現在".to_owned(),
        term: String::new(),
        audience: Audience::Internal,
        columns: vec![
            RosterColumn::Number,
            RosterColumn::Category,
            RosterColumn::Name,
            RosterColumn::Kana,
            RosterColumn::Office,
        ],
        groups: vec![group("⑴ 医療関係者", vec![row("髙橋", "会長")]), group("⑵ 学識経験者", vec![row("𠮷田", "")])],
        footers: vec!["敬称略".to_owned()],
    };
    let expected = "架空協議会　委員名簿\n令和8年10月14日現在\n（内部用）\n\n⑴ 医療関係者\n\
        1　髙橋　（ふり）　会長\n\n⑵ 学識経験者\n2　𠮷田　（ふり）\n\n敬称略\n";
    assert_eq!(roster.text(), expected);
}

fn plan(shape: SeatingShape, members: usize) -> SeatingPlan {
    let seat = |role, name: String| Seat { role, name, post: String::new() };
    let mut seats = vec![seat(SeatRole::Chair, "会長".to_owned())];
    seats.extend((0..members).map(|n| seat(SeatRole::Member, format!("委員{n}"))));
    seats.extend((0..5).map(|n| seat(SeatRole::Secretariat, format!("事務局{n}"))));
    SeatingPlan {
        council: String::new(),
        meeting: String::new(),
        date: String::new(),
        place: String::new(),
        shape,
        seats,
        interpreters: vec!["手話通訳".to_owned()],
        audience: Some(10),
        press: Some(2),
        room: None,
    }
}

#[test]
fn desks_stay_in_the_room_and_apart() {
    for shape in [SeatingShape::Square, SeatingShape::Horseshoe, SeatingShape::School] {
        for members in [0, 1, 2, 7, 18, 30, 42] {
            let places = plan(shape, members).places();
            assert_eq!(places.desks.len(), members + 6);
            let desks = places.desks.iter().map(|d| (d.x, d.y, d.w, d.h));
            let zones = places.zones.iter().map(|z| (z.x, z.y, z.w, z.h));
            let areas: Vec<_> = desks.chain(zones).collect();
            for (index, a) in areas.iter().enumerate() {
                let inside =
                    a.0 >= 0.0 && a.1 >= 0.0 && a.0 + a.2 <= places.width + 0.01 && a.1 + a.3 <= places.height + 0.01;
                assert!(inside && a.2 > 0.0 && a.3 > 2.0, "{shape:?} {members}: {a:?}");
                for b in &areas[index + 1..] {
                    let apart = a.0 + a.2 <= b.0 + 0.01
                        || b.0 + b.2 <= a.0 + 0.01
                        || a.1 + a.3 <= b.1 + 0.01
                        || b.1 + b.3 <= a.1 + 0.01;
                    assert!(apart, "{shape:?} {members}: {a:?} {b:?}");
                }
            }
        }
    }
}

#[test]
fn seating_reads_chair_first_then_left_then_right() {
    let reading = plan(SeatingShape::Square, 3).places().reading();
    let sides: Vec<&str> = reading.iter().map(|(side, _)| side.as_str()).collect();
    assert_eq!(sides[..4], ["正面", "左側1", "左側2", "右側"]);
    assert_eq!(reading.last().unwrap(), &("後方".to_owned(), "報道席（2席）".to_owned()));
}

#[test]
fn sheets_are_shared_by_neighbours_of_one_size() {
    let a4 = PageSize { width_pt: 595.0, height_pt: 842.0 };
    let across = PageSize { width_pt: 842.0, height_pt: 595.0 };
    let a3 = PageSize { width_pt: 1191.0, height_pt: 842.0 };
    let letter = PageSize { width_pt: 612.0, height_pt: 792.0 };
    assert_eq!(SheetSize::of(letter), SheetSize::Other);
    let count = |pages: &[PageSize], duplex| SheetCount::of(pages.iter().copied(), duplex);
    assert_eq!(count(&[a4, across, a4], true), SheetCount { a4: 2, a3: 0, other: 0 });
    assert_eq!(count(&[a4, a3, a4], true), SheetCount { a4: 2, a3: 1, other: 0 });
    assert_eq!(count(&[a4, a4, letter], false), SheetCount { a4: 2, a3: 0, other: 1 });
    assert_eq!(count(&[], true).total(), 0);
    let slide = PageSize { width_pt: 720.0, height_pt: 540.0 };
    let slide_across = PageSize { width_pt: 540.0, height_pt: 720.0 };
    assert_eq!(count(&[letter, slide, slide_across, letter], true), SheetCount { a4: 0, a3: 0, other: 3 });
}

#[test]
fn blank_pages_count_as_sheets_only() {
    let page = |part, blank| PageInfo {
        size: PageSize { width_pt: 595.0, height_pt: 842.0 },
        label: String::new(),
        part,
        blank,
    };
    let pages = vec![
        page(PagePart::Front, false),
        page(PagePart::Paper(0), false),
        page(PagePart::Paper(0), false),
        page(PagePart::Paper(0), false),
        page(PagePart::Paper(0), true),
    ];
    let printed =
        Printed { pdf: vec![], pages, uncovered: vec![], repaired: vec![], texts: std::collections::BTreeMap::new() };
    assert_eq!(printed.pages_of(&PagePart::Paper(0)), 3);
    assert_eq!(printed.sheets_of(&PagePart::Paper(0), true).a4, 2);
    assert_eq!(printed.sheets_of(&PagePart::Paper(0), false).a4, 4);
}

#[test]
fn print_plan_sums_copies_and_sheets() {
    let row = |pages, a4, a3, copies| PrintRow {
        number: "資料1".to_owned(),
        title: "計画".to_owned(),
        class: None,
        pages,
        sheets: SheetCount { a4, a3, other: 0 },
        copies,
        apart: false,
    };
    let kind = |label: &str, copies| Recipients { label: label.to_owned(), copies };
    let plan = PrintPlan {
        council: "架空協議会".to_owned(),
        meeting: "第2回".to_owned(),
        date: String::new(),
        duplex: true,
        recipients: vec![kind("委員", 18), kind("傍聴", 10)],
        rows: vec![row(4, 2, 0, vec![18, 10]), row(3, 1, 1, vec![18, 0])],
        notes: vec![],
    };
    assert_eq!(plan.total_sheets(), SheetCount { a4: 74, a3: 18, other: 0 });
    assert_eq!(plan.total_pages(), 7);
    let mut with_public = plan.clone();
    with_public.rows.push(PrintRow { apart: true, ..row(5, 3, 0, vec![0, 10]) });
    assert_eq!(with_public.total_pages(), 7, "another edition is no part of one set");
    assert_eq!(with_public.total_sheets(), SheetCount { a4: 104, a3: 18, other: 0 });
    assert!(plan.text().contains("資料1　計画　3ページ　1部A4 1枚、A3 1枚　委員18部　計18部"));
    assert!(plan.text().contains("資料ごとに紙を改めて"));
    assert!(plan.text().ends_with("合計　A4 74枚、A3 18枚\n"));
}
