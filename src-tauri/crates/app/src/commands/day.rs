//! The day of a meeting: times, who left the room, who else was there, the audience, the quorum's rule.

use super::bad_code;
use super::meetings::{WhichMeeting, meeting};
use crate::council::{App, Written};
use crate::day::DayPage;
use crate::day::rules::SetQuorumRule;
use crate::day::write::{SetDay, SetOther, SetOut};
use crate::error::{AppError, Result};
use entaku_domain::day::{AttendeeKind, OutKind};
use entaku_domain::id::{AgendaItemId, AppointmentId, AttendeeId};
use serde::Deserialize;
use ts_rs::TS;

/// When a member was out of the room, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberOuts {
    /// The meeting's identifier.
    pub meeting: String,
    /// The appointment's identifier.
    pub appointment: String,
    /// Each time.
    pub outs: Vec<OutOfRoom>,
}

/// A member out of the room.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OutOfRoom {
    /// The item's identifier.
    pub item: Option<String>,
    /// `recused` or `left`.
    pub kind: String,
    /// As typed; as the item is planned where none.
    pub from: Option<String>,
    /// As typed.
    pub to: Option<String>,
    /// Why.
    pub reason: String,
}

/// Who was at a meeting without being a member, all of them.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingOthers {
    /// The meeting's identifier.
    pub meeting: String,
    /// Each of them; the secretariat too.
    pub others: Vec<OtherAt>,
}

/// Somebody who was there without being a member.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OtherAt {
    /// The identifier of one who is known already.
    pub id: Option<String>,
    /// `explainer`, `guest`, `sign`, `writing`, `assistant`, `secretariat`, `other`.
    pub kind: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
}

/// How a meeting went.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MeetingDayForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Opened at, as typed.
    pub opened: Option<String>,
    /// Closed at, as typed.
    pub closed: Option<String>,
    /// The audience that was let in.
    pub admitted: Option<u32>,
    /// Of whom left before the end.
    pub left_early: Option<u32>,
    /// Who could not be let in.
    pub refused: Option<u32>,
    /// The press.
    pub press: Option<u32>,
}

/// A body's rule of the quorum.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct QuorumRuleForm {
    /// Handle or name of the body.
    pub body: String,
    /// `more_than_half`, `half_or_more`, `2/3`, `5`; the council's answer counts where none.
    pub share: Option<String>,
    /// Whether one who stands in counts.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub proxies: bool,
    /// Whether one on a screen counts.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub online: bool,
    /// Whether one who is recused is left out of the members, too.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub without_recused: bool,
}

pub(super) fn day_page(app: &App, args: WhichMeeting) -> Result<DayPage> {
    app.day_page(meeting(&args.meeting)?)
}

pub(super) fn set_step_outs(app: &mut App, args: MemberOuts) -> Result<Written<()>> {
    let out = |out: OutOfRoom| {
        Ok(SetOut {
            item: out.item.as_deref().map(AgendaItemId::parse).transpose().map_err(|e| AppError::UnknownRecord(e.0))?,
            kind: OutKind::from_code(&out.kind).map_err(bad_code)?,
            from: out.from,
            to: out.to,
            reason: out.reason,
        })
    };
    let outs = args.outs.into_iter().map(out).collect::<Result<Vec<_>>>()?;
    let who = AppointmentId::parse(&args.appointment).map_err(|e| AppError::UnknownRecord(e.0))?;
    app.set_step_outs(meeting(&args.meeting)?, who, &outs)
}

pub(super) fn set_attendees(app: &mut App, args: MeetingOthers) -> Result<Written<()>> {
    let other = |other: OtherAt| {
        Ok(SetOther {
            id: other.id.as_deref().map(AttendeeId::parse).transpose().map_err(|e| AppError::UnknownRecord(e.0))?,
            kind: AttendeeKind::from_code(&other.kind).map_err(bad_code)?,
            name: other.name,
            affiliation: other.affiliation,
        })
    };
    let others = args.others.into_iter().map(other).collect::<Result<Vec<_>>>()?;
    app.set_attendees(meeting(&args.meeting)?, &others)
}

pub(super) fn set_meeting_day(app: &mut App, args: MeetingDayForm) -> Result<Written<()>> {
    let MeetingDayForm { meeting: id, opened, closed, admitted, left_early, refused, press } = args;
    app.set_meeting_day(meeting(&id)?, &SetDay { opened, closed, admitted, left_early, refused, press })
}

pub(super) fn set_quorum_rule(app: &mut App, args: QuorumRuleForm) -> Result<Written<()>> {
    let QuorumRuleForm { body, share, proxies, online, without_recused } = args;
    app.set_quorum_rule(&SetQuorumRule { body, share, proxies, online, without_recused })
}
