//! A packet: files from outside read, all pages set, foreign pages laid under.

use std::collections::BTreeMap;

use entaku_documents::{
    FileFacts, FileKind, Packet, PageInfo, PagePart, PageSize, PaperContent, PrintError, Printed, Progress,
    RepairedFile, SourceFile, Stage, Unreadable, Watch,
};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use crate::foreign::{self, ForeignError, ForeignFile, Insertion};
use crate::packet_data::{self, ForeignPage, Reading};
use crate::{A3, images, set, tell};

/// Prints a packet. Nothing is handed out unless every page of every paper is
/// in it.
pub(crate) fn print(
    packet: &Packet,
    files: &BTreeMap<String, SourceFile>,
    progress: &mut Watch<'_>,
) -> Result<Printed, PrintError> {
    let mut opened = Opened::read(packet, files, progress)?;
    tell(progress, Progress { stage: Stage::Setting, done: 0, total: 1 })?;
    let data = packet_data::data(packet, &opened.readings)?;
    let document = set::lay_out("packet", data.json, std::mem::take(&mut opened.pictures))?;
    let pdf = set::pdf("packet", &document, opened.foreign.is_empty())?;
    tell(progress, Progress { stage: Stage::Joining, done: 0, total: 1 })?;
    let marks = marks(&document);
    let insertions = opened.insertions(packet, &marks)?;
    let pdf = if insertions.is_empty() {
        pdf
    } else {
        foreign::join(&pdf, &insertions).map_err(|error| opened.blame(packet, error))?
    };
    let pages = page_infos(packet, &document, &marks);
    let (pdf, pages) = if packet.options.large > 0 { enlarge(&pdf, pages)? } else { (pdf, pages) };
    tell(progress, Progress { stage: Stage::Joining, done: 1, total: 1 })?;
    Ok(Printed { pdf, pages, uncovered: data.uncovered, repaired: opened.repaired, texts: opened.texts })
}

/// What a file from outside holds, or why it cannot be a paper.
pub(crate) fn facts(file: &SourceFile) -> Result<FileFacts, PrintError> {
    let refuse = |reason| file_error("", &file.name, reason);
    let kind = kind_of(file).map_err(refuse)?;
    let (pages, repaired) = match kind {
        FileKind::Pdf => {
            let opened = foreign::inspect(&file.bytes, &file.name).map_err(|error| refuse(reason(error)))?;
            (sizes(&opened), opened.repaired)
        }
        FileKind::Png | FileKind::Jpeg => (vec![images::read(&file.bytes).map_err(refuse)?.page], false),
    };
    Ok(FileFacts { kind, pages, repaired })
}

/// The files of a packet, opened.
#[derive(Default)]
struct Opened {
    /// One per paper.
    readings: Vec<Reading>,
    /// The opened PDFs by file id.
    foreign: BTreeMap<String, ForeignFile>,
    /// Pictures by the path under which the template finds them.
    pictures: Vec<(String, Bytes)>,
    /// What the pages of each PDF say, by file id.
    texts: BTreeMap<String, Vec<String>>,
    /// The papers whose files have been repaired.
    repaired: Vec<RepairedFile>,
}

impl Opened {
    /// Opens every file that a paper names, each once.
    fn read(
        packet: &Packet,
        files: &BTreeMap<String, SourceFile>,
        progress: &mut Watch<'_>,
    ) -> Result<Opened, PrintError> {
        let mut opened = Opened::default();
        let total = packet.papers.len();
        for (done, paper) in packet.papers.iter().enumerate() {
            tell(progress, Progress { stage: Stage::Reading, done, total })?;
            let reading = match &paper.content {
                PaperContent::File { file } => {
                    let source = files
                        .get(file)
                        .ok_or_else(|| PrintError::FileMissing { paper: paper.number.clone(), file: file.clone() })?;
                    let refuse = |reason| file_error(&paper.number, &source.name, reason);
                    let reading = opened.read_file(file, source).map_err(refuse)?;
                    if opened.foreign.get(file).is_some_and(|file| file.repaired) {
                        let (paper, file) = (paper.number.clone(), source.name.clone());
                        opened.repaired.push(RepairedFile { paper, file });
                    }
                    reading
                }
                _ => Reading::None,
            };
            opened.readings.push(reading);
        }
        Ok(opened)
    }

