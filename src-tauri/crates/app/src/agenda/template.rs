//! Templates of agendas: the office's own or those that the program brings, and what a
//! meeting's agenda is filled with by one.

use super::carry::{approving, going_on, on_issue, previous};
use super::edit::put_in_order;
use super::template_rows::{AgendaPreview, TemplateChoice, TemplateRow, built_in_row, preview_item, template_row};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::agenda as words;
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::agenda_template::{AgendaTemplate, Becomes, Occasion, TemplateItem, TemplateUse, chosen};
use entaku_domain::body::Verb;
use entaku_domain::id::{AgendaItemId, AgendaTemplateId, BodyId, MeetingId};
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::paper::{Paper, PaperClass};
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Tx};
use std::collections::BTreeMap;

/// Which template an agenda is filled by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WhichTemplate {
    /// The one that fits the meeting.
    #[default]
    Fitting,
    /// The one for a use.
    For(TemplateUse),
    /// A certain one of the office's.
    Own(AgendaTemplateId),
}

/// A template to be saved.
#[derive(Debug, Clone)]
pub struct SaveTemplate {
    /// The body; of all where none.
    pub body: Option<String>,
    /// For which meetings.
    pub used_for: TemplateUse,
    /// Its name.
    pub name: String,
    /// Its lines.
    pub items: Vec<TemplateItem>,
}

/// Items that are not on an agenda yet, each with why it is there.
pub(crate) struct Planned {
    name: String,
    used_for: TemplateUse,
    fits: bool,
    items: Vec<(AgendaItem, Becomes)>,
}

impl App {
    /// The templates that a body's agendas are filled by: its own, the office's for all
    /// bodies, and where there is none of these, those that the program brings. Without a
    /// body those for all.
    ///
    /// # Errors
    /// An unknown body.
    pub fn list_templates(&self, body: Option<&str>) -> Result<Vec<TemplateRow>> {
        let council = self.snapshot()?;
        let body = body.map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let own = self.store.agenda_templates()?;
        let mut rows = Vec::new();
        for used_for in TemplateUse::ALL.iter().filter(|u| **u != TemplateUse::Other) {
            rows.push(match found(&own, body, *used_for) {
                Some(template) => template_row(&council, template),
                None => built_in_row(*used_for),
            });
        }
        let other = own.iter().filter(|t| t.used_for == TemplateUse::Other && (t.body.is_none() || t.body == body));
        rows.extend(other.map(|t| template_row(&council, t)));
        Ok(rows)
    }

    /// Saves the office's template (「次第のひな形の変更」); one for the same use of the same
    /// body is replaced, one for other meetings where it has the same name.
    ///
    /// # Errors
    /// An unknown body; [`AppError::Rules`] for its texts.
    pub fn save_template(&mut self, ask: &SaveTemplate) -> Result<Written<AgendaTemplateId>> {
        let council = self.snapshot()?;
        let body = ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        check_template(ask)?;
        let all = self.store.agenda_templates()?;
        let same = |t: &&AgendaTemplate| {
            t.body == body && t.used_for == ask.used_for && (ask.used_for != TemplateUse::Other || t.name == ask.name)
        };
        let old = all.iter().find(same);
        let order = old.map_or_else(|| all.iter().map(|t| t.order).max().unwrap_or(0) + 1, |t| t.order);
        self.change(Action::new("save_agenda_template").about(&ask.name), Vec::new(), |tx| {
            let id = old.map_or_else(|| AgendaTemplateId::new(tx.new_id()), |t| t.id);
            let (name, items) = (ask.name.clone(), ask.items.clone());
            tx.put_agenda_template(&AgendaTemplate { id, body, used_for: ask.used_for, name, items, order })?;
            Ok(id)
        })
    }

    /// Removes the office's template (「次第のひな形の削除」): the one of all bodies, or the
    /// program's, comes in its place.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_template(&mut self, id: AgendaTemplateId) -> Result<Written<()>> {
        let all = self.store.agenda_templates()?;
        let gone = all.iter().find(|t| t.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let action = Action::new("remove_agenda_template").about(&gone.name);
        self.change(action, Vec::new(), |tx| Ok(tx.remove_agenda_template(id)?))
    }

