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

/// A proposal with whom it went to, where it stands or what came of it, and the days of
/// sending, answer and outcome.
pub(crate) fn proposal_line(
    number: &str,
    title: &str,
    addressee: &str,
    state: &str,
    days: &[Option<String>; 3],
) -> String {
    let named =
        days.iter().zip(["送付", "回答", "結果"]).filter_map(|(day, what)| Some(format!("{what} {}", day.as_ref()?)));
    let facts = [addressee.to_owned(), state.to_owned()].into_iter().chain(named).filter(|t| !t.is_empty());
    format!("{number}「{title}」（{}）", facts.collect::<Vec<_>>().join("、"))
}

/// Somebody was told.
pub(crate) const TOLD: &str = "報告";

/// That somebody was told, and how far the issue had come.
pub(crate) fn telling(stage: &str) -> String {
    format!("どうなったか（{stage}）を伝えた。")
}

/// A letter by its number.
pub(crate) fn letter(number: &str) -> String {
    format!("文書 {number}")
}

/// A proposal that was declined or withdrawn, and why.
pub(crate) fn came_to_nothing(number: &str, title: &str, reason: &str) -> String {
    let reason = if reason.is_empty() { String::new() } else { format!("：{reason}") };
    format!("{number}「{title}」{reason}")
}

/// Who brought an issue, with the day, the meeting and the paper.
pub(crate) fn source(who: &str, facts: &[&str]) -> String {
    let (who, facts) = (who.trim(), facts.iter().copied().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("、"));
    match (who.is_empty(), facts.is_empty()) {
        (true, _) => facts,
        (false, true) => who.to_owned(),
        (false, false) => format!("{who}（{facts}）"),
    }
}

/// 資料2　要望書.
pub(crate) fn paper(number: &str, title: &str) -> String {
    format!("{number}　{title}")
}

/// Who does what by when, and when it was done.
pub(crate) fn task(who: &str, text: &str, due: Option<&str>, done: Option<&str>, outcome: &str) -> String {
    let outcome = Some(outcome).filter(|t| done.is_some() && !t.is_empty());
    let facts = [due.map(|d| format!("期限 {d}")), done.map(|d| format!("済 {d}")), outcome.map(str::to_owned)];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let facts = if facts.is_empty() { String::new() } else { format!("（{}）", facts.join("、")) };
    format!("{who}：{text}{facts}")
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
