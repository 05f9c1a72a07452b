//! Organisations (団体・事業所), and who belongs to which from when to when (所属・職).

use crate::addresses::{self, AddressLine};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::members::words::category;
use crate::people::all_right;
pub use crate::representatives::RepresentativeLine;
use crate::snapshot::Snapshot;
use entaku_domain::find::find_key;
use entaku_domain::id::{AffiliationId, OrganizationId, PersonId};
use entaku_domain::person::{Affiliation, DatedName, Organization, Post};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::text::{check_name, search_key};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Tx};
use std::collections::{BTreeMap, BTreeSet};

/// An organisation in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OrganizationRow {
    /// Its identifier.
    pub id: String,
    /// Its name today.
    pub name: String,
    /// Names that it had before, latest first.
    pub former: Vec<String>,
    /// People who belong to it today.
    pub people: u32,
    /// Seats that it fills or nominates for today.
    pub seats: u32,
    /// What it is found by, folded.
    pub search: String,
}

/// An organisation with its people and seats.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OrganizationDetails {
    /// Its identifier.
    pub id: String,
    /// Its name on the day.
    pub name: String,
    /// Its names, latest first.
    pub names: Vec<NameLine>,
    /// Reading of its present name.
    pub kana: String,
    /// Who signs for it, latest first.
    pub representatives: Vec<RepresentativeLine>,
    /// How it gets what is sent, a code.
    pub delivery: Option<String>,
    /// The same in Japanese.
    pub delivery_label: Option<String>,
    /// Its addresses, those of the day first.
    pub addresses: Vec<AddressLine>,
    /// What stands on an envelope to it on the day, line by line.
    pub envelope: Vec<String>,
    /// Those who belong to it, now or once; those of the day first.
    pub people: Vec<BelongingLine>,
    /// The seats that it fills, has a post for, or nominates for.
    pub seats: Vec<OrganizationSeat>,
}

/// A name over some days.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct NameLine {
    /// The name.
    pub name: String,
    /// First day, ISO; none when unknown.
    pub from: Option<String>,
    /// Last day, ISO; none while it lasts.
    pub to: Option<String>,
}

/// A person who belongs or belonged to an organisation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BelongingLine {
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// The post.
    pub post: String,
    /// First day, ISO.
    pub from: Option<String>,
    /// Last day, ISO.
    pub to: Option<String>,
    /// Whether on the day asked for.
    pub now: bool,
}

/// A seat that concerns an organisation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OrganizationSeat {
    /// The seat's identifier.
    pub seat: String,
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// ⑴ 医療関係者.
    pub category_text: String,
    /// Whether the organisation only nominates.
    pub nominates: bool,
    /// The person who sits there.
    pub person: Option<String>,
    /// Their name; none where vacant.
    pub name: Option<String>,
}

/// Where a person belongs from a day on.
#[derive(Debug, Clone)]
pub struct SetAffiliation {
    /// Who.
    pub person: PersonId,
    /// The organisation; none for somebody who has left.
    pub organization: Option<OrganizationId>,
    /// The post there.
    pub post: Option<String>,
    /// First day. Without one, what is recorded for today is mended.
    pub from: Option<Day>,
}

