//! What may be wrong with the file, told apart without having opened it.

use entaku_domain::case::CaseNumber;
use std::path::PathBuf;

/// A result.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong. None of them touches the file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("no vault")]
    Missing,
    /// There is one already.
    #[error("there is a vault already")]
    Exists,
    /// The file ends before its content does, as after a copy that was broken off.
    #[error("cut off: {found} bytes of {wanted}")]
    CutOff {
        /// Bytes that are there.
        found: u64,
        /// Bytes that should be; 0 where even that is not known.
        wanted: u64,
    },
    /// It is something else.
    #[error("not a vault")]
    NotAVault,
    /// Its content is not what was written.
    #[error("damaged")]
    Damaged,
    /// A newer version of the program wrote it.
    #[error("format {0} is newer")]
    Newer(u32),
    /// It belongs to another council.
    #[error("of another council")]
    OfAnother,
    /// The passphrase does not open it.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Opening it would take more work or memory than this program is ready for.
    #[error("too much work: 2^{0}")]
    TooMuchWork(u8),
    /// It is larger than this program writes.
    #[error("too large: {0} bytes")]
    TooLarge(u64),
    /// Another window has it open.
    #[error("in use")]
    InUse,
    /// It is open for reading only.
    #[error("open for reading only")]
    ReadOnly,
    /// A passphrase that is too short.
    #[error("the passphrase is shorter than {0} characters")]
    Short(usize),
    /// No such case.
    #[error("no case {0}")]
    NoCase(CaseNumber),
    /// The case was destroyed.
    #[error("case {0} was destroyed")]
    Destroyed(CaseNumber),
    /// The numbers of a year are used up.
    #[error("no number is left")]
    NoNumber,
    /// No such copy.
    #[error("no such copy")]
    NoCopy,
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl Error {
    /// What is wrong in a stable word, and what belongs to it.
    pub fn told(&self) -> (&'static str, String) {
        let none = String::new;
        match self {
            Self::Missing => ("missing", none()),
            Self::Exists => ("exists", none()),
            Self::CutOff { found, wanted } if *wanted > 0 => ("cut_off", format!("{found}/{wanted}")),
            Self::CutOff { .. } => ("cut_off", none()),
            Self::NotAVault => ("no_vault", none()),
            Self::Damaged => ("damaged", none()),
            Self::Newer(_) => ("newer", none()),
            Self::OfAnother => ("of_another", none()),
            Self::WrongPassphrase => ("wrong", none()),
            Self::TooMuchWork(_) => ("too_much_work", none()),
            Self::TooLarge(bytes) => ("too_large", bytes.div_ceil(1_000_000).to_string()),
            Self::InUse => ("in_use", none()),
            Self::ReadOnly => ("read_only", none()),
            Self::Short(least) => ("short", least.to_string()),
            Self::NoCase(number) => ("no_case", number.to_string()),
            Self::Destroyed(number) => ("destroyed", number.to_string()),
            Self::NoNumber => ("no_number", none()),
            Self::NoCopy => ("no_copy", none()),
            Self::Io { path, .. } => ("io", path.display().to_string()),
        }
    }
}
