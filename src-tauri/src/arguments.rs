//! How the program was started: `entaku-window [folder | --sample]`.

use std::ffi::OsString;
use std::path::PathBuf;

/// What is to be on the desk at first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// What lay there last time, or the first questions.
    AsBefore,
    /// The council of a folder.
    Folder(PathBuf),
    /// The sample council, in memory.
    Sample,
}

/// Reads the arguments after the program's name. A window has nobody to complain
/// to about a stray one: the first that is a folder counts.
pub(crate) fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    for argument in arguments {
        match argument.to_str() {
            Some("--sample") => return Start::Sample,
            Some(text) if text.starts_with('-') => {}
            _ => return Start::Folder(PathBuf::from(argument)),
        }
    }
    Start::AsBefore
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Start {
        start(arguments.iter().map(OsString::from))
    }

    #[test]
    fn a_folder_the_sample_or_nothing() {
        assert_eq!(read(&[]), Start::AsBefore);
        assert_eq!(read(&["--sample"]), Start::Sample);
        assert_eq!(read(&["協議会"]), Start::Folder(PathBuf::from("協議会")));
        assert_eq!(read(&["--other", "a b"]), Start::Folder(PathBuf::from("a b")));
    }
}
