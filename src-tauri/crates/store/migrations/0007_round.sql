-- The reappointment round: to which end of terms a nomination belongs, its due
-- days, its last steps, the appointment that came of it; and what was received
-- when a member left.

alter table nomination add column round_on text check (date(round_on) is round_on);
alter table nomination add column start_on text check (date(start_on) is start_on);
alter table nomination add column ask_due text check (date(ask_due) is ask_due);
alter table nomination add column consent_due text check (date(consent_due) is consent_due);
alter table nomination add column decide_due text check (date(decide_due) is decide_due);
alter table nomination add column letter_due text check (date(letter_due) is letter_due);
alter table nomination add column roster_due text check (date(roster_due) is roster_due);
alter table nomination add column letter_on text check (date(letter_on) is letter_on);
alter table nomination add column roster_on text check (date(roster_on) is roster_on);
alter table nomination add column appointment text references appointment (id) deferrable initially deferred;
alter table nomination add column note text;
create unique index nomination_of_round on nomination (seat, round_on) where round_on is not null;

-- One line for an appointment that ended early; its identifier is the appointment's.
create table leaving (
    id text primary key not null check (length(id) = 36 and id = appointment),
    appointment text not null references appointment (id) deferrable initially deferred,
    notice_on text check (date(notice_on) is notice_on),
    note text
) strict;
