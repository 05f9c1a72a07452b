//! Meetings with agenda and attendance: `meetings.toml`. Their papers are read by [`super::papers`].

use super::appointments::open_in;
use super::keys::{Keys, collect};
use super::organizations::Held;
use super::papers::{self, PaperRow};
use super::source::{Date, Place, Unused, parse};
use crate::error::Result;
use entaku_domain::Day;
use entaku_domain::agenda::{AgendaItem, ItemKind, LeftOver};
use entaku_domain::appointment::Appointment;
use entaku_domain::id::{
    AgendaItemId, AppointmentId, AttendanceId, BodyId, MeetingId, OrganizationId, PaperId, PersonId, PostponementId,
};
use entaku_domain::meeting::{
    Attendance, Copies, JointBody, Layout, Meeting, MeetingState, Mode, Postponement, Presence,
};
use entaku_domain::office::Office;
use entaku_domain::person::{Affiliation, Person};
use serde::Deserialize;
use std::collections::BTreeSet;

pub(super) const FILE: &str = "meetings.toml";

const MODES: &[(&str, Mode)] = &[
    ("対面", Mode::InPerson),
    ("オンライン", Mode::Online),
    ("オンライン併用", Mode::Hybrid),
    ("書面", Mode::Written),
];

/// A round table is the square without corners: everybody faces everybody.
const LAYOUTS: &[(&str, Layout)] =
    &[("ロの字", Layout::Square), ("円卓", Layout::Square), ("コの字", Layout::Horseshoe), ("教室", Layout::School)];

const ITEM_KINDS: &[(&str, ItemKind)] = &[
    ("開会", ItemKind::Opening),
    ("選任", ItemKind::Election),
    ("承認", ItemKind::Deliberation),
    ("報告", ItemKind::Report),
    ("協議", ItemKind::Deliberation),
    ("その他", ItemKind::Other),
    ("閉会", ItemKind::Closing),
];

/// As what somebody comes who is no member.
const SECRETARIAT: &str = "事務局";
/// As what somebody comes whose seat follows from the office of a subcommittee's head.
const HEAD: &str = "部会長";
/// As what members come.
const MEMBERS: [&str; 3] = ["委員", "臨時委員", HEAD];

/// `meetings.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    meeting: Vec<Row>,
}

/// A meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) key: String,
    pub(super) body: String,
    fiscal_year: i32,
    no: u16,
    pub(super) date: Date,
    start: Option<String>,
    end: Option<String>,
    place: String,
    mode: String,
    state: String,
    openness: String,
    closed_reason: Option<String>,
    seating: String,
    copies: Recipients,
    #[serde(rename = "audience")]
    _audience: Unused,
    #[serde(rename = "audience_limit")]
    _audience_limit: Unused,
    #[serde(rename = "interpreters")]
    _interpreters: Unused,
    recess: Option<Recess>,
    #[serde(rename = "notice_on")]
    _notice_on: Unused,
    #[serde(rename = "minutes")]
    _minutes: Unused,
    chair: Option<String>,
    #[serde(rename = "note")]
    _note: Unused,
    /// The other bodies of a joint meeting, in whose series it has no number.
    #[serde(default)]
    joint: Vec<String>,
    put_off: Option<PutOff>,
    #[serde(default)]
    item: Vec<Item>,
    #[serde(default)]
    pub(super) paper: Vec<PaperRow>,
    #[serde(default)]
    attendance: Vec<Attends>,
}

/// The day that a meeting was put off from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutOff {
    was_date: Date,
    noticed: bool,
    reason: String,
    decided_on: Date,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipients {
    members: u32,
    secretariat: u32,
    audience: u32,
    press: u32,
    reserve: u32,
}

/// A break, after an item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recess {
    after: i64,
    minutes: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    no: i64,
    title: String,
    kind: String,
    presenter: Option<String>,
    presenter_person: Option<String>,
    minutes: Option<u16>,
    open: bool,
    closed_reason: Option<String>,
    #[serde(default)]
    papers: Vec<String>,
    left_over: Option<String>,
    left_note: Option<String>,
    #[serde(rename = "decision")]
    _decision: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attends {
    person: String,
    role: String,
    status: String,
    proxy_name: Option<String>,
    #[serde(rename = "note")]
    _note: Unused,
}

