//! The office's calendar as it is shown and corrected: holidays of the table, the days on
//! which the office is closed, and what the office has set itself.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::text::year_plan as words;
use chrono::{Datelike, Weekday};
use entaku_domain::calendar::{Closed, DayRule, DayRuleKind, OfficeCalendar};
use entaku_domain::holidays::{self, Basis};
use entaku_domain::id::DayRuleId;
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A holiday, or a day from Monday to Friday on which the office is closed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CalendarDay {
    /// ISO date.
    pub date: String,
    /// 9月22日（火）.
    pub shown: String,
    /// 国民の休日, 年末年始, 市制記念日.
    pub name: String,
    /// `holiday`, `turn_of_year`, `office`.
    pub why: String,
    /// Whether it is expected by the law and not announced yet.
    pub estimated: bool,
}

/// What the office has set of its days.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DayRuleRow {
    /// Its identifier.
    pub id: String,
    /// `closed`, `open`, `holiday`, `no_holiday`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// ISO date.
    pub from: String,
    /// ISO date, the same for a single day.
    pub to: String,
    /// Whether it holds every year.
    pub yearly: bool,
    /// What the days are called.
    pub name: String,
}

/// The calendar of a fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OfficeCalendarPage {
    /// The calendar year in which it starts.
    pub year: i32,
    /// 令和8年度.
    pub label: String,
    /// Where the holidays come from, and how far they go.
    pub source: String,
    /// The last calendar year of the table.
    pub last_year: i32,
    /// Said where the holidays of the year are not announced, or not known.
    pub unsure: Vec<String>,
    /// Holidays and closed days, by day.
    pub days: Vec<CalendarDay>,
    /// What the office has set itself, of all years.
    pub rules: Vec<DayRuleRow>,
}

/// Days to be set open or closed.
#[derive(Debug, Clone)]
pub struct SaveDayRule {
    /// The one to be changed; a new one where none.
    pub id: Option<DayRuleId>,
    /// What is set.
    pub kind: DayRuleKind,
    /// The first day.
    pub from: Day,
    /// The last day; the same where none.
    pub to: Option<Day>,
    /// Whether it holds every year.
    pub yearly: bool,
    /// What the days are called.
    pub name: String,
}

impl App {
    /// The office's calendar of a fiscal year.
    ///
    /// # Errors
    /// Those of the store.
    pub fn office_calendar(&self, year: FiscalYear) -> Result<OfficeCalendarPage> {
        let council = self.snapshot()?;
        let table = holidays::table();
        let years = [year.number(), year.number() + 1];
        let unsure = years.map(|y| words::unsure(holidays::basis(y), y)).into_iter().filter(|t| !t.is_empty());
        Ok(OfficeCalendarPage {
            year: year.number(),
            label: council.council.date_style.fiscal_year(year),
            source: words::table(table),
            last_year: table.last,
            unsure: unsure.collect(),
            days: days(&council.calendar, year),
            rules: council.calendar.rules().iter().map(row).collect(),
        })
    }

    /// Sets days open or closed, or corrects a holiday (「開庁・閉庁の定めの記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its name and its days.
    pub fn save_day_rule(&mut self, ask: &SaveDayRule) -> Result<Written<DayRuleId>> {
        let name = ask.name.trim().to_owned();
        let to = ask.to.unwrap_or(ask.from);
        let named = if ask.kind == DayRuleKind::Holiday { check_name } else { check_note };
        all_right([named("name", &name), check_period(ask.from, to, DayRule::LONGEST)])?;
        self.known_rule(ask.id)?;
        let subject = format!("{}　{}", ask.kind.label(), words::month_day(ask.from));
        let ask = ask.clone();
        self.change(Action::new("save_day_rule").about(subject), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| DayRuleId::new(tx.new_id()));
            tx.put_day_rule(&DayRule { id, kind: ask.kind, from: ask.from, to, yearly: ask.yearly, name })?;
            Ok(id)
        })
    }

    /// Takes back what was set of days (「開庁・閉庁の定めの削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_day_rule(&mut self, id: DayRuleId) -> Result<Written<()>> {
        let found = self.known_rule(Some(id))?;
        let subject = found.map(|r| format!("{}　{}", r.kind.label(), words::month_day(r.from))).unwrap_or_default();
        self.change(Action::new("remove_day_rule").about(subject), Vec::new(), |tx| Ok(tx.remove_day_rule(id)?))
    }

    fn known_rule(&self, id: Option<DayRuleId>) -> Result<Option<DayRule>> {
        let Some(id) = id else { return Ok(None) };
        let found = self.store.day_rules()?.into_iter().find(|r| r.id == id);
        found.map(Some).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }
}

/// The last day is not before the first, and not so late that it must be a slip.
pub(super) fn check_period(from: Day, to: Day, limit: i64) -> std::result::Result<(), Violation> {
    if to < from {
        return Err(Violation::EndBeforeStart { start: from, end: to });
    }
    match (to - from).num_days() < limit {
        true => Ok(()),
        false => Err(Violation::Plan(PlanFault::PeriodTooLong { limit })),
    }
}

/// The holidays of a fiscal year, and the days from Monday to Friday on which the office is closed.
pub(super) fn days(calendar: &OfficeCalendar, year: FiscalYear) -> Vec<CalendarDay> {
    let all = year.first_day().iter_days().take_while(|d| year.contains(*d));
    all.filter_map(|day| Some((day, named(calendar, day)?)))
        .map(|(day, (why, name))| CalendarDay {
            date: day.to_string(),
            shown: words::month_day(day),
            name,
            why: why.code().to_owned(),
            estimated: why == Closed::Holiday && holidays::basis(day.year()) == Basis::Estimated,
        })
        .collect()
}

/// Why a day is in the list, and what it is called. A holiday on a Saturday is one, too.
fn named(calendar: &OfficeCalendar, day: Day) -> Option<(Closed, String)> {
    if let Some(closure) = calendar.closed_on(day).filter(|c| !matches!(c.why, Closed::Saturday | Closed::Sunday)) {
        let name = closure.name.clone().unwrap_or_else(|| closure.why.label().to_owned());
        return Some((closure.why, name));
    }
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    calendar.holiday(day).filter(|_| weekend).map(|name| (Closed::Holiday, name.to_owned()))
}

fn row(rule: &DayRule) -> DayRuleRow {
    DayRuleRow {
        id: rule.id.to_string(),
        kind: rule.kind.code().to_owned(),
        kind_label: rule.kind.label().to_owned(),
        from: rule.from.to_string(),
        to: rule.to.to_string(),
        yearly: rule.yearly,
        name: rule.name.clone(),
    }
}
