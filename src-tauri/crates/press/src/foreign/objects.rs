//! Small readings of qpdf's untyped objects. A wrong type is `None`, never a
//! guess: qpdf itself would answer 0 or an empty string.

use qpdf::{QPdf, QPdfArray, QPdfDictionary, QPdfObject, QPdfObjectLike, QPdfObjectType, QPdfScalar, QPdfStream};

/// How deep trees are followed: page trees, fields, name trees, outlines.
pub(super) const DEPTH_LIMIT: usize = 64;

/// Object number and generation: an object's identity within its file.
pub(super) type Id = (u32, u32);

pub(super) fn id(object: &impl QPdfObjectLike) -> Id {
    (object.get_id(), object.get_generation())
}

pub(super) fn dict(object: QPdfObject) -> Option<QPdfDictionary> {
    (object.get_type() == QPdfObjectType::Dictionary).then(|| object.into())
}

pub(super) fn array(object: QPdfObject) -> Option<QPdfArray> {
    (object.get_type() == QPdfObjectType::Array).then(|| object.into())
}

pub(super) fn stream(object: QPdfObject) -> Option<QPdfStream> {
    (object.get_type() == QPdfObjectType::Stream).then(|| object.into())
}

/// A name with its slash.
pub(super) fn name(object: &QPdfObject) -> Option<String> {
    (object.get_type() == QPdfObjectType::Name).then(|| object.as_name())
}

pub(super) fn number(object: &QPdfObject) -> Option<f64> {
    let kind = object.get_type();
    let numeric = matches!(kind, QPdfObjectType::Integer | QPdfObjectType::Real);
    numeric.then(|| QPdfScalar::from(object.clone()).as_f64()).filter(|n| n.is_finite())
}

/// A text string as Unicode.
pub(super) fn text(object: &QPdfObject) -> Option<String> {
    (object.get_type() == QPdfObjectType::String).then(|| object.as_string())
}

/// All items of an array, when each is a number.
pub(super) fn numbers(array: &QPdfArray) -> Option<Vec<f64>> {
    array.iter().map(|item| number(&item)).collect()
}

pub(super) fn get_dict(from: &QPdfDictionary, key: &str) -> Option<QPdfDictionary> {
    from.get(key).and_then(dict)
}

pub(super) fn get_array(from: &QPdfDictionary, key: &str) -> Option<QPdfArray> {
    from.get(key).and_then(array)
}

pub(super) fn get_name(from: &QPdfDictionary, key: &str) -> Option<String> {
    from.get(key).and_then(|object| name(&object))
}

pub(super) fn get_integer(from: &QPdfDictionary, key: &str) -> Option<i64> {
    from.get(key).and_then(|object| number(&object)).map(|n| n as i64)
}

/// An entry of a dictionary or of the nearest parent that has it: page
/// attributes and field attributes are inherited this way.
pub(super) fn inherited(from: &QPdfDictionary, key: &str) -> Option<QPdfObject> {
    let mut node = None;
    for _ in 0..DEPTH_LIMIT {
        let here = node.as_ref().unwrap_or(from);
        if let Some(found) = here.get(key) {
            return Some(found);
        }
        node = Some(get_dict(here, "/Parent")?);
    }
    None
}

/// A new array of reals.
pub(super) fn real_array(pdf: &QPdf, values: &[f64]) -> QPdfObject {
    pdf.new_array_from(values.iter().map(|&value| {
        let text = super::geometry::decimal(value);
        pdf.new_real_from_string(&text).into()
    }))
    .into()
}

/// A new dictionary with the same entries; what they refer to is shared.
pub(super) fn shallow_copy(pdf: &QPdf, from: Option<QPdfDictionary>) -> QPdfDictionary {
    let copy = pdf.new_dictionary();
    for key in from.iter().flat_map(QPdfDictionary::keys) {
        if let Some(value) = from.as_ref().and_then(|from| from.get(&key)) {
            copy.set(&key, value);
        }
    }
    copy
}

/// Copies an object of another file, with all it refers to except pages. A
/// stream's data stay where they are until the packet is written.
pub(super) fn bring(into: &QPdf, object: QPdfObject) -> Option<QPdfObject> {
    // Only indirect objects can be copied; making one indirect changes nothing
    // of what it says.
    let object = if object.is_indirect() { object } else { object.into_indirect() };
    let copy = into.copy_from_foreign(object);
    let kind = copy.get_type();
    (!matches!(kind, QPdfObjectType::Null | QPdfObjectType::Uninitialized)).then_some(copy)
}
