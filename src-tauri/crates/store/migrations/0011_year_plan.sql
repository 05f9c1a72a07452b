-- The office's own milestones, the days on which it is open or closed by its own
-- decision, and how many days before or after a meeting something is due.

create table milestone (
    id text primary key not null check (length(id) = 36),
    kind text not null check (kind in ('budget_request', 'plan', 'assembly', 'public_comment', 'other')),
    title text not null,
    from_day text not null,
    to_day text check (to_day is null or to_day >= from_day),
    body text references body (id) deferrable initially deferred,
    internal integer not null check (internal in (0, 1)),
    note text not null
) strict;
create index milestone_by_day on milestone (from_day);

create table day_rule (
    id text primary key not null check (length(id) = 36),
    kind text not null check (kind in ('closed', 'open', 'holiday', 'no_holiday')),
    from_day text not null,
    to_day text not null check (to_day >= from_day),
    yearly integer not null check (yearly in (0, 1)),
    name text not null
) strict;

-- The identifier is the task, after the body's where it is set for one.
create table lead_time (
    id text primary key not null,
    body text references body (id) deferrable initially deferred,
    task text not null check (task in ('interpreters', 'last_call', 'notice', 'papers', 'summary', 'minutes')),
    days integer check (days is null or days between 0 and 365)
) strict;
