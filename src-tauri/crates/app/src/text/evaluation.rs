//! The words of the council's own evaluation.

/// 協議会の評価.
pub(crate) const EVALUATION: &str = "協議会の評価";
/// How it was counted.
pub(crate) const NOTES: [&str; 4] = [
    "会議の回数と出席率は、出席状況と同じ数え方です。",
    "所要日数は、課題の受付日から、その段階に初めて至った日までの日数です。その年度に至った課題だけを数えています。",
    "中央値は、日数の短い順に並べた真ん中の値です（件数が偶数のときは真ん中の２つの平均。端数は切り上げ）。",
    "段階別の件数には、前の年度までに終わった課題を含みません。",
];
/// 受け付けた課題.
pub(crate) const RECEIVED: &str = "受け付けた課題";
/// Spans from the receipt.
pub(crate) const SPANS: [&str; 3] = ["受付から報告まで", "受付から承認まで", "受付から市の回答まで"];
/// 承認した提案.
pub(crate) const APPROVED: &str = "承認した提案";
/// 提出した提案.
pub(crate) const DELIVERED: &str = "提出した提案";
/// 回答のあった提案.
pub(crate) const ANSWERED: &str = "回答のあった提案";
/// 回答を待つ提案.
pub(crate) const WAITING: &str = "回答を待つ提案（期末）";
/// 団体から提起された課題.
pub(crate) const RAISED: &str = "団体から提起された課題";
/// 結果を報告した課題.
pub(crate) const TOLD: &str = "結果を報告した課題";
/// 報告がまだの課題.
pub(crate) const OWED: &str = "報告がまだの課題（期末）";
/// 受付から報告（フィードバック）まで.
pub(crate) const TOLD_AFTER: &str = "受付から団体への報告まで";
/// 意見を述べた意見聴取.
pub(crate) const HEARINGS: &str = "意見を述べた意見聴取";
/// 述べた意見.
pub(crate) const OPINIONS: &str = "述べた意見";
/// 意見聴取や回答の記録が足りない計画の決定.
pub(crate) const LACKING: &str = "意見聴取・回答の記録が足りない計画の決定";
/// 会議の開催（合計）.
pub(crate) const ALL_MEETINGS: &str = "開催した会議（合計）";
/// 続いている課題.
pub(crate) const OPEN: &str = "続いている課題（期末）";
/// 反映・終結した課題.
pub(crate) const FINISHED: &str = "反映・終結した課題";
/// 評価の一覧.
pub(crate) const OVERVIEW: &str = "評価の一覧";
/// 項目.
pub(crate) const FIELD: &str = "項目";
/// 評価.
pub(crate) const JUDGEMENT: &str = "評価";
/// 前年度の評価.
pub(crate) const LAST_JUDGEMENT: &str = "前年度の評価";
/// 成果.
pub(crate) const GOOD: &str = "成果";
/// 課題.
pub(crate) const CHANGE: &str = "課題";
/// 次年度の取組.
pub(crate) const MEASURES: &str = "次年度の取組";
/// 前年度に決めた取組.
pub(crate) const LAST_MEASURES: &str = "前年度に決めた取組";
/// 数えたもの.
pub(crate) const WHAT: &str = "数えたもの";
/// 本年度.
pub(crate) const THIS_YEAR: &str = "本年度";
/// 前年度.
pub(crate) const LAST_YEAR: &str = "前年度";
/// Nothing is said yet.
pub(crate) const NOT_JUDGED: &str = "―";

/// 令和7年度　協議会の評価.
pub(crate) fn title(year: &str) -> String {
    format!("{year}　{EVALUATION}")
}

/// 令和7年度　会議の開催.
pub(crate) fn subject(year: &str, field: &str) -> String {
    format!("{year}　{field}")
}

/// A year that still runs.
pub(crate) fn so_far(day: &str) -> String {
    super::report::so_far(day)
}

/// 成果：….
pub(crate) fn said(name: &str, text: &str) -> String {
    format!("{name}：{text}")
}

/// 3回（予定3回、中止1回）.
pub(crate) fn held(held: u32, planned: Option<u8>, cancelled: u32) -> String {
    let planned = planned.map(|n| format!("予定{n}回"));
    let cancelled = (cancelled > 0).then(|| format!("中止{cancelled}回"));
    let more: Vec<String> = planned.into_iter().chain(cancelled).collect();
    if more.is_empty() { format!("{held}回") } else { format!("{held}回（{}）", more.join("、")) }
}

/// 87.5％（延べ40人中35人）.
pub(crate) fn attended(rate: &str, present: u32, meetings: u32) -> String {
    format!("{rate}（延べ{meetings}人中{present}人）")
}

/// 4件.
pub(crate) fn cases(n: usize) -> String {
    format!("{n}件")
}

/// 2回.
pub(crate) fn times(n: usize) -> String {
    format!("{n}回")
}

/// うち関係団体の課題提起.
pub(crate) fn of_inlet(inlet: &str) -> String {
    format!("うち{inlet}から")
}

/// 期末の段階：協議中.
pub(crate) fn at_stage(stage: &str) -> String {
    format!("期末の段階：{stage}")
}

/// 中央値45日、最長120日（4件）.
pub(crate) fn span(days: Option<(i64, i64)>, n: usize) -> String {
    match days {
        Some((middle, longest)) => format!("中央値{middle}日、最長{longest}日（{n}件）"),
        None => "該当なし".to_owned(),
    }
}

/// 会議2回、協議した課題3件、担当する課題（期末）4件.
pub(crate) fn subcommittee(held: usize, dealt: usize, open: usize) -> String {
    format!("会議{held}回、協議した課題{dealt}件、担当する課題（期末）{open}件")
}

/// テーマ.
pub(crate) const THEMES: &str = "テーマ";
/// 計画した活動.
pub(crate) const STEPS: &str = "計画した活動";
/// 作業部会・研修会等.
pub(crate) const GATHERINGS: &str = "作業部会・研修会等";

/// 地域生活支援部会：テーマ.
pub(crate) fn of_body(body: &str, what: &str) -> String {
    format!("{body}：{what}")
}

/// 5件（完了2件、遅れ1件）.
pub(crate) fn steps(all: usize, done: usize, late: usize) -> String {
    let late = if late > 0 { format!("、遅れ{late}件") } else { String::new() };
    format!("{all}件（完了{done}件{late}）")
}

/// 2件（開催3回）.
pub(crate) fn gatherings(all: usize, held: usize) -> String {
    format!("{all}件（開催{held}回）")
}

/// 5件（うち回答あり3件）.
pub(crate) fn answered(all: usize, answered: usize) -> String {
    format!("{all}件（うち回答あり{answered}件）")
}

/// 連携：情報交換.
pub(crate) fn together(kind: &str) -> String {
    format!("計画推進との連携：{kind}")
}
