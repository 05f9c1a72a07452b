//! Cases that are kept apart. The passphrase comes from a file, the environment or the
//! standard input, never from an argument: arguments stand in the shell's history and are
//! seen by every process. What a case holds comes from a file for the same reason.

mod taken;

use crate::args::cases::{Cases, CasesDeed, CheckText, DestroyOne};
use crate::look::{given, refused, today};
use crate::open::{for_reading, for_writing};
use entaku_app::case_look::{Spot, look};
use entaku_app::{App, AppError, Result};
use entaku_domain::case::CaseNumber;
use entaku_vault::{Case, FILE_NAME, Mode, OFFICE, Passphrase, Place, Release, Vault, VaultId};
use std::io::IsTerminal as _;
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Cases) -> Result<()> {
    let folder = council.ok_or_else(|| refused(&entaku_vault::Error::Missing))?;
    let place = Place::Folder(folder.to_owned());
    match &ask.deed {
        CasesDeed::Status => status(&place),
        CasesDeed::Begin => begin(&mut for_writing(council)?, place, ask),
        CasesDeed::List(list) => {
            let vault = open(&for_reading(council)?, place, ask, Mode::Read)?;
            vault.content().cases().iter().filter(|case| !list.due || case.is_due(today())).for_each(line);
            Ok(())
        }
        CasesDeed::Releases => {
            let vault = open(&for_reading(council)?, place, ask, Mode::Read)?;
            vault.content().releases().iter().for_each(released);
            Ok(())
        }
        CasesDeed::Add(file) => {
            let mut vault = open(&for_reading(council)?, place, ask, Mode::Write)?;
            taken::add(&mut vault, &file.file)
        }
        CasesDeed::Release(gist) => {
            let mut app = for_writing(council)?;
            let mut vault = open(&app, place, ask, Mode::Write)?;
            taken::release(&mut app, &mut vault, gist)
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

/// The first line of the file, or of the variable; or what is typed, which is not shown; or
/// the first line of what comes through a pipe.
fn passphrase(ask: &Cases) -> Result<Passphrase> {
    match given(ask.passphrase_file.as_deref())? {
        Some(passphrase) => Ok(passphrase),
        None => Ok(Passphrase::typed(&asked("合言葉（画面には出ません）: ")?)),
    }
}

fn asked(prompt: &str) -> Result<String> {
    let failed = |source| AppError::ReadFile { path: "-".to_owned(), source };
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt).map_err(failed);
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(failed)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// A new vault: its passphrase is typed twice, or comes from a file or the variable once.
fn begin(app: &mut App, place: Place, ask: &Cases) -> Result<()> {
    let different = || AppError::Vault { why: "different", detail: String::new() };
    let text = match crate::look::text(ask.passphrase_file.as_deref())? {
        Some(text) => text,
        None => {
            let first = asked("新しい合言葉（画面には出ません）: ")?;
            let again = asked("もう一度: ")?;
            if first == again { first } else { return Err(different()) }
        }
    };
    let chosen = Passphrase::chosen(&text).map_err(|e| refused(&e))?;
    let vault = Vault::create(place, chosen, OFFICE).map_err(|e| refused(&e))?;
    app.remember_case_vault(&vault.id().to_string())?;
    say!("事例の別保管を始めました。合言葉を失うと、事例は誰にも読めなくなります。");
    Ok(())
}

fn released(release: &Release) {
    let Release { on, title, count, reason, by } = release;
    let by = if by.is_empty() { String::new() } else { format!("　{by}") };
    let why = if reason.is_empty() { String::new() } else { format!("　理由：{reason}") };
    say!("{on}　{title}（{count}語）{by}{why}");
}

fn line(case: &Case) {
    let state = match case.destroyed_on {
        Some(day) => format!("{day}に廃棄"),
        None if case.is_due(today()) => {
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
    let spot = |(at, line): (usize, &str)| Spot::new(format!("{}行目", at + 1), line.to_owned());
    let found = look(&words, &text.lines().enumerate().map(spot).collect::<Vec<_>>());
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
