//! Variation sequences: a kanji and a selector that together ask for one form
//! of it, as in 渡邉󠄂. Which face has which form, and which forms none has.

use std::sync::OnceLock;

use ttf_parser::Face;

use crate::covers;

/// The variation sequences of a text that BIZ UDPGothic lacks and Entaku's
/// variants font has, each once, in order: base and selector together.
/// Whoever draws the text sets exactly these in the variants font, because a
/// face without a sequence shows the base's usual form and says nothing.
pub fn variants_needed(text: &str) -> Vec<String> {
    let faces = faces();
    let mut needed = Vec::new();
    for (base, selector) in sequences(text) {
        if !has(faces.main.as_ref(), base, selector) && has(faces.variants.as_ref(), base, selector) {
            push_new(&mut needed, [base, selector].iter().collect());
        }
    }
    needed
}

/// Sequences of a text that its face lacks, by the font that has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forms {
    /// In Entaku Variants Mincho.
    pub mincho: Vec<String>,
    /// In Entaku Variants alone, which is gothic.
    pub gothic: Vec<String>,
}

/// As [`variants_needed`], for a text that is set in BIZ UDMincho.
pub fn mincho_forms(text: &str) -> Forms {
    let faces = faces();
    let mut forms = Forms::default();
    for (base, selector) in sequences(text).filter(|(base, selector)| !has(faces.mincho.as_ref(), *base, *selector)) {
        let sequence = [base, selector].iter().collect();
        if has(faces.variants_mincho.as_ref(), base, selector) {
            push_new(&mut forms.mincho, sequence);
        } else if has(faces.variants.as_ref(), base, selector) {
            push_new(&mut forms.gothic, sequence);
        }
    }
    forms
}

/// What of a text no carried font can draw, each once, in order: a character,
/// or a base with its selector where the fonts have the base in other forms
/// only. Control characters are left out.
pub fn uncovered(text: &str) -> Vec<String> {
    let faces = faces();
    let mut missing = Vec::new();
    let mut before = None;
    for c in text.chars() {
        match before.replace(c) {
            _ if !covers(c) && !c.is_control() => push_new(&mut missing, c.to_string()),
            Some(base) if asks_for_form(base, c) && !faces.have(base, c) => {
                push_new(&mut missing, [base, c].iter().collect());
            }
            _ => {}
        }
    }
    missing
}

/// Whether a character chooses a form of the one before it. Two more choose
/// between text and emoji; on paper both mean the base.
pub fn is_selector(c: char) -> bool {
    matches!(c, '\u{E0100}'..='\u{E01EF}' | '\u{FE00}'..='\u{FE0D}')
}

/// The bases with their selectors, in order.
fn sequences(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1)).filter(|&(base, selector)| asks_for_form(base, selector))
}

/// A selector after nothing that has a form chooses nothing.
fn asks_for_form(base: char, selector: char) -> bool {
    is_selector(selector) && !is_selector(base) && !base.is_whitespace() && covers(base)
}

fn push_new(list: &mut Vec<String>, entry: String) {
    if !list.contains(&entry) {
        list.push(entry);
    }
}

/// The faces that know sequences. A bold face knows the same ones as its
/// regular face; a test holds them to it.
struct Faces {
    main: Option<Face<'static>>,
    fallback: Option<Face<'static>>,
    variants: Option<Face<'static>>,
    mincho: Option<Face<'static>>,
    variants_mincho: Option<Face<'static>>,
}

impl Faces {
    fn have(&self, base: char, selector: char) -> bool {
        [&self.main, &self.fallback, &self.variants].into_iter().any(|face| has(face.as_ref(), base, selector))
    }
}

fn faces() -> &'static Faces {
    static FACES: OnceLock<Faces> = OnceLock::new();
    let face = |bytes| Face::parse(bytes, 0).ok();
    FACES.get_or_init(|| Faces {
        main: face(crate::gothic()),
        fallback: face(crate::fallback()),
        variants: face(crate::variants()),
        mincho: face(crate::mincho()),
        variants_mincho: face(crate::variants_mincho()),
    })
}

fn has(face: Option<&Face<'_>>, base: char, selector: char) -> bool {
    face.is_some_and(|face| face.glyph_variation_index(base, selector).is_some())
}
