//! Papers from outside: reading a foreign PDF, and laying its pages under the
//! packet's own overlay pages without losing anything that can be seen on them.
//!
//! The packet is set by Typst as one tagged PDF in which each foreign page is
//! stood in for by an overlay page of the displayed size. [`join`] keeps that
//! page object (its tags, labels and bookmarks stay valid), gives it the
//! foreign page's boxes and rotation, and draws the foreign content under it.
//!
//! Two libraries read every file: qpdf, which joins, and hayro, which only
//! counts and measures. Where they disagree the paper is refused by name: a
//! packet is never silently shorter than its papers.

mod actions;
mod annotations;
mod appearance;
mod check;
mod destinations;
mod enlarge;
mod error;
mod flatten;
mod geometry;
mod inspect;
mod join;
mod layers;
mod lost;
mod objects;
mod outline;
mod second;
mod text;
mod told;

pub use enlarge::enlarge;
pub use error::ForeignError;
pub use inspect::{ForeignFile, ForeignPage, OutlineEntry, inspect};
pub use join::{Insertion, join};
pub use text::texts;
pub use told::told;

/// The largest file that is taken, in bytes (300 MB): a file is held in memory
/// about four times while it is joined.
pub const SIZE_LIMIT: usize = 300 * 1024 * 1024;

/// The smallest side of a displayed page, in points: a page smaller than half
/// an inch has no room for the paper's number.
pub const SMALLEST_SIDE_PT: f64 = 36.0;

/// The largest side of a displayed page, in points (PDF 32000-1, annex C: 200
/// inches without UserUnit; the overlay page has none).
pub const LARGEST_SIDE_PT: f64 = 14_400.0;

#[cfg(test)]
mod tests;
