//! What a PDF says beside what is seen of it, and what its pages say: to be looked through
//! before the file goes on to others. qpdf reads what lies in object streams, too.

use qpdf::{QPdf, QPdfDictionary, QPdfObject, StreamDecodeLevel};

use super::objects::{DEPTH_LIMIT, array, dict, get_array, get_dict, stream, text};
use super::text::texts;

/// Entries of a comment that are words.
const OF_ANNOTATION: [&str; 5] = ["/Contents", "/RC", "/T", "/Subj", "/V"];
/// The most fields, files or comments that are read.
const MOST: usize = 20_000;

/// Everything that a PDF says, each with where: a page's number, `Author`, `XMP`,
/// `Contents 3` for a comment of the third page, `Field`, `Attachment`. Best effort.
#[must_use]
pub fn told(bytes: &[u8]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    if let Ok(pdf) = QPdf::read_from_memory(bytes) {
        information(&pdf, &mut found);
        if let Some(root) = pdf.get_root() {
            metadata(&root, &mut found);
            if let Some(fields) = get_dict(&root, "/AcroForm").and_then(|form| get_array(&form, "/Fields")) {
                fields.iter().for_each(|field| of_field(field, 0, &mut found));
            }
            let names = get_dict(&root, "/Names").and_then(|names| get_dict(&names, "/EmbeddedFiles"));
            if let Some(names) = names {
                of_files(&names, 0, &mut found);
            }
        }
        for (at, page) in pdf.get_pages().unwrap_or_default().iter().enumerate() {
            comments(page, at + 1, &mut found);
        }
    }
    found.extend(texts(bytes).into_iter().enumerate().map(|(at, text)| ((at + 1).to_string(), text)));
    found.retain(|(_, text)| !text.trim().is_empty());
    found
}

fn information(pdf: &QPdf, found: &mut Vec<(String, String)>) {
    let Some(info) = pdf.get_trailer().and_then(|trailer| get_dict(&trailer, "/Info")) else { return };
    for key in info.keys() {
        if let Some(words) = info.get(&key).and_then(|value| text(&value)) {
            found.push((key.trim_start_matches('/').to_owned(), words));
        }
    }
}

fn metadata(root: &QPdfDictionary, found: &mut Vec<(String, String)>) {
    let data = root.get("/Metadata").and_then(stream).and_then(|s| s.get_data(StreamDecodeLevel::All).ok());
    if let Some(data) = data {
        found.push(("XMP".to_owned(), String::from_utf8_lossy(data.as_ref()).into_owned()));
    }
}

fn comments(page: &QPdfDictionary, number: usize, found: &mut Vec<(String, String)>) {
    let Some(all) = get_array(page, "/Annots") else { return };
    for comment in all.iter().filter_map(dict).take(MOST) {
        for key in OF_ANNOTATION {
            if let Some(words) = comment.get(key).and_then(|value| text(&value)) {
                let words = if key == "/RC" { without_tags(&words) } else { words };
                found.push((format!("{} {number}", key.trim_start_matches('/')), words));
            }
        }
    }
}

/// What rich text says: its runs stand side by side, so that a word that is set in two of them
/// stays whole.
fn without_tags(rich: &str) -> String {
    let plain: String = rich.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// A field of a form, and those under it.
fn of_field(field: QPdfObject, depth: usize, found: &mut Vec<(String, String)>) {
    let Some(field) = dict(field).filter(|_| depth < DEPTH_LIMIT && found.len() < MOST) else { return };
    for key in ["/V", "/DV", "/TU"] {
        if let Some(words) = field.get(key).and_then(|value| text(&value)) {
            found.push(("Field".to_owned(), words));
        }
    }
    if let Some(kids) = get_array(&field, "/Kids") {
        kids.iter().for_each(|kid| of_field(kid, depth + 1, found));
    }
}

/// The names and descriptions of attached files, from a tree of names.
fn of_files(node: &QPdfDictionary, depth: usize, found: &mut Vec<(String, String)>) {
    if depth >= DEPTH_LIMIT || found.len() >= MOST {
        return;
    }
    for file in get_array(node, "/Names").iter().flat_map(|names| names.iter().collect::<Vec<_>>()).filter_map(dict) {
        for key in ["/UF", "/F", "/Desc"] {
            if let Some(words) = file.get(key).and_then(|value| text(&value)) {
                found.push(("Attachment".to_owned(), words));
            }
        }
    }
    for kid in
        node.get("/Kids").and_then(array).iter().flat_map(|kids| kids.iter().collect::<Vec<_>>()).filter_map(dict)
    {
        of_files(&kid, depth + 1, found);
    }
}
