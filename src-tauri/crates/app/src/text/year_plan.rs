//! The words of the year's plan: why the office is closed, how a day was shifted, what
//! the rules object to, milestones, lead times, a year that is laid out.

use chrono::{Datelike, Weekday};
use entaku_domain::calendar::{Closed, Closure, DayRuleKind, Shifted};
use entaku_domain::council::Council;
use entaku_domain::era::{DateStyle, weekday};
use entaku_domain::holidays::{Basis, Table};
use entaku_domain::lay_out::{Why, week_of_month};
use entaku_domain::lead::Task;
use entaku_domain::milestone::MilestoneKind;
use entaku_domain::plan_fault::PlanFault as F;
use entaku_domain::{Day, FiscalYear, UnknownCode};

/// 9月30日（水）.
pub fn month_day(day: Day) -> String {
    format!("{}月{}日（{}）", day.month(), day.day(), weekday(day))
}

/// Why the office is closed: 土曜日, 祝日（勤労感謝の日）.
pub fn closure(found: &Closure) -> String {
    let named = |what: &str| match &found.name {
        Some(name) if name.ends_with("休日") => name.clone(),
        Some(name) => format!("{what}（{name}）"),
        None => what.to_owned(),
    };
    match found.why {
        Closed::Saturday => "土曜日".to_owned(),
        Closed::Sunday => "日曜日".to_owned(),
        Closed::Holiday => named("祝日"),
        Closed::TurnOfYear => "年末年始".to_owned(),
        Closed::Office => named("閉庁日"),
    }
}

/// How a day was shifted: 11月28日（土）は土曜日のため、前の開庁日の11月27日（金）. The day
/// alone where it was not. What is not sure of the holidays is said behind it.
pub fn shifted(found: &Shifted) -> String {
    let day = month_day(found.counted);
    match &found.closure {
        Some(why) if found.moved() => {
            format!("{day}は{}のため、{}の{}", closure(why), found.toward.label(), month_day(found.on))
        }
        _ => day,
    }
}

/// Said where the holidays of a year are not announced; empty where they are.
pub fn unsure(basis: Basis, year: i32) -> String {
    match basis {
        Basis::Announced => String::new(),
        Basis::Estimated => format!("{year}年の祝日は、法律による見込みで数えています。"),
        Basis::Unknown => format!("{year}年の祝日は分からないため、数えていません。"),
    }
}

/// The same of a shifted day.
pub fn unsure_of(found: &Shifted) -> String {
    unsure(found.basis, found.counted.year().max(found.on.year()))
}

/// Where the table of holidays comes from, and how far it goes.
pub fn table(table: &Table) -> String {
    let Table { source, first, last, .. } = table;
    format!(
        "{source}の{first}年から{last}年までの表によります。{}年からは、公表されるまで、法律による見込みです。",
        last + 1
    )
}

/// One objection in a sentence or two.
pub(super) fn objection(style: DateStyle, found: &F) -> String {
    let day = |d: &Day| style.day_with_weekday(*d);
    match found {
        F::OfficeClosed { on, closure: why } => format!("{}は閉庁日です（{}）。", day(on), closure(why)),
        F::HolidaysUnsure { year, last, basis: Basis::Estimated } => {
            format!(
                "{year}年の祝日は、まだ公表された表にありません（{last}年分まで登録済み）。法律による見込みで確かめています。"
            )
        }
        F::HolidaysUnsure { year, last, .. } => {
            format!(
                "{year}年の祝日は分かりません（{last}年分まで登録済み）。祝日に当たらないかどうかを確かめてください。"
            )
        }
        F::SameDayTwice { on } => format!("同じ日（{}）に、この会議体の会議がもう一つあります。", day(on)),
        F::NoticedMoves { on } => {
            format!("この会議は、{}に開くことを委員に通知済みです。日を移すと、委員への連絡が要ります。", day(on))
        }
        F::HeldMoves => "開催済み・中止・延期の会議の日は、年間予定では移せません。".to_owned(),
        F::PeriodTooLong { limit } => format!("期間は、{limit}日までです。"),
        F::LeadTooLong { limit } => format!("日数は、{limit}日までです。"),
        F::OutsideYear { on, year } => format!("{}は、{}の日ではありません。", day(on), style.fiscal_year(*year)),
        F::NothingChosen => "登録する日程が選ばれていません。".to_owned(),
        other => super::plans::objection(style, other),
    }
}

