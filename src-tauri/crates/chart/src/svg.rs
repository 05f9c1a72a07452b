//! A placed chart as one SVG file: real text, no outside reference. The same
//! scene gives the same bytes.

use std::fmt::Write as _;

use crate::graph::Certainty;
use crate::scene::{Arrow, BoxStyle, Ink, Point, Scene, SceneBox, TextRun};

/// Fonts to draw with, best first; `textLength` holds the width in any. Noto
/// Sans CJK and IPAmj know forms of kanji that the others lack (渡邉󠄂).
const FONTS: &str = "BIZ UDPGothic,BIZ UDPゴシック,Noto Sans JP,Noto Sans CJK JP,Yu Gothic UI,Meiryo,\
    Hiragino Sans,IPAmj明朝,sans-serif";

/// Ground inside the council's frame.
const FRAME_GROUND: &str = "#F7F8FE";

/// Length of an arrow's head in mm, and half its width.
const HEAD: (f64, f64) = (2.7, 1.05);

/// The chart as SVG, UTF-8 and well-formed whatever the texts hold. Each box
/// is a group with `data-key`, each arrow one with `data-from` and `data-to`.
pub fn svg(scene: &Scene) -> String {
    let mut out = String::with_capacity(64 * 1024);
    let (w, h) = (number(scene.width), number(scene.height));
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}mm\" height=\"{h}mm\" viewBox=\"0 0 {w} {h}\" \
         role=\"img\" aria-labelledby=\"chart-title chart-desc\" lang=\"ja\" xml:lang=\"ja\" font-family=\"{FONTS}\">\n\
         <title id=\"chart-title\">{}</title>\n<desc id=\"chart-desc\">{}</desc>\n\
         <rect width=\"{w}\" height=\"{h}\" fill=\"#FFFFFF\"/>\n",
        escape(&scene.title),
        escape(&scene.description),
    );
    group(&mut out, "header", |out| scene.header.iter().for_each(|run| text(out, run)));
    scene.boxes.iter().for_each(|it| boxed(&mut out, it, scene.type_size));
    scene.arrows.iter().for_each(|it| arrow(&mut out, it, scene.width));
    group(&mut out, "legend", |out| {
        scene.legend_lines.iter().for_each(|it| line(out, it, scene.width));
        scene.legend.iter().for_each(|run| text(out, run));
    });
    out.push_str("</svg>\n");
    out
}

fn group(out: &mut String, class: &str, inner: impl FnOnce(&mut String)) {
    let _ = writeln!(out, "<g class=\"{class}\">");
    inner(out);
    out.push_str("</g>\n");
}

/// Fill, line, line width and dashes of a box, fill of its title band.
fn look(style: BoxStyle) -> (&'static str, &'static str, f64, &'static str, &'static str) {
    match style {
        BoxStyle::Frame => (FRAME_GROUND, "#0017C1", 0.6, "", ""),
        BoxStyle::Group => ("none", "#333333", 0.32, "1.6 1", ""),
        BoxStyle::Body => ("#FFFFFF", "#333333", 0.28, "", "#E8F1FE"),
        BoxStyle::Subunit => ("#FFFFFF", "#333333", 0.28, "", "#D9E6FF"),
        BoxStyle::Outside => ("#FFFFFF", "#333333", 0.28, "", "#F2F2F2"),
    }
}

fn boxed(out: &mut String, it: &SceneBox, type_size: f64) {
    let (fill, stroke, width, dashes, band) = look(it.style);
    let dashes = match (dashes, it.certainty) {
        ("", Certainty::Stated) => String::new(),
        ("", Certainty::Estimated) => " stroke-dasharray=\"1 0.8\"".to_owned(),
        (dashes, _) => format!(" stroke-dasharray=\"{dashes}\""),
    };
    let r = it.rect;
    let round = (0.35 * type_size).min(1.2);
    let _ = writeln!(
        out,
        "<g class=\"box\" data-key=\"{}\" data-order=\"{}\" role=\"group\" aria-label=\"{}\">",
        escape(&it.key),
        it.order,
        escape(&it.name)
    );
    let frame = |fill: &str, stroke: &str| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{fill}\"{stroke}/>\n",
            number(r.x),
            number(r.y),
            number(r.w),
            number(r.h),
            number(round)
        )
    };
    let stroke = format!(" stroke=\"{stroke}\" stroke-width=\"{width}\"{dashes}");
    if band.is_empty() || it.band <= 0.0 {
        out.push_str(&frame(fill, &stroke));
    } else {
        out.push_str(&frame(fill, ""));
        let (x, y, right) = (number(r.x), number(r.y + it.band), number(r.x + r.w));
        let (top, left, end) = (number(r.y), number(r.x + round), number(r.x + r.w - round));
        let (round, low) = (number(round), number(r.y + round));
        let _ = writeln!(
            out,
            "<path d=\"M{x} {y}V{low}A{round} {round} 0 0 1 {left} {top}H{end}A{round} {round} 0 0 1 {right} {low}V{y}Z\" fill=\"{band}\"/>"
        );
        out.push_str(&frame("none", &stroke));
    }
    it.runs.iter().for_each(|run| text(out, run));
    out.push_str("</g>\n");
}

