//! What is said of meetings: objections, states and what they mean, counted days,
//! standing items of an agenda, numbers of papers.

use entaku_domain::era::DateStyle;
use entaku_domain::lead::{Due, Task};
use entaku_domain::meeting::MeetingState;
use entaku_domain::meeting_fault::MeetingFault as F;
use entaku_domain::{Day, FiscalYear};

/// One objection in a sentence or two.
pub(super) fn fault(style: DateStyle, found: &F) -> String {
    let day = |d: &Day| style.day_with_weekday(*d);
    match found {
        F::FewerThanPlanned { body, planned, found } => {
            format!("{body}は年{planned}回の予定ですが、まだ{found}回しか入っていません。")
        }
        F::CountIsOpen { planned } => {
            format!("年{planned}回の予定の会議です。集まらなかった会議を回数に数えるかどうかを確かめてください。")
        }
        F::NoSteeringBefore { number, on } => {
            format!("第{number}回全体会（{}）の前に、前回の全体会より後の運営会議がありません。", day(on))
        }
        F::AfterBudget { deadline, missed, .. } => format!(
            "予算要求の締切（{}）の後のため、この会議で承認した提案は、{}の予算には間に合いません。次は{}の予算です。",
            style.day(*deadline),
            style.fiscal_year(*missed),
            style.fiscal_year(missed.plus(1))
        ),
        F::NoticeLate { due, days } => {
            format!("開催通知は会議の{days}日前（{}）までに送るのが目安です。委員への連絡をお急ぎください。", day(due))
        }
        F::MinutesLate { due } => format!("会議録案の期限（{}）を過ぎています。", day(due)),
        F::NoticeWithout { field } => {
            format!("開催通知に要る{}が、まだ入っていません。", super::violations::field(field))
        }
        F::AttendanceMissing { members } => format!("出欠の記録がない委員が{members}人います。"),
        F::AttendedByOthers { on, count } => {
            format!("新しい日（{}）に委員でない人の出欠が、{count}人分記録されています。", day(on))
        }
        F::ProxyUnnamed { count } => format!("代理出席の{count}人について、代理の人の氏名が入っていません。"),
        F::NumbersShared { count } => format!(
            "この数え方では、回の番号がほかの会議と同じになる会議が{count}件あります。会議の画面で、番号をご確認ください。"
        ),
        F::RepliesOfOldDay { count } => {
            format!("出欠の記録{count}人分は、延期の前の日についてのものです。新しい日の出欠を確かめてください。")
        }
        F::NoQuorum { needed, present } => format!("定足数（{needed}人）に対し、出席は{present}人です。"),
        other => refusal(style, other),
    }
}

/// Those that forbid.
fn refusal(style: DateStyle, found: &F) -> String {
    match found {
        F::StateJump { from, to } => {
            format!("「{}」の会議を「{}」にすることはできません。", from.label(), to.label())
        }
        F::HeldTooSoon { on } => {
            format!("会議の日（{}）がまだ来ていないため、開催済とすることはできません。", style.day_with_weekday(*on))
        }
        F::SameDay { on } => format!("延期の前と同じ日（{}）です。", style.day_with_weekday(*on)),
        F::JointTwice { body } => format!("{body}は、この会議の会議体としてすでに入っています。"),
        F::SeriesWithoutYear => "回数の始まりの年度が入っていません。".to_owned(),
        F::NothingToLeave => "この種類の項目は、次の会議に持ち越せません。".to_owned(),
        F::NotRunning => "中止又は延期した会議には、進行の時刻を記録できません。".to_owned(),
        F::NotEmpty => "次第、資料、出欠などの記録がある会議は、削除できません。".to_owned(),
        F::NamedElsewhere { record } => format!("{record}に、この会議が記録されているため、削除できません。"),
        F::AgendaNotEmpty => "この会議の次第には、すでに項目があります。".to_owned(),
        F::TooManyCopies { limit, .. } => format!("部数は、それぞれ{limit}部までです。"),
        F::OfficersElected => "この会議で行った役員の選出が記録されています。".to_owned(),
        F::StepRests { on } => {
            format!("この会議での課題の経過（{}）が記録されています。", style.day_with_weekday(*on))
        }
        F::ProposalRests { delivered: Some(on) } => {
            format!("この会議で承認した提案（{}提出）が記録されています。", style.day_with_weekday(*on))
        }
        F::ProposalRests { delivered: None } => "この会議で承認した提案が記録されています。".to_owned(),
        F::SelectionRests { start } => {
            format!("この会議で選任した委員（{}から）が記録されています。", style.day_with_weekday(*start))
        }
        _ => "中止又は延期した会議には、出欠を記録できません。".to_owned(),
    }
}

