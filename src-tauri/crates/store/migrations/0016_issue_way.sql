-- The way of an issue: who brought it and by which paper, which meeting asked for it or found
-- it; what kind of step each was, under which item it was taken, which body it asked, by when;
-- and who is to do what after it.

alter table issue add column raised_on text check (date(raised_on) is raised_on);
alter table issue add column brought_by text not null default '';
alter table issue add column paper text references paper (id) deferrable initially deferred;
alter table issue add column paper_text text not null default '';
alter table issue add column meeting text references meeting (id) deferrable initially deferred;
alter table issue add column item text references agenda_item (id) deferrable initially deferred;
alter table issue add column entry text references minutes_entry (id) deferrable initially deferred;
create index issue_paper on issue (paper) where paper is not null;
create index issue_meeting on issue (meeting) where meeting is not null;
create index issue_item on issue (item) where item is not null;
create index issue_entry on issue (entry) where entry is not null;

alter table issue_event add column kind text not null default 'ordinary' check (kind in ('ordinary', 'sorting_request',
    'deliberation_request', 'reopened', 'split', 'merged', 'carried_on'));
alter table issue_event add column item text references agenda_item (id) deferrable initially deferred;
alter table issue_event add column entry text references minutes_entry (id) deferrable initially deferred;
alter table issue_event add column to_body text references body (id) deferrable initially deferred;
alter table issue_event add column due_on text check (date(due_on) is due_on);
create index issue_event_item on issue_event (item) where item is not null;
create index issue_event_entry on issue_event (entry) where entry is not null;

create index issue_link_from on issue_link (from_issue);
create index issue_link_to on issue_link (to_issue);
create index agenda_item_issue on agenda_item (issue) where issue is not null;

create table issue_task (
    id text primary key not null check (length(id) = 36),
    issue text not null references issue (id) deferrable initially deferred,
    event text references issue_event (id) deferrable initially deferred,
    text text not null,
    owner text not null check (owner in ('secretariat', 'person', 'body', 'organization', 'other')),
    person text references person (id) deferrable initially deferred,
    body text references body (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    name text not null,
    due_on text check (date(due_on) is due_on),
    done_on text check (date(done_on) is done_on),
    outcome text not null
) strict;
create index issue_task_of on issue_task (issue);
create index issue_task_event on issue_task (event);
create index issue_task_person on issue_task (person);
