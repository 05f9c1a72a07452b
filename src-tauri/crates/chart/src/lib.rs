//! The relationship chart (関係図) and the composition chart (構成図): from a
//! graph to placed boxes and routed arrows. Pure: no files, no clock.

mod graph;
mod scene;
mod tree;

pub use entaku_fonts::Measure;
pub use graph::{
    Certainty, ChartInput, Detail, Direction, Edge, EdgeKind, Frame, Item, Legend, Node, NodeKind,
    Pin, Section, Sheet, Subtitle,
};
pub use scene::{Arrow, BoxStyle, ChartError, Ink, Point, Rect, Scene, SceneBox, TextRun};
pub use tree::{Seat, TreeBody, TreeInput};
