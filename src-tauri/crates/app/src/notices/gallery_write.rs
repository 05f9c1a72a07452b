//! The public at a meeting, written: what is set, applications, who may come, and
//! their erasure.

use super::{filled, live, refused, title};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::people::all_right;
use crate::text::notices as words;
use entaku_domain::Day;
use entaku_domain::gallery::{Admission, Applicant, ApplicantState, Gallery, GalleryOffice, erase_on};
use entaku_domain::id::{ApplicantId, MeetingId};
use entaku_domain::notice_fault::NoticeFault;
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// What is set of the public at a meeting.
#[derive(Debug, Clone)]
pub struct NewGallery {
    /// How many may come; no limit where none.
    pub capacity: Option<u16>,
    /// How it is decided.
    pub admission: Admission,
    /// First day of applications.
    pub apply_from: Option<Day>,
    /// Last day of applications.
    pub apply_by: Option<Day>,
    /// How one applies.
    pub how: String,
}

/// Somebody who asks to listen.
#[derive(Debug, Clone)]
pub struct NewApplicant {
    /// Whom to change; a new one where none.
    pub id: Option<ApplicantId>,
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
    /// Telephone or e-mail.
    pub contact: String,
    /// What they need in the room.
    pub needs: String,
    /// When they applied; today where none.
    pub applied_on: Option<Day>,
    /// How far it has come.
    pub state: ApplicantState,
    /// Why they are refused.
    pub refusal: String,
    /// Whether they came.
    pub came: bool,
}