    fn read_file(&mut self, id: &str, source: &SourceFile) -> Result<Reading, Unreadable> {
        match kind_of(source)? {
            FileKind::Pdf => self.read_pdf(id, source),
            FileKind::Png => self.read_picture(source, "png"),
            FileKind::Jpeg => self.read_picture(source, "jpg"),
        }
    }

    fn read_pdf(&mut self, id: &str, source: &SourceFile) -> Result<Reading, Unreadable> {
        // The text is read by the other library, beside the first.
        let (file, texts) = std::thread::scope(|scope| {
            let texts = scope.spawn(|| foreign::texts(&source.bytes));
            let file = foreign::inspect(&source.bytes, &source.name);
            (file, texts.join().unwrap_or_default())
        });
        let file = file.map_err(reason)?;
        let pages = sizes(&file);
        let mut texts = texts;
        texts.resize(pages.len(), String::new());
        let text_of = |index: usize| texts.get(index).map_or("", String::as_str);
        let pages = pages.iter().enumerate().map(|(i, size)| ForeignPage::new(*size, text_of(i)));
        let reading = Reading::Pages(pages.collect());
        self.foreign.entry(id.to_owned()).or_insert(file);
        self.texts.insert(id.to_owned(), texts);
        Ok(reading)
    }

    fn read_picture(&mut self, source: &SourceFile, ending: &str) -> Result<Reading, Unreadable> {
        let picture = images::read(&source.bytes)?;
        let path = format!("picture-{}.{ending}", self.pictures.len());
        self.pictures.push((path.clone(), Bytes::new(picture.bytes.into_owned())));
        Ok(Reading::Picture(path, picture.page))
    }

    /// Which foreign page goes under which page; every page of every file has
    /// its place.
    fn insertions(&self, packet: &Packet, marks: &[Mark]) -> Result<Vec<Insertion<'_>>, PrintError> {
        let mut insertions = Vec::new();
        for (index, paper) in packet.papers.iter().enumerate() {
            let PaperContent::File { file: id } = &paper.content else { continue };
            let Some(file) = self.foreign.get(id) else { continue };
            let before = insertions.len();
            for (base_page, mark) in marks.iter().enumerate() {
                match *mark {
                    Mark::Foreign(owner, source_page) if owner == index => {
                        insertions.push(Insertion { base_page, file, source_page });
                    }
                    _ => {}
                }
            }
            let found = insertions.len() - before;
            if found != file.pages.len() {
                return Err(PrintError::PagesLost {
                    paper: paper.number.clone(),
                    file: file.name.clone(),
                    expected: file.pages.len(),
                    found,
                });
            }
        }
        Ok(insertions)
    }

    /// Names the paper whose file is at fault.
    fn blame(&self, packet: &Packet, error: ForeignError) -> PrintError {
        let named = packet.papers.iter().find_map(|paper| match &paper.content {
            PaperContent::File { file } => {
                let name = &self.foreign.get(file)?.name;
                file_named(&error).is_some_and(|at| at == name).then_some((&paper.number, name))
            }
            _ => None,
        });
        match named {
            Some((number, name)) => file_error(number, name, reason(error)),
            None => PrintError::Layout { document: "packet", message: error.to_string() },
        }
    }
}

/// What a page says it belongs to; see `packet.typ`.
#[derive(Clone, Copy)]
enum Mark {
    Front,
    Own(usize),
    Foreign(usize, usize),
    Blank(Option<usize>),
}

fn marks(document: &PagedDocument) -> Vec<Mark> {
    document.pages().iter().map(|page| mark(&page.supplement.plain_text())).collect()
}

fn mark(text: &str) -> Mark {
    let mut parts = text.split(':');
    let kind = parts.next().unwrap_or_default();
    let mut number = || parts.next().and_then(|part| part.parse().ok());
    match (kind, number(), number()) {
        ("own", Some(paper), _) => Mark::Own(paper),
        ("foreign", Some(paper), Some(page)) => Mark::Foreign(paper, page),
        ("blank", paper, _) => Mark::Blank(paper),
        _ => Mark::Front,
    }
}

