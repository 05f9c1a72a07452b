//! The notice of a meeting to 60 members, each with the sheet to answer on, as one PDF.

use crate::{Outcome, row};
use entaku_app::App;
use entaku_app::commands::{LetterBatch, dispatch};
use entaku_documents::{Job, Letter, Letters, Printer, go_on};
use entaku_press::Press;
use serde_json::json;

/// Members who get one.
const MEMBERS: usize = 60;

pub(crate) fn measure() -> Outcome<()> {
    let mut app = App::sample_in_memory(crate::now)?;
    let rows = dispatch(&mut app, "list_meetings", json!({ "body": "zentaikai", "year": "R8" }))?;
    let meeting = rows[1]["id"].clone();
    let people =
        dispatch(&mut app, "meeting_letter_people", json!({ "meeting": meeting, "letter": "meeting_notice" }))?;
    let to: Vec<_> =
        people["rows"].as_array().ok_or("rows")?.iter().map(|r| json!({ "appointment": r["appointment"] })).collect();
    let batch = json!({ "letter": "meeting_notice", "to": to, "meeting": { "meeting": meeting, "print": "usual" } });
    let batch: LetterBatch = serde_json::from_value(batch)?;
    let members = to.len();
    let made = app.letters(&batch.read(&app)?)?.letters;
    let per_member = made.letters.len() / members.max(1);
    let letters: Vec<Letter> = made.letters.iter().cycle().take(MEMBERS * per_member).cloned().collect();
    let many = Letters { letters, ..made };
    let job = Job::Letters(many.clone());
    let pages = Press.print(&job, &mut go_on)?.pages.len();
    row(&format!("notices for {MEMBERS} members, {pages} pages, one PDF"), "< 1 s", || {
        Ok(Press.print(&job, &mut go_on).map(drop)?)
    })?;
    row(&format!("notices for {members} members read from the council"), "< 50 ms", || {
        Ok(app.letters(&batch.read(&app)?).map(drop)?)
    })
}
