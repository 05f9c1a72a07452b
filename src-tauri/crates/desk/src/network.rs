//! Whether a folder lies on another computer, as far as it can be told.

use std::path::Path;

/// File systems of Linux that are another computer's.
#[cfg(not(windows))]
const REMOTE: [&str; 9] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"];

/// Whether the folder is on a network drive; unknown is no.
#[cfg(windows)]
pub(crate) fn is_remote(folder: &Path) -> bool {
    // A drive letter of a share becomes the share's own path.
    let path = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let path = path.to_string_lossy();
    path.starts_with(r"\\?\UNC\") || (path.starts_with(r"\\") && !path.starts_with(r"\\?\"))
}

/// Whether the folder is on a network drive; unknown is no.
#[cfg(not(windows))]
pub(crate) fn is_remote(folder: &Path) -> bool {
    let path = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    std::fs::read_to_string("/proc/self/mountinfo").is_ok_and(|mounts| remote_by(&mounts, &path))
}

/// Of the mounts that hold the path, the deepest decides.
#[cfg(not(windows))]
fn remote_by(mounts: &str, path: &Path) -> bool {
    let parse = |line: &str| {
        let (left, right) = line.split_once(" - ")?;
        let point = left.split(' ').nth(4)?.replace("\\040", " ");
        let system = right.split(' ').next()?.to_owned();
        path.starts_with(&point).then_some((point.len(), system))
    };
    let deepest = mounts.lines().filter_map(parse).max_by_key(|(length, _)| *length);
    deepest.is_some_and(|(_, system)| REMOTE.contains(&system.as_str()))
}

#[cfg(all(test, not(windows)))]
mod tests {
    //! Reading the table of mounts.
    use super::*;

    #[test]
    fn the_deepest_mount_decides() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      30 22 0:45 / /mnt/share rw,relatime shared:1 - cifs //server/fukushi rw\n\
                      31 30 8:2 / /mnt/share/local rw - ext4 /dev/sdb1 rw\n\
                      32 22 0:46 / /mnt/a\\040b rw - nfs4 server:/x rw\n";
        for (path, remote) in [
            ("/home/a", false),
            ("/mnt/share/協議会", true),
            ("/mnt/share/local/x", false),
            ("/mnt/sharex", false),
            ("/mnt/a b/c", true),
        ] {
            assert_eq!(remote_by(mounts, Path::new(path)), remote, "{path}");
        }
    }
}
