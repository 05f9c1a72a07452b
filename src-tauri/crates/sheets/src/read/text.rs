//! How a text file's characters are to be read. Nothing is guessed: where two
//! readings are possible and differ, or none is, the user is shown the lines and chooses.

use super::ReadError;
use encoding_rs::{SHIFT_JIS, UTF_16BE, UTF_16LE};

/// An encoding of text files (文字コード).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// UTF-16 with a byte order mark, as Excel saves 「Unicode テキスト」.
    Utf16,
    /// Windows-31J, what Japanese Windows calls Shift_JIS.
    Windows31j,
}

/// A text whose reading is for the user to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Whether it is UTF-8 throughout.
    pub utf8_clean: bool,
    /// Whether it is Windows-31J throughout.
    pub windows31j_clean: bool,
    /// Lines in which the readings differ, a few from above.
    pub lines: Vec<DoubtLine>,
    /// How many there are in all.
    pub count: usize,
}

/// A line in both readings; U+FFFD stands for bytes that have no character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtLine {
    /// The line's number, from 1.
    pub number: u32,
    /// As UTF-8.
    pub utf8: String,
    /// As Windows-31J.
    pub windows31j: String,
}

const SAMPLE_LINES: usize = 5;
const SAMPLE_CHARACTERS: usize = 120;

/// Whether a file begins with the byte order mark of UTF-16.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])
}

/// The text of a file. Where the user has chosen, bytes without a character become U+FFFD, none is skipped.
pub(super) fn decoded(bytes: &[u8], wish: Option<Encoding>) -> Result<(String, Encoding), ReadError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF")
        && let Ok(text) = std::str::from_utf8(rest)
        && wish.is_none()
    {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    match wish {
        Some(encoding) => Ok((lossy(bytes, encoding), encoding)),
        None if is_utf16(bytes) => Ok((lossy(bytes, Encoding::Utf16), Encoding::Utf16)),
        None if bytes.is_ascii() => Ok((lossy(bytes, Encoding::Utf8), Encoding::Utf8)),
        None => one_reading(bytes),
    }
}

fn one_reading(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    let utf8 = std::str::from_utf8(bytes).ok();
    let (windows, broken) = SHIFT_JIS.decode_without_bom_handling(bytes);
    match (utf8, broken) {
        (Some(text), true) => Ok((text.to_owned(), Encoding::Utf8)),
        (None, false) => Ok((windows.into_owned(), Encoding::Windows31j)),
        (utf8, broken) => Err(ReadError::Encoding(doubt(bytes, utf8.is_some(), !broken))),
    }
}

fn lossy(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Utf8 => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            String::from_utf8_lossy(bytes).into_owned()
        }
        Encoding::Windows31j => SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned(),
        Encoding::Utf16 if bytes.starts_with(&[0xFE, 0xFF]) => UTF_16BE.decode_with_bom_removal(bytes).0.into_owned(),
        Encoding::Utf16 => UTF_16LE.decode_with_bom_removal(bytes).0.into_owned(),
    }
}

/// The lines that the two readings show differently. A line break is never a part
/// of another character in either of them.
fn doubt(bytes: &[u8], utf8_clean: bool, windows31j_clean: bool) -> Doubt {
    let mut found = Doubt { utf8_clean, windows31j_clean, lines: Vec::new(), count: 0 };
    for (number, line) in (1_u32..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.is_ascii() {
            continue;
        }
        found.count += 1;
        if found.lines.len() < SAMPLE_LINES {
            let shown = |encoding| lossy(line, encoding).trim_end().chars().take(SAMPLE_CHARACTERS).collect();
            found.lines.push(DoubtLine {
                number,
                utf8: shown(Encoding::Utf8),
                windows31j: shown(Encoding::Windows31j),
            });
        }
    }
    found
}
