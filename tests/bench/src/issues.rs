//! What the screens of issues ask for, in a ledger of 5,000 issues with 50,000 steps.

use crate::{Outcome, now, row};
use entaku_app::App;
use entaku_app::issues::{IssueFilter, Ledger};
use entaku_app::printing::{AudienceName, Document};
use entaku_documents::go_on;
use entaku_domain::FiscalYear;
use entaku_domain::id::IssueId;
use entaku_press::Press;
use entaku_store::Access;
use entaku_support::ledger::{self, STEPS};

const ISSUES: u16 = 5_000;

pub(crate) fn measure() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let one = ledger::sample(folder.path(), ISSUES, now);
    let app = App::open(folder.path(), Access::ReadOnly, now, "bench")?;
    lists(&app)?;
    sheets(&app, one)
}

fn lists(app: &App) -> Outcome<()> {
    let open = IssueFilter { open: true, ..IssueFilter::default() };
    row("5,000 issues with 50,000 steps: the open ones, for board and table", "< 200 ms", || {
        assert!(app.list_issues(&open)?.len() > 1_000);
        Ok(())
    })?;
    row("all of them", "< 200 ms", || {
        assert!(app.list_issues(&IssueFilter::default())?.len() > usize::from(ISSUES));
        Ok(())
    })?;
    row("those that hold a word", "< 200 ms", || {
        let text = Some("移動".to_owned());
        assert!(!app.list_issues(&IssueFilter { text, ..IssueFilter::default() })?.is_empty());
        Ok(())
    })?;
    row("the whole ledger with its texts", "", || Ok(Ledger::load(app.store()).map(drop)?))?;
    let year = FiscalYear::new(2026).ok_or("year")?;
    row("the flow of a year with its picture", "", || Ok(app.issue_flow(year).map(drop)?))?;
    row("themes over the years", "", || Ok(app.issue_themes().map(drop)?))
}

fn sheets(app: &App, one: IssueId) -> Outcome<()> {
    row("one issue's page", "< 300 ms", || {
        assert!(app.issue_page(one)?.steps.len() >= STEPS);
        Ok(())
    })?;
    let card = Document::IssueCards {
        issues: Some(vec![one.to_string()]),
        on: None,
        audience: AudienceName::Members,
        confirmed: None,
    };
    row("its history sheet as PDF", "< 300 ms", || Ok(app.document(&card)?.print(&Press, &mut go_on).map(drop)?))
}
