//! What carries one person's name each: name plates (名札) and cards that stand on
//! the table (席札), for who sits in a body on a day, or comes to a meeting.

mod mailing;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::publication;
use crate::roster::RosterFilter;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{cards as words, labels};
use entaku_documents::{Audience, NamePlates, Plate, TableCards};
use entaku_domain::body::Body;
use entaku_domain::id::{MeetingId, OrganizationId, PersonId};
use entaku_domain::meeting::{Meeting, Presence};
use entaku_domain::person::Person;
use entaku_domain::{Day, FiscalYear};
use std::collections::{BTreeMap, BTreeSet};

pub use mailing::{Addresses, addresses, envelopes, labels, offset};

/// Whose names or addresses are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Who sits on a meeting's body on its day, and did not say that they stay away.
    pub meeting: Option<MeetingId>,
    /// A body, by handle or name; all bodies where none.
    pub body: Option<String>,
    /// The day.
    pub on: Option<Day>,
    /// Only these people; everybody where none.
    pub people: Option<BTreeSet<PersonId>>,
    /// All but these people.
    pub without: BTreeSet<PersonId>,
    /// Only members of this kind.
    pub filter: RosterFilter,
}

/// Somebody who can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CardPerson {
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// The office held.
    pub office: Option<String>,
    /// Whether their name is withheld in public.
    pub withheld: bool,
    /// Whether it is known where their letters go.
    pub addressed: bool,
}

/// Everybody whose names or addresses are printed.
#[derive(Debug)]
pub struct Gathering<'a> {
    /// The day.
    pub on: Day,
    /// 全体会, 令和8年度　第2回　全体会, or the council where all bodies are meant.
    pub title: String,
    /// Who.
    pub people: Vec<Bearer<'a>>,
    /// The meeting.
    pub meeting: Option<&'a Meeting>,
    /// Who else has a desk at the meeting: those who explain, guests.
    pub others: Vec<OtherBearer>,
}

/// Somebody at a meeting who is no member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherBearer {
    /// Organisation and post; as what they come, where nobody wrote that down.
    pub affiliation: String,
    /// The name; the organisation's where it sends somebody.
    pub name: String,
}

/// Somebody in a gathering.
#[derive(Debug, Clone)]
pub struct Bearer<'a> {
    /// The person.
    pub person: &'a Person,
    /// The body in which they sit.
    pub body: &'a Body,
    /// Who nominates for their seat.
    pub nominator: Option<OrganizationId>,
    /// Who comes in their place.
    pub proxy: Option<String>,
}

/// How the names stand on cards.
#[derive(Debug, Clone, Copy, Default)]
pub struct CardStyle {
    /// With their reading.
    pub kana: bool,
    /// With organisation and post.
    pub posts: bool,
    /// 髙橋委員, 橘会長 in place of the full name.
    pub spoken: bool,
    /// Cards of the meeting's secretariat and of those who come from outside, too.
    pub secretariat: bool,
}

