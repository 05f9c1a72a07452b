//! Who answered what (出欠の回答), beside what each always needs, and who is asked besides.

use super::{sitting, title};
use crate::council::App;
use crate::error::Result;
use crate::meetings::list::count;
use crate::meetings::page::meeting;
use crate::snapshot::{Sitting, Snapshot};
use crate::substitutes;
use crate::text::notices as words;
use entaku_domain::address::Delivery;
use entaku_domain::appointment::{Appointment, MemberKind};
use entaku_domain::convocation::{Convocation, Guest};
use entaku_domain::id::{AgendaItemId, AppointmentId, MeetingId};
use entaku_domain::meeting::Meeting;
use entaku_domain::reply::{Answer, Reply, ReplyCounts};
use std::collections::BTreeMap;

/// What a member answered.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ReplyRow {
    /// The appointment's identifier.
    pub appointment: String,
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// Organisation and post.
    pub affiliation: String,
    /// The office held.
    pub office: Option<String>,
    /// What kind of member, in Japanese; empty for a regular one.
    pub kind: String,
    /// The answer, a code; none while it is open.
    pub answer: Option<String>,
    /// Who comes instead.
    pub proxy: Option<String>,
    /// Who is registered to stand in that day.
    pub substitutes: Vec<String>,
    /// What the member always needs.
    pub profile: Vec<String>,
    /// What the member told for this meeting.
    pub needs: Vec<String>,
    /// The day on which the answer came, ISO.
    pub received_on: Option<String>,
    /// Whether it came after the day by which it was asked for.
    pub late: bool,
    /// What else was said.
    pub note: Option<String>,
    /// How many written opinions came.
    pub opinions: u32,
    /// How the member wants to get what is sent, in Japanese; empty where it was not asked.
    pub delivery: String,
    /// E-mail and telephone, for a reminder.
    pub reach: Vec<String>,
    /// Whether the member does not sit on the body on the meeting's day any more.
    pub stray: bool,
}

/// Somebody from outside who is asked to come.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct GuestRow {
    /// The identifier.
    pub id: String,
    /// As what, a code.
    pub kind: String,
    /// As what, in Japanese.
    pub kind_label: String,
    /// The organisation.
    pub organization: String,
    /// The post.
    pub post: String,
    /// The name.
    pub name: String,
    /// The item's identifier; none for the whole meeting.
    pub item: Option<String>,
    /// The item with its mark.
    pub item_line: String,
    /// Whether they come; none while it is open.
    pub comes: Option<bool>,
}

/// How many answered what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ReplyTotals {
    /// 出席.
    pub attends: u32,
    /// オンライン.
    pub online: u32,
    /// 代理.
    pub proxy: u32,
    /// 欠席.
    pub absent: u32,
    /// 未回答.
    pub open: u32,
}

/// The days of a notice.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct NoticeDays {
    /// By when an answer is asked for, ISO.
    pub reply_by: Option<String>,
    /// Until when opinions are taken, ISO.
    pub opinions_by: Option<String>,
    /// Until which hour of that day, HH:MM.
    pub opinions_hour: Option<String>,
    /// By when needs are to be told, ISO.
    pub needs_by: Option<String>,
    /// When the notice went out, ISO.
    pub noticed_on: Option<String>,
    /// Whether the office has set them; the usual ones are offered where it has not.
    pub set: bool,
}

/// A choice of an item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ItemChoice {
    /// The item's identifier.
    pub id: String,
    /// ⑴　地域課題について.
    pub line: String,
}

/// The replies to a meeting's notice.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ReplyList {
    /// Everybody who sits on the body that day, in the body's order, then who answered
    /// and sits there no more.
    pub rows: Vec<ReplyRow>,
    /// How many answered what, of those who sit.
    pub totals: ReplyTotals,
    /// In a sentence.
    pub summary: String,
    /// The days of the notice.
    pub days: NoticeDays,
    /// Who else is asked to come.
    pub guests: Vec<GuestRow>,
    /// The items that are dealt with.
    pub items: Vec<ItemChoice>,
    /// Answers of which the attendance says nothing yet.
    pub untaken: u32,
}

