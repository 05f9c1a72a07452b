-- What a person was called before, where letters go, who signs for an
-- organisation, and who may stand in for whom.

alter table person add column former_names text not null default '[]' check (json_valid(former_names));
alter table person add column delivery text check (delivery in ('post', 'hand', 'email', 'office_mail'));
-- Gender was free text that only the sample filled.
update person set gender = case gender when '男' then 'male' when '女' then 'female' else null end
    where gender is not null;

alter table organization add column kana text not null default '';
alter table organization add column delivery text check (delivery in ('post', 'hand', 'email', 'office_mail'));
alter table organization add column representative_post text;
alter table organization add column representative_name text;
alter table organization add column representative_title text;

create table address (
    id text primary key not null check (length(id) = 36),
    person text references person (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    kind text not null check (kind in ('home', 'work', 'office', 'other')),
    postal_code text not null,
    lines text not null check (json_valid(lines)),
    telephone text,
    email text,
    for_letters integer not null check (for_letters in (0, 1)),
    note text,
    from_day text check (date(from_day) is from_day),
    to_day text check (date(to_day) is to_day),
    position integer not null,
    check ((person is null) <> (organization is null))
) strict;
create index address_person on address (person);
create index address_organization on address (organization);

-- In a seat, for whoever sits there, or for one member.
create table substitute (
    id text primary key not null check (length(id) = 36),
    seat text not null references seat (id) deferrable initially deferred,
    member text references person (id) deferrable initially deferred,
    person text not null references person (id) deferrable initially deferred,
    from_day text check (date(from_day) is from_day),
    to_day text check (date(to_day) is to_day)
) strict;
create index substitute_seat on substitute (seat);
create index substitute_person on substitute (person);
