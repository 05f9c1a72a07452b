//! What there is to choose from when somebody is appointed to a body, elected in
//! it, or a seat is added to it.

use super::{BodyName, body_name, words};
use crate::appointments::last_before;
use crate::council::App;
use crate::error::Result;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_domain::body::{Body, BodyKind, BodyVersion, Verb};
use entaku_domain::meeting::Meeting;
use entaku_domain::office::wants_election;
use entaku_domain::seat::Filler;
use entaku_domain::{Day, FiscalYear};

/// A body with its seats, officers and meetings, to choose from.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BodyChoices {
    /// Handle, name and categories.
    pub body: BodyName,
    /// 委嘱, 選任, 任命.
    pub verb: String,
    /// Whether a member needs a way of selection (V11).
    pub needs_route: bool,
    /// The rule for the end of a term, in words; empty where there is none.
    pub term_rule: String,
    /// Its seats on the day, vacant ones first; none that follow from an office.
    pub seats: Vec<SeatChoice>,
    /// Its officers.
    pub officers: Vec<OfficerChoice>,
    /// Those who sit there on the day.
    pub members: Vec<PersonChoice>,
    /// Its meetings that have been held, latest first.
    pub meetings: Vec<MeetingChoice>,
    /// Its next meeting that is registered and not held yet.
    pub coming: Option<MeetingChoice>,
    /// Meetings of the steering meeting, latest first, where members need a way of selection.
    pub steering: Vec<MeetingChoice>,
    /// Who heads the body on the day.
    pub head: Option<PersonChoice>,
    /// Bodies whose head may fill a seat.
    pub heads_of: Vec<BodyName>,
}

/// A seat to be chosen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SeatChoice {
    /// Its identifier.
    pub seat: String,
    /// Its category's number.
    pub category: Option<u8>,
    /// ⑴ 医療関係者.
    pub category_text: String,
    /// Whom it is for, a code: `regular`, `temporary`, `observer`.
    pub kind: String,
    /// The post, the organisation or the nominator that it expects.
    pub expected: String,
    /// Who sits there; none when vacant.
    pub taken_by: Option<String>,
    /// Until when, ISO.
    pub taken_until: Option<String>,
    /// Whose term is not over, so that a new member replaces them.
    pub replaces: Option<String>,
    /// Who is appointed for a day to come.
    pub next_name: Option<String>,
    /// Their first day, ISO.
    pub next_from: Option<String>,
}

/// An officer to be elected.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OfficerChoice {
    /// 会長.
    pub title: String,
    /// How many.
    pub count: u8,
    /// How chosen, as the rules say.
    pub method: Option<String>,
    /// Whether the rules want an election among the members.
    pub by_election: bool,
    /// Who holds it on the day.
    pub holders: Vec<String>,
}

/// A person to be chosen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PersonChoice {
    /// Their identifier.
    pub id: String,
    /// The name.
    pub name: String,
    /// What tells them apart: the affiliation.
    pub affiliation: String,
}

/// A meeting to be chosen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingChoice {
    /// Its identifier.
    pub id: String,
    /// 令和8年度 第2回 全体会.
    pub title: String,
    /// Its day, ISO.
    pub date: String,
}

impl App {
    /// What there is to choose from in a body on a day.
    ///
    /// # Errors
    /// An unknown body, or one that does not exist on the day.
    pub fn body_choices(&self, body: &str, on: Day) -> Result<BodyChoices> {
        let council = self.snapshot()?;
        let body = council.body_on(body, on)?;
        let year = FiscalYear::of(on);
        let version = council.version(body.id, year);
        let sittings = council.sittings(body.id, on);
        let needs_route = version.is_some_and(|v| v.verb == Verb::Select);
        let steering = council.bodies.iter().find(|b| b.kind == BodyKind::Steering).filter(|_| needs_route);
        let head = council.head_of(body.id, on).and_then(|o| council.person(o.person));
        Ok(BodyChoices {
            body: body_name(&council, body, on),
            verb: version.map(|v| v.verb.label()).unwrap_or_default().to_owned(),
            needs_route,
            term_rule: version
                .and_then(|v| labels::term_rule(v.term_rule, |id| council.body_name(id, year).to_owned()))
                .unwrap_or_default(),
            seats: seats(&council, body, &sittings, on),
            officers: version.map(|v| officers(&council, body, v, on)).unwrap_or_default(),
            members: sittings.iter().filter_map(|s| s.person).map(|p| person_choice(&council, p, on)).collect(),
            meetings: meetings(&council, body, self.today()),
            coming: coming(&council, body, self.today()),
            steering: steering.map(|b| meetings(&council, b, self.today())).unwrap_or_default(),
            head: head.map(|p| person_choice(&council, p, on)),
            heads_of: heads_of(&council, body, on),
        })
    }
}

