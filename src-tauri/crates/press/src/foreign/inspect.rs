//! Opening a foreign PDF: everything that can be wrong with it is found here,
//! before a packet is begun.

use std::collections::BTreeMap;

use qpdf::{QPdf, QPdfDictionary, QPdfError, QPdfErrorCode};

use super::destinations::{Destinations, ViewPart};
use super::error::ForeignError;
use super::geometry::Geometry;
use super::lost;
use super::objects::{Id, get_dict, get_integer, id};
use super::outline;
use super::second::{self, Reading};
use super::{LARGEST_SIDE_PT, SIZE_LIMIT, SMALLEST_SIDE_PT};

/// A PDF from outside, opened once and ready to give any of its pages to any
/// number of packets. It stays on its thread (qpdf's objects are not shared).
pub struct ForeignFile {
    /// The file as the caller named it.
    pub name: String,
    /// Its pages in order, at least one.
    pub pages: Vec<ForeignPage>,
    /// Its own bookmarks in reading order, in outline order (parents first).
    pub outline: Vec<OutlineEntry>,
    /// True when the file was damaged and has been repaired while reading:
    /// someone should look at its pages.
    pub repaired: bool,
    pub(super) pdf: QPdf,
    pub(super) objects: Vec<QPdfDictionary>,
    pub(super) destinations: Destinations,
}

/// A page as it is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignPage {
    /// Displayed width in points: boxes, rotation and UserUnit applied.
    pub width_pt: f64,
    /// Displayed height in points.
    pub height_pt: f64,
    pub(super) geometry: Geometry,
}

/// A bookmark of a foreign PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    /// Its title, as written.
    pub title: String,
    /// The page it leads to, from 0; `None` when it leads nowhere in the file.
    pub page: Option<usize>,
    /// Its depth, from 0.
    pub level: usize,
    /// How the page is shown.
    pub(super) view: Vec<ViewPart>,
}

/// Opens a PDF and checks that all of it can be joined. `name` is what errors
/// call it. A file with an empty user password opens; a damaged file is
/// repaired when no page is lost by it.
///
/// # Errors
/// See [`ForeignError`]: the file is no PDF, too large, encrypted, broken,
/// without pages, two readings of it disagree, or a page has no usable size.
pub fn inspect(bytes: &[u8], name: &str) -> Result<ForeignFile, ForeignError> {
    check_bytes(bytes, name)?;
    let second = second::read(bytes);
    let pdf = QPdf::read_from_memory(bytes).map_err(|error| refusal(&error, name))?;
    let declared = declared_pages(&pdf);
    let objects = pdf.get_pages().map_err(|error| refusal(&error, name))?;
    let repaired = pdf.more_warnings();
    check_count(objects.len(), declared, second.as_ref(), repaired, name)?;
    let lost = if repaired { lost::first_page(bytes) } else { None };
    if let Some(at) = lost {
        return Err(ForeignError::ContentLost { name: name.into(), page: at + 1 });
    }
    let pages = measure(&objects, name)?;
    let index: BTreeMap<Id, usize> = objects.iter().enumerate().map(|(at, page)| (id(page), at)).collect();
    let destinations = Destinations::read(&pdf, index);
    let outline = outline::read(&pdf, &destinations);
    Ok(ForeignFile { name: name.into(), pages, outline, repaired, pdf, objects, destinations })
}

/// What can be said without reading the file's structure.
fn check_bytes(bytes: &[u8], name: &str) -> Result<(), ForeignError> {
    let name = || name.to_owned();
    if bytes.is_empty() {
        return Err(ForeignError::ZeroBytes { name: name() });
    }
    if bytes.len() > SIZE_LIMIT {
        return Err(ForeignError::TooLarge { name: name(), bytes: bytes.len(), limit: SIZE_LIMIT });
    }
    // Readers take a header within the first 1024 bytes (mail gateways and web
    // servers are known to put lines before it).
    let head = &bytes[..bytes.len().min(1024)];
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Err(ForeignError::NotPdf { name: name() });
    }
    Ok(())
}

/// qpdf's refusal in our words.
fn refusal(error: &QPdfError, name: &str) -> ForeignError {
    let detail = error.to_string();
    let locked = error.error_code() == QPdfErrorCode::InvalidPassword
        || (error.error_code() == QPdfErrorCode::Unsupported && detail.contains("encrypt"));
    if locked {
        ForeignError::Encrypted { name: name.into() }
    } else {
        ForeignError::Broken { name: name.into(), detail }
    }
}

/// The number of pages that the file says it has.
fn declared_pages(pdf: &QPdf) -> Option<usize> {
    let root = pdf.get_root()?;
    let count = get_integer(&get_dict(&root, "/Pages")?, "/Count")?;
    usize::try_from(count).ok()
}

/// Compares qpdf's count with the other readings. A file that only qpdf can
/// read is taken when qpdf found nothing to repair in it: then it is the
/// second reader that lacks something. The count that a file declares about
/// itself is often wrong in old files, so it weighs only in damaged ones.
fn check_count(
    counted: usize,
    declared: Option<usize>,
    second: Option<&Reading>,
    repaired: bool,
    name: &str,
) -> Result<(), ForeignError> {
    let mismatch = |expected| ForeignError::CountMismatch { name: name.into(), counted, expected };
    if counted == 0 {
        return Err(match second.map_or(0, |reading| reading.pages.len()) {
            0 => ForeignError::Empty { name: name.into() },
            expected => mismatch(expected),
        });
    }
    match second {
        Some(reading) if reading.pages.len() != counted => return Err(mismatch(reading.pages.len())),
        None if repaired => {
            let detail = "damaged, and a second reader cannot confirm its pages".into();
            return Err(ForeignError::Broken { name: name.into(), detail });
        }
        _ => {}
    }
    if repaired {
        if let Some(expected) = declared.filter(|&declared| declared > counted) {
            return Err(mismatch(expected));
        }
        if let Some(at) = second.and_then(|reading| reading.lost_content) {
            return Err(ForeignError::ContentLost { name: name.into(), page: at + 1 });
        }
    }
    Ok(())
}

/// The pages' sizes; a page that cannot carry a stamp is refused.
fn measure(objects: &[QPdfDictionary], name: &str) -> Result<Vec<ForeignPage>, ForeignError> {
    let measured = objects.iter().enumerate().map(|(at, object)| {
        let geometry = Geometry::read(object);
        let (width_pt, height_pt) = geometry.displayed();
        let fits = SMALLEST_SIDE_PT..=LARGEST_SIDE_PT;
        if fits.contains(&width_pt) && fits.contains(&height_pt) {
            Ok(ForeignPage { width_pt, height_pt, geometry })
        } else {
            Err(ForeignError::PageSize { name: name.into(), page: at + 1, width_pt, height_pt })
        }
    });
    measured.collect()
}
