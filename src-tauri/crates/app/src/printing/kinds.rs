//! What a document is called in the ledger, and for whom it is made.

use super::ask::Document;
use entaku_documents::Audience;

impl Document {
    /// Its kind, as the ledger of issued documents keeps it.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::RelationshipChart { .. } => "relationship_chart",
            Self::CompositionChart { .. } => "composition_chart",
            Self::Packet { .. } => "packet",
            Self::PrintPlan { .. } => "print_plan",
            Self::Replacement { .. } => "replacement",
            Self::CollectedCopies { .. } => "collected_copies",
            Self::CollectionList { .. } => "collection_list",
            Self::DeliveryList { .. } => "delivery_list",
            Self::PacketPlan { .. } => "packet_plan",
            Self::Agenda { .. } => "agenda",
            Self::Scenario { .. } => "scenario",
            Self::Seating { .. } => "seating",
            Self::Reception { .. } => "reception",
            Self::Turnout { .. } => "turnout",
            Self::ActivityReport { .. } => "activity_report",
            Self::PlanPaper { paper, .. } => paper.kind(),
            Self::PayList { .. } => "pay_list",
            Self::Roster { .. } => "roster",
            Self::IssueTable { .. } => "issue_table",
            Self::IssueCards { .. } => "issue_cards",
            Self::ProgressSheet { .. } => "progress_sheet",
            Self::SubReport { .. } => "sub_report",
            Self::IssueFlow { .. } => "issue_flow",
            Self::IssueThemes { .. } => "issue_themes",
            Self::Letters { .. } => "letters",
            Self::LetterSample { .. } => "letter_sample",
            Self::RosterChanges { .. } => "roster_changes",
            Self::RosterFigures { .. } => "roster_figures",
            Self::NamePlates { .. } => "name_plates",
            Self::TableCards { .. } => "table_cards",
            Self::AddressLabels { .. } => "address_labels",
            Self::Envelopes { .. } => "envelopes",
            Self::Ballots { .. } => "ballots",
            Self::CountSheet { .. } => "count_sheet",
            Self::ElectionRecord { .. } => "election_record",
            Self::OfficerHistory { .. } => "officer_history",
            Self::Minutes { .. } => "minutes",
            Self::MinutesOutline { .. } => "minutes_outline",
            Self::MinutesLetters { .. } => "minutes_letters",
            Self::DecisionExtract { .. } => "decision_extract",
            Self::YearPlan { .. } => "year_plan",
            Self::ReplyTable { .. } => "reply_table",
            Self::ReminderTable { .. } => "reminder_table",
            Self::NeedsTable { .. } => "needs_table",
            Self::OpinionsPaper { .. } => "opinions_paper",
            Self::ReceptionTable { .. } => "reception_table",
            Self::Proposal { .. } => "proposal",
            Self::FeedbackOverview { .. } => "feedback_overview",
            Self::IssuedLedger { .. } => "issued_ledger",
        }
    }

    /// For whom it is made; none where it has no editions.
    pub(super) const fn audience(&self) -> Option<Audience> {
        match self {
            Self::RelationshipChart { .. }
            | Self::PrintPlan { .. }
            | Self::CollectionList { .. }
            | Self::DeliveryList { .. }
            | Self::PacketPlan { .. }
            | Self::Letters { .. }
            | Self::LetterSample { .. }
            | Self::Ballots { .. }
            | Self::CountSheet { .. }
            | Self::ElectionRecord { .. }
            | Self::OfficerHistory { .. }
            | Self::MinutesLetters { .. }
            | Self::DecisionExtract { .. }
            | Self::IssuedLedger { .. } => None,
            Self::Scenario { .. }
            | Self::NamePlates { .. }
            | Self::TableCards { .. }
            | Self::AddressLabels { .. }
            | Self::Envelopes { .. }
            | Self::ReplyTable { .. }
            | Self::ReminderTable { .. }
            | Self::NeedsTable { .. }
            | Self::ReceptionTable { .. }
            | Self::Reception { .. }
            | Self::PayList { .. } => Some(Audience::Internal),
            Self::CollectedCopies { .. } => Some(Audience::Members),
            Self::CompositionChart { audience, .. }
            | Self::Replacement { audience, .. }
            | Self::YearPlan { audience, .. }
            | Self::Packet { audience, .. }
            | Self::Agenda { audience, .. }
            | Self::Minutes { audience, .. }
            | Self::MinutesOutline { audience, .. }
            | Self::Seating { audience, .. }
            | Self::Roster { audience, .. }
            | Self::RosterChanges { audience, .. }
            | Self::RosterFigures { audience, .. }
            | Self::Turnout { audience, .. }
            | Self::ActivityReport { audience, .. }
            | Self::PlanPaper { audience, .. }
            | Self::IssueTable { audience, .. }
            | Self::ProgressSheet { audience, .. }
            | Self::SubReport { audience, .. }
            | Self::IssueFlow { audience, .. }
            | Self::IssueThemes { audience, .. }
            | Self::OpinionsPaper { audience, .. }
            | Self::Proposal { audience, .. }
            | Self::FeedbackOverview { audience, .. }
            | Self::IssueCards { audience, .. } => Some(audience.audience()),
        }
    }
}
