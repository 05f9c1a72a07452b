//! Plans, hearings, the council's own evaluation, and figures for others: shown and printed.

use crate::args::planning::{Evaluation, Hearing, HearingPaper, Made, Planning, Plans, Survey, Yearly};
use crate::documents::{Writer, write};
use crate::open::for_reading;
use crate::records::typed_day;
use entaku_app::commands::{day, year};
use entaku_app::plans::PlanPage;
use entaku_app::printing::{AudienceName, Document, Format, PlanPaperName};
use entaku_app::{App, AppError, Result};
use entaku_domain::FiscalYear;
use entaku_sheets::Fallback;
use std::path::Path;

/// What is made of each paper.
const FORMATS: [Format; 4] = [Format::Pdf, Format::Docx, Format::Xlsx, Format::Txt];

pub(crate) fn run(council: Option<&Path>, ask: &Planning) -> Result<()> {
    let app = for_reading(council)?;
    match ask {
        Planning::Plans(ask) => plans(&app, ask),
        Planning::Hearing(ask) => hearing(&app, ask),
        Planning::Cooperation(ask) => cooperation(&app, ask),
        Planning::Evaluation(ask) => evaluation(&app, ask),
        Planning::Survey(ask) => survey(&app, ask),
    }
}

fn make(app: &App, paper: PlanPaperName, of: Option<String>, on: Option<String>, made: &Made) -> Result<()> {
    let audience = if made.public { AudienceName::Public } else { AudienceName::Members };
    let document = Document::PlanPaper { paper, of, on, audience, confirmed: Some(made.confirmed) };
    write(app, &document, &FORMATS, Fallback::Refuse, &mut Writer::new(&made.out))
}

fn plans(app: &App, ask: &Plans) -> Result<()> {
    if let Some(plan) = &ask.plan {
        page(&app.plan_page(plan)?);
        return Ok(());
    }
    for row in app.plan_list()?.plans {
        let days = row.from.zip(row.to);
        let period = days.map(|(from, to)| format!("　{}～{}", typed_day(&from), typed_day(&to))).unwrap_or_default();
        say!(
            "{}［{}］{period}　項目{}　課題{}　意見聴取{}",
            row.name,
            row.kind_label,
            row.items,
            row.issues,
            row.hearings
        );
        for remark in row.remarks {
            say!("　・{}", remark.text);
        }
    }
    Ok(())
}

fn page(page: &PlanPage) {
    say!("{}", page.plan.name);
    for line in &page.rests_on {
        say!("　{line}");
    }
    for item in &page.items {
        say!("{}　{}　{}", item.number, item.title, item.target);
        for issue in &item.issues {
            say!("　　{}　{}［{}］", issue.number, issue.title, issue.stage_label);
        }
    }
    for revision in &page.revisions {
        let day = |on: &Option<String>, what: &str| on.as_ref().map(|d| format!("　{what}{d}")).unwrap_or_default();
        let (due, decided) = (day(&revision.due_on, "予定"), day(&revision.decided_on, "決定"));
        say!("{}{due}{decided}　{}", revision.kind_label, revision.text);
        for remark in &revision.remarks {
            say!("　・{}", remark.text);
        }
        for h in &revision.hearings {
            let (asked, given) = (day(&h.asked_on, "求め"), day(&h.given_on, "意見"));
            say!("　意見聴取　{}{asked}{given}　{}　意見{}件", h.asked_by, h.meeting_title, h.opinions.len());
        }
    }
}

/// Every hearing on the plan, the earliest first; where there are several, each has a folder of
/// its own, since their papers are called alike.
fn hearing(app: &App, ask: &Hearing) -> Result<()> {
    let page = app.plan_page(&ask.plan)?;
    let mut all: Vec<_> = page.revisions.iter().flat_map(|r| &r.hearings).collect();
    all.sort_by(|a, b| (&a.asked_on, &a.given_on, &a.id).cmp(&(&b.asked_on, &b.given_on, &b.id)));
    if all.is_empty() {
        return Err(AppError::UnknownRecord(ask.plan.clone()));
    }
    let several = all.len() > 1;
    for (at, one) in all.into_iter().enumerate() {
        let asked = one.asked_on.as_ref().map(|on| format!("　{on}")).unwrap_or_default();
        say!("意見聴取{}　{}{asked}　意見{}件", at + 1, one.asked_by, one.opinions.len());
        let out = if several { ask.made.out.join(format!("意見聴取{}", at + 1)) } else { ask.made.out.clone() };
        let made = Made { out, ..ask.made.clone() };
        if ask.paper != Some(HearingPaper::Answers) {
            make(app, PlanPaperName::Opinions, Some(one.id.clone()), None, &made)?;
        }
        if ask.paper != Some(HearingPaper::Opinions) {
            make(app, PlanPaperName::Answers, Some(one.id.clone()), None, &made)?;
        }
    }
    Ok(())
}

fn cooperation(app: &App, ask: &Yearly) -> Result<()> {
    let of = ask.year.as_deref().map(year).transpose()?;
    for row in app.plan_list()?.cooperations {
        let on = day("on", &row.on)?;
        if of.is_none_or(|year| year.contains(on)) {
            say!("{}　{}　{}　{}", row.on, row.kind_label, row.with, row.text);
        }
    }
    make(app, PlanPaperName::Cooperations, ask.year.clone(), None, &ask.made)
}

fn evaluation(app: &App, ask: &Evaluation) -> Result<()> {
    let of = ask.year.as_deref().map_or_else(|| Ok(FiscalYear::of(app.today())), year)?;
    for field in app.evaluation(of)?.fields {
        let judged = if field.judgement_label.is_empty() { "―" } else { &field.judgement_label };
        say!("{}　{judged}", field.label);
        for figure in field.figures {
            say!("　{}　{}（前年度　{}）", figure.label, figure.value, figure.last);
        }
    }
    make(app, PlanPaperName::Evaluation, ask.year.clone(), None, &ask.made)
}

fn survey(app: &App, ask: &Survey) -> Result<()> {
    let of = ask.year.as_deref().map_or_else(|| Ok(FiscalYear::of(app.today())), year)?;
    let on = ask.on.as_deref().map(|d| day("on", d)).transpose()?;
    for section in app.survey(of, on)?.sections {
        say!("■ {}", section.title);
        for row in section.rows {
            let mark = if row.small { "　※" } else { "" };
            say!("{}　{}{mark}（{}）", row.label, row.value, row.note);
        }
    }
    make(app, PlanPaperName::Survey, ask.year.clone(), ask.on.clone(), &ask.made)
}
