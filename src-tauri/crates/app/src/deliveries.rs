//! Who got what of a meeting (配付の記録): recorded for many at once, each by the way in
//! which they want to get what is sent.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::papers as words;
use entaku_domain::Day;
use entaku_domain::delivery::{Delivered, Handed, Recipient, Way, lacking};
use entaku_domain::id::{DeliveryId, IssuedId, MeetingId, PersonId};
use entaku_domain::issued::Readers;
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::PaperClass;
use entaku_domain::paper_fault::PaperFault;
use entaku_domain::text::check_note;
use entaku_domain::violation::Violation;
use entaku_store::{Action, Store};

/// What was handed over, and to whom.
#[derive(Debug, Clone)]
pub struct RecordDelivery {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// What.
    pub what: Handed,
    /// The day.
    pub on: Day,
    /// To these members; to all who have not got it where neither they nor others are named.
    pub people: Option<Vec<PersonId>>,
    /// To others: who, in words, and how many copies.
    pub others: Vec<ToOthers>,
    /// How; by each member's own wish where none.
    pub way: Option<Way>,
    /// The line of the ledger of issued documents.
    pub issued: Option<IssuedId>,
    /// What else is to be known.
    pub note: Option<String>,
}

/// Others than members who got something.
#[derive(Debug, Clone)]
pub struct ToOthers {
    /// Who, by kind.
    pub recipient: Recipient,
    /// Who, in words.
    pub name: Option<String>,
    /// Copies.
    pub copies: u32,
}

/// A delivery as it shall be.
#[derive(Debug, Clone)]
pub struct UpdateDelivery {
    /// How.
    pub way: Way,
    /// The day.
    pub on: Day,
    /// What else is to be known.
    pub note: Option<String>,
}

/// A record of the ledger of deliveries.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DeliveryRow {
    /// Its identifier.
    pub id: String,
    /// Who, by kind, a code.
    pub recipient: String,
    /// Who, in words.
    pub name: String,
    /// The member's identifier.
    pub person: Option<String>,
    /// What, a code.
    pub what: String,
    /// What, in words.
    pub what_label: String,
    /// How, a code.
    pub way: String,
    /// How, in words.
    pub way_label: String,
    /// ISO day.
    pub on: String,
    /// Copies.
    pub copies: u32,
    /// The line of the ledger of issued documents.
    pub issued: Option<String>,
    /// What else is to be known.
    pub note: Option<String>,
}

/// A member with what they got.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DeliveryMember {
    /// Their identifier.
    pub person: String,
    /// Their name.
    pub name: String,
    /// Where they belong.
    pub affiliation: String,
    /// How they want to get what is sent, a code of [`Way`]; post where they were not asked.
    pub way: String,
    /// The same, in words.
    pub way_label: String,
    /// Whether nobody asked them yet.
    pub way_unknown: bool,
    /// What they need, in words.
    pub needs: Vec<String>,
    /// What they have not got of what is to be handed over, codes.
    pub lacks: Vec<String>,
}

/// What is to be handed over, and who lacks it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DeliveryItem {
    /// A code.
    pub what: String,
    /// In words.
    pub label: String,
    /// Whether the meeting has it: no papers, nothing to send.
    pub expected: bool,
    /// Members who have not got it.
    pub lacking: u32,
    /// That in words.
    pub said: String,
    /// For a replacement, the line of the ledger that it is.
    pub issued: Option<String>,
}

/// The ledger of a meeting's deliveries.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DeliveryPage {
    /// What is to be handed over.
    pub items: Vec<DeliveryItem>,
    /// The members of that day.
    pub members: Vec<DeliveryMember>,
    /// What was handed over, by day.
    pub rows: Vec<DeliveryRow>,
}

/// What is asked about at every meeting.
const ITEMS: [Handed; 5] = [Handed::Notice, Handed::Papers, Handed::Replacement, Handed::OnTheDay, Handed::Minutes];

