//! Documents written to files: one line per file with its pages and time.

use crate::args::{Chart, DetailName, Format, Issues, Packet, Roster, SheetName, Tree};
use crate::open::for_reading;
use crate::records::day_or_today;
use entaku_app::commands::year;
use entaku_app::issues::Ledger;
use entaku_app::publication::Edition;
use entaku_app::roster::RosterChoice;
use entaku_app::{
    App, AppError, Result, Snapshot, chart as app_chart, files, issues as app_issues, meetings, packet as app_packet,
    roster as app_roster, text,
};
use entaku_chart::{Detail, Scene, Sheet};
use entaku_documents::{Audience, Job, PacketOptions, Printed, Printer};
use entaku_domain::era::DateStyle;
use entaku_domain::roster::RosterOrder;
use entaku_domain::{Day, FiscalYear};
use entaku_press::Press;
use entaku_sheets::Fallback;
use std::path::Path;
use std::time::Instant;

/// Writes files into a folder and says so, one line each.
pub(crate) struct Writer<'a> {
    folder: &'a Path,
    began: Instant,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self { folder, began: Instant::now() }
    }

    /// The time until the file stands counts from the end of the one before.
    pub(crate) fn file(&mut self, name: &str, bytes: &[u8], pages: Option<usize>) -> Result<()> {
        let path = self.folder.join(files::safe_name(name));
        files::write(&path, bytes)?;
        let pages = pages.map_or_else(|| "　　　　　　".to_owned(), |n| format!("{n:>4}ページ"));
        say!("{pages} {:>6}ミリ秒　{}", self.began.elapsed().as_millis(), path.display());
        self.began = Instant::now();
        Ok(())
    }

    fn printed(&mut self, name: &str, printed: &Printed) -> Result<()> {
        self.file(&format!("{name}.pdf"), &printed.pdf, Some(printed.pages.len()))
    }

    fn text(&mut self, name: &str, text: &str) -> Result<()> {
        // With BOM, so that Notepad and older readers take it for what it is.
        self.file(&format!("{name}.txt"), format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes(), None)
    }
}

/// Prints, and says what cannot be seen on the paper: characters that no font
/// has, files that were mended.
fn print(job: &Job) -> Result<Printed> {
    let printed = Press.print(job, &mut |_| ())?;
    for unshown in &printed.uncovered {
        eprintln!(
            "・「{}」の「{}」は、書体にないため正しく印刷されません。",
            unshown.text,
            unshown.missing.join("」「")
        );
    }
    for mended in &printed.repaired {
        eprintln!(
            "・{}の「{}」は壊れていたため、直して綴じました。ページを確かめてください。",
            mended.paper, mended.file
        );
    }
    Ok(printed)
}

pub(crate) fn chart(council: Option<&Path>, ask: &Chart) -> Result<()> {
    let app = for_reading(council)?;
    let year = ask.year.as_deref().map(year).transpose()?.unwrap_or_else(|| FiscalYear::of(app.today()));
    let detail = match ask.detail {
        Some(DetailName::Brief) => Detail::Brief,
        Some(DetailName::Standard) => Detail::Standard,
        Some(DetailName::Full) => Detail::Full,
        None if matches!(ask.sheet, SheetName::A4) => Detail::Brief,
        None => Detail::Full,
    };
    write_chart(&app, &app.snapshot()?, year, sheet(ask.sheet), detail, &mut Writer::new(&ask.out))
}

pub(crate) fn write_chart(
    app: &App,
    council: &Snapshot,
    year: FiscalYear,
    sheet: Sheet,
    detail: Detail,
    to: &mut Writer<'_>,
) -> Result<()> {
    let input = app_chart::relationship(council, year, sheet, detail, app.pins()?)?;
    let (scene, words) = app_chart::draw(&input)?;
    if scene.detail.is_some_and(|drawn| drawn < detail) {
        eprintln!("・用紙に収まらないため、詳しさを下げて描きました。");
    }
    write_scene(&format!("関係図_{}_{}", DateStyle::Era.fiscal_year(year), size_name(sheet)), scene, &words, to)
}

