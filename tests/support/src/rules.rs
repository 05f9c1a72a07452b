//! The worked examples of V1 to V11 with their exact figures, told by commands: the tests
//! walk them inside the program and once more through the command line.

use serde_json::{Value, json};

/// Runs a command: its answer, or the words of its refusal.
pub type Call<'a> = dyn FnMut(&str, Value) -> Result<Value, String> + 'a;

/// Walks through all examples, on the sample council, on a day after 5 November 2026.
pub fn walk(call: &mut Call<'_>) {
    let mut it = Walk { call, people: 0 };
    it.v1_end_of_term();
    it.v2_v3_shorter_and_longer();
    it.v4_replacement();
    it.v5_day_of_appointment();
    it.v6_v7_category_and_overlap();
    it.v8_chair();
    it.v9_to_v11_subcommittee();
}

struct Walk<'a, 'b> {
    call: &'a mut Call<'b>,
    people: u32,
}

impl Walk<'_, '_> {
    fn ask(&mut self, name: &str, args: Value) -> Value {
        (self.call)(name, args.clone()).unwrap_or_else(|said| panic!("{name} {args}: {said}"))
    }

    fn refused(&mut self, name: &str, args: Value) -> String {
        match (self.call)(name, args.clone()) {
            Err(said) => said,
            Ok(answer) => panic!("{name} {args} was allowed: {answer}"),
        }
    }

    fn person(&mut self) -> Value {
        self.people += 1;
        let given = format!("試験{}", self.people);
        let ask = json!({ "family": "辻󠄀", "given": given, "family_kana": "つじ", "given_kana": "しけん", "publication": "name" });
        self.ask("add_person", ask)["output"].clone()
    }

    fn seat(&mut self, body: &str, category: Value, from: &str) -> Value {
        let ask = json!({ "body": body, "category": category, "filler": "person", "from": from });
        self.ask("add_seat", ask)["output"].clone()
    }

    /// An appointment to 全体会 in a seat of its own, with more that is said of it.
    fn appointment(&mut self, start: &str, more: Value) -> Value {
        let (seat, person) = (self.seat("全体会", json!(2), "R4.4.1"), self.person());
        with(json!({ "body": "全体会", "person": person, "category": 2, "seat": seat, "start": start }), more)
    }

    fn line(&mut self, person: &Value) -> Value {
        self.ask("person_details", json!({ "person": person, "on": "R9.8.1" }))["appointments"][0].clone()
    }

    fn v1_end_of_term(&mut self) {
        for (start, end) in [
            ("2022-04-01", "2024-03-31"),
            ("2022-07-15", "2024-03-31"),
            ("2023-03-31", "2024-03-31"),
            ("2023-04-01", "2025-03-31"),
            ("2024-02-29", "2025-03-31"),
            ("2026-09-15", "2028-03-31"),
            ("2027-03-01", "2028-03-31"),
        ] {
            let term = self.ask("term_end", json!({ "body": "全体会", "on": start }));
            assert_eq!(term["end"], end, "V1 {start}");
            assert!(term["derivation"].as_str().unwrap_or_default().contains("翌年度の末日"), "V1 {start}: {term}");
        }
    }

    fn v2_v3_shorter_and_longer(&mut self) {
        let long = self.appointment("R4.7.15", json!({ "end": "R6.7.31", "reason": "resigned" }));
        let said = self.refused("appoint_member", long);
        assert!(said.contains("令和6年（2024年）7月14日") && said.contains("年度の末日ではありません"), "V2: {said}");
        for (start, end) in [("R4.4.1", "2024-03-31"), ("R6.3.31", "2025-03-31")] {
            let ask = self.appointment(start, json!({}));
            assert_eq!(self.ask("appoint_member", ask)["output"]["end"], end, "V2 {start}");
        }
        let short = self.appointment("R8.4.1", json!({ "end": "R9.3.31" }));
        let done = self.ask("appoint_member", short);
        assert!(done["notices"].to_string().contains("理由がありません"), "V3: {done}");
        let short = self.appointment("R8.4.1", json!({ "end": "R9.3.31", "reason": "remaining_term" }));
        let done = self.ask("appoint_member", short);
        assert_eq!((&done["output"]["end"], &done["notices"]), (&json!("2027-03-31"), &json!([])), "V3");
    }

