//! The ledger of issues: listed, shown, taken up, led on, split, merged, carried on.

use crate::args::OneMeeting;
use crate::args::kadai::{
    AddIssue, AtMeeting, Feedback, Follow, Kadai, KadaiDo, ListIssues, Merge, Split, Step, Task, Turn,
};
use crate::open::{for_reading, for_writing};
use entaku_app::commands::dispatch;
use entaku_app::{App, AppError, Result};
use entaku_domain::issue::{Inlet, Level, Stage, StepKind};
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Kadai) -> Result<()> {
    match &ask.command {
        KadaiDo::List(ask) => list(council, ask),
        KadaiDo::Show(of) => {
            let mut app = for_reading(council)?;
            let issue = find(&mut app, &of.issue)?;
            show(&mut app, &issue)
        }
        KadaiDo::Add(ask) => add(council, ask),
        KadaiDo::Step(ask) => step(council, ask),
        KadaiDo::Unstep(of) => unstep(council, &of.issue),
        KadaiDo::Task(ask) => task(council, ask),
        KadaiDo::Split(ask) => split(council, ask),
        KadaiDo::Merge(ask) => merge(council, ask),
        KadaiDo::Follow(ask) => follow(council, ask),
        KadaiDo::Feedback(ask) => feedback(council, ask),
    }
}

fn list(council: Option<&Path>, ask: &ListIssues) -> Result<()> {
    let mut app = for_reading(council)?;
    let filter = json!({ "year": ask.year, "body": ask.body, "field": null, "inlet": null,
        "open": !ask.all, "overdue": ask.overdue, "text": ask.text });
    for row in rows(&dispatch(&mut app, "list_issues", filter)?) {
        let late = if row["overdue"] == true { "（期限超過）" } else { "" };
        let [number, stage, title, owner] = ["number", "stage_label", "title", "owner_name"].map(|k| text(&row[k]));
        say!("{number}　{stage}　{title}　{owner}{late}");
    }
    Ok(())
}

fn show(app: &mut App, issue: &str) -> Result<()> {
    let page = dispatch(app, "issue_page", json!({ "issue": issue }))?;
    let item = &page["item"];
    say!("{}　{}（{}）", text(&item["number"]), text(&item["title"]), text(&item["stage_label"]));
    let source = &page["source"];
    let facts = [
        ("発生元", &item["origin"]),
        ("持ち込んだ人", &source["brought_by"]),
        ("提起された日", &source["raised_on"]),
        ("提起の資料", &source["paper_title"]),
        ("依頼・発見の会議", &source["meeting_title"]),
        ("次第の項目", &source["item_title"]),
        ("受付日", &item["received_on"]),
        ("担当", &item["owner_name"]),
        ("期限", &item["due_on"]),
        ("課題の要旨", &page["gist"]),
    ];
    for (term, fact) in facts.into_iter().filter(|(_, fact)| !text(fact).is_empty()) {
        say!("{term}：{}", text(fact));
    }
    for step in rows(&page["steps"]) {
        let [on, stage, kind, at, said] =
            ["on", "stage_label", "kind_label", "meeting_title", "text"].map(|k| text(&step[k]));
        say!("経過　{on}　{}", joined(&[stage, kind, at, text(&step["item_title"]), said]));
    }
    for (n, task) in rows(&page["tasks"]).enumerate() {
        say!("対応{}　{}", n + 1, told_task(task));
    }
    for (name, key) in [
        ("もとの課題", "ancestors"),
        ("この先の課題", "descendants"),
        ("フィードバックがまだの統合元", "parts_to_tell"),
    ] {
        for one in rows(&page[key]) {
            say!("{name}　{}", joined(&[text(&one["number"]), text(&one["title"]), text(&one["stage_label"])]));
        }
    }
    for remark in rows(&page["remarks"]) {
        say!("・{}{}", text(&remark["text"]), text(&remark["hint"]));
    }
    Ok(())
}

