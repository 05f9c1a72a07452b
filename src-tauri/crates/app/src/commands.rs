//! The contract: every command that the window, the command line or a test may
//! call, one line each. Reads get `&App`, so that the compiler forbids them to
//! write; writes answer in one envelope, [`Done`].

use crate::appointments::Appoint;
use crate::council::{App, Written};
use crate::elections::RecordElection;
use crate::error::{AppError, Result};
use crate::history::HistoryRow;
use crate::lists::{BodyRow, MeetingRow, MemberRow};
use crate::text;
use crate::{chart, people};
use entaku_chart::{Detail, Sheet};
use entaku_domain::appointment::{EndReason, EndRule};
use entaku_domain::era::{DateStyle, parse_day, parse_fiscal_year};
use entaku_domain::id::{AppointmentId, MeetingId};
use entaku_domain::office::Method;
use entaku_domain::person::PersonName;
use entaku_domain::{Day, FiscalYear};
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
pub struct Nothing {}

/// A day, as typed; today where empty.
#[derive(Debug, Deserialize, TS)]
pub struct OnDay {
    /// R8.4.1, 令和8年4月1日, 2026/4/1.
    pub on: Option<String>,
}

/// Which meetings to list.
#[derive(Debug, Deserialize, TS)]
pub struct WhichMeetings {
    /// Handle or name of a body; all where none.
    pub body: Option<String>,
    /// Fiscal year, as typed; all where none.
    pub year: Option<String>,
}

/// A body on a day.
#[derive(Debug, Deserialize, TS)]
pub struct BodyOnDay {
    /// Handle or name.
    pub body: String,
    /// As typed; today where none.
    pub on: Option<String>,
}

/// A computed end of a term.
#[derive(Debug, Serialize, TS)]
pub struct TermEnd {
    /// ISO date; none where no term is set.
    pub end: Option<String>,
    /// Where it comes from, in words.
    pub derivation: String,
}

/// Which relationship chart to draw.
#[derive(Debug, Deserialize, TS)]
pub struct WhichChart {
    /// Fiscal year, as typed; this year where none.
    pub year: Option<String>,
    /// A4 instead of A3.
    pub a4: bool,
    /// `brief`, `standard` or `full`.
    pub detail: String,
}

/// A drawn chart.
#[derive(Debug, Serialize, TS)]
pub struct DrawnChart {
    /// As SVG.
    pub svg: String,
    /// In reading order.
    pub text: String,
}

/// How many changes to show.
#[derive(Debug, Deserialize, TS)]
pub struct HowMany {
    /// At most so many.
    pub limit: u32,
}

/// A person to be registered.
#[derive(Debug, Deserialize, TS)]
pub struct NewPerson {
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
}

/// A person, by name.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPerson {
    /// The name; with the reading after it where two share it.
    pub person: String,
}

/// What is left to do by hand after an erasure.
#[derive(Debug, Serialize, TS)]
pub struct ErasedPerson {
    /// Records whose free text may still name the person: table, row, column.
    pub mentions: Vec<String>,
    /// Mentions in the log's free text.
    pub logged_mentions: u32,
    /// Backups that still hold the data.
    pub backups: Vec<String>,
}

/// A member to be appointed.
#[derive(Debug, Deserialize, TS)]
pub struct AppointMember {
    /// Handle or name of the body.
    pub body: String,
    /// The person's name.
    pub person: String,
    /// The category's number.
    pub category: Option<u8>,
    /// First day, as typed.
    pub start: String,
    /// Day of the decision, as typed.
    pub decided_on: Option<String>,
    /// Last day set by hand, as typed.
    pub end: Option<String>,
    /// Its reason, a code.
    pub reason: Option<String>,
    /// `by_rule` or `remaining`, for a replacement.
    pub reading: Option<String>,
}

/// A member who was appointed.
#[derive(Debug, Serialize, TS)]
pub struct AppointedMember {
    /// The appointment's identifier.
    pub id: String,
    /// Last day, ISO.
    pub end: Option<String>,
    /// Where it comes from.
    pub derivation: String,
}

/// An appointment to be ended.
#[derive(Debug, Deserialize, TS)]
pub struct EndAppointment {
    /// Its identifier.
    pub appointment: String,
    /// Last day, as typed.
    pub on: String,
    /// `resigned`, `died`, `lost_category`, `released`, `transferred`.
    pub reason: String,
}

/// An election to be recorded.
#[derive(Debug, Deserialize, TS)]
pub struct Elect {
    /// Handle or name of the body.
    pub body: String,
    /// 会長, 部会長 ….
    pub title: String,
    /// The person's name.
    pub person: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// `mutual_election`, `nomination`, `other`, `unknown`.
    pub method: String,
    /// Whether the present holder hands on.
    pub replaces: bool,
}

/// A meeting to be added.
#[derive(Debug, Deserialize, TS)]
pub struct NewMeeting {
    /// Handle or name of the body.
    pub body: String,
    /// As typed.
    pub date: String,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
}

/// A box of the chart to be fixed.
#[derive(Debug, Deserialize, TS)]
pub struct PinBox {
    /// Its handle.
    pub key: String,
    /// Millimetres from the page's left edge.
    pub x_mm: f64,
    /// Millimetres from its upper edge.
    pub y_mm: f64,
}

