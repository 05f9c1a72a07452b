//! The second reader (hayro): counts and measures pages, independently of
//! qpdf.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_syntax::Pdf;
use hayro_syntax::object::Object;
use hayro_syntax::page::{Page, Rotation};

use super::geometry::Rect;

/// What the second reader sees of a file.
pub(super) struct Reading {
    /// Each page's boxes and rotation.
    pub(super) pages: Vec<PageReading>,
    /// The first page that names a content which the file does not have.
    pub(super) lost_content: Option<usize>,
}

/// One page by the second reader.
pub(super) struct PageReading {
    pub(super) media: Rect,
    pub(super) crop: Rect,
    pub(super) rotate: i64,
}

/// Reads a file; `None` when the second reader cannot make sense of it.
pub(super) fn read(bytes: &[u8]) -> Option<Reading> {
    read_shared(&Arc::new(bytes.to_vec()))
}

/// As [`read`], without copying the bytes.
pub(super) fn read_shared(bytes: &Arc<Vec<u8>>) -> Option<Reading> {
    guarded(|| {
        let pdf = Pdf::new(Arc::clone(bytes)).ok()?;
        let pages = pdf.pages();
        Some(Reading {
            pages: pages.iter().map(measure).collect(),
            lost_content: pages.iter().position(has_lost_content),
        })
    })
}

/// A hostile file may make the reader panic; that is "cannot read" here.
pub(super) fn guarded<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

fn measure(page: &Page<'_>) -> PageReading {
    let rect = |r: hayro_syntax::object::Rect| Rect { x0: r.x0, y0: r.y0, x1: r.x1, y1: r.y1 };
    PageReading {
        media: rect(page.media_box()),
        crop: rect(page.intersected_crop_box()),
        rotate: match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 90,
            Rotation::Flipped => 180,
            Rotation::FlippedHorizontal => 270,
        },
    }
}

fn has_lost_content(page: &Page<'_>) -> bool {
    let contents = "Contents";
    page.raw().contains_key(contents) && page.raw().get::<Object<'_>>(contents).is_none()
}
