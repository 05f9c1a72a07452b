//! What a damaged file names but does not have any more: a repair keeps quiet
//! about stamps, fonts and pictures that lay in the missing part.

use std::collections::BTreeSet;
use std::sync::Arc;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Page;

use super::objects::DEPTH_LIMIT;
use super::second::guarded;

/// What of a page is seen.
const SEEN: [&str; 3] = ["Contents", "Resources", "Annots"];

/// Entries that lead away from what is seen: to the page itself, to other
/// pages, to windows with comments.
const AWAY: [&[u8]; 8] = [b"P", b"Parent", b"Popup", b"IRT", b"Dest", b"A", b"AA", b"StructParent"];

/// The first page, from 0, of which something is missing.
pub(super) fn first_page(bytes: &[u8]) -> Option<usize> {
    guarded(|| {
        let pdf = Pdf::new(Arc::new(bytes.to_vec())).ok()?;
        let mut whole = BTreeSet::new();
        pdf.pages().iter().position(|page| !is_whole(page, &mut whole))
    })
}

fn is_whole<'a>(page: &Page<'a>, whole: &mut BTreeSet<(i32, i32)>) -> bool {
    let mut open: Vec<MaybeRef<Object<'a>>> = Vec::new();
    let mut node = Some(page.raw().clone());
    for _ in 0..DEPTH_LIMIT {
        let Some(here) = node.take() else { break };
        // Resources may stand in the page tree above.
        open.extend(SEEN.iter().filter_map(|key| here.get_raw::<Object<'_>>(key)));
        if here.contains_key("Resources") {
            break;
        }
        node = here.get::<Dict<'_>>("Parent");
    }
    while let Some(next) = open.pop() {
        let object = match next {
            MaybeRef::NotRef(object) => object,
            MaybeRef::Ref(to) => {
                if !whole.insert((to.obj_number, to.gen_number)) {
                    continue;
                }
                let Some(object) = page.xref().get::<Object<'_>>(ObjectIdentifier::from(to)) else { return false };
                object
            }
        };
        match object {
            Object::Dict(dict) => enter(&dict, &mut open),
            Object::Array(array) => open.extend(items(&array)),
            Object::Stream(stream) if is_cut(&stream) => return false,
            Object::Stream(stream) => enter(stream.dict(), &mut open),
            _ => {}
        }
    }
    true
}

fn enter<'a>(dict: &Dict<'a>, open: &mut Vec<MaybeRef<Object<'a>>>) {
    open.extend(dict.entries().filter(|(key, _)| !AWAY.contains(&key.as_ref())).map(|(_, value)| value));
}

fn items<'a>(array: &Array<'a>) -> impl Iterator<Item = MaybeRef<Object<'a>>> {
    array.raw_iter()
}

/// A stream with fewer bytes than it says.
fn is_cut(stream: &Stream<'_>) -> bool {
    let said = stream.dict().get::<u32>("Length").and_then(|length| usize::try_from(length).ok());
    said.is_some_and(|said| stream.raw_data().len() < said)
}
