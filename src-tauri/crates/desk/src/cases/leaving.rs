//! V21: the last look at what leaves, for words of the cases. While the vault is closed
//! nobody knows them; the document says then that they were not looked for. Whatever leaves
//! by the window passes here: only what was cleared can be written into the ledger of what
//! was issued.

use super::told;
use crate::desk::Desk;
use crate::issued::spoken;
use entaku_app::case_look::{Spot, lines_of, look, spoken_of, spots_of_file, spots_of_print};
use entaku_app::issued::IssuedFile;
use entaku_app::printing::{Finished, Ready};
use entaku_app::text::cases as words;
use entaku_app::{AppError, Finding, WireError};
use entaku_documents::{Audience, SourceFile};
use entaku_domain::case_words::CaseWords;
use entaku_domain::issued::Readers;
use entaku_vault::Release;
use std::collections::BTreeSet;
use std::ops::Deref;

/// What came of looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Looked {
    /// There are no cases, or the document stays in the office.
    NotNeeded,
    /// The vault is closed.
    Closed,
    /// Nothing was found.
    Clean,
    /// These words were found and may leave, for a reason that is kept.
    Released(BTreeSet<String>),
}

/// Something that was looked at and may leave. It is made here and nowhere else.
#[derive(Debug)]
pub(crate) struct Cleared<T> {
    what: T,
    looked: Looked,
}

impl<T> Cleared<T> {
    /// What came of looking.
    pub(crate) const fn looked(&self) -> &Looked {
        &self.looked
    }
}

impl<T> Deref for Cleared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.what
    }
}

impl Desk {
    /// Looks at a printed document; `reason` says why what is found may leave.
    pub(crate) fn clear(&self, finished: Finished, reason: Option<&str>) -> Result<Cleared<Finished>, WireError> {
        let looked = self.look_at_document(&finished, reason)?;
        Ok(Cleared { what: finished, looked })
    }

    /// Looks at it once more as it leaves: the vault may have been opened since, or hold more.
    pub(crate) fn still_clear(&self, finished: &Cleared<Finished>) -> Result<(), WireError> {
        let mut found = self.found_in(finished)?;
        if let Looked::Released(words) = &finished.looked {
            // The reason was given for these words only.
            found.retain(|f| !words.contains(&f.found));
        }
        stopped(found)
    }

    /// What of the cases a printed document says; nothing while nobody knows.
    pub(crate) fn found_in(&self, finished: &Finished) -> Result<Vec<Finding>, WireError> {
        let title = spoken(&finished.name);
        let found = self.find(finished.audience, || spots_of_print(&title, finished, self.printer()))?;
        Ok(found.map(|(_, found)| found).unwrap_or_default())
    }

    /// What of the cases a document says that is not printed yet; nothing while nobody knows.
    pub(crate) fn found_in_ready(&self, ready: &Ready) -> Result<Vec<Finding>, WireError> {
        let title = spoken(&ready.name);
        let found = self.find(ready.audience(), || lines_of(&title, &ready.every_word()))?;
        Ok(found.map(|(_, found)| found).unwrap_or_default())
    }

    /// Whether words of cases can be looked for now.
    pub(crate) fn can_look(&self) -> Result<bool, WireError> {
        Ok(self.planted()?.is_some())
    }

    fn look_at_document(&self, finished: &Finished, reason: Option<&str>) -> Result<Looked, WireError> {
        let title = spoken(&finished.name);
        self.look_at(finished.audience, &title, || spots_of_print(&title, finished, self.printer()), reason)
    }

    /// Looks at a document that leaves without being printed.
    pub(crate) fn clear_ready(&self, ready: Ready, reason: Option<&str>) -> Result<Cleared<Ready>, WireError> {
        let title = spoken(&ready.name);
        let looked = self.look_at(ready.audience(), &title, || lines_of(&title, &ready.every_word()), reason)?;
        Ok(Cleared { what: ready, looked })
    }

    /// Looks at a file that is kept and leaves once more.
    pub(crate) fn clear_file(&self, file: IssuedFile, reason: Option<&str>) -> Result<Cleared<IssuedFile>, WireError> {
        let document = &file.document;
        let audience = document.readers.map(|readers| match readers {
            Readers::Members => Audience::Members,
            Readers::Public => Audience::Public,
            Readers::Internal => Audience::Internal,
        });
        let source = SourceFile { name: document.name.clone(), bytes: file.bytes.clone() };
        let spots = || spots_of_file(&source, self.printer());
        let looked = self.look_at(audience, &document.title, spots, reason)?;
        Ok(Cleared { what: file, looked })
    }

