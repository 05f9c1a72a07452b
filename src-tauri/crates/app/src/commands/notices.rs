//! Around a meeting's notice: days, replies, guests, needs, opinions, the public.

use super::meetings::{WhichMeeting, meeting};
use super::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::letters::MeetingLetterPeople;
use crate::notices::gallery::{ErasableMeeting, GalleryPage};
use crate::notices::needs::NeedRow;
use crate::notices::opinions::{NewOpinion, OpinionRow};
use crate::notices::replies::ReplyList;
use crate::notices::{NewApplicant, NewConvocation, NewGallery, NewGuest, SetReply};
use entaku_domain::Day;
use entaku_domain::convocation::GuestKind;
use entaku_domain::gallery::{Admission, ApplicantState};
use entaku_domain::id::{AgendaItemId, ApplicantId, AppointmentId, BadId, GuestId, OpinionId};
use entaku_domain::letter::LetterKind;
use entaku_domain::need::Need;
use entaku_domain::reply::Answer;
use serde::Deserialize;
use ts_rs::TS;

/// A kind of letter of a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterOfMeeting {
    /// The meeting's identifier.
    pub meeting: String,
    /// The kind of letter, a code: `meeting_notice`, `reminder`, ….
    pub letter: String,
}

/// The days of a notice; what is missing stays, what is empty is taken away.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ConvocationDays {
    /// The meeting's identifier.
    pub meeting: String,
    /// By when an answer is asked for, as typed.
    pub reply_by: Option<String>,
    /// Until when written opinions are taken, as typed.
    pub opinions_by: Option<String>,
    /// Until which hour of that day, as typed.
    pub opinions_hour: Option<String>,
    /// By when needs are to be told, as typed.
    pub needs_by: Option<String>,
}

/// That a notice went out.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SentNotice {
    /// The meeting's identifier.
    pub meeting: String,
    /// The day, as typed; today where none.
    pub on: Option<String>,
}

/// Replies to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingReplies {
    /// The meeting's identifier.
    pub meeting: String,
    /// One row per member; who is not named stays.
    pub rows: Vec<ReplyOf>,
}

/// A member's reply to be recorded; what is missing stays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReplyOf {
    /// The appointment's identifier.
    pub appointment: String,
    /// `attends`, `online`, `proxy`, `absent`; empty takes it away.
    pub answer: Option<String>,
    /// Who comes instead; empty for nobody named.
    pub proxy: Option<String>,
    /// What the member needs at this meeting, all of it.
    pub needs: Option<Vec<String>>,
    /// When it came, as typed; empty takes it away.
    pub received_on: Option<String>,
    /// What else was said; empty for nothing.
    pub note: Option<String>,
}

/// Somebody from outside who is asked to come.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GuestForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Whom to change; a new one where none.
    pub guest: Option<String>,
    /// `explainer`, `concerned`, `observer`.
    pub kind: String,
    /// The organisation.
    pub organization: Option<String>,
    /// The post.
    pub post: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The item's identifier; none for the whole meeting.
    pub item: Option<String>,
    /// Whether they come; none while it is open.
    pub comes: Option<bool>,
}

/// A guest.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichGuest {
    /// The identifier.
    pub guest: String,
}

/// That something has been arranged.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ArrangementForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// What, a code: `sign_language`, ….
    pub need: String,
    /// When it was arranged, as typed; empty or none takes it back.
    pub done_on: Option<String>,
    /// With whom, how many.
    pub note: Option<String>,
}

/// A written opinion.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OpinionForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Which to change; a new one where none.
    pub opinion: Option<String>,
    /// The item's identifier; none for the meeting as a whole.
    pub item: Option<String>,
    /// The identifier of the appointment of who wrote it.
    pub appointment: String,
    /// When it came, as typed; today where none.
    pub received_on: Option<String>,
    /// What it says.
    pub text: String,
}

/// An opinion.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichOpinion {
    /// The identifier.
    pub opinion: String,
}

/// What is set of the public at a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GalleryForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// How many may come; no limit where none.
    pub capacity: Option<u16>,
    /// `first_come`, `lot`.
    pub admission: String,
    /// First day of applications, as typed.
    pub apply_from: Option<String>,
    /// Last day of applications, as typed.
    pub apply_by: Option<String>,
    /// How one applies.
    pub how: Option<String>,
}

