//! The log of changes: triggers generated from the schema itself write a before
//! and an after image of every row that is touched, and refuse a write outside
//! a change. A new table is logged without anybody thinking of it.

use crate::change::Moment;
use crate::error::{Error, Result};
use rusqlite::Connection;

/// What a trigger says of a write outside a change.
pub(crate) const OUTSIDE: &str = "write outside a change";

/// The log's own tables; all others are logged.
const UNLOGGED: [&str; 2] = ["change", "change_row"];

/// The noun that each table belongs to: what a screen must reload.
const TAGS: &[(&str, &str)] = &[
    ("council", "council"),
    ("answer", "council"),
    ("body", "body"),
    ("body_version", "body"),
    ("flow", "flow"),
    ("plan", "plan"),
    ("law", "law"),
    ("plan_item", "plan"),
    ("issue_plan_item", "plan"),
    ("plan_law", "plan"),
    ("plan_revision", "plan"),
    ("hearing_law", "hearing"),
    ("hearing_opinion", "hearing"),
    ("hearing_opinion_issue", "hearing"),
    ("lived_experience", "survey"),
    ("survey_figure", "survey"),
    ("person", "person"),
    ("affiliation", "person"),
    ("organization", "organization"),
    ("address", "address"),
    ("representative", "organization"),
    ("distinct_people", "person"),
    ("substitute", "seat"),
    ("post", "post"),
    ("seat", "seat"),
    ("appointment", "appointment"),
    ("leaving", "appointment"),
    ("office", "office"),
    ("election", "office"),
    ("election_candidate", "office"),
    ("nomination", "nomination"),
    ("meeting", "meeting"),
    ("meeting_joint", "meeting"),
    ("postponement", "meeting"),
    ("meeting_rule", "body"),
    ("attendance", "attendance"),
    ("attendance_time", "attendance"),
    ("step_out", "attendance"),
    ("attendee", "attendance"),
    ("day_record", "attendance"),
    ("room", "attendance"),
    ("body_quorum", "attendance"),
    ("pay_rule", "pay"),
    ("pay_rate", "pay"),
    ("pay_exception", "pay"),
    ("travel", "pay"),
    ("tax_table", "pay"),
    ("pay_list", "pay"),
    ("paper", "paper"),
    ("agenda_item", "agenda"),
    ("agenda_paper", "agenda"),
    ("agenda_template", "agenda"),
    ("scenario_wording", "agenda"),
    ("minutes", "minutes"),
    ("minutes_entry", "minutes"),
    ("minutes_decision", "minutes"),
    ("minutes_task", "minutes"),
    ("minutes_correction", "minutes"),
    ("minutes_answer", "minutes"),
    ("minutes_rule", "minutes"),
    ("issue", "issue"),
    ("issue_event", "issue"),
    ("issue_link", "issue"),
    ("issue_case", "issue"),
    ("destroyed_case", "issue"),
    ("issue_task", "issue"),
    ("proposal", "proposal"),
    ("proposal_issue", "proposal"),
    ("proposal_part", "proposal"),
    ("proposal_meeting", "proposal"),
    ("proposal_figure", "proposal"),
    ("feedback", "issue"),
    ("issued", "issued"),
    ("issued_person", "issued"),
    ("issued_packet", "issued"),
    ("paper_style", "paper"),
    ("milestone", "milestone"),
    ("day_rule", "day_rule"),
    ("lead_time", "lead_time"),
    ("convocation", "reply"),
    ("guest", "reply"),
    ("arrangement", "reply"),
    ("gallery_applicant", "gallery"),
    ("gallery_office", "gallery"),
    ("letter_wording", "letter"),
    ("letter_office", "letter"),
    ("letter_series", "letter"),
    ("work_plan_theme", "work_plan"),
    ("work_plan_issue", "work_plan"),
    ("work_plan_step", "work_plan"),
    ("work_plan_progress", "work_plan"),
    ("gathering", "work_plan"),
    ("gathering_day", "work_plan"),
    ("subcommittee_report", "work_plan"),
    ("subcommittee_text", "work_plan"),
    ("work_plan", "work_plan"),
];

