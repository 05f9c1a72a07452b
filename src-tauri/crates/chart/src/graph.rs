//! What a relationship chart (関係図) is drawn from: the council as a graph.
//!
//! Every word comes from the caller; this crate adds none. An end of an edge
//! is the key of the frame, of a group or of a node.

use serde::{Deserialize, Serialize};

/// Paper of a chart, landscape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    /// 420 × 297 mm.
    #[default]
    A3,
    /// 297 × 210 mm.
    A4,
}

impl Sheet {
    /// Width and height in mm.
    pub fn size_mm(self) -> (f64, f64) {
        match self {
            Self::A3 => (420.0, 297.0),
            Self::A4 => (297.0, 210.0),
        }
    }
}

/// How much of a body's text a chart shows. Ordered: `Brief` is least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Names, frequency and the sections marked `Brief`.
    Brief,
    /// The everyday chart.
    #[default]
    Standard,
    /// Every word.
    Full,
}

/// Whether the source says a thing (明記) or the office read it so (推定).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// 明記.
    #[default]
    Stated,
    /// 推定: drawn lighter and dashed.
    Estimated,
}

/// What a box stands for; decides its zone and its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    /// A body of the council, inside the frame; the first one is the
    /// assembly (全体会) and stands on top.
    Body,
    /// A dashed group inside the frame (専門部会).
    Group,
    /// A subcommittee (部会) inside a group, or a working party (作業部会)
    /// whose parent is a subcommittee.
    Subunit,
    /// A plan of the state, the prefecture or the whole city (上位計画).
    UpperPlan,
    /// The plan that the council is heard on (障害者福祉計画).
    Plan,
    /// A body that promotes the plan (計画推進委員会).
    PlanBody,
    /// A body outside that the council works with (関係団体, 関係課, PT).
    Partner,
    /// Who receives opinions and proposals (市長・事業主体等).
    City,
    /// The secretariat (事務局).
    Secretariat,
}

/// One line of a section: an optional mark (⑴, ①, ＊) that hangs, and a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The mark, or empty for plain running text.
    #[serde(default)]
    pub mark: String,
    /// The words.
    pub text: String,
}

/// A headed part of a box's text (【構成委員】).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading as printed, with its brackets; may be empty.
    #[serde(default)]
    pub heading: String,
    /// The lines.
    pub items: Vec<Item>,
    /// The least detail at which the section is shown.
    #[serde(default)]
    pub detail: Detail,
}

/// A box of the chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Unique within the chart, the frame's key included.
    pub key: String,
    /// The name as printed.
    pub name: String,
    /// A short line under the name (議題調整等); may be empty.
    #[serde(default)]
    pub note: String,
    /// A short line at the right of the name (年3回開催予定); may be empty.
    #[serde(default)]
    pub badge: String,
    /// What the box stands for.
    pub kind: NodeKind,
    /// Key of the group or subcommittee it belongs to.
    #[serde(default)]
    pub parent: Option<String>,
    /// Its text.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// 明記 or 推定.
    #[serde(default)]
    pub certainty: Certainty,
}

/// What flows along an arrow; decides its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EdgeKind {
    /// The flow of deliberation (協議の流れ): requests, reports, opinions.
    #[default]
    Consultation,
    /// Plans and their making (計画).
    Plan,
    /// Support, co-operation, setting up (支援・設置).
    Support,
}

/// Which ends of an arrow have a head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From `from` to `to`.
    #[default]
    OneWay,
    /// A head at each end.
    Both,
}

/// An arrow of the chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Key where it starts.
    pub from: String,
    /// Key where it ends.
    pub to: String,
    /// The words on it; may be empty.
    #[serde(default)]
    pub label: String,
    /// What flows.
    #[serde(default)]
    pub kind: EdgeKind,
    /// Heads.
    #[serde(default)]
    pub direction: Direction,
    /// 明記 or 推定.
    #[serde(default)]
    pub certainty: Certainty,
}

/// The council's frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Key for edges that end at the council as a whole.
    pub key: String,
    /// The council's name.
    pub title: String,
    /// 【目的】…, beside the name; may be empty.
    #[serde(default)]
    pub purpose: String,
}

/// A position fixed by hand: the top left corner of a box on the page. It is
/// binding on the sheet on which it was set, and a hint on the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// Key of the box.
    pub key: String,
    /// From the left edge of the page.
    pub x_mm: f64,
    /// From the upper edge of the page.
    pub y_mm: f64,
    /// The sheet on which it was set.
    #[serde(default)]
    pub sheet: Sheet,
}

/// The words of the legend and of the two text versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Legend {
    /// 凡例.
    pub heading: String,
    /// For [`EdgeKind::Consultation`].
    pub consultation: String,
    /// For [`EdgeKind::Plan`].
    pub plan: String,
    /// For [`EdgeKind::Support`].
    pub support: String,
    /// For [`Certainty::Estimated`].
    pub estimated: String,
}

/// A line over the chart: a caption in grey and the text after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subtitle {
    /// ～ 基本理念 ～.
    #[serde(default)]
    pub caption: String,
    /// The words.
    pub text: String,
}

/// Everything a relationship chart (関係図) needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChartInput {
    /// 2022年度 鎌倉市障害者支援協議会 関係図.
    pub title: String,
    /// Lines under the title, the philosophy first.
    #[serde(default)]
    pub subtitles: Vec<Subtitle>,
    /// The council.
    pub frame: Frame,
    /// The boxes, in the order they should be read within their zone.
    pub nodes: Vec<Node>,
    /// The arrows.
    #[serde(default)]
    pub edges: Vec<Edge>,
    /// Paper.
    #[serde(default)]
    pub sheet: Sheet,
    /// How much text.
    #[serde(default)]
    pub detail: Detail,
    /// Positions fixed by hand.
    #[serde(default)]
    pub pins: Vec<Pin>,
    /// The legend's words.
    #[serde(default)]
    pub legend: Legend,
}
