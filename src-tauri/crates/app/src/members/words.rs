//! How a category, a seat and a sitting are spoken of on screen.

use crate::snapshot::Snapshot;
use crate::text::{labels, terms};
use entaku_domain::appointment::{Appointment, MemberKind};
use entaku_domain::body::Category;
use entaku_domain::era::DateStyle;
use entaku_domain::id::{BodyId, SeatId};
use entaku_domain::service::Service;
use entaku_domain::{Day, FiscalYear};

/// ⑴ 医療関係者.
pub(crate) fn category_name(category: &Category) -> String {
    format!("{} {}", labels::category_mark(category.number), category.text)
}

/// ⑴ 医療関係者; empty where categories tell nobody apart.
pub(crate) fn category(council: &Snapshot, body: BodyId, number: Option<u8>, on: Day) -> String {
    let version = council.version(body, FiscalYear::of(on)).filter(|v| v.is_categorised());
    number.and_then(|n| version?.category(n)).map(category_name).unwrap_or_default()
}

/// Who is appointed to a seat for a day after this one, the first of them, with
/// their first day.
pub(crate) fn next(council: &Snapshot, seat: SeatId, on: Day) -> Option<(String, String)> {
    let ahead = council.appointments.iter().filter(|a| a.seat == seat && a.start > on).min_by_key(|a| a.start)?;
    Some((council.name_of(ahead.person, ahead.start)?, ahead.start.to_string()))
}

/// 全体会（会長）.
pub(crate) fn sits(body: &str, office: Option<&str>) -> String {
    office.map_or_else(|| body.to_owned(), |office| labels::told_apart(body, office))
}

/// 新任, 再任１回目（令和6年4月1日から連続）; empty for temporary members and observers.
pub(crate) fn service(style: DateStyle, a: &Appointment, served: Service) -> String {
    if a.kind == MemberKind::Regular { terms::service(style, served) } else { String::new() }
}