/// What to do about one that forbids.
pub(super) fn hint(found: &F) -> &'static str {
    match found {
        F::StateJump { .. } => "会議の状態は、順に進めるか、一つ前に戻してください。",
        F::HeldTooSoon { .. } => "会議が終わってから、記録してください。日付の誤りのときは、先に日付を直してください。",
        F::SameDay { .. } => "新しい日を入力するか、日を空けて「日程未定」としてください。",
        F::JointTwice { .. } => "会議体を一つずつ選んでください。",
        F::SeriesWithoutYear => "数え始める年度（任期ごとのときは、任期の始まる年度）を入力してください。",
        F::NothingToLeave => "協議、報告、選出などの項目を選んでください。",
        F::NotRunning => "会議を開いたときは、先に中止や延期を取り消してください。",
        F::NotEmpty => "開かないことになった会議は、「中止」としてください。記録は残ります。",
        F::NamedElsewhere { .. } => {
            "先に、その記録から会議を外してください。開かないことになった会議は、「中止」としてください。記録は残ります。"
        }
        F::AgendaNotEmpty => {
            "ひな形は、項目のない次第にだけ入れられます。項目を一つずつ加えるか、今の項目を削除してから、もう一度行ってください。"
        }
        F::TooManyCopies { .. } => "部数を直して、もう一度お試しください。",
        F::OfficersElected => "選出の記録に誤りがあるときは、先に選出を取り消してください。",
        F::StepRests { .. } => {
            "その日までの日を入力してください。経過の記録に誤りがあるときは、先にそちらを直してください。"
        }
        F::ProposalRests { .. } => {
            "会議の記録を確かめてください。提案の記録に誤りがあるときは、先にそちらを直してください。"
        }
        F::SelectionRests { .. } => {
            "その日までの日を入力してください。選任の記録に誤りがあるときは、先に取り消してください。"
        }
        F::AttendedByOthers { .. } => "日付を確かめるか、先に出欠の記録を直してください。",
        F::AttendanceOfCancelled => "会議を開いたときは、先に中止や延期を取り消してください。",
        _ => "内容を直して、もう一度お試しください。",
    }
}

/// A report of a subcommittee that names a meeting.
pub(crate) fn report_of(body: &str, report: &str) -> String {
    format!("{body}の{report}")
}

/// An issue that came from a meeting.
pub(crate) fn source_of(number: &str) -> String {
    format!("課題{number}の発生元")
}

/// A hearing on a plan that names a meeting.
pub(crate) const HEARING: &str = "計画への意見聴取";

/// What a state means for the office, and what going there does.
pub fn state_meaning(to: MeetingState, back: bool) -> &'static str {
    match (to, back) {
        (MeetingState::Draft, true) => "準備中に戻します。通知などの記録は変わりません。",
        (MeetingState::Draft, false) => "日時・会場・次第・資料を準備しています。",
        (MeetingState::Noticed, true) => "通知済に戻します。出欠の記録は残ります。",
        (MeetingState::Noticed, false) => "委員に開催を通知しました。",
        (MeetingState::Held, true) => "開催済に戻します。会議録案は、まだ送っていないものとします。",
        (MeetingState::Held, false) => "会議を開きました。出欠を確かめ、会議録を作ります。",
        (MeetingState::MinutesOut, true) => "会議録案送付済に戻します。委員の確認が続いているものとします。",
        (MeetingState::MinutesOut, false) => "会議録案を委員に送り、確認を受けています。",
        (MeetingState::Approved, _) => "会議録が確定し、公開できます。",
        (MeetingState::Postponed, _) => "会議を延期しました。新しい日が決まるまで、回の番号を保ちます。",
        (MeetingState::Cancelled, _) => "会議を取りやめました。記録は残ります。",
    }
}

/// What the button says that brings a meeting into a state.
pub fn state_move(from: MeetingState, to: MeetingState, back: bool) -> String {
    match (to, back) {
        (MeetingState::Draft, _) if from == MeetingState::Cancelled => "中止を取り消す".to_owned(),
        (MeetingState::Draft, _) if from == MeetingState::Postponed => "延期を取り消す".to_owned(),
        (MeetingState::Cancelled, _) => "中止にする".to_owned(),
        (MeetingState::Postponed, _) => "延期する".to_owned(),
        (to, true) => format!("「{}」に戻す", to.label()),
        (to, false) => format!("「{}」にする", to.label()),
    }
}

