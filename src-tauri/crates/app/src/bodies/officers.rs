//! The officers of a body when the wording of its rules changes: who holds an office
//! under a title that is mended, or that the rules name no more (V8).

use crate::snapshot::Snapshot;
use entaku_domain::body::BodyVersion;
use entaku_domain::body_fault::BodyFault;
use entaku_domain::office::Office;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};

/// The offices that a correction gives another title: those that began while the
/// version held, whose line in the rules has another title now.
pub(super) fn renamed(council: &Snapshot, before: &BodyVersion, after: &BodyVersion) -> Vec<Office> {
    let until = next_version(council, after);
    let began = |o: &&Office| {
        let year = FiscalYear::of(o.start);
        o.body == after.body && after.from_year <= year && until.is_none_or(|next| year < next)
    };
    let rename = |o: &Office| Some(Office { title: mended(before, after, &o.title)?, ..o.clone() });
    council.offices.iter().filter(began).filter_map(rename).collect()
}

/// The title that stands where another stood: on the same line, where no line came or went.
fn mended(before: &BodyVersion, after: &BodyVersion, title: &str) -> Option<String> {
    let at = before.officers.iter().position(|o| o.title == title)?;
    let now = &after.officers.get(at).filter(|_| before.officers.len() == after.officers.len())?.title;
    let moved = names(after, title) || names(before, now);
    (!moved).then(|| now.clone())
}

fn names(version: &BodyVersion, title: &str) -> bool {
    version.officers.iter().any(|o| o.title == title)
}

/// What was renamed, by title.
pub(super) fn told(council: &Snapshot, renamed: &[Office]) -> Vec<Violation> {
    let before = |office: &Office| council.offices.iter().find(|o| o.id == office.id).map(|o| o.title.clone());
    let mut counts: Vec<(String, String, usize)> = Vec::new();
    for office in renamed {
        let Some(from) = before(office) else { continue };
        match counts.iter_mut().find(|(title, ..)| *title == from) {
            Some((.., count)) => *count += 1,
            None => counts.push((from, office.title.clone(), 1)),
        }
    }
    let say = |(from, to, count)| Violation::Body(BodyFault::OfficeRenamed { from, to, count });
    counts.into_iter().map(say).collect()
}

/// The titles that somebody holds while the version is valid, and that it names no more.
pub(super) fn left(
    council: &Snapshot,
    before: &BodyVersion,
    after: &BodyVersion,
    renamed: &[Office],
) -> Option<Violation> {
    let first = after.from_year.first_day();
    let next = next_version(council, after).map(FiscalYear::first_day);
    let held = |o: &Office| {
        let last: Option<Day> = o.last_day(council.appointment(o.appointment));
        last.is_none_or(|last| first <= last) && next.is_none_or(|next| o.start < next)
    };
    let gone = |title: &str| names(before, title) && !names(after, title);
    let of_body = council.offices.iter().filter(|o| o.body == after.body && !renamed.iter().any(|r| r.id == o.id));
    let mut titles: Vec<String> = of_body.filter(|o| gone(&o.title) && held(o)).map(|o| o.title.clone()).collect();
    titles.sort();
    titles.dedup();
    (!titles.is_empty()).then_some(Violation::Body(BodyFault::OfficesLeft { titles }))
}

/// The first year of the version after one.
fn next_version(council: &Snapshot, of: &BodyVersion) -> Option<FiscalYear> {
    let years = council.versions.iter().filter(|v| v.body == of.body).map(|v| v.from_year);
    years.filter(|year| *year > of.from_year).min()
}
