//! Comparing with what is committed under `tests/golden/documents/`.

use std::fs;
use std::path::{Path, PathBuf};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden/documents").join(name)
}

fn writing() -> bool {
    std::env::var("GOLDEN").is_ok_and(|v| v == "write")
}

/// The text must be the golden one to the letter.
pub(crate) fn text(name: &str, found: &str) {
    let path = path(name);
    if writing() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        return fs::write(&path, found).unwrap();
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differs = wanted.lines().zip(found.lines()).enumerate().find(|(_, (a, b))| a != b);
    if let Some((at, (a, b))) = differs {
        panic!("{name}, line {}:\n  golden: {a}\n  found:  {b}\n(GOLDEN=write writes it anew)", at + 1);
    }
    assert_eq!(
        wanted.lines().count(),
        found.lines().count(),
        "{name}: another number of lines (GOLDEN=write writes it anew)"
    );
}

/// The picture must be the golden one but for what another version of the
/// renderer smooths differently: a mean difference below 1.5 % of full scale.
pub(crate) fn picture(name: &str, found: &image::GrayImage) {
    let path = path(name);
    if writing() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        return found.save(&path).unwrap();
    }
    let wanted = image::open(&path).unwrap_or_else(|e| panic!("{name}: {e} (GOLDEN=write writes it)")).to_luma8();
    assert_eq!(wanted.dimensions(), found.dimensions(), "{name}: another size");
    let sum: u64 = wanted.pixels().zip(found.pixels()).map(|(a, b)| u64::from(a.0[0].abs_diff(b.0[0]))).sum();
    let mean = sum as f64 / (255.0 * wanted.pixels().len() as f64);
    if mean > 0.015 {
        let seen = std::env::temp_dir().join(name.replace('/', "_"));
        found.save(&seen).unwrap();
        panic!("{name}: differs by {:.2} %; what was found is in {}", mean * 100.0, seen.display());
    }
}
