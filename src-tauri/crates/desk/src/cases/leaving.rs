//! V21: the last look at what leaves, for words of the cases. While the vault is closed
//! nobody knows them; the document says then that they were not looked for.

use super::told;
use crate::desk::Desk;
use entaku_app::text::cases as words;
use entaku_app::{AppError, Finding, WireError};
use entaku_documents::Audience;
use entaku_domain::case_words::CaseWords;
use entaku_vault::Release;
use std::collections::BTreeSet;

/// Where a text stands that leaves: what it is called, and the text.
pub(crate) struct Place {
    /// 「委員名簿」の「…」の行.
    pub(crate) place: String,
    /// The text.
    pub(crate) text: String,
}

/// What came of looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looked {
    /// There are no cases, or the document stays in the office.
    NotNeeded,
    /// The vault is closed.
    Closed,
    /// Nothing was found, or what was found has its reason.
    Passed,
}

impl Desk {
    /// Looks for words of the cases in a document for an audience; `reason` says why what
    /// is found may leave.
    pub(crate) fn look_for_cases(
        &self,
        audience: Option<Audience>,
        title: &str,
        text: &str,
        reason: Option<&str>,
    ) -> Result<Looked, WireError> {
        if audience == Some(Audience::Internal) {
            return Ok(Looked::NotNeeded);
        }
        let title_place = Place { place: words::line_place(title, title), text: title.to_owned() };
        let lines = text.lines().map(|line| Place { place: words::line_place(title, line), text: line.to_owned() });
        self.look_at_places(title, std::iter::once(title_place).chain(lines).collect(), reason)
    }

    /// Looks for words of the cases in these texts.
    pub(crate) fn look_at_places(
        &self,
        title: &str,
        places: Vec<Place>,
        reason: Option<&str>,
    ) -> Result<Looked, WireError> {
        let Some(planted) = self.planted()? else {
            return Ok(if self.has_cases()? { Looked::Closed } else { Looked::NotNeeded });
        };
        let found = findings(&planted, places);
        let reason = reason.map(str::trim).filter(|r| !r.is_empty());
        match reason {
            _ if found.is_empty() => Ok(Looked::Passed),
            None => Err(AppError::CaseWords(found).into()),
            Some(reason) => self.note_release(title, &found, reason).map(|()| Looked::Passed),
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
    fn note_release(&self, title: &str, found: &[Finding], reason: &str) -> Result<(), WireError> {
        let on = self.today();
        let words: BTreeSet<&str> = found.iter().map(|f| f.found.as_str()).collect();
        let release = Release { on, title: title.to_owned(), count: words.len(), reason: reason.to_owned() };
        self.with_cases(|open| {
            if open.vault.is_writable() {
                open.vault.change(|content| content.note(release)).map_err(|e| told(&e))?;
            }
            Ok(())
        })
    }
}

fn findings(planted: &CaseWords, places: Vec<Place>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for Place { place, text } in places {
        for (kind, word) in planted.found_in(&text) {
            found.push(Finding { place: place.clone(), kind, found: word });
        }
    }
    found.dedup();
    found
}
