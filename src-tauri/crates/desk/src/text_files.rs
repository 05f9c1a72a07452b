//! Text files from outside (文字起こし): read with their characters, nothing guessed.

use crate::desk::Desk;
use entaku_app::import::{ImportDoubtLine, doubt_lines, encoding, encoding_code};
use entaku_app::{AppError, WireError};
use entaku_sheets::{ReadError, plain_text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest text file, in bytes.
const LIMIT: u64 = 5_000_000;

/// A text file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTextFile {
    /// Its name.
    pub name: String,
    /// `utf8`, `utf16` or `windows31j`, where the user has chosen.
    #[ts(optional = nullable)]
    pub encoding: Option<String>,
}

/// A text file as it was read.
#[derive(Debug, Serialize, TS)]
pub struct TextFile {
    /// What it says; empty while the user has to choose.
    pub text: String,
    /// How its characters were read; none while the user has to choose.
    pub encoding: Option<String>,
    /// What the user has to choose, in words; empty where nothing.
    pub doubt: String,
    /// Lines that the two readings show differently.
    pub doubt_lines: Vec<ImportDoubtLine>,
}

impl Desk {
    /// Reads a text file. Nothing of it goes into the council.
    pub(crate) fn read_text_file(&self, ask: NewTextFile, bytes: Vec<u8>) -> Result<TextFile, WireError> {
        let size = bytes.len() as u64;
        if size > LIMIT {
            return Err(AppError::FileTooLarge { name: ask.name, bytes: size, limit: LIMIT }.into());
        }
        let chosen = ask.encoding.as_deref().map(encoding).transpose()?;
        match plain_text(&bytes, chosen) {
            Ok((text, read)) => Ok(TextFile {
                text,
                encoding: Some(encoding_code(read).to_owned()),
                doubt: String::new(),
                doubt_lines: Vec::new(),
            }),
            Err(ReadError::Encoding(doubt)) => Ok(TextFile {
                text: String::new(),
                encoding: None,
                doubt_lines: doubt_lines(&doubt),
                doubt: AppError::Import { name: ask.name, error: Box::new(ReadError::Encoding(doubt)) }
                    .to_wire()
                    .message,
            }),
            Err(error) => Err(AppError::Import { name: ask.name, error: Box::new(error) }.into()),
        }
    }
}
