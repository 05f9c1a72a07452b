//! What must hold for every chart, on the seed and on random councils.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

fn seed() -> ChartInput {
    serde_json::from_str(include_str!("../tests/seed.json")).unwrap()
}

fn tree() -> TreeInput {
    serde_json::from_str(include_str!("../tests/tree.json")).unwrap()
}

fn drawn(input: &ChartInput) -> Scene {
    scene(input, &Measure::new()).unwrap()
}

fn run_rect(run: &TextRun) -> Rect {
    Rect { x: run.x, y: run.y - 0.8 * run.size, w: run.width, h: 0.9 * run.size }
}

fn segments(arrow: &Arrow) -> Vec<Rect> {
    arrow.points.windows(2).map(|pair| Rect::around(pair[0], pair[1]).grown(0.002)).collect()
}

fn is_holder(it: &SceneBox) -> bool {
    matches!(it.style, BoxStyle::Frame | BoxStyle::Group)
}

/// Every rule of a drawing; panics with the names of what breaks it.
fn check(scene: &Scene) {
    check_boxes(scene);
    check_arrows(scene);
    check_labels(scene);
}

fn check_boxes(scene: &Scene) {
    let page = Rect { x: 0.0, y: 0.0, w: scene.width, h: scene.height };
    for run in scene.header.iter().chain(&scene.legend) {
        assert!(page.contains(&run_rect(run)), "off the page: {}", run.text);
    }
    for (at, a) in scene.boxes.iter().enumerate() {
        assert_eq!(a.order, at);
        assert!(page.contains(&a.rect), "off the page: {}", a.name);
        for run in &a.runs {
            assert!(a.rect.grown(0.01).contains(&run_rect(run)), "out of {}: {}", a.name, run.text);
        }
        for (i, one) in a.runs.iter().enumerate() {
            let hit = a.runs[..i].iter().find(|two| run_rect(one).grown(-0.05).overlaps(&run_rect(two)));
            assert!(hit.is_none(), "texts overlap in {}: {} / {:?}", a.name, one.text, hit);
        }
        for b in &scene.boxes[..at] {
            let apart = !a.rect.overlaps(&b.rect);
            let held = is_holder(a) && a.rect.contains(&b.rect) || is_holder(b) && b.rect.contains(&a.rect);
            assert!(apart || held, "{} overlaps {}", a.name, b.name);
            let holder_text = if is_holder(b) { &b.runs } else { &Vec::new() };
            for run in holder_text {
                assert!(!run_rect(run).overlaps(&a.rect), "{} covers {}", a.name, run.text);
            }
        }
    }
}

fn check_arrows(scene: &Scene) {
    for arrow in &scene.arrows {
        assert!(arrow.points.len() > 1);
        for segment in segments(arrow) {
            assert!(segment.w < 0.01 || segment.h < 0.01, "slanted: {}", arrow.label);
            for it in &scene.boxes {
                if !it.rect.grown(-0.01).overlaps(&segment) {
                    continue;
                }
                let (from, to) = (&scene.boxes, &arrow.to);
                let end = |key: &str| from.iter().find(|b| b.key == key).unwrap();
                let holds_end = is_holder(it)
                    && [end(&arrow.from), end(to)].iter().any(|b| b.key != it.key && it.rect.contains(&b.rect));
                assert!(holds_end, "{} → {} crosses {}", arrow.from_name, arrow.to_name, it.name);
                for run in &it.runs {
                    assert!(!run_rect(run).overlaps(&segment), "an arrow crosses {}", run.text);
                }
            }
        }
    }
}

fn check_labels(scene: &Scene) {
    let labelled: Vec<(usize, Rect)> =
        scene.arrows.iter().enumerate().filter_map(|(at, arrow)| Some((at, arrow.label_rect?))).collect();
    for (at, arrow) in scene.arrows.iter().enumerate() {
        let words: String = arrow.runs.iter().map(|run| run.text.as_str()).collect();
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(plain(&words), plain(&arrow.label));
        for run in &arrow.runs {
            assert!(arrow.label_rect.unwrap().grown(0.3).contains(&run_rect(run)), "{}", run.text);
        }
        for (other, label) in &labelled {
            if *other == at {
                continue;
            }
            let hit = segments(arrow).iter().any(|segment| segment.overlaps(label));
            assert!(!hit, "the arrow {} runs through {}", arrow.label, scene.arrows[*other].label);
        }
    }
    for (at, (own, label)) in labelled.iter().enumerate() {
        let name = &scene.arrows[*own].label;
        for it in &scene.boxes {
            let clear = !it.rect.overlaps(label) || is_holder(it) && it.rect.contains(label);
            assert!(clear, "{name} lies on {}", it.name);
            assert!(it.runs.iter().all(|run| !run_rect(run).overlaps(label)), "{name} on text of {}", it.name);
        }
        for (_, other) in &labelled[..at] {
            assert!(!label.overlaps(other), "labels overlap: {name}");
        }
    }
}

