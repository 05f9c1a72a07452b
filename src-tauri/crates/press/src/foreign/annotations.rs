//! Annotations of a foreign page: stamps, 電子印, comments, highlights and
//! links stay annotations, in unchanged coordinates.
//!
//! Each is written anew from the entries that are known to be only about how
//! it looks and what it says, so that nothing else of its file (form fields,
//! scripts, structure, attached files) comes along.

use std::collections::BTreeMap;

use qpdf::{QPdf, QPdfDictionary, QPdfObject, QPdfObjectLike, QPdfObjectType, QPdfScalar};

use super::actions;
use super::geometry::{Matrix, Rect, decimal};
use super::join::Packet;
use super::objects::{Id, bring, dict, get_array, get_dict, get_name, id, number, numbers, real_array};

/// Kinds that stay annotations; every other kind is drawn into the page.
const KEPT: [&str; 18] = [
    "/Text",
    "/Link",
    "/FreeText",
    "/Line",
    "/Square",
    "/Circle",
    "/Polygon",
    "/PolyLine",
    "/Highlight",
    "/Underline",
    "/Squiggly",
    "/StrikeOut",
    "/Stamp",
    "/Caret",
    "/Ink",
    "/Popup",
    "/Redact",
    "/Watermark",
];

/// Entries that are copied as they are.
const ENTRIES: [&str; 42] = [
    "/Subtype",
    "/Rect",
    "/Contents",
    "/NM",
    "/M",
    "/F",
    "/AS",
    "/Border",
    "/C",
    "/BS",
    "/BE",
    "/CA",
    "/ca",
    "/BM",
    "/Lang",
    "/T",
    "/Open",
    "/State",
    "/StateModel",
    "/Name",
    "/QuadPoints",
    "/InkList",
    "/Vertices",
    "/L",
    "/LE",
    "/IC",
    "/LL",
    "/LLE",
    "/LLO",
    "/Cap",
    "/CP",
    "/IT",
    "/DA",
    "/DS",
    "/RC",
    "/Q",
    "/CL",
    "/RD",
    "/CreationDate",
    "/Subj",
    "/H",
    "/Sy",
];

/// Entries that lead to another annotation of the same page.
const RELATIONS: [&str; 3] = ["/Popup", "/IRT", "/Parent"];

/// How deep the value of an entry may be nested; rich text and ink need 3.
const NESTING: usize = 6;

/// The page's annotations as dictionaries.
pub(super) fn of_page(page: &QPdfDictionary) -> Vec<QPdfDictionary> {
    let annots = get_array(page, "/Annots");
    annots.iter().flat_map(|annots| annots.iter()).filter_map(dict).collect()
}

/// Whether an annotation stays one.
pub(super) fn is_kept(annotation: &QPdfDictionary) -> bool {
    get_name(annotation, "/Subtype").is_some_and(|kind| KEPT.contains(&kind.as_str()))
}

/// Writes the foreign page's annotations for the packet's page `at`.
pub(super) fn carry(packet: &mut Packet<'_>, file: usize, source_page: usize, at: usize) -> Vec<QPdfObject> {
    let sources = of_page(&packet.files[file].objects[source_page]);
    let mut made: Vec<(QPdfDictionary, QPdfDictionary)> = Vec::new();
    let mut twins: BTreeMap<Id, QPdfObject> = BTreeMap::new();
    for source in sources.into_iter().filter(is_kept) {
        let Some(copy) = write(packet, file, at, &source) else { continue };
        let copy = copy.into_indirect();
        if source.is_indirect() {
            twins.insert(id(&source), copy.clone());
        }
        made.push((source, copy.into()));
    }
    for (source, copy) in &made {
        for relation in RELATIONS {
            let twin = get_dict(source, relation).and_then(|other| twins.get(&id(&other)).cloned());
            if let Some(twin) = twin {
                copy.set(relation, twin);
            }
        }
    }
    made.into_iter().map(|(_, copy)| copy.into()).collect()
}

