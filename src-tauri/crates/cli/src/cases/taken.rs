//! A case is received, and its gist goes to the ledger.

use crate::args::cases::ReleaseCase;
use crate::look::{refused, today};
use crate::open::actor;
use entaku_app::commands::{IssueForm, day, dispatch, issue_fields};
use entaku_app::text::cases as words;
use entaku_app::{App, AppError, Finding, Result};
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_domain::text::{check_name, check_text};
use entaku_vault::{Case, Confirmation, Content, Facts, Mark, Release, Vault};
use serde_json::{Value, json};
use std::path::Path;

/// What a file of a case may hold.
const FIELDS: [&str; 15] = [
    "received_on",
    "from",
    "name",
    "kana",
    "born_on",
    "phone",
    "address",
    "certificate",
    "facilities",
    "related",
    "situation",
    "course",
    "view",
    "gist",
    "keep_until",
];

/// Receives a case from a file.
pub(super) fn add(vault: &mut Vault, file: &Path) -> Result<()> {
    let read = std::fs::read_to_string(file);
    let text = read.map_err(|source| AppError::ReadFile { path: file.display().to_string(), source })?;
    let told: Value = serde_json::from_str(&text).map_err(|e| AppError::BadRequest(e.to_string()))?;
    let case = read_case(vault.content(), &told)?;
    let number = case.number;
    vault.change(|content| content.put(case)).map_err(|e| refused(&e))?;
    say!("事例{number}を保存しました。");
    Ok(())
}

fn read_case(content: &Content, told: &Value) -> Result<Case> {
    let known = told.as_object().ok_or_else(|| AppError::BadRequest("no object".to_owned()))?;
    if let Some(other) = known.keys().find(|key| !FIELDS.contains(&key.as_str())) {
        return Err(AppError::BadRequest(format!("unknown field `{other}`")));
    }
    let text = |key: &'static str| -> Result<String> {
        let text = written(key, &told[key])?;
        let checked = if key == "name" { check_name(key, &text) } else { check_text(key, &text) };
        checked.map(|()| text).map_err(|violation| AppError::Rules(vec![violation]))
    };
    let on = |key: &'static str| -> Result<Option<entaku_domain::Day>> {
        Some(text(key)?).filter(|t| !t.is_empty()).map(|t| day(key, &t)).transpose()
    };
    let received_on = on("received_on")?.unwrap_or_else(today);
    Ok(Case {
        number: content.next_number(FiscalYear::of(received_on)).map_err(|e| refused(&e))?,
        received_on,
        from: text("from")?,
        facts: Facts {
            name: text("name")?,
            kana: text("kana")?,
            born_on: on("born_on")?,
            phone: text("phone")?,
            address: text("address")?,
            certificate: text("certificate")?,
            facilities: many("facilities", &told["facilities"])?,
            related: many("related", &told["related"])?,
        },
        situation: text("situation")?,
        course: text("course")?,
        view: text("view")?,
        gist: text("gist")?,
        keep_until: on("keep_until")?.unwrap_or_else(|| content.keep_until(received_on)),
        destroyed_on: None,
        confirmations: Vec::new(),
    })
}

/// A text of the file; empty where it is left out. Nothing else is read as one: a telephone
/// number without its quotation marks would come in without its zero.
fn written(key: &'static str, value: &Value) -> Result<String> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.trim().to_owned()),
        _ => Err(AppError::BadRequest(format!("`{key}` is not a text"))),
    }
}

/// A list of texts of the file, without the empty ones.
fn many(key: &'static str, value: &Value) -> Result<Vec<String>> {
    let all = match value {
        Value::Null => return Ok(Vec::new()),
        Value::Array(all) => all,
        _ => return Err(AppError::BadRequest(format!("`{key}` is not a list"))),
    };
    let one = |value: &Value| {
        let text = written(key, value)?;
        check_text(key, &text).map(|()| text).map_err(|violation| AppError::Rules(vec![violation]))
    };
    let texts: Vec<String> = all.iter().map(one).collect::<Result<_>>()?;
    Ok(texts.into_iter().filter(|text| !text.is_empty()).collect())
}

/// Takes an issue up from a case: each mark in its texts is gone or has its reason.
pub(super) fn release(app: &mut App, vault: &mut Vault, ask: &ReleaseCase) -> Result<()> {
    let number = super::number(&ask.case)?;
    let case = vault.content().case(number).map_err(|e| refused(&e))?.clone();
    if case.destroyed_on.is_some() {
        return Err(refused(&entaku_vault::Error::Destroyed(number)));
    }
    let gist = ask.gist.clone().unwrap_or_else(|| case.gist.clone());
    let all = [&ask.title, &gist, &ask.background, &ask.field].map(String::as_str).join("\n");
    let marks = case.marks(&all);
    let because = |mark: &Mark| {
        let reasons = ask.because.iter().filter_map(|b| b.split_once('='));
        reasons.filter(|(word, why)| *word == mark.found && !why.trim().is_empty()).map(|(_, why)| why.trim()).next()
    };
    let left: Vec<Finding> = marks.iter().filter(|m| because(m).is_none()).map(finding).collect();
    if !left.is_empty() {
        return Err(AppError::CaseWords(left));
    }
    let form: IssueForm = serde_json::from_value(json!({
        "received_on": ask.on.clone().unwrap_or_else(|| today().to_string()), "title": ask.title, "gist": gist,
        "background": ask.background, "field": ask.field, "level": "subcommittee", "inlet": "case_review",
        "raised_by": ask.raised_by, "owner": sorter(app)?, "case": number.to_string(),
    }))
    .map_err(|e| AppError::BadRequest(e.to_string()))?;
    let fields = issue_fields(app, form)?;
    let issue = app.add_issue(&fields)?.output;
    let issue = app.number_of_issue(issue)?;
    let given: Vec<Confirmation> = marks
        .iter()
        .map(|mark| Confirmation {
            on: today(),
            kind: mark.kind.code().to_owned(),
            found: mark.found.clone(),
            reason: because(mark).unwrap_or_default().to_owned(),
        })
        .collect();
    let release = Release {
        on: today(),
        title: words::gist_release(&number.to_string(), &issue),
        count: given.len(),
        reason: given.iter().map(|one| one.reason.as_str()).collect::<Vec<_>>().join("、"),
        by: actor(),
    };
    let kept = vault.change(|content| {
        content.note(release)?;
        let mut case = content.case(number)?.clone();
        case.confirmations.extend(given);
        content.put(case)
    });
    kept.map_err(|e| refused(&e))?;
    say!("事例{number}の要旨を、課題{issue}として台帳に出しました。");
    Ok(())
}

fn finding(mark: &Mark) -> Finding {
    Finding { place: "課題にする文章".to_owned(), kind: mark.kind, found: mark.found.clone() }
}

/// The body that sorts new issues; none where the council has no such body.
fn sorter(app: &mut App) -> Result<Option<String>> {
    let bodies = dispatch(app, "list_bodies", json!({ "on": null }))?;
    let kind = BodyKind::CaseReview.label();
    let found = bodies.as_array().into_iter().flatten().find(|b| b["kind"] == kind);
    Ok(found.and_then(|b| b["key"].as_str()).map(str::to_owned))
}
