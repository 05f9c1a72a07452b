//! Papers, sets that left, and who got what.

use crate::args::papers::{Deliver, OneMeeting};
use crate::open::{for_reading, for_writing};
use entaku_app::commands::{dispatch, year};
use entaku_app::{App, Result, meetings};
use entaku_domain::id::MeetingId;
use serde_json::json;
use std::path::Path;

pub(crate) fn which(app: &App, ask: &OneMeeting) -> Result<MeetingId> {
    Ok(meetings::find(&app.snapshot()?, &ask.body, year(&ask.year)?, ask.number)?.id)
}

/// Records what was handed over.
pub(crate) fn deliver(council: Option<&Path>, ask: &Deliver) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = which(&app, &ask.meeting)?;
    let people = (!ask.person.is_empty()).then_some(&ask.person);
    let form = json!({
        "meeting": meeting.to_string(), "what": ask.what, "on": ask.on, "people": people,
        "way": ask.way, "note": ask.note,
    });
    let done = dispatch(&mut app, "record_delivery", form)?;
    say!("{}件を記録しました。", done["output"]["recorded"]);
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(|s| s.as_str()) {
        say!("・{notice}");
    }
    ledger(&app, meeting)
}

/// Who got what, and who lacks what.
pub(crate) fn deliveries(council: Option<&Path>, ask: &OneMeeting) -> Result<()> {
    let app = for_reading(council)?;
    ledger(&app, which(&app, ask)?)
}

fn ledger(app: &App, meeting: MeetingId) -> Result<()> {
    let page = app.list_deliveries(meeting)?;
    for row in &page.rows {
        let note = row.note.as_deref().unwrap_or_default();
        say!("{}　{}　{}　{}　{}部　{note}", row.on, row.what_label, row.name, row.way_label, row.copies);
    }
    for item in page.items.iter().filter(|item| item.expected) {
        say!("{}", item.said);
        let lacks = page.members.iter().filter(|m| m.lacks.contains(&item.what));
        for member in lacks {
            say!("　{}（{}）", member.name, member.way_label);
        }
    }
    Ok(())
}
