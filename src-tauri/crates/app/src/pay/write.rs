//! Writing rates, exceptions, travel and tables; opening, closing and reopening lists.

use super::PayBook;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::pay as words;
use entaku_domain::Day;
use entaku_domain::day_fault::PayFault;
use entaku_domain::id::{AppointmentId, BodyId, MeetingId, PayListId, PayRateId, TaxTableId, TravelId};
use entaku_domain::pay::{
    Bracket, PayException, PayKind, PayList, PayRate, PayRule, PayStanding, PayUnit, Reopening, TaxTable, Travel,
    Withheld,
};
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// A rate to be added or changed.
#[derive(Debug, Clone)]
pub struct SetRate {
    /// The one that is changed; a new one where none.
    pub rate: Option<PayRateId>,
    /// Handle or name of the body.
    pub body: String,
    /// The first day.
    pub from: Day,
    /// For the holder of this office; for all others where none.
    pub title: Option<String>,
    /// For a day, or an hour.
    pub unit: PayUnit,
    /// In yen.
    pub amount: u32,
    /// In yen.
    pub half_amount: Option<u32>,
    /// In minutes.
    pub half_minutes: Option<u16>,
}

/// A table to be added or changed.
#[derive(Debug, Clone)]
pub struct SetTable {
    /// The one that is changed; a new one where none.
    pub table: Option<TaxTableId>,
    /// The first day.
    pub from: Day,
    /// Where the amounts stand.
    pub source: String,
    /// Up to so many yen a year no tax need be taken.
    pub free: u32,
    /// Lines of 乙欄.
    pub brackets: Vec<Bracket>,
}

/// A list to be made.
#[derive(Debug, Clone)]
pub struct NewList {
    /// What it is called; by its days where empty.
    pub title: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Handle or name of the body; all bodies where none.
    pub body: Option<String>,
}

/// More yen than this for one meeting is a slip of the hand.
const MOST: u32 = 10_000_000;

fn refuse<T>(fault: PayFault) -> Result<T> {
    Err(AppError::Rules(vec![Violation::Pay(fault)]))
}

fn within(field: &'static str, yen: u32) -> Result<()> {
    let most = i32::try_from(MOST).unwrap_or(i32::MAX);
    if yen > MOST { Err(AppError::OutOfRange { field, least: 0, most }) } else { Ok(()) }
}

