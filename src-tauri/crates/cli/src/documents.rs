//! Documents written to files: one line per file with its pages and time.

use crate::args::{Chart, DetailName, Format, Packet, Roster, SheetName, Tree};
use crate::open::for_reading;
use entaku_app::commands::MemberFilter;
use entaku_app::printing::{self, AudienceName, Document, Exported, Finished, OrderName, Ready, Sources};
use entaku_app::publication::Edition;
use entaku_app::{App, AppError, Result, files};
use entaku_documents::{Audience, PacketOptions, go_on};
use entaku_press::Press;
use entaku_sheets::Fallback;
use printing::Format as Form;
use std::path::Path;
use std::time::Instant;

/// A document that is read: PDF and words for the ear.
pub(crate) const READ: [Form; 2] = [Form::Pdf, Form::Txt];
/// A chart: the same, and the picture.
pub(crate) const DRAWN: [Form; 3] = [Form::Pdf, Form::Svg, Form::Txt];

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
    fn file(&mut self, made: &Exported, pages: Option<usize>) -> Result<()> {
        let path = self.folder.join(&made.name);
        files::write(&path, &made.bytes)?;
        tell(&made.notices);
        let pages = pages.map_or_else(|| "　　　　　　".to_owned(), |n| format!("{n:>4}ページ"));
        say!("{pages} {:>6}ミリ秒　{}", self.began.elapsed().as_millis(), path.display());
        self.began = Instant::now();
        Ok(())
    }

    /// Writes the forms that are wanted; nothing is printed for those that need no printing.
    pub(crate) fn write(&mut self, ready: Ready, forms: &[Form], fallback: Fallback) -> Result<()> {
        if forms.contains(&Form::Pdf) {
            let finished = print(ready)?;
            return forms.iter().try_for_each(|form| self.form(&finished, *form, fallback));
        }
        crate::look::ready(&ready)?;
        forms.iter().filter_map(|form| ready.export(*form, fallback)).try_for_each(|made| self.file(&made?, None))
    }

    /// Writes a form that was made already.
    pub(crate) fn finished(&mut self, finished: &Finished, made: &Exported, form: Form) -> Result<()> {
        let pages = (form == Form::Pdf).then_some(finished.printed.pages.len());
        self.file(made, pages)
    }

    fn form(&mut self, finished: &Finished, form: Form, fallback: Fallback) -> Result<()> {
        let pages = (form == Form::Pdf).then_some(finished.printed.pages.len());
        self.file(&finished.export(form, fallback)?, pages)
    }
}

fn tell(notices: &[String]) {
    for notice in notices {
        eprintln!("・{notice}");
    }
}

/// Prints, and says what was noticed.
fn print(ready: Ready) -> Result<Finished> {
    let finished = ready.print(&Press, &mut go_on)?;
    crate::look::finished(&finished)?;
    tell(&finished.notices);
    Ok(finished)
}

/// Reads a document from the council and writes it.
pub(crate) fn write(app: &App, ask: &Document, forms: &[Form], fallback: Fallback, to: &mut Writer<'_>) -> Result<()> {
    to.write(app.document(ask)?, forms, fallback)
}

