-- Minutes: what was said and decided under the items of an agenda, who is to do what, what
-- members want corrected, and how a body keeps them.
--
-- An image in the log that says nothing any more, because a later one of the same change took
-- its place, may go: what is typed in a minute is one change, however often it was saved.

drop trigger keep_change_row;
create trigger keep_change_row before delete on change_row when old.before is not null or old.after is not null
begin select raise(abort, 'the log is never deleted'); end;

create table minutes_rule (
    id text primary key not null check (id = body),
    body text not null references body (id) deferrable initially deferred,
    style text not null check (style in ('full', 'gist', 'digest')),
    labels text not null check (labels in ('name', 'post', 'organization', 'letter')),
    approval text not null check (approval in ('meeting', 'circulation', 'chair')),
    answer_days integer not null check (answer_days between 0 and 365),
    heading text not null
) strict;

create table minutes (
    id text primary key not null check (id = meeting),
    meeting text not null references meeting (id) deferrable initially deferred,
    style text not null check (style in ('full', 'gist', 'digest')),
    labels text not null check (labels in ('name', 'post', 'organization', 'letter')),
    heading text not null,
    other text not null,
    outline text not null,
    observers integer check (observers between 0 and 65535),
    letters text not null check (json_valid(letters)),
    sent_on text check (date(sent_on) is sent_on),
    due_on text check (date(due_on) is due_on),
    approved_on text check (date(approved_on) is approved_on),
    approved_by text check (approved_by in ('meeting', 'circulation', 'chair')),
    approved_at text references meeting (id) deferrable initially deferred,
    reopened text
) strict;

create table minutes_entry (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    item text references agenda_item (id) deferrable initially deferred,
    position integer not null,
    kind text not null check (kind in ('speech', 'explanation', 'note', 'decision', 'task')),
    role text check (role in ('member', 'proxy', 'secretariat', 'guest')),
    person text references person (id) deferrable initially deferred,
    name text not null,
    text text not null,
    closed_reason text,
    at text,
    search text not null
) strict;
create index minutes_entry_of on minutes_entry (meeting);
create index minutes_entry_item on minutes_entry (item);
create index minutes_entry_person on minutes_entry (person);

create table minutes_decision (
    id text primary key not null references minutes_entry (id) deferrable initially deferred,
    meeting text not null references meeting (id) deferrable initially deferred,
    body text not null references body (id) deferrable initially deferred,
    year integer not null check (year between 1900 and 2200),
    number integer check (number between 1 and 65535),
    kind text not null check (kind in ('approved', 'acknowledged', 'continued', 'returned', 'elected', 'other')),
    manner text check (manner in ('no_objection', 'unanimous', 'vote')),
    yes integer check (yes between 0 and 65535),
    no integer check (no between 0 and 65535),
    abstain integer check (abstain between 0 and 65535),
    left_room text not null,
    told_to text not null
) strict;
create index minutes_decision_of on minutes_decision (meeting);
create index minutes_decision_series on minutes_decision (body, year);

create table minutes_task (
    id text primary key not null references minutes_entry (id) deferrable initially deferred,
    meeting text not null references meeting (id) deferrable initially deferred,
    owner text not null check (owner in ('secretariat', 'person', 'body', 'organization', 'other')),
    person text references person (id) deferrable initially deferred,
    body text references body (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    name text not null,
    due_on text check (date(due_on) is due_on),
    done_on text check (date(done_on) is done_on),
    outcome text not null
) strict;
create index minutes_task_of on minutes_task (meeting);

create table minutes_correction (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    entry text references minutes_entry (id) deferrable initially deferred,
    person text references person (id) deferrable initially deferred,
    name text not null,
    place text not null,
    old text not null,
    new text not null,
    accepted integer check (accepted in (0, 1)),
    reason text not null,
    received_on text not null check (date(received_on) is received_on)
) strict;
create index minutes_correction_of on minutes_correction (meeting);

create table minutes_answer (
    id text primary key not null check (id = meeting || '/' || appointment),
    meeting text not null references meeting (id) deferrable initially deferred,
    appointment text not null references appointment (id) deferrable initially deferred,
    day text not null check (date(day) is day)
) strict;
create index minutes_answer_of on minutes_answer (meeting);
