-- What a subcommittee sets out to do in a year, how far it has come, who met besides its own
-- meetings, and what it reports.

create table work_plan (
    id text primary key not null check (id = body || '/' || year),
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    goal text not null,
    policy text not null,
    note text not null
) strict;
create index work_plan_year on work_plan (year);

create table work_plan_theme (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    position integer not null,
    title text not null check (title <> '')
) strict;
create index work_plan_theme_of on work_plan_theme (year, body);

create table work_plan_issue (
    id text primary key not null check (id = theme || '/' || issue),
    theme text not null references work_plan_theme (id) deferrable initially deferred,
    issue text not null references issue (id) deferrable initially deferred,
    position integer not null
) strict;
create index work_plan_issue_of on work_plan_issue (theme);
create index work_plan_issue_issue on work_plan_issue (issue);

create table work_plan_step (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    position integer not null,
    time text not null,
    due_on text check (date(due_on) is due_on),
    activity text not null check (activity <> ''),
    who text not null
) strict;
create index work_plan_step_of on work_plan_step (year, body);

create table work_plan_progress (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    step text references work_plan_step (id) deferrable initially deferred,
    day text not null check (date(day) is day),
    state text not null check (state in ('on_time', 'late', 'done')),
    text text not null
) strict;
create index work_plan_progress_of on work_plan_progress (year, body);
create index work_plan_progress_step on work_plan_progress (step);

create table gathering (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    position integer not null,
    kind text not null check (kind in ('working_group', 'training', 'exchange', 'other')),
    name text not null check (name <> ''),
    purpose text not null,
    members text not null
) strict;
create index gathering_of on gathering (year, body);

create table gathering_day (
    id text primary key not null check (length(id) = 36),
    gathering text not null references gathering (id) deferrable initially deferred,
    day text not null check (date(day) is day),
    place text not null,
    outcome text not null
) strict;
create index gathering_day_of on gathering_day (gathering);

-- A report is a draft until a meeting of the steering body has it, and reported when one of
-- the plenary has it.
create table subcommittee_report (
    id text primary key not null check (id = body || '/' || year || '/' || kind),
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    kind text not null check (kind in ('activity', 'next_plan', 'evaluation')),
    submitted_at text references meeting (id) deferrable initially deferred,
    reported_at text references meeting (id) deferrable initially deferred
) strict;
create index subcommittee_report_year on subcommittee_report (year);
create index subcommittee_report_submitted on subcommittee_report (submitted_at);
create index subcommittee_report_reported on subcommittee_report (reported_at);

create table subcommittee_text (
    id text primary key not null check (id = report || '/' || part),
    report text not null references subcommittee_report (id) deferrable initially deferred,
    part text not null,
    text text not null
) strict;
create index subcommittee_text_of on subcommittee_text (report);
