//! Everything that can be printed or exported, in one list: what the window, the
//! command line and the tests ask for, and what comes of it. Reading needs the
//! council; printing, which takes long, does not any more.

mod ask;
mod choices;
mod day;
mod election;
mod issues;
mod kinds;
mod lost;
mod meeting;
mod mending;
mod minutes;
mod notice;
mod papers;
mod people;
mod plans;
mod proposal;
mod ready;
mod rosters;
mod said;
mod scenario;
mod subcommittee;
mod year_plan;

use crate::commands::{day, roster_columns, year};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::letters::LetterFile;
use crate::publication::Edition;
use crate::roster::{self, RosterChoice};
use crate::snapshot::Snapshot;
use crate::text::{self, printing as words};
use crate::{chart, issued};
pub use ask::{AudienceName, DetailName, Document, Format, LabelSheet, OrderName};
use entaku_chart::{Detail, Scene, Sheet};
use entaku_documents::{Audience, Job, PacketOptions, RosterColumn};
use entaku_domain::id::MeetingId;
use entaku_domain::{Day, FiscalYear};
pub use lost::LostCharacter;
pub use meeting::Sources;
pub use papers::RecipientDocument;
pub use plans::PlanPaperName;
pub use ready::{Exported, Finished, PaperPages, Ready};

impl App {
    /// Reads what a document is made of; printing it needs no council any more.
    ///
    /// # Errors
    /// Days and years that cannot be read; unknown bodies, meetings and issues; those of the document.
    pub fn document(&self, ask: &Document) -> Result<Ready> {
        Ok(self.read_document(ask)?.known_as(ask.kind(), ask.audience()))
    }

    fn read_document(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::RelationshipChart { year, a4, detail } => {
                let sheet = sheet(*a4);
                let detail = detail.map_or_else(|| usual_detail(sheet), DetailName::detail);
                self.relationship_document(self.year_or_this(year.as_deref())?, sheet, detail)
            }
            Document::CompositionChart { on, a4, audience } => {
                composition(&self.snapshot()?, self.day_or_today(on.as_deref())?, sheet(*a4), audience.audience())
            }
            Document::PrintPlan { meeting, odd, confirmed } => {
                Ok(self.sources(meeting)?.into_plan(confirmed.unwrap_or_default(), options(*odd)))
            }
            Document::Agenda { meeting, audience, confirmed } => {
                self.sources(meeting)?.agenda(edition(*audience, *confirmed))
            }
            Document::Scenario { meeting, large } => self.scenario_document(meeting, large.unwrap_or_default()),
            Document::Seating { meeting, audience } => Ok(self.sources(meeting)?.seating(audience.audience())),
            Document::Roster { body, on, order, audience, columns, filter } => {
                let choice = RosterChoice {
                    on: self.day_or_today(on.as_deref())?,
                    order: order.unwrap_or_default().order(),
                    audience: audience.audience(),
                    columns: columns.as_deref().map(roster_columns).transpose()?,
                    filter: filter.as_ref().map(|f| f.read(self)).transpose()?.unwrap_or_default(),
                };
                roster_document(&self.snapshot()?, body, &choice)
            }
            other => self.read_papers(other),
        }
    }

    /// Letters, what goes on around people, elections and meetings, and the ledger.
    fn read_papers(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::Letters { letters } => Ok(letters_document(self.letters(&letters.read(self)?)?)),
            Document::LetterSample { wording } => {
                Ok(letters_document(self.letter_sample(&wording.clone().read(self)?)?))
            }
            Document::RosterChanges { .. } | Document::RosterFigures { .. } => self.roster_account(ask),
            Document::NamePlates { .. }
            | Document::TableCards { .. }
            | Document::AddressLabels { .. }
            | Document::Envelopes { .. } => self.people_document(ask),
            Document::Ballots { meeting, title } => self.ballots_document(meeting, title),
            Document::CountSheet { meeting, title } => self.count_sheet_document(meeting, title),
            Document::ElectionRecord { meeting } => self.election_document(meeting),
            Document::OfficerHistory { body } => self.history_document(body),
            Document::YearPlan { .. } => self.year_plan_document(ask),
            Document::ReplyTable { .. }
            | Document::ReminderTable { .. }
            | Document::NeedsTable { .. }
            | Document::ReceptionTable { .. }
            | Document::OpinionsPaper { .. } => self.notice_document(ask),
            Document::IssueTable { .. }
            | Document::IssueCards { .. }
            | Document::IssueFlow { .. }
            | Document::IssueThemes { .. } => self.issue_document(ask),
            Document::IssuedLedger { year } => self.ledger_document(year.as_deref()),
            other if minutes::is_of(other) => self.minutes_documents(other),
            Document::Proposal { .. } | Document::FeedbackOverview { .. } => self.proposal_document(ask),
            Document::ProgressSheet { .. } | Document::SubReport { .. } => self.subcommittee_document(ask),
            other if day::is_of(other) => self.day_document(other),
            Document::PlanPaper { .. } => self.plan_document(ask),
            other => self.papers_document(other),
        }
    }

    fn ledger_document(&self, typed: Option<&str>) -> Result<Ready> {
        let of = typed.map(year).transpose()?;
        let sheet = issued::sheet(&self.snapshot()?, &self.store().issued()?, of, self.today());
        Ok(Ready::table(text::issued::ledger_file(of, self.today()), sheet))
    }

    /// The relationship chart of a year.
    ///
    /// # Errors
    /// Those of the chart.
    pub fn relationship_document(&self, year: FiscalYear, sheet: Sheet, detail: Detail) -> Result<Ready> {
        let input = chart::relationship(&self.snapshot()?, year, sheet, detail, self.pins()?)?;
        let (scene, text) = chart::draw(&input)?;
        let less = scene.detail.is_some_and(|drawn| drawn < detail);
        let ready = drawn(words::relationship_name(year, sheet), scene, text);
        Ok(if less { ready.noticing(words::LESS_DETAIL) } else { ready })
    }

    fn sources(&self, meeting: &str) -> Result<Sources> {
        Sources::load(self, MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))?)
    }

    fn day_or_today(&self, typed: Option<&str>) -> Result<Day> {
        typed.map_or_else(|| Ok(self.today()), |t| day("on", t))
    }

    fn year_or_this(&self, typed: Option<&str>) -> Result<FiscalYear> {
        typed.map_or_else(|| Ok(FiscalYear::of(self.today())), year)
    }
}