impl App {
    /// Records what was handed over (「配付の記録」). What was recorded before is passed by.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Nobody`]; [`AppError::Rules`] for a day to
    /// come and for the words of the note.
    pub fn record_delivery(&mut self, ask: &RecordDelivery) -> Result<Written<Vec<DeliveryId>>> {
        let council = self.snapshot()?;
        let m = meeting(&council, ask.meeting)?;
        self.check_delivery(ask.on, ask.note.as_deref(), &ask.others)?;
        let known = self.store.deliveries(ask.meeting)?;
        let members = members(&council, m);
        let named = match &ask.people {
            Some(people) => people.clone(),
            None if ask.others.is_empty() => lacking(&members, ask.what, ask.issued, &known),
            None => Vec::new(),
        };
        let all = deliveries(&council, ask, &named);
        if all.is_empty() {
            return Err(AppError::Nobody);
        }
        let (twice, new): (Vec<_>, Vec<_>) = all.into_iter().partition(|d| known.iter().any(|k| k.repeats(d)));
        let mut notices = strangers(&council, &members, &named);
        if !twice.is_empty() {
            notices.push(Violation::Paper(PaperFault::DeliveredTwice { count: twice.len() }));
        }
        let subject = self.about_item(m, ask.what.label())?;
        self.change(Action::new("record_delivery").about(subject), notices, |tx| {
            let put = |d: Delivered| {
                let id = DeliveryId::new(tx.new_id());
                tx.put_delivery(&Delivered { id, ..d })?;
                Ok(id)
            };
            new.into_iter().map(put).collect()
        })
    }

    /// Mends a record (「配付の記録の訂正」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] as for a new one.
    pub fn update_delivery(&mut self, id: DeliveryId, ask: &UpdateDelivery) -> Result<Written<()>> {
        let old = self.known_delivery(id)?;
        self.check_delivery(ask.on, ask.note.as_deref(), &[])?;
        let meeting = self.known_meeting(old.meeting)?;
        let subject = self.about_item(&meeting, old.what.label())?;
        let new = Delivered { way: ask.way, on: ask.on, note: ask.note.clone(), ..old };
        self.change(Action::new("update_delivery").about(subject), Vec::new(), |tx| Ok(tx.put_delivery(&new)?))
    }

