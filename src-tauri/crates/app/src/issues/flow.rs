//! The flow of a year (課題の流れ): where its issues came from, who had them, and how far
//! they got, as a picture with tables that say the same.

use super::{Ledger, exists};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{issue_views as words, labels};
use entaku_chart::{FlowColumn, FlowInput, FlowPicture, FlowStop, FlowTone, FlowWay, flow_picture};
use entaku_documents::listed::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_documents::{Audience, IssueFlow};
use entaku_domain::id::BodyId;
use entaku_domain::issue::{Inlet, Issue, IssueEvent, Stage};
use entaku_domain::{Day, FiscalYear};

/// One point in mm.
const PT: f64 = 25.4 / 72.0;

/// Stages that stand together at the end of the flow, each with its look.
const ENDS: [(&[Stage], FlowTone); 8] = [
    (&[Stage::Received, Stage::Sorting], FlowTone::Open),
    (&[Stage::Theme], FlowTone::Open),
    (&[Stage::Deliberating, Stage::Reported], FlowTone::Open),
    (&[Stage::Continued, Stage::Returned], FlowTone::Waiting),
    (&[Stage::Approved], FlowTone::Open),
    (&[Stage::Proposed, Stage::Answered], FlowTone::Open),
    (&[Stage::Reflected], FlowTone::Done),
    (&[Stage::Closed], FlowTone::Done),
];

/// The flow of a year, counted.
#[derive(Debug)]
pub struct YearFlow {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The day as of which the stages are told: its last, or today while it runs.
    pub on: Day,
    /// The names of the stops in each of the three columns.
    stops: [Vec<String>; 3],
    /// Who came which way: a stop in each column.
    ways: Vec<[usize; 3]>,
    /// How many were open when the year began.
    carried: usize,
}

/// The flow of a year, as its screen shows it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct IssueFlowPage {
    /// The fiscal year.
    pub year: i32,
    /// ISO date as of which the stages are told.
    pub on: String,
    /// The whole in a sentence or two: the picture for those who listen.
    pub summary: String,
    /// The picture.
    pub picture: FlowDrawing,
    /// What the picture shows, in figures.
    pub tables: Vec<FlowTable>,
}

/// A table of the flow.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FlowTable {
    /// What it tells.
    pub title: String,
    /// Its columns' names; the first column names the rows.
    pub columns: Vec<String>,
    /// Its rows, the total last.
    pub rows: Vec<Vec<String>>,
}

/// The picture as it is drawn on the screen. All lengths in mm.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct FlowDrawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Type size.
    pub type_size: f64,
    /// The bands and the bars, as closed paths of SVG, each with its look: `plain`, `open`, `waiting`, `done`.
    pub shapes: Vec<FlowShape>,
    /// The words.
    pub words: Vec<FlowWords>,
}

/// A band or a bar.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FlowShape {
    /// Its outline.
    pub path: String,
    /// Its look.
    pub tone: String,
    /// Whether it is a bar.
    pub bar: bool,
}

/// A line of words.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct FlowWords {
    /// From the left.
    pub x: f64,
    /// Baseline, from the top.
    pub y: f64,
    /// `start`, `middle` or `end`: which part of it stands there.
    pub anchor: String,
    /// Bold rather than regular.
    pub bold: bool,
    /// The words.
    pub text: String,
}

/// Counts the flow of a year: the issues received in it, and those that it found open.
///
/// # Errors
/// [`crate::AppError::NothingInYear`].
pub fn year_flow(council: &Snapshot, ledger: &Ledger, year: FiscalYear, today: Day) -> Result<YearFlow> {
    let on = year.last_day().min(today.max(year.first_day()));
    exists(council, on)?;
    let before = year.plus(-1).last_day();
    let mut ways = Vec::new();
    let bodies: Vec<BodyId> = council.bodies.iter().map(|b| b.id).collect();
    for issue in ledger.issues.iter().filter(|i| i.received_on <= on) {
        let carried = issue.year < year;
        if carried && ledger.stage_on(issue, before).is_final() {
            continue;
        }
        let from = if carried { 0 } else { 1 + Inlet::ALL.iter().position(|i| *i == issue.inlet).unwrap_or_default() };
        let body =
            ledger.owner_on(issue, on).and_then(|id| bodies.iter().position(|b| *b == id)).unwrap_or(bodies.len());
        ways.push([from, body, end_of(ledger.stage_on(issue, on))]);
    }
    let carried = ways.iter().filter(|way| way[0] == 0).count();
    Ok(YearFlow { year, on, stops: stops(council, year), ways, carried })
}

fn end_of(stage: Stage) -> usize {
    ENDS.iter().position(|(stages, _)| stages.contains(&stage)).unwrap_or_default()
}

