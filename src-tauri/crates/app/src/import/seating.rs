//! Terms and seats: what a row says of somebody's appointment to the body, against
//! what is recorded, with the seat that is taken or added.

use super::Terms;
use super::cells::Incoming;
use super::remark::Remark;
use super::standing::{Organizations, Place, column};
use super::table::Table;
use super::view::CellState;
use crate::appointments::{check_end, last_before};
use crate::snapshot::Snapshot;
use crate::terms::{around, beyond};
use entaku_domain::appointment::{Appointment, EndRule, MemberKind, check_category_change};
use entaku_domain::body::{Body, BodyVersion, Fill};
use entaku_domain::id::{AppointmentId, OrganizationId, PersonId, SeatId};
use entaku_domain::import::{CategoryReading, ImportField as F, read_category};
use entaku_domain::person::Post;
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::term::{Around, EndWish, PlannedEnd, plan_end};
use entaku_domain::text::search_key;
use entaku_domain::violation::{Severity, Violation};
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeSet;

const TERM: &[F] = &[F::Start, F::End, F::Term];

/// A body's seats while rows take them.
pub(super) struct Target<'a> {
    council: &'a Snapshot,
    pub(super) body: &'a Body,
    seats: Vec<Held<'a>>,
    /// Who sits in the body because of an office elsewhere.
    derived: BTreeSet<PersonId>,
}

/// A seat, and the terms for which it is taken.
struct Held<'a> {
    seat: SeatOf<'a>,
    taken: Vec<(Day, Option<Day>)>,
}

#[derive(Clone)]
enum SeatOf<'a> {
    Known(&'a Seat),
    /// One that this import adds.
    New(Added),
}

/// A seat to be added.
#[derive(Debug, Clone)]
pub(super) struct Added {
    pub(super) category: Option<u8>,
    pub(super) kind: MemberKind,
    pub(super) fill: Fill,
    pub(super) place: Place,
    pub(super) from: Day,
    /// Its last day, where nobody takes it any more.
    pub(super) to: Option<Day>,
}

/// Which seat an appointment takes.
#[derive(Debug, Clone)]
pub(super) enum Takes {
    /// One of the target's list.
    Seat(usize),
    /// One that is to be added.
    Adds(Added),
}

/// A seat as it is to be written.
#[derive(Debug, Clone, Copy)]
pub(super) enum SeatRef {
    Known(SeatId),
    /// The n-th that is added.
    New(usize),
}

/// What a row means for the body.
pub(super) enum Proposal {
    /// It is refused, or says nothing.
    Nothing,
    /// It is recorded already, with this term.
    Same(Option<(Day, Option<Day>)>),
    /// A recorded one changes.
    Mend(Appointment),
    /// A new one.
    New { appointment: Box<Appointment>, takes: Takes },
}

impl<'a> Target<'a> {
    pub(super) fn of(council: &'a Snapshot, body: &'a Body, on: Day) -> Self {
        let own = council.seats.iter().filter(|s| s.body == body.id && !matches!(s.filler, Filler::HeadOf(_)));
        let mut seats: Vec<Held<'a>> = own.map(|s| Held { seat: SeatOf::Known(s), taken: Vec::new() }).collect();
        let places: std::collections::BTreeMap<SeatId, usize> =
            seats.iter().enumerate().filter_map(|(at, held)| Some((held.seat.known()?.id, at))).collect();
        for appointment in council.appointments.iter().filter(|a| a.body == body.id) {
            if let Some(at) = places.get(&appointment.seat) {
                seats[*at].taken.push((appointment.start, appointment.last_day()));
            }
        }
        let sittings = council.sittings(body.id, on);
        let derived = sittings.iter().filter(|s| matches!(s.seat.filler, Filler::HeadOf(_)));
        let derived = derived.filter_map(|s| Some(s.person?.id)).collect();
        Self { council, body, seats, derived }
    }

