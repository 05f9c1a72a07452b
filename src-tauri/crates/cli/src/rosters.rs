//! Changes between two rosters, and figures, written to files.

use crate::args::rosters::{Changes, Figures};
use crate::documents::{Writer, write};
use crate::open::for_reading;
use entaku_app::Result;
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_sheets::Fallback;
use std::path::Path;

/// As a document, as a table, and for the ear.
const FORMS: [Format; 3] = [Format::Pdf, Format::Xlsx, Format::Txt];

const fn audience(internal: bool) -> AudienceName {
    if internal { AudienceName::Internal } else { AudienceName::Public }
}

pub(crate) fn changes(council: Option<&Path>, ask: &Changes) -> Result<()> {
    let (body, from, to) = (ask.body.clone(), ask.from.clone(), ask.to.clone());
    let document = Document::RosterChanges { body, from, to, audience: audience(ask.internal) };
    write(&for_reading(council)?, &document, &FORMS, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) fn figures(council: Option<&Path>, ask: &Figures) -> Result<()> {
    let (body, on) = (ask.body.clone(), ask.on.clone());
    let document = Document::RosterFigures { body, on, audience: audience(ask.internal) };
    write(&for_reading(council)?, &document, &FORMS, Fallback::Refuse, &mut Writer::new(&ask.out))
}
