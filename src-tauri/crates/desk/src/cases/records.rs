//! The cases themselves: listed, read, written, destroyed.

use super::{day, told};
use crate::desk::Desk;
use entaku_app::commands::{Done, Nothing, done};
use entaku_app::issues::CaseIssueRow;
use entaku_app::{AppError, WireError};
use entaku_domain::case::CaseNumber;
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_vault::{Case, Content, Facts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCase {
    /// Its number, R8-001.
    pub case: String,
}

/// A case in the list.
#[derive(Debug, Serialize, TS)]
pub struct CaseRow {
    /// R8-001.
    pub case: String,
    /// ISO date.
    pub received_on: String,
    /// The person's name.
    pub name: String,
    /// The gist.
    pub gist: String,
    /// ISO date until which it is kept.
    pub keep_until: String,
    /// Whether its days are over.
    pub due: bool,
    /// ISO date of its destruction.
    pub destroyed_on: Option<String>,
    /// The issues that came out of it.
    pub issues: Vec<CaseIssueRow>,
}

/// A case as the form holds it.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseForm {
    /// Its number; none for a new one.
    pub case: Option<String>,
    /// As typed.
    pub received_on: String,
    /// From whom.
    pub from: String,
    /// Full name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Birth date, as typed.
    pub born_on: String,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
    /// Number of the certificate.
    pub certificate: String,
    /// Facilities, one a line.
    pub facilities: String,
    /// Others by name, one a line.
    pub related: String,
    /// The situation.
    pub situation: String,
    /// What has been done.
    pub course: String,
    /// How it is judged.
    pub view: String,
    /// The anonymised gist.
    pub gist: String,
    /// Kept until, as typed; by the rule where empty.
    pub keep_until: String,
}

/// A case with what is known around it.
#[derive(Serialize, TS)]
pub struct CaseDetails {
    /// As in the list.
    pub row: CaseRow,
    /// As the form holds it.
    pub form: CaseForm,
    /// What left although it was marked, with the reason.
    pub confirmed: Vec<super::MarkReason>,
}

/// A document that left although it held words of a case.
#[derive(Debug, Serialize, TS)]
pub struct CaseReleaseRow {
    /// ISO date.
    pub on: String,
    /// The document.
    pub title: String,
    /// How many words were found.
    pub count: usize,
    /// Why it may leave.
    pub reason: String,
    /// Who let it go.
    pub by: String,
}

/// What was being typed when the vault closed.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseDraft {
    /// The form; none when all is written.
    pub form: Option<CaseForm>,
}

impl Desk {
    /// The cases, by number.
    pub(crate) fn list_cases(&self, _: Nothing) -> Result<Vec<CaseRow>, WireError> {
        let today = self.today();
        let mut rows: Vec<CaseRow> =
            self.with_cases(|open| Ok(open.vault.content().cases().iter().map(|c| row(c, today)).collect()))?;
        let table = self.table();
        let app = &table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app;
        for row in &mut rows {
            row.issues = CaseNumber::parse(&row.case).map_or_else(|| Ok(Vec::new()), |n| app.issues_of_case(n))?;
        }
        Ok(rows)
    }

    /// A case.
    pub(crate) fn case_details(&self, ask: WhichCase) -> Result<CaseDetails, WireError> {
        let (number, today) = (number(&ask.case)?, self.today());
        let mut details = self.with_cases(|open| {
            let case = open.vault.content().case(number).map_err(|e| told(&e))?;
            let confirmed = case.confirmations.iter().map(super::gist::told_again).collect();
            Ok(CaseDetails { row: row(case, today), form: form(case), confirmed })
        })?;
        let table = self.table();
        details.row.issues = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.issues_of_case(number)?;
        Ok(details)
    }

    /// Writes a case; answers its number.
    pub(crate) fn save_case(&self, ask: CaseForm) -> Result<String, WireError> {
        check(&ask)?;
        let today = self.today();
        self.with_cases(|open| {
            let case = read(open.vault.content(), &ask, today)?;
            let number = case.number;
            open.vault
                .change(|content| {
                    content.draft = None;
                    content.put(case)
                })
                .map_err(|e| told(&e))?;
            open.draft = None;
            Ok(number.to_string())
        })
    }

    /// Documents that left although they held words of a case, the latest first.
    pub(crate) fn case_releases(&self, _: Nothing) -> Result<Vec<CaseReleaseRow>, WireError> {
        let row = |r: &entaku_vault::Release| CaseReleaseRow {
            on: r.on.to_string(),
            title: r.title.clone(),
            count: r.count,
            reason: r.reason.clone(),
            by: r.by.clone(),
        };
        self.with_cases(|open| Ok(open.vault.content().releases().iter().rev().map(row).collect()))
    }

