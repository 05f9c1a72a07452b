//! The desk under the window, with a window and a printer that are played: the
//! states of a folder, backups, preferences, long work, papers' files.

mod cases;
mod documents;
mod drafts;
mod folder;
mod founding;
mod home;
mod imports;
mod issued;
mod leaks;
mod opinions;
mod papers;
mod played;
mod safety;

use entaku_desk::Answer;
use played::Played;
use serde_json::{Value, json};

impl Played {
    /// A call that must succeed.
    fn ask(&self, name: &str, args: Value) -> Value {
        match self.desk.call(name, args, None) {
            Ok(Answer::Json(value)) => value,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// A call with a file that must succeed.
    fn send(&self, name: &str, args: Value, file: &[u8]) -> Value {
        match self.desk.call(name, args, Some(file.to_vec())) {
            Ok(Answer::Json(value)) => value,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// The content that a call answers.
    fn bytes(&self, name: &str, args: Value) -> Vec<u8> {
        match self.desk.call(name, args, None) {
            Ok(Answer::Bytes(bytes)) => bytes,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// The code of a call that is refused; what happened and what to do stand beside it.
    fn refused(&self, name: &str, args: Value, file: Option<&[u8]>) -> String {
        let error = self.desk.call(name, args, file.map(<[u8]>::to_vec)).expect_err(name);
        assert!(!error.message.is_empty() && !error.hint.is_empty(), "{error:?}");
        error.code
    }

    fn open(&self) -> Value {
        self.ask("open_folder", json!({ "folder": self.folder() }))
    }
}

#[test]
fn an_empty_desk_says_so_and_the_sample_is_not_kept() {
    let played = Played::new();
    assert_eq!(played.ask("start", json!({}))["desk"], json!({ "state": "none" }));
    assert_eq!(played.refused("list_people", json!({}), None), "no_council_open");
    assert_eq!(played.refused("safety", json!({}), None), "no_council_open");
    assert_eq!(played.refused("no_such_command", json!({}), None), "no_council_open");
    let opened = played.ask("open_sample", json!({}));
    assert_eq!((&opened["state"], &opened["sample"], &opened["folder"]), (&json!("open"), &json!(true), &Value::Null));
    assert_eq!(opened["year_label"], "令和8年度");
    assert!(played.ask("list_people", json!({})).as_array().unwrap().len() > 10);
    assert_eq!(played.ask("safety", json!({}))["kept"], false);
    assert_eq!(played.refused("no_such_command", json!({}), None), "bad_request");
    assert_eq!(played.refused("start", json!({ "x": 1 }), None), "bad_request");
    assert_eq!(played.refused("show_folder", json!({}), None), "no_council_open");
    assert_eq!(played.ask("close_council", json!({})), json!({ "state": "none" }));
    assert_eq!(played.refused("list_people", json!({}), None), "no_council_open");
}

#[test]
fn a_panic_is_an_error_and_a_line_without_names() {
    let played = Played::new();
    played.open();
    assert_eq!(played.refused("look_at_file", json!({ "name": "panic 山田花子.pdf" }), Some(b"x")), "internal");
    let log = std::fs::read_to_string(played.config().join("entaku.log")).unwrap();
    assert!(log.contains("panic call=look_at_file at=") && log.contains("played.rs:"), "{log}");
    assert!(!log.contains("山田"), "{log}");
    assert!(!played.ask("list_people", json!({})).as_array().unwrap().is_empty());
    played.ask("add_organization", json!({ "name": "福祉の会"  }));
}
