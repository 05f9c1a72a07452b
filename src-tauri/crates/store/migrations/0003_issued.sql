-- The ledger of documents that left the house, and why an issue is closed
-- without an answer. A change marked `aside` only records what happened outside:
-- undo passes it by.

alter table change add column aside integer not null default 0 check (aside in (0, 1));

alter table issue add column no_feedback text;

create table issued (
    id text primary key not null check (length(id) = 36),
    at text not null,
    by text not null,
    kind text not null,
    title text not null,
    readers text check (readers in ('members', 'public', 'internal')),
    way text not null check (way in ('printed', 'saved')),
    place text,
    name text not null,
    pages integer check (pages >= 0),
    sha256 text not null check (length(sha256) = 64),
    kept integer not null check (kept in (0, 1))
) strict;
create index issued_at on issued (at);
create index issued_file on issued (sha256);

-- Who is named in an issued document. No reference to the person: that a document
-- left does not keep anybody from undoing what was entered before.
create table issued_person (
    id text primary key not null check (id = issued || '/' || person),
    issued text not null references issued (id) deferrable initially deferred,
    person text not null check (length(person) = 36)
) strict;
create index issued_person_of on issued_person (issued);
create index issued_person_who on issued_person (person);
