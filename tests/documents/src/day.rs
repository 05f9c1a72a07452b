//! Reception lists, attendance in figures, payment lists, the yearly report and arranged
//! seats, at the smallest and the largest sensible content.

use crate::{golden, tools};
use entaku_documents::{
    Audience, Job, ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable, Printer, RoomFixture, Seat, SeatRole,
    SeatRoom, SeatingPlan, SeatingShape,
};
use entaku_press::Press;

const NAMES: [&str; 6] =
    ["髙橋　美咲子", "﨑山　#panic(\"x\")", "𠮷田　太郎", "渡邉󠄂　宗一郎", "辻󠄀　花子", "グエン・ティ・ラン"];
const COUNCIL: &str = "鎌倉市障害者支援協議会";

fn name(at: usize) -> String {
    NAMES[at % NAMES.len()].to_owned()
}

/// Prints a document: tagged, claiming PDF/UA; its first and last page look as they did.
fn print(name: &str, job: &Job, text: &str) {
    let pdf = Press.print(job, &mut entaku_documents::go_on).unwrap();
    assert!(tools::facts(&pdf.pdf).contains("Tagged:          yes"), "{name} is not tagged");
    assert!(String::from_utf8_lossy(&pdf.pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
    golden::text(&format!("{name}_words.txt"), text);
    golden::picture(&format!("{name}.png"), &tools::picture(&pdf.pdf, 1, 36));
    let last = pdf.pages.len();
    if last > 1 {
        golden::picture(&format!("{name}_last.png"), &tools::picture(&pdf.pdf, last, 36));
    }
}

fn part(heading: &str, columns: Vec<ListedColumn>, rows: Vec<Vec<String>>, row_mm: u8, head: usize) -> ListedPart {
    let rows = rows.into_iter().map(ListedRow::of).collect();
    let table = Some(ListedTable { columns, rows, head, row_mm });
    ListedPart { heading: heading.into(), rank: 1, table, ..ListedPart::default() }
}

fn texts(columns: &[(&str, u16)]) -> Vec<ListedColumn> {
    columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect()
}

fn reception(members: usize, large: bool) -> ListedPaper {
    let columns =
        [("番号", 0), ("氏名", 15), ("所属・職", 22), ("受付（署名）", 20), ("代理の人の氏名", 16), ("資料", 6)];
    let row = |at: usize| {
        let away = if at % 7 == 3 { "（欠席（届出）の連絡あり）" } else { "" };
        let who = "会長\n特定非営利活動法人 湘南くらしネット　相談支援専門員";
        vec![(at + 1).to_string(), name(at), who.into(), away.into(), String::new(), String::new()]
    };
    let row_mm = if large { 16 } else { 12 };
    let blank = (0..3).map(|_| vec![String::new(); 6]).collect();
    ListedPaper {
        lines: vec!["令和8年10月14日（水）　14時00分から16時00分まで".into(), "市役所 第3分庁舎 講堂".into()],
        landscape: true,
        large,
        parts: vec![
            part("委員", texts(&columns), (0..members).map(row).collect(), row_mm, 1),
            part("当日の受付（予定のなかった方）", texts(&columns), blank, row_mm, 1),
        ],
        footers: vec!["受付が済みましたら、署名の欄にお名前をお書きください。".into()],
        ..ListedPaper::new(COUNCIL, "令和8年度　第2回　全体会　受付簿", Audience::Internal)
    }
}

#[test]
fn reception_lists_of_one_and_of_sixty() {
    for (name, listing) in [
        ("reception_1", reception(1, false)),
        ("reception_60", reception(60, false)),
        ("reception_large", reception(18, true)),
    ] {
        print(name, &Job::Listed(listing.clone()), &listing.text());
    }
}

fn payment(members: usize) -> ListedPaper {
    let mut columns = texts(&[("氏名", 14), ("所属・職", 20), ("会議体", 12)]);
    columns
        .extend(["日数", "報酬等（円）", "費用弁償（円）", "源泉徴収（円）", "差引（円）"].map(ListedColumn::figures));
    columns.push(ListedColumn::text("課税の目安", 24));
    let cells = |head: &str, figures: [&str; 5], hint: &str| {
        let mut cells = vec![head.to_owned(), "鎌倉市社会福祉協議会　事務局長".into(), "全体会".into()];
        cells.extend(figures.map(str::to_owned));
        cells.push(hint.to_owned());
        cells
    };
    let hint = "年内の計9,000円（限度10,000円）。所得税基本通達28-7により課税しなくて差し支えない。";
    let rows = (0..members).map(|at| cells(&name(at), ["1", "9,000", "640", "0", "9,640"], hint));
    let mut first = part("人別", columns, rows.collect(), 0, 0);
    if let Some(table) = &mut first.table {
        table.rows.push(ListedRow::total(cells("計", ["60", "1,540,000", "38,400", "0", "578,400"], "")));
    }
    ListedPaper {
        lines: vec!["期間　令和8年6月1日～令和8年6月30日".into(), "締め前（令和8年10月1日現在）".into()],
        landscape: true,
        parts: vec![first],
        footers: vec!["口座と個人番号は、この一覧に載せていません。".into()],
        ..ListedPaper::new(COUNCIL, "支払一覧　令和8年6月分", Audience::Internal)
    }
}

#[test]
fn payment_lists_of_one_and_of_sixty() {
    for (name, listing) in [("pay_list_1", payment(1)), ("pay_list_60", payment(60))] {
        print(name, &Job::Listed(listing.clone()), &listing.text());
    }
}

fn report(meetings: usize) -> ListedPaper {
    let chapter = |heading: &str, paragraphs: &[&str]| ListedPart {
        heading: heading.into(),
        rank: 1,
        paragraphs: paragraphs.iter().map(|t| (*t).to_owned()).collect(),
        ..ListedPart::default()
    };
    let columns = texts(&[("回・番号", 0), ("開催日", 0), ("会場", 14), ("出席", 0), ("主な議題", 30)]);
    let items = "第5期障害者基本計画の素案について\n障害福祉サービス計画の見込量について\n部会の報告";
    let row = |at: usize| {
        vec![
            format!("第{}回", at + 1),
            "令和8年6月24日".into(),
            "市役所 第3分庁舎 講堂".into(),
            "15／18人".into(),
            items.into(),
        ]
    };
    let mut table = part("全体会", columns, (0..meetings).map(row).collect(), 0, 0);
    table.rank = 2;
    ListedPaper {
        lines: vec!["障害福祉課".into()],
        parts: vec![
            chapter("はじめに", &["障害のある人もない人も、共に暮らせるまちを目指して、この１年の活動を報告します。"]),
            chapter("会議の開催", &[]),
            table,
            chapter("おわりに", &["御協力いただいた皆様に感謝いたします。"]),
        ],
        ..ListedPaper::new(COUNCIL, "令和8年度　活動報告書", Audience::Members)
    }
}

#[test]
fn a_report_of_one_meeting_and_of_sixty() {
    for (name, listing) in [("activity_report_1", report(1)), ("activity_report_60", report(60))] {
        print(name, &Job::Listed(listing.clone()), &listing.text());
    }
}

fn seating(members: usize, shape: SeatingShape) -> SeatingPlan {
    let seat = |at: usize| Seat { role: SeatRole::Member, name: name(at).replace('　', ""), post: "委員".into() };
    let chair = Seat { role: SeatRole::Chair, name: "柏木".into(), post: "会長".into() };
    let office = Seat { role: SeatRole::Secretariat, name: "障害福祉課長".into(), post: "事務局".into() };
    let fixture = |label: &str, x, y, watched| RoomFixture { label: label.into(), x, y, w: 36.0, h: 9.0, watched };
    let left = members.div_ceil(2);
    SeatingPlan {
        council: COUNCIL.into(),
        meeting: "令和8年度　第2回　全体会".into(),
        date: "令和8年10月14日（水）".into(),
        place: "講堂".into(),
        shape,
        seats: Vec::new(),
        interpreters: vec!["手話通訳".into()],
        audience: Some(10),
        press: None,
        room: Some(SeatRoom {
            head: vec![chair],
            left: (0..left).map(seat).collect(),
            right: (left..members).map(seat).collect(),
            foot: vec![office],
            fixtures: vec![fixture("手話通訳者の位置", 60.0, 8.0, true), fixture("出入口", 250.0, 148.0, false)],
            watchers: vec!["髙橋美咲子".into()],
        }),
    }
}

#[test]
fn arranged_seats_of_one_and_of_sixty() {
    for (name, plan) in [
        ("room_1", seating(1, SeatingShape::Square)),
        ("room_60", seating(60, SeatingShape::Horseshoe)),
        ("room_school", seating(18, SeatingShape::School)),
    ] {
        print(name, &Job::Seating(plan.clone()), &plan.text());
    }
}