fn add(council: Option<&Path>, ask: &AddIssue) -> Result<()> {
    let mut app = for_writing(council)?;
    let draft = match meeting(&app, &ask.at)? {
        Some(id) => begun(&mut app, &id, ask)?,
        None => Value::Null,
    };
    let or = |given: &Option<String>, key: &str| given.clone().unwrap_or_else(|| text(&draft[key]).to_owned());
    let inlet = match &ask.inlet {
        Some(label) => coded("発生元", Inlet::ALL, label, Inlet::label).map(Inlet::code)?.to_owned(),
        None if draft.is_null() && ask.raised_by.is_some() => Inlet::Partner.code().to_owned(),
        None if draft.is_null() => Inlet::CaseReview.code().to_owned(),
        None => text(&draft["inlet"]).to_owned(),
    };
    let received = ask.on.clone().or_else(|| draft["received_on"].as_str().map(str::to_owned));
    let source = json!({ "raised_on": ask.raised_on, "brought_by": ask.brought_by, "paper_text": ask.paper,
        "meeting": draft["meeting"], "item": draft["item"], "entry": draft["entry"] });
    let form = json!({ "received_on": received.unwrap_or_else(|| app.today().to_string()), "number": null,
        "title": or(&ask.title, "title"), "gist": or(&ask.gist, "gist"),
        "background": ask.background.clone().unwrap_or_default(), "resources": ask.resources.clone().unwrap_or_default(),
        "field": ask.field.clone().unwrap_or_default(), "inlet": inlet,
        "level": coded("水準", Level::ALL, &ask.level, Level::label).map(Level::code)?,
        "raised_by": ask.raised_by, "owner": or(&ask.owner, "owner"), "due_on": ask.due, "source": source });
    let done = dispatch(&mut app, "add_issue", form)?;
    told(&done);
    show(&mut app, text(&done["output"]))
}

/// What minutes or an agenda say of a new issue.
fn begun(app: &mut App, meeting: &str, ask: &AddIssue) -> Result<Value> {
    let nth = |list: &Value, n: usize, what: &str| {
        let found = n.checked_sub(1).and_then(|at| list.get(at)).and_then(|one| one["id"].as_str());
        found.map(str::to_owned).ok_or_else(|| AppError::UnknownRecord(format!("{what}{n}")))
    };
    if let Some(n) = ask.from_minutes {
        let page = dispatch(app, "minutes_page", json!({ "meeting": meeting }))?;
        let entry = nth(&page["entries"], n, "会議録の項目")?;
        return dispatch(app, "issue_draft", json!({ "entry": entry }));
    }
    let items = dispatch(app, "list_agenda", json!({ "meeting": meeting }))?;
    if let Some(n) = ask.item {
        return dispatch(app, "issue_draft", json!({ "item": nth(&items["items"], n, "次第の項目")? }));
    }
    dispatch(app, "issue_draft", json!({ "meeting": meeting }))
}

fn step(council: Option<&Path>, ask: &Step) -> Result<()> {
    let mut app = for_writing(council)?;
    let issue = find(&mut app, &ask.of.issue)?;
    let at = meeting(&app, &ask.at)?;
    let page = dispatch(&mut app, "issue_page", json!({ "issue": issue }))?;
    let kind = ask.kind.as_deref().map(|k| coded("種類", StepKind::ALL, k, StepKind::label)).transpose()?;
    let stage = match &ask.stage {
        Some(label) => coded("段階", Stage::ALL, label, Stage::label)?.code().to_owned(),
        None if kind == Some(StepKind::Reopened) => Stage::Deliberating.code().to_owned(),
        None => text(&page["next"][0]["code"]).to_owned(),
    };
    let day = day_of(&app, at.as_deref(), ask.on.as_deref());
    let tasks = ask.task.iter().map(|t| task_form(&mut app, t)).collect::<Result<Vec<_>>>()?;
    let form = json!({ "issue": issue, "day": day, "stage": stage, "body": ask.body, "meeting": at, "text": ask.text,
        "owner": ask.to, "kind": kind.map(StepKind::code), "due_on": ask.due, "tasks": tasks });
    told(&dispatch(&mut app, "record_issue_step", form)?);
    show(&mut app, &issue)
}

fn unstep(council: Option<&Path>, number: &str) -> Result<()> {
    let mut app = for_writing(council)?;
    let issue = find(&mut app, number)?;
    let page = dispatch(&mut app, "issue_page", json!({ "issue": issue }))?;
    let last = rows(&page["steps"]).last().map(|s| s["id"].clone()).unwrap_or_default();
    told(&dispatch(&mut app, "remove_issue_step", json!({ "step": last }))?);
    show(&mut app, &issue)
}

