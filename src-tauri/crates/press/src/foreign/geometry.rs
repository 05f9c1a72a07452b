//! Where a page lies: its boxes, its rotation, and the way from the page as it
//! is seen (upright, from the lower left corner, in points) to its own space.

use qpdf::{QPdfArray, QPdfDictionary};

use super::objects::{inherited, number, numbers};

/// A rectangle with its corners in order, in a page's user space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) x0: f64,
    pub(super) y0: f64,
    pub(super) x1: f64,
    pub(super) y1: f64,
}

/// The paper size that readers assume where a page names none (US Letter).
const LETTER: Rect = Rect { x0: 0.0, y0: 0.0, x1: 612.0, y1: 792.0 };

impl Rect {
    /// The rectangle in a PDF array of four numbers, its corners put in order.
    pub(super) fn read(array: &QPdfArray) -> Option<Self> {
        let [a, b, c, d] = numbers(array)?.try_into().ok()?;
        Some(Self { x0: f64::min(a, c), y0: f64::min(b, d), x1: f64::max(a, c), y1: f64::max(b, d) })
    }

    pub(super) fn width(&self) -> f64 {
        self.x1 - self.x0
    }

    pub(super) fn height(&self) -> f64 {
        self.y1 - self.y0
    }

    /// True for a rectangle that holds no area worth a page.
    fn is_void(&self) -> bool {
        !(self.width() > 0.01 && self.height() > 0.01)
    }

    fn intersect(&self, other: &Self) -> Self {
        Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        }
    }

    pub(super) fn corners(&self) -> [f64; 4] {
        [self.x0, self.y0, self.x1, self.y1]
    }

    /// The rectangle with a margin around it.
    pub(super) fn widened(&self, by: f64) -> Self {
        Self { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }

    /// Whether both are the same to a hundredth of a unit.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        self.corners().iter().zip(other.corners()).all(|(a, b)| (a - b).abs() < 0.01)
    }
}

/// The six numbers of a PDF transformation: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn apply(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The smallest upright rectangle around the transformed rectangle.
    pub(super) fn bounds(&self, rect: &Rect) -> Rect {
        let corners = [
            self.apply(rect.x0, rect.y0),
            self.apply(rect.x1, rect.y0),
            self.apply(rect.x0, rect.y1),
            self.apply(rect.x1, rect.y1),
        ];
        let fold = |pick: fn((f64, f64)) -> f64, join: fn(f64, f64) -> f64, start: f64| {
            corners.iter().map(|&corner| pick(corner)).fold(start, join)
        };
        Rect {
            x0: fold(|c| c.0, f64::min, f64::INFINITY),
            y0: fold(|c| c.1, f64::min, f64::INFINITY),
            x1: fold(|c| c.0, f64::max, f64::NEG_INFINITY),
            y1: fold(|c| c.1, f64::max, f64::NEG_INFINITY),
        }
    }

    /// The operator `cm` with these numbers.
    pub(super) fn operator(&self) -> String {
        let words: Vec<String> = self.0.iter().map(|&n| decimal(n)).collect();
        format!("{} cm\n", words.join(" "))
    }
}

/// A number as PDF writes it: plain decimals, never an exponent.
pub(super) fn decimal(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// A page's boxes and rotation, as written in its file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Geometry {
    pub(super) media: Rect,
    /// What is shown: CropBox within MediaBox.
    pub(super) shown: Rect,
    /// 0, 90, 180 or 270 degrees clockwise.
    pub(super) rotate: i64,
    /// Points per unit of user space, usually 1.
    pub(super) user_unit: f64,
}

impl Geometry {
    /// Reads a page, inherited entries included; impossible values fall back
    /// to what readers show.
    pub(super) fn read(page: &QPdfDictionary) -> Self {
        let boxed = |key| {
            let found = inherited(page, key).and_then(super::objects::array)?;
            Rect::read(&found).filter(|rect| !rect.is_void())
        };
        let media = boxed("/MediaBox").unwrap_or(LETTER);
        let shown = boxed("/CropBox").map_or(media, |crop| crop.intersect(&media));
        let turned = inherited(page, "/Rotate").and_then(|o| number(&o)).unwrap_or(0.0);
        let rotate = (turned as i64).rem_euclid(360);
        let unit = page.get("/UserUnit").and_then(|o| number(&o)).unwrap_or(1.0);
        Self {
            media,
            shown: if shown.is_void() { media } else { shown },
            rotate: if rotate % 90 == 0 { rotate } else { 0 },
            user_unit: if unit > 0.0 && unit.is_finite() { unit } else { 1.0 },
        }
    }

    /// Width and height of the page as it is seen, in points.
    pub(super) fn displayed(&self) -> (f64, f64) {
        let (w, h) = (self.shown.width() * self.user_unit, self.shown.height() * self.user_unit);
        if self.rotate % 180 == 0 { (w, h) } else { (h, w) }
    }

    /// From the page as it is seen (points, upright, from its lower left
    /// corner) to the page's user space.
    pub(super) fn upright(&self) -> Matrix {
        let Rect { x0, y0, x1, y1 } = self.shown;
        let s = 1.0 / self.user_unit;
        Matrix(match self.rotate {
            90 => [0.0, s, -s, 0.0, x1, y0],
            180 => [-s, 0.0, 0.0, -s, x1, y1],
            270 => [0.0, -s, s, 0.0, x0, y1],
            _ => [s, 0.0, 0.0, s, x0, y0],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rotate: i64, user_unit: f64) -> Geometry {
        let shown = Rect { x0: 10.0, y0: 20.0, x1: 110.0, y1: 220.0 };
        Geometry { media: shown, shown, rotate, user_unit }
    }

    #[test]
    fn the_seen_corner_goes_to_the_corner_that_rotation_brings_there() {
        // Lower left and upper right corner as seen, in user space.
        let cases = [
            (0, (10.0, 20.0), (110.0, 220.0)),
            (90, (110.0, 20.0), (10.0, 220.0)),
            (180, (110.0, 220.0), (10.0, 20.0)),
            (270, (10.0, 220.0), (110.0, 20.0)),
        ];
        for (rotate, lower_left, upper_right) in cases {
            for unit in [1.0, 2.0] {
                let page = page(rotate, unit);
                let (width, height) = page.displayed();
                let matrix = page.upright();
                assert_eq!(matrix.apply(0.0, 0.0), lower_left, "rotate {rotate}");
                assert_eq!(matrix.apply(width, height), upper_right, "rotate {rotate}");
            }
        }
    }

    #[test]
    fn decimals_have_no_exponent_and_no_tail() {
        assert_eq!(decimal(0.000_000_1), "0");
        assert_eq!(decimal(-0.0), "0");
        assert_eq!(decimal(595.280), "595.28");
        assert_eq!(decimal(100.0), "100");
    }
}
