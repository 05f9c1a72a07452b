//! Values that are kept as JSON, each as the office would say it.

use entaku_domain::body::TextKind;
use serde_json::Value;

pub(super) fn lines(value: &Value, each: impl Fn(&Value) -> Option<String>, joint: &str) -> String {
    let all = value.as_array().into_iter().flatten().filter_map(each);
    all.collect::<Vec<_>>().join(joint)
}

pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

pub(super) fn dated_name(value: &Value) -> Option<String> {
    let (name, from, to) = (text(value, "name")?, text(value, "from"), text(value, "to"));
    Some(match (from, to) {
        (None, None) => name,
        (from, to) => format!("{name}（{}～{}）", from.unwrap_or_default(), to.unwrap_or_default()),
    })
}

pub(super) fn former_name(value: &Value) -> Option<String> {
    let name = value.get("name")?;
    let part = |key: &str| text(name, key).unwrap_or_default();
    let full = [part("family"), part("given")].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　");
    Some(format!("{full}（{}まで）", text(value, "to")?))
}

pub(super) fn body_text(value: &Value) -> Option<String> {
    let kind = TextKind::from_code(&text(value, "kind")?).ok()?.label();
    Some(format!("［{kind}］{}{}", text(value, "mark").unwrap_or_default(), text(value, "text")?))
}

pub(super) fn category(value: &Value) -> Option<String> {
    let number = u8::try_from(value.get("number")?.as_u64()?).ok()?;
    Some(format!("{}{}", crate::text::labels::category_mark(number), text(value, "text")?))
}

pub(super) fn officer(value: &Value) -> Option<String> {
    let count = value.get("count").and_then(Value::as_u64).unwrap_or(1);
    let method = text(value, "method").map(|m| format!("（{m}）")).unwrap_or_default();
    Some(format!("{}　{count}人{method}", text(value, "title")?))
}

pub(super) fn copies(value: &Value) -> String {
    let kinds = ["members", "secretariat", "audience", "press", "spare"];
    let each = kinds.iter().zip(crate::text::labels::RECIPIENTS).map(|(key, label)| {
        let count = value.get(key).and_then(Value::as_u64).unwrap_or(0);
        format!("{label} {count}")
    });
    each.collect::<Vec<_>>().join("、")
}

pub(super) fn answer(value: &Value) -> Option<String> {
    match value.get("is")?.as_str()? {
        "undecided" => Some("未定".to_owned()),
        "not_in_rules" => Some("要綱に定めなし".to_owned()),
        _ => text(value, "text"),
    }
}

pub(super) fn content(value: &Value) -> Option<String> {
    Some(match value.get("is")?.as_str()? {
        "file" => format!("ファイル「{}」", text(value, "name").unwrap_or_default()),
        "text" => text(value, "markdown").unwrap_or_default(),
        "chart" => "関係図".to_owned(),
        "tree" => "構成図".to_owned(),
        "roster" => "委員名簿".to_owned(),
        "issue_table" => "課題整理表".to_owned(),
        "issue_cards" => "課題カルテ".to_owned(),
        "progress_sheet" => "進捗管理表".to_owned(),
        "sub_reports" => "専門部会の報告".to_owned(),
        _ => return None,
    })
}

pub(super) fn route(value: &Value) -> Option<String> {
    match value.get("by")?.as_str()? {
        "steering_meeting" => Some("運営会議において選任".to_owned()),
        "head" => Some(format!("部会長が選任（{}）", text(value, "name").unwrap_or_default())),
        _ => None,
    }
}

/// 決選投票（投票総数16票、白票1票、無効0票）.
pub(super) fn round(value: &Value) -> Option<String> {
    let count = |key: &str| value.get(key).and_then(Value::as_u64);
    let what = if value.get("runoff")?.as_bool()? { "決選投票" } else { "投票" };
    Some(format!("{what}（投票総数{}票、白票{}票、無効{}票）", count("voters")?, count("blank")?, count("invalid")?))
}
