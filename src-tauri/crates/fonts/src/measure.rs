//! Advance widths of the gothic faces with their fallback, and coverage.
//!
//! BIZ UDPGothic has neither kerning nor GPOS, so the sum of the advances is
//! the exact width. The tables are built once and shared by the process.

use std::sync::OnceLock;

use ttf_parser::Face;

/// Weight of the gothic face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// BIZ UDPGothic Regular.
    Regular,
    /// BIZ UDPGothic Bold.
    Bold,
}

/// Measures text set in BIZ UDPGothic, falling back per character to Noto
/// Sans JP. Cheap to make and to copy: the tables are shared.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    regular: &'static Table,
    bold: &'static Table,
}

impl Default for Measure {
    fn default() -> Self {
        Self::new()
    }
}

impl Measure {
    /// Reads the advance tables on the first call of the process (some
    /// milliseconds), later calls are free.
    pub fn new() -> Self {
        Self { regular: table(Weight::Regular), bold: table(Weight::Bold) }
    }

    /// Width of one line of text at a type size, in the unit of `size`.
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.em(text, weight) * size
    }

    /// Width of one line of text in em.
    pub fn em(&self, text: &str, weight: Weight) -> f64 {
        let table = match weight {
            Weight::Regular => self.regular,
            Weight::Bold => self.bold,
        };
        text.chars().map(|c| table.advance(c)).sum()
    }
}

/// Whether a face or its fallback holds the character. Variation selectors
/// and joiners count as held; see [`crate::uncovered`] for whole sequences.
pub fn covers(c: char) -> bool {
    is_zero_width(c) || table(Weight::Regular).find(c).is_some()
}

/// Characters that take no room: variation selectors (IVS too), zero-width
/// spaces and joiners, the byte order mark, controls.
pub fn is_zero_width(c: char) -> bool {
    matches!(c,
        '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}'
        | '\u{180B}'..='\u{180D}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}')
        || c.is_control()
}

/// Advances in thousandths of an em would round; f32 em keeps them exact.
#[derive(Debug)]
struct Table {
    /// By code point below U+10000; NaN where no face holds the character.
    basic: Vec<f32>,
    /// Above, sorted by code point.
    beyond: Vec<(u32, f32)>,
}

impl Table {
    fn find(&self, c: char) -> Option<f32> {
        let code = u32::from(c);
        if code < 0x1_0000 {
            return self.basic.get(code as usize).copied().filter(|em| !em.is_nan());
        }
        let at = self.beyond.binary_search_by_key(&code, |entry| entry.0).ok()?;
        self.beyond.get(at).map(|entry| entry.1)
    }

    /// One em for a character no font holds: the box drawn in its place.
    fn advance(&self, c: char) -> f64 {
        if is_zero_width(c) { 0.0 } else { f64::from(self.find(c).unwrap_or(1.0)) }
    }
}

fn table(weight: Weight) -> &'static Table {
    static REGULAR: OnceLock<Table> = OnceLock::new();
    static BOLD: OnceLock<Table> = OnceLock::new();
    match weight {
        Weight::Regular => REGULAR.get_or_init(|| read(super::gothic(), super::fallback())),
        Weight::Bold => BOLD.get_or_init(|| read(super::gothic_bold(), super::fallback_bold())),
    }
}

/// The fallback first, so that the main face overwrites what it holds.
fn read(main: &[u8], fallback: &[u8]) -> Table {
    let mut table = Table { basic: vec![f32::NAN; 0x1_0000], beyond: Vec::new() };
    for bytes in [fallback, main] {
        if let Ok(face) = Face::parse(bytes, 0) {
            read_face(&face, &mut table);
        }
    }
    // The main face came last; a stable sort and a reverse scan let it win.
    table.beyond.sort_by_key(|entry| entry.0);
    table.beyond.reverse();
    table.beyond.dedup_by_key(|entry| entry.0);
    table.beyond.reverse();
    table
}

fn read_face(face: &Face<'_>, table: &mut Table) {
    let em = f32::from(face.units_per_em());
    let Some(cmap) = face.tables().cmap else { return };
    for subtable in cmap.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
        subtable.codepoints(|code| {
            let Some(glyph) = subtable.glyph_index(code).filter(|glyph| glyph.0 != 0) else { return };
            let Some(advance) = face.glyph_hor_advance(glyph) else { return };
            let width = f32::from(advance) / em;
            match table.basic.get_mut(code as usize) {
                Some(slot) => *slot = width,
                None => table.beyond.push((code, width)),
            }
        });
    }
}
