//! The quorum through a meeting (定足数の推移, V16).

use super::ItemTime;
use super::register::Register;
use crate::council::App;
use crate::error::Result;
use crate::meetings::list::count;
use crate::publication;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::day as words;
use entaku_documents::Audience;
use entaku_domain::appointment::MemberKind;
use entaku_domain::council::Question;
use entaku_domain::id::BodyId;
use entaku_domain::meeting::{Meeting, Presence};
use entaku_domain::person::Person;
use entaku_domain::quorum::Quorum;
use entaku_domain::quorum_course::{QuorumRule, Turn, course, falls};

/// A moment at which somebody comes or goes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct QuorumTurn {
    /// HH:MM; none for the opening.
    pub at: Option<String>,
    /// Members of whom it is counted.
    pub members: u32,
    /// Members there from then on.
    pub present: u32,
    /// How many it takes.
    pub needed: u32,
    /// Whether the quorum is met from then on.
    pub met: bool,
    /// Who came and went, in a sentence.
    pub text: String,
    /// What is read aloud at that moment.
    pub sentence: String,
}

/// The quorum of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct QuorumPage {
    /// The rule; none where the office has set none, and then nothing else is said.
    pub rule: Option<super::rules::QuorumRuleRow>,
    /// What is read aloud at the opening; none before anything is recorded.
    pub sentence: Option<String>,
    /// Who announced to stay away or to come later, read aloud after it.
    pub announced: Option<String>,
    /// From the opening on.
    pub turns: Vec<QuorumTurn>,
    /// When it fell short and through whom, in sentences.
    pub falls: Vec<String>,
}

/// A member who counts, for the course.
pub(crate) struct Counting {
    /// 髙橋（恵）.
    pub short: String,
    /// The appointment.
    pub appointment: entaku_domain::id::AppointmentId,
}

impl App {
    /// The rule of a body's quorum: its own, else what the council's answer names.
    ///
    /// # Errors
    /// Those of the store.
    pub fn quorum_rule(&self, council: &Snapshot, body: BodyId) -> Result<Option<QuorumRule>> {
        let own = self.store.body_quorums()?.into_iter().find(|q| q.body == body).map(|q| q.rule);
        let answer = || council.council.decided(Question::Quorum).and_then(Quorum::read).map(QuorumRule::from);
        Ok(own.or_else(answer))
    }

    /// The quorum of a meeting.
    pub(crate) fn quorum_page(&self, council: &Snapshot, m: &Meeting, items: &[ItemTime]) -> Result<QuorumPage> {
        let none = QuorumPage { rule: None, sentence: None, announced: None, turns: Vec::new(), falls: Vec::new() };
        let Some(rule) = self.quorum_rule(council, m.body)? else { return Ok(none) };
        let register = self.register(m.id, items)?;
        let counting = counting(council, m);
        let shown = super::rules::row(council, m.body, rule, m.year());
        if !counting.iter().any(|c| register.of(c.appointment).is_some()) {
            return Ok(QuorumPage { rule: Some(shown), ..none });
        }
        let turns = turns(rule, &counting, &register);
        let named = |which: &[usize]| names(&counting, which);
        let with = |presence: Presence| {
            let is = |c: &&Counting| register.of(c.appointment).is_some_and(|a| a.presence == presence);
            counting.iter().filter(is).map(|c| c.short.clone()).collect::<Vec<_>>()
        };
        Ok(QuorumPage {
            rule: Some(shown),
            sentence: turns.first().map(|t| words::sentence(rule, &t.standing)),
            announced: words::announced(&with(Presence::Excused), &with(Presence::Late)),
            falls: falls(&turns).map(|t| words::fall(t.at, &named(&t.gone), &t.standing)).collect(),
            turns: turns.iter().map(|t| turn_row(rule, &counting, t)).collect(),
        })
    }
}

/// The members who count for the quorum: regular ones who sit that day (V15).
pub(crate) fn counting(council: &Snapshot, m: &Meeting) -> Vec<Counting> {
    let mut sittings = council.at_meeting(m);
    sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
    let regular = |s: &Sitting<'_>| s.appointment.is_some_and(|a| a.kind == MemberKind::Regular) && s.person.is_some();
    sittings.retain(regular);
    let people: Vec<&Person> = sittings.iter().filter_map(|s| s.person).collect();
    let short = publication::short_names(&people, m.date, Audience::Internal);
    let of = |(s, short): (&Sitting<'_>, String)| Some(Counting { short, appointment: s.appointment?.id });
    sittings.iter().zip(short).filter_map(of).collect()
}

/// The course of the quorum.
pub(crate) fn turns(rule: QuorumRule, counting: &[Counting], register: &Register) -> Vec<Turn> {
    course(rule, &counting.iter().map(|c| register.stay(c.appointment)).collect::<Vec<_>>())
}

fn names(counting: &[Counting], which: &[usize]) -> Vec<String> {
    which.iter().filter_map(|at| counting.get(*at)).map(|c| c.short.clone()).collect()
}

fn turn_row(rule: QuorumRule, counting: &[Counting], turn: &Turn) -> QuorumTurn {
    let standing = &turn.standing;
    QuorumTurn {
        at: turn.at.map(|t| t.to_string()),
        members: count(standing.members),
        present: count(standing.present),
        needed: count(standing.needed),
        met: standing.met(),
        text: words::turn(turn.at, &names(counting, &turn.came), &names(counting, &turn.gone), standing),
        sentence: words::sentence(rule, standing),
    }
}