pub(crate) fn chart(council: Option<&Path>, ask: &Chart) -> Result<()> {
    let document = Document::RelationshipChart {
        year: ask.year.clone(),
        a4: Some(matches!(ask.sheet, SheetName::A4)),
        detail: ask.detail.map(|detail| match detail {
            DetailName::Brief => printing::DetailName::Brief,
            DetailName::Standard => printing::DetailName::Standard,
            DetailName::Full => printing::DetailName::Full,
        }),
    };
    write(&for_reading(council)?, &document, &DRAWN, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) fn tree(council: Option<&Path>, ask: &Tree) -> Result<()> {
    let document = Document::CompositionChart {
        on: ask.on.clone(),
        a4: Some(matches!(ask.sheet, SheetName::A4)),
        audience: edition_for(ask.public),
    };
    write(&for_reading(council)?, &document, &DRAWN, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) const fn edition_for(public: bool) -> AudienceName {
    if public { AudienceName::Public } else { AudienceName::Members }
}

pub(crate) fn packet(council: Option<&Path>, ask: &Packet) -> Result<()> {
    let app = for_reading(council)?;
    let meeting = crate::which::meeting(&app, &ask.meeting)?;
    let wanted = match (ask.members, ask.public) {
        (true, false) => &[Audience::Members][..],
        (false, true) => &[Audience::Public],
        _ => &BOTH,
    };
    let options = PacketOptions { odd_page_start: ask.odd, ..PacketOptions::default() };
    write_packet(&Sources::load(&app, meeting)?, wanted, ask.confirmed, options, &mut Writer::new(&ask.out))
}

/// Both editions of a packet.
pub(crate) const BOTH: [Audience; 2] = [Audience::Members, Audience::Public];

/// The editions of a packet that are wanted, each with its text version; with the
/// members' edition the print plan, which counts the public edition for the
/// audience and the press.
pub(crate) fn write_packet(
    sources: &Sources,
    wanted: &[Audience],
    confirmed: bool,
    options: PacketOptions,
    to: &mut Writer<'_>,
) -> Result<()> {
    let wants = |audience| wanted.contains(&audience);
    let edition = |audience| Edition { audience, confirmed };
    let both = |to: &mut Writer<'_>, bound: &Finished| {
        READ.iter().try_for_each(|form| to.form(bound, *form, Fallback::Refuse))
    };
    let printed = |audience, options| print(sources.packet(edition(audience), options)?);
    let members = wants(Audience::Members).then(|| printed(Audience::Members, options)).transpose()?;
    if let Some(bound) = &members {
        both(to, bound)?;
    }
    // Read on a screen or handed out as one booklet: no blank pages in it. What is only
    // counted is not written, so that no words of cases in it stop or release anything.
    let unseen =
        || Ok(sources.packet(edition(Audience::Public), PacketOptions::default())?.print(&Press, &mut go_on)?);
    let public = match (wants(Audience::Public), sources.counts_public()) {
        (true, _) => printed(Audience::Public, PacketOptions::default()).map(Some),
        (false, true) => unseen().map(Some),
        (false, false) => Ok(None),
    };
    if let Some(bound) = &members {
        let other = public.as_ref().ok().and_then(Option::as_ref);
        let plan = sources.plan(bound, other, edition(Audience::Members), options)?;
        to.write(plan, &[Form::Pdf], Fallback::Refuse)?;
    }
    match public {
        Ok(Some(bound)) if wants(Audience::Public) => both(to, &bound),
        // Only to be counted: the plan says that it is not.
        Err(AppError::Personal(_)) if !wants(Audience::Public) => Ok(()),
        other => other.map(drop),
    }
}

pub(crate) fn roster(council: Option<&Path>, ask: &Roster) -> Result<()> {
    let app = for_reading(council)?;
    let filter = MemberFilter {
        category: ask.category,
        organization: ask.organization.clone(),
        officers: Some(ask.officers),
        ends_by: ask.ends_by.clone(),
        ..MemberFilter::default()
    };
    let document = Document::Roster {
        body: ask.body.clone(),
        on: ask.on.clone(),
        order: ask.syllabary.then_some(OrderName::Syllabary),
        audience: if ask.internal { AudienceName::Internal } else { AudienceName::Public },
        columns: columns(&app, &ask.columns)?,
        filter: Some(filter),
    };
    let all = [Format::Pdf, Format::Xlsx, Format::Csv, Format::Txt];
    let formats = if ask.format.is_empty() { &all[..] } else { &ask.format };
    let forms: Vec<Form> = formats.iter().map(|format| form(*format)).collect();
    let fallback = if ask.replace { Fallback::Replace } else { Fallback::Refuse };
    write(&app, &document, &forms, fallback, &mut Writer::new(&ask.out))
}

/// Columns by heading, or those that are saved under a name; none where none are asked for.
fn columns(app: &App, asked: &[String]) -> Result<Option<Vec<String>>> {
    let saved = match asked {
        [] => return Ok(None),
        [name] => app.list_column_sets()?.into_iter().find(|s| s.name == *name),
        _ => None,
    };
    Ok(Some(saved.map_or_else(|| asked.to_vec(), |set| set.columns)))
}

const fn form(format: Format) -> Form {
    match format {
        Format::Pdf => Form::Pdf,
        Format::Xlsx => Form::Xlsx,
        Format::Csv => Form::Csv,
        Format::Cp932 => Form::CsvCp932,
        Format::Txt => Form::Txt,
    }
}

/// The table and the history sheets; neither is written when one may not leave.
pub(crate) fn write_issues(
    app: &App,
    on: Option<&str>,
    audience: AudienceName,
    confirmed: bool,
    to: &mut Writer<'_>,
) -> Result<()> {
    let (on, confirmed) = (on.map(str::to_owned), Some(confirmed));
    let table = app.document(&Document::IssueTable { on: on.clone(), a4: None, audience, confirmed, filter: None })?;
    let cards = app.document(&Document::IssueCards { issues: None, on, audience, confirmed })?;
    to.write(table, &READ, Fallback::Refuse)?;
    to.write(cards, &[Form::Pdf], Fallback::Refuse)
}
