//! A meeting's papers. Files come in by the desk, which has the printer that looks into them.

use super::agenda::item;
use super::bad_code;
use super::meetings::{WhichMeeting, meeting};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::papers::{AddOwnPaper, PaperList, UpdatePaper};
use entaku_domain::id::{IssueId, PaperId};
use entaku_domain::paper::{PaperClass, PaperContent};
use entaku_domain::work_plan::ReportKind;
use serde::Deserialize;
use ts_rs::TS;

/// A paper that Entaku makes itself.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOwnPaper {
    /// The meeting's identifier.
    pub meeting: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// `sent`, `on_the_day`, `reference`.
    pub class: String,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// `text`, `chart`, `tree`, `roster`, `issue_table`, `issue_cards`, `progress_sheet`, `sub_reports`.
    pub is: String,
    /// Handle or name of the body of a roster; the meeting's own where none.
    #[ts(optional = nullable)]
    pub body: Option<String>,
    /// The words of a text, as Markdown.
    #[ts(optional = nullable)]
    pub markdown: Option<String>,
    /// Identifiers of the issues of history sheets; all open ones where none.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub issues: Vec<String>,
}

/// A paper as it shall be, but for its content.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperFacts {
    /// The paper's identifier.
    pub paper: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// `sent`, `on_the_day`, `reference`.
    pub class: String,
    /// 修正版; none for the first edition.
    pub revision: Option<String>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Its words, where it is a text; none leaves them.
    #[ts(optional = nullable)]
    pub markdown: Option<String>,
}

/// A paper.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPaper {
    /// Its identifier.
    pub paper: String,
}

/// Numbers for papers of a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperNumbers {
    /// The meeting's identifier.
    pub meeting: String,
    /// The papers whose numbers change.
    pub numbers: Vec<NumberOf>,
}

/// A number for a paper.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NumberOf {
    /// The paper's identifier.
    pub paper: String,
    /// Its number.
    pub number: String,
}

/// The items to which a paper belongs.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperItems {
    /// The paper's identifier.
    pub paper: String,
    /// Identifiers of the items, all of them.
    pub items: Vec<String>,
}

pub(super) fn list_papers(app: &App, args: WhichMeeting) -> Result<PaperList> {
    app.list_papers(meeting(&args.meeting)?)
}

pub(super) fn add_own_paper(app: &mut App, args: NewOwnPaper) -> Result<Written<String>> {
    let ask = AddOwnPaper {
        meeting: meeting(&args.meeting)?,
        number: args.number.clone(),
        title: args.title.clone(),
        class: PaperClass::from_code(&args.class).map_err(bad_code)?,
        closed_reason: args.closed_reason.clone(),
        content: content(app, &args)?,
    };
    Ok(app.add_own_paper(&ask)?.map(|id| id.to_string()))
}

pub(super) fn update_paper(app: &mut App, args: PaperFacts) -> Result<Written<()>> {
    let ask = UpdatePaper {
        number: args.number,
        title: args.title,
        class: PaperClass::from_code(&args.class).map_err(bad_code)?,
        revision: args.revision,
        closed_reason: args.closed_reason,
        markdown: args.markdown,
    };
    app.update_paper(paper(&args.paper)?, &ask)
}

pub(super) fn remove_paper(app: &mut App, args: WhichPaper) -> Result<Written<()>> {
    app.remove_paper(paper(&args.paper)?)
}

pub(super) fn renumber_papers(app: &mut App, args: PaperNumbers) -> Result<Written<()>> {
    let number = |n: NumberOf| Ok((paper(&n.paper)?, n.number));
    let numbers = args.numbers.into_iter().map(number).collect::<Result<Vec<_>>>()?;
    app.renumber_papers(meeting(&args.meeting)?, &numbers)
}

pub(super) fn set_paper_items(app: &mut App, args: PaperItems) -> Result<Written<()>> {
    let items = args.items.iter().map(|i| item(i)).collect::<Result<Vec<_>>>()?;
    app.set_paper_items(paper(&args.paper)?, &items)
}

fn content(app: &App, args: &NewOwnPaper) -> Result<PaperContent> {
    Ok(match args.is.as_str() {
        "text" => PaperContent::Text { markdown: args.markdown.clone().unwrap_or_default() },
        "chart" => PaperContent::Chart,
        "tree" => PaperContent::Tree,
        "roster" => PaperContent::Roster { body: app.roster_body(meeting(&args.meeting)?, args.body.as_deref())? },
        "issue_table" => PaperContent::IssueTable,
        "issue_cards" => {
            let issue = |id: &String| IssueId::parse(id).map_err(|e| AppError::UnknownRecord(e.0));
            PaperContent::IssueCards { issues: args.issues.iter().map(issue).collect::<Result<_>>()? }
        }
        "progress_sheet" => PaperContent::ProgressSheet { year: app.meeting_year(meeting(&args.meeting)?)? },
        "sub_reports" => {
            let year = app.meeting_year(meeting(&args.meeting)?)?;
            PaperContent::SubReports { year, kind: ReportKind::Activity, body: None }
        }
        other => return Err(AppError::BadRequest(format!("no document {other}"))),
    })
}

pub(super) fn paper(id: &str) -> Result<PaperId> {
    PaperId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
