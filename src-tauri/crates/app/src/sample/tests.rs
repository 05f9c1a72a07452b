//! The sample is whole, keeps the rules, and goes in and out without a trace.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Files, Sample, check, load, source, today};
use entaku_domain::appointment::{Appointment, EndReason, EndRule, MemberKind};
use entaku_domain::body::{BodyKind, Fill, TextKind, version_in};
use entaku_domain::council::Question;
use entaku_domain::flow::{Flow, FlowEnd};
use entaku_domain::id::{BodyId, IssueId, MeetingId, PersonId, PlanId};
use entaku_domain::issue::Stage;
use entaku_domain::meeting::MeetingState;
use entaku_domain::paper::PaperContent;
use entaku_domain::seat::Filler;
use entaku_domain::{Certainty, FiscalYear};
use entaku_store::{Moment, Store};
use std::collections::BTreeSet;
use std::path::Path;

fn year(number: i32) -> FiscalYear {
    FiscalYear::new(number).unwrap()
}

fn loaded() -> Store {
    let mut store = Store::in_memory().unwrap();
    load(&mut store, Moment::default()).unwrap();
    store
}

/// Everything that the store holds, as text.
fn dump(store: &Store) -> String {
    let mut all = format!("{:#?}\n", store.council().unwrap());
    let mut add = |text: String| all.push_str(&text);
    add(format!("{:#?}\n{:#?}\n", store.organizations().unwrap(), store.posts().unwrap()));
    add(format!("{:#?}\n{:#?}\n", store.people().unwrap(), store.affiliations().unwrap()));
    add(format!("{:#?}\n{:#?}\n", store.bodies().unwrap(), store.body_versions().unwrap()));
    add(format!("{:#?}\n{:#?}\n{:#?}\n", store.plans().unwrap(), store.laws().unwrap(), store.flows().unwrap()));
    add(format!("{:#?}\n{:#?}\n", store.seats().unwrap(), store.appointments().unwrap()));
    add(format!("{:#?}\n{:#?}\n", store.offices().unwrap(), store.nominations().unwrap()));
    for meeting in store.meetings().unwrap() {
        add(format!("{meeting:#?}\n{:#?}\n", store.agenda(meeting.id).unwrap()));
        add(format!("{:#?}\n{:#?}\n", store.papers(meeting.id).unwrap(), store.attendance(meeting.id).unwrap()));
    }
    add(format!("{:#?}\n{:#?}\n", store.issues().unwrap(), store.all_issue_events().unwrap()));
    add(format!("{:#?}\n{:#?}\n", store.issue_links().unwrap(), store.proposals().unwrap()));
    all
}

#[test]
fn loads_whole_and_twice_the_same() {
    let (one, two) = (loaded(), loaded());
    assert_eq!(one.integrity_check().unwrap(), []);
    assert_eq!(dump(&one), dump(&two));
    let count = |kind| one.bodies().unwrap().iter().filter(|b| b.kind == kind).count();
    assert_eq!((count(BodyKind::Plenary), count(BodyKind::Steering), count(BodyKind::CaseReview)), (1, 1, 1));
    assert_eq!((count(BodyKind::Subcommittee), count(BodyKind::WorkingGroup), count(BodyKind::PlanBody)), (3, 4, 2));
    assert_eq!((count(BodyKind::Addressee), count(BodyKind::CityOffice), count(BodyKind::EducationBoard)), (2, 1, 1));
    assert_eq!((one.bodies().unwrap().len(), one.body_versions().unwrap().len()), (20, 39));
    assert_eq!((one.seats().unwrap().len(), one.appointments().unwrap().len()), (60, 110));
    assert_eq!((one.people().unwrap().len(), one.organizations().unwrap().len()), (52, 32));
    let mut store = one;
    assert!(load(&mut store, Moment::default()).is_err(), "into a store that is not empty");
}

/// A council is where work begins: Ctrl+Z does not take it apart.
#[test]
fn the_council_itself_is_not_undone() {
    let store = loaded();
    assert!(store.undoable().unwrap().undo.is_none());
}

