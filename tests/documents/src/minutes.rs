//! Minutes: each edition, at the smallest and the largest sensible content, with the names that
//! are hard to print.

use crate::{golden, tools};
use entaku_documents::{
    Audience, Job, Minutes, MinutesDecision, MinutesFact, MinutesLine, MinutesLineKind as Kind, MinutesPart,
    MinutesTask, Printer,
};
use entaku_press::Press;

const NAMES: [&str; 6] = ["髙橋会長", "﨑山委員", "𠮷田委員", "渡邉󠄂委員", "辻󠄀委員", "事務局"];

/// Prints minutes: tagged, claiming PDF/UA; the pages look as they did, and the words, too.
fn print(name: &str, minutes: &Minutes, pages: &[usize]) -> usize {
    let printed = Press.print(&Job::Minutes(minutes.clone()), &mut entaku_documents::go_on).unwrap();
    assert!(printed.uncovered.is_empty(), "{name}: {:?}", printed.uncovered);
    assert!(tools::facts(&printed.pdf).contains("Tagged:          yes"), "{name} is not tagged");
    assert!(String::from_utf8_lossy(&printed.pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
    golden::text(&format!("{name}_words.txt"), &minutes.text());
    for page in pages {
        golden::picture(&format!("{name}_{page}.png"), &tools::picture(&printed.pdf, *page, 36));
    }
    printed.pages.len()
}

fn fact(label: &str, lines: &[&str]) -> MinutesFact {
    MinutesFact::new(label, lines.iter().map(|l| (*l).to_owned()).collect())
}

fn line(number: Option<u32>, kind: Kind, speaker: &str, text: &str) -> MinutesLine {
    MinutesLine {
        number,
        kind,
        speaker: speaker.into(),
        paragraphs: text.lines().map(str::to_owned).collect(),
        behind: String::new(),
    }
}

fn minutes(audience: Audience) -> Minutes {
    Minutes {
        council: "鎌倉市障害者支援協議会".into(),
        meeting: "令和8年度　第1回　全体会".into(),
        title: "会議録".into(),
        mark: String::new(),
        audience,
        facts: vec![
            fact("会議の名称", &["鎌倉市障害者支援協議会　令和8年度　第1回　全体会"]),
            fact("日時", &["令和8年6月24日（水）　14時00分から16時00分まで"]),
            fact("場所", &["市役所　講堂"]),
            fact("出席委員（1人）", &["髙橋　美咲子（会長）"]),
            fact("欠席委員（0人）", &["なし"]),
            fact("事務局等の出席者", &["障害福祉課長　木谷　修"]),
            fact("傍聴者", &["0人"]),
            fact("公開・非公開の別", &["公開"]),
            fact("議題", &["1　報告"]),
            fact("会議資料", &["なし"]),
            fact("その他", &["特になし"]),
        ],
        notes: Vec::new(),
        parts: vec![MinutesPart {
            heading: "1　報告".into(),
            closed: String::new(),
            lines: vec![line(None, Kind::Speech, NAMES[0], "報告を受けた。")],
        }],
        decisions: Vec::new(),
        tasks: Vec::new(),
        foot: Vec::new(),
        signed: Vec::new(),
    }
}

/// Forty items, one with many speeches; in public one of them closed.
fn forty_parts(audience: Audience) -> Vec<MinutesPart> {
    let long = "移動支援の利用について、通学や通所にも使えるようにしてほしいという声が多く寄せられている。担い手の確保と合わせて、市の考え方を示していただきたい。".repeat(4);
    let mut number = 0;
    let mut parts = Vec::new();
    for item in 1..=40 {
        let mut lines = Vec::new();
        let speeches = if item == 3 { 24 } else { 2 };
        for n in 0..speeches {
            number += 1;
            let text = match n % 3 {
                0 => long.as_str(),
                1 => "質問が２つある。\n一つ目は、期限である。\n二つ目は、#panic(\"x\") と書かれた資料の扱いである。",
                _ => "承知した。",
            };
            let shown = (audience == Audience::Members).then_some(number);
            lines.push(line(shown, Kind::Speech, NAMES[(item + n) % 6], text));
        }
        if item % 5 == 0 {
            let decided = line(None, Kind::Decision, &format!("決定　第{}号", item / 5), "案のとおりとする。");
            lines.push(MinutesLine { behind: "承認（賛成15、反対2、棄権1）".into(), ..decided });
            let task = line(None, Kind::Task, "対応", "関係課と調整し、次回までに報告する。");
            lines.push(MinutesLine { behind: "担当：事務局　期限：令和8年9月30日".into(), ..task });
        }
        if item == 8 {
            lines.push(line(None, Kind::Note, "", "（休憩）"));
        }
        parts.push(MinutesPart {
            heading: format!("{item}　地域の課題について（その{item}）"),
            closed: String::new(),
            lines,
        });
    }
    if audience == Audience::Public {
        parts[1].lines.clear();
        parts[1].heading.push_str("（非公開）");
        parts[1].closed = "この議題は非公開のため、記録は公開していません（理由：個別事例の内容を含むため）。".into();
        parts[0].lines.push(line(
            None,
            Kind::Withheld,
            "",
            "（この部分は公開していません（理由：個人の事情のため）。）",
        ));
    }
    parts
}

/// Forty items, sixty members, speeches of all lengths.
fn largest(audience: Audience) -> Minutes {
    let names: Vec<String> = (1..=60).map(|n| format!("渡邉󠄂　花子{n}")).collect();
    let mut whole = minutes(audience);
    whole.mark = "（案）".into();
    whole.facts[3] = fact("出席委員（60人）", &[&names.join("、")]);
    whole.notes = vec!["この会議録では、法令・固有名詞を除き「障害」と表記しています。".into()];
    let decision = |n: usize| MinutesDecision {
        number: format!("第{n}号"),
        item: format!("地域の課題について（その{}）", n * 5),
        text: "案のとおりとする。".into(),
        how: "承認（賛成15、反対2、棄権1）".into(),
    };
    whole.decisions = (1..=8).map(decision).collect();
    if audience != Audience::Public {
        let task = MinutesTask {
            what: "関係課と調整し、次回までに報告する。".into(),
            who: "事務局".into(),
            due: "令和8年9月30日".into(),
        };
        whole.tasks = vec![task; 8];
    }
    whole.foot =
        vec!["修正のある場合は、左の番号を示して、令和8年8月19日（水）までに事務局へお知らせください。".into()];
    whole.parts = forty_parts(audience);
    whole
}

#[test]
fn minutes_of_one_member_and_one_item() {
    assert_eq!(print("minutes_smallest", &minutes(Audience::Internal), &[1]), 1);
}

#[test]
fn minutes_of_sixty_members_and_forty_items_for_members() {
    let pages = print("minutes_members", &largest(Audience::Members), &[1, 2]);
    assert!((8..=30).contains(&pages), "{pages} pages");
}

#[test]
fn the_public_edition_says_what_it_leaves_out() {
    print("minutes_public", &largest(Audience::Public), &[1]);
}

#[test]
fn the_outline_and_an_extract_are_one_page_each() {
    let mut outline = minutes(Audience::Public);
    outline.title = "会議概要".into();
    outline.parts = vec![MinutesPart {
        heading: "会議の概要".into(),
        closed: String::new(),
        lines: vec![line(None, Kind::Note, "", "会長・副会長を互選し、５つのテーマの協議を専門部会に依頼しました。")],
    }];
    outline.decisions = largest(Audience::Public).decisions;
    outline.foot = vec!["この概要は速報です。詳しくは、後日作成する会議録によります。".into()];
    assert_eq!(print("minutes_outline", &outline, &[1]), 1);
    let mut extract = minutes(Audience::Members);
    extract.title = "決定事項の抄録".into();
    extract.facts = vec![fact("日時", &["令和8年6月24日（水）"]), fact("番号", &["第3号"]), fact("通知先", &["市長"])];
    extract.parts = vec![MinutesPart {
        heading: "決定の内容".into(),
        closed: String::new(),
        lines: vec![line(None, Kind::Note, "", "５つのテーマの協議を、専門部会に依頼する。")],
    }];
    extract.foot = vec!["この抄録は、会議録の記載と相違ないことを証明します。".into()];
    extract.signed = vec!["令和8年9月1日".into(), "鎌倉市障害者支援協議会".into(), "事務局　障害福祉課".into()];
    assert_eq!(print("minutes_extract", &extract, &[1]), 1);
}
