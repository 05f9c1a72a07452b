//! The year's plan: shown, printed, exported, laid out, and its days corrected.

use crate::args::plan::{
    DayName, Edition, Holidays, Ics, LayOut, LeadTimes, MilestoneName, Milestones, Move, Plan, Print, What,
};
use crate::documents::{Writer, write};
use crate::open::{for_reading, for_writing};
use entaku_app::commands::{dispatch, year};
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_app::year_plan::{DraftMeeting, LeadBody, YearPlan};
use entaku_app::{App, AppError, Result, meetings, text};
use entaku_domain::FiscalYear;
use entaku_domain::lay_out::Pattern;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Plan) -> Result<()> {
    match &ask.what {
        None => show(council, ask),
        Some(What::Print(print)) => print_plan(council, ask, print),
        Some(What::Ics(ics)) => calendar_file(council, ask, ics),
        Some(What::Milestones(milestones)) => list_milestones(council, ask, milestones),
        Some(What::Holidays(holidays)) => list_holidays(council, ask, holidays),
        Some(What::LeadTimes(leads)) => lead_times(council, leads),
        Some(What::LayOut(lay_out)) => lay_out_year(council, ask, lay_out),
        Some(What::Move(to)) => move_meeting(council, ask, to),
    }
}

fn year_of(app: &App, ask: &Plan) -> Result<FiscalYear> {
    ask.year.as_deref().map_or_else(|| Ok(FiscalYear::of(app.today())), year)
}

fn show(council: Option<&Path>, ask: &Plan) -> Result<()> {
    let app = for_reading(council)?;
    let year = year_of(&app, ask)?;
    let plan = app.year_plan(year)?;
    say!("{}の年間予定", plan.label);
    days(&plan);
    for notice in &plan.notices {
        say!("・{}", notice.text);
    }
    if ask.tasks {
        say!("");
        say!("会議の段取り");
        for task in app.year_tasks(year)? {
            let done = if task.state == "done" { "［済み］" } else { "" };
            say!("{}　{}（{}）{done}　{}", task.on, task.label, task.about, task.reason);
        }
    }
    Ok(())
}

/// Meetings and what else falls into the year, by day.
fn days(plan: &YearPlan) {
    let meetings = plan.bodies.iter().flat_map(|body| {
        body.meetings.iter().map(move |m| {
            let hours = m.start.as_deref().map(|s| format!("　{s}～{}", m.end.as_deref().unwrap_or_default()));
            let line =
                format!("第{}回{}［{}］{}　{}", m.number, body.name, m.state_label, hours.unwrap_or_default(), m.place);
            (m.date.clone(), line)
        })
    });
    let events = plan.events.iter().map(|e| {
        let until = e.end.as_deref().map(|end| format!("（{end} まで）")).unwrap_or_default();
        (e.date.clone(), format!("◇ {}{until}", e.title))
    });
    let mut all: Vec<(String, String)> = meetings.chain(events).collect();
    all.sort();
    for (date, line) in all {
        say!("{date}　{}", line.trim_end());
    }
}

const fn audience(edition: Edition, internal: bool) -> AudienceName {
    match (edition.public, edition.internal || internal) {
        (true, _) => AudienceName::Public,
        (false, true) => AudienceName::Internal,
        (false, false) => AudienceName::Members,
    }
}

fn document(ask: &Plan, edition: Edition, a4: bool, tasks: bool) -> Document {
    Document::YearPlan {
        year: ask.year.clone(),
        a4: Some(a4),
        audience: audience(edition, tasks),
        tasks: Some(tasks),
        confirmed: Some(edition.confirmed),
    }
}

fn print_plan(council: Option<&Path>, ask: &Plan, print: &Print) -> Result<()> {
    let forms = [Format::Pdf, Format::Txt, Format::Xlsx];
    let document = document(ask, print.edition, print.a4, print.edition.internal);
    write(&for_reading(council)?, &document, &forms, Fallback::Refuse, &mut Writer::new(&print.out))
}

fn calendar_file(council: Option<&Path>, ask: &Plan, ics: &Ics) -> Result<()> {
    let document = document(ask, ics.edition, true, ics.with_tasks);
    write(&for_reading(council)?, &document, &[Format::Ics], Fallback::Refuse, &mut Writer::new(&ics.out))
}

fn list_milestones(council: Option<&Path>, ask: &Plan, milestones: &Milestones) -> Result<()> {
    if let Some(kind) = milestones.add {
        let kind = match kind {
            MilestoneName::BudgetRequest => "budget_request",
            MilestoneName::Plan => "plan",
            MilestoneName::Assembly => "assembly",
            MilestoneName::PublicComment => "public_comment",
            MilestoneName::Other => "other",
        };
        let Milestones { title, from, to, body, internal, note, .. } = milestones;
        let form = json!({ "kind": kind, "title": title, "from": from, "to": to, "body": body, "internal": internal, "note": note });
        return written(&mut for_writing(council)?, "save_milestone", form, "節目を記録しました。");
    }
    let app = for_reading(council)?;
    for row in app.list_milestones(year_of(&app, ask)?)? {
        let until = row.to.map(|to| format!("～{to}")).unwrap_or_default();
        let internal = if row.internal { "（事務局内）" } else { "" };
        let note = if row.note.is_empty() { String::new() } else { format!("　{}", row.note) };
        say!("{}{until}　{}［{}］{internal}{note}", row.from, row.title, row.kind_label);
    }
    Ok(())
}