    /// Takes records out that were made by mistake (「配付の記録の削除」); answers how many.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_deliveries(&mut self, ids: &[DeliveryId]) -> Result<Written<u32>> {
        let old = ids.iter().map(|id| self.known_delivery(*id)).collect::<Result<Vec<_>>>()?;
        let first = old.first().ok_or(AppError::Nobody)?;
        let meeting = self.known_meeting(first.meeting)?;
        let subject = self.about_item(&meeting, first.what.label())?;
        self.change(Action::new("remove_deliveries").about(subject), Vec::new(), |tx| {
            old.iter().try_for_each(|d| tx.remove_delivery(d.id))?;
            Ok(u32::try_from(old.len()).unwrap_or(u32::MAX))
        })
    }

    /// The ledger of a meeting's deliveries.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn list_deliveries(&self, id: MeetingId) -> Result<DeliveryPage> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let all = self.store.deliveries(id)?;
        let expected = self.expected(m)?;
        let who = members(&council, m);
        let items = ITEMS.iter().map(|what| {
            let issued = expected.iter().find(|(e, _)| e == what);
            item(*what, issued.map(|(_, i)| *i), &who, &all)
        });
        Ok(DeliveryPage {
            items: items.collect(),
            members: who.iter().filter_map(|p| member(&council, m, *p, &expected, &all)).collect(),
            rows: all.iter().map(|d| row(&council, m, d)).collect(),
        })
    }

    /// What of a meeting is to be handed over to every member, see [`expected`].
    fn expected(&self, m: &Meeting) -> Result<Vec<(Handed, Option<IssuedId>)>> {
        expected(&self.store, m)
    }

    fn known_delivery(&self, id: DeliveryId) -> Result<Delivered> {
        self.store.delivery(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    pub(crate) fn check_delivery(&self, on: Day, note: Option<&str>, others: &[ToOthers]) -> Result<()> {
        all_right([check_note("note", note.unwrap_or_default())])?;
        all_right(others.iter().map(|o| check_note("name", o.name.as_deref().unwrap_or_default())))?;
        if others.iter().any(|o| !(1..=9999).contains(&o.copies)) {
            return Err(AppError::OutOfRange { field: "copies", least: 1, most: 9999 });
        }
        if on > self.today() {
            return Err(AppError::Rules(vec![Violation::Paper(PaperFault::DeliveredLater { on })]));
        }
        Ok(())
    }
}

/// What of a meeting is to be handed over to every member, a replacement with its line of the
/// ledger. The notice always, papers where there are any.
pub(crate) fn expected(store: &Store, m: &Meeting) -> Result<Vec<(Handed, Option<IssuedId>)>> {
    let papers = store.papers(m.id)?;
    let has = |class| papers.iter().any(|p| p.class == class);
    let mut expected = vec![(Handed::Notice, None)];
    if has(PaperClass::Sent) || has(PaperClass::Reference) {
        expected.push((Handed::Papers, None));
    }
    expected.extend(last_replacement(store, m.id)?.map(|id| (Handed::Replacement, Some(id))));
    Ok(expected)
}

/// The last replacement for the members that left.
fn last_replacement(store: &Store, meeting: MeetingId) -> Result<Option<IssuedId>> {
    for packet in store.issued_packets(meeting)?.into_iter().filter(|p| p.contents.member.is_none()) {
        let document = store.issued_document(packet.id)?;
        if document.is_some_and(|d| d.readers == Some(Readers::Members)) {
            return Ok(packet.follows.map(|_| packet.id));
        }
    }
    Ok(None)
}

/// Who sits in a meeting's body on its day, in the order of the seats.
pub(crate) fn members(council: &Snapshot, m: &Meeting) -> Vec<PersonId> {
    council.sittings(m.body, m.date).iter().filter_map(|s| s.person).map(|p| p.id).collect()
}

/// How a member gets what is sent: as they wish; by post where nobody asked them.
pub(crate) fn way_of(council: &Snapshot, person: PersonId) -> Way {
    council.person(person).and_then(|p| p.delivery).map_or(Way::Post, Way::from)
}

/// What is handed over to each who is named, and to others.
pub(crate) fn deliveries(council: &Snapshot, ask: &RecordDelivery, named: &[PersonId]) -> Vec<Delivered> {
    let one = |recipient, person: Option<PersonId>, name, way, copies| Delivered {
        id: DeliveryId::new(uuid::Uuid::nil()),
        meeting: ask.meeting,
        recipient,
        person,
        name,
        what: ask.what,
        way,
        on: ask.on,
        copies,
        issued: ask.issued,
        note: ask.note.clone(),
    };
    let to_members = named.iter().map(|p| {
        let way = ask.way.unwrap_or_else(|| way_of(council, *p));
        one(Recipient::Member, Some(*p), None, way, 1)
    });
    let to_others =
        ask.others.iter().map(|o| one(o.recipient, None, o.name.clone(), ask.way.unwrap_or(Way::Hand), o.copies));
    to_members.chain(to_others).collect()
}

/// People who are named as members and do not sit there.
fn strangers(council: &Snapshot, members: &[PersonId], named: &[PersonId]) -> Vec<Violation> {
    let strange = named.iter().filter(|p| !members.contains(p)).filter_map(|p| council.person(*p));
    strange.map(|p| Violation::Paper(PaperFault::NotMember { name: p.name.full() })).collect()
}

fn item(what: Handed, expected: Option<Option<IssuedId>>, members: &[PersonId], all: &[Delivered]) -> DeliveryItem {
    let lack = lacking(members, what, expected.flatten(), all).len();
    DeliveryItem {
        what: what.code().to_owned(),
        label: what.label().to_owned(),
        expected: expected.is_some(),
        lacking: u32::try_from(lack).unwrap_or(u32::MAX),
        said: words::lacking(what, members.len(), lack),
        issued: expected.flatten().map(|id| id.to_string()),
    }
}

fn member(
    council: &Snapshot,
    m: &Meeting,
    id: PersonId,
    expected: &[(Handed, Option<IssuedId>)],
    all: &[Delivered],
) -> Option<DeliveryMember> {
    let person = council.person(id)?;
    let way = way_of(council, id);
    let lacks = expected.iter().filter(|(what, issued)| !lacking(&[id], *what, *issued, all).is_empty());
    Some(DeliveryMember {
        person: id.to_string(),
        name: person.name_on(m.date).full(),
        affiliation: council.affiliation_text(id, m.date),
        way: way.code().to_owned(),
        way_label: way.label().to_owned(),
        way_unknown: person.delivery.is_none(),
        needs: person.needs.clone(),
        lacks: lacks.map(|(what, _)| what.code().to_owned()).collect(),
    })
}

fn row(council: &Snapshot, m: &Meeting, d: &Delivered) -> DeliveryRow {
    let person = d.person.and_then(|p| council.name_of(p, m.date));
    DeliveryRow {
        id: d.id.to_string(),
        recipient: d.recipient.code().to_owned(),
        name: person.or_else(|| d.name.clone()).unwrap_or_else(|| d.recipient.label().to_owned()),
        person: d.person.map(|p| p.to_string()),
        what: d.what.code().to_owned(),
        what_label: d.what.label().to_owned(),
        way: d.way.code().to_owned(),
        way_label: d.way.label().to_owned(),
        on: d.on.to_string(),
        copies: d.copies,
        issued: d.issued.map(|i| i.to_string()),
        note: d.note.clone(),
    }
}
