//! Headings, days, names, readings and categories as offices write them.

use super::*;
use crate::Day;
use crate::body::{Category, Fill};

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[test]
fn headings_are_recognised_however_they_are_set() {
    use ImportField as F;
    for (heading, field) in [
        ("氏　　名", Some(F::Name)),
        ("氏名（敬称略）", Some(F::Name)),
        ("フリガナ", Some(F::Kana)),
        ("ﾌﾘｶﾞﾅ", Some(F::Kana)),
        ("氏名（ふりがな）", Some(F::Kana)),
        ("所属・職", Some(F::Affiliation)),
        ("所属団体名及び職名", Some(F::Affiliation)),
        ("所属\n（団体名）", Some(F::Organization)),
        ("号", Some(F::Category)),
        ("任期(自)", Some(F::Start)),
        ("任期（至）", Some(F::End)),
        ("任期", Some(F::Term)),
        ("委嘱年月日", Some(F::Start)),
        ("ＴＥＬ", Some(F::Phone)),
        ("E-mail", Some(F::Mail)),
        ("Ｎｏ．", Some(F::Number)),
        ("〒", Some(F::Postal)),
        ("好きな色", None),
        ("", None),
    ] {
        assert_eq!(recognise_heading(heading), field, "{heading}");
    }
    for field in ImportField::ALL.iter().filter(|f| **f != F::Nothing && **f != F::Term) {
        assert_eq!(recognise_heading(field.label()), Some(*field), "{}", field.label());
    }
}

#[test]
fn days_are_read_as_they_are_typed() {
    for (text, expected) in [
        ("R6.4.1", Some(day(2024, 4, 1))),
        ("令6.4.1", Some(day(2024, 4, 1))),
        ("令和6年4月1日", Some(day(2024, 4, 1))),
        ("令和６年　４月　１日", Some(day(2024, 4, 1))),
        ("㋿6年4月1日", Some(day(2024, 4, 1))),
        ("令和元年5月1日", Some(day(2019, 5, 1))),
        ("R1/5/1", Some(day(2019, 5, 1))),
        ("H31.4.30", Some(day(2019, 4, 30))),
        ("平成31年5月1日", None),
        ("R060401", Some(day(2024, 4, 1))),
        ("2024/4/1", Some(day(2024, 4, 1))),
        ("2024/4/1 0:00:00", Some(day(2024, 4, 1))),
        ("2024-04-01", Some(day(2024, 4, 1))),
        ("20240401", Some(day(2024, 4, 1))),
        ("45383", Some(day(2024, 4, 1))),
        ("令和6年4月1日付け", Some(day(2024, 4, 1))),
        ("令和6年4月1日（月）", Some(day(2024, 4, 1))),
        ("令和六年四月一日", Some(day(2024, 4, 1))),
        ("令和十年三月三十一日", Some(day(2028, 3, 31))),
        ("平成二十九年十月十日付け", Some(day(2017, 10, 10))),
        ("令和元年五月一日", Some(day(2019, 5, 1))),
        ("二〇二四年四月一日", Some(day(2024, 4, 1))),
        ("R元-5-1", Some(day(2019, 5, 1))),
        ("㍾45年7月29日", Some(day(1912, 7, 29))),
        ("令和六六六六六年四月一日", None),
        ("令和十十年四月一日", None),
        ("R+6.4.1", None),
        ("R4294967295.1.1", None),
        ("R2147483647.1.1", None),
        ("令和6年", None),
        ("令6", None),
        ("6.4.1", None),
        ("R6.2.30", None),
        ("未定", None),
    ] {
        assert_eq!(read_day(text, false), expected, "{text}");
    }
    assert_eq!(serial_day(43921.0, true), Some(day(2024, 4, 1)));
    assert_eq!(serial_day(45383.7, false), Some(day(2024, 4, 1)));
    assert_eq!(serial_day(6.0, false), None);
}

#[test]
fn terms_are_read_with_both_ends() {
    let both = Some((Some(day(2024, 4, 1)), Some(day(2026, 3, 31))));
    for text in [
        "令和6年4月1日～令和8年3月31日",
        "R6.4.1〜R8.3.31",
        "R6.4.1から\nR8.3.31まで",
        "R6.4.1 - R8.3.31",
        "R6.4.1から２年間",
        "R6.4.1－R8.3.31",
        "2024-04-01-2026-03-31",
        "令和六年四月一日から令和八年三月三十一日まで",
    ] {
        assert_eq!(read_term(text, false), both, "{text}");
    }
    assert_eq!(read_term("R8.3.31まで", false), Some((None, Some(day(2026, 3, 31)))));
    assert_eq!(read_term("R6.4.1～", false), Some((Some(day(2024, 4, 1)), None)));
    assert_eq!(read_term("2年", false), None);
}

#[test]
fn readings_become_hiragana() {
    for (text, kana, odd) in [
        ("ﾀｶﾊｼ ｲﾁﾛｳ", "たかはし いちろう", false),
        ("タカハシ　イチロウ", "たかはし いちろう", false),
        ("ﾜﾀﾅﾍﾞ", "わたなべ", false),
        ("ｳﾞｧﾝ", "ゔぁん", false),
        ("おーの", "おーの", false),
        ("オ－ノ", "おーの", false),
        ("高橋", "高橋", true),
    ] {
        assert_eq!(read_kana(text), Reading { kana: kana.to_owned(), odd }, "{text}");
    }
}

