//! Layers (optional content): those that a file hides stay hidden.

use std::collections::BTreeSet;

use qpdf::{QPdf, QPdfArray, QPdfDictionary, QPdfObject};

use super::join::Packet;
use super::objects::{Id, bring, get_array, get_dict, get_name, id};

/// Adds every joined file's layers, with the state its default view gives
/// them, to the packet's list of layers.
pub(super) fn merge(packet: &Packet<'_>) {
    for file in &packet.files {
        let root = file.pdf.get_root();
        if let Some(source) = root.and_then(|root| get_dict(&root, "/OCProperties")) {
            add(&packet.pdf, &source);
        }
    }
}

fn add(pdf: &QPdf, source: &QPdfDictionary) {
    let Some(layers) = get_array(source, "/OCGs") else { return };
    let Some(root) = pdf.get_root() else { return };
    let view = get_dict(source, "/D");
    let all = entry(pdf, &root, "/OCProperties");
    let default = entry(pdf, &all, "/D");
    let (known, hidden) = (list(pdf, &all, "/OCGs"), list(pdf, &default, "/OFF"));
    let is_hidden = hiding(view.as_ref());
    for layer in layers.iter() {
        let off = is_hidden(id(&layer));
        let Some(layer) = bring(pdf, layer) else { continue };
        known.push(&layer);
        if off {
            hidden.push(&layer);
        }
    }
    // Rules such as "hidden when printing".
    let rules = view.and_then(|view| get_array(&view, "/AS"));
    for rule in rules.iter().flat_map(QPdfArray::iter) {
        if let Some(rule) = bring(pdf, rule) {
            list(pdf, &default, "/AS").push(rule);
        }
    }
}

/// Tells for each layer of a file whether its default view hides it.
fn hiding(view: Option<&QPdfDictionary>) -> impl Fn(Id) -> bool + use<> {
    let ids = |key: &str| -> BTreeSet<Id> {
        let listed = view.and_then(|view| get_array(view, key));
        listed.iter().flat_map(QPdfArray::iter).map(|layer: QPdfObject| id(&layer)).collect()
    };
    let base_off = view.and_then(|view| get_name(view, "/BaseState")).as_deref() == Some("/OFF");
    let (on, off) = (ids("/ON"), ids("/OFF"));
    move |layer| if base_off { !on.contains(&layer) } else { off.contains(&layer) }
}

/// The dictionary under a key, made when absent.
fn entry(pdf: &QPdf, parent: &QPdfDictionary, key: &str) -> QPdfDictionary {
    get_dict(parent, key).unwrap_or_else(|| {
        let made = pdf.new_dictionary();
        parent.set(key, &made);
        made
    })
}

/// The array under a key, made when absent.
fn list(pdf: &QPdf, parent: &QPdfDictionary, key: &str) -> QPdfArray {
    get_array(parent, key).unwrap_or_else(|| {
        let made = pdf.new_array();
        parent.set(key, &made);
        made
    })
}
