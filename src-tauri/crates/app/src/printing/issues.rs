//! What is printed of issues: the table, the history sheets, the flow of a year, themes.

use super::{Ready, edition};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::issues::{self, Ledger};
use crate::printing::Document;
use crate::publication::Edition;
use crate::snapshot::Snapshot;
use crate::text::printing as words;
use entaku_documents::{Audience, IssueTable, Job};
use entaku_domain::id::IssueId;
use entaku_domain::{Day, FiscalYear};

impl App {
    pub(super) fn issue_document(&self, ask: &Document) -> Result<Ready> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(self.store())?);
        match ask {
            Document::IssueTable { on, a4, audience, confirmed, filter } => {
                let on = self.day_or_today(on.as_deref())?;
                let filter = filter.clone().map(|f| f.read()).transpose()?;
                let table = issues::table_of(&council, &ledger, on, edition(*audience, *confirmed), filter.as_ref())?;
                Ok(issue_table(&council, IssueTable { a3: !a4.unwrap_or_default(), ..table }, on))
            }
            Document::IssueCards { issues, on, audience, confirmed } => {
                let named: Vec<IssueId> = issues.iter().flatten().map(|id| issue(id)).collect::<Result<_>>()?;
                let on = self.day_or_today(on.as_deref())?;
                let ledger = ledger.with_papers(self.store())?;
                issue_cards(&council, &ledger, &named, on, edition(*audience, *confirmed))
            }
            Document::IssueFlow { year, a4, audience } => {
                let a3 = !a4.unwrap_or_default();
                self.flow_document(&council, &ledger, self.year_or_this(year.as_deref())?, a3, audience.audience())
            }
            Document::IssueThemes { on, audience, confirmed } => {
                let (on, edition) = (self.day_or_today(on.as_deref())?, edition(*audience, *confirmed));
                let paper = issues::themes_paper(&council, &ledger, on, edition)?;
                let text = paper.text();
                Ok(Ready::of(words::issue_themes_name(edition.audience, on), Job::Listed(paper), text))
            }
            _ => Err(AppError::BadRequest("no document of issues".to_owned())),
        }
    }

    fn flow_document(
        &self,
        council: &Snapshot,
        ledger: &Ledger,
        year: FiscalYear,
        a3: bool,
        audience: Audience,
    ) -> Result<Ready> {
        let flow = issues::flow_paper(council, ledger, year, self.today(), a3, audience)?;
        let text = flow.text();
        Ok(Ready::of(words::issue_flow_name(audience, year), Job::IssueFlow(Box::new(flow)), text))
    }
}

fn issue_table(council: &Snapshot, table: IssueTable, on: Day) -> Ready {
    let (text, sheet) = (table.text(), issues::sheet(council, &table, on));
    let name = words::issue_table_name(table.audience, on);
    Ready::of(name, Job::IssueTable(table), text).with_sheet(sheet)
}

fn issue_cards(council: &Snapshot, ledger: &Ledger, named: &[IssueId], on: Day, edition: Edition) -> Result<Ready> {
    let cards = issues::cards(council, ledger, named, on, edition)?;
    let text = cards.text();
    let name = words::issue_cards_name(edition.audience, on);
    Ok(Ready::of(name, Job::IssueCards(cards), text))
}

fn issue(id: &str) -> Result<IssueId> {
    IssueId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
