//! Minutes as they are printed: for members with the number of each entry, for the public
//! without what must not be public, their outline, and the extract of one decision.

use super::corrections::entry_numbers;
use super::facts::owner;
use super::speakers::{entry_labels, peers};
use super::{MinutesFile, name};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::publication::{Edition, Guard, Withheld, appearance, is_withheld};
use crate::snapshot::Snapshot;
use crate::text::minutes as words;
use entaku_documents::{
    Audience, Minutes as Printed, MinutesDecision, MinutesFact, MinutesLine, MinutesLineKind, MinutesPart, MinutesTask,
};
use entaku_domain::Day;
use entaku_domain::agenda::{AgendaItem, ItemKind, marks};
use entaku_domain::case_guard::find_personal;
use entaku_domain::id::{MeetingId, MinutesEntryId};
use entaku_domain::minutes::{Decision, Entry, EntryKind, Peer, apart};
use entaku_domain::paper::Paper;
use std::collections::BTreeMap;

/// What an edition is made of.
struct Maker<'a> {
    council: &'a Snapshot,
    file: &'a MinutesFile,
    papers: Vec<Paper>,
    audience: Audience,
    withheld: Withheld,
    labels: BTreeMap<MinutesEntryId, String>,
    numbers: BTreeMap<MinutesEntryId, u32>,
}

impl<'a> Maker<'a> {
    fn of(app: &App, council: &'a Snapshot, file: &'a MinutesFile, audience: Audience) -> Result<Self> {
        Ok(Self {
            council,
            file,
            papers: app.papers_in_order(file.meeting.id)?,
            audience,
            withheld: Withheld::from(council, audience),
            labels: entry_labels(council, file, audience),
            numbers: entry_numbers(file),
        })
    }

    fn is_public(&self) -> bool {
        self.audience == Audience::Public
    }

    /// Whether a reason or a title may be told in this edition.
    fn harmless(&self, text: &str) -> bool {
        !self.is_public() || (self.withheld.found_in(text).is_empty() && find_personal(text, &[]).is_empty())
    }

    fn style(&self) -> entaku_domain::era::DateStyle {
        self.council.council.date_style
    }

    fn empty(&self, title: &str) -> Printed {
        let draft = !self.file.is_frozen();
        Printed {
            council: self.council.council.name.clone(),
            meeting: name(self.council, &self.file.meeting),
            title: title.to_owned(),
            mark: if draft { words::DRAFT.to_owned() } else { String::new() },
            audience: self.audience,
            facts: Vec::new(),
            notes: Vec::new(),
            parts: Vec::new(),
            decisions: Vec::new(),
            tasks: Vec::new(),
            foot: Vec::new(),
            signed: Vec::new(),
        }
    }

    /// The ten things that minutes hold, but for the record and what else there is.
    fn facts(&self) -> Vec<MinutesFact> {
        let m = &self.file.meeting;
        let mut facts = vec![
            MinutesFact::new(words::NAME, vec![format!("{}　{}", self.council.council.name, name(self.council, m))]),
            self.when(),
            MinutesFact::new(words::PLACE, vec![words::place(&m.place, m.mode.label(), m.mode)]),
        ];
        let (there, absent) = self.members();
        facts.push(MinutesFact::new(&words::present(there.len()), joined(there)));
        facts.push(MinutesFact::new(&words::absent(absent.len()), joined(absent)));
        facts.push(MinutesFact::new(words::OFFICIALS, or_none(m.secretariat.clone())));
        let observers = words::observers(self.file.observers(), m.closed_reason.is_some());
        facts.push(MinutesFact::new(words::OBSERVERS, vec![observers]));
        facts.push(MinutesFact::new(words::OPENNESS, self.openness()));
        facts.push(MinutesFact::new(words::AGENDA, self.agenda()));
        let open = |p: &&Paper| !self.is_public() || p.closed_reason.is_none();
        let papers = self.papers.iter().filter(open).map(|p| format!("{}　{}", p.number, p.title));
        facts.push(MinutesFact::new(words::PAPERS, or_none(papers.collect())));
        let other: Vec<String> = self.file.minutes.other.lines().map(str::to_owned).collect();
        facts.push(MinutesFact::new(
            words::OTHER,
            if other.is_empty() { vec![words::NOTHING.to_owned()] } else { other },
        ));
        facts
    }

