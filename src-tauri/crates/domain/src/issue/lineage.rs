//! Which issue came out of which (課題のつながり): many out of one, one out of many, year after year.

use super::{IssueEvent, IssueLink, LinkKind, Stage, StepKind};
use crate::id::IssueId;
use std::collections::{BTreeMap, VecDeque};

/// How far apart two issues stand in a lineage: 1 for those that are joined directly.
pub type Steps = u32;

/// The links of many issues, found by either end.
#[derive(Debug, Default)]
pub struct Lineage<'a> {
    from: BTreeMap<IssueId, Vec<&'a IssueLink>>,
    to: BTreeMap<IssueId, Vec<&'a IssueLink>>,
}

impl<'a> Lineage<'a> {
    /// From all links that there are.
    pub fn new(links: &'a [IssueLink]) -> Self {
        let mut all = Self::default();
        for link in links {
            all.from.entry(link.from).or_default().push(link);
            all.to.entry(link.to).or_default().push(link);
        }
        all
    }

    /// The issues that one came out of, the nearest first, each once.
    pub fn ancestors(&self, of: IssueId) -> Vec<(IssueId, Steps)> {
        walk(of, |id| self.to.get(&id).into_iter().flatten().map(|l| l.from).collect())
    }

    /// The issues that came out of one, the nearest first, each once.
    pub fn descendants(&self, of: IssueId) -> Vec<(IssueId, Steps)> {
        walk(of, |id| self.from.get(&id).into_iter().flatten().map(|l| l.to).collect())
    }

    /// The issues that became part of one, or of one that it came out of: whoever raised them is
    /// owed an answer there (V18).
    pub fn parts(&self, of: IssueId) -> Vec<IssueId> {
        let family = self.ancestors(of);
        let is_part = |id: &IssueId| {
            let links = self.from.get(id).into_iter().flatten().filter(|l| l.kind == LinkKind::Merged);
            links.map(|l| l.to).any(|to| to == of || family.iter().any(|(known, _)| *known == to))
        };
        family.iter().map(|(id, _)| *id).filter(is_part).collect()
    }

    /// Whether an issue would come out of itself, if `to` came out of `from`.
    pub fn would_circle(&self, from: IssueId, to: IssueId) -> bool {
        from == to || self.ancestors(from).iter().any(|(id, _)| *id == to)
    }
}

/// Everything that is reached from an issue, the nearest first, without itself.
fn walk(of: IssueId, next: impl Fn(IssueId) -> Vec<IssueId>) -> Vec<(IssueId, Steps)> {
    let mut found: Vec<(IssueId, Steps)> = Vec::new();
    let mut waiting = VecDeque::from([(of, 0)]);
    while let Some((id, steps)) = waiting.pop_front() {
        for other in next(id) {
            if other != of && !found.iter().any(|(known, _)| *known == other) {
                found.push((other, steps + 1));
                waiting.push_back((other, steps + 1));
            }
        }
    }
    found
}

/// Whether an issue is closed because others go on with it: what is owed for it is owed there (V18).
pub fn passed_on(events: &[IssueEvent]) -> bool {
    let on = |kind| matches!(kind, StepKind::Split | StepKind::Merged | StepKind::CarriedOn);
    events.last().is_some_and(|e| e.stage.is_final() && on(e.kind))
}

/// The stage at which an issue begins that is split off. What the plenary approved stays
/// approved; what the city was told of the whole it was not told of the part.
pub fn stage_of_part(whole: Stage) -> Stage {
    match whole {
        Stage::Proposed | Stage::Answered => Stage::Approved,
        Stage::Reflected | Stage::Closed => Stage::Received,
        before => before,
    }
}

/// The stage at which an issue begins into which others are merged: that of the one that has
/// come least far. It is approved only when the plenary has approved each.
pub fn stage_of_merged(parts: &[Stage]) -> Stage {
    let far = |s: &Stage| FAR.iter().position(|known| known == s);
    let stages = parts.iter().map(|s| stage_of_part(*s));
    stages.min_by_key(far).unwrap_or(Stage::Received)
}

/// The stages at which a part may begin, by how far they are on the way: what the plenary put
/// off or sent back is not as far as what it has before it.
const FAR: [Stage; 8] = [
    Stage::Received,
    Stage::Sorting,
    Stage::Theme,
    Stage::Returned,
    Stage::Deliberating,
    Stage::Continued,
    Stage::Reported,
    Stage::Approved,
];

#[cfg(test)]
mod tests {
    //! Lineages of many issues, and where a part and a whole begin.
    use super::*;

    fn id(key: &str) -> IssueId {
        IssueId::from_key(key)
    }

    fn links(all: &[(&str, &str, LinkKind)]) -> Vec<IssueLink> {
        let link = |(from, to, kind): &(&str, &str, LinkKind)| IssueLink {
            from: id(from),
            to: id(to),
            kind: *kind,
            reason: String::new(),
        };
        all.iter().map(link).collect()
    }

    fn family() -> Vec<IssueLink> {
        use LinkKind::{Follows, Merged, Split};
        links(&[("a", "b", Split), ("a", "c", Split), ("b", "d", Merged), ("x", "d", Merged), ("d", "e", Follows)])
    }

    #[test]
    fn a_lineage_is_many_to_many() {
        let links = family();
        let all = Lineage::new(&links);
        assert_eq!(all.ancestors(id("e")), [(id("d"), 1), (id("b"), 2), (id("x"), 2), (id("a"), 3)]);
        assert_eq!(all.descendants(id("a")), [(id("b"), 1), (id("c"), 1), (id("d"), 2), (id("e"), 3)]);
        assert_eq!(all.descendants(id("e")), []);
        assert_eq!(all.parts(id("d")), [id("b"), id("x")], "what was split off is no part");
        assert_eq!(all.parts(id("e")), [id("b"), id("x")], "what is carried on is still owed");
        assert_eq!(all.parts(id("c")), []);
    }

    #[test]
    fn no_issue_comes_out_of_itself() {
        let links = family();
        let all = Lineage::new(&links);
        for (from, to, circles) in
            [("e", "a", true), ("d", "b", true), ("a", "a", true), ("a", "e", false), ("c", "d", false)]
        {
            assert_eq!(all.would_circle(id(from), id(to)), circles, "{from} → {to}");
        }
    }

    #[test]
    fn a_lineage_that_runs_in_a_circle_ends_all_the_same() {
        let links = links(&[("a", "b", LinkKind::Split), ("b", "a", LinkKind::Merged)]);
        assert_eq!(Lineage::new(&links).ancestors(id("a")), [(id("b"), 1)]);
    }

    #[test]
    fn v17_approval_of_a_part_is_not_that_of_the_whole() {
        use Stage as S;
        for (whole, part) in [
            (S::Received, S::Received),
            (S::Deliberating, S::Deliberating),
            (S::Returned, S::Returned),
            (S::Approved, S::Approved),
            (S::Proposed, S::Approved),
            (S::Answered, S::Approved),
            (S::Closed, S::Received),
        ] {
            assert_eq!(stage_of_part(whole), part, "{whole:?}");
        }
        assert_eq!(stage_of_merged(&[S::Approved, S::Deliberating, S::Reported]), S::Deliberating);
        assert_eq!(stage_of_merged(&[S::Approved, S::Continued]), S::Continued);
        assert_eq!(stage_of_merged(&[S::Approved, S::Proposed]), S::Approved);
        assert_eq!(stage_of_merged(&[]), S::Received);
    }
}
