//! The words of the yearly activity report.

/// The places of the report: a code, its heading, whether records stand there.
pub const PLACES: [(&str, &str, bool); 9] = [
    ("foreword", "はじめに", false),
    ("bodies", "協議会の組織", true),
    ("meetings", MEETINGS, true),
    ("members", "委員", true),
    ("issues", "地域の課題", true),
    ("proposals", PROPOSALS, true),
    ("decisions", DECISIONS, true),
    ("training", TRAINING, true),
    ("afterword", "おわりに", false),
];
/// 会議の開催.
pub const MEETINGS: &str = "会議の開催";
/// 提案と回答.
pub const PROPOSALS: &str = "提案と回答";
/// 決定した事項.
pub const DECISIONS: &str = "決定した事項";
/// 研修.
pub const TRAINING: &str = "研修";
/// 活動報告書.
pub const REPORT: &str = "活動報告書";
/// What is not told in public.
pub const CLOSED: &str = "（非公開）";
/// 会議体.
pub const BODY: &str = "会議体";
/// 開催頻度.
pub const FREQUENCY: &str = "開催頻度";
/// 委員数.
pub const MEMBERS: &str = "委員数";
/// 回.
pub const NUMBER: &str = "回";
/// 番号.
pub const ISSUE_NUMBER: &str = "番号";
/// 開催日.
pub const DAY: &str = "開催日";
/// 会場.
pub const PLACE: &str = "会場";
/// 出席.
pub const CAME: &str = "出席";
/// 主な議題.
pub const ITEMS: &str = "主な議題";
/// 氏名.
pub const NAME: &str = "氏名";
/// 所属・職.
pub const AFFILIATION: &str = "所属・職";
/// 役職.
pub const OFFICE: &str = "役職";
/// 件名.
pub const TITLE: &str = "件名";
/// 分野.
pub const FIELD: &str = "分野";
/// 段階.
pub const STAGE: &str = "段階";
/// 経過・結果.
pub const OUTCOME: &str = "経過・結果";
/// 提案先.
pub const ADDRESSEE: &str = "提案先";
/// 提出日.
pub const DELIVERED: &str = "提出日";
/// 回答.
pub const ANSWER: &str = "回答";
/// 会議.
pub const MEETING: &str = "会議";
/// 対象.
pub const SUBJECT: &str = "対象";
/// 内容.
pub const TEXT: &str = "内容";

/// 令和8年度　活動報告書.
pub fn title(year: &str) -> String {
    format!("{year}　{REPORT}")
}

/// A year that still runs.
pub fn so_far(day: &str) -> String {
    format!("{day}現在（年度の途中）")
}

/// 18人.
pub fn people(n: usize) -> String {
    format!("{n}人")
}

/// 第2回.
pub fn number(n: u16) -> String {
    format!("第{n}回")
}

/// 第2回全体会.
pub fn short_meeting(number: u16, body: &str) -> String {
    format!("第{number}回{body}")
}

/// 15／18人（代理1人）.
pub fn attendance(came: usize, members: usize, proxies: usize) -> String {
    let proxies = if proxies > 0 { format!("\n（代理{proxies}人）") } else { String::new() };
    format!("{came}／{members}人{proxies}")
}

/// 承認3件.
pub fn stage_count(stage: &str, n: u32) -> String {
    format!("{stage}{n}件")
}

/// As of when members are told.
pub fn as_of(day: &str) -> String {
    format!("{day}現在。敬称略。")
}

/// Whether an item is training, by its title.
pub fn is_training(title: &str) -> bool {
    ["研修", "勉強会", "講演"].iter().any(|word| title.contains(word))
}

/// A decision of the minutes, with how it was taken on a line of its own.
pub(crate) fn decided(text: &str, how: &str) -> String {
    [text.trim(), how].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n")
}
