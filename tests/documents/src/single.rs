//! Single documents of the sample: rosters, charts, issues.

use crate::{golden, tools};
use entaku_app::issues::{self, IssueFilter, Ledger};
use entaku_app::roster::{RosterChoice, document};
use entaku_app::{App, chart};
use entaku_chart::{Detail, Sheet};
use entaku_documents::{Audience, IssueCards, IssueTable, Job, Printer};
use entaku_domain::roster::RosterOrder;
use entaku_domain::{Day, FiscalYear};
use entaku_press::Press;
use entaku_support::sample;

fn meeting_day() -> Day {
    "2026-10-14".parse().unwrap()
}

/// Prints twice: the same job must give the same bytes.
fn print(job: &Job) -> Vec<u8> {
    let first = Press.print(job, &mut entaku_documents::go_on).unwrap().pdf;
    assert!(Press.print(job, &mut entaku_documents::go_on).unwrap().pdf == first, "the same job gave other bytes");
    first
}

/// Text, tag tree and first page of a document, and its claim to be accessible.
fn check(name: &str, pdf: &[u8]) {
    golden::text(&format!("{name}.txt"), &tools::text(pdf, None));
    golden::text(&format!("{name}.tags"), &tools::tags(pdf));
    golden::picture(&format!("{name}.png"), &tools::picture(pdf, 1, 24));
    assert!(tools::facts(pdf).contains("Tagged:          yes"), "{name} is not tagged");
    let plain = String::from_utf8_lossy(pdf).into_owned();
    assert!(plain.contains("pdfuaid"), "{name} does not claim PDF/UA");
}

fn roster(app: &App, order: RosterOrder, audience: Audience) -> Vec<u8> {
    let council = app.snapshot().unwrap();
    let body = council.body("zentaikai").unwrap();
    print(&Job::Roster(document(&council, body, &RosterChoice::usual(meeting_day(), order, audience))))
}

#[test]
fn the_public_roster() {
    check("roster_public", &roster(&sample(), RosterOrder::ByCategory, Audience::Public));
}

#[test]
fn the_internal_roster_by_syllabary() {
    check("roster_internal", &roster(&sample(), RosterOrder::BySyllabary, Audience::Internal));
}

#[test]
fn the_public_roster_keeps_what_people_chose() {
    let app = sample();
    let public = tools::text(&roster(&app, RosterOrder::ByCategory, Audience::Public), None);
    let council = app.snapshot().unwrap();
    let hidden: Vec<String> = council
        .sittings(council.body("zentaikai").unwrap().id, meeting_day())
        .into_iter()
        .filter_map(|s| s.person)
        .filter(|p| p.publication != entaku_domain::person::Publication::Name)
        .map(|p| p.name.full().replace('　', " "))
        .collect();
    assert!(!hidden.is_empty(), "the sample has people who chose not to appear");
    for name in hidden {
        assert!(!public.replace('　', " ").contains(&name), "a withheld name is in the public roster");
    }
    assert!(!public.contains("000-"), "a telephone number is in the public roster");
}

#[test]
fn the_relationship_chart() {
    let app = sample();
    let council = app.snapshot().unwrap();
    let year = FiscalYear::new(2022).unwrap();
    let input = chart::relationship(&council, year, Sheet::A3, Detail::Full, Vec::new()).unwrap();
    let (scene, words) = chart::draw(&input).unwrap();
    golden::text("chart_2022_words.txt", &words);
    check("chart_2022", &print(&Job::Chart(scene)));
}

#[test]
fn the_composition_chart() {
    let app = sample();
    let input = chart::composition(&app.snapshot().unwrap(), meeting_day(), Sheet::A3, Audience::Members).unwrap();
    check("tree_2026", &print(&Job::Chart(chart::draw_tree(&input).unwrap().0)));
}

#[test]
fn issues_as_table_and_cards() {
    let app = sample();
    let (council, ledger) = (app.snapshot().unwrap(), Ledger::load(app.store()).unwrap());
    let table = issues::table(&council, &ledger, meeting_day(), Audience::Members).unwrap();
    check("issue_table", &print(&Job::IssueTable(table)));
    let mut cards = issues::cards(&council, &ledger, &[], meeting_day(), Audience::Members).unwrap();
    cards.sheets.truncate(2);
    check("issue_cards", &print(&Job::IssueCards(cards)));
}

#[test]
fn a_table_of_one_issue_and_of_sixty_on_a4() {
    let app = sample();
    let (council, ledger) = (app.snapshot().unwrap(), Ledger::load(app.store()).unwrap());
    let table = issues::table_of(&council, &ledger, meeting_day(), Audience::Members, Some(&IssueFilter::default()));
    let table = table.unwrap();
    let rows: Vec<_> = table.rows.iter().cycle().take(60).cloned().collect();
    let one = IssueTable { a3: false, rows: rows.iter().take(1).cloned().collect(), ..table.clone() };
    check("issue_table_one", &print(&Job::IssueTable(one)));
    check("issue_table_sixty", &print(&Job::IssueTable(IssueTable { a3: false, rows, ..table })));
}

/// However long a history is, its sheet stays one page; what is left out is counted on it.
#[test]
fn a_history_sheet_is_one_page() {
    let app = sample();
    let (council, ledger) = (app.snapshot().unwrap(), Ledger::load(app.store()).unwrap());
    let cards = issues::cards(&council, &ledger, &[], meeting_day(), Audience::Members).unwrap();
    let mut sheet = cards.sheets[0].clone();
    sheet.steps = sheet.steps.iter().cycle().take(60).cloned().collect();
    let long = IssueCards { sheets: vec![sheet], ..cards };
    let pdf = print(&Job::IssueCards(long));
    assert!(tools::facts(&pdf).contains("Pages:           1"), "{}", tools::facts(&pdf));
    assert!(tools::text(&pdf, None).contains("件の経過は"));
    check("issue_card_long", &pdf);
}

#[test]
fn the_flow_of_a_year_and_themes() {
    let app = sample();
    let (council, ledger) = (app.snapshot().unwrap(), Ledger::load(app.store()).unwrap());
    let (year, today) = (FiscalYear::new(2025).unwrap(), app.today());
    for (name, a3) in [("issue_flow", false), ("issue_flow_a3", true)] {
        let flow = issues::flow_paper(&council, &ledger, year, today, a3, Audience::Public).unwrap();
        golden::text("issue_flow_words.txt", &flow.text());
        check(name, &print(&Job::IssueFlow(Box::new(flow))));
    }
    let themes = issues::themes_paper(&council, &ledger, today, Audience::Members.into()).unwrap();
    check("issue_themes", &print(&Job::Listed(themes)));
}
