//! Written opinions through the command line, on a council in a folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::{Command, Output};

fn entaku(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entaku"));
    command.env_remove("ENTAKU_COUNCIL").args(arguments).output().unwrap()
}

/// What a command says on standard output; it must succeed.
fn says(arguments: &[&str]) -> String {
    let output = entaku(arguments);
    let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {wrong}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_opinion_comes_with_its_file_and_goes_into_the_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let council = at("council");
    says(&["new", &council]);
    let of = ["--council", &council, "opinions", "地域事例みえるか会議", "--year", "R8", "--number", "3"];
    let replies = says(&["--council", &council, "replies", "地域事例みえるか会議", "--year", "R8", "--number", "3"]);
    let name = replies.lines().nth(1).unwrap().split('　').skip(1).take(2).collect::<Vec<_>>().join("　");

    std::fs::write(at("意見.exe"), b"MZ").unwrap();
    let refused = entaku(&[&of[..], &["--from", &name, "--file", &at("意見.exe")]].concat());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("受け取れない種類です"), "{said}");
    std::fs::write(at("意見.pdf"), b"%PDF opinion").unwrap();
    let said = says(&[&of[..], &["--from", &name, "--file", &at("意見.pdf")]].concat());
    assert!(said.contains("ファイル：意見.pdf") && said.contains(&name), "{said}");
    let said = says(&[&of[..], &["--to-minutes"]].concat());
    assert!(said.contains("意見書1件を、会議録に書き入れました。"), "{said}");
    says(&[&of[..], &["--files", "--out", &at("out")]].concat());
    let copied: Vec<String> = std::fs::read_dir(at("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|file| file.ends_with("意見.pdf"))
        .collect();
    assert_eq!(copied, [format!("意見書_{name}_意見.pdf")]);
}
