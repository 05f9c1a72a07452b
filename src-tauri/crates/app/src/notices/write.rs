//! Days of the notice, replies, guests, and what is carried on into the attendance.

use super::{filled, live, refused, sitting, title};
use crate::attendance::SetPresence;
use crate::council::{App, Written};
use crate::deliveries::{RecordDelivery, deliveries, members};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::convocation::{Convocation, Guest, GuestKind};
use entaku_domain::delivery::{Delivered, Handed, lacking};
use entaku_domain::id::{AgendaItemId, AppointmentId, DeliveryId, GuestId, MeetingId, ReplyId};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::notice_fault::NoticeFault;
use entaku_domain::reply::{Answer, Reply};
use entaku_domain::text::{check_note, parse_time, search_key};
use entaku_domain::violation::Violation;
use entaku_store::{Action, Tx};

/// New days of a notice; what is missing stays, what is none is taken away.
#[derive(Debug, Clone, Default)]
pub struct NewConvocation {
    /// By when an answer is asked for.
    pub reply_by: Option<Option<Day>>,
    /// Until when opinions are taken.
    pub opinions_by: Option<Option<Day>>,
    /// Until which hour of that day, as typed; empty for none.
    pub opinions_hour: Option<String>,
    /// By when needs are to be told.
    pub needs_by: Option<Option<Day>>,
}

/// What is to be recorded of one member's reply; what is missing stays.
#[derive(Debug, Clone)]
pub struct SetReply {
    /// The appointment.
    pub appointment: AppointmentId,
    /// The answer; none takes it away.
    pub answer: Option<Option<Answer>>,
    /// Who comes instead; empty for nobody named.
    pub proxy: Option<String>,
    /// What the member needs at this meeting, all of it.
    pub needs: Option<Vec<String>>,
    /// The day on which it came; none takes it away.
    pub received_on: Option<Option<Day>>,
    /// What else was said; empty for nothing.
    pub note: Option<String>,
}

/// Somebody from outside who is asked to come.
#[derive(Debug, Clone)]
pub struct NewGuest {
    /// Whom to change; a new one where none.
    pub id: Option<GuestId>,
    /// As what.
    pub kind: GuestKind,
    /// The organisation.
    pub organization: String,
    /// The post.
    pub post: String,
    /// The name.
    pub name: String,
    /// The item.
    pub item: Option<AgendaItemId>,
    /// Whether they come.
    pub comes: Option<bool>,
}

