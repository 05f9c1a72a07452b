//! Replacements with their list of corrections, and the lists that go with papers, at their
//! smallest and largest, with the names that are hard to print.

use crate::{golden, tools};
use entaku_documents::{
    Agenda, Audience, CorrectionRow, Corrections, Cover, Front, Job, ListColumn, Listing, Marks, OwnPaper, Packet,
    PacketOptions, Paper, PaperClass, PaperContent, Printer, SheetSize, TextPaper, go_on,
};
use entaku_press::Press;
use std::collections::BTreeMap;

const NAMES: [&str; 5] = ["髙橋　美咲子", "﨑山　#panic(\"x\")", "𠮷田　太郎", "渡邉󠄂　宗一郎", "辻󠄀　花子"];
const COUNCIL: &str = "鎌倉市障害者支援協議会";
const MEETING: &str = "令和8年度　第2回　全体会";
const DATE: &str = "令和8年10月14日（水）";

fn row(kind: &str, number: &str, title: &str, what: &str, out: &str, put_in: &str) -> CorrectionRow {
    let s = str::to_owned;
    CorrectionRow { kind: s(kind), number: s(number), title: s(title), what: s(what), out: s(out), put_in: s(put_in) }
}

fn corrections(rows: Vec<CorrectionRow>, with_agenda: bool) -> Corrections {
    Corrections {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        date: DATE.into(),
        made_on: "令和8年10月10日".into(),
        mends: "令和8年10月7日に出した会議資料（委員用）".into(),
        issuer: "鎌倉市健康福祉部障害福祉課（協議会事務局）".into(),
        addressee: if with_agenda { format!("{}　様", NAMES[3]) } else { String::new() },
        rows,
        with_agenda,
        notes: vec![
            "お手元の会議資料から「取り除くページ」を抜き、「入れるページ」をその場所に入れてください。".into(),
        ],
    }
}

fn paper(number: &str, stamp: &str, labels: &[&str]) -> Paper {
    let text = "本文の一行です。\n\n".repeat(if labels.len() > 1 { 60 } else { 3 });
    Paper {
        number: number.into(),
        title: "市長への提案書（案）".into(),
        class: PaperClass::Beforehand,
        item: None,
        revised: true,
        content: PaperContent::Own(OwnPaper::Text(TextPaper::from_markdown("市長への提案書（案）", &text))),
        marks: Marks {
            edition: "修正版　令和8年10月10日".into(),
            first_in: None,
            stamps: vec![stamp.into()],
            labels: labels.iter().map(|l| (*l).to_owned()).collect(),
        },
    }
}

fn packet(front: Front, papers: Vec<Paper>, options: PacketOptions) -> Packet {
    let agenda = Agenda {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        date: DATE.into(),
        place: "市役所　講堂".into(),
        items: Vec::new(),
        each_paper: false,
        notes: Vec::new(),
    };
    let cover = Cover {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        date: DATE.into(),
        time: "14時00分から16時00分まで".into(),
        place: "市役所　講堂".into(),
        audience: Audience::Members,
        issuer: "鎌倉市健康福祉部障害福祉課（協議会事務局）".into(),
        notes: Vec::new(),
        addressee: format!("{}　様", NAMES[0]),
    };
    Packet {
        cover,
        agenda,
        roster: None,
        seating: None,
        papers,
        omitted: String::new(),
        options,
        front,
        classes: Vec::new(),
        agenda_number: "資料1".into(),
    }
}

fn print(name: &str, job: &Job, text: &str, pages: &[usize]) -> Vec<u8> {
    let printed = Press.print(job, &mut go_on).unwrap();
    assert!(text.contains(COUNCIL), "{name}: {text}");
    golden::text(&format!("{name}_words.txt"), text);
    for page in pages {
        golden::picture(&format!("{name}_{page}.png"), &tools::picture(&printed.pdf, *page, 36));
    }
    printed.pdf
}

fn job(packet: Packet) -> Job {
    Job::Packet { packet: Box::new(packet), files: BTreeMap::new() }
}

#[test]
fn the_smallest_replacement() {
    let list = corrections(vec![row("差替え", "資料5", "市長への提案書（案）", "", "12", "12")], false);
    let made = packet(
        Front::Corrections(Box::new(list)),
        vec![paper("資料5", "差替え　令和8年10月10日", &["12"])],
        PacketOptions::default(),
    );
    print("replacement_small", &job(made.clone()), &made.text(), &[1, 2]);
}

