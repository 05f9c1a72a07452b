//! Wordings are filled in, and no number is given twice.
use super::*;
use crate::FiscalYear;

fn filled(text: &str, name: &str) -> Result<String, LetterFault> {
    let template = Template::<LetterField>::parse("body", text)?;
    Ok(template.fill(|field| if field == LetterField::Name { name.to_owned() } else { field.code().to_owned() }))
}

#[test]
fn fields_are_filled_in_and_what_is_filled_in_is_not_read_again() {
    for (text, name, found) in [
        ("{氏名}　様", "髙橋　美咲", "髙橋　美咲　様"),
        ("{氏名}を{委嘱する職}に", "渡邉󠄂　宗一郎", "渡邉󠄂　宗一郎をdutyに"),
        ("{ 氏名 }", "𠮷田", "𠮷田"),
        ("{氏名}", "{氏名}", "{氏名}"),
        ("{氏名}", "#panic(\"x\")", "#panic(\"x\")"),
        ("{{氏名}}と{氏名}", "辻󠄀", "{氏名}と辻󠄀"),
        ("{{{氏名}", "x", "{x"),
        ("一行\n二行", "", "一行\n二行"),
        ("", "x", ""),
    ] {
        assert_eq!(filled(text, name).as_deref(), Ok(found), "{text}");
    }
}

#[test]
fn what_cannot_be_filled_in_is_told_with_its_place() {
    let unknown = |name: &str, line| LetterFault::UnknownField { field: "body", name: name.to_owned(), line };
    let loose = |line| LetterFault::LooseBrace { field: "body", line };
    for (text, fault) in [
        ("拝啓\n{氏 名}様", unknown("氏 名", 2)),
        ("{}", unknown("", 1)),
        ("{名前}", unknown("名前", 1)),
        ("一\n二\n{氏名", loose(3)),
        ("氏名}", loose(1)),
        ("{氏名\n}", loose(1)),
    ] {
        assert_eq!(filled(text, "x"), Err(fault), "{text}");
    }
}

#[test]
fn a_line_whose_fields_are_all_empty_says_nothing() {
    let void = |text: &str| Template::<LetterField>::parse("items", text).map(|t| t.is_void(|_| String::new()));
    assert_eq!(void("満了日：{満了日}"), Ok(true));
    assert_eq!(void("同封：推薦書"), Ok(false));
}

#[test]
fn v23_numbers_are_written_by_the_fiscal_year() {
    let year = |n| FiscalYear::new(n).unwrap_or(FiscalYear::LAST);
    for (pattern, of, number, branch, found) in [
        ("{年}鎌障第{番号}号", 2026, 123, None, "8鎌障第123号"),
        ("{年}鎌障第{番号}号", 2026, 123, Some(2), "8鎌障第123号の2"),
        ("鎌障第{番号}号", 2019, 1, None, "鎌障第1号"),
        ("{年}障第{番号}号", 2019, 7, None, "1障第7号"),
        ("障福{西暦}-{番号}", 2026, 9, None, "障福2026-9"),
    ] {
        let written = NumberPattern::parse(pattern).map(|p| p.write(year(of), number, branch));
        assert_eq!(written.as_deref(), Ok(found));
    }
    assert_eq!(NumberPattern::parse("鎌障第号"), Err(LetterFault::NoPlaceForNumber));
    assert!(matches!(NumberPattern::parse("{氏名}第{番号}号"), Err(LetterFault::UnknownField { .. })));
    assert!(matches!(NumberPattern::parse("{番号"), Err(LetterFault::LooseBrace { field: "pattern", line: 1 })));
}

#[test]
fn no_number_is_given_twice() {
    use BatchNumbers::{Branch, Each};
    for (first, taken, batch, letters, next) in [
        (1, &[][..], Each, 1, 1),
        (123, &[], Each, 3, 123),
        (1, &[1, 2, 3], Each, 1, 4),
        (1, &[1, 2, 5], Each, 2, 3),
        (1, &[1, 2, 5], Each, 3, 6),
        (1, &[1, 2, 5], Branch, 9, 3),
        (0, &[], Each, 1, 1),
        (200, &[1, 2], Each, 1, 200),
    ] {
        assert_eq!(next_number(first, &taken.iter().copied().collect(), batch, letters), next, "{first} {taken:?}");
    }
    assert_eq!(NumberPlan::new(Branch, 7, 2).numbers, [(7, Some(1)), (7, Some(2))]);
    assert_eq!(NumberPlan::new(Branch, 7, 1).numbers, [(7, None)]);
    assert_eq!(NumberPlan::new(Each, 7, 2).numbers, [(7, None), (8, None)]);
}