fn list_holidays(council: Option<&Path>, ask: &Plan, holidays: &Holidays) -> Result<()> {
    if let Some(kind) = holidays.set {
        let kind = match kind {
            DayName::Closed => "closed",
            DayName::Open => "open",
            DayName::Holiday => "holiday",
            DayName::NoHoliday => "no_holiday",
        };
        let Holidays { from, to, yearly, name, .. } = holidays;
        let form = json!({ "kind": kind, "from": from, "to": to, "yearly": yearly, "name": name });
        return written(&mut for_writing(council)?, "save_day_rule", form, "定めを記録しました。");
    }
    let app = for_reading(council)?;
    let page = app.office_calendar(year_of(&app, ask)?)?;
    say!("{}の祝日と閉庁日（土曜日・日曜日のほか）", page.label);
    for day in &page.days {
        let estimated = if day.estimated { "（見込み）" } else { "" };
        say!("{}　{}　{}{estimated}", day.date, day.shown, day.name);
    }
    say!("・{}", page.source);
    for line in &page.unsure {
        say!("・{line}");
    }
    for rule in &page.rules {
        let days = if rule.from == rule.to { rule.from.clone() } else { format!("{}～{}", rule.from, rule.to) };
        let yearly = if rule.yearly { "（毎年）" } else { "" };
        say!("事務局の定め: {days}{yearly}　{}　{}", rule.kind_label, rule.name);
    }
    Ok(())
}

fn lead_times(council: Option<&Path>, ask: &LeadTimes) -> Result<()> {
    if !ask.set.is_empty() {
        let leads = ask.set.iter().map(|text| lead(text)).collect::<Result<Vec<Value>>>()?;
        let form = json!({ "body": ask.body, "leads": leads });
        return written(&mut for_writing(council)?, "set_lead_times", form, "日数を設定しました。");
    }
    let table = for_reading(council)?.lead_times()?;
    let line = |of: &LeadBody| {
        let cells = of.cells.iter().zip(&table.tasks).map(|(cell, task)| {
            let own = if cell.own { "＊" } else { "" };
            format!("{} {}{own}", task.label, cell.shown)
        });
        say!("{}: {}", of.name, cells.collect::<Vec<_>>().join("、"));
    };
    line(&table.council);
    table.bodies.iter().for_each(line);
    say!("＊は、そこで定めた日数です。");
    Ok(())
}

/// notice=21, notice=なし, notice=既定.
fn lead(text: &str) -> Result<Value> {
    let wrong = || AppError::BadRequest(format!("{text}: 段取り=日数"));
    let (task, days) = text.split_once('=').ok_or_else(wrong)?;
    Ok(match days {
        "なし" => json!({ "task": task, "days": null }),
        "既定" => json!({ "task": task, "days": null, "follow": true }),
        days => json!({ "task": task, "days": days.parse::<u16>().map_err(|_| wrong())? }),
    })
}

fn lay_out_year(council: Option<&Path>, ask: &Plan, lay_out: &LayOut) -> Result<()> {
    let mut app = if lay_out.write { for_writing(council)? } else { for_reading(council)? };
    let next = FiscalYear::of(app.today()).plus(1);
    let year = ask.year.as_deref().map_or(Ok(next), year)?;
    let draft = app.propose_year(year, if lay_out.rules { Pattern::Rules } else { Pattern::LastYear })?;
    say!("{}の日程案（{}件を登録の対象とします）", draft.label, draft.taken);
    for row in &draft.rows {
        let mark = if row.take { "○" } else { "－" };
        let number = row.number.map(|n| format!("第{n}回")).unwrap_or_default();
        say!("{mark} {}　{}　{number}{}　{}", row.date, row.shown, row.body_name, row.reason);
        for notice in row.refused.iter().chain(&row.notices) {
            say!("　　・{notice}");
        }
    }
    for notice in &draft.notices {
        say!("・{notice}");
    }
    if !lay_out.write {
        return Ok(());
    }
    let rows: Vec<DraftMeeting> = draft
        .rows
        .into_iter()
        .map(|r| {
            let date = r.date.parse().map_err(|_| AppError::Internal)?;
            Ok(DraftMeeting {
                body: r.body,
                date,
                start: r.start,
                end: r.end,
                place: r.place,
                reason: r.reason,
                take: r.take,
            })
        })
        .collect::<Result<_>>()?;
    let done = app.lay_out_year(year, &rows)?;
    say!("{}件の会議を登録しました。取り消すときは entaku undo", done.output);
    Ok(())
}

fn move_meeting(council: Option<&Path>, ask: &Plan, to: &Move) -> Result<()> {
    let mut app = for_writing(council)?;
    let year = year_of(&app, ask)?;
    let id = meetings::find(&app.snapshot()?, &to.body, year, to.number)?.id.to_string();
    let form = json!({ "meeting": id, "date": to.to, "confirmed": to.confirmed });
    written(&mut app, "move_meeting", form, &format!("{}に移しました。", text_of_day(&to.to)))
}

/// A day as the office writes it; as typed where it is none, which the command then says.
fn text_of_day(typed: &str) -> String {
    entaku_domain::era::parse_day(typed).map_or_else(|| typed.to_owned(), text::year_plan::month_day)
}

fn written(app: &mut App, name: &str, form: Value, said: &str) -> Result<()> {
    let done = dispatch(app, name, form)?;
    say!("{said}");
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        say!("・{notice}");
    }
    Ok(())
}