    /// Destroys a case for good; the council's history is told its number.
    pub(crate) fn destroy_case(&self, ask: WhichCase) -> Result<Done<()>, WireError> {
        let (number, today) = (number(&ask.case)?, self.today());
        self.with_cases(|open| open.vault.destroy(number, today).map_err(|e| told(&e)))?;
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.record_destroyed_case(number)?))
    }

    /// Keeps what is being typed in the open vault, into whose file it goes when it closes.
    pub(crate) fn keep_case_draft(&self, ask: CaseDraft) -> Result<(), WireError> {
        self.with_cases(|open| {
            open.draft = ask.form.and_then(|form| serde_json::to_string(&form).ok()).map(zeroize::Zeroizing::new);
            Ok(())
        })
    }

    /// What was being typed when the vault closed. It is asked for once.
    pub(crate) fn case_draft(&self, _: Nothing) -> Result<CaseDraft, WireError> {
        self.with_cases(|open| {
            let kept = open.vault.content().draft.as_deref();
            let form: Option<CaseForm> = kept.and_then(|text| serde_json::from_str(text).ok());
            if form.is_some() && open.vault.is_writable() {
                open.draft = kept.map(|text| zeroize::Zeroizing::new(text.to_owned()));
                let forgotten = open.vault.change(|content| {
                    content.draft = None;
                    Ok(())
                });
                forgotten.map_err(|e| told(&e))?;
            }
            Ok(CaseDraft { form })
        })
    }
}

pub(super) fn number(text: &str) -> Result<CaseNumber, AppError> {
    CaseNumber::parse(text).ok_or_else(|| AppError::BadCaseNumber(text.to_owned()))
}

fn row(case: &Case, today: Day) -> CaseRow {
    CaseRow {
        case: case.number.to_string(),
        received_on: case.received_on.to_string(),
        name: case.facts.name.clone(),
        gist: case.gist.clone(),
        keep_until: case.keep_until.to_string(),
        due: case.is_due(today),
        destroyed_on: case.destroyed_on.map(|d| d.to_string()),
        issues: Vec::new(),
    }
}

fn form(case: &Case) -> CaseForm {
    CaseForm {
        case: Some(case.number.to_string()),
        received_on: case.received_on.to_string(),
        from: case.from.clone(),
        name: case.facts.name.clone(),
        kana: case.facts.kana.clone(),
        born_on: case.facts.born_on.map(|d| d.to_string()).unwrap_or_default(),
        phone: case.facts.phone.clone(),
        address: case.facts.address.clone(),
        certificate: case.facts.certificate.clone(),
        facilities: case.facts.facilities.join("\n"),
        related: case.facts.related.join("\n"),
        situation: case.situation.clone(),
        course: case.course.clone(),
        view: case.view.clone(),
        gist: case.gist.clone(),
        keep_until: case.keep_until.to_string(),
    }
}

/// What forbids a text; nothing is lost, the form keeps what was typed.
fn check(ask: &CaseForm) -> Result<(), AppError> {
    let names = [("name", &ask.name)].map(|(field, text)| check_name(field, text));
    let lines = [("from", &ask.from), ("kana", &ask.kana), ("phone", &ask.phone), ("certificate", &ask.certificate)];
    let long = [("situation", &ask.situation), ("course", &ask.course), ("view", &ask.view), ("gist", &ask.gist)];
    let more = [("address", &ask.address), ("facilities", &ask.facilities), ("related", &ask.related)];
    let found: Vec<Violation> = names
        .into_iter()
        .chain(lines.map(|(field, text)| check_note(field, text)))
        .chain(long.into_iter().chain(more).map(|(field, text)| check_text(field, text)))
        .filter_map(Result::err)
        .collect();
    if found.is_empty() { Ok(()) } else { Err(AppError::Rules(found)) }
}

/// The case that a form describes.
fn read(content: &Content, ask: &CaseForm, today: Day) -> Result<Case, AppError> {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    let received_on = filled(&ask.received_on).map_or(Ok(today), |text| day("received_on", &text))?;
    let old = ask.case.as_deref().map(|c| content.case(number(c)?).map_err(|e| told(&e))).transpose()?;
    let number = match old {
        Some(case) => case.number,
        None => content.next_number(FiscalYear::of(received_on)).map_err(|e| told(&e))?,
    };
    let keep = filled(&ask.keep_until).map(|text| day("keep_until", &text)).transpose()?;
    let lines = |text: &str| text.lines().filter_map(filled).collect();
    Ok(Case {
        number,
        received_on,
        from: ask.from.trim().to_owned(),
        facts: Facts {
            name: ask.name.trim().to_owned(),
            kana: ask.kana.trim().to_owned(),
            born_on: filled(&ask.born_on).map(|text| day("born_on", &text)).transpose()?,
            phone: ask.phone.trim().to_owned(),
            address: ask.address.trim().to_owned(),
            certificate: ask.certificate.trim().to_owned(),
            facilities: lines(&ask.facilities),
            related: lines(&ask.related),
        },
        situation: ask.situation.clone(),
        course: ask.course.clone(),
        view: ask.view.clone(),
        gist: ask.gist.clone(),
        keep_until: keep.unwrap_or_else(|| content.keep_until(received_on)),
        destroyed_on: None,
        confirmations: old.map(|case| case.confirmations.clone()).unwrap_or_default(),
    })
}
