//! The legend at the foot: a sample line for each kind of arrow in use.

use entaku_fonts::{Measure, Weight};

use crate::draw::{PT, Paper};
use crate::graph::{Certainty, ChartInput, EdgeKind};
use crate::scene::{Arrow, Ink, Point, TextRun};

/// A legend that is set, and the height it takes.
#[derive(Default)]
pub(crate) struct Set {
    pub(crate) runs: Vec<TextRun>,
    pub(crate) lines: Vec<Arrow>,
    pub(crate) height: f64,
}

pub(crate) fn legend(input: &ChartInput, measure: &Measure, paper: Paper) -> Set {
    let entries = entries(input);
    let mut set = Set::default();
    if entries.is_empty() {
        return set;
    }
    let sample = 13.0 * paper.unit;
    let width = |text: &str| measure.em(text, Weight::Regular);
    let words: f64 = entries.iter().map(|entry| width(entry.0) + 3.0).sum::<f64>() + width(&input.legend.heading) + 2.0;
    let room = paper.page.w - 2.0 * paper.margin - entries.len() as f64 * (sample + 2.0);
    let size = (8.5 * PT * paper.unit.max(0.85)).min(room / words);
    let baseline = paper.page.h - paper.margin + 2.0 * paper.unit;
    let mut x = paper.margin;
    let mut write = |x: f64, text: &str, ink: Ink| {
        let width = width(text) * size;
        set.runs.push(TextRun { x, y: baseline, width, size, bold: false, ink, text: text.to_owned(), opens: true });
        x + width
    };
    x = write(x, &input.legend.heading, Ink::Grey) + 2.0 * size;
    for (text, kind, certainty) in entries {
        let y = baseline - 0.36 * size;
        set.lines.push(sample_line(Point { x, y }, sample, kind, certainty));
        x = write(x + sample + 2.0, text, Ink::Black) + 3.0 * size;
    }
    set.height = 5.0 * paper.unit;
    set
}

fn entries(input: &ChartInput) -> Vec<(&str, EdgeKind, Certainty)> {
    let words = &input.legend;
    let kinds = [
        (words.consultation.as_str(), EdgeKind::Consultation),
        (words.plan.as_str(), EdgeKind::Plan),
        (words.support.as_str(), EdgeKind::Support),
    ];
    let mut entries: Vec<(&str, EdgeKind, Certainty)> = kinds
        .into_iter()
        .filter(|(_, kind)| input.edges.iter().any(|edge| edge.kind == *kind))
        .map(|(text, kind)| (text, kind, Certainty::Stated))
        .collect();
    let estimated = input.edges.iter().find(|edge| edge.certainty == Certainty::Estimated);
    if let Some(edge) = estimated {
        entries.push((words.estimated.as_str(), edge.kind, Certainty::Estimated));
    }
    entries.retain(|entry| !entry.0.is_empty());
    entries
}

fn sample_line(at: Point, length: f64, kind: EdgeKind, certainty: Certainty) -> Arrow {
    Arrow {
        from: String::new(),
        to: String::new(),
        from_name: String::new(),
        to_name: String::new(),
        label: String::new(),
        kind,
        certainty,
        points: vec![at, Point { x: at.x + length, y: at.y }],
        head_from: false,
        head_to: true,
        ink: Ink::of(kind, certainty),
        runs: Vec::new(),
        label_rect: None,
        on_frame: false,
        ornament: true,
    }
}