#[test]
fn the_largest_replacement() {
    let kinds = ["差替え", "追加", "取下げ", "番号・題名の変更"];
    let rows = (1..=40).map(|n| {
        let title = format!("{}の報告書（素案）と参考の表", NAMES[n % 5]);
        row(
            kinds[n % 4],
            &format!("資料{n}-1"),
            &title,
            "3ページの表の数値と、5ページの出典の誤り",
            "123～128、130",
            "123～128-12",
        )
    });
    let list = corrections(rows.collect(), true);
    let papers = vec![
        paper("資料5", "差替え　令和8年10月10日", &["12", "13"]),
        paper("資料7", "追加　令和8年10月10日", &["18-2", "18-3"]),
    ];
    let options = PacketOptions { odd_page_start: true, large: 0 };
    let made = packet(Front::Corrections(Box::new(list)), papers, options);
    let printed = Press.print(&job(made.clone()), &mut go_on).unwrap();
    let labels: Vec<&str> = printed.pages.iter().filter(|p| !p.blank).map(|p| p.label.as_str()).collect();
    assert!(labels.contains(&"13") && labels.contains(&"18-3"), "{labels:?}");
    print("replacement_large", &job(made.clone()), &made.text(), &[1, 2, 3, 4]);
}

#[test]
fn copies_that_are_collected_are_numbered() {
    let copies = [1, 2].map(|n| paper("資料6", &format!("会議後に回収　No.{n}"), &[]));
    let made = packet(Front::Bare, copies.to_vec(), PacketOptions::default());
    print("collected_copies", &job(made.clone()), &made.text(), &[2]);
}

#[test]
fn large_print_fills_a3_and_is_set_anew() {
    let one = |large| {
        let made = packet(
            Front::Whole,
            vec![paper("資料5", "会議後に回収", &[])],
            PacketOptions { odd_page_start: false, large },
        );
        let printed = Press.print(&job(made), &mut go_on).unwrap();
        assert!(large == 0 || printed.pages.iter().all(|p| SheetSize::of(p.size) == SheetSize::A3), "{large}");
        (printed.pages.len(), printed.pdf)
    };
    let (usual, _) = one(0);
    let (at_141, _) = one(141);
    let (at_200, pdf) = one(200);
    assert!(at_200 >= at_141 && at_141 >= usual, "{usual} {at_141} {at_200}: larger type takes no fewer pages");
    golden::picture("large_print_1.png", &tools::picture(&pdf, 1, 24));
    golden::picture("large_print_4.png", &tools::picture(&pdf, 4, 24));
}

fn deliveries(rows: usize) -> Listing {
    let row = |n: usize| {
        let name = NAMES[n % 5].to_owned();
        let way = ["郵送", "電子メール", "手渡し", "庁内便（逓送）"][n % 4].to_owned();
        let day = if n % 7 == 6 { "未送付" } else { "令和8年10月7日" };
        vec![
            day.to_owned(),
            "会議資料".to_owned(),
            name,
            way,
            "1".to_owned(),
            if n == 1 { "拡大版とテキスト版".to_owned() } else { String::new() },
        ]
    };
    Listing {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        title: "送付一覧".into(),
        facts: vec![format!("会議の日　{DATE}"), "令和8年10月7日現在".into()],
        columns: vec![
            ListColumn::words("日付", 0),
            ListColumn::words("配付したもの", 0),
            ListColumn::words("配付先", 3),
            ListColumn::words("届け方", 0),
            ListColumn::marks("部数"),
            ListColumn::words("備考", 2),
        ],
        rows: (0..rows).map(row).collect(),
        empty: "配付の記録はありません。".into(),
        notes: vec!["会議資料を届けていない委員が2人います。".into()],
    }
}

#[test]
fn who_got_what_from_nobody_to_sixty_members() {
    let none = deliveries(0);
    print("delivery_list_none", &Job::Listing(none.clone()), &none.text(), &[1]);
    let sixty = deliveries(60);
    let pdf = print("delivery_list", &Job::Listing(sixty.clone()), &sixty.text(), &[1, 2]);
    assert!(tools::facts(&pdf).contains("Tagged:          yes"), "tagged");
    assert!(String::from_utf8_lossy(&pdf).contains("pdfuaid"), "claims PDF/UA");
}

#[test]
fn what_is_collected_is_ticked_off() {
    let mut columns = vec![ListColumn::marks("No."), ListColumn::words("委員", 3)];
    columns.extend(["資料6", "資料7-1"].map(ListColumn::ticks));
    columns.push(ListColumn::words("備考", 2));
    let row = |n: usize| vec![n.to_string(), NAMES[n % 5].to_owned(), String::new(), String::new(), String::new()];
    let list = Listing {
        title: "回収資料の確認表".into(),
        columns,
        rows: (1..=20).map(row).collect(),
        notes: vec![
            "資料6　個別事例に関する資料（要旨）".into(),
            "会議の後に、番号を確かめて回収し、□に印を付けてください。".into(),
        ],
        ..deliveries(0)
    };
    print("collection_list", &Job::Listing(list.clone()), &list.text(), &[1]);
}
