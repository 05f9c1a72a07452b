//! How a category, a seat and a sitting are spoken of on screen.

use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::body::Category;
use entaku_domain::id::BodyId;
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

/// 全体会（会長）.
pub(crate) fn sits(body: &str, office: Option<&str>) -> String {
    office.map_or_else(|| body.to_owned(), |office| labels::told_apart(body, office))
}
