//! Bad input on the command line: a stable code, a sentence in Japanese, an exit
//! status that is not 0, and what stood there untouched.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn entaku(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entaku"));
    command.env_remove("ENTAKU_COUNCIL").args(arguments).output().unwrap()
}

/// Runs a command that must fail with a code, and returns what it says.
fn refused(code: &str, arguments: &[&str]) -> String {
    let output = entaku(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(&format!("［{code}］")), "{arguments:?} says: {said}");
    assert!(said.contains('→'), "no hint: {said}");
    let status = output.status.code().unwrap();
    assert_eq!(status, if code == "usage" { 2 } else { 1 }, "{arguments:?}");
    said
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/pdf").join(name)
}

#[test]
fn unknown_things_and_days_out_of_range() {
    let folder = tempfile::tempdir().unwrap();
    let out = path(&folder, "out");
    let packet = |body: &'static str, year: &'static str, number: &'static str| {
        ["packet", body, "--year", year, "--number", number, "--out"]
    };
    for (code, arguments) in [
        ("unknown_body", packet("存在しない会", "R8", "1")),
        ("unknown_meeting", packet("全体会", "R8", "99")),
        ("unknown_meeting", packet("全体会", "R6", "1")),
        ("bad_year", packet("全体会", "昭和99年", "1")),
    ] {
        let mut arguments = arguments.to_vec();
        arguments.push(&out);
        refused(code, &arguments);
    }
    refused("bad_day", &["round", "--on", "R10.2.30"]);
    refused("unknown_body", &["round", "存在しない会", "--on", "R10.3.31"]);
    refused("bad_day", &["roster", "全体会", "--on", "R8.2.30", "--out", &out]);
    refused("bad_year", &["chart", "--year", "9999", "--out", &out]);
    refused("nothing_in_year", &["chart", "--year", "1999", "--out", &out]);
    refused("nothing_in_year", &["roster", "全体会", "--on", "1990-01-01", "--out", &out]);
    refused("nothing_in_year", &["issues", "--on", "1990-01-01", "--out", &out]);
    refused("unknown_record", &["call", "end_appointment", r#"{"appointment":"x","on":"R8.4.1","reason":"died"}"#]);
    refused("bad_request", &["call", "no_such_command"]);
    refused("usage", &["frobnicate"]);
    refused("usage", &["packet"]);
    assert!(!folder.path().join("out").exists(), "a refused command left files");
}

#[test]
fn a_meeting_without_papers() {
    let folder = tempfile::tempdir().unwrap();
    let council = path(&folder, "council");
    assert!(entaku(&["new", &council]).status.success());
    let meeting = r#"{"body":"全体会","date":"R9.3.24","start":"14:00","end":null,"place":""}"#;
    assert!(entaku(&["--council", &council, "call", "add_meeting", meeting]).status.success());
    let out = path(&folder, "out");
    refused("no_papers", &["--council", &council, "packet", "全体会", "--year", "R8", "--number", "4", "--out", &out]);
    refused("council_exists", &["new", &council]);
    refused("council_not_found", &["--council", &out, "bodies"]);
}

#[test]
fn files_that_cannot_be_papers() {
    let folder = tempfile::tempdir().unwrap();
    let council = path(&folder, "council");
    assert!(entaku(&["new", &council]).status.success());
    let history = || entaku(&["--council", &council, "history", "--limit", "100"]).stdout;
    let before = history();
    let large = folder.path().join("大きい.pdf");
    std::fs::File::create(&large).unwrap().set_len(200_000_000).unwrap();
    let text = folder.path().join("文章.pdf");
    std::fs::write(&text, "これはPDFではありません。").unwrap();
    let empty = folder.path().join("空.pdf");
    std::fs::write(&empty, "").unwrap();
    for (code, file) in [
        ("file_too_large", large),
        ("paper_kind", text),
        ("paper_empty", empty),
        ("paper_encrypted", fixture("encrypted.pdf")),
        ("read_file", folder.path().join("ない.pdf")),
    ] {
        let add = ["--council", &council, "add-paper", "全体会", "--year", "R8", "--number", "2"];
        let mut arguments = add.to_vec();
        arguments.extend(["--paper", "資料99", "--title", "試験", file.to_str().unwrap()]);
        let said = refused(code, &arguments);
        assert!(said.contains(&*file.file_name().unwrap().to_string_lossy()), "the file is not named: {said}");
    }
    assert_eq!(history(), before, "a refused paper left a change");
}

#[test]
fn names_that_no_one_has() {
    for (code, family) in
        [("text_too_long", "山".repeat(500)), ("text_control", "山\\u0007田".to_owned()), ("text_empty", String::new())]
    {
        let person =
            format!(r#"{{"family":"{family}","given":"","family_kana":"","given_kana":"","publication":"name"}}"#);
        refused(code, &["call", "add_person", &person]);
    }
}

#[test]
fn what_shift_jis_cannot_hold_is_listed_and_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = path(&folder, "out");
    let roster = ["roster", "全体会", "--on", "R8.10.14", "--internal", "--format", "cp932", "--out", &out];
    let said = refused("cp932_loss", &roster);
    assert!(said.contains("U+20BB7") && !said.contains("U+2474"), "{said}");
    assert!(!folder.path().join("out").exists());
    let mut replaced = roster.to_vec();
    replaced.push("--replace");
    assert!(entaku(&replaced).status.success());
}

/// A folder in which nobody, not even the administrator, may write.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_to() {
    refused("write_file", &["roster", "全体会", "--on", "R8.10.14", "--format", "txt", "--out", "/sys/entaku"]);
    refused("read_only", &["new", "/sys/entaku"]);
}

/// A disk that takes no more while a file is being written: the file that stood there stays.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up() {
    let folder = tempfile::tempdir().unwrap();
    let out = path(&folder, "out");
    let roster = ["roster", "全体会", "--on", "R8.10.14", "--format", "pdf", "--out", &out];
    assert!(entaku(&roster).status.success());
    let file = std::fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    let before = std::fs::read(&file).unwrap();
    // No more than 4 blocks of 512 bytes per file, with an error instead of a signal.
    let limited = format!("trap '' XFSZ; ulimit -f 4; exec \"{}\" \"$@\"", env!("CARGO_BIN_EXE_entaku"));
    let output = Command::new("sh").arg("-c").arg(limited).arg("sh").args(roster).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("［write_file］") || said.contains("［disk_full］"), "{said}");
    assert_eq!(std::fs::read(&file).unwrap(), before, "the file that stood there changed");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1, "a half file was left");
}
