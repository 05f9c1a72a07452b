//! The relationship chart (関係図) and the composition chart (構成図): from a
//! graph to placed boxes and routed arrows. Pure: no files, no clock; the
//! same input gives the same scene. Beside it, how many went which way (`sankey`).
//!
//! The way of a chart: `graph` (what the caller gives) → `model` (checked) →
//! `zones` (which box stands where) → `place` at the largest type that fits →
//! `pins` → `route` with `label` → `scene` → `svg` or a document.

mod block;
mod breaking;
mod draw;
mod field;
mod fit;
mod gaps;
mod gentle;
mod graph;
mod group;
mod label;
mod legend;
mod model;
mod order;
mod path;
mod pins;
mod place;
mod route;
mod sankey;
mod scene;
mod seats;
mod share;
mod stack;
mod svg;
mod tree;
mod tree_draw;
mod words;
mod zones;

pub use draw::scene;
pub use entaku_fonts::Measure;
pub use graph::{
    Certainty, ChartInput, Detail, Direction, Edge, EdgeKind, Frame, Item, Legend, Node, NodeKind, Pin, Section, Sheet,
    Subtitle,
};
pub use order::reading_keys;
pub use sankey::{
    FlowAnchor, FlowBand, FlowBar, FlowColumn, FlowInput, FlowPicture, FlowStop, FlowText, FlowTone, FlowWay,
    flow_picture,
};
pub use scene::{Arrow, BoxStyle, ChartError, Ink, Point, Rect, Scene, SceneBox, TextRun};
pub use svg::svg;
pub use tree::{Seat, TreeBody, TreeInput};
pub use tree_draw::tree_scene;
pub use words::{sentence, text, tree_text};

#[cfg(test)]
mod tests;
