//! Proposals on their way, and what is told to those who raised issues.

use crate::args::proposals::{
    AddProposal, Feedback, FeedbackDeed, FeedbackLetters, FeedbackWhich, Letter, OneProposal, ProposalDeed, Proposals,
};
use crate::day::told;
use crate::documents::{Writer, write};
use crate::open::{for_reading, for_writing};
use crate::records::typed_day;
use entaku_app::commands::{LetterBatch, LetterOutside, LetterTo, dispatch, year};
use entaku_app::feedback::FeedbackPage;
use entaku_app::issues::{IssueFilter, IssueItem};
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_app::proposals::{EndedIn, ProposalRow};
use entaku_app::{App, AppError, Result, meetings};
use entaku_domain::FiscalYear;
use entaku_domain::letter::LetterKind;
use entaku_domain::text::search_key;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::Path;

/// What goes on being written in Word.
const WRITTEN: [Format; 3] = [Format::Pdf, Format::Docx, Format::Txt];
/// What is a table, too.
const WITH_TABLE: [Format; 3] = [Format::Pdf, Format::Xlsx, Format::Txt];

pub(crate) fn run(council: Option<&Path>, ask: &Proposals) -> Result<()> {
    match &ask.deed {
        None | Some(ProposalDeed::List) => list(&for_reading(council)?),
        Some(ProposalDeed::Show(which)) => {
            let app = for_reading(council)?;
            let row = find(&app, which)?;
            show(&app, &row)
        }
        Some(ProposalDeed::Add(add)) => self::add(&mut for_writing(council)?, add),
        Some(ProposalDeed::Paper(paper)) => {
            let app = for_reading(council)?;
            let audience = if paper.public { AudienceName::Public } else { AudienceName::Members };
            let proposal = find(&app, &paper.which)?.id;
            let document = Document::Proposal { proposal, audience, confirmed: Some(paper.confirmed) };
            write(&app, &document, &WRITTEN, Fallback::Refuse, &mut Writer::new(&paper.out))
        }
        Some(ProposalDeed::Letter(letter)) => self::letter(&for_reading(council)?, letter),
        Some(deed) => {
            let mut app = for_writing(council)?;
            let (name, which, form) = record(&app, deed)?;
            let done = dispatch(&mut app, name, form)?;
            told(&done);
            let row = find(&app, which)?;
            show(&app, &row)
        }
    }
}

/// What happened to a proposal: the operation and its fields.
fn record<'a>(app: &App, deed: &'a ProposalDeed) -> Result<(&'static str, &'a OneProposal, Value)> {
    let today = || app.today().to_string();
    let on = |typed: &Option<String>, withdraw: bool| (!withdraw).then(|| typed.clone().unwrap_or_else(today));
    Ok(match deed {
        ProposalDeed::Approve(ask) => {
            let held = ask.held.as_deref().map(year).transpose()?.unwrap_or_else(|| FiscalYear::of(app.today()));
            let plenary = |number| plenary(app, held, number);
            let meeting = ask.number.map(plenary).transpose()?;
            let form = json!({ "proposal": find(app, &ask.which)?.id, "meeting": meeting, "on": ask.on });
            ("approve_proposal", &ask.which, form)
        }
        ProposalDeed::Deliver(ask) => {
            let day = on(&ask.on, ask.withdraw);
            let form = json!({
                "proposal": find(app, &ask.which)?.id, "on": day, "how": ask.how, "answer_due": ask.due,
            });
            ("deliver_proposal", &ask.which, form)
        }
        ProposalDeed::Answer(ask) => {
            let day = on(&ask.on, ask.withdraw);
            let form = json!({ "proposal": find(app, &ask.which)?.id, "on": day, "answer": ask.text });
            ("answer_proposal", &ask.which, form)
        }
        ProposalDeed::Outcome(ask) => {
            let form = json!({
                "proposal": find(app, &ask.which)?.id, "on": on(&ask.on, ask.withdraw), "outcome": ask.outcome,
                "measure": ask.measure, "plan_item": ask.item.as_deref().map(|i| plan_item(app, i)).transpose()?,
                "plan_words": ask.plan, "budget_year": ask.budget_year, "budget_line": ask.budget,
            });
            ("settle_proposal", &ask.which, form)
        }
        _ => return Err(AppError::BadRequest("nothing is recorded".to_owned())),
    })
}

