//! How a body numbers its meetings, puts them off and writes their agendas: the words
//! of the history.

use entaku_domain::agenda::LeftOver;
use entaku_domain::agenda_template::TemplateUse;
use entaku_domain::meeting_rule::AgendaStyle;
use entaku_domain::series::Counting;
use serde_json::Value;

/// The name of a field as the office knows it.
pub(crate) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "mark" => "番号の代わりの印",
        "meeting_word" => "会議の呼び方",
        _ => return None,
    })
}

/// The changes of meetings and agendas.
pub(crate) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "add_meeting" => "会議の追加",
        "update_meeting" => "会議の変更",
        "set_meeting_state" => "会議の状態の変更",
        "set_copies" => "部数の設定",
        "remove_meeting" => "会議の削除",
        "set_attendance" => "出欠の記録",
        "update_agenda_item" => "次第の項目の変更",
        "move_agenda_item" => "次第の順の変更",
        "remove_agenda_item" => "次第の項目の削除",
        "fill_agenda" => "次第のひな形",
        "add_agenda_item" => "次第の項目の追加",
        "set_item_papers" => "次第の資料の設定",
        "postpone_meeting" => "会議の延期",
        "cancel_meeting" => "会議の中止",
        "set_meeting_counts" => "回数に数えるかの記録",
        "set_joint_bodies" => "合同開催の設定",
        "set_meeting_rule" => "会議の番号と次第の書き方の設定",
        "copy_agenda" => "次第の写し",
        "carry_over" => "次第の項目の持越し",
        "drop_left_over" => "持越しの取りやめ",
        "take_offer" => "次第への追加",
        "record_item_time" => "進行の時刻の記録",
        "save_agenda_template" => "次第のひな形の変更",
        "remove_agenda_template" => "次第のひな形の削除",
        "set_scenario_wording" => "進行シナリオの文例の変更",
        "reset_scenario_wording" => "進行シナリオの文例を元に戻す",
        _ => return None,
    })
}

/// What a record of a table is called.
pub(crate) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "agenda_item" => "次第の項目",
        "agenda_paper" => "次第に付く資料",
        "meeting_joint" => "合同開催の会議体",
        "postponement" => "会議の延期",
        "meeting_rule" => "会議の番号と次第の書き方",
        "agenda_template" => "次第のひな形",
        "scenario_wording" => "進行シナリオの文例",
        _ => return None,
    })
}

/// Columns whose name means something else elsewhere.
pub(crate) fn of_table(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("meeting", "secretariat") => "事務局の出席者",
        ("meeting", "number") => "回",
        ("meeting", "day") => "開催日",
        ("meeting", "mode") => "開催方法",
        ("meeting", "state") => "状態",
        ("agenda_item", "kind") => "種類",
        ("agenda_item", "level") => "段",
        ("meeting_joint", "number") => "回",
        ("meeting_rule", "first") => "始まりの回",
        ("meeting_rule", "title") => "会議の呼び方",
        ("agenda_template", "name") => "ひな形の名前",
        ("agenda_template", "items") => "ひな形の項目",
        ("scenario_wording", "text") => "文例",
        _ => return None,
    })
}

/// The Japanese term of a coded value; none where the column holds no code.
pub(crate) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    match (table, column) {
        ("meeting_rule", "counting") => Counting::from_code(code).ok().map(Counting::label),
        ("agenda_item", "left_over") => LeftOver::from_code(code).ok().map(LeftOver::label),
        ("agenda_template", "use") => TemplateUse::from_code(code).ok().map(TemplateUse::label),
        _ => None,
    }
}

/// What a column is called.
pub(crate) fn column(name: &str) -> Option<&'static str> {
    Some(match name {
        "counts" => "回数に数えるか",
        "off_reason" => "中止の理由",
        "off_on" => "中止を決めた日",
        "was_day" => "延期の前の日",
        "was_start" => "延期の前の開始時刻",
        "was_end" => "延期の前の終了時刻",
        "was_place" => "延期の前の会場",
        "was_noticed" => "延期の前の通知",
        "to_day" => "延期の後の日",
        "counting" => "回数の数え方",
        "since" => "始まりの年度",
        "years" => "任期の年数",
        "style" => "次第の書き方",
        "mark" => "番号の代わりの印",
        "approves" => "会議録を確認する会議",
        "carried_from" => "引き継いだ項目",
        "left_over" => "持越しの理由",
        "left_note" => "持越しの注記",
        "dropped" => "持ち越さない理由",
        "started_at" => "始まった時刻",
        "ended_at" => "終わった時刻",
        "use" => "使う会議",
        _ => return None,
    })
}

/// How an agenda is written, in a line.
pub(crate) fn style(value: &Value) -> Option<String> {
    let style: AgendaStyle = serde_json::from_value(value.clone()).ok()?;
    let shown = [(style.kinds, "種別"), (style.presenters, "説明者"), (style.times, "時間")];
    let shown: Vec<&str> = shown.iter().filter(|(on, _)| *on).map(|(_, what)| *what).collect();
    let marks = [style.main.label(), style.third.label(), style.papers.label()].join("、");
    Some(if shown.is_empty() { marks } else { format!("{marks}（{}を載せる）", shown.join("・")) })
}