    /// What a row means for the body.
    pub(super) fn propose(
        &self,
        row: &mut Incoming,
        table: &Table<'_>,
        (terms, organizations): (&Terms, &Organizations),
        recorded: Option<PersonId>,
    ) -> Proposal {
        if recorded.is_some_and(|p| self.derived.contains(&p)) {
            row.mark(table, &[F::Category, F::Office], CellState::Same, None);
            row.mark(table, TERM, CellState::Same, None);
            return Proposal::Same(None);
        }
        let own =
            || recorded.into_iter().flat_map(|p| self.council.appointments_of(p)).filter(|a| a.body == self.body.id);
        let Some(start) = row.start.or(terms.start) else {
            return self.without_start(row, table, own().find(|a| a.is_open_on(terms.on)));
        };
        let year = FiscalYear::of(start);
        let Some(version) = self.council.version(self.body.id, year).filter(|_| self.body.exists_in(year)) else {
            row.say(column(table, TERM), Remark::BodyNotInYear(year.number()));
            return Proposal::Nothing;
        };
        let recorded_one = own().find(|a| a.start == start);
        let category = self.category(row, table, version, recorded_one);
        if let Some(found) = recorded_one {
            let around = around(self.council, version, found.person, start, None);
            return again(row, table, terms, (self.council, version, around), (found, category));
        }
        let Some(category) = category else { return Proposal::Nothing };
        let place = organizations.place(row);
        let proposal = self.anew(row, table, (terms, organizations), (version, start, category), (&place, recorded));
        if let Proposal::New { appointment, .. } = &proposal
            && let Some(other) = own().find(|a| a.overlaps(appointment))
        {
            let found = Violation::AlreadyAppointed { start: other.start, end: other.last_day() };
            judge(row, column(table, TERM), found, is_past(appointment, terms));
        }
        proposal
    }

    fn without_start(&self, row: &mut Incoming, table: &Table<'_>, open: Option<&Appointment>) -> Proposal {
        match open {
            Some(found) => {
                row.mark(table, &[F::Category], CellState::Same, None);
                Proposal::Same(Some((found.start, found.last_day())))
            }
            None => {
                row.say(column(table, TERM), Remark::NoStart);
                Proposal::Nothing
            }
        }
    }

    /// The category of a row: none where the row is refused, no number where there is none.
    fn category(
        &self,
        row: &mut Incoming,
        table: &Table<'_>,
        version: &BodyVersion,
        recorded: Option<&Appointment>,
    ) -> Option<Option<u8>> {
        let at = column(table, &[F::Category]);
        let Some(written) = row.category.clone() else {
            let only = version.categories.first().filter(|_| !version.is_categorised()).map(|c| c.number);
            if row.kind != MemberKind::Regular || recorded.is_some() {
                return Some(recorded.and_then(|a| a.category));
            }
            if version.is_categorised() {
                row.say(at, Remark::NoCategory);
                return None;
            }
            return Some(only);
        };
        match read_category(&written, &version.categories) {
            CategoryReading::Found(number) => return Some(Some(number)),
            CategoryReading::Conflict { number, text } => row.say(at, Remark::CategoryConflict { number, text }),
            CategoryReading::Unknown if version.categories.is_empty() => return Some(None),
            CategoryReading::Unknown => row.say(at, Remark::UnknownCategory(written)),
        }
        None
    }

    fn anew(
        &self,
        row: &mut Incoming,
        table: &Table<'_>,
        (terms, organizations): (&Terms, &Organizations),
        (version, start, category): (&BodyVersion, Day, Option<u8>),
        (place, recorded): (&Place, Option<PersonId>),
    ) -> Proposal {
        let fill = category.and_then(|n| version.category(n)).map_or(Fill::Person, |c| c.fill);
        let around = around(self.council, version, recorded.unwrap_or_else(nobody), start, None);
        let found = self.free((version, category, row.kind), (start, row.end), place, organizations, around);
        let (takes, before, planned) = match found {
            Some((at, before, planned)) => (Takes::Seat(at), before, planned),
            None => {
                if fill == Fill::Derived {
                    row.say(column(table, &[F::Category]), Remark::SeatDerived);
                    return Proposal::Nothing;
                }
                if fill != Fill::Person && place.organization.is_none() && place.post.is_none() {
                    row.say(column(table, &[F::Category]), Remark::SeatNeedsOrganization);
                    return Proposal::Nothing;
                }
                let added = Added { category, kind: row.kind, fill, place: place.clone(), from: start, to: None };
                (Takes::Adds(added), None, ended(version, start, row.end, around))
            }
        };
        let (planned, readings) = planned;
        if let Some(Violation::ReplacementChoiceNeeded { by_rule, remaining }) = readings {
            row.say(column(table, TERM), Remark::ReplacementByRule { by_rule, remaining });
        }
        let appointment = Appointment {
            id: AppointmentId::new(uuid::Uuid::nil()),
            seat: SeatId::new(uuid::Uuid::nil()),
            body: self.body.id,
            person: recorded.unwrap_or_else(nobody),
            category,
            verb: version.verb,
            kind: row.kind,
            decided_on: None,
            start,
            end: planned.end,
            end_rule: planned.rule,
            ended_on: None,
            end_reason: planned.reason,
            predecessor: before.map(|b| b.id),
            route: None,
            letter_number: row.letter_number.clone(),
            exception: None,
        };
        row.mark(table, TERM, CellState::New, None);
        row.mark(table, &[F::Category, F::Kind, F::LetterNumber], CellState::New, None);
        let mut found = check_end(self.council, version, &appointment);
        found.extend(beyond(self.council, version, &appointment));
        for found in found {
            judge(row, last_day(table), found, is_past(&appointment, terms));
        }
        Proposal::New { appointment: Box::new(appointment), takes }
    }