    fn when(&self) -> MinutesFact {
        let m = &self.file.meeting;
        let day = self.style().day_with_weekday(m.date);
        MinutesFact::new(words::WHEN, vec![words::spaced(&day, &crate::text::labels::hours(m))])
    }

    /// Who came and who did not, as the audience may know them.
    fn members(&self) -> (Vec<String>, Vec<String>) {
        let m = &self.file.meeting;
        let (mut there, mut absent) = (Vec::new(), Vec::new());
        let mut sittings = self.council.sittings(m.body, m.date);
        sittings.sort_by_key(|s| self.council.officer_rank(m.body, s, m.date));
        let order: Vec<_> = sittings.iter().filter_map(|s| s.appointment).map(|a| a.id).collect();
        let mut attendance = self.file.attendance.clone();
        let peers = peers(self.council, self.file, self.audience);
        attendance.sort_by_key(|a| order.iter().position(|o| *o == a.appointment).unwrap_or(usize::MAX));
        for a in &attendance {
            let Some(person) = self.council.appointment(a.appointment).and_then(|of| self.council.person(of.person))
            else {
                continue;
            };
            let shown = appearance(self.council, person, m.date, self.audience);
            let title = self.council.office_title(m.body, person.id, m.date);
            let hidden = is_withheld(person, self.audience);
            let proxy = a.proxy.as_deref().filter(|_| !self.is_public());
            let name = person.name_on(m.date);
            let twins: Vec<&Peer> = peers.iter().filter(|p| !hidden && p.name.full() == name.full()).collect();
            let from = apart(&shown.organization, &shown.post, &twins);
            let title = title.filter(|_| !hidden);
            let called = words::attended(&shown, from, title, a.presence, proxy, hidden);
            if a.presence.is_there() || a.presence == entaku_domain::meeting::Presence::Proxy {
                there.push(called);
            } else {
                absent.push(called);
            }
        }
        (there, absent)
    }

    fn openness(&self) -> Vec<String> {
        let m = &self.file.meeting;
        let reason = m.closed_reason.as_deref().filter(|r| self.harmless(r));
        let closed = self.file.agenda.iter().filter(|i| i.closed_reason.is_some()).count();
        let reasons = self.file.agenda.iter().filter_map(|i| i.closed_reason.as_deref()).filter(|r| self.harmless(r));
        words::openness(m.closed_reason.is_some(), reason, closed, &unique(reasons))
    }

    fn agenda(&self) -> Vec<String> {
        let told = self.file.agenda.iter().zip(self.item_numbers());
        let named = told.filter(|(i, _)| speaks_of(i)).map(|(i, number)| self.item_heading(i, &number));
        or_none(named.collect())
    }

    fn item_numbers(&self) -> Vec<String> {
        marks(&self.file.agenda, &self.council.agenda_style(self.file.meeting.body))
    }

    /// 「2　専門部会の報告（非公開）」.
    fn item_heading(&self, item: &AgendaItem, number: &str) -> String {
        let title = if item.closed_reason.is_none() || self.harmless(&item.title) { item.title.as_str() } else { "" };
        words::heading(number, title, item.closed_reason.is_some())
    }

    /// The record, item by item.
    fn parts(&self, numbered: bool) -> Vec<MinutesPart> {
        let whole = self.file.meeting.closed_reason.as_deref().filter(|_| self.is_public());
        if let Some(reason) = whole {
            let closed = words::withheld_meeting(Some(reason).filter(|r| self.harmless(r)));
            return vec![MinutesPart { heading: String::new(), closed, lines: Vec::new() }];
        }
        let before = self.lines(self.file.of_item(None), numbered);
        let opening = MinutesPart { heading: String::new(), closed: String::new(), lines: before };
        let items = self.file.agenda.iter().zip(self.item_numbers()).map(|(item, number)| {
            let reason = item.closed_reason.as_deref().filter(|_| self.is_public());
            MinutesPart {
                heading: self.item_heading(item, &number),
                closed: reason.map(|r| words::withheld_item(Some(r).filter(|r| self.harmless(r)))).unwrap_or_default(),
                lines: match reason {
                    Some(_) => Vec::new(),
                    None => self.lines(self.file.of_item(Some(item.id)), numbered),
                },
            }
        });
        let all = std::iter::once(opening).chain(items);
        all.filter(|p| !(p.heading.is_empty() && p.closed.is_empty() && p.lines.is_empty())).collect()
    }

