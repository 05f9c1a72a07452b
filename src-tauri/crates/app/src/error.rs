//! The one error that reaches a user: data here, words in [`crate::text`].

mod field;

use entaku_documents::{PrintError, Unreadable};
use entaku_domain::case_guard::PatternKind;
use entaku_domain::violation::Violation;
use entaku_sheets::ReadError;
use serde::Serialize;

/// What went wrong, with what is needed to say so.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No body has this handle or name.
    #[error("unknown body {0:?}")]
    UnknownBody(String),
    /// No meeting matches.
    #[error("unknown meeting {0:?}")]
    UnknownMeeting(String),
    /// No person matches.
    #[error("unknown person")]
    UnknownPerson(String),
    /// More than one person has this name.
    #[error("ambiguous person")]
    AmbiguousPerson(String),
    /// No organisation matches.
    #[error("unknown organisation {0:?}")]
    UnknownOrganization(String),
    /// More than one organisation has this name.
    #[error("ambiguous organisation {0:?}")]
    AmbiguousOrganization(String),
    /// More than one plan has an item of this name.
    #[error("ambiguous item {name:?}")]
    AmbiguousItem {
        /// What was typed.
        name: String,
        /// The items that fit, each behind its plan's name.
        plans: Vec<String>,
    },
    /// No seat matches.
    #[error("unknown seat {0:?}")]
    UnknownSeat(String),
    /// No such record.
    #[error("unknown record {0:?}")]
    UnknownRecord(String),
    /// What came back from whoever does the clerical work cannot be taken over (V28).
    #[error("package: {0:?}")]
    Package(PackageFault),
    /// Text that is no number of a case.
    #[error("not a case number: {0:?}")]
    BadCaseNumber(String),
    /// The vault of cases cannot be opened, read or written as was asked.
    #[error("vault: {why}")]
    Vault {
        /// What is wrong, in a stable word.
        why: &'static str,
        /// What belongs to it: a number, a file, what was found.
        detail: String,
    },
    /// Something of a case stands in what is to leave, and nobody has said why it may.
    #[error("words of a case")]
    CaseWords(Vec<Finding>),
    /// The command's name or the shape of its arguments is wrong.
    #[error("bad request: {0}")]
    BadRequest(String),
    /// Text that is no day.
    #[error("not a day: {text:?}")]
    BadDay {
        /// The field.
        field: &'static str,
        /// What was typed.
        text: String,
    },
    /// Text that is no time of day.
    #[error("not a time: {text:?}")]
    BadTime {
        /// The field.
        field: &'static str,
        /// What was typed.
        text: String,
    },
    /// Text that is no fiscal year.
    #[error("not a fiscal year: {0:?}")]
    BadYear(String),
    /// The council has no bodies in this year.
    #[error("the council does not exist in {0}")]
    NothingInYear(i32),
    /// A meeting without papers has no packet.
    #[error("meeting without papers: {0}")]
    NoPapers(String),
    /// A roster has no such column.
    #[error("unknown column {0:?}")]
    UnknownColumn(String),
    /// A roster without columns says nothing.
    #[error("no columns")]
    NoColumns,
    /// It is not known of anybody where letters go.
    #[error("no addresses")]
    NoAddresses(Vec<String>),
    /// A number that is too small or too large.
    #[error("{field} is not from {least} to {most}")]
    OutOfRange {
        /// The field.
        field: &'static str,
        /// The least.
        least: i32,
        /// The most.
        most: i32,
    },
    /// Nobody is left whose name or address could be printed.
    #[error("nobody is chosen")]
    Nobody,
    /// Rules forbid it.
    #[error("rules forbid it: {0:?}")]
    Rules(Vec<Violation>),
    /// It is refused for one of several new records.
    #[error("in part {at}: {error}")]
    InPart {
        /// Which, 1 for the first.
        at: usize,
        /// Why.
        error: Box<AppError>,
    },
    /// Rules forbid it for some of many: each with what it is called.
    #[error("{} of many are refused", .0.len())]
    Rows(Vec<(String, AppError)>),
    /// A public edition may point at a person, and nobody has looked twice (V21).
    #[error("{} places may point at a person", .0.len())]
    Personal(Vec<Finding>),
    /// A file could not be read.
    #[error("cannot read {path:?}: {source}")]
    ReadFile {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file could not be written; what stood there is untouched.
    #[error("cannot write {path:?}: {source}")]
    WriteFile {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file is larger than a paper may be.
    #[error("{name:?} has {bytes} bytes")]
    FileTooLarge {
        /// Its name.
        name: String,
        /// Its size.
        bytes: u64,
        /// The size allowed.
        limit: u64,
    },
    /// A file that was to be imported is no table.
    #[error("cannot import {name:?}: {error}")]
    Import {
        /// Its name.
        name: String,
        /// What it is instead.
        error: Box<ReadError>,
    },
    /// No table with names was recognised in a file.
    #[error("no roster in {name:?}")]
    NoRoster {
        /// The file's name.
        name: String,
    },
    /// Rows of an import have to be decided, mended or left out first.
    #[error("{0} rows are undecided")]
    ImportUndecided(usize),
    /// The sheet could not be made, or the CSV cannot hold some characters.
    #[error(transparent)]
    Sheet(#[from] entaku_sheets::SheetError),
    /// The Word file could not be made.
    #[error(transparent)]
    Word(#[from] entaku_word::WordError),
    /// The chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] entaku_chart::ChartError),
    /// The document could not be printed.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The council's file.
    #[error(transparent)]
    Store(#[from] entaku_store::Error),
    /// Something that cannot be undone was asked for without saying so.
    #[error("not confirmed")]
    NotConfirmed,
    /// Nothing is left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing is left to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// The sample's own files are wrong.
    #[error("sample: {0}")]
    Sample(String),
    /// The check found so many faults, which were listed.
    #[error("{0} faults")]
    UnsoundData(usize),
    /// No council lies on the desk.
    #[error("no council is open")]
    NoCouncilOpen,
    /// A bug: a panic that was caught.
    #[error("internal error")]
    Internal,
}

/// Something that may point at a person, and where it stands (V21).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// 課題R8-3, 資料2-1.
    pub place: String,
    /// What kind of thing.
    pub kind: PatternKind,
    /// The text found.
    pub found: String,
}

/// A result of a use case.
pub type Result<T> = std::result::Result<T, AppError>;

/// An error as it crosses to the window or the terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct WireError {
    /// The stable code, see `tests/golden/error_codes.txt`.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The field that it concerns.
    pub field: Option<String>,
}

/// Why a package is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageFault {
    /// It is no package, or damaged: what exactly, in English.
    Damaged(String),
    /// It belongs to another council, or to a package that this one never gave.
    Foreign,
    /// It was taken over already.
    Taken {
        /// When.
        on: entaku_domain::Day,
    },
    /// What was given, and not what came back.
    NotReturned,
    /// What came back, where a package to work on is asked for.
    Returned,
    /// What was carried then is not kept here any more.
    NoBase,
    /// This folder is no copy that was given.
    NotConsigned,
    /// The folder is not there.
    NoFolder,
    /// Nothing in it is to be taken over.
    Nothing,
    /// A row that was chosen cannot stand beside what is here.
    Clash {
        /// The record, in words.
        what: String,
        /// Why.
        clash: entaku_store::Clash,
    },
}

impl PackageFault {
    /// Its stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Damaged(_) => "package_damaged",
            Self::Foreign => "package_foreign",
            Self::Taken { .. } => "package_taken",
            Self::NotReturned => "package_not_returned",
            Self::Returned => "package_returned",
            Self::NoBase => "package_no_base",
            Self::NotConsigned => "package_not_consigned",
            Self::NoFolder => "package_no_folder",
            Self::Nothing => "package_nothing",
            Self::Clash { .. } => "package_clash",
        }
    }
}

