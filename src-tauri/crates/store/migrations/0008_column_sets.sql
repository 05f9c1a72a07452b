-- Columns of a roster that the office has saved under a name.

create table column_set (
    id text primary key not null check (length(id) = 36),
    name text not null unique,
    columns text not null check (json_valid(columns))
) strict;
