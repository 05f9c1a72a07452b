//! Whether a folder lies on another computer, as far as it can be told: on
//! Windows, by the full path of a share. Elsewhere it is not told.

use std::path::Path;

/// Whether the folder is on a network drive; unknown is no.
pub(crate) fn is_remote(folder: &Path) -> bool {
    // A drive letter that stands for a share becomes the share's own path.
    let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    is_share(&whole.to_string_lossy())
}

/// `\\server\share\…`, also in the form that Windows gives to long paths.
fn is_share(path: &str) -> bool {
    match path.strip_prefix(r"\\?\") {
        Some(long) => long.starts_with(r"UNC\"),
        None => path.starts_with(r"\\") && !path.starts_with(r"\\."),
    }
}

#[cfg(test)]
mod tests {
    //! Paths of shares.
    use super::*;

    #[test]
    fn a_share_is_told_from_a_drive() {
        for (path, remote) in [
            (r"\\?\UNC\fukushi\kyougikai", true),
            (r"\\fukushi\kyougikai\R8", true),
            (r"\\?\C:\Users\a", false),
            (r"C:\Users\a", false),
            (r"\\.\C:\", false),
            ("/home/a", false),
        ] {
            assert_eq!(is_share(path), remote, "{path}");
        }
    }
}