    /// The first seat of a category that is free for the whole term: one of the person's
    /// own organisation before one of nobody's, none of another's.
    #[allow(clippy::type_complexity)]
    fn free(
        &self,
        (version, category, kind): (&BodyVersion, Option<u8>, MemberKind),
        (start, end): (Day, Option<Day>),
        place: &Place,
        organizations: &Organizations,
        around: Around,
    ) -> Option<(usize, Option<&'a Appointment>, (PlannedEnd, Option<Violation>))> {
        let own = place.organization.as_deref().and_then(|name| organizations.find(name));
        let mut best: Option<(u8, usize, Option<&Appointment>, (PlannedEnd, Option<Violation>))> = None;
        for (at, held) in self.seats.iter().enumerate() {
            if (held.seat.category(), held.seat.kind()) != (category, kind)
                || held.is_taken(start, Some(start))
                || !held.seat.exists_on(start)
            {
                continue;
            }
            let rank = held.seat.strangeness(self.council, own, place);
            if rank > 1 || best.as_ref().is_some_and(|(least, ..)| *least <= rank) {
                continue;
            }
            let before = held
                .seat
                .known()
                .and_then(|seat| if held.taken.is_empty() { None } else { last_before(self.council, seat, start) });
            let around = Around { predecessor: before.and_then(|b| b.end), ..around };
            let planned = ended(version, start, end, around);
            if held.is_taken(start, planned.0.end) || !held.seat.lasts_until(planned.0.end) {
                continue;
            }
            best = Some((rank, at, before, planned));
            if rank == 0 {
                break;
            }
        }
        best.map(|(_, at, before, planned)| (at, before, planned))
    }

    /// Takes the seat for a term; answers it, and the seat that was added for it.
    pub(super) fn take(&mut self, takes: Takes, term: (Day, Option<Day>), added: &mut Vec<Added>) -> SeatRef {
        let at = match takes {
            Takes::Seat(at) => at,
            Takes::Adds(seat) => {
                added.push(seat.clone());
                self.seats.push(Held { seat: SeatOf::New(seat), taken: Vec::new() });
                self.seats.len() - 1
            }
        };
        self.seats[at].taken.push(term);
        match self.seats[at].seat.known() {
            Some(seat) => SeatRef::Known(seat.id),
            None => SeatRef::New(self.seats[..at].iter().filter(|held| held.seat.known().is_none()).count()),
        }
    }

    /// The place in the body's order after which seats are added.
    pub(super) fn last_order(&self) -> i64 {
        self.council.seats.iter().filter(|s| s.body == self.body.id).map(|s| s.order).max().unwrap_or(0)
    }
}

/// The planned last day; where a replacement's two readings differ and the row says
/// neither, the rule's, with the objection that the office has to choose.
fn ended(version: &BodyVersion, start: Day, end: Option<Day>, around: Around) -> (PlannedEnd, Option<Violation>) {
    let rest = end.is_some() && end == around.predecessor && version.term_rule.end_among(start, around).0 != end;
    let wish = |reading| EndWish { end: if rest { None } else { end }, reason: None, reading };
    let asked = plan_end(version.term_rule, start, around, wish(rest.then_some(EndRule::Remaining)));
    match asked {
        Ok(planned) => (planned, None),
        Err(found) => {
            let (by_rule, why) = version.term_rule.end_among(start, around);
            let rule = if by_rule.is_some() { EndRule::ByRule } else { EndRule::NoTerm };
            (PlannedEnd { end: by_rule, rule, reason: None, why }, Some(found))
        }
    }
}

/// A row about an appointment that is recorded: only its last day and the letter's number can change.
fn again(
    row: &mut Incoming,
    table: &Table<'_>,
    terms: &Terms,
    (council, version, around): (&Snapshot, &BodyVersion, Around),
    (found, category): (&Appointment, Option<Option<u8>>),
) -> Proposal {
    let mut new = found.clone();
    let Some(category) = category else { return Proposal::Nothing };
    if let Some(wrong) = check_category_change(found.category, category) {
        row.say(column(table, &[F::Category]), Remark::Forbidden(wrong));
        return Proposal::Nothing;
    }
    row.mark(table, &[F::Category, F::Kind], CellState::Same, None);
    row.mark(table, TERM, CellState::Same, None);
    if let Some(end) = row.end.filter(|end| Some(*end) != found.last_day()) {
        if let Some(ended) = found.ended_on {
            row.say(last_day(table), Remark::EndedAlready(ended));
        } else {
            let (planned, _) = ended(version, found.start, Some(end), around);
            (new.end, new.end_rule, new.end_reason) = (planned.end, planned.rule, planned.reason);
            let was = found.end.map(|day| terms.style.day(day));
            row.mark(table, &[F::End], CellState::Changed, was);
            for wrong in check_end(council, version, &new) {
                judge(row, last_day(table), wrong, is_past(&new, terms));
            }
        }
    }
    if let Some(number) = row.letter_number.clone() {
        // A number of the office's own series is read from there, and not written down twice.
        if council.letter_number(found) == Some(number.as_str()) {
            row.mark(table, &[F::LetterNumber], CellState::Same, None);
        } else {
            let was = council.letter_number(found).map(str::to_owned);
            row.mark(table, &[F::LetterNumber], CellState::Changed, was);
            new.letter_number = Some(number);
        }
    }
    if new == *found { Proposal::Same(Some((found.start, found.last_day()))) } else { Proposal::Mend(new) }
}

