//! What can be found, each kind in the order in which the office would look for
//! it. Facts of cases are in no record, so none can be found.

use super::{Entry, FoundKind, SearchHit, Target, outcomes};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{ERASED, labels, today as words};
use entaku_domain::era::DateStyle;
use entaku_domain::id::{AgendaItemId, MeetingId, OrganizationId};
use entaku_domain::meeting::Meeting;
use entaku_domain::person::Person;
use entaku_domain::text::search_key;
use entaku_domain::{Day, FiscalYear};
use std::collections::{BTreeMap, BTreeSet};

/// How many stretches of minutes are looked at.
const SAID: u32 = 100;
/// So many characters before and behind what is sought.
const AROUND: usize = 20;

pub(super) fn all(app: &App) -> Result<Vec<Entry>> {
    let (council, on) = (app.snapshot()?, app.today());
    let mut found = people(&council, on);
    found.extend(bodies(&council, on));
    found.extend(meetings(&council, on));
    found.extend(papers(app, &council)?);
    found.extend(issues(app, &council, on)?);
    found.extend(outcomes::proposals(app, &council)?);
    found.extend(outcomes::plans(app, &council)?);
    found.extend(organizations(app, &council, on)?);
    Ok(found)
}

fn people(council: &Snapshot, on: Day) -> Vec<Entry> {
    let mut people: Vec<&Person> = council.people().filter(|p| p.name.family != ERASED).collect();
    people.sort_by_key(|p| (p.name.family_kana.clone(), p.name.given_kana.clone(), p.id));
    people.into_iter().map(|p| person(council, p, on)).collect()
}

fn person(council: &Snapshot, person: &Person, on: Day) -> Entry {
    let seats: Vec<String> = council
        .appointments_of(person.id)
        .filter(|a| a.is_open_on(on))
        .map(|a| {
            let body = council.body_name(a.body, FiscalYear::of(on));
            match council.office_title(a.body, person.id, on) {
                Some(title) => format!("{body} {title}"),
                None => body.to_owned(),
            }
        })
        .collect();
    let affiliation = council.affiliation_text(person.id, on);
    let parts = [affiliation.clone(), seats.join("・")];
    let detail = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　/　");
    let name = &person.name;
    Entry {
        kind: FoundKind::Person,
        hit: SearchHit {
            id: person.id.to_string(),
            title: person.name_on(on).full(),
            detail,
            target: Target::new("members", Some(person.id.to_string()), None),
        },
        names: [name.full(), name.kana(), name.given.clone(), name.given_kana.clone()]
            .into_iter()
            .chain(name.latin.clone())
            .chain(person.former_names.iter().flat_map(|f| [f.name.full(), f.name.kana()]))
            .filter(|t| !t.is_empty())
            .collect(),
        others: std::iter::once(affiliation).chain(seats).collect(),
        day: None,
    }
}

fn bodies(council: &Snapshot, on: Day) -> Vec<Entry> {
    let year = FiscalYear::of(on);
    let all = council.bodies.iter().map(|body| {
        let names: Vec<String> =
            council.versions.iter().filter(|v| v.body == body.id).map(|v| v.name.clone()).collect();
        let version = council.version(body.id, year);
        let note = version.and_then(|v| v.note.clone()).unwrap_or_default();
        let kind = body.kind.label();
        let detail = if note.is_empty() || note == kind { kind.to_owned() } else { format!("{kind}　{note}") };
        Entry {
            kind: FoundKind::Body,
            hit: SearchHit {
                id: body.key.clone(),
                title: council.body_name(body.id, year).to_owned(),
                // 全体会 is called what it is.
                detail: if detail == council.body_name(body.id, year) { String::new() } else { detail.clone() },
                target: Target::body(&body.key),
            },
            names,
            others: vec![detail],
            day: None,
        }
    });
    all.collect()
}

/// The next ones first, then the latest: it is they that people mean.
fn meetings(council: &Snapshot, on: Day) -> Vec<Entry> {
    let mut meetings: Vec<&Meeting> = council.meetings.iter().collect();
    let from_today = |m: &Meeting| (m.date < on, (m.date - on).num_days().abs());
    meetings.sort_by_key(|m| (from_today(m), m.start.clone(), m.id));
    meetings.into_iter().map(|m| meeting(council, m)).collect()
}

fn meeting(council: &Snapshot, meeting: &Meeting) -> Entry {
    let body = council.body_name(meeting.body, meeting.year());
    let style = words::brief(council.council.date_style);
    let day = style.day_with_weekday(meeting.date);
    let parts = [day, meeting.place.clone(), meeting.state.label().to_owned()];
    let short = words::meeting_title(meeting.number, body);
    Entry {
        kind: FoundKind::Meeting,
        hit: SearchHit {
            id: meeting.id.to_string(),
            title: format!("{}　{short}", style.fiscal_year(meeting.year())),
            detail: parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　"),
            target: Target::meeting(meeting.id, None),
        },
        names: vec![short, format!("{body}{}", meeting.number), council.meeting_title(meeting), body.to_owned()],
        others: [
            words::short_day(meeting.date),
            DateStyle::Both.day(meeting.date),
            DateStyle::Era.day(meeting.date),
            DateStyle::Western.day(meeting.date),
            meeting.place.clone(),
        ]
        .into_iter()
        .chain(words::year_words(meeting.year()))
        .collect(),
        day: Some(meeting.date),
    }
}

