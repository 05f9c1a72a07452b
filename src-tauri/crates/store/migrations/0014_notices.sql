-- Notices of meetings: wordings of a body's own, numbers of letters of a meeting; what
-- members answer, what they write beforehand, who else is asked to come, what is
-- arranged for them, and the public at a meeting.

create table letter_wording_new (
    id text primary key not null check (id = kind || ifnull('/' || of_body, '')),
    kind text not null check (kind <> ''),
    of_body text references body (id) deferrable initially deferred,
    subject text not null,
    body text not null,
    items text not null
) strict;
insert into letter_wording_new (id, kind, subject, body, items) select id, id, subject, body, items from letter_wording;
drop table letter_wording;
alter table letter_wording_new rename to letter_wording;

-- As before, a number refers to nobody, so that it keeps nobody from undoing what
-- was entered before.
create table letter_new (
    id text primary key not null check (length(id) = 36),
    kind text not null check (kind <> ''),
    day text not null check (date(day) is day),
    year integer not null check (year between 1900 and 2200),
    number integer not null check (number between 1 and 999999),
    branch integer check (branch > 0),
    text text not null,
    batch text not null check (length(batch) = 36),
    person text check (length(person) = 36),
    organization text check (length(organization) = 36),
    appointment text check (length(appointment) = 36),
    seat text check (length(seat) = 36),
    meeting text check (length(meeting) = 36),
    guest text check (length(guest) = 36)
) strict;
insert into letter_new (id, kind, day, year, number, branch, text, batch, person, organization, appointment, seat)
    select id, kind, day, year, number, branch, text, batch, person, organization, appointment, seat from letter;
drop table letter;
alter table letter_new rename to letter;
create unique index letter_number on letter (year, number, ifnull(branch, 0));
create index letter_batch on letter (batch);
create index letter_of on letter (person);

-- The days of a meeting's notice; its identifier is the meeting's.
create table convocation (
    id text primary key not null references meeting (id) deferrable initially deferred,
    reply_by text check (date(reply_by) is reply_by),
    opinions_by text check (date(opinions_by) is opinions_by),
    opinions_hour text,
    needs_by text check (date(needs_by) is needs_by),
    noticed_on text check (date(noticed_on) is noticed_on)
) strict;

create table reply (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    appointment text not null references appointment (id) deferrable initially deferred,
    answer text check (answer in ('attends', 'online', 'proxy', 'absent')),
    proxy text,
    needs text not null check (json_valid(needs)),
    received_on text check (date(received_on) is received_on),
    note text,
    unique (meeting, appointment)
) strict;

create table opinion (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    item text references agenda_item (id) deferrable initially deferred,
    appointment text not null references appointment (id) deferrable initially deferred,
    received_on text check (date(received_on) is received_on),
    text text not null,
    file text,
    file_name text,
    check ((file is null) = (file_name is null))
) strict;
create index opinion_of on opinion (meeting);

create table guest (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    kind text not null check (kind in ('explainer', 'concerned', 'observer')),
    organization text not null,
    post text not null,
    name text not null,
    item text references agenda_item (id) deferrable initially deferred,
    comes integer check (comes in (0, 1))
) strict;
create index guest_of on guest (meeting);

-- That something needed at a meeting has been arranged.
create table arrangement (
    id text primary key not null check (id = meeting || '/' || need),
    meeting text not null references meeting (id) deferrable initially deferred,
    need text not null check (need <> ''),
    done_on text check (date(done_on) is done_on),
    note text
) strict;

create table gallery (
    id text primary key not null references meeting (id) deferrable initially deferred,
    capacity integer check (capacity between 0 and 65535),
    admission text not null check (admission in ('first_come', 'lot')),
    apply_from text check (date(apply_from) is apply_from),
    apply_by text check (date(apply_by) is apply_by),
    how text not null
) strict;

-- People from outside. What is known of them is erased, from the log too, once the
-- office's days are over.
create table gallery_applicant (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    position integer not null,
    name text not null,
    address text,
    contact text,
    needs text,
    applied_on text check (date(applied_on) is applied_on),
    state text not null check (state in ('applied', 'admitted', 'refused')),
    refusal text,
    lot integer check (lot > 0),
    came integer not null check (came in (0, 1))
) strict;
create index gallery_applicant_of on gallery_applicant (meeting);

create table gallery_office (
    id text primary key not null check (id = 'gallery'),
    keep_days integer not null check (keep_days between 0 and 1830),
    asks_address integer not null check (asks_address in (0, 1))
) strict;
