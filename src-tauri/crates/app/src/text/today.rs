//! The words of 今日: what is to be done, by when, and why.

use super::labels;
use entaku_domain::appointment::{Appointment, EndRule};
use entaku_domain::era::DateStyle;
use entaku_domain::lead::Due;
use entaku_domain::term::TermRule;
use entaku_domain::{Day, FiscalYear};

/// 10/14.
pub fn short_day(day: Day) -> String {
    use chrono::Datelike;
    format!("{}/{}", day.month(), day.day())
}

/// 9月30日（水）.
fn month_day(day: Day) -> String {
    super::year_plan::month_day(day)
}

/// 第2回 全体会.
pub fn meeting_title(number: u16, body: &str) -> String {
    format!("第{number}回　{body}")
}

/// 第2回全体会（10/14）.
pub fn meeting(number: u16, body: &str, on: Day) -> String {
    format!("第{number}回{body}（{}）", short_day(on))
}

/// 会議の14日前の9月30日（水）まで。
pub fn counted(found: &Due) -> String {
    let shifted = super::year_plan::shifted(&found.shifted);
    format!("{}の{shifted}まで。{}", counted_days(found), super::year_plan::unsure_of(&found.shifted))
}

/// 会議の14日前, 会議の当日.
pub fn counted_days(found: &Due) -> String {
    match found.days {
        0 => "会議の当日".to_owned(),
        days if days < 0 => format!("会議の{}日前", -days),
        days => format!("会議の{days}日後"),
    }
}

/// 令和8年度 where documents say 令和8年度（2026年度）: a list has no room for both.
pub fn brief(style: DateStyle) -> DateStyle {
    if style == DateStyle::Both { DateStyle::Era } else { style }
}

/// The ways in which a fiscal year is typed: 令和7年度, 2025年度, R7年度, 7年度.
pub fn year_words(year: FiscalYear) -> Vec<String> {
    let mut found = vec![DateStyle::Era.fiscal_year(year), DateStyle::Western.fiscal_year(year)];
    if let Some((era, n)) = entaku_domain::era::Era::of_fiscal_year(year) {
        found.extend([format!("{}{n}年度", era.initial), format!("{}{n}年度", era.name)]);
    }
    found
}

/// 情報保障を手配する（手話通訳、車いす席）.
pub fn arrange(needs: &[String]) -> String {
    format!("情報保障を手配する（{}）", needs.join("、"))
}

/// The first request is late: is it in hand?
pub fn arranged(needs: &[String]) -> String {
    format!("情報保障の手配が済んでいるか確かめる（{}）", needs.join("、"))
}

/// On the last days.
pub fn arranged_today(needs: &[String]) -> String {
    format!("当日の情報保障を確かめる（{}）", needs.join("、"))
}

/// 委員3名分.
pub fn arrange_reason(people: usize, found: &Due) -> String {
    format!("委員{people}名分。{}", counted(found))
}

/// Between the first and the last call.
pub fn arranged_reason(people: usize, first: Option<Day>, last: &Due) -> String {
    let first = first.map(|day| format!("団体への派遣の依頼は{}まででした。", month_day(day))).unwrap_or_default();
    format!("委員{people}名分。{first}個人への依頼は{}", counted(last))
}

/// After the last call.
pub fn arranged_today_reason(people: usize) -> String {
    format!("委員{people}名分。通訳者への資料の送付、席の位置、待ち合わせを確かめます。")
}

/// 開催通知を送る（委員18名）.
pub fn notice(members: usize) -> String {
    format!("開催通知を送る（委員{members}名）")
}

/// 次第を作る.
pub const AGENDA: &str = "次第を作る";

/// The notice names the items.
pub fn agenda_reason(found: Option<&Due>) -> String {
    let by = found.map(|f| format!("議題を開催通知に書くため、通知と同じ日までに作ります。{}", counted(f)));
    format!("次第の項目がまだありません。{}", by.unwrap_or_else(|| "会議の日までに作ります。".to_owned()))
}

/// 資料をそろえる.
pub const PAPERS: &str = "資料をそろえて送る";

/// 資料2-2「…」が届いていません.
pub fn papers_missing(missing: &[String]) -> String {
    match missing {
        [] => PAPERS.to_owned(),
        [one] => format!("{one}がそろっていません"),
        [first, rest @ ..] => format!("{first}ほか{}件の資料がそろっていません", rest.len()),
    }
}

/// 資料2-2「中間報告」.
pub fn paper(number: &str, title: &str) -> String {
    format!("{number}「{title}」")
}

/// Why papers are missing.
pub fn papers_reason(none: bool, found: &Due) -> String {
    let what = if none {
        "資料が１件も登録されていません。"
    } else {
        "内容のない資料があります。"
    };
    format!("{what}{}", counted(found))
}

/// 出欠の返事を確かめる（6名から未着）.
pub fn replies(missing: usize) -> String {
    format!("出欠の返事を確かめる（{missing}名が未着）")
}

