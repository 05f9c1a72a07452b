//! Backups: complete copies of the council's data beside it, one a day, each
//! opened once before it counts. The papers' files are not in them: those are
//! never overwritten, and lie in `files`.

use entaku_app::{App, AppError, Clock};
use entaku_store::{Access, Moment};
use serde::Serialize;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// The folder of copies, beside the data.
const FOLDER: &str = "backup";
/// How the moment of a copy stands in its name.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// Copies by day or by hand that are kept.
const KEPT: usize = 14;
/// What a copy's name begins with.
const STEM: &str = "council-";
/// What follows for the data that a backup replaced.
const ASIDE: &str = "before-restore-";

/// Why a copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Why {
    /// Each day, or by hand.
    Regular,
    /// Before the data were brought into a newer form.
    BeforeMigration,
    /// It is what a restored backup replaced, damaged perhaps.
    SetAside,
}

/// A backup.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backup {
    /// The file's name, by which it is restored.
    pub backup: String,
    /// When it was made, RFC 3339.
    pub at: String,
    /// 令和8年10月1日 12:00.
    pub label: String,
    /// Why.
    pub why: Why,
    /// 毎日のバックアップ.
    pub why_label: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) moment: Moment,
}

/// The backups of a folder, the latest first.
pub(crate) fn list(folder: &Path) -> Vec<Backup> {
    let entries = std::fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries.filter_map(|entry| describe(&entry.path())).collect();
    found.sort_by(|a, b| b.moment.cmp(&a.moment).then_with(|| b.backup.cmp(&a.backup)));
    found
}

/// `council-20260401T090000Z.entaku`, `council-v1-…`, `council-before-restore-…`.
fn describe(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?;
    let stem = name.strip_suffix(".entaku")?.strip_prefix(STEM)?;
    let (why, stamp) = match stem.strip_prefix(ASIDE) {
        Some(stamp) => (Why::SetAside, stamp),
        None => match stem.strip_prefix('v').and_then(|rest| rest.split_once('-')) {
            Some((_, stamp)) => (Why::BeforeMigration, stamp),
            None => (Why::Regular, stem),
        },
    };
    // A second copy of the same second has a number behind it.
    let moment = chrono::NaiveDateTime::parse_from_str(stamp.get(..16)?, STAMP).ok()?.and_utc();
    Some(Backup {
        backup: name.to_owned(),
        at: moment.to_rfc3339(),
        label: crate::text::moment(moment),
        why,
        why_label: crate::text::why(why).to_owned(),
        size: std::fs::metadata(path).ok()?.len(),
        moment,
    })
}

/// When the latest regular backup was made.
pub(crate) fn latest(folder: &Path) -> Option<Backup> {
    list(folder).into_iter().find(|b| b.why == Why::Regular)
}

/// How many copies were made before migrations.
pub(crate) fn before_migrations(folder: &Path) -> usize {
    list(folder).iter().filter(|b| b.why == Why::BeforeMigration).count()
}

/// A backup's file; only a name from the list leads to one.
pub(crate) fn file(folder: &Path, name: &str) -> Option<PathBuf> {
    list(folder).iter().any(|b| b.backup == name).then(|| folder.join(FOLDER).join(name))
}

/// Copies the council's data, opens the copy, and drops the oldest beyond those
/// that are kept. Works on a connection of its own: nobody has to wait.
pub(crate) fn make(folder: &Path, clock: Clock) -> Result<(), AppError> {
    let app = App::open(folder, Access::ReadOnly, clock, "")?;
    let target = free_name(folder, "", clock())?;
    app.store().copy_to(&target)?;
    check(&target, clock).inspect_err(|_| {
        // What cannot be opened is no backup.
        let _ = std::fs::remove_file(&target);
    })?;
    for old in list(folder).iter().filter(|b| b.why == Why::Regular).skip(KEPT) {
        // A copy too many harms nobody; it is tried again the next day.
        let _ = std::fs::remove_file(folder.join(FOLDER).join(&old.backup));
    }
    Ok(())
}

/// A free name for a copy; its folder is made.
fn free_name(folder: &Path, kind: &str, at: Moment) -> Result<PathBuf, AppError> {
    let into = folder.join(FOLDER);
    std::fs::create_dir_all(&into)
        .map_err(|source| AppError::WriteFile { path: into.display().to_string(), source })?;
    let stem = format!("{STEM}{kind}{}", at.format(STAMP));
    let names = std::iter::once(format!("{stem}.entaku")).chain((2..1000).map(|n| format!("{stem}-{n}.entaku")));
    names.map(|name| into.join(name)).find(|path| !path.exists()).ok_or(AppError::Internal)
}

/// Whether a copy can be opened and read; one of an older version is brought up to date when it is used.
pub(crate) fn check(copy: &Path, clock: Clock) -> Result<(), AppError> {
    match App::open(copy, Access::ReadOnly, clock, "") {
        Ok(app) => app.snapshot().map(drop),
        Err(AppError::Store(entaku_store::Error::OlderReadOnly { .. })) => Ok(()),
        Err(other) => Err(other),
    }
}

/// Puts a backup in the place of the data, which are kept under another name with
/// the journal that belongs to them.
pub(crate) fn restore(folder: &Path, backup: &Path, clock: Clock) -> Result<(), AppError> {
    let data = folder.join(entaku_store::FILE_NAME);
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |source| AppError::WriteFile { path, source }
    };
    check(backup, clock)?;
    let half = folder.join("council.restoring");
    std::fs::copy(backup, &half).map_err(failed(&half))?;
    let sync = std::fs::File::options().write(true).open(&half).and_then(|file| file.sync_all());
    sync.map_err(failed(&half))?;
    if data.exists() {
        let aside = free_name(folder, ASIDE, clock())?;
        let journal = |of: &Path| PathBuf::from(format!("{}-journal", of.display()));
        if journal(&data).exists() {
            std::fs::rename(journal(&data), journal(&aside)).map_err(failed(&data))?;
        }
        std::fs::rename(&data, &aside).map_err(failed(&data))?;
    }
    std::fs::rename(&half, &data).map_err(failed(&data))
}

#[cfg(test)]
mod tests {
    //! What is listed.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_tell_when_and_why() {
        let folder = tempfile::tempdir().unwrap();
        let into = folder.path().join(FOLDER);
        std::fs::create_dir_all(&into).unwrap();
        for name in [
            "council-20260401T090000Z.entaku",
            "council-20260401T090000Z-2.entaku",
            "council-v2-20260402T000000Z.entaku",
            "council-before-restore-20260331T000000Z.entaku",
            "council-20260401T090000Z.part",
            "メモ.txt",
            "council-あいうえおかきくけこ.entaku",
        ] {
            std::fs::write(into.join(name), "x").unwrap();
        }
        let found: Vec<(Why, String)> = list(folder.path()).into_iter().map(|b| (b.why, b.at)).collect();
        let at = |day: &str| format!("2026-{day}+00:00");
        assert_eq!(
            found,
            [
                (Why::BeforeMigration, at("04-02T00:00:00")),
                (Why::Regular, at("04-01T09:00:00")),
                (Why::Regular, at("04-01T09:00:00")),
                (Why::SetAside, at("03-31T00:00:00")),
            ]
        );
        assert!(file(folder.path(), "../council.entaku").is_none());
        assert!(file(folder.path(), "council-20260401T090000Z.entaku").is_some());
    }
}
