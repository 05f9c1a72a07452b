//! Addresses (住所・送付先) of people and organisations, and who signs for an
//! organisation. What leaves the office for others has none of it (V26).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::people::names::refused;
use crate::snapshot::{Addressee, Snapshot};
use crate::text::labels;
use entaku_domain::Day;
use entaku_domain::address::{Address, AddressKind, AddressOf, Delivery, for_letters, is_email, parse_postal_code};
use entaku_domain::id::{AddressId, OrganizationId};
use entaku_domain::person::Organization;
use entaku_domain::person_fault::PersonFault;
use entaku_domain::text::{check_note, check_text};
use entaku_store::Action;

/// Lines of an address on an envelope.
const LINES: usize = 4;

/// An address as it is to be recorded.
#[derive(Debug, Clone)]
pub struct SetAddress {
    /// Which one; a new one where none.
    pub id: Option<AddressId>,
    /// Whose it is.
    pub of: AddressOf,
    /// Where it is.
    pub kind: AddressKind,
    /// The postal code as typed.
    pub postal_code: String,
    /// Line by line; empty ones fall away.
    pub lines: Vec<String>,
    /// Telephone.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Whether letters go there; then to no other address of the same days.
    pub for_letters: bool,
    /// A note.
    pub note: Option<String>,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
}

/// What is known of an organisation besides its names, all of it.
#[derive(Debug, Clone, Default)]
pub struct UpdateOrganization {
    /// Reading of its name.
    pub kana: String,
    /// How it gets what is sent.
    pub delivery: Option<Delivery>,
}

/// An address as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AddressLine {
    /// Its identifier.
    pub id: String,
    /// Where it is, a code.
    pub kind: String,
    /// The same in Japanese.
    pub kind_label: String,
    /// 248-0012; empty when unknown.
    pub postal_code: String,
    /// Line by line.
    pub lines: Vec<String>,
    /// Telephone.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Whether it is marked for letters.
    pub for_letters: bool,
    /// Whether letters go there on the day asked for.
    pub used: bool,
    /// A note.
    pub note: Option<String>,
    /// First day, ISO.
    pub from: Option<String>,
    /// Last day, ISO.
    pub to: Option<String>,
    /// Whether it holds on the day asked for.
    pub now: bool,
}

impl App {
    /// Records an address (「住所・連絡先の記録」). One that letters go to takes that from
    /// those of the same days.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`], [`AppError::UnknownOrganization`], [`AppError::UnknownRecord`];
    /// [`AppError::Rules`] for what cannot be read, and for an address that says nothing.
    pub fn set_address(&mut self, ask: SetAddress) -> Result<Written<AddressId>> {
        let subject = self.owner_name(ask.of)?;
        let id = ask.id;
        if let Some(id) = id {
            self.store
                .address(id)?
                .filter(|a| a.of == ask.of)
                .ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        }
        let others: Vec<Address> = self.store.addresses_of(ask.of)?.into_iter().filter(|a| Some(a.id) != id).collect();
        let order = match id {
            Some(id) => self.store.address(id)?.map_or(0, |a| a.order),
            None => others.iter().map(|a| a.order).max().unwrap_or(0) + 1,
        };
        let address = checked(ask, order)?;
        let apart = |a: &Address, b: &Address| a.to.zip(b.from).is_some_and(|(to, from)| to < from);
        let yields = |o: &Address| address.for_letters && o.for_letters && !apart(o, &address) && !apart(&address, o);
        let yielding: Vec<Address> = others.into_iter().filter(yields).collect();
        self.change(Action::new("set_address").about(subject), Vec::new(), |tx| {
            for other in yielding {
                tx.put_address(&Address { for_letters: false, ..other })?;
            }
            let id = id.unwrap_or_else(|| AddressId::new(tx.new_id()));
            tx.put_address(&Address { id, ..address })?;
            Ok(id)
        })
    }

    /// Takes an address away (「住所・連絡先の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_address(&mut self, id: AddressId) -> Result<Written<()>> {
        let address = self.store.address(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let subject = self.owner_name(address.of)?;
        self.change(Action::new("remove_address").about(subject), Vec::new(), |tx| Ok(tx.remove_address(id)?))
    }

