//! What is carried to whoever does the clerical work (V28), table by table and column by column.
//! What is not named here is not carried; a test holds that every table and column is named.

/// A table that is carried.
#[derive(Debug)]
pub(crate) struct Carried {
    /// The table.
    pub(crate) table: &'static str,
    /// Which of its rows, as SQL; all where empty.
    pub(crate) only: &'static str,
    /// The columns that are carried.
    pub(crate) keep: &'static [&'static str],
    /// The columns that are not, each with what stands in its place.
    pub(crate) blank: &'static [(&'static str, &'static str)],
}

macro_rules! carried {
    ($($table:ident $(only $only:literal)* [$($keep:tt)*] $([$($blank:ident = $value:literal)*])?)*) => {
        &[$(Carried {
            table: stringify!($table),
            only: concat!("" $(, $only)*),
            keep: &[$(stringify!($keep)),*],
            blank: &[$($((stringify!($blank), $value)),*)?],
        }),*]
    };
}

/// What is carried: which rows of a table, which of their columns, and what stands for those
/// that are not.
pub(crate) const CARRIED: &[Carried] = carried! {
    address
        only "organization is not null or kind in ('work', 'office')"
        [id person organization kind postal_code lines telephone email for_letters from_day to_day position] [note = "null"]
    affiliation
        [id person organization post from_day to_day]
    agenda_item
        only "closed_reason is null and meeting in (select id from meeting where closed_reason is null)"
        [id meeting position kind title presenter minutes closed_reason level mark approves carried_from issue
            left_over left_note dropped started_at ended_at]
    agenda_paper
        [id item paper position]
    agenda_template
        [id body use name items position]
    answer
        [id answer position]
    appointment
        [id seat body person category verb kind decided_on start_day end_day end_rule ended_on predecessor route
            letter_number] [end_reason = "null" exception = "null"]
    attendance
        [id meeting appointment presence proxy]
    attendance_time
        [id attendance came gone] [note = "null"]
    attendee
        [id meeting kind name affiliation position]
    body
        [id key kind parent from_year to_year position resolved_at resolution_note]
    body_quorum
        [id body share proxies online without_recused]
    body_version
        [id body from_year name note frequency term_rule verb texts categories officers replacement limits]
    convocation
        [id reply_by opinions_by opinions_hour needs_by noticed_on]
    council
        [id name municipality purposes philosophy_source philosophy legal_basis secretariat consignment power
            date_style numbering notice]
    day_record
        [id meeting opened closed admitted left_early refused press]
    day_rule
        [id kind from_day to_day yearly name]
    election
        [id body title meeting item method manner named_by presided_by acclaimed rounds by_lot lot_drawn_by note]
    flow
        [id from_body from_plan to_body to_plan label kind direction certainty note from_year to_year position]
    gallery
        [id capacity admission apply_from apply_by how]
    gallery_office
        [id keep_days asks_address]
    gathering
        [id body year position kind name purpose members]
    gathering_day
        [id gathering day place outcome]
    guest
        [id meeting kind organization post name item comes]
    issue
        [id year number title gist background resources measures field level inlet raised_by received_on stage
            owner due_on feedback_on search no_feedback raised_on brought_by paper paper_text meeting item entry]
    issue_event
        [id issue day stage body meeting text kind item entry to_body due_on]
    issue_link
        [id from_issue to_issue kind reason]
    issue_plan_item
        [id issue item]
    issue_task
        [id issue event text owner person body organization name due_on done_on outcome]
    law
        [id citation text as_of certainty]
    lead_time
        [id body task days]
    letter_office
        [id sender seal contact pattern batch]
    letter_wording
        [id kind of_body subject body items]
    meeting
        [id body number day start_time end_time place mode closed_reason state layout copies secretariat counts
            off_reason off_on]
    meeting_joint
        [id meeting body number position]
    meeting_rule
        [id body counting first since years title style]
    milestone
        only "internal = 0"
        [id kind title from_day to_day body internal note]
    minutes
        only "meeting in (select id from meeting where closed_reason is null)"
        [id meeting style labels heading other outline observers letters sent_on due_on approved_on approved_by
            approved_at reopened]
    minutes_decision
        only "meeting in (select id from meeting where closed_reason is null)"
        [id meeting body year number kind manner yes no abstain left_room told_to]
    minutes_entry
        only "closed_reason is null and meeting in (select id from meeting where closed_reason is null) and"
        only " (item is null or item in (select id from agenda_item where closed_reason is null))"
        [id meeting item position kind role person name text closed_reason at search]
    minutes_rule
        [id body style labels approval answer_days heading]
    minutes_task
        only "meeting in (select id from meeting where closed_reason is null)"
        [id meeting owner person body organization name due_on done_on outcome]
    nomination
        [id seat organization asked_on due_on replied_on person consented_on decided_on round_on start_on ask_due
            consent_due decide_due letter_due roster_due letter_on roster_on appointment] [note = "null"]
    office
        [id body title person appointment elected_at method start_day end_day]
    organization
        [id names search kana delivery]
    paper
        only "closed_reason is null and json_extract(handling, '$.collect') is not 1 and meeting in (select"
        only " id from meeting where closed_reason is null)"
        [id meeting number title class revision closed_reason content] [handling = "'{}'"]
    paper_style
        [id style]
    person
        [id family given family_kana given_kana latin letter_title publication search delivery] [glyph_note = "null" needs = "'[]'" contact = "null" gender = "null" former_names = "'[]'"]
    pin
        [id chart key x_um y_um]
    plan
        [id key kind parent name note period_from period_to from_year to_year position predecessor]
    plan_item
        [id plan number title target from_year to_year position]
    post
        [id name organization]
    postponement
        [id meeting was_day was_start was_end was_place was_noticed to_day reason decided_on]
    proposal
        [id year number kind title expected_at approved_at approved_on addressee addressed_to delivered_on delivered_how
            answer_due answered_on answer outcome outcome_on measure plan_item plan_words budget_year budget_line]
        [note = "''"]
    proposal_figure
        [id proposal position label value source]
    proposal_issue
        [id proposal issue position]
    proposal_meeting
        [id proposal meeting position]
    proposal_part
        [id proposal position kind heading text]
    reply
        [id meeting appointment answer proxy received_on] [needs = "'[]'" note = "null"]
    report_text
        [id year place text]
    representative
        [id organization post name title from_day to_day]
    room
        [id meeting room]
    scenario_wording
        [id text]
    seat
        [id body category filler post organization head_of nominator position from_day to_day kind]
    subcommittee_report
        [id body year kind submitted_at reported_at]
    subcommittee_text
        [id report part text]
    substitute
        [id seat member person from_day to_day]
    work_plan
        [id body year goal policy] [note = "''"]
    work_plan_issue
        [id theme issue position]
    work_plan_progress
        [id body year step day state text]
    work_plan_step
        [id body year position time due_on activity who]
    work_plan_theme
        [id body year position title]
};

/// Tables of which nothing leaves.
pub(crate) const NEVER: &[&str] = &[
    "arrangement",
    "change",
    "change_row",
    "column_set",
    "consignment",
    "cooperation",
    "delivery",
    "destroyed_case",
    "distinct_people",
    "election_candidate",
    "evaluation",
    "feedback",
    "gallery_applicant",
    "hearing",
    "hearing_law",
    "hearing_opinion",
    "hearing_opinion_issue",
    "issue_case",
    "issued",
    "issued_packet",
    "issued_person",
    "leaving",
    "letter",
    "letter_series",
    "lived_experience",
    "minutes_answer",
    "minutes_correction",
    "opinion",
    "pay_exception",
    "pay_list",
    "pay_rate",
    "pay_rule",
    "plan_law",
    "plan_revision",
    "setting",
    "step_out",
    "survey_figure",
    "tax_table",
    "travel",
];
