//! The plan of a year: on one page at its smallest and at its largest, on both sheets.

use crate::{golden, tools};
use entaku_documents::{Audience, Job, Printer, YearBody, YearEntry, YearPlan};
use entaku_press::Press;

const BODIES: [&str; 12] = [
    "全体会",
    "運営会議",
    "地域生活支援部会",
    "精神障害者地域移行部会",
    "こども応援部会",
    "地域事例みえるか会議",
    "就労支援部会",
    "権利擁護部会",
    "相談支援部会",
    "医療的ケア部会",
    "障害者計画推進のための合同作業部会",
    "災害時支援検討部会",
];
const WEEKDAYS: [&str; 5] = ["月", "火", "水", "木", "金"];

fn meeting(month: usize, body: usize, number: usize) -> YearEntry {
    let (day, weekday) = (1 + (body * 5 + number * 3) % 28, WEEKDAYS[(body + number) % 5]);
    YearEntry {
        month,
        body: Some(body),
        day: format!("{day}（{weekday}）"),
        said: format!("{}月{day}日（{weekday}）", (month + 3) % 12 + 1),
        what: format!("第{number}回"),
        time: "14:00～16:00".into(),
        place: if number % 2 == 0 {
            "市役所　講堂".into()
        } else {
            "福祉センター　第１・２会議室".into()
        },
        mark: match (body, number) {
            (5, _) => "非公開".into(),
            (3, 2) => "中止".into(),
            _ => String::new(),
        },
    }
}

fn milestone(month: usize, day: &str, what: &str) -> YearEntry {
    YearEntry { month, day: day.into(), said: day.into(), what: what.into(), ..YearEntry::default() }
}

fn plan(a3: bool, bodies: &[&str], entries: Vec<YearEntry>) -> YearPlan {
    YearPlan {
        council: "鎌倉市障害者支援協議会".into(),
        title: "令和8年度（2026年度）　年間予定表".into(),
        as_of: "令和8年（2026年）10月1日現在".into(),
        audience: Audience::Members,
        a3,
        months: (0..12).map(|at| format!("{}月", (at + 3) % 12 + 1)).collect(),
        bodies: bodies.iter().map(|name| YearBody { name: (*name).into(), note: "年3回開催予定".into() }).collect(),
        left: YearPlan::balanced(&entries),
        entries,
        footers: vec!["日程は、変わることがあります。".into(), "この見本の人物は架空です。".into()],
    }
}

/// 60 meetings of 12 bodies, and milestones.
fn largest() -> Vec<YearEntry> {
    let mut all: Vec<YearEntry> =
        (0..12).flat_map(|body| (1..=5).map(move |number| meeting((body + number * 2) % 12, body, number))).collect();
    all.extend([
        milestone(2, "3（水）～26（金）", "市議会6月定例会"),
        milestone(6, "30（金）", "予算要求締切"),
        milestone(8, "7（月）～1/6（水）", "次期計画案のパブリックコメント（#panic(\"x\")、𠮷田・﨑山・渡邉󠄂）"),
        milestone(11, "24（水）", "次期計画の決定"),
    ]);
    all.sort_by_key(|e| e.month);
    all
}

/// Prints it: one page, tagged, claiming PDF/UA; it looks as it did, and reads as it did.
fn print(name: &str, plan: &YearPlan) -> Vec<u8> {
    let printed = Press.print(&Job::YearPlan(plan.clone()), &mut entaku_documents::go_on).unwrap();
    assert_eq!(printed.pages.len(), 1, "{name} stands on one page");
    assert!(printed.uncovered.is_empty(), "{name}: {:?}", printed.uncovered);
    assert!(tools::facts(&printed.pdf).contains("Tagged:          yes"), "{name} is not tagged");
    assert!(String::from_utf8_lossy(&printed.pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
    golden::text(&format!("{name}_words.txt"), &plan.text());
    golden::picture(&format!("{name}.png"), &tools::picture(&printed.pdf, 1, 50));
    printed.pdf
}

#[test]
fn a_year_of_nothing_and_a_year_of_one_meeting() {
    print("year_plan_none_a4", &plan(false, &BODIES[..1], Vec::new()));
    print("year_plan_one_a3", &plan(true, &BODIES[..2], vec![meeting(6, 0, 2)]));
}

#[test]
fn a_year_of_sixty_meetings_of_twelve_bodies() {
    let a3 = print("year_plan_60_a3", &plan(true, &BODIES, largest()));
    let a4 = print("year_plan_60_a4", &plan(false, &BODIES, largest()));
    for (pdf, name) in [(a3, "A3"), (a4, "A4")] {
        // Lines break within cells; what matters is that nothing is missing.
        let words: String = tools::text(&pdf, None).chars().filter(|c| !c.is_whitespace()).collect();
        for body in BODIES {
            assert!(words.contains(body), "{body} on {name}");
        }
        assert_eq!(words.matches("14:00～16:00").count(), 60, "{name}");
        assert!(words.contains("#panic(\"x\")、𠮷田・﨑山"), "{name}");
    }
}