/// What was said at meetings, the latest first. What was said in closed parts is found, but told
/// only where the minutes are opened: a list of hits is read over a shoulder.
pub(super) fn minutes(app: &App, sought: &str) -> Result<Vec<Entry>> {
    let found = app.store.minutes_matching(sought, SAID)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let council = app.snapshot()?;
    let hidden = closed_items(app, &found)?;
    let entry = |e: entaku_domain::minutes::Entry| {
        let m = council.meetings.iter().find(|m| m.id == e.meeting)?;
        let title = council.meeting_title(m);
        let closed =
            e.closed_reason.is_some() || m.closed_reason.is_some() || e.item.is_some_and(|i| hidden.contains(&i));
        let told = if closed { crate::text::minutes::CLOSED_PART.to_owned() } else { snippet(&e.text, sought) };
        Some(Entry {
            kind: FoundKind::Minutes,
            hit: SearchHit {
                id: e.id.to_string(),
                title: told,
                detail: crate::text::minutes::found_in(&title, closed),
                target: Target::meeting(m.id, Some("minutes")).with_record(e.id),
            },
            names: Vec::new(),
            others: Vec::new(),
            day: None,
        })
    };
    Ok(found.into_iter().filter_map(entry).collect())
}

/// The items of the agenda that were closed, of those on which something is found.
fn closed_items(app: &App, found: &[entaku_domain::minutes::Entry]) -> Result<BTreeSet<AgendaItemId>> {
    let mut closed = BTreeSet::new();
    for id in found.iter().filter_map(|e| e.item).collect::<BTreeSet<_>>() {
        if app.store.agenda_item(id)?.is_some_and(|i| i.closed_reason.is_some()) {
            closed.insert(id);
        }
    }
    Ok(closed)
}

/// The words around what is sought.
fn snippet(text: &str, sought: &str) -> String {
    let line = text.lines().find(|line| search_key(line).contains(&search_key(sought))).unwrap_or(text);
    let whole: Vec<char> = line.chars().collect();
    let keyed = |end: usize| search_key(&whole.get(..end).unwrap_or_default().iter().collect::<String>());
    let at = (0..whole.len()).find(|end| keyed(*end).contains(&search_key(sought))).unwrap_or(0);
    let from = at.saturating_sub(AROUND);
    let cut: String = whole.iter().skip(from).take(2 * AROUND).collect();
    let (before, behind) = (if from > 0 { "…" } else { "" }, if from + 2 * AROUND < whole.len() { "…" } else { "" });
    format!("{before}{cut}{behind}")
}

fn papers(app: &App, council: &Snapshot) -> Result<Vec<Entry>> {
    let meetings: BTreeMap<MeetingId, &Meeting> = council.meetings.iter().map(|m| (m.id, m)).collect();
    let mut titles = app.store.paper_titles()?;
    titles.sort_by_key(|t| {
        let date = meetings.get(&t.meeting).map(|m| m.date);
        (std::cmp::Reverse((date, t.meeting)), t.number.clone())
    });
    let all = titles.into_iter().filter_map(|paper| {
        let meeting = meetings.get(&paper.meeting)?;
        let body = council.body_name(meeting.body, meeting.year());
        let style = words::brief(council.council.date_style);
        let of = format!("{}　{}", style.fiscal_year(meeting.year()), words::meeting_title(meeting.number, body));
        Some(Entry {
            kind: FoundKind::Paper,
            hit: SearchHit {
                id: paper.id.to_string(),
                title: format!("{}　{}", paper.number, paper.title),
                detail: of.clone(),
                target: Target::meeting(paper.meeting, Some("papers")).with_record(paper.id),
            },
            names: vec![paper.title.clone(), paper.number.to_string()],
            others: paper.file.into_iter().chain([of]).chain(words::year_words(meeting.year())).collect(),
            day: None,
        })
    });
    Ok(all.collect())
}

fn issues(app: &App, council: &Snapshot, on: Day) -> Result<Vec<Entry>> {
    let mut issues = app.store.issues()?;
    issues.sort_by_key(|i| std::cmp::Reverse((i.year, i.number)));
    let all = issues.into_iter().map(|issue| {
        let number = labels::issue_number(&issue);
        let owner = issue.owner.map(|b| council.body_name(b, FiscalYear::of(on)).to_owned()).unwrap_or_default();
        let parts = [issue.field.clone(), issue.stage.label().to_owned(), owner.clone()];
        Entry {
            kind: FoundKind::Issue,
            hit: SearchHit {
                id: issue.id.to_string(),
                title: format!("{number}　{}", issue.title),
                detail: parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　"),
                target: Target::issue(issue.id),
            },
            names: vec![issue.title, number],
            others: vec![issue.gist, issue.field, owner],
            day: None,
        }
    });
    Ok(all.collect())
}

fn organizations(app: &App, council: &Snapshot, on: Day) -> Result<Vec<Entry>> {
    let mut sitting: BTreeMap<OrganizationId, Vec<String>> = BTreeMap::new();
    for person in council.people().filter(|p| p.name.family != ERASED) {
        if let Some(organization) = council.organization_id(person.id, on) {
            sitting.entry(organization).or_default().push(person.name_on(on).full());
        }
    }
    let all = app.store.organizations()?.into_iter().map(|organization| {
        let people = sitting.remove(&organization.id).unwrap_or_default();
        let id = organization.id.to_string();
        Entry {
            kind: FoundKind::Organization,
            hit: SearchHit {
                id: id.clone(),
                title: organization.name_on(on).to_owned(),
                detail: people.join("、"),
                target: Target::new("members", None, Some("organizations")).with_record(id),
            },
            names: organization
                .names
                .into_iter()
                .map(|n| n.name)
                .chain(Some(organization.kana))
                .filter(|n| !n.is_empty())
                .collect(),
            others: Vec::new(),
            day: None,
        }
    });
    Ok(all.collect())
}
