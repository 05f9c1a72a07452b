//! Writing files so that nothing is ever half written, and reading papers in.

use crate::error::{AppError, Result};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// When a file was last changed, RFC 3339 in UTC; none where that cannot be told.
pub fn changed_at(path: &Path) -> Option<String> {
    let at = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(entaku_store::Moment::from(at).to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
}

/// The largest file that can be a paper. A larger one is nearly always a scan at
/// a needless resolution, which no copier in the office gets through.
pub const PAPER_LIMIT: u64 = 100_000_000;

/// Writes a file: first under a temporary name beside it, then renamed, so that
/// what stood there stays until the new one is complete.
///
/// # Errors
/// [`AppError::WriteFile`]; the old file is untouched then.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_beside(path, bytes).map_err(|source| AppError::WriteFile { path: path.display().to_string(), source })
}

fn write_beside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let temporary = beside(path);
    let written = std::fs::File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| std::fs::rename(&temporary, path)).inspect_err(|_| {
        // Best effort: the error that led here is the one to report.
        let _ = std::fs::remove_file(&temporary);
    })
}

/// A name of its own, short: beside a name as long as names may be, too.
fn beside(path: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".entaku-{}-{count}.tmp", std::process::id()))
}

/// A text as a file: with BOM, so that Notepad and older readers take it for what it is.
pub fn text(words: &str) -> Vec<u8> {
    format!("\u{feff}{}", words.replace('\n', "\r\n")).into_bytes()
}

/// Reads a file that is to be a paper.
///
/// # Errors
/// [`AppError::ReadFile`] or, before anything is read, [`AppError::FileTooLarge`].
pub fn read_paper(path: &Path) -> Result<Vec<u8>> {
    let failed = |source| AppError::ReadFile { path: path.display().to_string(), source };
    let bytes = std::fs::metadata(path).map_err(failed)?.len();
    if bytes > PAPER_LIMIT {
        return Err(AppError::FileTooLarge { name: name_of(path), bytes, limit: PAPER_LIMIT });
    }
    std::fs::read(path).map_err(failed)
}

/// A path's last part, as it came.
pub fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The longest name of a file that is written, in characters: room is left for
/// the folder within Windows' 260.
const NAME_LIMIT: usize = 120;

/// And in bytes, of which file systems hold 255: room is left for a number.
const NAME_BYTES: usize = 200;

/// The longest ending that is one, with its dot: what follows a dot far from the end is text.
const ENDING_BYTES: usize = 12;

/// A name that every computer of the office can hold: what Windows forbids in
/// names becomes its full-width form, and a long name keeps its ending. A name that
/// Windows gives to a device has `_` behind it; one of nothing but dots becomes `_`.
pub fn safe_name(name: &str) -> String {
    let fit: String = name
        .chars()
        .map(|c| match c {
            '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => char::from_u32(c as u32 + 0xfee0).unwrap_or('_'),
            c if c.is_control() => '_',
            c => c,
        })
        .collect();
    let fit = fit.trim_matches([' ', '.']);
    let dot = fit.rfind('.').filter(|at| fit.len() - at <= ENDING_BYTES).unwrap_or(fit.len());
    let (stem, ending) = fit.split_at(dot);
    let (characters, bytes) = (NAME_LIMIT - ending.chars().count(), NAME_BYTES - ending.len());
    let within = |(at, c): &(usize, char)| at + c.len_utf8() <= bytes;
    let stem: String = stem.char_indices().take(characters).take_while(within).map(|(_, c)| c).collect();
    let stem = stem.trim_end_matches([' ', '.']);
    let mark = if stem.is_empty() || is_device(stem) { "_" } else { "" };
    format!("{stem}{mark}{ending}")
}

/// Whether Windows takes a name for a device, whatever ending follows: CON, `nul`, COM1.
fn is_device(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or(stem).trim_end().to_uppercase();
    let numbered = name.strip_prefix("COM").or_else(|| name.strip_prefix("LPT"));
    matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered.is_some_and(|n| n.chars().count() == 1 && n.chars().all(|c| "0123456789¹²³".contains(c)))
}

/// Whether writing failed for want of space.
pub fn is_full(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
}

#[cfg(test)]
mod tests {
    //! Names of files.
    use super::*;

    #[test]
    fn a_name_as_long_as_names_may_be_is_written() {
        let folder = std::env::temp_dir().join(format!("entaku-names-{}", std::process::id()));
        let path = folder.join(format!("{}.pdf", "a".repeat(251)));
        let written = write(&path, b"x").map(|()| std::fs::read_dir(&folder).map(Iterator::count).unwrap_or_default());
        let _ = std::fs::remove_dir_all(&folder);
        assert_eq!(written.ok(), Some(1));
    }

    #[test]
    fn names_fit_every_computer() {
        for (given, safe) in [
            ("全体会_名簿.pdf", "全体会_名簿.pdf"),
            ("../A/B:会議*?.pdf", "／A／B：会議＊？.pdf"),
            ("改\n行\t.txt", "改_行_.txt"),
            ("a\\b|c.csv", "a＼b｜c.csv"),
            ("....", "_"),
            ("con.pdf", "con_.pdf"),
            ("NUL", "NUL_"),
            ("com1.2.pdf", "com1.2_.pdf"),
            ("Lpt9 .txt", "Lpt9_.txt"),
            ("COM10.pdf", "COM10.pdf"),
            ("console.pdf", "console.pdf"),
        ] {
            assert_eq!(safe_name(given), safe);
        }
        for (stem, ending) in
            [("会", ".pdf"), ("𠮷", ".xlsx"), ("a", ".txt"), ("会", ""), ("会", ".これは末尾ではない")]
        {
            let long = safe_name(&format!("{}{ending}{}", stem.repeat(500), if ending.len() > 6 { "x" } else { "" }));
            assert!(long.chars().count() <= NAME_LIMIT && long.len() <= NAME_BYTES, "{} bytes", long.len());
            assert!(long.len() > NAME_BYTES / 2, "{long}");
            assert!(ending.len() > 6 || long.ends_with(&format!("{stem}{ending}")), "{long}");
        }
    }
}
