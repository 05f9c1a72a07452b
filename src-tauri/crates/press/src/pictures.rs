//! Own documents as pictures: for the preview, and for the chart as SVG.

use entaku_documents::{Job, PrintError};
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::{job, set};

/// The pages of a document as SVG; the letters are outlines.
///
/// # Errors
/// [`PrintError::Layout`]; a packet has no pictures, only its documents have.
pub fn svgs(of: &Job) -> Result<Vec<String>, PrintError> {
    let document = document(of)?;
    let options = SvgOptions { render_bleed: false, pretty: false };
    Ok(document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect())
}

/// The pages of a document as PNG with so many pixels per inch.
///
/// # Errors
/// [`PrintError::Layout`], as [`svgs`].
pub fn pngs(of: &Job, pixels_per_inch: f64) -> Result<Vec<Vec<u8>>, PrintError> {
    let document = document(of)?;
    let options = RenderOptions { pixel_per_pt: Scalar::new(pixels_per_inch / 72.0), render_bleed: false };
    document.pages().iter().map(|page| typst_render::render(page, &options).encode_png().map_err(failure)).collect()
}

fn document(of: &Job) -> Result<PagedDocument, PrintError> {
    if let Job::Packet { .. } = of {
        return Err(failure("a packet has no pictures"));
    }
    let data = job::data(of)?;
    set::lay_out(data.kind, data.json, Vec::new())
}

fn failure(error: impl std::fmt::Display) -> PrintError {
    PrintError::Layout { document: "picture", message: error.to_string() }
}
