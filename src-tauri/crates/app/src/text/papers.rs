//! What is said of papers: how they are numbered, replaced and delivered.

use entaku_domain::delivery::{Handed, Recipient, Way};
use entaku_domain::era::DateStyle;
use entaku_domain::paper::PaperClass;
use entaku_domain::paper_fault::PaperFault as F;
use entaku_domain::paper_style::NumberStyle;
use serde_json::Value;

/// One objection in a sentence.
pub(super) fn fault(style: DateStyle, found: &F) -> String {
    match found {
        F::DeliveredLater { on } => format!("{}は、まだ来ていない日です。", style.day_with_weekday(*on)),
        F::NotMember { name } => format!("{name}さんは、会議の日に委員ではありません。"),
        F::DeliveredTwice { count } => format!("{count}件は、同じ記録がすでにあるため、加えませんでした。"),
        F::StyleEmpty { field } => {
            format!("{}の番号の前に付ける語が入っていないか、数字が入っています。", series(field))
        }
        F::StylesAlike { words } => format!("「{words}」を、２つの区分の番号に使っています。"),
        F::NumbersWithoutCollecting => "一連の番号を付けるのは、会議の後に回収する資料だけです。".to_owned(),
        F::NothingChanged => "出した資料から、変わったところはありません。".to_owned(),
        F::NothingIssued => "この会議の資料は、まだ出していません。".to_owned(),
        F::NothingCollected => "会議の後に回収する資料はありません。".to_owned(),
    }
}

/// What to do about one.
pub(super) fn hint(found: &F) -> &'static str {
    match found {
        F::DeliveredLater { .. } => "送った日、又は渡した日を入力してください。",
        F::StyleEmpty { .. } => "「資料」「資料第」「参考」のように、数字を除いて入力してください。",
        F::StylesAlike { .. } => "区分ごとに、違う語にしてください。当日の資料を続き番号にすることもできます。",
        F::NumbersWithoutCollecting => "「会議の後に回収する」も選ぶか、番号を付けるのをやめてください。",
        F::NothingChanged => "資料を差し替えるか加えてから、もう一度お試しください。",
        F::NothingIssued => "先に会議資料を印刷するか、保存してください。その後の変更から差替え資料を作ります。",
        F::NothingCollected => "回収する資料は、資料の変更の画面で「会議の後に回収する」を選んでください。",
        _ => "内容を確かめてください。",
    }
}

fn series(field: &str) -> &'static str {
    match field {
        "sent" => PaperClass::Sent.label(),
        "on_the_day" => PaperClass::OnTheDay.label(),
        _ => PaperClass::Reference.label(),
    }
}

/// How a body writes its numbers, by examples: 資料2-1、参考資料1.
fn style(style: &NumberStyle) -> String {
    let mut words: Vec<String> = PaperClass::ALL.iter().map(|c| style.write(*c, &[1])).collect();
    words.dedup();
    words.insert(1, style.write(PaperClass::Sent, &[2, 1]));
    let agenda = style.agenda_number().map(|n| format!("（次第を{n}とする）")).unwrap_or_default();
    format!("{}{agenda}", words.join("、"))
}

/// How a paper is handled, in a few words.
fn handling(value: &Value) -> String {
    let is = |key: &str| value.get(key).and_then(Value::as_bool).unwrap_or_default();
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let held = value.get("held_from").and_then(Value::as_array).map_or(0, Vec::len);
    let mut said: Vec<String> = Vec::new();
    said.extend(value.get("position").and_then(Value::as_u64).map(|n| format!("{n}番目")));
    said.extend(text("revised_on").map(|day| format!("修正{day}")));
    said.extend(text("revision_note").map(str::to_owned));
    said.extend(is("revised_on_the_day").then(|| "修正版は当日配付".to_owned()));
    said.extend(is("collect").then(|| "会議の後に回収".to_owned()));
    said.extend(is("copy_numbers").then(|| "番号入り".to_owned()));
    said.extend((held > 0).then(|| format!("渡さない委員{held}人")));
    let original = value.get("original").and_then(|o| o.get("name")).and_then(Value::as_str);
    said.extend(original.map(|name| format!("元のファイル「{name}」")));
    said.join("、")
}

/// The papers of a set that left, by number.
fn contents(value: &Value) -> String {
    let papers = value.get("papers").and_then(Value::as_array).into_iter().flatten();
    let numbers = papers.filter_map(|p| p.get("number").and_then(Value::as_str));
    numbers.collect::<Vec<_>>().join("、")
}

/// Who has not got it: 未送付　3人.
pub(crate) fn lacking(what: Handed, members: usize, lacking: usize) -> String {
    match lacking {
        0 => format!("{}は、委員{members}人全員に届けました。", what.label()),
        n if n == members => format!("{}は、まだどの委員にも届けていません。", what.label()),
        n => format!("{}を届けていない委員が{n}人います。", what.label()),
    }
}

/// The name of a change.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "order_papers" => "資料の順の変更",
        "set_paper_style" => "資料番号の書き方の設定",
        "set_paper_handling" => "資料の扱いの変更",
        "record_delivery" => "配付の記録",
        "update_delivery" => "配付の記録の訂正",
        "remove_deliveries" => "配付の記録の削除",
        _ => return None,
    })
}

/// What a record of a table is called in the history.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "issued_packet" => "出した会議資料の内容",
        "paper_style" => "資料番号の書き方",
        "delivery" => "配付の記録",
        _ => return None,
    })
}

/// What a column is called in the history.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("paper", "handling") => "資料の扱い",
        ("paper_style", "style") => "資料番号の書き方",
        ("issued_packet", "follows") => "差し替える前の資料",
        ("issued_packet", "contents") => "資料の内訳",
        ("delivery", "recipient" | "name") => "配付先",
        ("delivery", "what") => "配付したもの",
        ("delivery", "day") => "配付した日",
        ("delivery", "way") => "届け方",
        ("delivery", "copies") => "部数",
        _ => return None,
    })
}

/// The Japanese term of a code in the record of a delivery.
pub(super) fn coded(column: &str, code: &str) -> Option<&'static str> {
    match column {
        "recipient" => Recipient::from_code(code).ok().map(Recipient::label),
        "what" => Handed::from_code(code).ok().map(Handed::label),
        _ => Way::from_code(code).ok().map(Way::label),
    }
}

/// A value that is kept as JSON, in a few words.
pub(super) fn json(column: &str, value: &Value) -> Option<String> {
    match column {
        "handling" => Some(handling(value)),
        "style" => serde_json::from_value(value.clone()).ok().map(|s| style(&s)),
        "contents" => Some(contents(value)),
        _ => None,
    }
}
