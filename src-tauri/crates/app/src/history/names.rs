//! What a record is called, also one that is gone: the log keeps its last image.

use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{history as words, labels, today};
use entaku_domain::case::CaseNumber;
use entaku_domain::era::DateStyle;
use entaku_domain::id::BodyId;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Store;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Names of records, each looked up once.
pub(crate) struct Names<'a> {
    store: &'a Store,
    council: Snapshot,
    on: Day,
    known: RefCell<BTreeMap<(String, String), String>>,
}

/// A column that names a record: of a table, or, where that is empty, by its own text.
struct Part(&'static str, &'static str);

/// Records that are called by what their columns hold or name.
const NAMED_BY: &[(&str, &[Part])] = &[
    ("body_version", &[Part("", "name")]),
    ("representative", &[Part("organization", "organization")]),
    ("affiliation", &[Part("person", "person")]),
    ("election_candidate", &[Part("person", "person")]),
    ("substitute", &[Part("person", "person")]),
    ("distinct_people", &[Part("person", "one"), Part("person", "other")]),
    ("nomination", &[Part("seat", "seat")]),
    ("attendance_time", &[Part("attendance", "attendance")]),
    ("step_out", &[Part("attendance", "attendance")]),
    ("day_record", &[Part("meeting", "meeting")]),
    ("room", &[Part("meeting", "meeting")]),
    ("pay_rate", &[Part("body", "body"), Part("", "title")]),
    ("attendance", &[Part("appointment", "appointment")]),
    ("leaving", &[Part("appointment", "appointment")]),
    ("reply", &[Part("appointment", "appointment")]),
    ("opinion", &[Part("appointment", "appointment")]),
    ("pay_exception", &[Part("appointment", "appointment")]),
    ("travel", &[Part("appointment", "appointment")]),
    ("minutes_answer", &[Part("appointment", "appointment")]),
    ("paper", &[Part("", "number"), Part("", "title")]),
    ("agenda_item", &[Part("", "title")]),
    ("agenda_paper", &[Part("agenda_item", "item"), Part("paper", "paper")]),
    ("issue_event", &[Part("issue", "issue")]),
    ("issue_task", &[Part("issue", "issue"), Part("", "text")]),
    ("issue_link", &[Part("issue", "from_issue"), Part("issue", "to_issue")]),
    ("proposal_issue", &[Part("proposal", "proposal"), Part("issue", "issue")]),
    ("proposal_part", &[Part("proposal", "proposal")]),
    ("proposal_figure", &[Part("proposal", "proposal")]),
    ("proposal_meeting", &[Part("proposal", "proposal"), Part("meeting", "meeting")]),
    ("feedback", &[Part("issue", "issue")]),
    ("letter", &[Part("", "text")]),
    ("minutes", &[Part("meeting", "meeting")]),
    ("minutes_decision", &[Part("meeting", "meeting")]),
    ("minutes_task", &[Part("meeting", "meeting")]),
    ("minutes_correction", &[Part("meeting", "meeting")]),
    ("body_quorum", &[Part("body", "body")]),
    ("pay_rule", &[Part("body", "body")]),
    ("minutes_rule", &[Part("body", "body")]),
    ("guest", &[Part("", "organization"), Part("", "name")]),
    ("plan_item", &[Part("", "number"), Part("", "title")]),
    ("issue_plan_item", &[Part("issue", "issue"), Part("plan_item", "item")]),
    ("plan_law", &[Part("plan", "plan"), Part("law", "law")]),
    ("hearing", &[Part("plan_revision", "revision")]),
    ("hearing_law", &[Part("hearing", "hearing"), Part("law", "law")]),
    ("hearing_opinion_issue", &[Part("issue", "issue")]),
    ("lived_experience", &[Part("person", "person")]),
    ("survey_figure", &[Part("", "value")]),
    ("law", &[Part("", "citation")]),
    ("flow", &[Part("", "label")]),
    ("issued_person", &[Part("person", "person")]),
    ("work_plan", &[Part("body", "body")]),
    ("work_plan_progress", &[Part("body", "body")]),
    ("work_plan_issue", &[Part("work_plan_theme", "theme"), Part("issue", "issue")]),
    ("work_plan_step", &[Part("", "activity")]),
    ("gathering_day", &[Part("gathering", "gathering")]),
    ("subcommittee_text", &[Part("subcommittee_report", "report")]),
];