fn task(council: Option<&Path>, ask: &Task) -> Result<()> {
    let Some(number) = &ask.issue else { return tasks(council, ask.all) };
    let writes = ask.add.is_some() || ask.done.is_some();
    let mut app = if writes { for_writing(council)? } else { for_reading(council)? };
    let issue = find(&mut app, number)?;
    if let Some(added) = &ask.add {
        let record = task_form(&mut app, added)?;
        told(&dispatch(&mut app, "set_issue_task", json!({ "issue": issue, "task": null, "record": record }))?);
    }
    let page = dispatch(&mut app, "issue_page", json!({ "issue": issue }))?;
    if let Some(n) = ask.done {
        let id = n.checked_sub(1).and_then(|at| page["tasks"].get(at)).map(|t| t["id"].clone());
        let id = id.ok_or_else(|| AppError::UnknownRecord(format!("対応{n}")))?;
        told(&dispatch(&mut app, "finish_issue_task", json!({ "task": id, "outcome": ask.outcome }))?);
    }
    show(&mut app, &issue)
}

/// What is to be done about all issues.
fn tasks(council: Option<&Path>, all: bool) -> Result<()> {
    let mut app = for_reading(council)?;
    for task in rows(&dispatch(&mut app, "list_issue_tasks", json!({ "all": all }))?) {
        say!("{}　（{}）", told_task(task), text(&task["issue_title"]));
    }
    Ok(())
}

fn told_task(task: &Value) -> String {
    let facts = &task["facts"];
    let state = match (facts["done_on"].as_str(), task["late"] == true) {
        (Some(on), _) => format!("完了（{on}）"),
        (None, true) => "期限切れ".to_owned(),
        (None, false) => "未了".to_owned(),
    };
    let due = facts["due_on"].as_str().unwrap_or("期限なし");
    joined(&[due, &state, text(&facts["who"]), &text(&task["text"]).replace('\n', " "), text(&facts["outcome"])])
}

fn split(council: Option<&Path>, ask: &Split) -> Result<()> {
    let mut app = for_writing(council)?;
    let issue = find(&mut app, &ask.of.issue)?;
    let part = |text: &String| match text.split_once('=') {
        Some((title, gist)) => json!({ "title": title, "gist": gist }),
        None => json!({ "title": text }),
    };
    let parts: Vec<Value> = ask.part.iter().map(part).collect();
    let form = json!({ "issue": issue, "close": !ask.keep, "parts": parts });
    let form = turned(&app, form, &ask.turn)?;
    let done = dispatch(&mut app, "split_issue", form)?;
    told(&done);
    for id in rows(&done["output"]) {
        show(&mut app, text(id))?;
    }
    Ok(())
}

fn merge(council: Option<&Path>, ask: &Merge) -> Result<()> {
    let mut app = for_writing(council)?;
    let issues = ask.issues.iter().map(|n| find(&mut app, n)).collect::<Result<Vec<_>>>()?;
    let into = ask.into.as_deref().map(|n| find(&mut app, n)).transpose()?;
    let new = ask.title.as_ref().map(|title| json!({ "title": title, "gist": ask.gist }));
    let form = json!({ "issues": issues, "into": into, "new": new });
    let form = turned(&app, form, &ask.turn)?;
    let done = dispatch(&mut app, "merge_issues", form)?;
    told(&done);
    show(&mut app, text(&done["output"]))
}

fn follow(council: Option<&Path>, ask: &Follow) -> Result<()> {
    let mut app = for_writing(council)?;
    let issue = find(&mut app, &ask.of.issue)?;
    let page = dispatch(&mut app, "issue_page", json!({ "issue": issue }))?;
    let title = ask.title.clone().unwrap_or_else(|| text(&page["item"]["title"]).to_owned());
    let form = json!({ "issue": issue, "close": !ask.keep, "new": { "title": title } });
    let form = turned(&app, form, &ask.turn)?;
    let done = dispatch(&mut app, "follow_issue", form)?;
    told(&done);
    show(&mut app, text(&done["output"]))
}

