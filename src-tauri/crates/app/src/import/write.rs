//! Writing an import down: everything in one change, so that one step takes it back.

use super::plan::{Plan, Who, Writes};
use super::seating::{Added, SeatRef};
use super::standing::Place;
use super::{ImportAsk, ImportColumns, ImportFile};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::organizations::put_organization;
use crate::snapshot::Snapshot;
use entaku_domain::address::{Address, AddressOf};
use entaku_domain::appointment::Appointment;
use entaku_domain::body::Fill;
use entaku_domain::id::{AddressId, AffiliationId, AppointmentId, BodyId, OrganizationId, PersonId, PostId, SeatId};
use entaku_domain::person::{Affiliation, Person, Post};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::text::search_key;
use entaku_store::{Action, Tx};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use ts_rs::TS;

/// What an import wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct ImportDone {
    /// People who are new.
    pub people: u32,
    /// People whose records changed.
    pub changed: u32,
    /// Organisations that are new.
    pub organizations: u32,
    /// Addresses that are new or changed.
    pub addresses: u32,
    /// Affiliations that are new.
    pub affiliations: u32,
    /// Seats that were added.
    pub seats: u32,
    /// Appointments that are new.
    pub appointments: u32,
    /// Appointments that changed.
    pub mended: u32,
}

/// The work of writing.
struct Writer<'t, 'x> {
    tx: &'t mut Tx<'x>,
    organizations: BTreeMap<String, OrganizationId>,
    posts: BTreeMap<(String, Option<OrganizationId>), PostId>,
    people: Vec<PersonId>,
    seats: Vec<SeatId>,
    done: ImportDone,
}

impl App {
    /// Writes a file's rows as they were previewed (「名簿の取り込み」): all in one change.
    /// What the user said of its columns is remembered for files with the same headings.
    ///
    /// # Errors
    /// As [`super::preview`]; [`AppError::ImportUndecided`] while rows have to be decided or
    /// left out: nothing is written then.
    pub fn write_import(&mut self, file: &ImportFile, ask: &ImportAsk) -> Result<Written<ImportDone>> {
        let council = self.snapshot()?;
        let ImportColumns(table, today) = self.import_columns(file, ask)?;
        let plan = Plan::of(&council, &table, ask, today, &mut |_, _| ControlFlow::Continue(()))?;
        if plan.undecided() > 0 {
            return Err(AppError::ImportUndecided(plan.undecided()));
        }
        let (posts, body, last_order) = (self.store.posts()?, plan.body.map(|b| b.id), plan.last_order);
        let name = plan.body.map(|b| council.body_name(b.id, entaku_domain::FiscalYear::of(plan.terms.on)));
        let subject = name.map_or_else(|| file.name.clone(), |name| format!("{name}　{}", file.name));
        let remembered = (table.key(), table.chosen());
        self.change(Action::new("import_roster").about(subject), Vec::new(), |tx| {
            remember(tx, &remembered)?;
            let mut writer = Writer::new(tx, &council, &posts);
            writer.write(&plan.writes, body, last_order)?;
            Ok(writer.done)
        })
    }
}

/// Remembers what the user said of columns, or forgets it where the headings alone say it.
fn remember(tx: &mut Tx<'_>, (key, chosen): &(String, BTreeMap<String, String>)) -> Result<()> {
    let text = serde_json::to_string(chosen).map_err(|e| AppError::BadRequest(e.to_string()))?;
    match (chosen.is_empty(), tx.setting(key)?) {
        (true, Some(_)) => Ok(tx.remove_setting(key)?),
        (false, old) if old.as_ref() != Some(&text) => Ok(tx.put_setting(key, &text)?),
        _ => Ok(()),
    }
}

fn add(count: &mut u32) {
    *count = count.saturating_add(1);
}

impl<'t, 'x> Writer<'t, 'x> {
    fn new(tx: &'t mut Tx<'x>, council: &Snapshot, posts: &[Post]) -> Self {
        let names = council.organizations().flat_map(|o| o.names.iter().map(move |n| (search_key(&n.name), o.id)));
        Self {
            tx,
            organizations: names.collect(),
            posts: posts.iter().map(|p| ((search_key(&p.name), p.organization), p.id)).collect(),
            people: Vec::new(),
            seats: Vec::new(),
            done: ImportDone::default(),
        }
    }