/// Somebody who asks to listen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ApplicantForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Whom to change; a new one where none.
    pub applicant: Option<String>,
    /// The name.
    pub name: String,
    /// The address, where the office asks for it.
    pub address: Option<String>,
    /// Telephone or e-mail.
    pub contact: Option<String>,
    /// What they need in the room.
    pub needs: Option<String>,
    /// When they applied, as typed; today where none.
    pub applied_on: Option<String>,
    /// `applied` where none, `admitted`, `refused`.
    pub state: Option<String>,
    /// Why they are refused.
    pub refusal: Option<String>,
    /// Whether they came.
    pub came: Option<bool>,
}

/// Somebody who asked to listen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichApplicant {
    /// The identifier.
    pub applicant: String,
}

/// What the office does with applications.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GalleryKeeping {
    /// For how many days after the meeting they are kept.
    pub keep_days: u16,
    /// Whether the address is asked for.
    pub asks_address: bool,
}

/// Whose applications are erased.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EraseApplicants {
    /// The meeting's identifier; of all meetings whose days are over where none.
    pub meeting: Option<String>,
}

fn unknown(id: BadId) -> AppError {
    AppError::UnknownRecord(id.0)
}

/// A text that was filled in.
fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|t| !t.is_empty())
}

/// A day that was typed; none where the field is empty.
fn typed(field: &'static str, text: &Option<String>) -> Result<Option<Day>> {
    given(text).map(|t| day(field, t)).transpose()
}

/// The same, where a field that is missing leaves what is there.
fn kept(field: &'static str, text: &Option<String>) -> Result<Option<Option<Day>>> {
    text.as_ref().map(|_| typed(field, text)).transpose()
}

pub(super) fn meeting_letter_people(app: &App, args: LetterOfMeeting) -> Result<MeetingLetterPeople> {
    app.meeting_letter_people(LetterKind::from_code(&args.letter).map_err(bad_code)?, meeting(&args.meeting)?)
}

pub(super) fn meeting_replies(app: &App, args: WhichMeeting) -> Result<ReplyList> {
    app.reply_list(meeting(&args.meeting)?)
}

pub(super) fn meeting_needs(app: &App, args: WhichMeeting) -> Result<Vec<NeedRow>> {
    app.meeting_needs(meeting(&args.meeting)?)
}

pub(super) fn list_opinions(app: &App, args: WhichMeeting) -> Result<Vec<OpinionRow>> {
    app.list_opinions(meeting(&args.meeting)?)
}

pub(super) fn meeting_gallery(app: &App, args: WhichMeeting) -> Result<GalleryPage> {
    app.gallery_page(meeting(&args.meeting)?)
}

pub(super) fn erasable_applicants(app: &App, _: super::Nothing) -> Result<Vec<ErasableMeeting>> {
    app.erasable_applicants()
}

pub(super) fn set_convocation(app: &mut App, args: ConvocationDays) -> Result<Written<()>> {
    let new = NewConvocation {
        reply_by: kept("reply_by", &args.reply_by)?,
        opinions_by: kept("opinions_by", &args.opinions_by)?,
        opinions_hour: args.opinions_hour,
        needs_by: kept("needs_by", &args.needs_by)?,
    };
    app.set_convocation(meeting(&args.meeting)?, &new)
}

pub(super) fn send_notice(app: &mut App, args: SentNotice) -> Result<Written<()>> {
    let on = typed("on", &args.on)?.unwrap_or_else(|| app.today());
    app.send_notice(meeting(&args.meeting)?, on)
}

pub(super) fn set_replies(app: &mut App, args: MeetingReplies) -> Result<Written<()>> {
    let answer = |code: &String| match code.trim() {
        "" => Ok(None),
        code => Answer::from_code(code).map(Some).map_err(bad_code),
    };
    let row = |row: ReplyOf| {
        Ok(SetReply {
            appointment: AppointmentId::parse(&row.appointment).map_err(unknown)?,
            answer: row.answer.as_ref().map(answer).transpose()?,
            proxy: row.proxy,
            needs: row.needs,
            received_on: kept("received_on", &row.received_on)?,
            note: row.note,
        })
    };
    let rows = args.rows.into_iter().map(row).collect::<Result<Vec<_>>>()?;
    app.set_replies(meeting(&args.meeting)?, &rows)
}

pub(super) fn take_over_replies(app: &mut App, args: WhichMeeting) -> Result<Written<u32>> {
    app.take_over_replies(meeting(&args.meeting)?)
}

