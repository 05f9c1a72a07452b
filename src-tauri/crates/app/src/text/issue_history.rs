//! The way of issues in the history: its records, changes, fields and coded values.

use entaku_domain::UnknownCode;
use entaku_domain::issue::StepKind;
use entaku_domain::minutes::OwnerKind;

/// The table in the history.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "issue_task" => "課題の対応",
        _ => return None,
    })
}

/// The changes of the way of issues.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "set_issue_task" => "課題の対応の記録",
        "finish_issue_task" => "課題の対応の完了",
        "remove_issue_task" => "課題の対応の削除",
        "split_issue" => "課題の分割",
        "merge_issues" => "課題の統合",
        "follow_issue" => "課題の引継ぎ",
        _ => return None,
    })
}

/// The name of a field in an error.
pub(super) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "task" => "対応の内容",
        "brought_by" => "持ち込んだ人",
        "paper_text" => "提起の資料",
        _ => return None,
    })
}

/// A column in the history.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("issue", "raised_on") => "提起された日",
        ("issue", "brought_by") => "持ち込んだ人",
        ("issue", "paper" | "paper_text") => "提起の資料",
        ("issue", "meeting") => "依頼・発見の会議",
        ("issue" | "issue_event", "item") => "次第の項目",
        ("issue" | "issue_event", "entry") => "会議録の項目",
        ("issue_event", "kind") => "経過の種類",
        ("issue_event", "to_body") => "これからの担当",
        ("issue_event", "due_on") => "回答の期限",
        ("issue_task", "text") => "対応の内容",
        ("issue_task", "event") => "もとになった経過",
        ("issue_task", "owner") => "担当の種類",
        ("issue_task", "name") => "担当の名前",
        ("issue_task", "done_on") => "済んだ日",
        ("issue_task", "outcome") => "結果",
        _ => return None,
    })
}

/// A coded value in the history.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    fn of<T: Copy>(read: Result<T, UnknownCode>, label: fn(T) -> &'static str) -> Option<&'static str> {
        read.ok().map(label)
    }
    match (table, column) {
        ("issue_event", "kind") => of(StepKind::from_code(code), StepKind::label),
        ("issue_task", "owner") => of(OwnerKind::from_code(code), OwnerKind::label),
        _ => None,
    }
}
