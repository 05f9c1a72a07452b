//! What of a document's texts cannot be shown: said, not passed over.

use entaku_documents::Uncovered;
use serde_json::Value;

/// How much of a text is quoted, in characters.
const QUOTED: usize = 60;

/// Notes every text with characters that no font holds, each text once, in
/// order, and takes control characters out: no page can hold them. A foreign
/// page's text is only heard, so nothing is noted for it.
pub(crate) fn take_out(data: &mut Value) -> Vec<Uncovered> {
    let mut found = Vec::new();
    visit(data, &mut found);
    found
}

fn visit(value: &mut Value, found: &mut Vec<Uncovered>) {
    match value {
        Value::String(text) => look_at(text, found),
        Value::Array(items) => items.iter_mut().for_each(|item| visit(item, found)),
        Value::Object(fields) => {
            let is_foreign = fields.get("kind").is_some_and(|kind| kind == "foreign");
            let shown = fields.iter_mut().filter(|(key, _)| !(is_foreign && *key == "content"));
            shown.for_each(|(_, field)| visit(field, found));
        }
        _ => {}
    }
}

fn look_at(text: &mut String, found: &mut Vec<Uncovered>) {
    if text.is_ascii() && !text.contains(is_control) {
        return;
    }
    let mut missing = entaku_fonts::uncovered(text);
    for control in text.chars().filter(|c| is_control(*c)) {
        let name = format!("U+{:04X}", u32::from(control));
        missing.retain(|other| !other.starts_with(control));
        if !missing.contains(&name) {
            missing.push(name);
        }
    }
    text.retain(|c| !is_control(c));
    if missing.is_empty() {
        return;
    }
    let mut quoted: String = text.chars().take(QUOTED).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    let note = Uncovered { text: quoted, missing };
    if !found.contains(&note) {
        found.push(note);
    }
}

/// Control characters and marks that turn the writing direction; a line feed
/// is kept.
pub(crate) fn is_control(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
