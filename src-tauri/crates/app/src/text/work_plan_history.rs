//! The history's words for the plans and reports of subcommittees.

use entaku_domain::UnknownCode;
use entaku_domain::work_plan::{GatheringKind, ProgressState, ReportKind, ReportPart};

/// What a record of a table is called.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "work_plan" => "部会の活動計画",
        "work_plan_theme" => "部会のテーマ",
        "work_plan_issue" => "テーマの課題",
        "work_plan_step" => "活動計画の予定",
        "work_plan_progress" => "部会の進捗",
        "gathering" => "作業部会・研修会等",
        "gathering_day" => "作業部会・研修会等の日",
        "subcommittee_report" => "部会の報告",
        "subcommittee_text" => "部会の報告の文章",
        _ => return None,
    })
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    self::table(table)?;
    Some(match name {
        "goal" => "目標",
        "policy" => "対応策・方針",
        "note" => "備考",
        "title" => "テーマ",
        "theme" => "テーマ",
        "time" => "時期",
        "due_on" => "期日",
        "activity" => "活動の内容",
        "who" => "担当",
        "step" => "予定",
        "state" => "進捗",
        "text" if table == "work_plan_progress" => "進捗の内容",
        "text" => "文章",
        "kind" => "種類",
        "name" => "名称",
        "purpose" => "目的",
        "members" => "参加者",
        "gathering" => "作業部会・研修会等",
        "outcome" => "結果",
        "submitted_at" => "提出した会議",
        "reported_at" => "報告した会議",
        "report" => "部会の報告",
        "part" => "項目",
        _ => return None,
    })
}

/// The changes of plans and reports.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "set_work_plan" => "部会の目標・方針の変更",
        "save_theme" => "部会のテーマの記録",
        "remove_theme" => "部会のテーマの削除",
        "save_plan_step" => "活動計画の予定の記録",
        "move_plan_step" => "活動計画の予定の並べ替え",
        "remove_plan_step" => "活動計画の予定の削除",
        "save_progress" => "部会の進捗の記録",
        "remove_progress" => "部会の進捗の削除",
        "save_gathering" => "作業部会・研修会等の記録",
        "remove_gathering" => "作業部会・研修会等の削除",
        "take_over_plan" => "次年度活動計画からの引継ぎ",
        "write_sub_report" => "部会の報告の記入",
        "set_sub_report_state" => "部会の報告の提出・報告",
        "add_sub_papers" => "部会の報告・進捗管理表を会議資料に追加",
        _ => return None,
    })
}

/// A coded value in the history.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    fn of<T: Copy>(read: Result<T, UnknownCode>, label: fn(T) -> &'static str) -> Option<&'static str> {
        read.ok().map(label)
    }
    match (table, column) {
        ("work_plan_progress", "state") => of(ProgressState::from_code(code), ProgressState::label),
        ("gathering", "kind") => of(GatheringKind::from_code(code), GatheringKind::label),
        ("subcommittee_report", "kind") => of(ReportKind::from_code(code), ReportKind::label),
        ("subcommittee_text", "part") => of(ReportPart::from_code(code), ReportPart::label),
        _ => None,
    }
}