/// The column in which last days stand; that of first days where there is none.
fn last_day(table: &Table<'_>) -> Option<usize> {
    column(table, &[F::End]).or_else(|| column(table, TERM))
}

/// Somebody who is not registered yet.
fn nobody() -> PersonId {
    PersonId::new(uuid::Uuid::nil())
}

/// Whether a term lies behind: what happened may break the rules, and is recorded all the same.
fn is_past(appointment: &Appointment, terms: &Terms) -> bool {
    appointment.last_day().is_some_and(|last| last < terms.today)
}

fn judge(row: &mut Incoming, column: Option<usize>, found: Violation, past: bool) {
    // Nobody sits twice at once: the term is recorded with other days, and it is that one to mend.
    let nonsense = matches!(found, Violation::EndBeforeStart { .. } | Violation::AlreadyAppointed { .. });
    let forbids = found.severity() == Severity::Error && (!past || nonsense);
    row.say(column, if forbids { Remark::Forbidden(found) } else { Remark::Rule(found) });
}

impl Held<'_> {
    fn is_taken(&self, start: Day, end: Option<Day>) -> bool {
        let meets = |(first, last): &(Day, Option<Day>)| {
            end.is_none_or(|end| *first <= end) && last.is_none_or(|last| start <= last)
        };
        self.taken.iter().any(meets)
    }
}

impl SeatOf<'_> {
    fn known(&self) -> Option<&Seat> {
        match self {
            Self::Known(seat) => Some(seat),
            Self::New(_) => None,
        }
    }

    fn category(&self) -> Option<u8> {
        match self {
            Self::Known(seat) => seat.category,
            Self::New(seat) => seat.category,
        }
    }

    fn kind(&self) -> MemberKind {
        match self {
            Self::Known(seat) => seat.kind,
            Self::New(seat) => seat.kind,
        }
    }

    fn exists_on(&self, day: Day) -> bool {
        match self {
            Self::Known(seat) => seat.exists_on(day),
            Self::New(seat) => seat.from <= day,
        }
    }

    fn lasts_until(&self, end: Option<Day>) -> bool {
        self.known().and_then(|seat| seat.to).is_none_or(|to| end.is_some_and(|end| end <= to))
    }

    /// 0 for a seat of the own organisation, 1 for one of nobody's, 2 for another's.
    fn strangeness(&self, council: &Snapshot, own: Option<OrganizationId>, place: &Place) -> u8 {
        let known = |seat: &Seat| match seat.filler {
            Filler::Organization(id) => Some(id),
            _ => seat.nominator,
        };
        match self {
            Self::Known(Seat { filler: Filler::Post(post), .. }) => match council.post(*post) {
                Some(post) if is_post(council, post, own, place) => 0,
                _ => 2,
            },
            Self::Known(seat) => match known(seat) {
                None => 1,
                some if some == own => 0,
                Some(_) => 2,
            },
            Self::New(seat) if seat.fill == Fill::Person => 1,
            Self::New(seat) if seat.place.organization == place.organization => 0,
            Self::New(_) => 2,
        }
    }
}

/// Whether a row says that somebody has a post: alone or behind the organisation's
/// name, in two columns or one, and not that of another organisation.
fn is_post(council: &Snapshot, post: &Post, own: Option<OrganizationId>, place: &Place) -> bool {
    if post.organization.is_some() && own.is_some() && post.organization != own {
        return false;
    }
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let written = [part(&place.post), part(&place.organization) + &part(&place.post)].map(|text| search_key(&text));
    let names = post.organization.and_then(|id| council.organization(id)).into_iter().flat_map(|o| &o.names);
    let mut known = names.map(|own| search_key(&format!("{}{}", own.name, post.name))).collect::<Vec<_>>();
    known.push(search_key(&post.name));
    known.iter().any(|known| written.contains(known))
}
