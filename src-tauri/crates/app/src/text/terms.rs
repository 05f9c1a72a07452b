//! Reappointments and their limits, in words.

use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::service::{Limits, Service, ServiceFault};

/// 新任, 再任１回目（令和6年4月1日から連続）.
pub(crate) fn service(style: DateStyle, served: Service) -> String {
    match served.reappointments {
        0 => "新任".to_owned(),
        times => format!("再任{times}回目（{}から連続）", style.day(served.since)),
    }
}

/// 再任は2回まで、連続6年まで; empty where none are set.
pub(crate) fn limits(of: Limits) -> String {
    let times =
        of.reappointments.map(|n| if n == 0 { "再任しない".to_owned() } else { format!("再任は{n}回まで") });
    let years = of.years.map(|n| format!("連続{n}年まで"));
    times.into_iter().chain(years).collect::<Vec<_>>().join("、")
}

/// A limit that is not kept, with its derivation.
pub(super) fn beyond(style: DateStyle, found: &ServiceFault) -> String {
    match found {
        ServiceFault::TooOften { times, limit: 0, since, reason } => {
            let since = style.day(*since);
            excepted(&format!("再任しない定めですが、再任{times}回目です（{since}から連続）。"), reason.as_deref())
        }
        ServiceFault::TooOften { times, limit, since, reason } => {
            let since = style.day(*since);
            let what = format!("再任は{limit}回までの定めですが、再任{times}回目です（{since}から連続）。");
            excepted(&what, reason.as_deref())
        }
        ServiceFault::TooLong { since, end, years, last, reason } => {
            let [since, end, last]: [String; 3] = [since, end, last].map(|d: &Day| style.day(*d));
            let what = format!(
                "連続{years}年までの定めですが、{since}から連続しているため、{years}年になる日は{last}です。満了日は{end}です。"
            );
            excepted(&what, reason.as_deref())
        }
    }
}

fn excepted(what: &str, reason: Option<&str>) -> String {
    reason.map_or_else(|| what.to_owned(), |reason| format!("{what}例外とする理由：{reason}"))
}

/// 全体会の委員の任期に合わせる（令和10年3月31日まで）.
pub(crate) fn as_plenary(style: DateStyle, end: Day) -> String {
    format!("全体会の任期に合わせる（{}まで）", style.day(end))
}

/// 運営会議の任期に合わせる（令和10年3月31日まで）.
pub(crate) fn as_body(style: DateStyle, body: &str, end: Day) -> String {
    format!("{body}の任期に合わせる（{}まで）", style.day(end))
}