#[test]
fn every_file_is_carried_and_used() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/sample");
    let mut on_disk = BTreeSet::new();
    for (sub, kinds) in [("", &[".toml"][..]), ("papers/", &[".md"]), ("files/", &[".pdf", ".png", ".jpg"])] {
        for entry in std::fs::read_dir(folder.join(sub)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if kinds.iter().any(|kind| name.ends_with(kind)) {
                on_disk.insert(format!("{sub}{name}"));
            }
        }
    }
    let carried: BTreeSet<String> = source::FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(carried, on_disk);
    let meetings = source::text("meetings.toml").unwrap();
    for (name, _) in source::FILES.iter().filter(|(name, _)| name.contains('/')) {
        assert!(meetings.contains(&format!("\"{name}\"")), "{name} is no meeting's paper");
    }
}

#[test]
fn foreign_files_are_kept_byte_by_byte() {
    let store = loaded();
    let mut kept = 0;
    for meeting in store.meetings().unwrap() {
        for paper in store.papers(meeting.id).unwrap() {
            match paper.content {
                PaperContent::File { sha256, name } => {
                    assert_eq!(store.file(&sha256).unwrap(), source::bytes(&format!("files/{name}")).unwrap());
                    kept += 1;
                }
                PaperContent::Text { markdown } => assert!(!markdown.trim().is_empty(), "{}", paper.title),
                _ => {}
            }
        }
    }
    assert_eq!(kept, 9);
}

/// The arrows of the seed, by ends and label, with their certainty (docs: the arrows and labels of page 2).
#[test]
fn every_arrow_of_the_seed_is_there() {
    let store = loaded();
    let flows = store.flows().unwrap();
    let end = |key: &str| match key {
        "council" => FlowEnd::Council,
        plan if plan.contains("keikaku") || plan == "kuni_kihon" => FlowEnd::Plan(PlanId::from_key(plan)),
        body => FlowEnd::Body(BodyId::from_key(body)),
    };
    for (from, to, label, certainty) in [
        ("kankei_dantai", "council", "課題提起", Certainty::Stated),
        ("council", "kankei_dantai", "報告（フィードバック）", Certainty::Stated),
        ("senmon_bukai", "zentaikai", "報告", Certainty::Stated),
        ("zentaikai", "senmon_bukai", "協議依頼", Certainty::Stated),
        ("zentaikai", "shicho", "意見・提案", Certainty::Stated),
        ("zentaikai", "jigyo_shutai", "提案", Certainty::Stated),
        ("mieruka", "unei", "テーマ案（地域課題）", Certainty::Stated),
        ("unei", "mieruka", "課題整理依頼", Certainty::Estimated),
        ("unei", "senmon_bukai", "運営支援", Certainty::Estimated),
        ("unei", "zentaikai", "運営支援", Certainty::Estimated),
        ("council", "suishin_iinkai", "連携", Certainty::Estimated),
        ("council", "kankeika", "連携", Certainty::Estimated),
        ("council", "kyoiku_iinkai", "連携", Certainty::Estimated),
        ("council", "koryu_pt", "連携", Certainty::Estimated),
        ("kuni_kihon", "ken_keikaku", "基本にして策定", Certainty::Estimated),
        ("ken_keikaku", "shi_fukushi_keikaku", "基本にして策定", Certainty::Estimated),
        ("shi_fukushi_keikaku", "council", "意見聴取（法第88条第9項）", Certainty::Stated),
    ] {
        let same = |f: &&Flow| f.from == end(from) && f.to == end(to) && f.label == label;
        let found = flows.iter().find(same).unwrap_or_else(|| panic!("{from} {to} {label}"));
        assert_eq!(found.certainty, certainty, "{label}");
        assert!(found.shown_in(year(2022)) && found.shown_in(year(2026)) && found.note.is_some());
    }
}