pub(crate) fn tree(council: Option<&Path>, ask: &Tree) -> Result<()> {
    let app = for_reading(council)?;
    let on = day_or_today(&app, ask.on.as_deref())?;
    let audience = if ask.public { Audience::Public } else { Audience::Members };
    write_tree(&app.snapshot()?, on, sheet(ask.sheet), audience, &mut Writer::new(&ask.out))
}

pub(crate) fn write_tree(
    council: &Snapshot,
    on: Day,
    sheet: Sheet,
    audience: Audience,
    to: &mut Writer<'_>,
) -> Result<()> {
    let (scene, words) = app_chart::draw_tree(&app_chart::composition(council, on, sheet, audience)?)?;
    write_scene(&format!("構成図_{}_{on}_{}", edition_name(audience), size_name(sheet)), scene, &words, to)
}

/// Whose edition a file is, so that none is taken for another.
fn edition_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "公表用",
        Audience::Members | Audience::Internal => audience.label(),
    }
}

fn write_scene(name: &str, scene: Scene, words: &str, to: &mut Writer<'_>) -> Result<()> {
    let svg = entaku_chart::svg(&scene);
    to.printed(name, &print(&Job::Chart(scene))?)?;
    to.file(&format!("{name}.svg"), svg.as_bytes(), None)?;
    to.text(name, words)
}

fn sheet(name: SheetName) -> Sheet {
    match name {
        SheetName::A3 => Sheet::A3,
        SheetName::A4 => Sheet::A4,
    }
}

fn size_name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::A3 => "A3",
        Sheet::A4 => "A4",
    }
}

pub(crate) fn packet(council: Option<&Path>, ask: &Packet) -> Result<()> {
    let app = for_reading(council)?;
    let council = app.snapshot()?;
    let ledger = Ledger::load(app.store())?;
    let meeting = meetings::find(&council, &ask.body, year(&ask.year)?, ask.number)?.id;
    let file = app.meeting_file(&council, meeting)?;
    write_packet(
        &council,
        &ledger,
        &file,
        edition(ask.public, ask.confirmed),
        PacketOptions { odd_page_start: ask.odd },
        &mut Writer::new(&ask.out),
    )
}

fn edition(public: bool, confirmed: bool) -> Edition {
    Edition { audience: if public { Audience::Public } else { Audience::Members }, confirmed }
}

/// A packet with its text version and, for members, the print plan.
pub(crate) fn write_packet(
    council: &Snapshot,
    ledger: &Ledger,
    file: &app_packet::MeetingFile,
    edition: Edition,
    options: PacketOptions,
    to: &mut Writer<'_>,
) -> Result<()> {
    let job = app_packet::packet(council, ledger, file, edition, options)?;
    for notice in &job.notices {
        eprintln!("・{}", text::violation(council.council.date_style, notice));
    }
    let meeting = job.packet.cover.meeting.replace('　', "_");
    let name = format!("{meeting}_会議資料_{}", edition.audience.label());
    let packet = job.packet.clone();
    let printed = print(&Job::Packet { packet: Box::new(job.packet), files: job.files })?;
    app_packet::look_at_files(council, &packet, &printed, edition)?;
    to.printed(&name, &printed)?;
    to.text(&name, &packet.text_with(&printed.texts))?;
    if edition.audience == Audience::Members {
        let public = public_edition(council, ledger, file, edition)?;
        let plan = app_packet::print_plan(council, file, &packet, &printed, public.as_ref(), true);
        to.printed(&format!("{meeting}_印刷・部数表"), &print(&Job::PrintPlan(plan))?)?;
    }
    Ok(())
}

