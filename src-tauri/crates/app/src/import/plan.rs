//! The whole import, planned: row by row who it is about and what would be written.
//! A row that is refused or left out writes nothing; the others do not wait for it.

use super::addresses::address;
use super::cells::{Incoming, Reader, Whose};
use super::claims::{Claim, settle};
use super::matching::{Match, People, key};
use super::remark::Remark;
use super::seating::{Added, Proposal, SeatRef, Target};
use super::standing::{Move, Organizations, column, known_person, moved, new_person};
use super::table::Table;
use super::view::{CellState, RowState};
use super::{ImportAsk, Terms, Watch};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::address::Address;
use entaku_domain::appointment::{Appointment, MemberKind, check_route};
use entaku_domain::era::DateStyle;
use entaku_domain::id::PersonId;
use entaku_domain::import::ImportField as F;
use entaku_domain::person::Person;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Rows between two words about how far the work has come.
const STRIDE: usize = 100;

/// An import, planned.
pub(super) struct Plan<'a> {
    pub(super) council: &'a Snapshot,
    pub(super) terms: Terms,
    pub(super) body: Option<&'a entaku_domain::body::Body>,
    pub(super) rows: Vec<Looked<'a>>,
    pub(super) writes: Writes,
    /// Whether members were selected without anybody saying by whom (V11).
    pub(super) without_route: bool,
    pub(super) last_order: i64,
}

/// A row, looked at.
pub(super) struct Looked<'a> {
    pub(super) incoming: Incoming,
    pub(super) state: RowState,
    /// People who may be meant.
    pub(super) people: Vec<&'a Person>,
}

/// Somebody, registered or among the new people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Known(PersonId),
    New(usize),
}

/// Everything that would be written, in order.
#[derive(Default)]
pub(super) struct Writes {
    pub(super) people: Vec<Person>,
    pub(super) changed: BTreeMap<PersonId, Person>,
    pub(super) moves: Vec<(Who, Move)>,
    pub(super) addresses: Vec<(Who, Address)>,
    pub(super) seats: Vec<Added>,
    pub(super) appointments: Vec<(Who, SeatRef, Appointment)>,
    pub(super) mended: Vec<Appointment>,
}

impl Writes {
    /// A seat that is added for terms which all lie behind ends with the last of them:
    /// it would be vacant today otherwise, and nobody knows of such a seat.
    fn close_past_seats(&mut self, today: Day) {
        let mut last: Vec<Option<Day>> = self.seats.iter().map(|seat| Some(seat.from)).collect();
        for (_, seat, appointment) in &self.appointments {
            if let SeatRef::New(at) = seat {
                last[*at] = last[*at].zip(appointment.last_day()).map(|(one, other)| one.max(other));
            }
        }
        for (seat, last) in self.seats.iter_mut().zip(last) {
            seat.to = last.filter(|last| *last < today);
        }
    }
}

/// A term that an earlier row gave somebody; none where it is unknown.
type Term = Option<(Day, Option<Day>)>;

/// An earlier row about somebody: its number, the term it gave, and who they are.
type Earlier = (u32, Term, Who);

/// The work while it goes on.
struct Work<'p, 'a> {
    table: &'p Table<'p>,
    terms: &'p Terms,
    council: &'a Snapshot,
    people: People<'a>,
    organizations: Organizations,
    target: Option<Target<'a>>,
    /// Where somebody stood before: the row, and the term it gave them.
    seen: BTreeMap<String, Vec<Earlier>>,
    /// What the rows say of places and addresses, until all rows of everybody are known.
    claims: Vec<Claim>,
    writes: Writes,
}

impl<'a> Plan<'a> {
    pub(super) fn of(
        council: &'a Snapshot,
        table: &Table<'_>,
        ask: &ImportAsk,
        today: Day,
        watch: &mut Watch<'_>,
    ) -> Result<Self> {
        // Both ways of writing a day would not fit a cell.
        let style = match council.council.date_style {
            DateStyle::Western => DateStyle::Western,
            DateStyle::Era | DateStyle::Both => DateStyle::Era,
        };
        let terms = Terms::of(ask, today, style)?;
        let body = ask.body.as_deref().filter(|b| !b.is_empty()).map(|b| council.body(b)).transpose()?;
        let mut reader = Reader::new(table, &terms, ask, style);
        for person in council.people() {
            reader.surnames.add(&person.name.family, &person.name.family_kana);
        }
        let mut work = Work {
            table,
            terms: &terms,
            council,
            people: People::of(council),
            organizations: Organizations::of(council),
            target: body.map(|body| Target::of(council, body, terms.on)),
            seen: BTreeMap::new(),
            claims: Vec::new(),
            writes: Writes::default(),
        };
        let last_order = work.target.as_ref().map_or(0, Target::last_order);
        let mut rows = Vec::with_capacity(table.rows().len());
        for (at, row) in table.rows().iter().enumerate() {
            if at % STRIDE == 0 && watch(at, table.rows().len()) == ControlFlow::Break(()) {
                return Err(AppError::Print(entaku_documents::PrintError::Cancelled));
            }
            let incoming = reader.read(row);
            if incoming.whose != Whose::Blank {
                rows.push(work.look(incoming));
            }
        }
        let mut writes = work.writes;
        settle(work.claims, &mut rows, table, &mut writes);
        writes.close_past_seats(today);
        let routeless = |a: &Appointment| check_route(a.verb, a.route.as_ref()).is_some();
        let without_route = writes.appointments.iter().any(|(_, _, a)| routeless(a));
        Ok(Self { council, terms, body, rows, writes, without_route, last_order })
    }

