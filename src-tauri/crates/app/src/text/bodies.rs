//! The words of bodies and arrows: objections to their shape, rules of term,
//! and how a year differs from the one before.

use crate::snapshot::Snapshot;
use entaku_domain::body::BodyVersion;
use entaku_domain::body_fault::BodyFault as V;
use entaku_domain::era::DateStyle;
use entaku_domain::term::{ReplacementRule, TermRule};
use entaku_domain::{Day, FiscalYear};

/// The council's frame, as an end of an arrow.
pub const COUNCIL: &str = "協議会（全体の枠）";
/// What the council's frame is.
pub const FRAME: &str = "協議会";
/// Said where the pinned boxes have no room.
pub const PINS_LEFT_OUT: &str =
    "固定した枠の位置のままでは、この年度の関係図を描けません。今は、枠を自動の位置に置いて表示しています。";

/// What is wrong with the shape of bodies and arrows.
pub(super) fn objection(style: DateStyle, found: &V) -> String {
    match found {
        V::YearsReversed => "終わりの年度が、始まりの年度より前です。".to_owned(),
        V::VersionExists { year } => format!(
            "{}からの版が、すでにあります。その版の文言を直すときは、「この版の訂正」を選んでください。",
            style.fiscal_year(*year)
        ),
        V::BodyNotInYear { body, year } => format!("{body}は、{}にはありません。", style.fiscal_year(*year)),
        V::LaterVersion { year } => {
            format!("{}からは別の版があるため、今回の内容は、その前の年度までのものです。", style.fiscal_year(*year))
        }
        V::CategoryTwice { number } => format!("区分 {number} 号が２つあります。"),
        V::CategoryInUse { number } => format!("区分 {number} 号には席があるため、なくすことができません。"),
        V::OfficerTwice { title } => format!("役員「{title}」が２つあります。人数で表してください。"),
        V::ParentUnfit { parent } => format!("「{parent}」の中に置くことはできません。"),
        V::PartsRemain { names } => {
            format!("中に置かれている会議体（{}）が、その後の年度も続きます。", names.join("、"))
        }
        V::MembersRemain { count } => {
            format!("廃止の後まで任期のある委員が、{count}人います。退任の記録をご確認ください。")
        }
        V::SecondPlenary => "全体会は、すでにあります。全体会は、協議会に一つです。".to_owned(),
        V::OfficeRenamed { from, to, count } => {
            format!("記録されている役職の名称も、「{from}」から「{to}」に直しました（{count}件）。")
        }
        V::OfficesLeft { titles } => format!(
            "「{}」を務めている人がいますが、役員の定めにその名称がありません。新しい名称での選出をご記録ください。",
            titles.join("」「")
        ),
        V::PlenaryNeeded => "全体会がないと、協議会の関係図を描けません。".to_owned(),
        V::FollowsItself => "任期を合わせる会議体が、その会議体自身です。".to_owned(),
        V::FlowToItself => "矢印の両端が、同じ枠です。".to_owned(),
        V::ResolvedElsewhere => "設置を決めた会議が、全体会の会議ではありません。".to_owned(),
        V::ResolvedAtCancelled { on } => {
            format!("{}の会議は中止されているため、設置を決めた会議にすることはできません。", style.day(*on))
        }
        V::ResolvedAhead { on } => {
            format!("{}の会議はまだ開かれていないため、設置を決めた会議にすることはできません。", style.day(*on))
        }
        V::ResolvedAfter { on, year } => format!(
            "設置を決めた全体会（{}）が、始まりの年度（{}）より後です。",
            style.day(*on),
            style.fiscal_year(*year)
        ),
    }
}

/// What to do about it, where that is not plain.
pub(super) const fn hint(found: &V) -> Option<&'static str> {
    match found {
        V::ResolvedElsewhere | V::ResolvedAtCancelled { .. } | V::ResolvedAhead { .. } => {
            Some("設置を決めた全体会を選ぶか、記録の始まる前のときは、その経緯を記入してください。")
        }
        _ => None,
    }
}

