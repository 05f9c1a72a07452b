//! Reading the finished packet again, by the reader that did not write it.

use std::sync::Arc;

use super::error::ForeignError;
use super::geometry::Geometry;
use super::second;

/// Compares the packet's pages, their boxes and rotation, with what was put
/// together.
pub(super) fn verify(bytes: &Arc<Vec<u8>>, expected: &[Geometry]) -> Result<(), ForeignError> {
    let wrong = |page, detail: String| Err(ForeignError::Joined { page, detail });
    let Some(reading) = second::read_shared(bytes) else {
        return wrong(0, "the second reader cannot read it".into());
    };
    if reading.pages.len() != expected.len() {
        return wrong(0, format!("{} pages for {}", reading.pages.len(), expected.len()));
    }
    for (at, (found, wanted)) in reading.pages.iter().zip(expected).enumerate() {
        let same =
            found.media.is_near(&wanted.media) && found.crop.is_near(&wanted.shown) && found.rotate == wanted.rotate;
        if !same {
            let found = (found.media, found.crop, found.rotate);
            return wrong(at + 1, format!("{found:?} for {wanted:?}"));
        }
    }
    if let Some(at) = reading.lost_content {
        return wrong(at + 1, "its content is lost".into());
    }
    Ok(())
}
