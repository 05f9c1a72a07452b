//! The making and changing of plans, and the hearings of the council on them.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, text};
use entaku_domain::hearing::{Hearing, HearingOpinion, PlanRevision, RevisionKind, Treatment};
use entaku_domain::id::{HearingId, HearingOpinionId, IssueId, LawId, MeetingId, PlanId, PlanItemId, PlanRevisionId};
use rusqlite::types::Value;

impl Row for PlanRevision {
    const TABLE: &'static str = "plan_revision";
    const COLUMNS: &'static [&'static str] = &["id", "plan", "kind", "text", "due_on", "decided_on"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PlanRevisionId::parse)?,
            plan: c.parse(PlanId::parse)?,
            kind: c.parse(RevisionKind::from_code)?,
            text: c.text()?,
            due_on: c.maybe(day)?,
            decided_on: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.plan),
            text(self.kind.code()),
            text(&self.text),
            maybe(self.due_on),
            maybe(self.decided_on),
        ])
    }
}

impl Row for Hearing {
    const TABLE: &'static str = "hearing";
    const COLUMNS: &'static [&'static str] =
        &["id", "revision", "asked_by", "asked_on", "due_on", "meeting", "given_on", "answered_on", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(HearingId::parse)?,
            revision: c.parse(PlanRevisionId::parse)?,
            asked_by: c.text()?,
            asked_on: c.maybe(day)?,
            due_on: c.maybe(day)?,
            meeting: c.maybe(MeetingId::parse)?,
            given_on: c.maybe(day)?,
            answered_on: c.maybe(day)?,
            note: c.text()?,
            laws: Vec::new(),
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.revision),
            text(&self.asked_by),
            maybe(self.asked_on),
            maybe(self.due_on),
            maybe(self.meeting),
            maybe(self.given_on),
            maybe(self.answered_on),
            text(&self.note),
        ])
    }
}

/// A law under which a hearing is held.
struct HearingLaw {
    hearing: HearingId,
    law: LawId,
}

impl Row for HearingLaw {
    const TABLE: &'static str = "hearing_law";
    const COLUMNS: &'static [&'static str] = &["id", "hearing", "law"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { hearing: c.parse(HearingId::parse)?, law: c.parse(LawId::parse)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(format_args!("{}/{}", self.hearing, self.law)), text(self.hearing), text(self.law)])
    }
}

impl Row for HearingOpinion {
    const TABLE: &'static str = "hearing_opinion";
    const COLUMNS: &'static [&'static str] = &["id", "hearing", "item", "text", "answer", "treatment", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(HearingOpinionId::parse)?,
            hearing: c.parse(HearingId::parse)?,
            item: c.maybe(PlanItemId::parse)?,
            text: c.text()?,
            answer: c.text()?,
            treatment: c.maybe(Treatment::from_code)?,
            order: c.int()?,
            issues: Vec::new(),
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.hearing),
            maybe(self.item),
            text(&self.text),
            text(&self.answer),
            maybe(self.treatment.map(Treatment::code)),
            int(self.order),
        ])
    }
}

/// An issue that an opinion comes out of.
struct OpinionIssue {
    opinion: HearingOpinionId,
    issue: IssueId,
}

impl Row for OpinionIssue {
    const TABLE: &'static str = "hearing_opinion_issue";
    const COLUMNS: &'static [&'static str] = &["id", "opinion", "issue"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { opinion: c.parse(HearingOpinionId::parse)?, issue: c.parse(IssueId::parse)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(format_args!("{}/{}", self.opinion, self.issue)), text(self.opinion), text(self.issue)])
    }
}

impl Records {
    /// The makings and changes of all plans, by day; those without a day come last.
    pub fn plan_revisions(&self) -> Result<Vec<PlanRevision>> {
        self.list("order by plan, ifnull(decided_on, ifnull(due_on, '9')), id", [])
    }

