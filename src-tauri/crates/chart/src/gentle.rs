//! Boxes fixed by hand, with as little else moved as can be: the chart as it is
//! without pins, the pinned boxes in their places, and only those pushed aside
//! that stand in the way. Whoever drags one box does not want another chart.

use crate::draw::Paper;
use crate::fit::{Fitted, dials, fit, place, room, routes, tighten};
use crate::model::{FRAME, Model};
use crate::pins;
use crate::place::Placer;
use crate::scene::Rect;
use crate::zones::arrangements;

/// Shares of the type size that are tried before the chart is laid out anew.
const SHARES: [f64; 3] = [1.0, 0.95, 0.9];

/// The chart of `free`, which has no pins, with the pins of `model`; none where
/// that finds no room or the arrows find no way.
pub(crate) fn gentle(free: &Model<'_>, model: &Model<'_>, area: Rect, paper: Paper) -> Option<Fitted> {
    let base = fit(free, area, paper).ok()?;
    let arrangements = arrangements(model);
    let zones = arrangements.get(base.arrangement)?;
    let area = room(model, area, paper);
    SHARES.into_iter().find_map(|share| {
        let d = dials((base.d.t.size * share).max(paper.floor), base.d.spread, paper);
        let untouched = if share < 1.0 { place(free, zones, area, d)? } else { base.rects.clone() };
        let placer = Placer { model, zones, area, d };
        let header = placer.frame_header(untouched.get(FRAME)?.w);
        let pinned: Vec<usize> = model.pins.iter().map(|(it, _)| *it).collect();
        [Vec::new(), pinned, (1..model.len()).collect()].into_iter().find_map(|airless| {
            let mut rects = untouched.clone();
            airless.into_iter().for_each(|it| tighten(&placer, it, &mut rects));
            if !pins::settle(model, &mut rects, area, d, header) {
                return None;
            }
            let routes = routes(model, zones, &rects, area, d, paper)?;
            Some(Fitted { area, arrangement: base.arrangement, rects, routes, d })
        })
    })
}
