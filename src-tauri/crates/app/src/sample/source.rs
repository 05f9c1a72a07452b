//! The sample's own files, carried in the program, and how a row of them is named when it is wrong.

use crate::error::{AppError, Result};
use entaku_domain::{Day, FiscalYear};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IgnoredAny};

/// What a file may say and the model has no place for.
pub(super) type Unused = Option<IgnoredAny>;

macro_rules! carried {
    ($($path:literal)+) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/sample/", $path)).as_slice())),+]
    };
}

/// Every file of `assets/sample/` that is loaded, by its path there.
pub(super) const FILES: &[(&str, &[u8])] = carried![
    "council.toml"
    "organisations.toml"
    "people.toml"
    "bodies.toml"
    "flows.toml"
    "plans.toml"
    "planning.toml"
    "seats.toml"
    "appointments.toml"
    "meetings.toml"
    "minutes.toml"
    "milestones.toml"
    "issues.toml"
    "notices.toml"
    "day.toml"
    "subcommittees.toml"
    "files/flyer-tsudoi.pdf"
    "files/form-kaitou.pdf"
    "files/letter-kadai.pdf"
    "files/map-hinan.png"
    "files/photo-kaijo.jpg"
    "files/report-gaishutsu.pdf"
    "files/scan-kiroku.pdf"
    "files/slides-soan.pdf"
    "files/table-mikomi-a3.pdf"
    "papers/c2026-2-ido.md"
    "papers/m2026-2-seiri.md"
    "papers/u2026-2-01-shinchoku.md"
    "papers/u2026-2-02-theme.md"
    "papers/u2026-2-03-gidai.md"
    "papers/z2022-1-unei.md"
    "papers/z2026-1-01-unei.md"
    "papers/z2026-1-03-keikaku.md"
    "papers/z2026-1-04-nittei.md"
    "papers/z2026-2-01-kaigiroku.md"
    "papers/z2026-2-02-1-chiiki.md"
    "papers/z2026-2-02-2-seishin.md"
    "papers/z2026-2-02-3-kodomo.md"
    "papers/z2026-2-02-4-unei.md"
    "papers/z2026-2-03-1-kadai.md"
    "papers/z2026-2-04-1-keikaku.md"
    "papers/z2026-2-05-teian.md"
    "papers/z2026-2-06-jirei.md"
    "papers/z2026-2-r1-secchi.md"
    "papers/z2026-2-r2-konkyo.md"
    "papers/z2026-2-r8-wakariyasui.md"
];

/// The bytes of a carried file.
pub(super) fn bytes(path: &str) -> Result<&'static [u8]> {
    FILES
        .iter()
        .find(|(name, _)| *name == path)
        .map(|(_, bytes)| *bytes)
        .ok_or_else(|| AppError::Sample(format!("{path} is not carried")))
}

/// The text of a carried file.
pub(super) fn text(path: &str) -> Result<&'static str> {
    std::str::from_utf8(bytes(path)?).map_err(|e| AppError::Sample(format!("{path}: {e}")))
}

/// A carried TOML file as its rows; the error names the file, the line and the key.
pub(super) fn parse<T: DeserializeOwned>(path: &str) -> Result<T> {
    toml::from_str(text(path)?).map_err(|e| AppError::Sample(format!("{path}: {e}")))
}

/// A row of a file: where to look when it is wrong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// The file.
    pub(super) file: &'static str,
    /// The row's key.
    pub(super) key: &'a str,
}

impl Place<'_> {
    /// The error that says what is wrong here.
    pub(super) fn wrong(self, what: impl std::fmt::Display) -> AppError {
        AppError::Sample(format!("{}: {}: {what}", self.file, self.key))
    }

    /// The value for which a word of the office stands.
    pub(super) fn pick<T: Copy>(self, words: &[(&str, T)], word: &str) -> Result<T> {
        let found = words.iter().find(|(known, _)| *known == word);
        found.map(|(_, value)| *value).ok_or_else(|| self.wrong(format!("unknown word {word:?}")))
    }

    /// The value of a closed set whose Japanese term this is.
    pub(super) fn term<T: Copy>(self, all: &[T], label: fn(T) -> &'static str, word: &str) -> Result<T> {
        all.iter().copied().find(|v| label(*v) == word).ok_or_else(|| self.wrong(format!("unknown term {word:?}")))
    }

    /// A fiscal year within the accepted range.
    pub(super) fn year(self, year: i32) -> Result<FiscalYear> {
        FiscalYear::new(year).ok_or_else(|| self.wrong(format!("no fiscal year {year}")))
    }

    /// Refuses what breaks a condition.
    pub(super) fn must(self, holds: bool, what: impl std::fmt::Display) -> Result<()> {
        if holds { Ok(()) } else { Err(self.wrong(what)) }
    }
}

/// A day as TOML writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date(pub(super) Day);

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let found = toml::value::Datetime::deserialize(deserializer)?;
        let date =
            found.date.filter(|_| found.time.is_none()).ok_or_else(|| D::Error::custom("a day without a time"))?;
        Day::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            .map(Self)
            .ok_or_else(|| D::Error::custom("no such day"))
    }
}

/// The day, where one is written.
pub(super) fn day(date: Option<Date>) -> Option<Day> {
    date.map(|d| d.0)
}
