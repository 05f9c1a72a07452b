//! The fonts that Entaku carries: their bytes, which characters they hold,
//! and how wide a text is. Nothing is read from the system, so that every
//! computer draws and measures alike.

mod measure;
mod variants;

pub use measure::{Measure, Weight, covers, is_zero_width};
pub use variants::{Forms, is_selector, mincho_forms, uncovered, variants_needed};

/// BIZ UDPGothic Regular: the chart's and the documents' main face.
pub fn gothic() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/BIZUDPGothic-Regular.ttf")
}

/// BIZ UDPGothic Bold.
pub fn gothic_bold() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/BIZUDPGothic-Bold.ttf")
}

/// BIZ UDMincho Regular: letters of appointment and other formal papers.
pub fn mincho() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/BIZUDMincho-Regular.ttf")
}

/// Noto Sans JP Regular: the characters that BIZ UD lacks (𠮷, 槗 and about
/// 3000 more of JIS X 0213).
pub fn fallback() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/NotoSansJP-Regular.ttf")
}

/// Noto Sans JP Bold.
pub fn fallback_bold() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/NotoSansJP-Bold.ttf")
}

/// Entaku Variants JP Regular: the forms of kanji that BIZ UDPGothic lacks
/// (渡邉󠄂), and only these. Made by `scripts/variants.py`.
pub fn variants() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/EntakuVariants-Regular.otf")
}

/// Entaku Variants JP Bold.
pub fn variants_bold() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/EntakuVariants-Bold.otf")
}

/// Entaku Variants Mincho JP: forms of kanji, and kanji of Unicode's extensions (𠮷),
/// that BIZ UDMincho lacks. Made by `scripts/variants.py`.
pub fn variants_mincho() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/EntakuVariantsMincho-Regular.otf")
}

#[cfg(test)]
mod tests;