/// The edition for the audience and the press, to count its sheets: none where
/// nobody gets one, or where it has to be looked at first.
fn public_edition(
    council: &Snapshot,
    ledger: &Ledger,
    file: &app_packet::MeetingFile,
    edition: Edition,
) -> Result<Option<Printed>> {
    if file.meeting.copies.audience + file.meeting.copies.press == 0 {
        return Ok(None);
    }
    let public = Edition { audience: Audience::Public, ..edition };
    let printed = app_packet::packet(council, ledger, file, public, PacketOptions::default()).and_then(|job| {
        let packet = job.packet.clone();
        let printed = Press.print(&Job::Packet { packet: Box::new(job.packet), files: job.files }, &mut |_| ())?;
        app_packet::look_at_files(council, &packet, &printed, public)?;
        Ok(printed)
    });
    match printed {
        Ok(printed) => Ok(Some(printed)),
        Err(AppError::Personal(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

pub(crate) fn roster(council: Option<&Path>, ask: &Roster) -> Result<()> {
    let app = for_reading(council)?;
    let choice = RosterChoice {
        on: day_or_today(&app, ask.on.as_deref())?,
        order: if ask.syllabary { RosterOrder::BySyllabary } else { RosterOrder::ByCategory },
        audience: if ask.internal { Audience::Internal } else { Audience::Public },
    };
    let all = [Format::Pdf, Format::Xlsx, Format::Csv, Format::Txt];
    let formats = if ask.format.is_empty() { &all[..] } else { &ask.format };
    let fallback = if ask.replace { Fallback::Replace } else { Fallback::Refuse };
    write_roster(&app.snapshot()?, &ask.body, choice, formats, fallback, &mut Writer::new(&ask.out))
}

pub(crate) fn write_roster(
    council: &Snapshot,
    body: &str,
    choice: RosterChoice,
    formats: &[Format],
    fallback: Fallback,
    to: &mut Writer<'_>,
) -> Result<()> {
    let body = council.body_on(body, choice.on)?;
    let year = FiscalYear::of(choice.on);
    let kind = edition_name(choice.audience);
    let name = format!("{}_委員名簿_{kind}_{}", council.body_name(body.id, year), choice.on);
    for format in formats {
        match format {
            Format::Pdf => to.printed(&name, &print(&Job::Roster(app_roster::document(council, body, choice)))?)?,
            Format::Txt => to.text(&name, &app_roster::document(council, body, choice).text())?,
            Format::Xlsx => to.file(
                &format!("{name}.xlsx"),
                &entaku_sheets::xlsx(&app_roster::sheet(council, body, choice))?,
                None,
            )?,
            Format::Csv => to.file(
                &format!("{name}.csv"),
                &entaku_sheets::csv_utf8(&app_roster::sheet(council, body, choice))?,
                None,
            )?,
            Format::Cp932 => {
                let csv = entaku_sheets::csv_cp932(&app_roster::sheet(council, body, choice), fallback)?;
                for item in &csv.replaced {
                    eprintln!("・「{}」の「{}」を「{}」に置き換えました。", item.text, item.item, item.replacement);
                }
                to.file(&format!("{name}_Shift_JIS.csv"), &csv.bytes, None)?;
            }
        }
    }
    Ok(())
}

pub(crate) fn issues(council: Option<&Path>, ask: &Issues) -> Result<()> {
    let app = for_reading(council)?;
    let on = day_or_today(&app, ask.on.as_deref())?;
    let edition = edition(ask.public, ask.confirmed);
    write_issues(&app.snapshot()?, &Ledger::load(app.store())?, on, edition, &mut Writer::new(&ask.out))
}

/// The table and the history sheets; neither is written when one may not leave.
pub(crate) fn write_issues(
    council: &Snapshot,
    ledger: &Ledger,
    on: Day,
    edition: Edition,
    to: &mut Writer<'_>,
) -> Result<()> {
    let table = app_issues::table(council, ledger, on, edition)?;
    let cards = app_issues::cards(council, ledger, &[], on, edition)?;
    let words = table.text();
    let name = |what: &str| format!("{what}_{}_{on}", edition_name(edition.audience));
    to.printed(&name("課題整理表"), &print(&Job::IssueTable(table))?)?;
    to.text(&name("課題整理表"), &words)?;
    to.printed(&name("課題カルテ"), &print(&Job::IssueCards(cards))?)
}
