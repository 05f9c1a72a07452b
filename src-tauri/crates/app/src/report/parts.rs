//! The parts of the yearly report that the council's records fill.

use crate::issues::Ledger;
use crate::publication::{self, Guard};
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{labels, report as words};
use entaku_documents::{Audience, ListedColumn, ListedPart, ListedRow, ListedTable};
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::issue::{Issue, Stage};
use entaku_domain::meeting::{Attendance, Meeting, Presence};
use entaku_domain::{Day, FiscalYear};

/// A year that is told.
pub(super) struct Year<'a> {
    pub council: &'a Snapshot,
    pub ledger: &'a Ledger,
    pub year: FiscalYear,
    /// The year's last day, or today.
    pub until: Day,
    pub audience: Audience,
}

fn table(heading: &str, columns: &[(&str, u16)], rows: Vec<Vec<String>>, note: &str) -> Vec<ListedPart> {
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
    let rows = rows.into_iter().map(ListedRow::of).collect();
    vec![ListedPart {
        heading: heading.to_owned(),
        rank: 2,
        paragraphs: Vec::new(),
        table: Some(ListedTable { columns, rows, head: 0, row_mm: 0 }),
        note: note.to_owned(),
    }]
}

impl<'a> Year<'a> {
    fn public(&self) -> bool {
        self.audience == Audience::Public
    }

    fn day(&self, on: Day) -> String {
        self.council.council.date_style.day(on)
    }

    /// The bodies with how often they meet and how many sit there.
    pub(super) fn bodies(&self) -> Vec<ListedPart> {
        let row = |(body, version): (&entaku_domain::body::Body, &entaku_domain::body::BodyVersion)| {
            let sit = self.council.sittings(body.id, self.until);
            if sit.is_empty() {
                return None;
            }
            let members = sit.iter().filter(|s| s.person.is_some()).count();
            let frequency = version.frequency.as_ref().map(|f| f.text.clone()).unwrap_or_default();
            Some(vec![version.name.clone(), frequency, words::people(members)])
        };
        let rows = self.council.bodies_in(self.year).filter_map(row).collect();
        table("", &[(words::BODY, 20), (words::FREQUENCY, 24), (words::MEMBERS, 0)], rows, "")
    }

