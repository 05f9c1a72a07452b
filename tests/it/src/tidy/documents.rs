//! What the project says about itself: the README's folder map, the list of
//! licences, and lock files that any registry can serve.

use std::collections::BTreeSet;

use cargo_metadata::DependencyKind;

use super::house::{METADATA, built_from};
use super::{FILES, none, read};

const MAP_OPENS: &str = "<!-- folder map -->";
const MAP_CLOSES: &str = "<!-- end of folder map -->";

#[test]
fn the_readme_maps_every_folder() {
    let readme = read("README.md");
    let (_, after) = readme.split_once(MAP_OPENS).expect("README.md has no folder map");
    let (map, _) = after.split_once(MAP_CLOSES).expect("the folder map does not end");
    let mapped: BTreeSet<String> = map
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(path, _)| path.to_owned())
        .collect();
    let tops = FILES.iter().filter_map(|path| path.split_once('/'));
    let tops = tops.map(|(top, _)| format!("{top}/"));
    let crates = METADATA.workspace_packages();
    let root = &METADATA.workspace_root;
    let crates = crates.iter().map(|p| {
        let folder = p.manifest_path.parent().unwrap().strip_prefix(root).unwrap();
        format!("{}/", folder.as_str().replace('\\', "/"))
    });
    let real: BTreeSet<String> = tops.chain(crates).collect();
    let missing = real.difference(&mapped).map(|f| format!("{f} is not in the map"));
    let gone = mapped.difference(&real).map(|f| format!("{f} is in the map only"));
    none("README.md's folder map", missing.chain(gone).collect());
}

#[test]
fn every_bundled_package_is_in_the_list_of_licences() {
    let list = read("assets/LICENCES.md");
    let listed: BTreeSet<&str> = list.lines().filter(|line| line.starts_with("| ")).collect();
    let product = METADATA.workspace_packages();
    let product = product.iter().filter(|p| {
        let path = p.manifest_path.as_str().replace('\\', "/");
        path.contains("/src-tauri/")
    });
    let roots = product.map(|p| p.id.clone());
    let bundled = built_from(roots, |kind| kind == DependencyKind::Normal);
    let outside = bundled.iter().filter(|p| p.source.is_some());
    let rows: BTreeSet<String> = outside
        .map(|p| {
            let licence = p.license.as_deref().unwrap_or("see its text");
            format!("| {} | {} | {licence} |", p.name, p.version)
        })
        .collect();
    let missing = rows.iter().filter(|row| !listed.contains(row.as_str()));
    none("run: node scripts/licences.mjs", missing.cloned().collect());
    let (_, table) = list.split_once("|---|---|---|\n").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let stale = table.lines().filter(|line| !rows.contains(*line));
    none("run: node scripts/licences.mjs", stale.map(str::to_owned).collect());
    for font in FILES.iter().filter(|path| path.ends_with("-OFL.txt")) {
        let text = read(font).replace("\r\n", "\n");
        assert!(list.contains(text.trim_end()), "{font} is not in assets/LICENCES.md");
    }
}

#[test]
fn lock_files_name_no_registry_host() {
    let locks = FILES.iter().filter(|path| path.ends_with("package-lock.json"));
    let named = locks.filter(|path| read(path).contains("\"resolved\""));
    none("npm install --omit-lockfile-registry-resolved", named.cloned().collect());
    let lock = read("Cargo.lock");
    let sources = lock.lines().filter(|line| line.starts_with("source = "));
    let others = sources.filter(|line| !line.contains("github.com/rust-lang/crates.io-index"));
    none("Cargo.lock names crates.io only", others.map(str::to_owned).collect());
}
