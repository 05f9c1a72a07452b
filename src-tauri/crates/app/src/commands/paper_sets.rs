//! How papers are numbered, ordered and handled, and the sets that left.

use super::meetings::{WhichMeeting, meeting};
use super::members::filled;
use super::papers::paper;
use super::{OneBody, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issued::sets::{IssuedSetRow, PacketSetRow};
use crate::papers::{HandlePaper, PaperStyle, PaperStylePage};
use crate::people;
use serde::Deserialize;
use ts_rs::TS;

/// How a body numbers its papers, as it shall be.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyPaperStyle {
    /// Handle or name of the body.
    pub body: String,
    /// The style.
    pub style: PaperStyle,
}

/// A style that is being thought about.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TriedPaperStyle {
    /// The style.
    pub style: PaperStyle,
}

/// The order of papers of a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperOrder {
    /// The meeting's identifier.
    pub meeting: String,
    /// The papers of a class, in their order.
    pub papers: Vec<String>,
}

/// How a paper is handled.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PaperHandlingForm {
    /// The paper's identifier.
    pub paper: String,
    /// The day of its present edition, as typed.
    pub revised_on: Option<String>,
    /// What was changed.
    pub revision_note: Option<String>,
    /// Whether the present edition is handed out on the day.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub revised_on_the_day: bool,
    /// Whether it is collected after the meeting.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub collect: bool,
    /// Whether its copies are numbered.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub copy_numbers: bool,
    /// Members who do not get it: identifiers or names.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>")]
    pub held_from: Vec<String>,
    /// Whether its place is by its number again.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub by_number: bool,
}

/// The sets for a meeting's recipients.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WhichPacketSets {
    /// The meeting's identifier.
    pub meeting: String,
    /// A set with a name on its cover for each member.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub named: bool,
}

pub(super) fn paper_style(app: &App, args: OneBody) -> Result<PaperStylePage> {
    app.paper_style(&args.body)
}

pub(super) fn try_paper_style(app: &App, args: TriedPaperStyle) -> Result<Vec<String>> {
    app.paper_style_examples(&args.style)
}

pub(super) fn set_paper_style(app: &mut App, args: BodyPaperStyle) -> Result<Written<()>> {
    app.set_paper_style(&args.body, &args.style)
}

pub(super) fn order_papers(app: &mut App, args: PaperOrder) -> Result<Written<()>> {
    let order = args.papers.iter().map(|id| paper(id)).collect::<Result<Vec<_>>>()?;
    app.order_papers(meeting(&args.meeting)?, &order)
}

pub(super) fn set_paper_handling(app: &mut App, args: PaperHandlingForm) -> Result<Written<()>> {
    let council = app.snapshot()?;
    let ask = HandlePaper {
        revised_on: filled(args.revised_on).map(|typed| day("revised_on", &typed)).transpose()?,
        revision_note: filled(args.revision_note),
        revised_on_the_day: args.revised_on_the_day,
        collect: args.collect,
        copy_numbers: args.copy_numbers,
        held_from: args.held_from.iter().map(|p| people::find(&council, p)).collect::<Result<_>>()?,
        by_number: args.by_number,
    };
    app.handle_paper(paper(&args.paper)?, &ask)
}

pub(super) fn issued_sets(app: &App, args: WhichMeeting) -> Result<Vec<IssuedSetRow>> {
    app.issued_sets(meeting(&args.meeting)?)
}

pub(super) fn packet_sets(app: &App, args: WhichPacketSets) -> Result<Vec<PacketSetRow>> {
    let sets = app.packet_sets(meeting(&args.meeting)?, args.named)?;
    if sets.is_empty() { Err(AppError::Nobody) } else { Ok(sets) }
}
