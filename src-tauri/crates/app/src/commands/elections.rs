//! Elections of officers in full.

use super::agenda::item;
use super::bad_code;
use super::meetings::{WhichMeeting, meeting};
use super::members::filled;
use crate::council::{App, Written};
use crate::elections::hold::{CountedRound, ElectionPreview, HoldElection, Stands};
use crate::elections::page::{MeetingElections, OfficerTerm};
use crate::error::{AppError, Result};
use crate::people;
use entaku_domain::election::Entry;
use entaku_domain::id::ElectionId;
use entaku_domain::office::Method;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An election as it was held, or as far as it has come.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ElectionForm {
    /// Identifier of the open one that goes on; a new one where none.
    pub election: Option<String>,
    /// Handle or name of the body.
    pub body: String,
    /// 会長, 部会長 ….
    pub title: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// Identifier of the item of its agenda.
    pub item: Option<String>,
    /// `mutual_election`, `nomination`, `other`, `unknown`.
    pub method: String,
    /// How, in words, where it is another way.
    pub manner: Option<String>,
    /// Who named the officer.
    pub named_by: Option<String>,
    /// Who presided until there was a chair; the secretariat where none.
    pub presided_by: Option<String>,
    /// Whether nobody objected.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub acclaimed: bool,
    /// Those who stood.
    pub candidates: Vec<CandidateForm>,
    /// The rounds of voting, in order.
    #[serde(default)]
    #[ts(as = "Option<Vec<RoundForm>>")]
    pub rounds: Vec<RoundForm>,
    /// Whether a lot decided.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub by_lot: bool,
    /// Who drew it.
    pub lot_drawn_by: Option<String>,
    /// What else is to be kept in the record.
    pub note: Option<String>,
    /// Whether present holders hand the office on where it is full.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub replaces: bool,
    /// Identifiers or names of those who hand on, where several hold the office.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>")]
    pub predecessors: Vec<String>,
    /// Whether other offices of those elected in the same body end for it, on the day before.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub ends_other: bool,
}

/// Somebody who stood.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CandidateForm {
    /// Identifier or name of the person.
    pub person: String,
    /// `volunteered`, `recommended`; none where the record does not say.
    pub entry: Option<String>,
    /// Who proposed them.
    pub proposer: Option<String>,
    /// Whether they declined.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub declined: bool,
    /// Whether they were elected.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub elected: bool,
}

/// A round of voting.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundForm {
    /// Whether it is a runoff.
    pub runoff: bool,
    /// Papers cast.
    pub voters: u16,
    /// Blank papers.
    pub blank: u16,
    /// Invalid papers.
    pub invalid: u16,
    /// Votes in the order of those who stood; none for one who did not stand in this round.
    pub votes: Vec<Option<u16>>,
}

/// An election that was recorded.
#[derive(Debug, Serialize, TS)]
pub struct HeldElection {
    /// Its identifier.
    pub election: String,
    /// Identifiers of the offices that it gave; none while it is open.
    pub offices: Vec<String>,
}

/// An election.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichElection {
    /// Its identifier.
    pub election: String,
}

pub(super) fn meeting_elections(app: &App, args: WhichMeeting) -> Result<MeetingElections> {
    app.meeting_elections(meeting(&args.meeting)?)
}

pub(super) fn election_preview(app: &App, args: ElectionForm) -> Result<ElectionPreview> {
    app.election_preview(&ask(app, args)?)
}

pub(super) fn officer_history(app: &App, args: super::OneBody) -> Result<Vec<OfficerTerm>> {
    app.officer_history(&args.body)
}

pub(super) fn hold_election(app: &mut App, args: ElectionForm) -> Result<Written<HeldElection>> {
    let ask = ask(app, args)?;
    Ok(app.hold_election(&ask)?.map(|held| HeldElection {
        election: held.election.to_string(),
        offices: held.offices.iter().map(ToString::to_string).collect(),
    }))
}

pub(super) fn remove_election(app: &mut App, args: WhichElection) -> Result<Written<()>> {
    app.remove_election(election(&args.election)?)
}

fn election(id: &str) -> Result<ElectionId> {
    ElectionId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn ask(app: &App, form: ElectionForm) -> Result<HoldElection> {
    let council = app.snapshot()?;
    let stands = |c: CandidateForm| {
        Ok(Stands {
            person: people::find(&council, &c.person)?,
            entry: filled(c.entry).map(|code| Entry::from_code(&code).map_err(bad_code)).transpose()?,
            proposer: filled(c.proposer),
            declined: c.declined,
            elected: c.elected,
        })
    };
    let counted = |r: RoundForm| CountedRound {
        runoff: r.runoff,
        voters: r.voters,
        blank: r.blank,
        invalid: r.invalid,
        votes: r.votes,
    };
    Ok(HoldElection {
        election: filled(form.election).as_deref().map(election).transpose()?,
        body: form.body,
        title: form.title,
        meeting: meeting(&form.meeting)?,
        item: filled(form.item).as_deref().map(item).transpose()?,
        method: Method::from_code(&form.method).map_err(bad_code)?,
        manner: filled(form.manner),
        named_by: filled(form.named_by),
        presided_by: filled(form.presided_by),
        acclaimed: form.acclaimed,
        candidates: form.candidates.into_iter().map(stands).collect::<Result<_>>()?,
        rounds: form.rounds.into_iter().map(counted).collect(),
        by_lot: form.by_lot,
        lot_drawn_by: filled(form.lot_drawn_by),
        note: filled(form.note),
        replaces: form.replaces,
        ends_other: form.ends_other,
        predecessors: form.predecessors.iter().map(|name| people::find(&council, name)).collect::<Result<_>>()?,
    })
}
