//! Fits a chart to its sheet and draws it: the largest type at which every
//! text fits, then boxes, arrows and the words around them.

use entaku_fonts::{Measure, Weight};

use crate::block::{Pen, Type, run};
use crate::breaking::Paragraph;
use crate::field::{Field, Route};
use crate::gaps::Dials;
use crate::graph::{Certainty, ChartInput, Detail, Direction, NodeKind, Sheet};
use crate::legend;
use crate::model::{FRAME, Link, Model};
use crate::order;
use crate::pins;
use crate::place::{FRAME_TITLE, Placer, Rects};
use crate::route;
use crate::scene::{Arrow, BoxStyle, ChartError, Ink, Rect, Scene, SceneBox, TextRun};
use crate::words;
use crate::zones::{Zones, zones};

/// One point in mm.
pub(crate) const PT: f64 = 25.4 / 72.0;

/// Line pitch of running text in type sizes.
const LEAD: f64 = 1.5;

/// How much wider than usual gaps may become so that arrows find a way.
const SPREADS: [f64; 7] = [1.0, 1.2, 1.45, 1.8, 2.3, 3.0, 4.0];

/// What a sheet allows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paper {
    pub(crate) page: Rect,
    pub(crate) margin: f64,
    /// mm per mm on A3.
    pub(crate) unit: f64,
    pub(crate) floor: f64,
    pub(crate) ceiling: f64,
}

impl Paper {
    pub(crate) fn new(sheet: Sheet) -> Self {
        let (w, h) = sheet.size_mm();
        let page = Rect { x: 0.0, y: 0.0, w, h };
        match sheet {
            Sheet::A3 => Self { page, margin: 11.0, unit: 1.0, floor: 7.0 * PT, ceiling: 11.0 * PT },
            Sheet::A4 => Self { page, margin: 8.5, unit: 0.74, floor: 6.0 * PT, ceiling: 8.5 * PT },
        }
    }
}

/// A chart that fits.
struct Fitted {
    rects: Rects,
    routes: Vec<Route>,
    d: Dials,
}

/// Places the chart on its sheet: with the detail asked for if it fits at a
/// readable size, else with less.
///
/// # Errors
/// [`ChartError`] for keys that do not match, pins without room, or a council
/// too large for the sheet.
pub fn scene(input: &ChartInput, measure: &Measure) -> Result<Scene, ChartError> {
    let paper = Paper::new(input.sheet);
    let (header, top) = header(input, measure, paper);
    let legend = legend::legend(input, measure, paper);
    let bottom = paper.page.h - paper.margin - legend.height;
    let area = Rect { x: paper.margin, y: top, w: paper.page.w - 2.0 * paper.margin, h: bottom - top };
    let too_much = ChartError::TooMuch { floor_pt: paper.floor / PT };
    for detail in [Detail::Full, Detail::Standard, Detail::Brief] {
        if detail > input.detail {
            continue;
        }
        let model = Model::new(input, detail, measure)?;
        pins::check(&model, area)?;
        let zones = zones(&model);
        let area = Rect { h: area.h - lanes(&model, paper), ..area };
        if let Some(fitted) = fit(&model, &zones, area, paper) {
            let mut scene = Scene {
                width: paper.page.w,
                height: paper.page.h,
                title: input.title.clone(),
                description: words::text(input),
                type_size: fitted.d.t.size,
                header,
                boxes: Vec::new(),
                arrows: Vec::new(),
                legend: legend.runs,
                legend_lines: legend.lines,
            };
            draw(&model, &zones, &fitted, area, &mut scene);
            return Ok(scene);
        }
        if detail == Detail::Brief {
            let boxes_fit = place(&model, &zones, area, dials(paper.floor, 1.0, paper)).is_some();
            return Err(match (boxes_fit, model.pins.is_empty()) {
                (true, _) => ChartError::Crowded,
                (false, false) => ChartError::PinsCollide { keys: pins::keys(&model) },
                (false, true) => too_much,
            });
        }
    }
    Err(too_much)
}

fn fit(model: &Model<'_>, zones: &Zones, area: Rect, paper: Paper) -> Option<Fitted> {
    SPREADS.into_iter().find_map(|spread| {
        let size = largest(model, zones, area, paper, spread)?;
        [1.0, 0.95, 0.87, 0.78].into_iter().find_map(|share| {
            let d = dials((size * share).max(paper.floor), spread, paper);
            let rects = place(model, zones, area, d)?;
            let side = paper.margin - 2.0 * paper.unit;
            let page = Rect {
                x: area.x - side,
                w: area.w + 2.0 * side,
                y: area.y - 2.0 * paper.unit,
                h: area.h + lanes(model, paper) + 3.0 * paper.unit,
            };
            let field = Field { model, headers: headers(model, zones, &rects, area, d), rects: &rects, page, d };
            let routes = route::route(&field)?;
            Some(Fitted { routes, d, rects })
        })
    })
}

