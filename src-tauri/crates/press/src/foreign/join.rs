//! Laying foreign pages under the packet's overlay pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use qpdf::{ObjectStreamMode, QPdf, QPdfDictionary, QPdfError, QPdfObject, QPdfObjectLike, QPdfStream};

use super::destinations::Destinations;
use super::error::ForeignError;
use super::geometry::Geometry;
use super::inspect::ForeignFile;
use super::objects::{self, Id, bring, get_dict, id, inherited, real_array, shallow_copy};
use super::{annotations, check, destinations, flatten, layers, outline};

/// One foreign page and the packet's page it goes under. A file that gives
/// many pages is the same `ForeignFile` in each.
#[derive(Clone, Copy)]
pub struct Insertion<'a> {
    /// The packet's page, from 0.
    pub base_page: usize,
    /// The opened file.
    pub file: &'a ForeignFile,
    /// The file's page, from 0.
    pub source_page: usize,
}

/// The resource names of what is drawn under an overlay page.
const FORM: &str = "/EntakuPaper";

/// How far the form reaches beyond the page, in its units: an edge on the
/// page's own edge would be blurred.
const BLEED: f64 = 10.0;

/// How far an overlay page may differ from the foreign page, in points.
const FIT_PT: f64 = 1.0;

/// Lays each foreign page under its overlay page and returns the packet's
/// bytes; the same input gives the same bytes. The packet's other pages, its
/// tags, labels and bookmarks stay as they are.
///
/// # Errors
/// [`ForeignError::NoSuchPage`] and [`ForeignError::Overlay`] for an insertion
/// that does not fit, [`ForeignError::Broken`] for a page that cannot be read,
/// [`ForeignError::Base`] when the packet's own PDF is at fault, and
/// [`ForeignError::Joined`] when the result, read again by a second reader,
/// is not what was put together.
pub fn join(base_pdf: &[u8], insertions: &[Insertion<'_>]) -> Result<Vec<u8>, ForeignError> {
    let mut packet = Packet::open(base_pdf, insertions)?;
    let own = packet.own_destinations();
    let mut expected: Vec<Geometry> = packet.pages.iter().map(Geometry::read).collect();
    for (number, insertion) in insertions.iter().enumerate() {
        expected[insertion.base_page] = packet.lay(number, insertion)?;
    }
    packet.move_destinations(&own);
    packet.show_title();
    layers::merge(&packet);
    outline::hang(&packet, &own);
    let bytes = Arc::new(packet.write()?);
    check::verify(&bytes, &expected)?;
    Ok(Arc::try_unwrap(bytes).unwrap_or_else(|shared| shared.to_vec()))
}

/// The packet while it is put together.
pub(super) struct Packet<'a> {
    pub(super) pdf: QPdf,
    pub(super) pages: Vec<QPdfDictionary>,
    /// Each file once; others are named by their index here.
    pub(super) files: Vec<&'a ForeignFile>,
    insertions: &'a [Insertion<'a>],
    /// For each insertion, its file's index.
    file_of: Vec<usize>,
    /// The packet's pages of a file's page, ascending.
    places: BTreeMap<(usize, usize), Vec<usize>>,
    forms: BTreeMap<(usize, usize), QPdfObject>,
    /// Content streams that already serve as a form.
    taken: BTreeSet<(usize, Id)>,
    /// Copied objects that are freed of their old file's tags.
    clean: BTreeSet<Id>,
    after: QPdfObject,
}

/// Consecutive pages of one file in the packet.
pub(super) struct Run {
    pub(super) file: usize,
    pub(super) base_page: usize,
    source_page: usize,
    length: usize,
}

impl Run {
    /// The packet's page for a page of the file.
    pub(super) fn page_of(&self, source_page: usize) -> Option<usize> {
        let offset = source_page.checked_sub(self.source_page)?;
        (offset < self.length).then_some(self.base_page + offset)
    }
}

fn base_fault(error: &QPdfError) -> ForeignError {
    ForeignError::Base { detail: error.to_string() }
}

