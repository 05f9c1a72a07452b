//! Setting a document: data in, pages and PDF out.

use entaku_documents::{PageSize, PrintError};
use typst::diag::{EcoVec, SourceDiagnostic};
use typst::foundations::{Bytes, Smart};
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::Room;

/// Lays out a document from its data (JSON) and pictures by their paths.
pub(crate) fn lay_out(
    kind: &'static str,
    json: Vec<u8>,
    pictures: Vec<(String, Bytes)>,
) -> Result<PagedDocument, PrintError> {
    let room = Room::new(json, pictures)
        .ok_or_else(|| PrintError::Layout { document: kind, message: "no main template".to_owned() })?;
    let result = typst::compile::<PagedDocument>(&room);
    result.output.map_err(|errors| failure(kind, &errors))
}

/// The PDF of a document, tagged; with `universal` it claims PDF/UA-1.
///
/// A document that PDF/UA does not allow (a character that no font holds, a
/// heading without words) is tagged all the same and only makes no claim: a
/// name that cannot be drawn must not keep the office from printing.
pub(crate) fn pdf(kind: &'static str, document: &PagedDocument, universal: bool) -> Result<Vec<u8>, PrintError> {
    if universal {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| layout_error(kind, error.message().to_string()))?;
        if let Ok(pdf) = export(document, standards) {
            return Ok(pdf);
        }
    }
    export(document, PdfStandards::default()).map_err(|errors| failure(kind, &errors))
}

fn export(document: &PagedDocument, standards: PdfStandards) -> Result<Vec<u8>, EcoVec<SourceDiagnostic>> {
    let options = PdfOptions { creator: Smart::Custom(Some("Entaku".to_owned())), standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options)
}

/// The size of a page.
pub(crate) fn size_of(page: &Page) -> PageSize {
    PageSize { width_pt: page.frame.width().to_pt(), height_pt: page.frame.height().to_pt() }
}

fn failure(kind: &'static str, errors: &[SourceDiagnostic]) -> PrintError {
    let message = |error: &SourceDiagnostic| {
        let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
        format!("{} ({})", error.message, hints.join("; "))
    };
    let messages: Vec<String> = errors.iter().map(message).collect();
    layout_error(kind, messages.join("; "))
}

fn layout_error(document: &'static str, message: String) -> PrintError {
    PrintError::Layout { document, message }
}