/// Who may come to a meeting, and with which post.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) keys: &'a Keys,
    pub(super) secretariat: OrganizationId,
    pub(super) holders: &'a [Held],
    pub(super) people: &'a [Person],
    pub(super) affiliations: &'a [Affiliation],
    pub(super) appointments: &'a [Appointment],
    pub(super) offices: &'a [Office],
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.meeting.iter().map(|r| &r.key))
    }

    /// The rows, for their papers.
    pub(super) fn rows(&self) -> &[Row] {
        &self.meeting
    }

    /// The day of the meeting with a key.
    pub(super) fn date_of(&self, key: &str) -> Option<Day> {
        self.meeting.iter().find(|r| r.key == key).map(|r| r.date.0)
    }

    /// The key of the body of the meeting with a key.
    pub(super) fn body_of(&self, key: &str) -> Option<&str> {
        self.meeting.iter().find(|r| r.key == key).map(|r| r.body.as_str())
    }

    /// The meetings.
    pub(super) fn meetings(&self, around: Around<'_>) -> Result<Vec<Meeting>> {
        self.meeting.iter().map(|row| meeting(around, row)).collect()
    }

    /// The days that meetings were put off from; hours and place stayed.
    pub(super) fn postponements(&self) -> Vec<Postponement> {
        let of = |row: &Row| {
            let told = row.put_off.as_ref()?;
            Some(Postponement {
                id: PostponementId::from_key(&row.key),
                meeting: row.id(),
                was_day: told.was_date.0,
                was_start: row.start.clone(),
                was_end: row.end.clone(),
                was_place: row.place.clone(),
                was_noticed: told.noticed,
                to_day: Some(row.date.0),
                reason: told.reason.clone(),
                decided_on: told.decided_on.0,
            })
        };
        self.meeting.iter().filter_map(of).collect()
    }

    /// The items of all agendas.
    pub(super) fn agenda(&self, keys: &Keys) -> Result<Vec<AgendaItem>> {
        let items = self.meeting.iter().flat_map(|row| row.item.iter().map(move |item| (row, item)));
        let breaks = self.meeting.iter().filter_map(|row| Some(recess(row, row.recess.as_ref()?)));
        items.map(|(row, item)| agenda_item(keys, row, item)).chain(breaks.map(Ok)).collect()
    }

    /// Who attended, under the appointment of that day.
    pub(super) fn attendances(&self, around: Around<'_>) -> Result<Vec<Attendance>> {
        let all = self.meeting.iter().flat_map(|row| row.attendance.iter().map(move |a| (row, a)));
        all.filter(|(_, a)| a.role != SECRETARIAT).map(|(row, a)| attendance(around, row, a)).collect()
    }
}

impl Row {
    pub(super) fn place(&self) -> Place<'_> {
        Place { file: FILE, key: &self.key }
    }

    fn id(&self) -> MeetingId {
        MeetingId::from_key(&self.key)
    }
}

fn meeting(around: Around<'_>, row: &Row) -> Result<Meeting> {
    let place = row.place();
    row.chair.iter().try_for_each(|key| around.keys.person(place, key).map(drop))?;
    let meeting = Meeting {
        id: row.id(),
        body: around.keys.body(place, &row.body)?,
        number: row.no,
        date: row.date.0,
        start: row.start.clone(),
        end: row.end.clone(),
        place: row.place.clone(),
        mode: place.pick(MODES, &row.mode)?,
        closed_reason: closed_reason(row)?,
        state: MeetingState::from_code(&row.state).map_err(|e| place.wrong(e))?,
        layout: place.pick(LAYOUTS, &row.seating)?,
        copies: Copies {
            members: row.copies.members,
            secretariat: row.copies.secretariat,
            audience: row.copies.audience,
            press: row.copies.press,
            spare: row.copies.reserve,
        },
        secretariat: secretariat(around, row)?,
        joint: row.joint.iter().map(|key| joint(around.keys, row, key)).collect::<Result<_>>()?,
        counts: None,
        off_reason: None,
        off_on: None,
    };
    place.must(meeting.year() == place.year(row.fiscal_year)?, "its day lies in another fiscal year (V14)")?;
    Ok(meeting)
}

fn joint(keys: &Keys, row: &Row, key: &str) -> Result<JointBody> {
    Ok(JointBody { body: keys.body(row.place(), key)?, number: None })
}

/// Why a whole meeting is closed; one with a closed item is itself open.
fn closed_reason(row: &Row) -> Result<Option<String>> {
    let place = row.place();
    match (row.openness.as_str(), &row.closed_reason) {
        ("公開", None) => Ok(None),
        ("一部非公開", _) => {
            place.must(row.item.iter().any(|i| !i.open), "partly closed without a closed item")?;
            Ok(None)
        }
        ("非公開", Some(reason)) => Ok(Some(reason.clone())),
        (other, _) => Err(place.wrong(format_args!("{other:?} does not go with its closed_reason"))),
    }
}

