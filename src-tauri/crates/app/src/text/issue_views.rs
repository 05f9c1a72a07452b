//! The words of the views of issues: the flow of a year, and themes over the years.

use crate::issues::IssueFilter;
use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::issue::Stage;

/// What the three columns of the flow show.
pub(crate) const FLOW_COLUMNS: [&str; 3] = ["発生元", "担当", "段階"];

/// What its two tables tell.
pub(crate) const FLOW_TABLES: [&str; 2] = ["発生元ごとの段階", "担当ごとの段階"];

/// Issues that were open when the year began.
pub(crate) const CARRIED: &str = "前年度からの課題";

/// Issues that no body has.
pub(crate) const NO_OWNER: &str = "担当未定";

/// The last row and column of a table of counts.
pub(crate) const TOTAL: &str = "計";

/// What is counted.
pub(crate) const FLOW_NOTE: &str =
    "課題の件数を数えたもので、人数ではありません。前年度からの課題は、年度の初めに終わっていなかった課題です。";

/// The minutes of a meeting.
pub(crate) const MINUTES: &str = "会議録";

/// Themes over the years.
pub(crate) const THEMES: &str = "テーマの経過";

/// The first and the last column of the themes.
pub(crate) const THEME_COLUMNS: [&str; 2] = ["テーマ", "提案と回答"];

/// 令和8年度　課題の流れ.
pub(crate) fn flow_title(year: &str) -> String {
    format!("{year}　課題の流れ")
}

/// A stop with its count.
pub(crate) fn flow_stop(name: &str, count: usize) -> String {
    format!("{name}　{count}件")
}

/// Stages that stand together: 受付・整理中.
pub(crate) fn stages_together(stages: &[Stage]) -> String {
    stages.iter().map(|s| s.label()).collect::<Vec<_>>().join("・")
}

/// The whole flow in a sentence or two.
pub(crate) fn flow_summary(year: &str, carried: usize, all: usize, done: usize, on: &str) -> String {
    format!(
        "{year}に扱った課題は{all}件です（前年度からの課題{carried}件、新たに受け付けた課題{}件）。{on}現在、{done}件が反映又は終結し、{}件が進行中です。",
        all - carried,
        all - done
    )
}

/// What is a theme.
pub(crate) fn themes_about(count: usize) -> String {
    format!(
        "分割・統合・引継ぎでつながる課題と、年度をまたいで扱った課題を、{count}のテーマにまとめています。各年度の欄は、年度末（今年度は現在）の段階です。"
    )
}

/// R7-4 承認　title, where it is another than the theme's own.
pub(crate) fn standing(number: &str, stage: &str, title: Option<&String>) -> String {
    title.map_or_else(|| format!("{number}　{stage}"), |title| format!("{number}　{stage}　{title}"))
}

/// The theme's number, title and field.
pub(crate) fn theme(number: &str, title: &str, field: &str) -> String {
    let field = if field.is_empty() { String::new() } else { format!("（{field}）") };
    format!("{number}\n{title}{field}")
}

/// A proposal with its state and answer.
pub(crate) fn theme_proposal(title: &str, state: &str, answer: &str) -> String {
    let answer = if answer.is_empty() { String::new() } else { format!("：{answer}") };
    format!("「{title}」{state}{answer}")
}

/// Who was told, and when.
pub(crate) fn told(whom: &str, day: &str) -> String {
    if whom.is_empty() { day.to_owned() } else { format!("{whom}（{day}）") }
}

/// 分割元の課題　R7-9　title（reason）.
pub(crate) fn link_line(relation: &str, number: &str, title: &str, reason: &str) -> String {
    let reason = if reason.is_empty() { String::new() } else { format!("（{reason}）") };
    format!("{relation}　{number}　{title}{reason}")
}

/// A proposal with whom it went to, where it stands, and the days.
pub(crate) fn proposal_line(
    title: &str,
    addressee: &str,
    state: &str,
    sent: Option<&str>,
    answered: Option<&str>,
) -> String {
    let days = [sent.map(|d| format!("送付 {d}")), answered.map(|d| format!("回答 {d}"))];
    let facts = [Some(addressee.to_owned()), Some(state.to_owned())].into_iter().chain(days).flatten();
    format!("「{title}」（{}）", facts.filter(|t| !t.is_empty()).collect::<Vec<_>>().join("、"))
}

/// By what a table is narrowed; empty where by nothing but that issues are open.
pub(crate) fn narrowed(council: &Snapshot, filter: &IssueFilter, year: FiscalYear) -> String {
    let body = filter.body.as_deref().map(|b| council.body(b).map_or(b, |body| council.body_name(body.id, year)));
    let received = filter.year.map(|y| council.council.date_style.fiscal_year(y));
    let parts = [
        body.map(|name| format!("担当 {name}")),
        filter.field.as_ref().map(|field| format!("分野 {field}")),
        filter.inlet.map(|inlet| format!("発生元 {}", inlet.label())),
        filter.level.map(|level| format!("対応の水準 {}", level.label())),
        received.map(|year| format!("受付 {year}")),
        filter.text.as_ref().map(|text| format!("「{text}」を含むもの")),
        filter.overdue.then(|| "期限を過ぎたもの".to_owned()),
        (!filter.open).then(|| "終わった課題を含む".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("掲載した課題：{}", parts.join("、")) }
}

/// 2-(3)　title: an item of a plan.
pub(crate) fn plan_item(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number}　{title}") }
}

/// A meeting with the item of its agenda.
pub(crate) fn place(meeting: &str, item: Option<&str>) -> String {
    item.map_or_else(|| meeting.to_owned(), |item| format!("{meeting}　「{item}」"))
}