/// How a due day was counted.
pub fn due_reason(style: DateStyle, due: &Due) -> String {
    let counted = super::today::counted_days(due);
    let moved = due.shifted.closure.as_ref().filter(|_| due.shifted.moved());
    let moved = moved.map(|why| {
        let day = style.day_with_weekday(due.counted);
        let on = super::year_plan::month_day(due.on);
        format!("（{day}）は{}のため、{}の{on}", super::year_plan::closure(why), due.shifted.toward.label())
    });
    let source = match due.task {
        Task::Minutes | Task::Summary => "会議録の期限の目安",
        Task::Interpreters | Task::LastCall => "派遣の申込みの目安",
        Task::Notice | Task::Papers => "送付の目安",
    };
    format!("{counted}{}（{source}）。{}", moved.unwrap_or_default(), super::year_plan::unsure_of(&due.shifted))
}

/// 令和9年3月1日から就任予定の委員が3人います.
pub fn starting(style: DateStyle, first: Day, members: usize) -> String {
    format!("{}から就任予定の委員が{members}人います。", style.day(first))
}

/// The summary of who attended.
pub fn attendance(members: usize, counts: &[(&str, usize)]) -> String {
    let counted: Vec<String> =
        counts.iter().filter(|(_, n)| *n > 0).map(|(label, n)| format!("{label}{n}人")).collect();
    match counted.is_empty() {
        true => format!("委員{members}人。出欠は、まだ記録されていません。"),
        false => format!("委員{members}人のうち、{}。", counted.join("、")),
    }
}

/// 第1回全体会.
pub fn short_meeting(number: u16, body: &str) -> String {
    format!("第{number}回{body}")
}

/// What a paper is made of.
pub fn paper_content(is: &str) -> &'static str {
    match is {
        "file" => "ファイル",
        "text" => "文章（円卓で書くもの）",
        "chart" => "関係図",
        "tree" => "構成図",
        "roster" => "委員名簿",
        "issue_table" => "課題整理表",
        "progress_sheet" => "専門部会の進捗管理表",
        "sub_reports" => "専門部会の活動報告",
        _ => "課題カルテ",
    }
}

/// The title with which a document of Entaku's own becomes a paper.
pub fn own_title(style: DateStyle, is: &str, body: &str, on: Day) -> String {
    match is {
        "text" => String::new(),
        "roster" => format!("{body}　委員名簿（{}現在）", style.day(on)),
        "progress_sheet" | "sub_reports" => {
            let (year, next) = (FiscalYear::of(on), FiscalYear::of(on).plus(1));
            let kind = (is == "sub_reports").then_some(entaku_domain::work_plan::ReportKind::Activity);
            super::work_plans::paper_title(kind, None, &style.fiscal_year(year), &style.fiscal_year(next))
        }
        "chart" | "tree" => format!("{}　{}", style.fiscal_year(FiscalYear::of(on)), paper_content(is)),
        other => paper_content(other).to_owned(),
    }
}

/// What a paper is called that was changed after it was sent.
pub const REVISED: &str = "修正版";

/// A term's end in the year's plan.
pub fn terms_end(body: &str, count: usize) -> String {
    format!("{body}の委員{count}人の任期満了")
}

/// The period of a plan ends, or begins.
pub fn plan_period(name: &str, begins: bool) -> String {
    format!("{name}の計画期間の{}", if begins { "初日" } else { "末日" })
}

/// The last day of the budget's requests.
pub const BUDGET: &str = "予算要求の締切";

/// Where the day of the budget comes from.
pub const BUDGET_SOURCE: &str = "設定の「年3回の時期と予算要求締切」による日です。";

/// Where the end of terms comes from.
pub const TERM_SOURCE: &str = "委嘱・選任の記録の満了日です。";

/// Where the period of a plan comes from.
pub const PLAN_SOURCE: &str = "協議会の計画の記録にある期間です。";

/// A step of an issue: 継続：関係課と協議を続ける; the stage alone where nothing was written.
pub fn step(stage: &str, text: &str) -> String {
    if text.trim().is_empty() { stage.to_owned() } else { format!("{stage}：{text}") }
}

/// All of a meeting, where it is closed.
pub const WHOLE_MEETING: &str = "会議全体";
/// An election among the decisions.
pub const ELECTION: &str = "役員の選出";
/// A proposal among the decisions.
pub const PROPOSAL: &str = "市への提案の承認";

/// 第2回全体会：….
pub fn about(meeting: &str, said: &str) -> String {
    format!("{meeting}：{said}")
}
