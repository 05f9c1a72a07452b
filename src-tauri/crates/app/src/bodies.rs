//! What a body is from a fiscal year on: a change makes a new version, which
//! leaves the years before it alone; a correction mends the version that there is.

mod differences;
mod life;
mod officers;
mod page;
pub(crate) mod resolution;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
pub use differences::{YearDifference, YearDifferences};
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyText, BodyVersion, Category, Frequency, OfficerRule, Verb};
use entaku_domain::body_fault::BodyFault;
use entaku_domain::id::BodyVersionId;
use entaku_domain::service::Limits;
use entaku_domain::term::{ReplacementRule, TermRule};
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_store::Action;
pub use life::{NewBody, Placing};
pub(crate) use page::day_in;
pub use page::{BodyChange, BodyIssue, BodyMeeting, BodyPage, BodyVersionRow, OfficerRow};
pub use resolution::{BodyResolution, Decided};

/// All that a version of a body says.
#[derive(Debug, Clone)]
pub struct Wording {
    /// Name.
    pub name: String,
    /// What stands in brackets under the name.
    pub note: Option<String>,
    /// How often it meets.
    pub frequency: Option<Frequency>,
    /// The rule for the end of a term.
    pub term_rule: TermRule,
    /// What the rules say of a replacement's term.
    pub replacement: ReplacementRule,
    /// The limits of reappointment.
    pub limits: Limits,
    /// How its members come to it.
    pub verb: Verb,
    /// Purpose, duties, roles and the rest, in order.
    pub texts: Vec<BodyText>,
    /// Categories of members, in order.
    pub categories: Vec<Category>,
    /// Officers that the rules name.
    pub officers: Vec<OfficerRule>,
}

impl App {
    /// Says what a body is from a year on (「会議体の改正」); earlier years stay as they are.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a year in which the body does not exist or with a
    /// version of its own, and for words that are wrong.
    pub fn revise_body(&mut self, body: &str, from_year: FiscalYear, wording: Wording) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let before = council.version(body.id, from_year).filter(|_| body.exists_in(from_year));
        let Some(before) = before else {
            let name = council.body_name(body.id, from_year).to_owned();
            return Err(AppError::Rules(vec![Violation::Body(BodyFault::BodyNotInYear {
                body: name,
                year: from_year,
            })]));
        };
        if before.from_year == from_year {
            return Err(AppError::Rules(vec![Violation::Body(BodyFault::VersionExists { year: from_year })]));
        }
        let id = BodyVersionId::new(uuid::Uuid::nil());
        let version = version(id, body, from_year, wording)?;
        let mut notices = check_against(&council, before, &version)?;
        notices.extend(officers::left(&council, before, &version, &[]));
        self.change(Action::new("revise_body").about(version.name.clone()), notices, |tx| {
            let id = BodyVersionId::new(tx.new_id());
            Ok(tx.put_body_version(&BodyVersion { id, ..version })?)
        })
    }

    /// Mends the version of a body that holds in a year (「会議体の記載の訂正」). Those who
    /// were elected under a title that is mended hold the office under the right one.
    ///
    /// # Errors
    /// [`AppError::NothingInYear`]; [`AppError::Rules`] for words that are wrong.
    pub fn correct_body(&mut self, body: &str, year: FiscalYear, wording: Wording) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let before = council.version(body.id, year).ok_or(AppError::NothingInYear(year.number()))?;
        let version = version(before.id, body, before.from_year, wording)?;
        let mut notices = check_against(&council, before, &version)?;
        let renamed = officers::renamed(&council, before, &version);
        notices.extend(officers::told(&council, &renamed));
        notices.extend(officers::left(&council, before, &version, &renamed));
        self.change(Action::new("correct_body").about(version.name.clone()), notices, |tx| {
            renamed.iter().try_for_each(|office| tx.put_office(office))?;
            Ok(tx.put_body_version(&version)?)
        })
    }
}

/// A version with these words, all of them in order.
fn version(id: BodyVersionId, body: &Body, from_year: FiscalYear, wording: Wording) -> Result<BodyVersion> {
    let frequency = wording.frequency.filter(|f| !f.text.trim().is_empty() || f.per_year.is_some());
    let version = BodyVersion {
        id,
        body: body.id,
        from_year,
        name: wording.name,
        note: wording.note.filter(|note| !note.trim().is_empty()),
        frequency,
        term_rule: wording.term_rule,
        replacement: wording.replacement,
        limits: wording.limits,
        verb: wording.verb,
        texts: wording.texts,
        categories: wording.categories,
        officers: wording.officers,
    };
    if version.term_rule == TermRule::AsBody(body.id) {
        return Err(AppError::Rules(vec![Violation::Body(BodyFault::FollowsItself)]));
    }
    check_words(&version)?;
    Ok(version)
}

fn check_words(version: &BodyVersion) -> Result<()> {
    all_right([check_name("name", &version.name)])?;
    all_right(version.note.iter().map(|note| check_note("note", note)))?;
    all_right(version.frequency.iter().map(|f| check_name("frequency", &f.text)))?;
    all_right(version.texts.iter().flat_map(|t| [check_note("texts", &t.mark), check_text("texts", &t.text)]))?;
    all_right(version.texts.iter().filter(|t| t.text.trim().is_empty()).map(|_| Err(empty("texts"))))?;
    all_right(version.categories.iter().map(|c| check_name("categories", &c.text)))?;
    all_right(version.officers.iter().map(|o| check_name("officers", &o.title)))?;
    all_right(version.officers.iter().filter_map(|o| o.method.as_deref()).map(|m| check_note("officers", m)))?;
    let categories = version.categories.iter().enumerate();
    all_right(categories.map(|(at, c)| match version.categories.iter().take(at).any(|o| o.number == c.number) {
        true => Err(Violation::Body(BodyFault::CategoryTwice { number: c.number })),
        false => Ok(()),
    }))?;
    let officers = version.officers.iter().enumerate();
    all_right(officers.map(|(at, o)| match version.officers.iter().take(at).any(|other| other.title == o.title) {
        true => Err(Violation::Body(BodyFault::OfficerTwice { title: o.title.clone() })),
        false => Ok(()),
    }))
}

fn empty(field: &'static str) -> Violation {
    Violation::TextEmpty { field }
}

/// A new wording against the council as it is: a category with seats stays (V6),
/// and a later version limits what is said now.
fn check_against(council: &Snapshot, before: &BodyVersion, after: &BodyVersion) -> Result<Vec<Violation>> {
    let from = after.from_year.first_day();
    let used = |number: u8| {
        let mut seats = council.seats.iter().filter(|s| s.body == after.body && s.category == Some(number));
        seats.any(|s| s.to.is_none_or(|to| from <= to))
    };
    let gone = before.categories.iter().filter(|c| after.category(c.number).is_none() && used(c.number));
    all_right(gone.map(|c| Err(Violation::Body(BodyFault::CategoryInUse { number: c.number }))))?;
    let later = council.versions.iter().filter(|v| v.body == after.body && v.from_year > after.from_year);
    Ok(later
        .map(|v| v.from_year)
        .min()
        .map(|year| Violation::Body(BodyFault::LaterVersion { year }))
        .into_iter()
        .collect())
}