#[test]
fn bodies_say_what_the_seed_says() {
    let sample = Sample::read().unwrap();
    let version = |key: &str, y| version_in(&sample.versions, BodyId::from_key(key), year(y)).unwrap();
    let marks = |key: &str, kind| version(key, 2022).texts_of(kind).map(|t| t.mark.clone()).collect::<Vec<_>>();
    assert_eq!(version("zentaikai", 2022).categories.len(), 7);
    assert_eq!(marks("zentaikai", TextKind::Affair), ["⑴", "⑵", "⑶", "⑷", "⑸", "・"]);
    assert_eq!(marks("zentaikai", TextKind::MemberNote), ["＊", "＊"]);
    assert_eq!(marks("zentaikai", TextKind::OtherRole), [""]);
    assert_eq!(marks("zentaikai", TextKind::Summary), ["・", "・"]);
    assert_eq!(marks("zentaikai", TextKind::Purpose), [""; 0]);
    assert_eq!(marks("unei", TextKind::Role), ["①", "②", "③", "④", "⑤"]);
    assert_eq!(marks("unei", TextKind::MemberNote), ["＊", "＊"]);
    assert_eq!(marks("senmon_bukai", TextKind::Matter), [""]);
    assert_eq!(marks("senmon_bukai", TextKind::Members), [""]);
    assert_eq!(marks("mieruka", TextKind::MemberNote), ["※"]);
    assert_eq!(marks("jimukyoku", TextKind::Establishment), ["⑴", "⑵"]);
    for key in ["chiiki", "seishin", "kodomo"] {
        assert_eq!(marks(key, TextKind::Purpose), [""], "{key}");
    }
    let heads = |key: &str| version(key, 2026).officers.iter().filter(|o| o.presides).count();
    assert_eq!(["zentaikai", "unei", "chiiki", "seishin", "kodomo", "mieruka"].map(heads), [1, 1, 1, 1, 1, 0]);
    let added = sample.bodies.iter().find(|b| b.key == "ido_sagyo").unwrap();
    assert!(!added.exists_in(year(2025)) && added.exists_in(year(2026)));
    assert_eq!(sample.council.purposes.len(), 2);
    assert_eq!(sample.council.answers.len(), Question::ALL.len());
}

#[test]
fn people_keep_their_characters() {
    let sample = Sample::read().unwrap();
    let full = |key: &str| sample.people.iter().find(|p| p.id == PersonId::from_key(key)).unwrap().name.full();
    assert_eq!(full("takahashi"), "髙橋　美咲子");
    assert_eq!(full("watanabe"), "渡邉\u{e0102}　宗一郎");
    let names: String = sample.people.iter().map(|p| p.name.full()).collect();
    for hard in ["髙橋", "﨑山", "𠮷田", "渡邉\u{e0102}", "辻\u{e0100}", "德永", "グエン・ティ・ラン"]
    {
        assert!(names.contains(hard), "{hard}");
    }
    let namesakes = sample.people.iter().filter(|p| p.name.full() == "鈴木　一郎").count();
    let suzuki = sample.people.iter().filter(|p| p.name.family == "鈴木").count();
    assert!(namesakes >= 2 || suzuki >= 2, "{namesakes} {suzuki}");
    assert!(sample.people.iter().any(|p| p.name.latin.is_some()));
}

#[test]
fn seats_and_terms_tell_every_kind_of_story() {
    let sample = Sample::read().unwrap();
    let derived = sample.seats.iter().filter(|s| matches!(s.filler, Filler::HeadOf(_)));
    let derived: BTreeSet<_> = derived.map(|s| s.id).collect();
    assert_eq!(derived.len(), 3);
    assert!(sample.appointments.iter().all(|a| !derived.contains(&a.seat)));
    let with = |test: fn(&Appointment) -> bool| sample.appointments.iter().filter(|a| test(a)).count();
    assert_eq!((with(|a| a.end_rule == EndRule::ByRule), with(|a| a.end_rule == EndRule::Remaining)), (55, 3));
    assert!(with(|a| a.kind == MemberKind::Temporary) > 0);
    assert!(with(|a| a.predecessor.is_some()) >= 3);
    assert!(with(|a| a.end_reason == Some(EndReason::Resigned)) > 0);
    assert!(with(|a| a.route.is_some()) > 0);
    let on = today().unwrap();
    let open: BTreeSet<_> = sample.appointments.iter().filter(|a| a.is_open_on(on)).map(|a| a.seat).collect();
    let vacant = sample.seats.iter().filter(|s| s.exists_on(on) && !open.contains(&s.id) && !derived.contains(&s.id));
    assert!(vacant.count() > 0, "a vacant seat to be filled");
    let fills = sample.versions.iter().flat_map(|v| &v.categories).map(|c| c.fill).collect::<Vec<_>>();
    assert!([Fill::Person, Fill::Post, Fill::Organization, Fill::Derived].iter().all(|f| fills.contains(f)));
}