/// Rules for the end of a term, as they are chosen; some want a number of years.
pub const TERM_RULES: [(&str, &str); 8] = [
    ("next_fiscal_year_end", "2年以内、委嘱した年度の翌年度末日まで"),
    ("years", "委嘱日から数えた年数"),
    ("fiscal_years", "年数以内で、年度の末日まで"),
    ("predecessor", "前任者の任期の満了日まで"),
    ("as_plenary", "全体会の委員の任期に合わせる"),
    ("as_body", "ほかの会議体の委員の任期に合わせる"),
    ("none", "任期の定めなし"),
    ("undecided", "未定"),
];

/// A rule for the end of a term, in words.
pub fn term_rule(council: &Snapshot, rule: TermRule) -> String {
    match rule {
        TermRule::AsBody(body) => format!("{}の委員の任期に合わせる", council.body_name(body, FiscalYear::LAST)),
        TermRule::NextFiscalYearEnd => "2年以内、委嘱した年度の翌年度末日まで".to_owned(),
        TermRule::Years(n) => format!("{n}年"),
        TermRule::FiscalYears(n) => format!("{n}年以内、委嘱した年度から数えて{n}年度目の末日まで"),
        TermRule::Predecessor => "前任者の任期の満了日まで".to_owned(),
        TermRule::AsPlenary => "全体会の委員の任期に合わせる".to_owned(),
        TermRule::NoTerm => "任期の定めなし".to_owned(),
        TermRule::Undecided => "未定".to_owned(),
    }
}

/// Everything that a version says of terms: the rule, a replacement's term, limits.
pub fn terms_said(council: &Snapshot, version: &BodyVersion) -> String {
    let replacement =
        (version.replacement != ReplacementRule::Ask).then(|| format!("補欠は{}", version.replacement.label()));
    let limits = Some(super::terms::limits(version.limits)).filter(|text| !text.is_empty());
    let parts = [Some(term_rule(council, version.term_rule)), replacement, limits];
    parts.into_iter().flatten().collect::<Vec<_>>().join("、")
}

/// 令和4年度から, 令和4年度から令和7年度まで.
pub fn years(style: DateStyle, from: FiscalYear, to: Option<FiscalYear>) -> String {
    let until = to.map(|y| format!("{}まで", style.fiscal_year(y))).unwrap_or_default();
    format!("{}から{until}", style.fiscal_year(from))
}

/// How a box or an arrow differs from the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Not there in the year before.
    New,
    /// There in both, with other words.
    Changed,
    /// Not there any more.
    Gone,
}

impl Difference {
    /// `new`, `changed`, `gone`.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
        }
    }

    /// 新設, 変更, 廃止.
    pub fn label(self) -> &'static str {
        match self {
            Self::New => "新しい",
            Self::Changed => "変更",
            Self::Gone => "なくなった",
        }
    }
}

/// What a version says, by name: for the list of what changed.
pub const PARTS: [&str; 8] =
    ["名称", "名称の注記", "開催頻度", "任期の定め", "委嘱・選任の別", "記載事項", "区分", "役員"];

/// 名称：専門部会 → 部会.
pub fn renamed(part: &str, before: &str, after: &str) -> String {
    let shown = |text: &str| if text.is_empty() { "（なし）".to_owned() } else { text.to_owned() };
    format!("{part}：{} → {}", shown(before), shown(after))
}

/// 矢印「協議依頼」（全体会 → 専門部会）.
pub fn arrow(label: &str, from: &str, to: &str, both: bool) -> String {
    let between = if both { "↔" } else { "→" };
    if label.is_empty() {
        format!("矢印（{from} {between} {to}）")
    } else {
        format!("矢印「{label}」（{from} {between} {to}）")
    }
}

/// What a box says of itself to those who listen: 全体会、会議体、年3回開催予定.
pub fn spoken(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("、")
}

/// 計画期間：令和6年4月1日から令和9年3月31日まで.
pub fn period(style: DateStyle, from: Day, to: Day) -> String {
    format!("計画期間：{}から{}まで", style.day(from), style.day(to))
}