impl App {
    /// Everybody who can be chosen for plates, cards, labels and envelopes, each once.
    ///
    /// # Errors
    /// Unknown bodies and meetings.
    pub fn card_people(&self, wanted: &Wanted) -> Result<Vec<CardPerson>> {
        let council = self.snapshot()?;
        let gathering = self.gather(&council, wanted)?;
        let row = |b: &Bearer<'_>| CardPerson {
            person: b.person.id.to_string(),
            name: b.person.name_on(gathering.on).full(),
            affiliation: council.affiliation_text(b.person.id, gathering.on),
            office: council.office_title(b.body.id, b.person.id, gathering.on).map(str::to_owned),
            addressed: council.letter_addressee(b.person.id, gathering.on).is_some_and(|to| !to.lines.is_empty()),
            withheld: publication::is_withheld(b.person, Audience::Public),
        };
        Ok(gathering.people.iter().map(row).collect())
    }

    /// Everybody who is wanted, officers first, each once.
    ///
    /// # Errors
    /// Unknown bodies and meetings.
    pub fn gather<'a>(&self, council: &'a Snapshot, wanted: &Wanted) -> Result<Gathering<'a>> {
        let met = wanted.meeting.map(|id| meeting(council, id)).transpose()?;
        let on = met.map_or_else(|| wanted.on.unwrap_or(self.today()), |m| m.date);
        let bodies: Vec<&Body> = match (met, wanted.body.as_deref()) {
            (Some(m), _) => m.bodies().filter_map(|id| council.body_by_id(id)).collect(),
            (None, Some(handle)) => vec![council.body_on(handle, on)?],
            (None, None) => council.bodies_in(FiscalYear::of(on)).map(|(body, _)| body).collect(),
        };
        let title = match (met, &bodies[..]) {
            (Some(m), _) => council.meeting_title(m),
            (None, [body]) => council.body_name(body.id, FiscalYear::of(on)).to_owned(),
            _ => council.council.name.clone(),
        };
        let presence = met.map(|m| self.presence(m)).transpose()?.unwrap_or_default();
        let (mut people, mut seen) = (Vec::new(), BTreeSet::new());
        for body in bodies {
            let mut sittings = council.sittings(body.id, on);
            sittings.retain(|s| wanted.filter.keeps(council, body, s, on, Audience::Internal));
            sittings.sort_by_cached_key(|s| council.officer_rank(body.id, s, on));
            let comes = sittings.iter().filter_map(|s| bearer(s, body, &presence));
            people.extend(comes.filter(|b| wants(wanted, b) && seen.insert(b.person.id)));
        }
        let others = met.map(|m| self.other_bearers(m)).transpose()?.unwrap_or_default();
        Ok(Gathering { on, title, people, meeting: met, others })
    }

    /// Who else has a desk: who was there, and before the day who is asked to come and did
    /// not say no. Interpreters stand where they are seen.
    fn other_bearers(&self, m: &Meeting) -> Result<Vec<OtherBearer>> {
        let there = self.store().attendees(m.id)?;
        let desks = there.iter().filter(|a| crate::seating::room::has_desk(a));
        let mut found: Vec<OtherBearer> =
            desks.filter_map(|a| other_bearer(&a.affiliation, &a.name, a.kind.label())).collect();
        let asked = self.store().guests(m.id)?.into_iter().filter(|g| g.comes != Some(false));
        for guest in asked {
            let affiliation = [guest.organization.as_str(), guest.post.as_str()].join("　");
            let new = other_bearer(affiliation.trim(), &guest.name, guest.kind.label());
            found.extend(new.filter(|new| !there.iter().any(|a| a.name == new.name || a.affiliation == new.name)));
        }
        Ok(found)
    }

    /// What is recorded of those who sit there: none who stay away, and who comes for whom.
    fn presence(&self, m: &Meeting) -> Result<BTreeMap<String, (Presence, Option<String>)>> {
        let recorded = self.store().attendance(m.id)?;
        Ok(recorded.into_iter().map(|a| (a.appointment.to_string(), (a.presence, a.proxy))).collect())
    }
}

/// Where the organisation sends somebody, its name stands for theirs.
fn other_bearer(affiliation: &str, name: &str, kind: &str) -> Option<OtherBearer> {
    let (affiliation, name) = match (affiliation, name) {
        ("", "") => return None,
        (affiliation, "") => (kind, affiliation),
        ("", name) => (kind, name),
        both => both,
    };
    Some(OtherBearer { affiliation: affiliation.to_owned(), name: name.to_owned() })
}

fn wants(wanted: &Wanted, bearer: &Bearer<'_>) -> bool {
    let id = bearer.person.id;
    wanted.people.as_ref().is_none_or(|people| people.contains(&id)) && !wanted.without.contains(&id)
}

fn bearer<'a>(
    sitting: &Sitting<'a>,
    body: &'a Body,
    presence: &BTreeMap<String, (Presence, Option<String>)>,
) -> Option<Bearer<'a>> {
    let (person, appointment) = (sitting.person?, sitting.appointment?);
    let proxy = match presence.get(&appointment.id.to_string()) {
        Some((Presence::Proxy, proxy)) => proxy.clone(),
        Some((recorded, _)) if !recorded.is_there() => return None,
        _ => None,
    };
    Some(Bearer { person, body, nominator: sitting.seat.nominator, proxy })
}