/// One annotation written anew; `None` for a link that leads nowhere now.
fn write(packet: &mut Packet<'_>, file: usize, at: usize, source: &QPdfDictionary) -> Option<QPdfDictionary> {
    let copy = packet.pdf.new_dictionary();
    copy.set("/Type", packet.pdf.new_name("/Annot"));
    copy.set("/P", &packet.pages[at]);
    for key in ENTRIES {
        if let Some(value) = source.get(key).and_then(|value| graft(&packet.pdf, &value, NESTING)) {
            copy.set(key, value);
        }
    }
    if let Some(layer) = source.get("/OC").and_then(|layer| bring(&packet.pdf, layer)) {
        copy.set("/OC", layer);
    }
    let looks = get_dict(source, "/AP").map(|looks| appearances(packet, &looks));
    if let Some(looks) = &looks {
        copy.set("/AP", looks);
    }
    let is_link = get_name(source, "/Subtype")? == "/Link";
    let leads = is_link && actions::keep(packet, file, at, source, &copy);
    (!is_link || leads || looks.is_some() || is_framed(source)).then_some(copy)
}

/// Whether a link is seen: readers draw a line around it unless its width is 0
/// or its colour is empty (PDF 32000-1, 12.5.2 and 12.5.4).
fn is_framed(link: &QPdfDictionary) -> bool {
    let style = get_dict(link, "/BS").and_then(|style| style.get("/W"));
    let border = || get_array(link, "/Border").and_then(|border| border.get(2));
    let width = style.or_else(border).and_then(|width| number(&width));
    let colour = get_array(link, "/C");
    width != Some(0.0) && colour.is_none_or(|colour| !colour.is_empty())
}

/// The appearance dictionary with its streams copied.
fn appearances(packet: &mut Packet<'_>, looks: &QPdfDictionary) -> QPdfDictionary {
    let copy = packet.pdf.new_dictionary();
    for key in ["/N", "/R", "/D"] {
        let Some(look) = looks.get(key) else { continue };
        match look.get_type() {
            QPdfObjectType::Stream => {
                if let Some(look) = packet.bring_clean(look) {
                    copy.set(key, look);
                }
            }
            QPdfObjectType::Dictionary => {
                let states = packet.pdf.new_dictionary();
                let source = QPdfDictionary::from(look);
                for state in source.keys() {
                    let look = source.get(&state).filter(|l| l.get_type() == QPdfObjectType::Stream);
                    if let Some(look) = look.and_then(|look| packet.bring_clean(look)) {
                        states.set(&state, look);
                    }
                }
                copy.set(key, states);
            }
            _ => {}
        }
    }
    copy
}

/// A plain value (no stream) built again in another file.
fn graft(pdf: &QPdf, value: &QPdfObject, depth: usize) -> Option<QPdfObject> {
    if depth == 0 {
        return None;
    }
    Some(match value.get_type() {
        QPdfObjectType::Boolean => pdf.new_bool(value.as_bool()),
        QPdfObjectType::Integer => pdf.new_integer(QPdfScalar::from(value.clone()).as_i64()).into(),
        QPdfObjectType::Real => {
            let number = QPdfScalar::from(value.clone()).as_f64();
            pdf.new_real_from_string(&decimal(number)).into()
        }
        QPdfObjectType::String => pdf.new_binary_string(value.as_binary_string()),
        QPdfObjectType::Name => pdf.new_name(&value.as_name()),
        QPdfObjectType::Array => {
            let items = qpdf::QPdfArray::from(value.clone());
            let copy = pdf.new_array();
            for item in items.iter() {
                copy.push(graft(pdf, &item, depth - 1).unwrap_or_else(|| pdf.new_null()));
            }
            copy.into()
        }
        QPdfObjectType::Dictionary => {
            let source = QPdfDictionary::from(value.clone());
            let copy = pdf.new_dictionary();
            for key in source.keys() {
                let item = source.get(&key).and_then(|item| graft(pdf, &item, depth - 1));
                if let Some(item) = item {
                    copy.set(&key, item);
                }
            }
            copy.into()
        }
        _ => return None,
    })
}

/// Moves the overlay page's own annotations (its links) with its content.
pub(super) fn transform(pdf: &QPdf, page: &QPdfDictionary, matrix: &Matrix) {
    for annotation in of_page(page) {
        if let Some(rect) = get_array(&annotation, "/Rect").and_then(|rect| Rect::read(&rect)) {
            annotation.set("/Rect", real_array(pdf, &matrix.bounds(&rect).corners()));
        }
        if let Some(points) = get_array(&annotation, "/QuadPoints").and_then(|p| numbers(&p)) {
            let moved = points.chunks_exact(2).flat_map(|point| {
                let (x, y) = matrix.apply(point[0], point[1]);
                [x, y]
            });
            annotation.set("/QuadPoints", real_array(pdf, &moved.collect::<Vec<_>>()));
        }
    }
}