/// Tables that are their own noun.
const OWN_TAGS: &[&str] = &[
    "column_set",
    "consignment",
    "cooperation",
    "delivery",
    "evaluation",
    "gallery",
    "hearing",
    "letter",
    "opinion",
    "pin",
    "reply",
    "report_text",
    "setting",
];

/// The tag of a table.
pub(crate) fn tag(table: &str) -> Option<&'static str> {
    let own = OWN_TAGS.iter().copied().find(|t| *t == table);
    TAGS.iter().find(|(t, _)| *t == table).map(|(_, tag)| *tag).or(own)
}

/// A moment as the log writes it: ISO in UTC, to the second.
pub(crate) fn moment_text(at: Moment) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// Every logged table, by name.
pub(crate) fn tables(db: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name";
    let all = db.prepare(sql)?.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(all.into_iter().filter(|t| !UNLOGGED.contains(&t.as_str())).collect())
}

/// The columns of a table, in order.
pub(crate) fn columns(db: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    db.prepare_cached("select name from pragma_table_info(?1)")?.query_map([table], |r| r.get(0))?.collect()
}

/// SQL for the image of a row: a JSON object of all its columns. `prefix` is
/// `new.`, `old.` or nothing.
pub(crate) fn image(columns: &[String], prefix: &str) -> String {
    let pairs: Vec<String> = columns.iter().map(|c| format!("'{c}', {prefix}\"{c}\"")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// Puts the triggers on every logged table.
pub(crate) fn install(db: &Connection) -> rusqlite::Result<()> {
    for table in tables(db)? {
        db.execute_batch(&triggers(&table, &columns(db, &table)?))?;
    }
    Ok(())
}

/// SQL that takes the triggers off, before a migration.
pub(crate) fn uninstall(db: &Connection) -> rusqlite::Result<String> {
    let sql = "select name from sqlite_master where type = 'trigger' and name like 'log\\_%' escape '\\' order by name";
    let names = db.prepare(sql)?.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(names.iter().map(|name| format!("drop trigger \"{name}\";\n")).collect())
}

fn triggers(table: &str, columns: &[String]) -> String {
    let (old, new) = (image(columns, "old."), image(columns, "new."));
    let each = |prefix: &str| columns.iter().map(|c| format!("{prefix}\"{c}\"")).collect::<Vec<_>>().join(", ");
    let differs = format!("when ({}) is not ({})", each("old."), each("new."));
    [
        trigger(table, "insert", "", "new.id", "null", &new),
        trigger(table, "update", &differs, "old.id", &old, &new),
        trigger(table, "delete", "", "old.id", &old, "null"),
        format!(
            "create trigger \"log_{table}_id\" before update of id on \"{table}\" when old.id <> new.id begin
                select raise(abort, 'an identifier never changes'); end;"
        ),
    ]
    .join("\n")
}

fn trigger(table: &str, event: &str, when: &str, id: &str, before: &str, after: &str) -> String {
    format!(
        "create trigger \"log_{table}_{event}\" after {event} on \"{table}\" {when} begin
            select raise(abort, '{OUTSIDE}') where not exists (select 1 from change where open = 1);
            insert into change_row (change_id, tbl, row_id, before, after)
                values ((select id from change where open = 1), '{table}', {id}, {before}, {after}); end;"
    )
}

/// The first reference that leads nowhere, after a commit was refused for one.
pub(crate) fn broken_reference(db: &Connection) -> Result<Error> {
    Ok(broken_references(db)?.pop().unwrap_or(Error::Refused { rule: "foreign key".to_owned() }))
}

/// All references that lead nowhere, each as [`Error::BrokenReference`].
pub(crate) fn broken_references(db: &Connection) -> Result<Vec<Error>> {
    let sql = "select \"table\", rowid, parent from pragma_foreign_key_check order by 1 desc, 2 desc";
    let rows = db
        .prepare(sql)?
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(String, i64, String)>>>()?;
    let mut found = Vec::new();
    for (table, rowid, parent) in rows {
        let sql = format!("select id from \"{table}\" where rowid = ?1");
        let row = db.query_row(&sql, [rowid], |r| r.get(0))?;
        found.push(Error::BrokenReference { table, row, parent });
    }
    Ok(found)
}