fn arrow(out: &mut String, it: &Arrow, page_width: f64) {
    let label = match it.label.is_empty() {
        true => format!("{} → {}", it.from_name, it.to_name),
        false => format!("{} → {}: {}", it.from_name, it.to_name, it.label),
    };
    let _ = writeln!(
        out,
        "<g class=\"arrow\" data-from=\"{}\" data-to=\"{}\" role=\"group\" aria-label=\"{}\"{}>",
        escape(&it.from),
        escape(&it.to),
        escape(&label),
        if it.ornament { " aria-hidden=\"true\"" } else { "" }
    );
    line(out, it, page_width);
    if let Some(r) = it.label_rect {
        let ground = if it.on_frame { FRAME_GROUND } else { "#FFFFFF" };
        let _ = writeln!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{ground}\"/>",
            number(r.x),
            number(r.y),
            number(r.w),
            number(r.h)
        );
    }
    it.runs.iter().for_each(|run| text(out, run));
    out.push_str("</g>\n");
}

/// The line ends inside its heads, so that their points stay sharp.
fn line(out: &mut String, it: &Arrow, page_width: f64) {
    let scale = if page_width < 400.0 { 0.78 } else { 1.0 };
    let (length, half) = (HEAD.0 * scale, HEAD.1 * scale);
    let mut points = it.points.clone();
    let mut heads = String::new();
    if it.head_to {
        heads.push_str(&head(&mut points, length, half));
    }
    if it.head_from {
        points.reverse();
        heads.push_str(&head(&mut points, length, half));
        points.reverse();
    }
    let estimated = it.certainty == Certainty::Estimated;
    let dashes = if estimated { " stroke-dasharray=\"1.5 0.9\"" } else { "" };
    let width = if it.ornament && !it.head_to { 0.35 } else { 0.5 } * scale;
    let path: Vec<String> = points.iter().map(|p| format!("{},{}", number(p.x), number(p.y))).collect();
    let _ = writeln!(
        out,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dashes}/>",
        path.join(" "),
        it.ink.hex(),
        number(width)
    );
    if !heads.is_empty() {
        let _ = writeln!(out, "<path d=\"{heads}\" fill=\"{}\"/>", it.ink.hex());
    }
}

/// The head at the last point, which is drawn back under it.
fn head(points: &mut [Point], length: f64, half: f64) -> String {
    let [.., before, tip] = points else { return String::new() };
    let (dx, dy) = (tip.x - before.x, tip.y - before.y);
    let way = dx.hypot(dy).max(1e-9);
    let (ux, uy) = (dx / way, dy / way);
    let (bx, by) = (tip.x - ux * length, tip.y - uy * length);
    let path = format!(
        "M{} {}L{} {}L{} {}Z",
        number(tip.x),
        number(tip.y),
        number(bx - uy * half),
        number(by + ux * half),
        number(bx + uy * half),
        number(by - ux * half)
    );
    *tip = Point { x: tip.x - ux * length * 0.8, y: tip.y - uy * length * 0.8 };
    path
}

fn text(out: &mut String, run: &TextRun) {
    let weight = if run.bold { " font-weight=\"700\"" } else { "" };
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"{weight} fill=\"{}\">{}</text>",
        number(run.x),
        number(run.y),
        number(run.size),
        number(run.width),
        Ink::hex(run.ink),
        escape(&run.text)
    );
}

/// Three decimals of a mm, without zeros at the end.
fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text for XML; characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
