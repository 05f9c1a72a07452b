//! The paper of a proposal (提言書): whom it goes to, what it says and on what it rests, with
//! the members as of the plenary's day.

use crate::council::App;
use crate::error::Result;
use crate::issues::Ledger;
use crate::publication::{self, Edition, Guard};
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{labels, letters, proposals as words};
use entaku_documents::{ListedColumn, ListedPart, ListedRow, ListedTable, ProposalPaper};
use entaku_domain::body::BodyKind;
use entaku_domain::era::DateStyle;
use entaku_domain::id::{BodyId, MeetingId, PersonId, ProposalId};
use entaku_domain::meeting::Meeting;
use entaku_domain::proposal::{DeliveredBy, Proposal};
use entaku_domain::{Day, FiscalYear};

impl App {
    /// The paper of a proposal, for an audience.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownRecord`]; [`crate::AppError::Personal`] when a public edition
    /// holds what may point at a person and nobody has looked twice (V21).
    pub fn proposal_paper(&self, id: ProposalId, edition: Edition) -> Result<ProposalPaper> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let proposal = self.proposal(id)?;
        let maker = Maker { council: &council, ledger: &ledger, p: &proposal, today: self.today() };
        let mut guard = Guard::new(&council, edition);
        let paper = maker.paper(edition);
        let place = subject_of(&proposal);
        let cells = |part: &ListedPart| part.table.iter().flat_map(|t| &t.rows).flat_map(|r| r.cells.clone()).collect();
        for part in paper.parts.iter().filter(|p| p.heading != words::MEMBERS) {
            let cells: Vec<String> = cells(part);
            part.paragraphs.iter().chain(&cells).chain([&part.heading]).for_each(|t| guard.everything(&place, t));
        }
        paper.lead.iter().chain([&paper.title]).for_each(|t| guard.everything(&place, t));
        guard.pass()?;
        Ok(paper)
    }
}

fn subject_of(p: &Proposal) -> String {
    labels::proposal_number(p)
}

/// Who speaks for the council on a day: the first office of the plenary that is held then.
pub(crate) fn head_of_council(council: &Snapshot, on: Day) -> Option<(String, PersonId)> {
    let plenary = council.bodies.iter().find(|b| b.kind == BodyKind::Plenary)?;
    let version = council.version(plenary.id, FiscalYear::of(on))?;
    let held: Vec<_> = council.offices_on(plenary.id, on).collect();
    let first = version.officers.iter().find_map(|o| held.iter().find(|h| h.title == o.title)).or(held.first())?;
    Some((first.title.clone(), first.person))
}

/// To whom a proposal goes, line by line, and the last line with the title: 鎌倉市長　様.
pub(crate) fn addressed(council: &Snapshot, p: &Proposal, on: Day) -> (Vec<String>, String) {
    if let Some(to) = p.addressed_to.and_then(|o| council.organization_addressee(o, on)) {
        let above = [to.organization.clone(), to.post.clone()];
        let named = !to.name.is_empty();
        let above = above.into_iter().filter(|t| named && !t.is_empty()).collect();
        return (above, to.line());
    }
    let name = words::full_addressee(&council.council.municipality, &p.addressee);
    (Vec::new(), letters::addressed(&name, words::addressee_title(&p.addressee)))
}

struct Maker<'a> {
    council: &'a Snapshot,
    ledger: &'a Ledger,
    p: &'a Proposal,
    today: Day,
}

