//! Filling seats step by step (推薦・委嘱の手順): which steps a seat has, when each is
//! due, what is late on a day, what comes next and why. The reappointment round
//! (改選) at the end of terms and a vacancy in mid-term (欠員の補充) go the same way.
//!
//! Due days are a default of practice, counted back from the first day of the new
//! term; where the office is closed, it is the open day before (V24). The office may
//! set each of them itself.

use crate::Day;
use crate::calendar::OfficeCalendar;
use crate::seat::Filler;
use crate::selection::Nomination;
use crate::violation::Severity;
use chrono::TimeDelta;

coded! {
    /// A step of filling a seat, in order (委嘱までの手順).
    Step {
        Ask = "ask", "推薦依頼";
        Reply = "reply", "推薦書";
        Consent = "consent", "就任承諾";
        Decide = "decide", "決裁";
        Letter = "letter", "委嘱状";
        Roster = "roster", "名簿";
    }
}

coded! {
    /// Which way a seat is filled (席の埋め方).
    Way {
        /// An organisation nominates, the person consents:
        Nominated = "nominated", "団体の推薦";
        /// Nobody nominates:
        Direct = "direct", "本人に依頼";
        /// The organisation itself sits and names whom it sends:
        Sent = "sent", "団体が送る人";
        /// Whoever holds a post:
        Post = "post", "充て職";
    }
}

/// When a step is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepDue {
    /// The day.
    pub on: Day,
    /// Days from the first day of the term from which it was counted; none where the office set it.
    pub counted: Option<i64>,
}

/// A step whose day is past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// The step.
    pub step: Step,
    /// When it was due.
    pub due: Day,
    /// How many days ago, at least 1.
    pub days: i64,
}

/// What comes next for a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A step is to be done and its day recorded.
    Step(Step),
    /// Somebody is to be named: no later step has a meaning without.
    Person,
    /// Everything is there: the appointment is to be recorded (委嘱する).
    Appoint,
    /// Nothing: it is through.
    Nothing,
}

/// Where a seat stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What comes next.
    pub next: Next,
    /// When that is due.
    pub due: Option<StepDue>,
    /// The last step that was done before it, which is why it is its turn.
    pub after: Option<(Step, Day)>,
    /// What is late, the oldest first.
    pub late: Vec<Late>,
}

impl Step {
    /// Days from the first day of the new term; negative before it.
    pub const fn days(self) -> i64 {
        match self {
            Self::Ask => -90,
            Self::Reply => -60,
            Self::Consent => -40,
            Self::Decide => -14,
            Self::Letter => 0,
            Self::Roster => 14,
        }
    }
}

impl Way {
    /// How a seat is filled; none for a derived one, which follows an election (V9).
    /// `asks` says whether there is an organisation to ask.
    pub fn of(filler: Filler, asks: bool) -> Option<Self> {
        match filler {
            Filler::Person if asks => Some(Self::Nominated),
            Filler::Person => Some(Self::Direct),
            Filler::Organization(_) => Some(Self::Sent),
            Filler::Post(_) => Some(Self::Post),
            Filler::HeadOf(_) => None,
        }
    }

    /// Its steps, in order.
    pub const fn steps(self) -> &'static [Step] {
        use Step as S;
        match self {
            Self::Nominated => &[S::Ask, S::Reply, S::Consent, S::Decide, S::Letter, S::Roster],
            Self::Direct => &[S::Consent, S::Decide, S::Letter, S::Roster],
            Self::Sent => &[S::Ask, S::Reply, S::Decide, S::Letter, S::Roster],
            Self::Post => &[S::Decide, S::Letter, S::Roster],
        }
    }
}

impl Nomination {
    /// First day of the new term: as set, else the day after the round's.
    pub fn start(&self) -> Option<Day> {
        self.start_on.or_else(|| self.round_on?.succ_opt())
    }

    /// When a step was done.
    pub fn done_on(&self, step: Step) -> Option<Day> {
        match step {
            Step::Ask => self.asked_on,
            Step::Reply => self.replied_on,
            Step::Consent => self.consented_on,
            Step::Decide => self.decided_on,
            Step::Letter => self.letter_on,
            Step::Roster => self.roster_on,
        }
    }

    /// Records when a step was done; none takes it back.
    pub fn set_done(&mut self, step: Step, day: Option<Day>) {
        *match step {
            Step::Ask => &mut self.asked_on,
            Step::Reply => &mut self.replied_on,
            Step::Consent => &mut self.consented_on,
            Step::Decide => &mut self.decided_on,
            Step::Letter => &mut self.letter_on,
            Step::Roster => &mut self.roster_on,
        } = day;
    }

    /// Sets when a step is due; none counts it again.
    pub fn set_due(&mut self, step: Step, day: Option<Day>) {
        *match step {
            Step::Ask => &mut self.dues.ask,
            Step::Reply => &mut self.due_on,
            Step::Consent => &mut self.dues.consent,
            Step::Decide => &mut self.dues.decide,
            Step::Letter => &mut self.dues.letter,
            Step::Roster => &mut self.dues.roster,
        } = day;
    }

