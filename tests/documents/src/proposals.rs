//! Proposals (提言書) that rest on one issue and on ten.

use crate::{golden, tools};
use entaku_documents::{Audience, Job, ListedColumn, ListedPart, ListedRow, ListedTable, Printer, ProposalPaper};
use entaku_press::Press;

const NAMES: [&str; 6] =
    ["髙橋　美咲子", "﨑山　#panic(\"x\")", "𠮷田　太郎", "渡邉󠄂　宗一郎", "辻󠄀　花子", "グエン・ティ・ラン"];

fn text_part(heading: &str, paragraphs: &[&str]) -> ListedPart {
    ListedPart {
        heading: heading.into(),
        rank: 1,
        paragraphs: paragraphs.iter().map(|t| (*t).to_owned()).collect(),
        ..ListedPart::default()
    }
}

fn table(heading: &str, columns: &[(&str, u16)], rows: Vec<Vec<String>>, head: usize) -> ListedPart {
    let columns = columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
    let rows = rows.into_iter().map(ListedRow::of).collect();
    let table = Some(ListedTable { columns, rows, head, row_mm: 0 });
    ListedPart { heading: heading.into(), rank: 1, table, ..ListedPart::default() }
}

fn proposal(issues: usize) -> ProposalPaper {
    let issue = |at: usize| {
        let title = "夜間と休日の移動の支援が足りず、通院や余暇の外出をあきらめている";
        vec![format!("R8-{}", at + 1), title.into(), "移動".into(), "令和8年4月20日".into()]
    };
    let member =
        |at: usize| vec![NAMES[at % NAMES.len()].to_owned(), "社会福祉法人見本福祉会　理事長".into(), String::new()];
    let figure =
        |at: usize| vec![format!("待っている人（{}）", at + 1), "23人".into(), "障害福祉課の調べ　令和8年5月".into()];
    let long = "一人の相談支援専門員に仕事が集まり、新任者が続かない。一つの事業所だけでは研修の時間を作れない。";
    ProposalPaper {
        council: "鎌倉市障害者支援協議会".into(),
        number: "令和8年度　提案第1号".into(),
        date: "令和8年7月10日".into(),
        to: vec!["鎌倉市長　様".into()],
        from: vec!["鎌倉市障害者支援協議会".into(), "会長　渡邉󠄂　宗一郎".into()],
        title: "移動の支援の拡充について".into(),
        lead: vec![
            "鎌倉市障害者支援協議会は、令和8年6月24日の令和8年度第1回全体会の承認に基づき、次のとおり提案します。"
                .into(),
        ],
        parts: vec![
            text_part("はじめに", &[long, "#let x = 1 はそのまま表示される。"]),
            text_part("検討状況", &[long; 3]),
            text_part("協議事項", &[long; 2]),
            text_part("提言", &["移動の支援の時間を見直すこと。"]),
            table("根拠とする数値", &[("項目", 24), ("数値", 12), ("出典", 22)], (0..issues).map(figure).collect(), 0),
            table(
                "基になる課題",
                &[("番号", 0), ("課題", 30), ("分野", 14), ("受付日", 0)],
                (0..issues).map(issue).collect(),
                1,
            ),
            ListedPart {
                note: "令和8年6月24日現在".into(),
                ..table(
                    "委員名簿",
                    &[("氏名", 14), ("所属・職", 28), ("役職", 0)],
                    (0..issues * 2).map(member).collect(),
                    0,
                )
            },
        ],
        audience: Audience::Members,
        footers: vec!["見本のため、登場する人物・団体は架空です。".into()],
    }
}

#[test]
fn proposals_on_one_issue_and_on_ten() {
    for (name, paper) in [("proposal_1", proposal(1)), ("proposal_10", proposal(10))] {
        let pdf = Press.print(&Job::Proposal(paper.clone()), &mut entaku_documents::go_on).unwrap();
        assert!(tools::facts(&pdf.pdf).contains("Tagged:          yes"), "{name} is not tagged");
        assert!(String::from_utf8_lossy(&pdf.pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
        golden::text(&format!("{name}_words.txt"), &paper.text());
        golden::picture(&format!("{name}.png"), &tools::picture(&pdf.pdf, 1, 36));
        let last = pdf.pages.len();
        if last > 1 {
            golden::picture(&format!("{name}_last.png"), &tools::picture(&pdf.pdf, last, 36));
        }
    }
}
