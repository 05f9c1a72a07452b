//! Cases by the command line: begun, received, let go to the ledger; and documents that hold
//! words of them are stopped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::{Command, Output};

const PASS: &str = "mieruka-kaigi 2026";

struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    fn new() -> Self {
        let room = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::write(room.at("合言葉"), format!("{PASS}\n")).unwrap();
        let made = Command::new(env!("CARGO_BIN_EXE_entaku")).arg("new").arg(room.at("council")).output().unwrap();
        assert!(made.status.success());
        room
    }

    fn at(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str], passphrase: Option<&str>) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_entaku"));
        command.env_remove("ENTAKU_COUNCIL").env_remove("ENTAKU_CASES_PASSPHRASE").env("USER", "渡邉");
        if let Some(passphrase) = passphrase {
            command.env("ENTAKU_CASES_PASSPHRASE", passphrase);
        }
        command.stdin(std::process::Stdio::null());
        command.arg("--council").arg(self.at("council")).args(arguments).output().unwrap()
    }

    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments, Some(PASS));
        let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {wrong}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn refuses(&self, arguments: &[&str], passphrase: Option<&str>) -> String {
        let output = self.run(arguments, passphrase);
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn a_case_goes_to_the_ledger_and_its_words_stop_documents() {
    let room = Room::new();
    let out = room.at("out");
    let out = out.to_str().unwrap();
    assert!(room.refuses(&["cases", "begin"], Some("short")).contains("合言葉が短すぎます"));
    let file = room.at("合言葉");
    let begun = room.run(&["cases", "begin", "--passphrase-file", file.to_str().unwrap()], None);
    assert!(begun.status.success(), "{}", String::from_utf8_lossy(&begun.stderr));
    assert!(room.refuses(&["cases", "begin"], Some(PASS)).contains("もう始まっています"));
    assert!(room.refuses(&["cases", "list"], Some("another one 1234")).contains("合言葉が違います"));

    let case = room.at("case.json");
    let case = case.to_str().unwrap();
    std::fs::write(case, r#"{"name":""}"#).unwrap();
    room.refuses(&["cases", "add", case], Some(PASS));
    std::fs::write(case, r#"{"name":"鰐淵　波留子","nickname":"x"}"#).unwrap();
    assert!(room.refuses(&["cases", "add", case], Some(PASS)).contains("bad_request"));
    for (key, value) in [("phone", "467998765"), ("facilities", "\"ひなげし作業所\""), ("related", "[3]")] {
        std::fs::write(case, format!(r#"{{"name":"鰐淵　波留子","{key}":{value}}}"#)).unwrap();
        let refused = room.refuses(&["cases", "add", case], Some(PASS));
        assert!(refused.contains("bad_request") && refused.contains(&format!("`{key}`")), "{refused}");
    }
    let told = r#"{"name":"鰐淵　波留子","received_on":"R2.9.1","phone":"0467-99-8765","facilities":["ひなげし作業所"],
        "gist":"ひなげし作業所の送迎が夜間にない。"}"#;
    std::fs::write(case, told).unwrap();
    assert!(room.says(&["cases", "add", case]).contains("事例R2-001"));
    let listed = room.says(&["cases", "list", "--due"]);
    assert!(listed.contains("R2-001") && listed.contains("期限切れ") && !listed.contains("鰐淵"), "{listed}");

    let release = ["cases", "release", "R2-1", "--title", "夜間の送迎", "--raised-by", "相談支援室 えんがわ"];
    let refused = room.refuses(&release, Some(PASS));
    assert!(refused.contains("case_words") && refused.contains("ひなげし作業所"), "{refused}");
    let title = ["cases", "release", "R2-1", "--title", "鰐淵波留子の送迎"];
    let named =
        [&title[..], &["--because", "ひなげし作業所=市内に一つで、公表されている", "--because", "鰐淵　波留子=見本"]]
            .concat();
    assert!(room.says(&named).contains("台帳に出しました"));

    let table = ["issues", "--out", out];
    let unseen = room.run(&table, None);
    assert!(unseen.status.success());
    assert!(String::from_utf8_lossy(&unseen.stderr).contains("確かめていません"));
    std::fs::remove_dir_all(out).unwrap();
    let refused = room.refuses(&table, Some(PASS));
    assert!(refused.contains("case_words") && refused.contains("--cases-reason"), "{refused}");
    assert_eq!(files(Path::new(out)), 0, "nothing was written");
    room.says(&[&table[..], &["--cases-reason", "委員だけに配る"]].concat());
    assert!(files(Path::new(out)) > 0);
    let kept = room.says(&["cases", "releases"]);
    assert!(kept.contains("事例R2-001の要旨を課題") && kept.contains("理由：委員だけに配る"), "{kept}");
    assert!(kept.contains("渡邉") && !kept.contains("鰐淵"), "{kept}");
}
