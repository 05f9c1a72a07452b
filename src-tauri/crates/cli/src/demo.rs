//! The main job on the sample council: every document into one folder.

use crate::args::{Demo, Format};
use crate::documents::{BOTH, Sources, Writer, write_chart, write_issues, write_packet, write_roster, write_tree};
use crate::open::for_reading;
use entaku_app::issues::Ledger;
use entaku_app::roster::RosterChoice;
use entaku_app::{AppError, Result, meetings};
use entaku_chart::{Detail, Sheet};
use entaku_documents::{Audience, PacketOptions};
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_domain::roster::RosterOrder;
use entaku_sheets::{Fallback, SheetError};
use std::path::Path;

/// The sample's years: the seed's, and the one with everything in it.
const YEARS: [i32; 2] = [2022, 2026];

pub(crate) fn run(council: Option<&Path>, ask: &Demo) -> Result<()> {
    let app = for_reading(council)?;
    let council = app.snapshot()?;
    let ledger = Ledger::load(app.store())?;
    say!("{}　{}", council.council.name, council.council.notice.as_deref().unwrap_or_default());
    let to = &mut Writer::new(&ask.out);
    for year in YEARS.into_iter().filter_map(FiscalYear::new) {
        write_chart(&app, &council, year, Sheet::A3, Detail::Full, to)?;
    }
    let year = FiscalYear::new(YEARS[1]).ok_or(AppError::Internal)?;
    write_chart(&app, &council, year, Sheet::A4, Detail::Brief, to)?;
    let meeting = meetings::find(&council, "zentaikai", year, 2)?;
    let on = meeting.date;
    for audience in [Audience::Members, Audience::Public] {
        write_tree(&council, on, Sheet::A3, audience, to)?;
    }
    let file = app.meeting_file(&council, meeting.id)?;
    let sources = Sources { council: &council, ledger: &ledger, file: &file };
    write_packet(&sources, &BOTH, false, PacketOptions { odd_page_start: true }, to)?;
    for (body, _) in council
        .bodies_in(year)
        .filter(|(b, _)| matches!(b.kind, BodyKind::Plenary | BodyKind::Steering | BodyKind::Subcommittee))
    {
        let public = RosterChoice { on, order: RosterOrder::ByCategory, audience: Audience::Public };
        write_roster(&council, &body.key, public, &[Format::Pdf, Format::Txt], Fallback::Refuse, to)?;
    }
    let internal = RosterChoice { on, order: RosterOrder::BySyllabary, audience: Audience::Internal };
    write_roster(&council, "zentaikai", internal, &[Format::Pdf, Format::Xlsx, Format::Csv], Fallback::Refuse, to)?;
    match write_roster(&council, "zentaikai", internal, &[Format::Cp932], Fallback::Refuse, to) {
        // The sample's names do not all fit Shift_JIS: say so, and write with the replacements chosen.
        Err(AppError::Sheet(SheetError::Unencodable(items))) => {
            say!("Shift_JISでは{}か所の文字を表せないため、置き換えて書き出します。", items.len());
            write_roster(&council, "zentaikai", internal, &[Format::Cp932], Fallback::Replace, to)?;
        }
        other => other?,
    }
    for audience in [Audience::Members, Audience::Public] {
        write_issues(&council, &ledger, on, audience.into(), to)?;
    }
    Ok(())
}