/// The secretariat at the table, with post: those who came, or before the meeting those who hold a post there.
/// Who sits there as a member is not seated twice.
fn secretariat(around: Around<'_>, row: &Row) -> Result<Vec<String>> {
    let on = row.date.0;
    let people = if row.attendance.is_empty() { expected(around, row)? } else { came(around, row)? };
    let affiliation = |id| around.affiliations.iter().find(|a| a.person == id && a.holds_on(on));
    let named = people.into_iter().filter_map(|id| around.people.iter().find(|p| p.id == id));
    Ok(named.map(|p| with_post(affiliation(p.id).and_then(|a| a.post.as_deref()), p)).collect())
}

fn came(around: Around<'_>, row: &Row) -> Result<Vec<PersonId>> {
    let as_member = |person: &str| row.attendance.iter().any(|a| a.person == person && a.role != SECRETARIAT);
    let came = row.attendance.iter().filter(|a| a.role == SECRETARIAT && !as_member(&a.person));
    came.map(|a| around.keys.person(row.place(), &a.person)).collect()
}

fn expected(around: Around<'_>, row: &Row) -> Result<Vec<PersonId>> {
    let (on, body) = (row.date.0, around.keys.body(row.place(), &row.body)?);
    let holders = around.holders.iter().filter(|h| h.organization == around.secretariat && h.holds_on(on));
    let people = holders.map(|h| h.person);
    Ok(people.filter(|person| open_in(around.appointments, body, *person, on).is_none()).collect())
}

fn with_post(post: Option<&str>, person: &Person) -> String {
    let full = person.name.full();
    post.map_or_else(|| full.clone(), |post| format!("{post}　{full}"))
}

/// Items stand apart, so that a break finds room between two of them.
const ORDER: i64 = 10;

fn recess(row: &Row, recess: &Recess) -> AgendaItem {
    let id = AgendaItemId::from_key(&format!("{}/recess", row.key));
    AgendaItem {
        order: recess.after * ORDER + 1,
        minutes: Some(recess.minutes),
        ..AgendaItem::new(id, row.id(), ItemKind::Recess, ItemKind::Recess.label().to_owned())
    }
}

fn agenda_item(keys: &Keys, row: &Row, item: &Item) -> Result<AgendaItem> {
    let place = row.place();
    item.presenter_person.iter().try_for_each(|key| keys.person(place, key).map(drop))?;
    let closes = item.open == item.closed_reason.is_none();
    place.must(closes, format_args!("item {}: closed without a reason, or open with one", item.no))?;
    let id = AgendaItemId::from_key(&format!("{}/{}", row.key, item.no));
    Ok(AgendaItem {
        order: item.no * ORDER,
        presenter: item.presenter.clone(),
        minutes: item.minutes,
        closed_reason: item.closed_reason.clone(),
        left_over: item.left_over.as_deref().map(|l| place.term(LeftOver::ALL, LeftOver::label, l)).transpose()?,
        left_note: item.left_note.clone(),
        papers: item.papers.iter().map(|number| paper(row, number)).collect::<Result<_>>()?,
        ..AgendaItem::new(id, row.id(), place.pick(ITEM_KINDS, &item.kind)?, item.title.clone())
    })
}

/// A paper of the meeting, by the number that the agenda names (V25).
fn paper(row: &Row, number: &str) -> Result<PaperId> {
    let known = row.paper.iter().any(|p| p.number == number);
    row.place().must(known, format_args!("no paper {number:?}"))?;
    Ok(papers::id(&row.key, number))
}

fn attendance(around: Around<'_>, row: &Row, attends: &Attends) -> Result<Attendance> {
    let key = format!("{}/{}", row.key, attends.person);
    let place = Place { file: FILE, key: &key };
    place.must(MEMBERS.contains(&attends.role.as_str()), format_args!("unknown role {:?}", attends.role))?;
    Ok(Attendance {
        id: AttendanceId::from_key(&key),
        meeting: row.id(),
        appointment: attends_under(around, place, row, attends)?,
        presence: place.term(Presence::ALL, Presence::label, &attends.status)?,
        proxy: attends.proxy_name.clone(),
    })
}

/// The appointment under which a member attends (V15): for a head of a
/// subcommittee the one on which that office rests.
fn attends_under(around: Around<'_>, place: Place<'_>, row: &Row, attends: &Attends) -> Result<AppointmentId> {
    let on = row.date.0;
    let person = around.keys.person(place, &attends.person)?;
    let body: BodyId = around.keys.body(place, &row.body)?;
    let none = || place.wrong("no member on that day (V15)");
    if attends.role != HEAD {
        return open_in(around.appointments, body, person, on).map(|a| a.id).ok_or_else(none);
    }
    let rests = |o: &&Office| around.appointments.iter().find(|a| a.id == o.appointment);
    let mut heads = around.offices.iter().filter(|o| o.person == person && o.title == HEAD);
    heads.find(|o| o.is_held_on(on, rests(o))).map(|o| o.appointment).ok_or_else(none)
}
