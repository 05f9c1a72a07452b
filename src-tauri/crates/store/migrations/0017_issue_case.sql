-- Cases that stand behind issues, by number only: their content is in a file of its
-- own, which this database never sees. What was destroyed there keeps its number.

create table issue_case (
    id text primary key not null check (id = issue || '/' || year || '-' || number),
    issue text not null references issue (id) deferrable initially deferred,
    year integer not null check (year between 1868 and 2200),
    number integer not null check (number between 1 and 65535)
) strict;
create index issue_case_of on issue_case (issue);
create index issue_case_number on issue_case (year, number);

create table destroyed_case (
    id text primary key not null check (id = year || '-' || number),
    year integer not null check (year between 1868 and 2200),
    number integer not null check (number between 1 and 65535),
    day text not null check (date(day) is day)
) strict;
