//! The public at a meeting (傍聴): what is set, who asked to come, and whose
//! applications are to be erased.

use super::title;
use crate::council::App;
use crate::error::Result;
use crate::meetings::list::count;
use crate::meetings::page::meeting;
use crate::text::notices as words;
use entaku_domain::gallery::{Applicant, ApplicantState, Gallery, GalleryOffice, erase_on};
use entaku_domain::id::MeetingId;

/// Somebody who asked to listen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ApplicantRow {
    /// The identifier.
    pub id: String,
    /// In which order they applied.
    pub order: u32,
    /// The name.
    pub name: String,
    /// The address, where the office asks for it.
    pub address: Option<String>,
    /// Telephone or e-mail.
    pub contact: Option<String>,
    /// What they need in the room.
    pub needs: Option<String>,
    /// When they applied, ISO.
    pub applied_on: Option<String>,
    /// How far it has come, a code.
    pub state: String,
    /// In Japanese.
    pub state_label: String,
    /// Why they were refused.
    pub refusal: Option<String>,
    /// The number of the lot.
    pub lot: Option<u32>,
    /// Whether they came.
    pub came: bool,
}

/// The public at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct GalleryPage {
    /// How many may come; no limit where none.
    pub capacity: Option<u16>,
    /// `first_come`, `lot`.
    pub admission: String,
    /// 先着順　定員5人.
    pub rule: String,
    /// First day of applications, ISO.
    pub apply_from: Option<String>,
    /// Last day of applications, ISO.
    pub apply_by: Option<String>,
    /// How one applies.
    pub how: String,
    /// Who applied, in order.
    pub applicants: Vec<ApplicantRow>,
    /// How many applied.
    pub applied: u32,
    /// How many may come.
    pub admitted: u32,
    /// How many came.
    pub came: u32,
    /// Whether the whole meeting is closed.
    pub closed: bool,
    /// From which day on applications of this meeting may be erased, ISO.
    pub erase_on: String,
    /// Whether that day has come, and there is something to erase.
    pub erasable: bool,
    /// For how many days after a meeting applications are kept.
    pub keep_days: u16,
    /// Whether the address is asked for.
    pub asks_address: bool,
}

/// A meeting of which applications are to be erased.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ErasableMeeting {
    /// The meeting's identifier.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// Since when they may be erased, ISO.
    pub since: String,
}

impl App {
    /// The public at a meeting.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn gallery_page(&self, id: MeetingId) -> Result<GalleryPage> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let set = self.store().gallery(id)?.unwrap_or_else(|| Gallery::usual(id));
        let office = self.gallery_office()?;
        let all = self.store().applicants(id)?;
        let of = |state: ApplicantState| count(all.iter().filter(|a| a.state == state).count());
        let since = erase_on(m.date, office.keep_days);
        let kept = self.store().meetings_with_applicants()?.contains(&id);
        Ok(GalleryPage {
            rule: words::admission(set.admission, set.capacity),
            capacity: set.capacity,
            admission: set.admission.code().to_owned(),
            apply_from: set.apply_from.map(|d| d.to_string()),
            apply_by: set.apply_by.map(|d| d.to_string()),
            how: set.how,
            applied: count(all.len()),
            admitted: of(ApplicantState::Admitted),
            came: count(all.iter().filter(|a| a.came).count()),
            applicants: all.iter().map(applicant_row).collect(),
            closed: m.closed_reason.is_some(),
            erase_on: since.to_string(),
            erasable: kept && since <= self.today(),
            keep_days: office.keep_days,
            asks_address: office.asks_address,
        })
    }

    /// Meetings of which applications may be erased by now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn erasable_applicants(&self) -> Result<Vec<ErasableMeeting>> {
        let (council, office) = (self.snapshot()?, self.gallery_office()?);
        let mut found = Vec::new();
        for id in self.store().meetings_with_applicants()? {
            let Ok(m) = meeting(&council, id) else { continue };
            let since = erase_on(m.date, office.keep_days);
            if since <= self.today() {
                found.push(ErasableMeeting {
                    meeting: id.to_string(),
                    title: title(&council, m),
                    since: since.to_string(),
                });
            }
        }
        Ok(found)
    }

    /// What the office does with applications.
    pub(super) fn gallery_office(&self) -> Result<GalleryOffice> {
        Ok(self.store().gallery_office()?.unwrap_or(GalleryOffice::USUAL))
    }
}

fn applicant_row(a: &Applicant) -> ApplicantRow {
    ApplicantRow {
        id: a.id.to_string(),
        order: a.order,
        name: a.name.clone(),
        address: a.address.clone(),
        contact: a.contact.clone(),
        needs: a.needs.clone(),
        applied_on: a.applied_on.map(|d| d.to_string()),
        state: a.state.code().to_owned(),
        state_label: a.state.label().to_owned(),
        refusal: a.refusal.clone(),
        lot: a.lot,
        came: a.came,
    }
}
