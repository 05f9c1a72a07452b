//! Finds a place for the words of an arrow: on a vertical part, over a
//! horizontal one, where nothing else is.

use crate::field::{Field, LabelPlace, Route};
use crate::gaps::{ON_VERTICAL_EM, OVER_HORIZONTAL_EM, VISIBLE};
use crate::model::Link;
use crate::scene::{Point, Rect};

/// Widths at which a label may be broken, best first.
const OVER: [f64; 4] = [OVER_HORIZONTAL_EM, 12.0, 4.6, 3.2];
const ON: [f64; 4] = [ON_VERTICAL_EM, 6.6, 4.6, 3.2];

/// Places along a part of an arrow, the middle first.
const ALONG: [f64; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75, 0.15, 0.85];

/// How a label stands to its part of the arrow.
#[derive(Clone, Copy)]
enum Stand {
    On,
    Before,
    After,
}

/// A place for the label of `link` beside the arrow `points`.
pub(crate) fn place(
    field: &Field<'_>,
    own: usize,
    link: &Link<'_>,
    points: &[Point],
    routes: &[Route],
) -> Option<LabelPlace> {
    let mut parts: Vec<(Point, Point)> = points.windows(2).filter_map(|p| Some((*p.first()?, *p.last()?))).collect();
    parts = parts.into_iter().flat_map(|(a, b)| cut_at_borders(field, a, b)).collect();
    let length = |part: &(Point, Point)| (part.0.x - part.1.x).abs() + (part.0.y - part.1.y).abs();
    parts.sort_by(|a, b| length(b).total_cmp(&length(a)));
    let mut choices = Vec::new();
    for strict in [true, false] {
        for part in &parts {
            choices.extend(candidates(field, link, *part, strict));
        }
    }
    choices.into_iter().find(|choice| field.is_free(&choice.rect, own, routes))
}

/// A part of an arrow between the borders it crosses.
fn cut_at_borders(field: &Field<'_>, a: Point, b: Point) -> Vec<(Point, Point)> {
    let flat = (a.y - b.y).abs() < 1e-9;
    let (low, high) = if flat { (a.x.min(b.x), a.x.max(b.x)) } else { (a.y.min(b.y), a.y.max(b.y)) };
    let mut cuts = vec![low, high];
    for rect in field.rects {
        let (edges, across) = if flat {
            ([rect.x, rect.right()], (rect.y, rect.bottom(), a.y))
        } else {
            ([rect.y, rect.bottom()], (rect.x, rect.right(), a.x))
        };
        if across.2 < across.0 || across.2 > across.1 {
            continue;
        }
        cuts.extend(edges.into_iter().filter(|&at| at > low + 0.1 && at < high - 0.1));
    }
    cuts.sort_by(f64::total_cmp);
    let point = |at: f64| if flat { Point { x: at, y: a.y } } else { Point { x: a.x, y: at } };
    cuts.windows(2).filter_map(|w| Some((point(*w.first()?), point(*w.last()?)))).collect()
}

/// Every place beside one part. Strict ones keep the arrow visible at both
/// ends of its label.
fn candidates(field: &Field<'_>, link: &Link<'_>, part: (Point, Point), strict: bool) -> Vec<LabelPlace> {
    let (a, b) = part;
    let flat = (a.y - b.y).abs() < 1e-9;
    let length = (a.x - b.x).abs() + (a.y - b.y).abs();
    let t = field.d.label();
    let visible = VISIBLE * field.d.unit * if strict { 0.95 } else { 0.0 };
    let mut places = Vec::new();
    let mut seen = Vec::new();
    for em in if flat { OVER } else { ON } {
        let lines: Vec<(String, f64)> =
            link.label.even(em).into_iter().map(|line| (line.text.to_owned(), line.em)).collect();
        if seen.contains(&lines) {
            continue;
        }
        let w = lines.iter().map(|line| line.1).fold(0.0, f64::max) * t.size + 0.8 * field.d.unit;
        let h = lines.len() as f64 * t.pitch();
        let on = !flat && h + 2.0 * visible <= length && strict;
        let stands: &[Stand] = if on { &[Stand::On] } else { &[Stand::Before, Stand::After] };
        let fits = if flat { w <= length + 0.1 } else { on || !strict };
        if strict && !fits {
            continue;
        }
        for along in ALONG {
            let at = Point { x: a.x + (b.x - a.x) * along, y: a.y + (b.y - a.y) * along };
            for stand in stands {
                let rect = stand_at(at, (w, h), flat, *stand, field.d.unit);
                places.push(LabelPlace { rect, lines: lines.clone() });
            }
        }
        seen.push(lines);
    }
    places
}

fn stand_at(at: Point, (w, h): (f64, f64), flat: bool, stand: Stand, unit: f64) -> Rect {
    let off = 0.7 * unit;
    let (x, y) = match (stand, flat) {
        (Stand::On, _) => (at.x - w / 2.0, at.y - h / 2.0),
        (Stand::Before, true) => (at.x - w / 2.0, at.y - h - off),
        (Stand::After, true) => (at.x - w / 2.0, at.y + off),
        (Stand::Before, false) => (at.x + off, at.y - h / 2.0),
        (Stand::After, false) => (at.x - off - w, at.y - h / 2.0),
    };
    Rect { x, y, w, h }
}
