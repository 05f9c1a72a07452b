//! A foreign page's plain text, as far as its fonts tell it.

use std::sync::Arc;

use hayro_interpret::font::{FontData, Glyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, RectExt, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page;
use kurbo::{Affine, BezPath, Point, Vec2};

use super::second::guarded;

/// The plain text of each page in the order it is drawn: for the ear and for
/// search, never shown. Best effort: a page that cannot be read is empty, and
/// a file that only qpdf can read has no texts at all.
#[must_use]
pub fn texts(bytes: &[u8]) -> Vec<String> {
    let read = guarded(|| {
        let pdf = Pdf::new(Arc::new(bytes.to_vec())).ok()?;
        let cache = InterpreterCache::new();
        let pages = pdf.pages().iter();
        Some(pages.map(|page| guarded(|| Some(page_text(page, &cache))).unwrap_or_default()).collect())
    });
    read.unwrap_or_default()
}

fn page_text<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>) -> String {
    let mut device = Listener::default();
    // A font that is not embedded is stood in for: only its letters matter.
    let font: FontData = Arc::new(entaku_fonts::gothic());
    let settings = InterpreterSettings {
        font_resolver: Arc::new(move |_| Some((Arc::clone(&font), 0))),
        ..InterpreterSettings::default()
    };
    let bounds = page.intersected_crop_box().to_kurbo();
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, bounds, cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut device);
    device.text.trim().to_owned()
}

/// Listens to what is drawn and keeps the letters.
#[derive(Default)]
struct Listener {
    text: String,
    /// Where the last glyph stood, and its size.
    last: Option<(Point, f64)>,
    /// The direction in which the text runs.
    along: Vec2,
}

impl Listener {
    /// Adds a glyph's letters, after a line break or a space when it stands
    /// apart from the glyph before it.
    fn hear(&mut self, letters: &str, at: Point, size: f64) {
        if let Some((before, before_size)) = self.last {
            let size = size.max(before_size).max(0.1);
            let way = at - before;
            let (right, down) = (way.dot(self.along) / size, way.cross(self.along).abs() / size);
            // A full-width glyph advances by one size, a Latin one by less.
            let narrow = self.text.chars().next_back().is_none_or(|c| c.is_ascii());
            let gap = if narrow { 1.0 } else { 1.6 };
            if down > 0.5 {
                self.text.push('\n');
            } else if !(-0.2..=gap).contains(&right) && !self.text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
        }
        self.text.push_str(letters);
        self.last = Some((at, size));
    }
}

impl<'a> Device<'a> for Listener {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let whole = transform * glyph_transform;
        let [a, b, ..] = whole.as_coeffs();
        // Glyphs are drawn in units of a thousandth of their size.
        let size = a.hypot(b) * 1000.0;
        let at = whole * Point::ORIGIN;
        // Text that is turned on its page runs down or up.
        self.along = Vec2::new(a, b) * 1000.0 / size.max(f64::MIN_POSITIVE);
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) if !letter.is_control() => {
                self.hear(letter.encode_utf8(&mut [0; 4]), at, size);
            }
            Some(BfString::String(letters)) if !letters.contains(char::is_control) => {
                self.hear(&letters, at, size);
            }
            _ => {}
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
