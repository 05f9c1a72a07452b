//! The script of a meeting as `.docx`: a table of who says what under each scene's head.

use crate::parts::{MM, gap, line};
use crate::{A4, WordError};
use docx_rs::{
    AlignmentType, Docx, PageMargin, Paragraph, RunFonts, Shading, Table, TableCell, TableLayoutType, TableRow,
    VAlignType, WidthType,
};
use entaku_documents::scenario::{GOTHIC, TITLE, WHEN, WHERE};
use entaku_documents::{Scenario, ScenarioScene, ScenarioSpeech};

/// The margin at each side.
const MARGIN: i32 = 18 * MM;
/// The width between the margins.
const WIDTH: usize = 174 * MM as usize;
/// The widths of speaker and words.
const COLUMNS: [usize; 2] = [WIDTH * 18 / 100, WIDTH - WIDTH * 18 / 100];
/// Grey, behind the head of a scene.
const PALE: &str = "F0F2F5";

/// The script as the bytes of a `.docx`. The same script gives the same bytes.
///
/// # Errors
/// [`WordError`] where the writer fails.
pub fn scenario(script: &Scenario) -> Result<Vec<u8>, WordError> {
    let points = if script.large { 15 } else { 11 };
    let margin =
        PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: 720, footer: 720, gutter: 0 };
    let fonts = RunFonts::new().ascii(GOTHIC).hi_ansi(GOTHIC).east_asia(GOTHIC).cs(GOTHIC);
    let mut document =
        Docx::new().page_size(A4.0, A4.1).page_margin(margin).default_fonts(fonts).default_size(points * 2);
    document = document
        .add_paragraph(line(&script.council, points, AlignmentType::Center))
        .add_paragraph(title(script, points))
        .add_paragraph(gap(6));
    for (label, text) in head(script) {
        document = document.add_paragraph(line(&format!("{label}\u{3000}{text}"), points, AlignmentType::Left));
    }
    for scene in &script.scenes {
        document = document.add_paragraph(gap(8)).add_table(scene_table(scene, points));
    }
    document = document.add_paragraph(gap(6));
    for note in &script.notes {
        document = document.add_paragraph(line(note, 9, AlignmentType::Left));
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes).map_err(|e| WordError(e.to_string()))?;
    Ok(bytes.into_inner())
}

fn title(script: &Scenario, points: usize) -> Paragraph {
    let text = format!("{}\u{3000}{TITLE}", script.meeting);
    line(&text, points + 4, AlignmentType::Center).outline_lvl(0)
}

/// What is known before it begins.
fn head(script: &Scenario) -> Vec<(&str, &str)> {
    let own = [(WHEN, script.date.as_str()), (WHERE, script.place.as_str())];
    let facts = script.facts.iter().map(|fact| (fact.label.as_str(), fact.text.as_str()));
    own.into_iter().chain(facts).filter(|(_, text)| !text.is_empty()).collect()
}

/// A scene: its head across both columns, then a row for each who speaks.
fn scene_table(scene: &ScenarioScene, points: usize) -> Table {
    let parts = [scene.clock.as_str(), &scene.title(), &scene.minutes];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut top = vec![line(&said.join("\u{3000}"), points, AlignmentType::Left).outline_lvl(1)];
    let about = scene.about();
    if !about.is_empty() {
        top.push(line(&about, points.saturating_sub(1), AlignmentType::Left));
    }
    let top = top.into_iter().fold(wide(), TableCell::add_paragraph).shading(Shading::new().fill(PALE));
    let rows = std::iter::once(TableRow::new(vec![top]).cant_split());
    let rows = rows.chain(scene.lines.iter().map(|speech| row(speech, points)));
    Table::new(rows.collect()).set_grid(COLUMNS.to_vec()).layout(TableLayoutType::Fixed).width(WIDTH, WidthType::Dxa)
}

/// What is done goes across; what is said stands beside who says it.
fn row(speech: &ScenarioSpeech, points: usize) -> TableRow {
    let paragraphs = |cell: TableCell, size: usize| {
        speech.text.lines().fold(cell, |cell, text| cell.add_paragraph(line(text, size, AlignmentType::Left)))
    };
    if speech.speaker.is_empty() {
        return TableRow::new(vec![paragraphs(wide(), points.saturating_sub(1))]);
    }
    let who = narrow(COLUMNS[0]).add_paragraph(line(&speech.speaker, points, AlignmentType::Left));
    TableRow::new(vec![who, paragraphs(narrow(COLUMNS[1]), points)])
}

fn wide() -> TableCell {
    narrow(WIDTH).grid_span(2)
}

fn narrow(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Top)
}
