//! Draws a chart that is fitted to its sheet: boxes, arrows and the words
//! around them.

use entaku_fonts::{Measure, Weight};

use crate::block::{Pen, Type, run};
use crate::breaking::Paragraph;
use crate::field::Route;
use crate::fit::{Fitted, fit};
use crate::gaps::Dials;
use crate::gentle::gentle;
use crate::graph::{Certainty, ChartInput, Detail, Direction, NodeKind, Sheet};
use crate::legend;
use crate::model::{Link, Model};
use crate::order;
use crate::pins;
use crate::place::{FRAME_TITLE, Placer};
use crate::scene::{Arrow, BoxStyle, ChartError, Ink, Rect, Scene, SceneBox, TextRun};
use crate::words;
use crate::zones::zones;

/// One point in mm.
pub(crate) const PT: f64 = 25.4 / 72.0;

/// What a sheet allows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paper {
    pub(crate) page: Rect,
    pub(crate) margin: f64,
    /// mm per mm on A3.
    pub(crate) unit: f64,
    pub(crate) floor: f64,
    pub(crate) ceiling: f64,
    /// Line pitch of running text in type sizes.
    pub(crate) lead: f64,
}

impl Paper {
    pub(crate) fn new(sheet: Sheet) -> Self {
        let (w, h) = sheet.size_mm();
        let page = Rect { x: 0.0, y: 0.0, w, h };
        match sheet {
            Sheet::A3 => Self { page, margin: 11.0, unit: 1.0, floor: 7.0 * PT, ceiling: 11.0 * PT, lead: 1.5 },
            Sheet::A4 => Self { page, margin: 8.5, unit: 0.74, floor: 6.0 * PT, ceiling: 8.5 * PT, lead: 1.45 },
        }
    }

    /// The smallest type size, in pt.
    pub(crate) fn floor_pt(self) -> f64 {
        (self.floor / PT * 100.0).round() / 100.0
    }
}

/// Places the chart on its sheet: with the detail asked for if it fits at a
/// readable size, else with less; [`Scene::detail`] tells which. A pin set on
/// another sheet is followed in proportion where that costs neither detail nor
/// much of the type size, and left out elsewhere.
///
/// # Errors
/// [`ChartError`] for keys that do not match, pins without room, or a council
/// too large for the sheet.
pub fn scene(input: &ChartInput, measure: &Measure) -> Result<Scene, ChartError> {
    let strict = drawn(&pins::own(input), measure);
    let Some(hinted) = pins::hinted(input) else { return strict };
    match (drawn(&hinted, measure), strict) {
        (Ok(followed), Ok(strict)) => {
            let good = followed.detail == strict.detail && followed.type_size >= strict.type_size * WORTH_FOLLOWING;
            Ok(if good { followed } else { strict })
        }
        (_, strict) => strict,
    }
}

/// Least share of the type size that following another sheet's pins may leave.
const WORTH_FOLLOWING: f64 = 0.9;

fn drawn(input: &ChartInput, measure: &Measure) -> Result<Scene, ChartError> {
    let paper = Paper::new(input.sheet);
    let (header, top) = header(input, measure, paper);
    let legend = legend::legend(input, measure, paper);
    let bottom = paper.page.h - paper.margin - legend.height;
    let area = Rect { x: paper.margin, y: top, w: paper.page.w - 2.0 * paper.margin, h: bottom - top };
    let mut failed = ChartError::TooMuch { floor_pt: paper.floor_pt() };
    for detail in [Detail::Full, Detail::Standard, Detail::Brief].into_iter().filter(|it| *it <= input.detail) {
        let model = Model::new(input, detail, measure)?;
        pins::check(&model, area)?;
        let bare = ChartInput { pins: Vec::new(), ..input.clone() };
        let free = Model::new(&bare, detail, measure)?;
        let quiet = if model.pins.is_empty() { None } else { gentle(&free, &model, area, paper) };
        match quiet.map_or_else(|| fit(&model, area, paper), Ok) {
            Ok(fitted) => {
                let mut scene = Scene {
                    width: paper.page.w,
                    height: paper.page.h,
                    title: input.title.clone(),
                    description: words::text(input),
                    area: fitted.area,
                    type_size: fitted.d.t.size,
                    detail: Some(detail),
                    header,
                    boxes: Vec::new(),
                    arrows: Vec::new(),
                    legend: legend.runs,
                    legend_lines: legend.lines,
                };
                draw(&model, &fitted, &mut scene);
                return Ok(scene);
            }
            Err(why) => failed = why,
        }
    }
    Err(failed)
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

fn draw(model: &Model<'_>, fitted: &Fitted, scene: &mut Scene) {
    let zones = zones(model);
    let placer = Placer { model, zones: &zones, area: Rect::default(), d: fitted.d };
    for (order, it) in order::of(model, &zones).into_iter().enumerate() {
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
