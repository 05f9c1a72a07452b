//! The history's words for the day of a meeting and for what is paid.

use entaku_domain::day::{AttendeeKind, OutKind};
use entaku_domain::pay::{PayKind, PayStanding, PayUnit};
use serde_json::Value;

/// What a record of a table is called.
pub(super) fn table(name: &str) -> &'static str {
    match name {
        "column_set" => "名簿の欄の組合せ",
        "pin" => "関係図の枠の位置",
        "attendance" => "出欠",
        "setting" => "設定",
        "leaving" => "退任の届出",
        "attendance_time" => "出欠の時刻",
        "step_out" => "退席・除斥",
        "attendee" => "委員以外の出席者",
        "day_record" => "開会・閉会と傍聴者",
        "room" => "席の配置",
        "body_quorum" => "定足数の定め",
        "pay_rule" => "報酬の支払の設定",
        "pay_rate" => "単価",
        "pay_exception" => "支払の扱い",
        "travel" => "費用弁償",
        "tax_table" => "源泉徴収の表",
        "pay_list" => "支払一覧",
        "report_text" => "活動報告書の文章",
        _ => "記録",
    }
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("attendance_time", "came") => "来た時刻",
        ("attendance_time", "gone") => "帰った時刻",
        (_, "attendance") => "出欠",
        ("step_out", "kind") => "退席の事由",
        ("step_out", "from_time") => "退席の時刻",
        ("step_out", "to_time") => "戻った時刻",
        ("attendee", "kind") => "出席の種類",
        ("attendee", "name") => "氏名",
        ("attendee", "affiliation") => "所属・職",
        ("day_record", "opened") => "開会の時刻",
        ("day_record", "closed") => "閉会の時刻",
        ("day_record", "admitted") => "傍聴者",
        ("day_record", "left_early") => "途中で退場した傍聴者",
        ("day_record", "refused") => "入場できなかった人",
        ("day_record", "press") => "報道",
        ("room", "room") => "席の配置",
        ("body_quorum", "share") => "定足数",
        ("body_quorum", "proxies") => "代理出席を数えるか",
        ("body_quorum", "online") => "オンライン出席を数えるか",
        ("body_quorum", "without_recused") => "除斥の委員を総数から除くか",
        ("pay_rule", "kind") => "支払の種類",
        ("pay_rate", "title") => "役職",
        ("pay_rate" | "tax_table", "from_day") => "適用の始まる日",
        ("pay_rate", "unit") => "単位",
        ("pay_rate" | "travel", "amount") => "金額（円）",
        ("pay_rate", "half_amount") => "半日の金額（円）",
        ("pay_rate", "half_minutes") => "半日とする時間（分）",
        ("pay_exception", "standing") => "支払の扱い",
        ("tax_table", "source") => "根拠",
        ("tax_table", "free") => "課税しない限度の額（円）",
        ("tax_table", "brackets") => "税額表",
        ("pay_list", "title") => "表題",
        ("pay_list", "from_day") => "期間の初め",
        ("pay_list", "to_day") => "期間の終わり",
        ("pay_list", "withheld") => "源泉徴収税額",
        ("pay_list", "closed_on") => "締めた日",
        ("pay_list", "lines") => "支払の内訳",
        ("pay_list", "reopened") => "締めの取消し",
        ("report_text", "place") => "置く場所",
        ("report_text", "text") => "文章",
        _ => return None,
    })
}

/// The term of a coded value.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    match (table, column) {
        ("step_out", "kind") => OutKind::from_code(code).ok().map(OutKind::label),
        ("attendee", "kind") => AttendeeKind::from_code(code).ok().map(AttendeeKind::label),
        ("pay_rule", "kind") => PayKind::from_code(code).ok().map(PayKind::label),
        ("pay_rate", "unit") => PayUnit::from_code(code).ok().map(PayUnit::label),
        ("pay_exception", "standing") => PayStanding::from_code(code).ok().map(PayStanding::label),
        _ => None,
    }
}

/// What is kept as JSON, by its size: the details stand on the screens.
pub(super) fn json(column: &str, value: &Value) -> String {
    let rows = |key: &str| value.get(key).and_then(Value::as_array).map_or(0, Vec::len);
    match column {
        "room" => {
            let seats: usize = ["head", "left", "right", "foot"].iter().map(|side| rows(side)).sum();
            format!("{seats}席、設備{}か所", rows("fixtures"))
        }
        _ => format!("{}件", value.as_array().map_or(0, Vec::len)),
    }
}
