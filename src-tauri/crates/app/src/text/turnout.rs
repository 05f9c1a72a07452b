//! What is said of attendance in figures.

/// 出席状況.
pub const TITLE: &str = "出席状況";
/// How it was counted.
pub const NOTES: [&str; 3] = [
    "開催済の会議のうち、出欠を記録したものを、会議の日に委員であった人について数えています。",
    "出席率は、出席（オンライン・遅参・早退を含む）を会議数（会議体別・団体別では延べ数）で割ったものです。代理出席は、本人の出席に数えていません。",
    "届出を除く率は、届出のあった欠席を会議数から除いて割ったものです。",
];
/// How many of these are said of the public edition, which has one rate only.
pub const PUBLIC_NOTES: usize = 2;
/// The first column of figures where members are counted together.
pub const IN_ALL: &str = "延べ数";
/// The columns of figures.
pub const COLUMNS: [&str; 10] = [
    "会議数",
    "出席",
    "うちオンライン",
    "うち遅参・早退",
    "代理",
    "届出欠席",
    "欠席",
    "記録なし",
    "出席率",
    "届出を除く率",
];
/// The columns of meetings against the plan.
pub const HELD_COLUMNS: [&str; 7] = ["会議体", "予定", "開催", "うち書面", "中止", "これから", "不足"];
/// Meetings against the plan.
pub const HELD: &str = "会議の開催状況";
/// How these are counted.
pub const HELD_NOTE: &str = "書面で行った会議と中止した会議は、会議ごとに決めたとおりに数えています。決めていないものは、書面は数え、中止は数えません。";
/// No number is planned.
pub const NO_PLAN: &str = "―";
/// By body.
pub const BY_BODY: &str = "会議体別";
/// By member.
pub const BY_MEMBER: &str = "委員別";
/// By organisation.
pub const BY_ORGANIZATION: &str = "団体別";
/// 名称・氏名.
pub const NAME: &str = "名称・氏名";
/// 所属・職.
pub const AFFILIATION: &str = "所属・職";
/// 会議体.
pub const BODY: &str = "会議体";
/// 集計.
pub const KIND: &str = "集計";
/// Who belongs nowhere.
pub const NO_ORGANIZATION: &str = "所属なし";

/// 87.5%, from tenths of a percent.
pub fn percent(tenths: u64) -> String {
    format!("{}.{}％", tenths / 10, tenths % 10)
}

/// The days.
pub fn period(from: &str, to: &str) -> String {
    format!("{from}～{to}")
}
