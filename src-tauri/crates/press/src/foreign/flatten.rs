//! Form fields, signatures and other annotations that cannot live outside
//! their file: what they show is drawn into the page.

use qpdf::{QPdfDictionary, QPdfObject, QPdfObjectLike, QPdfObjectType, QPdfStream};

use super::annotations::{is_kept, of_page};
use super::appearance;
use super::geometry::{Matrix, Rect};
use super::join::Packet;
use super::objects::{bring, get_array, get_dict, get_integer, get_name, inherited, name, numbers, text};

/// An appearance and where on the page it is drawn.
pub(super) struct Drawing {
    pub(super) form: QPdfObject,
    pub(super) matrix: Matrix,
}

/// Annotation flags: hidden (bit 2) and not shown on the screen (bit 6).
const UNSEEN: i64 = 0b10_0010;

/// The drawings of a foreign page, in the order of its annotations.
pub(super) fn drawings(packet: &mut Packet<'_>, file: usize, source_page: usize) -> Vec<Drawing> {
    let annotations = of_page(&packet.files[file].objects[source_page]);
    let drawn = annotations.iter().filter(|annotation| !is_kept(annotation));
    drawn.filter_map(|annotation| draw(packet, file, annotation)).collect()
}

fn draw(packet: &mut Packet<'_>, file: usize, annotation: &QPdfDictionary) -> Option<Drawing> {
    if get_integer(annotation, "/F").unwrap_or(0) & UNSEEN != 0 {
        return None;
    }
    let rect = get_array(annotation, "/Rect").and_then(|rect| Rect::read(&rect))?;
    let form = form(packet, file, annotation, &rect)?;
    let dictionary = QPdfStream::from(form.clone()).get_dictionary();
    dictionary.set("/Type", packet.pdf.new_name("/XObject"));
    dictionary.set("/Subtype", packet.pdf.new_name("/Form"));
    if dictionary.get("/Resources").is_none() {
        default_resources(packet, file, &dictionary);
    }
    if let Some(layer) = annotation.get("/OC").and_then(|layer| bring(&packet.pdf, layer)) {
        dictionary.set("/OC", layer);
    }
    let matrix = placing(&dictionary, &rect)?;
    Some(Drawing { form, matrix })
}

/// The look that the file gives the annotation, or one made from the field's
/// value where the file relies on the reader to draw it.
fn form(packet: &mut Packet<'_>, file: usize, annotation: &QPdfDictionary, rect: &Rect) -> Option<QPdfObject> {
    let given = look(annotation);
    let fields = acro_form(packet, file);
    let asked = fields.as_ref().and_then(|fields| fields.get("/NeedAppearances")).is_some_and(|n| n.as_bool());
    let is_bare = given.as_ref().is_none_or(|look| asked && !appearance::shows_text(look));
    let is_field = get_name(annotation, "/Subtype").as_deref() == Some("/Widget");
    if is_bare && is_field {
        let defaults = fields.as_ref().and_then(|fields| fields.get("/DA")).and_then(|d| text(&d));
        let defaults = defaults.unwrap_or_default();
        if let Some(made) = appearance::draw(&packet.pdf, annotation, rect, &defaults) {
            return Some(made);
        }
    }
    packet.bring_clean(given?.into())
}

/// The dictionary of the file's form.
fn acro_form(packet: &Packet<'_>, file: usize) -> Option<QPdfDictionary> {
    packet.files[file].pdf.get_root().and_then(|root| get_dict(&root, "/AcroForm"))
}

/// The normal appearance for the annotation's state.
fn look(annotation: &QPdfDictionary) -> Option<QPdfStream> {
    let normal = get_dict(annotation, "/AP")?.get("/N")?;
    match normal.get_type() {
        QPdfObjectType::Stream => Some(normal.into()),
        QPdfObjectType::Dictionary => {
            let value = || inherited(annotation, "/V").and_then(|value| name(&value));
            let state = get_name(annotation, "/AS").or_else(value)?;
            QPdfDictionary::from(normal).get(&state).and_then(super::objects::stream)
        }
        _ => None,
    }
}

/// Old forms keep the fonts of their fields in the form, not in the fields.
fn default_resources(packet: &Packet<'_>, file: usize, form: &QPdfDictionary) {
    let resources = acro_form(packet, file).and_then(|fields| fields.get("/DR"));
    if let Some(resources) = resources.and_then(|resources| bring(&packet.pdf, resources)) {
        form.set("/Resources", resources);
    }
}

/// The matrix that brings an appearance into its rectangle (PDF 32000-1,
/// 12.5.5, algorithm "appearance streams").
fn placing(form: &QPdfDictionary, rect: &Rect) -> Option<Matrix> {
    let bbox = get_array(form, "/BBox").and_then(|bbox| Rect::read(&bbox))?;
    let own = get_array(form, "/Matrix").and_then(|matrix| numbers(&matrix)?.try_into().ok());
    let seen = own.map_or(Matrix::IDENTITY, Matrix).bounds(&bbox);
    if seen.width() <= 0.0 || seen.height() <= 0.0 {
        return None;
    }
    let (sx, sy) = (rect.width() / seen.width(), rect.height() / seen.height());
    Some(Matrix([sx, 0.0, 0.0, sy, rect.x0 - seen.x0 * sx, rect.y0 - seen.y0 * sy]))
}
