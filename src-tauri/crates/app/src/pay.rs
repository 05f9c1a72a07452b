//! What members are paid (報酬・報償費・費用弁償): the office's rates and exceptions, what is
//! due for a meeting, payment lists that are closed once paid, and the tax hint (V27).

pub mod due;
pub mod lists;
pub mod paper;
pub mod settings;
pub mod write;

use crate::error::Result;
use entaku_domain::id::{AppointmentId, BodyId, MeetingId};
use entaku_domain::pay::{PayException, PayKind, PayList, PayRate, PayRule, TaxTable, Travel};
use entaku_store::Store;
use std::collections::BTreeMap;

/// Everything that payment rests on, as read from the store.
#[derive(Debug)]
pub struct PayBook {
    rules: Vec<PayRule>,
    /// All rates.
    pub rates: Vec<PayRate>,
    exceptions: Vec<PayException>,
    travels: Vec<Travel>,
    /// All tables for the tax.
    pub tables: Vec<TaxTable>,
    /// All lists, the latest first.
    pub lists: Vec<PayList>,
}

impl PayBook {
    /// Reads it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn load(store: &Store) -> Result<Self> {
        Ok(Self {
            rules: store.pay_rules()?,
            rates: store.pay_rates()?,
            exceptions: store.pay_exceptions()?,
            travels: store.travels()?,
            tables: store.tax_tables()?,
            lists: store.pay_lists()?,
        })
    }

    /// What a body pays; nothing where the office has not set it.
    pub fn kind(&self, body: BodyId) -> PayKind {
        self.rules.iter().find(|r| r.body == body).map_or(PayKind::None, |r| r.kind)
    }

    /// What is set of a member against the usual.
    pub fn exception(&self, appointment: AppointmentId) -> Option<&PayException> {
        self.exceptions.iter().find(|e| e.appointment == appointment)
    }

    /// The travel expenses of a member for a meeting: those of the meeting, else the usual ones.
    pub fn travel(&self, appointment: AppointmentId, meeting: Option<MeetingId>) -> Option<&Travel> {
        let of = |m: Option<MeetingId>| self.travels.iter().find(|t| t.appointment == appointment && t.meeting == m);
        meeting.and_then(|m| of(Some(m))).or_else(|| of(None))
    }

    /// The travel expenses that are entered for just this, to be changed.
    pub fn entered_travel(&self, appointment: AppointmentId, meeting: Option<MeetingId>) -> Option<&Travel> {
        self.travels.iter().find(|t| t.appointment == appointment && t.meeting == meeting)
    }

    /// What closed lists have paid for a meeting, by appointment.
    pub fn paid(&self, meeting: MeetingId) -> BTreeMap<AppointmentId, Paid> {
        let mut paid: BTreeMap<AppointmentId, Paid> = BTreeMap::new();
        let closed = self.lists.iter().filter(|l| l.closed_on.is_some());
        for line in closed.flat_map(|l| &l.lines).filter(|line| line.meeting == meeting) {
            let sum = paid.entry(line.appointment).or_default();
            sum.fee += line.fee;
            sum.travel += line.travel;
            if sum.name.is_empty() {
                (sum.name, sum.affiliation) = (line.name.clone(), line.affiliation.clone());
            }
        }
        paid
    }

    /// The meetings that closed lists have paid for.
    pub fn paid_meetings(&self) -> Vec<MeetingId> {
        let closed = self.lists.iter().filter(|l| l.closed_on.is_some());
        let mut all: Vec<MeetingId> = closed.flat_map(|l| &l.lines).map(|line| line.meeting).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What was paid to one member for one meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paid {
    /// In yen.
    pub fee: i64,
    /// In yen.
    pub travel: i64,
    /// The name, as paid.
    pub name: String,
    /// Organisation and post, as paid.
    pub affiliation: String,
}
