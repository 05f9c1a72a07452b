//! The plan of a year as it leaves the office: on paper, as a table, for calendar programs.
//! Members and public get the meetings and the milestones that are not internal; what is
//! due around a meeting is for the secretariat alone.

use super::tasks::tasks;
use super::{events, meets, month};
use crate::council::App;
use crate::error::Result;
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{labels, year_plan as words};
use chrono::NaiveTime;
use entaku_documents::{Audience, CalendarEntry, CalendarFile, Standing, When, YearBody, YearEntry, YearPlan as Paper};
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::era::weekday;
use entaku_domain::id::{MeetingId, MilestoneId};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::milestone::Milestone;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, DateStyle as SheetDates, Kind, Page, Sheet};
use std::collections::BTreeMap;

/// What is to leave.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    /// The year.
    pub(crate) year: FiscalYear,
    /// For whom.
    pub(crate) edition: Edition,
    /// A3 instead of A4.
    pub(crate) a3: bool,
    /// With what is due around the meetings; only for the secretariat.
    pub(crate) tasks: bool,
}

/// The plan of a year in all its forms.
pub(crate) struct YearFiles {
    /// To be printed.
    pub(crate) paper: Paper,
    /// The same and more as a table.
    pub(crate) sheet: Sheet,
    /// For calendar programs.
    pub(crate) ics: String,
}

impl App {
    /// The plan of a year in all its forms.
    ///
    /// # Errors
    /// Those of the store; [`crate::AppError::Personal`] for words that may point at a
    /// person in the public edition (V21).
    pub(crate) fn year_files(&self, choice: Choice) -> Result<YearFiles> {
        let council = self.snapshot()?;
        let plan = Plan { council: &council, choice, today: self.today() };
        plan.pass()?;
        let moved = self.store.times_moved()?;
        let changed = self.store.milestones_changed()?;
        let removed = self.store.removed_meetings(choice.year)?;
        let entries = plan.calendar(&removed, &moved, &changed);
        let name = format!("{}　{}", council.council.name, words::year_title(&council.council, choice.year));
        Ok(YearFiles {
            paper: plan.paper(),
            sheet: plan.sheet(),
            ics: CalendarFile { name, made_at: self.now(), entries }.text(),
        })
    }
}

struct Plan<'a> {
    council: &'a Snapshot,
    choice: Choice,
    today: Day,
}

impl<'a> Plan<'a> {
    fn internal(&self) -> bool {
        self.choice.edition.audience == Audience::Internal
    }

    fn bodies(&self) -> Vec<(&'a Body, &'a BodyVersion)> {
        let year = self.choice.year;
        self.council.bodies_in(year).filter(|(b, v)| meets(self.council, b, v, year)).collect()
    }

