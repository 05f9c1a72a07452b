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
    let tree: TreeInput = serde_json::from_str(include_str!("../tests/tree.json")).unwrap();
    for (name, sheet) in [("tree-a3", Sheet::A3), ("tree-a4", Sheet::A4)] {
        let start = Instant::now();
        let scene = tree_scene(&TreeInput { sheet, ..tree.clone() }, &measure).unwrap();
        let text = svg(&scene);
        println!("{name} {:.2} pt {:?}", scene.type_size * 72.0 / 25.4, start.elapsed());
        std::fs::write(folder.join(format!("{name}.svg")), text).unwrap();
    }
}
