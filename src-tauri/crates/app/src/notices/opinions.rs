//! Written opinions (意見書): of whom, on what, when they came; collected, they go to the
//! meeting, and into its minutes.

use super::{live, refused, sitting, title};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::papers::{check_size, is_office};
use crate::people::all_right;
use crate::text::notices as words;
use entaku_documents::SourceFile;
use entaku_domain::Day;
use entaku_domain::convocation::Convocation;
use entaku_domain::id::{AgendaItemId, AppointmentId, MeetingId, OpinionId};
use entaku_domain::notice_fault::NoticeFault;
use entaku_domain::reply::Opinion;
use entaku_domain::text::check_text;
use entaku_domain::violation::Violation;
use entaku_store::Action;
use std::path::Path;

/// A written opinion.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OpinionRow {
    /// Its identifier.
    pub id: String,
    /// The item's identifier; none for the meeting as a whole.
    pub item: Option<String>,
    /// The item with its mark, or 会議全般.
    pub item_line: String,
    /// The member's appointment.
    pub appointment: String,
    /// The member's name.
    pub name: String,
    /// When it came, ISO.
    pub received_on: Option<String>,
    /// Whether it came after the day until which opinions are taken.
    pub late: bool,
    /// What it says.
    pub text: String,
    /// The name of its file.
    pub file_name: Option<String>,
}

/// An opinion to be recorded.
#[derive(Debug, Clone)]
pub struct NewOpinion {
    /// Which to change; a new one where none.
    pub id: Option<OpinionId>,
    /// The item; none for the meeting as a whole.
    pub item: Option<AgendaItemId>,
    /// Who wrote it.
    pub appointment: AppointmentId,
    /// When it came; today where none.
    pub received_on: Option<Day>,
    /// What it says.
    pub text: String,
}

impl App {
    /// The written opinions for a meeting, by item.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn list_opinions(&self, id: MeetingId) -> Result<Vec<OpinionRow>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let items = crate::letters::items_of(self, &council, m)?;
        let days = self.store().convocation(id)?.unwrap_or_else(|| Convocation::usual(id, m.date, &council.calendar));
        let place = |item: Option<AgendaItemId>| items.iter().position(|i| Some(i.id) == item);
        let mut all = self.store().opinions(id)?;
        all.sort_by_key(|o| (place(o.item).unwrap_or(usize::MAX), o.id));
        let row = |o: Opinion| {
            let person = council.appointment(o.appointment).map(|a| a.person);
            OpinionRow {
                id: o.id.to_string(),
                item: o.item.map(|i| i.to_string()),
                item_line: place(o.item)
                    .and_then(|at| items.get(at))
                    .map_or_else(|| words::WHOLE_MEETING.to_owned(), |i| i.line()),
                appointment: o.appointment.to_string(),
                name: person.and_then(|p| council.name_of(p, m.date)).unwrap_or_default(),
                late: o.received_on.zip(days.opinions_by).is_some_and(|(on, by)| on > by),
                received_on: o.received_on.map(|d| d.to_string()),
                text: o.text,
                file_name: o.file_name,
            }
        };
        Ok(all.into_iter().map(row).collect())
    }

    /// Records a written opinion (「意見書の記録」), with a file where one was sent.
    ///
    /// # Errors
    /// Unknown records; [`AppError::FileTooLarge`]; [`AppError::Rules`] for an opinion that says
    /// nothing, a file of another kind, an item of another meeting, or somebody who is no member
    /// on the meeting's day (V15).
    pub fn set_opinion(
        &mut self,
        id: MeetingId,
        new: &NewOpinion,
        file: Option<&SourceFile>,
    ) -> Result<Written<OpinionId>> {
        let council = self.snapshot()?;
        let m = live(&council, id)?;
        let old = match new.id {
            Some(opinion) => {
                let known = self.store().opinion(opinion)?.filter(|o| o.meeting == id);
                Some(known.ok_or_else(|| AppError::UnknownRecord(opinion.to_string()))?)
            }
            None => None,
        };
        let sits = sitting(&council, m).iter().any(|s| s.appointment.is_some_and(|a| a.id == new.appointment));
        if !sits && old.as_ref().is_none_or(|o| o.appointment != new.appointment) {
            return Err(AppError::Rules(vec![Violation::NotMemberOnDay { on: m.date }]));
        }
        all_right([check_text("text", &new.text)])?;
        file.map(takes).transpose()?;
        self.own_item(m, new.item)?;
        let kept = old.as_ref().and_then(|o| o.file.clone().zip(o.file_name.clone()));
        if new.text.trim().is_empty() && file.is_none() && kept.is_none() {
            return Err(refused(NoticeFault::OpinionEmpty));
        }
        let today = self.today();
        let action = Action::new("set_opinion").about(title(&council, m));
        self.change(action, Vec::new(), |tx| {
            let (sha, name) = match file {
                Some(file) => (Some(tx.add_file(&mut file.bytes.as_slice())?), Some(file.name.clone())),
                None => kept.unzip(),
            };
            let opinion = new.id.unwrap_or_else(|| OpinionId::new(tx.new_id()));
            tx.put_opinion(&Opinion {
                id: opinion,
                meeting: id,
                item: new.item,
                appointment: new.appointment,
                received_on: new.received_on.or(Some(today)),
                text: new.text.trim_end().to_owned(),
                file: sha,
                file_name: name,
            })?;
            Ok(opinion)
        })
    }

    /// Takes the file off an opinion, whose words stay (「意見書のファイルを外す」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] where nothing would be left.
    pub fn remove_opinion_file(&mut self, id: OpinionId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.known_opinion(id)?;
        if old.text.trim().is_empty() {
            return Err(refused(NoticeFault::OpinionEmpty));
        }
        let action = Action::new("remove_opinion_file").about(title(&council, meeting(&council, old.meeting)?));
        let bare = Opinion { file: None, file_name: None, ..old };
        self.change(action, Vec::new(), |tx| Ok(tx.put_opinion(&bare)?))
    }

    /// The name and the bytes of an opinion's file, as it came.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], also of an opinion without a file; those of the store.
    pub fn opinion_file(&self, id: OpinionId) -> Result<(String, Vec<u8>)> {
        let unknown = || AppError::UnknownRecord(id.to_string());
        let opinion = self.known_opinion(id)?;
        let (sha256, name) = opinion.file.zip(opinion.file_name).ok_or_else(unknown)?;
        Ok((name, self.store().file(&sha256)?))
    }

    fn known_opinion(&self, id: OpinionId) -> Result<Opinion> {
        self.store().opinion(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    /// Takes an opinion away that was entered by mistake (「意見書の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_opinion(&mut self, id: OpinionId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.known_opinion(id)?;
        let action = Action::new("remove_opinion").about(title(&council, meeting(&council, old.meeting)?));
        self.change(action, Vec::new(), |tx| Ok(tx.remove_opinion(id)?))
    }
}

/// Endings of what people write opinions in, besides those of Office programs: nothing that a
/// computer would carry out when it is opened.
const KINDS: [&str; 12] = ["pdf", "png", "jpg", "jpeg", "tif", "tiff", "heic", "txt", "md", "jtd", "eml", "msg"];

/// Whether a file can come with an opinion.
fn takes(file: &SourceFile) -> Result<()> {
    check_size(file)?;
    let ending = Path::new(&file.name).extension().map(|e| e.to_string_lossy().to_lowercase());
    if is_office(&file.name) || ending.is_some_and(|e| KINDS.contains(&e.as_str())) {
        return Ok(());
    }
    Err(refused(NoticeFault::OpinionFileKind { name: file.name.clone() }))
}