    fn v4_replacement(&mut self) {
        let first = self.appointment("R8.4.1", json!({}));
        let a = self.ask("appoint_member", first.clone())["output"].clone();
        assert_eq!(a["end"], "2028-03-31");
        self.ask("end_appointment", json!({ "appointment": a["id"], "on": "R9.6.30", "reason": "resigned" }));
        let person = self.person();
        let second = with(first, json!({ "person": person, "start": "R9.7.1" }));
        let preview = self.ask("appoint_preview", second.clone());
        let ends: Vec<&Value> = preview["readings"].as_array().into_iter().flatten().map(|r| &r["end"]).collect();
        assert_eq!(ends, [&json!("2029-03-31"), &json!("2028-03-31")], "V4: {preview}");
        let said = self.refused("appoint_member", second.clone());
        assert!(said.contains("条文どおり") && said.contains("残任期間"), "V4: {said}");
        let done = self.ask("appoint_member", with(second.clone(), json!({ "reading": "remaining" })));
        assert_eq!(done["output"]["end"], "2028-03-31");
        let line = self.line(&person);
        assert_eq!((&line["end_rule"], &line["end_rule_label"]), (&json!("remaining"), &json!("残任期間")), "V4");
        assert!(line["derivation"].as_str().unwrap_or_default().contains("前任者の残任期間"), "V4: {line}");
        self.ask("remove_appointment", json!({ "appointment": done["output"]["id"] }));
        let done = self.ask("appoint_member", with(second, json!({ "reading": "by_rule" })));
        assert_eq!(done["output"]["end"], "2029-03-31", "V4");
        assert_eq!(self.line(&person)["end_rule_label"], "条文どおり");
        let first = self.appointment("R8.4.1", json!({}));
        let a = self.ask("appoint_member", first.clone())["output"]["id"].clone();
        self.ask("end_appointment", json!({ "appointment": a, "on": "R8.8.31", "reason": "resigned" }));
        let person = self.person();
        let done = self.ask("appoint_member", with(first, json!({ "person": person, "start": "R8.9.1" })));
        assert_eq!(done["output"]["end"], "2028-03-31", "V4: both say the same, nothing is asked");
    }

    fn v5_day_of_appointment(&mut self) {
        let ask = self.appointment("R9.4.1", json!({ "decided_on": "R9.3.25" }));
        let done = self.ask("appoint_member", ask);
        assert_eq!((&done["output"]["end"], &done["notices"]), (&json!("2029-03-31"), &json!([])), "V5");
        let ask = self.appointment("R9.3.31", json!({ "decided_on": "R9.4.2" }));
        let done = self.ask("appoint_member", ask);
        assert!(done["notices"].to_string().contains("満了日が１年早くなります"), "V5: {done}");
    }

    fn v6_v7_category_and_overlap(&mut self) {
        let seat = self.seat("全体会", json!(5), "R4.4.1");
        let (other, person) = (self.seat("全体会", json!(2), "R4.4.1"), self.person());
        let ask = |category: Value, seat: &Value, start: &str| json!({ "body": "全体会", "person": person, "category": category, "seat": seat, "start": start });
        let said = self.refused("appoint_member", ask(Value::Null, &seat, "R8.4.1"));
        assert!(said.contains("区分が選ばれていません"), "V6: {said}");
        let said = self.refused("appoint_member", ask(json!(9), &seat, "R8.4.1"));
        assert!(said.contains("区分 9 号はありません"), "V6: {said}");
        let first = self.ask("appoint_member", ask(json!(5), &seat, "R8.4.1"))["output"]["id"].clone();
        let said = self.refused("appoint_member", ask(json!(2), &other, "R8.10.1"));
        assert!(said.contains("同じ会議体の委員です"), "V6, V7: {said}");
        self.ask("end_appointment", json!({ "appointment": first, "on": "R8.9.30", "reason": "lost_category" }));
        let done = self.ask("appoint_member", ask(json!(2), &other, "R8.10.1"));
        assert_eq!(done["output"]["end"], "2028-03-31", "V6: closed and appointed again");
        assert_eq!(self.line(&person)["reappointments"], 0, "V6: the same term goes on");
        let elsewhere = self.seat("こども応援部会", json!(1), "R4.4.1");
        let part = json!({ "body": "こども応援部会", "person": person, "seat": elsewhere, "start": "R8.10.1" });
        self.ask("appoint_member", part);
    }