/// What to do about one that forbids.
pub(super) fn hint(found: &F) -> &'static str {
    match found {
        F::NoticedMoves { .. } => "それでも移すときは、委員に知らせることを確かめて、もう一度行ってください。",
        F::HeldMoves => "会議の画面で、日付を直すか、新しい日を決めてください。",
        F::PeriodTooLong { .. } => "始まりの日と終わりの日を確かめてください。",
        F::LeadTooLong { .. } => "日数を確かめてください。行わないことは、空欄で表します。",
        F::OutsideYear { .. } => "日付か年度を確かめてください。",
        F::NothingChosen => "登録する日程を１つ以上選んでください。",
        F::OfficeClosed { .. } | F::HolidaysUnsure { .. } | F::SameDayTwice { .. } => {
            "日付を確かめて、もう一度お試しください。"
        }
        other => super::plans::objection_hint(other),
    }
}

/// What a record of a table is called.
pub(super) fn record(table: &str) -> Option<&'static str> {
    Some(match table {
        "milestone" => "節目",
        "day_rule" => "開庁・閉庁の定め",
        "lead_time" => "会議の段取りの日数",
        _ => return None,
    })
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("milestone" | "day_rule", "kind") => "種類",
        ("milestone" | "day_rule", "from_day") => "日（始まりの日）",
        ("milestone" | "day_rule", "to_day") => "終わりの日",
        ("milestone", "title") => "名称",
        ("milestone", "internal") => "事務局内だけの扱い",
        ("milestone", "note") => "備考",
        ("day_rule", "yearly") => "毎年",
        ("day_rule", "name") => "名称",
        ("lead_time", "task") => "段取り",
        ("lead_time", "days") => "日数",
        _ => return None,
    })
}

/// The Japanese term of a coded value.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    fn of<T>(found: Result<T, UnknownCode>, label: fn(T) -> &'static str) -> Option<&'static str> {
        found.ok().map(label)
    }
    match (table, column) {
        ("milestone", "kind") => of(MilestoneKind::from_code(code), MilestoneKind::label),
        ("day_rule", "kind") => of(DayRuleKind::from_code(code), DayRuleKind::label),
        ("lead_time", "task") => of(Task::from_code(code), Task::label),
        _ => None,
    }
}

/// The name of a change.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "save_milestone" => "節目の記録",
        "remove_milestone" => "節目の削除",
        "save_day_rule" => "開庁・閉庁の定めの記録",
        "remove_day_rule" => "開庁・閉庁の定めの削除",
        "set_lead_times" => "会議の段取りの日数の設定",
        "move_meeting" => "会議の日の移動",
        "lay_out_year" => "年間予定の登録",
        _ => return None,
    })
}

/// Where the day of the budget comes from, where a milestone says it.
pub const BUDGET_MILESTONE: &str = "年間予定の節目「予算要求締切」による日です。";
/// Where a milestone comes from.
pub const MILESTONE_SOURCE: &str = "事務局が入れた節目です。";

/// 事務局内 behind a milestone's title.
pub const INTERNAL: &str = "事務局内";

/// 10月第2水曜日.
pub fn week(day: Day) -> String {
    format!("{}月第{}{}曜日", day.month(), week_of_month(day), weekday(day))
}

/// Why a day is proposed.
pub fn why(found: &Why, date: Day) -> String {
    match found {
        Why::SameWeek { then } => {
            format!("{}の会議（{}・{}）に合わせた日です。", year_of(*then), week(*then), month_day(*then))
        }
        Why::Month { week, weekday } => {
            format!("{}月の第{week}{}曜日です。", date.month(), weekday_name(*weekday))
        }
        Why::BeforePlenary { plenary } => format!("全体会（{}）の4週間前です。", month_day(*plenary)),
    }
}

/// 令和8年度.
fn year_of(day: Day) -> String {
    DateStyle::Era.fiscal_year(FiscalYear::of(day))
}

fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "月",
        Weekday::Tue => "火",
        Weekday::Wed => "水",
        Weekday::Thu => "木",
        Weekday::Fri => "金",
        Weekday::Sat => "土",
        Weekday::Sun => "日",
    }
}

/// The day that a proposal avoids.
pub fn avoided(day: Day, why: &Closure) -> String {
    format!("{}は{}のため、移しました。", month_day(day), closure(why))
}

/// The body has meetings in that year already.
pub fn entered_already(count: usize) -> String {
    format!("この会議体の会議が、この年度にすでに{count}回入っています。")
}

/// A body's lead time that follows the council's: 協議会の設定（14日前）.
pub fn follows(task: Task, days: Option<u16>) -> String {
    format!("協議会の設定（{}）", lead(task, days))
}

