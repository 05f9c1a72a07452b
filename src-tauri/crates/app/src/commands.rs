//! The contract: every command that the window, the command line or a test may
//! call, one line each, with its arguments and results by subject in the files
//! below. Reads get `&App`, so that the compiler forbids them to write; writes
//! answer in one envelope, [`Done`].

mod agenda;
mod agenda_life;
mod bodies;
mod cards;
mod cases;
mod chart;
mod day;
mod days;
mod deliveries;
mod elections;
mod envelope;
mod founding;
mod history;
mod issued;
mod issues;
mod letters;
mod lists;
mod meeting_life;
mod meetings;
mod members;
pub(crate) mod minutes;
mod notices;
mod paper_sets;
mod papers;
mod pay;
mod people;
mod resolutions;
mod room;
mod rosters;
mod round;
mod scenario;
mod search;
mod today;
mod turnout;
mod year_plan;

use crate::agenda::{AgendaClock, AgendaList, AgendaOffer, AgendaPreview, TemplateRow};
use crate::answers::{AnswerRow, CouncilSettings};
use crate::attendance::AttendanceList;
use crate::bodies::{BodyPage, YearDifferences};
use crate::cards::CardPerson;
use crate::chart::{BoxPage, CouncilRow, LiveChart};
use crate::column_sets::{ColumnRow, ColumnSetRow};
use crate::council::{App, Written};
use crate::day::DayPage;
use crate::deliveries::DeliveryPage;
use crate::elections::hold::ElectionPreview;
use crate::elections::page::{MeetingElections, OfficerTerm};
use crate::error::{AppError, Result};
use crate::history::details::ChangeDetails;
use crate::history::{HistoryRow, UndoNames};
use crate::issued::IssuedRow;
use crate::issued::sets::{IssuedSetRow, PacketSetRow};
use crate::issues::{IssueCaseRow, IssueFlowPage, IssueItem, IssuePage, IssueRemark, IssueThemes, IssueWords};
use crate::leaving::LeaveOutlook;
use crate::letters::{
    LetterCandidate, LetterPlan, LetterSettings, MeetingLetterPeople, TakenNumber, TakenNumbers, WordingRow,
};
use crate::lists::{BodyRow, MeetingRow, MemberRow};
use crate::meetings::{
    MeetingChange, MeetingPage, MeetingRecord, MeetingRulePage, MeetingSummary, MoveOutlook, NextMeeting,
};
use crate::members::choices::BodyChoices;
use crate::members::details::PersonDetails;
use crate::members::preview::AppointPreview;
use crate::members::vacancies::VacantSeat;
use crate::members::{MemberTable, PersonLine};
use crate::minutes::corrections::CorrectionRound;
use crate::minutes::facts::{DecisionItem, TaskItem};
use crate::minutes::page::{MinutesPage, SpellingHit};
use crate::minutes::transcript::TranscriptPreview;
use crate::notices::gallery::{ErasableMeeting, GalleryPage};
use crate::notices::needs::NeedRow;
use crate::notices::opinions::OpinionRow;
use crate::notices::replies::ReplyList;
use crate::organizations::{OrganizationDetails, OrganizationRow};
use crate::papers::{PaperList, PaperStylePage};
use crate::pay::lists::{PayListPage, PayListRow};
use crate::pay::settings::PaySettings;
use crate::people::PersonRow;
use crate::people::logged::LoggedPerson;
use crate::people::merge::{Duplicate, MergePreview};
use crate::printing::{Document, LostCharacter};
use crate::proposals::ProposalRow;
use crate::report::ReportPlace;
use crate::round::{Appointed, RoundChoice, RoundList, RoundOutlook, Touched};
use crate::search::SearchAnswer;
use crate::seating::room::SeatingPage;
use crate::seats::{PostRow, SeatDetails};
use crate::today::{NavCounts, Today};
use crate::turnout::Turnout;
use crate::year_plan::{LeadTable, MilestoneRow, OfficeCalendarPage, YearDraft, YearPlan, YearTask};
pub use agenda::*;
pub use agenda_life::*;
pub use bodies::*;
pub use cards::*;
pub use cases::*;
pub use chart::*;
pub use day::*;
pub use days::*;
pub use deliveries::*;
pub use elections::*;
pub use envelope::{Done, Nothing, day, done, year};
use envelope::{bad_code, from_json, to_json};
pub use founding::*;
pub use history::*;
pub use issued::*;
pub use issues::*;
pub use letters::*;
pub use lists::*;
pub use meeting_life::*;
pub use meetings::*;
pub use members::*;
pub use minutes::*;
pub use notices::*;
pub use paper_sets::*;
pub use papers::*;
pub use pay::*;
pub use people::*;
pub use resolutions::*;
pub use room::*;
pub use rosters::*;
pub use round::*;
pub use scenario::*;
pub use search::*;
use today::*;
pub use turnout::*;
pub use year_plan::*;

