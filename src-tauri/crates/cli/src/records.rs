//! Lists and changes.

use crate::args::{AddPaper, BodyOnDay, Call, History, Meetings, OnDay};
use crate::open::{for_reading, for_writing};
use crate::operations;
use chrono::Datelike;
use entaku_app::commands::{day, dispatch, year};
use entaku_app::history::Wanted;
use entaku_app::{App, AppError, Result, meetings as app_meetings};
use entaku_domain::Day;
use entaku_domain::era::{DateStyle, Era};
use entaku_domain::paper::PaperClass;
use entaku_press::Press;
use std::path::Path;

/// The day asked for, or today.
pub(crate) fn day_or_today(app: &App, typed: Option<&str>) -> Result<Day> {
    typed.map_or_else(|| Ok(app.today()), |t| day("on", t))
}

/// An ISO day as an office types it: R8.4.1.
pub(crate) fn typed_day(iso: &str) -> String {
    let day = entaku_domain::era::parse_day(iso);
    let found = day.and_then(|day| Some((day, Era::of(day)?)));
    found.map_or_else(
        || iso.to_owned(),
        |(day, (era, year))| format!("{}{year}.{}.{}", era.initial, day.month(), day.day()),
    )
}

pub(crate) fn bodies(council: Option<&Path>, ask: &OnDay) -> Result<()> {
    let app = for_reading(council)?;
    for row in app.list_bodies(day_or_today(&app, ask.on.as_deref())?)? {
        let seats =
            if row.seats == 0 { String::new() } else { format!("　席{}（欠員{}）", row.seats, row.vacant) };
        say!("{:<22}{}［{}］{seats}", row.key, row.name, row.kind);
    }
    Ok(())
}

pub(crate) fn meetings(council: Option<&Path>, ask: &Meetings) -> Result<()> {
    let app = for_reading(council)?;
    let wanted = ask.year.as_deref().map(year).transpose()?;
    for row in app.list_meetings(ask.body.as_deref(), wanted)? {
        say!("{}　{}［{}］", typed_day(&row.date), row.title, row.state);
    }
    Ok(())
}

pub(crate) fn members(council: Option<&Path>, ask: &BodyOnDay) -> Result<()> {
    let app = for_reading(council)?;
    let on = day_or_today(&app, ask.on.as_deref())?;
    for row in app.list_members(&ask.body, on)? {
        let category = row.category.map(entaku_app::text::labels::category_mark).unwrap_or_default();
        let office = row.office.map(|o| format!("［{o}］")).unwrap_or_default();
        let end = row.end.as_deref().map(typed_day).unwrap_or_default();
        let days = row.start.map(|start| format!("　{}～{end}", typed_day(&start))).unwrap_or_default();
        let number = row.letter_number.map(|n| format!("　{n}")).unwrap_or_default();
        say!("{category} {}{office}　{}{days}{number}", row.name.as_deref().unwrap_or("（欠員）"), row.affiliation);
    }
    for notice in app.notices(&ask.body, on)? {
        say!("・{notice}");
    }
    Ok(())
}

pub(crate) fn add_paper(council: Option<&Path>, ask: &AddPaper) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = crate::which::meeting(&app, &ask.meeting)?;
    let paper = app_meetings::AddPaper {
        meeting,
        number: ask.paper.clone(),
        title: ask.title.clone(),
        class: PaperClass::from_code(&ask.class).map_err(|e| AppError::BadRequest(e.to_string()))?,
        closed_reason: ask.closed.clone(),
    };
    let written = app.add_paper(&paper, &ask.file, &Press)?;
    say!("{}を加えました（{}ページ）。", ask.paper, written.output.pages);
    if written.output.repaired {
        say!("・ファイルが壊れていたため、直して読み込みました。ページを確かめてください。");
    }
    for notice in &written.notices {
        say!("・{}", entaku_app::text::violation(DateStyle::Both, notice));
    }
    Ok(())
}

pub(crate) fn call(council: Option<&Path>, ask: &Call) -> Result<()> {
    let Some(name) = ask.name.as_deref().filter(|_| !ask.all) else {
        if ask.all {
            operations::all()
        } else {
            operations::list()
        }
        return Ok(());
    };
    if ask.fields {
        return operations::fields(name);
    }
    let args = serde_json::from_str(&ask.json).map_err(|e| AppError::BadRequest(e.to_string()))?;
    let mut app = for_writing(council)?;
    let answer = dispatch(&mut app, name, args)?;
    say!("{answer:#}");
    Ok(())
}

/// Undo and redo: commands that need no arguments and answer with a name.
pub(crate) fn write(council: Option<&Path>, name: &str) -> Result<()> {
    let mut app = for_writing(council)?;
    let answer = dispatch(&mut app, name, serde_json::json!({}))?;
    let done = if name == "undo" { "元に戻しました" } else { "やり直しました" };
    say!("{done}: {}", answer["output"].as_str().unwrap_or_default());
    Ok(())
}

pub(crate) fn history(council: Option<&Path>, ask: &History) -> Result<()> {
    let app = for_reading(council)?;
    for row in app.history(&Wanted { limit: ask.limit, ..Wanted::default() })? {
        let subject = row.subject.map(|s| format!("　{s}")).unwrap_or_default();
        say!("{:>5}　{}　{}　{}{subject}", row.change, row.at, row.actor, row.action);
    }
    Ok(())
}

pub(crate) fn check(council: Option<&Path>) -> Result<()> {
    let app = for_reading(council)?;
    let faults = app.check()?;
    if faults.is_empty() {
        say!("異常はありません。");
        return Ok(());
    }
    for fault in faults.iter().take(20) {
        say!("・{fault}");
    }
    Err(AppError::UnsoundData(faults.len()))
}