fn feedback(council: Option<&Path>, ask: &Feedback) -> Result<()> {
    let mut app = for_writing(council)?;
    let issue = find(&mut app, &ask.of.issue)?;
    let today = app.today().to_string();
    let on = ask.none.is_none().then(|| ask.on.clone().unwrap_or(today));
    told(&dispatch(&mut app, "set_feedback", json!({ "issue": issue, "on": on, "reason": ask.none }))?);
    show(&mut app, &issue)
}

/// Day, meeting and reason, put to what else is asked.
fn turned(app: &App, mut form: Value, turn: &Turn) -> Result<Value> {
    let at = meeting(app, &turn.at)?;
    form["day"] = json!(day_of(app, at.as_deref(), turn.on.as_deref()));
    form["meeting"] = json!(at);
    form["reason"] = json!(turn.reason);
    Ok(form)
}

/// The day that is meant: as given, that of the meeting, today.
fn day_of(app: &App, meeting: Option<&str>, given: Option<&str>) -> String {
    let held = || app.list_meetings(None, None).ok()?.into_iter().find(|m| Some(m.id.as_str()) == meeting);
    let of = given.map(str::to_owned).or_else(|| held().map(|m| m.date));
    of.unwrap_or_else(|| app.today().to_string())
}

fn meeting(app: &App, at: &AtMeeting) -> Result<Option<String>> {
    let (Some(body), Some(number)) = (&at.meeting, at.number) else { return Ok(None) };
    let year = at.year.clone().unwrap_or_else(|| entaku_domain::FiscalYear::of(app.today()).number().to_string());
    let of = OneMeeting { body: body.clone(), year, number };
    Ok(Some(crate::which::meeting(app, &of)?.to_string()))
}

/// The identifier of the issue with a number, as R8-3.
fn find(app: &mut App, number: &str) -> Result<String> {
    let every = json!({ "year": null, "body": null, "field": null, "inlet": null, "open": false, "overdue": false,
        "text": null });
    let all = dispatch(app, "list_issues", every)?;
    let same = |row: &&Value| text(&row["number"]).eq_ignore_ascii_case(number.trim());
    let found = rows(&all).find(same).map(|row| text(&row["id"]).to_owned());
    found.ok_or_else(|| AppError::UnknownRecord(number.to_owned()))
}

/// 内容=担当=期限.
fn task_form(app: &mut App, typed: &str) -> Result<Value> {
    let mut parts = typed.splitn(3, '=').map(str::trim);
    let what = parts.next().unwrap_or_default();
    let (who, due) = (parts.next().unwrap_or_default(), parts.next());
    let bodies = dispatch(app, "list_bodies", json!({ "on": null }))?;
    let is_body = rows(&bodies).any(|b| text(&b["name"]) == who || text(&b["key"]) == who);
    let people = dispatch(app, "list_people", json!({}))?;
    let is_person = rows(&people).any(|p| text(&p["name"]).replace('　', "") == who.replace('　', ""));
    Ok(match who {
        "" | "事務局" => json!({ "text": what, "owner": "secretariat", "due_on": due }),
        _ if is_body => json!({ "text": what, "owner": "body", "body": who, "due_on": due }),
        _ if is_person => json!({ "text": what, "owner": "person", "person": who, "due_on": due }),
        _ if app.find_organization(who).is_ok() => {
            json!({ "text": what, "owner": "organization", "organization": who, "due_on": due })
        }
        _ => json!({ "text": what, "owner": "other", "name": who, "due_on": due }),
    })
}

/// The value that is called so; of 地域事例みえるか会議 a part of the name will do.
fn coded<T: Copy>(what: &str, all: &[T], label: &str, of: fn(T) -> &'static str) -> Result<T> {
    let called = |v: &&T| of(**v) == label || of(**v).contains(label) && label.chars().count() > 2;
    let found = all.iter().find(|v| of(**v) == label).or_else(|| all.iter().find(called));
    found.copied().ok_or_else(|| AppError::BadRequest(format!("{what} {label}")))
}

/// What the rules noticed.
fn told(done: &Value) {
    for notice in rows(&done["notices"]) {
        say!("・{}", text(notice));
    }
}

fn rows(list: &Value) -> impl DoubleEndedIterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What is not empty, side by side.
fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join("　")
}