fn crossings(scene: &Scene) -> usize {
    let mut count = 0;
    for (at, a) in scene.arrows.iter().enumerate() {
        for b in &scene.arrows[..at] {
            for one in segments(a) {
                count += segments(b).iter().filter(|two| one.overlaps(two)).count();
            }
        }
    }
    count
}

#[test]
fn the_seed_is_drawn_cleanly_at_every_size() {
    for sheet in [Sheet::A3, Sheet::A4] {
        for detail in [Detail::Full, Detail::Standard, Detail::Brief] {
            let scene = drawn(&ChartInput { sheet, detail, ..seed() });
            check(&scene);
            assert_eq!(crossings(&scene), 0);
            let floor = if sheet == Sheet::A3 { 7.0 } else { 6.0 };
            assert!(scene.type_size * 72.0 / 25.4 >= floor - 1e-9);
        }
    }
}

#[test]
fn the_seed_on_a3_shows_every_word() {
    let input = seed();
    let scene = drawn(&input);
    assert!(scene.type_size * 72.0 / 25.4 > 8.0);
    for node in &input.nodes {
        let it = scene.boxes.iter().find(|it| it.key == node.key).unwrap();
        let shown: String = it.runs.iter().map(|run| run.text.as_str()).collect();
        for section in &node.sections {
            for item in &section.items {
                assert!(shown.contains(&item.text), "{} lacks {}", node.name, item.text);
            }
        }
    }
    assert_eq!(scene.arrows.len(), input.edges.len());
}

