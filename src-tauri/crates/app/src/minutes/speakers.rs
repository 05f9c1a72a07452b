//! Who may speak at a meeting, and how the minutes call them.

use super::MinutesFile;
use crate::publication::is_withheld;
use crate::snapshot::Snapshot;
use crate::text::labels as words;
use entaku_documents::Audience;
use entaku_domain::id::{MinutesEntryId, PersonId};
use entaku_domain::meeting::Presence;
use entaku_domain::minutes::{Called, Entry, LabelRule, Peer, Role, Speaker, Speaking, apart, labels};
use entaku_domain::person::{Person, PersonName, Publication};
use std::collections::BTreeMap;

/// Somebody who may speak.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SpeakerChoice {
    /// A code: `member`, `proxy`, `secretariat`, `guest`.
    pub role: String,
    /// The member's identifier.
    pub person: Option<String>,
    /// The name of who is no member; empty for the office as such.
    pub name: String,
    /// As they are called in the list: 髙橋会長.
    pub label: String,
    /// The full name, or the post and name.
    pub full: String,
    /// The reading by which they are found.
    pub kana: String,
    /// 委員, 事務局; the organisation.
    pub hint: String,
    /// Whether they came, where that is recorded.
    pub present: Option<bool>,
    /// Whether they preside.
    pub presides: bool,
}

/// Everybody who may speak: officers and members as they sit, who came instead, the
/// secretariat at the table, and whoever is in the minutes already.
pub(super) fn choices(council: &Snapshot, file: &MinutesFile) -> Vec<SpeakerChoice> {
    let mut all = members(council, file);
    all.extend(proxies(council, file));
    all.push(Speaker { role: Role::Secretariat, person: None, name: String::new() });
    let named = |name: &String| Speaker { role: Role::Secretariat, person: None, name: name.clone() };
    all.extend(file.meeting.secretariat.iter().map(named));
    for speaker in file.entries.iter().filter_map(|e| e.speaker.as_ref()) {
        if !all.contains(speaker) {
            all.push(speaker.clone());
        }
    }
    let called = called(council, file, LabelRule::Name, Audience::Internal, &all);
    let head = council.head_of(file.meeting.body, file.meeting.date).map(|o| o.person);
    all.iter().zip(called).map(|(speaker, label)| choice(council, file, speaker, label, head)).collect()
}

fn choice(
    council: &Snapshot,
    file: &MinutesFile,
    speaker: &Speaker,
    label: String,
    head: Option<PersonId>,
) -> SpeakerChoice {
    let on = file.meeting.date;
    let person = speaker.person.and_then(|id| council.person(id));
    let name = person.map(|p| p.name_on(on));
    let stands_for = |p: &PersonName| words::told_apart(&speaker.name, &p.full());
    let own = matches!(speaker.role, Role::Member);
    SpeakerChoice {
        role: speaker.role.code().to_owned(),
        person: speaker.person.map(|id| id.to_string()),
        name: speaker.name.clone(),
        full: match (speaker.role, name) {
            (Role::Member, _) => person.map(|p| full_name(council, file, p)).unwrap_or_default(),
            (Role::Proxy, Some(name)) => stands_for(name),
            (Role::Secretariat, _) if speaker.name.is_empty() => words::SECRETARIAT.to_owned(),
            _ => speaker.name.clone(),
        },
        label,
        kana: name.filter(|_| own).map(|n| n.kana()).unwrap_or_default(),
        hint: person.map_or_else(|| speaker.role.label().to_owned(), |p| council.affiliation_text(p.id, on)),
        present: speaker.person.filter(|_| own).and_then(|id| came(council, file, id)),
        presides: own && speaker.person.is_some() && speaker.person == head,
    }
}

/// A member's full name, among namesakes with where they come from.
pub(super) fn full_name(council: &Snapshot, file: &MinutesFile, person: &Person) -> String {
    let on = file.meeting.date;
    let name = person.name_on(on).full();
    let peers = peers(council, file, Audience::Internal);
    let twins: Vec<&Peer> = peers.iter().filter(|p| p.name.full() == name).collect();
    let (organization, post) = (council.organization_of(person.id, on), council.post_of(person.id, on));
    match apart(&organization, &post, &twins) {
        Some(from) => words::told_apart(&name, from),
        None => name,
    }
}

/// Whether a member came, where that is recorded.
fn came(council: &Snapshot, file: &MinutesFile, person: PersonId) -> Option<bool> {
    let own = |a: &&entaku_domain::meeting::Attendance| {
        council.appointment(a.appointment).is_some_and(|of| of.person == person)
    };
    file.attendance.iter().find(own).map(|a| a.presence.is_there())
}