    /// When a step is due: as the office set it, else counted from the first day of the new term.
    pub fn due(&self, step: Step, calendar: &OfficeCalendar) -> Option<StepDue> {
        let set = match step {
            Step::Ask => self.dues.ask,
            Step::Reply => self.due_on,
            Step::Consent => self.dues.consent,
            Step::Decide => self.dues.decide,
            Step::Letter => self.dues.letter,
            Step::Roster => self.dues.roster,
        };
        set.map(|on| StepDue { on, counted: None }).or_else(|| counted(step, self.start()?, calendar))
    }

    /// Whether a step needs no doing any more: it is done, the answer makes asking
    /// pointless, the appointment everything before it.
    pub fn is_past(&self, step: Step, way: Way, appointed: bool) -> bool {
        let done = |step: &Step| self.done_on(*step).is_some();
        let before_appointing = step < Step::Letter;
        let skippable = step < Step::Consent;
        self.done_on(step).is_some()
            || (before_appointing && appointed)
            || (skippable && way.steps().iter().any(|s| *s > step && *s < Step::Letter && done(s)))
    }

    /// What comes next. `appointed` says whether the new term is recorded, by this
    /// nomination or by hand.
    pub fn next(&self, way: Way, appointed: bool) -> Next {
        match self.open(way, appointed).next() {
            None => Next::Nothing,
            Some(step) if step > Step::Reply && !appointed && self.person.is_none() => Next::Person,
            Some(step) if step > Step::Decide && !appointed => Next::Appoint,
            Some(step) => Next::Step(step),
        }
    }

    /// The steps that are still to be done, in order.
    fn open(&self, way: Way, appointed: bool) -> impl Iterator<Item = Step> {
        way.steps().iter().copied().filter(move |s| !self.is_past(*s, way, appointed))
    }

    /// Where it stands on a day, by the office's calendar.
    pub fn standing(&self, way: Way, appointed: bool, on: Day, calendar: &OfficeCalendar) -> Standing {
        let late = |step: Step| {
            let due = self.due(step, calendar)?.on;
            (due < on).then(|| Late { step, due, days: (on - due).num_days() })
        };
        let mut late: Vec<Late> = self.open(way, appointed).filter_map(late).collect();
        late.sort_by_key(|l| (l.due, l.step));
        let first = self.open(way, appointed).next();
        let before = way.steps().iter().rev().filter(|s| first.is_none_or(|f| **s < f));
        let after = before.filter_map(|s| Some((*s, self.done_on(*s)?))).next();
        let due = first.and_then(|s| self.due(s, calendar));
        Standing { next: self.next(way, appointed), due, after, late }
    }

    /// Steps whose day is before that of an earlier step: most likely a slip.
    pub fn out_of_order(&self, way: Way) -> Vec<(Step, Step)> {
        let done: Vec<(Step, Day)> = way.steps().iter().filter_map(|s| Some((*s, self.done_on(*s)?))).collect();
        let pairs = done.iter().zip(done.iter().skip(1));
        pairs.filter(|((_, a), (_, b))| b < a).map(|((a, _), (b, _))| (*a, *b)).collect()
    }

    /// What is missing before the appointment may be recorded.
    pub fn lacks(&self, way: Way) -> Vec<RoundFault> {
        let person = self.person.is_none().then_some(RoundFault::NobodyNamed);
        let needed = [Step::Consent, Step::Decide].into_iter().filter(|s| way.steps().contains(s));
        let undone = needed.filter(|s| self.done_on(*s).is_none()).map(|step| RoundFault::StepMissing { step });
        person.into_iter().chain(undone).collect()
    }
}

/// The default for a step of a term that starts on a day.
fn counted(step: Step, start: Day, calendar: &OfficeCalendar) -> Option<StepDue> {
    let day = start.checked_add_signed(TimeDelta::days(step.days()))?;
    Some(StepDue { on: calendar.open_by(day), counted: Some(step.days()) })
}

/// What forbids a deed in the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundFault {
    /// Nobody is named for the seat.
    NobodyNamed,
    /// A step that must be done before the appointment has no day.
    StepMissing {
        /** The step. */
        step: Step,
    },
    /// No seat of the choice has this step.
    NotAStep {
        /** The step. */
        step: Step,
    },
    /// The new term is recorded already.
    Appointed {
        /** Its first day. */
        from: Day,
    },
    /// Nobody sits there who could be named again.
    NobodyToRename,
    /// The first day of the new term is not settled.
    NoStart,
    /// The seat follows from an office (V9).
    Derived,
    /// Another end of terms than the seat's members have.
    NotInRound {
        /** The round's day. */
        on: Day,
    },
}

impl RoundFault {
    /// Its weight.
    pub const fn severity(self) -> Severity {
        Severity::Error
    }

    /// The rule that it comes from.
    pub const fn rule(self) -> Option<&'static str> {
        match self {
            Self::Derived => Some("V9"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