    /// What an agenda would be filled with.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], or a template that there is not.
    pub fn agenda_preview(&self, id: MeetingId, which: WhichTemplate) -> Result<AgendaPreview> {
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        self.preview_of(&council, meeting, which)
    }

    /// What the agenda of a meeting that is to be added would be filled with.
    ///
    /// # Errors
    /// An unknown body, or a template that there is not.
    pub fn new_agenda_preview(&self, body: &str, on: Day, which: WhichTemplate) -> Result<AgendaPreview> {
        let council = self.snapshot()?;
        let body = council.body_on(body, on)?;
        let ask = crate::meetings::AddMeeting { date: on, ..crate::meetings::AddMeeting::new(body.key.clone()) };
        let meeting = crate::meetings::new_meeting(&council, body, &ask)?;
        self.preview_of(&council, &meeting, which)
    }

    fn preview_of(&self, council: &Snapshot, m: &Meeting, which: WhichTemplate) -> Result<AgendaPreview> {
        let planned = self.planned(council, m, which)?;
        let papers = self.store.papers(m.id)?;
        let items: Vec<AgendaItem> = planned.items.iter().map(|(item, _)| item.clone()).collect();
        let marks = entaku_domain::agenda::marks(&items, &council.agenda_style(m.body));
        let rows = planned.items.iter().zip(marks);
        Ok(AgendaPreview {
            reason: if planned.fits { words::template_reason(planned.used_for).to_owned() } else { String::new() },
            used_for: planned.used_for.code().to_owned(),
            items: rows.map(|((item, becomes), number)| preview_item(item, *becomes, number, &papers)).collect(),
            templates: choices(&self.store.agenda_templates()?, m.body),
            name: planned.name,
        })
    }

    /// Fills an empty agenda by a template (「次第のひな形」), all in one change.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for an agenda that has items.
    pub fn fill_agenda(&mut self, id: MeetingId, which: WhichTemplate) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        if !self.store.agenda(id)?.is_empty() {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::AgendaNotEmpty)]));
        }
        let planned = self.planned(&council, meeting, which)?;
        let subject = council.meeting_title(meeting);
        self.change(Action::new("fill_agenda").about(subject), Vec::new(), |tx| planned.write(tx, id))
    }

    /// Puts the items of another meeting onto an empty agenda (「次第の写し」): their words,
    /// not their papers, times or what was left over. The approval of the last minutes
    /// becomes that of this meeting's last one.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for an agenda that has items.
    pub fn copy_agenda(&mut self, id: MeetingId, from: MeetingId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        crate::meetings::page::meeting(&council, from)?;
        if !self.store.agenda(id)?.is_empty() {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::AgendaNotEmpty)]));
        }
        let before = previous(&council, meeting);
        let mut items: Vec<AgendaItem> = self.store.agenda(from)?.iter().map(|item| copied(item, id)).collect();
        for item in items.iter_mut().filter(|i| i.kind == ItemKind::LastMinutes) {
            let Some(before) = before else { continue };
            item.approves = Some(before.id);
            item.title = words::last_minutes(&council.meeting_short(before));
        }
        let items = items.into_iter().map(|item| (item, Becomes::Plain)).collect();
        let planned = Planned { name: String::new(), used_for: TemplateUse::Other, fits: false, items };
        let subject = council.meeting_title(meeting);
        self.change(Action::new("copy_agenda").about(subject), Vec::new(), |tx| planned.write(tx, id))
    }

    /// The items that a template becomes for a meeting, which need not be stored yet.
    pub(crate) fn planned(&self, council: &Snapshot, m: &Meeting, which: WhichTemplate) -> Result<Planned> {
        let own = self.store.agenda_templates()?;
        let fitting = occasion(council, m).fitting();
        let used_for = match which {
            WhichTemplate::Fitting => fitting,
            WhichTemplate::For(used_for) => used_for,
            WhichTemplate::Own(_) => TemplateUse::Other,
        };
        let template = match which {
            WhichTemplate::Own(id) => {
                Some(own.iter().find(|t| t.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?)
            }
            _ => chosen(&own, m.body, used_for),
        };
        let lines = template.map_or_else(|| words::built_in(used_for), |t| t.items.clone());
        let standing = chosen(&own, m.body, TemplateUse::Standing).map(|t| t.items.clone()).unwrap_or_default();
        let papers = self.store.papers(m.id)?;
        let source = Source { app: self, council, meeting: m, papers: &papers, standing: &standing };
        let mut items = Vec::new();
        for line in &lines {
            items.extend(source.items(line)?.into_iter().map(|item| (item, line.becomes)));
        }
        let name = template.map_or_else(|| words::built_in_name(used_for), |t| t.name.clone());
        Ok(Planned { name, used_for, fits: which == WhichTemplate::Fitting, items })
    }
}

