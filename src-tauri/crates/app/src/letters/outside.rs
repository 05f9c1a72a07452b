//! Letters that the council sends to others: with a proposal (提案書の送付), and to an
//! organisation about what became of the issues that it raised (課題提起への報告).

use super::drafts::{Batch, Concerns, Draft, above, common};
use super::{LetterAsk, fault};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::feedback::{self, Matter};
use crate::proposals::paper::{addressed, head_of_council};
use crate::snapshot::Snapshot;
use crate::text::{feedback as told, labels, letters as words, proposals};
use entaku_documents::LetterLine;
use entaku_domain::era::DateStyle;
use entaku_domain::id::{IssueId, OrganizationId, ProposalId};
use entaku_domain::letter::{LetterFault, LetterField as F, LetterKind, LetterOffice};
use entaku_domain::proposal::Proposal;

/// What letters to others are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutsideAsk {
    /// The proposal that is sent.
    pub proposal: Option<ProposalId>,
    /// The issues of which is told; those that are owed where none.
    pub issues: Vec<IssueId>,
}

/// The letters that are asked for.
pub(super) fn batch(app: &App, council: &Snapshot, ask: &LetterAsk) -> Result<Batch> {
    let office = app.letter_office(council)?;
    let writer = Writer { council, ask, office: &office, style: ask.style.unwrap_or(council.council.date_style) };
    let drafts = match ask.kind {
        LetterKind::ProposalDelivery => vec![writer.with_proposal(app)?],
        _ => writer.feedback(app)?,
    };
    Ok(Batch { drafts, left_out: Vec::new() })
}

struct Writer<'a> {
    council: &'a Snapshot,
    ask: &'a LetterAsk,
    office: &'a LetterOffice,
    style: DateStyle,
}

