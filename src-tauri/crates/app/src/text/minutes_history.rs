//! The words of minutes and of letters in the history and in objections: tables, columns, values, changes.

use entaku_domain::UnknownCode;
use entaku_domain::minutes::{ApprovalWay, DecisionKind, EntryKind, LabelRule, Manner, OwnerKind, Role, Style};

/// Columns of minutes in the history.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    if !table.starts_with("minutes") {
        return None;
    }
    Some(match name {
        "style" => "会議録の方式",
        "labels" => "発言者の表記",
        "approval" => "確定の方法",
        "answer_days" => "修正の申出の日数",
        "heading" => "表記の注記",
        "other" => "その他",
        "outline" => "会議の概要",
        "observers" => "傍聴者の数",
        "letters" => "委員Ａ・Ｂの順",
        "sent_on" => "会議録案を送った日",
        "due_on" => "期限",
        "approved_on" => "確定した日",
        "approved_by" => "確定の方法",
        "approved_at" => "確認した会議",
        "reopened" => "確定を取り消した理由",
        "position" => "位置",
        "kind" => "種類",
        "role" => "発言者の立場",
        "person" => "発言者・担当",
        "name" => "発言者・担当の名前",
        "text" => "文",
        "at" => "録音の時刻",
        "number" => "番号",
        "manner" => "決定の方法",
        "yes" => "賛成",
        "no" => "反対",
        "abstain" => "棄権",
        "left_room" => "退席した委員",
        "told_to" => "通知先",
        "owner" => "担当",
        "done_on" => "終わった日",
        "outcome" => "結果",
        "entry" => "会議録の項目",
        "place" => "箇所",
        "old" => "修正前",
        "new" => "修正後",
        "accepted" => "採否",
        "reason" => "理由",
        "received_on" => "受けた日",
        "day" => "回答の日",
        _ => return None,
    })
}

/// The table in the history.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "minutes" => "会議録",
        "minutes_entry" => "会議録の項目",
        "minutes_decision" => "決定",
        "minutes_task" => "会議で決まった対応",
        "minutes_correction" => "会議録案への修正",
        "minutes_answer" => "会議録案の確認の回答",
        "minutes_rule" => "会議録の作り方",
        _ => return None,
    })
}

/// The changes of minutes.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "write_minutes" => "会議録の入力",
        "fill_minutes" => "会議録のひな形",
        "update_minutes" => "会議録の設定",
        "remove_minutes" => "会議録の削除",
        "set_minutes_rule" => "会議録の作り方",
        "send_minutes" => "会議録案の送付",
        "approve_minutes" => "会議録の確定",
        "reopen_minutes" => "会議録の確定の取消し",
        "set_decision" => "決定の記録",
        "set_task" => "対応の担当と期限",
        "finish_task" => "対応の完了",
        "set_minutes_answers" => "会議録案の確認の回答",
        "keep_correction" => "会議録案への修正の記録",
        "decide_correction" => "会議録案への修正の採否",
        "remove_correction" => "会議録案への修正の削除",
        "import_transcript" => "文字起こしの取り込み",
        _ => return None,
    })
}

/// The name of a field of minutes.
pub(super) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "heading" => "表記の注記",
        "other" => "その他",
        "outline" => "会議の概要",
        "speaker" => "発言者",
        "at" => "録音の時刻",
        "left_room" => "退席した委員",
        "told_to" => "通知先",
        "outcome" => "結果",
        "old" => "修正前",
        "new" => "修正後",
        _ => return super::issue_history::field(code),
    })
}

/// A coded value of minutes in the history.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    fn of<T: Copy>(read: Result<T, UnknownCode>, label: fn(T) -> &'static str) -> Option<&'static str> {
        read.ok().map(label)
    }
    match (table, column) {
        ("minutes" | "minutes_rule", "style") => of(Style::from_code(code), Style::label),
        ("minutes" | "minutes_rule", "labels") => of(LabelRule::from_code(code), LabelRule::label),
        ("minutes" | "minutes_rule", "approval" | "approved_by") => {
            of(ApprovalWay::from_code(code), ApprovalWay::label)
        }
        ("minutes_entry", "kind") => of(EntryKind::from_code(code), EntryKind::label),
        ("minutes_entry", "role") => of(Role::from_code(code), Role::label),
        ("minutes_decision", "kind") => of(DecisionKind::from_code(code), DecisionKind::label),
        ("minutes_decision", "manner") => of(Manner::from_code(code), Manner::label),
        ("minutes_task", "owner") => of(OwnerKind::from_code(code), OwnerKind::label),
        _ => None,
    }
}

/// Columns of letters in the history.
pub(super) fn of_letters(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("letter_wording", "subject") => "件名",
        ("letter_wording", "body") => "本文",
        ("letter_wording", "items") => "記",
        ("letter_office", "sender") => "差出人",
        ("letter_office", "seal") => "印の場所",
        ("letter_office", "contact") => "問合せ先",
        ("letter_office", "pattern") => "番号の書き方",
        ("letter_office", "batch") => "番号の付け方",
        ("letter_series", "first") => "始まりの番号",
        _ => return None,
    })
}
