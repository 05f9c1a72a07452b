//! The text versions of both charts, in reading order: for screen readers,
//! for search, and as the picture's alternative text.

use crate::graph::{Certainty, ChartInput, Direction, Edge, Node, Section};
use crate::order;
use crate::tree::{Seat, TreeBody, TreeInput, tree_order};

/// How a reader is told that a thing is not in the source.
const ESTIMATED: &str = "（推定）";

/// The chart in words: title, boxes in the order of the picture, then every
/// flow as a sentence. Lines end with a line feed.
pub fn text(input: &ChartInput) -> String {
    let mut lines = vec![input.title.clone()];
    for subtitle in &input.subtitles {
        lines.push(joined(&[&subtitle.caption, &subtitle.text]));
    }
    lines.push(String::new());
    for it in order::reading(input) {
        match it.checked_sub(1).and_then(|at| input.nodes.get(at)) {
            Some(node) => body(node, input, &mut lines),
            None => {
                lines.push(String::new());
                lines.push(format!("■ {}", input.frame.title));
                lines.push(input.frame.purpose.clone());
            }
        }
    }
    lines.push(String::new());
    lines.extend(input.edges.iter().map(|edge| sentence(edge, input)));
    finish(lines)
}

fn body(node: &Node, input: &ChartInput, lines: &mut Vec<String>) {
    let estimated = if node.certainty == Certainty::Estimated { ESTIMATED } else { "" };
    let within = node.parent.as_deref().map(|key| format!("（{}）", name(key, input)));
    lines.push(String::new());
    lines.push(joined(&[
        &format!("■ {}{}{estimated}", node.name, within.unwrap_or_default()),
        &node.note,
        &node.badge,
    ]));
    for section in node.sections.iter().filter(|section| section.detail <= input.detail) {
        lines.extend(section_lines(section));
    }
}

fn section_lines(section: &Section) -> Vec<String> {
    let items = section.items.iter().map(|item| joined(&[&item.mark, &item.text]));
    std::iter::once(section.heading.clone()).filter(|heading| !heading.is_empty()).chain(items).collect()
}

/// One flow as a sentence.
pub fn sentence(edge: &Edge, input: &ChartInput) -> String {
    let (from, to) = (name(&edge.from, input), name(&edge.to, input));
    let ends = match edge.direction {
        Direction::OneWay => format!("{from} から {to} へ"),
        Direction::Both => format!("{from} と {to} の間"),
    };
    let label = if edge.label.is_empty() { String::new() } else { format!("：{}", edge.label) };
    let estimated = if edge.certainty == Certainty::Estimated { ESTIMATED } else { "" };
    format!("{ends}{label}{estimated}")
}

fn name<'a>(key: &str, input: &'a ChartInput) -> &'a str {
    let node = input.nodes.iter().find(|node| node.key == key);
    node.map_or(input.frame.title.as_str(), |node| node.name.as_str())
}

/// The composition chart in words.
pub fn tree_text(input: &TreeInput) -> String {
    let mut lines = vec![joined(&[&input.title, &input.as_of]), String::new()];
    for it in tree_order(input) {
        let Some(body) = input.bodies.get(it) else { continue };
        lines.push(String::new());
        lines.push(joined(&[&format!("■ {}{}", body.name, under(body, input)), &body.badge]));
        lines.extend(body.seats.iter().map(seat));
    }
    finish(lines)
}

fn under(body: &TreeBody, input: &TreeInput) -> String {
    let parent = input.bodies.iter().find(|other| Some(&other.key) == body.parent.as_ref());
    parent.map(|parent| format!("（{}）", parent.name)).unwrap_or_default()
}

fn seat(seat: &Seat) -> String {
    let affiliation = if seat.affiliation.is_empty() { String::new() } else { format!("（{}）", seat.affiliation) };
    joined(&[&seat.role, &format!("{}{affiliation}", seat.name)])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// One blank line at most where lines were empty; no control characters.
fn finish(lines: Vec<String>) -> String {
    let mut text = String::new();
    for line in lines {
        let clean: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if clean.is_empty() && (text.ends_with("\n\n") || text.is_empty()) {
            continue;
        }
        text.push_str(&clean);
        text.push('\n');
    }
    text
}
