//! The placed chart as a screen needs it: what the printed one is drawn from,
//! with what each box opens and which arrow is which.

use crate::text::bodies as words;
use entaku_chart::{Arrow, BoxStyle, Certainty, Ink, NodeKind, Rect, Scene, SceneBox, TextRun};
use serde::Serialize;
use ts_rs::TS;

/// A placed chart; lengths are mm from the sheet's upper left corner.
#[derive(Debug, Serialize, TS)]
pub struct LiveChart {
    /// The fiscal year.
    pub year: i32,
    /// 令和8年度.
    pub year_label: String,
    /// The title.
    pub title: String,
    /// The sheet's width.
    pub width: f64,
    /// The sheet's height.
    pub height: f64,
    /// Where boxes may stand.
    pub area: LiveRect,
    /// Type size of running text, in mm.
    pub type_size: f64,
    /// The detail that it was drawn with; none for a composition chart.
    pub detail: Option<String>,
    /// What the reader should know, in words.
    pub notes: Vec<String>,
    /// Title and the lines under it.
    pub header: Vec<LiveRun>,
    /// Boxes in reading order; one stands after the box in which it stands.
    pub boxes: Vec<LiveBox>,
    /// Arrows.
    pub arrows: Vec<LiveArrow>,
    /// The legend's words.
    pub legend: Vec<LiveRun>,
    /// The legend's sample lines.
    pub legend_lines: Vec<LiveArrow>,
    /// The text version.
    pub text: String,
}

/// A line of text.
#[derive(Debug, Serialize, TS)]
pub struct LiveRun {
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Measured width.
    pub w: f64,
    /// Type size.
    pub size: f64,
    /// Bold.
    pub bold: bool,
    /// Colour by role: `black`, `grey`, `blue`, `light_blue`, `light_grey`, `green`, `light_green`.
    pub ink: String,
    /// The words.
    pub text: String,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct LiveRect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// A box.
#[derive(Debug, Serialize, TS)]
pub struct LiveBox {
    /// Its handle.
    pub key: String,
    /// What it opens: `council`, `body` or `plan`.
    pub opens: String,
    /// Handle of the frame or group whose rectangle holds it.
    pub inside: Option<String>,
    /// Handle of the box that it belongs to, for the tree.
    pub parent: Option<String>,
    /// The name.
    pub name: String,
    /// What it says of itself to those who listen.
    pub says: String,
    /// `frame`, `body`, `group`, `subunit`, `outside`.
    pub style: String,
    /// Where.
    pub rect: LiveRect,
    /// Height of the band under the title.
    pub band: f64,
    /// 推定.
    pub estimated: bool,
    /// Whether it is fixed on this sheet.
    pub pinned: bool,
    /// All text, in reading order.
    pub runs: Vec<LiveRun>,
}

/// An arrow.
#[derive(Debug, Serialize, TS)]
pub struct LiveArrow {
    /// Its identifier; none for ornaments.
    pub flow: Option<String>,
    /// Handle of the box where it starts.
    pub from: String,
    /// Handle of the box where it ends.
    pub to: String,
    /// The arrow as a sentence.
    pub says: String,
    /// 推定.
    pub estimated: bool,
    /// Axis-parallel line.
    pub points: Vec<(f64, f64)>,
    /// Head at the first point.
    pub head_from: bool,
    /// Head at the last point.
    pub head_to: bool,
    /// Colour by role.
    pub ink: String,
    /// The label's lines.
    pub runs: Vec<LiveRun>,
    /// Ground of the label.
    pub ground: Option<LiveRect>,
    /// Whether the label stands on the frame's ground.
    pub on_frame: bool,
    /// No flow of its own.
    pub ornament: bool,
}

/// What the drawing does not know of itself.
pub(super) struct Knows<'a> {
    /// The year's number.
    pub(super) year: i32,
    /// 令和8年度.
    pub(super) year_label: String,
    /// Words on the drawing.
    pub(super) notes: Vec<String>,
    /// What a box opens, and what it is, in Japanese.
    pub(super) box_is: &'a dyn Fn(&str) -> (&'static str, String),
    /// Whether a box is fixed.
    pub(super) pinned: &'a dyn Fn(&str) -> bool,
    /// Identifier and sentence of each arrow, in the order of the drawing.
    pub(super) arrows: Vec<(String, String)>,
}

