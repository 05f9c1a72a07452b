//! The composition chart (構成図): the council's bodies as a tree, with the
//! names of officers and members on a day.

use serde::{Deserialize, Serialize};

use crate::graph::Sheet;

/// One seat of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Office or category (会長, ⑴); may be empty.
    #[serde(default)]
    pub role: String,
    /// The person as printed, or the caller's word for a vacancy (欠員).
    pub name: String,
    /// Organisation and post; may be empty.
    #[serde(default)]
    pub affiliation: String,
    /// Drawn lighter.
    #[serde(default)]
    pub vacant: bool,
}

/// A body in the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreeBody {
    /// Unique within the tree.
    pub key: String,
    /// The name as printed.
    pub name: String,
    /// At the right of the name (年3回, 18人); may be empty.
    #[serde(default)]
    pub badge: String,
    /// Key of the body above; none for a root.
    #[serde(default)]
    pub parent: Option<String>,
    /// Officers first, then members, in the order to print.
    #[serde(default)]
    pub seats: Vec<Seat>,
}

/// Everything a composition chart needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreeInput {
    /// 鎌倉市障害者支援協議会 構成図.
    pub title: String,
    /// 令和8年4月1日現在; may be empty.
    #[serde(default)]
    pub as_of: String,
    /// The bodies, parents before or after their children.
    pub bodies: Vec<TreeBody>,
    /// Paper.
    #[serde(default)]
    pub sheet: Sheet,
}

/// Bodies in reading order: each before those under it. A body whose parent
/// is missing counts as a root.
pub(crate) fn tree_order(input: &TreeInput) -> Vec<usize> {
    let mut order = Vec::new();
    let keys: Vec<&str> = input.bodies.iter().map(|body| body.key.as_str()).collect();
    for (at, body) in input.bodies.iter().enumerate() {
        let has_parent = body.parent.as_deref().is_some_and(|parent| keys.contains(&parent));
        if !has_parent {
            descend(input, at, &mut order);
        }
    }
    order
}

fn descend(input: &TreeInput, at: usize, order: &mut Vec<usize>) {
    if order.contains(&at) {
        return;
    }
    order.push(at);
    let Some(key) = input.bodies.get(at).map(|body| &body.key) else { return };
    for (child, body) in input.bodies.iter().enumerate() {
        if body.parent.as_ref() == Some(key) {
            descend(input, child, order);
        }
    }
}
