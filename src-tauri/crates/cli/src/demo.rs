//! The main job on the sample council: every document into one folder.

use crate::args::Demo;
use crate::documents::{BOTH, DRAWN, READ, Writer, write, write_issues, write_packet};
use crate::open::for_reading;
use entaku_app::printing::{AudienceName, Document, Format, OrderName, Sources};
use entaku_app::{AppError, Result, meetings};
use entaku_documents::PacketOptions;
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_sheets::{Fallback, SheetError};
use std::path::Path;

/// The sample's years: the seed's, and the one with everything in it.
const YEARS: [i32; 2] = [2022, 2026];

pub(crate) fn run(council: Option<&Path>, ask: &Demo) -> Result<()> {
    let app = for_reading(council)?;
    let council = app.snapshot()?;
    say!("{}　{}", council.council.name, council.council.notice.as_deref().unwrap_or_default());
    let to = &mut Writer::new(&ask.out);
    let strict = Fallback::Refuse;
    for (year, a4) in [(YEARS[0], false), (YEARS[1], false), (YEARS[1], true)] {
        let chart = Document::RelationshipChart { year: Some(year.to_string()), a4: Some(a4), detail: None };
        write(&app, &chart, &DRAWN, strict, to)?;
    }
    let year = FiscalYear::new(YEARS[1]).ok_or(AppError::Internal)?;
    let meeting = meetings::find(&council, "zentaikai", year, 2)?;
    let on = Some(meeting.date.to_string());
    for audience in [AudienceName::Members, AudienceName::Public] {
        write(&app, &Document::CompositionChart { on: on.clone(), a4: None, audience }, &DRAWN, strict, to)?;
    }
    let options = PacketOptions { odd_page_start: true, ..PacketOptions::default() };
    write_packet(&Sources::load(&app, meeting.id)?, &BOTH, false, options, to)?;
    let roster = |body: &str, order, audience| Document::Roster {
        body: body.to_owned(),
        on: on.clone(),
        order,
        audience,
        columns: None,
        filter: None,
    };
    for (body, _) in council
        .bodies_in(year)
        .filter(|(b, _)| matches!(b.kind, BodyKind::Plenary | BodyKind::Steering | BodyKind::Subcommittee))
    {
        write(&app, &roster(&body.key, None, AudienceName::Public), &READ, strict, to)?;
    }
    let internal = roster("zentaikai", Some(OrderName::Syllabary), AudienceName::Internal);
    write(&app, &internal, &[Format::Pdf, Format::Xlsx, Format::Csv], strict, to)?;
    match write(&app, &internal, &[Format::CsvCp932], strict, to) {
        // The sample's names do not all fit Shift_JIS: say so, and write with the replacements chosen.
        Err(AppError::Sheet(SheetError::Unencodable(items))) => {
            say!("Shift_JISでは{}か所の文字を表せないため、置き換えて書き出します。", items.len());
            write(&app, &internal, &[Format::CsvCp932], Fallback::Replace, to)?;
        }
        other => other?,
    }
    for audience in [AudienceName::Members, AudienceName::Public] {
        write_issues(&app, on.as_deref(), audience, false, to)?;
    }
    Ok(())
}