impl Maker<'_> {
    const fn style(&self) -> DateStyle {
        self.council.council.date_style
    }

    fn meeting(&self, id: Option<MeetingId>) -> Option<&Meeting> {
        self.council.meetings.iter().find(|m| Some(m.id) == id)
    }

    /// The day as of which members are listed: the plenary's, else today.
    fn as_of(&self) -> Day {
        let expected = || self.meeting(self.p.expected_at).map(|m| m.date);
        self.p.approved_on.or_else(expected).unwrap_or(self.today)
    }

    fn paper(&self, edition: Edition) -> ProposalPaper {
        let (style, p) = (self.style(), self.p);
        let (mut to, name) = addressed(self.council, p, p.delivered_on.unwrap_or(self.today));
        to.push(name);
        let signed_on = p.delivered_on.unwrap_or_else(|| self.as_of());
        let head = head_of_council(self.council, signed_on).and_then(|(title, id)| {
            let person = self.council.person(id)?;
            let shown = publication::appearance(self.council, person, signed_on, edition.audience);
            Some(words::signed(&title, &shown.name))
        });
        let from = std::iter::once(self.council.council.name.clone());
        let date = match (p.delivered_on, p.approved_on) {
            (Some(on), _) => style.day(on),
            (None, Some(_)) => words::DATE_OPEN.to_owned(),
            (None, None) => words::DRAFT.to_owned(),
        };
        ProposalPaper {
            council: self.council.council.name.clone(),
            number: words::numbered(style, p.year, &labels::proposal_number(p)),
            date,
            to,
            from: from.chain(head).collect(),
            title: p.title.clone(),
            lead: vec![self.lead()],
            parts: self.parts(edition),
            audience: edition.audience,
            footers: self.council.council.notice.iter().cloned().collect(),
        }
    }

    /// By which plenary it was approved, and that it is proposed.
    fn lead(&self) -> String {
        let (style, council) = (self.style(), &self.council.council.name);
        let approved = self.meeting(self.p.approved_at).map(|m| (self.council.meeting_title(m), m.date));
        match (approved, self.p.approved_on) {
            (Some((title, on)), _) => words::lead(council, &style.day(on), &title, self.p.kind),
            (None, Some(on)) => words::lead_by_day(council, &style.day(on), self.p.kind),
            (None, None) => words::lead_of_draft(council, self.p.kind),
        }
    }

    fn parts(&self, edition: Edition) -> Vec<ListedPart> {
        // A part that nobody has written leaves no heading without words.
        let written = self.p.parts.iter().filter(|part| !part.text.trim().is_empty());
        let own = written.map(|part| ListedPart {
            heading: part.title().to_owned(),
            rank: 1,
            paragraphs: part.text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
            ..ListedPart::default()
        });
        let grounds = self.figures().into_iter().chain(self.issues()).chain(self.meetings());
        own.chain(grounds).chain(self.members(edition)).chain(self.afterwards()).collect()
    }

    fn figures(&self) -> Option<ListedPart> {
        let row = |f: &entaku_domain::proposal::Figure| vec![f.label.clone(), f.value.clone(), f.source.clone()];
        let rows = self.p.figures.iter().map(row).collect();
        table(words::FIGURES, &[(words::FIGURE, 24), (words::VALUE, 12), (words::SOURCE, 22)], rows)
    }

    fn issues(&self) -> Option<ListedPart> {
        let style = self.style();
        let found = self.p.issues.iter().filter_map(|id| self.ledger.issues.iter().find(|i| i.id == *id));
        let row = |i: &entaku_domain::issue::Issue| {
            vec![labels::issue_number(i), i.title.clone(), i.field.clone(), style.day(i.received_on)]
        };
        let columns = [(words::NUMBER, 0), (words::ISSUE, 30), (words::FIELD, 14), (words::RECEIVED, 0)];
        table(words::ISSUES, &columns, found.map(row).collect()).map(|mut part| {
            if let Some(table) = &mut part.table {
                table.head = 1;
            }
            part
        })
    }

    /// The meetings that dealt with it, and the plenary, by day.
    fn meetings(&self) -> Option<ListedPart> {
        let ids = self.p.meetings.iter().copied().chain(self.p.approved_at);
        let mut found: Vec<&Meeting> = Vec::new();
        for meeting in ids.filter_map(|id| self.meeting(Some(id))) {
            if !found.iter().any(|m| m.id == meeting.id) {
                found.push(meeting);
            }
        }
        found.sort_by_key(|m| (m.date, m.start.clone()));
        let row = |m: &&Meeting| {
            let approved = Some(m.id) == self.p.approved_at;
            let what = if approved { words::APPROVED } else { words::DISCUSSED };
            vec![self.council.meeting_title(m), self.style().day(m.date), what.to_owned()]
        };
        let rows = found.iter().map(row).collect();
        table(words::MEETINGS, &[(words::MEETING, 30), (words::DAY, 0), (words::WHAT, 0)], rows)
    }

    /// What happened after it was handed over, once it was answered or something came of it.
    fn afterwards(&self) -> Option<ListedPart> {
        let (style, p) = (self.style(), self.p);
        if p.answered_on.is_none() && p.outcome_on.is_none() {
            return None;
        }
        let row = |what: &str, on: Option<Day>, text: String| Some(vec![what.to_owned(), style.day(on?), text]);
        let how = p.delivered_how.map(DeliveredBy::label).unwrap_or_default().to_owned();
        let rows = [
            row(words::DELIVERED, p.delivered_on, how),
            row(words::ANSWER, p.answered_on, p.answer.clone().unwrap_or_default()),
            row(words::OUTCOME, p.outcome_on, super::outcome_words(self.council, p)),
        ];
        let columns = [(words::STEP, 0), (words::ON, 0), (words::CONTENT, 36)];
        table(words::AFTERWARDS, &columns, rows.into_iter().flatten().collect())
    }

    /// The plenary's members, as each appears for the audience.
    fn members(&self, edition: Edition) -> Option<ListedPart> {
        let on = self.as_of();
        let body = self.plenary()?;
        let mut sittings = self.council.sittings(body, on);
        sittings.sort_by_cached_key(|s| self.council.officer_rank(body, s, on));
        let row = |s: &Sitting<'_>| {
            let person = s.person?;
            let shown = publication::appearance(self.council, person, on, edition.audience);
            let office = self.council.office_title(body, person.id, on).unwrap_or_default();
            Some(vec![shown.name, shown.affiliation, office.to_owned()])
        };
        let rows = sittings.iter().filter_map(row).collect();
        let columns = [(words::NAME, 14), (words::AFFILIATION, 28), (words::OFFICE, 0)];
        let mut part = table(words::MEMBERS, &columns, rows)?;
        part.note = words::as_of(&self.style().day(on));
        Some(part)
    }

    fn plenary(&self) -> Option<BodyId> {
        let approved = self.meeting(self.p.approved_at).map(|m| m.body);
        approved.or_else(|| self.council.bodies.iter().find(|b| b.kind == BodyKind::Plenary).map(|b| b.id))
    }
}

/// A part that is a table alone; none where it would be empty.
pub(crate) fn table(heading: &str, columns: &[(&str, u16)], rows: Vec<Vec<String>>) -> Option<ListedPart> {
    if rows.is_empty() {
        return None;
    }
    let columns = columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
    let rows = rows.into_iter().map(ListedRow::of).collect();
    let table = Some(ListedTable { columns, rows, head: 0, row_mm: 0 });
    Some(ListedPart { heading: heading.to_owned(), rank: 1, table, ..ListedPart::default() })
}
