//! The words of what is printed around a notice.

use crate::notices::needs::NeedRow;
use crate::notices::replies::{GuestRow, ReplyRow};
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::gallery::Applicant;
use entaku_domain::reply::Answer;

/// Columns of the list of replies; those of no width are as narrow as they can be.
pub(crate) const REPLY_COLUMNS: [(&str, f64); 8] = [
    ("", 0.0),
    ("氏名", 1.0),
    ("所属・職", 1.9),
    ("出欠", 0.0),
    ("代理の人", 1.0),
    ("受付日", 0.0),
    ("必要な配慮", 1.4),
    ("備考", 1.0),
];
/// Columns of the list of those who have not answered.
pub(crate) const REMINDER_COLUMNS: [(&str, f64); 6] =
    [("", 0.0), ("氏名", 1.0), ("所属・職", 1.8), ("連絡先", 1.6), ("届け方", 0.0), ("連絡した日・結果", 1.4)];
/// Columns of what is to be arranged.
pub(crate) const NEED_COLUMNS: [(&str, f64); 5] =
    [("配慮", 1.0), ("だれに・内容", 2.2), ("手配の期限", 0.0), ("最終の期限", 0.0), ("手配", 1.2)];
/// Columns of the reception list.
pub(crate) const RECEPTION_COLUMNS: [(&str, f64); 5] =
    [("", 0.0), ("氏名", 1.4), ("配慮", 1.2), ("来場", 0.0), ("備考", 1.0)];
/// Columns of the replies as a table: heading, width, whether it holds days.
pub(crate) const SHEET_COLUMNS: [(&str, u16, bool); 8] = [
    ("氏名", 18, false),
    ("ふりがな", 20, false),
    ("所属・職", 36, false),
    ("出欠", 12, false),
    ("代理の人", 20, false),
    ("受付日", 16, true),
    ("必要な配慮", 30, false),
    ("備考", 24, false),
];
/// Under what is to be arranged.
pub(crate) const NO_REASONS: &str = "配慮の理由は記録していません。";
/// Where no opinion came.
pub(crate) const NO_OPINIONS: &str = "意見書はありませんでした。";

/// A line of the list of replies.
pub(crate) fn reply_row(style: DateStyle, at: usize, row: &ReplyRow) -> Vec<String> {
    let answer = row.answer.as_deref().and_then(|c| Answer::from_code(c).ok()).map_or("未回答", Answer::label);
    let received = row.received_on.as_deref().and_then(|d| d.parse::<Day>().ok());
    let late = if row.late { "（期限後）" } else { "" };
    vec![
        at.to_string(),
        named(row),
        row.affiliation.clone(),
        answer.to_owned(),
        row.proxy.clone().unwrap_or_default(),
        received.map(|d| format!("{}{late}", short_day(style, d))).unwrap_or_default(),
        needs(row),
        notes(row),
    ]
}

/// 会長 髙橋　美咲子.
fn named(row: &ReplyRow) -> String {
    row.office.as_ref().map_or_else(|| row.name.clone(), |office| format!("{}\n（{office}）", row.name))
}

/// What the member needs: always, and at this meeting.
pub(crate) fn needs(row: &ReplyRow) -> String {
    row.profile.iter().chain(&row.needs).cloned().collect::<Vec<_>>().join("\n")
}

fn notes(row: &ReplyRow) -> String {
    let opinions = (row.opinions > 0).then(|| format!("意見書{}件", row.opinions));
    let stray = row.stray.then(|| "会議の日の委員ではありません".to_owned());
    [row.note.clone(), opinions, stray].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn short_day(style: DateStyle, day: Day) -> String {
    let whole = style.day(day);
    whole.split_once('年').map(|(_, rest)| rest.rsplit('）').next().unwrap_or(rest).to_owned()).unwrap_or(whole)
}

/// A line of the list of those who have not answered.
pub(crate) fn reminder_row(at: usize, row: &ReplyRow) -> Vec<String> {
    let affiliation = row.affiliation.clone();
    vec![at.to_string(), named(row), affiliation, row.reach.join("\n"), row.delivery.clone(), String::new()]
}

/// 未回答　5人.
pub(crate) fn open(count: usize) -> String {
    format!("未回答　{count}人")
}

/// 回答期限　令和8年10月7日（水）.
pub(crate) fn due(day: &str) -> String {
    format!("回答期限　{day}")
}

/// 令和8年10月1日現在.
pub(crate) fn as_of(style: DateStyle, on: Day) -> String {
    format!("{}現在", style.day(on))
}

/// 説明者　市民健康課　課長　渡邉　一（出席）.
pub(crate) fn guest(guest: &GuestRow) -> String {
    let parts = [&guest.kind_label, &guest.organization, &guest.post, &guest.name];
    let comes = match guest.comes {
        Some(true) => "出席",
        Some(false) => "欠席",
        None => "未回答",
    };
    let named = parts.into_iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join("　");
    format!("{named}（{comes}）")
}

/// A line of what is to be arranged.
pub(crate) fn need_row(style: DateStyle, row: &NeedRow) -> Vec<String> {
    let of = |p: &crate::notices::needs::NeedOf| {
        let away = if p.absent { "（欠席）" } else { "" };
        format!("{}　{}{away}", p.name, p.detail)
    };
    let day = |iso: &str| iso.parse::<Day>().map(|d| short_day(style, d)).unwrap_or_default();
    let done = row.done_on.as_deref().map(|d| format!("{}手配済み", day(d)));
    let idle = (row.state == "idle").then(|| "手配は不要（欠席）".to_owned());
    vec![
        row.label.clone(),
        row.people.iter().map(of).collect::<Vec<_>>().join("\n"),
        day(&row.due),
        day(&row.last_call),
        [done, idle, row.note.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n"),
    ]
}

/// A line of the reception list.
pub(crate) fn applicant_row((at, one): (usize, &Applicant)) -> Vec<String> {
    let came = if one.came { "○" } else { "" };
    let number = (at + 1).to_string();
    vec![number, one.name.clone(), one.needs.clone().unwrap_or_default(), came.to_owned(), String::new()]
}

/// An empty line of it.
pub(crate) fn empty_row(at: usize) -> Vec<String> {
    vec![at.to_string(), String::new(), String::new(), String::new(), String::new()]
}

/// 傍聴できる人　3人.
pub(crate) fn admitted(count: usize) -> String {
    format!("傍聴できる人　{count}人")
}

/// Under the reception list.
pub(crate) fn erased(since: &str) -> String {
    format!("この受付簿は、傍聴の受付のほかには使いません。{since}以後に廃棄します。")
}

/// What the public edition leaves out.
pub(crate) fn left_out(count: usize) -> String {
    format!("非公開の議題についての意見{count}件は、掲載していません。")
}

/// 令和8年10月13日（火）までにいただいたもの.
pub(crate) fn opinions_until(day: &str) -> String {
    format!("意見書の期限　{day}")
}