impl Writer<'_> {
    /// The council speaks through its head; its name alone where nobody heads it.
    fn sender(&self) -> String {
        let head = head_of_council(self.council, self.ask.on);
        let head = head.map(|(title, id)| (title, self.council.name_of(id, self.ask.on).unwrap_or_default()));
        let head = head.map(|(title, name)| proposals::signed(&title, &name)).unwrap_or_default();
        format!("{}{head}", self.council.council.name)
    }

    fn draft(&self, concerns: Concerns) -> Draft {
        let sender = self.sender();
        let mut draft =
            Draft::new(None, concerns, self.ask.on, common(self.council, self.office, self.style, self.ask.on));
        draft.values.insert(F::Sender, sender.clone());
        draft.values.insert(F::Contact, self.office.contact.clone());
        draft.values.insert(F::Due, self.ask.due.map(|d| self.style.day_with_weekday(d)).unwrap_or_default());
        draft.sender = Some(sender);
        draft
    }

    fn with_proposal(&self, app: &App) -> Result<Draft> {
        let id = self.ask.outside.as_ref().and_then(|o| o.proposal).ok_or_else(|| fault(LetterFault::NobodyChosen))?;
        let proposal = app.proposal(id)?;
        let issues = app.store().issues()?;
        let named = proposal.issues.iter().filter_map(|id| issues.iter().find(|i| i.id == *id));
        let lines: Vec<String> = named.map(|i| format!("{}　{}", labels::issue_number(i), i.title)).collect();
        let mut draft =
            self.draft(Concerns { proposal: Some(id), organization: proposal.addressed_to, ..Concerns::default() });
        (draft.to, draft.name) = addressed(self.council, &proposal, self.ask.on);
        self.describe(&mut draft, &proposal);
        draft.values.insert(F::Issues, lines.join("\n"));
        let due = self.ask.due.or(proposal.answer_due);
        draft.values.insert(F::Due, due.map(|d| self.style.day_with_weekday(d)).unwrap_or_default());
        draft.about = Some(proposal.title);
        Ok(draft)
    }

    fn describe(&self, draft: &mut Draft, proposal: &Proposal) {
        let plenary = self.council.meetings.iter().find(|m| Some(m.id) == proposal.approved_at);
        let title = plenary.map(|m| proposals::plenary_on(self.style, &self.council.meeting_title(m), m.date));
        let by_day = || proposal.approved_on.map(|d| proposals::plenary_by_day(&self.style.day(d))).unwrap_or_default();
        draft.values.extend([
            (F::Proposal, proposals::named(&proposal.title).to_owned()),
            (F::ProposalKind, proposal.kind.label().to_owned()),
            (F::ProposalNumber, labels::proposal_number(proposal)),
            (F::ProposalText, proposal.asks()),
            (F::ApprovedAt, title.unwrap_or_else(by_day)),
        ]);
    }

    /// A letter for each organisation that has raised anything of what is told.
    fn feedback(&self, app: &App) -> Result<Vec<Draft>> {
        let all = feedback::Source::of(app.store(), self.council)?;
        let chosen = self.ask.outside.as_ref().map(|o| o.issues.as_slice()).unwrap_or_default();
        let organizations: Vec<OrganizationId> = self.ask.to.iter().filter_map(|to| to.organization).collect();
        let matters = all.matters();
        let mut drafts = Vec::new();
        for organization in organizations {
            let own: Vec<&Matter<'_>> = matters.iter().filter(|m| m.issue.raised_by == Some(organization)).collect();
            let told: Vec<&Matter<'_>> = match chosen.is_empty() {
                true => own.iter().copied().filter(|m| m.owed.is_some()).collect(),
                false => own.iter().copied().filter(|m| chosen.contains(&m.issue.id)).collect(),
            };
            let told = if told.is_empty() && chosen.is_empty() { own } else { told };
            if !told.is_empty() {
                drafts.push(self.to_organization(organization, &told)?);
            }
        }
        if drafts.is_empty() { Err(fault(LetterFault::NobodyChosen)) } else { Ok(drafts) }
    }

    fn to_organization(&self, organization: OrganizationId, matters: &[&Matter<'_>]) -> Result<Draft> {
        let unknown = || AppError::UnknownOrganization(organization.to_string());
        let to = self.council.organization_addressee(organization, self.ask.on).ok_or_else(unknown)?;
        let mut draft = self.draft(Concerns { organization: Some(organization), ..Concerns::default() });
        draft.name = to.line();
        draft.to = if to.name.is_empty() && to.post.is_empty() { Vec::new() } else { above(&to) };
        draft.values.insert(F::Organization, to.organization.clone());
        draft.values.insert(F::Matters, told::matters(matters.len()));
        let line = |m: &&Matter<'_>| LetterLine::new("", feedback::lines(self.council, m, self.style).join("\n"));
        draft.rows = matters.iter().map(line).collect();
        draft.count = matters.len();
        draft.about = Some(to.organization);
        Ok(draft)
    }
}

/// A letter to somebody made up.
pub(super) fn sample(app: &App, council: &Snapshot, office: &LetterOffice, kind: LetterKind) -> Result<Draft> {
    let ask = LetterAsk::new(kind, Vec::new(), app.today());
    let writer = Writer { council, ask: &ask, office, style: council.council.date_style };
    let mut draft = writer.draft(Concerns::default());
    let proposals_ = app.store().proposals()?;
    if kind == LetterKind::ProposalDelivery {
        if let Some(p) = proposals_.last() {
            (draft.to, draft.name) = addressed(council, p, ask.on);
            writer.describe(&mut draft, p);
        } else {
            draft.name = words::addressed(words::SAMPLE_ORGANIZATION, labels::TO_ORGANIZATION);
        }
        return Ok(draft);
    }
    draft.name = words::addressed(words::SAMPLE_ORGANIZATION, labels::TO_ORGANIZATION);
    draft.values.insert(F::Organization, words::SAMPLE_ORGANIZATION.to_owned());
    draft.values.insert(F::Matters, told::matters(1));
    draft.rows = vec![LetterLine::new("", told::SAMPLE_MATTER)];
    Ok(draft)
}
