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
use entaku_domain::violation::Violation;
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

/// Prints, and says what cannot be seen on the paper.
fn print(job: &Job) -> Result<Printed> {
    let printed = Press.print(job, &mut entaku_documents::go_on)?;
    tell_unseen(&printed);
    Ok(printed)
}

/// Characters that no font has, files that were mended.
fn tell_unseen(printed: &Printed) {
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
    let wanted = match (ask.members, ask.public) {
        (true, false) => &[Audience::Members][..],
        (false, true) => &[Audience::Public],
        _ => &BOTH,
    };
    let sources = Sources { council: &council, ledger: &ledger, file: &file };
    let options = PacketOptions { odd_page_start: ask.odd };
    write_packet(&sources, wanted, ask.confirmed, options, &mut Writer::new(&ask.out))
}

fn edition(public: bool, confirmed: bool) -> Edition {
    Edition { audience: if public { Audience::Public } else { Audience::Members }, confirmed }
}

/// Both editions of a packet.
pub(crate) const BOTH: [Audience; 2] = [Audience::Members, Audience::Public];

/// What a packet is made from.
pub(crate) struct Sources<'a> {
    pub(crate) council: &'a Snapshot,
    pub(crate) ledger: &'a Ledger,
    pub(crate) file: &'a app_packet::MeetingFile,
}

/// A packet as it is bound.
struct Bound {
    packet: entaku_documents::Packet,
    printed: Printed,
    notices: Vec<Violation>,
}

/// The editions of a packet that are wanted, each with its text version; with the
/// members' edition the print plan, which counts the public edition for the
/// audience and the press.
pub(crate) fn write_packet(
    sources: &Sources<'_>,
    wanted: &[Audience],
    confirmed: bool,
    options: PacketOptions,
    to: &mut Writer<'_>,
) -> Result<()> {
    let copies = sources.file.meeting.copies;
    let wants = |audience| wanted.contains(&audience);
    let members = wants(Audience::Members)
        .then(|| bind(sources, Edition { audience: Audience::Members, confirmed }, options))
        .transpose()?;
    if let Some(bound) = &members {
        write_bound(sources.council, bound, to)?;
    }
    let counted = wants(Audience::Public) || copies.audience + copies.press > 0;
    // Read on a screen or handed out as one booklet: no blank pages in it.
    let public = counted
        .then(|| bind(sources, Edition { audience: Audience::Public, confirmed }, PacketOptions::default()))
        .transpose();
    if let Some(bound) = &members {
        let other = public.as_ref().ok().and_then(|p| p.as_ref()).map(|p| &p.printed);
        let plan = app_packet::print_plan(sources.council, sources.file, &bound.packet, &bound.printed, other, true);
        let name = format!("{}_印刷・部数表", meeting_name(&bound.packet));
        to.printed(&name, &print(&Job::PrintPlan(plan))?)?;
    }
    match public {
        Ok(Some(bound)) if wants(Audience::Public) => write_bound(sources.council, &bound, to),
        // Only to be counted: the plan says that it is not.
        Err(AppError::Personal(_)) if !wants(Audience::Public) => Ok(()),
        other => other.map(drop),
    }
}

fn bind(sources: &Sources<'_>, edition: Edition, options: PacketOptions) -> Result<Bound> {
    let job = app_packet::packet(sources.council, sources.ledger, sources.file, edition, options)?;
    let packet = job.packet.clone();
    let printed = Press.print(&Job::Packet { packet: Box::new(job.packet), files: job.files }, &mut entaku_documents::go_on)?;
    app_packet::look_at_files(sources.council, &packet, &printed, edition)?;
    Ok(Bound { packet, printed, notices: job.notices })
}

fn write_bound(council: &Snapshot, bound: &Bound, to: &mut Writer<'_>) -> Result<()> {
    for notice in &bound.notices {
        eprintln!("・{}", text::violation(council.council.date_style, notice));
    }
    tell_unseen(&bound.printed);
    let name = format!("{}_会議資料_{}", meeting_name(&bound.packet), bound.packet.cover.audience.label());
    to.printed(&name, &bound.printed)?;
    to.text(&name, &bound.packet.text_with(&bound.printed.texts))
}

fn meeting_name(packet: &entaku_documents::Packet) -> String {
    packet.cover.meeting.replace('　', "_")
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
    let order = if choice.order == RosterOrder::BySyllabary { "_五十音順" } else { "" };
    let name = format!("{}_委員名簿_{kind}_{}{order}", council.body_name(body.id, year), choice.on);
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
