//! What members are paid (報酬・報償費・費用弁償), and the tax hint (V27). Amounts are
//! whole yen and come from tables that the office enters, never from here.

use crate::Day;
use crate::id::{AppointmentId, BodyId, MeetingId, PayListId, PayRateId, TaxTableId, TravelId};
use serde::{Deserialize, Serialize};

coded! {
    /// Whether a body's members are paid (支払の種類).
    PayKind {
        None = "none", "支払なし";
        Pay = "pay", "報酬";
        Reward = "reward", "報償費";
    }
}

coded! {
    /// What an amount is for (単価の単位).
    PayUnit {
        Day = "day", "日額";
        Hour = "hour", "時間額";
    }
}

coded! {
    /// Whether a member is paid against the usual (支払の扱い).
    PayStanding {
        Official = "official", "常勤の職員（充て職）";
        Declined = "declined", "辞退";
        Other = "other", "その他の理由";
        Paid = "paid", "支払う";
    }
}

/// What a body pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayRule {
    /// The body.
    pub body: BodyId,
    /// Whether.
    pub kind: PayKind,
}

/// An amount from a day on (単価).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayRate {
    /// Its identifier.
    pub id: PayRateId,
    /// The body.
    pub body: BodyId,
    /// The first day.
    pub from: Day,
    /// For the holder of this office (会長); for all others where none.
    pub title: Option<String>,
    /// For a day, or an hour.
    pub unit: PayUnit,
    /// In yen.
    pub amount: u32,
    /// In yen, for those who were there no longer than [`Self::half_minutes`] (半日額).
    pub half_amount: Option<u32>,
    /// In minutes.
    pub half_minutes: Option<u16>,
}

/// A member who is not paid, or is against the usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayException {
    /// The appointment; one line for each.
    pub appointment: AppointmentId,
    /// What is so.
    pub standing: PayStanding,
    /// Why.
    pub note: Option<String>,
}

/// Travel expenses (費用弁償), as the office enters them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Travel {
    /// Its identifier.
    pub id: TravelId,
    /// Whose.
    pub appointment: AppointmentId,
    /// For this meeting; for every meeting that they come to where none.
    pub meeting: Option<MeetingId>,
    /// In yen.
    pub amount: u32,
}

/// Rules of withholding from a day on (源泉徴収の表), as payroll enters them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxTable {
    /// Its identifier.
    pub id: TaxTableId,
    /// The first day.
    pub from: Day,
    /// Where the amounts stand (所得税基本通達28-7 and so on).
    pub source: String,
    /// Up to so many yen a year for one committee no tax need be taken.
    pub free: u32,
    /// Lines of 乙欄, by amount; none where payroll computes it.
    pub brackets: Vec<Bracket>,
}

/// A line of 乙欄 (税額表).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bracket {
    /// From so many yen.
    pub from: u32,
    /// A fixed amount.
    pub amount: u32,
    /// And a share of the whole, in thousandths of a percent (3.063% is 3063).
    pub share: u32,
}

/// A payment list (支払一覧).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayList {
    /// Its identifier.
    pub id: PayListId,
    /// 令和8年10月分.
    pub title: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Of this body; of all where none.
    pub body: Option<BodyId>,
    /// What payroll entered: the tax of an appointment, in yen.
    pub withheld: Vec<Withheld>,
    /// When it was paid and closed (締め); open where none.
    pub closed_on: Option<Day>,
    /// As paid; empty while it is open.
    pub lines: Vec<PayLine>,
    /// Each time it was opened again.
    pub reopened: Vec<Reopening>,
}

/// Tax that payroll entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Whose.
    pub appointment: AppointmentId,
    /// In yen.
    pub amount: u32,
}

/// A closed list that was opened again (締めの取消し).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// When.
    pub on: Day,
    /// When it had been closed.
    pub closed_on: Day,
    /// Why.
    pub reason: String,
}

