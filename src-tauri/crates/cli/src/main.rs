//! `entaku`: the council's documents and records from the command line, over the
//! same use cases as the window.

#[macro_use]
mod report;
mod rosters;

mod args;
mod cards;
mod cases;
mod consign;
mod day;
mod demo;
mod documents;
mod elections;
mod help;
mod imports;
mod issue;
mod issue_views;
mod kadai;
mod letters;
mod look;
mod meetings;
mod minutes;
mod notices;
mod open;
mod operations;
mod papers;
mod pay;
mod plan;
mod planning;
mod proposals;
mod records;
mod round;
mod seats;
mod subcommittee;
mod which;

use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};
use entaku_app::{AppError, Result};
use std::path::Path;
use std::process::ExitCode;

/// Setting a document makes millions of small pieces; the system's allocator
/// takes a quarter more time for them, and far more on Windows.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let asked = help::in_japanese(Cli::command()).try_get_matches().and_then(|found| Cli::from_arg_matches(&found));
    let cli = match asked {
        Ok(cli) => cli,
        Err(refused) => return report::usage(&refused),
    };
    std::panic::set_hook(Box::new(report::panicked));
    let outcome = std::panic::catch_unwind(|| run(&cli)).unwrap_or(Err(AppError::Internal));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report::failure(&error),
    }
}

fn run(cli: &Cli) -> Result<()> {
    let council = cli.council.as_deref();
    look::begin(council, &cli.look);
    match &cli.command {
        Command::Demo(ask) => demo::run(council, ask),
        Command::New(ask) => open::new_sample(&ask.folder),
        Command::Chart(ask) => documents::chart(council, ask),
        Command::Tree(ask) => documents::tree(council, ask),
        Command::Packet(ask) => documents::packet(council, ask),
        Command::Roster(ask) => documents::roster(council, ask),
        Command::Changes(ask) => rosters::changes(council, ask),
        Command::Figures(ask) => rosters::figures(council, ask),
        Command::Labels(ask) => cards::labels(council, ask),
        Command::Envelopes(ask) => cards::envelopes(council, ask),
        Command::Plates(ask) => cards::plates(council, ask),
        Command::TableCards(ask) => cards::table_cards(council, ask),
        Command::Attendance(ask) => day::attendance(council, ask),
        Command::Seats(ask) => seats::run(council, ask),
        Command::Quorum(ask) => day::quorum(council, ask),
        Command::Reception(ask) => day::reception(council, ask),
        Command::Turnout(ask) => pay::turnout(council, ask),
        Command::Report(ask) => pay::report(council, ask),
        Command::Pay(ask) => pay::run(council, ask),
        Command::Cases(ask) => cases::run(council, ask),
        Command::Letters(ask) => letters::run(council, ask),
        Command::Notice(ask) => notices::notice(council, ask),
        Command::Replies(ask) => notices::replies(council, ask),
        Command::Opinions(ask) => notices::opinions(council, ask),
        Command::Gallery(ask) => notices::gallery(council, ask),
        Command::Proposals(ask) => proposals::run(council, ask),
        Command::Feedback(ask) => proposals::feedback(council, ask),
        Command::Subcommittee(ask) => subcommittee::run(council, ask),
        Command::Issues(ask) => issue_views::issues(council, ask),
        Command::Flow(ask) => issue_views::flow(council, ask),
        Command::Themes(ask) => issue_views::themes(council, ask),
        Command::Kadai(ask) => kadai::run(council, ask),
        Command::Consign(ask) => consign::run(council, ask),
        other => keep_records(council, other),
    }
}

/// Meetings, members and records: what the list above leaves.
fn keep_records(council: Option<&Path>, command: &Command) -> Result<()> {
    match command {
        Command::Bodies(ask) => records::bodies(council, ask),
        Command::Meetings(ask) => records::meetings(council, ask),
        Command::Meeting { what } => meetings::meeting(council, what),
        Command::Agenda { what } => meetings::agenda(council, what),
        Command::Scenario(ask) => meetings::scenario(council, ask),
        Command::Members(ask) => records::members(council, ask),
        Command::Plan(ask) => plan::run(council, ask),
        Command::Planning(ask) => planning::run(council, ask),
        Command::Round(ask) => round::run(council, ask),
        Command::Term(ask) => elections::term(council, ask),
        Command::Elect(ask) => elections::elect(council, ask),
        Command::Officers(ask) => elections::officers(council, ask),
        Command::ElectionPapers(ask) => elections::papers(council, ask),
        Command::Minutes(ask) => minutes::run(council, ask),
        Command::Import(ask) => imports::run(council, ask),
        Command::AddPaper(ask) => records::add_paper(council, ask),
        Command::Papers(ask) => papers::papers(council, ask),
        Command::PaperStyle(ask) => papers::paper_style(council, ask),
        Command::HandlePaper(ask) => papers::handle(council, ask),
        Command::ReplacePaper(ask) => papers::replace(council, ask),
        Command::Issue(ask) => issue::issue(council, ask),
        Command::Deliver(ask) => papers::deliver(council, ask),
        Command::Deliveries(ask) => papers::deliveries(council, ask),
        Command::Call(ask) => records::call(council, ask),
        Command::Undo => records::write(council, "undo"),
        Command::Redo => records::write(council, "redo"),
        Command::History(ask) => records::history(council, ask),
        Command::Check => records::check(council),
        // Everything else is run above.
        _ => Err(AppError::Internal),
    }
}
