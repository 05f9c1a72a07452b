//! What can be wrong with a foreign PDF, as data: the words are the application's.

use thiserror::Error;

/// Why a foreign PDF cannot be part of a packet. Every variant that concerns
/// one file carries its name; page numbers count from 1.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ForeignError {
    /// The file has no bytes at all.
    #[error("{name}: the file has no content (0 bytes)")]
    ZeroBytes {
        /// The file as the caller named it.
        name: String,
    },
    /// The bytes are not a PDF, whatever the file is called.
    #[error("{name}: not a PDF")]
    NotPdf {
        /// The file as the caller named it.
        name: String,
    },
    /// The file is larger than [`super::SIZE_LIMIT`].
    #[error("{name}: {bytes} bytes, more than {limit}")]
    TooLarge {
        /// The file as the caller named it.
        name: String,
        /// Its size in bytes.
        bytes: usize,
        /// The largest size that is taken, in bytes.
        limit: usize,
    },
    /// The file opens with a password or a certificate only.
    #[error("{name}: encrypted, a password is needed")]
    Encrypted {
        /// The file as the caller named it.
        name: String,
    },
    /// The file is damaged beyond repair.
    #[error("{name}: broken: {detail}")]
    Broken {
        /// The file as the caller named it.
        name: String,
        /// The library's words, for the log.
        detail: String,
    },
    /// The file is a PDF without pages.
    #[error("{name}: no pages")]
    Empty {
        /// The file as the caller named it.
        name: String,
    },
    /// Two readings of the file disagree on the number of its pages.
    #[error("{name}: {counted} pages by one reading, {expected} by another")]
    CountMismatch {
        /// The file as the caller named it.
        name: String,
        /// Pages that would be joined.
        counted: usize,
        /// Pages by the other reading.
        expected: usize,
    },
    /// The file is damaged and something on this page is gone: its content, a
    /// font, a picture, a stamp.
    #[error("{name}: something on page {page} is lost")]
    ContentLost {
        /// The file as the caller named it.
        name: String,
        /// The page, from 1.
        page: usize,
    },
    /// A page is too small or too large to carry the packet's stamps.
    #[error("{name}: page {page} is {width_pt} x {height_pt} pt")]
    PageSize {
        /// The file as the caller named it.
        name: String,
        /// The page, from 1.
        page: usize,
        /// Displayed width in points.
        width_pt: f64,
        /// Displayed height in points.
        height_pt: f64,
    },
    /// A page was asked for that the file does not have.
    #[error("{name}: page {page} of {pages}")]
    NoSuchPage {
        /// The file as the caller named it.
        name: String,
        /// The page asked for, from 1.
        page: usize,
        /// Pages in the file.
        pages: usize,
    },
    /// An overlay page is not as large as the foreign page that goes under it.
    #[error("overlay page {base_page} does not fit page {page} of {name}")]
    Overlay {
        /// The file as the caller named it.
        name: String,
        /// The foreign page, from 1.
        page: usize,
        /// The packet's page, from 1.
        base_page: usize,
    },
    /// The packet's own PDF cannot be read or written: a fault of the program.
    #[error("the packet's own pages: {detail}")]
    Base {
        /// The library's words, for the log.
        detail: String,
    },
    /// The finished packet, read again, is not what was put together.
    #[error("the joined packet is wrong at page {page}: {detail}")]
    Joined {
        /// The packet's page, from 1; 0 for the packet as a whole.
        page: usize,
        /// What differs, for the log.
        detail: String,
    },
}