/// The scene as a screen needs it.
pub(super) fn live(scene: &Scene, text: String, knows: Knows<'_>) -> LiveChart {
    let mut told = knows.arrows.iter();
    let arrows = scene.arrows.iter().map(|arrow| {
        let (flow, says) = match told.next().filter(|_| !arrow.ornament) {
            Some((flow, says)) => (Some(flow.clone()), says.clone()),
            None => (None, String::new()),
        };
        live_arrow(arrow, flow, says)
    });
    LiveChart {
        year: knows.year,
        year_label: knows.year_label.clone(),
        title: scene.title.clone(),
        width: scene.width,
        height: scene.height,
        area: rect(scene.area),
        type_size: short(scene.type_size),
        detail: scene.detail.map(|d| super::detail_code(d).to_owned()),
        notes: knows.notes.clone(),
        header: runs(&scene.header),
        arrows: arrows.collect(),
        boxes: scene.boxes.iter().map(|it| live_box(scene, it, &knows)).collect(),
        legend: runs(&scene.legend),
        legend_lines: scene.legend_lines.iter().map(|it| live_arrow(it, None, String::new())).collect(),
        text,
    }
}

fn live_box(scene: &Scene, it: &SceneBox, knows: &Knows<'_>) -> LiveBox {
    let (opens, what) = (knows.box_is)(&it.key);
    let holds = |other: &&SceneBox| {
        let (a, b) = (other.rect, it.rect);
        matches!(other.style, BoxStyle::Frame | BoxStyle::Group)
            && other.key != it.key
            && it.kind != Some(NodeKind::Partner)
            && (a.x - 0.01 <= b.x && a.y - 0.01 <= b.y)
            && (b.x + b.w <= a.x + a.w + 0.01 && b.y + b.h <= a.y + a.h + 0.01)
    };
    let inside =
        scene.boxes.iter().filter(holds).min_by(|a, b| (a.rect.w * a.rect.h).total_cmp(&(b.rect.w * b.rect.h)));
    LiveBox {
        key: it.key.clone(),
        opens: opens.to_owned(),
        inside: inside.map(|b| b.key.clone()),
        parent: it.parent.clone(),
        says: words::spoken(&[&it.name, &what]),
        name: it.name.clone(),
        style: style_code(it.style).to_owned(),
        rect: rect(it.rect),
        band: short(it.band),
        estimated: it.certainty == Certainty::Estimated,
        pinned: (knows.pinned)(&it.key),
        runs: runs(&it.runs),
    }
}

fn live_arrow(it: &Arrow, flow: Option<String>, says: String) -> LiveArrow {
    LiveArrow {
        flow,
        from: it.from.clone(),
        to: it.to.clone(),
        says,
        estimated: it.certainty == Certainty::Estimated,
        points: it.points.iter().map(|p| (short(p.x), short(p.y))).collect(),
        head_from: it.head_from,
        head_to: it.head_to,
        ink: ink_code(it.ink).to_owned(),
        runs: runs(&it.runs),
        ground: it.label_rect.map(rect),
        on_frame: it.on_frame,
        ornament: it.ornament,
    }
}

fn runs(runs: &[TextRun]) -> Vec<LiveRun> {
    let run = |r: &TextRun| LiveRun {
        x: short(r.x),
        y: short(r.y),
        w: short(r.width),
        size: short(r.size),
        bold: r.bold,
        ink: ink_code(r.ink).to_owned(),
        text: r.text.clone(),
    };
    runs.iter().map(run).collect()
}

fn rect(r: Rect) -> LiveRect {
    LiveRect { x: short(r.x), y: short(r.y), w: short(r.w), h: short(r.h) }
}

/// Three decimals of a mm.
fn short(mm: f64) -> f64 {
    (mm * 1000.0).round() / 1000.0
}

fn style_code(style: BoxStyle) -> &'static str {
    match style {
        BoxStyle::Frame => "frame",
        BoxStyle::Group => "group",
        BoxStyle::Body => "body",
        BoxStyle::Subunit => "subunit",
        BoxStyle::Outside => "outside",
    }
}

fn ink_code(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "black",
        Ink::Grey => "grey",
        Ink::Blue => "blue",
        Ink::LightBlue => "light_blue",
        Ink::LightGrey => "light_grey",
        Ink::Green => "green",
        Ink::LightGreen => "light_green",
    }
}
