//! What a body's rules say of its quorum (V16), set by the office.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::day_fault::DayFault;
use entaku_domain::id::BodyId;
use entaku_domain::quorum_course::{QuorumRule, Share};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// The quorum's rule of a body.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct QuorumRuleRow {
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub name: String,
    /// A code: `more_than_half`, `half_or_more`, `2/3`, `5`.
    pub share: String,
    /// 過半数, ３分の２以上, 5人以上.
    pub label: String,
    /// Whether one who stands in counts.
    pub proxies: bool,
    /// Whether one on a screen counts.
    pub online: bool,
    /// Whether one who is recused is left out of the members, too.
    pub without_recused: bool,
}

/// What to set.
#[derive(Debug, Clone)]
pub struct SetQuorumRule {
    /// Handle or name of the body.
    pub body: String,
    /// A code; the council's answer counts where none.
    pub share: Option<String>,
    /// Whether one who stands in counts.
    pub proxies: bool,
    /// Whether one on a screen counts.
    pub online: bool,
    /// Whether one who is recused is left out of the members, too.
    pub without_recused: bool,
}

pub(super) fn row(council: &Snapshot, body: BodyId, rule: QuorumRule, year: FiscalYear) -> QuorumRuleRow {
    QuorumRuleRow {
        body: council.body_by_id(body).map(|b| b.key.clone()).unwrap_or_default(),
        name: council.body_name(body, year).to_owned(),
        share: rule.share.code(),
        label: rule.share.label(),
        proxies: rule.proxies,
        online: rule.online,
        without_recused: rule.without_recused,
    }
}

impl App {
    /// Sets a body's rule of the quorum (「定足数の定めの設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownBody`]; [`AppError::Rules`] for a share of nothing.
    pub fn set_quorum_rule(&mut self, ask: &SetQuorumRule) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let rule = |code: &str| {
            let share =
                Share::from_code(code.trim()).ok_or(AppError::Rules(vec![Violation::Day(DayFault::NoShare)]))?;
            let SetQuorumRule { proxies, online, without_recused, .. } = *ask;
            Ok::<_, AppError>(QuorumRule { share, proxies, online, without_recused })
        };
        let rule = ask.share.as_deref().map(rule).transpose()?;
        let (id, action) = (body.id, Action::new("set_quorum_rule").about(body.key.clone()));
        self.change(action, Vec::new(), |tx| Ok(tx.put_body_quorum(id, rule)?))
    }
}
