//! Proposals by the command line: the item of a plan in which one ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use std::process::{Command, Output};

fn entaku(council: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entaku"));
    command.env_remove("ENTAKU_COUNCIL").arg("--council").arg(council).args(arguments).output().unwrap()
}

fn called(council: &str, name: &str, form: &Value) -> Value {
    let output = entaku(council, &["call", name, &form.to_string()]);
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn an_item_that_several_plans_have_is_asked_for_with_its_plan() {
    let folder = tempfile::tempdir().unwrap();
    let council = folder.path().join("council").to_str().unwrap().to_owned();
    assert!(Command::new(env!("CARGO_BIN_EXE_entaku")).arg("new").arg(&council).output().unwrap().status.success());
    for (plan, title) in [("障害者計画", "住まい"), ("地域福祉計画", "見守り")] {
        let id = called(&council, "save_plan", &json!({ "name": plan, "kind": "own" }))["output"].clone();
        called(&council, "save_plan_item", &json!({ "plan": id, "number": "2-(3)", "title": title, "target": "" }));
    }
    assert!(entaku(&council, &["proposals", "add", "住まいについて", "--to", "市長"]).status.success());
    let ends_in = |item: &str| {
        let ask = ["proposals", "outcome", "住まいについて", "--on", "R8.4.1", "--outcome", "partly", "--item", item];
        String::from_utf8(entaku(&council, &ask).stderr).unwrap()
    };
    let refused = ends_in("2-(3)");
    assert!(refused.contains("ambiguous_item"), "{refused}");
    assert!(refused.contains("障害者計画") && refused.contains("地域福祉計画"), "{refused}");
    // Found: what is refused then is the outcome of a draft.
    for one in ["見守り", "2-(3)　住まい", "障害者計画　2-(3)", "地域福祉計画2-(3)"] {
        let refused = ends_in(one);
        assert!(refused.contains("［rule］"), "{one}: {refused}");
    }
    assert!(ends_in("2-(4)").contains("unknown_record"));
}
