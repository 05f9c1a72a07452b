//! Papers, sets that left, and who got what.

use crate::args::OneMeeting;
use crate::args::papers::{Deliver, HandlePaper, PaperStyle, Papers, ReplacePaper};
use crate::open::{for_reading, for_writing};
use crate::which::meeting as which;
use entaku_app::commands::dispatch;
use entaku_app::papers::PaperSeries;
use entaku_app::{App, AppError, Result};
use entaku_domain::id::MeetingId;
use entaku_domain::paper::{Paper, PaperNumber};
use entaku_press::Press;
use serde_json::json;
use std::path::Path;

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

/// The papers of a meeting in their order; renumbered in the body's style where asked.
pub(crate) fn papers(council: Option<&Path>, ask: &Papers) -> Result<()> {
    let mut app = if ask.renumber { for_writing(council)? } else { for_reading(council)? };
    let meeting = which(&app, &ask.meeting)?;
    if ask.renumber {
        let new = app.renumbered(meeting)?;
        let numbers: Vec<_> = new.iter().map(|p| json!({ "paper": p.paper, "number": p.number })).collect();
        dispatch(&mut app, "renumber_papers", json!({ "meeting": meeting.to_string(), "numbers": numbers }))?;
        new.iter().for_each(|p| say!("{} → {}　{}", p.old, p.number, p.title));
    }
    let list = app.list_papers(meeting)?;
    let mut class = "";
    for row in &list.rows {
        if row.class != class {
            say!("【{}】", row.class_label);
            class = &row.class;
        }
        let edition = row.revision.as_ref().map(|r| format!("（{r}）")).unwrap_or_default();
        let flags = [
            (row.handling.collect, "回収"),
            (row.closed_reason.is_some(), "非公開"),
            (row.handling.outdated, "元のファイルが新しい"),
        ];
        let flags: String = flags.iter().filter(|(is, _)| *is).map(|(_, word)| format!("［{word}］")).collect();
        say!("{}{edition}　{}{flags}", row.number, row.title);
    }
    list.notices.iter().for_each(|notice| say!("・{notice}"));
    Ok(())
}

/// Shows how a body numbers its papers, and sets it where something is given.
pub(crate) fn paper_style(council: Option<&Path>, ask: &PaperStyle) -> Result<()> {
    let given = [&ask.sent, &ask.after, &ask.reference, &ask.on_the_day].iter().any(|o| o.is_some());
    let changes = given || ask.wide.is_some() || ask.agenda.is_some();
    let mut app = if changes { for_writing(council)? } else { for_reading(council)? };
    let mut style = app.paper_style(&ask.body)?.style;
    if let Some(before) = &ask.sent {
        style.sent.before.clone_from(before);
    }
    if let Some(before) = &ask.reference {
        style.reference.before.clone_from(before);
    }
    if let Some(before) = &ask.on_the_day {
        let after = style.sent.after.clone();
        style.on_the_day = (!before.is_empty()).then(|| PaperSeries { before: before.clone(), after });
    }
    if let Some(after) = &ask.after {
        let all = [Some(&mut style.sent), style.on_the_day.as_mut(), Some(&mut style.reference)];
        all.into_iter().flatten().for_each(|series| series.after.clone_from(after));
    }
    style.wide = ask.wide.unwrap_or(style.wide);
    style.agenda = ask.agenda.unwrap_or(style.agenda);
    if changes {
        app.set_paper_style(&ask.body, &style)?;
    }
    say!("{}", app.paper_style(&ask.body)?.examples.join("、"));
    Ok(())
}

/// Sets how a paper is handled; what is not named stays.
pub(crate) fn handle(council: Option<&Path>, ask: &HandlePaper) -> Result<()> {
    let mut app = for_writing(council)?;
    let paper = paper(&app, &ask.meeting, &ask.paper)?;
    let old = &paper.handling;
    let held_from = match ask.held_from.is_empty() {
        true => old.held_from.iter().map(ToString::to_string).collect(),
        false => ask.held_from.clone(),
    };
    let collect = !ask.no_collect && (ask.collect || old.collect);
    let form = json!({
        "paper": paper.id.to_string(),
        "revised_on": ask.revised_on.clone().or_else(|| old.revised_on.map(|day| day.to_string())),
        "revision_note": ask.revision_note.clone().or_else(|| old.revision_note.clone()),
        "revised_on_the_day": ask.revised_on_the_day || old.revised_on_the_day,
        "collect": collect,
        "copy_numbers": ask.copy_numbers || (collect && old.copy_numbers),
        "held_from": held_from,
    });
    dispatch(&mut app, "set_paper_handling", form)?;
    say!("{}の扱いを記録しました。", ask.paper);
    Ok(())
}

/// Puts another file in the place of a paper's.
pub(crate) fn replace(council: Option<&Path>, ask: &ReplacePaper) -> Result<()> {
    let mut app = for_writing(council)?;
    let id = paper(&app, &ask.meeting, &ask.paper)?.id;
    let written = app.replace_paper(id, ask.revision.as_deref(), ask.note.as_deref(), &ask.file, &Press)?;
    say!("{}を差し替えました（{}ページ）。", ask.paper, written.output.pages);
    Ok(())
}

fn paper(app: &App, meeting: &OneMeeting, number: &str) -> Result<Paper> {
    let papers = app.store().papers(which(app, meeting)?)?;
    let key = PaperNumber::new(number).key();
    let found = papers.into_iter().find(|p| p.number.key() == key);
    found.ok_or_else(|| AppError::UnknownRecord(number.to_owned()))
}
