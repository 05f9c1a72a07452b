//! Plans (計画) with what stands in them, how they were made and changed, the hearings on
//! them (V19), and working together with those who carry them on.

pub mod paper;
mod rows;
mod shown;
mod write;
mod write_hearings;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::plans as words;
use entaku_domain::hearing::{Heard, Hearing, HearingFault, HearingOpinion, PlanRevision, hearing_faults};
use entaku_domain::id::{HearingId, IssueId, PlanId, PlanItemId, PlanRevisionId};
use entaku_domain::plan::{Cooperation, IssuePlanItem, Plan, PlanItem, PlanLaw};
use entaku_store::Store;
pub use rows::{
    CooperationRow, HearingOpinionRow, HearingRow, IssueItemChoice, IssueItems, LawRow, PlanIssue, PlanItemRow,
    PlanList, PlanPage, PlanRemark, PlanRow, RevisionRow,
};
pub use write::{SaveCooperation, SaveLaw, SavePlan, SavePlanItem};
pub use write_hearings::{SaveHearing, SaveOpinion, SaveRevision};

/// What is recorded of plans, as read from the store; the plans themselves stand in the snapshot.
#[derive(Debug)]
pub struct PlanBook {
    /// What stands in them.
    pub items: Vec<PlanItem>,
    /// Which issues touch it.
    pub touches: Vec<IssuePlanItem>,
    /// Under which laws the council is heard.
    pub laws: Vec<PlanLaw>,
    /// Their makings and changes.
    pub revisions: Vec<PlanRevision>,
    /// The hearings.
    pub hearings: Vec<Hearing>,
    /// Their opinions.
    pub opinions: Vec<HearingOpinion>,
    /// Working together, latest first.
    pub cooperations: Vec<Cooperation>,
}

impl PlanBook {
    /// Reads it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn load(store: &Store) -> Result<Self> {
        Ok(Self {
            items: store.plan_items()?,
            touches: store.issue_plan_items()?,
            laws: store.plan_laws()?,
            revisions: store.plan_revisions()?,
            hearings: store.hearings()?,
            opinions: store.hearing_opinions()?,
            cooperations: store.cooperations()?,
        })
    }

    /// An item.
    pub fn item(&self, id: PlanItemId) -> Option<&PlanItem> {
        self.items.iter().find(|i| i.id == id)
    }

    /// The items that an issue touches.
    pub fn touched_by(&self, issue: IssueId) -> impl Iterator<Item = &PlanItem> {
        self.touches.iter().filter(move |t| t.issue == issue).filter_map(|t| self.item(t.item))
    }

    /// V19: what the hearing of a making or change lacks. A meeting that dealt with a
    /// hearing counts once it was held.
    pub fn faults(&self, council: &Snapshot, revision: &PlanRevision) -> Vec<HearingFault> {
        let held = |h: &Hearing| council.meetings.iter().find(|m| Some(m.id) == h.meeting && m.state.is_over());
        let heard: Vec<Heard> =
            self.hearings.iter().map(|h| Heard::of(h, held(h).map(|m| m.date), &self.opinions)).collect();
        hearing_faults(revision, &self.laws, &heard)
    }

    pub(crate) fn known_item(&self, id: PlanItemId) -> Result<&PlanItem> {
        self.item(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    pub(crate) fn known_revision(&self, id: PlanRevisionId) -> Result<&PlanRevision> {
        self.revisions.iter().find(|r| r.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    pub(crate) fn known_hearing(&self, id: HearingId) -> Result<&Hearing> {
        self.hearings.iter().find(|h| h.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    /// 障害者総合支援法第88条第9項、児童福祉法第33条の20第9項.
    pub(crate) fn law_names(&self, council: &Snapshot, plan: PlanId) -> String {
        let ids = self.laws.iter().filter(|l| l.plan == plan).map(|l| l.law).collect::<Vec<_>>();
        words::laws(&law_names(council, &ids))
    }
}

/// The laws' names, in the order of the laws.
pub(crate) fn law_names(council: &Snapshot, ids: &[entaku_domain::id::LawId]) -> Vec<String> {
    council.laws.iter().filter(|l| ids.contains(&l.id)).map(|l| l.citation.clone()).collect()
}

/// A plan by its identifier, its handle, or its name.
///
/// # Errors
/// [`AppError::UnknownRecord`].
pub(crate) fn known_plan<'a>(council: &'a Snapshot, handle: &str) -> Result<&'a Plan> {
    let is = |p: &&Plan| p.id.to_string() == handle || p.key == handle || p.name == handle;
    council.plans.iter().find(is).ok_or_else(|| AppError::UnknownRecord(handle.to_owned()))
}

impl App {
    /// All plans, the laws, and working together.
    ///
    /// # Errors
    /// Those of the store.
    pub fn plan_list(&self) -> Result<PlanList> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        Ok(shown::list(&council, &book, self.today()))
    }

    /// A plan's page.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn plan_page(&self, plan: &str) -> Result<PlanPage> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let plan = known_plan(&council, plan)?;
        shown::page(&council, &book, &self.store.issues()?, plan, self.today())
    }

    /// The items of plans that an issue touches, and those that it may touch.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn issue_plan_items(&self, issue: IssueId) -> Result<IssueItems> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let known = self.store.issue(issue)?.ok_or_else(|| AppError::UnknownRecord(issue.to_string()))?;
        Ok(shown::of_issue(&council, &book, known.id, self.today()))
    }
}