pub(crate) fn person_choice(council: &Snapshot, p: &entaku_domain::person::Person, on: Day) -> PersonChoice {
    PersonChoice { id: p.id.to_string(), name: p.name_on(on).full(), affiliation: council.affiliation_text(p.id, on) }
}

fn seats(council: &Snapshot, body: &Body, sittings: &[Sitting<'_>], on: Day) -> Vec<SeatChoice> {
    let own = sittings.iter().filter(|s| !matches!(s.seat.filler, Filler::HeadOf(_)));
    let mut choices: Vec<SeatChoice> = own
        .map(|s| (s, words::next(council, s.seat.id, on).unzip()))
        .map(|(s, (next_name, next_from))| SeatChoice {
            seat: s.seat.id.to_string(),
            category: s.seat.category,
            category_text: words::category(council, body.id, s.seat.category, on),
            kind: s.seat.kind.code().to_owned(),
            expected: council.filler_text(s.seat, on),
            taken_by: s.person.map(|p| p.name_on(on).full()),
            taken_until: s.days.and_then(|(_, end)| end).map(|d| d.to_string()),
            replaces: last_before(council, s.seat, on).and_then(|a| council.name_of(a.person, on)),
            next_name,
            next_from,
        })
        .collect();
    choices.sort_by_key(|c| c.taken_by.is_some());
    choices
}

fn officers(council: &Snapshot, body: &Body, version: &BodyVersion, on: Day) -> Vec<OfficerChoice> {
    let holders = |title: &str| {
        let held = council.offices_on(body.id, on).filter(|o| o.title == title);
        held.filter_map(|o| council.name_of(o.person, on)).collect()
    };
    version
        .officers
        .iter()
        .map(|rule| OfficerChoice {
            title: rule.title.clone(),
            count: rule.count,
            method: rule.method.clone(),
            by_election: wants_election(rule.method.as_deref()),
            holders: holders(&rule.title),
        })
        .collect()
}

fn meetings(council: &Snapshot, body: &Body, today: Day) -> Vec<MeetingChoice> {
    let was = |m: &&Meeting| m.is_of(body.id) && m.state.takes_place() && m.date <= today;
    let mut held: Vec<&Meeting> = council.meetings.iter().filter(was).collect();
    held.sort_by_key(|m| std::cmp::Reverse(m.date));
    held.into_iter().map(|m| meeting(council, m)).collect()
}

fn coming(council: &Snapshot, body: &Body, today: Day) -> Option<MeetingChoice> {
    let ahead = |m: &&Meeting| m.is_of(body.id) && m.state.takes_place() && m.date > today;
    council.meetings.iter().filter(ahead).min_by_key(|m| m.date).map(|m| meeting(council, m))
}

fn meeting(council: &Snapshot, m: &Meeting) -> MeetingChoice {
    MeetingChoice { id: m.id.to_string(), title: council.meeting_title(m), date: m.date.to_string() }
}

fn heads_of(council: &Snapshot, body: &Body, on: Day) -> Vec<BodyName> {
    let led =
        council.bodies_in(FiscalYear::of(on)).filter(|(b, v)| b.id != body.id && v.officers.iter().any(|o| o.presides));
    led.map(|(b, _)| body_name(council, b, on)).collect()
}
