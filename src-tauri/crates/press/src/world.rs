//! The world a document is set in: Entaku's templates and fonts, the job's
//! data and pictures, and nothing else.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

/// The templates by their path.
const TEMPLATES: &[(&str, &str)] = &[
    ("agenda.typ", include_str!("../../../../assets/documents/agenda.typ")),
    ("chart.typ", include_str!("../../../../assets/documents/chart.typ")),
    ("common.typ", include_str!("../../../../assets/documents/common.typ")),
    ("corrections.typ", include_str!("../../../../assets/documents/corrections.typ")),
    ("documents.typ", include_str!("../../../../assets/documents/documents.typ")),
    ("figures.typ", include_str!("../../../../assets/documents/figures.typ")),
    ("issue-flow.typ", include_str!("../../../../assets/documents/issue-flow.typ")),
    ("issues.typ", include_str!("../../../../assets/documents/issues.typ")),
    ("election.typ", include_str!("../../../../assets/documents/election.typ")),
    ("letter.typ", include_str!("../../../../assets/documents/letter.typ")),
    ("listing.typ", include_str!("../../../../assets/documents/listing.typ")),
    ("member-list.typ", include_str!("../../../../assets/documents/member-list.typ")),
    ("listed.typ", include_str!("../../../../assets/documents/listed.typ")),
    ("mailing.typ", include_str!("../../../../assets/documents/mailing.typ")),
    ("main.typ", include_str!("../../../../assets/documents/main.typ")),
    ("minutes.typ", include_str!("../../../../assets/documents/minutes.typ")),
    ("packet.typ", include_str!("../../../../assets/documents/packet.typ")),
    ("plates.typ", include_str!("../../../../assets/documents/plates.typ")),
    ("print-plan.typ", include_str!("../../../../assets/documents/print-plan.typ")),
    ("proposal.typ", include_str!("../../../../assets/documents/proposal.typ")),
    ("roster.typ", include_str!("../../../../assets/documents/roster.typ")),
    ("scenario.typ", include_str!("../../../../assets/documents/scenario.typ")),
    ("seating.typ", include_str!("../../../../assets/documents/seating.typ")),
    ("text.typ", include_str!("../../../../assets/documents/text.typ")),
    ("year-plan.typ", include_str!("../../../../assets/documents/year-plan.typ")),
];

/// What is the same for every job.
struct Common {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<String, Source>,
}

static COMMON: LazyLock<Common> = LazyLock::new(|| {
    // Row headings of tables are tagged as such by `pdf.header-cell`.
    let features = Features::from_iter([Feature::A11yExtras]);
    let library = Library::builder().with_features(features).build();
    let fonts: Vec<Font> = [
        entaku_fonts::gothic(),
        entaku_fonts::gothic_bold(),
        entaku_fonts::mincho(),
        entaku_fonts::fallback(),
        entaku_fonts::fallback_bold(),
        entaku_fonts::variants(),
        entaku_fonts::variants_bold(),
        entaku_fonts::variants_mincho(),
    ]
    .into_iter()
    .filter_map(|bytes| Font::new(Bytes::new(bytes), 0))
    .collect();
    let sources = TEMPLATES
        .iter()
        .filter_map(|(path, text)| {
            let source = Source::new(file_id(path)?, (*text).to_owned());
            Some((key(source.id()), source))
        })
        .collect();
    Common { library: LazyHash::new(library), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, sources }
});

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn key(id: FileId) -> String {
    id.vpath().get_without_slash().to_owned()
}

/// One job's world.
pub(crate) struct Room {
    main: FileId,
    files: BTreeMap<String, Bytes>,
}

impl Room {
    /// A world with the data at `data.json` and the pictures at their paths.
    /// None only if a template's path is not a path.
    pub(crate) fn new(json: Vec<u8>, pictures: Vec<(String, Bytes)>) -> Option<Room> {
        let mut files: BTreeMap<String, Bytes> = pictures.into_iter().collect();
        files.insert("data.json".to_owned(), Bytes::new(json));
        Some(Room { main: file_id("main.typ")?, files })
    }
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &COMMON.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &COMMON.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        COMMON.sources.get(&key(id)).cloned().ok_or_else(|| FileError::NotFound(key(id).into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&key(id)).cloned().ok_or_else(|| FileError::NotFound(key(id).into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        COMMON.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