    /// Entries as lines; what is closed is one line that says so, however much it was.
    fn lines<'e>(&self, entries: impl Iterator<Item = &'e Entry>, numbered: bool) -> Vec<MinutesLine> {
        let mut lines: Vec<MinutesLine> = Vec::new();
        for entry in entries.filter(|e| !e.text.trim().is_empty()) {
            let line = match entry.closed_reason.as_deref().filter(|_| self.is_public()) {
                Some(reason) => withheld(words::withheld_entry(Some(reason).filter(|r| self.harmless(r)))),
                None => self.line(entry, numbered),
            };
            let again = line.kind == MinutesLineKind::Withheld && lines.last() == Some(&line);
            if !again {
                lines.push(line);
            }
        }
        lines
    }

    fn line(&self, entry: &Entry, numbered: bool) -> MinutesLine {
        let label = || self.labels.get(&entry.id).cloned().unwrap_or_default();
        let closed = if entry.closed_reason.is_some() { words::CLOSED_MARK } else { "" };
        let (kind, speaker, behind) = match entry.kind {
            EntryKind::Speech | EntryKind::Explanation => (MinutesLineKind::Speech, label(), closed.to_owned()),
            EntryKind::Note => (MinutesLineKind::Note, String::new(), String::new()),
            EntryKind::Decision => {
                let d = self.decision(entry.id);
                (MinutesLineKind::Decision, words::decision_label(d), d.map(words::decision).unwrap_or_default())
            }
            EntryKind::Task => (MinutesLineKind::Task, words::TASK.to_owned(), self.task_words(entry.id)),
        };
        MinutesLine {
            number: self.numbers.get(&entry.id).copied().filter(|_| numbered),
            kind,
            speaker,
            paragraphs: entry.text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
            behind,
        }
    }

    fn decision(&self, entry: MinutesEntryId) -> Option<&Decision> {
        self.file.decisions.iter().find(|d| d.entry == entry)
    }

    fn task_words(&self, entry: MinutesEntryId) -> String {
        let Some(task) = self.file.tasks.iter().find(|t| t.entry == entry) else { return String::new() };
        let who = self.concealed(&owner(self.council, self.file.meeting.date, task));
        words::task(&who, task.due_on.map(|d| self.style().day(d)).as_deref())
    }

    fn concealed(&self, who: &str) -> String {
        self.withheld.conceal(who, crate::text::labels::MEMBER)
    }

    /// Whether an entry is told to this audience.
    fn tells(&self, entry: &Entry) -> bool {
        let item = entry.item.and_then(|id| self.file.agenda.iter().find(|i| i.id == id));
        let closed = self.file.meeting.closed_reason.is_some()
            || entry.closed_reason.is_some()
            || item.is_some_and(|i| i.closed_reason.is_some());
        !(self.is_public() && closed)
    }

    fn decisions(&self) -> Vec<MinutesDecision> {
        let told = self.file.entries.iter().filter(|e| e.kind == EntryKind::Decision && self.tells(e));
        told.filter(|e| !e.text.trim().is_empty())
            .filter_map(|e| Some((e, self.decision(e.id)?)))
            .map(|(e, d)| MinutesDecision {
                number: d.number.map(words::decision_number).unwrap_or_default(),
                item: self.item_title(e),
                text: e.text.clone(),
                how: words::decision(d),
            })
            .collect()
    }

    fn item_title(&self, entry: &Entry) -> String {
        let item = entry.item.and_then(|id| self.file.agenda.iter().find(|i| i.id == id));
        item.map(|i| i.title.clone()).unwrap_or_default()
    }

    /// Tasks are the council's own business: they are not told to the public.
    fn tasks(&self) -> Vec<MinutesTask> {
        if self.is_public() {
            return Vec::new();
        }
        let tasks = self.file.entries.iter().filter(|e| e.kind == EntryKind::Task && !e.text.trim().is_empty());
        tasks
            .filter_map(|e| Some((e, self.file.tasks.iter().find(|t| t.entry == e.id)?)))
            .map(|(e, t)| MinutesTask {
                what: e.text.clone(),
                who: owner(self.council, self.file.meeting.date, t),
                due: t.due_on.map(|d| self.style().day(d)).unwrap_or_default(),
            })
            .collect()
    }

    fn foot(&self) -> Vec<String> {
        let minutes = &self.file.minutes;
        let at = minutes.approved_at.and_then(|id| self.council.meetings.iter().find(|m| m.id == id));
        let approved = minutes.approved_on.zip(minutes.approved_by).map(|(on, way)| {
            let at = at.map(|m| name(self.council, m));
            words::final_since(&self.style().day(on), way, at.as_deref())
        });
        let asked = minutes.due_on.filter(|_| self.audience == Audience::Members && !self.file.is_frozen());
        approved.into_iter().chain(asked.map(|d| words::ask_until(&self.style().day_with_weekday(d)))).collect()
    }

    fn notes(&self) -> Vec<String> {
        let heading = self.file.minutes.heading.lines().map(str::to_owned);
        heading.chain(self.council.council.notice.clone()).filter(|l| !l.trim().is_empty()).collect()
    }
}