/// 禁則: no line begins with a closing mark or a small letter, none ends with
/// an opening one.
#[test]
fn lines_break_by_the_rules() {
    for detail in [Detail::Full, Detail::Standard, Detail::Brief] {
        let scene = drawn(&ChartInput { detail, ..seed() });
        let labels = scene.arrows.iter().flat_map(|arrow| &arrow.runs);
        for run in scene.boxes.iter().flat_map(|it| &it.runs).chain(labels) {
            let (first, last) = (run.text.chars().next().unwrap(), run.text.chars().last().unwrap());
            assert!(
                run.opens || !"、。」』）】・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々".contains(first),
                "{}",
                run.text
            );
            assert!(!"「『（【".contains(last), "{}", run.text);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(svg(&drawn(&seed())), svg(&drawn(&seed())));
}

#[test]
fn a_scene_survives_json() {
    let scene = drawn(&seed());
    let back: Scene = serde_json::from_str(&serde_json::to_string(&scene).unwrap()).unwrap();
    assert_eq!(svg(&back), svg(&scene));
}

#[test]
fn texts_are_data_in_svg() {
    let mut input = seed();
    input.nodes[0].name = "<script>&\"'\u{1}]]>".to_owned();
    input.nodes[0].key = "a\"b".to_owned();
    input.edges.retain(|edge| edge.from != "state");
    let svg = svg(&drawn(&input));
    assert!(!svg.contains("<script") && !svg.contains('\u{1}') && !svg.contains("]]>"));
    assert!(svg.contains("&lt;script&gt;&amp;&quot;&#39;"));
    assert!(svg.contains("data-key=\"a&quot;b\""));
}

#[test]
fn the_words_follow_the_picture() {
    let input = seed();
    let words = text(&input);
    let mut rest = words.as_str();
    for it in &drawn(&input).boxes {
        let at = rest.find(&format!("■ {}", it.name));
        rest = &rest[at.unwrap_or_else(|| panic!("{} comes too late", it.name)) + 3..];
    }
    assert!(words.contains("関係団体 から 鎌倉市障害者支援協議会 へ：課題提起\n"));
    assert!(words.contains("運営会議 から 地域事例みえるか会議 へ：課題整理依頼（推定）\n"));
    assert!(words.contains("鎌倉市障害者支援協議会 の間：連携（推定）\n"));
}

#[test]
fn pins_hold_and_the_rest_makes_room() {
    let mut input = ChartInput { detail: Detail::Standard, ..seed() };
    input.pins = vec![
        Pin { key: "mayor".to_owned(), x_mm: 368.0, y_mm: 150.0, sheet: Sheet::A3 },
        Pin { key: "pt".to_owned(), x_mm: 14.0, y_mm: 200.0, sheet: Sheet::A3 },
    ];
    let scene = drawn(&input);
    check(&scene);
    for pin in &input.pins {
        let rect = scene.boxes.iter().find(|it| it.key == pin.key).unwrap().rect;
        assert!((rect.x - pin.x_mm).abs() < 1e-6 && (rect.y - pin.y_mm).abs() < 1e-6);
    }
    input.nodes.retain(|node| node.key != "education");
    input.edges.retain(|edge| edge.from != "education");
    let scene = drawn(&input);
    check(&scene);
    let rect = scene.boxes.iter().find(|it| it.key == "pt").unwrap().rect;
    assert!((rect.y - 200.0).abs() < 1e-6);
}

/// The foot of the frame has little room: what stands there gives up its air.
#[test]
fn a_box_may_be_pinned_near_the_foot() {
    let pin = Pin { key: "secretariat".to_owned(), x_mm: 250.0, y_mm: 250.0, sheet: Sheet::A3 };
    let scene = drawn(&ChartInput { pins: vec![pin], ..seed() });
    check(&scene);
    let rect = scene.boxes.iter().find(|it| it.key == "secretariat").unwrap().rect;
    assert!((rect.x - 250.0).abs() < 1e-6 && (rect.y - 250.0).abs() < 1e-6);
}

#[test]
fn a_pin_of_another_sheet_is_a_hint() {
    let pin = |x_mm: f64, y_mm: f64| Pin { key: "pt".to_owned(), x_mm, y_mm, sheet: Sheet::A3 };
    let place = |scene: &Scene| scene.boxes.iter().find(|it| it.key == "pt").unwrap().rect;
    let input = ChartInput { detail: Detail::Brief, pins: vec![pin(14.0, 190.0)], ..seed() };
    let plain = drawn(&ChartInput { sheet: Sheet::A4, pins: Vec::new(), ..input.clone() });
    let on_a4 = drawn(&ChartInput { sheet: Sheet::A4, ..input.clone() });
    check(&on_a4);
    assert!(on_a4.type_size >= plain.type_size * 0.9);
    // Wherever it stands on A3, even where A4 has no room: never an error, never less text.
    for (x, y) in [(20.0, 20.0), (200.0, 150.0), (380.0, 290.0)] {
        let scene = drawn(&ChartInput { sheet: Sheet::A4, pins: vec![pin(x, y)], ..input.clone() });
        check(&scene);
        assert_eq!(scene.detail, plain.detail);
    }
    // A pin of the sheet itself is binding.
    let own = Pin { sheet: Sheet::A4, x_mm: 9.0, y_mm: 135.0, ..pin(0.0, 0.0) };
    let scene = drawn(&ChartInput { sheet: Sheet::A4, pins: vec![pin(14.0, 200.0), own], ..input });
    assert!((place(&scene).x - 9.0).abs() < 1e-6 && (place(&scene).y - 135.0).abs() < 1e-6);
}

/// A subcommittee with a second working party, as in 2026.
fn uneven() -> ChartInput {
    let mut input = seed();
    let mut party = input.nodes.iter().find(|node| node.key == "life_work").unwrap().clone();
    party.key = "second_work".to_owned();
    party.name = "移動と外出を考える作業部会".to_owned();
    party.sections = input.nodes.iter().find(|node| node.key == "life").unwrap().sections.clone();
    input.nodes.push(party);
    input
}

#[test]
fn a_tall_neighbour_does_not_stretch_the_others() {
    for (sheet, detail) in [(Sheet::A3, Detail::Full), (Sheet::A4, Detail::Brief)] {
        let scene = drawn(&ChartInput { sheet, detail, ..uneven() });
        check(&scene);
        for it in scene.boxes.iter().filter(|it| it.style == BoxStyle::Subunit) {
            let end = it.runs.iter().map(|run| run.y).fold(0.0, f64::max);
            let empty = it.rect.bottom() - end;
            assert!(empty < it.rect.h * 0.3 + 4.0 * scene.type_size, "{} is empty: {empty}", it.name);
        }
    }
}

#[test]
fn a_scene_tells_how_it_was_drawn() {
    let mut input = ChartInput { sheet: Sheet::A4, ..seed() };
    let life = input.nodes.iter().position(|node| node.key == "life").unwrap();
    for at in 0..3 {
        let node = Node { key: format!("more{at}"), ..input.nodes[life].clone() };
        input.nodes.push(node);
    }
    let scene = drawn(&input);
    assert!(scene.detail.unwrap() < Detail::Full);
    assert!(scene.type_pt() >= 5.99 && scene.type_pt() < 11.0);
    let wide = drawn(&ChartInput { sheet: Sheet::A3, detail: Detail::Standard, ..seed() });
    assert_eq!(wide.detail, Some(Detail::Standard));
}

#[test]
fn bad_input_is_named() {
    let measure = Measure::new();
    let mut twice = seed();
    twice.nodes[1].key = twice.nodes[0].key.clone();
    assert_eq!(scene(&twice, &measure), Err(ChartError::KeyTwice { key: "state".to_owned() }));
    let mut unknown = seed();
    unknown.edges[0].to = "nobody".to_owned();
    assert_eq!(scene(&unknown, &measure), Err(ChartError::UnknownKey { key: "nobody".to_owned() }));
    let mut circle = seed();
    let life = circle.nodes.iter().position(|node| node.key == "life").unwrap();
    circle.nodes[life].parent = Some("life_work".to_owned());
    assert!(matches!(scene(&circle, &measure), Err(ChartError::WrongParent { .. })));
    let mut off = seed();
    off.pins = vec![Pin { key: "pt".to_owned(), x_mm: 900.0, y_mm: 0.0, sheet: Sheet::A3 }];
    assert_eq!(scene(&off, &measure), Err(ChartError::PinsCollide { keys: vec!["pt".to_owned()] }));
    let mut huge = seed();
    huge.nodes[0].name = "長い名前".repeat(500);
    assert!(matches!(scene(&huge, &measure), Err(ChartError::TooMuch { .. })));
}

#[test]
fn the_tree_is_drawn_cleanly() {
    for sheet in [Sheet::A3, Sheet::A4] {
        let input = TreeInput { sheet, ..tree() };
        let scene = tree_scene(&input, &Measure::new()).unwrap();
        check(&scene);
        assert_eq!(scene.boxes.len(), input.bodies.len());
        let shown: String = scene.boxes[0].runs.iter().map(|run| run.text.as_str()).collect();
        for name in ["髙橋 美佳", "𠮷田 真弓", "渡邉\u{E0102} 孝", "欠員"] {
            assert!(shown.contains(name), "{name}");
        }
    }
    assert!(tree_text(&tree()).contains("会長 髙橋 美佳（架空病院）"));
}

/// Twelve subcommittees under one group, with so many members each.
fn wide_tree(members: usize) -> TreeInput {
    let mut input = tree();
    let seat = Seat {
        role: "⑵".to_owned(),
        name: "辻\u{E0100} 眞".to_owned(),
        affiliation: "架空就労支援センター".to_owned(),
        vacant: false,
    };
    let body = |key: String, parent: Option<&str>, seats: Vec<Seat>| TreeBody {
        name: format!("第{key}専門部会"),
        badge: "10人".to_owned(),
        parent: parent.map(str::to_owned),
        key,
        seats,
    };
    input.bodies.push(body("wide".to_owned(), None, Vec::new()));
    for at in 0..12 {
        input.bodies.push(body(format!("w{at}"), Some("wide"), vec![seat.clone(); members]));
    }
    input.bodies.push(body("party".to_owned(), Some("w2"), vec![seat; 3]));
    input
}

#[test]
fn twelve_subcommittees_fit_on_a3() {
    for members in [0, 1, 10] {
        let input = wide_tree(members);
        let scene = tree_scene(&input, &Measure::new()).unwrap();
        check(&scene);
        assert_eq!(scene.boxes.len(), input.bodies.len());
        assert!(scene.type_pt() >= 6.0 - 1e-9);
        let tops: std::collections::BTreeSet<i64> = scene
            .boxes
            .iter()
            .filter(|it| it.parent.as_deref() == Some("wide"))
            .map(|it| (it.rect.y * 1000.0) as i64)
            .collect();
        assert!(tops.len() > 1, "in one row");
    }
}

/// A sentence of a random length.
fn words(longest: usize) -> impl Strategy<Value = String> {
    const STORY: &str = "地域の課題を確認し、関係する団体と共有して「支援体制」の整備について協議する。\
        （必要に応じて、プロジェクトチームを置くことができる）ABC2026年度・その他";
    let letters: Vec<char> = STORY.chars().collect();
    let count = letters.len();
    (0..count, 1..=longest).prop_map(move |(start, length)| letters.iter().cycle().skip(start).take(length).collect())
}

fn node(kind: NodeKind) -> impl Strategy<Value = Node> {
    let items = prop::collection::vec(words(50), 0..6);
    (words(14), words(8), items, any::<bool>()).prop_map(move |(name, badge, items, noted)| Node {
        key: String::new(),
        name,
        note: if noted { badge.clone() } else { String::new() },
        badge,
        kind,
        parent: None,
        sections: vec![Section {
            heading: "【役割】".to_owned(),
            items: items.into_iter().map(|text| Item { mark: "⑴".to_owned(), text }).collect(),
            detail: Detail::Standard,
        }],
        certainty: Certainty::Stated,
    })
}

fn nodes(kind: NodeKind, most: usize) -> impl Strategy<Value = Vec<Node>> {
    prop::collection::vec(node(kind), 0..=most)
}

/// Any council: bodies, a group of up to six, partners, plans, and arrows.
fn council() -> impl Strategy<Value = ChartInput> {
    use NodeKind::{Body, City, Group, Partner, Plan, PlanBody, Secretariat, Subunit, UpperPlan};
    let inside = (nodes(Body, 4), nodes(Group, 1), nodes(Subunit, 6), nodes(Secretariat, 1));
    let outside = (nodes(UpperPlan, 2), nodes(Plan, 1), nodes(PlanBody, 2), nodes(Partner, 4), nodes(City, 1));
    let edges = prop::collection::vec((0..20_usize, 0..20_usize, words(9), any::<bool>()), 0..11);
    (inside, outside, edges, any::<bool>(), words(70)).prop_map(|(inside, outside, edges, a4, purpose)| {
        let mut nodes = [inside.0, inside.1, inside.2, inside.3].concat();
        nodes.extend([outside.0, outside.1, outside.2, outside.3, outside.4].concat());
        for (at, node) in nodes.iter_mut().enumerate() {
            node.key = format!("n{at}");
        }
        let group = nodes.iter().find(|node| node.kind == Group).map(|node| node.key.clone());
        for node in nodes.iter_mut().filter(|node| node.kind == Subunit) {
            node.parent.clone_from(&group);
        }
        let mut keys: Vec<String> = nodes.iter().map(|node| node.key.clone()).collect();
        keys.push("council".to_owned());
        let edge = |(from, to, label, both): (usize, usize, String, bool)| Edge {
            from: keys[from % keys.len()].clone(),
            to: keys[to % keys.len()].clone(),
            label,
            kind: EdgeKind::Consultation,
            direction: if both { Direction::Both } else { Direction::OneWay },
            certainty: Certainty::Stated,
        };
        let edges = edges.into_iter().map(edge).filter(|edge| edge.from != edge.to).collect();
        let frame = Frame { key: "council".to_owned(), title: "円卓市支援協議会".to_owned(), purpose };
        let sheet = if a4 { Sheet::A4 } else { Sheet::A3 };
        let base = seed();
        ChartInput { frame, nodes, edges, sheet, detail: Detail::Full, ..base }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("CHART_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2022),
        max_shrink_iters: 40,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_council_is_drawn_cleanly(input in council()) {
        match scene(&input, &Measure::new()) {
            Ok(scene) => check(&scene),
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}

/// Whoever moves one box a little finds the others where they were.
#[test]
fn a_small_move_leaves_the_others_alone() {
    let input = ChartInput { detail: Detail::Standard, ..seed() };
    let plain = drawn(&input);
    let old = plain.boxes.iter().find(|it| it.key == "mayor").unwrap().rect;
    let pin = Pin { key: "mayor".to_owned(), x_mm: old.x - 4.0, y_mm: old.y + 6.0, sheet: Sheet::A3 };
    let moved = drawn(&ChartInput { pins: vec![pin], ..input });
    check(&moved);
    for (before, after) in plain.boxes.iter().zip(&moved.boxes).filter(|(it, _)| it.key != "mayor") {
        let (a, b) = (before.rect, after.rect);
        let apart = (a.x - b.x).abs() + (a.y - b.y).abs() + (a.w - b.w).abs() + (a.h - b.h).abs();
        assert!(before.key == after.key && apart < 1e-6, "{}: {a:?} {b:?}", before.key);
    }
}
