//! Invented documents of an invented council: for the tests, and to look at.
#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod people;

pub use people::*;
use std::collections::BTreeMap;

use entaku_chart::Scene;
use entaku_documents::*;

pub const COUNCIL: &str = "鎌倉市障害者支援協議会";
pub const MEETING: &str = "令和8年度 第2回 全体会";

fn s(text: &str) -> String {
    text.to_owned()
}

/// Names that fonts, encodings and templates find hard.
pub const HARD_NAMES: [&str; 6] =
    ["髙橋 恵子", "﨑山 德永", "𠮷田 一郎", "渡邉󠄂 節子", "辻󠄀 祐󠄀介", "マリア・サントス（Maria Santos）"];

pub fn roster() -> Roster {
    let labels = [
        ("⑴ 医療関係者", 2),
        ("⑵ 福祉に関係を有する団体の関係者", 5),
        ("⑶ 就労に関係を有する団体の関係者", 2),
        ("⑷ 学識経験を有する者", 2),
        ("⑸ 関係行政機関及び関係教育機関の職員", 3),
        ("⑹ 障害者等及びその家族", 3),
        ("⑺ その他、市長が必要と認める者", 1),
    ];
    let posts = [
        "みなと架空診療所 院長",
        "社会福祉法人ゆうなぎ会 相談支援センターゆうなぎ 管理者",
        "架空地区民生委員児童委員協議会 会長",
        "湘南架空大学 社会福祉学部 教授",
        "架空公共職業安定所 専門援助部門 統括職業指導官",
    ];
    let mut at = 0;
    let groups = labels.map(|(label, count)| RosterGroup {
        label: s(label),
        rows: (0..count)
            .map(|_| {
                at += 1;
                RosterRow {
                    category: s(label),
                    name: s(HARD_NAMES.get(at - 1).copied().unwrap_or("架空 花子")),
                    kana: s("かくう はなこ"),
                    affiliation: s(posts[at % posts.len()]),
                    office: s(["", "", "", "会長", "副会長"].get(at).copied().unwrap_or("")),
                    appointed: s("令和8年4月1日"),
                    term_end: s("令和10年3月31日"),
                    note: s(if at % 4 == 0 { "再任" } else { "" }),
                    vacant: false,
                    ..RosterRow::default()
                }
            })
            .collect(),
    });
    Roster {
        council: s(COUNCIL),
        title: s("全体会　委員名簿"),
        as_of: s("令和8年10月14日現在"),
        term: s("任期　令和8年4月1日から令和10年3月31日まで"),
        audience: Audience::Public,
        columns: vec![
            RosterColumn::Number,
            RosterColumn::Category,
            RosterColumn::Name,
            RosterColumn::Affiliation,
            RosterColumn::Office,
            RosterColumn::Note,
        ],
        groups: groups.to_vec(),
        footers: vec![s("敬称略・区分ごとに五十音順"), s("氏名はすべて架空のものです。")],
    }
}

pub fn internal_roster() -> Roster {
    let mut roster = roster();
    roster.audience = Audience::Internal;
    roster.columns = vec![
        RosterColumn::Number,
        RosterColumn::Category,
        RosterColumn::Name,
        RosterColumn::Kana,
        RosterColumn::Affiliation,
        RosterColumn::Office,
        RosterColumn::Appointed,
        RosterColumn::TermEnd,
        RosterColumn::Note,
    ];
    roster
}

pub fn agenda() -> Agenda {
    let item = |number: &str, depth, kind: &str, title: &str, minutes, papers: &[&str]| AgendaItem {
        number: s(number),
        depth,
        kind: s(kind),
        title: s(title),
        presenter: s(if depth == 1 { "事務局" } else { "" }),
        minutes,
        papers: papers.iter().map(|p| s(p)).collect(),
        ..AgendaItem::default()
    };
    let mut items = vec![
        item("1", 0, "", "開会・出席状況の報告", Some(5), &["資料1"]),
        item("2", 0, "", "議事", None, &[]),
        item("⑴", 1, "報告", "各専門部会の活動状況について", Some(20), &["資料2-1", "資料2-2"]),
        item(
            "⑵",
            1,
            "協議",
            "第8期鎌倉市障害福祉サービス計画（素案）に対する意見について",
            Some(40),
            &["資料3-1", "資料3-2"],
        ),
        item("⑶", 1, "協議", "個別の事例から見えた地域課題の整理について", Some(30), &["資料4"]),
        item("3", 0, "その他", "その他・次回の日程", Some(10), &["参考資料1"]),
        item("4", 0, "", "閉会", Some(5), &[]),
    ];
    items[4].closed = true;
    let mut agenda = Agenda {
        each_paper: false,
        council: s(COUNCIL),
        meeting: s(MEETING),
        date: s("令和8年10月14日（水）14時00分から16時00分まで"),
        place: s("架空市民センター 第1会議室"),
        items,
        notes: vec![s("※ 休憩は議事⑵の後に10分間とります。")],
    };
    agenda.run_clock(chrono::NaiveTime::from_hms_opt(14, 0, 0).unwrap());
    agenda
}

