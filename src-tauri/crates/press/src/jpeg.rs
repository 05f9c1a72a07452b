//! Whether a JPEG file goes on to its end.

/// Start of scan: the compressed pixels follow.
const SCAN: u8 = 0xDA;
/// End of image.
const END: u8 = 0xD9;

/// Whether the end mark follows the pixels (ISO/IEC 10918-1, annex B). An end
/// mark within a thumbnail among the file's notes does not count.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let Some((mark, after)) = next_mark(rest) {
        match mark {
            END => return true,
            // Marks without a length: restarts, and one kept for coders.
            0x01 | 0xD0..=0xD8 => rest = after,
            _ => {
                let Some(&[high, low]) = after.first_chunk::<2>() else { return false };
                let length = usize::from(u16::from_be_bytes([high, low]));
                let Some(behind) = after.get(length.max(2)..) else { return false };
                rest = if mark == SCAN { behind_pixels(behind) } else { behind };
            }
        }
    }
    false
}

/// The next mark and what follows it. Fill bytes may stand before it.
fn next_mark(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let start = bytes.windows(2).position(|two| matches!(two, [0xFF, mark] if *mark != 0xFF && *mark != 0))?;
    Some((*bytes.get(start + 1)?, bytes.get(start + 2..)?))
}

/// What follows the pixels: the first mark that is not part of them.
fn behind_pixels(bytes: &[u8]) -> &[u8] {
    let is_mark = |two: &[u8]| matches!(two, [0xFF, mark] if !matches!(mark, 0 | 0xD0..=0xD7 | 0xFF));
    let start = bytes.windows(2).position(is_mark).unwrap_or(bytes.len());
    bytes.get(start..).unwrap_or_default()
}
