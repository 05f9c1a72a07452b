//! The typed inputs of everything Entaku prints, their plain-text versions,
//! and the [`Printer`] that turns them into PDF.
//!
//! Each document (文書) is a plain struct whose strings are already formatted
//! for the reader: dates in the office's style, names with their posts. Labels
//! that belong to the paper itself (「氏名」, 「次第」) stand in the templates
//! under `assets/documents/`, and once more in the plain-text version here.
//! No string in these structs is ever read as markup.

mod agenda;
mod audience;
mod corrections;
mod election;
mod figures;
mod grid;
mod ics;
mod issue_flow;
mod issues;
pub mod letter;
pub mod listed;
mod listing;
mod mailing;
mod markdown;
mod member_list;
pub mod minutes;
mod opinions;
mod packet;
mod paper;
mod plain;
mod plates;
mod print_plan;
mod printer;
mod proposal;
mod roster;
mod roster_changes;
pub mod scenario;
mod seating;
mod seating_places;
mod shallow;
mod sheet;
mod text_paper;
mod year_plan;

pub use agenda::{Agenda, AgendaItem};
pub use audience::Audience;
pub use corrections::{CorrectionRow, Corrections};
pub use election::{
    Ballots, CountSheet, CountedVotes, ElectionItem, ElectionPaper, OfficerHistory, OfficerRow, VoteRow,
};
pub use figures::{FigureRow, FigureTable, Figures};
pub use grid::{Cell, CellSheet, Grid, Offset};
pub use ics::{CalendarEntry, CalendarFile, Standing, When};
pub use issue_flow::IssueFlow;
pub use issues::{IssueCards, IssueRow, IssueSheet, IssueStep, IssueTable};
pub use letter::{Letter, LetterLine, LetterLook, Letters};
pub use listed::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
pub use listing::{ListColumn, Listing};
pub use mailing::{Address, AddressLabels, Envelopes, PostalFrame};
pub use member_list::{MemberColumn, MemberList};
pub use minutes::{Minutes, MinutesDecision, MinutesFact, MinutesLine, MinutesLineKind, MinutesPart, MinutesTask};
pub use opinions::{OpinionGroup, Opinions, WrittenOpinion};
pub use packet::{ClassHeading, Cover, Front, Packet, PacketOptions};
pub use paper::{Marks, OwnPaper, Paper, PaperClass, PaperContent};
pub use plates::{NamePlates, Plate, TableCards};
pub use print_plan::{PrintPlan, PrintRow, Recipients};
pub use printer::{
    FileFacts, FileKind, Job, PageInfo, PagePart, PrintError, Printed, Printer, Progress, RepairedFile, SourceFile,
    Stage, Uncovered, Unreadable, Watch, go_on,
};
pub use proposal::ProposalPaper;
pub use roster::{Roster, RosterColumn, RosterGroup, RosterRow};
pub use roster_changes::{ChangeRow, ChangedRow, RosterChanges};
pub use scenario::{Scenario, ScenarioFact, ScenarioScene, ScenarioSpeech};
pub use seating::{RoomFixture, Seat, SeatRole, SeatRoom, SeatingPlan, SeatingShape};
pub use seating_places::{Desk, Places, Sight, Zone};
pub use sheet::{PageSize, SheetCount, SheetSize};
pub use text_paper::{Align, Block, Span, TextPaper};
pub use year_plan::{YearBody, YearEntry, YearPlan};

#[cfg(test)]
mod tests;
