-- What set a body up; whose name stands on letters to an organisation on which day; pairs
-- of people who are known to be two; whom a seat is for.

-- A meeting of the plenary, or something older than the records, in words.
alter table body add column resolved_at text references meeting (id) deferrable initially deferred;
alter table body add column resolution_note text;

-- Those known so far signed from the beginning; the row takes the organisation's identifier.
create table representative (
    id text primary key not null check (length(id) = 36),
    organization text not null references organization (id) deferrable initially deferred,
    post text not null,
    name text not null,
    title text,
    from_day text check (date(from_day) is from_day),
    to_day text check (date(to_day) is to_day)
) strict;
create index representative_of on representative (organization);
insert into representative (id, organization, post, name, title)
    select id, id, ifnull(representative_post, ''), ifnull(representative_name, ''), representative_title
    from organization where representative_post is not null or representative_name is not null;
alter table organization drop column representative_post;
alter table organization drop column representative_name;
alter table organization drop column representative_title;

create table distinct_people (
    id text primary key not null check (id = one || '/' || other),
    one text not null references person (id) deferrable initially deferred,
    other text not null references person (id) deferrable initially deferred,
    check (one < other)
) strict;
create index distinct_people_other on distinct_people (other);

alter table seat add column kind text not null default 'regular'
    check (kind in ('regular', 'temporary', 'observer'));
-- A seat of no category, in a body whose members have one, was for temporary members.
update seat set kind = 'temporary' where category is null and filler <> 'derived' and exists
    (select 1 from body_version v where v.body = seat.body and json_array_length(v.categories) > 1);
-- A seat that only ever one other kind of member took was for these.
update seat set kind = (select max(a.kind) from appointment a where a.seat = seat.id)
    where (select count(distinct a.kind) from appointment a where a.seat = seat.id) = 1
    and not exists (select 1 from appointment a where a.seat = seat.id and a.kind = 'regular');
