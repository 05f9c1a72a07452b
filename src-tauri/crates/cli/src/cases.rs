//! Cases that are kept apart. The passphrase comes from a file or from the standard
//! input, never from an argument: arguments stand in the shell's history and are seen
//! by every process.

use crate::args::cases::{Cases, CasesDeed, CheckText, DestroyOne};
use crate::open::{for_reading, for_writing, now};
use entaku_app::{App, AppError, Finding, Result};
use entaku_domain::case::CaseNumber;
use entaku_vault::{Case, FILE_NAME, Mode, OFFICE, Passphrase, Place, Vault, VaultId};
use std::io::IsTerminal as _;
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Cases) -> Result<()> {
    let folder = council.ok_or_else(|| refused(&entaku_vault::Error::Missing))?;
    let place = Place::Folder(folder.to_owned());
    match &ask.deed {
        CasesDeed::Status => status(&place),
        CasesDeed::List => {
            let vault = open(&for_reading(council)?, place, ask, Mode::Read)?;
            vault.content().cases().iter().for_each(line);
            Ok(())
        }
        CasesDeed::Show(one) => {
            let vault = open(&for_reading(council)?, place, ask, Mode::Read)?;
            show(vault.content().case(number(&one.case)?).map_err(|e| refused(&e))?);
            Ok(())
        }
        CasesDeed::Check(text) => {
            let app = for_reading(council)?;
            let vault = open(&app, place, ask, Mode::Read)?;
            check(&app, &vault, text)
        }
        CasesDeed::Destroy(one) => {
            let mut app = for_writing(council)?;
            destroy(&mut app, place, ask, one)
        }
    }
}

fn refused(error: &entaku_vault::Error) -> AppError {
    let (why, detail) = error.told();
    AppError::Vault { why, detail }
}

fn number(text: &str) -> Result<CaseNumber> {
    CaseNumber::parse(text).ok_or_else(|| AppError::BadCaseNumber(text.to_owned()))
}

fn status(place: &Place) -> Result<()> {
    place.look().map_err(|e| refused(&e))?;
    say!("{FILE_NAME} は、壊れていません（中身は暗号化されています）。");
    if place.is_in_use() {
        say!("ほかのウィンドウで開かれています。");
    }
    place.copies().iter().for_each(|copy| say!("控え　{}", copy.name));
    Ok(())
}

fn open(app: &App, place: Place, ask: &Cases, mode: Mode) -> Result<Vault> {
    let own = app.case_vault()?.and_then(|id| VaultId::parse(&id));
    let Some(own) = own else { return Err(AppError::Vault { why: "unknown", detail: String::new() }) };
    Vault::open(place, passphrase(ask)?, Some(own), mode, OFFICE).map_err(|e| refused(&e))
}

/// The first line of the file; or what is typed, which is not shown; or the first line of
/// what comes through a pipe.
fn passphrase(ask: &Cases) -> Result<Passphrase> {
    let failed = |path: String| move |source| AppError::ReadFile { path, source };
    let text = match &ask.passphrase_file {
        Some(path) => std::fs::read_to_string(path).map_err(failed(path.display().to_string()))?,
        None if std::io::stdin().is_terminal() => {
            rpassword::prompt_password("合言葉（画面には出ません）: ").map_err(failed("-".to_owned()))?
        }
        None => {
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).map_err(failed("-".to_owned()))?;
            line
        }
    };
    Ok(Passphrase::typed(text.lines().next().unwrap_or_default()))
}

fn line(case: &Case) {
    let state = match case.destroyed_on {
        Some(day) => format!("{day}に廃棄"),
        None if case.is_due((now() + chrono::TimeDelta::hours(9)).date_naive()) => {
            format!("{}まで保存（期限切れ）", case.keep_until)
        }
        None => format!("{}まで保存", case.keep_until),
    };
    say!("{}　{}受付　{state}", case.number, case.received_on);
}

fn show(case: &Case) {
    line(case);
    let facts = &case.facts;
    let born = facts.born_on.map(|day| day.to_string()).unwrap_or_default();
    let (facilities, related) = (facts.facilities.join("、"), facts.related.join("、"));
    for (term, text) in [
        ("受けた相手", &case.from),
        ("氏名", &facts.name),
        ("ふりがな", &facts.kana),
        ("生年月日", &born),
        ("電話番号", &facts.phone),
        ("住所", &facts.address),
        ("受給者証番号", &facts.certificate),
        ("利用事業所", &facilities),
        ("関係者", &related),
        ("状況", &case.situation),
        ("経過", &case.course),
        ("見立て", &case.view),
        ("要旨", &case.gist),
    ] {
        if !text.is_empty() {
            say!("{term}：{text}");
        }
    }
}

fn check(app: &App, vault: &Vault, ask: &CheckText) -> Result<()> {
    let read = std::fs::read_to_string(&ask.file);
    let text = read.map_err(|source| AppError::ReadFile { path: ask.file.display().to_string(), source })?;
    let words = vault.content().words(&app.known_names()?);
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let place = format!("{}行目", at + 1);
        found.extend(words.found_in(line).into_iter().map(|(kind, found)| Finding {
            place: place.clone(),
            kind,
            found,
        }));
    }
    if found.is_empty() {
        say!("事例の語は、見つかりませんでした。");
        return Ok(());
    }
    Err(AppError::CaseWords(found))
}

fn destroy(app: &mut App, place: Place, ask: &Cases, one: &DestroyOne) -> Result<()> {
    if !one.confirmed {
        return Err(AppError::NotConfirmed);
    }
    let case = number(&one.case)?;
    let mut vault = open(app, place, ask, Mode::Write)?;
    vault.destroy(case, app.today()).map_err(|e| refused(&e))?;
    app.record_destroyed_case(case)?;
    say!("事例{case}を廃棄しました。");
    Ok(())
}
