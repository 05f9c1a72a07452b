//! What a form field looks like when its file leaves that to the reader: some
//! programs fill in a value and draw nothing.
//!
//! The value is drawn as outlines of Entaku's own fonts: a name keeps its
//! variant, and no font has to be added to the packet.

use entaku_fonts as fonts;
use qpdf::{QPdf, QPdfArray, QPdfDictionary, QPdfObject, QPdfStream, StreamDecodeLevel};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::geometry::{Matrix, Rect, decimal};
use super::objects::{get_array, get_dict, inherited, name, number, real_array, text};

/// Field flags (PDF 32000-1, tables 228 and 230).
const MULTILINE: i64 = 1 << 12;
const PASSWORD: i64 = 1 << 13;
const COMB: i64 = 1 << 24;

/// Space between a field's edge and its text, in points.
const PADDING: f64 = 2.0;

/// The largest size that an automatic text size takes, in points.
const LARGEST_AUTOMATIC: f64 = 12.0;

/// Whether a look of the file shows the field's text; an empty one is what
/// programs leave that rely on the reader.
pub(super) fn shows_text(look: &QPdfStream) -> bool {
    let data = look.get_data(StreamDecodeLevel::Generalized);
    data.is_ok_and(|data| data.windows(2).any(|pair| matches!(pair, b"Tj" | b"TJ" | b"Do")))
}

/// The value of a text or choice field, as shown, or nothing; `None` for
/// other fields.
fn value(field: &QPdfDictionary) -> Option<String> {
    let kind = inherited(field, "/FT").and_then(|kind| name(&kind))?;
    let value = inherited(field, "/V");
    let one = || value.as_ref().and_then(text).unwrap_or_default();
    match kind.as_str() {
        "/Tx" => Some(one()),
        "/Ch" => Some(match value.clone().and_then(super::objects::array) {
            Some(several) => several.iter().filter_map(|one| text(&one)).collect::<Vec<_>>().join("\n"),
            None => choice(field, &one()),
        }),
        _ => None,
    }
}

/// The words shown for an export value.
fn choice(field: &QPdfDictionary, value: &str) -> String {
    let options = inherited(field, "/Opt").and_then(super::objects::array);
    let pairs = options.iter().flat_map(QPdfArray::iter).filter_map(super::objects::array);
    let words = |pair: QPdfArray| {
        let export = pair.get(0).and_then(|export| text(&export))?;
        (export == value).then(|| pair.get(1).and_then(|words| text(&words)))?
    };
    pairs.into_iter().find_map(words).unwrap_or_else(|| value.to_owned())
}

/// Draws a field's value into a new form as large as the field.
pub(super) fn draw(pdf: &QPdf, field: &QPdfDictionary, rect: &Rect, defaults: &str) -> Option<QPdfObject> {
    let shown = value(field)?;
    let flags = inherited(field, "/Ff").and_then(|flags| number(&flags)).unwrap_or(0.0) as i64;
    let turn = get_dict(field, "/MK").and_then(|look| look.get("/R")).and_then(|turn| number(&turn));
    let turn = (turn.unwrap_or(0.0) as i64).rem_euclid(360);
    let (width, height) = if turn % 180 == 90 { (rect.height(), rect.width()) } else { (rect.width(), rect.height()) };
    let style = Style::read(&inherited(field, "/DA").and_then(|look| text(&look)).unwrap_or_else(|| defaults.into()));
    let shown = if flags & PASSWORD != 0 { "*".repeat(shown.chars().count()) } else { shown };
    let setting = Setting {
        width,
        height,
        size: style.size,
        multiline: flags & MULTILINE != 0 || shown.contains('\n'),
        align: inherited(field, "/Q").and_then(|align| number(&align)).unwrap_or(0.0) / 2.0,
        cells: inherited(field, "/MaxLen").and_then(|n| number(&n)).filter(|&n| flags & COMB != 0 && n >= 1.0),
    };
    let mut content = frame(field, width, height);
    if content.is_empty() && shown.trim().is_empty() {
        return None;
    }
    content += &format!("/Tx BMC\nq\n{}\n", style.colour);
    content += &setting.outlines(&shown)?;
    content += "Q\nEMC\n";
    let form = pdf.new_stream(content);
    let dictionary = form.get_dictionary();
    dictionary.set("/BBox", real_array(pdf, &[0.0, 0.0, width, height]));
    dictionary.set("/Resources", pdf.new_dictionary());
    let matrix = match turn {
        90 => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
        180 => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
        270 => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
        _ => Matrix::IDENTITY.0,
    };
    dictionary.set("/Matrix", real_array(pdf, &matrix));
    Some(form.into())
}