impl<'a> Packet<'a> {
    fn open(base_pdf: &[u8], insertions: &'a [Insertion<'a>]) -> Result<Self, ForeignError> {
        let pdf = QPdf::read_from_memory(base_pdf).map_err(|error| base_fault(&error))?;
        let pages = pdf.get_pages().map_err(|error| base_fault(&error))?;
        let mut files: Vec<&ForeignFile> = Vec::new();
        let (mut file_of, mut places) = (Vec::new(), BTreeMap::<_, Vec<usize>>::new());
        let mut laid = BTreeSet::new();
        for insertion in insertions {
            check_insertion(&pages, insertion)?;
            if !laid.insert(insertion.base_page) {
                let detail = format!("page {} is laid twice", insertion.base_page + 1);
                return Err(ForeignError::Base { detail });
            }
            let known = files.iter().position(|&file| std::ptr::eq(file, insertion.file));
            let file = known.unwrap_or_else(|| {
                files.push(insertion.file);
                files.len() - 1
            });
            file_of.push(file);
            places.entry((file, insertion.source_page)).or_default().push(insertion.base_page);
        }
        let after: QPdfObject = pdf.new_stream(b"\nQ\n").into();
        let (forms, taken, clean) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        Ok(Self { pdf, pages, files, insertions, file_of, places, forms, taken, clean, after })
    }

    /// Lays one page; returns what its boxes are now.
    fn lay(&mut self, number: usize, insertion: &Insertion<'_>) -> Result<Geometry, ForeignError> {
        let (file, source_page) = (self.file_of[number], insertion.source_page);
        let geometry = insertion.file.pages[source_page].geometry;
        let form = self.form(file, source_page)?;
        let drawings = flatten::drawings(self, file, source_page);
        let carried = annotations::carry(self, file, source_page, insertion.base_page);
        let page = &self.pages[insertion.base_page];
        let matrix = geometry.upright();
        annotations::transform(&self.pdf, page, &matrix);

        let resources = shallow_copy(&self.pdf, inherited(page, "/Resources").and_then(objects::dict));
        let drawn = shallow_copy(&self.pdf, get_dict(&resources, "/XObject"));
        drawn.set(FORM, form);
        let mut under = format!("/Artifact BMC\nq\n{FORM} Do\nQ\n");
        for (at, drawing) in drawings.iter().enumerate() {
            drawn.set(&format!("{FORM}{at}"), &drawing.form);
            under += &format!("q\n{}{FORM}{at} Do\nQ\n", drawing.matrix.operator());
        }
        under += &format!("EMC\nq\n{}", matrix.operator());
        resources.set("/XObject", drawn);
        page.set("/Resources", resources);
        self.wrap_contents(page, &under);
        self.set_boxes(page, &geometry);
        self.set_group(page, &insertion.file.objects[source_page]);
        self.add_annotations(page, carried);
        Ok(geometry)
    }

    /// The foreign page's content as a form, made once per page.
    fn form(&mut self, file: usize, source_page: usize) -> Result<QPdfObject, ForeignError> {
        if let Some(form) = self.forms.get(&(file, source_page)) {
            return Ok(form.clone());
        }
        let source = self.files[file];
        let page = &source.objects[source_page];
        let form = match single_stream(page).filter(|only| self.taken.insert((file, id(only)))) {
            // The stream itself, still compressed: nothing is decoded.
            Some(only) => bring(&self.pdf, only.into()).and_then(objects::stream),
            None => None,
        };
        let form: QPdfStream = match form {
            Some(form) => form,
            None => self.pdf.new_stream(&*whole_content(page, source, source_page)?),
        };
        let dictionary = form.get_dictionary();
        let geometry = source.pages[source_page].geometry;
        dictionary.set("/Type", self.pdf.new_name("/XObject"));
        dictionary.set("/Subtype", self.pdf.new_name("/Form"));
        dictionary.set("/BBox", real_array(&self.pdf, &geometry.media.widened(BLEED).corners()));
        dictionary.remove("/Matrix");
        let resources = inherited(page, "/Resources").and_then(|found| self.bring_clean(found));
        dictionary.set("/Resources", resources.unwrap_or_else(|| self.pdf.new_dictionary().into()));
        dictionary.remove("/Group");
        let form: QPdfObject = form.into();
        self.forms.insert((file, source_page), form.clone());
        Ok(form)
    }

    /// Copies an object and frees it of what ties it to its old file's tags.
    pub(super) fn bring_clean(&mut self, object: QPdfObject) -> Option<QPdfObject> {
        let copy = bring(&self.pdf, object)?;
        self.untag(&copy, 0);
        Some(copy)
    }

    /// Removes the structure numbers of forms and images below `object`: they
    /// would point into the packet's own tag tree.
    fn untag(&mut self, object: &QPdfObject, depth: usize) {
        if depth > objects::DEPTH_LIMIT || (object.is_indirect() && !self.clean.insert(id(object))) {
            return;
        }
        let stream = objects::stream(object.clone());
        let dictionary = match &stream {
            Some(stream) => Some(stream.get_dictionary()),
            None => objects::dict(object.clone()),
        };
        let Some(dictionary) = dictionary else { return };
        if stream.is_some() {
            dictionary.remove("/StructParent");
            dictionary.remove("/StructParents");
        }
        let resources = if stream.is_some() { get_dict(&dictionary, "/Resources") } else { Some(dictionary) };
        let Some(resources) = resources else { return };
        for group in ["/XObject", "/Pattern"] {
            let Some(group) = get_dict(&resources, group) else { continue };
            for member in group.keys().iter().filter_map(|key| group.get(key)) {
                if objects::stream(member.clone()).is_some() {
                    self.untag(&member, depth + 1);
                }
            }
        }
    }

    /// Puts `under` before the page's own content and closes it after.
    fn wrap_contents(&self, page: &QPdfDictionary, under: &str) {
        let contents = self.pdf.new_array();
        contents.push(QPdfObject::from(self.pdf.new_stream(under)));
        match page.get("/Contents").map(|own| (objects::array(own.clone()), own)) {
            Some((Some(parts), _)) => parts.iter().for_each(|part| contents.push(part)),
            Some((None, own)) => contents.push(own),
            None => {}
        }
        contents.push(&self.after);
        page.set("/Contents", contents);
    }

    fn set_boxes(&self, page: &QPdfDictionary, geometry: &Geometry) {
        for key in ["/TrimBox", "/BleedBox", "/ArtBox", "/UserUnit", "/Rotate"] {
            page.remove(key);
        }
        page.set("/MediaBox", real_array(&self.pdf, &geometry.media.corners()));
        page.set("/CropBox", real_array(&self.pdf, &geometry.shown.corners()));
        page.set("/Rotate", self.pdf.new_integer(geometry.rotate));
        if (geometry.user_unit - 1.0).abs() > f64::EPSILON {
            let unit = super::geometry::decimal(geometry.user_unit);
            page.set("/UserUnit", self.pdf.new_real_from_string(&unit));
        }
    }

    /// The foreign page's transparency group becomes the packet page's: its
    /// content, drawn without a group of its own, blends as it did before.
    fn set_group(&self, page: &QPdfDictionary, source: &QPdfDictionary) {
        match get_dict(source, "/Group").and_then(|group| bring(&self.pdf, group.into())) {
            Some(group) => page.set("/Group", group),
            None => page.remove("/Group"),
        }
    }

    fn add_annotations(&self, page: &QPdfDictionary, carried: Vec<QPdfObject>) {
        if carried.is_empty() {
            return;
        }
        let all = self.pdf.new_array();
        let own = objects::get_array(page, "/Annots");
        own.iter().flat_map(|own| own.iter()).for_each(|annotation| all.push(annotation));
        carried.into_iter().for_each(|annotation| all.push(annotation));
        page.set("/Annots", all);
    }

    /// The packet's page for a file's page: the nearest, when the file is in
    /// the packet more than once.
    pub(super) fn nearest(&self, file: usize, source_page: usize, at: usize) -> Option<usize> {
        let places = self.places.get(&(file, source_page))?;
        places.iter().copied().min_by_key(|place| place.abs_diff(at))
    }

    /// The papers: runs of consecutive pages of one file.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (insertion, &file) in self.insertions.iter().zip(&self.file_of) {
            let Insertion { base_page, source_page, .. } = *insertion;
            match runs.last_mut() {
                Some(run)
                    if run.file == file
                        && run.base_page + run.length == base_page
                        && run.source_page + run.length == source_page =>
                {
                    run.length += 1;
                }
                _ => runs.push(Run { file, base_page, source_page, length: 1 }),
            }
        }
        runs
    }

    fn own_destinations(&self) -> Destinations {
        let index = self.pages.iter().enumerate().map(|(at, page)| (id(page), at)).collect();
        Destinations::read(&self.pdf, index)
    }

    /// Moves the places that the packet's own links and bookmarks name on the
    /// laid pages, as their content was moved.
    fn move_destinations(&self, own: &Destinations) {
        let moved: BTreeMap<usize, _> =
            self.insertions.iter().map(|i| (i.base_page, i.file.pages[i.source_page].geometry.upright())).collect();
        let mut links: Vec<QPdfDictionary> = Vec::new();
        outline::walk(&self.pdf, &mut |entry, _| links.push(entry.as_object().clone().into()));
        for (at, page) in self.pages.iter().enumerate() {
            // Links that came with foreign pages already name true places.
            if !moved.contains_key(&at) {
                links.extend(annotations::of_page(page));
            }
        }
        destinations::shift(&self.pdf, own, &links, &moved);
    }

    /// Lets readers show the packet's title, not its file's name.
    fn show_title(&self) {
        let Some(root) = self.pdf.get_root() else { return };
        let preferences = shallow_copy(&self.pdf, get_dict(&root, "/ViewerPreferences"));
        preferences.set("/DisplayDocTitle", self.pdf.new_bool(true));
        root.set("/ViewerPreferences", preferences);
    }

    fn write(&self) -> Result<Vec<u8>, ForeignError> {
        let mut writer = self.pdf.writer();
        writer.object_stream_mode(ObjectStreamMode::Generate).preserve_encryption(false).deterministic_id(true);
        writer.write_to_memory().map_err(|error| base_fault(&error))
    }
}

