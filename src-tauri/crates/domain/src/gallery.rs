//! The public at a meeting (傍聴): how many may come, who asked to, and when what
//! is known of them is erased.

use crate::Day;
use crate::id::{ApplicantId, MeetingId};
use chrono::Days;

coded! {
    /// How it is decided who may listen, where more ask than there is room for (傍聴者の決め方).
    Admission {
        FirstCome = "first_come", "先着順";
        Lot = "lot", "抽選";
    }
}

coded! {
    /// How far an application has come (申込みの状態).
    ApplicantState {
        Applied = "applied", "受付";
        Admitted = "admitted", "傍聴可";
        Refused = "refused", "お断り";
    }
}

/// The public at a meeting (傍聴の定め).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gallery {
    /// The meeting.
    pub meeting: MeetingId,
    /// How many may come (傍聴の定員); no limit is set where none.
    pub capacity: Option<u16>,
    /// How it is decided.
    pub admission: Admission,
    /// First day of applications; from the notice on where none.
    pub apply_from: Option<Day>,
    /// Last day of applications; on the day itself where none.
    pub apply_by: Option<Day>,
    /// How one applies, in words.
    pub how: String,
}

/// Somebody who asks to listen (傍聴の申込者). Erased after a day that the office sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// Its identifier.
    pub id: ApplicantId,
    /// The meeting.
    pub meeting: MeetingId,
    /// In which order they applied, 1 for the first.
    pub order: u32,
    /// The name.
    pub name: String,
    /// The address, where the office asks for it.
    pub address: Option<String>,
    /// Telephone or e-mail, to tell the result of a lot.
    pub contact: Option<String>,
    /// What they need in the room. Never why.
    pub needs: Option<String>,
    /// The day on which they applied.
    pub applied_on: Option<Day>,
    /// How far it has come.
    pub state: ApplicantState,
    /// Why they were refused.
    pub refusal: Option<String>,
    /// The number that the lot gave them.
    pub lot: Option<u32>,
    /// Whether they came.
    pub came: bool,
}

impl Gallery {
    /// What holds where the office has said nothing: no limit, as they come.
    pub const fn usual(meeting: MeetingId) -> Self {
        Self {
            meeting,
            capacity: None,
            admission: Admission::FirstCome,
            apply_from: None,
            apply_by: None,
            how: String::new(),
        }
    }

    /// Who may come of those who applied and whom nobody has refused by hand: the first ones,
    /// or those with the lowest lots; whoever was admitted already stays so.
    /// `lots` gives each application its number, in the list's order.
    pub fn decide(&self, applicants: &[Applicant], lots: &[u32]) -> Vec<Applicant> {
        let drawn = |at: usize| lots.get(at).copied().filter(|_| self.admission == Admission::Lot);
        let mut all: Vec<Applicant> = applicants
            .iter()
            .enumerate()
            .map(|(at, one)| Applicant { lot: one.lot.or_else(|| drawn(at)), ..one.clone() })
            .collect();
        all.sort_by_key(|a| (a.state != ApplicantState::Admitted, a.lot, a.order));
        let mut room = self.capacity.map_or(usize::MAX, usize::from);
        for one in &mut all {
            match one.state {
                ApplicantState::Refused => continue,
                ApplicantState::Applied if room == 0 => one.state = ApplicantState::Refused,
                ApplicantState::Applied => one.state = ApplicantState::Admitted,
                ApplicantState::Admitted => {}
            }
            room = room.saturating_sub(usize::from(one.state == ApplicantState::Admitted));
        }
        all.sort_by_key(|a| a.order);
        all
    }
}

/// What the office does with applications (傍聴の申込みの扱い).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GalleryOffice {
    /// For how many days after the meeting applications are kept.
    pub keep_days: u16,
    /// Whether the address is asked for.
    pub asks_address: bool,
}

impl GalleryOffice {
    /// What holds where the office has said nothing: a month, and no address.
    pub const USUAL: Self = Self { keep_days: 30, asks_address: false };
}

/// The day on which what is known of applicants may be erased: so many days after the meeting.
pub fn erase_on(meeting: Day, keep_days: u16) -> Day {
    meeting.checked_add_days(Days::new(u64::from(keep_days))).unwrap_or(meeting)
}

#[cfg(test)]
mod tests {
    //! Who may come.
    use super::*;

    fn applicants(states: &[ApplicantState]) -> Vec<Applicant> {
        let one = |(at, state): (u32, &ApplicantState)| Applicant {
            id: ApplicantId::from_key(&at.to_string()),
            meeting: MeetingId::from_key("m"),
            order: at,
            name: at.to_string(),
            address: None,
            contact: None,
            needs: None,
            applied_on: None,
            state: *state,
            refusal: None,
            lot: None,
            came: false,
        };
        (1..).zip(states).map(one).collect()
    }

    fn admitted(gallery: &Gallery, states: &[ApplicantState], lots: &[u32]) -> Vec<u32> {
        let decided = gallery.decide(&applicants(states), lots);
        decided.iter().filter(|a| a.state == ApplicantState::Admitted).map(|a| a.order).collect()
    }

    #[test]
    fn the_first_come_or_the_lowest_lots_are_admitted() {
        use ApplicantState::{Admitted, Applied, Refused};
        let first = Gallery { capacity: Some(2), ..Gallery::usual(MeetingId::from_key("m")) };
        let lot = Gallery { admission: Admission::Lot, ..first.clone() };
        for (gallery, states, lots, expected) in [
            (&first, &[Applied, Applied, Applied][..], &[][..], &[1, 2][..]),
            (&first, &[Refused, Applied, Applied], &[], &[2, 3]),
            (&first, &[Applied, Applied, Admitted], &[], &[1, 3]),
            (&lot, &[Applied, Applied, Applied], &[3, 1, 2], &[2, 3]),
            (&lot, &[Applied, Admitted, Applied], &[3, 2, 1], &[2, 3]),
            (&Gallery::usual(MeetingId::from_key("m")), &[Applied, Applied, Applied], &[], &[1, 2, 3]),
            (&first, &[], &[], &[]),
        ] {
            assert_eq!(admitted(gallery, states, lots), expected, "{states:?} {lots:?}");
        }
    }

    #[test]
    fn applicants_are_kept_for_some_days_after_the_meeting() {
        let day = Day::from_ymd_opt(2026, 10, 14).unwrap_or_default();
        assert_eq!(erase_on(day, 30).to_string(), "2026-11-13");
        assert_eq!(erase_on(day, 0), day);
    }
}
