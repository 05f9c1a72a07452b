//! The words of the plans and reports of subcommittees.

use entaku_domain::work_plan::{PlanFault as Fault, ReportKind};

/// 会議.
pub const MEETING: &str = "会議";
/// 開催日.
pub const DAY: &str = "開催日";
/// 会場.
pub const PLACE: &str = "会場";
/// 出席.
pub const CAME: &str = "出席";
/// 作業部会・研修会等.
pub const GATHERING: &str = "名称";
/// 目的.
pub const PURPOSE: &str = "目的";
/// 参加者.
pub const TAKE_PART: &str = "参加者";
/// 開催日と結果.
pub const DAYS: &str = "開催日と結果";
/// 時期.
pub const TIME: &str = "時期";
/// 活動の内容.
pub const ACTIVITY: &str = "活動の内容";
/// 担当.
pub const WHO: &str = "担当";
/// 部会.
pub const BODY: &str = "部会";
/// テーマ・課題（段階）.
pub const THEMES: &str = "テーマ・課題（段階）";
/// 対応策・方針.
pub const POLICY: &str = "対応策・方針";
/// 進捗.
pub const PROGRESS: &str = "進捗";
/// 次回.
pub const NEXT: &str = "次回の会議";
/// 遅れている活動.
pub const LATE: &str = "遅れている活動";
/// 期日.
pub const DUE: &str = "期日";
/// 記録.
pub const SAID: &str = "直近の記録";
/// Where nothing is planned.
pub const NOTHING: &str = "（計画の記録がありません）";
/// Where no meeting is ahead.
pub const NO_MEETING: &str = "未定";
/// Nobody is late.
pub const NONE_LATE: &str = "遅れている活動はありません。";

/// 移動の支援（R8-3　通院の足、R8-4　送迎）.
pub fn theme(title: &str, issues: &[String]) -> String {
    if issues.is_empty() { title.to_owned() } else { format!("{title}（{}）", issues.join("、")) }
}

/// 7人（委員9人）.
pub fn came(came: usize, of: usize) -> String {
    format!("{came}人（委員{of}人）")
}

/// 6月（令和8年6月30日まで）.
pub fn time(time: &str, due: Option<String>) -> String {
    match (time.is_empty(), due) {
        (_, None) => time.to_owned(),
        (true, Some(due)) => format!("{due}まで"),
        (false, Some(due)) => format!("{time}（{due}まで）"),
    }
}

/// ・事業所への聞き取り（令和8年9月1日完了）：３か所で聞いた.
pub fn done(activity: &str, on: &str, text: &str) -> String {
    let said = if text.is_empty() { String::new() } else { format!("：{text}") };
    format!("・{activity}（{on}完了）{said}")
}

/// ・事業所への聞き取り（9月）.
pub fn open_step(activity: &str, time: &str) -> String {
    if time.is_empty() { format!("・{activity}") } else { format!("・{activity}（{time}）") }
}

/// ・R8-3　通院の足（協議中）.
pub fn open_issue(issue: &str, stage: &str) -> String {
    format!("・{issue}（{stage}）")
}

/// How a year went, in a sentence.
pub fn assessment(held: usize, steps: usize, done: usize, late: usize) -> String {
    let met = format!("部会を{held}回開いた。");
    if steps == 0 {
        return met;
    }
    let late = if late == 0 { String::new() } else { format!("、{late}件が遅れている") };
    format!("{met}予定した活動{steps}件のうち{done}件を終えた{late}。")
}

/// 令和8年度　地域生活支援部会　活動報告.
pub fn title(kind: ReportKind, body: &str, year: &str, next: &str) -> String {
    match kind {
        ReportKind::Activity => format!("{year}　{body}　活動報告"),
        ReportKind::NextPlan => format!("{next}　{body}　活動計画（案）"),
        ReportKind::Evaluation => format!("{year}　{body}　評価結果及び{next}目標"),
    }
}

/// 令和8年度　専門部会　活動報告.
pub fn joint_body() -> &'static str {
    "専門部会"
}

/// 令和8年度　専門部会　進捗管理表.
pub fn sheet_title(year: &str) -> String {
    format!("{year}　専門部会　進捗管理表")
}

/// What a paper of these is called, without its year.
pub fn paper_title(kind: Option<ReportKind>, body: Option<&str>, year: &str, next: &str) -> String {
    match kind {
        Some(kind) => title(kind, body.unwrap_or_else(|| joint_body()), year, next),
        None => sheet_title(year),
    }
}