/// 14日前, 当日, 行わない.
pub fn lead(task: Task, days: Option<u16>) -> String {
    match days {
        None => "行わない".to_owned(),
        Some(0) => "当日".to_owned(),
        Some(n) => format!("{n}日{}", if task.is_before() { "前" } else { "後" }),
    }
}

/// The document.
pub const YEAR_PLAN: &str = "年間予定表";
/// A meeting among the rows of a table.
pub const MEETING: &str = "会議";
/// A milestone among the rows of a table.
pub const MILESTONE: &str = "節目";
/// What is due, among the rows of a table.
pub const TASK: &str = "段取り";
/// A meeting that is closed to the public.
pub const CLOSED: &str = "非公開";
/// A meeting that is open to the public.
pub const OPEN: &str = "公開";
/// A meeting that is put off, its new day still open.
pub const PUT_OFF: &str = "延期";
/// At the foot of the year's plan.
pub const MAY_CHANGE: &str = "日程は、変わることがあります。";

/// The columns of the year's plan as a table.
pub const SHEET_COLUMNS: [&str; 9] =
    ["区分", "日付", "曜日", "名称", "時間", "会場", "開催方法", "公開・非公開", "備考"];

/// 令和8年度　年間予定表.
pub fn year_title(council: &Council, year: FiscalYear) -> String {
    format!("{}　{YEAR_PLAN}", council.date_style.fiscal_year(year))
}

/// 4月.
pub fn month(number: u32) -> String {
    format!("{number}月")
}

/// 14（水）.
pub fn day_in_month(day: Day) -> String {
    format!("{}（{}）", day.day(), weekday(day))
}

/// 7（月）～1/6（水）; the month is said where it is another.
pub fn days(from: Day, to: Day) -> String {
    let last = if from.month() == to.month() && from.year() == to.year() {
        day_in_month(to)
    } else {
        format!("{}/{}", to.month(), day_in_month(to))
    };
    format!("{}～{last}", day_in_month(from))
}

/// 12月7日（月）から1月6日（水）まで.
pub fn from_to(from: Day, to: Day) -> String {
    format!("{}から{}", month_day(from), until(to))
}

/// 1月6日（水）まで.
pub fn until(day: Day) -> String {
    format!("{}まで", month_day(day))
}

/// 第2回.
pub fn number(number: u16) -> String {
    format!("第{number}回")
}

/// 14:00～16:00.
pub fn hours(start: Option<&str>, end: Option<&str>) -> String {
    match (start, end) {
        (Some(start), Some(end)) => format!("{start}～{end}"),
        (Some(start), None) => format!("{start}～"),
        _ => String::new(),
    }
}

/// 開催通知の送付（第2回全体会）.
pub fn task_for(task: &str, meeting: &str) -> String {
    format!("{task}（{meeting}）")
}

/// 【中止】第2回全体会.
pub fn off(mark: &str, meeting: &str) -> String {
    format!("【{mark}】{meeting}")
}

#[cfg(test)]
mod tests {
    //! How a shifted day reads.
    #![allow(clippy::unwrap_used)]
    use super::*;
    use entaku_domain::calendar::{OfficeCalendar, Toward};

    #[test]
    fn a_shifted_day_says_why() {
        let said = |day: &str, toward| shifted(&OfficeCalendar::default().shift(day.parse().unwrap(), toward));
        for (day, toward, words) in [
            ("2026-11-28", Toward::Before, "11月28日（土）は土曜日のため、前の開庁日の11月27日（金）"),
            ("2026-11-23", Toward::After, "11月23日（月）は祝日（勤労感謝の日）のため、次の開庁日の11月24日（火）"),
            ("2027-03-22", Toward::Before, "3月22日（月）は振替休日のため、前の開庁日の3月19日（金）"),
            ("2026-12-30", Toward::Before, "12月30日（水）は年末年始のため、前の開庁日の12月28日（月）"),
            ("2026-11-27", Toward::Before, "11月27日（金）"),
        ] {
            assert_eq!(said(day, toward), words);
        }
        assert_eq!(unsure(Basis::Announced, 2026), "");
        assert!(
            unsure(Basis::Estimated, 2028).contains("見込み") && unsure(Basis::Unknown, 2050).contains("分からない")
        );
    }

    #[test]
    fn a_lead_time_is_said_as_the_office_says_it() {
        assert_eq!(lead(Task::Notice, Some(14)), "14日前");
        assert_eq!(lead(Task::Minutes, Some(45)), "45日後");
        assert_eq!(lead(Task::Summary, Some(0)), "当日");
        assert_eq!(lead(Task::Summary, None), "行わない");
    }
}