pub(super) fn set_guest(app: &mut App, args: GuestForm) -> Result<Written<String>> {
    let new = NewGuest {
        id: given(&args.guest).map(GuestId::parse).transpose().map_err(unknown)?,
        kind: GuestKind::from_code(&args.kind).map_err(bad_code)?,
        item: given(&args.item).map(AgendaItemId::parse).transpose().map_err(unknown)?,
        organization: args.organization.unwrap_or_default(),
        post: args.post.unwrap_or_default(),
        name: args.name.unwrap_or_default(),
        comes: args.comes,
    };
    Ok(app.set_guest(meeting(&args.meeting)?, &new)?.map(|id| id.to_string()))
}

pub(super) fn remove_guest(app: &mut App, args: WhichGuest) -> Result<Written<()>> {
    app.remove_guest(GuestId::parse(&args.guest).map_err(unknown)?)
}

pub(super) fn set_arrangement(app: &mut App, args: ArrangementForm) -> Result<Written<()>> {
    let need = Need::from_code(&args.need).map_err(bad_code)?;
    let done_on = typed("done_on", &args.done_on)?;
    app.set_arrangement(meeting(&args.meeting)?, need, done_on, args.note.as_deref().unwrap_or_default())
}

impl OpinionForm {
    /// The opinion.
    ///
    /// # Errors
    /// Identifiers and days that cannot be read.
    pub fn read(&self) -> Result<(entaku_domain::id::MeetingId, NewOpinion)> {
        let new = NewOpinion {
            id: given(&self.opinion).map(OpinionId::parse).transpose().map_err(unknown)?,
            item: given(&self.item).map(AgendaItemId::parse).transpose().map_err(unknown)?,
            appointment: AppointmentId::parse(&self.appointment).map_err(unknown)?,
            received_on: typed("received_on", &self.received_on)?,
            text: self.text.clone(),
        };
        Ok((meeting(&self.meeting)?, new))
    }
}

pub(super) fn set_opinion(app: &mut App, args: OpinionForm) -> Result<Written<String>> {
    let (meeting, new) = args.read()?;
    Ok(app.set_opinion(meeting, &new, None)?.map(|id| id.to_string()))
}

pub(super) fn remove_opinion_file(app: &mut App, args: WhichOpinion) -> Result<Written<()>> {
    app.remove_opinion_file(OpinionId::parse(&args.opinion).map_err(unknown)?)
}

pub(super) fn remove_opinion(app: &mut App, args: WhichOpinion) -> Result<Written<()>> {
    app.remove_opinion(OpinionId::parse(&args.opinion).map_err(unknown)?)
}

pub(super) fn set_gallery(app: &mut App, args: GalleryForm) -> Result<Written<()>> {
    let new = NewGallery {
        capacity: args.capacity,
        admission: Admission::from_code(&args.admission).map_err(bad_code)?,
        apply_from: typed("apply_from", &args.apply_from)?,
        apply_by: typed("apply_by", &args.apply_by)?,
        how: args.how.unwrap_or_default(),
    };
    app.set_gallery(meeting(&args.meeting)?, &new)
}

pub(super) fn set_applicant(app: &mut App, args: ApplicantForm) -> Result<Written<String>> {
    let state = given(&args.state).map(ApplicantState::from_code).transpose().map_err(bad_code)?;
    let new = NewApplicant {
        id: given(&args.applicant).map(ApplicantId::parse).transpose().map_err(unknown)?,
        applied_on: typed("applied_on", &args.applied_on)?,
        name: args.name,
        address: args.address.unwrap_or_default(),
        contact: args.contact.unwrap_or_default(),
        needs: args.needs.unwrap_or_default(),
        state: state.unwrap_or(ApplicantState::Applied),
        refusal: args.refusal.unwrap_or_default(),
        came: args.came.unwrap_or_default(),
    };
    Ok(app.set_applicant(meeting(&args.meeting)?, &new)?.map(|id| id.to_string()))
}

pub(super) fn remove_applicant(app: &mut App, args: WhichApplicant) -> Result<Written<()>> {
    app.remove_applicant(ApplicantId::parse(&args.applicant).map_err(unknown)?)
}

pub(super) fn decide_applicants(app: &mut App, args: WhichMeeting) -> Result<Written<u32>> {
    app.decide_applicants(meeting(&args.meeting)?)
}

pub(super) fn set_gallery_office(app: &mut App, args: GalleryKeeping) -> Result<Written<()>> {
    app.set_gallery_office(args.keep_days, args.asks_address)
}

pub(super) fn erase_applicants(app: &mut App, args: EraseApplicants) -> Result<Written<u32>> {
    app.erase_applicants(given(&args.meeting).map(meeting).transpose()?)
}
