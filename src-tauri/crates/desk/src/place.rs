//! Folders by their whole paths, so that one folder is known by one name.

use std::path::{Component, Path, PathBuf};

/// A folder's whole path, as the user knows it: a drive letter stays one.
pub(crate) fn whole(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    if whole.components().any(|part| part == Component::ParentDir) {
        return real(&whole).unwrap_or(whole);
    }
    // Without a separator at the end.
    whole.components().collect()
}

/// Where a folder really lies, by whatever name; none where it is not there.
pub(crate) fn real(folder: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(folder).ok()
}

/// Whether two paths are written alike, as this system compares them.
pub(crate) fn is_alike(one: &str, other: &str) -> bool {
    one == other || cfg!(windows) && one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    //! One folder under several names.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_folder_has_one_name() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("協議会");
        std::fs::create_dir_all(&folder).unwrap();
        let round = room.path().join("協議会/../協議会");
        assert_eq!(real(&whole(&round)), real(&folder));
        assert!(whole(&round).components().all(|part| part != Component::ParentDir));
        assert_eq!(whole(&room.path().join("協議会/")).display().to_string(), folder.display().to_string());
        assert!(whole(Path::new("協議会")).is_absolute());
    }
}
