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
    // A vault that is damaged is told of where it is opened; the council's copy is whole.
    let _ = entaku_vault::Place::Folder(folder.to_owned()).back_up(clock());
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

/// A copy of a backup that is ready to take the place of the data; gone when it
/// is dropped without having taken it.
pub(crate) struct Ready {
    folder: PathBuf,
    copy: PathBuf,
}

impl Drop for Ready {
    fn drop(&mut self) {
        // Once it has taken its place, nothing is left to remove.
        let _ = std::fs::remove_file(&self.copy);
    }
}

/// Copies a backup beside the data, which are not touched yet.
pub(crate) fn ready(folder: &Path, backup: &Path) -> Result<Ready, AppError> {
    let ready = Ready { folder: folder.to_owned(), copy: folder.join("council.restoring") };
    let copied = std::fs::copy(backup, &ready.copy);
    // A backup that nobody may write to makes a copy that nobody may.
    let synced = copied.and_then(|_| std::fs::File::options().write(true).open(&ready.copy)?.sync_all());
    synced.map_err(|source| AppError::WriteFile { path: ready.copy.display().to_string(), source })?;
    Ok(ready)
}

impl Ready {
    /// Takes the place of the data, which are kept under another name with the
    /// journal that belongs to them. Where that fails, everything is as before.
    pub(crate) fn take_place(self, at: Moment) -> Result<(), AppError> {
        let data = self.folder.join(entaku_store::FILE_NAME);
        let aside = free_name(&self.folder, ASIDE, at)?;
        let journal = |of: &Path| PathBuf::from(format!("{}-journal", of.display()));
        rename_all(&[(journal(&data), journal(&aside)), (data.clone(), aside), (self.copy.clone(), data)])
    }
}

/// Renames what there is, one after the other, or nothing at all.
fn rename_all(names: &[(PathBuf, PathBuf)]) -> Result<(), AppError> {
    let mut done: Vec<&(PathBuf, PathBuf)> = Vec::new();
    for pair in names.iter().filter(|(from, _)| from.exists()) {
        if let Err(source) = std::fs::rename(&pair.0, &pair.1) {
            for (from, to) in done.into_iter().rev() {
                // Best effort: the error that led here is the one to report.
                let _ = std::fs::rename(to, from);
            }
            return Err(AppError::WriteFile { path: pair.1.display().to_string(), source });
        }
        done.push(pair);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    //! What is listed.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn files_are_renamed_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["data-journal", "data"] {
            std::fs::write(at(name), name).unwrap();
        }
        let pairs = [(at("none"), at("x")), (at("data-journal"), at("aside-journal")), (at("data"), at("no/aside"))];
        assert!(rename_all(&pairs).is_err());
        assert!(at("data-journal").exists() && at("data").exists() && !at("aside-journal").exists());
    }

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
