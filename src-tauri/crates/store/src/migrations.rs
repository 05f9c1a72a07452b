//! The steps from an empty file to the present schema. A step that was released
//! is never edited: `tests/migrations.rs` pins each by its SHA-256.

use crate::change::Moment;
use crate::error::{Error, Result};
use crate::{log, nouns};
use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{HookResult, M, Migrations};

/// One step: SQL, and code for what SQL cannot do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) sql: &'static str,
    pub(crate) fill: Option<fn(&Connection) -> rusqlite::Result<()>>,
}

/// All steps; a file's version is how many it has taken.
pub(crate) const STEPS: &[Step] = &[
    Step { sql: include_str!("../migrations/0001_council.sql"), fill: None },
    Step { sql: include_str!("../migrations/0002_search.sql"), fill: Some(nouns::fill_search_keys) },
    Step { sql: include_str!("../migrations/0003_issued.sql"), fill: None },
    Step { sql: include_str!("../migrations/0004_people.sql"), fill: None },
    Step { sql: include_str!("../migrations/0005_letters.sql"), fill: None },
    Step { sql: include_str!("../migrations/0006_elections.sql"), fill: None },
    Step { sql: include_str!("../migrations/0007_round.sql"), fill: None },
    Step { sql: include_str!("../migrations/0008_column_sets.sql"), fill: None },
    Step { sql: include_str!("../migrations/0009_papers.sql"), fill: None },
    Step { sql: include_str!("../migrations/0010_meetings.sql"), fill: None },
    Step { sql: include_str!("../migrations/0011_year_plan.sql"), fill: None },
    Step { sql: include_str!("../migrations/0012_members_more.sql"), fill: None },
    Step { sql: include_str!("../migrations/0013_minutes.sql"), fill: None },
    Step { sql: include_str!("../migrations/0014_notices.sql"), fill: None },
    Step { sql: include_str!("../migrations/0015_day.sql"), fill: None },
    Step { sql: include_str!("../migrations/0016_issue_way.sql"), fill: None },
    Step { sql: include_str!("../migrations/0017_issue_case.sql"), fill: None },
    Step { sql: include_str!("../migrations/0018_proposals.sql"), fill: None },
    Step { sql: include_str!("../migrations/0019_plans.sql"), fill: None },
    Step { sql: include_str!("../migrations/0020_subcommittee.sql"), fill: None },
    Step { sql: include_str!("../migrations/0021_consignment.sql"), fill: None },
    Step { sql: include_str!("../migrations/0022_outcome.sql"), fill: Some(nouns::fold_search_keys) },
];

/// Brings a database of version `from` to the last of `steps`, all in one
/// transaction: triggers off, steps, references checked, triggers on, a line in the log.
pub(crate) fn migrate(db: &mut Connection, from: usize, steps: &'static [Step], at: Moment) -> Result<()> {
    let taken_off = log::uninstall(db)?;
    let texts: Vec<String> = steps
        .iter()
        .enumerate()
        .map(|(n, step)| if n == from { format!("{taken_off}{}", step.sql) } else { step.sql.to_owned() })
        .collect();
    let list = steps.iter().zip(&texts).enumerate().map(|(n, (step, sql))| {
        let last = (n + 1 == steps.len()).then(|| Last { from, to: steps.len(), at: log::moment_text(at) });
        let (step, is_last) = (*step, last.is_some());
        let m = M::up_with_hook(sql, move |tx: &rusqlite::Transaction<'_>| finish(tx, step, last.as_ref()));
        if is_last { m.foreign_key_check() } else { m }
    });
    let migrations = Migrations::new(list.collect());
    // Tables that are rebuilt are dropped for a moment; references are checked at the end instead.
    db.pragma_update(None, "foreign_keys", false)?;
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    let outcome = migrations.to_latest(db).map_err(Error::from);
    db.pragma_update(None, "foreign_keys", true)?;
    outcome
}

/// What the last step records.
#[derive(Debug, Clone)]
struct Last {
    from: usize,
    to: usize,
    at: String,
}

/// After a step's SQL: its code, and after the last step the log.
fn finish(tx: &Connection, step: Step, last: Option<&Last>) -> HookResult {
    if let Some(fill) = step.fill {
        fill(tx)?;
    }
    let Some(Last { from, to, at }) = last else { return Ok(()) };
    log::install(tx)?;
    if *from > 0 {
        let sql = "insert into change (at, actor, action, final, version, open) values (?1, '', 'migrate', 1, ?2, 0)";
        tx.execute(sql, rusqlite::params![at, i64::try_from(*to).unwrap_or_default()])?;
    }
    Ok(())
}
