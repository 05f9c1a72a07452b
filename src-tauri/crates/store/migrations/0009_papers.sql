-- How papers are numbered and handed out, what an issued packet held, and who got
-- what of a meeting. An issued packet is of the ledger: it refers to no meeting, so
-- that it keeps nothing from being undone.

alter table paper add column handling text not null default '{}' check (json_valid(handling));

create table paper_style (
    id text primary key not null check (length(id) = 36),
    style text not null check (json_valid(style))
) strict;

create table issued_packet (
    id text primary key not null references issued (id) deferrable initially deferred,
    meeting text not null check (length(meeting) = 36),
    follows text check (length(follows) = 36),
    contents text not null check (json_valid(contents))
) strict;
create index issued_packet_of on issued_packet (meeting);

create table delivery (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    recipient text not null check (recipient in ('member', 'secretariat', 'audience', 'press', 'other')),
    person text references person (id) deferrable initially deferred,
    name text,
    what text not null check (what in ('notice', 'papers', 'on_the_day', 'replacement', 'minutes', 'other')),
    way text not null check (way in ('post', 'email', 'hand', 'office_mail', 'on_the_day')),
    day text not null check (date(day) is day),
    copies integer not null check (copies between 1 and 9999),
    issued text check (length(issued) = 36),
    note text
) strict;
create index delivery_of on delivery (meeting);
create index delivery_person on delivery (person);
