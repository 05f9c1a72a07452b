//! The papers of meetings, with their texts and files.

use super::keys::Keys;
use super::meetings::Row;
use super::source::{Date, Place, Unused, bytes, text};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::id::{BodyId, MeetingId, PaperId};
use entaku_domain::paper::{Handling, Paper, PaperClass, PaperContent, PaperNumber};
use serde::Deserialize;

const CLASSES: &[(&str, PaperClass)] =
    &[("事前", PaperClass::Sent), ("当日", PaperClass::OnTheDay), ("参考", PaperClass::Reference)];

/// What a paper is called that was changed after it was sent.
const REVISED: &str = "修正版";

/// A paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaperRow {
    pub(super) number: String,
    title: String,
    class: String,
    open: bool,
    closed_reason: Option<String>,
    markdown: Option<String>,
    file: Option<String>,
    document: Option<String>,
    #[serde(default)]
    options: Options,
    revision: Option<u32>,
    #[serde(rename = "rendering")]
    _rendering: Unused,
    #[serde(rename = "from")]
    _from: Unused,
}

/// What a document of Entaku's own shows.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    fiscal_year: Option<i32>,
    as_of: Option<Date>,
    body: Option<String>,
    #[serde(default)]
    issues: Vec<String>,
    #[serde(rename = "paper")]
    _paper: Unused,
    #[serde(rename = "audience")]
    _audience: Unused,
}

/// A paper, and the file that it is kept as; the store answers its hash.
#[derive(Debug)]
pub(super) struct Kept {
    /// The paper; the hash of its file is still empty.
    pub(super) paper: Paper,
    /// The bytes of its file.
    pub(super) file: Option<&'static [u8]>,
}

/// The identifier of a paper.
pub(super) fn id(meeting: &str, number: &str) -> PaperId {
    PaperId::from_key(&format!("{meeting}/{number}"))
}

/// The papers of meetings, in the file's order.
pub(super) fn papers(keys: &Keys, meetings: &[Row]) -> Result<Vec<Kept>> {
    let all = meetings.iter().flat_map(|meeting| meeting.paper.iter().map(move |row| (meeting, row)));
    all.map(|(meeting, row)| paper(keys, meeting, row)).collect()
}

fn paper(keys: &Keys, meeting: &Row, row: &PaperRow) -> Result<Kept> {
    let key = format!("{}/{}", meeting.key, row.number);
    let place = Place { file: meeting.place().file, key: &key };
    place.must(row.open == row.closed_reason.is_none(), "closed without a reason, or open with one")?;
    let content = content(keys, place, meeting, row)?;
    Ok(Kept {
        paper: Paper {
            id: id(&meeting.key, &row.number),
            meeting: MeetingId::from_key(&meeting.key),
            number: PaperNumber::new(&row.number),
            title: row.title.clone(),
            class: place.pick(CLASSES, &row.class)?,
            revision: row.revision.map(|n| if n == 1 { REVISED.to_owned() } else { format!("{REVISED}{n}") }),
            closed_reason: row.closed_reason.clone(),
            content,
            handling: Handling::default(),
        },
        file: row.file.as_deref().map(bytes).transpose()?,
    })
}

fn content(keys: &Keys, place: Place<'_>, meeting: &Row, row: &PaperRow) -> Result<PaperContent> {
    match (&row.markdown, &row.file, &row.document) {
        (Some(path), None, None) => Ok(PaperContent::Text { markdown: text(path)?.to_owned() }),
        (None, Some(path), None) => {
            let name = path.rsplit('/').next().unwrap_or(path).to_owned();
            Ok(PaperContent::File { sha256: String::new(), name })
        }
        (None, None, Some(document)) => own_document(keys, place, meeting, row, document),
        _ => Err(place.wrong("not exactly one of markdown, file and document")),
    }
}

/// A document that Entaku makes shows the council as of the day of the meeting.
fn own_document(keys: &Keys, place: Place<'_>, meeting: &Row, row: &PaperRow, document: &str) -> Result<PaperContent> {
    let (options, on) = (&row.options, meeting.date.0);
    let same_year = options.fiscal_year.is_none_or(|y| y == FiscalYear::of(on).number());
    let same_day = options.as_of.is_none_or(|d| d.0 == on);
    place.must(same_year && same_day, "shows another day than that of the meeting")?;
    let body: BodyId = keys.body(place, options.body.as_ref().unwrap_or(&meeting.body))?;
    match document {
        "chart" => Ok(PaperContent::Chart),
        "tree" => Ok(PaperContent::Tree),
        "roster" => Ok(PaperContent::Roster { body }),
        "issue_table" => Ok(PaperContent::IssueTable),
        "issue_cards" => {
            let issues = options.issues.iter().map(|key| keys.issue(place, key)).collect::<Result<_>>()?;
            Ok(PaperContent::IssueCards { issues })
        }
        other => Err(place.wrong(format_args!("unknown document {other:?}"))),
    }
}
