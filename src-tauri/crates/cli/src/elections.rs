//! Terms and elections.

use crate::args::{Elect, ElectionPapers, OneBody, Term, Way};
use crate::documents::{READ, Writer, write};
use crate::open::{for_reading, for_writing};
use crate::records::{day_or_today, typed_day};
use entaku_app::commands::{day, dispatch, year};
use entaku_app::printing::Document;
use entaku_app::{App, Result, meetings};
use entaku_domain::era::DateStyle;
use entaku_sheets::Fallback;
use serde_json::json;
use std::path::Path;

/// When a term ends and why; for a replacement, both readings (V4).
pub(crate) fn term(council: Option<&Path>, ask: &Term) -> Result<()> {
    let app = for_reading(council)?;
    let start = day_or_today(&app, ask.start.as_deref())?;
    let Some(predecessor) = ask.predecessor.as_deref() else {
        let (end, why) = app.term_end(&ask.body, start)?;
        say!("満了日: {}", end.map_or_else(|| "なし".to_owned(), |d| DateStyle::Both.day(d)));
        say!("{why}");
        return Ok(());
    };
    let readings = app.term_readings(&ask.body, start, day("predecessor", predecessor)?)?;
    for reading in &readings {
        let end = reading.end.map_or_else(|| "なし".to_owned(), |d| DateStyle::Both.day(d));
        say!("{}: {end}", reading.label);
        say!("　{}", reading.derivation);
    }
    match readings.as_slice() {
        [first, second] if first.end == second.end => say!("どちらの読み方でも同じ日のため、選ぶ必要はありません。"),
        _ => say!("委嘱のときに、どちらによるかを選びます。"),
    }
    Ok(())
}

pub(crate) fn elect(council: Option<&Path>, ask: &Elect) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = meeting(&app, &ask.body, &ask.year, ask.number)?;
    let named = |way| (ask.method == way).then(|| ask.by.clone()).flatten();
    let method = match ask.method {
        Way::Mutual => "mutual_election",
        Way::Named => "nomination",
        Way::Other => "other",
    };
    let candidates: Vec<_> = ask.person.iter().map(|p| json!({ "person": p, "elected": true })).collect();
    let form = json!({
        "body": ask.body, "title": ask.title, "meeting": meeting, "method": method,
        "acclaimed": ask.method == Way::Mutual, "candidates": candidates, "replaces": ask.replaces,
        "predecessors": ask.predecessor, "ends_other": ask.ends_other,
        "named_by": named(Way::Named), "manner": named(Way::Other),
    });
    let done = dispatch(&mut app, "hold_election", form)?;
    let page = dispatch(&mut app, "meeting_elections", json!({ "meeting": meeting }))?;
    for sentence in page["record"].as_array().into_iter().flatten().filter_map(|s| s.as_str()) {
        say!("{sentence}");
    }
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(|s| s.as_str()) {
        say!("・{notice}");
    }
    Ok(())
}

pub(crate) fn officers(council: Option<&Path>, ask: &OneBody) -> Result<()> {
    let app = for_reading(council)?;
    for term in app.officer_history(&ask.body)? {
        let (start, end) = (typed_day(&term.start), term.end.as_deref().map(typed_day).unwrap_or_default());
        let at = term.meeting_title.map(|m| format!("（{m}）")).unwrap_or_default();
        say!("{}　{}　{start}～{end}　{}{at}", term.title, term.name, term.method);
    }
    Ok(())
}

pub(crate) fn papers(council: Option<&Path>, ask: &ElectionPapers) -> Result<()> {
    let app = for_reading(council)?;
    let meeting = meeting(&app, &ask.body, &ask.year, ask.number)?;
    let mut wanted = vec![Document::ElectionRecord { meeting: meeting.clone() }];
    if let Some(title) = &ask.title {
        let (meeting, title) = (meeting, title.clone());
        wanted.push(Document::Ballots { meeting: meeting.clone(), title: title.clone() });
        wanted.push(Document::CountSheet { meeting, title });
    }
    let mut to = Writer::new(&ask.out);
    wanted.iter().try_for_each(|document| write(&app, document, &READ, Fallback::Refuse, &mut to))
}

fn meeting(app: &App, body: &str, typed: &str, number: u16) -> Result<String> {
    Ok(meetings::find(&app.snapshot()?, body, year(typed)?, number)?.id.to_string())
}
