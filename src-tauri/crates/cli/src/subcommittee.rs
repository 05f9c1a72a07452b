//! Plans, progress and reports of subcommittees.

use crate::args::subcommittee::{Deed, HandIn, Papers, Plan, Progress, Report, Sheet, Subcommittee};
use crate::day::told;
use crate::documents::{Writer, write};
use crate::open::{for_reading, for_writing};
use crate::which;
use entaku_app::commands::{dispatch, year};
use entaku_app::meetings;
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_app::work_plans::WorkPlanPage;
use entaku_app::{App, AppError, Result};
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::Path;

/// What such a document leaves as.
const FORMATS: [Format; 3] = [Format::Pdf, Format::Docx, Format::Txt];

pub(crate) fn run(council: Option<&Path>, ask: &Subcommittee) -> Result<()> {
    match &ask.deed {
        Deed::Plan(ask) => plan(council, ask),
        Deed::Progress(ask) => progress(council, ask),
        Deed::Report(ask) => report(council, ask),
        Deed::HandIn(ask) => hand_in(council, ask),
        Deed::Sheet(ask) => sheet(council, ask),
        Deed::Papers(ask) => papers(council, ask),
    }
}

fn call(app: &mut App, name: &str, args: Value) -> Result<Value> {
    let done = dispatch(app, name, args)?;
    told(&done);
    Ok(done)
}

fn of_year(app: &App, typed: Option<&str>) -> Result<FiscalYear> {
    typed.map_or_else(|| Ok(FiscalYear::of(app.today())), year)
}

fn plan(council: Option<&Path>, ask: &Plan) -> Result<()> {
    let Some(body) = &ask.body else { return overview(&for_reading(council)?, ask.year.as_deref()) };
    let writes = ask.take_over || [&ask.goal, &ask.policy, &ask.theme, &ask.step].iter().any(|o| o.is_some());
    let mut app = if writes { for_writing(council)? } else { for_reading(council)? };
    let of = of_year(&app, ask.year.as_deref())?;
    let which = json!({ "body": body, "year": of.number().to_string() });
    if ask.take_over {
        call(&mut app, "take_over_plan", which)?;
    }
    if ask.goal.is_some() || ask.policy.is_some() {
        let now = app.work_plan_page(body, of)?;
        let (goal, policy) = (ask.goal.clone().unwrap_or(now.goal), ask.policy.clone().unwrap_or(now.policy));
        let form = json!({
            "body": body, "year": of.number().to_string(), "goal": goal, "policy": policy, "note": now.note,
        });
        call(&mut app, "set_work_plan", form)?;
    }
    if let Some(title) = &ask.theme {
        let issues = ask.issue.iter().map(|number| issue(&app, number)).collect::<Result<Vec<_>>>()?;
        let form = json!({ "body": body, "year": of.number().to_string(), "title": title, "issues": issues });
        call(&mut app, "save_theme", form)?;
    }
    if let Some(activity) = &ask.step {
        let form = json!({
            "body": body, "year": of.number().to_string(), "activity": activity, "due_on": ask.due,
            "time": ask.time.clone().unwrap_or_default(), "who": ask.who.clone().unwrap_or_default(),
        });
        call(&mut app, "save_plan_step", form)?;
    }
    tell(&app.work_plan_page(body, of)?);
    Ok(())
}

/// The identifier of the issue with a number, as it is written: R8-3.
fn issue(app: &App, number: &str) -> Result<String> {
    let all = app.list_issues(&entaku_app::issues::IssueFilter::default())?;
    let found = all.into_iter().find(|i| i.number == number || i.id == number);
    found.map(|i| i.id).ok_or_else(|| AppError::UnknownRecord(number.to_owned()))
}

fn overview(app: &App, typed: Option<&str>) -> Result<()> {
    for row in app.work_plan_year(of_year(app, typed)?)?.rows {
        say!("{}　予定{}件（完了{}件、遅れ{}件）", row.name, row.steps, row.done, row.late);
        row.themes.iter().for_each(|t| say!("　テーマ：{t}"));
        for report in &row.reports {
            say!("　{}：{}", report.kind_label, report.state_label);
        }
    }
    Ok(())
}