impl App {
    /// Sets how many of the public may come, and how they apply (「傍聴の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for reversed days and the text.
    pub fn set_gallery(&mut self, id: MeetingId, new: &NewGallery) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        all_right([check_text("how", &new.how)])?;
        if let (Some(first), Some(last)) = (new.apply_from, new.apply_by)
            && last < first
        {
            return Err(AppError::Rules(vec![Violation::LastBeforeFirst { first, last }]));
        }
        let notices = m.closed_reason.iter().map(|_| Violation::Notice(NoticeFault::GalleryClosed)).collect();
        let set = Gallery {
            meeting: id,
            capacity: new.capacity,
            admission: new.admission,
            apply_from: new.apply_from,
            apply_by: new.apply_by,
            how: new.how.trim().to_owned(),
        };
        let action = Action::new("set_gallery").about(title(&council, m));
        self.change(action, notices, |tx| Ok(tx.put_gallery(&set)?))
    }

    /// Records who asks to listen, whether they may, and whether they came
    /// (「傍聴の申込みの記録」). The history does not say who.
    ///
    /// # Errors
    /// Unknown records; [`AppError::Rules`] without a name, or for a refusal without a reason.
    pub fn set_applicant(&mut self, id: MeetingId, new: &NewApplicant) -> Result<Written<ApplicantId>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        let notes =
            [("address", &new.address), ("contact", &new.contact), ("needs", &new.needs), ("refusal", &new.refusal)];
        all_right([check_name("name", &new.name)].into_iter().chain(notes.map(|(f, t)| check_note(f, t))))?;
        let refuses = new.state == ApplicantState::Refused;
        if refuses && filled(&new.refusal).is_none() {
            return Err(refused(NoticeFault::RefusalWithoutReason));
        }
        let all = self.store().applicants(id)?;
        let old = match new.id {
            Some(one) => {
                let known = all.iter().find(|a| a.id == one).cloned();
                Some(known.ok_or_else(|| AppError::UnknownRecord(one.to_string()))?)
            }
            None => None,
        };
        let notices = self.crowded(id, &all, new)?;
        let next = all.iter().map(|a| a.order).max().unwrap_or(0).saturating_add(1);
        let today = self.today();
        let action = Action::new("set_applicant").about(title(&council, m));
        self.change(action, notices, |tx| {
            let applicant = new.id.unwrap_or_else(|| ApplicantId::new(tx.new_id()));
            tx.put_applicant(&Applicant {
                id: applicant,
                meeting: id,
                order: old.as_ref().map_or(next, |o| o.order),
                name: new.name.trim().to_owned(),
                address: filled(&new.address),
                contact: filled(&new.contact),
                needs: filled(&new.needs),
                applied_on: new.applied_on.or(Some(today)),
                state: new.state,
                refusal: filled(&new.refusal).filter(|_| refuses),
                lot: old.and_then(|o| o.lot),
                came: new.came && !refuses,
            })?;
            Ok(applicant)
        })
    }

    fn crowded(&self, id: MeetingId, all: &[Applicant], new: &NewApplicant) -> Result<Vec<Violation>> {
        let capacity = self.store().gallery(id)?.and_then(|g| g.capacity);
        let others = all.iter().filter(|a| Some(a.id) != new.id && a.state == ApplicantState::Admitted).count();
        let over = capacity.filter(|c| new.state == ApplicantState::Admitted && others >= usize::from(*c));
        Ok(over.map(|capacity| Violation::Notice(NoticeFault::GalleryFull { capacity })).into_iter().collect())
    }

    /// Takes an application away (「傍聴の申込みの削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_applicant(&mut self, id: ApplicantId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.store().applicant(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let action = Action::new("remove_applicant").about(title(&council, meeting(&council, old.meeting)?));
        self.change(action, Vec::new(), |tx| Ok(tx.remove_applicant(id)?))
    }

    /// Decides who may come: the first ones, or by lot (「傍聴者の決定」). Who was refused by
    /// hand stays so; answers how many may come.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn decide_applicants(&mut self, id: MeetingId) -> Result<Written<u32>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        let set = self.store().gallery(id)?.unwrap_or_else(|| Gallery::usual(id));
        let all = self.store().applicants(id)?;
        let action = Action::new("decide_applicants").about(title(&council, m));
        self.change(action, Vec::new(), |tx| {
            let decided = set.decide(&all, &drawn(all.len(), || tx.new_id().as_u128()));
            let admitted = decided.iter().filter(|a| a.state == ApplicantState::Admitted).count();
            for one in decided {
                let refusal =
                    (one.state == ApplicantState::Refused && one.refusal.is_none()).then(|| words::NO_ROOM.to_owned());
                tx.put_applicant(&Applicant { refusal: one.refusal.clone().or(refusal), ..one })?;
            }
            Ok(u32::try_from(admitted).unwrap_or(u32::MAX))
        })
    }

    /// Sets for how long applications are kept, and what is asked (「傍聴の申込みの扱いの設定」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for more days than they may be kept.
    pub fn set_gallery_office(&mut self, keep_days: u16, asks_address: bool) -> Result<Written<()>> {
        if keep_days > NoticeFault::KEEP_LIMIT {
            return Err(refused(NoticeFault::KeptTooLong { limit: NoticeFault::KEEP_LIMIT }));
        }
        let office = GalleryOffice { keep_days, asks_address };
        self.change(Action::new("set_gallery_office"), Vec::new(), |tx| Ok(tx.put_gallery_office(&office)?))
    }

    /// Erases the applications of a meeting for good, or of all meetings whose days are over
    /// (「傍聴の申込みの消去」); answers how many people.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a meeting whose days are not over.
    pub fn erase_applicants(&mut self, of: Option<MeetingId>) -> Result<Written<u32>> {
        let (council, office) = (self.snapshot()?, self.gallery_office()?);
        let mut meetings = Vec::new();
        for id in self.store().meetings_with_applicants()?.into_iter().filter(|id| of.is_none_or(|of| of == *id)) {
            // Of a meeting that is gone, nothing needs to be kept.
            let since = meeting(&council, id).map(|m| erase_on(m.date, office.keep_days)).unwrap_or_default();
            match since <= self.today() {
                true => meetings.push(id),
                false if of.is_some() => return Err(refused(NoticeFault::EraseTooSoon { on: since })),
                false => {}
            }
        }
        let (actor, now) = (self.actor().clone(), self.now());
        let done = self.store.erase_applicants(&actor, Action::new("erase_applicants"), now, &meetings)?;
        let count = u32::try_from(done.output).unwrap_or(u32::MAX);
        Ok(Written { output: count, change: done.change.map(|c| c.0), tags: done.tags, notices: Vec::new() })
    }
}

/// Lots: each application's place in an order that chance gives.
fn drawn(count: usize, mut chance: impl FnMut() -> u128) -> Vec<u32> {
    // The upper half of a UUIDv7 is time; chance is in the lower.
    let mut order: Vec<(u64, usize)> = (0..count).map(|at| (mixed(chance()), at)).collect();
    order.sort_unstable();
    let mut lots = vec![0; count];
    for (lot, (_, at)) in (1..).zip(order) {
        if let Some(place) = lots.get_mut(at) {
            *place = lot;
        }
    }
    lots
}

/// The random part of an identifier, with its bits well mixed (the finaliser of SplitMix64).
const fn mixed(id: u128) -> u64 {
    let mut x = (id & 0x3fff_ffff_ffff_ffff) as u64;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    //! Lots.
    use super::*;

    #[test]
    fn every_application_gets_another_lot() {
        let mut n = 0u128;
        let mut lots = drawn(50, || {
            n += 1;
            n
        });
        assert_ne!(lots, (1..=50).collect::<Vec<_>>(), "chance changes the order");
        lots.sort_unstable();
        assert_eq!(lots, (1..=50).collect::<Vec<_>>());
        assert!(drawn(0, || 1).is_empty());
    }
}