impl App {
    /// Sets by when members answer, write and tell what they need (「開催通知の期限の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::BadTime`].
    pub fn set_convocation(&mut self, id: MeetingId, new: &NewConvocation) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        let days = self.new_days(&council, m, new)?;
        let notices = days.check(m.date).into_iter().map(Violation::Notice).collect();
        let action = Action::new("set_convocation").about(title(&council, m));
        self.change(action, notices, |tx| Ok(tx.put_convocation(&days)?))
    }

    fn new_days(&self, council: &Snapshot, m: &Meeting, new: &NewConvocation) -> Result<Convocation> {
        let old =
            self.store().convocation(m.id)?.unwrap_or_else(|| Convocation::usual(m.id, m.date, &council.calendar));
        let hour = match new.opinions_hour.as_deref().map(str::trim) {
            None => old.opinions_hour,
            Some("") => None,
            Some(typed) => {
                let bad = || AppError::BadTime { field: "opinions_hour", text: typed.to_owned() };
                Some(parse_time(typed).ok_or_else(bad)?)
            }
        };
        Ok(Convocation {
            reply_by: new.reply_by.unwrap_or(old.reply_by),
            opinions_by: new.opinions_by.unwrap_or(old.opinions_by),
            opinions_hour: hour,
            needs_by: new.needs_by.unwrap_or(old.needs_by),
            ..old
        })
    }

    /// The days of a notice counted anew from another day of the meeting: those that are set,
    /// the hour stays. A meeting that is to be told of anew has no notice that is out.
    pub(crate) fn recounted(&self, council: &Snapshot, old: &Meeting, new: &Meeting) -> Result<Option<Convocation>> {
        let kept = self.store().convocation(old.id)?.filter(|_| new.date != old.date && !new.state.is_over());
        let usual = Convocation::usual(new.id, new.date, &council.calendar);
        Ok(kept.map(|kept| Convocation {
            reply_by: kept.reply_by.and(usual.reply_by),
            opinions_by: kept.opinions_by.and(usual.opinions_by),
            needs_by: kept.needs_by.and(usual.needs_by),
            noticed_on: kept.noticed_on.filter(|_| new.state != MeetingState::Draft),
            ..kept
        }))
    }

    /// Records that the notice went out (「開催通知の送付の記録」): the day and the days by
    /// which members answer, what each member got and how, and the meeting is noticed; all
    /// taken back at once.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a meeting that was called off
    /// or is over, and for a day to come.
    pub fn send_notice(&mut self, id: MeetingId, on: Day) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        if m.state.is_over() {
            let fault = MeetingFault::StateJump { from: m.state, to: MeetingState::Noticed };
            return Err(AppError::Rules(vec![Violation::Meeting(fault)]));
        }
        let days = Convocation { noticed_on: Some(on), ..self.new_days(&council, m, &NewConvocation::default())? };
        let moved = (m.state == MeetingState::Draft).then(|| Meeting { state: MeetingState::Noticed, ..m.clone() });
        let mut notices: Vec<Violation> = days.check(m.date).into_iter().map(Violation::Notice).collect();
        if moved.is_some() {
            notices.extend(self.check_notice(&council, m).into_iter().map(Violation::Meeting));
        }
        let sent = self.sent(&council, m, on)?;
        let action = Action::new("send_notice").about(title(&council, m));
        self.change(action, notices, |tx| {
            tx.put_convocation(&days)?;
            for one in sent {
                let id = DeliveryId::new(tx.new_id());
                tx.put_delivery(&Delivered { id, ..one })?;
            }
            moved.map_or(Ok(()), |m| Ok(tx.put_meeting(&m)?))
        })
    }

    /// The notice to each member who has not got it, as they want to get what is sent.
    fn sent(&self, council: &Snapshot, m: &Meeting, on: Day) -> Result<Vec<Delivered>> {
        self.check_delivery(on, None, &[])?;
        let known = self.store().deliveries(m.id)?;
        let named = lacking(&members(council, m), Handed::Notice, None, &known);
        let ask = RecordDelivery {
            meeting: m.id,
            what: Handed::Notice,
            on,
            people: None,
            others: Vec::new(),
            way: None,
            issued: None,
            note: None,
        };
        Ok(deliveries(council, &ask, &named))
    }

    /// Records what members answered, all in one change (「出欠の回答の記録」). An answer
    /// without a day came today.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a meeting that was called off,
    /// or for somebody who is no member on its day (V15).
    pub fn set_replies(&mut self, id: MeetingId, rows: &[SetReply]) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        let old = self.store().replies(id)?;
        let sits = sitting(&council, m);
        let known = |a: AppointmentId| {
            sits.iter().any(|s| s.appointment.is_some_and(|s| s.id == a)) || old.iter().any(|r| r.appointment == a)
        };
        if rows.iter().any(|r| !known(r.appointment)) {
            return Err(AppError::Rules(vec![Violation::NotMemberOnDay { on: m.date }]));
        }
        let texts = rows.iter().flat_map(|r| {
            let needs = r.needs.iter().flatten().map(|n| ("needs", n.as_str()));
            let named = [("proxy", r.proxy.as_deref()), ("note", r.note.as_deref())];
            named.into_iter().filter_map(|(field, text)| Some((field, text?))).chain(needs)
        });
        all_right(texts.map(|(field, text)| check_note(field, text)))?;
        let today = self.today();
        let new: Vec<Reply> = rows.iter().map(|r| replied(m.id, &old, r, today)).collect();
        let notices = reply_notices(&council, m, &new);
        let action = Action::new("set_replies").about(title(&council, m));
        self.change(action, notices, |tx| new.into_iter().try_for_each(|r| put(tx, r, &old)))
    }

    /// Writes what members announced into the attendance, where it says nothing yet
    /// (「出欠の記録」); answers how many.
    ///
    /// # Errors
    /// Those of [`App::set_attendance`].
    pub fn take_over_replies(&mut self, id: MeetingId) -> Result<Written<u32>> {
        let council = self.snapshot()?;
        let open = self.untaken(&council, live(&council, id)?)?;
        let row = |r: &Reply| SetPresence {
            appointment: r.appointment,
            presence: r.answer.map(Answer::presence),
            proxy: r.proxy.clone(),
        };
        let rows: Vec<SetPresence> = open.iter().map(row).collect();
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        Ok(self.set_attendance(id, &rows)?.map(|()| count))
    }

    /// Records who else is asked to come, and whether they do (「招く人の記録」).
    ///
    /// # Errors
    /// Unknown meetings and guests; [`AppError::Rules`] for nobody, or an item of another meeting.
    pub fn set_guest(&mut self, id: MeetingId, new: &NewGuest) -> Result<Written<GuestId>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        let texts = [("organization", &new.organization), ("post", &new.post), ("name", &new.name)];
        all_right(texts.map(|(field, text)| check_note(field, text)))?;
        if filled(&new.organization).is_none() && filled(&new.name).is_none() {
            return Err(refused(NoticeFault::GuestUnnamed));
        }
        self.own_item(m, new.item)?;
        if let Some(guest) = new.id {
            let old = self.store().guest(guest)?.filter(|g| g.meeting == id);
            old.ok_or_else(|| AppError::UnknownRecord(guest.to_string()))?;
        }
        let action = Action::new("set_guest").about(title(&council, m));
        self.change(action, Vec::new(), |tx| {
            let guest = new.id.unwrap_or_else(|| GuestId::new(tx.new_id()));
            tx.put_guest(&Guest {
                id: guest,
                meeting: id,
                kind: new.kind,
                organization: new.organization.trim().to_owned(),
                post: new.post.trim().to_owned(),
                name: new.name.trim().to_owned(),
                item: new.item,
                comes: new.comes,
            })?;
            Ok(guest)
        })
    }

    /// Takes somebody off who is not asked any more (「招く人の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_guest(&mut self, id: GuestId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.store().guest(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let m = crate::meetings::page::meeting(&council, old.meeting)?;
        let action = Action::new("remove_guest").about(title(&council, m));
        self.change(action, Vec::new(), |tx| Ok(tx.remove_guest(id)?))
    }

    /// Whether an item is one of the meeting's.
    pub(super) fn own_item(&self, m: &Meeting, item: Option<AgendaItemId>) -> Result<()> {
        let Some(item) = item else { return Ok(()) };
        let own = self.store().agenda(m.id)?.iter().any(|i| i.id == item);
        if own { Ok(()) } else { Err(refused(NoticeFault::ItemElsewhere)) }
    }
}

