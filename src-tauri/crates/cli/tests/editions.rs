//! Whose edition a file is stands in its name: none takes the place of another.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;

/// Runs a command into a folder and lists the files that it left there.
fn files(folder: &tempfile::TempDir, arguments: &[&str]) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entaku"));
    command.env_remove("ENTAKU_COUNCIL").args(arguments).arg("--out").arg(folder.path());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let names = std::fs::read_dir(folder.path()).unwrap();
    names.map(|f| f.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_public_edition_has_a_name_of_its_own() {
    for what in ["issues", "tree"] {
        let folder = tempfile::tempdir().unwrap();
        let members = files(&folder, &[what, "--on", "R8.10.14"]).len();
        let both = files(&folder, &[what, "--on", "R8.10.14", "--public"]);
        assert_eq!(both.len(), 2 * members, "{both:?}");
        assert_eq!(both.iter().filter(|name| name.contains("公表用")).count(), members, "{both:?}");
    }
}

#[test]
fn withheld_names_are_in_no_public_file() {
    let folder = tempfile::tempdir().unwrap();
    for name in files(&folder, &["tree", "--on", "R8.10.14", "--public"]) {
        let text = String::from_utf8_lossy(&std::fs::read(folder.path().join(&name)).unwrap()).into_owned();
        assert!(!text.contains("比良坂") && !text.contains("富岡"), "{name}");
    }
}

#[test]
fn one_call_makes_both_editions_of_a_packet() {
    let folder = tempfile::tempdir().unwrap();
    let packet = ["packet", "全体会", "--year", "R8", "--number", "2"];
    let both = files(&folder, &packet);
    for part in ["委員用.pdf", "委員用.txt", "公表用.pdf", "公表用.txt", "印刷・部数表.pdf"] {
        assert!(both.iter().any(|name| name.ends_with(part)), "{part} in {both:?}");
    }
    let only = tempfile::tempdir().unwrap();
    let public = files(&only, &[&packet[..], &["--public"]].concat());
    assert!(public.iter().all(|name| name.contains("公表用")), "{public:?}");
}
