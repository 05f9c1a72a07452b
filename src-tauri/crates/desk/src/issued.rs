//! What left goes into the council's ledger; what is kept of it is shown, printed
//! and saved again, the same to the byte.

use crate::cases::Cleared;
use crate::desk::Desk;
use crate::documents::Saved;
use crate::text;
use entaku_app::commands::issued;
use entaku_app::issued::{IssuedFile, Leaving};
use entaku_app::packet::set::IssuedSet;
use entaku_app::printing::{Exported, Finished, Format, Ready};
use entaku_app::{AppError, WireError};
use entaku_documents::Audience;
use entaku_domain::issued::{Issued, Readers, Way};
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// A document that left.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichIssuedFile {
    /// Its line in the ledger.
    pub issued: String,
}

/// A document that leaves once more.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuedAgain {
    /// Its line in the ledger.
    pub issued: String,
    /// Why words of the cases that are found in it may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A document that leaves, as the ledger must know it.
pub(crate) struct Leaves<'a> {
    kind: &'a str,
    title: String,
    audience: Option<Audience>,
    pages: Option<usize>,
    words: String,
    again: Option<&'a Issued>,
    set: Option<&'a IssuedSet>,
    made: &'a Exported,
}

impl<'a> Leaves<'a> {
    /// A printed document in one of its forms.
    pub(crate) fn finished(finished: &'a Cleared<Finished>, made: &'a Exported, format: Format) -> Self {
        Self {
            kind: finished.kind,
            title: spoken(&finished.name),
            audience: finished.audience,
            pages: (format == Format::Pdf).then_some(finished.printed.pages.len()),
            words: finished.text.clone(),
            again: None,
            set: finished.set.as_ref().filter(|_| format == Format::Pdf),
            made,
        }
    }

    /// A document that was not printed.
    pub(crate) fn ready(ready: &'a Cleared<Ready>, made: &'a Exported) -> Self {
        Self {
            kind: ready.kind(),
            title: spoken(&ready.name),
            audience: ready.audience(),
            pages: None,
            words: ready.words(),
            again: None,
            set: None,
            made,
        }
    }
}

impl Desk {
    /// Writes a document that has left into the ledger: printed where no place is
    /// given. It has left all the same when that fails; the answer then says so.
    /// So it is where another council lies on the desk by then: its turn is not `turn`.
    pub(crate) fn issued(&self, leaves: &Leaves<'_>, place: Option<&Path>, turn: u64) -> Saved {
        let mut saved = Saved {
            path: place.map(|p| p.display().to_string()).unwrap_or_default(),
            notices: leaves.made.notices.clone(),
        };
        let leaving = Leaving {
            kind: leaves.kind,
            title: &leaves.title,
            name: &leaves.made.name,
            audience: leaves.audience,
            way: if place.is_some() { Way::Saved } else { Way::Printed },
            place,
            pages: leaves.pages,
            words: &leaves.words,
            again: leaves.again,
            set: leaves.set,
            bytes: &leaves.made.bytes,
        };
        let mut table = self.table();
        let same = table.turn == turn;
        let recorded = match table.open.as_mut() {
            Some(open) if same => open.app.record_issued(&leaving).map(drop).map_err(WireError::from),
            _ => Err(text::another_council()),
        };
        if let Err(error) = recorded {
            saved.notices.push(text::not_in_ledger(&error));
        }
        saved
    }

    /// The very file of a document that left.
    pub(crate) fn issued_bytes(&self, ask: WhichIssuedFile) -> Result<Vec<u8>, WireError> {
        Ok(self.issued_file(&ask.issued)?.0.bytes)
    }

    /// Hands the very file of a document that left to the system's program, to be printed again.
    pub(crate) fn open_issued(&self, ask: IssuedAgain) -> Result<Saved, WireError> {
        let (file, turn) = self.issued_file(&ask.issued)?;
        let again = Again::of(self.clear_file(file, ask.reason.as_deref())?);
        let path = self.put_among_prints(&again.made.name, &again.made.bytes, turn)?;
        self.hand_over(&path)?;
        let saved = self.issued(&again.leaves(), None, turn);
        Ok(Saved { path: path.display().to_string(), ..saved })
    }

    /// Saves the very file of a document that left where the user says; none when they cancel.
    pub(crate) fn save_issued(&self, ask: IssuedAgain) -> Result<Option<Saved>, WireError> {
        let (file, turn) = self.issued_file(&ask.issued)?;
        let Again { file, made } = Again::of(self.clear_file(file, ask.reason.as_deref())?);
        let saved = self.save(made)?;
        Ok(saved.map(|(made, path)| self.issued(&Again { file, made }.leaves(), Some(&path), turn)))
    }

    fn issued_file(&self, line: &str) -> Result<(IssuedFile, u64), WireError> {
        let table = self.table();
        let open = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?;
        Ok((open.app.issued_file(issued(line)?)?, table.turn))
    }
}

/// A document that leaves once more.
struct Again {
    file: Cleared<IssuedFile>,
    made: Exported,
}

impl Again {
    fn of(file: Cleared<IssuedFile>) -> Self {
        let made = Exported { name: file.document.name.clone(), bytes: file.bytes.clone(), notices: Vec::new() };
        Self { file, made }
    }

    /// Whom it names is known already, by the names that they had then.
    fn leaves(&self) -> Leaves<'_> {
        let document = &self.file.document;
        Leaves {
            kind: &document.kind,
            title: document.title.clone(),
            audience: document.readers.map(|readers| match readers {
                Readers::Members => Audience::Members,
                Readers::Public => Audience::Public,
                Readers::Internal => Audience::Internal,
            }),
            pages: document.pages.and_then(|n| usize::try_from(n).ok()),
            words: String::new(),
            again: Some(document),
            set: None,
            made: &self.made,
        }
    }
}

/// A document as it is spoken of: its file's name without what files need.
pub(crate) fn spoken(name: &str) -> String {
    name.replace('_', "\u{3000}")
}
