//! Attendance in figures (出席状況): by member, organisation and body over some days, and
//! meetings held against the plan (V12). In public bodies alone appear (V26).

pub mod paper;
mod terms;

use crate::council::App;
use crate::error::Result;
use crate::meetings::list::count;
use crate::snapshot::Snapshot;
use crate::text::turnout as words;
use entaku_domain::id::{BodyId, OrganizationId, PersonId};
use entaku_domain::meeting::{Meeting, MeetingState, Mode, Presence};
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeMap;
pub use terms::TurnoutTerm;

/// Over which days, of which body.
#[derive(Debug, Clone)]
pub struct TurnoutAsk {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Handle or name; all bodies where none.
    pub body: Option<String>,
}

/// How often somebody came.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TurnoutRow {
    /// The name of the member, the organisation or the body.
    pub name: String,
    /// A member's identifier.
    pub person: Option<String>,
    /// A member's organisation and post at the last meeting.
    pub affiliation: String,
    /// A member's body.
    pub body: String,
    /// Meetings at which they were members and something is recorded of them; of an
    /// organisation or a body, of all its members together (延べ).
    pub meetings: u32,
    /// Came themselves, online too.
    pub present: u32,
    /// Of whom on a screen.
    pub online: u32,
    /// Of whom late or early gone.
    pub partly: u32,
    /// Sent somebody.
    pub proxy: u32,
    /// Announced to stay away.
    pub excused: u32,
    /// Stayed away.
    pub absent: u32,
    /// Nothing is recorded, though others are.
    pub unrecorded: u32,
    /// Came, of all meetings: 87.5%; none where there were none.
    pub rate: Option<String>,
    /// Came, of the meetings at which they did not announce to stay away.
    pub rate_unexcused: Option<String>,
}

/// The meetings of a body against the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct HeldRow {
    /// The body.
    pub body: String,
    /// Planned for the year, where a number is set.
    pub planned: Option<u8>,
    /// Held, and those that the office counts though they were called off (V12).
    pub held: u32,
    /// Of them in writing.
    pub written: u32,
    /// Called off.
    pub cancelled: u32,
    /// Still to come, or not yet recorded as held.
    pub ahead: u32,
    /// Planned, but neither held nor ahead; none where none is planned.
    pub missing: Option<u32>,
}

/// Attendance in figures.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Turnout {
    /// The first day, ISO.
    pub from: String,
    /// The last day, ISO.
    pub to: String,
    /// By body, in the council's order.
    pub bodies: Vec<TurnoutRow>,
    /// By member, in the order of the bodies.
    pub members: Vec<TurnoutRow>,
    /// By organisation, by name.
    pub organizations: Vec<TurnoutRow>,
    /// Meetings held against the plan, where the days are those of a fiscal year.
    pub held: Vec<HeldRow>,
    /// How it was counted, in sentences.
    pub notes: Vec<String>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    presences: [u32; 7],
    unrecorded: u32,
}

impl Tally {
    fn add(&mut self, presence: Option<Presence>) {
        let at = presence.and_then(|p| Presence::ALL.iter().position(|known| *known == p));
        match at.and_then(|at| self.presences.get_mut(at)) {
            Some(n) => *n += 1,
            None => self.unrecorded += 1,
        }
    }

    fn of(&self, presence: Presence) -> u32 {
        let at = Presence::ALL.iter().position(|known| *known == presence);
        at.and_then(|at| self.presences.get(at)).copied().unwrap_or_default()
    }

    fn row(&self, name: String) -> TurnoutRow {
        let meetings: u32 = self.presences.iter().sum();
        let present: u32 = Presence::ALL.iter().filter(|p| p.is_there()).map(|p| self.of(*p)).sum();
        let excused = self.of(Presence::Excused);
        TurnoutRow {
            name,
            meetings,
            present,
            online: self.of(Presence::Online),
            partly: self.of(Presence::Late) + self.of(Presence::LeftEarly),
            proxy: self.of(Presence::Proxy),
            excused,
            absent: self.of(Presence::Absent),
            unrecorded: self.unrecorded,
            rate: rate(present, meetings),
            rate_unexcused: rate(present, meetings - excused),
            ..TurnoutRow::default()
        }
    }
}

/// A share in tenths of a percent, half a tenth rounded up; none of nothing.
fn rate(part: u32, of: u32) -> Option<String> {
    let tenths = (u64::from(part) * 2000 + u64::from(of)).checked_div(u64::from(of) * 2)?;
    Some(words::percent(tenths))
}