pub fn seating(shape: SeatingShape, members: usize) -> SeatingPlan {
    let seat = |role, name: &str, post: &str| Seat { role, name: s(name), post: s(post) };
    let mut seats = vec![seat(SeatRole::Chair, "髙橋（恵）", "会長"), seat(SeatRole::Chair, "𠮷田", "副会長")];
    for index in 0..members {
        let name = ["﨑山", "渡邉󠄂", "辻󠄀", "德永", "マリア・サントス", "髙橋（一）", "架空"][index % 7];
        seats.push(seat(SeatRole::Member, name, "委員"));
    }
    for (name, post) in [("相川", "障害福祉課長"), ("大町", "障害福祉担当課長補佐"), ("材木", "主任"), ("由比", "書記")]
    {
        seats.push(seat(SeatRole::Secretariat, name, post));
    }
    SeatingPlan {
        council: s(COUNCIL),
        meeting: s(MEETING),
        date: s("令和8年10月14日（水）"),
        place: s("架空市民センター 第1会議室"),
        shape,
        seats,
        interpreters: vec![s("手話通訳"), s("要約筆記")],
        audience: Some(10),
        press: Some(2),
        room: None,
    }
}

pub const MARKDOWN: &str = "\
# 地域生活支援部会の活動状況

令和8年度上半期は、**移動支援**と**緊急時の受入れ**を中心に協議しました。事例は個人が
特定されないよう加工しています。

## 1 開催状況

| 回 | 開催日 | 出席 | 主な議題 |
|---:|:---|:---:|:---|
| 1 | 令和8年6月10日 | 9人 | 部会長の互選、年間計画 |
| 2 | 令和8年7月22日 | 8人 | 通学時の移動支援の実態 |
| 3 | 令和8年9月9日 | 9人 | 緊急時の受入れ先の調整手順 |

## 2 見えてきた課題

1. 通学・通所の移動支援は、朝夕の時間帯に担い手が足りない。
   - 事業所の半数が、朝の依頼を断ったことがある。
   - 家族の送迎に頼る世帯が多い。
2. 緊急時の受入れは、連絡の順序が事業所ごとに異なる。

### ⑴ 移動支援

担い手の確保には、*短時間勤務*の工夫と、資格取得への支援が必要との意見がありました。髙橋委員、﨑山委員、𠮷田委員、渡邉󠄂委員、辻󠄀委員から発言がありました。

（「地域で暮らす」）、『協議会』。「計画（素案）」について、（※）・【資料1】（別紙）。

辻󠄀と辻、渡邉󠄂と渡邉、祐󠄀と祐、𠮷田と吉田

> 朝の1時間だけなら手伝えるという人はいる。つなぐ仕組みがない。

## 3 今後の進め方

全体会の意見を踏まえ、令和9年1月までに対応策の案をまとめます。
";

pub fn text_paper() -> TextPaper {
    let mut paper = TextPaper::from_markdown("地域生活支援部会　活動報告", MARKDOWN);
    paper.byline = vec![s("令和8年10月14日"), s("地域生活支援部会長　架空 花子")];
    paper
}

pub fn long_text(sections: usize) -> TextPaper {
    let mut source = String::new();
    for n in 1..=sections {
        source.push_str(&format!("## 第{n}章 地域の現状と取組\n\n"));
        for _ in 0..5 {
            source.push_str("障害のある人が地域で安心して暮らすためには、相談支援、移動支援、緊急時の受入れなどのサービスが切れ目なくつながることが必要です。市内の事業所への聞き取りでは、担い手の不足と、事業所どうしの情報共有の難しさが挙げられました。協議会では、これらの課題を専門部会で整理し、対応策を検討します。\n\n");
        }
        source.push_str("| 区分 | 令和6年度 | 令和7年度 | 令和8年度（見込） |\n|:--|--:|--:|--:|\n| 居宅介護 | 312人 | 325人 | 340人 |\n| 移動支援 | 188人 | 201人 | 215人 |\n| 短期入所 | 96人 | 99人 | 110人 |\n\n");
    }
    TextPaper::from_markdown("第8期計画（素案）の概要", &source)
}