/// A line of a list: one member at one meeting, or the difference to what was paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayLine {
    /// Whose.
    pub appointment: AppointmentId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The name, as printed.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// 令和8年度 第2回 全体会.
    pub meeting_title: String,
    /// Its day.
    pub on: Day,
    /// How it was counted: 日額 9,000円.
    pub basis: String,
    /// In yen; less than nothing where too much was paid.
    pub fee: i64,
    /// In yen, likewise.
    pub travel: i64,
    /// Whether it corrects what an earlier list paid (差額).
    pub difference: bool,
}

/// What is due for one member at one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fee {
    /// In yen.
    pub yen: u32,
    /// Whether it is that of half a day.
    pub half: bool,
}

/// Whether tax is taken (V27).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxHint {
    /// The office has entered no table for that day.
    NoTable,
    /// 28-7: no tax need be taken.
    Free {
        /// Of the year, for this committee.
        total: u32,
        /// Up to.
        limit: u32,
    },
    /// 給与等, 乙欄: more than the limit in the year.
    Over {
        /// Of the year, for this committee.
        total: u32,
        /// Up to.
        limit: u32,
    },
    /// 給与等, 乙欄: travel expenses are paid.
    TravelPaid,
    /// 給与等: the city pays them something else, too.
    OtherPay,
}

impl PayRate {
    /// What is due for so many minutes; for the whole where they are not known.
    /// An hour's amount is taken by the minute, and what is less than a yen is cut off.
    pub fn fee(&self, minutes: Option<u16>) -> Fee {
        match (self.unit, minutes) {
            (PayUnit::Hour, Some(minutes)) => {
                let yen = u64::from(self.amount) * u64::from(minutes) / 60;
                Fee { yen: u32::try_from(yen).unwrap_or(u32::MAX), half: false }
            }
            (PayUnit::Hour, None) => Fee { yen: 0, half: false },
            (PayUnit::Day, minutes) => {
                let short = minutes.is_some_and(|m| self.half_minutes.is_some_and(|most| m <= most));
                let half = self.half_amount.filter(|_| short);
                Fee { yen: half.unwrap_or(self.amount), half: half.is_some() }
            }
        }
    }
}

/// The rate of a member on a day: that of their office before that of everybody,
/// the latest that has begun.
pub fn rate<'a>(rates: &'a [PayRate], body: BodyId, title: Option<&str>, on: Day) -> Option<&'a PayRate> {
    let begun = |r: &&PayRate| r.body == body && r.from <= on;
    let of = |t: Option<&str>| rates.iter().filter(begun).filter(|r| r.title.as_deref() == t).max_by_key(|r| r.from);
    title.and_then(|t| of(Some(t))).or_else(|| of(None))
}

/// The table of a day: the latest that has begun.
pub fn table(tables: &[TaxTable], on: Day) -> Option<&TaxTable> {
    tables.iter().filter(|t| t.from <= on).max_by_key(|t| t.from)
}

/// V27, by 所得税基本通達28-7: one committee, its total of the calendar year, whether
/// travel is paid, and whether the city pays the person anything else.
pub fn tax_hint(table: Option<&TaxTable>, total: u32, travel: bool, other: bool) -> TaxHint {
    let Some(table) = table else { return TaxHint::NoTable };
    let limit = table.free;
    if other {
        TaxHint::OtherPay
    } else if travel {
        TaxHint::TravelPaid
    } else if total > limit {
        TaxHint::Over { total, limit }
    } else {
        TaxHint::Free { total, limit }
    }
}

impl TaxHint {
    /// Whether tax is taken.
    pub const fn is_taxed(self) -> bool {
        matches!(self, Self::Over { .. } | Self::TravelPaid | Self::OtherPay)
    }
}