#[test]
fn names_divide_where_something_says_so() {
    let nobody = |_: &str, _: &str| false;
    for (name, kana, expected) in [
        ("髙橋一郎", Some(("たかはし", "いちろう")), NameSplit::Sure("髙橋", "一郎")),
        ("渡邉󠄂花子", Some(("わたなべ", "はなこ")), NameSplit::Sure("渡邉󠄂", "花子")),
        ("𠮷田さくら", Some(("よした", "さくら")), NameSplit::Sure("𠮷田", "さくら")),
        ("やまだたろう", Some(("やまだ", "たろう")), NameSplit::Sure("やまだ", "たろう")),
        ("林健", Some(("はやし", "けん")), NameSplit::Sure("林", "健")),
        ("勅使河原剛", Some(("てしがわら", "つよし")), NameSplit::Whole("勅使河原剛")),
        ("髙橋一郎", None, NameSplit::Whole("髙橋一郎")),
    ] {
        assert_eq!(split_name(name, kana, &nobody), expected, "{name}");
    }
    let known = |family: &str, kana: &str| family == "勅使河原" && (kana.is_empty() || kana == "てしがわら");
    assert_eq!(split_name("勅使河原剛", Some(("てしがわら", "つよし")), &known), NameSplit::Sure("勅使河原", "剛"));
    assert_eq!(split_name("勅使河原剛", None, &known), NameSplit::Guessed("勅使河原", "剛"));
    assert_eq!(split_kana("髙橋", "たかはしいちろう", &nobody), Some(("たかはし", "いちろう")));
    assert_eq!(split_kana("𠮷原", "よしはらいちろう", &nobody), None);
}

#[test]
fn spaces_divide_names() {
    let two = |family: &str, given: &str| Some((family.to_owned(), given.to_owned()));
    for (text, expected) in [
        ("辻󠄀 太郎", two("辻󠄀", "太郎")),
        ("林　　　健", two("林", "健")),
        (" 佐 藤　太 郎 ", two("佐藤", "太郎")),
        ("ジョン　フィッツジェラルド　ケネディ", two("ジョン", "フィッツジェラルド　ケネディ")),
        ("髙橋一郎", None),
        ("佐 藤 太 郎", None),
        ("辻󠄀 太 郎", None),
    ] {
        assert_eq!(apart(text), expected, "{text}");
    }
    for (text, expected) in [
        ("佐 藤 太 郎", Some("佐藤太郎")),
        ("辻󠄀　太　郎", Some("辻󠄀太郎")),
        ("佐 藤　太 郎", None),
        ("林 健", None),
        ("J F K", None),
        ("髙橋一郎", None),
    ] {
        assert_eq!(closed_up(text).as_deref(), expected, "{text}");
    }
    assert_eq!(bracketed("鈴木　一郎（すずき いちろう）"), Bracketed { name: "鈴木　一郎", note: "すずき いちろう" });
    assert_eq!(bracketed("（欠員）"), Bracketed { name: "（欠員）", note: "" });
}

#[test]
fn categories_are_read_in_every_way() {
    use CategoryReading::{Conflict, Found, Unknown};
    let category = |number, text: &str| Category { number, text: text.to_owned(), fill: Fill::Person };
    let all =
        [category(1, "医療関係者"), category(2, "福祉に関係を有する団体の関係者"), category(6, "障害者等及びその家族")];
    for (text, expected) in [
        ("⑴", Found(1)),
        ("(1)", Found(1)),
        ("（１）", Found(1)),
        ("1号", Found(1)),
        ("第１号", Found(1)),
        ("１", Found(1)),
        ("①", Found(1)),
        ("⑴ 医療関係者", Found(1)),
        ("医療関係者", Found(1)),
        ("障害者等、及びその家族", Found(6)),
        ("2号委員", Found(2)),
        ("⑴ 障害者等及びその家族", Conflict { number: 1, text: 6 }),
        ("9", Unknown),
        ("その他", Unknown),
    ] {
        assert_eq!(read_category(text, &all), expected, "{text}");
    }
}

#[test]
fn organisation_and_post_part_where_they_are_known() {
    let known = |key: &str| key == crate::text::search_key("社会福祉法人　鎌倉会");
    for (text, organization, post) in [
        ("社会福祉法人　鎌倉会　理事長", "社会福祉法人　鎌倉会", Some("理事長")),
        ("社会福祉法人　鎌倉会", "社会福祉法人　鎌倉会", None),
        ("社会福祉法人　江ノ電会", "社会福祉法人　江ノ電会", None),
        ("市民病院 精神保健福祉士", "市民病院", Some("精神保健福祉士")),
        ("株式会社 丸机製作所　総務部 係長", "株式会社 丸机製作所", Some("総務部 係長")),
        ("市民公募", "市民公募", None),
    ] {
        let expected = (organization.to_owned(), post.map(str::to_owned));
        assert_eq!(split_affiliation(text, &known), expected, "{text}");
    }
}