/// The field's background and border.
fn frame(field: &QPdfDictionary, width: f64, height: f64) -> String {
    let look = get_dict(field, "/MK");
    let colour = |key: &str, operators: [&str; 3]| {
        let parts = look.as_ref().and_then(|look| get_array(look, key)).and_then(|c| super::objects::numbers(&c))?;
        let operator = match parts.len() {
            1 => operators[0],
            3 => operators[1],
            4 => operators[2],
            _ => return None,
        };
        let parts: Vec<String> = parts.into_iter().map(decimal).collect();
        Some(format!("{} {operator}", parts.join(" ")))
    };
    let area = format!("0 0 {} {} re", decimal(width), decimal(height));
    let fill = colour("/BG", ["g", "rg", "k"]).map(|c| format!("q {c} {area} f Q\n"));
    let line = colour("/BC", ["G", "RG", "K"]).map(|c| format!("q {c} 1 w {area} S Q\n"));
    fill.unwrap_or_default() + &line.unwrap_or_default()
}

/// A field's default appearance string: size and colour.
struct Style {
    /// In points; 0 for automatic.
    size: f64,
    /// The colour operator with its numbers.
    colour: String,
}

impl Style {
    fn read(defaults: &str) -> Self {
        let words: Vec<&str> = defaults.split_ascii_whitespace().collect();
        let before = |operator: &str, count: usize| {
            let at = words.iter().rposition(|&word| word == operator)?;
            let numbers: Option<Vec<f64>> =
                words.get(at.checked_sub(count)?..at)?.iter().map(|word| word.parse().ok()).collect();
            numbers
        };
        let size = before("Tf", 1).and_then(|size| size.first().copied()).unwrap_or(0.0);
        let colours = [("g", 1), ("rg", 3), ("k", 4)];
        let colour = colours.iter().find_map(|&(operator, count)| {
            let parts: Vec<String> = before(operator, count)?.into_iter().map(decimal).collect();
            Some(format!("{} {operator}", parts.join(" ")))
        });
        Self { size: size.abs(), colour: colour.unwrap_or_else(|| "0 g".into()) }
    }
}

/// How a value is set in its field.
struct Setting {
    width: f64,
    height: f64,
    size: f64,
    multiline: bool,
    /// 0 left, 0.5 middle, 1 right.
    align: f64,
    /// The number of equal cells that the letters are spread over.
    cells: Option<f64>,
}

impl Setting {
    /// The drawing operators of the whole value.
    fn outlines(&self, shown: &str) -> Option<String> {
        let faces = [fonts::gothic(), fonts::fallback(), fonts::variants()].map(|data| Face::parse(data, 0).ok());
        let [Some(main), Some(fallback), Some(variants)] = faces else { return None };
        let faces = [main, fallback, variants];
        let size = self.size_for(shown, &faces);
        let lines = self.lines(shown, &faces, size);
        // The middle of a line of text is about a third of its size up.
        let first = if self.multiline { self.height - PADDING - size } else { self.height / 2.0 - size * 0.36 };
        let mut content = String::new();
        for (row, line) in lines.iter().enumerate() {
            let y = first - row as f64 * size * 1.2;
            let wide: f64 = line.iter().map(|glyph| glyph.advance * size).sum();
            let mut x = PADDING + (self.width - 2.0 * PADDING - wide).max(0.0) * self.align;
            for (column, glyph) in line.iter().enumerate() {
                if let Some(cells) = self.cells {
                    x = (column as f64 + 0.5) * self.width / cells - glyph.advance * size / 2.0;
                }
                let mut pen = Pen { at: (x, y), scale: size / glyph.units, path: String::new(), last: (0.0, 0.0) };
                faces[glyph.face].outline_glyph(glyph.id, &mut pen);
                if !pen.path.is_empty() {
                    content += &pen.path;
                    content += "f\n";
                }
                x += glyph.advance * size;
            }
        }
        Some(content)
    }

