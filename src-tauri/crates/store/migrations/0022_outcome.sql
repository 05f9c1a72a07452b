-- A proposal may be withdrawn, and the item of a plan in which it ended is one that is recorded.

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
    outcome text check (outcome in ('reflected', 'partly', 'declined', 'withdrawn')),
    outcome_on text check (date(outcome_on) is outcome_on),
    measure text not null,
    plan_item text references plan_item (id) deferrable initially deferred,
    plan_words text not null,
    budget_year integer check (budget_year between 1900 and 2200),
    budget_line text not null,
    note text not null,
    check ((outcome is null) = (outcome_on is null))
) strict;

-- An item that was named but is not recorded is none.
insert into proposal_new
    select id, year, number, kind, title, expected_at, approved_at, approved_on, addressee, addressed_to, delivered_on,
        delivered_how, answer_due, answered_on, answer, outcome, outcome_on, measure,
        (select i.id from plan_item i where i.id = proposal.plan_item), plan_words, budget_year, budget_line, note
    from proposal;
drop table proposal;
alter table proposal_new rename to proposal;
create unique index proposal_number on proposal (year, kind, number);
create index proposal_approved on proposal (approved_at);
create index proposal_ended_in on proposal (plan_item);
