//! Payment lists (支払一覧): computed while open, frozen once paid; what changed later
//! stands as a difference in the next one.

use super::due::Unpaid;
use super::{Paid, PayBook};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::pay as words;
use chrono::Datelike;
use entaku_domain::Day;
use entaku_domain::id::{AppointmentId, BodyId, MeetingId, PayListId};
use entaku_domain::meeting::Meeting;
use entaku_domain::pay::{PayKind, PayLine, PayList, TaxHint, table, tax_hint};
use std::collections::{BTreeMap, BTreeSet};

/// A list among others.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayListRow {
    /// Its identifier.
    pub id: String,
    /// 令和8年10月分.
    pub title: String,
    /// The first day, ISO.
    pub from: String,
    /// The last day, ISO.
    pub to: String,
    /// The body's name; none for all bodies.
    pub body: Option<String>,
    /// When it was paid and closed, ISO; open where none.
    pub closed_on: Option<String>,
    /// How many are paid.
    pub people: u32,
    /// In yen, fees and travel together.
    #[ts(type = "number")]
    pub total: i64,
}

/// A member on a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayPerson {
    /// The appointment's identifier.
    pub appointment: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// The body.
    pub body: String,
    /// Meetings, differences not counted.
    pub days: u32,
    /// In yen.
    #[ts(type = "number")]
    pub fee: i64,
    /// In yen.
    #[ts(type = "number")]
    pub travel: i64,
    /// What V27 says, in a sentence.
    pub hint: String,
    /// Whether tax is taken.
    pub taxed: bool,
    /// In yen: as payroll entered it, else by the table; none where it is still to be entered.
    #[ts(type = "number | null")]
    pub withheld: Option<i64>,
    /// Whether payroll entered it.
    pub entered: bool,
    /// In yen: fee and travel without the tax.
    #[ts(type = "number")]
    pub net: i64,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayLineRow {
    /// The appointment's identifier.
    pub appointment: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// 令和8年度 第2回 全体会.
    pub meeting_title: String,
    /// Its day, ISO.
    pub on: String,
    /// How it was counted.
    pub basis: String,
    /// In yen.
    #[ts(type = "number")]
    pub fee: i64,
    /// In yen.
    #[ts(type = "number")]
    pub travel: i64,
    /// Whether it corrects what an earlier list paid.
    pub difference: bool,
}

/// Somebody who came and is not paid.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct UnpaidRow {
    /// The name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A payment list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayListPage {
    /// As among others.
    pub row: PayListRow,
    /// By member.
    pub people: Vec<PayPerson>,
    /// By member and meeting.
    pub lines: Vec<PayLineRow>,
    /// Who came and is not paid, each once.
    pub unpaid: Vec<UnpaidRow>,
    /// In yen.
    #[ts(type = "number")]
    pub fee: i64,
    /// In yen.
    #[ts(type = "number")]
    pub travel: i64,
    /// In yen, as far as it is known.
    #[ts(type = "number")]
    pub withheld: i64,
    /// In yen.
    #[ts(type = "number")]
    pub net: i64,
    /// What changed since it was closed; none for an open one.
    pub changed: Vec<String>,
    /// Each time that it was opened again, in sentences.
    pub reopened: Vec<String>,
    /// What is to be looked at, in sentences.
    pub notices: Vec<String>,
}

/// Lines of a list and who is not paid.
type Drawn = (Vec<PayLine>, Vec<Unpaid>);

