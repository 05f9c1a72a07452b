//! V21 on the command line: what is written is looked through for words of the cases where
//! the passphrase is given. Where it is not, and there are cases, that is said once.

use crate::args::look::Look;
use crate::open::{actor, for_reading, now};
use entaku_app::case_look::{Spot, lines_of, look, spoken_of, spots_of_file, spots_of_print};
use entaku_app::printing::{Finished, Ready};
use entaku_app::{App, AppError, Result};
use entaku_documents::{Audience, SourceFile};
use entaku_domain::case_words::CaseWords;
use entaku_press::Press;
use entaku_vault::{Mode, OFFICE, Passphrase, Place, Release, Vault, VaultId};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Where the passphrase may stand for programs that call this one.
pub(crate) const VARIABLE: &str = "ENTAKU_CASES_PASSPHRASE";

/// What was asked for.
static ASKED: OnceLock<Asked> = OnceLock::new();
/// What is known of the cases by now.
static CASES: Mutex<Cases> = Mutex::new(Cases::Unknown);

struct Asked {
    council: Option<PathBuf>,
    file: Option<PathBuf>,
    reason: Option<String>,
}

enum Cases {
    /// Nobody has looked yet.
    Unknown,
    /// There are none.
    None,
    /// There are, and nobody gave the passphrase.
    Closed,
    /// Open, for writing where a reason was given.
    Open(Box<Vault>, CaseWords),
}

/// Keeps what was asked for, until something is written.
pub(crate) fn begin(council: Option<&Path>, ask: &Look) {
    let reason = ask.cases_reason.as_deref().map(str::trim).filter(|r| !r.is_empty()).map(str::to_owned);
    let asked = Asked { council: council.map(Path::to_owned), file: ask.cases_passphrase_file.clone(), reason };
    // A program begins once.
    let _ = ASKED.set(asked);
}

/// A document that has been printed.
pub(crate) fn finished(document: &Finished) -> Result<()> {
    let title = spoken(&document.name);
    spots(document.audience, &title, || Ok(spots_of_print(&title, document, &Press)))
}

/// A document that is written without being printed.
pub(crate) fn ready(document: &Ready) -> Result<()> {
    let title = spoken(&document.name);
    at(document.audience(), &title, || document.every_word())
}

/// A text that is written, and how its document is spoken of.
fn at(audience: Option<Audience>, title: &str, words_of: impl FnOnce() -> String) -> Result<()> {
    spots(audience, title, || Ok(lines_of(title, &words_of())))
}

/// A file that was kept and is written once more.
pub(crate) fn file(audience: Option<Audience>, source: &SourceFile) -> Result<()> {
    spots(audience, &source.name, || Ok(spots_of_file(source, &Press)))
}

/// What a package for whoever does the clerical work would carry.
pub(crate) fn package(app: &App, to: &str) -> Result<()> {
    spots(None, &entaku_app::text::consign::title(to), || app.consign_spots(to, &Press))
}

/// Texts that are written, and how they are spoken of.
fn spots(audience: Option<Audience>, title: &str, spots_of: impl FnOnce() -> Result<Vec<Spot>>) -> Result<()> {
    let Some(asked) = ASKED.get().filter(|_| audience != Some(Audience::Internal)) else { return Ok(()) };
    let mut cases = CASES.lock().unwrap_or_else(PoisonError::into_inner);
    if matches!(*cases, Cases::Unknown) {
        *cases = open(asked)?;
    }
    let Cases::Open(vault, words) = &mut *cases else { return Ok(()) };
    let found = look(words, &spots_of()?);
    let Some(reason) = asked.reason.as_ref().filter(|_| !found.is_empty()) else {
        return if found.is_empty() { Ok(()) } else { Err(AppError::CaseWords(found)) };
    };
    let count = found.iter().map(|f| f.found.as_str()).collect::<BTreeSet<_>>().len();
    let title = spoken_of(words, title);
    let release = Release { on: today(), title, count, reason: reason.clone(), by: actor() };
    vault.change(|content| content.note(release)).map_err(|e| refused(&e))
}

fn open(asked: &Asked) -> Result<Cases> {
    let Some(folder) = &asked.council else { return Ok(Cases::None) };
    let place = Place::Folder(folder.clone());
    if !place.is_taken() {
        return Ok(Cases::None);
    }
    let Some(passphrase) = given(asked.file.as_deref())? else {
        eprintln!(
            "・事例の氏名・住所などが入っていないかは、確かめていません（確かめる指定: --cases-passphrase-file）。"
        );
        return Ok(Cases::Closed);
    };
    let app = for_reading(Some(folder))?;
    let own = app.case_vault()?.and_then(|id| VaultId::parse(&id));
    let mode = if asked.reason.is_some() { Mode::Write } else { Mode::Read };
    let vault = Vault::open(place, passphrase, own, mode, OFFICE).map_err(|e| refused(&e))?;
    let words = vault.content().words(&app.known_names()?);
    Ok(Cases::Open(Box::new(vault), words))
}

/// The passphrase from a file, else from the environment; none where nobody gave it.
pub(crate) fn given(file: Option<&Path>) -> Result<Option<Passphrase>> {
    Ok(text(file)?.map(|text| Passphrase::typed(&text)))
}

/// The first line of the file, or of the variable, as it stands there.
pub(crate) fn text(file: Option<&Path>) -> Result<Option<String>> {
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    match file {
        Some(path) => {
            let read = std::fs::read_to_string(path);
            let text = read.map_err(|source| AppError::ReadFile { path: path.display().to_string(), source })?;
            Ok(Some(first(&text)))
        }
        None => Ok(std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()).map(|text| first(&text))),
    }
}

/// Today in Japan.
pub(crate) fn today() -> entaku_domain::Day {
    (now() + chrono::TimeDelta::hours(9)).date_naive()
}

pub(crate) fn refused(error: &entaku_vault::Error) -> AppError {
    let (why, detail) = error.told();
    AppError::Vault { why, detail }
}

/// A document as it is spoken of: its file's name without what files need.
fn spoken(name: &str) -> String {
    name.replace('_', "\u{3000}")
}