impl App {
    /// Attendance in figures.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownBody`].
    pub fn turnout(&self, ask: &TurnoutAsk) -> Result<Turnout> {
        let council = self.snapshot()?;
        let body = ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let within = |m: &&Meeting| ask.from <= m.date && m.date <= ask.to && body.is_none_or(|b| b == m.body);
        let meetings: Vec<&Meeting> = council.meetings.iter().filter(within).collect();
        let mut members: BTreeMap<(BodyId, PersonId), (Tally, Day)> = BTreeMap::new();
        let mut organizations: BTreeMap<Option<OrganizationId>, Tally> = BTreeMap::new();
        let mut bodies: BTreeMap<BodyId, Tally> = BTreeMap::new();
        for m in meetings.iter().filter(|m| m.state.is_over()) {
            let recorded = self.store.attendance(m.id)?;
            if recorded.is_empty() {
                continue;
            }
            for sitting in council.at_meeting(m) {
                let Some((appointment, person)) = sitting.appointment.zip(sitting.person) else { continue };
                let presence = recorded.iter().find(|a| a.appointment == appointment.id).map(|a| a.presence);
                let member = members.entry((m.body, person.id)).or_insert((Tally::default(), m.date));
                member.0.add(presence);
                member.1 = m.date;
                organizations.entry(council.organization_id(person.id, m.date)).or_default().add(presence);
                bodies.entry(m.body).or_default().add(presence);
            }
        }
        let whole = FiscalYear::of(ask.from);
        let is_year = whole.first_day() == ask.from && whole.last_day() == ask.to;
        Ok(Turnout {
            from: ask.from.to_string(),
            to: ask.to.to_string(),
            bodies: body_rows(&council, &bodies, ask.to),
            members: member_rows(&council, &members),
            organizations: organization_rows(&council, &organizations, ask.to),
            held: if is_year { held(&council, &meetings, whole, body) } else { Vec::new() },
            notes: words::NOTES.iter().map(|n| (*n).to_owned()).collect(),
        })
    }
}

fn body_rows(council: &Snapshot, tallies: &BTreeMap<BodyId, Tally>, to: Day) -> Vec<TurnoutRow> {
    let in_order = council.bodies.iter().filter_map(|b| Some((b.id, tallies.get(&b.id)?)));
    in_order.map(|(id, tally)| tally.row(council.body_name(id, FiscalYear::of(to)).to_owned())).collect()
}

fn member_rows(council: &Snapshot, tallies: &BTreeMap<(BodyId, PersonId), (Tally, Day)>) -> Vec<TurnoutRow> {
    let mut rows = Vec::new();
    for body in &council.bodies {
        let mut of_body: Vec<_> = tallies.iter().filter(|((b, _), _)| *b == body.id).collect();
        // As they sit on the day of the last meeting at which they were members.
        of_body.sort_by_cached_key(|((_, person), (_, last))| {
            let sittings = council.sittings(body.id, *last);
            let place = sittings.iter().position(|s| s.person.is_some_and(|p| p.id == *person));
            let rank = place.and_then(|at| sittings.get(at)).map(|s| council.officer_rank(body.id, s, *last));
            (rank.unwrap_or(usize::MAX), place.unwrap_or(usize::MAX))
        });
        rows.extend(of_body.into_iter().map(|((_, person), (tally, last))| TurnoutRow {
            person: Some(person.to_string()),
            affiliation: council.affiliation_text(*person, *last),
            body: council.body_name(body.id, FiscalYear::of(*last)).to_owned(),
            ..tally.row(council.name_of(*person, *last).unwrap_or_default())
        }));
    }
    rows
}

fn organization_rows(
    council: &Snapshot,
    tallies: &BTreeMap<Option<OrganizationId>, Tally>,
    to: Day,
) -> Vec<TurnoutRow> {
    let named = |id: &Option<OrganizationId>| {
        id.map_or_else(|| words::NO_ORGANIZATION.to_owned(), |id| council.organization_name(id, to).to_owned())
    };
    let mut rows: Vec<TurnoutRow> = tallies.iter().map(|(id, tally)| tally.row(named(id))).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

/// V12: the meetings of each body that meets, against the plan.
fn held(council: &Snapshot, meetings: &[&Meeting], year: FiscalYear, body: Option<BodyId>) -> Vec<HeldRow> {
    let mut rows = Vec::new();
    for (one, version) in council.bodies_in(year).filter(|(b, _)| body.is_none_or(|id| id == b.id)) {
        let own: Vec<&&Meeting> = meetings.iter().filter(|m| m.body == one.id).collect();
        let planned = version.frequency.as_ref().and_then(|f| f.per_year);
        if own.is_empty() && planned.is_none() {
            continue;
        }
        let of = |is: &dyn Fn(&Meeting) -> bool| count(own.iter().filter(|m| is(m)).count());
        let done = |m: &Meeting| m.state.is_over() || m.state == MeetingState::Cancelled;
        let held = of(&|m| done(m) && m.is_counted());
        let cancelled = of(&|m| m.state == MeetingState::Cancelled);
        let ahead = of(&|m| !done(m));
        rows.push(HeldRow {
            body: version.name.clone(),
            planned,
            held,
            written: of(&|m| m.state.is_over() && m.mode == Mode::Written),
            cancelled,
            ahead,
            missing: planned.map(|p| u32::from(p).saturating_sub(held + ahead)),
        });
    }
    rows
}
