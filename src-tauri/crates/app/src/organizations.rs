//! Organisations (団体・事業所), and who belongs to which from when to when (所属・職).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::Day;
use entaku_domain::id::{AffiliationId, OrganizationId, PersonId};
use entaku_domain::person::{Affiliation, DatedName, Organization};
use entaku_domain::text::{check_name, search_key};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// An organisation in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OrganizationRow {
    /// Its identifier.
    pub id: String,
    /// Its name today.
    pub name: String,
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
        let today = self.today();
        let all = self.store.organizations()?;
        Ok(all.iter().map(|o| OrganizationRow { id: o.id.to_string(), name: o.name_on(today).to_owned() }).collect())
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
        if self.store.organizations()?.iter().any(|o| is_called(o, name)) {
            return Err(AppError::Rules(vec![Violation::OrganizationTwice { name: name.to_owned() }]));
        }
        self.change(Action::new("add_organization").about(name), Vec::new(), |tx| {
            let id = OrganizationId::new(tx.new_id());
            let names = vec![DatedName { name: name.to_owned(), from: None, to: None }];
            tx.put_organization(&Organization { id, names })?;
            Ok(id)
        })
    }

    /// Records where a person belongs (「所属・職の記録」). What was recorded before
    /// ends the day before; what begins later stays.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`]; [`AppError::Rules`] for the post's text.
    pub fn set_affiliation(&mut self, ask: &SetAffiliation) -> Result<Written<()>> {
        let person = self.store.person(ask.person)?.ok_or_else(|| AppError::UnknownPerson(ask.person.to_string()))?;
        all_right(ask.post.iter().map(|post| check_name("post", post)))?;
        let recorded = self.store.affiliations_of(ask.person)?;
        let now = ask.from.unwrap_or_else(|| self.today());
        let held = recorded.iter().rev().find(|a| a.holds_on(now));
        let mended = held.filter(|h| ask.from.is_none() || h.from == ask.from);
        let next = recorded.iter().filter_map(|a| a.from).filter(|from| *from > now).min();
        let left = ask.organization.is_none() && ask.post.is_none();
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

fn is_called(organization: &Organization, name: &str) -> bool {
    let key = search_key(name);
    organization.names.iter().any(|n| search_key(&n.name) == key)
}