fn plenary(app: &App, held: FiscalYear, number: u16) -> Result<String> {
    let council = app.snapshot()?;
    let body = council.bodies.iter().find(|b| b.kind == entaku_domain::body::BodyKind::Plenary);
    let body = body.ok_or_else(|| AppError::UnknownMeeting(number.to_string()))?;
    Ok(meetings::find(&council, &body.key, held, number)?.id.to_string())
}

/// The item of a plan by its identifier, number, title or both, also behind the plan's name;
/// what only plans have that are over counts where no other plan has it.
fn plan_item(app: &App, which: &str) -> Result<String> {
    let key = search_key(which);
    let named = |label: &str, key: &str| {
        let is = |text: &str| search_key(text) == key;
        is(label) || label.split_once('　').is_some_and(|(number, title)| is(number) || is(title))
    };
    let in_plan = |i: &EndedIn| {
        key.strip_prefix(&search_key(&i.plan_name)).is_some_and(|rest| named(&i.label, &search_key(rest)))
    };
    let mut found = app.proposal_words()?.items;
    found.retain(|i| i.item == which || named(&i.label, &key) || in_plan(i));
    let (council, today) = (app.snapshot()?, app.today());
    let over = |i: &EndedIn| {
        let plan = council.plans.iter().find(|p| p.id.to_string() == i.plan);
        plan.and_then(|p| p.period).is_some_and(|(_, to)| to < today)
    };
    if found.iter().any(|i| !over(i)) {
        found.retain(|i| !over(i));
    }
    match &found[..] {
        [] => Err(AppError::UnknownRecord(which.to_owned())),
        [one] => Ok(one.item.clone()),
        more => {
            let plans = more.iter().map(|i| format!("{}　{}", i.plan_name, i.label)).collect();
            Err(AppError::AmbiguousItem { name: which.to_owned(), plans })
        }
    }
}

/// 令和8年度　提案第1号, in the council's style.
fn called(app: &App, row: &ProposalRow) -> Result<String> {
    let style = app.snapshot()?.council.date_style;
    let year = FiscalYear::new(row.year).map(|year| style.fiscal_year(year)).unwrap_or_default();
    Ok(format!("{year}　{}", row.number))
}

fn list(app: &App) -> Result<()> {
    for row in app.list_proposals()? {
        say!("{}　{}［{}］　{}", called(app, &row)?, row.title, row.state_label, row.addressee);
        if let Some(budget) = row.budget.filter(|_| row.misses_budget) {
            say!("　・{budget}");
        }
    }
    Ok(())
}

/// A proposal by its identifier, number or title; the latest where several fit.
fn find(app: &App, which: &OneProposal) -> Result<ProposalRow> {
    let of = which.year.as_deref().map(year).transpose()?.map(FiscalYear::number);
    let key = search_key(&which.proposal);
    let mut rows = app.list_proposals()?;
    rows.retain(|r| of.is_none_or(|y| r.year == y));
    rows.retain(|r| r.id == which.proposal || search_key(&r.number) == key || search_key(&r.title) == key);
    rows.sort_by_key(|r| r.year);
    rows.pop().ok_or_else(|| AppError::UnknownRecord(which.proposal.clone()))
}

