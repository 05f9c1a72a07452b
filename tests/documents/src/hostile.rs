//! Text from people is data, never markup; hard names come out as they were typed.

use crate::tools;
use entaku_documents::{Audience, Job, Printer, Roster, RosterColumn, RosterGroup, RosterRow, TextPaper};
use entaku_press::Press;

const NAMES: [&str; 11] = [
    "#panic(\"x\")",
    "*太字* _下線_ $x^2$",
    "<script>alert(1)</script>",
    "山田 @label #set text(red)",
    "\\u{1F600} \\ // /* 注 */",
    "髙橋　美咲",
    "﨑山　里帆",
    "𠮷田　冬馬",
    "渡邉󠄂　宗一郎",
    "辻󠄀　千晶",
    "德永　槗",
];

fn roster() -> Roster {
    let rows = NAMES
        .iter()
        .map(|n| RosterRow { name: (*n).to_owned(), affiliation: (*n).to_owned(), ..RosterRow::default() })
        .collect();
    Roster {
        council: "試験協議会 #1".to_owned(),
        title: "委員名簿 = 見出し".to_owned(),
        as_of: "- 令和8年".to_owned(),
        term: String::new(),
        audience: Audience::Members,
        columns: vec![RosterColumn::Number, RosterColumn::Affiliation],
        groups: vec![RosterGroup { label: "+ 区分".to_owned(), rows }],
        footers: vec!["`code`".to_owned()],
    }
}

/// Without spaces and line breaks, which a reader places as it likes; without
/// variation selectors, which choose a glyph and are not in every reader's text.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !entaku_domain::text::is_variation_selector(*c)).collect()
}

#[test]
fn names_print_as_typed() {
    let pdf = Press.print(&Job::Roster(roster()), &mut entaku_documents::go_on).unwrap().pdf;
    let text = squeezed(&tools::text(&pdf, None));
    for name in NAMES {
        assert!(text.contains(&squeezed(name)), "{name} in {text}");
    }
}

/// Letters that only the second font has: a reader may place them apart from
/// their neighbours, but they are there.
#[test]
fn a_name_in_latin_letters_is_whole() {
    let pdf = Press
        .print(&Job::Text(TextPaper::from_markdown("NGUYỄN THỊ LAN", "")), &mut entaku_documents::go_on)
        .unwrap()
        .pdf;
    let text = tools::text(&pdf, None);
    assert!("NGUYỄNTHỊLAN".chars().all(|c| text.contains(c)), "{text}");
}

#[test]
fn markdown_is_data_too() {
    let source = "# #panic(\"x\")\n\n本文 $x$ <b>太字</b> `#let`\n\n| a | #b |\n|---|---|\n| [c] | @d |\n\n- ![x](file:///etc/passwd)\n";
    let pdf =
        Press.print(&Job::Text(TextPaper::from_markdown("標題 #t", source)), &mut entaku_documents::go_on).unwrap().pdf;
    let text = squeezed(&tools::text(&pdf, None));
    for words in ["#panic(\"x\")", "$x$", "#let", "#b", "[c]", "@d", "標題#t"] {
        assert!(text.contains(words), "{words} in {text}");
    }
}
