//! Where a person stands in the data and in the log, besides their own row.

/// Columns that hold exactly one name, besides a person's own.
pub(super) const NAME_COLUMNS: &[(&str, &str)] = &[
    ("attendance", "proxy"),
    ("reply", "proxy"),
    ("guest", "name"),
    ("attendee", "name"),
    ("agenda_item", "presenter"),
    ("representative", "name"),
    ("election", "named_by"),
    ("election", "presided_by"),
    ("election", "lot_drawn_by"),
    ("election_candidate", "proposer"),
    ("minutes_entry", "name"),
    ("minutes_task", "name"),
    ("minutes_correction", "name"),
    ("minutes_decision", "left_room"),
    ("issue", "brought_by"),
    ("issue_task", "name"),
];

/// Likewise, of columns that an earlier version had.
pub(super) const FORMER_NAME_COLUMNS: &[(&str, &str)] = &[("organization", "representative_name")];

/// Changes that touched a row of the person's.
pub(super) const TOUCHED: &str = "select r.change_id from change_row r where (r.tbl = 'person' and r.row_id = ?1)
    or ?1 in (json_extract(r.before, '$.person'), json_extract(r.after, '$.person'),
        json_extract(r.before, '$.member'), json_extract(r.after, '$.member'))";

/// Images of rows that are noted about the person, with the column of the note:
/// nominations that ever named them, since a note may be older than the name; why an
/// exception was made for them; and the leaving from their appointments, also from
/// those that were taken back.
pub(super) const NOTED: &[(&str, &str, &str)] = &[
    ("nomination", "note", EVER_NAMED),
    ("appointment", "exception", "?1 in (json_extract(before, '$.person'), json_extract(after, '$.person'))"),
    ("delivery", "note", "?1 in (json_extract(before, '$.person'), json_extract(after, '$.person'))"),
    (
        "leaving",
        "note",
        "row_id in (select row_id from change_row where tbl = 'appointment'
            and ?1 in (json_extract(before, '$.person'), json_extract(after, '$.person')))",
    ),
    ("pay_exception", "note", OF_APPOINTMENT),
    ("attendance_time", "note", OF_ATTENDANCE),
    ("step_out", "reason", OF_ATTENDANCE),
];

/// Images of rows that belong to an appointment of the person.
const OF_APPOINTMENT: &str = "ifnull(json_extract(after, '$.appointment'), json_extract(before, '$.appointment'))
    in (select row_id from change_row where tbl = 'appointment'
        and ?1 in (json_extract(before, '$.person'), json_extract(after, '$.person')))";

/// Images of rows that belong to an attendance of the person.
const OF_ATTENDANCE: &str = "ifnull(json_extract(after, '$.attendance'), json_extract(before, '$.attendance'))
    in (select row_id from change_row where tbl = 'attendance'
        and ifnull(json_extract(after, '$.appointment'), json_extract(before, '$.appointment'))
            in (select row_id from change_row where tbl = 'appointment'
                and ?1 in (json_extract(before, '$.person'), json_extract(after, '$.person'))))";

/// Who was merged into whom: a person whose last row is a removal by `merge_people`,
/// also when that was taken back and done again. Whom they became is the other person
/// whom that change touched, or to whom it moved a row.
pub(super) const MERGED: &str = "with recursive
    last as (select row_id, after, max(id) as id, change_id from change_row where tbl = 'person' group by row_id),
    first(person, change_id) as (
        select row_id, change_id from last where after is null
        union select f.person, c.undoes from first f join change c on c.id = f.change_id where c.undoes is not null),
    merging(person, change_id) as (
        select f.person, c.id from first f join change c on c.id = f.change_id where c.action = 'merge_people'),
    became(person, keep) as (
        select m.person, r.row_id from merging m join change_row r on r.change_id = m.change_id
            where r.tbl = 'person' and r.after is not null
        union select m.person, json_extract(r.after, '$.person') from merging m
            join change_row r on r.change_id = m.change_id where json_extract(r.before, '$.person') = m.person),
    found(person) as (
        select person from became where keep = ?1
        union select b.person from became b join found f on b.keep = f.person)
    select person from found";

/// Nominations that name the person, or did once.
pub(super) const EVER_NAMED: &str = "row_id in (select row_id from change_row where tbl = 'nomination'
    and ?1 in (json_extract(before, '$.person'), json_extract(after, '$.person')))";
