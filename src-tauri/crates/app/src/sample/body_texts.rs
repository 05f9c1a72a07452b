//! The texts of a body, sorted by what they say. The source repeats itself between its two pages; a sentence
//! that already stands in the box is not said again.

use super::bodies::Version;
use super::council::CERTAINTIES;
use super::source::{Place, Unused};
use crate::error::Result;
use crate::text::labels::category_mark;
use entaku_domain::body::{BodyText, TextKind};
use serde::Deserialize;

/// The mark of the second page's short sentences.
const BULLET: &str = "・";

/// Where a note belongs, by the heading under which it stands.
const HEADINGS: &[(&str, TextKind)] = &[
    ("その他、全体会の役割", TextKind::OtherRole),
    ("構成委員", TextKind::Members),
    ("構成等", TextKind::Establishment),
];

/// Where a note without a heading belongs, by its mark. A bullet continues the duties.
const MARKS: &[(&str, TextKind)] =
    &[("＊", TextKind::MemberNote), ("※", TextKind::MemberNote), ("", TextKind::Establishment)];

/// What the duties of a body are called.
const DUTIES: &[(&str, TextKind)] = &[
    ("所掌事務", TextKind::Affair),
    ("所掌事項", TextKind::Duty),
    ("協議事項", TextKind::Matter),
    ("", TextKind::Duty),
];

/// A sentence with its certainty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrase {
    text: String,
    certainty: String,
}

/// A line of a list of duties, roles or notes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    #[serde(default)]
    no: u8,
    mark: Option<String>,
    heading: Option<String>,
    text: String,
    certainty: String,
    #[serde(rename = "note")]
    _note: Unused,
}

impl Line {
    fn mark(&self) -> &str {
        self.mark.as_deref().unwrap_or_default()
    }
}

/// The texts of a version of a body called `name`, with `note` beside its name.
pub(super) fn texts(place: Place<'_>, name: &str, note: &str, version: &Version) -> Result<Vec<BodyText>> {
    let mut texts = summary(place, version)?;
    texts.extend(purpose(place, &[name, note], version, &texts)?);
    let duties = place.pick(DUTIES, version.duties_heading.as_deref().unwrap_or_default())?;
    for line in &version.duties {
        texts.push(text(place, duties, &category_marks(line.no), &line.text, &line.certainty)?);
    }
    for line in version.roles.iter().filter(|l| l.mark() != BULLET) {
        texts.push(text(place, TextKind::Role, &circled(line.no), &line.text, &line.certainty)?);
    }
    if let Some(term) = version.term.as_ref().filter(|t| t.mark.is_some()) {
        let mark = term.mark.as_deref().unwrap_or_default();
        texts.push(text(place, TextKind::MemberNote, mark, &term.text, &term.certainty)?);
    }
    for line in &version.notes {
        let kind = match &line.heading {
            Some(heading) => place.pick(HEADINGS, heading)?,
            None if line.mark() == BULLET => duties,
            None => place.pick(MARKS, line.mark())?,
        };
        texts.push(text(place, kind, line.mark(), &line.text, &line.certainty)?);
    }
    Ok(texts)
}

/// The short sentences of the relationship chart, and what a box of outside bodies lists.
fn summary(place: Place<'_>, version: &Version) -> Result<Vec<BodyText>> {
    let short = version.roles.iter().filter(|l| l.mark() == BULLET);
    let mut texts: Vec<BodyText> =
        short.map(|l| text(place, TextKind::Summary, BULLET, &l.text, &l.certainty)).collect::<Result<_>>()?;
    if let Some(listed) = &version.listed_text {
        texts.push(text(place, TextKind::Summary, "", listed, &version.purpose.certainty)?);
    }
    Ok(texts)
}

/// The purpose, unless the name, its note or the summary says the same.
fn purpose(place: Place<'_>, beside: &[&str], version: &Version, summary: &[BodyText]) -> Result<Option<BodyText>> {
    let purpose = version.purpose.text.as_str();
    let listed = version.listed_text.iter().map(String::as_str);
    let repeats = beside.iter().copied().chain(listed).any(|said| said.contains(purpose));
    let marked = summary.iter().filter(|s| s.mark == BULLET);
    let summed_up = marked.clone().count() > 0 && marked.clone().all(|s| purpose.contains(&s.text));
    if purpose.is_empty() || repeats || summed_up {
        return Ok(None);
    }
    text(place, TextKind::Purpose, "", purpose, &version.purpose.certainty).map(Some)
}

fn text(place: Place<'_>, kind: TextKind, mark: &str, text: &str, certainty: &str) -> Result<BodyText> {
    let certainty = place.pick(CERTAINTIES, certainty)?;
    Ok(BodyText { kind, mark: mark.to_owned(), text: text.to_owned(), certainty })
}

/// ⑴ for 1; nothing for 0.
fn category_marks(number: u8) -> String {
    if number == 0 { String::new() } else { category_mark(number) }
}

/// ① for 1; nothing for 0.
fn circled(number: u8) -> String {
    match char::from_u32(0x245f + u32::from(number)) {
        Some(mark) if (1..=20).contains(&number) => mark.to_string(),
        _ => String::new(),
    }
}
