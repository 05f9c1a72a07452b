//! What the screens of issues ask for, in a ledger of 5,000 issues with 50,000 steps.

use crate::{Outcome, now, row};
use entaku_app::App;
use entaku_app::issues::{IssueFilter, Ledger};
use entaku_domain::FiscalYear;
use entaku_domain::id::{IssueEventId, IssueId};
use entaku_domain::issue::{Issue, IssueEvent, IssueLink, LinkKind, Stage};
use entaku_store::{Access, Action, Actor, Store};
use std::path::Path;

const ISSUES: u16 = 5_000;
const STEPS: usize = 10;

pub(crate) fn measure() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    App::create_sample(folder.path(), now, "bench")?;
    let one = fill(folder.path())?;
    let app = App::open(folder.path(), Access::ReadOnly, now, "bench")?;
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
    row("one issue's page", "< 300 ms", || {
        assert!(app.issue_page(one)?.steps.len() >= STEPS);
        Ok(())
    })?;
    row("the whole ledger with its texts", "", || Ok(Ledger::load(app.store()).map(drop)?))?;
    let year = FiscalYear::new(2026).ok_or("year")?;
    row("the flow of a year with its picture", "", || Ok(app.issue_flow(year).map(drop)?))?;
    row("themes over the years", "", || Ok(app.issue_themes().map(drop)?))
}

/// Copies of the sample's issues, ten steps each, every tenth with one that follows it.
fn fill(folder: &Path) -> Outcome<IssueId> {
    let mut store = Store::open(folder, Access::ReadWrite, now())?;
    let (models, all) = (store.issues()?, store.all_issue_events()?);
    let events: Vec<Vec<&IssueEvent>> =
        models.iter().map(|i| all.iter().filter(|e| e.issue == i.id).collect()).collect();
    let mut last = models.first().map(|i| i.id).ok_or("no issue")?;
    store.change(&Actor::new("bench"), Action::new("load_sample"), now(), |tx| -> Outcome<()> {
        for n in 0..ISSUES {
            let (model, steps) = (&models[usize::from(n) % models.len()], &events[usize::from(n) % models.len()]);
            let id = IssueId::new(tx.new_id());
            let year = FiscalYear::new(2020 + i32::from(n % 7)).ok_or("year")?;
            tx.put_issue(&Issue { id, year, number: 1_000 + n, ..model.clone() })?;
            for k in 0..STEPS {
                let step = steps.get(k).or(steps.last()).ok_or("no step")?;
                let stage = if k + 1 == STEPS { model.stage } else { Stage::ALL[k % 4] };
                tx.put_issue_event(&IssueEvent {
                    id: IssueEventId::new(tx.new_id()),
                    issue: id,
                    stage,
                    ..(*step).clone()
                })?;
            }
            if n % 10 == 9 {
                let reason = "前の課題を引き継いだため".to_owned();
                tx.put_issue_link(&IssueLink { from: last, to: id, kind: LinkKind::Follows, reason })?;
            }
            last = id;
        }
        Ok(())
    })?;
    Ok(last)
}
