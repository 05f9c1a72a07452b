//! V21: the last look at what leaves, for words of the cases. While the vault is closed
//! nobody knows them; the document says then that they were not looked for. Whatever leaves
//! by the window passes here: only what was cleared can be written into the ledger of what
//! was issued.

use super::told;
use crate::desk::Desk;
use crate::issued::spoken;
use entaku_app::case_look::{Spot, lines_of, look, spoken_of};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looked {
    /// There are no cases, or the document stays in the office.
    NotNeeded,
    /// The vault is closed.
    Closed,
    /// Nothing was found.
    Clean,
    /// What was found may leave, for a reason that is kept.
    Released,
}

/// Something that was looked at and may leave. It is made here and nowhere else.
#[derive(Debug)]
pub(crate) struct Cleared<T> {
    what: T,
    looked: Looked,
}

impl<T> Cleared<T> {
    /// What came of looking.
    pub(crate) const fn looked(&self) -> Looked {
        self.looked
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
        match finished.looked {
            Looked::Released => Ok(()),
            _ => self.look_at_document(finished, None).map(drop),
        }
    }

    fn look_at_document(&self, finished: &Finished, reason: Option<&str>) -> Result<Looked, WireError> {
        let title = spoken(&finished.name);
        self.look_at(finished.audience, &title, || lines_of(&title, &finished.every_word()), reason)
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
        let looked = self.look_at(audience, &document.title, || self.spots_of_file(&source), reason)?;
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
        let spots = || self.spots_of_file(source).into_iter().chain([titled]).collect();
        self.look_at(None, &source.name, spots, reason).map(drop)
    }

    /// The texts of a file, each with its place.
    fn spots_of_file(&self, source: &SourceFile) -> Vec<Spot> {
        let name = &source.name;
        let mut spots = vec![Spot::new(words::file_name_place(name), name.clone())];
        let told = |property: &str, text: String| Spot::new(words::metadata_place(name, property), text);
        spots.extend(entaku_sheets::properties(&source.bytes).into_iter().map(|(p, text)| told(&p, text)));
        for (part, text) in entaku_sheets::words(&source.bytes) {
            spots.push(Spot::new(words::part_place(name, &part), text));
        }
        for (place, text) in self.printer().reveal(source) {
            match place.parse::<usize>() {
                Ok(page) => spots.extend(text.lines().map(|l| Spot::new(words::page_place(name, page), l.to_owned()))),
                Err(_) if place == "XMP" => {
                    let all = entaku_sheets::of_xml(&text);
                    spots.extend(all.into_iter().map(|(p, text)| told(&format!("XMP {p}"), text)));
                }
                Err(_) => spots.push(told(&place, text)),
            }
        }
        if let Ok((text, _)) = entaku_sheets::plain_text(&source.bytes, None) {
            spots.extend(lines_of(name, &text));
        }
        spots
    }

    /// Looks for words of the cases in texts that leave for an audience.
    fn look_at(
        &self,
        audience: Option<Audience>,
        title: &str,
        spots: impl FnOnce() -> Vec<Spot>,
        reason: Option<&str>,
    ) -> Result<Looked, WireError> {
        if audience == Some(Audience::Internal) {
            return Ok(Looked::NotNeeded);
        }
        let Some(planted) = self.planted()? else {
            return Ok(if self.has_cases()? { Looked::Closed } else { Looked::NotNeeded });
        };
        let found = look(&planted, &spots());
        let reason = reason.map(str::trim).filter(|r| !r.is_empty());
        match reason {
            _ if found.is_empty() => Ok(Looked::Clean),
            None => Err(AppError::CaseWords(found).into()),
            Some(reason) => self.note_release(spoken_of(&planted, title), &found, reason).map(|()| Looked::Released),
        }
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