/// Name plates.
///
/// # Errors
/// [`AppError::Nobody`] where nobody is wanted.
pub fn name_plates(council: &Snapshot, gathering: &Gathering<'_>, kana: bool) -> Result<NamePlates> {
    let style = CardStyle { kana, posts: true, ..CardStyle::default() };
    Ok(NamePlates {
        title: words::name_plates(&gathering.title),
        over: council.council.name.clone(),
        plates: plates(council, gathering, style)?,
    })
}

/// Cards that stand on the table.
///
/// # Errors
/// [`AppError::Nobody`] where nobody is wanted.
pub fn table_cards(council: &Snapshot, gathering: &Gathering<'_>, style: CardStyle) -> Result<TableCards> {
    Ok(TableCards { title: words::table_cards(&gathering.title), cards: plates(council, gathering, style)? })
}

fn plates(council: &Snapshot, gathering: &Gathering<'_>, style: CardStyle) -> Result<Vec<Plate>> {
    let people: Vec<&Person> = gathering.people.iter().map(|b| b.person).collect();
    let short = publication::short_names(&people, gathering.on, Audience::Internal);
    let members = gathering.people.iter().zip(short);
    let mut plates: Vec<Plate> = members.map(|(b, short)| plate(council, gathering.on, b, &short, style)).collect();
    let office = gathering.meeting.filter(|_| style.secretariat).map(|m| m.secretariat.as_slice()).unwrap_or_default();
    plates.extend(office.iter().map(|who| Plate {
        affiliation: labels::SECRETARIAT.to_owned(),
        name: who.clone(),
        ..Plate::default()
    }));
    plates.extend(gathering.others.iter().filter(|_| style.secretariat).map(|other| Plate {
        affiliation: other.affiliation.clone(),
        name: other.name.clone(),
        ..Plate::default()
    }));
    if plates.is_empty() { Err(AppError::Nobody) } else { Ok(plates) }
}

fn plate(council: &Snapshot, on: Day, bearer: &Bearer<'_>, short: &str, style: CardStyle) -> Plate {
    let person = bearer.person;
    let office = council.office_title(bearer.body.id, person.id, on);
    if let Some(proxy) = &bearer.proxy {
        return Plate {
            affiliation: if style.posts { council.organization_of(person.id, on) } else { String::new() },
            office: words::IN_PLACE.to_owned(),
            name: proxy.clone(),
            ..Plate::default()
        };
    }
    let affiliation = if style.posts { council.affiliation_text(person.id, on) } else { String::new() };
    if style.spoken {
        let name = words::spoken(short, office.unwrap_or(labels::MEMBER));
        return Plate { affiliation, name, kana: family_kana(person, on, style.kana), ..Plate::default() };
    }
    Plate {
        affiliation,
        office: office.unwrap_or_default().to_owned(),
        kana: if style.kana { person.name_on(on).kana() } else { String::new() },
        name: person.name_on(on).full(),
    }
}

fn family_kana(person: &Person, on: Day, wanted: bool) -> String {
    if wanted { person.name_on(on).family_kana.clone() } else { String::new() }
}

/// V26: a plate is seen by the audience, too. Names those whom the office does not
/// name in public; nobody where the meeting is closed.
pub fn seen_by_all(gathering: &Gathering<'_>) -> Option<String> {
    if gathering.meeting.is_some_and(|m| m.closed_reason.is_some()) {
        return None;
    }
    let withheld = gathering.people.iter().filter(|b| b.proxy.is_none()).map(|b| b.person);
    let names: Vec<String> = withheld
        .filter(|p| publication::is_withheld(p, Audience::Public))
        .map(|p| p.name_on(gathering.on).full())
        .collect();
    (!names.is_empty()).then(|| words::seen_by_all(&names))
}
