//! What changed in a roster between two days (委員の異動): who came, who left and
//! why, and what changed of those who stayed.

use super::{category_text, note};
use crate::error::{AppError, Result};
use crate::publication::{self, Appearance};
use crate::snapshot::{Sitting, Snapshot};
use crate::text::rosters as words;
use entaku_documents::{Audience, ChangeRow, ChangedRow, RosterChanges};
use entaku_domain::appointment::Appointment;
use entaku_domain::body::Body;
use entaku_domain::id::PersonId;
use entaku_domain::person::Person;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};
use std::collections::BTreeMap;

/// Two days, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Between {
    /// The earlier day.
    pub from: Day,
    /// The later day.
    pub to: Day,
    /// For whom: it decides names, and whether reasons are told.
    pub audience: Audience,
}

/// A body's council, read for a comparison.
struct Compared<'a> {
    council: &'a Snapshot,
    body: &'a Body,
    between: Between,
}

/// Who sits there, by person; each in the first of their seats.
type Seated<'a> = BTreeMap<PersonId, (&'a Person, Sitting<'a>)>;

/// The changes as a document.
///
/// # Errors
/// [`AppError::Rules`] for days the wrong way round.
pub fn changes(council: &Snapshot, body: &Body, between: Between) -> Result<RosterChanges> {
    let Between { from, to, audience } = between;
    if to < from {
        return Err(AppError::Rules(vec![Violation::LastBeforeFirst { first: from, last: to }]));
    }
    let it = Compared { council, body, between };
    let (before, after) = (council.sittings(body.id, from), council.sittings(body.id, to));
    let (was, is) = (seated(&before), seated(&after));
    let came = after.iter().filter_map(|s| Some((s.person?, s))).filter(|(p, _)| !was.contains_key(&p.id));
    let left = before.iter().filter_map(|s| Some((s.person?, s))).filter(|(p, _)| !is.contains_key(&p.id));
    let stayed = after.iter().filter_map(|s| Some((s.person?, was.get(&s.person?.id)?.1, s)));
    let style = council.council.date_style;
    Ok(RosterChanges {
        council: council.council.name.clone(),
        title: words::changes_title(council.body_name(body.id, FiscalYear::of(to))),
        period: words::period(&style.day(from), &style.day(to)),
        audience,
        counts: [(from, &before), (to, &after)]
            .map(|(day, all)| words::count(&style.day(day), sits(all), vacant(all)))
            .into(),
        came: came.map(|(p, s)| it.came(p, s)).collect(),
        left: left.map(|(p, s)| it.left(p, s)).collect(),
        changed: stayed.flat_map(|(p, old, new)| it.changed(p, &old, new)).collect(),
        footers: council.council.notice.iter().cloned().collect(),
    })
}

fn seated<'a>(sittings: &[Sitting<'a>]) -> Seated<'a> {
    let mut seated = Seated::new();
    for sitting in sittings {
        if let Some(person) = sitting.person {
            seated.entry(person.id).or_insert((person, *sitting));
        }
    }
    seated
}

