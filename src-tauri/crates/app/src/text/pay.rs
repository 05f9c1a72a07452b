//! What is said of what members are paid: rates, lists, the tax hint (V27).

use entaku_domain::Day;
use entaku_domain::day_fault::PayFault as F;
use entaku_domain::era::DateStyle;
use entaku_domain::pay::{Fee, PayLine, PayRate, PayStanding, PayUnit, Reopening, TaxHint, TaxTable};

/// One objection in a sentence.
pub(super) fn fault(style: DateStyle, found: F) -> String {
    match found {
        F::RateTwice { from } => format!("同じ役職の単価が、{}から始まるものとして、すでにあります。", style.day(from)),
        F::TableTwice { from } => format!("{}から適用する表が、すでにあります。", style.day(from)),
        F::BracketTwice => "税額表に、同じ金額から始まる行が二つあります。".to_owned(),
        F::Closed { on } => format!("この支払一覧は、{}に締めています。", style.day(on)),
        F::Open => "この支払一覧は、まだ締めていません。".to_owned(),
        F::Overlaps => "期間の重なる支払一覧が、まだ締められていません。".to_owned(),
        F::PaidTooSoon { on } => format!("支払日が、最後の会議の日（{}）より前です。", style.day(on)),
        F::HalfWithoutMinutes => "半日の金額と、半日とする時間は、両方を入力してください。".to_owned(),
        F::Nothing => "支払う人がいません。".to_owned(),
    }
}

/// What to do about it.
pub(super) const fn hint(found: F) -> &'static str {
    match found {
        F::RateTwice { .. } | F::TableTwice { .. } => "今ある行を直すか、適用の始まる日を変えてください。",
        F::BracketTwice => "税額表の行を確かめてください。",
        F::Closed { .. } => "直すときは、理由を書いて締めを取り消してください。",
        F::Open => "一覧を開き直して、もう一度お試しください。",
        F::Overlaps => "先に作った支払一覧を締めるか、削除してください。",
        F::PaidTooSoon { .. } => "支払日を確かめてください。",
        F::HalfWithoutMinutes => "半日の区分がないときは、両方を空けておいてください。",
        F::Nothing => "会議体の支払の設定、単価、出欠を確かめてください。",
    }
}

/// The field of a form that an objection concerns.
pub(crate) const fn field_of(found: F) -> Option<&'static str> {
    match found {
        F::RateTwice { .. } | F::TableTwice { .. } => Some("from"),
        F::BracketTwice => Some("brackets"),
        F::PaidTooSoon { .. } => Some("on"),
        F::HalfWithoutMinutes => Some("half_minutes"),
        F::Closed { .. } | F::Open | F::Overlaps | F::Nothing => None,
    }
}

/// Nobody is paid who only looks on.
pub const OBSERVER: &str = "オブザーバーのため、支払いません。";
/// The office has entered no rate.
pub const NO_RATE: &str = "この日に適用する単価が記録されていません。";
/// 支払一覧.
pub const LIST: &str = "支払一覧";
/// All bodies.
pub const ALL_BODIES: &str = "すべての会議体";
/// Columns of a list, by member.
pub const PEOPLE_COLUMNS: [&str; 9] = [
    "氏名",
    "所属・職",
    "会議体",
    "日数",
    "報酬等（円）",
    "費用弁償（円）",
    "源泉徴収（円）",
    "差引（円）",
    "課税の目安",
];
/// Columns of a list, by meeting.
pub const LINE_COLUMNS: [&str; 6] = ["会議の日", "会議", "氏名", "算定", "報酬等（円）", "費用弁償（円）"];
/// 氏名.
pub const NAME: &str = "氏名";
/// 所属・職.
pub const AFFILIATION: &str = "所属・職";
/// 理由.
pub const REASON: &str = "理由";
/// 計.
pub const TOTAL: &str = "計";
/// By member.
pub const BY_PERSON: &str = "人別";
/// By meeting.
pub const BY_MEETING: &str = "内訳";
/// Who came and is not paid.
pub const UNPAID: &str = "出席したが支払のない人";
/// The tax that payroll has still to enter.
pub const TO_BE_ENTERED: &str = "未入力";
/// Nobody is paid, and nothing.
pub const NOBODY: &str = "該当なし";
/// What the list does not hold.
pub const NO_ACCOUNTS: &str = "口座と個人番号は、この一覧に載せていません。";