    fn write(&mut self, writes: &Writes, body: Option<BodyId>, last_order: i64) -> Result<()> {
        for person in &writes.people {
            let id = PersonId::new(self.tx.new_id());
            self.tx.put_person(&Person { id, ..person.clone() })?;
            self.people.push(id);
            add(&mut self.done.people);
        }
        for person in writes.changed.values() {
            self.tx.put_person(person)?;
            add(&mut self.done.changed);
        }
        for (who, change) in &writes.moves {
            self.move_to(*who, change)?;
        }
        for (who, address) in &writes.addresses {
            self.address(*who, address)?;
        }
        if let Some(body) = body {
            for (order, seat) in (last_order.saturating_add(1)..).zip(&writes.seats) {
                self.add_seat(body, order, seat)?;
            }
        }
        for (who, seat, appointment) in &writes.appointments {
            let person = self.person(*who);
            let seat = match seat {
                SeatRef::Known(id) => *id,
                SeatRef::New(at) => self.seats[*at],
            };
            let id = AppointmentId::new(self.tx.new_id());
            self.tx.put_appointment(&Appointment { id, person, seat, ..appointment.clone() })?;
            add(&mut self.done.appointments);
        }
        for appointment in &writes.mended {
            self.tx.put_appointment(appointment)?;
            add(&mut self.done.mended);
        }
        Ok(())
    }

    fn person(&self, who: Who) -> PersonId {
        match who {
            Who::Known(id) => id,
            Who::New(at) => self.people[at],
        }
    }

    /// The organisation of a name, registered where it is new.
    fn organization(&mut self, name: Option<&String>) -> Result<Option<OrganizationId>> {
        let Some(name) = name else { return Ok(None) };
        let key = search_key(name);
        if let Some(known) = self.organizations.get(&key) {
            return Ok(Some(*known));
        }
        let id = put_organization(self.tx, name)?;
        self.organizations.insert(key, id);
        add(&mut self.done.organizations);
        Ok(Some(id))
    }

    fn move_to(&mut self, who: Who, change: &super::standing::Move) -> Result<()> {
        let person = self.person(who);
        let organization = self.organization(change.place.organization.as_ref())?;
        if let Some(ends) = &change.ends {
            self.tx.put_affiliation(ends)?;
        }
        let id = change.mends.as_ref().map_or_else(|| AffiliationId::new(self.tx.new_id()), |old| old.id);
        let post = change.place.post.clone();
        self.tx.put_affiliation(&Affiliation { id, person, organization, post, from: change.from, to: change.to })?;
        add(&mut self.done.affiliations);
        Ok(())
    }

    fn address(&mut self, who: Who, address: &Address) -> Result<()> {
        let is_new = address.id == AddressId::new(uuid::Uuid::nil());
        let id = if is_new { AddressId::new(self.tx.new_id()) } else { address.id };
        let of = AddressOf::Person(self.person(who));
        self.tx.put_address(&Address { id, of, ..address.clone() })?;
        add(&mut self.done.addresses);
        Ok(())
    }

    fn add_seat(&mut self, body: BodyId, order: i64, seat: &Added) -> Result<()> {
        let filler = self.filler(seat.fill, &seat.place)?;
        let id = SeatId::new(self.tx.new_id());
        let (category, kind, from, to) = (seat.category, seat.kind, seat.from, seat.to);
        self.tx.put_seat(&Seat { id, body, category, kind, filler, nominator: None, order, from, to })?;
        self.seats.push(id);
        add(&mut self.done.seats);
        Ok(())
    }

    fn filler(&mut self, fill: Fill, place: &Place) -> Result<Filler> {
        let organization = self.organization(place.organization.as_ref())?;
        Ok(match (fill, organization) {
            (Fill::Organization, Some(id)) => Filler::Organization(id),
            (Fill::Post, organization) => {
                // A post without a name of its own is the organisation's.
                let name = place.post.clone().or_else(|| place.organization.clone()).unwrap_or_default();
                let organization = organization.filter(|_| place.post.is_some());
                let key = (search_key(&name), organization);
                let known = self.posts.get(&key).copied();
                let id = known.unwrap_or_else(|| PostId::new(self.tx.new_id()));
                if known.is_none() {
                    self.tx.put_post(&Post { id, name, organization })?;
                    self.posts.insert(key, id);
                }
                Filler::Post(id)
            }
            _ => Filler::Person,
        })
    }
}
