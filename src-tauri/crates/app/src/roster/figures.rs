//! How a body is made up (委員の構成), in figures that give nobody away in public.

use super::category_text;
use super::changes::{sits, vacant};
use crate::publication;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{labels, rosters as words};
use entaku_documents::{Audience, FigureRow, FigureTable, Figures};
use entaku_domain::appointment::MemberKind;
use entaku_domain::body::{Body, BodyVersion, Category};
use entaku_domain::person::Gender;
use entaku_domain::small_cells::{LEAST, hidden, shows_nothing};
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};
use std::collections::BTreeMap;

/// What is counted, and how many there are.
type Counted = Vec<(String, u32)>;

/// The figures of a body on a day. In public, figures below five are hidden, and
/// those from which they could be worked out.
pub fn figures(council: &Snapshot, body: &Body, on: Day, audience: Audience) -> Figures {
    let sittings = council.sittings(body.id, on);
    let sit: Vec<&Sitting<'_>> = sittings.iter().filter(|s| s.person.is_some()).collect();
    let public = audience == Audience::Public;
    let version = council.version(body.id, FiscalYear::of(on)).filter(|v| v.is_categorised());
    let categories = version.map(|v| by_category(council, body, v, &sit, on));
    let mut tables: Vec<FigureTable> = Vec::new();
    if let (Some(version), Some(counted)) = (version, &categories) {
        let mut one = table(words::BY_CATEGORY, counted, public);
        one.note = [one.note, family_note(version, &one.rows)].into_iter().filter(|n| !n.is_empty()).collect();
        tables.push(one);
    }
    let kinds = by(&sit, &MemberKind::ALL.iter().map(|k| k.label()).collect::<Vec<_>>(), |s| {
        s.appointment.map(|a| a.kind.label().to_owned())
    });
    if kinds.iter().filter(|(_, n)| *n > 0).count() > 1 {
        tables.push(table(words::BY_KIND, &kinds, public));
    }
    let genders: Vec<&str> = Gender::ALL.iter().map(|g| g.label()).chain([words::NOT_RECORDED]).collect();
    let genders =
        by(&sit, &genders, |s| s.person.map(|p| p.gender.map_or(words::NOT_RECORDED, Gender::label).to_owned()));
    tables.push(table(words::BY_GENDER, &genders, public));
    tables.push(table(words::BY_ORGANIZATION, &by_organization(council, &sit, on, audience), public));
    Figures {
        council: council.council.name.clone(),
        title: words::figures_title(council.body_name(body.id, FiscalYear::of(on))),
        as_of: labels::as_of(&council.council, on),
        audience,
        total: words::total(sits(&sittings), vacant(&sittings)),
        tables,
        footers: [
            public.then(|| words::HIDDEN.to_owned()),
            Some(words::NO_AGE.to_owned()),
            council.council.notice.clone(),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

fn by_category(council: &Snapshot, body: &Body, version: &BodyVersion, sit: &[&Sitting<'_>], on: Day) -> Counted {
    let name = |number| category_text(council, body, Some(number), on);
    let names: Vec<String> = version.categories.iter().map(|c| name(c.number)).collect();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut counted = by(sit, &known, |s| Some(s.seat.category.map_or_else(|| words::NO_CATEGORY.to_owned(), name)));
    counted.retain(|(label, n)| *n > 0 || known.contains(&label.as_str()));
    counted
}

/// In public as everybody appears there: who is not published belongs nowhere, and
/// the order is that of the names, for one by size would tell the hidden figures.
fn by_organization(council: &Snapshot, sit: &[&Sitting<'_>], on: Day, audience: Audience) -> Counted {
    let public = audience == Audience::Public;
    let none = if public { words::NO_ORGANIZATION_PUBLIC } else { words::NO_ORGANIZATION };
    let of = |s: &Sitting<'_>| s.person.map(|p| publication::appearance(council, p, on, audience).organization);
    let mut counted = by(sit, &[], |s| of(s).map(|name| if name.is_empty() { none.to_owned() } else { name }));
    let size = |n: u32| if public { 0 } else { n };
    counted.sort_by(|a, b| size(b.1).cmp(&size(a.1)).then(a.0.cmp(&b.0)));
    counted
}

/// How many have each of the known labels, and those besides.
fn by(sit: &[&Sitting<'_>], known: &[&str], label: impl Fn(&Sitting<'_>) -> Option<String>) -> Counted {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for found in sit.iter().filter_map(|s| label(s)) {
        *counts.entry(found).or_default() += 1;
    }
    let mut counted: Counted = known.iter().map(|l| ((*l).to_owned(), counts.remove(*l).unwrap_or_default())).collect();
    counted.extend(counts);
    counted
}

fn table(title: &str, counted: &[(String, u32)], public: bool) -> FigureTable {
    let cells: Vec<u32> = counted.iter().map(|(_, n)| *n).collect();
    let total: u32 = cells.iter().sum();
    let hides = if public { hidden(&cells, LEAST) } else { vec![false; cells.len()] };
    if public && shows_nothing(&cells, &hides, LEAST) {
        return FigureTable { title: title.to_owned(), rows: Vec::new(), note: words::TOO_SMALL.to_owned() };
    }
    let row = |((label, n), hide): (&(String, u32), bool)| FigureRow {
        label: label.clone(),
        count: if hide { words::STAR.to_owned() } else { n.to_string() },
        share: if hide { words::STAR.to_owned() } else { words::share(*n, total) },
    };
    FigureTable { title: title.to_owned(), rows: counted.iter().zip(hides).map(row).collect(), note: String::new() }
}

/// The share of disabled people and their families: the category for them says so;
/// of nobody else is it known, and nothing is concluded of one person.
fn family_note(version: &BodyVersion, rows: &[FigureRow]) -> String {
    let is_theirs = |c: &&Category| c.text.contains(words::DISABLED) && c.text.contains(words::FAMILY);
    let Some(at) = version.categories.iter().position(|c| is_theirs(&c)) else { return String::new() };
    rows.get(at).map(|row| words::family(&row.label, &row.count, &row.share)).unwrap_or_default()
}

/// The figures as a table for Excel or CSV.
pub fn figures_sheet(council: &Snapshot, of: &Figures, on: Day) -> Sheet {
    let cells = |table: &FigureTable, row: &FigureRow| {
        let count = row.count.parse().map_or_else(|_| Cell::from(row.count.as_str()), Cell::Integer);
        vec![Cell::from(table.title.as_str()), Cell::from(row.label.as_str()), count, Cell::from(row.share.as_str())]
    };
    let rows = of.tables.iter().flat_map(|t| t.rows.iter().map(move |r| cells(t, r))).collect();
    let kinds = [(14, Kind::Text), (40, Kind::Text), (8, Kind::Integer), (10, Kind::Mark)];
    let columns = words::FIGURE_COLUMNS.iter().zip(kinds);
    Sheet {
        name: words::FIGURES.to_owned(),
        title: vec![format!("{}　{}", of.council, of.title), of.as_of.clone(), of.total.clone()],
        columns: columns.map(|(name, (width, kind))| Column { name: (*name).to_owned(), width, kind }).collect(),
        rows,
        page: Page::Portrait,
        footer: of.footers.first().cloned().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: on,
    }
}