pub fn issue_row(number: usize) -> IssueRow {
    IssueRow {
        number: format!("R8-{number}"),
        origin: s("地域事例みえるか会議"),
        received: s("令和8年5月20日"),
        field: s("移動支援"),
        issue: s("朝夕の移動支援の担い手不足"),
        gist: s("通学・通所の朝夕の時間帯に移動支援の担い手が足りず、家族の送迎に頼っている。"),
        background: s("市内の移動支援事業所は18か所。朝7時から9時に対応できるのは5か所にとどまる。"),
        resources: s("移動支援事業、福祉有償運送"),
        level: s("部会"),
        owner: s("地域生活支援部会"),
        due: s("令和9年1月31日"),
        measures: s("短時間勤務の担い手を募る仕組みと、事業所間で調整する窓口を検討する。"),
        state: s("協議中"),
        result: if number.is_multiple_of(3) { s("令和9年度予算に反映") } else { String::new() },
        plan_item: s("第7期障害福祉サービス計画 第3章2⑶ 地域生活支援事業"),
        feedback: s("鎌倉架空手をつなぐ会へ、令和8年9月30日に途中経過を報告"),
    }
}

pub fn issue_table(a3: bool) -> IssueTable {
    IssueTable {
        council: s(COUNCIL),
        title: s("令和8年度　課題整理表"),
        as_of: s("令和8年10月14日現在"),
        audience: Audience::Members,
        a3,
        rows: (1..=12).map(issue_row).collect(),
        footers: vec![s("事例は個人が特定されないよう加工しています。")],
    }
}

pub fn issue_cards() -> IssueCards {
    let step = |date: &str, place: &str, state: &str, text: &str| IssueStep {
        date: s(date),
        place: s(place),
        state: s(state),
        text: s(text),
        documents: vec![s("資料3-1")],
    };
    let sheet = |number| IssueSheet {
        row: issue_row(number),
        source: s("鎌倉架空手をつなぐ会（令和8年4月20日、要望書）"),
        tasks: vec![s("事務局：事業所への聞き取り（期限 令和8年7月10日、済 令和8年7月8日）")],
        links: vec![s("分割元の課題　R7-4　移動支援の時間帯")],
        proposals: vec![s("朝夕の移動支援について（市長、提案済）")],
        steps: vec![
            step("令和8年5月20日", "地域事例みえるか会議", "受付", "4件の事例から共通する課題として整理した。"),
            step("令和8年5月27日", "運営会議（第1回）", "テーマ案", "地域生活支援部会で協議することとした。"),
            step(
                "令和8年7月22日",
                "地域生活支援部会（第2回）",
                "協議中",
                "事業所への聞き取りの結果を共有し、担い手の確保策を話し合った。",
            ),
        ],
    };
    IssueCards {
        council: s(COUNCIL),
        title: s("課題カルテ"),
        as_of: s("令和8年10月14日現在"),
        audience: Audience::Members,
        sheets: vec![sheet(1), sheet(2)],
    }
}

pub fn print_plan() -> PrintPlan {
    let row = |number: &str, title: &str, class, pages, a4, a3, open| PrintRow {
        number: s(number),
        title: s(title),
        class,
        pages,
        sheets: SheetCount { a4, a3, other: 0 },
        copies: vec![18, 8, if open { 10 } else { 0 }, if open { 2 } else { 0 }, 5],
        apart: false,
    };
    let kind = |label: &str, copies| Recipients { label: s(label), copies };
    PrintPlan {
        council: s(COUNCIL),
        meeting: s(MEETING),
        date: s("令和8年10月14日（水）"),
        duplex: true,
        recipients: vec![kind("委員", 18), kind("事務局", 8), kind("傍聴", 10), kind("報道", 2), kind("予備", 5)],
        rows: vec![
            row("", "表紙・次第・資料一覧・名簿・席次表", None, 5, 3, 0, true),
            row("資料1", "委員名簿", Some(PaperClass::Beforehand), 1, 1, 0, true),
            row("資料2-1", "地域生活支援部会 活動報告", Some(PaperClass::Beforehand), 4, 2, 0, true),
            row("資料3-1", "第8期鎌倉市障害福祉サービス計画（素案）", Some(PaperClass::Beforehand), 32, 15, 2, true),
            row("資料4", "課題整理表", Some(PaperClass::OnTheDay), 3, 2, 0, false),
            row("参考資料1", "関係図", Some(PaperClass::Reference), 1, 0, 1, true),
        ],
        notes: vec![s("資料4は議事終了後に回収します。")],
    }
}

/// A chart drawn by hand: a frame, two bodies, arrows both ways.
pub fn chart() -> Scene {
    serde_json::from_str(include_str!("scene.json")).unwrap()
}