/// Why somebody is not paid.
pub fn unpaid(standing: PayStanding, note: Option<&str>) -> String {
    let why = match standing {
        PayStanding::Official => "常勤の職員（充て職）のため、支払いません。",
        PayStanding::Declined => "本人が辞退しているため、支払いません。",
        PayStanding::Other | PayStanding::Paid => "支払わないと設定されています。",
    };
    note.map_or_else(|| why.to_owned(), |note| format!("{why}（{note}）"))
}

/// 12,345; -500.
pub fn yen(amount: i64) -> String {
    let figures = amount.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, figure) in figures.chars().enumerate() {
        if at > 0 && (figures.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    if amount < 0 { format!("-{grouped}") } else { grouped }
}

/// 日額 9,000円; 半日 4,500円; 時間額 5,000円×100分.
pub fn basis(rate: &PayRate, fee: Fee, minutes: Option<u16>) -> String {
    let title = rate.title.as_ref().map(|t| format!("（{t}）")).unwrap_or_default();
    match rate.unit {
        PayUnit::Day if fee.half => format!("半日{title}　{}円", yen(i64::from(fee.yen))),
        PayUnit::Day => format!("日額{title}　{}円", yen(i64::from(fee.yen))),
        PayUnit::Hour => match minutes {
            Some(minutes) => format!("時間額{title}　{}円×{minutes}分", yen(i64::from(rate.amount))),
            None => format!("時間額{title}　開会・閉会の時刻が分からないため、計算できません"),
        },
    }
}

/// A rate in words.
pub fn rate(rate: &PayRate) -> String {
    let half = rate.half_amount.zip(rate.half_minutes);
    let half = half.map(|(yen_, m)| format!("（{m}分以内は{}円）", yen(i64::from(yen_)))).unwrap_or_default();
    format!("{}{}円{half}", rate.unit.label(), yen(i64::from(rate.amount)))
}

/// What was paid before.
pub fn difference(fee: i64, travel: i64) -> String {
    let travel = if travel == 0 { String::new() } else { format!("、費用弁償{}円", yen(travel)) };
    format!("差額（支払済み{}円{travel}）", yen(fee))
}

/// What changed since a list was closed.
pub fn changed(line: &PayLine) -> String {
    format!("{}の{}：差額{}円を、次の支払一覧に載せます。", line.meeting_title, line.name, yen(line.fee + line.travel))
}

/// A closed list that was opened again.
pub fn reopened(style: DateStyle, one: &Reopening) -> String {
    format!("{}の締めを、{}に取り消しました（{}）。", style.day(one.closed_on), style.day(one.on), one.reason)
}

/// The tax of so many is still to be entered.
pub fn tax_missing(people: usize) -> String {
    format!("源泉徴収税額が入っていない人が{people}人います。支払の担当に確かめて入力してください。")
}

/// What V27 says.
pub fn tax(hint: TaxHint, table: Option<&TaxTable>) -> String {
    let source = table.map(|t| t.source.as_str()).unwrap_or_default();
    match hint {
        TaxHint::NoTable => "源泉徴収の表が記録されていないため、判断の目安を示せません。".to_owned(),
        TaxHint::Free { total, limit } => format!(
            "年内の計{}円（限度{}円）。{source}により課税しなくて差し支えない。",
            yen(i64::from(total)),
            yen(i64::from(limit))
        ),
        TaxHint::Over { total, limit } => {
            format!("年内の計{}円（限度{}円）。給与等として乙欄。", yen(i64::from(total)), yen(i64::from(limit)))
        }
        TaxHint::TravelPaid => "費用弁償を支払うため、給与等として乙欄。".to_owned(),
        TaxHint::OtherPay => "ほかの会議体からも支払があるため、給与等として乙欄。".to_owned(),
    }
}

/// 令和8年10月分, or the days.
pub fn list_title(style: DateStyle, from: Day, to: Day, body: Option<&str>) -> String {
    let days = if from == to { style.day(from) } else { format!("{}～{}", style.day(from), style.day(to)) };
    body.map_or_else(|| format!("{days}分"), |body| format!("{body}　{days}分"))
}

/// The title on paper.
pub fn paper_title(title: &str) -> String {
    format!("{LIST}　{title}")
}

/// The days that a list is about.
pub fn period(from: &str, to: &str) -> String {
    format!("期間　{from}～{to}")
}

/// A closed list.
pub fn paid_on(day: &str) -> String {
    format!("{day}支払・締め")
}

/// An open list.
pub fn still_open(day: &str) -> String {
    format!("締め前（{day}現在）")
}
