//! Pictures as papers: PNG and JPEG, fitted into A4.

use std::borrow::Cow;
use std::io::Cursor;

use entaku_documents::{FileKind, PageSize, Unreadable};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::{A4, jpeg};

/// The most pixels of a picture: a scan of A4 at 600 dpi has 35 million.
pub(crate) const PIXEL_LIMIT: u64 = 50_000_000;

/// The most pixels along either side of a page that are kept: 400 dpi on A4.
/// More cannot be seen on paper, but would all be held in memory at once.
const KEPT: (u32, u32) = (3307, 4677);

/// How well a JPEG that is made smaller is kept.
const JPEG_QUALITY: u8 = 92;

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

/// A picture as it is put on its page.
pub(crate) struct Picture<'a> {
    /// The file, or a smaller one of the same kind.
    pub(crate) bytes: Cow<'a, [u8]>,
    /// The A4 page its shape asks for.
    pub(crate) page: PageSize,
}

/// Reads a picture to its last row, so that a broken one is refused before
/// anything is set; one that is finer than any printer is made smaller.
pub(crate) fn read(bytes: &[u8]) -> Result<Picture<'_>, Unreadable> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| damaged(error.into()))?;
    reader.limits(Limits::default());
    let format = reader.format();
    // The decoder fills up with grey what is missing at the end.
    if format == Some(ImageFormat::Jpeg) && !jpeg::is_whole(bytes) {
        return Err(Unreadable::Damaged("the end of the picture is missing".to_owned()));
    }
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXEL_LIMIT {
        return Err(Unreadable::TooManyPixels { width, height, limit: PIXEL_LIMIT });
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    let colours = decoder.icc_profile().map_err(damaged)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let is_turned = orientation.to_exif() >= 5;
    let is_wide = if is_turned { height > width } else { width > height };
    let page = if is_wide { PageSize { width_pt: A4.height_pt, height_pt: A4.width_pt } } else { A4 };
    // The longer side of the picture lies along the longer side of the page.
    if width.max(height) <= KEPT.1 && width.min(height) <= KEPT.0 {
        return Ok(Picture { bytes: Cow::Borrowed(bytes), page });
    }
    let (across, down) = if width > height { (KEPT.1, KEPT.0) } else { KEPT };
    let mut picture = picture.resize(across, down, FilterType::Triangle);
    picture.apply_orientation(orientation);
    let smaller = written(&picture, format, colours).map_err(damaged)?;
    Ok(Picture { bytes: Cow::Owned(smaller), page })
}

/// The picture in the format it came in, with what it says about its colours.
fn written(
    picture: &DynamicImage,
    format: Option<ImageFormat>,
    colours: Option<Vec<u8>>,
) -> Result<Vec<u8>, ImageError> {
    fn write(
        picture: &DynamicImage,
        mut encoder: impl ImageEncoder,
        colours: Option<Vec<u8>>,
    ) -> Result<(), ImageError> {
        if let Some(colours) = colours {
            // A format that cannot hold the profile shows the usual colours.
            let _ = encoder.set_icc_profile(colours);
        }
        picture.write_with_encoder(encoder)
    }
    let mut bytes = Vec::new();
    if format == Some(ImageFormat::Jpeg) {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
        write(picture, encoder, colours)?;
    } else {
        write(picture, PngEncoder::new(&mut bytes), colours)?;
    }
    Ok(bytes)
}

fn damaged(error: ImageError) -> Unreadable {
    Unreadable::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    //! Cut, huge and fine pictures.
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn grey(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = image::GrayImage::from_fn(width, height, |x, y| image::Luma([(x ^ y) as u8]));
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[test]
    fn a_cut_picture_is_damaged() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let whole = grey(400, 300, format);
            assert_eq!(read(&whole).unwrap().bytes.as_ref(), whole);
            for tenth in 1..10 {
                let cut = read(&whole[..whole.len() * tenth / 10]);
                assert!(matches!(cut, Err(Unreadable::Damaged(_))), "{format:?} {tenth}");
            }
            assert!(
                matches!(read(&whole[..whole.len() - 2]), Err(Unreadable::Damaged(_))) || format == ImageFormat::Png
            );
        }
    }

    #[test]
    fn the_end_of_a_thumbnail_is_not_the_end() {
        let mut whole = grey(40, 30, ImageFormat::Jpeg);
        let note = [0xFF, 0xE1, 0, 8, 0xFF, 0xD8, 0xFF, 0xD9, 0, 0];
        whole.splice(2..2, note);
        assert!(read(&whole).is_ok());
        assert!(read(&whole[..whole.len() / 2]).is_err());
    }

    #[test]
    fn a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() {
        let refused = read(&grey(8000, 6300, ImageFormat::Png)).err().unwrap();
        assert_eq!(refused, Unreadable::TooManyPixels { width: 8000, height: 6300, limit: PIXEL_LIMIT });
    }

    #[test]
    fn a_picture_finer_than_print_is_made_smaller() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let bytes = grey(5000, 2000, format);
            let picture = read(&bytes).unwrap();
            assert!(picture.page.width_pt > picture.page.height_pt);
            let smaller = image::load_from_memory_with_format(&picture.bytes, format).unwrap();
            assert_eq!((smaller.width(), smaller.height()), (4677, 1871));
        }
    }
}