/// 部会長　髙橋美咲子.
pub fn head(title: &str, name: &str) -> String {
    format!("{title}　{name}")
}

/// （下書き）.
pub const DRAFT: &str = "（下書き）";

/// 令和8年度 第2回 運営会議に提出.
pub fn handed_in(meeting: &str, reported: bool) -> String {
    format!("{meeting}{}", if reported { "に報告" } else { "に提出" })
}

/// ［遅れ］事業所への聞き取り（9月）.
pub fn standing(state: &str, activity: &str, time: &str) -> String {
    let when = if time.is_empty() { String::new() } else { format!("（{time}）") };
    format!("［{state}］{activity}{when}")
}

/// Before anything is said of it.
pub const UNTOUCHED: &str = "未着手";

/// Why a part of the sheet is looked at before it leaves.
pub fn place(body: &str, part: &str) -> String {
    format!("{body}の{part}")
}

/// 目標と方針（令和8年度　地域生活支援部会）.
pub fn subject(year: &str, body: &str, what: &str) -> String {
    if what.is_empty() { format!("{year}　{body}") } else { format!("{year}　{body}　{what}") }
}

/// What is objected to.
pub(super) fn objection(fault: &Fault) -> String {
    match fault {
        Fault::NotSubcommittee { name } => format!("「{name}」は、その年度の専門部会ではありません。"),
        Fault::OtherYear => "期日がこの年度の外にあります。".to_owned(),
        Fault::NotSteering => "提出先が運営会議の会議ではありません。".to_owned(),
        Fault::NotPlenary => "報告先が全体会の会議ではありません。".to_owned(),
        Fault::NotSubmitted => "運営会議に提出していない報告です。".to_owned(),
        Fault::MeetingOff => "中止又は延期になった会議です。".to_owned(),
        Fault::Settled => "提出した報告は書き換えられません。".to_owned(),
        Fault::StepElsewhere => "ほかの部会又は年度の予定です。".to_owned(),
        Fault::PlanThere => "この年度の活動計画がすでにあります。".to_owned(),
        Fault::NothingToTake => "前の年度に引き継ぐ計画がありません。".to_owned(),
        Fault::NothingToAdd => "追加する資料がありません。".to_owned(),
    }
}

/// What to do.
pub(super) const fn hint(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotSubcommittee { .. } => "専門部会を選ぶか、年度を確かめてください。",
        Fault::OtherYear => "年度の中の日にするか、その年度の計画に入力してください。",
        Fault::NotSteering => "運営会議の会議から選んでください。",
        Fault::NotPlenary => "全体会の会議から選んでください。",
        Fault::NotSubmitted => "先に、提出した運営会議を選んでください。",
        Fault::MeetingOff => "開かれる会議を選んでください。",
        Fault::Settled => "書き換えるときは、提出を取り消して下書きに戻してください。",
        Fault::StepElsewhere => "この計画の予定から選んでください。",
        Fault::PlanThere => "今ある計画を直してください。",
        Fault::NothingToTake => "新しく入力してください。",
        Fault::NothingToAdd => "すでに資料になっています。資料の一覧を確かめてください。",
    }
}

/// A step that is late, on 今日.
pub fn late_step(activity: &str) -> String {
    format!("遅れている活動の進捗を記録する（{activity}）")
}

/// Who is to do it.
pub fn late_reason(who: &str) -> String {
    let who = if who.is_empty() { String::new() } else { format!("担当：{who}。") };
    format!("{who}部会の活動計画の期日を過ぎ、完了の記録がありません。")
}

/// The sheet of progress for a steering meeting.
pub const SHEET_TASK: &str = "専門部会の進捗管理表を資料にする";
/// Why.
pub const SHEET_REASON: &str = "運営会議は、各部会の進捗を管理します。進捗管理表がまだ資料にありません。";

/// A report that the steering meeting waits for.
pub fn report_task(body: &str) -> String {
    format!("{body}の活動報告を提出する")
}

/// Why.
pub const REPORT_REASON: &str = "この年度の最後の運営会議です。活動報告がまだ提出されていません。";

/// A report that the plenary waits for.
pub fn to_report(body: &str, kind: &str) -> String {
    format!("{body}の「{kind}」を全体会に報告する")
}

/// Why.
pub const TO_REPORT_REASON: &str = "運営会議に提出した報告です。全体会に報告した記録がまだありません。";
