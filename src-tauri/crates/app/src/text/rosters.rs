//! The words of changes between two rosters, and of figures.

use entaku_documents::Audience;
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, EndReason};

/// 委員の異動.
pub const CHANGES: &str = "委員の異動";
/// 委員の構成.
pub const FIGURES: &str = "委員の構成";
/// Who came.
pub const CAME: &str = "就任";
/// Who left.
pub const LEFT: &str = "退任";
/// Who stayed and changed.
pub const CHANGED: &str = "変更";
/// What may change of a member.
pub const NAME: &str = "氏名";
/// The category.
pub const CATEGORY: &str = "区分";
/// Organisation and post.
pub const AFFILIATION: &str = "所属・職";
/// The office.
pub const OFFICE: &str = "役職";
/// 委員, 臨時委員, オブザーバー.
pub const KIND: &str = "種別";
/// The term: who was appointed again.
pub const TERM: &str = "任期";
/// The headings of the changes as a table.
pub const CHANGE_COLUMNS: [&str; 9] =
    ["異動", NAME, CATEGORY, AFFILIATION, OFFICE, "就いた日・退いた日", "備考・変わった事項", "旧", "新"];
/// The headings of the figures as a table.
pub const FIGURE_COLUMNS: [&str; 4] = ["集計", "項目", "人数", "割合"];
/// Figures by category.
pub const BY_CATEGORY: &str = "区分別";
/// Figures by kind of member.
pub const BY_KIND: &str = "種別";
/// Figures by gender.
pub const BY_GENDER: &str = "男女別";
/// Figures by organisation.
pub const BY_ORGANIZATION: &str = "団体別";
/// A gender that the office has not recorded.
pub const NOT_RECORDED: &str = "未記録";
/// A seat outside the categories.
pub const NO_CATEGORY: &str = "区分なし";
/// Somebody who belongs nowhere.
pub const NO_ORGANIZATION: &str = "所属なし";
/// Likewise in public, where those who are not published are counted with them.
pub const NO_ORGANIZATION_PUBLIC: &str = "所属なし・非公表";
/// In place of a figure that is not shown.
pub const STAR: &str = "＊";
/// What the star means.
pub const HIDDEN: &str =
    "＊は、個人が分からないように示していない数です。5人に満たない数と、それが計算で分かってしまう数を伏せています。";
/// A table without a figure that could be shown.
pub const TOO_SMALL: &str = "5人に満たない数だけのため、示していません。";
/// Age.
pub const NO_AGE: &str = "年齢は記録していません。";
/// By these words the category of disabled people and their families is known.
pub const DISABLED: &str = "障害者";
/// Likewise.
pub const FAMILY: &str = "家族";

/// 全体会　委員の異動.
pub fn changes_title(body: &str) -> String {
    format!("{body}　{CHANGES}")
}

/// 全体会　委員の構成.
pub fn figures_title(body: &str) -> String {
    format!("{body}　{FIGURES}")
}

/// From one day to another.
pub fn period(from: &str, to: &str) -> String {
    format!("{from}から{to}まで")
}

/// How many sat there on a day.
pub fn count(day: &str, sit: usize, vacant: usize) -> String {
    format!("{day}現在　{}", total(sit, vacant))
}

/// 委員　17人（欠員1）.
pub fn total(sit: usize, vacant: usize) -> String {
    let vacant = if vacant > 0 { format!("（欠員{vacant}）") } else { String::new() };
    format!("委員　{sit}人{vacant}")
}

/// Why somebody left: what is recorded, else the end of the term.
pub fn reason(appointment: &Appointment) -> String {
    let expired = appointment.ended_on.is_none() || appointment.ended_on == appointment.end;
    let reason = appointment.end_reason.filter(|r| *r != EndReason::RemainingTerm);
    reason.or(expired.then_some(EndReason::Expired)).map(EndReason::label).unwrap_or_default().to_owned()
}

/// A term; without a last day where none is set.
pub fn term(start: &str, end: Option<&str>) -> String {
    format!("{start}～{}", end.unwrap_or_default())
}

/// 17.6％.
pub fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return String::new();
    }
    let tenths = (u64::from(part) * 2000 / u64::from(whole)).div_ceil(2);
    format!("{}.{}％", tenths / 10, tenths % 10)
}

/// What is known of disabled people and their families.
pub fn family(category: &str, count: &str, share: &str) -> String {
    let figure = if count == STAR { STAR.to_owned() } else { format!("{count}人（{share}）") };
    format!(
        "障害者等及びその家族の区分（{category}）の委員は、{figure}です。ほかの区分の委員に障害があるかどうかは記録していません。"
    )
}

/// The file of the changes.
pub fn changes_name(body: &str, from: Day, to: Day, audience: Audience) -> String {
    format!("{body}_{CHANGES}_{}_{from}_{to}", super::printing::edition(audience))
}

/// The file of the figures.
pub fn figures_name(body: &str, on: Day, audience: Audience) -> String {
    format!("{body}_{FIGURES}_{}_{on}", super::printing::edition(audience))
}

#[cfg(test)]
mod tests {
    #[test]
    fn shares_are_rounded_to_a_tenth() {
        let shares = [(3, 17), (1, 3), (2, 3), (0, 5), (5, 5)].map(|(part, whole)| super::share(part, whole));
        assert_eq!(shares, ["17.6％", "33.3％", "66.7％", "0.0％", "100.0％"]);
    }
}