impl Planned {
    /// Writes the items onto the empty agenda of a meeting.
    pub(crate) fn write(self, tx: &mut Tx<'_>, meeting: MeetingId) -> Result<()> {
        let mut items = Vec::new();
        for (item, _) in self.items {
            items.push(AgendaItem { id: AgendaItemId::new(tx.new_id()), meeting, ..item });
        }
        put_in_order(tx, items)
    }
}

/// What the lines of a template become.
struct Source<'a> {
    app: &'a App,
    council: &'a Snapshot,
    meeting: &'a Meeting,
    papers: &'a [Paper],
    standing: &'a [TemplateItem],
}

impl Source<'_> {
    fn items(&self, line: &TemplateItem) -> Result<Vec<AgendaItem>> {
        let version = self.council.version(self.meeting.body, self.meeting.year());
        Ok(match line.becomes {
            Becomes::Plain => vec![self.item(line, line.title.clone())],
            Becomes::Letters => {
                let commissions = version.is_some_and(|v| v.verb == Verb::Commission);
                commissions.then(|| self.item(line, line.title.clone())).into_iter().collect()
            }
            Becomes::Elections => {
                let vacant = vacant_offices(self.council, self.meeting);
                let title = line.about(&vacant.join("・"));
                (!vacant.is_empty()).then(|| self.item(line, title)).into_iter().collect()
            }
            Becomes::LastMinutes => {
                let before = self.app.minutes_waiting(self.council, self.meeting)?;
                before.map(|b| self.last_minutes(line, b)).into_iter().collect()
            }
            Becomes::LeftOver => {
                let waiting = self.app.waiting(self.council, self.meeting)?;
                let issues = self.app.returning(self.council, self.meeting)?;
                let back = issues.iter().map(|issue| on_issue(blank(), self.meeting.id, issue));
                let back = back.map(|item| AgendaItem { level: line.level, ..item });
                waiting.iter().map(|left| self.going_on(line, left)).chain(back).collect()
            }
            Becomes::Standing => {
                let plain = self.standing.iter().map(|s| TemplateItem { level: line.level, ..s.clone() });
                plain.map(|s| self.item(&s, s.title.clone())).collect()
            }
            Becomes::Papers => {
                let sent = self.papers.iter().filter(|p| p.class == PaperClass::Sent);
                sent.map(|p| AgendaItem { papers: vec![p.id], ..self.item(line, line.about(&p.title)) }).collect()
            }
            Becomes::Subcommittees => {
                let year = self.meeting.year();
                let named = self.council.subcommittees(year).filter(|b| b.id != self.meeting.body);
                named.map(|b| self.item(line, line.about(self.council.body_name(b.id, year)))).collect()
            }
        })
    }

    fn item(&self, line: &TemplateItem, title: String) -> AgendaItem {
        AgendaItem {
            presenter: line.presenter.clone(),
            minutes: line.minutes,
            closed_reason: line.closed_reason.clone(),
            level: line.level,
            mark: line.mark.clone(),
            ..AgendaItem::new(blank(), self.meeting.id, line.kind, title)
        }
    }

    fn last_minutes(&self, line: &TemplateItem, before: &Meeting) -> AgendaItem {
        let name = self.council.meeting_short(before);
        let approving = approving(blank(), self.meeting.id, before, &name);
        AgendaItem { approves: approving.approves, ..self.item(line, line.about(&name)) }
    }

    fn going_on(&self, line: &TemplateItem, left: &AgendaItem) -> AgendaItem {
        AgendaItem { level: line.level, ..going_on(blank(), self.meeting.id, left) }
    }
}