    fn meetings(&self) -> Vec<&'a Meeting> {
        let year = self.choice.year;
        let mut all: Vec<&Meeting> = self.council.meetings.iter().filter(|m| m.year() == year).collect();
        all.sort_by_key(|m| (m.date, m.start.clone(), m.id));
        all
    }

    fn milestones(&self) -> impl Iterator<Item = &'a Milestone> {
        let (year, internal) = (self.choice.year, self.internal());
        self.council.milestones.iter().filter(move |m| m.touches(year) && (internal || !m.internal))
    }

    /// V21: what the office wrote itself is looked at before it goes public.
    fn pass(&self) -> Result<()> {
        let mut guard = Guard::new(self.council, self.choice.edition);
        for m in self.milestones() {
            [&m.title, &m.note].into_iter().for_each(|text| guard.names(&m.title, text));
        }
        for m in self.meetings() {
            guard.names(&self.name(m), &m.place);
        }
        guard.pass()
    }

    fn name(&self, m: &Meeting) -> String {
        self.council.meeting_short(m)
    }

    fn paper(&self) -> Paper {
        let (year, council) = (self.choice.year, &self.council.council);
        let bodies = self.bodies();
        let mut entries: Vec<(Day, bool, YearEntry)> =
            self.meetings().into_iter().flat_map(|m| self.of_meeting(m, &bodies)).collect();
        entries.extend(self.milestones().map(|m| self.of_milestone(m)));
        entries.extend(self.others());
        entries.sort_by_key(|(day, meets, _)| (*day, *meets));
        let entries: Vec<YearEntry> = entries.into_iter().map(|(_, _, entry)| entry).collect();
        Paper {
            council: council.name.clone(),
            title: words::year_title(council, year),
            as_of: labels::as_of(council, self.today),
            audience: self.choice.edition.audience,
            a3: self.choice.a3,
            months: (0..12).map(|at| words::month((at + 3) % 12 + 1)).collect(),
            bodies: bodies
                .iter()
                .map(|(_, v)| YearBody {
                    name: v.name.clone(),
                    note: v.frequency.as_ref().map(|f| f.text.clone()).unwrap_or_default(),
                })
                .collect(),
            left: Paper::balanced(&entries),
            entries,
            footers: [Some(words::MAY_CHANGE.to_owned()), council.notice.clone()].into_iter().flatten().collect(),
        }
    }

    /// A joint meeting stands with each of its bodies, with its number there.
    fn of_meeting(&self, m: &Meeting, bodies: &[(&Body, &BodyVersion)]) -> Vec<(Day, bool, YearEntry)> {
        let at = bodies.iter().enumerate().filter(|(_, (b, _))| m.is_of(b.id));
        at.map(|(at, (body, _))| {
            let entry = YearEntry {
                month: usize::try_from(month(m.date)).unwrap_or_default(),
                body: Some(at),
                day: words::day_in_month(m.date),
                said: words::month_day(m.date),
                what: m.number_in(body.id).map(words::number).unwrap_or_default(),
                time: words::hours(m.start.as_deref(), m.end.as_deref()),
                place: m.place.clone(),
                mark: mark(m).to_owned(),
            };
            (m.date, true, entry)
        })
        .collect()
    }

    fn of_milestone(&self, m: &Milestone) -> (Day, bool, YearEntry) {
        let from = m.from.max(self.choice.year.first_day());
        let entry = YearEntry {
            month: usize::try_from(month(from)).unwrap_or_default(),
            day: match m.to {
                Some(to) => words::days(from, to),
                None => words::day_in_month(from),
            },
            said: m.to.map_or_else(|| words::month_day(from), |to| words::from_to(from, to)),
            what: m.title.clone(),
            mark: if m.internal { words::INTERNAL.to_owned() } else { String::new() },
            ..YearEntry::default()
        };
        (from, false, entry)
    }

    /// What the records say of the year besides: for the secretariat alone.
    fn others(&self) -> Vec<(Day, bool, YearEntry)> {
        if !self.internal() {
            return Vec::new();
        }
        let all = events::events(self.council, self.choice.year).into_iter().filter(|e| e.milestone.is_none());
        all.filter_map(|event| {
            let day: Day = event.date.parse().ok()?;
            let entry = YearEntry {
                month: usize::try_from(event.month).unwrap_or_default(),
                day: words::day_in_month(day),
                said: words::month_day(day),
                what: event.title,
                mark: words::INTERNAL.to_owned(),
                ..YearEntry::default()
            };
            Some((day, false, entry))
        })
        .collect()
    }

    fn sheet(&self) -> Sheet {
        let (year, council) = (self.choice.year, &self.council.council);
        let mut rows: Vec<(Day, Vec<Cell>)> =
            self.meetings().into_iter().map(|m| (m.date, self.meeting_row(m))).collect();
        rows.extend(self.milestones().map(|m| (m.from, self.milestone_row(m))));
        if self.internal() && self.choice.tasks {
            rows.extend(tasks(self.council, year, self.today).into_iter().filter_map(|task| {
                let on: Day = task.on.parse().ok()?;
                let cells =
                    [words::TASK, "", "", &words::task_for(&task.label, &task.about), "", "", "", "", &task.reason];
                Some((on, dated(cells, on)))
            }));
        }
        rows.sort_by_key(|(day, _)| *day);
        let widths = [10, 18, 6, 34, 16, 28, 16, 10, 40];
        let kinds = [
            Kind::Mark,
            Kind::Date,
            Kind::Mark,
            Kind::Text,
            Kind::Mark,
            Kind::Text,
            Kind::Text,
            Kind::Mark,
            Kind::Text,
        ];
        let columns = words::SHEET_COLUMNS.iter().zip(widths).zip(kinds);
        Sheet {
            name: words::YEAR_PLAN.to_owned(),
            title: vec![
                format!("{}　{}", council.name, words::year_title(council, year)),
                labels::as_of(council, self.today),
            ],
            columns: columns.map(|((name, width), kind)| Column { name: (*name).to_owned(), width, kind }).collect(),
            rows: rows.into_iter().map(|(_, cells)| cells).collect(),
            page: Page::Landscape,
            footer: council.notice.clone().unwrap_or_default(),
            dates: SheetDates::Era,
            author: council.secretariat.clone(),
            made_on: self.today,
        }
    }

    fn meeting_row(&self, m: &Meeting) -> Vec<Cell> {
        let open = if m.closed_reason.is_some() { words::CLOSED } else { words::OPEN };
        let state = if self.internal() || !m.state.takes_place() { m.state.label() } else { "" };
        let (name, hours) = (self.name(m), words::hours(m.start.as_deref(), m.end.as_deref()));
        dated([words::MEETING, "", "", &name, &hours, &m.place, m.mode.label(), open, state], m.date)
    }

    fn milestone_row(&self, m: &Milestone) -> Vec<Cell> {
        let until = m.to.map(words::until).unwrap_or_default();
        let mark = if m.internal { words::INTERNAL } else { "" };
        let note = if self.internal() { m.note.as_str() } else { "" };
        let said = [until.as_str(), note].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("　");
        dated([words::MILESTONE, "", "", &m.title, "", "", "", mark, &said], m.from)
    }

    /// Meetings that were removed stand there as called off: programs that have read an
    /// earlier file would keep them.
    fn calendar(
        &self,
        removed: &[Meeting],
        moved: &BTreeMap<MeetingId, u32>,
        changed: &BTreeMap<MilestoneId, u32>,
    ) -> Vec<CalendarEntry> {
        let times = |id: MeetingId| moved.get(&id).copied().unwrap_or_default();
        let mut all: Vec<CalendarEntry> =
            self.meetings().into_iter().map(|m| self.meeting_entry(m, times(m.id))).collect();
        let off = |m: &Meeting| Meeting { state: MeetingState::Cancelled, place: String::new(), ..m.clone() };
        all.extend(removed.iter().map(|m| self.meeting_entry(&off(m), times(m.id))));
        all.extend(self.milestones().map(|m| self.milestone_entry(m, changed.get(&m.id).copied().unwrap_or_default())));
        if self.internal() && self.choice.tasks {
            let open = tasks(self.council, self.choice.year, self.today).into_iter().filter(|t| t.state != "done");
            all.extend(open.filter_map(|task| {
                let on: Day = task.on.parse().ok()?;
                let sequence = MeetingId::parse(&task.meeting).map(times).unwrap_or_default();
                Some(CalendarEntry {
                    uid: uid(&format!("{}-{}", task.meeting, task.task)),
                    sequence,
                    standing: Standing::Confirmed,
                    when: When::Days { from: on, to: on },
                    summary: words::task_for(&task.label, &task.about),
                    location: String::new(),
                    description: task.reason,
                    category: words::TASK.to_owned(),
                })
            }));
        }
        all
    }

    fn meeting_entry(&self, m: &Meeting, sequence: u32) -> CalendarEntry {
        let time = |text: &Option<String>| NaiveTime::parse_from_str(text.as_deref()?, "%H:%M").ok();
        let when = match time(&m.start) {
            Some(start) => When::Hours { on: m.date, start, end: time(&m.end) },
            None => When::Days { from: m.date, to: m.date },
        };
        let standing = match m.state {
            MeetingState::Cancelled | MeetingState::Postponed => Standing::Cancelled,
            MeetingState::Draft => Standing::Tentative,
            _ => Standing::Confirmed,
        };
        let closed = m.closed_reason.as_ref().map(|_| words::CLOSED);
        let said = [Some(self.council.council.name.as_str()), Some(m.mode.label()), closed];
        CalendarEntry {
            uid: uid(&m.id.to_string()),
            sequence,
            standing,
            when,
            summary: if m.state.takes_place() { self.name(m) } else { words::off(mark(m), &self.name(m)) },
            location: m.place.clone(),
            description: said.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            category: words::MEETING.to_owned(),
        }
    }

    fn milestone_entry(&self, m: &Milestone, sequence: u32) -> CalendarEntry {
        CalendarEntry {
            uid: uid(&m.id.to_string()),
            sequence,
            standing: Standing::Confirmed,
            when: When::Days { from: m.from, to: m.last() },
            summary: m.title.clone(),
            location: String::new(),
            description: if self.internal() { m.note.clone() } else { String::new() },
            category: words::MILESTONE.to_owned(),
        }
    }
}

/// The cells of a row, with its day in the second and third.
fn dated(cells: [&str; 9], on: Day) -> Vec<Cell> {
    let mut row: Vec<Cell> = cells.into_iter().map(Cell::from).collect();
    for (at, cell) in [(1, Cell::Date(on)), (2, Cell::from(weekday(on)))] {
        if let Some(here) = row.get_mut(at) {
            *here = cell;
        }
    }
    row
}

/// 中止, 延期, 非公開.
fn mark(m: &Meeting) -> &'static str {
    match (m.state, &m.closed_reason) {
        (MeetingState::Cancelled, _) => MeetingState::Cancelled.label(),
        (MeetingState::Postponed, _) => words::PUT_OFF,
        (_, Some(_)) => words::CLOSED,
        _ => "",
    }
}

/// The same for the same record in every file.
fn uid(id: &str) -> String {
    format!("{id}@entaku")
}
