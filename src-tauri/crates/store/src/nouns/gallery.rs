//! The public at a meeting. Applicants are erased for good, from the log too.

use crate::change::{Action, Actor, Done, Moment, Tx};
use crate::error::Result;
use crate::open::Store;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_int, text};
use entaku_domain::gallery::{Admission, Applicant, ApplicantState, Gallery, GalleryOffice};
use entaku_domain::id::{ApplicantId, MeetingId};
use rusqlite::types::Value;

/// The one row of what the office does with applications.
const OFFICE: &str = "gallery";

impl Row for Gallery {
    const TABLE: &'static str = "gallery";
    const COLUMNS: &'static [&'static str] = &["id", "capacity", "admission", "apply_from", "apply_by", "how"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            meeting: c.parse(MeetingId::parse)?,
            capacity: c.maybe_int()?,
            admission: c.parse(Admission::from_code)?,
            apply_from: c.maybe(day)?,
            apply_by: c.maybe(day)?,
            how: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.meeting),
            maybe_int(self.capacity),
            text(self.admission.code()),
            maybe(self.apply_from),
            maybe(self.apply_by),
            text(&self.how),
        ])
    }
}

impl Row for Applicant {
    const TABLE: &'static str = "gallery_applicant";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "meeting",
        "position",
        "name",
        "address",
        "contact",
        "needs",
        "applied_on",
        "state",
        "refusal",
        "lot",
        "came",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ApplicantId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            order: c.int()?,
            name: c.text()?,
            address: c.maybe_text()?,
            contact: c.maybe_text()?,
            needs: c.maybe_text()?,
            applied_on: c.maybe(day)?,
            state: c.parse(ApplicantState::from_code)?,
            refusal: c.maybe_text()?,
            lot: c.maybe_int()?,
            came: c.int::<u8>()? != 0,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            int(self.order),
            text(&self.name),
            maybe(self.address.as_ref()),
            maybe(self.contact.as_ref()),
            maybe(self.needs.as_ref()),
            maybe(self.applied_on),
            text(self.state.code()),
            maybe(self.refusal.as_ref()),
            maybe_int(self.lot),
            int(self.came),
        ])
    }
}

impl Row for GalleryOffice {
    const TABLE: &'static str = "gallery_office";
    const COLUMNS: &'static [&'static str] = &["id", "keep_days", "asks_address"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { keep_days: c.int()?, asks_address: c.int::<u8>()? != 0 })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(OFFICE), int(self.keep_days), int(self.asks_address)])
    }
}

impl Records {
    /// The public at a meeting, once the office has said.
    pub fn gallery(&self, meeting: MeetingId) -> Result<Option<Gallery>> {
        self.get(meeting)
    }

    /// Who asked to listen at a meeting, in order.
    pub fn applicants(&self, meeting: MeetingId) -> Result<Vec<Applicant>> {
        self.list("where meeting = ?1 order by position, id", [meeting.to_string()])
    }

    /// Somebody who asked to listen.
    pub fn applicant(&self, id: ApplicantId) -> Result<Option<Applicant>> {
        self.get(id)
    }

    /// The meetings of which applications are kept, or stand in the log still.
    pub fn meetings_with_applicants(&self) -> Result<Vec<MeetingId>> {
        let sql = "select meeting from gallery_applicant
            union select ifnull(json_extract(after, '$.meeting'), json_extract(before, '$.meeting')) from change_row
                where tbl = 'gallery_applicant' and purged = 0 order by 1";
        let found =
            self.db.prepare_cached(sql)?.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        Ok(found.iter().filter_map(|id| MeetingId::parse(id).ok()).collect())
    }

    /// What the office does with applications, once it has said.
    pub fn gallery_office(&self) -> Result<Option<GalleryOffice>> {
        self.get(OFFICE)
    }
}

impl Tx<'_> {
    /// Writes the public at a meeting.
    pub fn put_gallery(&mut self, gallery: &Gallery) -> Result<()> {
        self.put(gallery)
    }

    /// Takes what is set of the public at a meeting away.
    pub fn remove_gallery(&mut self, meeting: MeetingId) -> Result<()> {
        self.remove("gallery", meeting)
    }

    /// Writes who asks to listen.
    pub fn put_applicant(&mut self, applicant: &Applicant) -> Result<()> {
        self.put(applicant)
    }

    /// Removes who does not ask any more.
    pub fn remove_applicant(&mut self, id: ApplicantId) -> Result<()> {
        self.remove("gallery_applicant", id)
    }

    /// Writes what the office does with applications.
    pub fn put_gallery_office(&mut self, office: &GalleryOffice) -> Result<()> {
        self.put(office)
    }
}

impl Store {
    /// Erases those who asked to listen at meetings, from the records and from the log, and
    /// answers how many stood in the records. Final; the file is rewritten, so that nothing
    /// is left in its unused parts.
    ///
    /// # Errors
    /// Those of [`Store::change`].
    pub fn erase_applicants(
        &mut self,
        actor: &Actor,
        action: Action,
        at: Moment,
        meetings: &[MeetingId],
    ) -> Result<Done<usize>> {
        let done = self.change(actor, action.last(), at, |tx| -> Result<usize> {
            let mut count = 0;
            for meeting in meetings {
                for one in tx.applicants(*meeting)? {
                    tx.remove_applicant(one.id)?;
                    count += 1;
                }
                blank_log(tx, *meeting)?;
            }
            Ok(count)
        })?;
        self.db.execute_batch("vacuum")?;
        Ok(done)
    }
}

/// Images keep that there was somebody, in which order and at which meeting, and no more.
fn blank_log(tx: &Tx<'_>, meeting: MeetingId) -> Result<()> {
    for image in ["before", "after"] {
        let sql = format!(
            "update change_row set {image} = json_set({image}, '$.name', '', '$.address', null, '$.contact', null,
                '$.needs', null, '$.refusal', null), purged = 1
             where tbl = 'gallery_applicant' and json_extract({image}, '$.meeting') = ?1"
        );
        tx.db.execute(&sql, [meeting.to_string()])?;
    }
    Ok(())
}