impl App {
    /// Sets what a body pays (「報酬の支払の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownBody`].
    pub fn set_pay_rule(&mut self, body: &str, kind: PayKind) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let (id, action) = (body.id, Action::new("set_pay_rule").about(body.key.clone()));
        self.change(action, Vec::new(), |tx| Ok(tx.put_pay_rule(PayRule { body: id, kind })?))
    }

    /// Adds or changes a rate (「単価の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownBody`], [`AppError::UnknownRecord`]; [`AppError::Rules`] for another rate
    /// of the same office that begins that day, or half a day without its minutes.
    pub fn set_pay_rate(&mut self, ask: &SetRate) -> Result<Written<String>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let title = ask.title.clone().filter(|t| !t.trim().is_empty());
        all_right([check_note("title", title.as_deref().unwrap_or_default())])?;
        within("amount", ask.amount)?;
        within("half_amount", ask.half_amount.unwrap_or_default())?;
        if ask.half_amount.is_some() != ask.half_minutes.is_some() {
            return refuse(PayFault::HalfWithoutMinutes);
        }
        let all = self.store.pay_rates()?;
        if ask.rate.is_some_and(|id| all.iter().all(|r| r.id != id)) {
            return Err(AppError::UnknownRecord(String::new()));
        }
        let twice =
            |r: &&PayRate| r.body == body.id && r.title == title && r.from == ask.from && Some(r.id) != ask.rate;
        if all.iter().any(|r| twice(&r)) {
            return refuse(PayFault::RateTwice { from: ask.from });
        }
        let id = body.id;
        let SetRate { from, unit, amount, half_amount, half_minutes, .. } = *ask;
        self.change(Action::new("set_pay_rate").about(body.key.clone()), Vec::new(), |tx| {
            let new = ask.rate.unwrap_or_else(|| PayRateId::new(tx.new_id()));
            tx.put_pay_rate(&PayRate { id: new, body: id, from, title, unit, amount, half_amount, half_minutes })?;
            Ok(new.to_string())
        })
    }

    /// Takes a rate away (「単価の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_pay_rate(&mut self, id: PayRateId) -> Result<Written<()>> {
        let rate = self.store.pay_rates()?.into_iter().find(|r| r.id == id);
        let rate = rate.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let key = self.key_of(rate.body)?;
        self.change(Action::new("remove_pay_rate").about(key), Vec::new(), |tx| Ok(tx.remove_pay_rate(id)?))
    }

    fn key_of(&self, body: BodyId) -> Result<String> {
        Ok(self.snapshot()?.body_by_id(body).map(|b| b.key.clone()).unwrap_or_default())
    }

    /// Says that a member is not paid, or is against the usual; goes back to the usual
    /// where nothing is said (「支払の扱いの設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for the note.
    pub fn set_pay_exception(
        &mut self,
        who: AppointmentId,
        standing: Option<PayStanding>,
        note: Option<&str>,
    ) -> Result<Written<()>> {
        let subject = self.member_name(who)?;
        all_right([check_note("note", note.unwrap_or_default())])?;
        let note = note.map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned);
        self.change(Action::new("set_pay_exception").about(subject), Vec::new(), |tx| match standing {
            Some(standing) => Ok(tx.put_pay_exception(&PayException { appointment: who, standing, note })?),
            None => Ok(tx.remove_pay_exception(who)?),
        })
    }

    /// Enters travel expenses, for one meeting or for all; none takes them away (「費用弁償の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], [`AppError::UnknownMeeting`], [`AppError::OutOfRange`].
    pub fn set_travel(
        &mut self,
        who: AppointmentId,
        meeting: Option<MeetingId>,
        amount: Option<u32>,
    ) -> Result<Written<()>> {
        let subject = self.member_name(who)?;
        within("amount", amount.unwrap_or_default())?;
        if let Some(id) = meeting {
            self.known_meeting(id)?;
        }
        let old = PayBook::load(&self.store)?.entered_travel(who, meeting).map(|t| t.id);
        self.change(Action::new("set_travel").about(subject), Vec::new(), |tx| match (amount, old) {
            (Some(amount), old) => {
                let id = old.unwrap_or_else(|| TravelId::new(tx.new_id()));
                Ok(tx.put_travel(Travel { id, appointment: who, meeting, amount })?)
            }
            (None, Some(old)) => Ok(tx.remove_travel(old)?),
            (None, None) => Ok(()),
        })
    }

    fn member_name(&self, who: AppointmentId) -> Result<String> {
        let council = self.snapshot()?;
        let appointment = council.appointment(who).ok_or_else(|| AppError::UnknownRecord(who.to_string()))?;
        Ok(council.name_of(appointment.person, self.today()).unwrap_or_default())
    }

    /// Adds or changes a table for the tax (「源泉徴収の表の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its source, another table that begins
    /// that day, or two lines that begin with the same amount.
    pub fn set_tax_table(&mut self, ask: &SetTable) -> Result<Written<String>> {
        all_right([check_name("source", &ask.source)])?;
        within("free", ask.free)?;
        let all = self.store.tax_tables()?;
        if ask.table.is_some_and(|id| all.iter().all(|t| t.id != id)) {
            return Err(AppError::UnknownRecord(String::new()));
        }
        if all.iter().any(|t| t.from == ask.from && Some(t.id) != ask.table) {
            return refuse(PayFault::TableTwice { from: ask.from });
        }
        let mut brackets = ask.brackets.clone();
        brackets.sort_by_key(|b| b.from);
        if brackets.windows(2).any(|pair| pair[0].from == pair[1].from) {
            return refuse(PayFault::BracketTwice);
        }
        let (from, source, free) = (ask.from, ask.source.trim().to_owned(), ask.free);
        self.change(Action::new("set_tax_table").about(source.clone()), Vec::new(), |tx| {
            let id = ask.table.unwrap_or_else(|| TaxTableId::new(tx.new_id()));
            tx.put_tax_table(&TaxTable { id, from, source, free, brackets })?;
            Ok(id.to_string())
        })
    }

    /// Takes a table away (「源泉徴収の表の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_tax_table(&mut self, id: TaxTableId) -> Result<Written<()>> {
        let table = self.store.tax_tables()?.into_iter().find(|t| t.id == id);
        let table = table.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        self.change(Action::new("remove_tax_table").about(table.source), Vec::new(), |tx| Ok(tx.remove_tax_table(id)?))
    }

    /// Makes a payment list (「支払一覧の作成」).
    ///
    /// # Errors
    /// [`AppError::UnknownBody`]; [`AppError::Rules`] for days that run backwards, or another open
    /// list with these days.
    pub fn add_pay_list(&mut self, ask: &NewList) -> Result<Written<String>> {
        let council = self.snapshot()?;
        let body = ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        all_right([check_note("title", &ask.title)])?;
        if ask.to < ask.from {
            return Err(AppError::Rules(vec![Violation::LastBeforeFirst { first: ask.from, last: ask.to }]));
        }
        let shares = |l: &PayList| l.body.is_none() || body.is_none() || l.body == body;
        let overlaps = |l: &PayList| l.closed_on.is_none() && shares(l) && l.from <= ask.to && ask.from <= l.to;
        if self.store.pay_lists()?.iter().any(overlaps) {
            return refuse(PayFault::Overlaps);
        }
        let title = list_title(&council, ask, body);
        let (from, to) = (ask.from, ask.to);
        self.change(Action::new("add_pay_list").about(title.clone()), Vec::new(), |tx| {
            let id = PayListId::new(tx.new_id());
            tx.put_pay_list(&PayList {
                id,
                title,
                from,
                to,
                body,
                withheld: Vec::new(),
                closed_on: None,
                lines: Vec::new(),
                reopened: Vec::new(),
            })?;
            Ok(id.to_string())
        })
    }

    fn pay_list(&self, id: PayListId) -> Result<PayList> {
        self.store.pay_list(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    fn open_pay_list(&self, id: PayListId) -> Result<PayList> {
        let list = self.pay_list(id)?;
        match list.closed_on {
            Some(on) => refuse(PayFault::Closed { on }),
            None => Ok(list),
        }
    }

    /// Enters the tax of a member as payroll says; none takes it away (「源泉徴収税額の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], [`AppError::OutOfRange`]; [`AppError::Rules`] for a closed list.
    pub fn set_withheld(&mut self, id: PayListId, who: AppointmentId, amount: Option<u32>) -> Result<Written<()>> {
        let mut list = self.open_pay_list(id)?;
        within("amount", amount.unwrap_or_default())?;
        list.withheld.retain(|w| w.appointment != who);
        list.withheld.extend(amount.map(|amount| Withheld { appointment: who, amount }));
        list.withheld.sort_by_key(|w| w.appointment);
        let action = Action::new("set_withheld").about(list.title.clone());
        self.change(action, Vec::new(), |tx| Ok(tx.put_pay_list(&list)?))
    }

    /// Closes a list once it is paid: what it says is frozen (「支払一覧の締め」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a closed list, an empty one, or a day
    /// before its last meeting.
    pub fn close_pay_list(&mut self, id: PayListId, on: Day) -> Result<Written<()>> {
        let mut list = self.open_pay_list(id)?;
        let (council, book) = (self.snapshot()?, PayBook::load(&self.store)?);
        let (lines, _) = self.lines(&council, &book, &list)?;
        let Some(last) = lines.iter().map(|l| l.on).max() else { return refuse(PayFault::Nothing) };
        if on < last {
            return refuse(PayFault::PaidTooSoon { on: last });
        }
        // The tax is frozen with it, also where the table gave it.
        let people = self.pay_list_page(id)?.people;
        list.withheld = people
            .iter()
            .filter_map(|p| {
                let amount = p.withheld.and_then(|w| u32::try_from(w).ok())?;
                Some(Withheld { appointment: AppointmentId::parse(&p.appointment).ok()?, amount })
            })
            .collect();
        (list.lines, list.closed_on) = (lines, Some(on));
        let action = Action::new("close_pay_list").about(list.title.clone());
        self.change(action, Vec::new(), |tx| Ok(tx.put_pay_list(&list)?))
    }

    /// Opens a closed list again, for a reason (「支払一覧の締めの取消し」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for an open list, or without a reason.
    pub fn reopen_pay_list(&mut self, id: PayListId, reason: &str) -> Result<Written<()>> {
        let mut list = self.pay_list(id)?;
        all_right([check_name("reason", reason)])?;
        let Some(closed_on) = list.closed_on.take() else { return refuse(PayFault::Open) };
        list.reopened.push(Reopening { on: self.today(), closed_on, reason: reason.trim().to_owned() });
        list.lines.clear();
        let action = Action::new("reopen_pay_list").about(list.title.clone());
        self.change(action, Vec::new(), |tx| Ok(tx.put_pay_list(&list)?))
    }

    /// Takes away a list that is not closed (「支払一覧の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a closed list.
    pub fn remove_pay_list(&mut self, id: PayListId) -> Result<Written<()>> {
        let list = self.open_pay_list(id)?;
        let action = Action::new("remove_pay_list").about(list.title);
        self.change(action, Vec::new(), |tx| Ok(tx.remove_pay_list(id)?))
    }
}

/// As typed, else by its days.
fn list_title(council: &Snapshot, ask: &NewList, body: Option<BodyId>) -> String {
    if !ask.title.trim().is_empty() {
        return ask.title.trim().to_owned();
    }
    let name = body.map(|b| council.body_name(b, entaku_domain::FiscalYear::of(ask.to)).to_owned());
    words::list_title(council.council.date_style, ask.from, ask.to, name.as_deref())
}
