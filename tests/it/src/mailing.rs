//! Labels and envelopes: whose address stands there, and whose does not.

use entaku_app::printing::{Document, Format, Ready};
use entaku_app::{App, Snapshot};
use entaku_domain::address::{Address, AddressKind, AddressOf};
use entaku_domain::id::{AddressId, OrganizationId};
use entaku_domain::person::Person;
use entaku_sheets::Fallback;
use entaku_store::{Access, Action, Actor, Store, Tx};
use entaku_support::{CLOCK, sample};
use serde_json::{Value, json};

const DAY: &str = "R8.10.14";

/// The sample without its own addresses, with some of its members and of an organisation.
fn with_addresses(edit: impl FnOnce(&Snapshot, &mut Tx<'_>)) -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    drop(App::create_sample(folder.path(), CLOCK, "test").unwrap());
    let mut store = Store::open(folder.path(), Access::ReadWrite, CLOCK()).unwrap();
    let before = Snapshot::load(&store).unwrap();
    let done = store.change(&Actor::new("test"), Action::new("add_person"), CLOCK(), |tx| {
        let people = before.people().flat_map(|p| before.addresses_of_person(p.id));
        let all = people.chain(before.organizations().flat_map(|o| before.addresses_of_organization(o.id)));
        for kept in all {
            tx.remove_address(kept.id).unwrap();
        }
        edit(&before, tx);
        Ok::<(), entaku_app::AppError>(())
    });
    done.unwrap();
    drop(store);
    let app = App::open(folder.path(), Access::ReadWrite, CLOCK, "test").unwrap();
    (folder, app)
}

fn address(of: AddressOf, kind: AddressKind, lines: &[&str]) -> Address {
    Address {
        id: AddressId::from_key(&format!("{of:?}")),
        of,
        kind,
        postal_code: "248-0012".to_owned(),
        lines: lines.iter().map(|l| (*l).to_owned()).collect(),
        telephone: Some("0467-00-0000".to_owned()),
        email: None,
        for_letters: true,
        note: None,
        from: None,
        to: None,
        order: 0,
    }
}

fn person(council: &Snapshot, family: &str) -> Person {
    council.people().find(|p| p.name.family == family).unwrap().clone()
}

/// 柏木 at home, 髙橋 at work.
fn two() -> (tempfile::TempDir, App) {
    with_addresses(|council, tx| {
        let (chair, deputy) = (person(council, "柏木").id, person(council, "髙橋").id);
        let home = address(AddressOf::Person(chair), AddressKind::Home, &["鎌倉市架空町1-2-3", "円卓荘201号"]);
        tx.put_address(&home).unwrap();
        tx.put_address(&address(AddressOf::Person(deputy), AddressKind::Work, &["鎌倉市架空町9-8"])).unwrap();
    })
}

fn ask(kind: &str, more: Value) -> Document {
    let mut ask = json!({ "kind": kind, "who": { "body": "zentaikai", "on": DAY } });
    ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(ask).unwrap()
}

fn ready(app: &App, kind: &str, more: Value) -> Ready {
    app.document(&ask(kind, more)).unwrap_or_else(|e| panic!("{:?}", e.to_wire()))
}

fn text(app: &App, kind: &str, more: Value) -> String {
    let made = ready(app, kind, more).export(Format::Txt, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap().replace("\r\n", "\n")
}

fn refused(app: &App, kind: &str, more: Value) -> (String, Option<String>, String) {
    let wire = app.document(&ask(kind, more)).expect_err("refused").to_wire();
    (wire.code, wire.field, wire.message)
}

#[test]
fn labels_say_where_to_and_to_whom() {
    let (_folder, app) = two();
    let labels = text(&app, "address_labels", json!({}));
    assert!(labels.contains("〒248-0012\n鎌倉市架空町1-2-3\n円卓荘201号\n柏木　理一　様"), "{labels}");
    let work = "鎌倉市架空町9-8\n社会福祉協議会（見本）\n地域福祉課長\n髙橋　美咲子　様";
    assert!(labels.contains(work), "at work with organisation and post: {labels}");
}

#[test]
fn who_has_no_address_is_told() {
    let (_folder, app) = two();
    let made = ready(&app, "address_labels", json!({ "sheet": "labels24", "first": 24 }));
    assert!(made.notices[0].contains("（15件）") && made.notices[0].contains("﨑山　里帆"), "{:?}", made.notices);
    assert_eq!(made.audience(), Some(entaku_documents::Audience::Internal));
    let (_folder, bare) = with_addresses(|_, _| {});
    let none = refused(&bare, "address_labels", json!({}));
    assert!(none.0 == "no_addresses" && none.2.contains("柏木　理一"), "{none:?}");
    let one = json!({ "who": { "body": "zentaikai", "on": DAY, "people": [] } });
    assert_eq!(refused(&app, "envelopes", one).0, "nobody");
}

#[test]
fn a_sheet_has_so_many_labels_and_a_printer_is_only_a_little_off() {
    let (_folder, app) = two();
    for (more, field) in [
        (json!({ "first": 0 }), "first"),
        (json!({ "first": 13 }), "first"),
        (json!({ "sheet": "labels24", "first": 25 }), "first"),
        (json!({ "right": 201 }), "right"),
        (json!({ "down": -201 }), "down"),
    ] {
        let (code, at, _) = refused(&app, "address_labels", more);
        assert_eq!((code.as_str(), at.as_deref()), ("out_of_range", Some(field)));
    }
    assert!(app.document(&ask("address_labels", json!({ "first": 12, "right": -200, "down": 200 }))).is_ok());
}

#[test]
fn envelopes_have_a_sender() {
    let (_folder, app) = two();
    let usual = text(&app, "envelopes", json!({}));
    assert!(usual.contains("差出人\n鎌倉市障害者支援協議会") && usual.contains("柏木　理一　様"), "{usual}");
    let own = text(&app, "envelopes", json!({ "sender": ["〒248-8686", "鎌倉市御成町18-10"] }));
    assert!(own.ends_with("差出人\n〒248-8686\n鎌倉市御成町18-10\n"), "{own}");
    assert!(!text(&app, "envelopes", json!({ "sender": [] })).contains("差出人"));
}

#[test]
fn organisations_get_one_letter_each() {
    let (_folder, app) = with_addresses(|council, tx| {
        let on = "2026-10-14".parse().unwrap();
        let of: Vec<OrganizationId> =
            council.people().filter_map(|p: &Person| council.organization_id(p.id, on)).collect();
        let at = |id| address(AddressOf::Organization(id), AddressKind::Office, &["鎌倉市架空町7"]);
        tx.put_address(&at(of[0])).unwrap();
    });
    let wide = json!({ "who": { "on": DAY }, "organizations": true });
    let labels = text(&app, "address_labels", wide.clone());
    assert_eq!((labels.matches('〒').count(), labels.matches("御中").count()), (1, 1), "{labels}");
    let labels = text(&sample(), "address_labels", wide);
    assert!(labels.contains("円卓大学 福祉学部\n学部長　様"), "by the post where no name is known: {labels}");
}
