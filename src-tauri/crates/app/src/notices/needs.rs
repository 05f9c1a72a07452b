//! What is needed at a meeting (情報保障等) and by when it is arranged (V24): from what
//! members always need, what they told for this meeting, and the public.

use super::{filled, live, sitting, title};
use crate::council::{App, Written};
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::notices as words;
use entaku_domain::Day;
use entaku_domain::gallery::ApplicantState;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::Meeting;
use entaku_domain::need::{Arrangement, Need};
use entaku_domain::reply::Answer;
use entaku_domain::text::check_note;
use entaku_store::Action;

/// Somebody who needs something.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct NeedOf {
    /// The name; 傍聴者 for one of the public.
    pub name: String,
    /// What exactly, as it was told: 手話通訳（2人）.
    pub detail: String,
    /// Whether it is always needed, not for this meeting alone.
    pub always: bool,
    /// Whether the member stays away.
    pub absent: bool,
}

/// Something that is to be arranged for a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct NeedRow {
    /// What, a code.
    pub need: String,
    /// What, in Japanese.
    pub label: String,
    /// For whom.
    pub people: Vec<NeedOf>,
    /// By when it should be arranged, ISO.
    pub due: String,
    /// The last call, ISO.
    pub last_call: String,
    /// How the days were counted.
    pub reason: String,
    /// `done`, `ahead`, `late` after the first day, `missed` after the last call; `idle`
    /// where everybody who needs it stays away.
    pub state: String,
    /// When it was arranged, ISO.
    pub done_on: Option<String>,
    /// With whom, how many.
    pub note: Option<String>,
}

impl App {
    /// What is to be arranged for a meeting, the earliest due first.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn meeting_needs(&self, id: MeetingId) -> Result<Vec<NeedRow>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let told = self.told(&council, m)?;
        let arranged = self.store().arrangements(id)?;
        let mut rows: Vec<NeedRow> = Vec::new();
        for need in Need::ALL {
            let people: Vec<NeedOf> = told.iter().filter(|(n, _)| n == need).map(|(_, of)| of.clone()).collect();
            let done = arranged.iter().find(|a| a.need == *need);
            if !people.is_empty() || done.is_some() {
                rows.push(need_row(&council, m, *need, people, done, self.today()));
            }
        }
        rows.sort_by(|a, b| a.due.cmp(&b.due));
        Ok(rows)
    }

    /// Everything that anybody needs.
    fn told(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<(Need, NeedOf)>> {
        let replies = self.store().replies(m.id)?;
        let mut found = Vec::new();
        for s in sitting(council, m) {
            let (Some(person), Some(appointment)) = (s.person, s.appointment) else { continue };
            let reply = replies.iter().find(|r| r.appointment == appointment.id);
            let absent = reply.is_some_and(|r| matches!(r.answer, Some(Answer::Absent | Answer::Proxy)));
            let name = person.name_on(m.date).full();
            let of = |detail: &String, always| {
                (Need::of(detail), NeedOf { name: name.clone(), detail: detail.clone(), always, absent })
            };
            found.extend(person.needs.iter().map(|n| of(n, true)));
            // Who is away sends no needs but those of whoever stands in.
            let told = reply.iter().flat_map(|r| &r.needs).map(|n| of(n, false));
            found.extend(told.map(|(need, one)| {
                let stands_in = reply.is_some_and(|r| r.answer == Some(Answer::Proxy));
                (need, NeedOf { absent: one.absent && !stands_in, ..one })
            }));
        }
        for one in self.store().applicants(m.id)? {
            let detail = one.needs.filter(|_| one.state != ApplicantState::Refused);
            found.extend(detail.map(|detail| {
                let name = crate::text::labels::RECIPIENTS[2].to_owned();
                (Need::of(&detail), NeedOf { name, detail, always: false, absent: false })
            }));
        }
        Ok(found)
    }

    /// Records that something has been arranged, or takes it back (「情報保障等の手配の記録」).
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] for the note's text.
    pub fn set_arrangement(
        &mut self,
        id: MeetingId,
        need: Need,
        done_on: Option<Day>,
        note: &str,
    ) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        all_right([check_note("note", note)])?;
        let new = Arrangement { meeting: id, need, done_on, note: filled(note) };
        let known = self.store().arrangements(id)?.iter().any(|a| a.need == need);
        let empty = new.done_on.is_none() && new.note.is_none();
        let action = Action::new("set_arrangement").about(title(&council, m));
        self.change(action, Vec::new(), |tx| match (empty, known) {
            (true, true) => Ok(tx.remove_arrangement(id, need)?),
            (true, false) => Ok(()),
            (false, _) => Ok(tx.put_arrangement(&new)?),
        })
    }
}

fn need_row(
    council: &Snapshot,
    m: &Meeting,
    need: Need,
    people: Vec<NeedOf>,
    done: Option<&Arrangement>,
    today: Day,
) -> NeedRow {
    let due = need.due(m.date, &council.calendar);
    let done_on = done.and_then(|a| a.done_on);
    let state = if done_on.is_some() {
        "done"
    } else if people.iter().all(|p| p.absent) {
        "idle"
    } else if today > due.last_call {
        "missed"
    } else if today > due.on {
        "late"
    } else {
        "ahead"
    };
    NeedRow {
        need: need.code().to_owned(),
        label: need.label().to_owned(),
        people,
        due: due.on.to_string(),
        last_call: due.last_call.to_string(),
        reason: words::need_reason(council.council.date_style, &due, m.date),
        state: state.to_owned(),
        done_on: done_on.map(|d| d.to_string()),
        note: done.and_then(|a| a.note.clone()),
    }
}
