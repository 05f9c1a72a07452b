//! Vacant seats (空席): since when, who sat there, who nominates, how far it has come.

use super::words;
use crate::council::App;
use crate::error::Result;
use crate::snapshot::{Sitting, Snapshot};
use entaku_domain::appointment::Appointment;
use entaku_domain::body::Body;
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::{Nomination, NominationStage};
use entaku_domain::{Day, FiscalYear};

/// A seat that nobody takes on a day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct VacantSeat {
    /// The seat's identifier.
    pub seat: String,
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// The category's number.
    pub category: Option<u8>,
    /// ⑴ 医療関係者.
    pub category_text: String,
    /// What fills it, a code: `person`, `post`, `organization`, `derived`.
    pub filler: String,
    /// What it expects: a post, an organisation, the body whose head it follows.
    pub expected: String,
    /// Who nominates.
    pub nominator: String,
    /// First day without a member, ISO.
    pub since: String,
    /// Who sat there last.
    pub last: Option<String>,
    /// Why they left, in Japanese.
    pub last_reason: Option<String>,
    /// The next member, who is appointed already.
    pub next: Option<String>,
    /// First day of the next member who is appointed already, ISO.
    pub taken_from: Option<String>,
    /// How far the nomination has come, in Japanese; none where none is recorded.
    pub nomination: Option<String>,
    /// When the nomination's answer is due, ISO.
    pub due: Option<String>,
    /// Whether that day is over without an answer.
    pub overdue: bool,
}

impl App {
    /// The seats that nobody takes on a day, in the order of bodies and seats.
    ///
    /// # Errors
    /// Those of the store.
    pub fn vacant_seats(&self, on: Day) -> Result<Vec<VacantSeat>> {
        let council = self.snapshot()?;
        let nominations = self.store().nominations()?;
        let mut found = Vec::new();
        for (body, _) in council.bodies_in(FiscalYear::of(on)) {
            let sittings = council.sittings(body.id, on);
            let vacant = sittings.iter().filter(|s| s.is_vacant());
            found.extend(vacant.map(|s| line(&council, body, s, &nominations, on)));
        }
        Ok(found)
    }
}

fn line(council: &Snapshot, body: &Body, sitting: &Sitting<'_>, nominations: &[Nomination], on: Day) -> VacantSeat {
    let seat = sitting.seat;
    let last = before(council, seat, on);
    let since = match seat.filler {
        Filler::HeadOf(other) => last_head_day(council, other, on),
        _ => last.and_then(Appointment::last_day),
    };
    let nomination = running(nominations, seat, since);
    let name = |a: &Appointment| council.name_of(a.person, on);
    let expected = if seat.filler == Filler::Person { String::new() } else { council.filler_text(seat, on) };
    let (next, taken_from) = words::next(council, seat.id, on).unzip();
    VacantSeat {
        seat: seat.id.to_string(),
        body: body.key.clone(),
        body_name: council.body_name(body.id, FiscalYear::of(on)).to_owned(),
        category: seat.category,
        category_text: words::category(council, body.id, seat.category, on),
        filler: seat.filler.kind().code().to_owned(),
        expected,
        nominator: seat.nominator.map(|o| council.organization_name(o, on).to_owned()).unwrap_or_default(),
        since: since.and_then(|d| d.succ_opt()).unwrap_or(seat.from).to_string(),
        last: last.and_then(name),
        last_reason: last.and_then(|a| a.end_reason.filter(|_| a.ended_on.is_some())).map(|r| r.label().to_owned()),
        next,
        taken_from,
        nomination: nomination.map(|n| n.stage().label().to_owned()),
        due: nomination.filter(|n| n.stage() == NominationStage::Asked).and_then(|n| n.due_on).map(|d| d.to_string()),
        overdue: nomination.is_some_and(|n| n.is_overdue(on)),
    }
}

/// Who sat in a seat last before a day.
fn before<'a>(council: &'a Snapshot, seat: &Seat, on: Day) -> Option<&'a Appointment> {
    council.appointments.iter().filter(|a| a.seat == seat.id && a.start <= on).max_by_key(|a| a.start)
}

/// The last day of the last one who headed a body before a day.
fn last_head_day(council: &Snapshot, body: entaku_domain::id::BodyId, on: Day) -> Option<Day> {
    let version = council.version(body, FiscalYear::of(on))?;
    let title = &version.officers.iter().find(|o| o.presides)?.title;
    let held = council.offices.iter().filter(|o| o.body == body && &o.title == title && o.start <= on);
    held.filter_map(|o| o.last_day(council.appointment(o.appointment))).max()
}

/// The nomination for the present vacancy: the latest that was not for the one who left.
fn running<'a>(nominations: &'a [Nomination], seat: &Seat, since: Option<Day>) -> Option<&'a Nomination> {
    let of_seat = nominations.iter().filter(|n| n.seat == seat.id).rev();
    let mut open = of_seat.filter(|n| n.stage() != NominationStage::Decided || n.decided_on > since);
    open.next()
}
