-- What was given to whoever does the clerical work, and what came back. `base` is the SHA-256
-- of what was carried, as it was then: three states are compared when it comes back.

create table consignment (
    id text primary key not null check (length(id) = 36),
    given_on text not null check (date(given_on) is given_on),
    given_to text not null check (given_to <> ''),
    note text not null,
    base text not null check (length(base) = 64),
    package text not null check (length(package) = 64),
    rows integer not null check (rows >= 0),
    taken_on text check (date(taken_on) is taken_on)
) strict;