impl TaxTable {
    /// The tax on an amount by 乙欄, what is less than a yen cut off; none where the
    /// office has not entered that part of the table.
    pub fn tax(&self, amount: u32) -> Option<u32> {
        let line = self.brackets.iter().filter(|b| b.from <= amount).max_by_key(|b| b.from)?;
        let share = u64::from(amount) * u64::from(line.share) / 100_000;
        u32::try_from(u64::from(line.amount) + share).ok()
    }
}

#[cfg(test)]
mod tests {
    //! V27 and what is paid: worked examples.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn rate_of(unit: PayUnit, amount: u32, half: Option<(u32, u16)>) -> PayRate {
        PayRate {
            id: PayRateId::from_key("r"),
            body: BodyId::from_key("b1"),
            from: day("2026-04-01"),
            title: None,
            unit,
            amount,
            half_amount: half.map(|h| h.0),
            half_minutes: half.map(|h| h.1),
        }
    }

    #[test]
    fn a_day_half_a_day_and_minutes() {
        let half = Some((4_500, 120));
        for (unit, amount, half, minutes, yen) in [
            (PayUnit::Day, 9_000, None, Some(30), 9_000),
            (PayUnit::Day, 9_000, half, Some(120), 4_500),
            (PayUnit::Day, 9_000, half, Some(121), 9_000),
            (PayUnit::Day, 9_000, half, None, 9_000),
            (PayUnit::Hour, 5_000, None, Some(90), 7_500),
            (PayUnit::Hour, 5_000, None, Some(100), 8_333),
            (PayUnit::Hour, 5_000, None, Some(0), 0),
            (PayUnit::Hour, 5_000, None, None, 0),
        ] {
            assert_eq!(rate_of(unit, amount, half).fee(minutes).yen, yen, "{unit:?} {amount} {minutes:?}");
        }
    }

    #[test]
    fn the_rate_of_the_day_and_of_the_office() {
        let usual = rate_of(PayUnit::Day, 9_000, None);
        let chair = PayRate { title: Some("会長".to_owned()), amount: 11_000, ..usual.clone() };
        let later = PayRate { from: day("2026-10-01"), amount: 9_500, ..usual.clone() };
        let rates = [usual.clone(), chair, later];
        let of = |title, on: &str| rate(&rates, usual.body, title, day(on)).map(|r| r.amount);
        assert_eq!(of(None, "2026-09-30"), Some(9_000));
        assert_eq!(of(None, "2026-10-01"), Some(9_500));
        assert_eq!(of(Some("会長"), "2026-10-14"), Some(11_000));
        assert_eq!(of(Some("副会長"), "2026-10-14"), Some(9_500));
        assert_eq!(of(None, "2026-03-31"), None);
    }

    #[test]
    fn v27_the_hint_of_28_7() {
        let table = TaxTable {
            id: TaxTableId::from_key("t"),
            from: day("2026-01-01"),
            source: "所得税基本通達28-7".to_owned(),
            free: 10_000,
            brackets: vec![Bracket { from: 0, amount: 0, share: 3_063 }],
        };
        let hint = |total, travel, other| tax_hint(Some(&table), total, travel, other);
        assert_eq!(hint(9_000, false, false), TaxHint::Free { total: 9_000, limit: 10_000 });
        assert_eq!(hint(10_000, false, false), TaxHint::Free { total: 10_000, limit: 10_000 });
        assert_eq!(hint(10_500, false, false), TaxHint::Over { total: 10_500, limit: 10_000 });
        assert_eq!(hint(9_000, true, false), TaxHint::TravelPaid);
        assert_eq!(hint(9_000, false, true), TaxHint::OtherPay);
        assert_eq!(tax_hint(None, 9_000, false, false), TaxHint::NoTable);
        assert_eq!(table.tax(10_315), Some(315), "what is less than a yen is cut off");
        assert_eq!(TaxTable { brackets: Vec::new(), ..table.clone() }.tax(10_315), None);
        assert_eq!(super::table(std::slice::from_ref(&table), day("2025-12-31")), None, "not begun yet");
    }
}
