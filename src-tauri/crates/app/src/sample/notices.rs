//! What members answered to a meeting's notice, what they wrote, who else is asked, and
//! the public: `notices.toml`.

use super::keys::Keys;
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::appointment::Appointment;
use entaku_domain::convocation::{Convocation, Guest, GuestKind};
use entaku_domain::gallery::{Admission, Applicant, ApplicantState, Gallery};
use entaku_domain::id::{AgendaItemId, ApplicantId, GuestId, MeetingId, OpinionId, ReplyId};
use entaku_domain::meeting::Meeting;
use entaku_domain::need::{Arrangement, Need};
use entaku_domain::reply::{Answer, Opinion, Reply};
use serde::Deserialize;

const FILE: &str = "notices.toml";

/// `notices.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    notice: Vec<Row>,
}

/// All around the notice of one meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    meeting: String,
    reply_by: Option<Date>,
    opinions_by: Option<Date>,
    opinions_hour: Option<String>,
    needs_by: Option<Date>,
    noticed_on: Option<Date>,
    #[serde(default)]
    reply: Vec<ReplyRow>,
    #[serde(default)]
    opinion: Vec<OpinionRow>,
    #[serde(default)]
    guest: Vec<GuestRow>,
    #[serde(default)]
    arranged: Vec<ArrangedRow>,
    gallery: Option<GalleryRow>,
    #[serde(default)]
    applicant: Vec<ApplicantRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyRow {
    person: String,
    answer: String,
    proxy: Option<String>,
    #[serde(default)]
    needs: Vec<String>,
    received_on: Option<Date>,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpinionRow {
    person: String,
    item: Option<i64>,
    received_on: Option<Date>,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuestRow {
    kind: String,
    organization: String,
    post: String,
    name: String,
    item: Option<i64>,
    comes: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArrangedRow {
    need: String,
    on: Date,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GalleryRow {
    capacity: Option<u16>,
    admission: String,
    apply_from: Option<Date>,
    apply_by: Option<Date>,
    how: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ApplicantRow {
    name: String,
    contact: Option<String>,
    needs: Option<String>,
    applied_on: Option<Date>,
}

/// `notices.toml` as the domain's nouns.
#[derive(Debug, Default)]
pub(super) struct Notices {
    pub(super) convocations: Vec<Convocation>,
    pub(super) replies: Vec<Reply>,
    pub(super) opinions: Vec<Opinion>,
    pub(super) guests: Vec<Guest>,
    pub(super) arrangements: Vec<Arrangement>,
    pub(super) galleries: Vec<Gallery>,
    pub(super) applicants: Vec<Applicant>,
}

/// Reads the file.
pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    /// Everything in the file; who answers must sit on the meeting's body that day.
    pub(super) fn notices(&self, keys: &Keys, meetings: &[Meeting], appointments: &[Appointment]) -> Result<Notices> {
        let mut found = Notices::default();
        for row in &self.notice {
            let place = Place { file: FILE, key: &row.meeting };
            let id = keys.meeting(place, &row.meeting)?;
            let meeting = meetings.iter().find(|m| m.id == id).ok_or_else(|| place.wrong("no meeting"))?;
            let of = Of { row, place, keys, meeting, appointments };
            found.convocations.push(of.convocation());
            for reply in &row.reply {
                found.replies.push(of.reply(reply)?);
            }
            for (at, opinion) in row.opinion.iter().enumerate() {
                found.opinions.push(of.opinion(at, opinion)?);
            }
            for (at, guest) in row.guest.iter().enumerate() {
                found.guests.push(of.guest(at, guest)?);
            }
            for one in &row.arranged {
                found.arrangements.push(of.arranged(one)?);
            }
            found.galleries.extend(row.gallery.as_ref().map(|g| of.gallery(g)).transpose()?);
            found.applicants.extend((1..).zip(&row.applicant).map(|(at, a)| of.applicant(at, a)));
        }
        Ok(found)
    }
}

struct Of<'a> {
    row: &'a Row,
    place: Place<'a>,
    keys: &'a Keys,
    meeting: &'a Meeting,
    appointments: &'a [Appointment],
}

impl Of<'_> {
    fn id(&self) -> MeetingId {
        self.meeting.id
    }

    fn key(&self, what: impl std::fmt::Display) -> String {
        format!("{}/{what}", self.row.meeting)
    }

    fn item(&self, number: Option<i64>) -> Option<AgendaItemId> {
        number.map(|n| AgendaItemId::from_key(&self.key(n)))
    }

    /// Under which appointment a person sits there that day.
    fn sits(&self, person: &str) -> Result<&Appointment> {
        let id = self.keys.person(self.place, person)?;
        let (body, on) = (self.meeting.body, self.meeting.date);
        let found = self.appointments.iter().find(|a| a.person == id && a.body == body && a.is_open_on(on));
        found.ok_or_else(|| self.place.wrong(format_args!("{person} does not sit there that day")))
    }

    fn convocation(&self) -> Convocation {
        Convocation {
            meeting: self.id(),
            reply_by: day(self.row.reply_by),
            opinions_by: day(self.row.opinions_by),
            opinions_hour: self.row.opinions_hour.clone(),
            needs_by: day(self.row.needs_by),
            noticed_on: day(self.row.noticed_on),
        }
    }

    fn reply(&self, row: &ReplyRow) -> Result<Reply> {
        Ok(Reply {
            id: ReplyId::from_key(&self.key(&row.person)),
            meeting: self.id(),
            appointment: self.sits(&row.person)?.id,
            answer: Some(Answer::from_code(&row.answer).map_err(|e| self.place.wrong(e))?),
            proxy: row.proxy.clone(),
            needs: row.needs.clone(),
            received_on: day(row.received_on),
            note: row.note.clone(),
        })
    }

    fn opinion(&self, at: usize, row: &OpinionRow) -> Result<Opinion> {
        Ok(Opinion {
            id: OpinionId::from_key(&self.key(at)),
            meeting: self.id(),
            item: self.item(row.item),
            appointment: self.sits(&row.person)?.id,
            received_on: day(row.received_on),
            text: row.text.trim().to_owned(),
            file: None,
            file_name: None,
        })
    }

    fn guest(&self, at: usize, row: &GuestRow) -> Result<Guest> {
        Ok(Guest {
            id: GuestId::from_key(&self.key(at)),
            meeting: self.id(),
            kind: GuestKind::from_code(&row.kind).map_err(|e| self.place.wrong(e))?,
            organization: row.organization.clone(),
            post: row.post.clone(),
            name: row.name.clone(),
            item: self.item(row.item),
            comes: row.comes,
        })
    }

    fn arranged(&self, row: &ArrangedRow) -> Result<Arrangement> {
        let need = Need::from_code(&row.need).map_err(|e| self.place.wrong(e))?;
        Ok(Arrangement { meeting: self.id(), need, done_on: Some(row.on.0), note: row.note.clone() })
    }

    fn gallery(&self, row: &GalleryRow) -> Result<Gallery> {
        Ok(Gallery {
            meeting: self.id(),
            capacity: row.capacity,
            admission: Admission::from_code(&row.admission).map_err(|e| self.place.wrong(e))?,
            apply_from: day(row.apply_from),
            apply_by: day(row.apply_by),
            how: row.how.clone(),
        })
    }

    fn applicant(&self, at: u32, row: &ApplicantRow) -> Applicant {
        Applicant {
            id: ApplicantId::from_key(&self.key(at)),
            meeting: self.id(),
            order: at,
            name: row.name.clone(),
            address: None,
            contact: row.contact.clone(),
            needs: row.needs.clone(),
            applied_on: day(row.applied_on),
            state: ApplicantState::Applied,
            refusal: None,
            lot: None,
            came: false,
        }
    }
}