/// Enlarges every page as far as A3 allows.
fn enlarge(pdf: &[u8], pages: Vec<PageInfo>) -> Result<(Vec<u8>, Vec<PageInfo>), PrintError> {
    let factors: Vec<f64> = pages.iter().map(|page| factor(page.size)).collect();
    let failure = |error: ForeignError| PrintError::Layout { document: "packet", message: error.to_string() };
    let pdf = foreign::enlarge(pdf, &factors).map_err(failure)?;
    let larger = |(page, by): (PageInfo, &f64)| {
        let size = PageSize { width_pt: page.size.width_pt * by, height_pt: page.size.height_pt * by };
        PageInfo { size, ..page }
    };
    Ok((pdf, pages.into_iter().zip(&factors).map(larger).collect()))
}

/// How often a page goes into A3, however it lies; never smaller than it is.
fn factor(size: PageSize) -> f64 {
    let (short, long) = (size.width_pt.min(size.height_pt), size.width_pt.max(size.height_pt));
    (A3.width_pt / short).min(A3.height_pt / long).max(1.0)
}

/// The number at the foot of each page: its own where its paper has such, else its place.
fn page_infos(packet: &Packet, document: &PagedDocument, marks: &[Mark]) -> Vec<PageInfo> {
    let mut shown: BTreeMap<usize, usize> = BTreeMap::new();
    let mut label = |mark: &Mark, number: u64| {
        let (Mark::Own(paper) | Mark::Foreign(paper, _)) = *mark else { return number.to_string() };
        let at = shown.entry(paper).or_default();
        *at += 1;
        let own = packet.papers.get(paper).and_then(|p| p.marks.labels.get(*at - 1));
        own.cloned().unwrap_or_else(|| number.to_string())
    };
    let part = |mark: &Mark| match *mark {
        Mark::Own(paper) | Mark::Foreign(paper, _) | Mark::Blank(Some(paper)) => PagePart::Paper(paper),
        Mark::Front | Mark::Blank(None) => PagePart::Front,
    };
    let mut info = |(page, mark): (&typst_layout::Page, &Mark)| PageInfo {
        size: set::size_of(page),
        label: label(mark, page.number),
        part: part(mark),
        blank: matches!(mark, Mark::Blank(_)),
    };
    document.pages().iter().zip(marks).map(&mut info).collect()
}

fn kind_of(file: &SourceFile) -> Result<FileKind, Unreadable> {
    if file.bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    images::kind_of(&file.bytes).ok_or(Unreadable::UnknownKind)
}

fn sizes(file: &ForeignFile) -> Vec<PageSize> {
    let size = |page: &foreign::ForeignPage| PageSize { width_pt: page.width_pt, height_pt: page.height_pt };
    file.pages.iter().map(size).collect()
}

fn file_error(paper: &str, file: &str, reason: Unreadable) -> PrintError {
    PrintError::File { paper: paper.to_owned(), file: file.to_owned(), reason }
}

/// The file an error speaks of.
fn file_named(error: &ForeignError) -> Option<&String> {
    match error {
        ForeignError::ZeroBytes { name }
        | ForeignError::NotPdf { name }
        | ForeignError::TooLarge { name, .. }
        | ForeignError::Encrypted { name }
        | ForeignError::Broken { name, .. }
        | ForeignError::Empty { name }
        | ForeignError::CountMismatch { name, .. }
        | ForeignError::ContentLost { name, .. }
        | ForeignError::PageSize { name, .. }
        | ForeignError::NoSuchPage { name, .. }
        | ForeignError::Overlay { name, .. } => Some(name),
        ForeignError::Base { .. } | ForeignError::Joined { .. } => None,
    }
}

/// A foreign file's error as the reason the documents know.
fn reason(error: ForeignError) -> Unreadable {
    match error {
        ForeignError::ZeroBytes { .. } => Unreadable::Empty,
        ForeignError::NotPdf { .. } => Unreadable::UnknownKind,
        ForeignError::TooLarge { bytes, limit, .. } => Unreadable::TooLarge { bytes, limit },
        ForeignError::Encrypted { .. } => Unreadable::Encrypted,
        ForeignError::Empty { .. } => Unreadable::NoPages,
        ForeignError::PageSize { page, width_pt, height_pt, .. } => {
            Unreadable::PageSize { page, width_pt: width_pt as i64, height_pt: height_pt as i64 }
        }
        ForeignError::CountMismatch { counted, expected, .. } => Unreadable::PagesDisagree { counted, expected },
        other => Unreadable::Damaged(other.to_string()),
    }
}
