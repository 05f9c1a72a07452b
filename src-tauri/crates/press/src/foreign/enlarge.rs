//! Enlarging the pages of a finished packet for large print: content, boxes, links and the
//! places that bookmarks lead to grow alike.

use std::collections::BTreeMap;

use qpdf::{ObjectStreamMode, QPdf, QPdfDictionary, QPdfError, QPdfObject, QPdfObjectLike};

use super::destinations::{self, Destinations};
use super::error::ForeignError;
use super::geometry::{Matrix, Rect};
use super::objects::{array, get_array, id, inherited, real_array};
use super::{annotations, outline};

/// The boxes of a page.
const BOXES: [&str; 5] = ["/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"];

/// Enlarges each page by its factor; 1 leaves it as it is.
///
/// # Errors
/// [`ForeignError::Base`] where the packet cannot be read or written, or has another number
/// of pages than there are factors.
pub fn enlarge(pdf: &[u8], factors: &[f64]) -> Result<Vec<u8>, ForeignError> {
    let pdf = QPdf::read_from_memory(pdf).map_err(fault)?;
    let pages = pdf.get_pages().map_err(fault)?;
    if pages.len() != factors.len() {
        return Err(ForeignError::Base { detail: format!("{} pages, {} factors", pages.len(), factors.len()) });
    }
    let index = pages.iter().enumerate().map(|(at, page)| (id(page), at)).collect();
    let own = Destinations::read(&pdf, index);
    let grown: BTreeMap<usize, Matrix> =
        factors.iter().enumerate().map(|(at, by)| (at, Matrix([*by, 0.0, 0.0, *by, 0.0, 0.0]))).collect();
    let mut links: Vec<QPdfDictionary> = Vec::new();
    outline::walk(&pdf, &mut |entry, _| links.push(entry.as_object().clone().into()));
    links.extend(pages.iter().flat_map(annotations::of_page));
    destinations::shift(&pdf, &own, &links, &grown);
    for (page, matrix) in pages.iter().zip(grown.values()) {
        enlarge_page(&pdf, page, matrix);
    }
    let mut writer = pdf.writer();
    writer.object_stream_mode(ObjectStreamMode::Generate).preserve_encryption(false).deterministic_id(true);
    writer.write_to_memory().map_err(fault)
}

fn enlarge_page(pdf: &QPdf, page: &QPdfDictionary, matrix: &Matrix) {
    for key in BOXES {
        let found = inherited(page, key).and_then(array).and_then(|corners| Rect::read(&corners));
        if let Some(rect) = found {
            page.set(key, real_array(pdf, &matrix.bounds(&rect).corners()));
        }
    }
    annotations::transform(pdf, page, matrix);
    let contents = pdf.new_array();
    contents.push(QPdfObject::from(pdf.new_stream(format!("q\n{}", matrix.operator()))));
    match get_array(page, "/Contents") {
        Some(parts) => parts.iter().for_each(|part| contents.push(part)),
        None => page.get("/Contents").into_iter().for_each(|own| contents.push(own)),
    }
    contents.push(QPdfObject::from(pdf.new_stream("\nQ\n")));
    page.set("/Contents", contents);
}

fn fault(error: QPdfError) -> ForeignError {
    ForeignError::Base { detail: error.to_string() }
}