    /// The meetings that were held, by day.
    pub(super) fn meetings(&self) -> Vec<&'a Meeting> {
        let mut all: Vec<&Meeting> =
            self.council.meetings.iter().filter(|m| m.year() == self.year && m.state.is_over()).collect();
        all.sort_by_key(|m| (m.date, m.start.clone()));
        all
    }

    /// A meeting in the table of its body: day, place, how many came, what was on the agenda.
    pub(super) fn add_meeting(
        &self,
        parts: &mut Vec<ListedPart>,
        m: &Meeting,
        agenda: &[AgendaItem],
        attended: &[Attendance],
        guard: &mut Guard,
    ) {
        let name = self.council.body_name(m.body, self.year).to_owned();
        let members = self.council.at_meeting(m).iter().filter(|s| s.person.is_some()).count();
        let came = attended.iter().filter(|a| a.presence.is_there()).count();
        let proxies = attended.iter().filter(|a| a.presence == Presence::Proxy).count();
        let attendance = if attended.is_empty() { String::new() } else { words::attendance(came, members, proxies) };
        let row = ListedRow::of(vec![
            words::number(m.number),
            self.day(m.date),
            m.place.clone(),
            attendance,
            self.titles(m, agenda, guard),
        ]);
        if let Some(part) = parts.iter_mut().find(|p| p.heading == name) {
            if let Some(table) = &mut part.table {
                table.rows.push(row);
            }
            return;
        }
        let columns = [(words::NUMBER, 0), (words::DAY, 0), (words::PLACE, 14), (words::CAME, 0), (words::ITEMS, 30)];
        let columns = columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
        let table = ListedTable { columns, rows: vec![row], head: 0, row_mm: 0 };
        parts.push(ListedPart { heading: name, rank: 2, table: Some(table), ..ListedPart::default() });
    }

    /// What was dealt with, one title a line; in public without what was closed.
    fn titles(&self, m: &Meeting, agenda: &[AgendaItem], guard: &mut Guard) -> String {
        if self.public() && m.closed_reason.is_some() {
            return words::CLOSED.to_owned();
        }
        let told = |i: &&AgendaItem| {
            let formal = matches!(i.kind, ItemKind::Opening | ItemKind::Recess | ItemKind::Closing);
            let withheld = self.public() && i.closed_reason.is_some();
            !formal && !withheld
        };
        let titles: Vec<String> = agenda.iter().filter(told).map(|i| i.title.clone()).collect();
        titles.iter().for_each(|title| guard.everything(words::MEETINGS, title));
        titles.join("\n")
    }

    /// Who sits on each body at the year's end, as each appears for the audience.
    pub(super) fn members(&self) -> Vec<ListedPart> {
        let mut parts = Vec::new();
        for (body, version) in self.council.bodies_in(self.year) {
            let mut sittings = self.council.sittings(body.id, self.until);
            sittings.sort_by_cached_key(|s| self.council.officer_rank(body.id, s, self.until));
            let row = |s: &Sitting<'_>| {
                let person = s.person?;
                let shown = publication::appearance(self.council, person, self.until, self.audience);
                let office = self.council.office_title(body.id, person.id, self.until).unwrap_or_default();
                Some(vec![shown.name, shown.affiliation, office.to_owned()])
            };
            let rows: Vec<_> = sittings.iter().filter_map(row).collect();
            let columns = [(words::NAME, 14), (words::AFFILIATION, 26), (words::OFFICE, 0)];
            parts.extend(table(&version.name, &columns, rows, ""));
        }
        if let Some(last) = parts.last_mut() {
            last.note = words::as_of(&self.day(self.until));
        }
        parts
    }

    /// The issues that were received or went a step in the year, by the stage they reached.
    pub(super) fn issues(&self, guard: &mut Guard) -> Vec<ListedPart> {
        let mut counted: Vec<(Stage, u32)> = Vec::new();
        let mut rows = Vec::new();
        for issue in &self.ledger.issues {
            let steps = self.ledger.steps_of(issue.id);
            let moved = steps.iter().any(|e| self.year.contains(e.on) && e.on <= self.until);
            let received = self.year.contains(issue.received_on) && issue.received_on <= self.until;
            if !moved && !received {
                continue;
            }
            let last = steps.iter().rfind(|e| e.on <= self.until);
            let stage = last.map_or(issue.stage, |e| e.stage);
            match counted.iter_mut().find(|(s, _)| *s == stage) {
                Some((_, n)) => *n += 1,
                None => counted.push((stage, 1)),
            }
            let outcome = last.map(|e| e.text.clone()).unwrap_or_default();
            rows.push(self.issue_row(issue, stage, &outcome, guard));
        }
        counted.sort_by_key(|(stage, _)| Stage::ALL.iter().position(|s| s == stage));
        let summary: Vec<String> = counted.iter().map(|(s, n)| words::stage_count(s.label(), *n)).collect();
        let columns =
            [(words::ISSUE_NUMBER, 0), (words::TITLE, 22), (words::FIELD, 10), (words::STAGE, 0), (words::OUTCOME, 28)];
        table("", &columns, rows, &summary.join("、"))
    }

    fn issue_row(&self, issue: &Issue, stage: Stage, outcome: &str, guard: &mut Guard) -> Vec<String> {
        let number = labels::issue_number(issue);
        let place = labels::issue_place(&number);
        [&issue.title, outcome].iter().for_each(|text| guard.everything(&place, text));
        vec![number, issue.title.clone(), issue.field.clone(), stage.label().to_owned(), outcome.to_owned()]
    }

    /// The proposals that were approved, delivered or answered in the year.
    pub(super) fn proposals(&self, guard: &mut Guard) -> Vec<ListedPart> {
        let in_year = |on: Option<Day>| on.is_some_and(|d| self.year.contains(d) && d <= self.until);
        let mut rows = Vec::new();
        for p in &self.ledger.proposals {
            let approved = p.approved_on;
            if ![approved, p.delivered_on, p.answered_on].into_iter().any(in_year) {
                continue;
            }
            let answer =
                p.answer.clone().filter(|_| p.answered_on.is_some_and(|d| d <= self.until)).unwrap_or_default();
            [&p.title, &answer].iter().for_each(|text| guard.everything(words::PROPOSALS, text));
            let day = |on: Option<Day>| on.filter(|d| *d <= self.until).map(|d| self.day(d)).unwrap_or_default();
            let answered = [day(p.answered_on), answer].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
            rows.push(vec![p.title.clone(), p.addressee.clone(), day(p.delivered_on), answered.join("\n")]);
        }
        let columns = [(words::TITLE, 24), (words::ADDRESSEE, 12), (words::DELIVERED, 0), (words::ANSWER, 26)];
        table("", &columns, rows, "")
    }

    /// What was decided, with the meeting.
    pub(super) fn decisions(&self, rows: &[(&Meeting, String, String)], guard: &mut Guard) -> Vec<ListedPart> {
        let row = |(m, subject, text): &(&Meeting, String, String)| {
            [subject, text].iter().for_each(|t| guard.everything(words::DECISIONS, t));
            let meeting = format!(
                "{}\n{}",
                words::short_meeting(m.number, self.council.body_name(m.body, self.year)),
                self.day(m.date)
            );
            vec![meeting, subject.clone(), text.clone()]
        };
        let rows = rows.iter().map(row).collect();
        table("", &[(words::MEETING, 0), (words::SUBJECT, 18), (words::TEXT, 28)], rows, "")
    }

    /// Items of agendas that are training by their title.
    pub(super) fn training(&self, rows: &[(&Meeting, AgendaItem)], guard: &mut Guard) -> Vec<ListedPart> {
        let is = |(m, i): &&(&Meeting, AgendaItem)| {
            words::is_training(&i.title) && !(self.public() && (i.closed_reason.is_some() || m.closed_reason.is_some()))
        };
        let row = |(m, i): &(&Meeting, AgendaItem)| {
            guard.everything(words::TRAINING, &i.title);
            vec![
                i.title.clone(),
                self.day(m.date),
                words::short_meeting(m.number, self.council.body_name(m.body, self.year)),
            ]
        };
        let rows = rows.iter().filter(is).map(row).collect();
        table("", &[(words::SUBJECT, 30), (words::DAY, 0), (words::MEETING, 18)], rows, "")
    }
}