impl<'a> Names<'a> {
    pub(crate) fn of(app: &'a App) -> Result<Self> {
        let known = RefCell::default();
        Ok(Self { store: &app.store, council: app.snapshot()?, on: app.today(), known })
    }

    pub(crate) fn style(&self) -> DateStyle {
        self.council.council.date_style
    }

    /// A change's subject: a text, or a handle of a body in words.
    pub(crate) fn subject(&self, text: &str) -> Result<String> {
        if self.council.bodies.iter().any(|b| b.key == text) {
            let body = self.council.body(text)?;
            return Ok(self.council.body_name(body.id, FiscalYear::of(self.on)).to_owned());
        }
        Ok(text.to_owned())
    }

    /// The table that a column's identifiers belong to.
    pub(crate) fn table_of(table: &str, column: &str) -> Option<&'static str> {
        if let Some(found) = crate::text::plans_history::table_of(table, column) {
            return Some(found);
        }
        Some(match (table, column) {
            ("minutes_task" | "issue_task", "owner") => return None,
            ("post", "organization") | (_, "organization" | "nominator" | "raised_by" | "addressed_to") => {
                "organization"
            }
            ("plan", "parent") | (_, "from_plan" | "to_plan") => "plan",
            (_, "body" | "parent" | "from_body" | "to_body" | "head_of" | "owner") => "body",
            ("affiliation", "post") => return None,
            (_, "post") => "post",
            (_, "person" | "member") | ("distinct_people", "one" | "other") => "person",
            (_, "seat") => "seat",
            (_, "appointment" | "predecessor") => "appointment",
            (_, "election") => "election",
            (_, "attendance") => "attendance",
            (_, "office") => "office",
            (_, "meeting" | "elected_at" | "approved_at" | "expected_at" | "resolved_at") => "meeting",
            (_, "issue" | "from_issue" | "to_issue") => "issue",
            ("work_plan_issue", "theme") => "work_plan_theme",
            ("work_plan_progress", "step") => "work_plan_step",
            ("gathering_day", "gathering") => "gathering",
            ("subcommittee_text", "report") => "subcommittee_report",
            ("subcommittee_report", "submitted_at" | "reported_at") => "meeting",
            ("minutes_correction" | "issue" | "issue_event", "entry") => "minutes_entry",
            ("issue_task", "event") => "issue_event",
            (_, "item") => "agenda_item",
            ("letter", "guest") => "guest",
            (_, "of_body") => "body",
            (_, "paper") => "paper",
            (_, "proposal") => "proposal",
            ("issued_person", "issued") => "issued",
            _ => return None,
        })
    }

    /// What the record is called; empty where it has no name of its own.
    pub(crate) fn name(&self, table: &str, id: &str) -> Result<String> {
        let key = (table.to_owned(), id.to_owned());
        if let Some(known) = self.known.borrow().get(&key) {
            return Ok(known.clone());
        }
        let name = match self.store.last_image(table, id)? {
            Some(image) => self.called(table, id, &image)?,
            None => words::GONE.to_owned(),
        };
        self.known.borrow_mut().insert(key, name.clone());
        Ok(name)
    }

    /// Learns what a record is called that the log does not know.
    pub(crate) fn knows(&self, table: &str, id: &str, image: &Value) -> Result<()> {
        let name = self.called(table, id, image)?;
        self.known.borrow_mut().insert((table.to_owned(), id.to_owned()), name);
        Ok(())
    }

    /// What a record with this image is called.
    pub(crate) fn called(&self, table: &str, id: &str, image: &Value) -> Result<String> {
        let text = |column: &str| image.get(column).and_then(Value::as_str).unwrap_or_default();
        if let Some((_, parts)) = NAMED_BY.iter().find(|(of, _)| *of == table) {
            return self.joined(parts, image);
        }
        Ok(match table {
            "person" => join(text("family"), text("given")),
            "organization" => last_name(text("names")),
            "body" => self.body(id),
            "seat" => words::seat(&self.body(text("body")), category(image)),
            "appointment" => words::in_body(&self.name("person", text("person"))?, &self.body(text("body"))),
            "office" => {
                words::in_body(&join(text("title"), &self.name("person", text("person"))?), &self.body(text("body")))
            }
            "election" => words::in_body(text("title"), &self.body(text("body"))),
            "address" if text("person").is_empty() => self.name("organization", text("organization"))?,
            "address" => self.name("person", text("person"))?,
            "attendee" if text("name").is_empty() => text("affiliation").to_owned(),
            "attendee" => text("name").to_owned(),
            "meeting" => self.meeting(image),
            "issue_case" => join(&self.name("issue", text("issue"))?, &case_number(image)),
            "destroyed_case" => case_number(image),
            "minutes_entry" | "hearing_opinion" | "cooperation" => crate::text::minutes::first_words(text("text")),
            "letter_wording" => {
                let kind = words::coded("letter_wording", "kind", text("kind")).unwrap_or_default();
                if text("of_body").is_empty() { kind } else { words::in_body(&kind, &self.body(text("of_body"))) }
            }
            "convocation" | "gallery" => self.name("meeting", id)?,
            "arrangement" => words::coded("arrangement", "need", text("need")).unwrap_or_default(),
            "gallery_applicant" => String::new(),
            "answer" => words::coded("answer", "id", id).unwrap_or_default(),
            "pin" => self.subject(text("key"))?,
            "plan_revision" => {
                let kind = words::coded("plan_revision", "kind", text("kind")).unwrap_or_default();
                words::in_body(&self.name("plan", text("plan"))?, &kind)
            }
            "evaluation" => words::coded("evaluation", "field", text("field")).unwrap_or_default(),
            "issued_packet" => self.name("issued", id)?,
            "paper_style" => self.body(id),
            "consignment" => text("given_to").to_owned(),
            "work_plan" | "work_plan_progress" => self.body(text("body")),
            "work_plan_issue" => {
                join(&self.name("work_plan_theme", text("theme"))?, &self.name("issue", text("issue"))?)
            }
            "work_plan_step" => text("activity").to_owned(),
            "gathering_day" => self.name("gathering", text("gathering"))?,
            "subcommittee_report" => {
                let kind = words::coded(table, "kind", text("kind")).unwrap_or_default();
                words::in_body(&kind, &self.body(text("body")))
            }
            "delivery" if text("person").is_empty() => join(text("name"), &self.name("meeting", text("meeting"))?),
            "delivery" => join(&self.name("person", text("person"))?, &self.name("meeting", text("meeting"))?),
            _ => [text("title"), text("name")].into_iter().find(|t| !t.is_empty()).unwrap_or_default().to_owned(),
        })
    }

    /// What a record's own columns, or the records that they name, are called together.
    fn joined(&self, parts: &[Part], image: &Value) -> Result<String> {
        let mut all = String::new();
        for Part(table, column) in parts {
            let value = image.get(column).and_then(Value::as_str).unwrap_or_default();
            let one = match *table {
                "" => value.to_owned(),
                "body" => self.body(value),
                table => self.name(table, value)?,
            };
            all = if all.is_empty() { one } else { join(&all, &one) };
        }
        Ok(all)
    }

    fn body(&self, id: &str) -> String {
        let Ok(body) = BodyId::parse(id) else { return String::new() };
        self.council.body_name(body, FiscalYear::of(self.on)).to_owned()
    }

    fn meeting(&self, image: &Value) -> String {
        let text = |column: &str| image.get(column).and_then(Value::as_str).unwrap_or_default();
        let number = image.get("number").and_then(Value::as_u64).and_then(|n| u16::try_from(n).ok()).unwrap_or(0);
        let body = self.body(text("body"));
        match text("day").parse::<Day>() {
            Ok(day) => labels::meeting_of(&self.council.council, FiscalYear::of(day), number, &body),
            Err(_) => today::meeting_title(number, &body),
        }
    }
}

fn category(image: &Value) -> Option<u8> {
    image.get("category").and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok())
}

/// The latest of an organisation's names.
fn last_name(names: &str) -> String {
    let parsed: Value = serde_json::from_str(names).unwrap_or_default();
    let last = parsed.as_array().and_then(|all| all.last());
    last.and_then(|n| n.get("name")).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn join(a: &str, b: &str) -> String {
    if b.is_empty() { a.to_owned() } else { format!("{a}　{b}") }
}

/// 事例R8-001.
fn case_number(image: &Value) -> String {
    let part = |column: &str| image.get(column).and_then(Value::as_i64).unwrap_or_default();
    let year = i32::try_from(part("year")).ok().and_then(FiscalYear::new);
    let case = year.zip(u16::try_from(part("number")).ok()).map(|(year, number)| CaseNumber { year, number });
    case.map(labels::case_number).unwrap_or_default()
}