impl App {
    /// The minutes of a meeting for an audience.
    ///
    /// # Errors
    /// An unknown meeting; [`AppError::Personal`] for a public edition in which something may
    /// point at a person.
    pub(crate) fn minutes_document(&self, id: MeetingId, edition: Edition) -> Result<(Printed, Vec<String>)> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let maker = Maker::of(self, &council, &file, edition.audience)?;
        let numbered = edition.audience == Audience::Members && !file.is_frozen();
        let document = Printed {
            facts: maker.facts(),
            notes: maker.notes(),
            parts: maker.parts(numbered),
            decisions: maker.decisions(),
            tasks: maker.tasks(),
            foot: maker.foot(),
            ..maker.empty(words::MINUTES)
        };
        look_at(&council, &document, edition)?;
        let lacks = self.lacks(&council, &file)?.into_iter().map(|lack| lack.text).collect();
        Ok((document, lacks))
    }

    /// The outline of a meeting (会議概要), on one page.
    ///
    /// # Errors
    /// As for [`App::minutes_document`].
    pub(crate) fn minutes_outline(&self, id: MeetingId, edition: Edition) -> Result<Printed> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let maker = Maker::of(self, &council, &file, edition.audience)?;
        let m = &file.meeting;
        let (there, absent) = maker.members();
        let observers = words::observers(file.observers(), m.closed_reason.is_some());
        let facts = vec![
            maker.when(),
            MinutesFact::new(words::PLACE, vec![words::place(&m.place, m.mode.label(), m.mode)]),
            MinutesFact::new(words::ATTENDANCE, vec![words::counted(there.len(), absent.len(), &observers)]),
            MinutesFact::new(words::OPENNESS, maker.openness()),
            MinutesFact::new(words::AGENDA, maker.agenda()),
        ];
        let paragraphs: Vec<String> =
            file.minutes.outline.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
        let line = |text: &String| MinutesLine {
            number: None,
            kind: MinutesLineKind::Note,
            speaker: String::new(),
            paragraphs: vec![text.clone()],
            behind: String::new(),
        };
        let told = !(maker.is_public() && m.closed_reason.is_some());
        let part = MinutesPart {
            heading: words::OUTLINE_PART.to_owned(),
            closed: String::new(),
            lines: paragraphs.iter().filter(|_| told).map(line).collect(),
        };
        let document = Printed {
            facts,
            parts: if part.lines.is_empty() { Vec::new() } else { vec![part] },
            decisions: maker.decisions(),
            foot: vec![words::OUTLINE_NOTE.to_owned()],
            notes: maker.notes(),
            mark: String::new(),
            ..maker.empty(words::OUTLINE)
        };
        look_at(&council, &document, edition)?;
        Ok(document)
    }

    /// The decisions of a meeting's minutes for an audience; none where the minutes have none.
    pub(crate) fn minutes_decisions(&self, id: MeetingId, audience: Audience) -> Result<Option<Vec<MinutesDecision>>> {
        if self.store.decisions_of(id)?.is_empty() {
            return Ok(None);
        }
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        Ok(Some(Maker::of(self, &council, &file, audience)?.decisions()))
    }

    /// The extract of one decision (決定事項の抄録), certified as of a day.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`] for an entry that is no decision.
    pub(crate) fn decision_extract(&self, id: MinutesEntryId, on: Day) -> Result<Printed> {
        let (council, file, entry) = self.entry_in_file(id)?;
        let maker = Maker::of(self, &council, &file, Audience::Members)?;
        let d = maker.decision(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let mut facts = vec![maker.when(), MinutesFact::new(words::PLACE, vec![file.meeting.place.clone()])];
        facts.extend(d.number.map(|n| MinutesFact::new(words::NUMBER, vec![words::decision_number(n)])));
        facts.push(MinutesFact::new(words::ITEM, vec![maker.item_title(&entry)]));
        facts.push(MinutesFact::new(words::HOW, vec![words::decision(d)]));
        let told = |label: &'static str, text: &String| {
            (!text.is_empty()).then(|| MinutesFact::new(label, vec![text.clone()]))
        };
        facts.extend(told(words::LEFT_ROOM, &d.left_room));
        facts.extend(told(words::TOLD_TO, &d.told_to));
        let lines = vec![MinutesLine {
            number: None,
            kind: MinutesLineKind::Note,
            speaker: String::new(),
            behind: String::new(),
            ..maker.line(&entry, false)
        }];
        let part = MinutesPart { heading: words::DECIDED.to_owned(), closed: String::new(), lines };
        let day = maker.style().day(on);
        Ok(Printed {
            facts,
            parts: vec![part],
            foot: vec![words::certified(file.is_frozen())],
            signed: vec![day, council.council.name.clone(), words::by_office(&council.council.secretariat)],
            mark: String::new(),
            audience: Audience::Members,
            ..maker.empty(words::EXTRACT)
        })
    }
}