macro_rules! commands {
    (reads { $($read:ident($read_args:ty) -> $read_out:ty;)* } writes { $($write:ident($write_args:ty) -> $write_out:ty;)* }) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$(stringify!($read),)* $(stringify!($write),)*];

        /// Runs a command by name: the one door into the application.
        ///
        /// # Errors
        /// [`AppError::BadRequest`] for an unknown name or arguments of another shape; those of the command.
        pub fn dispatch(app: &mut App, name: &str, args: serde_json::Value) -> Result<serde_json::Value> {
            match name {
                $(stringify!($read) => to_json(&$read(app, from_json::<$read_args>(args)?)?),)*
                $(stringify!($write) => to_json(&done::<$write_out>($write(app, from_json::<$write_args>(args)?)?)),)*
                other => Err(AppError::BadRequest(format!("no command {other}"))),
            }
        }

        /// Visits the types of every command, and writes its line of the contract.
        pub(crate) fn contract(out: &mut crate::typescript::Contract<'_>) {
            $(out.command::<$read_args, $read_out>(stringify!($read));)*
            $(out.command::<$write_args, Done<$write_out>>(stringify!($write));)*
        }
    };
}

commands! {
    reads {
        read_day(DayAsTyped) -> Option<DayRead>;
        list_answers(Nothing) -> Vec<AnswerRow>;
        council_settings(Nothing) -> CouncilSettings;
        list_bodies(OnDay) -> Vec<BodyRow>;
        list_meetings(WhichMeetings) -> Vec<MeetingRow>;
        list_members(BodyOnDay) -> Vec<MemberRow>;
        list_people(Nothing) -> Vec<PersonRow>;
        list_organizations(Nothing) -> Vec<OrganizationRow>;
        list_agenda(WhichMeeting) -> AgendaList;
        agenda_offers(WhichMeeting) -> Vec<AgendaOffer>;
        agenda_clock(MeetingAt) -> AgendaClock;
        agenda_preview(FillAgenda) -> AgendaPreview;
        new_agenda_preview(NewAgenda) -> AgendaPreview;
        list_templates(TemplatesOf) -> Vec<TemplateRow>;
        scenario_wordings(Nothing) -> ScenarioWordings;
        meeting_rule(OneBody) -> MeetingRulePage;
        year_meetings(WhichMeetings) -> Vec<MeetingSummary>;
        meeting_page(WhichMeeting) -> MeetingPage;
        next_meeting(BodyAndDay) -> NextMeeting;
        list_attendance(WhichMeeting) -> AttendanceList;
        day_page(WhichMeeting) -> DayPage;
        seating_page(WhichMeeting) -> SeatingPage;
        turnout(TurnoutDays) -> Turnout;
        report_texts(InYear) -> Vec<ReportPlace>;
        pay_settings(OnDay) -> PaySettings;
        pay_lists(Nothing) -> Vec<PayListRow>;
        pay_list(WhichPayList) -> PayListPage;
        meeting_record(WhichMeeting) -> MeetingRecord;
        meeting_history(WhichMeeting) -> Vec<MeetingChange>;
        minutes_page(WhichMeeting) -> MinutesPage;
        minutes_spelling(WhichMeeting) -> Vec<SpellingHit>;
        correction_round(WhichMeeting) -> CorrectionRound;
        list_tasks(WhichTasks) -> Vec<TaskItem>;
        list_decisions(WhichDecisions) -> Vec<DecisionItem>;
        transcript_preview(TranscriptForm) -> TranscriptPreview;
        list_papers(WhichMeeting) -> PaperList;
        list_deliveries(WhichMeeting) -> DeliveryPage;
        paper_style(OneBody) -> PaperStylePage;
        try_paper_style(TriedPaperStyle) -> Vec<String>;
        issued_sets(WhichMeeting) -> Vec<IssuedSetRow>;
        packet_sets(WhichPacketSets) -> Vec<PacketSetRow>;
        year_plan(InYear) -> YearPlan;
        year_tasks(InYear) -> Vec<YearTask>;
        list_milestones(InYear) -> Vec<MilestoneRow>;
        office_calendar(InYear) -> OfficeCalendarPage;
        lead_times(Nothing) -> LeadTable;
        propose_year(YearPattern) -> YearDraft;
        look_at_year(YearRows) -> YearDraft;
        move_outlook(MeetingToDay) -> MoveOutlook;
        list_issues(WhichIssues) -> Vec<IssueItem>;
        issue_words(Nothing) -> IssueWords;
        issue_flow(FlowYear) -> IssueFlowPage;
        issue_themes(Nothing) -> IssueThemes;
        issue_page(WhichIssue) -> IssuePage;
        next_issue_number(IssueReceipt) -> IssueNumber;
        issue_cases(WhichIssue) -> Vec<IssueCaseRow>;
        destroyed_cases(Nothing) -> Vec<DestroyedCaseRow>;
        look_at_text(TypedText) -> Vec<IssueRemark>;
        list_proposals(Nothing) -> Vec<ProposalRow>;
        list_issued(WhichIssued) -> Vec<IssuedRow>;
        issued_naming(WhoIsNamed) -> Vec<IssuedRow>;
        letter_candidates(LetterOnDay) -> Vec<LetterCandidate>;
        letter_plan(LetterBatch) -> LetterPlan;
        letter_wordings(Nothing) -> Vec<WordingRow>;
        letter_settings(Nothing) -> LetterSettings;
        letter_numbers(Nothing) -> Vec<TakenNumber>;
        meeting_letter_people(LetterOfMeeting) -> MeetingLetterPeople;
        meeting_replies(WhichMeeting) -> ReplyList;
        meeting_needs(WhichMeeting) -> Vec<NeedRow>;
        list_opinions(WhichMeeting) -> Vec<OpinionRow>;
        meeting_gallery(WhichMeeting) -> GalleryPage;
        erasable_applicants(Nothing) -> Vec<ErasableMeeting>;
        lost_characters(Document) -> Vec<LostCharacter>;
        body_notices(BodyOnDay) -> Vec<String>;
        term_end(BodyOnDay) -> TermEnd;
        relationship_chart(WhichChart) -> DrawnChart;
        chart_scene(WhichChart) -> LiveChart;
        composition_scene(WhichTree) -> LiveChart;
        council_list(WhichCouncilYear) -> Vec<CouncilRow>;
        council_choices(WhichCouncilYear) -> CouncilChoices;
        body_page(BodyInYear) -> BodyPage;
        box_page(BoxInYear) -> BoxPage;
        year_differences(WhichCouncilYear) -> YearDifferences;
        meeting_elections(WhichMeeting) -> MeetingElections;
        election_preview(ElectionForm) -> ElectionPreview;
        officer_history(OneBody) -> Vec<OfficerTerm>;
        member_table(WhichMembers) -> MemberTable;
        people_table(OnDay) -> Vec<PersonLine>;
        person_details(PersonOnDay) -> PersonDetails;
        list_columns(Nothing) -> Vec<ColumnRow>;
        list_column_sets(Nothing) -> Vec<ColumnSetRow>;
        card_people(WhichPeople) -> Vec<CardPerson>;
        vacant_seats(OnDay) -> Vec<VacantSeat>;
        rounds(Nothing) -> Vec<RoundChoice>;
        round_list(WhichRound) -> RoundList;
        round_outlook(RoundAppointments) -> RoundOutlook;
        leave_outlook(WhichLeaving) -> LeaveOutlook;
        body_choices(BodyOnDay) -> BodyChoices;
        appoint_preview(AppointMember) -> AppointPreview;
        organization_details(OrganizationOnDay) -> OrganizationDetails;
        seat_details(WhichSeat) -> SeatDetails;
        list_posts(Nothing) -> Vec<PostRow>;
        same_name(NameAndReading) -> Vec<PersonRow>;
        duplicate_people(Nothing) -> Vec<Duplicate>;
        distinct_people(Nothing) -> Vec<Duplicate>;
        logged_people(Nothing) -> Vec<LoggedPerson>;
        merge_preview(TwoRecords) -> MergePreview;
        search_words(SearchText) -> Vec<String>;
        history(WhichChanges) -> Vec<HistoryRow>;
        change_details(OneChange) -> ChangeDetails;
        history_of(HistoryOf) -> Vec<HistoryRow>;
        undoable(Nothing) -> UndoNames;
        today(Nothing) -> Today;
        nav_counts(Nothing) -> NavCounts;
        search(SearchFor) -> SearchAnswer;
    }
    writes {
        add_person(NewPerson) -> String;
        update_person(PersonChange) -> ();
        purge_person(PurgePerson) -> ErasedPerson;
        change_name(ChangedName) -> ();
        set_former_names(FormerNames) -> ();
        merge_people(MergePeople) -> ();
        set_address(AddressForm) -> String;
        remove_address(WhichAddress) -> ();
        update_organization(OrganizationFacts) -> ();
        set_representatives(OrganizationSigns) -> ();
        set_distinct(TwoPeopleApart) -> ();
        add_substitute(NewSubstitute) -> String;
        update_substitute(SubstituteDays) -> ();
        remove_substitute(WhichSubstitute) -> ();
        add_organization(NewOrganization) -> String;
        set_affiliation(NewAffiliation) -> ();
        add_seat(NewSeat) -> String;
        appoint_member(AppointMember) -> AppointedMember;
        end_appointment(EndAppointment) -> Option<String>;
        set_round_step(RoundStep) -> Touched;
        set_round_due(RoundStep) -> Touched;
        name_again(RoundSeats) -> Touched;
        set_round_row(RoundRowFacts) -> Touched;
        open_nominations(RoundSeats) -> Touched;
        remove_nominations(RoundSeats) -> Touched;
        appoint_round(RoundAppointments) -> Appointed;
        record_election(Elect) -> String;
        hold_election(ElectionForm) -> HeldElection;
        remove_election(WhichElection) -> ();
        update_appointment(AppointmentChange) -> ();
        remove_appointment(WhichAppointment) -> ();
        end_office(EndOffice) -> ();
        remove_office(WhichOffice) -> ();
        update_seat(SeatChange) -> ();
        end_seat(EndSeat) -> ();
        rename_organization(NewName) -> ();
        save_column_set(NewColumnSet) -> String;
        remove_column_set(WhichColumnSet) -> ();
        add_meeting(NewMeeting) -> String;
        add_agenda_item(NewAgendaItem) -> String;
        set_item_papers(ItemPapers) -> ();
        update_meeting(MeetingFacts) -> ();
        set_meeting_state(MeetingTo) -> ();
        set_copies(MeetingCopies) -> ();
        remove_meeting(WhichMeeting) -> ();
        move_meeting(MeetingMove) -> ();
        lay_out_year(YearRows) -> u32;
        save_milestone(MilestoneForm) -> String;
        remove_milestone(WhichMilestone) -> ();
        save_day_rule(DayRuleForm) -> String;
        remove_day_rule(WhichDayRule) -> ();
        set_lead_times(LeadForm) -> ();
        set_attendance(MeetingAttendance) -> ();
        set_step_outs(MemberOuts) -> ();
        set_attendees(MeetingOthers) -> ();
        set_meeting_day(MeetingDayForm) -> ();
        set_quorum_rule(QuorumRuleForm) -> ();
        set_room(RoomForm) -> ();
        reset_room(RoomFrom) -> ();
        set_report_text(ReportTextForm) -> ();
        set_pay_rule(PayRuleForm) -> ();
        set_pay_rate(PayRateForm) -> String;
        remove_pay_rate(WhichPayRate) -> ();
        set_pay_exception(PayExceptionForm) -> ();
        set_travel(TravelForm) -> ();
        set_tax_table(TaxTableForm) -> String;
        remove_tax_table(WhichTaxTable) -> ();
        add_pay_list(PayListForm) -> String;
        set_withheld(WithheldForm) -> ();
        close_pay_list(ClosePayList) -> ();
        reopen_pay_list(ReopenPayList) -> ();
        remove_pay_list(WhichPayList) -> ();
        update_agenda_item(AgendaItemFacts) -> ();
        move_agenda_item(ItemTo) -> ();
        remove_agenda_item(WhichItem) -> ();
        write_minutes(MinutesWriting) -> MinutesWritten;
        fill_minutes(WhichMeeting) -> ();
        update_minutes(MinutesHead) -> ();
        remove_minutes(WhichMeeting) -> ();
        set_minutes_rule(BodyMinutes) -> ();
        send_minutes(SentMinutes) -> ();
        approve_minutes(ApprovedMinutes) -> ();
        reopen_minutes(ReopenedMinutes) -> ();
        set_decision(DecisionForm) -> ();
        set_task(TaskForm) -> ();
        finish_task(FinishedTask) -> ();
        keep_correction(CorrectionForm) -> String;
        decide_correction(CorrectionChoice) -> ();
        remove_correction(WhichCorrection) -> ();
        set_minutes_answers(MinutesAnswers) -> ();
        import_transcript(TranscriptForm) -> u32;
        fill_agenda(FillAgenda) -> ();
        copy_agenda(CopyAgenda) -> ();
        take_offer(TakeOffer) -> String;
        set_left_over(LeftOverForm) -> ();
        drop_left_over(DropLeftOver) -> ();
        begin_item(BeginItem) -> ();
        set_item_times(ItemTimesForm) -> ();
        save_template(TemplateForm) -> String;
        set_scenario_wording(ScenarioText) -> ();
        reset_scenario_wording(WhichScenarioPart) -> ();
        remove_template(OwnTemplate) -> ();
        postpone_meeting(PostponeForm) -> ();
        cancel_meeting(CancelForm) -> ();
        set_meeting_counts(MeetingCounts) -> ();
        set_joint_bodies(JointForm) -> ();
        set_meeting_rule(MeetingRuleForm) -> ();
        add_own_paper(NewOwnPaper) -> String;
        update_paper(PaperFacts) -> ();
        remove_paper(WhichPaper) -> ();
        renumber_papers(PaperNumbers) -> ();
        set_paper_items(PaperItems) -> ();
        set_paper_style(BodyPaperStyle) -> ();
        order_papers(PaperOrder) -> ();
        set_paper_handling(PaperHandlingForm) -> ();
        record_delivery(DeliveryForm) -> DeliveryDone;
        update_delivery(DeliveryChange) -> ();
        remove_deliveries(WhichDeliveries) -> u32;
        add_issue(IssueForm) -> String;
        update_issue(IssueChange) -> ();
        record_issue_step(NewIssueStep) -> ();
        remove_issue_step(WhichIssueStep) -> ();
        set_feedback(IssueFeedback) -> ();
        link_issues(IssueJoin) -> ();
        unlink_issues(IssueJoin) -> ();
        link_case(CaseOfIssue) -> ();
        unlink_case(CaseOfIssue) -> ();
        drop_issued(DropIssued) -> u32;
        take_letter_numbers(TakeNumbers) -> TakenNumbers;
        set_wording(WordingText) -> ();
        reset_wording(WhichWording) -> ();
        update_letter_settings(LetterSettingsChange) -> ();
        set_convocation(ConvocationDays) -> ();
        send_notice(SentNotice) -> ();
        set_replies(MeetingReplies) -> ();
        take_over_replies(WhichMeeting) -> u32;
        set_guest(GuestForm) -> String;
        remove_guest(WhichGuest) -> ();
        set_arrangement(ArrangementForm) -> ();
        set_opinion(OpinionForm) -> String;
        remove_opinion(WhichOpinion) -> ();
        set_gallery(GalleryForm) -> ();
        set_applicant(ApplicantForm) -> String;
        remove_applicant(WhichApplicant) -> ();
        decide_applicants(WhichMeeting) -> u32;
        set_gallery_office(GalleryKeeping) -> ();
        erase_applicants(EraseApplicants) -> u32;
        pin_box(PinBox) -> ();
        unpin_box(BoxKey) -> ();
        unpin_all(WhichSheet) -> ();
        add_body(AddedBody) -> String;
        revise_body(BodyWords) -> ();
        correct_body(BodyWords) -> ();
        place_body(PlacedBody) -> ();
        end_body(EndedBody) -> ();
        remove_body(OneBody) -> ();
        set_resolution(ResolutionForm) -> ();
        add_flow(AddedArrow) -> String;
        change_flow(ChangedArrow) -> ();
        confirm_flow(ConfirmedArrow) -> ();
        remove_flow(RemovedArrow) -> ();
        set_answer(GivenAnswer) -> ();
        update_council(CouncilChange) -> ();
        undo(Nothing) -> String;
        redo(Nothing) -> String;
    }
}

fn undo(app: &mut App, _: Nothing) -> Result<Written<String>> {
    app.undo()
}

fn redo(app: &mut App, _: Nothing) -> Result<Written<String>> {
    app.redo()
}