/// Replies are wanted with the papers.
pub fn replies_reason(replied: usize, members: usize, found: Option<&Due>) -> String {
    let by = found.map_or_else(|| "会議の日まで。".to_owned(), counted);
    format!("{members}名のうち{replied}名の返事が記録されています。資料と席次表の用意に合わせ、{by}")
}

/// 開催済みにする.
pub const HELD: &str = "「開催済み」にする";

/// 会議の日を過ぎましたが、「通知済」のままです.
pub fn held_reason(state: &str) -> String {
    format!("会議の日を過ぎましたが、状態が「{state}」のままです。開かなかったときは「中止」にします。")
}

/// 新しい日を決める.
pub const PUT_OFF: &str = "延期した会議の新しい日を決める";

/// 10月14日（水）の会議を延期しました（大雪のため）.
pub fn put_off_reason(was: Day, reason: &str) -> String {
    let why = if reason.trim().is_empty() { String::new() } else { format!("（{}）", reason.trim()) };
    format!("{}の会議を延期しました{why}。新しい日は、まだ決まっていません。", month_day(was))
}

/// 会議概要を公表する.
pub const SUMMARY: &str = "会議概要を公表する";
/// 会議録（案）を委員に送る.
pub const MINUTES: &str = "会議録の案を委員に送る";

/// The minutes, with the summary where its day is long past.
pub fn minutes_reason(found: &Due, summary: Option<Day>) -> String {
    let summary = summary.map(|d| format!("会議概要（{}まで）が未公表のときは、併せて公表します。", short_day(d)));
    format!("{}{}", counted(found), summary.unwrap_or_default())
}

/// V13.
pub fn steering(steering: &str) -> String {
    format!("{steering}を予定に入れる")
}

/// V13.
pub fn steering_reason(plenary: &str) -> String {
    format!("{plenary}の前に、打合せの会議がありません（運営会議の役割①「全体会開催前の打ち合わせ」）。")
}

/// V12.
pub fn plan_meeting(body: &str, planned: u8, entered: usize) -> String {
    format!("{body}の日程を決める（年{planned}回の予定、{entered}回まで登録済み）")
}

/// V12.
pub fn plan_meeting_reason(frequency: &str) -> String {
    format!("「{frequency}」と定められています。年内に年度内の日程を決める目安です。")
}

/// 全体会 ⑹ の席（家族会）.
pub fn seat(body: &str, category: Option<u8>, filler: &str) -> String {
    let mark = category.map(|n| format!("　{}号", labels::category_mark(n))).unwrap_or_default();
    let filler = if filler.is_empty() { String::new() } else { format!("（{filler}）") };
    format!("{body}{mark}の席{filler}")
}

/// 課題 R8-5.
pub fn issue(number: &str) -> String {
    format!("課題{number}")
}

/// 課題「…」の対応期限.
pub fn issue_due(title: &str) -> String {
    format!("課題の期限：{title}")
}

/// Why what is to be done about an issue is on the list.
pub fn issue_task_reason(issue: &str, who: &str) -> String {
    format!("課題「{issue}」の対応です。担当：{who}")
}

/// A request that is to be answered.
pub fn request_due(kind: &str, issue: &str) -> String {
    format!("{kind}への回答を確かめる：{issue}")
}

/// Why a request is on the list.
pub fn request_reason(to: &str, on: &str) -> String {
    format!("{on}に{to}へ依頼しました。その後の経過が記録されていません。")
}

/// Why an issue is on the list.
pub fn issue_reason(stage: &str, owner: &str, feedback: bool) -> String {
    let owner = if owner.is_empty() { String::new() } else { format!("、担当は{owner}") };
    let feedback =
        if feedback { "終える前に、提起した団体へのフィードバックが要ります。" } else { "" };
    format!("段階は「{stage}」{owner}です。{feedback}")
}

/// 関係団体へのフィードバック.
pub fn feedback(title: &str, to: &str) -> String {
    let to = if to.is_empty() { "提起した方" } else { to };
    format!("{to}へのフィードバック：{title}")
}

/// V18.
pub fn feedback_reason(stage: &str, again: bool, became: Option<&str>) -> String {
    let became = became.map(|title| format!("この課題を引き継いだ「{title}」も含めて、")).unwrap_or_default();
    if again {
        return format!(
            "{became}前に報告した後に、進みました（段階は「{stage}」）。提起した団体に、その結果をお返しします。"
        );
    }
    format!("段階は「{stage}」です。課題を提起した団体には、{became}協議の内容をお返しします（要綱のフィードバック）。")
}

/// 提案を届ける.
pub fn proposal_send(title: &str, to: &str) -> String {
    format!("{to}への提案を届ける：{title}")
}

/// Approved, not delivered.
pub fn proposal_send_reason(meeting: &str) -> String {
    if meeting.is_empty() {
        return "承認されましたが、送付の記録がありません。".to_owned();
    }
    format!("{meeting}で承認されましたが、送付の記録がありません。")
}