/// V21: the last look at an edition.
fn look_at(council: &Snapshot, document: &Printed, edition: Edition) -> Result<()> {
    let mut guard = Guard::new(council, edition);
    for fact in &document.facts {
        fact.lines.iter().for_each(|line| guard.names(&fact.label, line));
    }
    for part in &document.parts {
        let place = if part.heading.is_empty() { words::MINUTES } else { part.heading.as_str() };
        guard.everything(place, &part.heading);
        for line in &part.lines {
            guard.names(place, &line.speaker);
            line.paragraphs.iter().for_each(|text| guard.everything(place, text));
            guard.everything(place, &line.behind);
        }
    }
    for decision in &document.decisions {
        guard.everything(words::DECIDED, &decision.text);
        guard.everything(words::DECIDED, &decision.how);
    }
    document.notes.iter().for_each(|line| guard.names(words::MINUTES, line));
    guard.pass()
}

fn withheld(text: String) -> MinutesLine {
    MinutesLine {
        number: None,
        kind: MinutesLineKind::Withheld,
        speaker: String::new(),
        paragraphs: vec![text],
        behind: String::new(),
    }
}

/// Items that are matters: not opening, break and closing.
fn speaks_of(item: &AgendaItem) -> bool {
    !matches!(item.kind, ItemKind::Opening | ItemKind::Recess | ItemKind::Closing)
}

fn or_none(lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { vec![words::NONE.to_owned()] } else { lines }
}

/// Names in one line.
fn joined(names: Vec<String>) -> Vec<String> {
    or_none(if names.is_empty() { names } else { vec![names.join("、")] })
}

fn unique<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}