pub(super) fn sits(all: &[Sitting<'_>]) -> usize {
    all.iter().filter(|s| s.person.is_some()).count()
}

pub(super) fn vacant(all: &[Sitting<'_>]) -> usize {
    all.iter().filter(|s| s.is_vacant()).count()
}

impl Compared<'_> {
    fn shown(&self, person: &Person, on: Day) -> Appearance {
        publication::appearance(self.council, person, on, self.between.audience)
    }

    fn row(&self, person: &Person, sitting: &Sitting<'_>, on: Day) -> ChangeRow {
        let shown = self.shown(person, on);
        ChangeRow {
            name: shown.name,
            category: category_text(self.council, self.body, sitting.seat.category, on),
            affiliation: shown.affiliation,
            office: self.council.office_title(self.body.id, person.id, on).unwrap_or_default().to_owned(),
            ..ChangeRow::default()
        }
    }

    fn came(&self, person: &Person, sitting: &Sitting<'_>) -> ChangeRow {
        let style = self.council.council.date_style;
        let on = self.between.to;
        ChangeRow {
            day: sitting.days.map(|(start, _)| style.day(start)).unwrap_or_default(),
            note: sitting.appointment.map(|a| note(self.council, a, self.body, on)).unwrap_or_default(),
            ..self.row(person, sitting, on)
        }
    }

    /// Why somebody left is nobody's business outside.
    fn left(&self, person: &Person, sitting: &Sitting<'_>) -> ChangeRow {
        let style = self.council.council.date_style;
        let last = self.last(person, sitting);
        let day = last.and_then(Appointment::last_day).or(sitting.days.and_then(|(_, end)| end));
        let told = self.between.audience != Audience::Public;
        ChangeRow {
            day: day.map(|d| style.day(d)).unwrap_or_default(),
            note: last.filter(|_| told).map(words::reason).unwrap_or_default(),
            ..self.row(person, sitting, self.between.from)
        }
    }

    /// The latest appointment that began before the later day.
    fn last(&self, person: &Person, sitting: &Sitting<'_>) -> Option<&Appointment> {
        let body = sitting.appointment.map(|a| a.body)?;
        let all = self.council.appointments_of(person.id).filter(|a| a.body == body && a.start <= self.between.to);
        all.max_by_key(|a| a.start)
    }

    fn changed(&self, person: &Person, old: &Sitting<'_>, new: &Sitting<'_>) -> Vec<ChangedRow> {
        let Between { from, to, .. } = self.between;
        let (was, is) = (self.shown(person, from), self.shown(person, to));
        let office = |on| self.council.office_title(self.body.id, person.id, on).unwrap_or_default().to_owned();
        let category = |s: &Sitting<'_>, on| category_text(self.council, self.body, s.seat.category, on);
        let kind = |s: &Sitting<'_>| s.appointment.map(|a| a.kind.label().to_owned()).unwrap_or_default();
        let all = [
            (words::NAME, was.name, is.name.clone()),
            (words::CATEGORY, category(old, from), category(new, to)),
            (words::AFFILIATION, was.affiliation, is.affiliation),
            (words::OFFICE, office(from), office(to)),
            (words::KIND, kind(old), kind(new)),
            (words::TERM, self.term(old), self.term(new)),
        ];
        let differs = all.into_iter().filter(|(_, before, after)| before != after);
        differs
            .map(|(what, before, after)| ChangedRow { name: is.name.clone(), what: what.to_owned(), before, after })
            .collect()
    }

    /// The term, where it is the member's own and not that of an office elsewhere.
    fn term(&self, sitting: &Sitting<'_>) -> String {
        let style = self.council.council.date_style;
        let days = sitting.days.filter(|_| sitting.appointment.is_some_and(|a| a.body == self.body.id));
        days.map(|(start, end)| words::term(&style.day(start), end.map(|d| style.day(d)).as_deref()))
            .unwrap_or_default()
    }
}

/// The changes as a table for Excel or CSV.
pub fn changes_sheet(council: &Snapshot, of: &RosterChanges, on: Day) -> Sheet {
    let person = |kind: &str, r: &ChangeRow| {
        let cells = [kind, &r.name, &r.category, &r.affiliation, &r.office, &r.day, &r.note, "", ""];
        cells.map(Cell::from).to_vec()
    };
    let changed = |r: &ChangedRow| {
        let cells = [words::CHANGED, &r.name, "", "", "", "", &r.what, &r.before, &r.after];
        cells.map(Cell::from).to_vec()
    };
    let came = of.came.iter().map(|r| person(words::CAME, r));
    let left = of.left.iter().map(|r| person(words::LEFT, r));
    let rows = came.chain(left).chain(of.changed.iter().map(changed)).collect();
    let widths = [8, 20, 20, 34, 10, 18, 18, 30, 30];
    let columns = words::CHANGE_COLUMNS.iter().zip(widths);
    Sheet {
        name: words::CHANGES.to_owned(),
        title: [format!("{}　{}", of.council, of.title), of.period.clone()]
            .into_iter()
            .chain(of.counts.clone())
            .collect(),
        columns: columns.map(|(name, width)| Column { name: (*name).to_owned(), width, kind: Kind::Text }).collect(),
        rows,
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: on,
    }
}