/// Height kept free below the frame for arrows that pass by the council, as
/// from a partner to the city.
fn lanes(model: &Model<'_>, paper: Paper) -> f64 {
    let outside = |it: usize| it != FRAME && model.holder_of(it).is_none();
    let is_right = |it: usize| matches!(model.kind(it), Some(NodeKind::City | NodeKind::Secretariat));
    let passing = model
        .links
        .iter()
        .filter(|link| outside(link.from) && outside(link.to) && is_right(link.from) != is_right(link.to))
        .count();
    if passing == 0 { 0.0 } else { (4.0 + 5.0 * passing.min(5) as f64) * paper.unit }
}

fn dials(size: f64, spread: f64, paper: Paper) -> Dials {
    Dials { t: Type { size, lead: LEAD }, unit: paper.unit, spread }
}

/// The largest type at which everything fits, to a hundredth of a mm.
fn largest(model: &Model<'_>, zones: &Zones, area: Rect, paper: Paper, spread: f64) -> Option<f64> {
    let fits = |size: f64| place(model, zones, area, dials(size, spread, paper)).is_some();
    if !fits(paper.floor) {
        return None;
    }
    let (mut low, mut high) = (paper.floor, paper.ceiling);
    if fits(high) {
        return Some(high);
    }
    while high - low > 0.01 {
        let middle = f64::midpoint(low, high);
        if fits(middle) { low = middle } else { high = middle }
    }
    Some(low)
}

fn place(model: &Model<'_>, zones: &Zones, area: Rect, d: Dials) -> Option<Rects> {
    let placer = Placer { model, zones, area, d };
    let mut rects = placer.place()?;
    let header = placer.frame_header(rects.get(FRAME)?.w);
    pins::settle(model, &mut rects, area, d, header).then_some(rects)
}

/// The text of boxes that hold others.
fn headers(model: &Model<'_>, zones: &Zones, rects: &Rects, area: Rect, d: Dials) -> Vec<(usize, Rect)> {
    let placer = Placer { model, zones, area, d };
    let header = |it: usize| {
        let rect = rects.get(it).copied().unwrap_or_default();
        let h = if it == FRAME { placer.frame_header(rect.w) } else { placer.block_height(it, rect.w) };
        let inset = 0.5 * d.t.size;
        (it, Rect { x: rect.x + inset, y: rect.y + inset, w: rect.w - 2.0 * inset, h: h - inset })
    };
    (0..model.len()).filter(|&it| model.is_holder(it)).map(header).collect()
}

fn header(input: &ChartInput, measure: &Measure, paper: Paper) -> (Vec<TextRun>, f64) {
    let mut runs = Vec::new();
    let width = paper.page.w - 2.0 * paper.margin;
    let mut pen = Pen { x: paper.margin, y: paper.margin - 2.0 * paper.unit, runs: &mut runs };
    let title = Paragraph::new(&input.title, measure, Weight::Bold);
    let size = (19.0 * PT * paper.unit).min(width / title.em().max(1.0)).max(11.0 * PT * paper.unit);
    pen.paragraph(&title, width / size, Type { size, lead: 1.35 }, true, Ink::Black);
    let small = Type { size: 10.5 * PT * paper.unit.max(0.8), lead: 1.55 };
    for subtitle in &input.subtitles {
        let caption = Paragraph::new(&subtitle.caption, measure, Weight::Regular);
        let text = Paragraph::new(&subtitle.text, measure, Weight::Bold);
        let em = width / small.size;
        let indent = if caption.is_empty() { 0.0 } else { caption.em() + 0.8 };
        if indent + text.em().min(12.0) > em {
            pen.paragraph(&caption, em, small, false, Ink::Grey);
            pen.paragraph(&text, em, small, true, Ink::Black);
            continue;
        }
        let baseline = pen.baseline(small);
        for line in caption.lines(em) {
            pen.runs.push(run(pen.x, baseline, line.text, line.em, small.size, false, Ink::Grey, true));
        }
        pen.x += indent * small.size;
        pen.paragraph(&text, em - indent, small, true, Ink::Black);
        pen.x = paper.margin;
    }
    let y = pen.y + 3.2 * paper.unit;
    (runs, y)
}

