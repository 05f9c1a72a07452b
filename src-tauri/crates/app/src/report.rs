//! The yearly activity report (活動報告書): the bodies with their meetings, members at the
//! year's end, issues and proposals and what became of them, decisions, training, and the
//! office's own words.

mod parts;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::publication::{Edition, Guard};
use crate::text::report as words;
use entaku_documents::{Audience, ListedPaper, ListedPart};
use entaku_domain::meeting::Meeting;
use entaku_domain::text::check_text;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;
use parts::Year;
use std::collections::BTreeMap;

/// A place in the report for the office's own words.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ReportPlace {
    /// A code.
    pub place: String,
    /// Its heading.
    pub label: String,
    /// The office's words; empty where it has written none.
    pub text: String,
    /// Whether the council's records stand there, too.
    pub records: bool,
}

impl App {
    /// The places of a year's report, each with the office's own words.
    ///
    /// # Errors
    /// Those of the store.
    pub fn report_texts(&self, year: FiscalYear) -> Result<Vec<ReportPlace>> {
        let written: BTreeMap<String, String> = self.store.report_texts(year)?.into_iter().collect();
        let row = |(place, label, records): &(&str, &str, bool)| ReportPlace {
            place: (*place).to_owned(),
            label: (*label).to_owned(),
            text: written.get(*place).cloned().unwrap_or_default(),
            records: *records,
        };
        Ok(words::PLACES.iter().map(row).collect())
    }

    /// Writes the office's own words at a place; empty takes them away (「活動報告書の文章の変更」).
    ///
    /// # Errors
    /// [`AppError::BadRequest`] for another place; [`AppError::Rules`] for the text.
    pub fn set_report_text(&mut self, year: FiscalYear, place: &str, text: &str) -> Result<Written<()>> {
        let known = words::PLACES.iter().find(|(code, ..)| *code == place);
        let (place, label, _) = known.ok_or_else(|| AppError::BadRequest(format!("no place {place}")))?;
        crate::people::all_right([check_text("text", text)])?;
        let style = self.snapshot()?.council.date_style;
        let subject = format!("{}　{label}", style.fiscal_year(year));
        let action = Action::new("set_report_text").about(subject);
        self.change(action, Vec::new(), |tx| Ok(tx.put_report_text(year, place, text)?))
    }

    /// The report of a year.
    ///
    /// # Errors
    /// [`AppError::NothingInYear`]; [`AppError::Personal`] when a public edition holds what may
    /// point at a person and nobody has looked twice (V21).
    pub fn activity_report(&self, year: FiscalYear, edition: Edition) -> Result<ListedPaper> {
        let council = self.snapshot()?;
        if council.bodies_in(year).next().is_none() {
            return Err(AppError::NothingInYear(year.number()));
        }
        let ledger = Ledger::load(&self.store)?;
        // A year that still runs is told as of today.
        let until: Day = year.last_day().min(self.today()).max(year.first_day());
        let told = Year { council: &council, ledger: &ledger, year, until, audience: edition.audience };
        let written: BTreeMap<String, String> = self.store.report_texts(year)?.into_iter().collect();
        let mut guard = Guard::new(&council, edition);
        let mut parts: Vec<ListedPart> = Vec::new();
        for (place, label, _) in words::PLACES {
            let own = written.get(place).map(String::as_str).unwrap_or_default();
            guard.names(label, own);
            let mut found = self.report_part(&told, place, &mut guard)?;
            let own: Vec<String> =
                own.split('\n').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect();
            if own.is_empty() && found.is_empty() {
                continue;
            }
            let head = ListedPart { heading: label.to_owned(), rank: 1, paragraphs: own, ..ListedPart::default() };
            parts.push(head);
            parts.append(&mut found);
        }
        guard.pass()?;
        let style = council.council.date_style;
        let still = (until < year.last_day()).then(|| words::so_far(&style.day(until)));
        let lines = still.into_iter().chain([council.council.secretariat.clone()]).filter(|l| !l.is_empty()).collect();
        Ok(ListedPaper {
            lines,
            parts,
            footers: council.council.notice.iter().cloned().collect(),
            ..ListedPaper::new(&council.council.name, &words::title(&style.fiscal_year(year)), edition.audience)
        })
    }

    /// What a meeting decided, each with its subject: by its minutes where they have decisions,
    /// else by what is recorded of the meeting.
    fn decided(&self, m: &Meeting, audience: Audience) -> Result<Vec<(String, String)>> {
        if let Some(decisions) = self.minutes_decisions(m.id, audience)? {
            return Ok(decisions.into_iter().map(|d| (d.item, words::decided(&d.text, &d.how))).collect());
        }
        let recorded = self.meeting_record(m.id)?.decisions;
        Ok(recorded.into_iter().map(|d| (d.subject, d.text)).collect())
    }

    /// What the records say at a place.
    fn report_part(&self, told: &Year<'_>, place: &str, guard: &mut Guard) -> Result<Vec<ListedPart>> {
        Ok(match place {
            "bodies" => told.bodies(),
            "meetings" => {
                let held = self.turnout(&crate::turnout::TurnoutAsk {
                    from: told.year.first_day(),
                    to: told.year.last_day(),
                    body: None,
                })?;
                let mut parts: Vec<ListedPart> = crate::turnout::paper::held_part(&held.held)
                    .map(|p| ListedPart { heading: String::new(), rank: 2, ..p })
                    .into_iter()
                    .collect();
                for meeting in told.meetings() {
                    let (agenda, attended) = (self.store.agenda(meeting.id)?, self.store.attendance(meeting.id)?);
                    told.add_meeting(&mut parts, meeting, &agenda, &attended, guard);
                }
                parts
            }
            "members" => told.members(),
            "issues" => told.issues(guard),
            "proposals" => told.proposals(guard),
            "decisions" => {
                let mut rows = Vec::new();
                for meeting in told.meetings() {
                    // What a closed meeting decided is not public.
                    if told.audience == Audience::Public && meeting.closed_reason.is_some() {
                        continue;
                    }
                    rows.extend(
                        self.decided(meeting, told.audience)?.into_iter().map(|(what, text)| (meeting, what, text)),
                    );
                }
                told.decisions(&rows, guard)
            }
            "training" => {
                let mut rows = Vec::new();
                for meeting in told.meetings() {
                    rows.extend(self.store.agenda(meeting.id)?.into_iter().map(|item| (meeting, item)));
                }
                told.training(&rows, guard)
            }
            _ => Vec::new(),
        })
    }
}