#[test]
fn two_years_of_meetings() {
    let sample = Sample::read().unwrap();
    let of = |y, body: &str| {
        let same = |m: &&entaku_domain::meeting::Meeting| m.year() == year(y) && m.body == BodyId::from_key(body);
        sample.meetings.iter().filter(same).count()
    };
    assert_eq!([2022, 2025, 2026].map(|y| (of(y, "zentaikai"), of(y, "unei"))), [(3, 3); 3]);
    assert_eq!(sample.meetings.len(), 46);
    for state in [MeetingState::Draft, MeetingState::Noticed, MeetingState::Held, MeetingState::Approved] {
        assert!(sample.meetings.iter().any(|m| m.state == state), "{state:?}");
    }
    let main = MeetingId::from_key("z_2026_2");
    let meeting = sample.meetings.iter().find(|m| m.id == main).unwrap();
    assert!(meeting.closed_reason.is_none() && !meeting.secretariat.is_empty());
    assert!(sample.agenda.iter().any(|i| i.meeting == main && i.closed_reason.is_some()));
    assert!(sample.papers.iter().filter(|k| k.paper.meeting == main).count() > 10);
    assert!(sample.papers.iter().any(|k| k.paper.revision.is_some()));
}

#[test]
fn issues_stand_at_every_stage() {
    let store = loaded();
    let issues = store.issues().unwrap();
    let stages: BTreeSet<Stage> = issues.iter().map(|i| i.stage).collect();
    assert_eq!(stages.len(), Stage::ALL.len());
    for issue in &issues {
        let events = store.issue_events(issue.id).unwrap();
        assert_eq!(events.last().map(|e| e.stage), Some(issue.stage), "{}", issue.title);
        assert_eq!(events.first().map(|e| (e.stage, e.on)), Some((Stage::Received, issue.received_on)));
    }
    assert_eq!(store.issue_links().unwrap().len(), 11);
    assert_eq!(store.proposals().unwrap().len(), 7);
    assert!(issues.iter().any(|i| i.id == IssueId::from_key("k01")));
}

/// A wrong word in a file is named with file and row.
#[test]
fn wrong_rows_are_named() {
    let wrong = |file: &'static str, from: &str, to: &str| {
        let text = source::text(file).unwrap().replacen(from, to, 1);
        assert!(text.contains(to), "{from}");
        let mut files = Files::read().unwrap();
        let parsed = match file {
            "appointments.toml" => toml::from_str(&text).map(|f| files.appointments = f),
            "flows.toml" => toml::from_str(&text).map(|f| files.flows = f),
            _ => toml::from_str(&text).map(|f| files.issues = f),
        };
        match parsed {
            Err(error) => error.to_string(),
            Ok(()) => Sample::from_files(&files).unwrap_err().to_string(),
        }
    };
    let end = wrong("appointments.toml", "to = 2024-03-31", "to = 2024-03-30");
    assert!(end.contains("appointments.toml: a22_z1a") && end.contains("V1"), "{end}");
    let taken = wrong("appointments.toml", "seat = \"z1b\"", "seat = \"z1a\"");
    assert!(taken.contains("two people in one seat"), "{taken}");
    let nobody = wrong("appointments.toml", "person = \"watanabe\"", "person = \"nobody\"");
    assert!(nobody.contains("a22_z1a") && nobody.contains("nobody"), "{nobody}");
    let word = wrong("flows.toml", "direction = \"一方\"", "direction = \"横\"");
    assert!(word.contains("flows.toml: kadai_teiki"), "{word}");
    let key = wrong("issues.toml", "level =", "levl =");
    assert!(key.contains("levl"), "{key}");
}

/// V7 and V8 on the sample itself.
#[test]
fn rules_are_applied() {
    let files = Files::read().unwrap();
    let holders = files.organizations.holders(&files.keys().unwrap()).unwrap();
    let objection = |change: fn(&mut Sample)| {
        let mut sample = Sample::from_files(&files).unwrap();
        change(&mut sample);
        check::check(&sample, &files, &holders).unwrap_err().to_string()
    };
    let twice = objection(|s| s.appointments[1].person = s.appointments[0].person);
    assert!(twice.contains("a22_z1a") && twice.contains("V7"), "{twice}");
    let category = objection(|s| s.appointments[0].category = Some(9));
    assert!(category.contains("a22_z1a") && category.contains("V6"), "{category}");
    let both = objection(|s| s.offices[1].person = s.offices[0].person);
    assert!(both.contains("V8"), "{both}");
    let number = objection(|s| s.meetings.iter_mut().for_each(|m| m.number = 1));
    assert!(number.contains("V14"), "{number}");
}