impl AppError {
    /// The stable code: append-only, listed in `tests/golden/error_codes.txt`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownBody(_) => "unknown_body",
            Self::UnknownMeeting(_) => "unknown_meeting",
            Self::UnknownPerson(_) => "unknown_person",
            Self::AmbiguousPerson(_) => "ambiguous_person",
            Self::UnknownOrganization(_) => "unknown_organization",
            Self::AmbiguousOrganization(_) => "ambiguous_organization",
            Self::AmbiguousItem { .. } => "ambiguous_item",
            Self::UnknownSeat(_) => "unknown_seat",
            Self::UnknownRecord(_) => "unknown_record",
            Self::BadCaseNumber(_) => "bad_case_number",
            Self::Vault { why, .. } => vault_code(why),
            Self::CaseWords(_) => "case_words",
            Self::Package(fault) => fault.code(),
            Self::BadRequest(_) => "bad_request",
            Self::BadDay { .. } => "bad_day",
            Self::BadTime { .. } => "bad_time",
            Self::BadYear(_) => "bad_year",
            Self::NothingInYear(_) => "nothing_in_year",
            Self::NoPapers(_) => "no_papers",
            Self::UnknownColumn(_) => "unknown_column",
            Self::NoColumns => "no_columns",
            Self::NoAddresses(_) => "no_addresses",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Nobody => "nobody",
            Self::Rules(found) => rule_code(found),
            Self::InPart { error, .. } => error.code(),
            Self::Rows(_) => "rows_refused",
            Self::Personal(_) => "personal_data",
            Self::ReadFile { .. } => "read_file",
            Self::WriteFile { source, .. } if crate::files::is_full(source) => "disk_full",
            Self::WriteFile { .. } => "write_file",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::Import { error, .. } => import_code(error),
            Self::NoRoster { .. } => "import_no_roster",
            Self::ImportUndecided(_) => "import_undecided",
            Self::Sheet(entaku_sheets::SheetError::Unencodable(_)) => "cp932_loss",
            Self::Sheet(_) => "sheet",
            Self::Word(_) => "word",
            Self::Chart(_) => "chart",
            Self::Print(inner) => print_code(inner),
            Self::Store(inner) => store_code(inner),
            Self::NotConfirmed => "not_confirmed",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::Sample(_) => "sample",
            Self::UnsoundData(_) => "unsound_data",
            Self::NoCouncilOpen => "no_council_open",
            Self::Internal => "internal",
        }
    }

    /// The field that the error concerns.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::BadDay { field, .. } | Self::BadTime { field, .. } | Self::OutOfRange { field, .. } => Some(field),
            Self::BadYear(_) => Some("year"),
            Self::BadCaseNumber(_) => Some("case"),
            Self::Vault { why: "wrong" | "short", .. } => Some("passphrase"),
            Self::Vault { why: "different", .. } => Some("again"),
            Self::UnknownBody(_) => Some("body"),
            Self::UnknownMeeting(_) => Some("meeting"),
            Self::UnknownPerson(_) | Self::AmbiguousPerson(_) => Some("person"),
            Self::UnknownOrganization(_) | Self::AmbiguousOrganization(_) => Some("organization"),
            Self::UnknownSeat(_) => Some("seat"),
            Self::UnknownColumn(_) | Self::NoColumns => Some("columns"),
            Self::Rules(list) => field::of_rules(list),
            Self::InPart { error, .. } => error.field(),
            _ => None,
        }
    }

    /// The error in the form that crosses to the window or the terminal.
    pub fn to_wire(&self) -> WireError {
        WireError {
            code: self.code().to_owned(),
            message: crate::text::message(self),
            hint: crate::text::hint(self),
            field: self.field().map(|field| match self {
                Self::InPart { at, .. } => format!("part{at}_{field}"),
                _ => field.to_owned(),
            }),
        }
    }
}

