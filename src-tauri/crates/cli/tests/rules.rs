//! The worked examples of V1 to V11 through the command line, on a council in a folder;
//! and the friendly commands for terms and elections.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(unreachable_pub)]
#[path = "../../../../tests/support/src/rules.rs"]
mod examples;

use examples::walk;
use serde_json::Value;
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

/// A council in a folder.
fn council() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("council").to_str().unwrap().to_owned();
    says(&["new", &path]);
    (folder, path)
}

#[test]
fn v1_to_v11_by_their_worked_examples() {
    let (_folder, path) = council();
    walk(&mut |name, args| {
        let output = entaku(&["--council", &path, "call", name, &args.to_string()]);
        let said = String::from_utf8(output.stderr).unwrap();
        if !output.status.success() {
            return Err(said);
        }
        Ok(serde_json::from_slice::<Value>(&output.stdout).unwrap())
    });
}

#[test]
fn a_term_is_told_with_its_derivation() {
    let said = says(&["term", "全体会", "--start", "R8.9.15"]);
    assert!(said.contains("満了日: 令和10年（2028年）3月31日") && said.contains("翌年度の末日"), "{said}");
    let said = says(&["term", "全体会", "--start", "R9.7.1", "--predecessor", "R10.3.31"]);
    assert!(said.contains("条文どおり: 令和11年（2029年）3月31日"), "V4: {said}");
    assert!(
        said.contains("残任期間: 令和10年（2028年）3月31日") && said.contains("どちらによるかを選びます"),
        "V4: {said}"
    );
    let said = says(&["term", "全体会", "--start", "R8.9.1", "--predecessor", "R10.3.31"]);
    assert!(said.contains("選ぶ必要はありません"), "V4: {said}");
    let listed = says(&["call"]);
    assert!(listed.contains("end_appointment") && listed.lines().count() < 200, "{listed}");
    let fields = says(&["call", "--fields", "end_appointment"]);
    assert!(fields.contains("notice_on: string | null") && !fields.contains("SeatChoice"), "{fields}");
    let help = says(&["elect", "--help"]);
    assert!(help.contains("選任方法") && !help.contains("Usage"), "{help}");
}

#[test]
fn officers_are_elected_and_their_history_is_told() {
    let (_folder, path) = council();
    let history = says(&["--council", &path, "officers", "全体会"]);
    let chair = history.lines().find(|line| line.starts_with("会長")).expect("a chair").to_owned();
    let members = says(&["--council", &path, "members", "全体会", "--on", "R8.10.14"]);
    let plain = |line: &&str| !line.contains('［') && !line.contains("欠員") && line.contains('～');
    let name = members.lines().find(plain).and_then(|line| line.split('　').next()).unwrap();
    let name = name.split_whitespace().last().unwrap().to_owned();
    let person = members.lines().find(|line| line.contains(&name)).unwrap();
    let full: String = person.split(' ').nth(1).unwrap().split('　').take(2).collect::<Vec<_>>().join("　");
    let ask =
        ["--council", &path, "elect", "全体会", "--year", "R8", "--number", "2", "--title", "会長", "--person", &full];
    let refused = entaku(&ask);
    assert!(String::from_utf8(refused.stderr).unwrap().contains("［rule］"), "somebody is the chair");
    let said = says(&[&ask[..], &["--replaces"]].concat());
    assert!(said.contains("委員の互選により、異議なく、") && said.contains("が会長に選出された。"), "{said}");
    let now = says(&["--council", &path, "officers", "全体会"]);
    assert!(now.lines().filter(|line| line.starts_with("会長")).count() > 1 && !now.contains(&chair), "{now}");
}
