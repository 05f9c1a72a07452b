//! Writes the charts of the seed as SVG, for looking at them:
//! `cargo run --release -p entaku-chart --example seed -- FOLDER`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;
use std::time::Instant;

use entaku_chart::{ChartInput, Detail, Measure, Sheet, TreeInput, scene, svg, tree_scene};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write to"));
    let seed: ChartInput = serde_json::from_str(include_str!("../tests/seed.json")).unwrap();
    let start = Instant::now();
    let measure = Measure::new();
    println!("measure {:?}", start.elapsed());
    let sizes = [
        ("a3-full", Sheet::A3, Detail::Full),
        ("a3-standard", Sheet::A3, Detail::Standard),
        ("a3-brief", Sheet::A3, Detail::Brief),
        ("a4-standard", Sheet::A4, Detail::Standard),
        ("a4-brief", Sheet::A4, Detail::Brief),
    ];
    for (name, sheet, detail) in sizes {
        let input = ChartInput { sheet, detail, ..seed.clone() };
        let start = Instant::now();
        match scene(&input, &measure) {
            Ok(scene) => {
                let text = svg(&scene);
                println!("{name} {:.2} pt {:?}", scene.type_size * 72.0 / 25.4, start.elapsed());
                std::fs::write(folder.join(format!("{name}.svg")), text).unwrap();
            }
            Err(error) => println!("{name}: {error} {:?}", start.elapsed()),
        }
    }
    let other = other(&seed);
    let start = Instant::now();
    match scene(&other, &measure) {
        Ok(scene) => {
            println!("other {:.2} pt {:?}", scene.type_size * 72.0 / 25.4, start.elapsed());
            std::fs::write(folder.join("other.svg"), svg(&scene)).unwrap();
        }
        Err(error) => println!("other: {error}"),
    }
    let tree: TreeInput = serde_json::from_str(include_str!("../tests/tree.json")).unwrap();
    for (name, sheet) in [("tree-a3", Sheet::A3), ("tree-a4", Sheet::A4)] {
        let start = Instant::now();
        let scene = tree_scene(&TreeInput { sheet, ..tree.clone() }, &measure).unwrap();
        let text = svg(&scene);
        println!("{name} {:.2} pt {:?}", scene.type_size * 72.0 / 25.4, start.elapsed());
        std::fs::write(folder.join(format!("{name}.svg")), text).unwrap();
    }
}

/// Another council: six subcommittees, a second body at the assembly, no plan
/// bodies, arrows that must go around.
fn other(seed: &ChartInput) -> ChartInput {
    let mut other = ChartInput { sheet: Sheet::A3, detail: Detail::Standard, ..seed.clone() };
    other.nodes.retain(|node| !node.key.starts_with("plan_"));
    other.edges.retain(|edge| !edge.from.starts_with("plan_") && !edge.to.starts_with("plan_"));
    for (key, name) in [("work", "就労支援部会"), ("access", "権利擁護・差別解消部会"), ("home", "住まい部会")]
    {
        let mut node = other.nodes.iter().find(|node| node.key == "life").unwrap().clone();
        node.key = key.to_owned();
        node.name = name.to_owned();
        other.nodes.push(node);
    }
    let mut body = other.nodes.iter().find(|node| node.key == "visible").unwrap().clone();
    body.key = "review".to_owned();
    body.name = "評価委員会".to_owned();
    other.nodes.push(body);
    let extra = [
        ("review", "assembly", "評価結果"),
        ("mayor", "groups", "意見照会"),
        ("visible", "committees", "事例の共有"),
        ("secretariat", "steering", "庶務"),
    ];
    for (from, to, label) in extra {
        let mut edge = other.edges[0].clone();
        (edge.from, edge.to, edge.label) = (from.to_owned(), to.to_owned(), label.to_owned());
        other.edges.push(edge);
    }
    other
}