    /// Looks at a file that comes in and may go out with a meeting's papers: its name, its
    /// title, its properties, and what it says as far as that can be read.
    pub(crate) fn look_into_file(
        &self,
        source: &SourceFile,
        title: &str,
        reason: Option<&str>,
    ) -> Result<(), WireError> {
        let titled = Spot::new(words::file_name_place(&source.name), title.to_owned());
        let spots = || spots_of_file(source, self.printer()).into_iter().chain([titled]).collect();
        self.look_at(None, &source.name, spots, reason).map(drop)
    }

    /// Looks at what a package for whoever does the clerical work would carry.
    pub(crate) fn look_into_package(&self, to: &str, reason: Option<&str>) -> Result<(), WireError> {
        if !self.can_look()? {
            return Ok(());
        }
        let spots = {
            let table = self.table();
            table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.consign_spots(to, self.printer())?
        };
        self.look_at(None, &entaku_app::text::consign::title(to), || spots, reason).map(drop)
    }

    /// Looks for words of the cases in texts that leave for an audience.
    fn look_at(
        &self,
        audience: Option<Audience>,
        title: &str,
        spots: impl FnOnce() -> Vec<Spot>,
        reason: Option<&str>,
    ) -> Result<Looked, WireError> {
        let Some((planted, found)) = self.find(audience, spots)? else {
            let closed = audience != Some(Audience::Internal) && self.has_cases()?;
            return Ok(if closed { Looked::Closed } else { Looked::NotNeeded });
        };
        let reason = reason.map(str::trim).filter(|r| !r.is_empty());
        match reason {
            _ if found.is_empty() => Ok(Looked::Clean),
            None => Err(AppError::CaseWords(found).into()),
            Some(reason) => {
                self.note_release(spoken_of(&planted, title), &found, reason)?;
                Ok(Looked::Released(found.into_iter().map(|f| f.found).collect()))
            }
        }
    }

    /// What is found in texts that leave for an audience, and the words that were looked for;
    /// none where the texts stay in the office, or nobody knows the words.
    fn find(
        &self,
        audience: Option<Audience>,
        spots: impl FnOnce() -> Vec<Spot>,
    ) -> Result<Option<(CaseWords, Vec<Finding>)>, WireError> {
        if audience == Some(Audience::Internal) {
            return Ok(None);
        }
        Ok(self.planted()?.map(|planted| {
            let found = look(&planted, &spots());
            (planted, found)
        }))
    }

    /// The words of all cases, while the vault is open. Looking is no use of it.
    fn planted(&self) -> Result<Option<CaseWords>, WireError> {
        let known = {
            let table = self.table();
            let Some(open) = table.open.as_ref() else { return Ok(None) };
            if self.cases().inside().open.is_none() { Vec::new() } else { open.app.known_names()? }
        };
        self.close_if_over();
        let inside = self.cases().inside();
        Ok(inside.open.as_ref().map(|open| open.vault.content().words(&known)))
    }

    /// Whether this council has a vault at all.
    fn has_cases(&self) -> Result<bool, WireError> {
        Ok(self.ground().map(|ground| ground.own.is_some() || ground.place.is_taken()).unwrap_or_default())
    }

    /// Keeps in the vault what left and why.
    fn note_release(&self, title: String, found: &[Finding], reason: &str) -> Result<(), WireError> {
        let words: BTreeSet<&str> = found.iter().map(|f| f.found.as_str()).collect();
        self.keep_release(title, words.len(), reason.to_owned())
    }

    /// Keeps in the vault that something was let go; a vault that is only read keeps nothing,
    /// and lets nothing go.
    fn keep_release(&self, title: String, count: usize, reason: String) -> Result<(), WireError> {
        let by = self.remembered().actor();
        let release = Release { on: self.today(), title, count, reason, by };
        self.with_cases(|open| {
            if !open.vault.is_writable() {
                return Err(told(&entaku_vault::Error::ReadOnly));
            }
            open.vault.change(|content| content.note(release)).map_err(|e| told(&e))
        })
    }
}

/// Stops what says words of the cases.
pub(crate) fn stopped(found: Vec<Finding>) -> Result<(), WireError> {
    if found.is_empty() { Ok(()) } else { Err(AppError::CaseWords(found).into()) }
}
