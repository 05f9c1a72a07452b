-- Meetings that are put off, called off or held jointly, and how each body numbers
-- and writes its own; agendas with levels, with items that approve minutes or go on
-- from an earlier meeting, and with the times at which they were taken.

create table meeting_wider (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    number integer not null check (number between 0 and 65535),
    day text not null check (date(day) is day),
    start_time text,
    end_time text,
    place text not null,
    mode text not null check (mode in ('in_person', 'online', 'hybrid', 'written')),
    closed_reason text,
    state text not null check (state in ('draft', 'noticed', 'held', 'minutes_out', 'approved', 'postponed',
        'cancelled')),
    layout text not null check (layout in ('square', 'horseshoe', 'school')),
    copies text not null check (json_valid(copies)),
    secretariat text not null check (json_valid(secretariat)),
    counts integer check (counts in (0, 1)),
    off_reason text,
    off_on text check (date(off_on) is off_on)
) strict;
insert into meeting_wider
    select id, body, number, day, start_time, end_time, place, mode, closed_reason, state, layout, copies,
        secretariat, null, null, null
    from meeting;
drop table meeting;
alter table meeting_wider rename to meeting;
create index meeting_day on meeting (day);
create index meeting_body on meeting (body, day);

-- The other bodies of a joint meeting, with the number that it has in their series.
create table meeting_joint (
    id text primary key not null check (id = meeting || '/' || body),
    meeting text not null references meeting (id) deferrable initially deferred,
    body text not null references body (id) deferrable initially deferred,
    number integer check (number between 0 and 65535),
    position integer not null
) strict;
create index meeting_joint_of on meeting_joint (meeting);
create index meeting_joint_body on meeting_joint (body);

-- A day that a meeting was put off from; the new day is open while there is none.
create table postponement (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    was_day text not null check (date(was_day) is was_day),
    was_start text,
    was_end text,
    was_place text not null,
    was_noticed integer not null check (was_noticed in (0, 1)),
    to_day text check (date(to_day) is to_day),
    reason text not null,
    decided_on text not null check (date(decided_on) is decided_on)
) strict;
create index postponement_of on postponement (meeting);

-- How a body numbers its meetings and writes its agendas; without a line as the council does.
create table meeting_rule (
    id text primary key not null check (length(id) = 36 and id = body),
    body text not null references body (id) deferrable initially deferred,
    counting text check (counting in ('per_year', 'running', 'per_term')),
    first integer not null check (first between 1 and 65535),
    since integer check (since between 1900 and 2200),
    years integer not null check (years between 1 and 10),
    title text,
    style text not null check (json_valid(style))
) strict;

create table agenda_item_wider (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    position integer not null,
    kind text not null check (kind in ('opening', 'letters', 'greeting', 'introductions', 'last_minutes', 'heading',
        'deliberation', 'report', 'election', 'other', 'recess', 'closing')),
    title text not null,
    presenter text,
    minutes integer check (minutes between 0 and 65535),
    closed_reason text,
    level integer not null default 0 check (level between 0 and 2),
    mark text,
    approves text references meeting (id) deferrable initially deferred,
    carried_from text references agenda_item (id) deferrable initially deferred,
    issue text references issue (id) deferrable initially deferred,
    left_over text check (left_over in ('out_of_time', 'continued')),
    left_note text,
    dropped text,
    started_at text,
    ended_at text
) strict;
insert into agenda_item_wider
    select id, meeting, position, kind, title, presenter, minutes, closed_reason, 0, null, null, null, null, null,
        null, null, null, null
    from agenda_item;
drop table agenda_item;
alter table agenda_item_wider rename to agenda_item;
create index agenda_item_of on agenda_item (meeting);
create index agenda_item_approves on agenda_item (approves) where approves is not null;
create index agenda_item_carried on agenda_item (carried_from) where carried_from is not null;

-- What an agenda is filled with: the office's own templates, of one body or of all.
create table agenda_template (
    id text primary key not null check (length(id) = 36),
    body text references body (id) deferrable initially deferred,
    use text not null check (use in ('ordinary', 'first_of_term', 'last_of_year', 'standing', 'other')),
    name text not null,
    items text not null check (json_valid(items)),
    position integer not null
) strict;
create unique index agenda_template_use on agenda_template (ifnull(body, ''), use) where use <> 'other';

-- The office's own wording of the script of a meeting.
create table scenario_wording (
    id text primary key not null,
    text text not null
) strict;