fn show(app: &App, row: &ProposalRow) -> Result<()> {
    let page = app.proposal_page(entaku_app::commands::proposal(&row.id)?)?;
    let row = &page.row;
    say!("{}　{}［{}］", called(app, row)?, row.title, row.state_label);
    say!("　提案先　{}", row.addressee);
    let days = [
        ("承認", &row.approved_on, &row.approved_title),
        ("送付", &row.delivered_on, &page.delivered_how_label),
        ("回答の期限", &row.answer_due, &String::new()),
        ("回答", &row.answered_on, row.answer.as_ref().unwrap_or(&String::new())),
        ("結果", &page.outcome_on, &row.outcome),
    ]
    .map(|(what, on, more)| (what, on.as_deref().map(typed_day), more.clone()));
    for (what, on, more) in days {
        if let Some(on) = on {
            say!("　{what}　{on}　{more}");
        }
    }
    if let Some(budget) = &row.budget {
        say!("　予算　{budget}");
    }
    for part in page.parts.iter().filter(|p| !p.text.is_empty()) {
        say!("　{}", part.text.replace('\n', "\n　"));
    }
    for issue in &row.issues {
        say!("　課題　{}　{}", issue.number, issue.title);
    }
    for figure in &page.figures {
        say!("　数値　{}　{}　{}", figure.label, figure.value, figure.source);
    }
    Ok(())
}

fn add(app: &mut App, ask: &AddProposal) -> Result<()> {
    let parts = [
        ("foreword", &ask.foreword),
        ("course", &ask.course),
        ("discussion", &ask.discussion),
        ("proposal", &ask.text),
    ];
    let parts: Vec<Value> =
        parts.iter().filter_map(|(kind, text)| Some(json!({ "kind": kind, "text": text.as_ref()? }))).collect();
    let issues: Vec<String> = ask.issue.iter().map(|n| Ok(issue(app, n)?.id)).collect::<Result<_>>()?;
    let figure = |text: &String| {
        let mut cells = text.splitn(3, '=').map(str::to_owned);
        let mut next = || cells.next().unwrap_or_default();
        json!({ "label": next(), "value": next(), "source": next() })
    };
    let figures: Vec<Value> = ask.figure.iter().map(figure).collect();
    let form = json!({
        "kind": ask.kind, "title": ask.title, "parts": parts, "issues": issues, "figures": figures,
        "addressee": ask.to.clone().unwrap_or_default(), "organization": ask.organization,
    });
    let done = dispatch(app, "add_proposal", form)?;
    told(&done);
    let id = done["output"].as_str().unwrap_or_default().to_owned();
    let row = find(app, &OneProposal { proposal: id, year: None })?;
    show(app, &row)
}

fn issue(app: &App, number: &str) -> Result<IssueItem> {
    let rows = app.list_issues(&IssueFilter::default())?;
    let key = search_key(number);
    let found = rows.into_iter().find(|r| r.id == number || search_key(&r.number) == key);
    found.ok_or_else(|| AppError::UnknownRecord(number.to_owned()))
}

/// Letters of a kind that the council sends to others.
fn batch(kind: LetterKind, on: &Option<String>, numbered: bool, to: Vec<LetterTo>, about: LetterOutside) -> Document {
    Document::Letters {
        letters: LetterBatch {
            letter: kind.code().to_owned(),
            to,
            on: on.clone(),
            start: None,
            end: None,
            due: None,
            date_style: None,
            numbered: Some(numbered),
            numbers: None,
            meeting: None,
            outside: Some(about),
        },
    }
}