impl App {
    /// All payment lists, the latest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pay_lists(&self) -> Result<Vec<PayListRow>> {
        let (council, book) = (self.snapshot()?, PayBook::load(&self.store)?);
        book.lists.iter().map(|list| Ok(row(&council, list, &self.lines(&council, &book, list)?.0))).collect()
    }

    /// A payment list.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn pay_list_page(&self, id: PayListId) -> Result<PayListPage> {
        let (council, book) = (self.snapshot()?, PayBook::load(&self.store)?);
        let list = book.lists.iter().find(|l| l.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let (lines, unpaid) = self.lines(&council, &book, list)?;
        let people = self.by_person(&council, &book, list, &lines)?;
        let sum = |of: fn(&PayPerson) -> i64| people.iter().map(of).sum::<i64>();
        let missing = people.iter().filter(|p| p.withheld.is_none()).count();
        let style = council.council.date_style;
        Ok(PayListPage {
            row: row(&council, list, &lines),
            fee: sum(|p| p.fee),
            travel: sum(|p| p.travel),
            withheld: sum(|p| p.withheld.unwrap_or_default()),
            net: sum(|p| p.net),
            lines: lines.iter().map(line_row).collect(),
            unpaid: unpaid.into_iter().map(|u| UnpaidRow { name: u.name, reason: u.reason }).collect(),
            changed: self.changed_since(&council, &book, list)?,
            reopened: list.reopened.iter().map(|r| words::reopened(style, r)).collect(),
            notices: (missing > 0).then(|| words::tax_missing(missing)).into_iter().collect(),
            people,
        })
    }

    /// The lines of a list: as paid where it is closed, else as they are now.
    pub(crate) fn lines(&self, council: &Snapshot, book: &PayBook, list: &PayList) -> Result<Drawn> {
        if list.closed_on.is_some() {
            return Ok((list.lines.clone(), Vec::new()));
        }
        let paid_for = book.paid_meetings();
        let wanted = |m: &&Meeting| {
            let of_body = list.body.is_none_or(|b| b == m.body);
            of_body && m.date <= list.to && (list.from <= m.date || paid_for.contains(&m.id))
        };
        let (mut lines, mut unpaid) = (Vec::new(), Vec::new());
        let mut named = BTreeSet::new();
        for m in council.meetings.iter().filter(wanted) {
            let paid = book.paid(m.id);
            let dues = self.pay_dues(council, book, m)?;
            let within = list.from <= m.date && m.date <= list.to;
            unpaid.extend(dues.unpaid.iter().filter(|u| within && named.insert(u.appointment)).cloned());
            lines.extend(lines_of(council, m, &dues.due, &paid, within));
        }
        Ok((lines, unpaid))
    }

    /// What changed at the meetings of a closed list since it was paid, as the next list will say.
    fn changed_since(&self, council: &Snapshot, book: &PayBook, list: &PayList) -> Result<Vec<String>> {
        let mut said = Vec::new();
        if list.closed_on.is_none() {
            return Ok(said);
        }
        let meetings: BTreeSet<MeetingId> = list.lines.iter().map(|l| l.meeting).collect();
        for m in council.meetings.iter().filter(|m| meetings.contains(&m.id)) {
            let found = lines_of(council, m, &self.pay_dues(council, book, m)?.due, &book.paid(m.id), true);
            said.extend(found.iter().map(words::changed));
        }
        Ok(said)
    }

    /// The members of a list, each with the tax hint.
    fn by_person(
        &self,
        council: &Snapshot,
        book: &PayBook,
        list: &PayList,
        lines: &[PayLine],
    ) -> Result<Vec<PayPerson>> {
        let mut order: Vec<AppointmentId> = Vec::new();
        for line in lines {
            if !order.contains(&line.appointment) {
                order.push(line.appointment);
            }
        }
        let years = self.year_totals(council, book, list)?;
        let one = |appointment: &AppointmentId| {
            let own: Vec<&PayLine> = lines.iter().filter(|l| l.appointment == *appointment).collect();
            person(council, book, list, *appointment, &own, &years)
        };
        Ok(order.iter().map(one).collect())
    }

    /// What each appointment gets from each committee in the calendar year of the list's
    /// last day, up to that day, and whether travel is paid.
    fn year_totals(&self, council: &Snapshot, book: &PayBook, list: &PayList) -> Result<YearTotals> {
        let mut totals = YearTotals::new();
        let counted = |m: &&Meeting| m.date.year() == list.to.year() && m.date <= list.to && m.state.is_over();
        for m in council.meetings.iter().filter(counted) {
            for (appointment, due) in self.pay_dues(council, book, m)?.due {
                let sum = totals.entry((appointment, m.body)).or_default();
                sum.0 = sum.0.saturating_add(due.fee);
                sum.1 |= due.travel > 0;
            }
        }
        Ok(totals)
    }
}

/// Fees, and whether travel is paid, by appointment and body.
type YearTotals = BTreeMap<(AppointmentId, BodyId), (u32, bool)>;

/// What is still to be paid for a meeting: what is due less what was paid.
fn lines_of(
    council: &Snapshot,
    m: &Meeting,
    due: &BTreeMap<AppointmentId, super::due::Due>,
    paid: &BTreeMap<AppointmentId, Paid>,
    within: bool,
) -> Vec<PayLine> {
    let title = council.meeting_title(m);
    // Officers first, then as they sit: the map of dues is in the order of identifiers.
    let mut sittings = council.at_meeting(m);
    sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
    let mut all: Vec<AppointmentId> = sittings.iter().filter_map(|s| s.appointment).map(|a| a.id).collect();
    all.extend(paid.keys().filter(|a| !all.contains(a)).copied().collect::<Vec<_>>());
    let line = |appointment: AppointmentId| {
        let (now, before) = (due.get(&appointment), paid.get(&appointment));
        let (fee, travel) = now.map_or((0, 0), |d| (i64::from(d.fee), i64::from(d.travel)));
        let (was_fee, was_travel) = before.map_or((0, 0), |p| (p.fee, p.travel));
        let (fee, travel) = (fee - was_fee, travel - was_travel);
        let wanted = (before.is_some() || within) && (fee != 0 || travel != 0);
        wanted.then(|| PayLine {
            appointment,
            meeting: m.id,
            name: now.map(|d| d.name.clone()).or_else(|| before.map(|p| p.name.clone())).unwrap_or_default(),
            affiliation: now
                .map(|d| d.affiliation.clone())
                .or_else(|| before.map(|p| p.affiliation.clone()))
                .unwrap_or_default(),
            meeting_title: title.clone(),
            on: m.date,
            basis: match before {
                Some(paid) => words::difference(paid.fee, paid.travel),
                None => now.map(|d| d.basis.clone()).unwrap_or_default(),
            },
            fee,
            travel,
            difference: before.is_some(),
        })
    };
    all.into_iter().filter_map(line).collect()
}

