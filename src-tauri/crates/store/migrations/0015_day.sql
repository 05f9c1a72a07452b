-- The day of a meeting: times, who left the room, who else was there, the audience,
-- where everybody sits; the quorum's rule of a body; what members are paid; the
-- office's own words in the yearly report.

create table attendance_time (
    id text primary key not null check (length(id) = 36 and id = attendance),
    attendance text not null references attendance (id) deferrable initially deferred,
    came text check (came glob '[0-2][0-9]:[0-5][0-9]'),
    gone text check (gone glob '[0-2][0-9]:[0-5][0-9]'),
    note text
) strict;

create table step_out (
    id text primary key not null check (length(id) = 36),
    attendance text not null references attendance (id) deferrable initially deferred,
    item text references agenda_item (id) deferrable initially deferred,
    kind text not null check (kind in ('recused', 'left')),
    from_time text check (from_time glob '[0-2][0-9]:[0-5][0-9]'),
    to_time text check (to_time glob '[0-2][0-9]:[0-5][0-9]'),
    reason text not null
) strict;
create index step_out_of on step_out (attendance);

create table attendee (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    kind text not null check (kind in ('explainer', 'guest', 'sign', 'writing', 'assistant', 'secretariat', 'other')),
    name text not null,
    affiliation text not null,
    position integer not null check (position between 0 and 65535)
) strict;
create index attendee_at on attendee (meeting);

create table day_record (
    id text primary key not null check (length(id) = 36 and id = meeting),
    meeting text not null references meeting (id) deferrable initially deferred,
    opened text check (opened glob '[0-2][0-9]:[0-5][0-9]'),
    closed text check (closed glob '[0-2][0-9]:[0-5][0-9]'),
    admitted integer check (admitted between 0 and 99999),
    left_early integer check (left_early between 0 and 99999),
    refused integer check (refused between 0 and 99999),
    press integer check (press between 0 and 99999)
) strict;

create table room (
    id text primary key not null check (length(id) = 36 and id = meeting),
    meeting text not null references meeting (id) deferrable initially deferred,
    room text not null check (json_valid(room))
) strict;

create table body_quorum (
    id text primary key not null check (length(id) = 36 and id = body),
    body text not null references body (id) deferrable initially deferred,
    share text not null,
    proxies integer not null check (proxies in (0, 1)),
    online integer not null check (online in (0, 1)),
    without_recused integer not null check (without_recused in (0, 1))
) strict;

create table pay_rule (
    id text primary key not null check (length(id) = 36 and id = body),
    body text not null references body (id) deferrable initially deferred,
    kind text not null check (kind in ('none', 'pay', 'reward'))
) strict;

create table pay_rate (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    from_day text not null check (date(from_day) is from_day),
    title text,
    unit text not null check (unit in ('day', 'hour')),
    amount integer not null check (amount between 0 and 4294967295),
    half_amount integer check (half_amount between 0 and 4294967295),
    half_minutes integer check (half_minutes between 0 and 1440)
) strict;
create index pay_rate_of on pay_rate (body);

create table pay_exception (
    id text primary key not null check (length(id) = 36 and id = appointment),
    appointment text not null references appointment (id) deferrable initially deferred,
    standing text not null check (standing in ('official', 'declined', 'other', 'paid')),
    note text
) strict;

create table travel (
    id text primary key not null check (length(id) = 36),
    appointment text not null references appointment (id) deferrable initially deferred,
    meeting text references meeting (id) deferrable initially deferred,
    amount integer not null check (amount between 0 and 4294967295)
) strict;
create unique index travel_of on travel (appointment, ifnull(meeting, ''));

create table tax_table (
    id text primary key not null check (length(id) = 36),
    from_day text not null unique check (date(from_day) is from_day),
    source text not null,
    free integer not null check (free between 0 and 4294967295),
    brackets text not null check (json_valid(brackets))
) strict;

-- Its lines hold names as they were paid; they refer to nobody, so that what was
-- paid stays as it was.
create table pay_list (
    id text primary key not null check (length(id) = 36),
    title text not null,
    from_day text not null check (date(from_day) is from_day),
    to_day text not null check (date(to_day) is to_day),
    body text references body (id) deferrable initially deferred,
    withheld text not null check (json_valid(withheld)),
    closed_on text check (date(closed_on) is closed_on),
    lines text not null check (json_valid(lines)),
    reopened text not null check (json_valid(reopened))
) strict;

create table report_text (
    id text primary key not null check (id = year || '/' || place),
    year integer not null check (year between 1900 and 2200),
    place text not null,
    text text not null
) strict;
