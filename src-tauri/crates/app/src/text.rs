//! Every Japanese sentence that `app` speaks: errors with what to do, rules'
//! objections, derivations of dates, names of actions. Labels of documents are in [`labels`].

pub(crate) mod agenda;
pub mod bodies;
pub mod cards;
pub mod cases;
pub mod consign;
pub mod day;
mod day_history;
mod derivations;
pub(crate) mod elections;
pub(crate) mod evaluation;
pub(crate) mod feedback;
pub mod founding;
mod hints;
pub mod history;
pub mod import;
mod issue_history;
pub(crate) mod issue_views;
pub(crate) mod issued;
pub(crate) mod issues;
pub mod labels;
pub(crate) mod letters;
pub mod meetings;
mod messages;
pub(crate) mod minutes;
mod minutes_history;
pub(crate) mod notice_papers;
pub(crate) mod notices;
pub(crate) mod papers;
pub mod pay;
pub(crate) mod people;
pub(crate) mod plans;
pub(crate) mod plans_history;
pub mod printing;
pub(crate) mod proposals;
pub mod report;
pub mod rosters;
pub mod round;
pub(crate) mod scenario;
pub(crate) mod series;
pub(crate) mod survey;
pub(crate) mod terms;
pub mod today;
pub mod turnout;
mod violations;
mod work_plan_history;
pub mod work_plans;
pub mod year_plan;

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
        "set_answer" => "確認事項の回答",
        "update_council" => "協議会の設定の変更",
        "add_paper" => "資料の追加",
        "replace_paper_file" => "資料の差し替え",
        "update_paper" => "資料の変更",
        "remove_paper" => "資料の削除",
        "renumber_papers" => "資料の番号の変更",
        "add_issue" => "課題の受付",
        "update_issue" => "課題の訂正",
        "record_issue_step" => "課題の経過の記録",
        "remove_issue_step" => "課題の経過の削除",
        "set_feedback" => "フィードバックの記録",
        "record_feedback" => "フィードバックの記録",
        "set_feedback_days" => "フィードバックの期限の設定",
        "add_proposal" => "提案の作成",
        "update_proposal" => "提案の訂正",
        "remove_proposal" => "提案の削除",
        "approve_proposal" => "提案の承認の記録",
        "withdraw_approval" => "提案の承認の取消し",
        "deliver_proposal" => "提案の送付の記録",
        "withdraw_delivery" => "提案の送付の取消し",
        "answer_proposal" => "提案への回答の記録",
        "withdraw_answer" => "提案への回答の取消し",
        "settle_proposal" => "提案の結果の記録",
        "withdraw_outcome" => "提案の結果の取消し",
        "link_issues" => "課題のつながりの記録",
        "link_case" => "基になった事例の記録",
        "unlink_case" => "基になった事例の取消し",
        "destroy_case" => "事例の廃棄",
        "begin_cases" => "事例の別保管の開始",
        "unlink_issues" => "課題のつながりの削除",
        "pin_box" => "関係図の枠の固定",
        "unpin_box" => "関係図の枠の固定の解除",
        "unpin_all" => "関係図の枠の固定をすべて解除",
        "add_body" => "会議体の追加",
        "revise_body" => "会議体の改正",
        "correct_body" => "会議体の記載の訂正",
        "place_body" => "会議体の位置づけの変更",
        "end_body" => "会議体の廃止",
        "remove_body" => "会議体の取消し",
        "add_flow" => "矢印の追加",
        "change_flow" => "矢印の変更",
        "confirm_flow" => "矢印の確認（明記）",
        "remove_flow" => "矢印の削除",
        "undo" => "元に戻す",
        "redo" => "やり直し",
        "migrate" => "データの形の更新",
        other => return elsewhere(other),
    };
    name.to_owned()
}

