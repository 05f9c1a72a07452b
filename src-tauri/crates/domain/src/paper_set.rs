//! A set of papers that left (会議資料), what has changed since, and which pages of it a
//! replacement takes the place of (差し替え).

use crate::id::PaperId;
use std::collections::BTreeSet;

coded! {
    /// What becomes of a paper of an issued set (差し替えの区分).
    ChangeKind {
        Replaced = "replaced", "差替え";
        Added = "added", "追加";
        Withdrawn = "withdrawn", "取下げ";
        Renamed = "renamed", "番号・題名の変更";
    }
}

/// What readers of a set have.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct SetContents {
    /// A digest of the agenda, which names the papers.
    pub agenda: String,
    /// The number of the set's last page before its papers.
    pub front: u32,
    /// The papers, in the order of the set.
    pub papers: Vec<SetPaper>,
    /// The member for whom it was made; none for all of an edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<crate::id::PersonId>,
}

/// A paper of a set.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SetPaper {
    /// The paper.
    pub paper: PaperId,
    /// Its number in the set.
    pub number: String,
    /// Its title in the set.
    pub title: String,
    /// A digest of its pages.
    pub digest: String,
    /// The numbers at the foot of its pages: 12, 13, 13-2.
    pub pages: Vec<String>,
}

/// A change of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetChange {
    /// What becomes of it.
    pub kind: ChangeKind,
    /// The paper.
    pub paper: PaperId,
    /// Its place in the set before.
    pub was: Option<usize>,
    /// Its place in the set now.
    pub now: Option<usize>,
}

/// What has changed between two sets: in the order of the present one, then what is withdrawn.
pub fn changes(was: &[SetPaper], now: &[SetPaper]) -> Vec<SetChange> {
    let find = |all: &[SetPaper], id: PaperId| all.iter().position(|p| p.paper == id);
    let still = now.iter().enumerate().filter_map(|(at, paper)| {
        let before = find(was, paper.paper);
        let kind = match before.map(|i| &was[i]) {
            None => ChangeKind::Added,
            Some(old) if old.digest != paper.digest => ChangeKind::Replaced,
            Some(old) if old.number != paper.number || old.title != paper.title => ChangeKind::Renamed,
            Some(_) => return None,
        };
        Some(SetChange { kind, paper: paper.paper, was: before, now: Some(at) })
    });
    let gone = was.iter().enumerate().filter(|(_, p)| find(now, p.paper).is_none());
    let gone = gone.map(|(at, p)| SetChange { kind: ChangeKind::Withdrawn, paper: p.paper, was: Some(at), now: None });
    still.chain(gone).collect()
}

/// The numbers that the pages of the present papers get, so that changed ones fit into the
/// set that readers have. A paper that stays as it was keeps its pages. A replaced one takes
/// its old numbers; further pages get branches of the last (13-2), at the end of the set
/// they go on counting. An added paper follows the one before it likewise.
/// `lengths` are the pages of each present paper.
pub fn fit(front: u32, was: &[SetPaper], now: &[SetPaper], lengths: &[usize]) -> Vec<Vec<String>> {
    let mut taken: BTreeSet<String> = was.iter().flat_map(|p| p.pages.iter().cloned()).collect();
    let last = was.iter().flat_map(|p| &p.pages).filter_map(|l| trunk(l)).max().unwrap_or(front).max(front);
    let mut numbers = Numbers { taken: &mut taken, last };
    let mut before = front.to_string();
    now.iter()
        .zip(lengths)
        .map(|(paper, length)| {
            let old = was.iter().find(|p| p.paper == paper.paper);
            let pages = match old {
                Some(old) if old.digest == paper.digest => old.pages.clone(),
                Some(old) => numbers.stretch(old.pages.iter().take(*length).cloned().collect(), *length, &before),
                None => numbers.stretch(Vec::new(), *length, &before),
            };
            if let Some(end) = old.and_then(|o| o.pages.last()).or(pages.last()) {
                before =
                    pages.last().filter(|_| old.is_none_or(|o| o.pages.len() <= pages.len())).unwrap_or(end).clone();
            }
            pages
        })
        .collect()
}

/// A digest of a text: the same for the same text on every computer (FNV-1a, 128 bits). It
/// tells whether a page has changed; it keeps no secret.
pub fn digest(text: &str) -> String {
    let step = |hash: u128, byte: u8| (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    let hash = text.bytes().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, step);
    format!("{hash:032x}")
}

/// The numbers that are taken, and the last of the set.
struct Numbers<'a> {
    taken: &'a mut BTreeSet<String>,
    last: u32,
}

impl Numbers<'_> {
    /// Adds numbers after the last of `pages`, or after `before`, until there are `length`.
    fn stretch(&mut self, mut pages: Vec<String>, length: usize, before: &str) -> Vec<String> {
        while pages.len() < length {
            let after = pages.last().map_or(before, String::as_str).to_owned();
            let next = self.next(&after);
            pages.push(next);
        }
        pages
    }

    fn next(&mut self, after: &str) -> String {
        let at_end = trunk(after).is_none_or(|n| n >= self.last) && !after.contains('-');
        let mut next = if at_end { (trunk(after).unwrap_or(self.last) + 1).to_string() } else { branch(after) };
        while self.taken.contains(&next) {
            next = if at_end { (trunk(&next).unwrap_or(self.last) + 1).to_string() } else { branch(&next) };
        }
        if at_end {
            self.last = trunk(&next).unwrap_or(self.last);
        }
        self.taken.insert(next.clone());
        next
    }
}

/// The figure before the branch: 13 of 13-2.
fn trunk(label: &str) -> Option<u32> {
    label.split('-').next()?.parse().ok()
}

/// The branch that follows: 13-2 after 13, 13-3 after 13-2.
fn branch(label: &str) -> String {
    match label.split_once('-') {
        Some((trunk, branch)) => format!("{trunk}-{}", branch.parse::<u32>().unwrap_or(1) + 1),
        None => format!("{label}-2"),
    }
}

/// 12～14, 20: pages in a few words, as they follow each other.
pub fn page_ranges(pages: &[String]) -> Vec<(String, String)> {
    let mut ranges: Vec<(String, String)> = Vec::new();
    for page in pages {
        match ranges.last_mut() {
            Some((_, last)) if follows(last, page) => last.clone_from(page),
            _ => ranges.push((page.clone(), page.clone())),
        }
    }
    ranges
}

/// Whether a page's number comes right after another's.
fn follows(last: &str, page: &str) -> bool {
    match (last.contains('-'), page.contains('-')) {
        (false, false) => trunk(last).zip(trunk(page)).is_some_and(|(a, b)| a + 1 == b),
        _ => branch(last) == page,
    }
}

#[cfg(test)]
#[path = "paper_set/tests.rs"]
mod tests;
