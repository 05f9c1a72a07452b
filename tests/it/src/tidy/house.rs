//! Who may call whom, from `cargo metadata`: only downwards, and the heavy
//! libraries behind one crate each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

use super::{none, root};

/// Each crate and whom of the house it may know. A crate that is not listed
/// may not exist.
const MAY_KNOW: [(&str, &[&str]); 18] = [
    ("domain", &[]),
    ("fonts", &[]),
    ("store", &["domain"]),
    ("chart", &["domain", "fonts"]),
    ("documents", &["domain", "chart"]),
    ("vault", &["domain"]),
    ("sheets", &["domain"]),
    ("word", &["documents"]),
    ("press", &["domain", "fonts", "chart", "documents"]),
    ("app", &["domain", "store", "fonts", "chart", "documents", "sheets", "word"]),
    ("cli", &["domain", "store", "chart", "documents", "sheets", "app", "press", "vault"]),
    ("desk", &["domain", "store", "chart", "documents", "sheets", "app", "support", "vault"]),
    ("window", &["app", "desk", "documents", "press"]),
    ("test-server", &["app", "desk", "documents", "press", "support"]),
    ("support", &["domain", "store", "app"]),
    ("it", &["domain", "store", "chart", "documents", "sheets", "app", "desk", "support"]),
    ("documents-tests", &["domain", "fonts", "chart", "documents", "press", "app", "store", "support"]),
    ("bench", &["domain", "store", "fonts", "chart", "documents", "press", "sheets", "app", "support"]),
];

/// Libraries that the daily loop must not build.
const HEAVY: [&str; 4] = ["typst", "qpdf", "qpdf-sys", "tauri"];

/// The crates that may build them.
const HEAVY_CRATES: [&str; 6] = ["press", "cli", "documents-tests", "bench", "window", "test-server"];

/// The workspace's packages and everything they are built from.
pub(super) static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()
        .expect("cargo metadata")
});

#[test]
fn calls_go_down_only() {
    let may_know = BTreeMap::from(MAY_KNOW);
    let mut breaches = Vec::new();
    for package in METADATA.workspace_packages() {
        let name = short(&package.name);
        let Some(allowed) = may_know.get(name) else {
            breaches.push(format!("{name} has no place in the table"));
            continue;
        };
        let known = package.dependencies.iter();
        let known = known.filter_map(|d| d.name.strip_prefix("entaku-"));
        let wrong = known.filter(|other| !allowed.contains(other));
        breaches.extend(wrong.map(|other| format!("{name} may not know {other}")));
    }
    none("who may call whom", breaches);
}

#[test]
fn the_daily_loop_is_light() {
    let mut breaches = Vec::new();
    for package in METADATA.workspace_packages() {
        let name = short(&package.name);
        if HEAVY_CRATES.contains(&name) {
            continue;
        }
        let built = built_from([package.id.clone()], |_| true);
        let heavy = built.iter().filter(|p| HEAVY.contains(&p.name.as_str()));
        breaches.extend(heavy.map(|p| format!("{name} builds {}", p.name)));
    }
    none("a bare `cargo test` builds neither Typst nor qpdf nor Tauri", breaches);
    let daily = METADATA.workspace_default_packages();
    let daily: BTreeSet<_> = daily.iter().map(|p| short(&p.name)).collect();
    let all = METADATA.workspace_packages();
    let light = all.iter().map(|p| short(&p.name));
    let light: BTreeSet<_> = light.filter(|name| !HEAVY_CRATES.contains(name)).collect();
    assert_eq!(daily, light, "default-members are exactly the light crates");
}

#[test]
fn the_domain_is_pure() {
    let domain = METADATA.workspace_packages();
    let domain = domain.iter().find(|p| short(&p.name) == "domain").unwrap();
    let allowed = ["chrono", "serde", "thiserror", "uuid"];
    let normal = domain.dependencies.iter().filter(|d| d.kind == DependencyKind::Normal);
    let others = normal.filter(|d| !allowed.contains(&d.name.as_str()));
    none("the domain knows plain values only", others.map(|d| d.name.clone()).collect());
}

/// Everything `roots` are built from, roots included, following the kinds of
/// dependency that `follow` accepts.
pub(super) fn built_from(
    roots: impl IntoIterator<Item = PackageId>,
    follow: impl Fn(DependencyKind) -> bool,
) -> Vec<&'static Package> {
    let nodes = &METADATA.resolve.as_ref().unwrap().nodes;
    let nodes: BTreeMap<_, _> = nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::new();
    let mut open: Vec<PackageId> = roots.into_iter().collect();
    while let Some(id) = open.pop() {
        let needed = nodes[&id].deps.iter();
        let needed = needed.filter(|d| d.dep_kinds.iter().any(|k| follow(k.kind)));
        let needed: Vec<_> = needed.map(|d| d.pkg.clone()).collect();
        if seen.insert(id) {
            open.extend(needed);
        }
    }
    let packages = METADATA.packages.iter();
    packages.filter(|p| seen.contains(&p.id)).collect()
}

fn short(name: &str) -> &str {
    name.strip_prefix("entaku-").unwrap_or(name)
}