pub fn cover(audience: Audience) -> Cover {
    Cover {
        council: s(COUNCIL),
        meeting: s(MEETING),
        date: s("令和8年10月14日（水）"),
        time: s("14時00分から16時00分まで"),
        place: s("架空市民センター 第1会議室（鎌倉市架空町1-1）"),
        audience,
        issuer: s("鎌倉市健康福祉部障害福祉課（協議会事務局）"),
        notes: vec![s("会議当日にお持ちください。"), s("人物・団体・数値はすべて架空のものです。")],
        addressee: String::new(),
    }
}

pub fn paper(number: &str, title: &str, item: Option<usize>, content: PaperContent) -> Paper {
    let class = if number.starts_with("参考") { PaperClass::Reference } else { PaperClass::Beforehand };
    Paper { number: s(number), title: s(title), class, item, revised: false, content, marks: Marks::default() }
}

pub fn file(id: &str) -> PaperContent {
    PaperContent::File { file: s(id) }
}

/// A packet with our own papers only.
pub fn own_packet() -> Packet {
    let own = PaperContent::Own;
    Packet {
        cover: cover(Audience::Members),
        agenda: agenda(),
        roster: Some(roster()),
        seating: Some(seating(SeatingShape::Square, 16)),
        papers: vec![
            paper("資料1", "委員名簿", Some(0), own(OwnPaper::Roster(roster()))),
            paper("資料2-1", "地域生活支援部会 活動報告", Some(2), own(OwnPaper::Text(text_paper()))),
            paper("資料2-2", "関係図", Some(2), own(OwnPaper::Chart(chart()))),
            paper("資料3-1", "第8期計画（素案）の概要", Some(3), own(OwnPaper::Text(long_text(4)))),
            paper("資料4", "課題整理表", Some(4), own(OwnPaper::IssueTable(issue_table(false)))),
            Paper {
                class: PaperClass::OnTheDay,
                ..paper("資料5", "当日配付の補足資料", None, PaperContent::Apart { pages: Some(2) })
            },
            paper("参考資料1", "課題カルテ", None, own(OwnPaper::IssueCards(issue_cards()))),
        ],
        omitted: String::new(),
        options: PacketOptions::default(),
        front: Front::Whole,
        classes: Vec::new(),
        agenda_number: String::new(),
    }
}

/// Files by id from (id, name, bytes).
pub fn files(of: Vec<(&str, &str, Vec<u8>)>) -> BTreeMap<String, SourceFile> {
    of.into_iter().map(|(id, name, bytes)| (s(id), SourceFile { name: s(name), bytes })).collect()
}

/// A PDF of a few pages of the given sizes (points), each with a line of text,
/// written by hand so that nothing of the press is tested by itself.
pub fn pdf(sizes: &[(u32, u32, u32)]) -> Vec<u8> {
    let mut objects = vec![
        s("<< /Type /Catalog /Pages 2 0 R >>"),
        format!(
            "<< /Type /Pages /Count {} /Kids [{}] >>",
            sizes.len(),
            (0..sizes.len()).map(|i| format!("{} 0 R ", 4 + 2 * i)).collect::<String>()
        ),
        s("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    ];
    for (index, (width, height, rotate)) in sizes.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate} \
             /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * index
        ));
        let content = format!(
            "0.8 0.9 1 rg 20 20 {} {} re f 0 g BT /F 24 Tf 60 {} Td (Foreign page {}) Tj ET",
            width - 40,
            height - 40,
            height / 2,
            index + 1
        );
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut out = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let xref = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for offset in offsets {
        out.push_str(&format!("{offset:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1));
    out.into_bytes()
}

/// A picture of the given size.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, 160])
    });
    let mut out = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

/// A packet with papers from outside: A4, A3 across, A5, rotated, a picture.
pub fn mixed_packet(odd: bool) -> (Packet, BTreeMap<String, SourceFile>) {
    let mut packet = own_packet();
    packet.options.odd_page_start = odd;
    packet.papers.insert(2, paper("資料2-2", "精神保健福祉部会 活動報告", Some(2), file("a")));
    packet.papers[3].number = s("資料2-3");
    packet.papers.insert(5, paper("資料3-2", "計画（素案）本文", Some(3), file("b")));
    packet.papers.push(paper("参考資料2", "会場の案内図", None, file("c")));
    packet.papers.push(paper("参考資料3", "会場の写真", None, file("d")));
    let sources = files(vec![
        ("a", "精神部会.pdf", pdf(&[(595, 842, 0), (595, 842, 0), (595, 842, 90)])),
        ("b", "素案.pdf", pdf(&[(1191, 842, 0), (420, 595, 0), (612, 792, 0), (298, 420, 0)])),
        ("c", "案内図.png", png(300, 200)),
        ("d", "写真.png", png(200, 300)),
    ]);
    (packet, sources)
}
