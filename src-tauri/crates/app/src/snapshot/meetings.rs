//! What is asked of meetings as a whole: whose they are, how each body numbers them,
//! who sits at one.

use super::{Sitting, Snapshot};
use crate::text::labels;
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_domain::id::BodyId;
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_rule::{AgendaStyle, MeetingRule};
use entaku_domain::series::Series;
use entaku_domain::violation::Violation;

impl Snapshot {
    /// How a body meets, where it differs from the council's way.
    pub fn meeting_rule(&self, body: BodyId) -> Option<&MeetingRule> {
        self.meeting_rules.iter().find(|r| r.body == body)
    }

    /// How a body numbers its meetings (V14).
    pub fn series(&self, body: BodyId) -> Series {
        self.meeting_rule(body).and_then(|r| r.series).unwrap_or_else(|| Series::of(self.council.numbering))
    }

    /// How the agendas of a body are written.
    pub fn agenda_style(&self, body: BodyId) -> AgendaStyle {
        self.meeting_rule(body).map(|r| r.style).unwrap_or_default()
    }

    /// What the meetings of a body are called after their number: its own word, else its name in the year.
    pub fn meeting_word(&self, body: BodyId, year: FiscalYear) -> &str {
        let own = self.meeting_rule(body).and_then(|r| r.title.as_deref());
        own.unwrap_or_else(|| self.body_name(body, year))
    }

    /// 令和8年度 第2回 全体会; of a joint meeting every body with its number.
    pub fn meeting_title(&self, meeting: &Meeting) -> String {
        format!("{}　{}", self.council.date_style.fiscal_year(meeting.year()), self.meeting_name(meeting))
    }

    /// 第2回 全体会; of a joint meeting every body with its number.
    pub fn meeting_name(&self, meeting: &Meeting) -> String {
        match meeting.joint.is_empty() {
            true => labels::meeting_in(meeting.number, self.meeting_word(meeting.body, meeting.year())),
            false => self.meeting_short(meeting),
        }
    }

    /// 第2回全体会, without a space; of a joint meeting every body with its number.
    pub fn meeting_short(&self, meeting: &Meeting) -> String {
        let short = |b| labels::meeting_short(meeting.number_in(b), self.meeting_word(b, meeting.year()));
        match meeting.joint.is_empty() {
            true => short(meeting.body),
            false => labels::joint(&meeting.bodies().map(short).collect::<Vec<_>>()),
        }
    }

    /// The meetings of a body, by itself and with others.
    pub fn meetings_of(&self, body: BodyId) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(move |m| m.is_of(body))
    }

    /// Whether a meeting is one of a body of a kind.
    pub fn is_of_kind(&self, meeting: &Meeting, kind: BodyKind) -> bool {
        meeting.bodies().any(|id| self.body_by_id(id).is_some_and(|b| b.kind == kind))
    }

    /// The seats of the bodies that meet, on the day of the meeting, each with who sits
    /// there; whoever sits in two of them comes once, with the first.
    pub fn at_meeting(&self, meeting: &Meeting) -> Vec<Sitting<'_>> {
        let mut all: Vec<Sitting<'_>> = Vec::new();
        for body in meeting.bodies() {
            let twice =
                |s: &Sitting<'_>| s.person.is_some_and(|p| all.iter().any(|o| o.person.is_some_and(|q| q.id == p.id)));
            let more: Vec<Sitting<'_>> = self.sittings(body, meeting.date).into_iter().filter(|s| !twice(s)).collect();
            all.extend(more);
        }
        all
    }

    /// V14: numbers of a meeting that another of the same body has.
    pub fn check_numbers(&self, meeting: &Meeting) -> Vec<Violation> {
        meeting.bodies().filter_map(|b| self.series(b).check_number(b, meeting, &self.meetings)).collect()
    }

    /// V14: as [`Self::check_numbers`], of numbers that have just been changed.
    pub fn check_renumbered(&self, old: &Meeting, new: &Meeting) -> Vec<Violation> {
        new.bodies().filter_map(|b| self.series(b).check_renumbered(b, old, new, &self.meetings)).collect()
    }

    /// V14: whether its numbers follow the days.
    pub fn check_number_order(&self, meeting: &Meeting) -> Option<Violation> {
        meeting.bodies().find_map(|b| self.series(b).check_order(b, meeting, &self.meetings))
    }
}
