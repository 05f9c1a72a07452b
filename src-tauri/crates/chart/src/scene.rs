//! A chart that is placed: what a drawing program (SVG, PDF) needs and no
//! more. All lengths are mm from the top left corner of the page.

use serde::{Deserialize, Serialize};

use crate::draw::PT;
use crate::graph::{Certainty, Detail, EdgeKind, NodeKind};

/// A point on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Colours by role; [`Ink::hex`] gives the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ink {
    /// Text and plain lines.
    Black,
    /// Captions, frequencies.
    Grey,
    /// The council's blue.
    Blue,
    /// Estimated arrows and their labels.
    LightBlue,
    /// Estimated plan arrows.
    LightGrey,
    /// Support and co-operation.
    Green,
    /// Estimated support.
    LightGreen,
}

impl Ink {
    /// CSS colour.
    pub fn hex(self) -> &'static str {
        match self {
            Self::Black => "#1A1A1C",
            Self::Grey => "#4D4D4D",
            Self::Blue => "#0017C1",
            Self::LightBlue => "#4F63D8",
            Self::LightGrey => "#666666",
            Self::Green => "#115A36",
            Self::LightGreen => "#2C7D53",
        }
    }

    /// The colour of an arrow.
    pub fn of(kind: EdgeKind, certainty: Certainty) -> Self {
        match (kind, certainty) {
            (EdgeKind::Consultation, Certainty::Stated) => Self::Blue,
            (EdgeKind::Consultation, Certainty::Estimated) => Self::LightBlue,
            (EdgeKind::Plan, Certainty::Stated) => Self::Black,
            (EdgeKind::Plan, Certainty::Estimated) => Self::LightGrey,
            (EdgeKind::Support, Certainty::Stated) => Self::Green,
            (EdgeKind::Support, Certainty::Estimated) => Self::LightGreen,
        }
    }
}

/// One line of text, already broken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextRun {
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Measured width: the text must not run wider in another font.
    pub width: f64,
    /// Type size in mm (1 pt = 0.3528 mm).
    pub size: f64,
    /// BIZ UDPGothic Bold rather than Regular.
    pub bold: bool,
    /// Colour.
    pub ink: Ink,
    /// The words.
    pub text: String,
    /// Whether this line opens a paragraph; a reader joins the lines that do
    /// not to the one before, without a space.
    pub opens: bool,
}

/// How a box is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoxStyle {
    /// The council: blue frame, pale ground.
    Frame,
    /// A body of the council: white, pale blue title band.
    Body,
    /// Dashed.
    Group,
    /// A subcommittee.
    Subunit,
    /// Outside the council: grey title band.
    Outside,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SceneBox {
    /// Key of the node, or of the frame.
    pub key: String,
    /// Key of the box it stands in.
    pub parent: Option<String>,
    /// The name, unbroken: title of the box for those who listen.
    pub name: String,
    /// What it stands for; `None` for the frame.
    pub kind: Option<NodeKind>,
    /// Where.
    pub rect: Rect,
    /// Height of the coloured band under the title; 0 for none.
    pub band: f64,
    /// Look.
    pub style: BoxStyle,
    /// 明記 or 推定.
    pub certainty: Certainty,
    /// Place in the reading order, from 0; boxes stand in this order.
    pub order: usize,
    /// All text, in reading order.
    pub runs: Vec<TextRun>,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arrow {
    /// Key where it starts.
    pub from: String,
    /// Key where it ends.
    pub to: String,
    /// Name of the box where it starts.
    pub from_name: String,
    /// Name of the box where it ends.
    pub to_name: String,
    /// The whole label, unbroken.
    pub label: String,
    /// What flows.
    pub kind: EdgeKind,
    /// 明記 or 推定.
    pub certainty: Certainty,
    /// Axis-parallel polyline.
    pub points: Vec<Point>,
    /// Head at the first point.
    pub head_from: bool,
    /// Head at the last point.
    pub head_to: bool,
    /// Colour of line and label.
    pub ink: Ink,
    /// The label's lines.
    pub runs: Vec<TextRun>,
    /// Ground of the label; covers the own line only.
    pub label_rect: Option<Rect>,
    /// Whether the label stands on the frame's pale ground.
    pub on_frame: bool,
    /// A line of the legend or of a tree, no flow of its own: silent for
    /// those who listen.
    pub ornament: bool,
}

/// A placed chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Page width.
    pub width: f64,
    /// Page height.
    pub height: f64,
    /// Title of the document.
    pub title: String,
    /// The text version: alternative text for the whole picture.
    pub description: String,
    /// Where boxes may stand.
    #[serde(default)]
    pub area: Rect,
    /// Type size of the running text in mm.
    pub type_size: f64,
    /// The detail it was drawn with, which may be less than was asked for; none
    /// for a composition chart.
    #[serde(default)]
    pub detail: Option<Detail>,
    /// Title and lines under it.
    pub header: Vec<TextRun>,
    /// Boxes in reading order; a box stands after the box it stands in.
    pub boxes: Vec<SceneBox>,
    /// Arrows.
    pub arrows: Vec<Arrow>,
    /// The legend's words.
    pub legend: Vec<TextRun>,
    /// The legend's sample lines.
    pub legend_lines: Vec<Arrow>,
}

impl Scene {
    /// Type size of the running text in points.
    pub fn type_pt(&self) -> f64 {
        self.type_size / PT
    }
}

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChartError {
    /// Two nodes, or a node and the frame, share a key.
    #[error("the key {key} is used twice")]
    KeyTwice {
        /// The key.
        key: String,
    },
    /// An edge, a parent or a pin names a key that is not in the chart.
    #[error("there is no box with the key {key}")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A node is its own ancestor, or its parent cannot hold boxes.
    #[error("the box {key} cannot stand in its parent")]
    WrongParent {
        /// The key.
        key: String,
    },
    /// Two pinned boxes overlap, or a pin lies off the page.
    #[error("the pinned boxes {keys:?} have no room where they are pinned")]
    PinsCollide {
        /// Their keys.
        keys: Vec<String>,
    },
    /// The boxes fit, but some arrow or its label finds no way between them.
    #[error("the arrows find no way between the boxes")]
    Crowded,
    /// Even the smallest readable type does not fit the sheet.
    #[error("the chart does not fit the sheet at {floor_pt} pt")]
    TooMuch {
        /// The smallest type size allowed, in pt.
        floor_pt: f64,
    },
}