/// A reply as it will be.
fn replied(meeting: MeetingId, old: &[Reply], new: &SetReply, today: Day) -> Reply {
    let known = old.iter().find(|r| r.appointment == new.appointment).cloned();
    let mut reply = known.unwrap_or_else(|| Reply {
        id: ReplyId::new(uuid::Uuid::nil()),
        meeting,
        appointment: new.appointment,
        answer: None,
        proxy: None,
        needs: Vec::new(),
        received_on: None,
        note: None,
    });
    if let Some(answer) = new.answer {
        reply.answer = answer;
        reply.received_on = answer.and(reply.received_on.or(Some(today)));
    }
    if let Some(proxy) = &new.proxy {
        reply.proxy = filled(proxy);
    }
    if reply.answer != Some(Answer::Proxy) {
        reply.proxy = None;
    }
    if let Some(needs) = &new.needs {
        reply.needs = needs.iter().filter_map(|n| filled(n)).collect();
    }
    if let Some(day) = new.received_on {
        reply.received_on = day;
    }
    if let Some(note) = &new.note {
        reply.note = filled(note);
    }
    reply
}

/// What says nothing any more is not kept.
fn put(tx: &mut Tx<'_>, reply: Reply, old: &[Reply]) -> Result<()> {
    let known = old.iter().find(|r| r.appointment == reply.appointment);
    match (reply.is_empty(), known) {
        (true, Some(known)) => Ok(tx.remove_reply(known.id)?),
        (true, None) => Ok(()),
        (false, Some(_)) => Ok(tx.put_reply(&reply)?),
        (false, None) => {
            let id = ReplyId::new(tx.new_id());
            Ok(tx.put_reply(&Reply { id, ..reply })?)
        }
    }
}

/// A proxy without a name, or with that of a fellow member (V15).
fn reply_notices(council: &Snapshot, m: &Meeting, new: &[Reply]) -> Vec<Violation> {
    let sent: Vec<&Reply> = new.iter().filter(|r| r.answer == Some(Answer::Proxy)).collect();
    let unnamed = sent.iter().filter(|r| r.proxy.is_none()).count();
    let mut found = Vec::new();
    if unnamed > 0 {
        found.push(Violation::Meeting(MeetingFault::ProxyUnnamed { count: unnamed }));
    }
    let members: Vec<String> =
        sitting(council, m).iter().filter_map(|s| s.person).map(|p| search_key(&p.name_on(m.date).full())).collect();
    let named = sent.iter().filter_map(|r| r.proxy.as_ref());
    let fellow = named.filter(|name| members.contains(&search_key(name)));
    found.extend(fellow.map(|name| Violation::Notice(NoticeFault::ProxyIsMember { name: name.clone() })));
    found
}
