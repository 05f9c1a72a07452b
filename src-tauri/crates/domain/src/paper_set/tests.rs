//! Changes of a set and the pages that fit into it: worked examples, and what must hold of
//! any two sets.
use super::*;

fn paper(key: &str, digest: &str, pages: &[&str]) -> SetPaper {
    SetPaper {
        paper: PaperId::from_key(key),
        number: format!("資料{key}"),
        title: "題".into(),
        digest: digest.into(),
        pages: pages.iter().map(|p| (*p).to_owned()).collect(),
    }
}

/// 資料1 on 5–6, 資料2 on 7–9, 資料3 on 10.
fn issued() -> Vec<SetPaper> {
    vec![paper("1", "a", &["5", "6"]), paper("2", "b", &["7", "8", "9"]), paper("3", "c", &["10"])]
}

fn fitted(now: &[SetPaper], lengths: &[usize]) -> Vec<String> {
    fit(4, &issued(), now, lengths).iter().map(|pages| pages.join(" ")).collect()
}

#[test]
fn a_replaced_paper_takes_its_old_pages() {
    let now = |d: &str| vec![paper("1", "a", &[]), paper("2", d, &[]), paper("3", "c", &[])];
    assert_eq!(fitted(&now("b"), &[2, 3, 1]), ["5 6", "7 8 9", "10"]);
    assert_eq!(fitted(&now("x"), &[2, 3, 1]), ["5 6", "7 8 9", "10"]);
    assert_eq!(fitted(&now("x"), &[2, 2, 1]), ["5 6", "7 8", "10"]);
    assert_eq!(fitted(&now("x"), &[2, 5, 1]), ["5 6", "7 8 9 9-2 9-3", "10"]);
}

#[test]
fn an_added_paper_follows_the_one_before_it() {
    let [one, two, three] = issued().try_into().unwrap_or_else(|_| unreachable!());
    let new = paper("4", "n", &[]);
    assert_eq!(
        fitted(&[one.clone(), new.clone(), two.clone(), three.clone()], &[2, 2, 3, 1]),
        ["5 6", "6-2 6-3", "7 8 9", "10"]
    );
    assert_eq!(
        fitted(&[one.clone(), two.clone(), three.clone(), new.clone()], &[2, 3, 1, 2]),
        ["5 6", "7 8 9", "10", "11 12"]
    );
    assert_eq!(fitted(&[new, one, two, three], &[1, 2, 3, 1]), ["4-2", "5 6", "7 8 9", "10"]);
}

#[test]
fn a_paper_after_a_shortened_one_follows_its_old_end() {
    let [one, _, three] = issued().try_into().unwrap_or_else(|_| unreachable!());
    let now = [one, paper("2", "x", &[]), paper("4", "n", &[]), three];
    assert_eq!(fitted(&now, &[2, 1, 1, 1]), ["5 6", "7", "9-2", "10"]);
}

#[test]
fn the_last_paper_goes_on_counting() {
    let [one, two, _] = issued().try_into().unwrap_or_else(|_| unreachable!());
    let now = [one, two, paper("3", "x", &[]), paper("4", "n", &[])];
    assert_eq!(fitted(&now, &[2, 3, 3, 2]), ["5 6", "7 8 9", "10 11 12", "13 14"]);
}

#[test]
fn changes_are_told_by_the_paper() {
    let now = [
        paper("3", "c", &[]),
        paper("1", "x", &[]),
        SetPaper { number: "資料9".into(), ..paper("2", "b", &[]) },
        paper("4", "n", &[]),
    ];
    let told: Vec<_> = changes(&issued(), &now).iter().map(|c| (c.kind, c.was, c.now)).collect();
    use ChangeKind::{Added, Renamed, Replaced, Withdrawn};
    assert_eq!(told, [(Replaced, Some(0), Some(1)), (Renamed, Some(1), Some(2)), (Added, None, Some(3))]);
    let told: Vec<_> = changes(&issued(), &now[..1]).iter().map(|c| (c.kind, c.was)).collect();
    assert_eq!(told, [(Withdrawn, Some(0)), (Withdrawn, Some(1))]);
}

#[test]
fn pages_are_told_as_ranges() {
    let of = |pages: &[&str]| {
        let pages: Vec<String> = pages.iter().map(|p| (*p).to_owned()).collect();
        page_ranges(&pages).iter().map(|(a, b)| format!("{a}～{b}")).collect::<Vec<_>>().join("、")
    };
    assert_eq!(of(&["5", "6", "7", "10"]), "5～7、10～10");
    assert_eq!(of(&["9", "9-2", "9-3", "11"]), "9～9-3、11～11");
    assert_eq!(of(&[]), "");
}

/// Numbers that look random and are the same on every computer.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

/// Another state of a set: papers changed, taken out, put in, moved.
fn shaken(dice: &mut Dice, set: &[SetPaper], fresh: &mut u32) -> (Vec<SetPaper>, Vec<usize>) {
    let mut now: Vec<(SetPaper, usize)> = Vec::new();
    for old in set {
        let (digest, length) = match dice.roll(4) {
            0 => continue,
            1 => (format!("{}'", old.digest), 1 + dice.roll(5)),
            _ => (old.digest.clone(), old.pages.len()),
        };
        now.push((SetPaper { digest, pages: Vec::new(), ..old.clone() }, length));
    }
    for _ in 0..dice.roll(3) {
        *fresh += 1;
        let at = dice.roll(now.len() + 1);
        now.insert(at, (paper(&format!("n{fresh}"), "n", &[]), 1 + dice.roll(4)));
    }
    now.into_iter().unzip()
}

#[test]
fn whatever_changes_every_page_has_one_number_and_nothing_else_moves() {
    let mut dice = Dice(25);
    for _ in 0..400 {
        let (mut set, mut fresh) = (issued(), 0);
        for _ in 0..4 {
            let (mut now, lengths) = shaken(&mut dice, &set, &mut fresh);
            let labels = fit(4, &set, &now, &lengths);
            let told = changes(&set, &now);
            for ((paper, pages), length) in now.iter_mut().zip(&labels).zip(&lengths) {
                assert_eq!(pages.len(), *length);
                let change = told.iter().find(|c| c.paper == paper.paper).map(|c| c.kind);
                let old = set.iter().find(|p| p.paper == paper.paper);
                if change.is_none() {
                    assert_eq!(Some(pages), old.map(|o| &o.pages), "a paper that did not change keeps its pages");
                }
                paper.pages.clone_from(pages);
            }
            let all: Vec<&String> = labels.iter().flatten().collect();
            let once: BTreeSet<&String> = all.iter().copied().collect();
            assert_eq!(all.len(), once.len(), "a number twice: {all:?}");
            assert!(changes(&now, &now).is_empty());
            // What the changes say, done to the old set, gives the new one.
            let gone = told.iter().filter(|c| c.kind == ChangeKind::Withdrawn).count();
            let added = told.iter().filter(|c| c.kind == ChangeKind::Added).count();
            assert_eq!(set.len() - gone + added, now.len());
            set = now;
        }
    }
}