fn stops(council: &Snapshot, year: FiscalYear) -> [Vec<String>; 3] {
    let inlets = Inlet::ALL.iter().map(|i| i.label().to_owned());
    let bodies = council.bodies.iter().map(|b| council.body_name(b.id, year).to_owned());
    let ends = ENDS.iter().map(|(stages, _)| words::stages_together(stages));
    [
        std::iter::once(words::CARRIED.to_owned()).chain(inlets).collect(),
        bodies.chain([words::NO_OWNER.to_owned()]).collect(),
        ends.collect(),
    ]
}

impl YearFlow {
    fn count(&self, column: usize, stop: usize) -> usize {
        self.ways.iter().filter(|way| way[column] == stop).count()
    }

    /// The whole in a sentence or two.
    pub fn summary(&self, council: &Snapshot) -> String {
        let style = council.council.date_style;
        let done = self.ways.iter().filter(|way| ENDS[way[2]].1 == FlowTone::Done).count();
        words::flow_summary(&style.fiscal_year(self.year), self.carried, self.ways.len(), done, &style.day(self.on))
    }

    /// The picture, `width` by `height` mm, in a type of some points.
    pub fn picture(&self, width: f64, height: f64, points: f64) -> FlowPicture {
        let column = |at: usize| FlowColumn {
            title: words::FLOW_COLUMNS[at].to_owned(),
            stops: self.stops[at]
                .iter()
                .enumerate()
                .map(|(stop, name)| FlowStop {
                    label: words::flow_stop(name, self.count(at, stop)),
                    tone: if at == 2 { ENDS[stop].1 } else { FlowTone::Plain },
                })
                .collect(),
        };
        let ways = self.ways.iter().map(|way| FlowWay { stops: way.to_vec(), count: 1 });
        flow_picture(&FlowInput {
            width,
            height,
            type_size: points * PT,
            columns: (0..3).map(column).collect(),
            ways: ways.collect(),
        })
    }

    /// Two tables: from where, and with whom, each by how far.
    pub fn tables(&self) -> Vec<FlowTable> {
        [0, 1].map(|side| self.table(side)).into()
    }

    fn table(&self, side: usize) -> FlowTable {
        let ends: Vec<usize> = (0..ENDS.len()).filter(|end| self.count(2, *end) > 0).collect();
        let line = |name: &str, counts: &dyn Fn(usize) -> usize| {
            let cells: Vec<usize> = ends.iter().map(|end| counts(*end)).collect();
            let sum: usize = cells.iter().sum();
            [name.to_owned()].into_iter().chain(cells.into_iter().chain([sum]).map(|n| n.to_string())).collect()
        };
        let met = |stop: usize, end: usize| self.ways.iter().filter(|w| w[side] == stop && w[2] == end).count();
        let seen = self.stops[side].iter().enumerate().filter(|(stop, _)| self.count(side, *stop) > 0);
        let mut rows: Vec<Vec<String>> = seen.map(|(stop, name)| line(name, &|end| met(stop, end))).collect();
        rows.push(line(words::TOTAL, &|end| self.count(2, end)));
        let heads = ends.iter().map(|end| self.stops[2][*end].clone());
        let columns = [words::FLOW_COLUMNS[side].to_owned()].into_iter().chain(heads).chain([words::TOTAL.to_owned()]);
        FlowTable { title: words::FLOW_TABLES[side].to_owned(), columns: columns.collect(), rows }
    }
}

/// The flow of a year as a document. Counts are those of issues, each of which stands in the
/// public table too; so a public edition withholds none of them.
///
/// # Errors
/// Those of [`year_flow`].
pub fn flow_paper(
    council: &Snapshot,
    ledger: &Ledger,
    year: FiscalYear,
    today: Day,
    a3: bool,
    audience: Audience,
) -> Result<IssueFlow> {
    let flow = year_flow(council, ledger, year, today)?;
    let (width, height, points) = if a3 { (384.0, a3_height(&flow.tables()), 10.5) } else { (174.0, 118.0, 8.5) };
    let title = words::flow_title(&council.council.date_style.fiscal_year(year));
    let mut paper = ListedPaper::new(&council.council.name, &title, audience);
    paper.lines = vec![labels::as_of(&council.council, flow.on)];
    paper.parts = flow.tables().into_iter().map(part).collect();
    paper.footers = vec![words::FLOW_NOTE.to_owned()];
    paper.footers.extend(council.council.notice.clone());
    Ok(IssueFlow { summary: flow.summary(council), picture: flow.picture(width, height, points), a3, paper })
}

