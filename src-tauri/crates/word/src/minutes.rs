//! Minutes as `.docx`: the head as a table, headings that Word's outline knows, and each
//! stretch of speech as a paragraph of its own.

use crate::parts::{MM, Piece, clean, facts, gap, grid, line};
use crate::{WordError, pack, page};
use docx_rs::{AlignmentType, Docx, Paragraph, Run, SpecialIndentType};
use entaku_documents::minutes::{DECISION_COLUMNS, DECISIONS, RECORD, TASK_COLUMNS, TASKS};
use entaku_documents::{Minutes, MinutesLine, MinutesLineKind};

/// Minutes as the bytes of a `.docx`. The same minutes give the same bytes.
///
/// # Errors
/// [`WordError`] where the writer fails.
pub fn minutes(minutes: &Minutes) -> Result<Vec<u8>, WordError> {
    let mut document = page();
    for piece in pieces(minutes) {
        document = add(document, piece);
    }
    pack(document)
}

fn add(document: Docx, piece: Piece) -> Docx {
    match piece {
        Piece::Line(paragraph) => document.add_paragraph(*paragraph),
        Piece::Table(table) => document.add_table(*table).add_paragraph(gap(4)),
    }
}

fn pieces(it: &Minutes) -> Vec<Piece> {
    let centred = |text: &str, size| line(text, size, AlignmentType::Center);
    let mut all: Vec<Piece> = vec![centred(&it.council, 11).into(), centred(&it.heading(), 16).outline_lvl(0).into()];
    all.push(gap(6).into());
    if !it.facts.is_empty() {
        let rows: Vec<_> = it.facts.iter().map(|fact| fact.line()).collect();
        all.push(facts(&rows).into());
    }
    all.extend(it.notes.iter().map(|note| line(note, 10, AlignmentType::Left).into()));
    if it.parts.iter().any(|part| !part.heading.is_empty()) {
        all.push(heading(RECORD, 1));
    }
    for part in &it.parts {
        if !part.heading.is_empty() {
            all.push(heading(&part.heading, 2));
        }
        if !part.closed.is_empty() {
            all.push(line(&part.closed, 11, AlignmentType::Left).into());
        }
        all.extend(part.lines.iter().flat_map(said));
    }
    all.extend(tables(it));
    all.extend(it.foot.iter().map(|text| line(text, 11, AlignmentType::Left).into()));
    all.push(gap(8).into());
    all.extend(it.signed.iter().map(|text| line(text, 11, AlignmentType::Right).into()));
    all
}

fn tables(it: &Minutes) -> Vec<Piece> {
    let mut all = Vec::new();
    if !it.decisions.is_empty() {
        let row = |d: &entaku_documents::MinutesDecision| {
            vec![d.number.clone(), d.item.clone(), d.text.clone(), d.how.clone()]
        };
        all.push(heading(DECISIONS, 1));
        all.push(grid(&DECISION_COLUMNS, &[12, 26, 40, 22], it.decisions.iter().map(row).collect()).into());
    }
    if !it.tasks.is_empty() {
        let row = |t: &entaku_documents::MinutesTask| vec![t.what.clone(), t.who.clone(), t.due.clone()];
        all.push(heading(TASKS, 1));
        all.push(grid(&TASK_COLUMNS, &[52, 24, 24], it.tasks.iter().map(row).collect()).into());
    }
    all
}

fn heading(text: &str, level: usize) -> Piece {
    let size = if level == 1 { 13 } else { 12 };
    line(text, size, AlignmentType::Left).outline_lvl(level).keep_next(true).into()
}

/// A stretch of speech: who in bold, then the words; the lines after the first stand in a little.
fn said(of: &MinutesLine) -> Vec<Piece> {
    let number = of.number.map(|n| format!("［{n}］")).unwrap_or_default();
    let last = of.paragraphs.len().saturating_sub(1);
    let behind = |at: usize| if at == last { of.after() } else { String::new() };
    let plain = matches!(of.kind, MinutesLineKind::Note | MinutesLineKind::Withheld);
    let piece = |(at, text): (usize, &String)| {
        let first = at == 0;
        let lead = match (first, plain) {
            (true, true) => format!("{number}　"),
            (true, false) => format!("{number}{}　", of.before()),
            (false, _) => "　　".to_owned(),
        };
        let lead = Run::new().add_text(clean(&lead)).size(22);
        let lead = if first && !plain { lead.bold() } else { lead };
        let words = Run::new().add_text(clean(&format!("{text}{}", behind(at)))).size(22);
        Paragraph::new()
            .indent(Some(4 * MM), Some(SpecialIndentType::Hanging(4 * MM)), None, None)
            .add_run(lead)
            .add_run(words)
            .into()
    };
    of.paragraphs.iter().enumerate().map(piece).collect()
}
