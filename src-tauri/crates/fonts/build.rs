//! Says in one sentence what to do when the font files have not been fetched.

use std::path::Path;
use std::process::ExitCode;

const FILES: [&str; 5] = [
    "BIZUDPGothic-Regular.ttf",
    "BIZUDPGothic-Bold.ttf",
    "BIZUDMincho-Regular.ttf",
    "NotoSansJP-Regular.ttf",
    "NotoSansJP-Bold.ttf",
];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    // Asked when it runs, not when it was compiled: another clone may have built this script.
    let home = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&home).join("../../../assets/fonts");
    let missing: Vec<&str> = FILES
        .into_iter()
        .filter(|name| {
            println!("cargo::rerun-if-changed={}", folder.join(name).display());
            !folder.join(name).is_file()
        })
        .collect();
    if missing.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!(
        "cargo::error=assets/fonts lacks {}: run ./run or scripts/fonts.sh once to fetch the fonts.",
        missing.join(", ")
    );
    ExitCode::FAILURE
}
