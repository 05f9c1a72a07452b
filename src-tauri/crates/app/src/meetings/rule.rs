//! How a body numbers its meetings, calls them and writes their agendas.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use entaku_domain::body::Body;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::meeting_rule::{AgendaStyle, MeetingRule};
use entaku_domain::series::{Counting, Series, shared_numbers};
use entaku_domain::term::TermRule;
use entaku_domain::text::check_name;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// How a body meets, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingRulePage {
    /// Handle of the body.
    pub body: String,
    /// How it numbers, a code; none for the council's way.
    pub counting: Option<String>,
    /// The council's way, in Japanese.
    pub usual: String,
    /// The number with which the series begins.
    pub first: u16,
    /// The fiscal year in which it does; none for every period.
    pub since: Option<i32>,
    /// Fiscal years of a term; for a series by term.
    pub years: u8,
    /// What its meetings are called; its name where none.
    pub title: Option<String>,
    /// How the next meeting would be called.
    pub example: String,
    /// Numbers of the main items, a code.
    pub main: String,
    /// Numbers of the third level, a code.
    pub third: String,
    /// The papers of an item, a code.
    pub papers: String,
    /// Whether 協議, 報告 and so on stand before a title.
    pub kinds: bool,
    /// Whether it says who presents.
    pub presenters: bool,
    /// Whether it says when items begin and how long they take.
    pub times: bool,
}

/// How a body shall meet, all of it.
#[derive(Debug, Clone)]
pub struct SetMeetingRule {
    /// Handle or name of the body.
    pub body: String,
    /// How it numbers; none for the council's way.
    pub counting: Option<Counting>,
    /// The number with which the series begins.
    pub first: u16,
    /// The fiscal year in which it does.
    pub since: Option<FiscalYear>,
    /// Fiscal years of a term.
    pub years: u8,
    /// What its meetings are called.
    pub title: Option<String>,
    /// How its agendas are written.
    pub style: AgendaStyle,
}

impl App {
    /// How a body meets.
    ///
    /// # Errors
    /// An unknown body.
    pub fn meeting_rule(&self, body: &str) -> Result<MeetingRulePage> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let rule = council.meeting_rule(body.id);
        let series = rule.and_then(|r| r.series);
        let shown = series.unwrap_or_else(|| suggested(&council, body, self.today()));
        let style = council.agenda_style(body.id);
        Ok(MeetingRulePage {
            body: body.key.clone(),
            counting: series.map(|s| s.counting.code().to_owned()),
            usual: council.council.numbering.label().to_owned(),
            first: shown.first,
            since: shown.since.map(FiscalYear::number),
            years: shown.years,
            title: rule.and_then(|r| r.title.clone()),
            example: self.example(&council, body)?,
            main: style.main.code().to_owned(),
            third: style.third.code().to_owned(),
            papers: style.papers.code().to_owned(),
            kinds: style.kinds,
            presenters: style.presenters,
            times: style.times,
        })
    }

    /// The title of a meeting that would be added today.
    fn example(&self, council: &Snapshot, body: &Body) -> Result<String> {
        let on = self.today();
        let ask = super::AddMeeting { date: on, ..super::AddMeeting::new(body.key.clone()) };
        Ok(council.meeting_title(&super::new_meeting(council, body, &ask)?))
    }

    /// Sets how a body meets (「会議の番号と次第の書き方の設定」). Another way of counting warns
    /// of meetings that then share a number (V14).
    ///
    /// # Errors
    /// An unknown body; [`AppError::Rules`] for its texts, or a series that needs a year.
    pub fn set_meeting_rule(&mut self, ask: &SetMeetingRule) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let title = ask.title.clone().filter(|t| !t.trim().is_empty());
        all_right(title.iter().map(|t| check_name("meeting_word", t)))?;
        let series = ask.counting.map(|counting| Series {
            counting,
            first: ask.first.max(1),
            since: ask.since,
            years: ask.years.clamp(1, 10),
        });
        let anew = |s: Series| s.counting == Counting::PerTerm || (s.counting == Counting::PerYear && s.first > 1);
        if series.is_some_and(|s| anew(s) && s.since.is_none()) {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::SeriesWithoutYear)]));
        }
        let rule = MeetingRule { body: body.id, series, title, style: ask.style };
        let new = series.unwrap_or_else(|| Series::of(council.council.numbering));
        let shared = match new == council.series(body.id) {
            true => 0,
            false => shared_numbers(|b| if b == body.id { new } else { council.series(b) }, &council.meetings),
        };
        let notices = (shared > 0).then_some(Violation::Meeting(MeetingFault::NumbersShared { count: shared }));
        let plain = rule.series.is_none() && rule.title.is_none() && rule.style == AgendaStyle::default();
        let (known, id) = (council.meeting_rule(body.id).is_some(), body.id);
        let subject = council.latest(body.id).map(|v| v.name.clone()).unwrap_or_default();
        self.change(Action::new("set_meeting_rule").about(subject), notices.into_iter().collect(), |tx| match plain {
            true if known => Ok(tx.remove_meeting_rule(id)?),
            true => Ok(()),
            false => Ok(tx.put_meeting_rule(&rule)?),
        })
    }
}

/// The series that would fit, for a body that has none of its own: its term, from the
/// year in which most of the present members began.
fn suggested(council: &Snapshot, body: &Body, on: Day) -> Series {
    let usual = Series::of(council.council.numbering);
    let rule = council.version(body.id, FiscalYear::of(on)).map(|v| v.term_rule);
    let years = match rule {
        Some(TermRule::Years(n) | TermRule::FiscalYears(n)) => n,
        _ => usual.years,
    };
    let mut starts: Vec<FiscalYear> =
        council.sittings(body.id, on).iter().filter_map(|s| s.appointment).map(|a| FiscalYear::of(a.start)).collect();
    starts.sort();
    let most = starts.iter().max_by_key(|y| starts.iter().filter(|o| o == y).count());
    Series { since: most.copied(), years, ..usual }
}