    /// Records what is known of an organisation besides its names (「団体の登録の訂正」).
    ///
    /// # Errors
    /// [`AppError::UnknownOrganization`]; [`AppError::Rules`] for a text.
    pub fn update_organization(&mut self, id: OrganizationId, ask: UpdateOrganization) -> Result<Written<()>> {
        let old = self.store.organization(id)?.ok_or_else(|| AppError::UnknownOrganization(id.to_string()))?;
        all_right([check_note("kana", &ask.kana)])?;
        let subject = old.name_on(self.today()).to_owned();
        let new = Organization { kana: ask.kana, delivery: ask.delivery, ..old };
        let action = Action::new("update_organization").about(subject);
        self.change(action, Vec::new(), |tx| Ok(tx.put_organization(&new)?))
    }

    fn owner_name(&self, of: AddressOf) -> Result<String> {
        match of {
            AddressOf::Person(id) => Ok(self.known_person(id)?.name.full()),
            AddressOf::Organization(id) => {
                let found =
                    self.store.organization(id)?.ok_or_else(|| AppError::UnknownOrganization(id.to_string()))?;
                Ok(found.name_on(self.today()).to_owned())
            }
        }
    }
}

fn checked(ask: SetAddress, order: i64) -> Result<Address> {
    let lines: Vec<String> = ask.lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect();
    let (telephone, email) = (filled(ask.telephone), filled(ask.email).map(|e| e.trim().to_owned()));
    let mut checks: Vec<_> = lines.iter().map(|line| check_note("lines", line)).collect();
    checks.extend(telephone.iter().map(|t| check_note("telephone", t)));
    checks.extend(email.iter().map(|e| check_note("email", e)));
    checks.extend(ask.note.iter().map(|n| check_text("note", n)));
    all_right(checks)?;
    let code = ask.postal_code.trim();
    let postal_code = match code.is_empty() {
        true => String::new(),
        false => parse_postal_code(code).ok_or_else(|| refused(PersonFault::PostalCode { text: code.to_owned() }))?,
    };
    let wrong = if let Some(text) = email.clone().filter(|e| !is_email(e)) {
        Some(PersonFault::Email { text })
    } else if lines.len() > LINES {
        Some(PersonFault::TooManyLines { limit: LINES })
    } else if lines.is_empty() && telephone.is_none() && email.is_none() {
        Some(PersonFault::AddressEmpty)
    } else if lines.is_empty() && ask.for_letters {
        Some(PersonFault::LettersNowhere)
    } else {
        ask.from.zip(ask.to).filter(|(from, to)| to < from).map(|_| PersonFault::DaysReversed)
    };
    if let Some(wrong) = wrong {
        return Err(refused(wrong));
    }
    Ok(Address {
        id: AddressId::new(uuid::Uuid::nil()),
        of: ask.of,
        kind: ask.kind,
        postal_code,
        lines,
        telephone,
        email,
        for_letters: ask.for_letters,
        note: filled(ask.note),
        from: ask.from,
        to: ask.to,
        order,
    })
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}

/// The addresses of somebody as a screen shows them on a day, those of the day first.
pub(crate) fn lines(addresses: &[Address], on: Day) -> Vec<AddressLine> {
    let used = for_letters(addresses, on).map(|a| a.id);
    let mut lines: Vec<AddressLine> = addresses
        .iter()
        .map(|a| AddressLine {
            id: a.id.to_string(),
            kind: a.kind.code().to_owned(),
            kind_label: a.kind.label().to_owned(),
            postal_code: a.postal_code.clone(),
            lines: a.lines.clone(),
            telephone: a.telephone.clone(),
            email: a.email.clone(),
            for_letters: a.for_letters,
            used: used == Some(a.id),
            note: a.note.clone(),
            from: a.from.map(|d| d.to_string()),
            to: a.to.map(|d| d.to_string()),
            now: a.holds_on(on),
        })
        .collect();
    lines.sort_by_key(|l| (!l.now, !l.used));
    lines
}

/// An envelope as a screen shows it, line by line; empty where no address is known.
pub(crate) fn envelope(addressee: Option<Addressee>) -> Vec<String> {
    let Some(to) = addressee.filter(|a| !a.lines.is_empty()) else { return Vec::new() };
    let code = (!to.postal_code.is_empty()).then(|| labels::postal_code(&to.postal_code));
    let above = if to.name.is_empty() && to.post.is_empty() { String::new() } else { to.organization.clone() };
    let post = if to.name.is_empty() { String::new() } else { to.post.clone() };
    let named = [above, post, to.line()];
    code.into_iter().chain(to.lines).chain(named).filter(|line| !line.is_empty()).collect()
}

/// What stands on a person's envelope on a day.
pub(crate) fn person_envelope(council: &Snapshot, id: entaku_domain::id::PersonId, on: Day) -> Vec<String> {
    envelope(council.letter_addressee(id, on))
}