/// Members as they sit, officers first; then who attended under another appointment.
fn members(council: &Snapshot, file: &MinutesFile) -> Vec<Speaker> {
    let m = &file.meeting;
    let mut sittings = council.sittings(m.body, m.date);
    sittings.sort_by_key(|s| council.officer_rank(m.body, s, m.date));
    let sitting = sittings.iter().filter_map(|s| s.person).map(|p| p.id);
    let strays = file.attendance.iter().filter_map(|a| council.appointment(a.appointment)).map(|a| a.person);
    let mut people: Vec<PersonId> = Vec::new();
    for person in sitting.chain(strays) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people.into_iter().map(|id| Speaker { role: Role::Member, person: Some(id), name: String::new() }).collect()
}

fn proxies(council: &Snapshot, file: &MinutesFile) -> Vec<Speaker> {
    let came = file.attendance.iter().filter(|a| a.presence == Presence::Proxy);
    let proxy = |a: &entaku_domain::meeting::Attendance| Speaker {
        role: Role::Proxy,
        person: council.appointment(a.appointment).map(|of| of.person),
        name: a.proxy.clone().unwrap_or_default(),
    };
    came.map(proxy).collect()
}

/// How the minutes call each of them for an audience.
pub(super) fn called(
    council: &Snapshot,
    file: &MinutesFile,
    rule: LabelRule,
    audience: Audience,
    speakers: &[Speaker],
) -> Vec<String> {
    let speaking: Vec<Speaking> = speakers.iter().map(|s| speaking(council, file, s, audience)).collect();
    labels(rule, &speaking, &peers(council, file, audience), &file.minutes.letters)
}

/// The members that an audience may know by name.
pub(super) fn peers(council: &Snapshot, file: &MinutesFile, audience: Audience) -> Vec<Peer> {
    let m = &file.meeting;
    let sittings = council.sittings(m.body, m.date);
    let told = sittings.iter().filter_map(|s| s.person).filter(|p| !is_withheld(p, audience));
    let peer = |p: &Person| Peer {
        name: spoken(p.name_on(m.date), audience),
        organization: council.organization_of(p.id, m.date),
        post: council.post_of(p.id, m.date),
    };
    told.map(peer).collect()
}

/// No reading leaves in public.
fn spoken(name: &PersonName, audience: Audience) -> PersonName {
    match audience {
        Audience::Public => PersonName { family_kana: String::new(), given_kana: String::new(), ..name.clone() },
        Audience::Members | Audience::Internal => name.clone(),
    }
}

fn speaking(council: &Snapshot, file: &MinutesFile, speaker: &Speaker, audience: Audience) -> Speaking {
    let m = &file.meeting;
    let person = speaker.person.and_then(|id| council.person(id));
    Speaking {
        speaker: speaker.clone(),
        name: person.map(|p| spoken(p.name_on(m.date), audience)).unwrap_or_default(),
        title: person.and_then(|p| council.office_title(m.body, p.id, m.date)).map(str::to_owned),
        organization: person.map(|p| council.organization_of(p.id, m.date)).unwrap_or_default(),
        post: person.map(|p| council.post_of(p.id, m.date)).unwrap_or_default(),
        called: person.map_or(Called::ByName, |p| may_be_called(p, audience)),
    }
}

/// V26: in public as they chose.
fn may_be_called(person: &Person, audience: Audience) -> Called {
    match person.publication {
        Publication::Organization if audience == Audience::Public => Called::ByOrganization,
        Publication::Hidden if audience == Audience::Public => Called::Unnamed,
        _ => Called::ByName,
    }
}

/// The label of each entry that somebody speaks.
pub(super) fn entry_labels(
    council: &Snapshot,
    file: &MinutesFile,
    audience: Audience,
) -> BTreeMap<MinutesEntryId, String> {
    let spoken: Vec<(&Entry, &Speaker)> = file.entries.iter().filter_map(|e| Some((e, e.speaker.as_ref()?))).collect();
    let speakers: Vec<Speaker> = spoken.iter().map(|(_, s)| (*s).clone()).collect();
    let called = called(council, file, file.minutes.labels, audience, &speakers);
    spoken.iter().map(|(e, _)| e.id).zip(called).collect()
}

/// 委員Ａ, 委員Ｂ: who speaks for the first time comes behind those who have a letter.
pub(crate) fn with_letters(letters: &[PersonId], entries: &[Entry]) -> Vec<PersonId> {
    let mut all = letters.to_vec();
    for person in entries.iter().filter_map(|e| e.speaker.as_ref()?.person) {
        if !all.contains(&person) {
            all.push(person);
        }
    }
    all
}