/// A picture's height in millimetres that leaves the tables and the notes their room on one A3.
fn a3_height(tables: &[FlowTable]) -> f64 {
    let lines = tables.iter().map(|table| table.rows.len()).max().unwrap_or_default();
    (136.0 - 6.0 * (lines as f64 - 7.0)).clamp(90.0, 150.0)
}

fn part(table: FlowTable) -> ListedPart {
    let total = table.rows.len().saturating_sub(1);
    let rows = table.rows.into_iter().enumerate();
    let columns = table.columns.iter().enumerate();
    let column = |(at, name): (usize, &String)| match at {
        0 => ListedColumn::text(name, 20),
        _ => ListedColumn { share: 10, ..ListedColumn::figures(name) },
    };
    ListedPart {
        heading: table.title,
        rank: 1,
        table: Some(ListedTable {
            columns: columns.map(column).collect(),
            rows: rows.map(|(at, cells)| ListedRow { cells, total: at == total }).collect(),
            head: 0,
            row_mm: 0,
        }),
        ..ListedPart::default()
    }
}

impl App {
    /// The flow of a year, as its screen shows it.
    ///
    /// # Errors
    /// Those of [`year_flow`] and of the store.
    pub fn issue_flow(&self, year: FiscalYear) -> Result<IssueFlowPage> {
        let (council, ledger) = (self.snapshot()?, Ledger::for_lists(&self.store, false)?);
        let flow = year_flow(&council, &ledger, year, self.today())?;
        Ok(IssueFlowPage {
            year: year.number(),
            on: flow.on.to_string(),
            summary: flow.summary(&council),
            picture: drawing(&flow.picture(250.0, 120.0, 10.0)),
            tables: flow.tables(),
        })
    }
}

fn drawing(picture: &FlowPicture) -> FlowDrawing {
    let bands = picture.bands.iter().map(|b| {
        let middle = f64::midpoint(b.x0, b.x1);
        let (low0, low1) = (b.y0 + b.thick, b.y1 + b.thick);
        let path = format!(
            "M{:.2} {:.2}C{middle:.2} {:.2} {middle:.2} {:.2} {:.2} {:.2}V{low1:.2}C{middle:.2} {low1:.2} {middle:.2} {low0:.2} {:.2} {low0:.2}Z",
            b.x0, b.y0, b.y0, b.y1, b.x1, b.y1, b.x0
        );
        FlowShape { path, tone: tone(b.tone).to_owned(), bar: false }
    });
    let bars = picture.bars.iter().map(|b| {
        let r = b.rect;
        let path = format!("M{:.2} {:.2}h{:.2}v{:.2}h-{:.2}Z", r.x, r.y, r.w, r.h, r.w);
        FlowShape { path, tone: tone(b.tone).to_owned(), bar: true }
    });
    let line = |t: &entaku_chart::FlowText| FlowWords {
        x: t.x,
        y: t.y,
        anchor: match t.anchor {
            entaku_chart::FlowAnchor::Start => "start",
            entaku_chart::FlowAnchor::Middle => "middle",
            entaku_chart::FlowAnchor::End => "end",
        }
        .to_owned(),
        bold: t.bold,
        text: t.text.clone(),
    };
    FlowDrawing {
        width: picture.width,
        height: picture.height,
        type_size: picture.type_size,
        shapes: bands.chain(bars).collect(),
        words: picture.texts.iter().map(line).collect(),
    }
}

const fn tone(tone: FlowTone) -> &'static str {
    match tone {
        FlowTone::Plain => "plain",
        FlowTone::Open => "open",
        FlowTone::Waiting => "waiting",
        FlowTone::Done => "done",
    }
}

impl Ledger {
    /// The body that had an issue on a day: the last to which a step gave it by then. Where no
    /// step gave it away later, it is the body that has it today; where steps say only what
    /// came later, the one that worked on it last.
    pub fn owner_on(&self, issue: &Issue, on: Day) -> Option<BodyId> {
        let steps = self.steps_of(issue.id);
        if !steps.iter().any(|e| e.on > on && e.to.is_some()) {
            return issue.owner;
        }
        let by_then = || steps.iter().rev().filter(|e| e.on <= on);
        let works = |e: &&IssueEvent| matches!(e.stage, Stage::Sorting | Stage::Theme | Stage::Deliberating);
        by_then().find_map(|e| e.to).or_else(|| by_then().filter(works).find_map(|e| e.body)).or(issue.owner)
    }

    /// The stage that an issue had on a day.
    pub fn stage_on(&self, issue: &Issue, on: Day) -> Stage {
        self.steps_of(issue.id).iter().rfind(|e| e.on <= on).map_or(issue.stage, |e| e.stage)
    }
}