impl App {
    /// The replies to a meeting's notice.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn reply_list(&self, id: MeetingId) -> Result<ReplyList> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let set = self.store().convocation(id)?;
        let days = set.clone().unwrap_or_else(|| Convocation::usual(id, m.date, &council.calendar));
        let mut list = Lists { council: &council, m, due: days.reply_by, opinions: self.opinion_counts(id)? };
        let mut replies: BTreeMap<AppointmentId, Reply> =
            self.store().replies(id)?.into_iter().map(|r| (r.appointment, r)).collect();
        let mut rows: Vec<ReplyRow> = Vec::new();
        for s in &sitting(&council, m) {
            let reply = s.appointment.and_then(|a| replies.remove(&a.id));
            rows.extend(list.row(s, reply.as_ref()));
        }
        let counts = ReplyCounts::of(rows.iter().map(|r| answer(r.answer.as_deref())));
        let summary = words::counts(rows.len(), counts);
        rows.extend(replies.values().filter_map(|r| list.stray(r)));
        let items = crate::letters::items_of(self, &council, m)?;
        let line = |item: Option<AgendaItemId>| items.iter().find(|i| Some(i.id) == item).map(|i| i.line());
        let guests = self.store().guests(id)?;
        Ok(ReplyList {
            totals: totals(counts),
            summary,
            days: notice_days(&days, set.is_some()),
            guests: guests.iter().map(|g| guest_row(g, line(g.item).unwrap_or_default())).collect(),
            items: items.iter().map(|i| ItemChoice { id: i.id.to_string(), line: i.line() }).collect(),
            untaken: count(self.untaken(&council, m)?.len()),
            rows,
        })
    }

    fn opinion_counts(&self, id: MeetingId) -> Result<BTreeMap<AppointmentId, u32>> {
        let mut counts = BTreeMap::new();
        for opinion in self.store().opinions(id)? {
            *counts.entry(opinion.appointment).or_default() += 1;
        }
        Ok(counts)
    }

    /// The answers of those who sit there, and of whom the attendance says nothing yet.
    pub(super) fn untaken(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<Reply>> {
        let recorded = self.store().attendance(m.id)?;
        let sits: Vec<AppointmentId> = sitting(council, m).iter().filter_map(|s| s.appointment).map(|a| a.id).collect();
        let mut open = self.store().replies(m.id)?;
        open.retain(|r| {
            r.answer.is_some()
                && sits.contains(&r.appointment)
                && !recorded.iter().any(|a| a.appointment == r.appointment)
        });
        Ok(open)
    }

    /// What a meeting is called, for a file.
    pub(crate) fn notice_title(&self, id: MeetingId) -> Result<String> {
        let council = self.snapshot()?;
        Ok(title(&council, meeting(&council, id)?))
    }
}

/// An answer by its code.
pub(super) fn answer(code: Option<&str>) -> Option<Answer> {
    code.and_then(|c| Answer::from_code(c).ok())
}

fn totals(counts: ReplyCounts) -> ReplyTotals {
    ReplyTotals {
        attends: count(counts.attends),
        online: count(counts.online),
        proxy: count(counts.proxy),
        absent: count(counts.absent),
        open: count(counts.open),
    }
}

fn notice_days(days: &Convocation, set: bool) -> NoticeDays {
    let iso = |d: Option<entaku_domain::Day>| d.map(|d| d.to_string());
    NoticeDays {
        reply_by: iso(days.reply_by),
        opinions_by: iso(days.opinions_by),
        opinions_hour: days.opinions_hour.clone(),
        needs_by: iso(days.needs_by),
        noticed_on: iso(days.noticed_on),
        set,
    }
}

fn guest_row(guest: &Guest, item_line: String) -> GuestRow {
    GuestRow {
        id: guest.id.to_string(),
        kind: guest.kind.code().to_owned(),
        kind_label: guest.kind.label().to_owned(),
        organization: guest.organization.clone(),
        post: guest.post.clone(),
        name: guest.name.clone(),
        item: guest.item.map(|i| i.to_string()),
        item_line,
        comes: guest.comes,
    }
}

struct Lists<'a> {
    council: &'a Snapshot,
    m: &'a Meeting,
    due: Option<entaku_domain::Day>,
    opinions: BTreeMap<AppointmentId, u32>,
}

impl Lists<'_> {
    fn row(&mut self, s: &Sitting<'_>, reply: Option<&Reply>) -> Option<ReplyRow> {
        let appointment = s.appointment?;
        let mut row = self.about(appointment, reply)?;
        row.substitutes = substitutes::names(self.council, s, self.m.date);
        Some(row)
    }

    fn stray(&self, reply: &Reply) -> Option<ReplyRow> {
        let row = self.about(self.council.appointment(reply.appointment)?, Some(reply))?;
        Some(ReplyRow { stray: true, ..row })
    }

    fn about(&self, appointment: &Appointment, reply: Option<&Reply>) -> Option<ReplyRow> {
        let (council, on) = (self.council, self.m.date);
        let person = council.person(appointment.person)?;
        let to = council.letter_addressee(person.id, on).unwrap_or_default();
        let regular = appointment.kind == MemberKind::Regular;
        Some(ReplyRow {
            appointment: appointment.id.to_string(),
            person: person.id.to_string(),
            name: person.name_on(on).full(),
            kana: person.name_on(on).kana(),
            affiliation: council.affiliation_text(person.id, on),
            office: council.office_title(self.m.body, person.id, on).map(str::to_owned),
            kind: if regular { String::new() } else { appointment.kind.label().to_owned() },
            answer: reply.and_then(|r| r.answer).map(|a| a.code().to_owned()),
            proxy: reply.and_then(|r| r.proxy.clone()),
            substitutes: Vec::new(),
            profile: person.needs.clone(),
            needs: reply.map(|r| r.needs.clone()).unwrap_or_default(),
            received_on: reply.and_then(|r| r.received_on).map(|d| d.to_string()),
            late: reply.is_some_and(|r| r.is_late(self.due)),
            note: reply.and_then(|r| r.note.clone()),
            opinions: self.opinions.get(&appointment.id).copied().unwrap_or_default(),
            delivery: to.delivery.map(Delivery::label).unwrap_or_default().to_owned(),
            reach: [to.email, to.telephone].into_iter().flatten().collect(),
            stray: false,
        })
    }
}