    /// The given size, or the largest that fits the field.
    fn size_for(&self, shown: &str, faces: &Faces) -> f64 {
        if self.size > 0.0 {
            return self.size;
        }
        if self.multiline {
            return LARGEST_AUTOMATIC;
        }
        let wide: f64 = glyphs(shown, faces).iter().map(|glyph| glyph.advance).sum();
        let fitting = (self.width - 2.0 * PADDING) / wide.max(0.1);
        fitting.min(self.height * 0.7).clamp(4.0, LARGEST_AUTOMATIC)
    }

    /// The value's lines, broken where the field ends.
    fn lines(&self, shown: &str, faces: &Faces, size: f64) -> Vec<Vec<Glyph>> {
        let room = self.width - 2.0 * PADDING;
        let mut lines = Vec::new();
        for paragraph in shown.replace("\r\n", "\n").split(['\n', '\r']) {
            let (mut line, mut wide) = (Vec::new(), 0.0);
            for glyph in glyphs(paragraph, faces) {
                if self.multiline && wide + glyph.advance * size > room && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    wide = 0.0;
                }
                wide += glyph.advance * size;
                line.push(glyph);
            }
            lines.push(line);
        }
        lines
    }
}

/// The faces a value is drawn with, in the order in which they are asked.
type Faces = [Face<'static>; 3];

/// A glyph of one of the faces.
struct Glyph {
    face: usize,
    id: GlyphId,
    /// In sizes.
    advance: f64,
    /// Font units per size.
    units: f64,
}

/// The glyphs of a text; a variation sequence is one glyph.
fn glyphs(shown: &str, faces: &Faces) -> Vec<Glyph> {
    let letters: Vec<char> = shown.chars().collect();
    let visible = letters.iter().enumerate().filter(|(_, c)| !fonts::is_zero_width(**c));
    let found = visible.map(|(at, &letter)| {
        let selector = letters.get(at + 1).filter(|next| fonts::is_selector(**next));
        let variant = |face: &Face<'_>| selector.and_then(|&s| face.glyph_variation_index(letter, s));
        let pick = |choose: &dyn Fn(&Face<'_>) -> Option<GlyphId>| {
            faces.iter().enumerate().find_map(|(index, face)| choose(face).map(|id| (index, id)))
        };
        let plain = |face: &Face<'_>| face.glyph_index(letter);
        let (face, id) = pick(&variant).or_else(|| pick(&plain)).unwrap_or((0, GlyphId(0)));
        let units = f64::from(faces[face].units_per_em());
        let advance = f64::from(faces[face].glyph_hor_advance(id).unwrap_or(0)) / units;
        Glyph { face, id, advance, units }
    });
    found.collect()
}

/// Writes a glyph's outline as path operators.
struct Pen {
    at: (f64, f64),
    scale: f64,
    path: String,
    /// Where the path is, in font units.
    last: (f32, f32),
}

impl Pen {
    fn write(&mut self, points: &[(f32, f32)], operator: &str) {
        for (x, y) in points {
            let x = self.at.0 + f64::from(*x) * self.scale;
            let y = self.at.1 + f64::from(*y) * self.scale;
            self.path += &format!("{x:.2} {y:.2} ");
        }
        self.path += operator;
        self.path.push('\n');
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = (x, y);
        self.write(&[(x, y)], "m");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = (x, y);
        self.write(&[(x, y)], "l");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        // A quadratic curve raised to the cubic one that PDF knows.
        let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        let (x0, y0) = self.last;
        let points = [(third(x0, x1), third(y0, y1)), (third(x, x1), third(y, y1)), (x, y)];
        self.last = (x, y);
        self.write(&points, "c");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.last = (x, y);
        self.write(&[(x1, y1), (x2, y2), (x, y)], "c");
    }

    fn close(&mut self) {
        self.write(&[], "h");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn a_form_comes_from_the_first_face_that_has_it() {
        let faces: Faces =
            [fonts::gothic(), fonts::fallback(), fonts::variants()].map(|data| Face::parse(data, 0).unwrap());
        let found = glyphs("邉邉\u{E0102}辻\u{E0100}𠮷", &faces);
        assert_eq!(found.iter().map(|glyph| glyph.face).collect::<Vec<_>>(), [0, 2, 0, 1]);
        assert_ne!(found[1].id, faces[2].glyph_index('邉').unwrap());
    }
}