    /// The plenary's first meeting of 2026, its officers taken back.
    fn meeting(&mut self) -> Value {
        let all = self.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }));
        let first = all.as_array().into_iter().flatten().min_by_key(|m| m["date"].to_string());
        let meeting = first.map(|m| m["id"].clone()).unwrap_or_default();
        let page = self.ask("meeting_elections", json!({ "meeting": meeting }));
        for line in page["elections"].as_array().into_iter().flatten() {
            for one in line["elected"].as_array().into_iter().flatten() {
                self.ask("remove_office", json!({ "office": one["office"] }));
            }
        }
        meeting
    }

    fn v8_chair(&mut self) {
        let meeting = self.meeting();
        let page = self.ask("meeting_elections", json!({ "meeting": meeting }));
        let member = |at: usize| page["members"][at]["id"].clone();
        let (chair, second) = (member(0), member(1));
        let elect = |title: &str, person: &Value| json!({ "body": "全体会", "title": title, "meeting": meeting, "method": "mutual_election", "acclaimed": true, "candidates": [{ "person": person, "elected": true }] });
        let nobody = self.person();
        let said = self.refused("hold_election", elect("会長", &nobody));
        assert!(said.contains("この会議体の委員ではありません"), "V8: {said}");
        self.ask("hold_election", elect("会長", &chair));
        let said = self.refused("hold_election", elect("会長", &second));
        assert!(said.contains("会長"), "V8, one chair at a time: {said}");
        let said = self.refused("hold_election", elect("副会長", &chair));
        assert!(said.contains("兼ねることはできません"), "V8: {said}");
        let steering = self.ask("list_meetings", json!({ "body": "運営会議", "year": "R8" }))[0]["id"].clone();
        let said = self.refused("hold_election", with(elect("副会長", &second), json!({ "meeting": steering })));
        assert!(said.contains("その会議体の会議で行われたものに限ります"), "V8: {said}");
        self.ask("hold_election", elect("副会長", &second));
        let history = self.ask("officer_history", json!({ "body": "全体会" }));
        assert_eq!((&history[0]["person"], &history[0]["end"]), (&chair, &json!("2028-03-31")), "V8");
        let said = self.ask("body_notices", json!({ "body": "全体会", "on": "R10.4.10" })).to_string();
        assert!(said.contains("会長が") && said.contains("次の会議は事務局が開きます"), "V8: {said}");
        let rows = self.ask("member_table", json!({ "body": "全体会", "on": "R8.10.1" }))["rows"].clone();
        let seat = rows.as_array().into_iter().flatten().find(|r| r["person"] == chair).cloned().unwrap_or_default();
        let again = json!({ "body": "全体会", "person": chair, "category": seat["category"], "seat": seat["seat"], "start": "R10.4.1" });
        assert_eq!(self.ask("appoint_member", again)["output"]["end"], "2030-03-31");
        let rows = self.ask("member_table", json!({ "body": "全体会", "on": "R10.4.10" }))["rows"].clone();
        let row = rows.as_array().into_iter().flatten().find(|r| r["person"] == chair).cloned().unwrap_or_default();
        assert_eq!((&row["office"], row["reappointments"].as_u64() > Some(0)), (&Value::Null, true), "V8: {row}");
    }

    /// A subcommittee of its own, with three members and two meetings.
    fn v9_to_v11_subcommittee(&mut self) {
        let ask = json!({ "kind": "subcommittee", "parent": "専門部会", "name": "試験部会", "note": null, "from_year": "R8" });
        let done = self.ask("add_body", ask);
        assert!(done["notices"].to_string().contains("設置を決めた全体会が記録されていません"), "V10: {done}");
        let mut says = self.ask("body_page", json!({ "body": "試験部会", "year": "R8" }))["says"].clone();
        says["officers"] = json!([{ "title": "部会長", "count": 1, "method": "委員の互選", "presides": true }]);
        says["term_rule"] = json!("none");
        self.ask("correct_body", json!({ "body": "試験部会", "from_year": "R8", "says": says }));
        let said = self.ask("body_notices", json!({ "body": "運営会議", "on": "R8.6.1" })).to_string();
        assert!(said.contains("席は3ですが、専門部会は4あります"), "V10: {said}");
        let seat =
            json!({ "body": "運営会議", "category": 3, "filler": "derived", "head_of": "試験部会", "from": "R8.4.1" });
        let seat = self.ask("add_seat", seat)["output"].clone();
        let said = self.ask("body_notices", json!({ "body": "運営会議", "on": "R8.6.1" })).to_string();
        assert!(
            said.contains("試験部会の部会長が決まっていないため") && !said.contains("ですが、専門部会は"),
            "V10: {said}"
        );
        let members = self.v11_members();
        let [june, november] = ["R8.6.10", "R8.11.5"].map(|date| {
            let ask = json!({ "body": "試験部会", "date": date, "start": "10:00", "end": "11:30", "place": "会議室" });
            self.ask("add_meeting", ask)["output"].clone()
        });
        let elect = |meeting: &Value, person: &Value, replaces: bool| json!({ "body": "試験部会", "title": "部会長", "meeting": meeting, "method": "mutual_election", "acclaimed": true, "candidates": [{ "person": person, "elected": true }], "replaces": replaces });
        self.ask("hold_election", elect(&june, &members[0], false));
        assert_eq!(self.sits(&seat, "R8.6.9"), Value::Null, "V9");
        assert_eq!(self.sits(&seat, "R8.6.10"), members[0], "V9: from the election");
        self.ask("hold_election", elect(&november, &members[1], true));
        assert_eq!(self.sits(&seat, "R8.11.4"), members[0], "V9: until the day before");
        assert_eq!(self.sits(&seat, "R8.11.5"), members[1], "V9: the new one");
    }

    /// Who sits in a seat of 運営会議 on a day.
    fn sits(&mut self, seat: &Value, on: &str) -> Value {
        let rows = self.ask("member_table", json!({ "body": "運営会議", "on": on }))["rows"].clone();
        let row = rows.as_array().into_iter().flatten().find(|r| r["seat"] == *seat).cloned();
        row.map(|r| r["person"].clone()).unwrap_or_default()
    }

    fn v11_members(&mut self) -> Vec<Value> {
        let steering = self.ask("list_meetings", json!({ "body": "運営会議", "year": "R8" }))[0]["id"].clone();
        let routes = [
            Value::Null,
            json!({ "by": "steering_meeting", "meeting": steering }),
            json!({ "by": "steering_meeting", "meeting": steering }),
        ];
        let ends = [json!(""), json!(""), json!("R10.3.31")];
        routes
            .into_iter()
            .zip(ends)
            .map(|(route, end)| {
                let (seat, person) = (self.seat("試験部会", Value::Null, "R8.4.1"), self.person());
                let ask = json!({ "body": "試験部会", "person": person, "seat": seat, "start": "R8.5.1", "route": route, "end": end });
                let preview = self.ask("appoint_preview", ask.clone());
                assert_eq!(preview["offer"]["end"], "2028-03-31", "V11: offered: {preview}");
                let done = self.ask("appoint_member", ask);
                let incomplete = done["notices"].to_string().contains("選任の経路");
                assert_eq!(incomplete, route.is_null(), "V11: {done}");
                let wanted = if end == "" { Value::Null } else { json!("2028-03-31") };
                assert_eq!(done["output"]["end"], wanted, "V11: not assumed");
                person
            })
            .collect()
    }
}

/// An object with some of its fields set anew.
fn with(mut object: Value, more: Value) -> Value {
    for (key, value) in more.as_object().into_iter().flatten() {
        object[key] = value.clone();
    }
    object
}
