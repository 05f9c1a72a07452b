//! The benchmark: what an office feels, measured in one run. Prints a table;
//! nothing here fails for being slow, for these machines are noisy.

mod import;
mod issues;
mod long_council;
mod members;
mod notices;

use entaku_app::issues::Ledger;
use entaku_app::{App, chart, meetings, packet};
use entaku_chart::{Detail, Sheet};
use entaku_documents::{
    Audience, Job, OwnPaper, PacketOptions, Paper, PaperClass, PaperContent, Printer, SourceFile, TextPaper,
};
use entaku_domain::FiscalYear;
use entaku_press::Press;
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet as Table};
use std::error::Error;
use std::time::{Duration, Instant};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Files from outside in the large packet.
const FILES: usize = 8;

/// Runs of each measurement; the median is printed, with the fastest and slowest.
const RUNS: usize = 5;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn now() -> entaku_store::Moment {
    chrono::Utc::now()
}

fn main() -> Outcome<()> {
    println!("{:<52} {:>9} {:>9} {:>9}  goal", "what", "fastest", "median", "slowest");
    let app = App::sample_in_memory(now)?;
    chart_drawn(&app)?;
    sample_packet(&app)?;
    large_packet(&app)?;
    notices::measure()?;
    roster_sheet()?;
    long_council::crowd()?;
    long_council::full_year()?;
    import::measure()?;
    issues::measure()?;
    members::measure()?;
    long_council::measure()
}

/// Times `work` and prints its row.
pub(crate) fn row(what: &str, goal: &str, mut work: impl FnMut() -> Outcome<()>) -> Outcome<()> {
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let began = Instant::now();
        work()?;
        times.push(began.elapsed());
    }
    times.sort();
    let ms = |d: Duration| format!("{:.1} ms", d.as_secs_f64() * 1000.0);
    println!("{what:<52} {:>9} {:>9} {:>9}  {goal}", ms(times[0]), ms(times[RUNS / 2]), ms(times[RUNS - 1]));
    Ok(())
}

fn chart_drawn(app: &App) -> Outcome<()> {
    let council = app.snapshot()?;
    let year = FiscalYear::new(2022).ok_or("year")?;
    row("chart laid out and drawn (A3, every word, SVG)", "< 50 ms", || {
        let input = chart::relationship(&council, year, Sheet::A3, Detail::Full, Vec::new())?;
        let (scene, _) = chart::draw(&input)?;
        entaku_chart::svg(&scene);
        Ok(())
    })
}

fn sample_packet(app: &App) -> Outcome<()> {
    let council = app.snapshot()?;
    let ledger = Ledger::load(app.store())?;
    let meeting = meetings::find(&council, "zentaikai", FiscalYear::new(2026).ok_or("year")?, 2)?.id;
    let file = app.meeting_file(&council, meeting)?;
    let print = || -> Outcome<usize> {
        let job = packet::packet(
            &council,
            &ledger,
            &file,
            Audience::Members,
            PacketOptions { odd_page_start: true, ..PacketOptions::default() },
        )?;
        let printed = Press
            .print(&Job::Packet { packet: Box::new(job.packet), files: job.files }, &mut entaku_documents::go_on)?;
        Ok(printed.pages.len())
    };
    let began = Instant::now();
    let pages = print()?;
    println!(
        "{:<52} {:>9} {:>9} {:>9}  < 1 s",
        format!("sample packet, {pages} pages, first in the process"),
        "",
        format!("{:.0} ms", began.elapsed().as_secs_f64() * 1000.0),
        ""
    );
    row(&format!("sample packet, {pages} pages, again"), "< 1 s", || print().map(drop))
}

/// About 100 own pages and 400 foreign ones.
fn large_packet(app: &App) -> Outcome<()> {
    let council = app.snapshot()?;
    let ledger = Ledger::load(app.store())?;
    let meeting = meetings::find(&council, "zentaikai", FiscalYear::new(2026).ok_or("year")?, 2)?.id;
    let file = app.meeting_file(&council, meeting)?;
    let mut job = packet::packet(&council, &ledger, &file, Audience::Members, PacketOptions::default())?;
    job.packet.papers = (1..=FILES).flat_map(|n| [own_paper(n), foreign_paper(n)]).collect();
    let files = (1..=FILES).map(foreign_file).collect::<Outcome<Vec<_>>>()?;
    let foreign: usize = files.iter().map(|(_, _, pages)| pages).sum();
    job.files = files.into_iter().map(|(id, file, _)| (id, file)).collect();
    let job = Job::Packet { packet: Box::new(job.packet), files: job.files };
    let pages = Press.print(&job, &mut entaku_documents::go_on)?.pages.len();
    row(&format!("large packet, {pages} pages, {foreign} of them foreign"), "< 2 s", || {
        Ok(Press.print(&job, &mut entaku_documents::go_on).map(drop)?)
    })
}

fn own_paper(n: usize) -> Paper {
    let paragraph =
        "地域で安心して暮らすための相談支援の体制について、協議会で整理した課題と対応の方向を示します。".repeat(12);
    let text: String = (1..=33).map(|k| format!("## 第{k}節\n\n{paragraph}\n\n")).collect();
    paper(format!("資料{n}-1"), PaperContent::Own(OwnPaper::Text(TextPaper::from_markdown("長い資料", &text))))
}

fn foreign_paper(n: usize) -> Paper {
    paper(format!("資料{n}-2"), PaperContent::File { file: format!("f{n}") })
}

fn paper(number: String, content: PaperContent) -> Paper {
    Paper {
        number,
        title: "測定用の資料".to_owned(),
        class: PaperClass::Beforehand,
        item: None,
        revised: false,
        content,
        marks: entaku_documents::Marks::default(),
    }
}

/// A file of about 50 pages as another program would make it: here by our own press, each different.
fn foreign_file(n: usize) -> Outcome<(String, SourceFile, usize)> {
    let text: String =
        (1..=98).map(|k| format!("# 資料{n} 第{k}章\n\n{}\n\n", "外部の資料の文です。".repeat(105))).collect();
    let printed =
        Press.print(&Job::Text(TextPaper::from_markdown("外部の資料", &text)), &mut entaku_documents::go_on)?;
    Ok((format!("f{n}"), SourceFile { name: format!("file{n}.pdf"), bytes: printed.pdf }, printed.pages.len()))
}

fn roster_sheet() -> Outcome<()> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 4, 1).ok_or("day")?;
    let columns = ["番号", "区分", "氏名", "ふりがな", "所属・職", "役職", "委嘱日", "任期満了日", "備考"];
    let cells = |n: usize| -> Vec<Cell> {
        let mut row = vec![Cell::Integer(n as i64)];
        row.extend(
            ["⑴ 医療関係者", "渡邉󠄂　花子", "わたなべ　はなこ", "社会福祉法人みほん会　理事長", "委員"].map(Cell::from),
        );
        row.extend([Cell::Date(day), Cell::Date(day), Cell::from("再任")]);
        row
    };
    let table = Table {
        name: "名簿".to_owned(),
        title: vec!["委員名簿".to_owned()],
        columns: columns.iter().map(|c| Column { name: (*c).to_owned(), width: 18, kind: Kind::Text }).collect(),
        rows: (1..=10_000).map(cells).collect(),
        page: Page::Landscape,
        footer: String::new(),
        dates: DateStyle::Era,
        author: "測定".to_owned(),
        made_on: day,
    };
    row("roster of 10,000 appointments to .xlsx", "< 500 ms", || Ok(entaku_sheets::xlsx(&table).map(drop)?))
}