/// A box of the chart.
#[derive(Debug, Deserialize, TS)]
pub struct BoxKey {
    /// Its handle.
    pub key: String,
}

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
        body_notices(BodyOnDay) -> Vec<String>;
        term_end(BodyOnDay) -> TermEnd;
        relationship_chart(WhichChart) -> DrawnChart;
        history(HowMany) -> Vec<HistoryRow>;
    }
    writes {
        add_person(NewPerson) -> String;
        purge_person(WhichPerson) -> ErasedPerson;
        appoint_member(AppointMember) -> AppointedMember;
        end_appointment(EndAppointment) -> ();
        record_election(Elect) -> String;
        add_meeting(NewMeeting) -> String;
        pin_box(PinBox) -> ();
        unpin_box(BoxKey) -> ();
        undo(Nothing) -> String;
        redo(Nothing) -> String;
    }
}

fn list_bodies(app: &App, args: OnDay) -> Result<Vec<BodyRow>> {
    app.list_bodies(day_or_today(app, args.on.as_deref())?)
}

fn list_meetings(app: &App, args: WhichMeetings) -> Result<Vec<MeetingRow>> {
    app.list_meetings(args.body.as_deref(), args.year.as_deref().map(year).transpose()?)
}

fn list_members(app: &App, args: BodyOnDay) -> Result<Vec<MemberRow>> {
    app.list_members(&args.body, day_or_today(app, args.on.as_deref())?)
}

fn body_notices(app: &App, args: BodyOnDay) -> Result<Vec<String>> {
    app.notices(&args.body, day_or_today(app, args.on.as_deref())?)
}

fn term_end(app: &App, args: BodyOnDay) -> Result<TermEnd> {
    let (end, derivation) = app.term_end(&args.body, day_or_today(app, args.on.as_deref())?)?;
    Ok(TermEnd { end: end.map(|d| d.to_string()), derivation })
}

fn relationship_chart(app: &App, args: WhichChart) -> Result<DrawnChart> {
    let council = app.snapshot()?;
    let year = args.year.as_deref().map(year).transpose()?.unwrap_or_else(|| FiscalYear::of(app.today()));
    let detail = match args.detail.as_str() {
        "brief" => Detail::Brief,
        "standard" => Detail::Standard,
        "full" => Detail::Full,
        other => return Err(AppError::BadRequest(format!("no detail {other}"))),
    };
    let sheet = if args.a4 { Sheet::A4 } else { Sheet::A3 };
    let (scene, text) = chart::draw(&chart::relationship(&council, year, sheet, detail, app.pins()?)?)?;
    Ok(DrawnChart { svg: entaku_chart::svg(&scene), text })
}

fn history(app: &App, args: HowMany) -> Result<Vec<HistoryRow>> {
    app.history(args.limit)
}

fn add_person(app: &mut App, args: NewPerson) -> Result<Written<String>> {
    let NewPerson { family, given, family_kana, given_kana } = args;
    let name = PersonName { family, given, family_kana, given_kana, latin: None };
    Ok(app.add_person(name)?.map(|id| id.to_string()))
}

fn purge_person(app: &mut App, args: WhichPerson) -> Result<Written<ErasedPerson>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    Ok(app.purge_person(person)?.map(|left| ErasedPerson {
        mentions: left.mentions.iter().map(|m| format!("{}/{}/{}", m.table, m.row, m.column)).collect(),
        logged_mentions: left.logged_mentions,
        backups: left.backups.iter().map(|b| b.display().to_string()).collect(),
    }))
}

fn appoint_member(app: &mut App, args: AppointMember) -> Result<Written<AppointedMember>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    let end = args.end.as_deref().map(|t| day("end", t)).transpose()?;
    let reason = args.reason.as_deref().map(|code| EndReason::from_code(code).map_err(bad_code)).transpose()?;
    let ask = Appoint {
        body: args.body,
        person,
        category: args.category,
        start: day("start", &args.start)?,
        decided_on: args.decided_on.as_deref().map(|t| day("decided_on", t)).transpose()?,
        end: end.map(|e| (e, reason.unwrap_or(EndReason::RemainingTerm))),
        reading: args.reading.as_deref().map(|code| EndRule::from_code(code).map_err(bad_code)).transpose()?,
        route: None,
    };
    let written = app.appoint_member(&ask)?;
    Ok(written.map(|a| AppointedMember {
        id: a.id.to_string(),
        end: a.end.map(|d| d.to_string()),
        derivation: a.derivation,
    }))
}

fn end_appointment(app: &mut App, args: EndAppointment) -> Result<Written<()>> {
    let id = AppointmentId::parse(&args.appointment).map_err(|e| AppError::UnknownRecord(e.0))?;
    app.end_appointment(id, day("on", &args.on)?, EndReason::from_code(&args.reason).map_err(bad_code)?)
}

fn record_election(app: &mut App, args: Elect) -> Result<Written<String>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    let ask = RecordElection {
        body: args.body,
        title: args.title,
        person,
        meeting: MeetingId::parse(&args.meeting).map_err(|e| AppError::UnknownMeeting(e.0))?,
        method: Method::from_code(&args.method).map_err(bad_code)?,
        replaces: args.replaces,
    };
    Ok(app.record_election(&ask)?.map(|id| id.to_string()))
}

fn add_meeting(app: &mut App, args: NewMeeting) -> Result<Written<String>> {
    let ask = crate::meetings::AddMeeting {
        body: args.body,
        date: day("date", &args.date)?,
        start: args.start,
        end: args.end,
        place: args.place,
    };
    Ok(app.add_meeting(&ask)?.map(|id| id.to_string()))
}

fn pin_box(app: &mut App, args: PinBox) -> Result<Written<()>> {
    app.pin_box(&args.key, args.x_mm, args.y_mm)
}

fn unpin_box(app: &mut App, args: BoxKey) -> Result<Written<()>> {
    app.unpin_box(&args.key)
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

fn day_or_today(app: &App, typed: Option<&str>) -> Result<Day> {
    typed.map_or_else(|| Ok(app.today()), |t| day("on", t))
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
