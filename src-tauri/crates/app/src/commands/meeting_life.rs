//! Meetings that do not take place as planned, joint ones, and how a body meets.

use super::bodies::OneBody;
use super::meetings::meeting;
use super::{bad_code, day, year};
use crate::council::{App, Written};
use crate::error::Result;
use crate::meetings::{CallOff, JoinBody, MeetingRulePage, Postpone, SetMeetingRule};
use entaku_domain::meeting_rule::{AgendaStyle, MainMark, PaperBrackets, ThirdMark};
use entaku_domain::series::Counting;
use serde::Deserialize;
use ts_rs::TS;

/// A meeting is put off.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PostponeForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// The new day as typed; none while it is open.
    pub to: Option<String>,
    /// HH:MM; none to stay, empty for none.
    #[ts(optional = nullable)]
    pub start: Option<String>,
    /// HH:MM; none to stay, empty for none.
    #[ts(optional = nullable)]
    pub end: Option<String>,
    /// The new place; none to stay.
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// Why.
    pub reason: String,
    /// The day of the decision as typed; today where none.
    #[ts(optional = nullable)]
    pub decided_on: Option<String>,
}

/// A meeting is called off.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Why.
    pub reason: String,
    /// Whether it counts all the same; none where that is open.
    pub counts: Option<bool>,
    /// The day of the decision as typed; today where none.
    #[ts(optional = nullable)]
    pub decided_on: Option<String>,
}

/// Whether a meeting counts.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingCounts {
    /// The meeting's identifier.
    pub meeting: String,
    /// None where nobody said.
    pub counts: Option<bool>,
}

/// The other bodies of a joint meeting, all of them.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JointForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// The bodies.
    pub bodies: Vec<JointBodyForm>,
}

/// Another body of a joint meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JointBodyForm {
    /// Handle or name of the body.
    pub body: String,
    /// Whether the meeting has a number in its series.
    pub numbered: bool,
    /// The number; the next of its series where none.
    #[ts(optional = nullable)]
    pub number: Option<u16>,
}

impl JointBodyForm {
    /// As the use case takes it.
    pub(super) fn read(self) -> JoinBody {
        JoinBody { body: self.body, numbered: self.numbered, number: self.number }
    }
}

/// How a body shall meet, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingRuleForm {
    /// Handle or name of the body.
    pub body: String,
    /// `per_year`, `running`, `per_term`; none for the council's way.
    pub counting: Option<String>,
    /// The number with which the series begins.
    pub first: u16,
    /// The fiscal year in which it does, as typed; none or empty for every period.
    pub since: Option<String>,
    /// Fiscal years of a term.
    pub years: u8,
    /// What its meetings are called; its name where none.
    pub title: Option<String>,
    /// `plain`, `dotted`, `ordinal`.
    pub main: String,
    /// `circled`, `kana`, `dot`.
    pub third: String,
    /// `joined`, `each`.
    pub papers: String,
    /// Whether 協議, 報告 and so on stand before a title.
    pub kinds: bool,
    /// Whether it says who presents.
    pub presenters: bool,
    /// Whether it says when items begin and how long they take.
    pub times: bool,
}

pub(super) fn postpone_meeting(app: &mut App, args: PostponeForm) -> Result<Written<()>> {
    let typed = |field, text: Option<&str>| text.filter(|t| !t.trim().is_empty()).map(|t| day(field, t)).transpose();
    let ask = Postpone {
        to: typed("date", args.to.as_deref())?,
        start: args.start,
        end: args.end,
        place: args.place,
        reason: args.reason,
        decided_on: typed("decided_on", args.decided_on.as_deref())?,
    };
    app.postpone_meeting(meeting(&args.meeting)?, &ask)
}

pub(super) fn cancel_meeting(app: &mut App, args: CancelForm) -> Result<Written<()>> {
    let typed = args.decided_on.as_deref().filter(|t| !t.trim().is_empty());
    let decided_on = typed.map(|t| day("decided_on", t)).transpose()?;
    let ask = CallOff { reason: args.reason, counts: args.counts, decided_on };
    app.cancel_meeting(meeting(&args.meeting)?, &ask)
}

pub(super) fn set_meeting_counts(app: &mut App, args: MeetingCounts) -> Result<Written<()>> {
    app.set_meeting_counts(meeting(&args.meeting)?, args.counts)
}

pub(super) fn set_joint_bodies(app: &mut App, args: JointForm) -> Result<Written<()>> {
    let bodies: Vec<JoinBody> = args.bodies.into_iter().map(JointBodyForm::read).collect();
    app.set_joint_bodies(meeting(&args.meeting)?, &bodies)
}

pub(super) fn meeting_rule(app: &App, args: OneBody) -> Result<MeetingRulePage> {
    app.meeting_rule(&args.body)
}

pub(super) fn set_meeting_rule(app: &mut App, args: MeetingRuleForm) -> Result<Written<()>> {
    let style = AgendaStyle {
        main: MainMark::from_code(&args.main).map_err(bad_code)?,
        third: ThirdMark::from_code(&args.third).map_err(bad_code)?,
        papers: PaperBrackets::from_code(&args.papers).map_err(bad_code)?,
        kinds: args.kinds,
        presenters: args.presenters,
        times: args.times,
    };
    let ask = SetMeetingRule {
        body: args.body,
        counting: args.counting.as_deref().map(Counting::from_code).transpose().map_err(bad_code)?,
        first: args.first,
        since: args.since.as_deref().filter(|t| !t.trim().is_empty()).map(year).transpose()?,
        years: args.years,
        title: args.title,
        style,
    };
    app.set_meeting_rule(&ask)
}