fn edition(audience: AudienceName, confirmed: Option<bool>) -> Edition {
    Edition { audience: audience.audience(), confirmed: confirmed.unwrap_or_default() }
}

fn options(odd: Option<bool>) -> PacketOptions {
    PacketOptions { odd_page_start: odd.unwrap_or_default(), ..PacketOptions::default() }
}

/// An A4 sheet has room for the brief one.
fn usual_detail(sheet: Sheet) -> Detail {
    match sheet {
        Sheet::A4 => Detail::Brief,
        Sheet::A3 => Detail::Full,
    }
}

fn composition(council: &Snapshot, on: Day, sheet: Sheet, audience: Audience) -> Result<Ready> {
    let (scene, text) = chart::draw_tree(&chart::composition(council, on, sheet, audience)?)?;
    Ok(drawn(words::composition_name(audience, on, sheet), scene, text))
}

fn drawn(name: String, scene: Scene, text: String) -> Ready {
    let svg = entaku_chart::svg(&scene);
    Ready::of(name, Job::Chart(scene), text).with_svg(svg)
}

fn roster_document(council: &Snapshot, body: &str, choice: &RosterChoice) -> Result<Ready> {
    let body = council.body_on(body, choice.on)?;
    let name = words::roster_name(council.body_name(body.id, FiscalYear::of(choice.on)), choice);
    let document = roster::document(council, body, choice);
    let text = document.text();
    let ready = Ready::of(name, Job::Roster(document), text).with_sheet(roster::sheet(council, body, choice));
    let left_out: Vec<&str> = roster::left_out(choice).into_iter().map(RosterColumn::label).collect();
    Ok(if left_out.is_empty() { ready } else { ready.noticing(&text::labels::columns_left_out(&left_out)) })
}

fn letters_document(file: LetterFile) -> Ready {
    let text = file.letters.text();
    Ready::of(file.name, Job::Letters(file.letters.clone()), text).with_letters(file.letters)
}

fn sheet(a4: Option<bool>) -> Sheet {
    if a4.unwrap_or_default() { Sheet::A4 } else { Sheet::A3 }
}
