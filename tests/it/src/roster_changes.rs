//! What changed between two days, and how a body is made up; in public neither
//! gives anybody away.

use entaku_app::App;
use entaku_app::printing::{Document, Format, Ready};
use entaku_sheets::Fallback;
use entaku_support::sample;
use serde_json::{Value, json};

fn ready(app: &App, ask: Value) -> Ready {
    let ask: Document = serde_json::from_value(ask).unwrap();
    app.document(&ask).unwrap_or_else(|e| panic!("{ask:?}: {:?}", e.to_wire()))
}

fn file(app: &App, ask: Value, format: Format) -> String {
    let made = ready(app, ask).export(format, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap().trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

fn changes(from: &str, to: &str, audience: &str) -> Value {
    json!({ "kind": "roster_changes", "body": "全体会", "from": from, "to": to, "audience": audience })
}

fn figures(audience: &str) -> Value {
    json!({ "kind": "roster_figures", "body": "全体会", "on": "R8.10.14", "audience": audience })
}

#[test]
fn who_came_and_left_stands_there_with_the_reason() {
    let app = sample();
    let text = file(&app, changes("R8.5.1", "R8.10.14", "internal"), Format::Txt);
    assert!(text.contains("現在　委員　18人（欠員1）") && text.contains("現在　委員　17人（欠員2）"), "{text}");
    let left = text.split("退いた委員　").nth(1).unwrap();
    assert!(left.starts_with("2人\n") && left.contains("6月30日") && left.contains("辞任"), "{text}");
    assert!(text.contains("新たに就いた委員　1人") && text.contains("役職　旧：なし　新：会長"), "{text}");
    let none = file(&app, changes("R8.10.1", "R8.10.14", "internal"), Format::Txt);
    assert!(none.contains("退いた委員　0人") && none.contains("変わった事項　0件"), "{none}");
}

#[test]
fn a_new_cohort_is_a_change_of_terms() {
    let app = sample();
    let text = file(&app, changes("R8.3.31", "R8.4.1", "internal"), Format::Txt);
    assert!(text.contains("　任期　旧：") && text.contains("任期満了"), "{text}");
    let csv = file(&app, changes("R8.3.31", "R8.4.1", "internal"), Format::Csv);
    let kinds = |kind: &str| csv.lines().filter(|l| l.starts_with(kind)).count();
    let said = |heading: &str| text.split(heading).nth(1).unwrap().split(['人', '件']).next().unwrap().parse().unwrap();
    assert_eq!(
        (kinds("就任"), kinds("退任"), kinds("変更")),
        (said("就いた委員　"), said("退いた委員　"), said("変わった事項　"))
    );
    assert!(kinds("変更") > 0 && kinds("就任") > 0, "{csv}");
}

/// V26: no names of the withheld, and no reasons, in public.
#[test]
fn public_changes_give_nobody_away() {
    let app = sample();
    for (from, to) in [("R8.5.1", "R8.10.14"), ("R8.3.31", "R8.4.1"), ("R6.3.31", "R8.10.14")] {
        for format in [Format::Txt, Format::Csv] {
            let public = file(&app, changes(from, to, "public"), format);
            for word in ["比良坂", "富岡", "辞任", "死亡", "000-"] {
                assert!(!public.contains(word), "{word} in {public}");
            }
        }
    }
    let wrong = |ask: Value| {
        let wire = app.document(&serde_json::from_value(ask).unwrap()).expect_err("refused").to_wire();
        (wire.code, wire.field)
    };
    assert_eq!(wrong(changes("R8.10.14", "R8.5.1", "public")), ("rule".into(), Some("on".into())));
    assert_eq!(wrong(changes("いつか", "R8.5.1", "public")), ("bad_day".into(), Some("from".into())));
}

#[test]
fn figures_add_up() {
    let app = sample();
    let csv = file(&app, figures("internal"), Format::Csv);
    for table in ["区分別", "男女別", "団体別"] {
        let counts =
            csv.lines().filter(|l| l.starts_with(table)).map(|l| l.split(',').nth(2).unwrap().parse::<u32>().unwrap());
        assert_eq!(counts.sum::<u32>(), 17, "{table}: {csv}");
    }
    let text = file(&app, figures("internal"), Format::Txt);
    assert!(text.contains("委員　17人（欠員2）") && !text.contains('＊'), "{text}");
    assert!(text.contains("障害者等及びその家族の区分") && text.contains("年齢は記録していません"), "{text}");
}

#[test]
fn small_figures_are_hidden_in_public() {
    let app = sample();
    let csv = file(&app, figures("public"), Format::Csv);
    for line in csv.lines().skip(1) {
        let count = line.split(',').nth(2).unwrap();
        assert!(count == "＊" || count.parse::<u32>().is_ok_and(|n| n == 0 || n >= 5), "{line}");
        let share = line.split(',').nth(3).unwrap();
        assert_eq!(share == "＊", count == "＊", "the share would tell: {line}");
    }
    let text = file(&app, figures("public"), Format::Txt);
    assert!(text.contains("5人に満たない数"), "{text}");
}