impl From<AppError> for WireError {
    fn from(error: AppError) -> Self {
        error.to_wire()
    }
}

/// Text that cannot be stored has codes of its own; other rules share one.
fn rule_code(found: &[Violation]) -> &'static str {
    match found.first() {
        Some(Violation::TextEmpty { .. }) => "text_empty",
        Some(Violation::TextControl { .. }) => "text_control",
        Some(Violation::TextTooLong { .. }) => "text_too_long",
        Some(Violation::PersonalPattern { .. }) => "personal_data",
        Some(Violation::ReplacementChoiceNeeded { .. }) => "choice_needed",
        _ => "rule",
    }
}

fn vault_code(why: &str) -> &'static str {
    match why {
        "missing" => "cases_missing",
        "exists" => "cases_exist",
        "cut_off" => "cases_cut_off",
        "no_vault" => "cases_no_vault",
        "newer" => "cases_newer",
        "of_another" => "cases_of_another",
        "unknown" => "cases_unknown",
        "wrong" => "cases_wrong_passphrase",
        "too_much_work" => "cases_too_much_work",
        "too_large" => "cases_too_large",
        "in_use" => "cases_in_use",
        "read_only" => "cases_read_only",
        "short" => "cases_short_passphrase",
        "different" => "cases_different",
        "no_case" => "cases_no_case",
        "destroyed" => "cases_destroyed",
        "no_number" => "cases_no_number",
        "no_copy" => "cases_no_copy",
        "closed" => "cases_closed",
        "io" => "cases_file",
        _ => "cases_damaged",
    }
}

