-- Letters of a member's life: the office's wording, who signs, and the numbers
-- taken from the office's series.

create table letter_wording (
    id text primary key not null check (id in ('request', 'recommendation', 'consent', 'commission', 'assignment',
        'notice', 'release', 'thanks', 'resignation')),
    subject text not null,
    body text not null,
    items text not null
) strict;

create table letter_office (
    id text primary key not null check (id = 'letters'),
    sender text not null,
    seal integer not null check (seal in (0, 1)),
    contact text not null,
    pattern text not null,
    batch text not null check (batch in ('each', 'branch'))
) strict;

-- Where a fiscal year's series begins, or goes on when the office says so.
create table letter_series (
    id text primary key not null check (id = year),
    year integer not null check (year between 1900 and 2200),
    first integer not null check (first between 1 and 999999)
) strict;

-- A number is taken by a change marked `aside`: it is never given back. It refers
-- to nobody, so that it keeps nobody from undoing what was entered before.
create table letter (
    id text primary key not null check (length(id) = 36),
    kind text not null check (kind in ('request', 'recommendation', 'consent', 'commission', 'assignment',
        'notice', 'release', 'thanks', 'resignation')),
    day text not null check (date(day) is day),
    year integer not null check (year between 1900 and 2200),
    number integer not null check (number between 1 and 999999),
    branch integer check (branch > 0),
    text text not null,
    batch text not null check (length(batch) = 36),
    person text check (length(person) = 36),
    organization text check (length(organization) = 36),
    appointment text check (length(appointment) = 36),
    seat text check (length(seat) = 36)
) strict;
create unique index letter_number on letter (year, number, ifnull(branch, 0));
create index letter_batch on letter (batch);
create index letter_of on letter (person);
