//! All that a document says in any of its forms: what its text leaves out may stand in its
//! table, or in its days for a calendar program.

use super::{Finished, Ready};
use entaku_sheets::{Cell, Sheet};

impl Ready {
    /// All words of its forms, as far as they are known before it is printed.
    pub fn every_word(&self) -> String {
        joined(self.own_text(), self.sheet(), self.ics())
    }
}

impl Finished {
    /// Whether files from outside are bound into it: they bring comments that are not drawn.
    pub fn binds_files(&self) -> bool {
        matches!(self.kind, "packet" | "replacement" | "collected_copies")
    }

    /// All words of its forms.
    pub fn every_word(&self) -> String {
        joined(&self.text, self.sheet(), self.ics())
    }
}

/// A row of the table is a line, its cells stand apart.
fn joined(text: &str, sheet: Option<&Sheet>, ics: Option<&str>) -> String {
    let mut all = text.to_owned();
    for row in sheet.iter().flat_map(|sheet| &sheet.rows) {
        let cells: Vec<&str> =
            row.iter().filter_map(|c| if let Cell::Text(t) = c { Some(t.as_str()) } else { None }).collect();
        all.push('\n');
        all.push_str(&cells.join("\u{3000}"));
    }
    // Its long lines are folded.
    if let Some(ics) = ics {
        all.push('\n');
        all.push_str(&ics.replace("\r\n ", ""));
    }
    all
}
