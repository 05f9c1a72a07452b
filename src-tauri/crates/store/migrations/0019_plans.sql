-- Plans: their order in time, what stands in them, how they were decided and heard by
-- the council; working together with those who carry a plan on; the council's own
-- evaluation; what the figures for prefecture and ministry need.

alter table plan add column predecessor text references plan (id) deferrable initially deferred;

create table plan_item (
    id text primary key not null check (length(id) = 36),
    plan text not null references plan (id) deferrable initially deferred,
    number text not null,
    title text not null,
    target text not null,
    from_year integer not null check (from_year between 1900 and 2200),
    to_year integer check (to_year between 1900 and 2200),
    position integer not null
) strict;
create index plan_item_of on plan_item (plan);

create table issue_plan_item (
    id text primary key not null check (id = issue || '/' || item),
    issue text not null references issue (id) deferrable initially deferred,
    item text not null references plan_item (id) deferrable initially deferred
) strict;
create index issue_plan_item_of on issue_plan_item (issue);
create index issue_plan_item_on on issue_plan_item (item);

-- A law under which the council is heard before the plan is decided.
create table plan_law (
    id text primary key not null check (id = plan || '/' || law),
    plan text not null references plan (id) deferrable initially deferred,
    law text not null references law (id) deferrable initially deferred
) strict;
create index plan_law_of on plan_law (plan);

create table plan_revision (
    id text primary key not null check (length(id) = 36),
    plan text not null references plan (id) deferrable initially deferred,
    kind text not null check (kind in ('made', 'changed')),
    text text not null,
    due_on text check (date(due_on) is due_on),
    decided_on text check (date(decided_on) is decided_on)
) strict;
create index plan_revision_of on plan_revision (plan);

create table hearing (
    id text primary key not null check (length(id) = 36),
    revision text not null references plan_revision (id) deferrable initially deferred,
    asked_by text not null,
    asked_on text check (date(asked_on) is asked_on),
    due_on text check (date(due_on) is due_on),
    meeting text references meeting (id) deferrable initially deferred,
    given_on text check (date(given_on) is given_on),
    answered_on text check (date(answered_on) is answered_on),
    note text not null
) strict;
create index hearing_of on hearing (revision);
create index hearing_at on hearing (meeting);

create table hearing_law (
    id text primary key not null check (id = hearing || '/' || law),
    hearing text not null references hearing (id) deferrable initially deferred,
    law text not null references law (id) deferrable initially deferred
) strict;
create index hearing_law_of on hearing_law (hearing);

create table hearing_opinion (
    id text primary key not null check (length(id) = 36),
    hearing text not null references hearing (id) deferrable initially deferred,
    item text references plan_item (id) deferrable initially deferred,
    text text not null,
    answer text not null,
    treatment text check (treatment in ('adopted', 'partly', 'already', 'noted', 'declined')),
    position integer not null
) strict;
create index hearing_opinion_of on hearing_opinion (hearing);
create index hearing_opinion_on on hearing_opinion (item);

create table hearing_opinion_issue (
    id text primary key not null check (id = opinion || '/' || issue),
    opinion text not null references hearing_opinion (id) deferrable initially deferred,
    issue text not null references issue (id) deferrable initially deferred
) strict;
create index hearing_opinion_issue_of on hearing_opinion_issue (opinion);
create index hearing_opinion_issue_on on hearing_opinion_issue (issue);

create table cooperation (
    id text primary key not null check (length(id) = 36),
    day text not null check (date(day) is day),
    kind text not null check (kind in ('information', 'exchange', 'study')),
    body text references body (id) deferrable initially deferred,
    partner text not null,
    text text not null,
    papers text not null
) strict;
create index cooperation_by_day on cooperation (day);
create index cooperation_with on cooperation (body);

create table evaluation (
    id text primary key not null check (id = year || '/' || field),
    year integer not null check (year between 1900 and 2200),
    field text not null check (field in ('meetings', 'attendance', 'issues', 'proposals', 'feedback', 'subcommittees',
        'plans', 'whole')),
    judgement text check (judgement in ('as_planned', 'mostly', 'improve', 'not_done')),
    good text not null,
    change text not null,
    measures text not null
) strict;

-- What a member said of being disabled, or of a disabled family, and whether it may be counted.
create table lived_experience (
    id text primary key not null check (length(id) = 36 and id = person),
    person text not null references person (id) deferrable initially deferred,
    standing text not null check (standing in ('disabled', 'family', 'both', 'neither')),
    kinds text not null check (json_valid(kinds)),
    may_tell integer not null check (may_tell in (0, 1))
) strict;

-- A figure that the program cannot know, as the office typed it for a year.
create table survey_figure (
    id text primary key not null check (id = year || '/' || key),
    year integer not null check (year between 1900 and 2200),
    key text not null,
    value text not null,
    note text not null
) strict;
