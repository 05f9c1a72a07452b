//! The script of a meeting (進行シナリオ), made from its agenda, attendance and papers.

mod scenes;
mod wording;

use crate::council::App;
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::publication::short_names;
use crate::snapshot::Snapshot;
use crate::text::{labels, scenario as words};
use entaku_documents::{Audience, Scenario, ScenarioFact};
use entaku_domain::agenda::AgendaItem;
use entaku_domain::appointment::MemberKind;
use entaku_domain::council::Question;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Meeting, Presence};
use entaku_domain::paper::Paper;
use entaku_domain::person::Person;
use entaku_domain::quorum::Quorum;
use entaku_domain::scenario::ScenarioPart;
pub(crate) use wording::ScenarioWordingRow;

/// What the script is made of.
pub(crate) struct Sources<'a> {
    pub(super) council: &'a Snapshot,
    pub(super) meeting: &'a Meeting,
    pub(super) items: Vec<AgendaItem>,
    pub(super) papers: Vec<Paper>,
    pub(super) there: There,
    pub(super) wordings: Vec<(ScenarioPart, String)>,
    /// 第1回全体会: the meeting that an item was carried over from, or whose minutes it approves.
    pub(super) before: Vec<(entaku_domain::id::AgendaItemId, String)>,
    pub(super) next: Option<&'a Meeting>,
}

/// Who is to come, as far as it is known.
#[derive(Debug, Default)]
pub(super) struct There {
    /// Regular members who sit that day.
    pub(super) members: usize,
    /// How many of them come; none while not everybody's answer is known.
    pub(super) present: Option<usize>,
    /// 髙橋委員, of each who does not come.
    pub(super) absent: Vec<String>,
    /// Of each who comes late.
    pub(super) late: Vec<String>,
    /// Of each who sends somebody, with whom.
    pub(super) proxies: Vec<String>,
    /// Of each who takes part online.
    pub(super) online: Vec<String>,
}

impl App {
    /// The script of a meeting; `large` in a type to be read standing.
    ///
    /// # Errors
    /// An unknown meeting.
    pub(crate) fn scenario(&self, id: MeetingId, large: bool) -> Result<Scenario> {
        let council = self.snapshot()?;
        let meeting = meeting(&council, id)?;
        let items = self.store().agenda(id)?;
        let mut before = Vec::new();
        for item in &items {
            before.extend(self.before(&council, item)?.map(|name| (item.id, name)));
        }
        let own = self.store().scenario_wordings()?;
        let sources = Sources {
            there: self.there(&council, meeting)?,
            papers: self.papers_in_order(id)?,
            wordings: own.into_iter().map(|w| (w.part, w.text)).collect(),
            next: next_of(&council, meeting),
            council: &council,
            meeting,
            items,
            before,
        };
        Ok(Scenario {
            council: council.council.name.clone(),
            meeting: council.meeting_title(meeting),
            date: format!("{}　{}", council.council.date_style.day_with_weekday(meeting.date), labels::hours(meeting))
                .trim_end()
                .to_owned(),
            place: meeting.place.clone(),
            facts: facts(&sources),
            scenes: sources.scenes(),
            notes: vec![words::NOTE.to_owned()],
            large,
        })
    }

    /// The meeting that an item goes on from, or whose minutes it approves.
    fn before(&self, council: &Snapshot, item: &AgendaItem) -> Result<Option<String>> {
        let carried = item.carried_from.map(|id| self.store().agenda_item(id)).transpose()?.flatten();
        let id = item.approves.or(carried.map(|source| source.meeting));
        let found = id.and_then(|id| council.meetings.iter().find(|m| m.id == id));
        Ok(found.map(|m| council.meeting_short(m)))
    }

    fn there(&self, council: &Snapshot, m: &Meeting) -> Result<There> {
        let recorded = self.store().attendance(m.id)?;
        let sittings = council.at_meeting(m);
        let people: Vec<&Person> = sittings.iter().filter_map(|s| s.person).collect();
        let names = short_names(&people, m.date, Audience::Members);
        let mut there = There::default();
        let (mut present, mut complete) = (0, true);
        let seated = sittings.iter().filter_map(|s| Some((s.appointment?, s.person?)));
        for ((appointment, _), name) in seated.zip(names) {
            let taken = recorded.iter().find(|r| r.appointment == appointment.id);
            if appointment.kind == MemberKind::Regular {
                there.members += 1;
                present += usize::from(taken.is_some_and(|t| t.presence.is_there()));
                complete &= taken.is_some();
            }
            there.add(taken.map(|t| t.presence), words::member(&name), taken.and_then(|t| t.proxy.as_deref()));
        }
        there.present = complete.then_some(present);
        Ok(there)
    }
}

impl There {
    fn add(&mut self, presence: Option<Presence>, name: String, proxy: Option<&str>) {
        match presence {
            Some(Presence::Excused | Presence::Absent) => self.absent.push(name),
            Some(Presence::Late) => self.late.push(name),
            Some(Presence::Online) => self.online.push(name),
            Some(Presence::Proxy) => self.proxies.push(words::proxy(&name, proxy)),
            Some(Presence::Present | Presence::LeftEarly) | None => {}
        }
    }
}

impl Sources<'_> {
    /// The office that presides by the rules of the body, and who holds it.
    pub(super) fn chair(&self) -> Option<(&str, String)> {
        let version = self.council.version(self.meeting.body, self.meeting.year())?;
        let title = version.officers.iter().find(|o| o.presides)?.title.as_str();
        let head = self.council.head_of(self.meeting.body, self.meeting.date);
        let name = head.and_then(|o| self.council.name_of(o.person, self.meeting.date)).unwrap_or_default();
        Some((title, name))
    }

    /// V16: the office's rule on the quorum, where it has set one.
    pub(super) fn quorum(&self) -> Option<(Quorum, usize)> {
        let rule = self.council.council.decided(Question::Quorum).and_then(Quorum::read)?;
        Some((rule, rule.needed(self.there.members)))
    }
}

/// The next meeting of the body.
fn next_of<'a>(council: &'a Snapshot, m: &Meeting) -> Option<&'a Meeting> {
    let moment = |o: &Meeting| (o.date, o.start.clone());
    let later = council.meetings_of(m.body).filter(|o| o.state.takes_place() && moment(o) > moment(m));
    later.min_by_key(|o| moment(o))
}

fn facts(sources: &Sources<'_>) -> Vec<ScenarioFact> {
    let fact = |which: &str, text: String| ScenarioFact { label: words::fact(which).to_owned(), text };
    let presider = match sources.chair() {
        Some((title, name)) if name.is_empty() => words::leads_until(title),
        Some((title, name)) => words::leads(title, &name),
        None => words::SECRETARIAT.to_owned(),
    };
    let partly = sources.items.iter().any(|i| i.closed_reason.is_some());
    vec![
        fact("presider", presider),
        fact("attendance", words::coming(sources.there.members, sources.there.present)),
        fact("openness", words::openness(sources.meeting.closed_reason.as_deref(), partly)),
    ]
}