/// 提案への回答を確かめる.
pub fn proposal_answer(title: &str, from: &str) -> String {
    format!("{from}の回答を確かめる：{title}")
}

/// Delivered, not answered.
pub fn proposal_answer_reason(style: DateStyle, delivered: Day, due: Option<Day>) -> String {
    let due = due.map(|d| format!("回答の期限は{}です。", brief(style).day(d))).unwrap_or_default();
    format!("{}に送付しましたが、回答の記録がありません。{due}", brief(style).day(delivered))
}

/// V20: a draft that misses a budget, or may.
pub fn proposal_budget(style: DateStyle, title: &str, year: FiscalYear, late: bool) -> String {
    let year = brief(style).fiscal_year(year);
    if late {
        return format!("{year}予算に間に合わない提案の、承認の予定を見直す：{title}");
    }
    format!("{year}予算に向けて、提案を承認する全体会を決める：{title}")
}

/// Where a group of terms that end on one day comes from.
pub fn ending(style: DateStyle, rule: TermRule, one: &Appointment) -> String {
    let year = brief(style).fiscal_year(FiscalYear::of(one.start));
    let verb = one.verb.label();
    if one.ended_on.is_some() {
        return one.end_reason.map_or_else(|| "途中の退任".to_owned(), |r| r.label().to_owned());
    }
    match (one.end_rule, rule) {
        (EndRule::Remaining, _) => format!("補欠（前任者の残任期間）、{verb}は{year}"),
        (EndRule::Shortened, _) => {
            let reason = one.end_reason.map(|r| format!("（{}）", r.label())).unwrap_or_default();
            format!("定めより短い任期{reason}、{verb}は{year}")
        }
        (EndRule::ByRule, TermRule::NextFiscalYearEnd) => format!("{verb}は{year} → 翌年度の末日"),
        (EndRule::ByRule, TermRule::Years(n)) => format!("{verb}は{year} → {n}年"),
        (EndRule::ByRule, TermRule::FiscalYears(n)) => format!("{verb}は{year} → {n}年度目の末日"),
        (EndRule::ByRule, TermRule::Predecessor) => format!("{verb}は{year} → 前任者の満了日"),
        (EndRule::ByRule, TermRule::AsBody(_)) => format!("{verb}は{year} → 定めた会議体の委員の満了日"),
        (EndRule::ByRule, TermRule::AsPlenary) => format!("{verb}は{year} → 全体会の委員の満了日"),
        (EndRule::ByRule, _) => format!("{verb}は{year}"),
        (EndRule::NoTerm, _) => format!("任期の定めなし（日付は手入力）、{verb}は{year}"),
    }
}

/// ⑴2 ⑵3.
pub fn categories(counts: &[(u8, usize)]) -> String {
    let each = counts.iter().map(|(number, count)| format!("{}{count}", labels::category_mark(*number)));
    each.collect::<Vec<_>>().join(" ")
}

/// A vacant seat's nomination.
pub fn nomination_state(stage: &str, due: Option<Day>) -> String {
    let due = due.map(|d| format!("（回答期限 {}）", short_day(d))).unwrap_or_default();
    format!("{stage}{due}")
}

/// 席が空いています.
pub const VACANT_SEAT: &str = "委員のいない席です";
/// Nobody was ever there.
pub const NEVER_FILLED: &str = "これまでの委員の記録がありません";
/// Nobody is left in a body.
pub const VACANT_BODY: &str = "委員のいない会議体です";
/// 全体会　19席すべて空席.
pub fn all_seats(body: &str, seats: usize) -> String {
    format!("{body}　{seats}席すべて空席")
}
/// 部会長 in 全体会 is vacant.
pub fn office(body: &str, title: &str) -> String {
    format!("{body}の{title}")
}

/// V8.
pub const OFFICE_REASON: &str = "欠員です。次の会議は、事務局が開いて選出します";
/// Never elected.
pub const OFFICE_NEVER: &str = "選出の記録がありません。次の会議は、事務局が開いて選出します";

/// 全体会 ⑶号（就労…）.
pub fn category(body: &str, number: u8, text: &str) -> String {
    format!("{body}　{}号（{text}）", labels::category_mark(number))
}

/// V6.
pub const EMPTY_CATEGORY: &str = "この区分の委員がいません（人数の定めはないため、お知らせです）";

/// The steps of the year's issues, each with the stages that it gathers.
pub mod flow {
    /// 受付・整理.
    pub const SORTING: &str = "受付・整理";
    /// テーマ案.
    pub const THEME: &str = "テーマ案";
    /// 協議中.
    pub const DELIBERATING: &str = "協議中";
    /// 報告・承認.
    pub const APPROVED: &str = "報告・承認";
    /// 市へ提案・回答.
    pub const PROPOSED: &str = "市へ提案・回答";
    /// 反映・終結.
    pub const CLOSED: &str = "反映・終結";
}
