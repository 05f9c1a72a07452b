//! Pictures as papers: PNG and JPEG, fitted into A4.

use std::io::Cursor;

use entaku_documents::{FileKind, PageSize, Unreadable};
use image::{ImageDecoder, ImageReader, Limits};

use crate::A4;

/// The kind of a file by its first bytes.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(FileKind::Png)
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(FileKind::Jpeg)
    } else {
        // A PDF's mark may stand anywhere in the first 1024 bytes.
        let head = &bytes[..bytes.len().min(1024)];
        head.windows(5).any(|five| five == b"%PDF-").then_some(FileKind::Pdf)
    }
}

/// Reads a picture to its last row, so that a broken one is refused before
/// anything is set, and gives the A4 page its shape asks for.
pub(crate) fn page_of(bytes: &[u8]) -> Result<PageSize, Unreadable> {
    let damaged = |error: image::ImageError| Unreadable::Damaged(error.to_string());
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Unreadable::Damaged(error.to_string()))?;
    reader.limits(Limits::default());
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    let turned = decoder.orientation().map_err(damaged)?.to_exif() >= 5;
    image::DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let (width, height) = if turned { (height, width) } else { (width, height) };
    Ok(if width > height { PageSize { width_pt: A4.height_pt, height_pt: A4.width_pt } } else { A4 })
}