fn person(
    council: &Snapshot,
    book: &PayBook,
    list: &PayList,
    appointment: AppointmentId,
    own: &[&PayLine],
    years: &YearTotals,
) -> PayPerson {
    let meetings: BTreeMap<MeetingId, BodyId> = council.meetings.iter().map(|m| (m.id, m.body)).collect();
    let body = own.iter().find_map(|l| meetings.get(&l.meeting)).copied();
    let fee: i64 = own.iter().map(|l| l.fee).sum();
    let travel: i64 = own.iter().map(|l| l.travel).sum();
    let (total, travels) = body.and_then(|b| years.get(&(appointment, b))).copied().unwrap_or_default();
    let found = table(&book.tables, list.to);
    let hint = tax_hint(found, total, travels, pays_elsewhere(council, years, appointment, body));
    let entered = list.withheld.iter().find(|w| w.appointment == appointment).map(|w| i64::from(w.amount));
    let computed = u32::try_from(fee).ok().and_then(|fee| found.and_then(|t| t.tax(fee))).map(i64::from);
    let withheld = match (entered, hint) {
        (Some(amount), _) => Some(amount),
        (None, TaxHint::Free { .. }) => Some(0),
        (None, hint) if hint.is_taxed() => computed,
        (None, _) => None,
    };
    PayPerson {
        appointment: appointment.to_string(),
        name: own.last().map(|l| l.name.clone()).unwrap_or_default(),
        affiliation: own.last().map(|l| l.affiliation.clone()).unwrap_or_default(),
        body: body.map(|b| council.body_name(b, entaku_domain::FiscalYear::of(list.to)).to_owned()).unwrap_or_default(),
        days: crate::meetings::list::count(own.iter().filter(|l| !l.difference).count()),
        fee,
        travel,
        hint: words::tax(hint, found),
        taxed: hint.is_taxed(),
        withheld,
        entered: entered.is_some(),
        net: fee + travel - withheld.unwrap_or_default(),
    }
}

/// Whether the person is paid by another committee of the council in that year.
fn pays_elsewhere(council: &Snapshot, years: &YearTotals, appointment: AppointmentId, body: Option<BodyId>) -> bool {
    let Some(person) = council.appointment(appointment).map(|a| a.person) else { return false };
    years.iter().any(|((other, of), (fee, _))| {
        *fee > 0 && Some(*of) != body && council.appointment(*other).is_some_and(|a| a.person == person)
    })
}

fn row(council: &Snapshot, list: &PayList, lines: &[PayLine]) -> PayListRow {
    let people: BTreeSet<AppointmentId> = lines.iter().map(|l| l.appointment).collect();
    let iso = |day: Day| day.to_string();
    PayListRow {
        id: list.id.to_string(),
        title: list.title.clone(),
        from: iso(list.from),
        to: iso(list.to),
        body: list.body.map(|b| council.body_name(b, entaku_domain::FiscalYear::of(list.to)).to_owned()),
        closed_on: list.closed_on.map(iso),
        people: crate::meetings::list::count(people.len()),
        total: lines.iter().map(|l| l.fee + l.travel).sum(),
    }
}

fn line_row(line: &PayLine) -> PayLineRow {
    PayLineRow {
        appointment: line.appointment.to_string(),
        meeting: line.meeting.to_string(),
        name: line.name.clone(),
        affiliation: line.affiliation.clone(),
        meeting_title: line.meeting_title.clone(),
        on: line.on.to_string(),
        basis: line.basis.clone(),
        fee: line.fee,
        travel: line.travel,
        difference: line.difference,
    }
}

/// Whether any body pays.
pub(crate) fn pays_anything(book: &PayBook, council: &Snapshot) -> bool {
    council.bodies.iter().any(|b| book.kind(b.id) != PayKind::None)
}
