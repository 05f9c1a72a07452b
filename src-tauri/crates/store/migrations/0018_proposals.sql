-- Proposals as whole records: number, kind, parts of the text, grounds, approval, delivery,
-- answer and what became of it; and each time that somebody was told of an issue.

create table proposal_new (
    id text primary key not null check (length(id) = 36),
    year integer not null check (year between 1900 and 2200),
    number integer not null check (number between 1 and 65535),
    kind text not null check (kind in ('proposal', 'opinion', 'recommendation', 'report')),
    title text not null,
    expected_at text references meeting (id) deferrable initially deferred,
    approved_at text references meeting (id) deferrable initially deferred,
    approved_on text check (date(approved_on) is approved_on),
    addressee text not null,
    addressed_to text references organization (id) deferrable initially deferred,
    delivered_on text check (date(delivered_on) is delivered_on),
    delivered_how text check (delivered_how in ('hand', 'post', 'internal', 'mail', 'other')),
    answer_due text check (date(answer_due) is answer_due),
    answered_on text check (date(answered_on) is answered_on),
    answer text,
    outcome text check (outcome in ('reflected', 'partly', 'declined')),
    outcome_on text check (date(outcome_on) is outcome_on),
    measure text not null,
    plan_item text check (length(plan_item) = 36),
    plan_words text not null,
    budget_year integer check (budget_year between 1900 and 2200),
    budget_line text not null,
    note text not null,
    check ((outcome is null) = (outcome_on is null))
) strict;

create table proposal_part (
    id text primary key not null check (id = proposal || '/' || position),
    proposal text not null references proposal_new (id) deferrable initially deferred,
    position integer not null,
    kind text not null check (kind in ('foreword', 'course', 'discussion', 'proposal', 'other')),
    heading text not null,
    text text not null
) strict;
create index proposal_part_of on proposal_part (proposal);

-- A proposal of before is numbered in its year, in the order in which it left.
insert into proposal_new
    select id, year, row_number() over (partition by year order by ifnull(dated, '9999'), id), 'proposal', title, null,
        approved_at, approved, addressee, null, delivered_on, null, null, answered_on, answer, null, null, '', null, '',
        null, '', ''
    from (
        select proposal.*, meeting.day as approved, coalesce(delivered_on, meeting.day, answered_on) as dated,
            cast(strftime('%Y', coalesce(delivered_on, meeting.day, answered_on,
                (select max(day) from meeting), '2022-04-01'), '-3 months') as integer) as year
        from proposal left join meeting on meeting.id = proposal.approved_at
    );
insert into proposal_part select id || '/0', id, 0, 'proposal', '', text from proposal where text <> '';
drop table proposal;
alter table proposal_new rename to proposal;
create unique index proposal_number on proposal (year, kind, number);
create index proposal_approved on proposal (approved_at);
create index proposal_issue_on on proposal_issue (issue);

create table proposal_meeting (
    id text primary key not null check (id = proposal || '/' || meeting),
    proposal text not null references proposal (id) deferrable initially deferred,
    meeting text not null references meeting (id) deferrable initially deferred,
    position integer not null
) strict;
create index proposal_meeting_of on proposal_meeting (proposal);

-- A figure on which a proposal rests: what, how much, from where.
create table proposal_figure (
    id text primary key not null check (id = proposal || '/' || position),
    proposal text not null references proposal (id) deferrable initially deferred,
    position integer not null,
    label text not null,
    value text not null,
    source text not null
) strict;
create index proposal_figure_of on proposal_figure (proposal);

-- Whoever raised an issue was told how far it had come.
create table feedback (
    id text primary key not null check (id = issue || '/' || day),
    issue text not null references issue (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    day text not null check (date(day) is day),
    stage text not null check (stage <> '')
) strict;
create index feedback_of on feedback (organization);
insert into feedback
    select id || '/' || feedback_on, id, raised_by, feedback_on,
        ifnull((select e.stage from issue_event e where e.issue = issue.id and e.day <= feedback_on
            order by e.day desc, e.id desc limit 1), stage)
    from issue where feedback_on is not null;

-- A letter may go with a proposal, too; as before it refers to nobody.
alter table letter add column proposal text check (length(proposal) = 36);
