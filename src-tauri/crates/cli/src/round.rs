//! 改選: how far the filling of seats has come.

use crate::args::Round;
use crate::open::for_reading;
use entaku_app::Result;
use entaku_app::commands::day;
use entaku_app::round::{RoundList, RoundRow};
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Round) -> Result<()> {
    let app = for_reading(council)?;
    let on = ask.on.as_deref().map(|typed| day("on", typed)).transpose()?;
    let list = app.round_list(on, &ask.body)?;
    match on {
        Some(on) => say!("{}に任期が満了する委員の改選　{}席", DateStyle::Both.day(on), list.rows.len()),
        None => say!("任期途中の欠員の補充　{}席", list.rows.len()),
    }
    say!("");
    counts(&list);
    for row in &list.rows {
        say!("");
        seat(row);
    }
    if on.is_none() {
        say!("");
        for choice in app.rounds()?.iter().filter(|c| c.on.is_some()) {
            let bodies: Vec<String> = choice.bodies.iter().map(|b| format!("{}{}席", b.name, b.count)).collect();
            say!("改選: --on {}　{}", choice.on.as_deref().unwrap_or_default(), bodies.join("、"));
        }
    }
    Ok(())
}

fn counts(list: &RoundList) {
    for cohort in &list.cohorts {
        let categories =
            if cohort.categories.is_empty() { String::new() } else { format!("（{}）", cohort.categories) };
        say!("{}　委嘱日 {}　{}名{categories}", cohort.body_name, written(&cohort.start), cohort.count);
    }
    for step in list.steps.iter().filter(|s| s.total > 0) {
        let late = if step.late > 0 { format!("　期限超過{}席", step.late) } else { String::new() };
        say!("{}: {}席のうち済み{}席{late}", step.label, step.total, step.done);
    }
}

fn seat(row: &RoundRow) {
    let category = if row.category_text.is_empty() { row.expected.clone() } else { row.category_text.clone() };
    let present = row.present.as_ref().map_or("空席", |p| p.name.as_str());
    let named = match (&row.appointed_name, row.again) {
        (Some(name), _) => format!(" → {name}（委嘱済み）"),
        (None, Some(true)) => " → 再任".to_owned(),
        (None, _) if row.person_name.is_empty() => String::new(),
        (None, _) => format!(" → {}", row.person_name),
    };
    say!("{}　{category}　{present}{named}", row.body_name);
    let due = row.due.as_deref().map(|d| format!("（期限 {}）", written(d))).unwrap_or_default();
    say!("　次: {}{due}", row.next_text);
    for late in &row.late {
        say!("　遅れ: {late}");
    }
}

/// A day of the list, as the office writes it.
fn written(iso: &str) -> String {
    iso.parse::<Day>().map_or_else(|_| iso.to_owned(), |d| DateStyle::Era.day(d))
}