/// Refuses an insertion that names no page or does not fit its overlay.
fn check_insertion(pages: &[QPdfDictionary], insertion: &Insertion<'_>) -> Result<(), ForeignError> {
    let Insertion { base_page, file, source_page } = *insertion;
    let name = || file.name.clone();
    let Some(source) = file.pages.get(source_page) else {
        let pages = file.pages.len();
        return Err(ForeignError::NoSuchPage { name: name(), page: source_page + 1, pages });
    };
    let overlay = pages.get(base_page).map(|page| Geometry::read(page).displayed());
    let fits = overlay.is_some_and(|(width, height)| {
        (width - source.width_pt).abs() <= FIT_PT && (height - source.height_pt).abs() <= FIT_PT
    });
    if fits {
        return Ok(());
    }
    Err(ForeignError::Overlay { name: name(), page: source_page + 1, base_page: base_page + 1 })
}

/// The page's content when it is one stream.
fn single_stream(page: &QPdfDictionary) -> Option<QPdfStream> {
    let contents = page.get("/Contents")?;
    match objects::array(contents.clone()) {
        Some(parts) if parts.len() == 1 => parts.get(0).and_then(objects::stream),
        Some(_) => None,
        None => objects::stream(contents),
    }
}

/// The page's content decoded and in one piece.
fn whole_content(page: &QPdfDictionary, file: &ForeignFile, at: usize) -> Result<Vec<u8>, ForeignError> {
    if page.get("/Contents").is_none() {
        return Ok(Vec::new());
    }
    let data = page.get_page_content_data().map_err(|error| ForeignError::Broken {
        name: file.name.clone(),
        detail: format!("page {}: {error}", at + 1),
    })?;
    Ok(data.to_vec())
}
