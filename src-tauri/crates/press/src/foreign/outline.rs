//! Bookmarks: reading a paper's own, and hanging them under the packet's entry
//! for that paper.

use std::collections::BTreeSet;

use qpdf::{QPdf, QPdfDictionary, QPdfObject, QPdfObjectLike};

use super::destinations::{Destinations, ViewPart, explicit};
use super::inspect::OutlineEntry;
use super::join::Packet;
use super::objects::{DEPTH_LIMIT, Id, get_dict, get_integer, id, text};

/// More bookmarks than this in one file are a fault of the file.
const ENTRY_LIMIT: usize = 20_000;

/// A file's bookmarks, parents before their children.
pub(super) fn read(pdf: &QPdf, destinations: &Destinations) -> Vec<OutlineEntry> {
    let mut entries = Vec::new();
    walk(pdf, &mut |entry, level| {
        let place = destinations.of_entry(entry);
        entries.push(OutlineEntry {
            title: entry.get("/Title").and_then(|title| text(&title)).unwrap_or_default(),
            page: place.as_ref().map(|place| place.page),
            level,
            view: place.map(|place| place.view).unwrap_or_default(),
        });
    });
    entries
}

/// Visits the entries of a file's outline in reading order.
pub(super) fn walk(pdf: &QPdf, visit: &mut dyn FnMut(&QPdfDictionary, usize)) {
    let root = pdf.get_root().and_then(|root| get_dict(&root, "/Outlines"));
    if let Some(root) = root {
        walk_kids(&root, 0, &mut BTreeSet::new(), visit);
    }
}

fn walk_kids(
    parent: &QPdfDictionary,
    level: usize,
    seen: &mut BTreeSet<Id>,
    visit: &mut dyn FnMut(&QPdfDictionary, usize),
) {
    let mut next = get_dict(parent, "/First");
    while let Some(entry) = next {
        // An entry met twice closes a circle: damaged files have them.
        if level > DEPTH_LIMIT || seen.len() > ENTRY_LIMIT || !seen.insert(id(&entry)) {
            return;
        }
        visit(&entry, level);
        walk_kids(&entry, level + 1, seen, visit);
        next = get_dict(&entry, "/Next");
    }
}

/// A bookmark to be written.
struct Node<'a> {
    title: &'a str,
    /// The packet's page, from 0, and the view of it.
    target: Option<(usize, &'a [ViewPart])>,
    kids: Vec<Node<'a>>,
}

/// Hangs each paper's bookmarks under the packet's entry that leads to the
/// paper's first page (the innermost, when several do). They start folded, so
/// that the packet's own outline stays readable.
pub(super) fn hang(packet: &Packet<'_>, base: &Destinations) {
    let mut hooks: Vec<(usize, QPdfDictionary)> = Vec::new();
    walk(&packet.pdf, &mut |entry, _| {
        if let Some(place) = base.of_entry(entry) {
            let entry: QPdfObject = entry.as_object().clone();
            hooks.push((place.page, entry.into()));
        }
    });
    for run in packet.runs() {
        let hook = hooks.iter().rfind(|(page, _)| *page == run.base_page);
        let entries = &packet.files[run.file].outline;
        let nodes = tree(&mut entries.iter().peekable(), 0, &|page| run.page_of(page));
        if let (Some((_, hook)), false) = (hook, nodes.is_empty()) {
            append(packet, hook, &nodes);
        }
    }
}

/// The entries of one level with those below; an entry stays when it, or one
/// below it, leads to a page that is in the packet.
fn tree<'a>(
    entries: &mut std::iter::Peekable<std::slice::Iter<'a, OutlineEntry>>,
    level: usize,
    place: &dyn Fn(usize) -> Option<usize>,
) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    while let Some(entry) = entries.next_if(|entry| entry.level >= level) {
        let kids = tree(entries, entry.level + 1, place);
        let target = entry.page.and_then(place).map(|page| (page, entry.view.as_slice()));
        if target.is_some() || !kids.is_empty() {
            nodes.push(Node { title: &entry.title, target, kids });
        }
    }
    nodes
}

/// Writes the nodes behind the parent's children and counts them.
fn append(packet: &Packet<'_>, parent: &QPdfDictionary, nodes: &[Node<'_>]) {
    let pdf = &packet.pdf;
    let mut previous = get_dict(parent, "/Last");
    for node in nodes {
        let entry = QPdfDictionary::from(pdf.new_dictionary().into_indirect());
        entry.set("/Title", pdf.new_utf8_string(&node.title.replace('\0', "")));
        entry.set("/Parent", parent);
        if let Some((page, view)) = node.target {
            entry.set("/Dest", explicit(pdf, &packet.pages[page], view));
        }
        match &previous {
            Some(previous) => {
                previous.set("/Next", &entry);
                entry.set("/Prev", previous);
            }
            None => parent.set("/First", &entry),
        }
        append(packet, &entry, &node.kids);
        previous = Some(entry);
    }
    if let Some(last) = previous.filter(|_| !nodes.is_empty()) {
        parent.set("/Last", last);
        count(pdf, parent, nodes.len());
    }
}

/// Adds to an entry's count of visible descendants. A folded entry has a
/// negative count and hides its children from the entries above it.
fn count(pdf: &QPdf, entry: &QPdfDictionary, added: usize) {
    let added = i64::try_from(added).unwrap_or(i64::MAX);
    let mut node: QPdfDictionary = entry.as_object().clone().into();
    for _ in 0..DEPTH_LIMIT {
        let before = get_integer(&node, "/Count").unwrap_or(0);
        let is_open = before > 0;
        let after = if is_open { before + added } else { before - added };
        node.set("/Count", pdf.new_integer(after));
        match get_dict(&node, "/Parent") {
            Some(parent) if is_open => node = parent,
            _ => return,
        }
    }
}
