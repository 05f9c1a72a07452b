//! Where a letter goes, and to whom it is addressed (宛先): for letters, labels and
//! envelopes. For the secretariat alone: nothing of it is in a document that
//! others read (V26).

use super::Snapshot;
use crate::text::labels;
use entaku_domain::Day;
use entaku_domain::address::{Address, AddressKind, AddressOf, Delivery, for_letters};
use entaku_domain::appointment::Appointment;
use entaku_domain::id::{AppointmentId, OrganizationId, PersonId};
use entaku_domain::letter::{LetterNumber, appointed_by};
use entaku_domain::substitute::Substitute;
use std::collections::BTreeMap;

/// An addressee as written on an envelope, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Addressee {
    /// 248-0012, without 〒; empty when unknown.
    pub postal_code: String,
    /// The address, line by line; empty when none is recorded.
    pub lines: Vec<String>,
    /// The organisation above the name; empty for a letter home.
    pub organization: String,
    /// The post before the name, 理事長; empty where none is to be written.
    pub post: String,
    /// The person's name; empty where the letter goes to the organisation or the post.
    pub name: String,
    /// 様, 先生; 御中 where the organisation itself is addressed.
    pub title: String,
    /// How the addressee wants to get it; none where it was not asked.
    pub delivery: Option<Delivery>,
    /// Telephone of the address.
    pub telephone: Option<String>,
    /// E-mail of the address, else of another one.
    pub email: Option<String>,
}

impl Addressee {
    /// The line with name and title: 髙橋　美咲子　様, or 円卓クリニック　御中.
    pub fn line(&self) -> String {
        let named = [&self.name, &self.post, &self.organization].into_iter().find(|t| !t.is_empty());
        let parts = [named.map(String::as_str).unwrap_or_default(), &self.title];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　")
    }
}

/// The number of each appointment's letter; the latest where it was issued again.
pub(super) fn appointing(numbers: &[LetterNumber], appointments: &[Appointment]) -> BTreeMap<AppointmentId, String> {
    if numbers.is_empty() {
        return BTreeMap::new();
    }
    let mut of_person: BTreeMap<PersonId, Vec<&Appointment>> = BTreeMap::new();
    for appointment in appointments {
        of_person.entry(appointment.person).or_default().push(appointment);
    }
    let own = |number: &LetterNumber| number.person.and_then(|p| of_person.get(&p)).map(Vec::as_slice);
    let named =
        |number: &LetterNumber| Some((appointed_by(number, own(number).unwrap_or_default())?, number.text.clone()));
    numbers.iter().filter_map(named).collect()
}

impl Snapshot {
    /// The addresses of a person, in order, of all days.
    pub fn addresses_of_person(&self, person: PersonId) -> &[Address] {
        self.addresses.get(&AddressOf::Person(person)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The addresses of an organisation, in order, of all days.
    pub fn addresses_of_organization(&self, organization: OrganizationId) -> &[Address] {
        self.addresses.get(&AddressOf::Organization(organization)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The address to which a person's letters go on a day, of their own ones.
    pub fn postal_address(&self, person: PersonId, on: Day) -> Option<&Address> {
        for_letters(self.addresses_of_person(person), on)
    }

    /// The address to which an organisation's letters go on a day.
    pub fn organization_address(&self, organization: OrganizationId, on: Day) -> Option<&Address> {
        for_letters(self.addresses_of_organization(organization), on)
    }

    /// To whom and where a letter to a person goes on a day. Without an address of
    /// their own it goes to the organisation where they belong, with its name and
    /// their post above theirs, as it does to an address at work; without any, the
    /// lines are empty. None for somebody who is not known.
    pub fn letter_addressee(&self, person: PersonId, on: Day) -> Option<Addressee> {
        let known = self.person(person)?;
        let belongs = self.affiliation(person, on);
        let organization = belongs.and_then(|a| a.organization);
        let own = self.postal_address(person, on);
        let at = own.or_else(|| self.organization_address(organization?, on));
        let at_work = own.is_none_or(|a| a.kind == AddressKind::Work);
        let all = self.addresses_of_person(person).iter();
        let mut found = Addressee {
            name: known.name_on(on).full(),
            title: known.letter_title.clone(),
            delivery: known.delivery,
            ..written(at, all.filter(|a| a.holds_on(on)))
        };
        if at_work {
            found.organization = organization.map(|o| self.organization_name(o, on).to_owned()).unwrap_or_default();
            found.post = belongs.and_then(|a| a.post.clone()).unwrap_or_default();
        }
        Some(found)
    }

    /// To whom and where a letter to an organisation goes on a day: to its
    /// representative, else to itself (御中). None for one that is not known.
    pub fn organization_addressee(&self, organization: OrganizationId, on: Day) -> Option<Addressee> {
        let known = self.organization(organization)?;
        let all = self.addresses_of_organization(organization).iter().filter(|a| a.holds_on(on));
        let signs = self.representative(organization, on).cloned();
        let title =
            signs.as_ref().map_or(labels::TO_ORGANIZATION, |s| s.title.as_deref().unwrap_or(labels::LETTER_TITLE));
        let title = title.to_owned();
        // Whose name is not known is written to by the post.
        let (post, name) = match signs {
            Some(s) if s.name.is_empty() => (String::new(), s.post),
            Some(s) => (s.post, s.name),
            None => Default::default(),
        };
        Some(Addressee {
            organization: known.name_on(on).to_owned(),
            title,
            post,
            name,
            delivery: known.delivery,
            ..written(self.organization_address(organization, on), all)
        })
    }

    /// The number of an appointment's letter (委嘱状の番号): that of the office's series, read
    /// from where it was taken; what was typed, where the letter was numbered elsewhere.
    pub fn letter_number<'a>(&'a self, appointment: &'a Appointment) -> Option<&'a str> {
        self.numbered(appointment).or(appointment.letter_number.as_deref())
    }

    /// The number that was taken from the office's series for an appointment's letter.
    pub fn numbered(&self, appointment: &Appointment) -> Option<&str> {
        self.letters.get(&appointment.id).map(String::as_str)
    }

    /// Who is registered to stand in for a member in a seat on a day.
    pub fn substitutes_for(&self, sitting: &super::Sitting<'_>, on: Day) -> Vec<&Substitute> {
        let Some(member) = sitting.person else { return Vec::new() };
        self.substitutes.iter().filter(|s| s.is_for(sitting.seat.id, member.id, on)).collect()
    }
}

/// What of an address is written on the envelope; e-mail and telephone from any.
fn written<'a>(at: Option<&Address>, mut all: impl Iterator<Item = &'a Address> + Clone) -> Addressee {
    let telephone = at.and_then(|a| a.telephone.clone()).or_else(|| all.clone().find_map(|a| a.telephone.clone()));
    let email = at.and_then(|a| a.email.clone()).or_else(|| all.find_map(|a| a.email.clone()));
    Addressee {
        postal_code: at.map(|a| a.postal_code.clone()).unwrap_or_default(),
        lines: at.map(|a| a.lines.clone()).unwrap_or_default(),
        telephone,
        email,
        ..Addressee::default()
    }
}
