//! What commands answer with.

pub(super) use crate::agenda::{AgendaClock, AgendaList, AgendaOffer, AgendaPreview, TemplateRow};
pub(super) use crate::answers::{AnswerRow, CouncilSettings};
pub(super) use crate::attendance::AttendanceList;
pub(super) use crate::bodies::{BodyPage, YearDifferences};
pub(super) use crate::cards::CardPerson;
pub(super) use crate::chart::{BoxPage, CouncilRow, LiveChart};
pub(super) use crate::column_sets::{ColumnRow, ColumnSetRow};
pub(super) use crate::consign::{ConsignPage, MadePackage, TakePreview};
pub(super) use crate::day::DayPage;
pub(super) use crate::deliveries::DeliveryPage;
pub(super) use crate::elections::hold::ElectionPreview;
pub(super) use crate::elections::page::{MeetingElections, OfficerTerm};
pub(super) use crate::evaluation::EvaluationPage;
pub(super) use crate::feedback::FeedbackPage;
pub(super) use crate::history::details::ChangeDetails;
pub(super) use crate::history::{HistoryRow, UndoNames};
pub(super) use crate::issued::IssuedRow;
pub(super) use crate::issued::sets::{IssuedSetRow, PacketSetRow};
pub(super) use crate::issues::{
    IssueCaseRow, IssueDraft, IssueFlowPage, IssueItem, IssuePage, IssueRemark, IssueTaskRow, IssueThemes, IssueWords,
    MeetingIssueRow, StepDraft,
};
pub(super) use crate::leaving::LeaveOutlook;
pub(super) use crate::letters::{
    LetterCandidate, LetterPlan, LetterSettings, MeetingLetterPeople, TakenNumber, TakenNumbers, WordingRow,
};
pub(super) use crate::lists::{BodyRow, MeetingRow, MemberRow};
pub(super) use crate::meetings::{
    MeetingChange, MeetingPage, MeetingRecord, MeetingRulePage, MeetingSummary, MoveOutlook, NextMeeting,
};
pub(super) use crate::members::choices::BodyChoices;
pub(super) use crate::members::details::PersonDetails;
pub(super) use crate::members::preview::AppointPreview;
pub(super) use crate::members::vacancies::VacantSeat;
pub(super) use crate::members::{MemberTable, PersonLine};
pub(super) use crate::minutes::corrections::CorrectionRound;
pub(super) use crate::minutes::facts::{DecisionItem, TaskItem};
pub(super) use crate::minutes::page::{MinutesPage, SpellingHit};
pub(super) use crate::minutes::transcript::TranscriptPreview;
pub(super) use crate::notices::gallery::{ErasableMeeting, GalleryPage};
pub(super) use crate::notices::needs::NeedRow;
pub(super) use crate::notices::opinions::OpinionRow;
pub(super) use crate::notices::replies::ReplyList;
pub(super) use crate::organizations::{OrganizationDetails, OrganizationRow};
pub(super) use crate::papers::{PaperList, PaperStylePage};
pub(super) use crate::pay::lists::{PayListPage, PayListRow};
pub(super) use crate::pay::settings::PaySettings;
pub(super) use crate::people::PersonRow;
pub(super) use crate::people::logged::LoggedPerson;
pub(super) use crate::people::merge::{Duplicate, MergePreview};
pub(super) use crate::plans::{IssueItems, PlanList, PlanPage};
pub(super) use crate::printing::{Document, LostCharacter};
pub(super) use crate::proposals::{ProposalPage, ProposalRow, ProposalWords};
pub(super) use crate::report::ReportPlace;
pub(super) use crate::round::{Appointed, RoundChoice, RoundList, RoundOutlook, Touched};
pub(super) use crate::search::SearchAnswer;
pub(super) use crate::seating::room::SeatingPage;
pub(super) use crate::seats::{PostRow, SeatDetails};
pub(super) use crate::survey::{PersonExperience, SurveyPage};
pub(super) use crate::today::{NavCounts, Today};
pub(super) use crate::turnout::{Turnout, TurnoutTerm};
pub(super) use crate::work_plans::{SubReportPage, WorkPlanPage, WorkPlanYear};
pub(super) use crate::year_plan::{LeadTable, MilestoneRow, OfficeCalendarPage, YearDraft, YearPlan, YearTask};
