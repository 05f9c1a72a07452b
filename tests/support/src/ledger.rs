//! A ledger as large as one gets: many of the sample's own issues, each with many steps.

use entaku_app::{App, Clock};
use entaku_domain::FiscalYear;
use entaku_domain::id::{IssueEventId, IssueId};
use entaku_domain::issue::{Issue, IssueEvent, IssueLink, LinkKind, Stage};
use entaku_store::{Access, Action, Actor, Moment, Result, Store, Tx};
use std::path::Path;

/// Steps of each issue.
pub const STEPS: usize = 10;

/// The sample council in a folder, with this many issues more. Answers the last of them.
pub fn sample(folder: &Path, many: u16, clock: Clock) -> IssueId {
    App::create_sample(folder, clock, "ledger").expect("the sample");
    let mut store = Store::open(folder, Access::ReadWrite, clock()).expect("its file");
    fill(&mut store, many, clock()).expect("its issues")
}

/// Adds copies of the council's issues, [`STEPS`] steps each, over seven years; every tenth
/// follows the one before it. Answers the last.
fn fill(store: &mut Store, many: u16, now: Moment) -> Result<IssueId> {
    let models = store.issues()?;
    let all = store.all_issue_events()?;
    let events: Vec<Vec<&IssueEvent>> =
        models.iter().map(|i| all.iter().filter(|e| e.issue == i.id).collect()).collect();
    let mut last = models.first().expect("an issue to copy").id;
    store.change(&Actor::new("ledger"), Action::new("load_sample"), now, |tx| -> Result<()> {
        for n in 0..many {
            let at = usize::from(n) % models.len();
            let id = copy(tx, n, &models[at], &events[at])?;
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

/// The n-th copy of an issue: it goes through the first stages again and again, and ends at its own.
fn copy(tx: &mut Tx<'_>, n: u16, model: &Issue, steps: &[&IssueEvent]) -> Result<IssueId> {
    let id = IssueId::new(tx.new_id());
    let year = FiscalYear::new(2020 + i32::from(n % 7)).expect("a year");
    tx.put_issue(&Issue { id, year, number: 1_000 + n, ..model.clone() })?;
    for k in 0..STEPS {
        let step = steps.get(k).or(steps.last()).expect("a step");
        let stage = if k + 1 == STEPS { model.stage } else { Stage::ALL[k % 4] };
        tx.put_issue_event(&IssueEvent { id: IssueEventId::new(tx.new_id()), issue: id, stage, ..(*step).clone() })?;
    }
    Ok(id)
}