impl App {
    /// All organisations, by name.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_organizations(&self) -> Result<Vec<OrganizationRow>> {
        let council = self.snapshot()?;
        let today = self.today();
        let mut people: BTreeMap<OrganizationId, u32> = BTreeMap::new();
        for id in council.people().filter_map(|p| council.organization_id(p.id, today)) {
            *people.entry(id).or_default() += 1;
        }
        let posts = self.store.posts()?;
        let mut seats: BTreeMap<OrganizationId, u32> = BTreeMap::new();
        for seat in council.seats.iter().filter(|s| s.exists_on(today)) {
            let concerned: BTreeSet<_> = [seat.nominator, sends(seat, &posts)].into_iter().flatten().collect();
            concerned.into_iter().for_each(|id| *seats.entry(id).or_default() += 1);
        }
        let row = |o: &Organization| {
            let name = o.name_on(today).to_owned();
            let former = o.names.iter().rev().map(|n| n.name.clone()).filter(|n| *n != name).collect();
            let known = o.names.iter().map(|n| n.name.as_str()).chain(std::iter::once(o.kana.as_str()));
            let keys: Vec<String> = known.map(find_key).collect();
            OrganizationRow {
                id: o.id.to_string(),
                name,
                former,
                people: people.get(&o.id).copied().unwrap_or_default(),
                seats: seats.get(&o.id).copied().unwrap_or_default(),
                search: keys.join(" "),
            }
        };
        Ok(self.store.organizations()?.iter().map(row).collect())
    }

    /// An organisation with its names, people and seats, as of a day.
    ///
    /// # Errors
    /// [`AppError::UnknownOrganization`].
    pub fn organization_details(&self, id: OrganizationId, on: Day) -> Result<OrganizationDetails> {
        let council = self.snapshot()?;
        let found = self.store.organization(id)?.ok_or_else(|| AppError::UnknownOrganization(id.to_string()))?;
        let iso = |day: Option<Day>| day.map(|d| d.to_string());
        let names = found.names.iter().rev();
        Ok(OrganizationDetails {
            id: id.to_string(),
            name: found.name_on(on).to_owned(),
            names: names.map(|n| NameLine { name: n.name.clone(), from: iso(n.from), to: iso(n.to) }).collect(),
            kana: found.kana.clone(),
            representatives: self
                .store
                .representatives_of(id)?
                .iter()
                .rev()
                .map(|r| RepresentativeLine::of(r, on))
                .collect(),
            delivery: found.delivery.map(|d| d.code().to_owned()),
            delivery_label: found.delivery.map(|d| d.label().to_owned()),
            addresses: addresses::lines(council.addresses_of_organization(id), on),
            envelope: addresses::envelope(council.organization_addressee(id, on)),
            people: self.belonging(&council, id, on)?,
            seats: self.concerned(&council, id, on)?,
        })
    }

    fn belonging(&self, council: &Snapshot, id: OrganizationId, on: Day) -> Result<Vec<BelongingLine>> {
        let of_it = self.store.affiliations()?.into_iter().filter(|a| a.organization == Some(id));
        let mut lines: Vec<BelongingLine> = of_it
            .filter_map(|a| {
                let person = council.person(a.person)?;
                Some(BelongingLine {
                    person: person.id.to_string(),
                    name: person.name_on(on).full(),
                    kana: person.name_on(on).kana(),
                    now: a.holds_on(on),
                    from: a.from.map(|d| d.to_string()),
                    to: a.to.map(|d| d.to_string()),
                    post: a.post.unwrap_or_default(),
                })
            })
            .collect();
        lines.sort_by(|a, b| (!a.now, &a.kana, &b.from).cmp(&(!b.now, &b.kana, &a.from)));
        Ok(lines)
    }

    fn concerned(&self, council: &Snapshot, id: OrganizationId, on: Day) -> Result<Vec<OrganizationSeat>> {
        let posts = self.store.posts()?;
        let mut lines = Vec::new();
        for (body, version) in council.bodies_in(FiscalYear::of(on)) {
            for sitting in council.sittings(body.id, on) {
                let sent = sends(sitting.seat, &posts) == Some(id);
                if !sent && sitting.seat.nominator != Some(id) {
                    continue;
                }
                lines.push(OrganizationSeat {
                    seat: sitting.seat.id.to_string(),
                    body: body.key.clone(),
                    body_name: version.name.clone(),
                    category_text: category(council, body.id, sitting.seat.category, on),
                    nominates: !sent,
                    person: sitting.person.map(|p| p.id.to_string()),
                    name: sitting.person.map(|p| p.name_on(on).full()),
                });
            }
        }
        Ok(lines)
    }

    /// The organisation with an identifier, or with a name that it has or had.
    ///
    /// # Errors
    /// [`AppError::UnknownOrganization`], [`AppError::AmbiguousOrganization`].
    pub fn find_organization(&self, name: &str) -> Result<OrganizationId> {
        let all = self.store.organizations()?;
        let id = OrganizationId::parse(name).ok();
        let mut found = all.iter().filter(|o| Some(o.id) == id || is_called(o, name));
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one.id),
            (Some(_), Some(_)) => Err(AppError::AmbiguousOrganization(name.to_owned())),
            _ => Err(AppError::UnknownOrganization(name.to_owned())),
        }
    }

    /// Registers an organisation (「団体の登録」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for the name's text, or a name that another one has.
    pub fn add_organization(&mut self, name: &str) -> Result<Written<OrganizationId>> {
        all_right([check_name("name", name)])?;
        if self.organization_called(name)?.is_some() {
            return Err(AppError::Rules(vec![Violation::OrganizationTwice { name: name.to_owned() }]));
        }
        self.change(Action::new("add_organization").about(name), Vec::new(), |tx| put_organization(tx, name))
    }

    /// The organisation that has a name, or had it.
    pub(crate) fn organization_called(&self, name: &str) -> Result<Option<OrganizationId>> {
        Ok(self.store.organizations()?.iter().find(|o| is_called(o, name)).map(|o| o.id))
    }

    /// Gives an organisation a new name from a day on (「団体の名称の変更」); the former
    /// names stay in the documents of their days. Without a day, the name is mended.
    ///
    /// # Errors
    /// [`AppError::UnknownOrganization`]; [`AppError::Rules`] for the name's text, a name that
    /// another one has, or a day before the present name began.
    pub fn rename_organization(&mut self, id: OrganizationId, name: &str, from: Option<Day>) -> Result<Written<()>> {
        all_right([check_name("name", name)])?;
        let all = self.store.organizations()?;
        let found = all.iter().find(|o| o.id == id).ok_or_else(|| AppError::UnknownOrganization(id.to_string()))?;
        if all.iter().any(|o| o.id != id && is_called(o, name)) {
            return Err(AppError::Rules(vec![Violation::OrganizationTwice { name: name.to_owned() }]));
        }
        let mut names = found.names.clone();
        match (from, names.last_mut()) {
            (None, Some(last)) => name.clone_into(&mut last.name),
            (Some(day), Some(last)) => {
                if let Some(began) = last.from.filter(|began| *began >= day) {
                    return Err(AppError::Rules(vec![Violation::NameFollows { from: began }]));
                }
                last.to = day.pred_opt();
                names.push(DatedName { name: name.to_owned(), from, to: None });
            }
            (_, None) => names.push(DatedName { name: name.to_owned(), from, to: None }),
        }
        self.change(Action::new("rename_organization").about(name), Vec::new(), |tx| {
            Ok(tx.put_organization(&Organization { names, ..found.clone() })?)
        })
    }

    /// Records where a person belongs (「所属・職の記録」). What was recorded before
    /// ends the day before; what begins later stays.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`]; [`AppError::Rules`] for the post's text, and for
    /// somebody who left without a day: their past would be gone.
    pub fn set_affiliation(&mut self, ask: &SetAffiliation) -> Result<Written<()>> {
        let person = self.store.person(ask.person)?.ok_or_else(|| AppError::UnknownPerson(ask.person.to_string()))?;
        all_right(ask.post.iter().map(|post| check_name("post", post)))?;
        let left = ask.organization.is_none() && ask.post.is_none();
        if left && ask.from.is_none() {
            return Err(AppError::Rules(vec![Violation::LeftWithoutDay]));
        }
        let recorded = self.store.affiliations_of(ask.person)?;
        let now = ask.from.unwrap_or_else(|| self.today());
        let held = recorded.iter().rev().find(|a| a.holds_on(now));
        let mended = held.filter(|h| ask.from.is_none() || h.from == ask.from);
        let next = recorded.iter().filter_map(|a| a.from).filter(|from| *from > now).min();
        let new = |id| Affiliation {
            id,
            person: ask.person,
            organization: ask.organization,
            post: ask.post.clone(),
            from: mended.map_or(ask.from, |m| m.from),
            to: mended.map_or_else(|| next.and_then(|n| n.pred_opt()), |m| m.to),
        };
        self.change(Action::new("set_affiliation").about(person.name.full()), Vec::new(), |tx| {
            match (mended, held) {
                (Some(mended), _) if left => tx.remove_affiliation(mended.id)?,
                (Some(mended), _) => tx.put_affiliation(&new(mended.id))?,
                (None, held) => {
                    if let Some(held) = held {
                        tx.put_affiliation(&Affiliation { to: now.pred_opt(), ..held.clone() })?;
                    }
                    if !left {
                        let id = AffiliationId::new(tx.new_id());
                        tx.put_affiliation(&new(id))?;
                    }
                }
            }
            Ok(())
        })
    }
}

/// The organisation whose people, or whose post, a seat expects.
fn sends(seat: &Seat, posts: &[Post]) -> Option<OrganizationId> {
    match seat.filler {
        Filler::Organization(id) => Some(id),
        Filler::Post(id) => posts.iter().find(|p| p.id == id).and_then(|p| p.organization),
        Filler::Person | Filler::HeadOf(_) => None,
    }
}

/// Puts down a new organisation.
pub(crate) fn put_organization(tx: &mut Tx<'_>, name: &str) -> Result<OrganizationId> {
    let id = OrganizationId::new(tx.new_id());
    let names = vec![DatedName { name: name.to_owned(), from: None, to: None }];
    tx.put_organization(&Organization { id, names, kana: String::new(), delivery: None })?;
    Ok(id)
}

fn is_called(organization: &Organization, name: &str) -> bool {
    let key = search_key(name);
    organization.names.iter().any(|n| search_key(&n.name) == key)
}
