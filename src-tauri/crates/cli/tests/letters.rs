//! Letters from the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;

fn run(folder: &tempfile::TempDir, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entaku"));
    command.env_remove("ENTAKU_COUNCIL").args(arguments).arg("--out").arg(folder.path());
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn endings(folder: &tempfile::TempDir) -> Vec<String> {
    let names = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let mut endings: Vec<String> = names.map(|n| n.rsplit_once('.').unwrap().1.to_owned()).collect();
    endings.sort();
    endings
}

#[test]
fn a_letter_for_each_member_of_a_body_in_three_forms() {
    let folder = tempfile::tempdir().unwrap();
    let (well, words) = run(&folder, &["letters", "委嘱状", "全体会", "--on", "R8.10.1", "--numbered"]);
    assert!(well, "{words}");
    assert_eq!(endings(&folder), ["docx", "pdf", "txt"]);
}

#[test]
fn a_request_says_by_when_to_answer() {
    let folder = tempfile::tempdir().unwrap();
    let ask = [
        "letters",
        "request",
        "全体会",
        "--on",
        "R10.2.1",
        "--start",
        "R10.4.1",
        "--due",
        "R10.2.28",
        "--format",
        "txt",
    ];
    let (well, words) = run(&folder, &ask);
    assert!(well, "{words}");
    let name = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    assert!(std::fs::read_to_string(name).unwrap().contains("回答期限"));
}

#[test]
fn what_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (well, words) = run(&folder, &["letters", "委嘱状", "全体会", "--only", "いない人"]);
    assert!(!well && words.contains("選ばれていません"), "{words}");
    let (well, _) = run(&folder, &["letters", "手紙", "全体会"]);
    assert!(!well);
}