fn blank() -> AgendaItemId {
    AgendaItemId::new(uuid::Uuid::nil())
}

/// The offices of the rules that nobody holds on the day of a meeting.
pub(crate) fn vacant_offices(council: &Snapshot, m: &Meeting) -> Vec<String> {
    let version = council.version(m.body, m.year());
    let held = |title: &str| council.offices_on(m.body, m.date).any(|o| o.title == title);
    let officers = version.map(|v| v.officers.as_slice()).unwrap_or_default();
    officers.iter().map(|o| o.title.clone()).filter(|t| !held(t)).collect()
}

/// What kind of meeting it is: the first of the present members' term, the last of the year's plan.
fn occasion(council: &Snapshot, m: &Meeting) -> Occasion {
    let version = council.version(m.body, m.year());
    let began = term_began(council, m);
    let since = |from: Day| {
        council.meetings_of(m.body).any(|o| o.id != m.id && o.state.takes_place() && o.date >= from && o.date < m.date)
    };
    let chairs = version.is_some_and(|v| v.officers.iter().any(|o| o.presides));
    let unled = chairs && council.head_of(m.body, m.date).is_none();
    let fresh = |from: Day| if chairs { unled } else { FiscalYear::of(from) == m.year() };
    let planned = version.and_then(|v| v.frequency.as_ref()).and_then(|f| f.per_year);
    let counted = council.meetings_of(m.body).filter(|o| o.id != m.id && o.year() == m.year() && o.is_counted());
    let before = counted.filter(|o| o.date <= m.date).count();
    Occasion {
        first_of_term: began.is_some_and(|from| fresh(from) && !since(from)),
        last_of_year: planned.is_some_and(|n| n > 1 && before + 1 == usize::from(n)),
    }
}

/// The day on which most of those began who sit on the body that day.
fn term_began(council: &Snapshot, m: &Meeting) -> Option<Day> {
    let mut starts: BTreeMap<Day, usize> = BTreeMap::new();
    for appointment in council.sittings(m.body, m.date).iter().filter_map(|s| s.appointment) {
        *starts.entry(appointment.start).or_default() += 1;
    }
    starts.into_iter().max_by_key(|(day, count)| (*count, *day)).map(|(day, _)| day)
}

fn found(own: &[AgendaTemplate], body: Option<BodyId>, used_for: TemplateUse) -> Option<&AgendaTemplate> {
    match body {
        Some(body) => chosen(own, body, used_for),
        None => own.iter().find(|t| t.body.is_none() && t.used_for == used_for),
    }
}

/// An item without what belongs to its meeting alone.
fn copied(item: &AgendaItem, meeting: MeetingId) -> AgendaItem {
    AgendaItem {
        presenter: item.presenter.clone(),
        minutes: item.minutes,
        closed_reason: item.closed_reason.clone(),
        level: item.level,
        mark: item.mark.clone(),
        issue: item.issue,
        ..AgendaItem::new(blank(), meeting, item.kind, item.title.clone())
    }
}

fn check_template(ask: &SaveTemplate) -> Result<()> {
    let mut checks = vec![check_name("template_name", &ask.name)];
    for line in &ask.items {
        checks.push(check_name("title", &line.title));
        checks.extend(line.presenter.iter().map(|text| check_note("presenter", text)));
        checks.extend(line.closed_reason.iter().map(|text| check_name("closed_reason", text)));
        checks.extend(line.mark.iter().map(|text| check_note("mark", text)));
    }
    all_right(checks)
}

fn choices(own: &[AgendaTemplate], body: BodyId) -> Vec<TemplateChoice> {
    let uses = [TemplateUse::Ordinary, TemplateUse::FirstOfTerm, TemplateUse::LastOfYear];
    let usual = uses.map(|used_for| TemplateChoice {
        template: used_for.code().to_owned(),
        name: chosen(own, body, used_for).map_or_else(|| words::built_in_name(used_for), |t| t.name.clone()),
    });
    let other = own.iter().filter(|t| t.used_for == TemplateUse::Other && t.body.is_none_or(|b| b == body));
    let other = other.map(|t| TemplateChoice { template: t.id.to_string(), name: t.name.clone() });
    usual.into_iter().chain(other).collect()
}
