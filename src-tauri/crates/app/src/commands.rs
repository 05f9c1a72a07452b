//! The contract: every command that the window, the command line or a test may
//! call, one line each, with its arguments and results by subject in the files
//! below. Reads get `&App`, so that the compiler forbids them to write; writes
//! answer in one envelope, [`Done`].

mod chart;
mod lists;
mod meetings;
mod members;
mod people;

use crate::agenda::AgendaList;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::history::HistoryRow;
use crate::lists::{BodyRow, MeetingRow, MemberRow};
use crate::organizations::OrganizationRow;
use crate::people::PersonRow;
use crate::text;
pub use chart::*;
use entaku_domain::era::{DateStyle, parse_day, parse_fiscal_year};
use entaku_domain::{Day, FiscalYear};
pub use lists::*;
pub use meetings::*;
pub use members::*;
pub use people::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every write answers.
#[derive(Debug, Serialize, TS)]
pub struct Done<T> {
    /// What the command answered.
    pub output: T,
    /// The change's number.
    #[ts(type = "number")]
    pub change: i64,
    /// What a screen must reload.
    pub tags: Vec<String>,
    /// What the rules noticed, in words.
    pub notices: Vec<String>,
}

/// No arguments.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

macro_rules! commands {
    (reads { $($read:ident($read_args:ty) -> $read_out:ty;)* } writes { $($write:ident($write_args:ty) -> $write_out:ty;)* }) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$(stringify!($read),)* $(stringify!($write),)*];

        /// Runs a command by name: the one door into the application.
        ///
        /// # Errors
        /// [`AppError::BadRequest`] for an unknown name or arguments of another shape; those of the command.
        pub fn dispatch(app: &mut App, name: &str, args: serde_json::Value) -> Result<serde_json::Value> {
            match name {
                $(stringify!($read) => to_json(&$read(app, from_json::<$read_args>(args)?)?),)*
                $(stringify!($write) => to_json(&done::<$write_out>($write(app, from_json::<$write_args>(args)?)?)),)*
                other => Err(AppError::BadRequest(format!("no command {other}"))),
            }
        }

        /// Visits the types of every command, and writes its line of the contract.
        pub(crate) fn contract(out: &mut crate::typescript::Contract<'_>) {
            $(out.command::<$read_args, $read_out>(stringify!($read));)*
            $(out.command::<$write_args, Done<$write_out>>(stringify!($write));)*
        }
    };
}

commands! {
    reads {
        list_bodies(OnDay) -> Vec<BodyRow>;
        list_meetings(WhichMeetings) -> Vec<MeetingRow>;
        list_members(BodyOnDay) -> Vec<MemberRow>;
        list_people(Nothing) -> Vec<PersonRow>;
        list_organizations(Nothing) -> Vec<OrganizationRow>;
        list_agenda(WhichMeeting) -> AgendaList;
        body_notices(BodyOnDay) -> Vec<String>;
        term_end(BodyOnDay) -> TermEnd;
        relationship_chart(WhichChart) -> DrawnChart;
        history(HowMany) -> Vec<HistoryRow>;
    }
    writes {
        add_person(NewPerson) -> String;
        update_person(PersonChange) -> ();
        purge_person(PurgePerson) -> ErasedPerson;
        add_organization(NewOrganization) -> String;
        set_affiliation(NewAffiliation) -> ();
        add_seat(NewSeat) -> String;
        appoint_member(AppointMember) -> AppointedMember;
        end_appointment(EndAppointment) -> ();
        record_election(Elect) -> String;
        add_meeting(NewMeeting) -> String;
        add_agenda_item(NewAgendaItem) -> String;
        set_item_papers(ItemPapers) -> ();
        pin_box(PinBox) -> ();
        unpin_box(BoxKey) -> ();
        undo(Nothing) -> String;
        redo(Nothing) -> String;
    }
}

fn undo(app: &mut App, _: Nothing) -> Result<Written<String>> {
    app.undo()
}

fn redo(app: &mut App, _: Nothing) -> Result<Written<String>> {
    app.redo()
}

impl<T> Written<T> {
    fn map<U>(self, f: impl FnOnce(T) -> U) -> Written<U> {
        Written { output: f(self.output), change: self.change, tags: self.tags, notices: self.notices }
    }
}

fn done<T>(written: Written<T>) -> Done<T> {
    Done {
        output: written.output,
        change: written.change,
        tags: written.tags.into_iter().map(str::to_owned).collect(),
        notices: written.notices.iter().map(|v| text::violation(DateStyle::Both, v)).collect(),
    }
}

/// Reads a day as typed.
///
/// # Errors
/// [`AppError::BadDay`].
pub fn day(field: &'static str, typed: &str) -> Result<Day> {
    parse_day(typed).ok_or_else(|| AppError::BadDay { field, text: typed.to_owned() })
}

/// Reads a fiscal year as typed.
///
/// # Errors
/// [`AppError::BadYear`].
pub fn year(typed: &str) -> Result<FiscalYear> {
    parse_fiscal_year(typed).ok_or_else(|| AppError::BadYear(typed.to_owned()))
}

fn bad_code(unknown: entaku_domain::UnknownCode) -> AppError {
    AppError::BadRequest(unknown.to_string())
}

fn from_json<T: serde::de::DeserializeOwned>(args: serde_json::Value) -> Result<T> {
    serde_json::from_value(args).map_err(|e| AppError::BadRequest(e.to_string()))
}

fn to_json<T: Serialize>(value: &T) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|e| AppError::BadRequest(e.to_string()))
}