    /// How many rows have to be decided or mended first.
    pub(super) fn undecided(&self) -> usize {
        self.rows.iter().filter(|row| row.state == RowState::Error).count()
    }

    /// Whether there is anything to write.
    pub(super) fn is_empty(&self) -> bool {
        let w = &self.writes;
        w.people.is_empty()
            && w.changed.is_empty()
            && w.moves.is_empty()
            && w.addresses.is_empty()
            && w.appointments.is_empty()
            && w.mended.is_empty()
    }
}

impl<'a> Work<'_, 'a> {
    fn look(&mut self, mut row: Incoming) -> Looked<'a> {
        let standing = match row.whose {
            Whose::Vacant => Some(Remark::Vacant),
            Whose::Nobody => Some(Remark::NoName),
            Whose::Person | Whose::Blank => None,
        };
        if let Some(remark) = standing {
            row.remarks.clear();
            row.say(column(self.table, &[F::Name, F::Family]), remark);
            return Looked { incoming: row, state: RowState::Skipped, people: Vec::new() };
        }
        if self.terms.decision(row.row).is_some_and(|d| d.leave_out) {
            return Looked { incoming: row, state: RowState::LeftOut, people: Vec::new() };
        }
        let people = self.people.namesakes(&row).to_vec();
        let state = match self.who(&mut row) {
            Some(recorded) => self.carry(&mut row, recorded),
            None => RowState::Error,
        };
        Looked { incoming: row, state, people }
    }

    /// The registered person a row is about, or nobody for somebody new; none where that is open.
    #[allow(clippy::option_option)]
    fn who(&self, row: &mut Incoming) -> Option<Option<&'a Person>> {
        let decided = self.terms.decision(row.row).and_then(|d| d.person.as_deref());
        match decided.filter(|d| !d.is_empty()) {
            Some("new") => return Some(None),
            Some(id) => {
                let known = PersonId::parse(id).ok().and_then(|id| self.council.person(id));
                if known.is_none() {
                    row.say(None, Remark::UnknownPerson);
                    return None;
                }
                return Some(known);
            }
            None => {}
        }
        match self.people.find(row) {
            Match::New => Some(None),
            Match::One(person) => Some(Some(person)),
            Match::Open(remark) => {
                row.say(column(self.table, &[F::Name, F::Family]), remark);
                None
            }
        }
    }

    /// What a row changes, and takes it down where nothing forbids it.
    fn carry(&mut self, row: &mut Incoming, recorded: Option<&'a Person>) -> RowState {
        let (table, terms) = (self.table, self.terms);
        let id = recorded.map(|p| p.id);
        let before = self.before(row, recorded);
        let record = match &before {
            Some(old) => known_person(row, table, terms, old),
            None => Some(new_person(row, table, terms)),
        };
        let affiliation = moved(row, table, (self.council, terms, &self.organizations), id);
        let address = address(row, table, (self.council, terms.today), id);
        let proposal = match &self.target {
            Some(target) => target.propose(row, table, (terms, &self.organizations), id),
            None => Proposal::Same(None),
        };
        if let (Some(office), Some(_)) = (row.office.clone(), &self.target) {
            self.office(row, id, &office);
        }
        let term = match &proposal {
            Proposal::New { appointment, .. } => Some((appointment.start, appointment.last_day())),
            Proposal::Mend(appointment) => Some((appointment.start, appointment.last_day())),
            Proposal::Same(term) => *term,
            Proposal::Nothing => None,
        };
        let earlier = self.again(row, id, term);
        if row.is_refused() {
            return RowState::Error;
        }
        let is_new = recorded.is_none() && earlier.is_none() || matches!(proposal, Proposal::New { .. });
        let changes = record.is_some() && before.is_some()
            || affiliation.is_some()
            || address.is_some()
            || matches!(proposal, Proposal::Mend(_));
        self.take(row, (id, earlier), (record, affiliation, address, proposal), term);
        match (is_new, changes) {
            (true, _) => RowState::New,
            (false, true) => RowState::Changed,
            (false, false) => RowState::Same,
        }
    }

    /// The record of somebody as the rows above leave it; none for somebody new.
    fn before(&self, row: &Incoming, recorded: Option<&Person>) -> Option<Person> {
        if let Some(old) = recorded {
            return Some(self.writes.changed.get(&old.id).unwrap_or(old).clone());
        }
        let (earlier, _) = self.earlier(row, None).filter(|_| !self.is_other(row))?;
        match earlier.first()?.2 {
            Who::New(at) => self.writes.people.get(at).cloned(),
            Who::Known(_) => None,
        }
    }

    /// Whether the user says that a row is about somebody else than those of its name.
    fn is_other(&self, row: &Incoming) -> bool {
        self.terms.decision(row.row).and_then(|d| d.person.as_deref()) == Some("new")
    }

    /// Somebody's earlier row: the same person again where the terms do not meet, a
    /// double row otherwise, unless the user says that it is somebody else.
    fn again(&self, row: &mut Incoming, recorded: Option<PersonId>, term: Term) -> Option<Who> {
        if self.is_other(row) && recorded.is_none() {
            return None;
        }
        let (earlier, unsure) = self.earlier(row, recorded)?;
        let meets = |other: &Term| match (term, other) {
            (Some((start, end)), Some((first, last))) => {
                end.is_none_or(|end| *first <= end) && last.is_none_or(|last| start <= last)
            }
            _ => true,
        };
        if let Some((number, ..)) = earlier.iter().find(|(_, other, _)| meets(other)) {
            row.say(column(self.table, &[F::Name, F::Family]), Remark::Duplicate(*number));
        } else if let (true, Some((number, ..))) = (unsure, earlier.first()) {
            row.say(column(self.table, &[F::Name, F::Family]), Remark::SameName(*number));
        }
        earlier.first().map(|(_, _, who)| *who)
    }

    /// Earlier rows of somebody, and whether only their name says that it is them: one
    /// of two rows of somebody new may lack the reading.
    fn earlier(&self, row: &Incoming, recorded: Option<PersonId>) -> Option<(&Vec<Earlier>, bool)> {
        if let Some(found) = self.seen.get(&seen_key(row, recorded)) {
            return Some((found, false));
        }
        if recorded.is_some() {
            return None;
        }
        let name = name_key(row);
        if row.name.kana().trim().is_empty() {
            let mut same = self.seen.range(name.clone()..).take_while(|(other, _)| other.starts_with(&name));
            return same.next().map(|(_, found)| (found, true));
        }
        self.seen.get(&name).map(|found| (found, true))
    }

    fn take(
        &mut self,
        row: &Incoming,
        (recorded, earlier): (Option<PersonId>, Option<Who>),
        (record, affiliation, address, proposal): (Option<Person>, Option<Move>, Option<Address>, Proposal),
        term: Term,
    ) {
        let who = match (recorded, earlier) {
            (Some(id), _) => Who::Known(id),
            (None, Some(who)) => who,
            (None, None) => Who::New(self.writes.people.len()),
        };
        match (who, record) {
            (Who::Known(id), Some(record)) => drop(self.writes.changed.insert(id, record)),
            (Who::New(_), Some(record)) if earlier.is_none() => self.writes.people.push(record),
            (Who::New(at), Some(record)) => self.writes.people[at] = record,
            _ => {}
        }
        let start = term.map(|(start, _)| start);
        self.claims.push(Claim { row: row.row, who, start, affiliation, address });
        match proposal {
            Proposal::New { appointment, takes } => {
                if let Some(target) = &mut self.target {
                    let term = (appointment.start, appointment.last_day());
                    let seat = target.take(takes, term, &mut self.writes.seats);
                    self.writes.appointments.push((who, seat, *appointment));
                }
            }
            Proposal::Mend(appointment) => self.writes.mended.push(appointment),
            Proposal::Same(_) | Proposal::Nothing => {}
        }
        self.seen.entry(seen_key(row, recorded)).or_default().push((row.row, term, who));
    }

    /// An office is looked at, not written: it comes from an election.
    fn office(&self, row: &mut Incoming, recorded: Option<PersonId>, office: &str) {
        let Some(target) = &self.target else { return };
        // 「委員」 and the other kinds of members are no office: there is nothing to elect.
        if MemberKind::ALL.iter().any(|kind| kind.label() == office.trim()) {
            return;
        }
        let held = recorded.and_then(|p| self.council.office_title(target.body.id, p, self.terms.on));
        if held == Some(office.trim()) {
            row.mark(self.table, &[F::Office], CellState::Same, None);
        } else {
            row.say(column(self.table, &[F::Office]), Remark::OfficeNotTaken(office.to_owned()));
        }
    }
}

fn seen_key(row: &Incoming, recorded: Option<PersonId>) -> String {
    let new = || format!("{}{}", name_key(row), key(&row.name.family_kana, &row.name.given_kana));
    recorded.map_or_else(new, |id| id.to_string())
}

/// The beginning of the key of somebody new, which is all of it where no reading is given.
fn name_key(row: &Incoming) -> String {
    format!("{}\n", key(&row.name.family, &row.name.given))
}
