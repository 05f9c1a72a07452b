//! Reads tauri.conf.json and the capabilities. The one command is named here, so
//! that a page may call it only where a capability says so.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["bridge"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
    }
}