fn import_code(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "import_empty",
        ReadError::TooLarge { .. } => "file_too_large",
        ReadError::Unpacked { .. } => "import_unpacked",
        ReadError::TooManyCells { .. } => "import_too_many_cells",
        ReadError::Html => "import_html",
        ReadError::Encrypted => "import_encrypted",
        ReadError::UnknownKind => "import_kind",
        ReadError::Damaged(_) => "import_damaged",
        ReadError::OpenQuote { .. } => "import_open_quote",
        ReadError::Encoding(_) => "import_encoding",
    }
}

fn print_code(error: &PrintError) -> &'static str {
    match error {
        PrintError::FileMissing { .. } => "paper_file_missing",
        PrintError::File { reason, .. } => match reason {
            Unreadable::Empty => "paper_empty",
            Unreadable::UnknownKind => "paper_kind",
            Unreadable::Encrypted => "paper_encrypted",
            Unreadable::NoPages => "paper_no_pages",
            Unreadable::Damaged(_) => "paper_damaged",
            Unreadable::TooLarge { .. } => "file_too_large",
            Unreadable::TooManyPixels { .. } => "paper_pixels",
            Unreadable::PageSize { .. } => "paper_page_size",
            Unreadable::PagesDisagree { .. } => "paper_pages_disagree",
        },
        PrintError::NoConverter { .. } => "office_no_converter",
        PrintError::NotConverted { .. } => "office_not_converted",
        PrintError::PagesLost { .. } => "pages_lost",
        PrintError::Layout { .. } => "layout",
        PrintError::Cancelled => "cancelled",
    }
}

fn store_code(error: &entaku_store::Error) -> &'static str {
    use entaku_store::Error as S;
    match error {
        S::NoCouncil { .. } => "council_not_found",
        S::AlreadyThere { .. } => "council_exists",
        S::NotACouncil { .. } => "not_a_council",
        S::Newer { .. } => "file_too_new",
        S::OlderReadOnly { .. } => "older_read_only",
        S::Damaged { .. } => "council_damaged",
        S::InUse => "in_use",
        S::ReadOnly => "read_only",
        S::DiskFull => "disk_full",
        S::Corrupt { .. } => "corrupt_value",
        S::NotFound { .. } | S::NoChange(_) => "unknown_record",
        S::BrokenReference { .. } => "broken_reference",
        S::Taken { .. } => "taken",
        S::Refused { .. } => "refused",
        S::NotUndoable { .. } => "not_undoable",
        S::ChangedLater { .. } => "changed_later",
        S::FileMissing { .. } => "stored_file_missing",
        S::FileDamaged { .. } => "stored_file_damaged",
        S::Migration(_) => "migration",
        S::OutsideChange | S::Io { .. } | S::Json(_) | S::Sql(_) => "store",
    }
}
