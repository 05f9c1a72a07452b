//! To whom letters of a meeting may go: its members on its day with how they want to
//! get them, those who stand in, and guests.

use super::meeting_facts::is_for;
use crate::council::App;
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::notices as words;
use entaku_domain::address::Delivery;
use entaku_domain::convocation::{Convocation, Guest};
use entaku_domain::id::MeetingId;
use entaku_domain::letter::{LetterKind, LetterNumber};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::need::Need;
use entaku_domain::reply::{Answer, Reply};

/// Somebody to whom a letter of a meeting may go.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingAddressee {
    /// The member's appointment; none for a guest.
    pub appointment: Option<String>,
    /// The guest's identifier; none for a member.
    pub guest: Option<String>,
    /// The name, or what is known in its place.
    pub name: String,
    /// Organisation and post; for who stands in, the member.
    pub affiliation: String,
    /// How they want to get it, a code; none where it was not asked.
    pub delivery: Option<String>,
    /// The same in Japanese; empty for none.
    pub delivery_label: String,
    /// The e-mail address, where one is known.
    pub email: Option<String>,
    /// Whether they need large print.
    pub large_print: bool,
    /// What they answered, a code; none while it is open.
    pub answer: Option<String>,
    /// Numbers of letters of this kind and this meeting that they have already.
    pub numbers: Vec<String>,
}

/// The letters of a meeting that can be made, and to whom.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingLetterPeople {
    /// To whom; nobody for what goes to the public.
    pub rows: Vec<MeetingAddressee>,
    /// Whether the kind fits how the meeting is held.
    pub fits: bool,
    /// By when members are asked to answer where no day is typed, ISO; none while the
    /// meeting's own day is open.
    pub due: Option<String>,
}

impl App {
    /// To whom a kind of letter of a meeting may go. A reminder is for those who have not
    /// answered; a letter to substitutes for members who send one.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn meeting_letter_people(&self, kind: LetterKind, id: MeetingId) -> Result<MeetingLetterPeople> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let replies = self.store().replies(id)?;
        let numbers: Vec<LetterNumber> =
            self.store().letter_numbers()?.into_iter().filter(|n| n.kind == kind && n.meeting == Some(id)).collect();
        let list = List { council: &council, meeting: m, replies: &replies, numbers: &numbers };
        let rows = match kind {
            kind if kind.is_to_public() => Vec::new(),
            LetterKind::Invitation => self.store().guests(id)?.iter().map(|g| list.guest(g)).collect(),
            LetterKind::SubstituteInvitation => {
                list.members(|r| r.is_some_and(|r| r.answer == Some(Answer::Proxy)), true)
            }
            LetterKind::Reminder => list.members(|r| r.is_none_or(|r| r.answer.is_none()), false),
            _ => list.members(|_| true, false),
        };
        let kept = self.store().convocation(id)?;
        let days = kept.unwrap_or_else(|| Convocation::usual(id, m.date, &council.calendar));
        let due = days.reply_by.filter(|_| m.state != MeetingState::Postponed).map(|day| day.to_string());
        Ok(MeetingLetterPeople { rows, fits: is_for(kind, m), due })
    }
}

struct List<'a> {
    council: &'a Snapshot,
    meeting: &'a Meeting,
    replies: &'a [Reply],
    numbers: &'a [LetterNumber],
}

impl List<'_> {
    fn members(&self, wanted: impl Fn(Option<&Reply>) -> bool, stand_in: bool) -> Vec<MeetingAddressee> {
        let m = self.meeting;
        let mut sittings = self.council.at_meeting(m);
        sittings.sort_by_cached_key(|s| self.council.officer_rank(m.body, s, m.date));
        let row = |s: &Sitting<'_>| {
            let reply = s.appointment.and_then(|a| self.replies.iter().find(|r| r.appointment == a.id));
            if wanted(reply) { self.member(s, reply, stand_in) } else { None }
        };
        sittings.iter().filter_map(row).collect()
    }

    fn member(&self, s: &Sitting<'_>, reply: Option<&Reply>, stand_in: bool) -> Option<MeetingAddressee> {
        let (person, appointment, on) = (s.person?, s.appointment?, self.meeting.date);
        let to = self.council.letter_addressee(person.id, on).unwrap_or_default();
        let name = person.name_on(on).full();
        let needs = person.needs.iter().chain(reply.iter().flat_map(|r| &r.needs));
        let proxy = reply.and_then(|r| r.proxy.clone()).filter(|_| stand_in);
        let affiliation = match stand_in {
            true => words::stands_in_for(&name),
            false => self.council.affiliation_text(person.id, on),
        };
        Some(MeetingAddressee {
            appointment: Some(appointment.id.to_string()),
            guest: None,
            name: if stand_in { proxy.unwrap_or_else(|| words::UNNAMED.to_owned()) } else { name },
            affiliation,
            delivery: to.delivery.map(|d| d.code().to_owned()),
            delivery_label: to.delivery.map(Delivery::label).unwrap_or_default().to_owned(),
            email: to.email.filter(|_| !stand_in),
            large_print: !stand_in && needs.into_iter().any(|n| Need::of(n) == Need::LargePrint),
            answer: reply.and_then(|r| r.answer).map(|a| a.code().to_owned()),
            numbers: self.numbers_of(|n| n.appointment == Some(appointment.id)),
        })
    }

    fn guest(&self, guest: &Guest) -> MeetingAddressee {
        let parts = [guest.organization.as_str(), guest.post.as_str()];
        MeetingAddressee {
            appointment: None,
            guest: Some(guest.id.to_string()),
            name: if guest.name.is_empty() { words::UNNAMED.to_owned() } else { guest.name.clone() },
            affiliation: parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　"),
            delivery: None,
            delivery_label: String::new(),
            email: None,
            large_print: false,
            answer: guest.comes.map(|c| if c { Answer::Attends } else { Answer::Absent }.code().to_owned()),
            numbers: self.numbers_of(|n| n.guest == Some(guest.id)),
        }
    }

    fn numbers_of(&self, is: impl Fn(&&LetterNumber) -> bool) -> Vec<String> {
        self.numbers.iter().filter(is).map(|n| n.text.clone()).collect()
    }
}