    /// A making or change of a plan.
    pub fn plan_revision(&self, id: PlanRevisionId) -> Result<Option<PlanRevision>> {
        self.get(id)
    }

    /// All hearings, by the day they were asked for.
    pub fn hearings(&self) -> Result<Vec<Hearing>> {
        let mut hearings: Vec<Hearing> = self.list("order by ifnull(asked_on, '9'), id", [])?;
        let laws: Vec<HearingLaw> = self.list("order by hearing, law", [])?;
        for hearing in &mut hearings {
            hearing.laws = laws.iter().filter(|l| l.hearing == hearing.id).map(|l| l.law).collect();
        }
        Ok(hearings)
    }

    /// A hearing.
    pub fn hearing(&self, id: HearingId) -> Result<Option<Hearing>> {
        let Some(mut hearing) = self.get::<Hearing>(id)? else { return Ok(None) };
        let laws: Vec<HearingLaw> = self.list("where hearing = ?1 order by law", [id.to_string()])?;
        hearing.laws = laws.iter().map(|l| l.law).collect();
        Ok(Some(hearing))
    }

    /// The opinions of all hearings, each hearing's in their order.
    pub fn hearing_opinions(&self) -> Result<Vec<HearingOpinion>> {
        let mut opinions: Vec<HearingOpinion> = self.list("order by hearing, position, id", [])?;
        let issues: Vec<OpinionIssue> = self.list("order by opinion, issue", [])?;
        for opinion in &mut opinions {
            opinion.issues = issues.iter().filter(|i| i.opinion == opinion.id).map(|i| i.issue).collect();
        }
        Ok(opinions)
    }

    /// An opinion of a hearing.
    pub fn hearing_opinion(&self, id: HearingOpinionId) -> Result<Option<HearingOpinion>> {
        let Some(mut opinion) = self.get::<HearingOpinion>(id)? else { return Ok(None) };
        let issues: Vec<OpinionIssue> = self.list("where opinion = ?1 order by issue", [id.to_string()])?;
        opinion.issues = issues.iter().map(|i| i.issue).collect();
        Ok(Some(opinion))
    }
}

impl Tx<'_> {
    /// Writes the making or a change of a plan.
    pub fn put_plan_revision(&mut self, revision: &PlanRevision) -> Result<()> {
        self.put(revision)
    }

    /// Removes a making or change that was entered by mistake.
    pub fn remove_plan_revision(&mut self, id: PlanRevisionId) -> Result<()> {
        self.remove("plan_revision", id)
    }

    /// Writes a hearing and its laws.
    pub fn put_hearing(&mut self, hearing: &Hearing) -> Result<()> {
        self.put(hearing)?;
        let laws: Vec<HearingLaw> =
            hearing.laws.iter().map(|law| HearingLaw { hearing: hearing.id, law: *law }).collect();
        self.replace("hearing", hearing.id, &laws)
    }

    /// Removes a hearing that was entered by mistake, with its opinions.
    pub fn remove_hearing(&mut self, id: HearingId) -> Result<()> {
        let opinions: Vec<HearingOpinion> = self.list("where hearing = ?1", [id.to_string()])?;
        opinions.iter().try_for_each(|o| self.remove_hearing_opinion(o.id))?;
        self.replace::<HearingLaw>("hearing", id, &[])?;
        self.remove("hearing", id)
    }

    /// Writes an opinion and the issues that it comes out of.
    pub fn put_hearing_opinion(&mut self, opinion: &HearingOpinion) -> Result<()> {
        self.put(opinion)?;
        let issues: Vec<OpinionIssue> =
            opinion.issues.iter().map(|issue| OpinionIssue { opinion: opinion.id, issue: *issue }).collect();
        self.replace("opinion", opinion.id, &issues)
    }

    /// Removes an opinion.
    pub fn remove_hearing_opinion(&mut self, id: HearingOpinionId) -> Result<()> {
        self.replace::<OpinionIssue>("opinion", id, &[])?;
        self.remove("hearing_opinion", id)
    }
}
