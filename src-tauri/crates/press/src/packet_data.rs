//! A packet as the data its template reads: every foreign page by its size and
//! text, every picture by its path.

use entaku_documents::{Front, OwnPaper, Packet, PageSize, Paper, PaperContent, PrintError};
use serde::Serialize;
use serde_json::{Value, json};

use crate::job::{self, JobData};
use crate::{A3, uncovered};

/// What a paper's file holds, once read.
pub(crate) enum Reading {
    /// Pages of a foreign PDF: their size as seen and their text.
    Pages(Vec<ForeignPage>),
    /// A picture at this path, on a page of this size.
    Picture(String, PageSize),
    /// The paper has no file.
    None,
}

/// A foreign page's stand-in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ForeignPage {
    /// Width in points.
    pub(crate) width: f64,
    /// Height in points.
    pub(crate) height: f64,
    /// Its text, for the ear; cut if very long.
    pub(crate) text: String,
}

/// The most characters of a page's text that are read aloud.
const TEXT_LIMIT: usize = 4000;

impl ForeignPage {
    /// A page with its text tidied: no control characters, no long gaps.
    pub(crate) fn new(size: PageSize, text: &str) -> ForeignPage {
        let spaced: Vec<&str> = text.split_whitespace().collect();
        let joined = spaced.join(" ");
        let text = joined.chars().filter(|c| !uncovered::is_control(*c)).take(TEXT_LIMIT).collect();
        ForeignPage { width: size.width_pt, height: size.height_pt, text }
    }
}

/// The data of a packet.
pub(crate) fn data(packet: &Packet, readings: &[Reading]) -> Result<JobData, PrintError> {
    let seating = packet.seating.as_ref().map(job::seating).transpose()?;
    let papers = packet.papers.iter().zip(readings).map(|(paper, reading)| paper_data(paper, reading));
    let papers: Vec<Value> = papers.collect::<Result<_, _>>()?;
    let data = json!({
        "cover": job::value("packet", &packet.cover)?,
        "agenda": job::value("packet", &packet.agenda)?,
        "roster": job::value("packet", &packet.roster)?,
        "seating": seating,
        "papers": papers,
        "omitted": job::value("packet", &packet.omitted)?,
        "odd": packet.options.odd_page_start,
        "front": front(&packet.front),
        "corrections": match &packet.front {
            Front::Corrections(list) => job::value("packet", list)?,
            _ => Value::Null,
        },
        "classes": job::value("packet", &packet.headings())?,
        "agenda_number": job::value("packet", &packet.agenda_number)?,
        "large": large_sheet(packet.options.large),
    });
    JobData::new("packet", data)
}

const fn front(front: &Front) -> &'static str {
    match front {
        Front::Whole => "whole",
        Front::Corrections(_) => "corrections",
        Front::Bare => "bare",
    }
}

/// The sheet on which own texts are set for large print: it is A3 once it is enlarged.
fn large_sheet(percent: u16) -> Value {
    let length = |points: f64| points * 100.0 / f64::from(percent);
    match percent {
        0 => Value::Null,
        _ => json!({ "width": length(A3.width_pt), "height": length(A3.height_pt) }),
    }
}

fn paper_data(paper: &Paper, reading: &Reading) -> Result<Value, PrintError> {
    let (kind, content) = match (&paper.content, reading) {
        (PaperContent::Own(own), _) => own_data(own)?,
        (PaperContent::Apart { pages }, _) => ("apart", json!(pages)),
        (PaperContent::File { .. }, Reading::Pages(pages)) => ("foreign", json!(pages)),
        (PaperContent::File { .. }, Reading::Picture(path, size)) => {
            ("picture", json!({ "path": path, "width": size.width_pt, "height": size.height_pt }))
        }
        (PaperContent::File { .. }, Reading::None) => ("apart", Value::Null),
    };
    Ok(json!({
        "number": job::value("packet", &paper.number)?,
        "title": job::value("packet", &paper.title)?,
        "class": job::value("packet", &paper.class)?,
        "item": paper.item,
        "edition": job::value("packet", &paper.edition_mark())?,
        "first_in": job::value("packet", &paper.marks.first_in)?,
        "stamps": job::value("packet", &paper.marks.stamps)?,
        "labels": job::value("packet", &paper.marks.labels)?,
        "kind": kind,
        "content": content,
    }))
}

fn own_data(own: &OwnPaper) -> Result<(&'static str, Value), PrintError> {
    Ok(match own {
        OwnPaper::Text(it) => ("text", job::value("text", it)?),
        OwnPaper::Roster(it) => ("roster", job::value("roster", it)?),
        OwnPaper::Chart(it) => ("chart", job::value("chart", it)?),
        OwnPaper::IssueTable(it) => ("issue_table", job::value("issue_table", it)?),
        OwnPaper::IssueCards(it) => ("issue_cards", job::value("issue_cards", it)?),
        OwnPaper::Listed(it) => ("listed", job::value("listed", it)?),
    })
}
