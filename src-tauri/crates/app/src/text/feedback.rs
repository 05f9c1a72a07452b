//! The words of feedback: letters to partner organisations, and the yearly overview.

/// The name of the sheet and of the document.
pub(crate) const SHEET: &str = "フィードバック一覧";
/// What was raised by nobody who is recorded.
pub(crate) const UNNAMED: &str = "団体の記録がない課題提起";
/// The column of organisations.
pub(crate) const ORGANIZATION: &str = "団体";
/// How many were raised.
pub(crate) const RAISED: &str = "提起";
/// Of how many they were told.
pub(crate) const ANSWERED: &str = "報告済";
/// How many are under way.
pub(crate) const OPEN: &str = "進行中";
/// Of how many they are to be told.
pub(crate) const OWED: &str = "報告待ち";
/// All together.
pub(crate) const TOTAL: &str = "計";
/// The first part of the overview.
pub(crate) const BY_ORGANIZATION: &str = "団体ごとの件数";
/// Where nothing was raised.
pub(crate) const NOTHING: &str = "関係団体からの課題提起はありません。";
/// Columns of matters.
pub(crate) const NUMBER: &str = "番号";
/// Title.
pub(crate) const TITLE: &str = "課題";
/// Day of receipt.
pub(crate) const RECEIVED: &str = "受付日";
/// How far it came.
pub(crate) const STAGE: &str = "段階";
/// Where it was decided.
pub(crate) const DECIDED: &str = "決定";
/// What became of it.
pub(crate) const RESULT: &str = "回答・結果";
/// When they were told.
pub(crate) const TOLD: &str = "報告した日";
/// A matter that is made up, to look at a wording.
pub(crate) const SAMPLE_MATTER: &str = "R8-1　移動の支援の利用時間\n受付：令和8年4月20日\n現在の段階：回答済\n決定：令和8年6月24日　令和8年度　第1回　全体会（承認）\n提案：令和8年7月10日に市長へ提案（提案第1号）\n回答：令和8年10月30日　利用できる時間を見直す。";

/// 令和8年度　フィードバック一覧.
pub(crate) fn overview(year: &str) -> String {
    format!("{year}　{SHEET}")
}

/// The name of its file.
pub(crate) fn overview_name(title: &str, edition: &str) -> String {
    let edition = if edition.is_empty() { String::new() } else { format!("_{edition}") };
    format!("{}{edition}", title.replace('\u{3000}', "_"))
}

/// R8-3　移動の支援.
pub(crate) fn heading(number: &str, title: &str) -> String {
    format!("{number}　{title}")
}

/// When it was received.
pub(crate) fn received(day: &str) -> String {
    format!("受付：{day}")
}

/// What it became.
pub(crate) fn became(number: &str, title: &str) -> String {
    format!("引き継いだ課題：{number}　{title}")
}

/// How far it came.
pub(crate) fn how_far(stage: &str) -> String {
    format!("現在の段階：{stage}")
}

/// Where it was decided.
pub(crate) fn decided(day: &str, meeting: &str, stage: &str) -> String {
    let meeting = if meeting.is_empty() { String::new() } else { format!("　{meeting}") };
    format!("決定：{day}{meeting}（{stage}）")
}

/// The same in a table.
pub(crate) fn decided_in_table(day: &str, meeting: Option<&str>) -> String {
    meeting.map_or_else(|| day.to_owned(), |meeting| format!("{day}\n{meeting}"))
}

/// To whom it was proposed.
pub(crate) fn proposed(day: &str, to: &str, number: &str) -> String {
    format!("提案：{day}に{to}へ提案（{number}）")
}

/// What was answered.
pub(crate) fn answered(day: &str, answer: &str) -> String {
    if answer.is_empty() { format!("回答：{day}") } else { format!("回答：{day}　{answer}") }
}

/// What came of it.
pub(crate) fn measure(number: &str, day: &str, text: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("{number}　") };
    format!("結果：{number}{text}（{day}）")
}

/// 3件.
pub(crate) fn matters(count: usize) -> String {
    format!("{count}件")
}

/// 課題　3件.
pub(crate) fn issues(count: usize) -> String {
    format!("課題　{count}件")
}

/// 決定から30日.
pub(crate) fn days(days: u16) -> String {
    format!("決定から{days}日")
}
