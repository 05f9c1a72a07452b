//! Issues as documents: the table, history sheets, the flow of a year, themes.

use crate::args::issue_views::{Flow, Issues, Themes};
use crate::documents::{READ, Writer, edition_for, write, write_issues};
use crate::open::for_reading;
use entaku_app::commands::WhichIssues;
use entaku_app::printing::{Document, Format};
use entaku_app::{AppError, Result};
use entaku_domain::issue::{Inlet, Level};
use entaku_sheets::Fallback;
use std::path::Path;

/// A table: on paper, in Excel, as CSV and for the ear.
const TABLE: [Format; 4] = [Format::Pdf, Format::Xlsx, Format::Csv, Format::Txt];

pub(crate) fn issues(council: Option<&Path>, ask: &Issues) -> Result<()> {
    let app = for_reading(council)?;
    let (audience, to) = (edition_for(ask.public), &mut Writer::new(&ask.out));
    let confirmed = Some(ask.confirmed);
    if !ask.issue.is_empty() {
        let issues =
            Some(ask.issue.iter().map(|n| app.issue_numbered(n).map(|id| id.to_string())).collect::<Result<_>>()?);
        let cards = Document::IssueCards { issues, on: ask.on.clone(), audience, confirmed };
        return write(&app, &cards, &READ, Fallback::Refuse, to);
    }
    let filter = which(ask)?;
    if filter.is_none() && !ask.a4 {
        return write_issues(&app, ask.on.as_deref(), audience, ask.confirmed, to);
    }
    let table = Document::IssueTable { on: ask.on.clone(), a4: Some(ask.a4), audience, confirmed, filter };
    write(&app, &table, &TABLE, Fallback::Refuse, to)
}

/// What narrows the table; none where nothing does.
fn which(ask: &Issues) -> Result<Option<WhichIssues>> {
    let words = [&ask.body, &ask.field, &ask.inlet, &ask.level, &ask.year, &ask.text];
    if words.iter().all(|word| word.is_none()) && !ask.overdue && !ask.all {
        return Ok(None);
    }
    let inlets = Inlet::ALL.iter().map(|i| (i.code(), i.label()));
    let levels = Level::ALL.iter().map(|l| (l.code(), l.label()));
    Ok(Some(WhichIssues {
        year: ask.year.clone(),
        body: ask.body.clone(),
        field: ask.field.clone(),
        inlet: ask.inlet.as_deref().map(|said| code(said, inlets)).transpose()?,
        level: ask.level.as_deref().map(|said| code(said, levels)).transpose()?,
        open: !ask.all,
        overdue: ask.overdue,
        text: ask.text.clone(),
    }))
}

/// The code of a word, or the code itself.
fn code(said: &str, mut known: impl Iterator<Item = (&'static str, &'static str)>) -> Result<String> {
    let found = known.find(|(code, label)| *code == said || *label == said);
    found.map(|(code, _)| code.to_owned()).ok_or_else(|| AppError::BadRequest(said.to_owned()))
}

pub(crate) fn flow(council: Option<&Path>, ask: &Flow) -> Result<()> {
    let document = Document::IssueFlow { year: ask.year.clone(), a4: Some(ask.a4), audience: edition_for(ask.public) };
    write(&for_reading(council)?, &document, &READ, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) fn themes(council: Option<&Path>, ask: &Themes) -> Result<()> {
    let document =
        Document::IssueThemes { on: ask.on.clone(), audience: edition_for(ask.public), confirmed: Some(ask.confirmed) };
    write(&for_reading(council)?, &document, &READ, Fallback::Refuse, &mut Writer::new(&ask.out))
}