fn tell(page: &WorkPlanPage) {
    say!("{}　{}年度", page.name, page.year);
    say!("目標：{}", page.goal);
    say!("対応策・方針：{}", page.policy);
    for theme in &page.themes {
        say!("テーマ：{}", theme.title);
        theme.issues.iter().for_each(|i| say!("　{}（{}）", i.name, i.stage));
    }
    for step in &page.steps {
        let due = step.due_on.as_ref().map(|d| format!("　期日{d}")).unwrap_or_default();
        say!("［{}］{}　{}　{}{due}", step.state_label, step.time, step.activity, step.who);
        step.progress.iter().for_each(|p| say!("　{}　{}　{}", p.day, p.state_label, p.text));
    }
    page.progress.iter().for_each(|p| say!("全体：{}　{}　{}", p.day, p.state_label, p.text));
    page.meetings.iter().for_each(|m| say!("会議：{}　{}　{}", m.title, m.day, m.came));
    for one in &page.gatherings {
        say!("{}：{}　{}", one.kind_label, one.name, one.purpose);
        one.days.iter().for_each(|d| say!("　{}　{}　{}", d.day, d.place, d.outcome));
    }
    page.reports.iter().for_each(|r| say!("{}：{}", r.kind_label, r.state_label));
}

fn progress(council: Option<&Path>, ask: &Progress) -> Result<()> {
    let mut app = for_writing(council)?;
    let of = of_year(&app, ask.year.as_deref())?;
    let page = app.work_plan_page(&ask.body, of)?;
    let step = ask.step.as_ref().map(|name| {
        let found = page.steps.iter().find(|s| s.activity == *name || s.id == *name);
        found.map(|s| s.id.clone()).ok_or_else(|| AppError::UnknownRecord(name.clone()))
    });
    let form = json!({
        "body": ask.body, "year": of.number().to_string(), "step": step.transpose()?,
        "day": ask.on.clone().unwrap_or_else(|| app.today().to_string()),
        "state": ask.state.code(), "text": ask.text,
    });
    call(&mut app, "save_progress", form)?;
    tell(&app.work_plan_page(&ask.body, of)?);
    Ok(())
}

const fn edition(public: bool) -> AudienceName {
    if public { AudienceName::Public } else { AudienceName::Members }
}

fn report(council: Option<&Path>, ask: &Report) -> Result<()> {
    let app = for_reading(council)?;
    let document = Document::SubReport {
        body: ask.body.clone(),
        year: ask.year.clone(),
        report: ask.kind.code().to_owned(),
        audience: edition(ask.public),
        confirmed: Some(ask.confirmed),
    };
    write(&app, &document, &FORMATS, Fallback::Refuse, &mut Writer::new(&ask.out))
}

fn hand_in(council: Option<&Path>, ask: &HandIn) -> Result<()> {
    let mut app = for_writing(council)?;
    let of = of_year(&app, ask.year.as_deref())?;
    let held = ask.meeting_year.as_deref().map_or(Ok(of), year)?;
    let submitted = ask.steering.map(|n| at(&app, BodyKind::Steering, held, n)).transpose()?;
    let reported = ask.plenary.map(|n| at(&app, BodyKind::Plenary, held, n)).transpose()?;
    let form = json!({
        "body": ask.body, "year": of.number().to_string(), "kind": ask.kind.code(),
        "submitted_at": submitted, "reported_at": reported,
    });
    call(&mut app, "set_sub_report_state", form)?;
    let page = app.work_plan_page(&ask.body, of)?;
    page.reports.iter().for_each(|r| say!("{}：{}", r.kind_label, r.state_label));
    Ok(())
}

/// The n-th meeting of the body of a kind.
fn at(app: &App, kind: BodyKind, of: FiscalYear, number: u16) -> Result<String> {
    let council = app.snapshot()?;
    let body = council.bodies_in(of).find(|(b, _)| b.kind == kind).map(|(b, _)| b.key.clone());
    let body = body.ok_or_else(|| AppError::UnknownBody(kind.label().to_owned()))?;
    Ok(meetings::find(&council, &body, of, number)?.id.to_string())
}

fn sheet(council: Option<&Path>, ask: &Sheet) -> Result<()> {
    let app = for_reading(council)?;
    let document = Document::ProgressSheet {
        year: ask.year.clone(),
        on: ask.on.clone(),
        a3: Some(ask.a3),
        audience: edition(ask.public),
        confirmed: Some(ask.confirmed),
    };
    write(&app, &document, &FORMATS, Fallback::Refuse, &mut Writer::new(&ask.out))
}

fn papers(council: Option<&Path>, ask: &Papers) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = which::meeting(&app, &ask.meeting)?;
    let of = year(ask.of.as_deref().unwrap_or(&ask.meeting.year))?;
    let form = json!({
        "meeting": meeting.to_string(), "year": of.number().to_string(), "sheet": ask.sheet,
        "kind": ask.kind.map(|k| k.code()), "joint": ask.joint,
    });
    call(&mut app, "add_sub_papers", form)?;
    for paper in app.list_papers(meeting)?.rows {
        say!("{}　{}", paper.number, paper.title);
    }
    Ok(())
}
