-- Elections of officers with those who stood and the votes of each round; what a
-- body's rules say of a replacement's term and of reappointments.

alter table body_version add column replacement text not null default 'ask'
    check (replacement in ('ask', 'remaining', 'by_rule'));
alter table body_version add column limits text not null default '{}' check (json_valid(limits));

alter table appointment add column exception text;

create table election (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    title text not null,
    meeting text not null references meeting (id) deferrable initially deferred,
    item text references agenda_item (id) deferrable initially deferred,
    method text not null check (method in ('mutual_election', 'nomination', 'other', 'unknown')),
    manner text,
    named_by text,
    presided_by text,
    acclaimed integer not null check (acclaimed in (0, 1)),
    rounds text not null check (json_valid(rounds)),
    by_lot integer not null check (by_lot in (0, 1)),
    lot_drawn_by text,
    note text
) strict;
create index election_at on election (meeting);

create table election_candidate (
    id text primary key not null check (length(id) = 36),
    election text not null references election (id) deferrable initially deferred,
    person text not null references person (id) deferrable initially deferred,
    position integer not null,
    entry text check (entry in ('volunteered', 'recommended')),
    proposer text,
    declined integer not null check (declined in (0, 1)),
    office text references office (id) deferrable initially deferred
) strict;
create index election_candidate_of on election_candidate (election);