/// The changes of documents, their wording and their numbers.
fn of_documents(code: &str) -> Option<&'static str> {
    Some(match code {
        "record_issued" => "文書を出した記録",
        "drop_issued" => "出した文書の控えの廃棄",
        "take_letter_numbers" => "文書番号の取得",
        "set_wording" => "文例の変更",
        "reset_wording" => "文例を元に戻す",
        "update_letter_settings" => "差出人と文書番号の設定",
        "save_column_set" => "名簿の欄の保存",
        "remove_column_set" => "名簿の欄の削除",
        _ => return None,
    })
}

/// The changes that are named beside the other words of their subject.
fn elsewhere(code: &str) -> String {
    let found = papers::action(code)
        .or_else(|| minutes_history::action(code))
        .or_else(|| work_plan_history::action(code))
        .or_else(|| issue_history::action(code))
        .or_else(|| consign::action(code))
        .or_else(|| series::action(code))
        .or_else(|| year_plan::action(code))
        .or_else(|| plans_history::action(code))
        .or_else(|| of_documents(code))
        .or_else(|| of_the_day(code))
        .or_else(|| of_members(code))
        .or_else(|| people::action(code));
    found.map_or_else(|| format!("変更（{code}）"), str::to_owned)
}

/// The changes of people, seats, appointments and organisations.
fn of_members(code: &str) -> Option<&'static str> {
    Some(match code {
        "appoint_member" => "委員の委嘱・選任",
        "end_appointment" => "委員の退任",
        "record_election" => "役員の選出",
        "hold_election" => "役員の選出の記録",
        "remove_election" => "役員の選出の記録の削除",
        "update_appointment" => "委嘱の記録の訂正",
        "remove_appointment" => "委嘱の記録の取消し",
        "end_office" => "役員の退任",
        "remove_office" => "役員の選出の取消し",
        "update_seat" => "席の変更",
        "end_seat" => "席の廃止",
        "rename_organization" => "団体の名称の変更",
        "change_name" => "氏名の変更",
        "set_former_names" => "旧姓・旧名の訂正",
        "set_address" => "住所・連絡先の記録",
        "remove_address" => "住所・連絡先の削除",
        "update_organization" => "団体の登録の訂正",
        "add_substitute" => "代理者の登録",
        "update_substitute" => "代理者の登録の訂正",
        "remove_substitute" => "代理者の登録の取消し",
        "merge_people" => "同じ人の記録の統合",
        "add_person" => "人の登録",
        "update_person" => "人の登録の訂正",
        "add_organization" => "団体の登録",
        "set_affiliation" => "所属・職の記録",
        "add_seat" => "席の追加",
        "set_round_step" => "改選の手順の記録",
        "set_round_due" => "改選の期限の設定",
        "name_again" => "再任の候補の記録",
        "set_round_row" => "改選の記録の変更",
        "open_nominations" => "推薦の手続きの開始",
        "remove_nominations" => "推薦の手続きの取消し",
        "appoint_round" => "改選による委嘱",
        "purge_person" => "個人情報の抹消",
        "import_roster" => "名簿の取り込み",
        other => return notices::action(other),
    })
}

/// The changes of the day of a meeting, of what is paid, and of the yearly report.
fn of_the_day(code: &str) -> Option<&'static str> {
    Some(match code {
        "set_step_outs" => "退席・除斥の記録",
        "set_attendees" => "委員以外の出席者の記録",
        "set_meeting_day" => "開会・閉会と傍聴者の記録",
        "set_quorum_rule" => "定足数の定めの設定",
        "set_room" => "席の配置の変更",
        "set_pay_rule" => "報酬の支払の設定",
        "set_pay_rate" => "単価の記録",
        "remove_pay_rate" => "単価の削除",
        "set_pay_exception" => "支払の扱いの設定",
        "set_travel" => "費用弁償の記録",
        "set_tax_table" => "源泉徴収の表の記録",
        "remove_tax_table" => "源泉徴収の表の削除",
        "add_pay_list" => "支払一覧の作成",
        "set_withheld" => "源泉徴収税額の記録",
        "close_pay_list" => "支払一覧の締め",
        "reopen_pay_list" => "支払一覧の締めの取消し",
        "remove_pay_list" => "支払一覧の削除",
        "set_report_text" => "活動報告書の文章の変更",
        _ => return None,
    })
}
