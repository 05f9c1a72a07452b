//! Every Japanese sentence that `app` speaks: errors with what to do, rules'
//! objections, derivations of dates, names of actions. Labels of documents are in [`labels`].

mod derivations;
mod hints;
pub mod labels;
mod messages;
mod violations;

pub use derivations::derivation;
pub use hints::hint;
pub use messages::{fault, message};
pub use violations::violation;

/// What stands in place of a person's data after an erasure.
pub const ERASED: &str = "（抹消済）";

/// The name of a change, as menus and the history show it.
pub fn action(code: &str) -> String {
    let name = match code {
        "load_sample" => "見本の協議会の作成",
        "create_council" => "協議会の作成",
        "appoint_member" => "委員の委嘱・選任",
        "end_appointment" => "委員の退任",
        "record_election" => "役員の選出",
        "add_meeting" => "会議の追加",
        "add_paper" => "資料の追加",
        "pin_box" => "関係図の枠の固定",
        "unpin_box" => "関係図の枠の固定の解除",
        "add_person" => "人の登録",
        "update_person" => "人の登録の訂正",
        "add_organization" => "団体の登録",
        "set_affiliation" => "所属・職の記録",
        "add_seat" => "席の追加",
        "add_agenda_item" => "次第の項目の追加",
        "set_item_papers" => "次第の資料の設定",
        "purge_person" => "個人情報の抹消",
        "undo" => "元に戻す",
        "redo" => "やり直し",
        "migrate" => "データの形の更新",
        other => return format!("変更（{other}）"),
    };
    name.to_owned()
}
