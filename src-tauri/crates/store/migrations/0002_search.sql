-- Folded keys under which people, organisations and issues are found, filled by
-- the step's code; and the ways by which lists are read.

alter table person add column search text not null default '';
alter table organization add column search text not null default '';
alter table issue add column search text not null default '';

create index body_version_of on body_version (body);
create index affiliation_of on affiliation (person);
create index seat_of on seat (body);
create index appointment_body on appointment (body, start_day);
create index appointment_person on appointment (person);
create index appointment_seat on appointment (seat);
create index office_body on office (body);
create index office_person on office (person);
create index nomination_seat on nomination (seat);
create index meeting_day on meeting (day);
create index meeting_body on meeting (body, day);
create index attendance_of on attendance (meeting);
create index attendance_appointment on attendance (appointment);
create index paper_of on paper (meeting);
create index agenda_item_of on agenda_item (meeting);
create index agenda_paper_item on agenda_paper (item);
create index agenda_paper_paper on agenda_paper (paper);
create index issue_event_of on issue_event (issue);
create index issue_event_meeting on issue_event (meeting);
create index proposal_issue_of on proposal_issue (proposal);