fn draw(model: &Model<'_>, zones: &Zones, fitted: &Fitted, area: Rect, scene: &mut Scene) {
    let placer = Placer { model, zones, area, d: fitted.d };
    for (order, it) in order::of(model, zones).into_iter().enumerate() {
        let rect = fitted.rects.get(it).copied().unwrap_or_default();
        scene.boxes.push(match model.node(it) {
            Some(_) => node_box(model, it, rect, order, fitted.d),
            None => frame_box(&placer, rect, order),
        });
    }
    let frame = fitted.rects.first().copied().unwrap_or_default();
    for route in &fitted.routes {
        if let Some(link) = model.links.get(route.link) {
            scene.arrows.push(arrow(model, link, route, &frame, fitted.d));
        }
    }
}

fn node_box(model: &Model<'_>, it: usize, rect: Rect, order: usize, d: Dials) -> SceneBox {
    let setting = model.block(it).map(|block| block.set(rect, d.t)).unwrap_or_default();
    let kind = model.kind(it);
    let style = match kind {
        Some(NodeKind::Group) => BoxStyle::Group,
        Some(NodeKind::Subunit) => BoxStyle::Subunit,
        Some(NodeKind::Body) => BoxStyle::Body,
        _ => BoxStyle::Outside,
    };
    let node = model.node(it);
    SceneBox {
        key: node.map(|node| node.key.clone()).unwrap_or_default(),
        parent: model.parent.get(it).copied().flatten().and_then(|p| model.node(p)).map(|p| p.key.clone()),
        name: node.map(|node| node.name.clone()).unwrap_or_default(),
        kind,
        rect,
        band: if style == BoxStyle::Group { 0.0 } else { setting.band.min(rect.h) },
        style,
        certainty: node.map_or(Certainty::Stated, |node| node.certainty),
        order,
        runs: setting.runs,
    }
}

fn frame_box(placer: &Placer<'_>, rect: Rect, order: usize) -> SceneBox {
    let model = placer.model;
    let t = placer.d.t;
    let mut runs = Vec::new();
    let (beside, em) = placer.purpose_place(rect.w);
    let big = Type { size: FRAME_TITLE * t.size, lead: 1.3 };
    let left = rect.x + placer.pad();
    let top = rect.y + 0.8 * t.size;
    let mut pen = Pen { x: left, y: top, runs: &mut runs };
    pen.paragraph(&model.frame_title, (rect.w - 2.0 * placer.pad()) / big.size, big, true, Ink::Blue);
    if beside {
        let single = model.purpose.count(em) == 1;
        let lift = if single { (big.pitch() - t.pitch()) / 2.0 + 0.15 * t.size } else { 0.0 };
        pen.y = top + lift;
        pen.x = rect.right() - placer.pad() - em * t.size;
    }
    pen.paragraph(&model.purpose, em, t, false, Ink::Black);
    SceneBox {
        key: model.input.frame.key.clone(),
        parent: None,
        name: model.input.frame.title.clone(),
        kind: None,
        rect,
        band: 0.0,
        style: BoxStyle::Frame,
        certainty: Certainty::Stated,
        order,
        runs,
    }
}

fn arrow(model: &Model<'_>, link: &Link<'_>, route: &Route, frame: &Rect, d: Dials) -> Arrow {
    let name = |it: usize| match model.node(it) {
        Some(node) => node.name.clone(),
        None => model.input.frame.title.clone(),
    };
    let edge = link.edge;
    let ink = Ink::of(edge.kind, edge.certainty);
    let t = d.label();
    let mut runs = Vec::new();
    if let Some(label) = &route.label {
        for (at, (text, em)) in label.lines.iter().enumerate() {
            let pen = Pen { x: 0.0, y: label.rect.y + at as f64 * t.pitch(), runs: &mut Vec::new() };
            let x = label.rect.x + (label.rect.w - em * t.size) / 2.0;
            runs.push(run(x, pen.baseline(t), text, *em, t.size, true, ink, at == 0));
        }
    }
    Arrow {
        from: edge.from.clone(),
        to: edge.to.clone(),
        from_name: name(link.from),
        to_name: name(link.to),
        label: edge.label.clone(),
        kind: edge.kind,
        certainty: edge.certainty,
        points: route.points.clone(),
        head_from: edge.direction == Direction::Both,
        head_to: true,
        ink,
        runs,
        label_rect: route.label.as_ref().map(|label| label.rect),
        on_frame: route.label.as_ref().is_some_and(|label| frame.contains(&label.rect)),
        ornament: false,
    }
}
