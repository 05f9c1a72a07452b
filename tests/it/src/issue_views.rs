//! The views of issues: the filtered table, history sheets, the flow of a year, themes.

use entaku_app::commands::dispatch;
use entaku_app::issues::{self, IssueFilter, Ledger};
use entaku_app::{App, WireError};
use entaku_documents::Audience;
use entaku_domain::issue::{Inlet, Level};
use entaku_domain::{Day, FiscalYear};
use entaku_support::sample;
use serde_json::{Value, json};

fn read(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.to_wire().message))
}

fn refused(app: &mut App, name: &str, args: Value) -> WireError {
    dispatch(app, name, args).expect_err(name).to_wire()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

macro_rules! council {
    ($app:expr) => {
        ($app.snapshot().unwrap(), Ledger::load($app.store()).unwrap())
    };
}

#[test]
fn the_flow_of_a_year_adds_up() {
    let app = &mut sample();
    for (year, carried) in [("R7", 1), ("R8", 14)] {
        let flow = read(app, "issue_flow", json!({ "year": year }));
        let tables = flow["tables"].as_array().unwrap();
        let totals: Vec<&Value> = tables.iter().map(|t| t["rows"].as_array().unwrap().last().unwrap()).collect();
        let sum = |row: &Value| row.as_array().unwrap().last().unwrap().as_str().unwrap().parse::<usize>().unwrap();
        assert_eq!(sum(totals[0]), sum(totals[1]), "{year}");
        let first = &tables[0]["rows"][0];
        assert_eq!((first[0].as_str(), sum(first)), (Some("前年度からの課題"), carried), "{year}");
        let summary = flow["summary"].as_str().unwrap();
        assert!(summary.contains(&format!("{}件です", sum(totals[0]))), "{summary}");
        for table in tables {
            for row in table["rows"].as_array().unwrap() {
                let cells: Vec<usize> =
                    row.as_array().unwrap()[1..].iter().map(|c| c.as_str().unwrap().parse().unwrap()).collect();
                let (all, parts) = cells.split_last().unwrap();
                assert_eq!(parts.iter().sum::<usize>(), *all, "{row}");
            }
        }
        assert!(flow["picture"]["shapes"].as_array().unwrap().len() > 10);
    }
    assert_eq!(read(app, "issue_flow", json!({ "year": null }))["year"], 2026);
    assert_eq!(refused(app, "issue_flow", json!({ "year": "いつか" })).code, "bad_year");
}

#[test]
fn a_flow_is_told_as_of_the_end_of_its_year_and_never_of_what_came_later() {
    let app = sample();
    let (council, ledger) = council!(app);
    let flow = issues::year_flow(&council, &ledger, FiscalYear::new(2025).unwrap(), app.today()).unwrap();
    assert_eq!(flow.on, day("2026-03-31"));
    let now = issues::year_flow(&council, &ledger, FiscalYear::new(2026).unwrap(), app.today()).unwrap();
    assert_eq!(now.on, app.today());
    let paper =
        issues::flow_paper(&council, &ledger, FiscalYear::new(2025).unwrap(), app.today(), true, Audience::Public);
    let text = paper.unwrap().text();
    assert!(text.contains("発生元ごとの段階") && text.contains("人数ではありません"), "{text}");
}

#[test]
fn a_history_sheet_tells_who_brought_it_what_is_to_be_done_and_what_was_withdrawn() {
    let app = &mut sample();
    let organization = read(app, "list_organizations", json!({}))[0].clone();
    let receipt = json!({
        "received_on": "R8.5.20", "title": "通院の付き添い", "field": "移動", "level": "city", "inlet": "partner",
        "raised_by": organization["id"], "owner": "zentaikai",
        "source": { "raised_on": "R8.5.1", "brought_by": "辻󠄀　千晶", "paper_text": "要望書" },
    });
    let id = read(app, "add_issue", receipt)["output"].as_str().unwrap().to_owned();
    let task = json!({
        "issue": id, "record": { "text": "聞き取り", "owner": "other", "name": "髙橋", "due_on": "R8.6.10" },
    });
    let task = read(app, "set_issue_task", task)["output"].clone();
    read(app, "finish_issue_task", json!({ "task": task, "on": "R8.6.8", "outcome": "３か所に聞いた" }));
    let proposal = json!({ "kind": "proposal", "title": "付き添いについて", "issues": [id], "addressee": "市長" });
    let proposal = read(app, "add_proposal", proposal)["output"].clone();
    let withdrawn =
        json!({ "proposal": proposal, "on": "R8.9.1", "outcome": "withdrawn", "measure": "市が始めたため" });
    read(app, "settle_proposal", withdrawn);
    let sheet = |audience: Audience| {
        let (council, ledger) = council!(app);
        let ledger = ledger.with_papers(app.store()).unwrap();
        let named = [entaku_domain::id::IssueId::parse(&id).unwrap()];
        issues::cards(&council, &ledger, &named, day("2026-10-01"), audience).unwrap()
    };
    let members = sheet(Audience::Members).sheets.remove(0);
    let name = organization["name"].as_str().unwrap();
    assert_eq!(members.source, format!("{name}（令和8年（2026年）5月1日、要望書）"));
    assert!(
        members.tasks[0].starts_with("髙橋：聞き取り（期限") && members.tasks[0].contains("３か所"),
        "{:?}",
        members.tasks
    );
    let last = members.steps.last().unwrap();
    assert!(last.state == "取下げ" && last.text.ends_with("市が始めたため"), "{last:?}");
    assert!(members.proposals[0].contains("取下げ：市が始めたため"), "{:?}", members.proposals);
    assert!(sheet(Audience::Internal).sheets[0].source.contains("辻󠄀　千晶"));
    let public = sheet(Audience::Public).text();
    assert!(!public.contains("辻󠄀") && !public.contains("聞き取り"), "{public}");
}

#[test]
fn a_flow_tells_who_had_an_issue_then_and_not_who_has_it_today() {
    let app = &mut sample();
    let receipt = json!({
        "received_on": "R8.3.2", "title": "放課後の居場所", "field": "こども", "level": "city", "inlet": "steering",
        "owner": "kodomo",
    });
    let issue = read(app, "add_issue", receipt)["output"].clone();
    let flow = |app: &mut App| read(app, "issue_flow", json!({ "year": "R7" }))["tables"][1].clone();
    let before = flow(app);
    let step = json!({
        "issue": issue, "day": "R8.9.30", "stage": "sorting", "body": null, "meeting": null, "text": "担当を替える",
        "owner": "mieruka",
    });
    read(app, "record_issue_step", step);
    assert_eq!(read(app, "issue_page", json!({ "issue": issue }))["item"]["owner"], "mieruka");
    assert_eq!(flow(app), before);
}

#[test]
fn themes_hang_together_over_the_years() {
    let app = &mut sample();
    let themes = read(app, "issue_themes", json!({}));
    assert_eq!(themes["years"], json!([2024, 2025, 2026]));
    let rows = themes["themes"].as_array().unwrap();
    let of = |number: &str| rows.iter().find(|r| r["number"] == number).unwrap_or_else(|| panic!("no {number}"));
    let split = of("R7-9");
    let numbers = |year: usize| -> Vec<&str> {
        split["standings"][year].as_array().unwrap().iter().map(|s| s["number"].as_str().unwrap()).collect()
    };
    assert_eq!(numbers(1), ["R7-9", "R7-11", "R7-12"]);
    assert_eq!(numbers(2), ["R7-11", "R7-12"], "what was closed in the year before is gone");
    assert_eq!(of("R7-7")["standings"][2].as_array().unwrap().len(), 2, "it is carried on by R8-3");
    let proposals = of("R7-5")["proposals"].as_array().unwrap();
    assert!(proposals[0]["answer"].as_str().unwrap().contains("流れ図"));
    assert!(rows.iter().all(|r| r["number"] != "R8-18"), "one issue of one year is no theme");
}

#[test]
fn the_table_is_narrowed_as_the_screen_is_and_says_so() {
    let app = sample();
    let (council, ledger) = council!(app);
    let on = day("2026-10-01");
    let of = |filter: &IssueFilter| issues::table_of(&council, &ledger, on, Audience::Members, Some(filter)).unwrap();
    let all = of(&IssueFilter::default());
    assert_eq!(all.rows.len(), 42);
    let open = issues::table(&council, &ledger, on, Audience::Members).unwrap();
    assert_eq!(of(&IssueFilter { open: true, ..IssueFilter::default() }).rows, open.rows);
    let filter = IssueFilter {
        body: Some("kodomo".to_owned()),
        inlet: Some(Inlet::Partner),
        level: Some(Level::Plenary),
        ..IssueFilter::default()
    };
    let narrow = of(&filter);
    assert_eq!(narrow.rows.iter().map(|r| r.number.as_str()).collect::<Vec<_>>(), ["R7-7"]);
    assert!(
        narrow.footers[0].contains("こども応援部会") && narrow.footers[0].contains("全体会"),
        "{:?}",
        narrow.footers
    );
    let late = of(&IssueFilter { open: true, overdue: true, ..IssueFilter::default() });
    assert!(!late.rows.is_empty() && late.rows.len() < open.rows.len());
    for typed in ["グループホーム", "ｸﾞﾙｰﾌﾟﾎｰﾑ", "ぐるーぷほーむ"] {
        let text = of(&IssueFilter { text: Some(typed.to_owned()), ..IssueFilter::default() });
        assert_eq!(text.rows.len(), 2, "{typed}");
    }
    let unknown = IssueFilter { body: Some("どこにもない会".to_owned()), ..IssueFilter::default() };
    assert!(issues::table_of(&council, &ledger, on, Audience::Members, Some(&unknown)).is_err());
}

#[test]
fn a_row_has_every_column_of_the_table() {
    let app = sample();
    let (council, ledger) = council!(app);
    let table = issues::table_of(
        &council,
        &ledger,
        day("2026-10-01"),
        Audience::Members,
        Some(&IssueFilter { text: Some("R7-1".to_owned()), ..IssueFilter::default() }),
    )
    .unwrap();
    let row = table.rows.iter().find(|r| r.number == "R7-1").unwrap();
    assert_eq!(row.issue, "バス停から施設までの案内と段差");
    assert!(row.gist.contains("提起") && !row.background.is_empty() && !row.resources.is_empty());
    assert!(row.result.contains("修繕"), "{}", row.result);
    assert!(row.feedback.contains("車座") && row.feedback.contains("2月13日"), "{}", row.feedback);
    let sheet = issues::sheet(&council, &table, day("2026-10-01"));
    assert_eq!(sheet.columns.len(), 16);
}

#[test]
fn a_history_sheet_tells_lineage_and_proposals() {
    let app = sample();
    let (council, ledger) = council!(app);
    let id = app.issue_numbered("ｒ７－９").unwrap();
    let cards = issues::cards(&council, &ledger, &[id], day("2026-10-01"), Audience::Members).unwrap();
    let sheet = &cards.sheets[0];
    assert_eq!(sheet.links.len(), 2);
    assert!(sheet.links[0].contains("R7-11") && sheet.links[0].contains("分けた"), "{:?}", sheet.links);
    assert!(sheet.row.result.contains("２つの課題"), "{}", sheet.row.result);
    let proposed = app.issue_numbered("R7-1").unwrap();
    let ledger = ledger.with_papers(app.store()).unwrap();
    let cards = issues::cards(&council, &ledger, &[proposed], day("2026-10-01"), Audience::Members).unwrap();
    assert!(cards.sheets[0].proposals[0].contains("公共施設までの経路"), "{:?}", cards.sheets[0].proposals);
    assert!(cards.text().contains("提案\n"));
    let told: Vec<_> = cards.sheets[0].steps.iter().filter(|s| s.state == "報告").collect();
    assert!(told.len() == 1 && told[0].place.contains("車座") && told[0].date.contains("2月13日"), "{told:?}");
    assert_eq!(app.issue_numbered("R9-99").unwrap_err().to_wire().code, "unknown_record");
}
