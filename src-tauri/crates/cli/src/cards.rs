//! Plates, cards, labels and envelopes written to files.

use crate::args::cards::{Envelopes, Labels, Plates, TableCards, Whose};
use crate::documents::{READ, Writer, write};
use crate::open::for_reading;
use entaku_app::commands::{MemberFilter, WhichPeople, year};
use entaku_app::printing::{Document, LabelSheet};
use entaku_app::{App, Result, meetings};
use entaku_sheets::Fallback;
use std::path::Path;

pub(crate) fn plates(council: Option<&Path>, ask: &Plates) -> Result<()> {
    made(council, &ask.whose, |who| Document::NamePlates { who, kana: Some(ask.kana) })
}

pub(crate) fn table_cards(council: Option<&Path>, ask: &TableCards) -> Result<()> {
    made(council, &ask.whose, |who| Document::TableCards {
        who,
        kana: Some(ask.kana),
        posts: Some(!ask.names_only),
        spoken: Some(ask.spoken),
        secretariat: Some(true),
    })
}

pub(crate) fn labels(council: Option<&Path>, ask: &Labels) -> Result<()> {
    made(council, &ask.whose, |who| Document::AddressLabels {
        who,
        organizations: Some(ask.organizations),
        sheet: Some(if ask.small { LabelSheet::Labels24 } else { LabelSheet::Labels12 }),
        first: Some(ask.first),
        right: ask.printer.right,
        down: ask.printer.down,
    })
}

pub(crate) fn envelopes(council: Option<&Path>, ask: &Envelopes) -> Result<()> {
    made(council, &ask.whose, |who| Document::Envelopes {
        who,
        organizations: Some(ask.organizations),
        sender: (!ask.sender.is_empty()).then(|| ask.sender.clone()),
        right: ask.printer.right,
        down: ask.printer.down,
    })
}

fn made(council: Option<&Path>, whose: &Whose, document: impl FnOnce(WhichPeople) -> Document) -> Result<()> {
    let app = for_reading(council)?;
    let document = document(people(&app, whose)?);
    write(&app, &document, &READ, Fallback::Refuse, &mut Writer::new(&whose.out))
}

fn people(app: &App, whose: &Whose) -> Result<WhichPeople> {
    let meeting = match (&whose.body, &whose.year, whose.number) {
        (Some(body), Some(of), Some(number)) => {
            Some(meetings::find(&app.snapshot()?, body, year(of)?, number)?.id.to_string())
        }
        _ => None,
    };
    let filter = MemberFilter { officers: Some(whose.officers), ..MemberFilter::default() };
    let (body, on) = (whose.body.clone(), whose.on.clone());
    Ok(WhichPeople { meeting, body, on, filter: Some(filter), ..WhichPeople::default() })
}
