//! Where links and bookmarks of a file lead: explicit and named destinations.

use std::collections::BTreeMap;

use qpdf::{QPdf, QPdfArray, QPdfDictionary, QPdfObject, QPdfObjectLike, QPdfObjectType};

use super::geometry::Matrix;
use super::objects::{self, DEPTH_LIMIT, Id, get_array, get_dict, get_name, id, number};

/// The destinations of one file.
pub(super) struct Destinations {
    index: BTreeMap<Id, usize>,
    named: BTreeMap<Vec<u8>, QPdfObject>,
}

/// A place in a file: a page, and how it is shown (`/XYZ` and its numbers, in
/// the page's user space).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) view: Vec<ViewPart>,
}

/// One item of a destination after its page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ViewPart {
    Name(String),
    Number(f64),
    Null,
}

impl Destinations {
    /// Reads a file's named destinations; `index` finds its pages.
    pub(super) fn read(pdf: &QPdf, index: BTreeMap<Id, usize>) -> Self {
        let mut named = BTreeMap::new();
        let root: Option<QPdfDictionary> = pdf.get_root();
        if let Some(old) = root.as_ref().and_then(|root| get_dict(root, "/Dests")) {
            for key in old.keys() {
                if let Some(value) = old.get(&key) {
                    named.insert(key.trim_start_matches('/').as_bytes().to_vec(), value);
                }
            }
        }
        let names = root.as_ref().and_then(|root| get_dict(root, "/Names"));
        if let Some(tree) = names.and_then(|names| get_dict(&names, "/Dests")) {
            read_tree(&tree, &mut named, 0);
        }
        Self { index, named }
    }

    /// The place that an outline entry or a link annotation leads to, by its
    /// `/Dest` or by an action that stays in the file.
    pub(super) fn of_entry(&self, entry: &QPdfDictionary) -> Option<Place> {
        if let Some(target) = entry.get("/Dest") {
            return self.resolve(target);
        }
        let action = get_dict(entry, "/A")?;
        if get_name(&action, "/S")? != "/GoTo" {
            return None;
        }
        self.resolve(action.get("/D")?)
    }

    /// Follows names to the explicit destination.
    fn resolve(&self, target: QPdfObject) -> Option<Place> {
        let mut target = target;
        for _ in 0..4 {
            target = match target.get_type() {
                QPdfObjectType::Array => return self.place(&target.into()),
                QPdfObjectType::Dictionary => QPdfDictionary::from(target).get("/D")?,
                QPdfObjectType::Name => {
                    let name = target.as_name();
                    self.named.get(name.trim_start_matches('/').as_bytes())?.clone()
                }
                QPdfObjectType::String => self.named.get(&target.as_binary_string())?.clone(),
                _ => return None,
            };
        }
        None
    }

    fn place(&self, explicit: &QPdfArray) -> Option<Place> {
        let mut items = explicit.iter();
        let first = items.next()?;
        let page = match number(&first) {
            // Meant for other files, but readers take it as a page's index.
            Some(at) if at >= 0.0 => Some(at as usize).filter(|&at| at < self.index.len()),
            _ => self.index.get(&id(&first)).copied(),
        }?;
        let view = items.map(|item| match (objects::name(&item), number(&item)) {
            (Some(name), _) => ViewPart::Name(name),
            (_, Some(value)) => ViewPart::Number(value),
            _ => ViewPart::Null,
        });
        Some(Place { page, view: view.collect() })
    }
}

/// Collects a name tree's entries; one that refers to itself ends by depth.
fn read_tree(node: &QPdfDictionary, into: &mut BTreeMap<Vec<u8>, QPdfObject>, depth: usize) {
    if depth > DEPTH_LIMIT || into.len() > 100_000 {
        return;
    }
    if let Some(names) = get_array(node, "/Names") {
        for at in (1..names.len()).step_by(2) {
            let key = names.get(at - 1).filter(|key| key.get_type() == QPdfObjectType::String);
            if let (Some(key), Some(value)) = (key, names.get(at)) {
                into.entry(key.as_binary_string()).or_insert(value);
            }
        }
    }
    for kid in get_array(node, "/Kids").iter().flat_map(|kids| kids.iter()) {
        if let Some(kid) = objects::dict(kid) {
            read_tree(&kid, into, depth + 1);
        }
    }
}

/// The same view of a page that is now another object.
pub(super) fn explicit(pdf: &QPdf, page: &QPdfDictionary, view: &[ViewPart]) -> QPdfObject {
    let target = pdf.new_array();
    target.push(page);
    for part in view {
        target.push(match part {
            ViewPart::Name(name) => pdf.new_name(name),
            ViewPart::Number(value) => pdf.new_real_from_string(&super::geometry::decimal(*value)).into(),
            ViewPart::Null => pdf.new_null(),
        });
    }
    target.into()
}

/// Moves the points that `/XYZ` destinations name on pages whose content was
/// moved: those of `links` (annotations, bookmarks) and all named ones.
pub(super) fn shift(pdf: &QPdf, own: &Destinations, links: &[QPdfDictionary], moved: &BTreeMap<usize, Matrix>) {
    let linked = links.iter().filter_map(|link| {
        let action = || get_dict(link, "/A").and_then(|action| action.get("/D"));
        link.get("/Dest").or_else(action)
    });
    let named = own.named.values().filter_map(|value| match value.get_type() {
        QPdfObjectType::Dictionary => QPdfDictionary::from(value.clone()).get("/D"),
        _ => Some(value.clone()),
    });
    let mut done = std::collections::BTreeSet::new();
    for target in linked.chain(named).filter_map(objects::array) {
        // A destination that several entries share is moved once.
        if target.is_indirect() && !done.insert(id(&target)) {
            continue;
        }
        let matrix = own.place(&target).and_then(|place| moved.get(&place.page));
        if let Some(matrix) = matrix {
            shift_one(pdf, target, matrix);
        }
    }
}

fn shift_one(pdf: &QPdf, mut target: QPdfArray, matrix: &Matrix) {
    let at = |index| target.get(index).and_then(|item| number(&item));
    let is_point = target.get(1).and_then(|kind| objects::name(&kind)).as_deref() == Some("/XYZ");
    if let (true, Some(x), Some(y)) = (is_point, at(2), at(3)) {
        let (x, y) = matrix.apply(x, y);
        for (index, value) in [(2, x), (3, y)] {
            target.set(index, pdf.new_real_from_string(&super::geometry::decimal(value)));
        }
    }
}