fn letter(app: &App, ask: &Letter) -> Result<()> {
    let about = LetterOutside { proposal: Some(find(app, &ask.which)?.id), issues: Vec::new() };
    let document = batch(LetterKind::ProposalDelivery, &ask.on, ask.numbered, Vec::new(), about);
    write(app, &document, &WRITTEN, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) fn feedback(council: Option<&Path>, ask: &Feedback) -> Result<()> {
    match &ask.deed {
        None => matters(&for_reading(council)?, None),
        Some(FeedbackDeed::List { year: of }) => matters(&for_reading(council)?, of.as_deref()),
        Some(FeedbackDeed::Letters(letters)) => feedback_letters(&for_reading(council)?, letters),
        Some(FeedbackDeed::Record { what, on }) => {
            let mut app = for_writing(council)?;
            let issues = owed_of(&app, what)?;
            let on = on.clone().unwrap_or_else(|| app.today().to_string());
            let done = dispatch(&mut app, "record_feedback", json!({ "issues": issues, "on": on }))?;
            told(&done);
            say!("{}件の報告を記録しました。", done["output"]);
            Ok(())
        }
        Some(FeedbackDeed::Days { days }) => {
            let done = dispatch(&mut for_writing(council)?, "set_feedback_days", json!({ "days": days }))?;
            told(&done);
            Ok(())
        }
        Some(FeedbackDeed::Overview { year, public, confirmed, out }) => {
            let audience = if *public { AudienceName::Public } else { AudienceName::Members };
            let document = Document::FeedbackOverview { year: year.clone(), audience, confirmed: Some(*confirmed) };
            write(&for_reading(council)?, &document, &WITH_TABLE, Fallback::Refuse, &mut Writer::new(out))
        }
    }
}

fn page(app: &App, of: Option<&str>) -> Result<FeedbackPage> {
    app.feedback_page(of.map(year).transpose()?)
}

fn matters(app: &App, of: Option<&str>) -> Result<()> {
    for organization in page(app, of)?.organizations {
        let (raised, told, open) = (organization.raised, organization.told, organization.open);
        say!("{}　提起{raised}　報告済{told}　進行中{open}　報告待ち{}", organization.name, organization.owed);
        for m in organization.matters {
            let told = m.told_on.as_deref().map(|d| format!("　報告{}", typed_day(d))).unwrap_or_default();
            let due = m.due_on.as_deref().map(|d| format!("　期限{}", typed_day(d))).unwrap_or_default();
            let owed = if m.owed { "　報告が要ります" } else { "" };
            say!("　{}　{}［{}］{told}{owed}{due}", m.number, m.title, m.stage_label);
        }
    }
    Ok(())
}

/// Issues by their numbers; of an organisation, all of which it is to be told.
fn owed_of(app: &App, what: &[String]) -> Result<Vec<String>> {
    let organizations = page(app, None)?.organizations;
    let mut found = Vec::new();
    for name in what {
        let key = search_key(name);
        match organizations.iter().find(|o| search_key(&o.name) == key) {
            Some(one) => found.extend(one.matters.iter().filter(|m| m.owed).map(|m| m.issue.clone())),
            None => found.push(issue(app, name)?.id),
        }
    }
    Ok(found)
}

fn feedback_letters(app: &App, ask: &FeedbackLetters) -> Result<()> {
    let named = |name: &str| {
        ask.organization.is_empty() || ask.organization.iter().any(|wanted| search_key(wanted) == search_key(name))
    };
    let wanted = |owed: u32| !ask.organization.is_empty() || ask.which == FeedbackWhich::All || owed > 0;
    let rows = page(app, None)?.organizations;
    for name in ask.organization.iter().filter(|n| !rows.iter().any(|r| search_key(&r.name) == search_key(n))) {
        eprintln!("「{name}」が提起した課題はありません。");
    }
    let to = rows.into_iter().filter(|r| named(&r.name) && wanted(r.owed));
    let to: Vec<LetterTo> =
        to.filter_map(|r| Some(LetterTo { organization: Some(r.id?), ..LetterTo::default() })).collect();
    if to.is_empty() {
        say!("報告を待っている団体はありません。すべての団体に作るときは、--which all を指定してください。");
        return Ok(());
    }
    let document = batch(LetterKind::Feedback, &ask.on, ask.numbered, to, LetterOutside::default());
    write(app, &document, &WRITTEN, Fallback::Refuse, &mut Writer::new(&ask.out))
}
